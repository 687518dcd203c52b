"""Who acts, and at whom the act is aimed."""

import re

from nlp.events.reading import Reading, within
from tradeclaims.records import Mention
from tradeclaims.values import Span

_OFFICE = re.compile(
    r"\b(?:[Tt]he (?:\w+ )?(?:president|administration|government|ministry|department|commission|agency|union)|Commerce|Aides)\b"
)


_TOLD = re.compile(
    r"\b(?:notif(?:y|ied|ies)|t(?:old|ells?)|inform(?:s|ed)?|sen[dt]|from|unless|against|asked)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Behind these stands who hears of the act, or suffers it."""

_GOODS = re.compile(
    r"(?:-made)?\s+(?:\w+\s+){0,3}?(?:goods|imports|products|cars|vehicles|steel|electric|exports|apparel|autos|trucks|soybeans|shipments|corn|toys)\b"
)


def actor_of(reading: Reading, clause: Span, act: Span) -> str | None:
    """The words of the nearest agency, official or party before the act in its clause; None where nobody is named there."""
    text = reading.document.text
    named = [m for m in within(reading.actors, clause.start, act.start) if not _TOLD.search(text[: m.span.start][-30:])]
    named = [m for m in named if not _GOODS.match(text, m.span.end)]
    officials = [m for m in named if m.label in ("ORG", "PERSON")]
    offices = [(m.start(), m.group()) for m in _OFFICE.finditer(text, clause.start, act.start)]
    # Whoever holds an office acts; a country does where nobody else is named.
    candidates = [(m.span.start, m.span.quote) for m in officials] + offices or [(m.span.start, m.span.quote) for m in named]
    return max(candidates)[1] if candidates else None


def target_of(reading: Reading, clause: Span, act: Span) -> Mention | None:
    """The party whose goods a tariff is aimed at: named behind the act, by a demonym of goods, or as who "faces" it."""
    text = reading.document.text
    here = within(reading.parties, clause.start, clause.end)
    goods = [m for m in here if _GOODS.match(text, m.span.end)]
    behind = [
        m
        for m in here
        if m.span.start >= act.start
        and re.search(r"\b(?:on|against|from|to|for|at)\b[^.;]{0,60}$", text[max(clause.start, m.span.start - 90) : m.span.start])
    ]
    unless = [m for m in here if re.search(r"\b[Uu]nless\s+$", text[max(clause.start, m.span.start - 90) : m.span.start])]
    chosen = goods or behind or unless
    return chosen[0] if chosen else None
