"""Epithets that mean another country from another place: Mexico's "northern neighbor" is not America's."""

import re

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
    if country in ("MEX", "CAN"):
        if NEIGHBOUR.search(words):
            return (NORTH_OF if NORTHERN.search(words) else SOUTH_OF).get(country, code)
        if code == country and PACT.search(words):
            return "USA"  # of the partners named, the country itself is none
    return code
