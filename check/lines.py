"""The embedded file format: one line per series, unit and vintage, values in order of time."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from check.months import month_label

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
    """Place of a period in its freq's order of time: the year, or year * 12 + month - 1."""
    return int(period) if freq == "A" else int(period[:4]) * 12 + int(period[5:7]) - 1


def label(freq: str, number: int) -> str:
    """The period at a place: the reverse of `position`."""
    return str(number) if freq == "A" else month_label(number)
