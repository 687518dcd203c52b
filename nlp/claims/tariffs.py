"""Tariff rates: who imposes them, on whom, on what, from when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.claims.figures import read_figures
from nlp.claims.indicators.tariff_rate import IN_PLACE, NOUN, USUAL
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
ON = re.compile(r"\b(?:on|against(?!\s+(?:\w+\s+)?\d)|from|of)\s+(?:[\w$.,'’-]+\s+){0,6}?$", re.IGNORECASE)
STARTS = re.compile(
    r"\b(?:from|starting|effective|beginning|start(?:s|ed)?|begins?|takes? effect|took effect|as of|by|since|until|kick\w* in|into effect|in force)\s+(?:on\s+|in\s+|from\s+)?$",
    re.IGNORECASE,
)
IMPOSED = re.compile(r"\b(?:imposed|slapped|levied|applied|taxed)\b[^;]*\bon\s+$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:rose|doubled|tripled|quadrupled|went up|climbed|jumped|fell|dropped|came down|went down|took effect|came into (?:force|effect)|went into (?:force|effect)|kicked in|entered into force"
    r"|(?:was|were) (?:raised|doubled|cut|lowered|increased|hiked))\b(?:(?!\b(?:said|announced|told|signed|propos\w+|threaten\w+|and|but)\b)[^;])*$",
    re.IGNORECASE,
)
"""A change of the rate that happened; the day behind it is the day it applies from."""

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
        quotation=setting.speakers.quotes(sentence.span.start + start),
        checkable=False,
        extractor_version=setting.version,
    )


_UNION = frozenset(
    [
        "AUT",
        "BEL",
        "BGR",
        "HRV",
        "CYP",
        "CZE",
        "DNK",
        "EST",
        "FIN",
        "FRA",
        "DEU",
        "GRC",
        "HUN",
        "IRL",
        "ITA",
        "LVA",
        "LTU",
        "LUX",
        "MLT",
        "NLD",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "ESP",
        "SWE",
    ]
)
"""Members of the European Union: none has tariffs of its own."""

FACES = re.compile(
    r"\b(?:fac(?:e|es|ed|ing)|pay|pays|paid|owe|hit with|subject to|slapped with|charged)\s+(?:an?\s+|the\s+|with\s+)?(?:[\w.%-]+\s+){0,4}$",
    re.IGNORECASE,
)
AT_BORDER = re.compile(r"\b(?:in|at|into|entering|enter|to)\s+(?:the\s+)?$", re.IGNORECASE)
NEXT_VERB = re.compile(
    r",?\s+(?:and|but)\s+(?:\w+\s+)?(?:\w{2,}ed|left|took|put|set|said|would|will|has|had)\b|\s+(?:after|despite|over|following|because)\s+",
    re.IGNORECASE,
)


def _sides(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]]:
    """Who imposes it, on whom."""
    reporter, partners = _faced(setting, territory) or _imposed(setting, territory)
    reporter = "EU" if reporter in _UNION else reporter
    if reporter is None and re.search(r"\b(?:United States|U\.?S\.?|American?|Washington)\b", setting.document.text):
        reporter = "USA"
    partners = tuple(partner for partner in partners if partner != reporter)
    return reporter, partners or ("WLD",)


def _faced(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]] | None:
    """Sides of a tariff told by whose goods face it: "European makers would have faced a 25 percent duty at American ports"."""
    sentence, head = setting.sentence, territory.head
    at = min((m.start for m in sentence.quantities if m.what is head.rate), default=head.start)
    faces = FACES.search(sentence.text, max(0, min(at, head.start) - 120), min(at, head.start))
    if not faces:
        return None
    bearers = [m for m in sentence.parties if territory.start <= m.start and m.end <= faces.start()]
    if not bearers:
        return None
    border = next((m.what for m in sentence.parties if m.start > head.end and AT_BORDER.search(sentence.left(m.start, 15))), None)
    bearer, home = bearers[-1].what, setting.context.country
    return border or (home if home != bearer else None), (bearer,)


def _imposed(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]]:
    sentence, head, country = setting.sentence, territory.head, setting.context.country
    if head.carried:
        placed = next(
            (m.what for m in sentence.parties if m.start >= head.end and IN_PLACE.fullmatch(sentence.text, head.end, m.start)), None
        )
        if placed:
            return placed, ("WLD",)
    stop = NEXT_VERB.search(sentence.text, head.end)
    end = stop.start() if stop else len(sentence.text)
    on = [m for m in sentence.parties if head.end <= m.start < end and ON.search(sentence.text[max(head.end, m.start - 120) : m.start])]
    if not on:
        on = [m for m in sentence.parties if m.end <= head.start and ON.search(sentence.left(m.start, 50)) and m.start >= territory.start]
    word = NOUN.search(sentence.text) if head.carried else None
    imposer = _imposer(sentence, word.start() if word else head.start, on)
    if USUAL.search(sentence.left(head.start, 30) + sentence.right(head.start, 50)) and not on:
        return (imposer.what if imposer else country), ("WLD",)
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
        moved = CHANGED.search(sentence.left(mark.start, 150))
        if mark.what.freq == "day" and moved and re.search(r"\bon\s+$", left) and not ELSE.search(left):
            return mark.what
        if mark.what.freq == "day" and IMPOSED.search(sentence.left(mark.start, 300)) and re.search(r"\d", mark.what.raw or ""):
            return mark.what
    return None
