"""Ranks: who is ranked, in whose ranking, and by what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.claims.checkable import is_checkable
from nlp.claims.figures import Figures
from nlp.claims.head import Head
from nlp.claims.indicators.rank import ORDINALS, SAME
from nlp.claims.modality import read_modality
from nlp.claims.paired import elements_of
from nlp.claims.part import Part
from nlp.claims.parties import read_parties, usual_reporter
from nlp.claims.partners import party_list
from nlp.claims.scope import read_product, read_scope
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.shares import Share, share_claims
from nlp.claims.territory import Territory
from nlp.claims.timing import implied_period, when_of
from tradeclaims.records import Claim
from tradeclaims.values import Quantity

OF_WHOM = re.compile(
    r"(?:(?!\b(?:ahead|instead|because|behind|with|by way)\b)[\w\s]){0,30}?\b(?:of|for|to|with which|by|in)\s+(?:the\s+)?", re.IGNORECASE
)
WITH = re.compile(r"(?:[\w\s,.]{0,40}?)\b(?:with|was|is|to|from)\s+(?:the\s+)?(?:one\s+with\s+)?", re.IGNORECASE)
OWNER = re.compile(r"['’]?s?['’]?\s+", re.IGNORECASE)
OUR = re.compile(r"\b(?:our|its|the country['’]s|the nation['’]s)\s*$", re.IGNORECASE)
OVERTAKES = re.compile(
    r"\s+(?:\w+\s+){0,4}?(?:overt\w+|overhaul\w*|(?:edg|mov|push|pull|slip|climb|vault|leap|jump|nudg|shot|surg|went|sail|rac)\w*\s+(?:past|ahead of|over|out|aside|above)|leap(?:frog|t)\w*|"
    r"surpass\w*|pass(?:es|ed|ing)?|displac\w+|replac\w+|supplant\w*|supersed\w+|dethron\w+|unseat\w*|eclips\w+|oust\w*|usurp\w*|outpac\w+|outrank\w*|outstripp?\w*|beat(?:s|ing|en)?|"
    r"(?:took|takes?|taken|taking) over from|(?:knock|bump|push)\w*)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between the country that takes a place and the one that held it."""

OVERTAKES_LAST = re.compile(OVERTAKES.pattern.replace(r"\s+(?:\w+\s+){0,4}?", r"\b", 1) + r"\Z", re.IGNORECASE)
"""Before the country whose place is taken."""

