"""Facts beside the verdict: what the neighbouring base years would give."""

import re
from collections.abc import Iterator

from check.claimed import Part
from check.cube import Cube
from check.embedded import entries_into_force
from check.evaluate import evaluate
from check.figure import Figure
from check.reading import Reading
from check.wording import exact_money, months_words, number
from tradeclaims.records import Claim

_SINCE = re.compile(r"\b(since|after|following)\b", re.IGNORECASE)
_RELATIVE = ("change_abs", "change_pct", "factor", "direction")


def base_year_note(cube: Cube, claim: Claim, parts: tuple[Part, ...], literal: list[Reading], *, event_base: bool) -> list[str]:
    """For a change since a year or an event: the base taken, what the years before and after it give, and whether the change said would hold from them."""
    reading = literal[0] if literal else None
    if reading is None or reading.base is None or reading.base.length != 12 or not (event_base or _since_a_year(claim)):
        return []
    base = reading.base
    new, old = cube.newest(reading.dims, reading.months), cube.newest(reading.dims, base)
    if new is None or old is None or not old.value:
        return []
    known = [
        entry for partner in claim.partners for entry in entries_into_force().get(partner, ()) if entry.year in (base.year, base.year + 1)
    ]
    event = ""
    if event_base:
        named = f"{known[0].agreement} took effect ({known[0].day})" if known else "the event"
        event = f", {'the year before' if not known or known[0].year == base.year + 1 else 'the year in which'} {named}"
    others = list(_neighbours(cube, reading, parts, new))
    if not others:
        return []
    return [
        f"The base is {months_words(base)}{event}: {exact_money(abs(old.value))}, a ratio of {number(new.value / old.value, 2)}. {' '.join(others)}"
    ]


def _since_a_year(claim: Claim) -> bool:
    """Whether the text says "since 2011" or "after 2011" of the change."""
    raw = " ".join(period.raw or "" for period in (claim.period, claim.compare_period) if period is not None)
    return bool(_SINCE.search(raw))


def _neighbours(cube: Cube, reading: Reading, parts: tuple[Part, ...], new: Figure) -> Iterator[str]:
    """A sentence for the year before the base and one for the year after it, where there are figures."""
    base = reading.base
    said = tuple(part for part in parts if part.role in _RELATIVE)
    for shift in (-12, 12):
        other = base.shift(shift) if base else None
        figure = cube.newest(reading.dims, other) if other is not None and other.last < reading.months.first else None
        if other is None or figure is None or not figure.value:
            continue
        found = evaluate(cube, reading._replace(base=other), said, None) if said else None
        holds = "" if found is None else f"; what is said of the change would {'hold' if found.fits else 'not hold'} from there"
        yield f"From {months_words(other)} ({exact_money(abs(figure.value))}) the ratio is {number(new.value / figure.value, 2)}{holds}."
