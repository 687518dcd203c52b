"""What the rules know of the whole document while they read one sentence of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nlp.names import find_agreements, find_parties
from nlp.names.gazetteer import read_gazetteer
from nlp.names.organisations import agency_country, find_agencies
from nlp.names.people import find_people
from tradeclaims.records import Document, Mention
from tradeclaims.values import Span


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document with its dates, percentages and names, each in text order. Names are looked up when first asked for: few sentences report an event."""

    document: Document
    dates: tuple[Mention, ...]
    percentages: tuple[Mention, ...]

    @cached_property
    def agreements(self) -> tuple[Mention, ...]:
        """Every mention of an agreement or programme."""
        return tuple(find_agreements(self.document.text, self.document.published))

    @cached_property
    def parties(self) -> tuple[Mention, ...]:
        """Every mention of a country or bloc."""
        return tuple(m for m in find_parties(self.document.text) if m.entity not in ("WLD",))

    @cached_property
    def actors(self) -> tuple[Mention, ...]:
        """Agencies, officials and parties: whoever can act."""
        text = self.document.text
        return tuple(sorted([*find_agencies(text), *find_people(text), *self.parties], key=_place))

    @property
    def published(self) -> date | None:
        """Day of the document."""
        return self.document.published


def read(document: Document, mentions: Sequence[Mention]) -> Reading:
    """The reading of a document whose dates and quantities are among `mentions`; names are looked up anew, since callers may hold first mentions only."""
    dates = [m for m in mentions if m.kind == "date" and m.period is not None]
    percentages = [m for m in mentions if m.quantity is not None and m.quantity.unit == "percent"]
    return Reading(
        document=document,
        dates=tuple(sorted(dates, key=_place)),
        percentages=tuple(sorted(percentages, key=_place)),
    )


def _place(mention: Mention) -> int:
    return mention.span.start


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions that lie inside text[start:end]."""
    return [m for m in mentions if start <= m.span.start and m.span.end <= end]


_CAPITALS = frozenset(word for row in read_gazetteer("countries") for word in row.get("capitals", ()))


def countries_of(reading: Reading, span: Span) -> list[str]:
    """Codes of the countries and blocs besides the United States that the span speaks of; a capital counts only where nothing else is named.

    "signed in Buenos Aires" names a place, "Seoul had not agreed" a government.
    """
    here = within(reading.parties, span.start, span.end)
    plain = [m for m in here if m.span.quote not in _CAPITALS]
    foreign = [m.entity for m in plain if m.entity and m.entity != "USA"] or [m.entity for m in here if m.entity and m.entity != "USA"]
    if not foreign:
        # "Korea's trade ministry" speaks for Korea.
        homes = [agency_country().get(m.entity or "") for m in within(reading.actors, span.start, span.end) if m.label == "ORG"]
        foreign = [home for home in homes if home and home != "USA"]
    return list(dict.fromkeys(foreign))
