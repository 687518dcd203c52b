"""From share statements to claims."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.claims.checkable import LEAST, is_checkable
from nlp.claims.figures import Figures
from nlp.claims.head import Sign
from nlp.claims.indicators import find_heads
from nlp.claims.modality import read_modality
from nlp.claims.part import Part
from nlp.claims.parties import party_list, read_parties, usual_reporter
from nlp.claims.scope import Basis, read_product, read_scope
from nlp.claims.sentence import Sentence
from nlp.claims.setting import Setting
from nlp.claims.shares.statement import Share
from nlp.claims.territory import Territory, phrase_start
from nlp.claims.timing import when_of, with_implied_period
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
THAT = re.compile(r"\W*(?:that|this)\b", re.IGNORECASE)
EACH = re.compile(r"\b(?:each|apiece|both)\b", re.IGNORECASE)
NEXT_STATEMENT = re.compile(r";|,?\s+(?:which|who|whose|while|whereas|but)\b", re.IGNORECASE)
TOGETHER = re.compile(r"\b(?:together|combined|jointly|collectively|between them)\b", re.IGNORECASE)
JOINT = re.compile(r";|,\s*(?:and|while|but|whereas)\b|\b(?:while|whereas|but)\b", re.IGNORECASE)
NEXT_CLAUSE = re.compile(r"[,;:()]|\b(?:went|came|goes|comes|was|were|is|are|rose|fell|grew)\b")


def with_shares(setting: Setting, shares: Sequence[Share], told: Sequence[Claim]) -> list[Claim]:
    """The claims told in a sentence with those of its shares put between them in text order. Teaches the context the shares."""
    placed: list[tuple[int, Claim]] = []
    for claim in told:
        main = claim.value or claim.change_pct or claim.factor or claim.change_abs or claim.change_pp
        at = next((mark.start for mark in setting.sentence.quantities if mark.what is main), placed[-1][0] if placed else 0)
        placed.append((at, claim))
    for share in shares:
        behind = next((place for place, (at, _) in enumerate(placed) if at > share.at), len(placed))
        plain = replace(setting, sentence=_with_own_dates(setting.sentence, share, [other for other in shares if other is not share]))
        for claim in share_claims(plain, share, [c for _, c in placed[:behind]], [c for _, c in placed[behind:]]):
            level = next((n for n in reversed(range(behind)) if placed[n][1].value is not None), None)
            if level is not None and share.of_last and placed[level][1].partners == claim.partners:
                # "$396.9 billion, or 15.8 percent of the total" is one statement.
                placed[level] = (placed[level][0], replace(placed[level][1], share=claim.share, share_of=claim.share_of))
                continue
            placed.insert(behind, (share.at, claim))
            behind += 1
            setting.context.learn(claim)
    return [claim for _, claim in placed]


def _with_own_dates(sentence: Sentence, share: Share, others: Sequence[Share]) -> Sentence:
    """The sentence without the times that only the earlier values of other shares, or clauses behind, are for."""
    text = sentence.text
    marks = [other.earlier for other in others if other.earlier is not None]
    clause = NEXT_STATEMENT.search(text, share.behind)
    stop = clause.start() if clause else len(text)
    return replace(
        sentence,
        dates=tuple(
            d
            for d in sentence.dates
            if d.start < stop and not any(0 <= d.start - m.end <= 12 and "," not in text[m.end : d.start] for m in marks)
        ),
    )


def share_claims(setting: Setting, share: Share, earlier: Sequence[Claim], later: Sequence[Claim]) -> Iterator[Claim]:
    """The claim of one share; none where its flow or its holder cannot be told. `earlier` and `later` are the sentence's other claims."""
    flow = _flow(setting, share, earlier)
    if flow is None:
        return
    held = _held(setting, share, flow, [*later[::-1], *earlier])
    if held is None:
        return
    partners, held_product = held
    reporter = flow.reporter
    if reporter == "WLD":
        # "China had 14 percent of world exports" is China's own flow, to all the world.
        if len(partners) != 1:
            return
        reporter, partners = partners[0], ("WLD",)
    elif reporter in partners:
        if flow.owned and partners == (reporter,):
            return
        if not flow.owned:
            reporter = usual_reporter(setting.context, partners)
    partners = tuple(p for p in partners if p != reporter)
    if not partners:
        return
    scope, basis, product = flow.scope, flow.basis, flow.product
    product = held_product or product
    if product and scope == "unspecified":
        scope, basis = "goods", "explicit"
    figures = Figures(
        share=share.share,
        from_value=share.earlier,
        change_pp=share.points,
        direction=share.direction,
    )
    when = when_of(
        setting,
        Part(figures=figures, partners=partners, start=share.start, end=share.end),
        [claim for claim in earlier if claim.indicator != "rank" or not _is_implied(claim)],
        reporter,
    )
    main = figures.main
    assert main is not None
    measure = figures.measure
    assert measure is not None
    claim = Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=setting.sentence.span,
        reporter=reporter,
        partners=partners,
        indicator=flow.indicator,
        balance_sign=flow.sign,
        scope=scope,
        scope_basis=basis,
        product=product,
        measure=measure,
        share=share.share.what if share.share else None,
        from_value=share.earlier.what if share.earlier else None,
        change_pp=share.points.what if share.points else None,
        direction=figures.direction,
        share_of=flow.words,
        period=when.period,
        compare_period=when.compare,
        qualifier=main.what.qualifier,
        modality=read_modality(setting.sentence, _clause_start(setting, share), share.end, main.start, tariff=False),
        quotation=setting.speakers.quotes(setting.sentence.span.start + main.start),
        extractor_version=setting.version,
    )
    if claim.period is None:
        claim = with_implied_period(setting, claim)
    level = _worth(setting, share, claim, earlier)
    if level is not None:
        yield level
    claim = replace(claim, checkable=is_checkable(claim, setting.sentence))
    if len(partners) > 1 and EACH.search(setting.sentence.left(main.start, 40)):
        yield from (replace(claim, partners=(partner,)) for partner in partners)
    else:
        yield claim


