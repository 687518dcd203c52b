"""Whether a claim's numbers fit one reading by the figures of one day."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from check.claimed import Part
from check.cube import Cube
from check.figure import Figure
from check.reading import ONE, Reading

HUNDRED = Decimal(100)


class Compared(NamedTuple):
    """One part of the claim beside its official number (million dollars, percent, ratio)."""

    part: Part
    official: Decimal
    fits: bool


class Evaluation(NamedTuple):
    """The claim by one reading and the vintage of one day."""

    reading: Reading
    new: Figure
    old: Figure | None
    whole: Figure | None
    compared: tuple[Compared, ...]
    late: bool
    """True where nothing was out on that day, so that the earliest later vintage was taken."""

    old_whole: Figure | None = None

    @property
    def fits(self) -> bool:
        """Whether every part fits."""
        return all(one.fits for one in self.compared)

    @property
    def main(self) -> Compared:
        """The part the verdict's difference is about."""
        return self.compared[0]


class Looked(NamedTuple):
    """The figures that one reading needs, by the vintages of one day."""

    new: Figure
    old: Figure | None
    whole: Figure | None
    old_whole: Figure | None


def look_up(cube: Cube, reading: Reading, day: date | None) -> Looked | None:
    """The newest figures public on `day` (the newest of all for None); None where the reading has no figure at all."""
    new = cube.nearest(reading.dims, reading.months, day)
    if new is None:
        return None
    old = cube.nearest(reading.dims, reading.base, day) if reading.base is not None else None
    if reading.whole is None:
        return Looked(new, old, None, None)
    whole = cube.nearest(reading.whole, reading.months, day)
    return Looked(new, old, whole, cube.nearest(reading.whole, reading.base, day) if reading.base is not None else None)


def compare(reading: Reading, parts: tuple[Part, ...], looked: Looked, day: date | None) -> Evaluation | None:
    """Every part beside its official number; None where no part can be compared. A part whose earlier figure is missing is left out."""
    compared = []
    for part in parts:
        number = official_number(part, reading, *looked)
        if number is not None:
            compared.append(Compared(part, number[0], part.admits(*number)))
    if not compared:
        return None
    late = day is not None and looked.new.day > day
    return Evaluation(reading, looked.new, looked.old, looked.whole, tuple(compared), late, looked.old_whole)


def evaluate(cube: Cube, reading: Reading, parts: tuple[Part, ...], day: date | None) -> Evaluation | None:
    """Look the reading's figures up as of `day` and compare every part; None where there is nothing to compare."""
    looked = look_up(cube, reading, day)
    return None if looked is None else compare(reading, parts, looked, day)


def evaluate_both(cube: Cube, reading: Reading, parts: tuple[Part, ...], day: date | None) -> tuple[Evaluation, Evaluation] | None:
    """By the figures public on `day` (for None, today's) and by today's; None where there is nothing to compare by today's."""
    if day is None:
        now = evaluate(cube, reading, parts, None)
        return None if now is None else (now, now)
    before, looked = _look_up_both(cube, reading, day)
    now = None if looked is None else compare(reading, parts, looked, None)
    if now is None:
        return None
    if before == looked:
        return (Evaluation(*now[:5], True, now.old_whole) if now.new.day > day else now), now
    return (compare(reading, parts, before, day) if before is not None else None) or now, now


def _look_up_both(cube: Cube, reading: Reading, day: date) -> tuple[Looked | None, Looked | None]:
    """What `look_up` gives for `day`, and for today."""
    dims, months, base, whole = reading.dims, reading.months, reading.base, reading.whole
    new = cube.nearest_both(dims, months, day)
    if new[1] is None or new[0] is None:  # A figure known today is at least the nearest of any day.
        return None, None
    old = cube.nearest_both(dims, base, day) if base is not None else _NEITHER
    if whole is None:
        return Looked(new[0], old[0], None, None), Looked(new[1], old[1], None, None)
    of = cube.nearest_both(whole, months, day)
    old_of = cube.nearest_both(whole, base, day) if base is not None else _NEITHER
    return Looked(new[0], old[0], of[0], old_of[0]), Looked(new[1], old[1], of[1], old_of[1])


_NEITHER = (None, None)


def official_number(
    part: Part, reading: Reading, new: Figure, old: Figure | None, whole: Figure | None, old_whole: Figure | None
) -> tuple[Decimal, Decimal] | None:
    """(official number in the part's unit, how far it may be off by the publisher's rounding); None where it cannot be formed."""
    half = new.step / 2
    amount = _magnitude(new.value, reading)
    if part.role == "value":
        return (amount, half) if reading.scale == ONE else (amount / reading.scale, half / reading.scale)
    if part.role == "share":
        return _ratio(new, whole, HUNDRED)
    if old is None:
        return None
    earlier = _magnitude(old.value, reading)
    if part.role == "from_value":
        return earlier / reading.scale, old.step / 2
    change = amount - earlier
    slack = half + old.step / 2
    if part.role == "change_abs":
        return abs(change) / reading.scale, slack
    if part.role == "change_pp":
        now, before = _ratio(new, whole, HUNDRED), _ratio(old, old_whole, HUNDRED)
        return (abs(now[0] - before[0]), now[1] + before[1]) if now and before else None
    if part.role == "direction" and part.centre:
        return change, slack
    if not earlier:
        return None
    ratio = amount / earlier
    slack = (half + abs(ratio) * old.step / 2) / abs(earlier)
    if part.role == "factor":
        return ratio, slack
    if part.role == "direction":
        return (ratio - 1) * HUNDRED, slack * HUNDRED
    return abs(ratio - 1) * HUNDRED, slack * HUNDRED


def _magnitude(value: Decimal, reading: Reading) -> Decimal:
    return abs(value) if reading.sign == 0 else value * reading.sign


def _ratio(part: Figure, whole: Figure | None, scale: Decimal) -> tuple[Decimal, Decimal] | None:
    if whole is None or not whole.value:
        return None
    ratio = part.value / whole.value
    return ratio * scale, (part.step + abs(ratio) * whole.step) / 2 / abs(whole.value) * scale
