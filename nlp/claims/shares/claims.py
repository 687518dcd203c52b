"""From share statements to claims."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.claims.checkable import LEAST, is_checkable
from nlp.claims.figures import Figures
from nlp.claims.modality import read_modality
from nlp.claims.part import Part
from nlp.claims.parties import usual_reporter
from nlp.claims.sentence import Sentence
from nlp.claims.setting import Setting
from nlp.claims.shares.flow import flow_of
from nlp.claims.shares.held import held_by
from nlp.claims.shares.statement import Share
from nlp.claims.timing import when_of, with_implied_period
from tradeclaims.records import Claim

EACH = re.compile(r"\b(?:each|apiece|both)\b", re.IGNORECASE)
NEXT_STATEMENT = re.compile(r";|,?\s+(?:which|who|whose|while|whereas|but)\b", re.IGNORECASE)
JOINT = re.compile(r";|,\s*(?:and|while|but|whereas)\b|\b(?:while|whereas|but)\b", re.IGNORECASE)


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
    flow = flow_of(setting, share, earlier)
    if flow is None:
        return
    held = held_by(setting, share, flow, [*later[::-1], *earlier])
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
    if share.holder.count and product is None and setting.context.last is not None:
        product = setting.context.last.product  # "together the four supplied 81 percent of what the country bought": of the goods told of
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
    claim = _with_sum_in_brackets(setting, share, claim)
    level = _worth(setting, share, claim, earlier)
    if level is not None:
        yield level
    claim = replace(claim, checkable=is_checkable(claim, setting.sentence))
    if len(partners) > 1 and EACH.search(setting.sentence.left(main.start, 40)):
        yield from (replace(claim, partners=(partner,)) for partner in partners)
    else:
        yield claim


def _with_sum_in_brackets(setting: Setting, share: Share, claim: Claim) -> Claim:
    """The claim with the sum that stands in brackets behind its holder: "nearly a third of this went to Mexico ($5.8 billion)"."""
    text = setting.sentence.text
    sum_ = next(
        (
            q
            for q in setting.sentence.quantities
            if q.what.unit == "currency" and re.fullmatch(r"\s*\(", text[share.behind : q.start]) and text[q.end : q.end + 1] == ")"
        ),
        None,
    )
    if sum_ is None or claim.share is None or not share.holder.named:
        return claim
    return replace(claim, measure="level", value=sum_.what, qualifier=sum_.what.qualifier, from_value=None, change_pp=None)


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
