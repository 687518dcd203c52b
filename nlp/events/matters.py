"""Which agreement or programme an event is about."""

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from nlp.events.reading import Reading, countries_of, within
from nlp.names import find_products
from nlp.names.agreements import AGREEMENTS, agreement_between
from nlp.names.gazetteer import read_gazetteer
from nlp.names.parties import pair_name
from tradeclaims.records import Event, Mention
from tradeclaims.records.event import EventType
from tradeclaims.values import Span

_SECTION = re.compile(r"\b[Ss]ection[\s\u00a0](\d{3})\b")
_ANAPHOR = re.compile(
    r"\b(?:the|this|that|its|their) (?:\d+-year-old |current |existing |trade |free[- ]trade |bilateral )*(?:pact|deal|accord|treaty|agreement|FTA)\b|\b(?:it|renegotiat\w+)\b",
    re.IGNORECASE,
)
_NAMES_IN_USE = frozenset({"KORUS", "USJTA", "Phase One", "TTIP", "CUSFTA"})
_FOREIGN = re.compile(r"\b(?:CETA|AfCFTA)\b")
"""Agreements of others that everybody calls by their initials."""

_PHASE_ONE = re.compile(r"\bPhase One\b(?! (?:trials?|clinical|stud(?:y|ies)|of)\b)")
_WTO = re.compile(r"\bWTO\b|World Trade Organi[sz]ation")
_WITH = re.compile(r"\b(?:agreement|pact|deal|accord|FTA|negotiations|talks) with (?:the )?$")
_PACT = r"(?:[\w-]+ ){0,4}?(?:agreement|pact|deal|accord|FTA|treaty)"
_ITS_PACT = re.compile(rf"(?:['’]s?) {_PACT} with (?:the )?")
_JOINED = re.compile(r" and (?:the )?(?:[\w-]+ ){0,4}")
_THEIR_PACT = re.compile(
    rf" (?:(?:have|has|had|on \w+|finally|formally|will|are to|\w+ly) )*(?:sign(?:ed|s)?|initial+ed|inked|put|concluded|launched|ratified|implemented)\b[^.;]{{0,60}}?\b{_PACT}\b"
)
_JOINT_REVIEW = re.compile(r"\b(?:joint|six-year) (?:\w+ )?review\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"\b{_PACT} between (?:the )?$")
_ITS_TALKS = re.compile(r" (?:trade |free[- ]trade )?(?:talks|negotiations|agreement|pact|deal)\b")
_UNDER = re.compile(r"\b[Uu]nder (?:the )?$")
_PROCEEDINGS: tuple[EventType, ...] = ("tariff_action", "investigation_initiated", "hearing", "comment_deadline")


@cache
def _programmes() -> tuple[dict[str, Any], ...]:
    text = files("nlp.events").joinpath("programmes.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.splitlines())


def is_state(mention: Mention) -> bool:
    """Whether a party is a country or a bloc, and no continent."""
    return mention.label == "ORG" or mention.entity in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(str(row["id"]) for row in read_gazetteer("countries"))


_LISTED = re.compile(r",\s+(?:the\s+)?")


def matter_of(
    reading: Reading, kind: EventType, sentence: Span, clause: Span, act: Span, target: str | None, earlier: list[Event]
) -> str | None:
    """Short name of the agreement, name of the pair, or "Section 301"; None where the text names none.

    `act` is the wording's span in the document, `target` the code of whom it is aimed at, `earlier` the events already found.
    """
    if kind in _PROCEEDINGS:
        return _proceeding(reading, kind, sentence, act, target, earlier)
    named = _named(reading, clause, act) or _named(reading, sentence, act)
    if kind == "review" and not within(reading.agreements, sentence.start, sentence.end):
        section = _SECTION.search(sentence.quote)
        if section:
            return f"Section {section[1]}"
        if _is_of_usmca(reading, sentence):
            return "USMCA"
    if kind == "negotiation_intent":
        countries = countries_of(reading, sentence)
        if len(countries) > 1:
            text = reading.document.text
            here = within(reading.parties, sentence.start, sentence.end)
            alone = [
                m.entity
                for m, after in zip(here, [*here[1:], None], strict=True)
                if m.entity in countries
                and _WITH.search(text[: m.span.start][-40:])
                and not (after and re.fullmatch(r",?\s+(?:and\s+)?(?:with\s+)?(?:the\s+)?", text[m.span.end : after.span.start]))
            ]
            countries = [alone[0]] if len(alone) == 1 and alone[0] else countries
        if named is None or named not in AGREEMENTS or AGREEMENTS[named].status == "preference_programme":
            return named if named and "-" in named else _with_us(countries[0]) if len(countries) == 1 else None
        return named
    if kind == "termination_notice" and not named and _WTO.search(sentence.quote):
        return "WTO"
    return named or _implied(reading, kind, sentence, act)


def usual_name(name: str | None) -> str | None:
    """The name in use for an agreement: bilateral ones go by the pair, unless they have a name that everybody uses."""
    agreement = AGREEMENTS.get(name or "")
    if agreement is None or len(agreement.partners) != 1 or name in _NAMES_IN_USE:
        return name
    return pair_name(agreement.partners[0])


def _with_us(partner: str) -> str | None:
    """The name of the pair; a continent or a region is no party to an agreement."""
    return pair_name(partner) if partner == "EU" or partner in _countries() else None


def _is_of_usmca(reading: Reading, sentence: Span) -> bool:
    """Whether the joint review spoken of is the one that only USMCA has: every six years from 2026, prepared from 2024 on."""
    day = reading.published
    return day is not None and day.year >= 2024 and (day.year - 2026) % 6 in (0, 4, 5) and _JOINT_REVIEW.search(sentence.quote) is not None


def _named(reading: Reading, sentence: Span, act: Span) -> str | None:
    mentions = within(reading.agreements, sentence.start, sentence.end)
    foreign = _FOREIGN.search(sentence.quote)
    if foreign and not mentions:
        return foreign.group()
    phase = _PHASE_ONE.search(sentence.quote)
    if phase and not mentions:
        return "Phase One"
    return _nearest(mentions, act) or _pair(reading, sentence) or _of_two(reading, sentence)


def _pair(reading: Reading, sentence: Span) -> str | None:
    """The name of a pair that the sentence writes with a hyphen: "the U.S.-Taiwan Initiative", "the EU-Japan agreement"."""
    here = within(reading.parties, sentence.start, sentence.end)
    for one, other in pairwise(here):
        if one.span.end + 1 == other.span.start and reading.document.text[one.span.end] in "-–‑" and one.entity and other.entity:
            return _name_of_pair(reading, one.entity, other.entity)
    return None


def _of_two(reading: Reading, sentence: Span) -> str | None:
    """The name of a pair told by whose agreement it is: "the European Union's pact with Korea", "the agreement between Chile and Peru"."""
    here = [m for m in within(reading.parties, sentence.start, sentence.end) if is_state(m)]
    for place, (one, other) in enumerate(pairwise(here)):
        if place and _LISTED.fullmatch(reading.document.text, here[place - 1].span.end, one.span.start):
            continue  # the last two of three are no pair
        between = reading.document.text[one.span.end : other.span.start]
        left = reading.document.text[: one.span.start][-60:]
        if (
            one.entity
            and other.entity
            and (
                _ITS_PACT.fullmatch(between)
                or (_JOINED.fullmatch(between) and (_BETWEEN.search(left) or _THEIR_PACT.match(reading.document.text, other.span.end)))
            )
        ):
            return _name_of_pair(reading, one.entity, other.entity)
    return None


def _name_of_pair(reading: Reading, one: str, other: str) -> str | None:
    if "USA" in (one, other):
        partner = other if one == "USA" else one
        known = agreement_between([partner], reading.published)
        return known.name if known else pair_name(partner)
    return f"{pair_name(one)[3:]}-{pair_name(other)[3:]}"


def _nearest(mentions: list[Mention], act: Span) -> str | None:
    def distance(mention: Mention) -> tuple[int, int]:
        gap = max(mention.span.start - act.end, act.start - mention.span.end, 0)
        return gap, -mention.span.start

    return min(mentions, key=distance).entity if mentions else None


def _implied(reading: Reading, kind: EventType, sentence: Span, act: Span) -> str | None:
    """An agreement meant but not named: the one before, if the text points back to it; else the one between the countries at hand."""
    before = [m for m in reading.agreements if m.span.end <= act.start]
    if before and _ANAPHOR.search(sentence.quote):
        return before[-1].entity
    document = reading.document
    home = [document.country] if document.country and document.country != "USA" else []
    here = countries_of(reading, sentence)
    for countries in (here, countries_of(reading, Span.of(document.text, 0, sentence.start)), home):
        # The place of a meeting may be named beside the parties, so pairs are tried where the whole set fits nothing.
        known = agreement_between(countries, reading.published)
        if known:
            return known.name
        if len(here) > 1:
            break
    if before:
        return before[-1].entity
    named = {m.entity for m in reading.agreements}
    if len(named) == 1 and (not here or kind == "termination_notice"):
        return named.pop()
    ours = any(m.entity == "USA" for m in within(reading.parties, sentence.start, sentence.end))
    return _with_us(here[0]) if ours and len(here) == 1 else None


def _proceeding(reading: Reading, kind: EventType, sentence: Span, act: Span, target: str | None, earlier: list[Event]) -> str | None:
    sections = list(_SECTION.finditer(sentence.quote))
    if sections:
        return f"Section {min(sections, key=lambda s: abs(sentence.start + s.start() - act.start))[1]}"
    if kind == "tariff_action":
        under = [
            m
            for m in within(reading.agreements, sentence.start, sentence.end)
            if _UNDER.search(reading.document.text[: m.span.start][-30:])
        ]
        return _nearest(under, act) or _programme(reading, sentence, act, target) or _probed(reading, sentence, earlier)
    named = _named(reading, sentence, act) or ("USMCA" if _is_of_usmca(reading, sentence) else None)
    if named or kind == "investigation_initiated":
        return named
    planned = [
        m
        for m in within(reading.parties, sentence.start, sentence.end)
        if _WITH.search(reading.document.text[: m.span.start][-40:]) or _ITS_TALKS.match(reading.document.text, m.span.end)
    ]
    if planned and planned[0].entity and planned[0].entity != "USA":
        return _with_us(planned[0].entity)
    # Hearings and comments belong to the proceeding spoken of last.
    before = [event.agreement for event in earlier if event.agreement]
    spoken = [(m.start(), f"Section {m[1]}") for m in _SECTION.finditer(reading.document.text[: sentence.start])]
    spoken += [(m.span.start, m.entity or "") for m in reading.agreements if m.span.end <= sentence.start]
    return before[-1] if before else max(spoken)[1] if spoken else None


def _probed(reading: Reading, sentence: Span, earlier: list[Event]) -> str | None:
    """The law of the investigation that the text told of before, where the tariff is aimed at the country it looked into."""
    aimed = set(countries_of(reading, sentence))
    fitting = [event for event in earlier if event.type == "investigation_initiated" and event.agreement and aimed & set(event.partners)]
    return fitting[-1].agreement if fitting else None


def _programme(reading: Reading, sentence: Span, act: Span, target: str | None) -> str | None:
    """The trade law that American tariffs on these goods rested on at the time."""
    day = reading.published
    acting = countries_of(reading, sentence)
    if day is None or (target is None and acting) or target == "USA":
        return None
    others = [country for country in countries_of(reading, Span.of(reading.document.text, sentence.start, act.start)) if country != target]
    if others and not any(m.entity == "USA" for m in within(reading.parties, sentence.start, sentence.end)):
        return None
    products = {slug for _, slug in find_products(sentence.quote)}
    for row in _programmes():
        in_time = date.fromisoformat(row["from"]) <= day and (row["until"] is None or day <= date.fromisoformat(row["until"]))
        if in_time and (target in row.get("targets", ()) or products & set(row.get("products", ()))):
            return str(row["name"])
    return None
