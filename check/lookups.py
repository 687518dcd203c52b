"""What a verdict looked up, and whether new figures touch it.

A verdict can only change when a figure is added that one of its look-ups could have used: at the same dimensions (for a balance or a
total also exports and imports, from which they are computed) and for the stretch itself or a stretch that it is added up from.
"""

from collections.abc import Iterable
from typing import NamedTuple

from check.edition import step_of
from check.figure import Dims, partner_code
from check.months import Months, parse
from check.series import source_named
from tradeclaims.records import Observation

EVERY_COUNTRY = "*"
"""Stands for all single countries at once: rankings."""

ANY_SERIES = "*"
"""Stands for every basis and adjustment of what a country itself reports: which there are is not known beforehand."""

PRINTED_RANK = "printed_rank"
"""Stands in the place of a family for the places that authorities print themselves."""

_MADE_OF = {"balance": ("exports", "imports"), "total": ("exports", "imports")}


class Place(NamedTuple):
    """A table of figures without flow, time, publisher and vintage."""

    reporter: str
    partner: str
    """A partner's code, or EVERY_COUNTRY."""

    product: str
    basis: str
    adjustment: str
    family: str

    def text(self) -> str:
        """ "USA/KOR/all_goods/census/nsa/": how the store files it."""
        return "/".join(self)


class Stretch(NamedTuple):
    """One look-up at a place."""

    flow: str
    first: int
    """Number of the first month; see check.months."""

    length: int
    whole: bool = False
    """Whether every figure inside counts (records: all earlier stretches), not only those that the stretch is made of."""


class Change(NamedTuple):
    """A figure that was added."""

    place: Place
    flow: str
    months: Months


Watched = dict[str, frozenset[Stretch]]
"""Place as text → what was looked up there."""

ALWAYS = Stretch("", 0, 12 * 10_000, True)
"""Any figure of a flow, whatever the time; `flow` is to be replaced."""


def place_of(dims: Dims, partner: str) -> Place:
    """The place of one of the partners of a series."""
    return Place(dims.reporter, partner, dims.product, dims.basis, dims.adjustment, dims.family)


def stretch_of(dims: Dims, months: Months) -> Stretch:
    """The look-up of one figure."""
    return Stretch(dims.flow, months.first, months.length)


def watched(asked: Iterable[tuple[Dims, Stretch]]) -> Watched:
    """Look-ups as the cube noted them, by place; joint partners stand at the place of each."""
    found: dict[str, set[Stretch]] = {}
    for dims, stretch in asked:
        for partner in dims.partners:
            found.setdefault(place_of(dims, partner).text(), set()).add(stretch)
    return {place: frozenset(stretches) for place, stretches in found.items()}


def packed(looked: Watched) -> dict[str, str]:
    """Look-ups as short texts by place, in a fixed order: "balance 24192 12;exports 24192 12"."""
    return {
        place: ";".join(f"{one.flow} {one.first} {one.length}{' whole' if one.whole else ''}" for one in sorted(stretches))
        for place, stretches in looked.items()
    }


def unpacked(text: str) -> list[Stretch]:
    """The stretches of one place from their text."""
    found = []
    for part in text.split(";"):
        flow, first, length, *whole = part.split(" ")
        found.append(Stretch(flow, int(first), int(length), bool(whole)))
    return found


def changes(observations: Iterable[Observation]) -> dict[str, frozenset[Change]]:
    """Added figures by the places at which a look-up would meet them. Figures that the cube does not use are left out.

    Raises ValueError for an observation whose freq or period is none of the cube's.
    """
    found: dict[str, set[Change]] = {}
    for one in observations:
        ranked = one.unit == "rank"
        if not ranked and step_of(one.unit) is None:
            continue
        partner = partner_code(one.partner)
        family = PRINTED_RANK if ranked else source_named(one.source).families.get(one.series, "")
        place = (
            Place(one.reporter, partner, one.product, "", "", family)
            if ranked
            else Place(one.reporter, partner, one.product, one.basis, one.adjustment, family)
        )
        change = Change(place, one.flow, parse(one.freq, one.period))
        found.setdefault(place.text(), set()).add(change)
        if not ranked and one.reporter != "USA":
            found.setdefault(place._replace(basis=ANY_SERIES, adjustment=ANY_SERIES).text(), set()).add(change)
        if not ranked and len(partner) == 3 and partner.isalpha() and partner != "WLD":
            found.setdefault(place._replace(partner=EVERY_COUNTRY).text(), set()).add(change)
    return {place: frozenset(added) for place, added in found.items()}


def touches(added: Iterable[Change], stretches: Iterable[Stretch]) -> bool:
    """Whether one of the figures added at a place could be used by one of the look-ups at that place."""
    looked = list(stretches)
    return any(_touches(change, stretch) for change in added for stretch in looked)


def _touches(change: Change, stretch: Stretch) -> bool:
    if change.flow != stretch.flow and change.flow not in _MADE_OF.get(stretch.flow, ()):
        return False
    first, last = stretch.first, stretch.first + stretch.length - 1
    new = change.months
    if stretch.whole:
        return first <= new.first and new.last <= last
    return any(_makes_up(new, part) for part in _parts(Months(first, stretch.length)))


def _parts(months: Months) -> tuple[Months, ...]:
    """The stretch itself; for twelve months that are no calendar year also the three it may be computed from (check.edition)."""
    if months.length != 12 or months.is_years:
        return (months,)
    passed = months.last % 12 + 1
    january = months.year * 12
    return months, Months(january, passed), Months(january - 12, 12), Months(january - 12, passed)


def _makes_up(new: Months, part: Months) -> bool:
    """Whether a printed figure is that of the stretch, one of its months, or one of its years where it is made of years."""
    if new == part:
        return True
    inside = part.first <= new.first and new.last <= part.last
    return inside and (new.length == 1 or (part.is_years and new.is_years and new.length == 12))
