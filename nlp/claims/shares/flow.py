"""The flow that a share divides, read from its own words, the sentence or the paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.claims.head import Sign
from nlp.claims.indicators import find_heads
from nlp.claims.parties import read_parties
from nlp.claims.scope import Basis, read_product, read_scope
from nlp.claims.setting import Setting
from nlp.claims.shares.statement import Share
from nlp.claims.territory import Territory, phrase_start
from tradeclaims.records import Claim
from tradeclaims.records.claim import Indicator, Scope

FLOWS = ("exports", "imports", "balance", "total_trade")
FLOW_NOUNS = frozenset(
    [
        "export",
        "exports",
        "import",
        "imports",
        "deficit",
        "deficits",
        "surplus",
        "surpluses",
        "gap",
        "gaps",
        "shortfall",
        "imbalance",
        "trade",
        "commerce",
        "shipments",
        "sales",
        "purchases",
    ]
)
LEADING = re.compile(r"^(?:the|all|all of the|all of)\s+", re.IGNORECASE)
POINTS_BACK = re.compile(r"(?:that|it|them|these|those|this|which)\b", re.IGNORECASE)
NEXT_CLAUSE = re.compile(r"[,;:()]|\b(?:went|came|goes|comes|was|were|is|are|rose|fell|grew)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class DividedFlow:
    """The flow that is divided, with what is known of it."""

    indicator: Indicator
    sign: Sign | None
    reporter: str | None
    owned: bool
    """Whether the words say whose flow it is."""

    partners: tuple[str, ...]
    scope: Scope
    basis: Basis
    product: str | None
    words: str


def flow_of(setting: Setting, share: Share, earlier: Sequence[Claim]) -> DividedFlow | None:
    """The whole as a flow: read from its own words, else the one told before in the sentence or the paragraph."""
    whole, sentence = share.whole, setting.sentence
    head = whole.head
    if head is None and not earlier:
        named = [h for h in find_heads(sentence) if h.kind == "noun" and h.end <= share.at]
        head = named[-1] if named else None
        whole = replace(whole, start=phrase_start(sentence, head, 0), end=head.end) if head else whole
    if head is None:
        return _told_before(setting, share, earlier)
    stop = NEXT_CLAUSE.search(sentence.text, whole.end)
    floor = max([whole.start, *(q.end for q in sentence.quantities if q.end <= head.start and q.start >= whole.start)])
    phrase = whole.start if sentence.text[head.start : head.end].lower() not in FLOW_NOUNS else phrase_start(sentence, head, floor)
    reach = min([stop.start() if stop else len(sentence.text), *(q.start for q in sentence.quantities if q.start >= whole.end)])
    territory = Territory(
        head=head,
        start=whole.start,
        end=max(whole.end, reach if share.holder.product or share.holder.flow or share.holder.antecedent else whole.end),
        phrase=phrase,
    )
    parties = read_parties(sentence, territory, setting.context, None)
    inside = [m.what for m in sentence.parties if whole.start <= m.start and m.end <= head.start]
    if head.indicator == "imports" and inside and share.holder.parties and share.holder.parties != (inside[0],):
        # "Mexico's share of U.S. imports", told in Mexico, is no share of imports from the United States.
        whole = replace(whole, owner=whole.owner or inside[0])
    owner = whole.owner or _subject_before(setting, share) or (_owner_told(setting, earlier) if whole.of_subject else None)
    owned = owner is not None or any(whole.start <= m.start < whole.end for m in sentence.parties)
    scope, basis = read_scope(sentence, territory)
    reporter = owner or parties.reporter
    if scope == "unspecified" and reporter == "USA" and head.indicator == "balance" and parties.partners == ("WLD",):
        scope, basis = "goods+services", "inferred"
    return DividedFlow(
        indicator=head.indicator,
        sign=head.sign if head.indicator == "balance" else None,
        reporter=reporter,
        owned=owned,
        partners=tuple(p for p in parties.partners if p != reporter) if parties.stated or not parties.partners else ("WLD",),
        scope=scope,
        basis=basis,
        product=read_product(replace(sentence, products=tuple(m for m in sentence.products if m.start != head.start)), territory),
        words=LEADING.sub("", sentence.text[whole.start : whole.end]).strip(),
    )


def _subject_before(setting: Setting, share: Share) -> str | None:
    """Whose "its exports" are where another country holds the share: the sentence's subject before: "Taiwan depends on its neighbor: China took 29.7 percent of its exports"."""
    sentence = setting.sentence
    if not re.match(r"its\b", sentence.text[share.whole.start :]) or not share.holder.parties:
        return None
    before = [m for m in sentence.parties if m.end <= share.start and m.what not in share.holder.parties]
    return before[0].what if before and not sentence.text[: before[0].start].strip() else None


def _owner_told(setting: Setting, earlier: Sequence[Claim]) -> str | None:
    """Whose flow "the country's exports" are, where the holder is another: the one whose partners or flows were told of."""
    if earlier:
        return earlier[-1].reporter
    return setting.context.last.reporter if setting.context.last else None


def _told_before(setting: Setting, share: Share, earlier: Sequence[Claim]) -> DividedFlow | None:
    flows = [claim for claim in earlier if claim.indicator in FLOWS or claim.indicator == "rank"]
    if (
        flows
        and POINTS_BACK.match(setting.sentence.text, share.whole.start)
        and setting.sentence.text[share.whole.start :].lower()[:4] in ("them", "thes", "thos")
    ):
        flows = [claim for claim in flows if claim.indicator != "rank"] or flows  # "with sales of $3.3 billion, a fifth of them soybeans"
    last = flows[-1] if flows else setting.context.last
    if last is None:
        return None
    indicator = last.rank_basis if last.indicator == "rank" else last.indicator
    sign = last.balance_sign
    holds = share.holder.flow
    if holds is not None and holds.indicator != indicator and not POINTS_BACK.match(setting.sentence.text, share.whole.start):
        indicator, sign = holds.indicator, holds.sign  # "that gap accounted for 32 percent of the total": of all gaps
    if indicator not in FLOWS:
        return None
    whole = not share.holder.antecedent and last.indicator != "rank" and last.measure != "share"
    return DividedFlow(
        indicator=indicator,
        sign=sign if indicator == "balance" else None,
        reporter=last.reporter,
        owned=True,
        partners=last.partners if whole else ("WLD",),
        scope=last.scope,
        basis="inferred" if last.scope_basis == "explicit" else last.scope_basis,
        product=last.product,
        words=last.share_of if last.measure == "share" and last.share_of else "the total",
    )