BESIDE = re.compile(
    r"\b(?:behind|after|ahead of|alongside|unlike|like|than|only to|to|from|in|of|for|with|by|between)\s+(?:only\s+|just\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a country that is not the one ranked."""

OF_A_FLOW = re.compile(
    r"['’]s?\s|\s+(?:(?!(?:was|were|is|are|be|remain\w*|stay\w*|bec[ao]m\w*|as|the|our|its|an?|has|had|have|rank\w*|over\w+)\b)[\w-]+\s+){0,3}?"
    r"(?:exports?|imports?|trade|goods|deficits?|surplus|market|shipments|purchases|sales|products|buyers)\b",
    re.IGNORECASE,
)
"""Behind a country that only qualifies a flow or another word."""

OWN = re.compile(r"\b(?:our|its|their|the (?:country|nation|island|bloc|industry|sector|kingdom)['’]s)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
ANAPHOR = re.compile(
    r"\b(?:the|that|this) (?:\w+ )?(?:country|nation|island|bloc|kingdom|republic|market|neighbou?r)|\bit\b", re.IGNORECASE
)
LOST = re.compile(
    r"\b(?:los(?:es?|t|ing)|ced(?:es?|ed|ing)|g[ai]v(?:es?|en|ing) up|surrender\w*|relinquish\w*|yield\w*)\b[^,;]{0,50}$", re.IGNORECASE
)
TO_WHOM = re.compile(r"[^,;]{0,60}?\bto\s+(?:the\s+)?", re.IGNORECASE)
IS_WHO = re.compile(
    r"[^;]{0,60}?(?:\b(?:is|was|are|were|remains|remained|remain|being)|[,:—–-])\s+(?:the\s+|not\s+\w+\s+but\s+)?", re.IGNORECASE
)
PRODUCT_OF = re.compile(
    r"\s*(?:of|for|in)?\s+(?:(?:the|its|our|their|all|foreign|imported)\s+)*(?:[\w.]+(?:['’]s?)?\s+){0,3}", re.IGNORECASE
)
MONEY_REACH = 60
SUBJECT_REACH = 140


EARLIER_PLACE = re.compile(
    rf"\bfrom\s+(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|no\.\s?\d+)(?:\s+(?:place|spot|position))?,?\s+(?:in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def _without_earlier_places(sentence: Sentence) -> Sentence:
    """The sentence without the times of places held before: "12th, up from 28th a decade ago"."""
    return replace(sentence, dates=tuple(d for d in sentence.dates if not EARLIER_PLACE.search(sentence.left(d.start))))


def _next_placed(setting: Setting, territory: Territory, told: Claim) -> Iterator[Claim]:
    """A sentence that opens with the next country of the ranking before, with its level: "Canada was second at $27.5 billion"."""
    sentence, head = setting.sentence, territory.head
    subject = next((m for m in sentence.parties if OPENS.fullmatch(sentence.text[: m.start])), None)
    if subject is None or subject.what in (told.reporter, *told.partners) or not sentence.text[subject.end : head.start].isspace():
        return
    if (told.rank or 0) < (head.rank or 1) and PLACE_ENDS.match(sentence.text, head.end) is not None:
        yield from _with_level(setting, territory, _placed(setting, told, subject.what, head.rank or 1))


OPENS = re.compile(r"\W*(?:(?:and|while|meanwhile|next),?\s+)?(?:the\s+)?", re.IGNORECASE)
PLACE_ENDS = re.compile(r"\s*(?:[.,;(]|$|(?:at|with|on)\s+\S*\d|(?:and|while)\s+[A-Z])")
RANKED_BY_VERB = re.compile(r"rank", re.IGNORECASE)


def rank_claims(
    setting: Setting, territories: list[Territory], number: int, earlier: list[Claim], shares: Sequence[Share] = ()
) -> Iterator[Claim]:
    """Rank claims of one head, one per country ranked, each with the level that stands in the same phrase."""
    setting = replace(setting, sentence=_without_earlier_places(setting.sentence))
    sentence, territory = setting.sentence, territories[number]
    head = territory.head
    if head.share_of == SAME:
        yield from _same_ranking(setting, territory, earlier)
        return
    model = _model(setting, territories, number, earlier, shares)
    if head.rank_basis is None and model is None:
        again = setting.context.rank if not head.sign and not earlier else None
        if again is not None and RANKED_BY_VERB.match(sentence.text, head.start):
            subject = _subject(sentence, head, None)
            placed = _placed(setting, again, subject.what if subject else again.partners[0] if again.partners else "", head.rank or 1)
            yield from _with_level(setting, territory, placed)
        elif again is not None and again.partners not in ((), ("WLD",)):
            yield from _next_placed(setting, territory, again)
        return
    reporter, ranked = _sides(setting, territory, model)
    if head.partner is not None:
        # "Japan and Germany ranked fourth and fifth among America's partners": the last place holds the words of the ranking.
        last = [t.head for t in territories if t.head.partner is not None and t.head.share_of == head.share_of][-1]
        owner = _owner(sentence, last)
        reporter, ranked = (owner.what if owner else usual_reporter(setting.context, (head.partner,))), [head.partner]
    kind = head.rank_basis or (model.indicator if model else None)
    scope, basis = read_scope(sentence, territory)
    if model is not None and (scope == "unspecified" or (head.rank_basis is None and model.scope != "unspecified")):
        scope, basis = model.scope, model.scope_basis
    product = read_product(sentence, territory) or _product(sentence, head) or (model.product if model else None)
    told = setting.context.last
    if product is None and scope == "unspecified" and told is not None and told.indicator == kind and told.partners == ("WLD",):
        product = told.product  # "… imported textiles worth $101 billion. China was the largest supplier"
    if scope == "unspecified" and product:
        scope, basis = "goods", "explicit"
    part = Part(figures=Figures(), partners=tuple(ranked), start=territory.start, end=territory.end)
    when = when_of(setting, part, earlier)
    claim = Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=sentence.span,
        reporter=reporter,
        partners=(),
        indicator="rank",
        rank_basis=kind,
        balance_sign=head.sign or (model.balance_sign if model else None),
        scope=scope,
        scope_basis=basis,
        product=product,
        measure="rank",
        rank=head.rank,
        share_of=head.share_of,
        period=when.period,
        modality=read_modality(sentence, territory.start, territory.end, head.start, tariff=False),
        quotation=setting.speakers.quotes(sentence.span.start + head.start),
        extractor_version=setting.version,
    )
    if claim.period is None:
        claim = replace(claim, period=implied_period(setting, claim))
    for partner in ranked:
        single = replace(claim, partners=(partner,))
        single = replace(single, checkable=is_checkable(single, sentence))
        level = _level(setting, territory, single)
        if level is not None:
            yield level
            yield from _followers(setting, territory, level)
        yield single


def _followers(setting: Setting, territory: Territory, level: Claim) -> Iterator[Claim]:
    """The levels told after that of the first: "with China at $41.2bn, followed by the European Union at $17bn and Mexico at $9.8bn"."""
    sentence, head = setting.sentence, territory.head
    for element in elements_of(sentence, head.end, head.end, len(sentence.text), skip=level.reporter)[1:]:
        money = next((q for q in sentence.quantities if element.start <= q.start < element.end and q.what.unit == "currency"), None)
        if money is not None and element.key is not None and element.key.party is not None:
            claim = replace(level, partners=(element.key.party,), value=money.what, qualifier=money.what.qualifier)
            yield replace(claim, checkable=is_checkable(claim, sentence))


def _with_level(setting: Setting, territory: Territory, placed: Claim) -> Iterator[Claim]:
    level = _level(setting, territory, placed)
    if level is not None:
        yield level
    yield placed


def _same_ranking(setting: Setting, territory: Territory, earlier: list[Claim]) -> Iterator[Claim]:
    """ "Mexico was the top partner; Canada ranked second and China third", "followed by Canada and China": the next places of the ranking just told."""
    sentence, head = setting.sentence, territory.head
    told = next((claim for claim in reversed(earlier) if claim.indicator == "rank"), setting.context.rank)
    if told is None or told.rank is None:
        return
    if head.rank:
        subject = next((m for m in reversed(sentence.parties) if m.end <= head.start), None)
        if subject is not None and head.start - subject.end <= 25 and told.partners != (subject.what,):
            yield from _with_level(setting, territory, _placed(setting, told, subject.what, head.rank))
        return
    rank, at = told.rank, head.end
    before = [hit.group().lower() for hit in ORDINAL.finditer(sentence.text, 0, head.start)]
    if before and not earlier and ORDINALS.get(before[-1], 0) > rank:
        rank = ORDINALS[before[-1]]
    for mark in sentence.parties:
        if mark.start < at:
            continue
        if not NEXT_PLACE.fullmatch(sentence.text, at, mark.start):
            return
        rank += 1
        placed = _placed(setting, told, mark.what, rank)
        sum_beside = next(
            (q for q in sentence.quantities if q.start >= mark.end and ITS_SUM.fullmatch(sentence.text, mark.end, q.start)), None
        )
        if sum_beside is not None and sum_beside.what.unit == "currency":
            yield _with_change(sentence, _level_of(setting, placed, sum_beside), sum_beside.end)
        yield placed
        at = mark.end


def _with_change(sentence: Sentence, level: Claim, at: int) -> Claim:
    """The level with the change that stands right behind it: "followed by Mexico, at $240 billion, up 6 percent"."""
    change = next((q for q in sentence.quantities if q.start >= at and q.what.unit == "percent"), None)
    moved = UP_OR_DOWN.fullmatch(sentence.text, at, change.start) if change else None
    return replace(level, change_pct=change.what, direction="up" if moved.group("up") else "down") if change and moved else level


UP_OR_DOWN = re.compile(r",?\s+(?:(?P<up>up|a gain of|a rise of)|down|a drop of|a fall of)\s+(?:about\s+|nearly\s+|by\s+)?", re.IGNORECASE)
BESIDE_PLACE = re.compile(
    r"(?:[^,;()]{0,45}?)(?:,\s+(?:with|at|worth|buying|taking|shipping|selling|supplying|sending|absorbing|purchasing|importing|spending|with (?:sales|shipments|purchases|imports|exports|deliveries|trade) (?:of|worth|totall?ing|valued at))|\s+(?:with|at)|\s+\()\s*"
    r"(?:(?:about|nearly|almost|around|roughly|some|over|more than|just|just over|just under|a total of|goods worth|products worth)\s+)*",
    re.IGNORECASE,
)
"""Between a place and the sum that its holder bought or supplied."""

ITS_SUM = re.compile(r"\s*\(\s*|,?\s+(?:with|at)\s+(?:about\s+|nearly\s+|almost\s+|around\s+|just over\s+|more than\s+)?", re.IGNORECASE)
OF_ANOTHER = re.compile(
    r"\s+(?:in|of|worth of)\s+(?:[\w-]+\s+){0,4}?(?:trade|exports?|imports?|shipments|sales|purchases|investments?|aid|debt|deposits)\b",
    re.IGNORECASE,
)
"""Behind a sum that names what it is of."""
ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b(?!\s+(?:quarter|half|month|year|time|straight))", re.IGNORECASE)
NEXT_PLACE = re.compile(
    r"(?:\s*\([^()]*\)|,?\s+(?:with|at|on)\s+[^,;]{1,40}?)?(?:,\s+(?:up|down)\s+[^,;]{1,20})?\s*(?:,|,?\s+(?:and|then|and then|followed by))?\s*(?:and\s+|then\s+|by\s+)*(?:the\s+)?",
    re.IGNORECASE,
)
"""Between two places of one list, figures in brackets or behind "with" included."""


def _placed(setting: Setting, told: Claim, country: str, rank: int) -> Claim:
    """The same ranking with another country's place; a ranking of reporters by their own flows moves on to the reporter."""
    start = setting.sentence.span
    again = replace(told, evidence=start, rank=rank, quotation=setting.speakers.quotes(start.start))
    return replace(again, reporter=country) if told.partners == ("WLD",) else replace(again, partners=(country,))


def _product(sentence: Sentence, head: Head) -> str | None:
    """What is traded: "the third-largest market for U.S. rice", "its main supplier of oil"."""
    return next((m.what for m in sentence.products if head.end <= m.start and PRODUCT_OF.fullmatch(sentence.text, head.end, m.start)), None)


def _model(setting: Setting, territories: list[Territory], number: int, earlier: list[Claim], shares: Sequence[Share]) -> Claim | None:
    """The claim, or the bare flow, earlier in the sentence whose rank this is."""
    flows = [claim for claim in earlier if claim.indicator not in ("rank", "tariff_rate")]
    nearest = territories[number - 1].head if number else None
    bare = nearest is not None and nearest.kind == "noun" and flows and nearest.indicator != flows[-1].indicator
    if flows and not bare:
        return flows[-1]
    share = next((one for one in reversed(shares) if one.at < territories[number].head.start), None)
    held = next(share_claims(setting, share, earlier, []), None) if share else None
    if held is not None:
        return held
    nouns = [t for t in territories if t.head.kind == "noun" and t is not territories[number]]
    if not nouns:
        return None
    territory = ([t for t in nouns if t.head.start < territories[number].head.start] or nouns)[-1]
    # What stands between a flow and the rank that is said of it belongs to the flow: "the deficit that the United States ran with Canada was the biggest".
    territory = replace(territory, end=max(territory.end, territories[number].head.start))
    parties = read_parties(setting.sentence, territory, setting.context, None)
    scope, basis = read_scope(setting.sentence, territory)
    return Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=setting.sentence.span,
        reporter=parties.reporter,
        partners=parties.partners,
        indicator=territory.head.indicator,
        balance_sign=territory.head.sign,
        scope=scope,
        scope_basis=basis,
        measure="direction",
    )


def _sides(setting: Setting, territory: Territory, model: Claim | None) -> tuple[str | None, list[str]]:
    """The country whose ranking it is, and those that are ranked."""
    sentence, head = setting.sentence, territory.head
    right = [m for m in sentence.parties if m.start >= head.end]
    with_whom = next((m for m in right if WITH.fullmatch(sentence.text, head.end, m.start)), None)
    if head.rank_basis is None or head.rank_basis == "balance":
        if with_whom is not None and (model is None or re.search(r"\bwith\s+(?:the\s+)?$", sentence.text[: with_whom.start])):
            ranked = [m.what for m in party_list(sentence, with_whom)]
            owner = _owner(sentence, head)
            runs = next((m.what for m in reversed(sentence.parties) if m.end <= head.start and m.what not in ranked), None)
            usual = usual_reporter(setting.context, tuple(ranked)) if setting.context.country not in ranked else runs
            return (owner.what if owner else model.reporter if model else usual), ranked
        subject = _subject(sentence, head, None)
        if model is not None and (
            subject is None or model.partners != ("WLD",) or re.search(r"\bdeficit|surplus|gap", sentence.text[: head.start])
        ):
            named = [p for p in model.partners if p != "WLD"]
            if named or subject is None:
                return model.reporter, list(model.partners)
        reporter = next((m.what for m in right if subject is None or m.what != subject.what), setting.context.country)
        return reporter, [subject.what] if subject else []
    owner = _owner(sentence, head)
    owner = None if owner is not None and owner.what == "WLD" else owner
    if owner is None and sentence.text[head.start : head.end].lower().endswith((" to", " of ", " of")):
        owner = next((m for m in right if m.start - head.end <= 5), None)
    of_whom = next((m for m in right if OF_WHOM.fullmatch(sentence.text, head.end, m.start)), None)
    subject = _subject(sentence, head, owner)
    reporter = owner.what if owner else of_whom.what if of_whom else None
    if reporter is None or subject is None:
        told = _told_of(setting, head, model, reporter)
        if told is not None:
            return told
    if reporter is None and subject is not None and TRADES_ITSELF.search(sentence.text[head.start : head.end]):
        return subject.what, ["WLD"]
    if subject is None:
        # "The country's share of Korea's imports was 7.4 percent, fourth among all suppliers"
        holders = [m.what for m in sentence.parties if m.end <= head.start and OF_A_FLOW.match(sentence.text, m.end)]
        reporter = reporter or (holders[-1] if holders else None)
        partners = setting.context.partners
        if ANAPHOR.search(sentence.text, 0, head.start) and len(partners) == 1 and partners[0] not in ("WLD", reporter):
            return reporter or usual_reporter(setting.context, partners), list(partners)
    if reporter is None:
        reporter = usual_reporter(setting.context, (subject.what,) if subject else ())
    if subject is None:
        subject = next((m for m in right if m is not of_whom and WITH.fullmatch(sentence.text, head.end, m.start)), None)
    if subject is not None and subject.what != reporter:
        return reporter, [subject.what]
    if setting.context.topic and setting.context.topic != reporter:
        return reporter, [setting.context.topic]
    return reporter, []


def _owner(sentence: Sentence, head: Head) -> Mark[str] | None:
    """ "America's third-largest", "the U.S.'s", "the third-largest U.S. trading partner"."""
    inside = [m for m in sentence.parties if head.start <= m.start and m.end <= head.end]
    if inside:
        return inside[0]
    return next(
        (
            m
            for m in sentence.parties
            if OWNER.fullmatch(sentence.text, m.end, head.start) and not sentence.text[m.end : head.start].isspace()
        ),
        None,
    )


MAKING_IT = re.compile(
    r"\bmak(?:e|es|ing)\s+(?:it|the (?:country|island|nation|bloc))\s+(?:(?:the|its|our|[\w.]+['’]s?)\s+)?$", re.IGNORECASE
)
RELATIVE = re.compile(r",?\s+(?:which|that|who)\b", re.IGNORECASE)
TRADES_ITSELF = re.compile(r"\b(?:exporter|importer)$", re.IGNORECASE)
"""Nouns of those whose own flows are ranked, where no partner is named: "the world's largest exporter"."""


def _told_of(setting: Setting, head: Head, model: Claim | None, reporter: str | None) -> tuple[str | None, list[str]] | None:
    """The sides of the flow told before, where the rank only points at them: "…, making it the country's fourth-largest market"."""
    sentence = setting.sentence
    if model is None or model.partners in ((), ("WLD",)):
        return None
    near = sentence.text[max(0, head.start - 40) : head.start]
    last = max((m.end for m in sentence.parties if m.end <= head.start), default=0)
    pointed = ANAPHOR.search(sentence.text, max(last, head.start - 40), head.start) is not None
    own = OWN.search(near) is not None or reporter == model.reporter
    apposed = re.search(r"[,—–-]\s*(?:the\s+|still\s+|now\s+)*(?:(?:its|our)\s+)?$", near) is not None
    if (own or reporter is None) and (pointed or apposed):
        return model.reporter, list(model.partners)
    return None


def _subject(sentence: Sentence, head: Head, owner: Mark[str] | None) -> Mark[str] | None:
    """The country that has the place: the subject of "is" or "becomes", the one that overtakes, the one the place is lost to, or the one named behind "was"."""
    text = sentence.text
    clause = max((hit.end() for hit in re.finditer(r";", text[: head.start])), default=0)
    before = [m for m in sentence.parties if clause <= m.start and m.end <= head.start and m is not owner]
    right = [m for m in sentence.parties if m.start >= head.end and m is not owner]
    if LOST.search(text[: head.start]):
        return next((m for m in reversed(right) if TO_WHOM.fullmatch(text, head.end, m.start)), None)
    for one, other in pairwise(before):
        between = OVERTAKES.fullmatch(text, one.end, other.start)
        if between and not re.search(r"\bby\s+(?:the\s+)?$", text[: other.start]):
            return one
    if MAKING_IT.search(text[: head.start]):
        plain = [m for m in before if not OF_A_FLOW.match(text, m.end)]
        return plain[-1] if plain else None
    free = [
        m
        for m in before
        if RELATIVE.match(text, m.end) or not (BESIDE.search(text[: m.start]) and not re.search(r"\bby\s+(?:the\s+)?$", text[: m.start]))
    ]
    free = [m for m in free if OVERTAKES_LAST.search(text[: m.start]) is None]
    named = [m for m in free if not OF_A_FLOW.match(text, m.end)]
    near = [m for m in named if head.start - m.end < SUBJECT_REACH]
    if near:
        return near[-1]
    behind = next((m for m in right if IS_WHO.fullmatch(text, head.end, m.start)), None)
    if behind is not None:
        return behind
    return None


def _beside_place(sentence: Sentence, head: Head, money: Mark[Quantity]) -> bool:
    """Whether a sum is that of the country in the place just told, and no flow of its own follows it."""
    return (
        BESIDE_PLACE.fullmatch(sentence.text, head.end, money.start) is not None
        and OF_ANOTHER.match(sentence.text, money.end) is None
        and money.what.low >= 1_000_000
    )


def _level(setting: Setting, territory: Territory, ranked: Claim) -> Claim | None:
    """The level named beside a place: "the next largest, with Mexico, at $71.1 billion", "the largest supplier, with $40.6 billion"."""
    head, sentence = territory.head, setting.sentence
    if ranked.rank_basis is None:
        return None
    money = next(
        (
            m
            for m in sentence.quantities
            if m.what.unit == "currency" and head.end <= m.start < territory.end and m.start - head.end < MONEY_REACH
        ),
        None,
    )
    if money is None or (ranked.rank_basis != "balance" and not _beside_place(sentence, head, money)):
        return None
    return _level_of(setting, ranked, money)


def _level_of(setting: Setting, ranked: Claim, money: Mark[Quantity]) -> Claim:
    """The level that a ranking told of is about."""
    assert ranked.rank_basis is not None
    level = replace(
        ranked,
        indicator=ranked.rank_basis,
        rank_basis=None,
        measure="level",
        rank=None,
        share_of=None,
        value=money.what,
        qualifier=money.what.qualifier,
    )
    return replace(level, checkable=is_checkable(level, setting.sentence))
