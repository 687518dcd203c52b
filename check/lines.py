"""The embedded file format: one line per series, unit and vintage, values in order of time."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from check.months import month_label
from tradeclaims.records import Observation

FIELDS = (
    "source", "series", "reporter", "partner", "flow", "product", "basis", "adjustment", "freq",
    "unit", "vintage", "provenance", "start", "values",
)  # fmt: skip
GAP = "-"
"""Stands for a period without a figure, so that the others keep their place."""


class Line(NamedTuple):
    """One line as text, `values` not yet parsed."""

    source: str
    series: str
    reporter: str
    partner: str
    flow: str
    product: str
    basis: str
    adjustment: str
    freq: str
    unit: str
    vintage: str
    provenance: str
    start: str
    values: str

    def periods(self) -> Iterator[tuple[str, Decimal]]:
        """(period, value) for every figure, in order of time."""
        first = position(self.freq, self.start)
        for offset, text in enumerate(self.values.split(" ")):
            if text != GAP:
                yield label(self.freq, first + offset), Decimal(text)


def position(freq: str, period: str) -> int:
    """Place of a period in its freq's order of time: the year, year * 4 + quarter - 1, or year * 12 + month - 1."""
    if freq == "A":
        return int(period)
    if freq == "Q":
        return int(period[:4]) * 4 + int(period[6]) - 1
    return int(period[:4]) * 12 + int(period[5:7]) - 1


def label(freq: str, number: int) -> str:
    """The period at a place: the reverse of `position`."""
    if freq == "A":
        return str(number)
    return f"{number // 4}-Q{number % 4 + 1}" if freq == "Q" else month_label(number)


def grouped(observations: Iterable[Observation]) -> Iterator[Line]:
    """Single figures as lines: one per series, unit, vintage and provenance. Of a repeated figure the last counts."""
    table: dict[Line, dict[int, str]] = {}
    for one in observations:
        key = Line(
            one.source, one.series, one.reporter, one.partner, one.flow, one.product, one.basis, one.adjustment,
            one.freq, one.unit, one.vintage, one.provenance, "", "",
        )  # fmt: skip
        table.setdefault(key, {})[position(one.freq, one.period)] = str(one.value)
    for key, values in table.items():
        first, last = min(values), max(values)
        texts = " ".join(values.get(place, GAP) for place in range(first, last + 1))
        yield key._replace(start=label(key.freq, first), values=texts)
