"""Places among countries, and records over time.

Not every embedded vintage lists every country and year. What a vintage lacks is taken from the nearest vintage of the same source: the newest
that was out by then, else the earliest later one, even where a figure is judged as of an earlier day: a place among those that happen to be embedded
would be no place at all. A place is given only where no country without a figure can stand before it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple
from weakref import WeakKeyDictionary

from check.cube import Cube
from check.figure import Dims, Figure
from check.lookups import EVERY_COUNTRY, Stretch, stretch_of
from check.months import Months
from check.series import source_named

YEARS_BACK = 3
"""A country without a figure for the stretch is judged by the newest of this many years before."""

GROWTH = 2
"""How many times its last known figure a country without one is thought able to reach."""


REMEMBERED = 512
"""Rankings kept for each cube."""


class Standing(NamedTuple):
    """A place, how many were compared, and who stands around it."""

    place: int
    of: int
    leaders: tuple[tuple[str, Decimal], ...]
    """The first three, as (name, value in million dollars)."""

    filled: int
    """How many of those compared are from another vintage than the figure's own."""


class _Country(NamedTuple):
    name: str
    value: Decimal
    vintage: str


class _Board(NamedTuple):
    """Every country with a figure, smallest first, by name where equal."""

    countries: tuple[_Country, ...]
    places: dict[str, int]
    """Country → its place from 0 on."""

    total: Decimal


def rank_among_countries(cube: Cube, figure: Figure, *, smallest_first: bool) -> Standing | None:
    """Place of a figure's partner among single countries in the same source; EU members count singly, aggregates never.

    `smallest_first` ranks the most negative balance first: deficits. None where the partner is not a country of that table, or where a country
    without a figure may stand before it.
    """
    _note(cube, figure, 0)
    dims = figure.dims._replace(partners=())
    board = _board(cube.whole, dims, figure.months, figure.source, figure.day)
    partner = figure.dims.partners[0]
    if len(figure.dims.partners) != 1 or partner not in board.places or not _complete(cube, figure, board):
        return None
    countries, below = board.countries, board.places[partner]
    filled = sum([1 for each in countries if each.vintage != figure.vintage])
    leaders = countries[:3] if smallest_first else tuple(reversed(countries[-3:]))
    place = below + 1 if smallest_first else len(countries) - below
    return Standing(place, len(countries), tuple((each.name, each.value) for each in leaders), filled)


def _note(cube: Cube, figure: Figure, years_back: int) -> None:
    cube.note(figure.dims._replace(partners=(EVERY_COUNTRY,)), stretch_of(figure.dims, figure.months.shift(-12 * years_back)))


def record_over_time(cube: Cube, figure: Figure, *, smallest_first: bool, all_countries: bool = False) -> Standing | None:
    """Place of a figure among all earlier stretches of its kind: months with all months, years with years, a year to date with the same months of other years.

    With `all_countries`, among the earlier stretches of every country. Only figures of the same source are compared.
    """
    dims, months = figure.dims, figure.months
    if len(dims.partners) != 1:
        return None
    view, cube = cube, cube.whole
    partners = cube.countries(dims) if all_countries else dims.partners
    step = months.length if months.length in (1, 3, 6) else 12
    with cube.unwatched():
        found = [
            earlier for partner in partners for earlier in _earlier(cube, dims._replace(partners=(partner,)), months, step, figure.source, figure.day)
        ]  # fmt: skip
    # All that came before counts, and the stretch before the first one found, which ended the search.
    start = months.first - step * (len(found) if not all_countries else months.first // step)
    whole = Stretch(dims.flow, max(start, 0), months.last - max(start, 0) + 1, True)
    view.note(dims._replace(partners=(EVERY_COUNTRY,)) if all_countries else dims, whole)
    if len(found) < 2:
        return None
    better = sum(1 for each in found if (each.value < figure.value if smallest_first else each.value > figure.value))
    found.sort(key=lambda each: each.value, reverse=not smallest_first)
    filled = sum(1 for each in found if each.vintage != figure.vintage)
    return Standing(better + 1, len(found), tuple((_named(each, all_countries), each.value) for each in found[:3]), filled)


def _named(figure: Figure, with_partner: bool) -> str:
    period = figure.months.label()[1]
    return f"{figure.dims.partners[0]} {period}" if with_partner else period


def _earlier(cube: Cube, dims: Dims, months: Months, step: int, source: str, day: date) -> Iterator[Figure]:
    """The stretch and all before it, back to the first gap."""
    while (figure := cube.nearest(dims, months, day, source=source)) is not None:
        yield figure
        months = months.shift(-step)


def _complete(cube: Cube, figure: Figure, board: _Board) -> bool:
    """Whether no country outside the board can stand before the figure.

    Sure where the rest of the world's trade is smaller than the figure. A source that lists every country needs less: what each missing one had
    last, doubled, must be smaller.
    """
    cube.note(figure.dims._replace(partners=("WLD",)), stretch_of(figure.dims, figure.months))
    rest = _rest_of_world(cube.whole, figure, board)
    if rest is not None and rest < abs(figure.value):
        return True
    if not source_named(figure.source).lists_every_country:
        return False
    for years in range(1, YEARS_BACK + 1):
        _note(cube, figure, years)
    missing = [country for country in cube.whole.countries(figure.dims) if country not in board.places]
    with cube.whole.unwatched():
        return not any(_last_known(cube.whole, figure, country) * GROWTH >= abs(figure.value) for country in missing)


def _rest_of_world(cube: Cube, figure: Figure, board: _Board) -> Decimal | None:
    """Trade with the world less that with the countries of the board. No balance is larger than the flow it comes from."""
    dims = figure.dims
    flow = dims.flow if dims.flow != "balance" else "imports" if figure.value < 0 else "exports"
    world = cube.nearest(dims._replace(partners=("WLD",), flow=flow), figure.months, figure.day, source=figure.source)
    if world is None:
        return None
    same = board if flow == dims.flow else _board(cube, dims._replace(partners=(), flow=flow), figure.months, figure.source, figure.day)
    return world.value - same.total


def _last_known(cube: Cube, figure: Figure, country: str) -> Decimal:
    dims = figure.dims._replace(partners=(country,))
    for years in range(1, YEARS_BACK + 1):
        found = cube.nearest(dims, figure.months.shift(-12 * years), figure.day, source=figure.source)
        if found is not None:
            return abs(found.value)
    return Decimal(0)


def _board(cube: Cube, dims: Dims, months: Months, source: str, day: date) -> _Board:
    key = (dims, months, source, day)
    boards = _BOARDS.setdefault(cube, {})
    board = boards.get(key)
    if board is None:
        if len(boards) >= REMEMBERED:
            boards.clear()
        countries = sorted((_Country(*each) for each in cube.countries_near(dims, months, day, source=source)), key=_BY_VALUE)
        places = {each.name: place for place, each in enumerate(countries)}
        board = boards[key] = _Board(tuple(countries), places, sum([each.value for each in countries], Decimal(0)))
    return board


_BOARDS: WeakKeyDictionary[Cube, dict[tuple[Dims, Months, str, date], _Board]] = WeakKeyDictionary()
"""Made once for each cube and forgotten with it."""

_BY_VALUE = attrgetter("value", "name")
