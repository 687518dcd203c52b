"""Facts beside the verdict: what the next base year of an event would give."""

from check.cube import Cube
from check.embedded import entries_into_force
from check.reading import Reading
from check.wording import exact_money, months_words, number
from tradeclaims.records import Claim


def base_year_note(cube: Cube, claim: Claim, literal: list[Reading], *, event_base: bool) -> list[str]:
    """For a change since an event: says that the base is the year before it, and what the year after that gives."""
    if not event_base or not literal:
        return []
    reading = literal[0]
    base = reading.base
    if base is None or base.length != 12 or reading.months.length != 12:
        return []
    new, old, after = (cube.newest(reading.dims, months) for months in (reading.months, base, base.shift(12)))
    if new is None or old is None or after is None or not old.value or not after.value:
        return []
    known = [
        entry for partner in claim.partners for entry in entries_into_force().get(partner, ()) if entry.year in (base.year, base.year + 1)
    ]
    event = f"{known[0].agreement} took effect ({known[0].day})" if known else "the event"
    before = "the year before" if not known or known[0].year == base.year + 1 else "the year in which"
    return [
        f"The base is {months_words(base)}, {before} {event}: {exact_money(abs(old.value))}, a ratio of {number(new.value / old.value, 2)}. "
        f"From {months_words(after.months)} ({exact_money(abs(after.value))}) the ratio is {number(new.value / after.value, 2)}."
    ]
