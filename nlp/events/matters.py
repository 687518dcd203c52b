"""Which agreement or programme an event is about."""

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from nlp.events.reading import Reading, countries_of, within
from nlp.names import find_products
from nlp.names.agreements import agreement_between
from nlp.names.parties import pair_name
from tradeclaims.records import Event, Mention
from tradeclaims.records.event import EventType
from tradeclaims.values import Span

_SECTION = re.compile(r"\b[Ss]ection[\s\u00a0](\d{3})\b")
_ANAPHOR = re.compile(
    r"\b(?:the|this|that|its|their) (?:\d+-year-old |current |existing |trade |free[- ]trade |bilateral )*(?:pact|deal|accord|treaty|agreement|FTA)\b|\b(?:it|renegotiat\w+)\b",
    re.IGNORECASE,
)
_WTO = re.compile(r"\bWTO\b|World Trade Organi[sz]ation")
_PROCEEDINGS: tuple[EventType, ...] = ("tariff_action", "investigation_initiated", "hearing", "comment_deadline")


@cache
def _programmes() -> tuple[dict[str, Any], ...]:
    text = files("nlp.events").joinpath("programmes.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.splitlines())


def matter_of(reading: Reading, kind: EventType, sentence: Span, act: Span, target: str | None, earlier: list[Event]) -> str | None:
    """Short name of the agreement, name of the pair, or "Section 301"; None where the text names none.

    `act` is the wording's span in the document, `target` the code of whom it is aimed at, `earlier` the events already found.
    """
    if kind in _PROCEEDINGS:
        return _proceeding(reading, kind, sentence, act, target, earlier)
    named = _nearest(within(reading.agreements, sentence.start, sentence.end), act)
    if kind == "negotiation_intent":
        countries = countries_of(reading, sentence)
        if len(countries) == 1:
            return pair_name(countries[0])
    if kind == "termination_notice" and not named and _WTO.search(sentence.quote):
        return "WTO"
    return named or _implied(reading, sentence, act)


def _nearest(mentions: list[Mention], act: Span) -> str | None:
    def distance(mention: Mention) -> tuple[int, int]:
        gap = max(mention.span.start - act.end, act.start - mention.span.end, 0)
        return gap, -mention.span.start

    return min(mentions, key=distance).entity if mentions else None


def _implied(reading: Reading, sentence: Span, act: Span) -> str | None:
    """An agreement meant but not named: the one before, if the text points back to it; else the one between the countries at hand."""
    before = [m for m in reading.agreements if m.span.end <= act.start]
    if before and _ANAPHOR.search(sentence.quote):
        return before[-1].entity
    document = reading.document
    home = [document.country] if document.country and document.country != "USA" else []
    for countries in (countries_of(reading, sentence), countries_of(reading, Span.of(document.text, 0, sentence.start)), home):
        # The place of a meeting may be named beside the parties, so pairs are tried where the whole set fits nothing.
        known = agreement_between(countries, reading.published)
        if known:
            return known.name
    return before[-1].entity if before else None


def _proceeding(reading: Reading, kind: EventType, sentence: Span, act: Span, target: str | None, earlier: list[Event]) -> str | None:
    sections = list(_SECTION.finditer(sentence.quote))
    if sections:
        return f"Section {min(sections, key=lambda s: abs(sentence.start + s.start() - act.start))[1]}"
    if kind == "tariff_action":
        return _programme(reading, sentence, target)
    named = _nearest(within(reading.agreements, sentence.start, sentence.end), act)
    if named or kind == "investigation_initiated":
        return named
    # Hearings and comments belong to the proceeding spoken of last.
    before = [event.agreement for event in earlier if event.agreement]
    spoken = [(m.start(), f"Section {m[1]}") for m in _SECTION.finditer(reading.document.text[: sentence.start])]
    spoken += [(m.span.start, m.entity or "") for m in reading.agreements if m.span.end <= sentence.start]
    return before[-1] if before else max(spoken)[1] if spoken else None


def _programme(reading: Reading, sentence: Span, target: str | None) -> str | None:
    """The trade law that American tariffs on these goods rested on at the time."""
    day = reading.published
    acting = countries_of(reading, sentence)
    if day is None or (target is None and acting) or target == "USA":
        return None
    products = {slug for _, slug in find_products(sentence.quote)}
    for row in _programmes():
        in_time = date.fromisoformat(row["from"]) <= day and (row["until"] is None or day <= date.fromisoformat(row["until"]))
        if in_time and (target in row.get("targets", ()) or products & set(row.get("products", ()))):
            return str(row["name"])
    return None
