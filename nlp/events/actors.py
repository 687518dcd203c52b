"""Who acts, and at whom the act is aimed."""

import re

from nlp.events.reading import Reading, within
from tradeclaims.records import Mention
from tradeclaims.values import Span

_OFFICE = re.compile(
    r"\b(?:[Tt]he (?:\w+ )?(?:president|administration|government|ministry|department|commission|agency|union)|Commerce|Aides)\b"
)


def actor_of(reading: Reading, clause: Span, act: Span) -> str | None:
    """The words of the nearest agency, official or party before the act in its clause; None where nobody is named there."""
    named = within(reading.actors, clause.start, act.start)
    offices = list(_OFFICE.finditer(reading.document.text, clause.start, act.start))
    candidates = [(m.span.start, m.span.quote) for m in named] + [(m.start(), m.group()) for m in offices]
    return max(candidates)[1] if candidates else None


def target_of(reading: Reading, clause: Span, act: Span) -> Mention | None:
    """The party whose goods a tariff is aimed at: named behind the act, by a demonym of goods, or as who "faces" it."""
    text = reading.document.text
    here = within(reading.parties, clause.start, clause.end)
    goods = [
        m
        for m in here
        if re.match(
            r"(?:-made)?\s+(?:\w+\s+){0,3}?(?:goods|imports|products|cars|vehicles|steel|electric|exports|apparel|autos|trucks|soybeans|shipments)\b",
            text[m.span.end :],
        )
    ]
    behind = [
        m
        for m in here
        if m.span.start >= act.start and re.search(r"\b(?:on|against|from|to|for|at)\b[^.;]{0,60}$", text[clause.start : m.span.start])
    ]
    unless = [m for m in here if re.search(r"\b[Uu]nless\s+$", text[clause.start : m.span.start])]
    chosen = goods or behind or unless
    return chosen[0] if chosen else None
