"""Places among countries, and records over time."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from check.cube import Cube
from check.edition import Edition
from check.figure import Dims, Figure
from check.lookups import EVERY_COUNTRY, Stretch, stretch_of
from check.months import Months


class Standing(NamedTuple):
    """A place, how many were compared, and who stands around it."""

    place: int
    of: int
    leaders: tuple[tuple[str, Decimal], ...]
    """The first three, as (name, value in million dollars)."""


def rank_among_countries(cube: Cube, figure: Figure, *, smallest_first: bool) -> Standing | None:
    """Place of a figure's partner among single countries in the same source and vintage; EU members count singly, aggregates never.

    `smallest_first` ranks the most negative balance first: deficits. None where the partner is not a country of that table.
    """
    cube.note(figure.dims._replace(partners=(EVERY_COUNTRY,)), stretch_of(figure.dims, figure.months))
    table = _table(cube, figure.dims._replace(partners=()), figure.months, figure.source, figure.vintage)
    ordered = table if smallest_first else tuple(reversed(table))
    names = [name for name, _ in ordered]
    partner = figure.dims.partners[0]
    if len(figure.dims.partners) != 1 or partner not in names:
        return None
    return Standing(names.index(partner) + 1, len(names), ordered[:3])


def record_over_time(cube: Cube, figure: Figure, *, smallest_first: bool, all_countries: bool = False) -> Standing | None:
    """Place of a figure among all earlier stretches of its kind: months with all months, years with years, a year to date with the same months of other years.

    With `all_countries`, among the earlier stretches of every country. Only what the same source and vintage holds is compared.
    """
    dims, months = figure.dims, figure.months
    if len(dims.partners) != 1:
        return None
    partners = cube.countries(dims) if all_countries else dims.partners
    step = months.length if months.length in (1, 3, 6) else 12
    found = [
        (f"{partner} {earlier.label()[1]}" if all_countries else earlier.label()[1], value)
        for partner in partners
        for edition in _same_vintage(cube, dims._replace(partners=(partner,)), figure)
        for earlier, value in _earlier(edition, dims.flow, months, step)
    ]
    # All that came before counts, and the stretch before the first one found, which ended the search.
    start = months.first - step * (len(found) if not all_countries else months.first // step)
    whole = Stretch(dims.flow, max(start, 0), months.last - max(start, 0) + 1, True)
    cube.note(dims._replace(partners=(EVERY_COUNTRY,)) if all_countries else dims, whole)
    if len(found) < 2:
        return None
    better = sum(1 for _, value in found if (value < figure.value if smallest_first else value > figure.value))
    found.sort(key=lambda pair: pair[1], reverse=not smallest_first)
    return Standing(better + 1, len(found), tuple(found[:3]))


def _same_vintage(cube: Cube, dims: Dims, figure: Figure) -> Iterator[Edition]:
    return (edition for edition in cube.editions(dims) if (edition.source, edition.vintage) == (figure.source, figure.vintage))


def _earlier(edition: Edition, flow: str, months: Months, step: int) -> Iterator[tuple[Months, Decimal]]:
    """The stretch and all before it, back to the first gap."""
    while True:
        cell = edition.cell(flow, months)
        if cell is None:
            return
        yield months, cell.value
        months = months.shift(-step)


@lru_cache(maxsize=512)
def _table(cube: Cube, dims: Dims, months: Months, source: str, vintage: str) -> tuple[tuple[str, Decimal], ...]:
    """(country, value), smallest value first, by name where equal."""
    values = []
    for country in cube.countries(dims):
        for edition in cube.editions(dims._replace(partners=(country,))):
            if (edition.source, edition.vintage) == (source, vintage):
                cell = edition.cell(dims.flow, months)
                if cell is not None:
                    values.append((country, cell.value))
    return tuple(sorted(values, key=lambda pair: (pair[1], pair[0])))
