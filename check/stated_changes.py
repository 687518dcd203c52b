"""A stated change against the two levels of the same document: "from 4.0 to 5.0 billion" is 25 percent, 1.0 billion and times 1.25."""

from collections.abc import Iterator
from decimal import Decimal

from check.claimed import Part, parts_of
from check.months import of_period
from check.stated import HUNDRED, Conflict, Stated
from check.wording import money, months_words, number

_CHANGES = ("change_pct", "factor", "change_abs")


def change_inside(own: Stated) -> Iterator[Conflict]:
    """A claim's own change, factor or direction against its own two levels."""
    parts = {part.role: part for part in parts_of(own.claim)}
    before = parts.get("from_value")
    if before is None or not before.centre:
        return
    words = f"{money(before.centre, before.step)} to {own.said()}"
    for role in _CHANGES:
        said = parts.get(role)  # type: ignore[call-overload]
        if said is not None:
            yield from _conflict(own.value, before, said, words)
    moved = parts.get("direction")
    change = own.value.centre - before.centre
    if moved is not None and moved.centre * change < 0:
        yield Conflict(
            f"At odds with itself: from {words} is {'up' if change > 0 else 'down'} by {money(change, max(own.value.step, before.step))}, "
            f"not {'up' if moved.centre > 0 else 'down'}."
        )


def change_between(own: Stated, other: Stated) -> Iterator[Conflict]:
    """A claim's change against its level and the level that the text gives for the earlier period."""
    parts = {part.role: part for part in parts_of(own.claim)}
    compared = of_period(own.claim.compare_period) if own.claim.compare_period else own.months.shift(-12)
    if "from_value" in parts or other.months != compared:
        return
    for role in _CHANGES:
        said = parts.get(role)  # type: ignore[call-overload]
        if said is not None:
            yield from _conflict(own.value, other.value, said, f"{other.said()} in {months_words(other.months)} to {own.said()}")


def _conflict(new: Part, old: Part, said: Part, words: str) -> Iterator[Conflict]:
    """The changes that both levels' rounding allows, and the one stated, have no value in common."""
    if new.low is None or new.high is None or old.low is None or old.high is None or old.low <= 0:
        return
    if said.role == "change_abs":
        low, high = _magnitudes(new.low - old.high, new.high - old.low)
    elif said.role == "change_pct":
        low, high = _magnitudes((new.low / old.high - 1) * HUNDRED, (new.high / old.low - 1) * HUNDRED)
    else:
        low, high = new.low / old.high, new.high / old.low
    if (said.high is None or low <= said.high) and (said.low is None or high >= said.low):
        return
    if said.role == "change_abs":
        change = abs(new.centre - old.centre)
        yield Conflict(
            f"At odds with the same text: {words} is a change of {money(change, max(new.step, old.step))}, not {money(said.centre, said.step)}."
        )
        return
    ratio, unit = new.centre / old.centre, "percent" if said.role == "change_pct" else "times"
    is_so = abs(ratio - 1) * HUNDRED if said.role == "change_pct" else ratio
    places = 1 if said.role == "change_pct" else 2
    yield Conflict(f"At odds with the same text: {words} is {number(is_so, places)} {unit}, not {number(said.centre, 2)} {unit}.")


def _magnitudes(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Least and greatest size of what lies between."""
    if low >= 0:
        return low, high
    return (-high, -low) if high <= 0 else (Decimal(0), max(-low, high))
