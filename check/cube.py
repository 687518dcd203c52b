"""The official figures by dimension, stretch of time and vintage."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from check.edition import NIL, Cell, Edition, step_of
from check.embedded import read_lines
from check.figure import Dims, Figure, partner_code
from check.lines import GAP, Line, grouped, position
from check.lookups import ALWAYS, PRINTED_RANK, Stretch, stretch_of
from check.months import Months
from check.series import source_named
from check.vintages import public_from
from tradeclaims.records import Observation

COARSE = Decimal("0.02")
"""A print rounded to more than this share of its value is used only where nothing finer exists."""


CUSTOMS = ("customs", "nsa")
"""Basis and adjustment of what a country's customs report, where its table has no basis of its own."""


class _Place(NamedTuple):
    reporter: str
    partner: str
    product: str
    basis: str
    adjustment: str
    family: str


class _Table:
    """The vintages of one partner's table, with the figures of one flow looked for so far."""

    __slots__ = ("_orders", "days", "editions", "found")

    def __init__(self, editions: tuple[Edition, ...]) -> None:
        self.editions = editions
        """Oldest first."""
        self.days = [edition.day for edition in editions]
        self.found: dict[tuple[int, int, int, str | None], Figure | None] = {}
        """(first month, number of months, number of vintages known, source) → the figure nearest to that."""
        self._orders: dict[int, tuple[Edition, ...]] = {}

    def order(self, known: int) -> tuple[Edition, ...]:
        """The newest of the first `known` vintages first, back to the oldest; then those after it, the oldest first."""
        order = self._orders.get(known)
        if order is None:
            order = self._orders[known] = (*reversed(self.editions[:known]), *self.editions[known:])
        return order


class PrintedRank(NamedTuple):
    """A place in a ranking that an authority printed itself."""

    place: int
    source: str
    series: str
    vintage: str
    day: date
    provenance: str


