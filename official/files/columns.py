"""Columns under grouped headings: a row of groups (Balance, Exports, Imports), below it a row of names."""

from itertools import pairwise
from typing import NamedTuple

from official.files.book import Cell, Row
from official.files.table import label

FLOWS = ("balance", "exports", "imports")


class Column(NamedTuple):
    """One column of figures."""

    flow: str
    """Empty where the headings name none."""

    name: str
    """Its heading, in small letters and without footnote marks."""

    first: int
    after: int
    """Cells from `first` up to, but without, `after` stand under the heading: a mark like (R) may have a cell of its own before the figure."""

    def cell(self, row: Row) -> Cell:
        """The figure's cell: the last one under the heading that is not empty."""
        return next((cell for cell in reversed(row[self.first : self.after]) if cell is not None), None)


def columns_of(names: Row) -> list[Column]:
    """The columns that a row names after its first cell."""
    ends = [*(place for place, cell in enumerate(names) if place and cell is not None), len(names)]
    return [Column("", label(names[first]).lower(), first, after) for first, after in pairwise(ends)]


def flows_of(groups: Row, names: Row) -> list[Column]:
    """The columns with the flow of their group; empty where the groups are not the three flows."""
    starts = {place: label(cell).lower() for place, cell in enumerate(groups) if place and cell is not None}
    if set(starts.values()) != set(FLOWS) or len(starts) != len(FLOWS):
        return []
    return [
        column._replace(flow=starts[max(start for start in starts if start <= column.first)])
        for column in columns_of(names)
        if column.first >= min(starts)
    ]
