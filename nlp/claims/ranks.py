"""Ranks: who is ranked, in whose ranking, and by what."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.claims.checkable import is_checkable
from nlp.claims.figures import Figures
from nlp.claims.head import Head
from nlp.claims.modality import read_modality
from nlp.claims.part import Part
from nlp.claims.parties import party_list, read_parties
from nlp.claims.scope import read_product, read_scope
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.territory import Territory
from nlp.claims.timing import implied_period, when_of
from tradeclaims.records import Claim

OF_WHOM = re.compile(r"[\w\s]{0,30}?\b(?:of|for|to|with which|by|in)\s+(?:the\s+)?", re.IGNORECASE)
WITH = re.compile(r"(?:[\w\s,.]{0,40}?)\b(?:with|was|is|to|from)\s+(?:the\s+)?(?:one\s+with\s+)?", re.IGNORECASE)
OWNER = re.compile(r"['’]?s?['’]?\s+", re.IGNORECASE)
OUR = re.compile(r"\b(?:our|its|the country['’]s|the nation['’]s)\s*$", re.IGNORECASE)
OVERTAKEN = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:overt\w+|edg\w+ past|mov\w+ past|leapfrog\w*|pull\w+ ahead of|surpass\w+|pass\w+|displac\w+|replac\w+|edged out)\s+(?:the\s+)?",
    re.IGNORECASE,
)
MONEY_REACH = 60


def rank_claims(setting: Setting, territories: list[Territory], number: int, earlier: list[Claim]) -> Iterator[Claim]:
    """Rank claims of one head, one per country ranked, each with the level that stands in the same phrase."""
    sentence, territory = setting.sentence, territories[number]
    head = territory.head
    again = _same_ranking(sentence, head, earlier)
    if again is not None:
        yield again
        return
    model = _model(setting, territories, number, earlier)
    if head.rank_basis is None and model is None:
        return
    reporter, ranked = _sides(setting, territory, model)
    scope, basis = read_scope(sentence, territory)
    if scope == "unspecified" and model is not None:
        scope, basis = model.scope, model.scope_basis
    product = read_product(sentence, territory) or (model.product if model else None)
    if scope == "unspecified" and product:
        scope, basis = "goods", "explicit"
    part = Part(figures=Figures(), partners=tuple(ranked), start=territory.start, end=territory.end)
    when = when_of(setting, part, earlier)
    kind = head.rank_basis or (model.indicator if model else None)
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
        yield single


def _same_ranking(sentence: Sentence, head: Head, earlier: list[Claim]) -> Claim | None:
    """ "Mexico was the top partner; Canada ranked second and China third": the next places of the ranking just told."""
    told = [claim for claim in earlier if claim.indicator == "rank"]
    subject = next((m for m in reversed(sentence.parties) if m.end <= head.start), None)
    if not told or head.rank_basis is not None or subject is None or head.start - subject.end > 12 or told[-1].partners == (subject.what,):
        return None
    return replace(told[-1], partners=(subject.what,), rank=head.rank)


def _model(setting: Setting, territories: list[Territory], number: int, earlier: list[Claim]) -> Claim | None:
    """The claim, or the bare flow, earlier in the sentence whose rank this is."""
    flows = [claim for claim in earlier if claim.indicator not in ("rank", "tariff_rate")]
    if flows:
        return flows[-1]
    nouns = [t for t in territories if t.head.kind == "noun" and t is not territories[number]]
    if not nouns:
        return None
    territory = ([t for t in nouns if t.head.start < territories[number].head.start] or nouns)[-1]
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
            return (owner.what if owner else model.reporter if model else setting.context.country), ranked
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
    of_whom = next((m for m in right if OF_WHOM.fullmatch(sentence.text, head.end, m.start)), None)
    subject = _subject(sentence, head, owner)
    reporter = owner.what if owner else of_whom.what if of_whom else setting.context.country
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


def _subject(sentence: Sentence, head: Head, owner: Mark[str] | None) -> Mark[str] | None:
    """The country just before: "South Korea is the sixth largest", "making South Korea the sixth largest"."""
    before = [m for m in sentence.parties if m.end <= head.start and m is not owner and head.start - m.end < MONEY_REACH]
    if len(before) > 1 and OVERTAKEN.fullmatch(sentence.text, before[-2].end, before[-1].start):
        return before[-2]
    return before[-1] if before else None


def _level(setting: Setting, territory: Territory, ranked: Claim) -> Claim | None:
    """The level named beside a ranked balance: "the next largest, with Mexico, at $71.1 billion"."""
    head, sentence = territory.head, setting.sentence
    if ranked.rank_basis != "balance":
        return None
    money = next(
        (
            m
            for m in sentence.quantities
            if m.what.unit == "currency" and head.end <= m.start < territory.end and m.start - head.end < MONEY_REACH
        ),
        None,
    )
    if money is None:
        return None
    level = replace(
        ranked,
        indicator="balance",
        rank_basis=None,
        measure="level",
        rank=None,
        share_of=None,
        value=money.what,
        qualifier=money.what.qualifier,
    )
    return replace(level, checkable=is_checkable(level, sentence))