class Cube:
    """Observations with explicit dimensions: reporter, partner, flow, product, basis, adjustment, time, source and vintage.

    Look-ups are remembered, so that asking again costs a dictionary access.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        editions: dict[_Place, dict[tuple[str, str], Edition]] = {}
        self._ranks: dict[tuple[str, str, str, str], list[PrintedRank]] = {}
        for line in lines:
            source, partner = source_named(line.source), partner_code(line.partner)
            day = public_from(line.vintage)
            if line.unit == "rank":
                self._add_ranks(line, partner, day)
                continue
            step = step_of(line.unit)
            if step is None:
                continue
            place = _Place(line.reporter, partner, line.product, line.basis, line.adjustment, source.families.get(line.series, ""))
            printed = editions.setdefault(place, {})
            edition = printed.get((line.source, line.vintage))
            if edition is None:
                edition = printed[(line.source, line.vintage)] = Edition(line.source, line.vintage, day, source.priority)
            edition.add(line, step)
        self._editions: dict[tuple[str, ...], tuple[Edition, ...]] = {
            place: tuple(sorted(found.values(), key=lambda edition: (edition.day, -edition.priority))) for place, found in editions.items()
        }
        self.until: date | None = None
        """The day whose figures these are; None for all there are."""
        self._whole: Cube | None = None
        self._countries: dict[tuple[str, ...], list[tuple[str, _Table]]] = {}
        self._histories: dict[tuple[Dims, Months], tuple[Figure, ...]] = {}
        self._tables: dict[Dims, _Table] = {}
        self._reported: dict[tuple[str, str, str], list[tuple[str, str]]] | None = None
        self._views: dict[date, Cube] = {}
        self._asked: set[tuple[Dims, Stretch]] | None = None

    @classmethod
    def from_observations(cls, observations: Iterable[Observation]) -> "Cube":
        """A cube of any figures, in the shape the embedded ones have."""
        return cls(grouped(observations))

    def as_of(self, day: date) -> "Cube":
        """The same figures as somebody had them on that day: only the vintages that were public."""
        view = self._views.get(day)
        if view is None:
            view = self._views[day] = Cube(())
            view._editions = {
                place: known for place, all_of in self._editions.items() if (known := tuple(one for one in all_of if one.day <= day))
            }
            view._ranks = {key: [rank for rank in ranks if rank.day <= day] for key, ranks in self._ranks.items()}
            view.until = day
            view._whole = self.whole
        return view

    @property
    def whole(self) -> "Cube":
        """All figures there are, where these are the figures of a day; else itself."""
        # An attribute that is the cube itself would keep it in memory until the collector comes by.
        return self._whole or self

    @contextmanager
    def watching(self) -> Iterator[set[tuple[Dims, Stretch]]]:
        """Within the block every look-up is noted in the set it gives, found or not."""
        before, self._asked = self._asked, set()
        try:
            yield self._asked
        finally:
            self._asked = before

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """Within the block nothing is noted: for searches over many figures that are noted as one."""
        before, self._asked = self._asked, None
        try:
            yield
        finally:
            self._asked = before

    def note(self, dims: Dims, stretch: Stretch) -> None:
        """Note a look-up that goes past `history`, for `watching`."""
        if self._asked is not None:
            self._asked.add((dims, stretch))

    def history(self, dims: Dims, months: Months) -> tuple[Figure, ...]:
        """The figure in every vintage that has it, oldest first; coarse prints only where there is nothing finer."""
        if self._asked is not None:
            self._asked.add((dims, stretch_of(dims, months)))
        key = (dims, months)
        found = self._histories.get(key)
        if found is None:
            found = self._histories[key] = self._vintages(dims, months)
        return found

    def newest(self, dims: Dims, months: Months, until: date | None = None) -> Figure | None:
        """The figure in the newest vintage public on `until` (in all, for None); None where there is none."""
        found = self.nearest(dims, months, until)
        return found if found is None or until is None or found.day <= until else None

    def nearest(self, dims: Dims, months: Months, day: date | None, *, source: str | None = None) -> Figure | None:
        """The figure in the newest vintage public on `day` (in all, for None), else in the earliest later one; of one source, or of any.

        The same figure that `history` has, without looking into vintages that do not matter.
        """
        if len(dims.partners) > 1:
            return _nearest([figure for figure in self.history(dims, months) if source in (None, figure.source)], day)
        if self._asked is not None:
            self._asked.add((dims, stretch_of(dims, months)))
        table = self._table(dims)
        return self._nearest(table, dims, months, len(table.days) if day is None else bisect_right(table.days, day), source)

    def nearest_both(self, dims: Dims, months: Months, day: date) -> tuple[Figure | None, Figure | None]:
        """What `nearest` gives for `day`, and what it gives for today."""
        if len(dims.partners) > 1:
            history = self.history(dims, months)
            return _nearest(history, day), _nearest(history, None)
        if self._asked is not None:
            self._asked.add((dims, stretch_of(dims, months)))
        table = self._table(dims)
        known, every = bisect_right(table.days, day), len(table.days)
        now = self._nearest(table, dims, months, every, None)
        return now if known == every else self._nearest(table, dims, months, known, None), now

    def _table(self, dims: Dims) -> _Table:
        table = self._tables.get(dims)
        if table is None:
            table = self._tables[dims] = _Table(self.editions(dims))
        return table

    def _nearest(self, table: _Table, dims: Dims, months: Months, known: int, source: str | None) -> Figure | None:
        key = (months[0], months[1], known, source)
        try:
            return table.found[key]
        except KeyError:
            found = _near(table.order(known), dims.flow, months, source)
            figure = table.found[key] = _figure(*found, dims, months) if found else None
            return figure

    def countries_near(self, dims: Dims, months: Months, day: date, *, source: str) -> Iterator[tuple[str, Decimal, str]]:
        """(country, value, vintage) of `nearest` for every country that has a figure; the partners of `dims` do not count."""
        for country, table in self._country_tables(dims):
            found = _near(table.order(bisect_right(table.days, day)), dims.flow, months, source)
            if found:
                yield country, found[1].value, found[0].vintage

    def editions(self, dims: Dims, partner: str | None = None) -> tuple[Edition, ...]:
        """The vintages of a single partner's table, oldest first; empty for an unknown one. The partner is that of `dims`, or the one given."""
        return self._editions.get((dims.reporter, partner or dims.partners[0], dims.product, dims.basis, dims.adjustment, dims.family), ())

    def tables(self) -> Iterator[tuple[Dims, tuple[Edition, ...]]]:
        """Every table by partner, with its vintages, oldest first. The flow of its dimensions is empty: an edition holds all flows."""
        for (reporter, partner, product, basis, adjustment, family), editions in self._editions.items():
            yield Dims(reporter, (partner,), "", product, basis, adjustment, family), editions

    def countries(self, dims: Dims) -> tuple[str, ...]:
        """Partners that are single countries, with figures at these dimensions."""
        return tuple(country for country, _ in self._country_tables(dims))

    def _country_tables(self, dims: Dims) -> list[tuple[str, _Table]]:
        wanted = (dims.reporter, *dims[3:])
        found = self._countries.get(wanted)
        if found is None:
            same = ((place[1], editions) for place, editions in self._editions.items() if (place[0], *place[2:]) == wanted)
            found = self._countries[wanted] = [(partner, _Table(editions)) for partner, editions in same if is_country(partner)]
        return found

    def own_series(self, reporter: str, partner: str, product: str) -> tuple[tuple[str, str], ...]:
        """(basis, adjustment) of the general tables that a country itself reports of a partner; that of its customs in any case, last."""
        if self._reported is None:
            self._reported = {}
            for place in self._editions:
                if place[0] != "USA" and not place[5]:
                    self._reported.setdefault((place[0], place[1], place[2]), []).append((place[3], place[4]))
        found = self._reported.get((reporter, partner, product), ())
        return (*sorted(one for one in found if one != CUSTOMS), CUSTOMS)

    def printed_ranks(self, partner: str, flow: str, product: str, period: str) -> list[PrintedRank]:
        """Places that authorities printed, oldest first."""
        if self._asked is not None:
            self.note(Dims("USA", (partner,), flow, product, "", "", PRINTED_RANK), Stretch(flow, int(period) * 12, 12))
        return self._ranks.get((partner, flow, product, period), [])

    def has_series(self, dims: Dims) -> bool:
        """Whether any figure stands at these dimensions, whatever the period."""
        known = all(
            any(
                edition.places(dims.flow, freq)
                for edition in self.editions(dims._replace(partners=(partner,)))
                for freq in ("A", "Q", "M", "YTD", "YE")
            )
            for partner in dims.partners
        )
        if not known:  # A series that is known stays known.
            self.note(dims, ALWAYS._replace(flow=dims.flow))
        return known

    def _vintages(self, dims: Dims, months: Months) -> tuple[Figure, ...]:
        if len(dims.partners) > 1:
            return self._joint(dims, months)
        figures = []
        for edition in self.editions(dims):
            cell = edition.cell(dims.flow, months)
            if cell is not None:
                figures.append(_figure(edition, cell, dims, months))
        fine = [figure for figure in figures if figure.step <= COARSE * abs(figure.value)]
        return tuple(fine or figures)

    def _joint(self, dims: Dims, months: Months) -> tuple[Figure, ...]:
        """Sums over partners, in the vintages that have them all."""
        single = [self.history(Dims(dims[0], (partner,), *dims[2:]), months) for partner in dims.partners]
        sums = []
        for first in single[0]:
            same = [next((f for f in other if (f.source, f.vintage) == (first.source, first.vintage)), None) for other in single]
            if all(same):
                value = sum((figure.value for figure in same if figure), NIL)
                step = sum((figure.step for figure in same if figure), NIL)
                sums.append(Figure(value, step, *first[2:7], dims, months))
        return tuple(sums)

    def _add_ranks(self, line: Line, partner: str, day: date) -> None:
        start = position(line.freq, line.start)
        for offset, text in enumerate(line.values.split(" ")):
            if text != GAP and line.freq == "A":
                places = self._ranks.setdefault((partner, line.flow, line.product, str(start + offset)), [])
                places.append(PrintedRank(int(text), line.source, line.series, line.vintage, day, line.provenance))
                places.sort(key=lambda rank: rank.day)


