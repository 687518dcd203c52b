"""From heads, parties, figures and periods to claims."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nlp.claims.apposition import apart
from nlp.claims.beside import with_foils
from nlp.claims.carried import carried_heads, model_of
from nlp.claims.categories import opens_categories, read_categories
from nlp.claims.checkable import is_checkable, makes_claim
from nlp.claims.compared_heads import without_causes, without_compared
from nlp.claims.compared_rates import ComparedRate, claims_of, set_aside
from nlp.claims.dealings import behind_rank
from nlp.claims.head import Head
from nlp.claims.indicators import find_heads
from nlp.claims.lists import parts_of
from nlp.claims.measured import CONTAINERS
from nlp.claims.modality import REPRINT, TWO_PRINTS, read_modality, read_vintage
from nlp.claims.part import Part
from nlp.claims.parties import Parties, read_parties
from nlp.claims.ranks import rank_claims
from nlp.claims.rows import without
from nlp.claims.said import is_gapped
from nlp.claims.scope import Basis, read_product, read_scope
from nlp.claims.scope_words import scope_in
from nlp.claims.sector import sector_of
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.shares import Share, find_shares, wholes_of, with_shares, without_shares
from nlp.claims.tariffs import carried_rates, remember_tariff, tariff_claim
from nlp.claims.territory import Territory, divide
from nlp.claims.timing import note_basis, when_of, with_implied_period
from tradeclaims.records import Claim
from tradeclaims.records.claim import Indicator, Modality, Scope
from tradeclaims.values import Quantity

JOINED = re.compile(r"\s+(?:and|or)\s+", re.IGNORECASE)
OR_SHARE = re.compile(r"(?:\s+worth)?,?\s+(?:or\s+|\()(?:about\s+|nearly\s+|just\s+)?", re.IGNORECASE)
VERBLESS = re.compile(
    r"\b(?:was|were|is|are|will|would|could|has|had|have|\w+(?<!e)ed|rose|fell|grew|shrank|hit|came|went|stood|forecasts?|expects?|sees?|say|says|said)\b",
    re.IGNORECASE,
)
"""A verb; a clause without one shares the verb before it."""


def read_sentence(setting: Setting) -> list[Claim]:
    """All claims of one sentence, in text order. Teaches the context as it goes."""
    sentence = setting.sentence
    heading = opens_categories(sentence)
    if heading is not None:
        before = replace(setting, sentence=without(sentence, [(heading, len(sentence.text))]))
        told = read_sentence(before) if any(q.start < heading for q in sentence.quantities) else []
        return [*told, *read_categories(setting, told)]
    shares = find_shares(sentence)
    plain = without_shares(sentence, shares)

    def read(part: Setting) -> list[Claim]:
        return _read(part, shares)

    told = [claim for part in apart(plain) for claim in with_foils(replace(setting, sentence=part), read)]
    return with_shares(setting, shares, told)


def _read(setting: Setting, shares: list[Share]) -> list[Claim]:
    """The claims of all but shares, whose wholes only bound the words of other flows."""
    context = setting.context
    if CONTAINERS.search(setting.sentence.text):
        return []
    sentence, compared = set_aside(setting.sentence)
    setting = replace(setting, sentence=sentence)
    wholes = wholes_of(shares)
    divided = {share.whole.head.start: share.holder.parties for share in shares if share.whole.head is not None and share.holder.parties}
    found = without_causes(sentence, without_compared(sentence, find_heads(sentence)))
    heads = [head for head in found if not any(whole.start <= head.start and head.end <= whole.end for whole in wholes)]
    heads += [whole for whole in wholes if not sentence.text[whole.start : whole.end].isspace()]
    carried = (not heads and carried_rates(sentence, context)) or carried_heads(sentence, context, heads)
    heads = [head for head in heads if all(head.end <= one.start or one.end <= head.start for one in carried)]
    heads = sorted([*heads, *carried], key=lambda head: head.start)
    claims: list[Claim] = []
    before: Parties | None = None
    if not heads:
        remember_tariff(setting, [])
        return _goes_on_in_rates(setting, compared)
    territories = _rejoined(sentence, divide(sentence, heads))
    asides: list[Claim] = []
    portions: list[Claim] = []
    for number, territory in enumerate(territories):
        if territory.head.kind == "share":
            continue
        if territory.head.kind == "tariff":
            told = [claim for claim in claims if claim.indicator == "tariff_rate"]
            claims += tariff_claim(setting, territory, told[-1] if told else None)
            continue
        if territory.head.kind == "rank":
            claims += rank_claims(setting, territories, number, list(claims), shares)
            continue
        model = model_of(territory.head, claims, context) if territory.head.carried else None
        if territory.head.carried:
            if model is None and number == 0:
                continue
            # A flow that was named without a figure is gone on about as well: "June's deficit narrowed, and May's was $59.2 billion".
            parties = (
                _taken_over(territory.head, model, context.country)
                if model
                else read_parties(sentence, territories[number - 1], context, before)
            )
        else:
            parties = read_parties(sentence, territory, context, before)
        if territory.head.start in divided and (not parties.stated or set(parties.partners) <= set(divided[territory.head.start])):
            parties = replace(parties, partners=("WLD",))
        ranked = [claim for claim in claims if claim.indicator == "rank" and claim.partners]
        if ranked and not parties.stated and territory.head.indicator == ranked[-1].rank_basis:
            # "China is the top partner, with trade of $600 billion"
            parties = Parties(reporter=ranked[-1].reporter, partners=ranked[-1].partners, stated=True)
        if ranked and territory.head.kind == "verb" and behind_rank(sentence, territory.head.start, territory.head.end):
            parties = _of_ranked(territory.head, ranked[-1], parties)
        if context.passage and parties.partners == ("WLD",) and not parties.stated:
            continue
        if context.fiscal and territory.head.indicator == "balance" and not parties.stated:
            continue
        made = list(_flow_claims(setting, territories, number, parties, list(claims), model))
        if parties.stated or (before is None and made):
            before = parties
        claims += made
        if territory.head.portion or parties.portion:
            portions += made
        beside = [one for one in compared if territory.start <= one.start < territory.end or (one.start < territory.start and number == 0)]
        rates = [claim for claim in made if (claim.change_pct or claim.factor or claim.direction) is not None and claim.share is None]
        asides += claims_of(beside, rates, setting.document.published) if rates else ()
    for claim in claims:
        context.learn(claim, portion=claim in portions)
    note_basis(setting, claims)
    remember_tariff(setting, claims)
    return [*claims, *asides]


def _rejoined(sentence: Sentence, territories: list[Territory]) -> list[Territory]:
    """The territories, where a flow gets back the change told behind its rank: "the deficit was the largest ever, marking a 37.9 percent rise"."""
    rejoined = list(territories)
    for place, (one, ranked) in enumerate(pairwise(territories)):
        own = any(one.start <= q.start < one.end and q.what.unit in ("currency", "percent") for q in sentence.quantities)
        if own or ranked.head.kind != "rank" or one.head.kind != "noun" or ranked.head.rank_basis not in (None, one.head.indicator):
            continue
        change = MARKING.search(sentence.text, ranked.head.end, ranked.end)
        if change and any(0 <= q.start - change.end() <= 3 and q.what.unit in ("currency", "percent") for q in sentence.quantities):
            rejoined[place] = replace(one, end=ranked.end)
    return rejoined


OF_SERVICES = re.compile(
    r"services\Z|\A(?:travel|tourism|education|transport|transportation|freight|insurance|royalties|licensing|consulting)\Z"
)
"""Products that are services."""

MARKING = re.compile(
    r",\s+(?:marking|representing|reflecting|registering|recording|posting|showing)\s+(?:an?\s+)?(?:about\s+|nearly\s+)?", re.IGNORECASE
)


def _goes_on_in_rates(setting: Setting, compared: list[ComparedRate]) -> list[Claim]:
    """ "That followed a 6.5 percent rise in February": another rate of the flow told of last."""
    last = setting.context.last
    if not compared or last is None or last.change_pct is None:
        return []
    start = setting.sentence.span.start
    return [
        replace(
            claim,
            evidence=setting.sentence.span,
            speaker=None,
            cue=None,
            quotation=setting.speakers.quotes(start + one.rate.start),
            qualifier_surface=None,
        )
        for one, claim in zip(compared, claims_of(compared, [last], setting.document.published), strict=True)
    ]


def _of_ranked(head: Head, rank: Claim, parties: Parties) -> Parties:
    """What a ranked market bought is the exports of the country that ranks it, what a ranked supplier sold its imports."""
    flow: Indicator = "imports" if head.indicator == "exports" else "exports"
    if rank.rank_basis not in (flow, "total_trade") or rank.partners == ("WLD",):
        return parties
    return Parties(reporter=rank.reporter, partners=rank.partners, stated=True, flow=flow)


def _taken_over(head: Head, model: Claim, home: str | None) -> Parties:
    """The parties of the flow gone on about, with the partner that the clause itself names."""
    if head.owner is not None and head.owner != model.reporter:
        # "China's shipments" are imports where imports are told of, and so is what is set beside them; any other owner is a reporter.
        sender = model.indicator == "imports" and (head.plural or (model.partners != ("WLD",) and model.reporter == home))
        sender = sender or (
            model.indicator == "balance" and model.partners != ("WLD",) and model.reporter == home
        )  # "Canada's was little changed"
        if sender:
            return Parties(reporter=model.reporter, partners=(head.owner,), stated=True)
        partners = tuple(p for p in model.partners if p != head.owner)
        return Parties(reporter=head.owner, partners=partners, stated=True)
    if head.partner is None or head.partner == model.reporter:
        return Parties(reporter=model.reporter, partners=model.partners, stated=False)
    return Parties(reporter=model.reporter, partners=(head.partner,), stated=True)


def _flow_claims(
    setting: Setting, territories: list[Territory], number: int, parties: Parties, earlier: list[Claim], model: Claim | None
) -> Iterator[Claim]:
    sentence = setting.sentence
    territory = territories[number]
    scope, basis = read_scope(sentence, territory)
    product = read_product(sentence, territory)
    if scope == "goods+services" and basis == "inferred" and parties.reporter != "USA":
        scope, basis = "unspecified", "none"  # that the total is one of goods and services is an American custom
    if scope == "unspecified" and territory.head.kind in ("noun", "verb") and earlier:
        scope, basis = (
            _of_neighbour(sentence, territory, parties, earlier) or _of_joined(sentence, territories, number, earlier[-1]) or (scope, basis)
        )
    if earlier and earlier[-1].indicator == "rank" and behind_rank(sentence, territory.head.start, territory.head.end):
        product = product or earlier[-1].product
        if scope == "unspecified":
            scope, basis = earlier[-1].scope, earlier[-1].scope_basis
    if model is not None:
        product = territory.head.product or model.product
        if scope == "unspecified":
            scope, basis = model.scope, model.scope_basis if model.scope_basis != "explicit" else "inferred"
            if model.scope_basis == "inferred" and parties.stated:
                scope, basis = "unspecified", "none"  # what is so by custom for the total need not be so for one partner
    sector = sector_of(setting, territory) if product is None and scope in ("unspecified", "goods") else None
    if sector is not None:
        (scope, product), basis = sector, "inferred"
    last = setting.context.last
    if (
        sector is None
        and product is None
        and model is None
        and last is not None
        and last.product
        and _goes_on_in(setting, territory, earlier, last)
    ):
        product = last.product
        scope, basis = last.scope, "inferred"
    before: Modality | None = earlier[-1].modality if earlier else None
    told: list[Claim] = []
    parts = list(parts_of(sentence, territories, number, parties))
    scopes = [scope_in(sentence.text[part.start : part.end]) for part in parts] if len(parts) > 1 else [None] * len(parts)
    if any(scopes):
        scope, basis = read_scope(sentence, replace(territory, end=max(parts[0].end, territory.head.end)))
    for part, own_scope in zip(parts, scopes, strict=True):
        figures = part.figures
        if not makes_claim(sentence, territory, part, goes_on=setting.context.last is not None):
            continue
        when = when_of(setting, part, [*earlier, *told], parties.reporter)
        modality = read_modality(sentence, part.start, part.end, figures.main.start if figures.main else None, tariff=False)
        if before is not None and before != "denied" and VERBLESS.search(sentence.text[part.start : part.end]) is None:
            modality = before  # "expects $785 billion this year and $750 billion next"
        before = modality
        claim_scope, claim_basis, claim_product = scope, basis, part.product or product
        if own_scope is not None and any(scopes):
            claim_scope, claim_basis = own_scope, "explicit"
        if claim_product and (scope == "unspecified" or (model is not None and scope == "goods+services")):
            claim_scope, claim_basis = ("services" if OF_SERVICES.search(claim_product) else "goods"), "explicit"
        elif scope == "unspecified" and part.partners == ("WLD",) and parties.reporter == "USA" and territory.head.kind == "noun":
            claim_scope, claim_basis = "goods+services", "inferred"
        claim = claim_of(setting, territory, part, parties)
        claim = replace(
            claim,
            scope=claim_scope,
            scope_basis=claim_basis,
            product=claim_product,
            period=when.period,
            compare_period=when.compare,
            modality=modality,
            vintage=read_vintage(
                sentence, part.start, part.end, (figures.from_value.start, figures.from_value.end) if figures.from_value else None
            ),
        )
        if territory.head.portion and figures.value is not None and (part_of := _share_beside(sentence, figures.value)) is not None:
            claim = replace(claim, share=part_of, share_of="the total", change_pct=None, direction=None)
        if claim.period is None:
            claim = with_implied_period(setting, claim)
        for version in _revised(claim, sentence.text[part.start : part.end]):
            known = not territory.head.portion or model is None or model.checkable or model.modality != "asserted"
            yield replace(version, checkable=known and is_checkable(version, sentence, figures.main.start if figures.main else None))
        told.append(claim)


def _goes_on_in(setting: Setting, territory: Territory, earlier: list[Claim], last: Claim) -> bool:
    """Whether a bare flow is still that of the product told of last: "Pork exports … Through May, exports were up 6 percent", in a text that told no total."""
    head, sentence = territory.head, setting.sentence
    if setting.context.world or earlier or head.indicator != last.indicator:
        return False
    if head.kind == "noun":
        phrase = sentence.text[territory.phrase : head.start]
        for day in (d for d in sentence.dates if d.what.freq == "month"):
            phrase = phrase.replace(sentence.text[day.start : day.end], "the")
        return BARE.fullmatch(phrase) is not None and not sentence.products
    figure = next((q for q in sentence.quantities if head.end <= q.start < territory.end), None)
    unit = last.value.unit if last.value else None
    return (
        head.kind == "verb"
        and figure is not None
        and figure.what.unit == unit != "currency"
        and re.match(r"\s+of\b", sentence.text[figure.end :]) is None
    )


BARE = re.compile(
    r"\W*(?:and\s+)?(?:(?:the|its|their|our|an?|that|with|while|as|but)\s+)*(?:(?:resulting|monthly|annual|yearly|trade|small|large|record|narrower|wider|smaller|larger|higher|lower)\s+)*\Z",
    re.IGNORECASE,
)
"""Before a flow that names nothing of its own."""


def _share_beside(sentence: Sentence, value: Mark[Quantity]) -> Quantity | None:
    """The share told beside a portion's sum: "$268 million, or 71 percent, came from China"."""
    return next(
        (m.what for m in sentence.quantities if m.what.unit == "percent" and OR_SHARE.fullmatch(sentence.text, value.end, m.start)), None
    )


