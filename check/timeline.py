"""A series in time: each period with what every vintage says of it."""

from datetime import date
from typing import NamedTuple

from check.catalogue import FREQS
from check.cube import Cube
from check.figure import Dims, Figure
from check.lines import label
from check.months import Months, parse


class Value(NamedTuple):
    """A figure of one vintage."""

    figure: Figure
    printed: bool
    """False where it is computed from other printed figures."""


class Moment(NamedTuple):
    """One period with its figures, oldest vintage first."""

    freq: str
    period: str
    values: tuple[Value, ...]


def freqs_of(cube: Cube, source: str, dims: Dims) -> tuple[str, ...]:
    """The freqs in which the series, or the flows it is computed from, are printed."""
    return tuple(freq for freq in FREQS if _places(cube, source, dims, freq))


def timeline(cube: Cube, source: str, dims: Dims, freq: str, *, vintage: str | None = None, until: date | None = None) -> list[Moment]:
    """Every period of one freq; with `vintage` that one alone, with `until` those public on that day. `source` is `*` for any."""
    found = (moment(cube, source, dims, freq, label(freq, place), vintage, until) for place in _places(cube, source, dims, freq))
    return [one for one in found if one.values]


def moment(cube: Cube, source: str, dims: Dims, freq: str, period: str, vintage: str | None = None, until: date | None = None) -> Moment:
    """One period, given as in a look-up. Raises ValueError for none."""
    months = parse(freq, period)
    values = _joint(cube, dims, months) if len(dims.partners) > 1 else _single(cube, dims, months)
    kept = tuple(
        value
        for value in values
        if source in ("*", value.figure.source) and vintage in (None, value.figure.vintage) and (until is None or value.figure.day <= until)
    )
    return Moment(freq, period, kept)


def _single(cube: Cube, dims: Dims, months: Months) -> list[Value]:
    """Coarse prints as well, which a claim is not held against."""
    values = []
    for edition in cube.editions(dims):
        cell = edition.cell(dims.flow, months)
        if cell is not None:
            figure = Figure(cell.value, cell.step, edition.source, cell.series, edition.vintage, edition.day, cell.provenance, dims, months)
            values.append(Value(figure, edition.prints(dims.flow, months)))
    return values


def _joint(cube: Cube, dims: Dims, months: Months) -> list[Value]:
    return [Value(figure, False) for figure in cube.history(dims, months)]


def _places(cube: Cube, source: str, dims: Dims, freq: str) -> list[int]:
    """Periods that every partner has."""
    found: set[int] | None = None
    for partner in dims.partners:
        editions = [edition for edition in cube.editions(dims._replace(partners=(partner,))) if source in ("*", edition.source)]
        places = {place for edition in editions for place in edition.places(dims.flow, freq)}
        found = places if found is None else found & places
    return sorted(found or ())
