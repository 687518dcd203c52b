"""Tariff rates: who imposes them, on whom, on what, from when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.claims.figures import read_figures
from nlp.claims.modality import read_modality
from nlp.claims.scope import read_product, read_scope
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.territory import Territory
from tradeclaims.records import Claim
from tradeclaims.values import Period

IMPOSES = re.compile(
    r"\s+(?:also\s+|has\s+|have\s+|had\s+|will\s+|would\s+|could\s+|is\s+|itself\s+)*(?:impos|levi|levy|slap|charg|appl|plac|put|rais|threaten|announc|retaliat|set|collect|respond)\w*",
    re.IGNORECASE,
)
ON = re.compile(r"\b(?:on|against|from|of)\s+(?:[\w$.,'’-]+\s+){0,6}?$", re.IGNORECASE)
STARTS = re.compile(
    r"\b(?:from|starting|effective|beginning|start(?:s|ed)?|begins?|takes? effect|took effect|as of|by|since|until|kick\w* in|into effect|in force)\s+(?:on\s+|in\s+|from\s+)?$",
    re.IGNORECASE,
)
IMPOSED = re.compile(r"\b(?:imposed|slapped|levied|applied|taxed)\b[^;]*\bon\s+$", re.IGNORECASE)
SELF = re.compile(r"^(?:starting|effective|beginning|from|in|this|next|last)\b", re.IGNORECASE)
ELSE = re.compile(
    r"\b(?:propos\w+|announc\w+|said|hearing|told|signed|threaten\w+|tweet\w+|follow\w*|until|deadline)\b[^,;]{0,20}$", re.IGNORECASE
)


def tariff_claim(setting: Setting, territory: Territory) -> Iterator[Claim]:
    """The claim of one tariff head."""
    sentence, head = setting.sentence, territory.head
    assert head.rate is not None
    reporter, partners = _sides(setting, territory)
    scope, basis = read_scope(sentence, territory)
    product = read_product(sentence, territory)
    if scope == "unspecified" and (product or re.search(r"\b(?:goods|products|imports)\b", sentence.text)):
        scope, basis = "goods", "explicit"
    figures = read_figures(sentence, head, territory.start, territory.end)[0]
    moved = head.from_rate is not None or figures.factor is not None
    start = next((m.start for m in sentence.quantities if m.what is head.rate), head.start)
    yield Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=sentence.span,
        reporter=reporter,
        partners=partners,
        indicator="tariff_rate",
        scope=scope,
        scope_basis=basis,
        product=product,
        measure="rate",
        value=head.rate,
        from_value=head.from_rate,
        factor=figures.factor.what if figures.factor else None,
        direction=figures.direction if moved else None,
        period=_period(sentence, territory),
        qualifier=head.rate.qualifier,
        modality=read_modality(sentence, territory.start, territory.end, start, tariff=True),
        speaker=setting.attribution.speaker,
        cue=setting.attribution.cue,
        quotation=setting.attribution.quotes(sentence.span.start + start),
        checkable=False,
        extractor_version=setting.version,
    )


def _sides(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]]:
    sentence, head, country = setting.sentence, territory.head, setting.context.country
    on = [m for m in sentence.parties if m.start >= head.end and ON.search(sentence.text[head.end : m.start])]
    if not on:
        on = [m for m in sentence.parties if m.end <= head.start and ON.search(sentence.left(m.start, 50)) and m.start >= territory.start]
    imposer = _imposer(sentence, head.start, on)
    reporter = imposer.what if imposer else country
    if imposer is None and on and on[0].what == country:
        reporter = next((m.what for m in sentence.parties if m.what != country), None)
    partners = tuple(dict.fromkeys(m.what for m in on if m.what != reporter))[:3]
    if partners:
        return reporter, partners
    others = list(dict.fromkeys(m.what for m in sentence.parties if m.what != reporter))
    if len(others) == 1:
        return reporter, (others[0],)
    return reporter, (country,) if country and country != reporter else ("WLD",)


def _imposer(sentence: Sentence, head: int, on: list[Mark[str]]) -> Mark[str] | None:
    for mark in sentence.parties:
        if mark in on:
            continue
        if IMPOSES.match(sentence.text, mark.end):
            return mark
        if (
            mark.end <= head
            and re.fullmatch(r"(?:['’]s?)?\s+(?:[\w.%$’'-]+\s+){0,4}", sentence.text[mark.end : head])
            and head - mark.end < 35
        ):
            return mark
    return None


def _period(sentence: Sentence, territory: Territory) -> Period | None:
    """The day or time the rate applies from; the day it was announced or is heard about is another matter."""
    for mark in sentence.dates:
        left = sentence.left(mark.start, 40)
        if STARTS.search(left) or (SELF.match(mark.what.raw or "") and not ELSE.search(left)):
            since = STARTS.search(left)
            if since and mark.what.raw and not SELF.match(mark.what.raw):
                return replace(mark.what, raw=f"{since.group().strip()} {mark.what.raw}")
            return mark.what
        if mark.what.freq == "day" and re.search(r"\bon\s+$", left) and re.search(r"\d", mark.what.raw or "") and not ELSE.search(left):
            return mark.what
        if mark.what.freq == "day" and IMPOSED.search(sentence.text[: mark.start]) and re.search(r"\d", mark.what.raw or ""):
            return mark.what
    return None
