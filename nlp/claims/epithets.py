"""Words that mean another country from another place: Mexico's "northern neighbor" is not America's, nor is its "north of the border"."""

import re
from collections.abc import Sequence

from nlp.claims.sentence import Mark
from tradeclaims.records import Mention

NORTHERN = re.compile(r"north", re.IGNORECASE)
NEIGHBOUR = re.compile(r"\bneighbou?rs?\b", re.IGNORECASE)
PACT = re.compile(r"\b(?:NAFTA|Nafta|USMCA|T-MEC|CUSMA|North American)\b.*\bpartners?\b|\bNAFTA\b.*\bcountries\b")
NORTH_OF = {"MEX": "USA", "USA": "CAN"}
SOUTH_OF = {"CAN": "USA", "USA": "MEX"}


def seen_from(country: str | None, mention: Mention) -> str:
    """The code of a party, with epithets read from the document's own country."""
    code = mention.entity or ""
    words = mention.span.quote
    if country not in ("USA", "MEX", "CAN", None) and NEIGHBOUR.search(words):
        return ""  # some other country's neighbour, named before
    if country in ("MEX", "CAN"):
        if NEIGHBOUR.search(words):
            return (NORTH_OF if NORTHERN.search(words) else SOUTH_OF).get(country, code)
        if code == country and PACT.search(words):
            return "USA"  # of the partners named, the country itself is none
    return code


DIRECTION = re.compile(
    r"\b(?:(?P<side>south|north) of (?:the|its|our|their) border|across (?:the|its|our|their) (?:(?P<which>south|north)ern )?border|(?P<ocean>across the (?:Atlantic|Pacific))|"
    r"(?P<mainland>the mainland)|(?:its|our|their) (?P<near>south|north)ern neighbou?r)\b(?! China)"
)
ACROSS = {
    "Atlantic": ("DEU", "FRA", "GBR", "ITA", "ESP", "IRL", "NLD", "BEL", "EU", "SWE", "CHE"),
    "Pacific": ("JPN", "KOR", "CHN", "TWN", "AUS", "NZL"),
}
OFF_THE_MAINLAND = ("TWN", "HKG", "MAC")
THERE = re.compile(
    r"\b(?:(?:shipments|exports|imports|purchases|deliveries|goods|products|sold|sent|shipped|bought|imported|exported|buys|sells)(?:\s+(?!there\b)[\w$£€.,-]+){0,4}?|(?P<from>from))\s+"
    r"(?P<there>there)\b(?!\s+(?:is|are|was|were|has|have|will|would)\b)",
    re.IGNORECASE,
)
"""Behind a word of dealing: the country named last, not "there is"."""


def pointed_at(text: str, parties: Sequence[Mark[str]], country: str | None, last_named: str | None) -> list[Mark[str]]:
    """The countries that "south of the border", "across the Atlantic" and "there" stand for, told in `country`; `last_named` is the foreign one before the sentence."""
    found = []
    for hit in DIRECTION.finditer(text):
        before = [m.what for m in parties if m.end <= hit.start()]
        off = [m.what for m in parties if m.what in OFF_THE_MAINLAND and hit.group("mainland")]
        for here in [*off, *reversed(before), country]:
            code = _seen_in(hit, here)
            if code is not None:
                found.append(Mark(hit.start(), hit.end(), code))
                break
    for hit in THERE.finditer(text):
        named = [m.what for m in parties if m.end <= hit.start("there") and m.what not in (country, "WLD") and m.what.isupper()]
        code = named[-1] if named else last_named
        if code is not None:
            found.append(Mark(hit.start("there"), hit.end("there"), code))
    return found


def _seen_in(hit: re.Match[str], here: str | None) -> str | None:
    if here is None:
        return None
    if hit.group("mainland"):
        return "CHN" if here in OFF_THE_MAINLAND else None
    if hit.group("ocean"):
        return "USA" if here in ACROSS[hit.group("ocean").rsplit(" ", 1)[1]] else None
    side = hit.group("side") or hit.group("which") or hit.group("near")
    if side is None:
        return {"MEX": "USA", "CAN": "USA"}.get(here)
    return (NORTH_OF if side == "north" else SOUTH_OF).get(here)