def _figure(edition: Edition, cell: Cell, dims: Dims, months: Months) -> Figure:
    return Figure(cell.value, cell.step, edition.source, cell.series, edition.vintage, edition.day, cell.provenance, dims, months)


def _near(order: Sequence[Edition], flow: str, months: Months, source: str | None) -> tuple[Edition, Cell] | None:
    """The figure in the first of these vintages that has it; a coarse print only where there is nothing finer."""
    coarse = None
    first, length = months
    last, years = first + length - 1, not (length % 12 or first % 12)
    for edition in order:
        # `cell` would find that out as well, but slower.
        if (
            first < edition.first
            or last > edition.last
            or (edition.years_only and not years)
            or (source is not None and edition.source != source)
        ):
            continue
        cell = edition.cell(flow, months)
        if cell is not None:
            if not cell.step or cell.step <= COARSE * abs(cell.value):
                return edition, cell
            coarse = coarse or (edition, cell)
    return coarse


def _nearest(figures: Sequence[Figure], day: date | None) -> Figure | None:
    for figure in reversed(figures):
        if day is None or figure.day <= day:
            return figure
    return figures[0] if figures else None


def is_country(code: str) -> bool:
    """Whether a partner code is one country: three letters, and not the world."""
    return len(code) == 3 and code.isalpha() and code != "WLD"


@cache
def load_embedded() -> Cube:
    """The cube of the figures that ship with the package."""
    return Cube(read_lines())
