"""Countries, blocs and "the world", by name, demonym, capital or epithet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.names.agreements import AGREEMENTS
from nlp.names.gazetteer import read_gazetteer
from nlp.names.matching import Matcher
from tradeclaims.records import Mention
from tradeclaims.values import Span

_NEAR = 80  # characters on each side in which a guard may speak


@dataclass(frozen=True, slots=True)
class Surface:
    """How one surface is to be read."""

    codes: tuple[str, ...]
    """ISO3 or bloc codes; several for "NAFTA partners"; empty for a name that only hides others ("Statistics Canada")."""

    label: str
    """`GPE` or `ORG` for proper names, empty for demonyms and epithets."""

    unless: str | None = None
    """Expression that, where it overlaps the surface, says that something else is meant: "New Mexico"."""

    unless_near: str | None = None
    """The same, anywhere near: a text that speaks of Atlanta means the other Georgia."""


def _surfaces() -> Iterator[tuple[str, Surface]]:
    for row in read_gazetteer("countries"):
        guards, near = row.get("unless", {}), row.get("unless_near", {})
        for field, label in (("names", "GPE"), ("capitals", "GPE"), ("demonyms", "")):
            for word in row.get(field, ()):
                yield word, Surface((row["id"],), label, guards.get(word), near.get(word))
    for row in read_gazetteer("blocs"):
        codes = (row["id"],) if isinstance(row["id"], str) else tuple(row["id"])
        yield from ((word, Surface(codes, row["label"])) for word in row["names"])
        yield from ((word, Surface(codes, "")) for word in row["also"])
    # Longer names of other kinds hide the countries inside them.
    for row in read_gazetteer("agencies"):
        yield from ((word, Surface((), "")) for word in row["names"])
    for agreement in AGREEMENTS.values():
        yield from ((word, Surface((), "")) for word in agreement.aliases)


@cache
def _matcher() -> Matcher[Surface]:
    return Matcher(_surfaces())


def find_parties(text: str) -> list[Mention]:
    """Every mention of a country, bloc or "the world" in text order; entity is the ISO3 or bloc code.

    Demonyms ("Korean"), capitals ("Seoul") and epithets ("the bloc") are included; a plural epithet gives one mention per country over
    the same span. Names inside an agency's or agreement's name are left out.
    """
    return list(_parties(text))


# Names, agreements and events of one text all ask for its parties.
@lru_cache(maxsize=16)
def _parties(text: str) -> tuple[Mention, ...]:
    mentions: list[Mention] = []
    for found in _matcher().find(text):
        if found.payload.codes and not _means_something_else(text, found.start, found.end, found.payload):
            span = Span.of(text, found.start, found.end)
            label = found.payload.label
            mentions += [Mention(kind="entity", span=span, label=label, entity=code) for code in found.payload.codes]
    return tuple(mentions)


def _means_something_else(text: str, start: int, end: int, surface: Surface) -> bool:
    low, high = max(0, start - _NEAR), end + _NEAR
    near = text[low:high].replace("’", "'")
    if surface.unless_near and re.search(surface.unless_near, near):
        return True
    if not surface.unless:
        return False
    return any(hit.start() < end - low and start - low < hit.end() for hit in re.finditer(surface.unless, near))


@cache
def short_names() -> dict[str, str]:
    """Code to the short name used in the names of pairs: {"KEN": "Kenya", "GBR": "UK", "EU": "EU"}."""
    names = {row["id"]: row["names"][0] for row in read_gazetteer("countries")}
    names |= {row["id"]: row["names"][0] for row in read_gazetteer("blocs") if isinstance(row["id"], str) and row["names"]}
    return names | {"USA": "US", "KOR": "Korea", "ARE": "UAE"}


def pair_name(partner: str) -> str:
    """The plain name of the pair that the United States forms with `partner`: "US-Kenya"."""
    return f"US-{short_names().get(partner, partner)}"
