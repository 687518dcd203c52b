"""Organisations: known agencies, and what calls itself a ministry, department, commission, association …"""

import re
from functools import cache

from nlp.names.gazetteer import read_gazetteer
from nlp.names.matching import Matcher
from tradeclaims.records import Mention
from tradeclaims.values import Span

_HEAD = (
    r"(?:Ministry|Department|Bureau|Commission|Committee|Subcommittee|Agency|Council|Association|Federation|Institute|Chamber|Office|University"
    r"|Administration|Organization|Coalition|Alliance|Union|Bank|Center|Centre|Foundation|Board|Service|Authority|Workers)"
)
_WORD = r"(?:[A-Z][\w&'’.-]*\w)"
_OF = re.compile(rf"\b(?:{_WORD} )*{_HEAD} (?:of|for|on) (?:the )?{_WORD}(?:(?:,? (?:and |& |of )?){_WORD})*")
_LAST = re.compile(rf"\b(?:{_WORD} (?:(?:and|&|of|for) )?){{1,5}}{_HEAD}\b")
_COMPANY = re.compile(rf"\b{_WORD}(?: {_WORD}){{0,3}},? (?:Inc|Corp|Ltd|Co|LLC|LLP|PLC|Group)\b\.?")
# "European Union" and the like are known names of another kind; "Trump Administration" is an office of a person, not an organisation's name.
_NOT_ONE = re.compile(r"(?:European Union|African Union|Soviet Union|Administration)$|^(?:The|This|A|An|In|On|At|For|And|But)\b")


@cache
def _agencies() -> Matcher[str]:
    return Matcher((name, row["id"]) for row in read_gazetteer("agencies") for name in row["names"])


@cache
def agency_country() -> dict[str, str | None]:
    """Agency code to the country or bloc it belongs to; None for international bodies."""
    return {row["id"]: row["country"] for row in read_gazetteer("agencies")}


def find_agencies(text: str) -> list[Mention]:
    """Every mention of a known agency; entity is its code. A title before a name ("U.S. Trade Representative Robert …") is left out."""
    mentions = []
    for found in _agencies().find(text):
        title_before_name = text[found.start : found.end].lower().endswith("representative") and re.match(r" [A-Z][a-z]", text[found.end :])
        if not title_before_name:
            mentions.append(Mention(kind="entity", span=Span.of(text, found.start, found.end), label="ORG", entity=found.payload))
    return mentions


def find_organisations(text: str) -> list[Mention]:
    """Known agencies, and further organisations by the form of their names (entity None)."""
    mentions = find_agencies(text)
    taken = [(m.span.start, m.span.end) for m in mentions]
    for pattern in (_OF, _LAST, _COMPANY):
        for found in pattern.finditer(text):
            if not _NOT_ONE.search(found.group()) and not any(found.start() < end and start < found.end() for start, end in taken):
                taken.append(found.span())
                mentions.append(Mention(kind="entity", span=Span.of(text, *found.span()), label="ORG"))
    return sorted(mentions, key=lambda m: m.span.start)
