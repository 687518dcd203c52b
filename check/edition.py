"""One table in one vintage: values for any stretch of months, from what it prints."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from check.lines import GAP, Line, position
from check.months import Months

_ROUNDED = {"1bn": Decimal(1000), "0.1bn": Decimal(100), "0.01bn": Decimal(10), "1m": Decimal(1)}
NIL = Decimal(0)


def step_of(unit: str) -> Decimal | None:
    """Rounding width in million dollars of a unit name; None for units that hold no usable figure (approximate, doubtful, ranks)."""
    if unit == "USD_million":
        return NIL
    return _ROUNDED.get(unit.removeprefix("USD_million_rounded_"))


class Cell(NamedTuple):
    """A value, its rounding width, and where it was taken from."""

    value: Decimal
    step: Decimal
    series: str
    provenance: str


NEVER = 10_000 * 12
"""A month after all others."""


class Strip:
    """The values of one line, parsed when first asked for."""

    __slots__ = ("_first", "_gaps", "_line", "_texts", "_totals", "step")

    def __init__(self, line: Line, step: Decimal) -> None:
        self._line = line
        self.step = step
        self._first = position(line.freq, line.start)
        self._texts: list[str] | None = None
        self._totals: list[Decimal] | None = None
        self._gaps: list[int] = []

    def at(self, place: int) -> Cell | None:
        """The figure of the year or month at a place (see check.lines.position)."""
        offset = place - self._first
        texts = self._texts or self._parsed()
        if not 0 <= offset < len(texts) or (text := texts[offset]) == GAP:
            return None
        return Cell(Decimal(text), self.step, self._line.series, self._line.provenance)

    def total(self, first: int, last: int) -> Cell | None:
        """The sum from one place to another, both included; None where one of them has no figure here."""
        start, end = first - self._first, last - self._first + 1
        totals = self._totals
        if totals is None:
            totals = self._add_up()
        if start < 0 or end >= len(totals) or self._gaps[end] != self._gaps[start]:
            return None
        return Cell(totals[end] - totals[start], self.step * (end - start), self._line.series, self._line.provenance)

    def _add_up(self) -> list[Decimal]:
        """Running totals before each place, and how many gaps came before it: a sum is then one subtraction, and as exact."""
        totals, gaps = [NIL], [0]
        for text in self._parsed():
            gap = text == GAP
            totals.append(totals[-1] if gap else totals[-1] + Decimal(text))
            gaps.append(gaps[-1] + gap)
        self._totals, self._gaps = totals, gaps
        return totals

    def _parsed(self) -> list[str]:
        if self._texts is None:
            self._texts = self._line.values.split(" ")
        return self._texts

    def places(self) -> range:
        """All places from first to last figure."""
        return range(self._first, self._first + self._line.values.count(" ") + 1)


class Edition:
    """Everything one source printed in one vintage for one reporter, partner, product, basis, adjustment and family."""

    __slots__ = ("_cells", "_strips", "day", "first", "last", "priority", "source", "vintage", "years_only")

    def __init__(self, source: str, vintage: str, day: date, priority: int) -> None:
        self.source, self.vintage, self.day, self.priority = source, vintage, day, priority
        self._strips: dict[tuple[str, str], list[Strip]] = {}
        self._cells: dict[tuple[str, int, int], Cell | None] = {}
        self.first, self.last = NEVER, -1
        """First and last month of all that is printed: nothing is known outside."""
        self.years_only = True
        """Whether nothing but calendar years is printed."""

    def add(self, line: Line, step: Decimal) -> None:
        """Take in one line; finer prints of the same figures come first, and of equally fine ones the later line."""
        strips = self._strips.setdefault((line.flow, line.freq), [])
        strips.insert(0, Strip(line, step))
        strips.sort(key=lambda strip: strip.step)
        first, last = _ends(line)
        self.first, self.last = min(first, self.first), max(last, self.last)
        self.years_only = self.years_only and line.freq == "A"

    def places(self, flow: str, freq: str) -> set[int]:
        """Years or months for which the flow, or both flows it is computed from, may be printed."""
        own = {place for strip in self._strips.get((flow, freq), ()) for place in strip.places()}
        if flow in ("balance", "total"):
            own |= self.places("exports", freq) & self.places("imports", freq)
        return own

    def prints(self, flow: str, months: Months) -> bool:
        """Whether the figure for a stretch is printed; False where it is computed, or not there."""
        return self._printed(flow, months) is not None

    def cell(self, flow: str, months: Months) -> Cell | None:
        """The figure for a stretch: printed; or added up from months, years or year-to-date; or exports less (plus) imports."""
        key = (flow, months[0], months[1])
        try:
            return self._cells[key]
        except KeyError:
            found = self._cells[key] = self._found(flow, months)
            return found

    def _found(self, flow: str, months: Months) -> Cell | None:
        own = self._printed(flow, months) or self._added(flow, months)
        if own is not None or flow not in ("balance", "total"):
            return own
        exports, imports = self.cell("exports", months), self.cell("imports", months)
        if exports is None or imports is None:
            return None
        value = exports.value - imports.value if flow == "balance" else exports.value + imports.value
        return Cell(value, exports.step + imports.step, exports.series, exports.provenance)

    def _printed(self, flow: str, months: Months) -> Cell | None:
        first, length = months
        if length == 1:
            return self._strip(flow, "M", first)
        january = first % 12 == 0
        if length == 12:
            return self._strip(flow, "A", first // 12) if january else self._strip(flow, "YE", first + 11)
        quarter = self._strip(flow, "Q", first // 3) if length == 3 and first % 3 == 0 else None
        if quarter is None and january and length < 12:
            return self._strip(flow, "YTD", first + length - 1)
        return quarter

    def _strip(self, flow: str, freq: str, place: int) -> Cell | None:
        for strip in self._strips.get((flow, freq), ()):
            cell = strip.at(place)
            if cell is not None:
                return cell
        return None

    def _added(self, flow: str, months: Months) -> Cell | None:
        """Sum of months; sum of years; or, for a year ending in a month: last year - last year to date + this year to date."""
        if months.length == 1:
            return None
        if months.is_years and months.length > 12:
            return _sum([self.cell(flow, Months(first, 12)) for first in range(months.first, months.last, 12)])
        monthly = self._monthly(flow, months)
        if monthly is not None or months.length != 12 or months.first % 12 == 0:
            return monthly
        passed = months.last % 12 + 1
        parts = (
            self.cell(flow, Months(months.year * 12, passed)),
            self.cell(flow, Months(months.year * 12 - 12, 12)),
            self.cell(flow, Months(months.year * 12 - 12, passed)),
        )
        if parts[0] is None or parts[1] is None or parts[2] is None:
            return None
        value = parts[0].value + parts[1].value - parts[2].value
        return parts[0]._replace(value=value, step=sum((part.step for part in parts if part), NIL))

    def _monthly(self, flow: str, months: Months) -> Cell | None:
        """Sum of the single months; a month missing from the finest print is taken from the next."""
        strips = self._strips.get((flow, "M"))
        if not strips:
            return None
        last = months.first + months.length - 1
        whole = strips[0].total(months.first, last)
        if whole is not None or len(strips) == 1:
            return whole
        return _sum([self._strip(flow, "M", place) for place in range(months.first, last + 1)])


def _ends(line: Line) -> tuple[int, int]:
    """Numbers of the first and the last month that a line's figures reach over."""
    width, back = _REACH[line.freq]
    first = position(line.freq, line.start)
    last = first + line.values.count(" ")
    if line.freq == "YTD":
        return first // 12 * 12, last
    return first * width - back, (last + 1) * width - 1


_REACH = {"A": (12, 0), "Q": (3, 0), "M": (1, 0), "YTD": (1, 0), "YE": (1, 11)}
"""Freq → months for each place, and months before it."""


def _sum(cells: list[Cell | None]) -> Cell | None:
    total, step = NIL, NIL
    for cell in cells:
        if cell is None:
            return None
        total += cell.value
        step += cell.step
    return cells[0]._replace(value=total, step=step) if cells and cells[0] else None
