"""FT-900, exhibits 14, 19 and 20: trade by selected countries and areas.

exh14.xlsx: goods, not seasonally adjusted, two months and the year to date, exports and imports side by side; 14a the same months of the year before.
exh19.xlsx: goods, seasonally adjusted, months, quarters and years to date, one block of rows for each flow. exh20.xlsx (20a goods, 20b services): goods
and services on balance-of-payments basis, quarters seasonally adjusted, and years. Million dollars; (-) below half a million, n.a. where nothing is
published; a mark (R) has a cell of its own before the figure. The layout is that of the release of October 2021. Rows of others are left out: their
heading does not say other than which.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from official.files.book import Book, Cell, Row, Sheet
from official.files.calendar import period_of, release_after
from official.files.columns import FLOWS, Column, columns_of, flows_of
from official.files.ft900_months import ADDRESS, PUBLISHER, UNIT, exhibit
from official.files.table import Broken, FileTable, Reading, label, number
from official.partners import WORLD, partner_of_name
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

_TITLE = re.compile(r"^exhibit (14a?|19|20[ab]?)\.")
_PRODUCTS = {"20": "goods_services", "20b": "services"}
_BELOW_HALF, _NOTHING = {"(-)", "-"}, {"n.a.", "(x)", "x"}
_TOTALS = {"total balance of payments basis": "bop", "total census basis": "census"}
_LEFT_OUT = {"", "other", "other countries", "other europe", "net adjustments", "timing adjustments", "unidentified countries"}


class _Table(NamedTuple):
    sheet: Sheet
    which: str
    """`14`, `14a`, `19`, `20`, `20a` or `20b`."""

    header: int
    columns: list[Column]


class _Figure(NamedTuple):
    partner: str
    flow: str
    basis: str
    freq: str
    period: str
    value: Decimal


def _table(book: Book) -> _Table | None:
    for sheet in book.sheets:
        which = exhibit(sheet, _TITLE)
        for place, row in enumerate(sheet.rows[:10]) if which else ():
            beside = flows_of(sheet.rows[place - 1], row) if place else []
            columns = beside or columns_of(row)
            if which and columns and all(period_of(column.name, 12) for column in columns):
                return _Table(sheet, which, place, columns)
    return None


def read(book: Book, vintage: str | None) -> Reading:
    """All rows that name a country, an area, or the total."""
    table = _table(book)
    assert table is not None, "asked to read what it does not recognise"
    newest = max(_ends(column.name) for column in table.columns)
    if newest == (0, 0):
        raise Unreadable("no column of a month or a quarter")
    vintage = vintage or _release(table.which, newest)
    reading = Reading()
    address = f"{ADDRESS}exh{table.which}.xlsx"
    key = f"{address}#{vintage}"
    reading.provenance[key] = {
        "publisher": PUBLISHER,
        "url": address,
        "public_copy": "",
        "note": f"imported from {book.name}, sha256 {book.digest}; data through {newest[0]}-{newest[1]:02d}",
    }
    for one in _figures(table, newest[1], reading):
        adjusted = table.which not in ("14", "14a") and one.freq != "A"
        reading.observations.append(
            Observation(
                series=f"ft900_exhibit_{table.which}", source="census_bea_ft900", reporter="USA", partner=one.partner, flow=one.flow,
                product=_PRODUCTS.get(table.which, "all_goods"), basis=one.basis, adjustment="sa" if adjusted else "nsa", freq=one.freq,
                period=one.period, value=one.value, unit=UNIT, vintage=vintage, provenance=key,
            )
        )  # fmt: skip
    return reading


def _ends(head: str) -> tuple[int, int]:
    """(year, month) in which a column's month or quarter ends."""
    found = period_of(head)
    if found is None or found[0] not in ("M", "Q"):
        return 0, 0
    return int(found[1][:4]), int(found[1][5:]) if found[0] == "M" else int(found[1][6]) * 3


def _release(which: str, newest: tuple[int, int]) -> str:
    """Months come out in the second month after; quarters by country in March, June, September and December; 14a a year after its months."""
    return release_after(*newest, later=3 if which.startswith("20") else 14 if which == "14a" else 2)


def _figures(table: _Table, newest: int, reading: Reading) -> Iterator[_Figure]:
    basis = "bop" if table.which.startswith("20") else "census"
    beside = bool(table.columns[0].flow)
    flow, seen = "", set[tuple[str, str, str]]()
    for place, row in enumerate(table.sheet.rows[table.header + 1 :], table.header + 2):
        name = label(row[0]) if row else ""
        if not beside and name.lower() in FLOWS:
            flow = name.lower()
            continue
        if name.lower() in _LEFT_OUT or not any(column.cell(row) is not None for column in table.columns):
            continue
        where = f"sheet {table.sheet.name}, row {place}"
        if not (beside or flow):
            reading.broken.append(Broken(where, f"{name} stands below none of {', '.join(FLOWS)}"))
            continue
        total = _TOTALS.get(name.lower())
        partner = WORLD if total else partner_of_name(name)
        if (flow, partner, total or "") in seen:
            reading.broken.append(Broken(where, f"a second row for {name}{' in ' + flow if flow else ''}"))
            continue
        seen.add((flow, partner, total or ""))
        yield from _row(where, name, row, table.columns, (partner, flow, total or basis), newest, reading)


def _row(
    where: str, name: str, row: Row, columns: list[Column], dims: tuple[str, str, str], newest: int, reading: Reading
) -> Iterator[_Figure]:
    partner, flow, basis = dims
    for column in columns:
        period = period_of(column.name, newest)
        if period is None:
            continue
        try:
            value = _value(column.cell(row))
        except ValueError as error:
            reading.broken.append(Broken(where, f"{column.name} of {name}: {error}"))
            continue
        if value is not None:
            yield _Figure(partner, column.flow or flow, basis, *period, value)


def _value(cell: Cell) -> Decimal | None:
    if isinstance(cell, str) and cell.lower() in _BELOW_HALF:
        return Decimal(0)
    if isinstance(cell, str) and cell.lower() in _NOTHING:
        return None
    return number(cell)


TABLE = FileTable(
    name="FT-900 exhibit by country",
    expects="the title “Exhibit 14.”, “Exhibit 14a.”, “Exhibit 19.” or “Exhibit 20.” and columns headed by months, quarters or years",
    recognises=lambda book: _table(book) is not None,
    read=read,
)