def _worth(setting: Setting, share: Share, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The sum whose share it is, where only the whole says what flow it belongs to: "goods worth 111.5 billion euros, or 8.7 percent of exports"."""
    if not share.holder.antecedent or any(told.value is not None or told.measure != "rank" for told in earlier):
        return None
    money = [q for q in setting.sentence.quantities if q.what.unit == "currency" and q.end <= share.at and q.what.low >= LEAST]
    if len(money) != 1 or re.search(r"\bworth\s+(?:about\s+|nearly\s+|some\s+)?$", setting.sentence.text[: money[0].start]) is None:
        return None
    sum_ = money[0].what
    level = replace(
        claim,
        measure="level",
        share=None,
        share_of=None,
        from_value=None,
        change_pp=None,
        direction=None,
        value=sum_,
        qualifier=sum_.qualifier,
    )
    return replace(level, checkable=is_checkable(level, setting.sentence))


def _is_implied(claim: Claim) -> bool:
    """Whether the period of a claim is only the one that is meant where none is named."""
    return claim.period is not None and claim.period.anchor == "publication" and claim.period.raw is None


def _clause_start(setting: Setting, share: Share) -> int:
    """Where the clause of a share begins, for what it says of plans and conditions."""
    if share.holder.antecedent:
        return share.start
    joints = [hit.end() for hit in JOINT.finditer(setting.sentence.text, 0, share.start)]
    return joints[-1] if joints else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flow:
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


def _flow(setting: Setting, share: Share, earlier: Sequence[Claim]) -> _Flow | None:
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
    owner = whole.owner or (_owner_told(setting, earlier) if whole.of_subject else None)
    owned = owner is not None or any(whole.start <= m.start < whole.end for m in sentence.parties)
    scope, basis = read_scope(sentence, territory)
    reporter = owner or parties.reporter
    if scope == "unspecified" and reporter == "USA" and head.indicator == "balance" and parties.partners == ("WLD",):
        scope, basis = "goods+services", "inferred"
    return _Flow(
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


def _owner_told(setting: Setting, earlier: Sequence[Claim]) -> str | None:
    """Whose flow "the country's exports" are, where the holder is another: the one whose partners or flows were told of."""
    if earlier:
        return earlier[-1].reporter
    return setting.context.last.reporter if setting.context.last else None


def _told_before(setting: Setting, share: Share, earlier: Sequence[Claim]) -> _Flow | None:
    flows = [claim for claim in earlier if claim.indicator in FLOWS or claim.indicator == "rank"]
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
    return _Flow(
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


def _held(setting: Setting, share: Share, flow: _Flow, earlier: Sequence[Claim]) -> tuple[tuple[str, ...], str | None] | None:
    """The partners and the product that hold the share."""
    holder = share.holder
    if holder.flow is not None:
        territory = Territory(head=holder.flow, start=0, end=share.at, phrase=phrase_start(setting.sentence, holder.flow, 0))
        parties = read_parties(setting.sentence, territory, setting.context, None)
        product = read_product(setting.sentence, territory)
        if holder.flow.indicator != flow.indicator and product is None:
            return None  # exports' part of trade is a ratio of two flows
        if parties.partners in ((), ("WLD",)) and product is None:
            return None
        return parties.partners or ("WLD",), product
    if holder.antecedent and TOGETHER.search(setting.sentence.left(share.at, 40)):
        opening = next((m for m in setting.sentence.parties if m.end <= share.at), None)
        row = tuple(dict.fromkeys(m.what for m in party_list(setting.sentence, opening))) if opening else ()
        return (row, None) if len(row) > 1 else None
    if holder.antecedent:
        plain = [claim for claim in earlier if claim.indicator != "tariff_rate" and claim.measure != "share"]
        flows = [claim for claim in plain if claim.indicator != "rank"]
        ranks = [claim for claim in plain if claim not in flows]
        ranks = [claim for claim in ranks if _is_named(setting, claim, share.at)] or ranks[:1]
        found = flows or ranks
        told = found[-1] if found else setting.context.last if THAT.match(setting.sentence.text) else None
        if told is not None and (told.partners not in ((), ("WLD",)) or (told.product and told.product != flow.product)):
            return told.partners, told.product
        if told is not None and told.indicator == "rank" and told.reporter and told.partners == ("WLD",):
            return (told.reporter,), None
        goods = next((m.what for m in setting.sentence.products if m.end <= share.at), None)
        if told is None and goods and goods != flow.product:
            return flow.partners or ("WLD",), goods
        first = next((m.what for m in setting.sentence.parties if m.end <= share.at and m.what not in (flow.reporter, "WLD")), None)
        return ((first,), None) if first and told is None else None
    if holder.pronoun:
        country = _country_told(setting, share, flow)
        return ((country,), None) if country else None
    return (holder.parties or flow.partners, holder.product) if holder.named else None


def _is_named(setting: Setting, claim: Claim, before: int) -> bool:
    """Whether the country that a rank is of stands before an offset."""
    ranked = claim.partners if claim.partners != ("WLD",) else (claim.reporter,)
    return any(m.end <= before and m.what in ranked for m in setting.sentence.parties)


def _country_told(setting: Setting, share: Share, flow: _Flow) -> str | None:
    """The country that "it" or "the island" stands for: a foreign one before it in the sentence, else in the paragraph."""
    context = setting.context
    before = [m.what for m in setting.sentence.parties if m.end <= share.at and m.what not in (flow.reporter, "WLD", context.country)]
    if before:
        return before[-1]
    if len(context.partners) == 1 and context.partners != ("WLD",) and context.partners[0] != flow.reporter:
        return context.partners[0]
    return context.last_named if context.last_named != flow.reporter else None