def _of_neighbour(sentence: Sentence, territory: Territory, parties: Parties, earlier: list[Claim]) -> tuple[Scope, Basis] | None:
    """The scope that a flow leaves out because the one told before it in the sentence has it.

    "The goods deficit with Mexico …; the surplus with Hong Kong …", "sold $682 billion of services and bought $453 billion",
    "merchandise exports rose 1.1 percent while imports jumped 10.3 percent".
    """
    told, head = earlier[-1], territory.head
    if told.indicator == "total_trade" and told.scope_basis == "explicit" and not told.product and told.partners == parties.partners:
        return (told.scope, "inferred") if not parties.stated or head.indicator in ("exports", "imports") else None
    flows = [claim for claim in earlier if claim.indicator not in ("rank", "tariff_rate")]
    bare = territory.head.kind == "noun" and BARE.fullmatch(sentence.text, territory.phrase, territory.head.start) is not None
    custom = parties.reporter == "USA" and parties.partners == ("WLD",)  # goods and services, if nothing else were said
    figure = next((q for q in sentence.quantities if territory.head.end <= q.start < territory.end), None)
    plural = sentence.text[: territory.head.end].endswith("s")  # not "export $22 billion of goods and import $27 billion"
    gapped = plural and figure is not None and is_gapped(sentence, territory.head.end, figure.start)
    if bare and (custom or gapped) and flows and territory.head.indicator != flows[-1].indicator and not flows[-1].product:
        last = flows[-1]
        if last.scope in ("goods", "services") and (last.reporter, last.partners) == (parties.reporter, parties.partners):
            return last.scope, "inferred"
    if told.scope not in ("goods", "services") or told.scope_basis != "explicit" or told.product:
        return None
    if told.indicator == head.indicator == "balance" and ("WLD",) not in (told.partners, parties.partners):
        return told.scope, "inferred"
    returned = head.kind == "verb" and told.scope == "services" and {told.indicator, head.indicator} == {"exports", "imports"}
    return (told.scope, "inferred") if returned else None


