"""Persons: known officials, and whoever a title or a verb of saying introduces."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.names.gazetteer import read_gazetteer
from nlp.names.matching import Matcher
from tradeclaims.records import Mention
from tradeclaims.values import Span

_PART = r"[A-Z][\w'’áéíóúñçšžčćüöäåêãô-]*[a-záéíóúñçšžčćüöäåê]"
_NAME = rf"{_PART}(?: (?:[A-Z]\.(?: ?[A-Z]\.)*|de|la|von der|van|bin|al)(?= ))*(?: {_PART}){{1,2}}"
_TITLE = (
    r"(?:President|Prime Minister|Chancellor|Premier|Vice President|Vice Premier|Ambassador|Secretary|Minister|Commissioner|Director-General"
    r"|Senator|Sen\.|Representative|Rep\.|Gov\.|Governor|Chairman|Chairwoman|Mr\.|Ms\.|Mrs\.|Dr\.)"
)
_TITLED = re.compile(rf"\b{_TITLE} (?P<name>{_NAME}|{_PART})")
_INTRODUCED = (
    re.compile(rf"\b(?:said|says|added|according to|told by|noted|argued|explained) (?P<name>{_NAME})(?=[,.;]| of | at | in |$)"),
    re.compile(rf"(?:^|(?<=[.\n“\"] )|(?<=[.,;] )|(?<=\n))(?P<name>{_NAME})(?=,? (?:said|says|told|added|noted|argued|wrote|warned)\b)"),
    re.compile(
        rf"\b(?P<name>{_NAME})(?=, (?:a|an|the|its|who|president|director|chief|head|executive|senior|professor|trade|economist|deputy|former)\b"
        r"[^.;]{0,80}?\b(?:of|at|for|minister|economist|official|representative|negotiator|analyst|professor|said|who)\b)"
    ),
)
# Words that show that a run of capitalised words is not a person.
_NOT_A_PERSON = re.compile(
    r"\b(?:Department|Ministry|Bureau|Agreement|Trade|Council|Association|Committee|Commission|Bank|University|Institute|United|States|House|Street"
    r"|News|Times|Post|Journal|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|North|South|East|West|New|Act|Congress|The|This|That|These|Those|It|In|On|At|But|And|He|She|They|We|Section"
    r"|Union|Federation|Chamber|Office|Center|Centre|Group|Steel|Customs|Canada|China|Korea|Japan|Mexico|Europe|Korean|Chinese|American"
    r"|Trade|General|Administration|Foreign|Economic|National|International|Republicans?|Democrats?|Party|Kong)\b"
)


_OTHER_FIRST_NAME = re.compile(
    r"(?<![.!?“\"] )(?<!\A)\b(?!(?:President|Minister|Secretary|Chancellor|Ambassador|Senator|Representative|Governor|Chairman|Mr|Ms|Mrs|Dr|Candidate|While|When|And|But|The|As|In|If)\b)"
    r"[A-Z][a-z]+ \Z"
)
"""Before a surname that is somebody else's: "Hillary Clinton"."""


@cache
def _known() -> Matcher[tuple[str, bool]]:
    """Full spellings of every official, and of some the bare surname."""
    return Matcher((name, (row["id"], row["alone"])) for row in read_gazetteer("officials") for name in row["names"])


@cache
def office_country() -> dict[str, str | None]:
    """Official's id to the country or body spoken for."""
    return {row["id"]: row["country"] for row in read_gazetteer("officials")}


def find_people(text: str) -> list[Mention]:
    """Every mention of a person by name, titles left outside the span; later mentions by surname share the entity."""
    people: dict[tuple[int, int], str] = {}
    for found in _known().find(text):
        if not (
            found.payload[1]
            and " " not in text[found.start : found.end]
            and _OTHER_FIRST_NAME.search(text, max(0, found.start - 20), found.start)
        ):
            people[found.start, found.end] = found.payload[0]
    for name in _introduced(text):
        start, end = name.span("name")
        if not any(start < e and s < end for s, e in people) and not _NOT_A_PERSON.search(name["name"]):
            people[start, end] = name["name"]
    surnames = {name.split()[-1]: name for name in people.values() if " " in name and len(name.split()[-1]) > 3}
    if surnames:
        for again in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, surnames))})(?![\w-])", text):
            if not any(again.start() < e and s < again.end() for s, e in people):
                people[again.span()] = surnames[again.group()]
    return [
        Mention(kind="entity", span=Span.of(text, start, end), label="PERSON", entity=entity)
        for (start, end), entity in sorted(people.items())
    ]


def _introduced(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_TITLED, *_INTRODUCED):
        yield from pattern.finditer(text)
