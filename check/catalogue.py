"""Which series there are, and from when to when."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from check.figure import partner_code
from check.lines import GAP, Line, label, position
from check.series import source_named
from check.vintages import public_from

FREQS = ("A", "Q", "M", "YTD", "YE")
"""In the order in which they are shown."""


class Coverage(NamedTuple):
    """The periods of one freq, over all vintages."""

    first: str
    last: str
    periods: int


class Series(NamedTuple):
    """One series of one table, with all its vintages."""

    source: str
    series: str
    """The publisher's table."""

    reporter: str
    partner: str
    flow: str
    product: str
    basis: str
    adjustment: str
    coverage: dict[str, Coverage]
    """Freq (`A`, `M`, `YTD`, `YE`) → periods."""

    vintages: tuple[str, ...]
    """Oldest first."""

    units: tuple[str, ...]
    values: int
    """Figures of all vintages together."""

    @property
    def name(self) -> str:
        """As a look-up begins: `census:USA/KOR/balance/all_goods/census/nsa`; with the table's name for a definition of its own."""
        source = f"{self.source}.{self.series}" if source_named(self.source).families.get(self.series) else self.source
        return f"{source}:{self.reporter}/{self.partner}/{self.flow}/{self.product}/{self.basis}/{self.adjustment}"


def catalogue(lines: Iterable[Line]) -> list[Series]:
    """The series of these lines, by source, table and dimensions."""
    grouped: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        key = (line.source, line.series, line.reporter, partner_code(line.partner), *line[4:8])
        grouped.setdefault(key, []).append(line)
    return [_series(key, grouped[key]) for key in sorted(grouped)]


def _series(key: tuple[str, ...], lines: list[Line]) -> Series:
    coverage = {}
    for freq in FREQS:
        places = {place for line in lines if line.freq == freq for place in _places(line)}
        if places:
            coverage[freq] = Coverage(label(freq, min(places)), label(freq, max(places)), len(places))
    vintages = sorted({line.vintage for line in lines}, key=lambda vintage: (public_from(vintage), vintage))
    values = sum(1 for line in lines for _ in _places(line))
    source, table, reporter, partner, flow, product, basis, adjustment = key
    units = tuple(sorted({line.unit for line in lines}))
    return Series(source, table, reporter, partner, flow, product, basis, adjustment, coverage, tuple(vintages), units, values)


def _places(line: Line) -> Iterator[int]:
    first = position(line.freq, line.start)
    return (first + offset for offset, text in enumerate(line.values.split(" ")) if text != GAP)