def _of_joined(sentence: Sentence, territories: list[Territory], number: int, told: Claim) -> tuple[Scope, Basis] | None:
    """The scope said once for two flows: "merchandise exports and imports fell by 6.7 and 9.4 percent"."""
    before, head = territories[number - 1].head, territories[number].head
    joined = number > 0 and JOINED.fullmatch(sentence.text, before.end, head.start) is not None
    same = joined and told.indicator == before.indicator and told.scope in ("goods", "services") and not told.product
    return (told.scope, told.scope_basis) if same else None


def _revised(claim: Claim, words: str) -> list[Claim]:
    """A figure "revised from A to B" is two statements of one figure, and no change between two times."""
    plain = replace(claim, from_value=None, direction=None, compare_period=None, change_abs=None, change_pct=None)
    if claim.vintage == "revised" and claim.value is not None and claim.from_value is None and REPRINT.search(words):
        return [plain]
    if claim.vintage not in ("revised", "revised_base") or claim.value is None or claim.from_value is None or not TWO_PRINTS.search(words):
        return [claim]
    return [replace(plain, value=claim.from_value, vintage="first_reported"), replace(plain, vintage="revised")]


def claim_of(setting: Setting, territory: Territory, part: Part, parties: Parties) -> Claim:
    figures, head = part.figures, territory.head
    main = figures.main
    measure = figures.measure
    assert measure is not None or head.indicator == "balance"
    qualifier = main.what.qualifier if main else "exact"
    return Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=setting.sentence.span,
        reporter=part.reporter or parties.reporter,
        partners=part.partners,
        indicator=parties.flow or head.indicator,
        balance_sign=head.sign if head.indicator == "balance" else None,
        measure=measure or "direction",
        value=figures.value.what if figures.value else None,
        from_value=figures.from_value.what if figures.from_value else None,
        change_abs=figures.change_abs.what if figures.change_abs else None,
        change_pct=figures.change_pct.what if figures.change_pct else None,
        change_pp=figures.change_pp.what if figures.change_pp else None,
        factor=figures.factor.what if figures.factor else None,
        share=figures.share.what if figures.share else None,
        share_of=figures.share_of,
        direction=figures.direction,
        qualifier=qualifier,
        qualifier_surface=qualifier_words(main.what.raw) if main and qualifier != "exact" else None,
        quotation=setting.speakers.quotes(setting.sentence.span.start + (main.start if main else head.start)),
        extractor_version=setting.version,
    )


def qualifier_words(raw: str) -> str | None:
    """The hedge in front of a number: "more than" of "more than $500 billion"."""
    hedge = re.match(r"[^\d$€£¥₩A-Z]*[a-z](?=[\s$€£¥₩]|[A-Z]{1,3}\$)", raw)
    return hedge.group().strip() if hedge else None
