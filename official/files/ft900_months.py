"""FT-900, exhibits 1 and 12: trade with the world by month.

https://www.census.gov/foreign-trade/Press-Release/current_press_release/index.html, exh1.xlsx and exh12.xlsx of the release "U.S. International Trade in
Goods and Services". Three years one below the other: the year alone, sums like `Jan. - Aug.`, the months, (R) behind revised ones; months to come are
empty. Exhibit 1 has goods and services on balance-of-payments basis, seasonally adjusted; exhibit 12 has goods on both bases, not adjusted. The
last line repeats one month as it was published the month before and is left out. Million dollars. The layout is that of files of 2021 to 2026.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from official.files.book import Book, Sheet
from official.files.calendar import period_of_row, release_after
from official.files.columns import Column, flows_of
from official.files.table import Broken, FileTable, Reading, label, number
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

ADDRESS = "https://www.census.gov/foreign-trade/Press-Release/current_press_release/"
PUBLISHER = "US Census Bureau and Bureau of Economic Analysis, U.S. International Trade in Goods and Services (FT-900)"
UNIT = "USD_million_rounded_1m"
_TITLE = re.compile(r"^exhibit (1|12)\.")
_ADJUSTMENTS = {"1": "sa", "12": "nsa"}
_SERIES = {
    "1": {"total": ("goods_services", "bop"), "goods": ("all_goods", "bop"), "services": ("services", "bop")},
    "12": {"total balance of payments basis": ("all_goods", "bop"), "total census basis": ("all_goods", "census")},
}
"""Exhibit → heading → product and basis."""


def exhibit(sheet: Sheet, title: re.Pattern[str]) -> str | None:
    """The number of the exhibit in the title; None where it is none of those wanted."""
    for row in sheet.rows[:6]:
        found = title.match(label(row[0]).lower()) if row else None
        if found:
            return found[1]
    return None


def _table(book: Book) -> tuple[Sheet, str, int, list[Column]] | None:
    """Sheet, exhibit, number of the row that names the columns, and the columns."""
    for sheet in book.sheets:
        which = exhibit(sheet, _TITLE)
        for place, row in enumerate(sheet.rows[:10]) if which else ():
            if place and label(sheet.rows[place - 1][0] if sheet.rows[place - 1] else None) == "Period":
                columns = [column for column in flows_of(sheet.rows[place - 1], row) if column.name in _SERIES[which or ""]]
                if columns:
                    return sheet, which or "", place, columns
    return None


def read(book: Book, vintage: str | None) -> Reading:
    """All months, years and years to date."""
    found = _table(book)
    assert found is not None, "asked to read what it does not recognise"
    sheet, which, header, columns = found
    reading = Reading()
    figures = list(_figures(sheet, header, columns, reading))
    months = [period for freq, period, *_ in figures if freq == "M"]
    if not months:
        raise Unreadable("no month with a figure")
    newest = max(months)
    vintage = vintage or release_after(int(newest[:4]), int(newest[5:]))
    key = f"{ADDRESS}exh{which}.xlsx#{vintage}"
    reading.provenance[key] = {
        "publisher": PUBLISHER,
        "url": f"{ADDRESS}exh{which}.xlsx",
        "public_copy": "",
        "note": f"imported from {book.name}, sha256 {book.digest}; data through {newest}",
    }
    for freq, period, column, value in figures:
        product, basis = _SERIES[which][column.name]
        reading.observations.append(
            Observation(
                series=f"ft900_exhibit_{which}", source="census_bea_ft900", reporter="USA", partner="WLD", flow=column.flow, product=product,
                basis=basis, adjustment=_ADJUSTMENTS[which], freq=freq, period=period, value=value, unit=UNIT, vintage=vintage, provenance=key,
            )
        )  # fmt: skip
    return reading


def _figures(sheet: Sheet, header: int, columns: list[Column], reading: Reading) -> Iterator[tuple[str, str, Column, Decimal]]:
    year = ""
    seen: set[tuple[str, str]] = set()
    for place, row in enumerate(sheet.rows[header + 1 :], header + 2):
        said = label(row[0]) if row else ""
        if len(said) == 4 and said.isdigit():
            year = said
            continue
        period = period_of_row(said, year) if year else None
        if period is None:
            continue
        where = f"sheet {sheet.name}, row {place}"
        if period in seen:
            reading.broken.append(Broken(where, f"a second row for {said} {year}"))
            continue
        seen.add(period)
        for column in columns:
            try:
                value = number(column.cell(row))
            except ValueError as error:
                reading.broken.append(Broken(where, f"{column.flow} {column.name} of {said} {year}: {error}"))
                continue
            if value is not None:
                yield *period, column, value


TABLE = FileTable(
    name="FT-900 exhibit by month",
    expects="the title “Exhibit 1.” or “Exhibit 12.”, a row Period, Balance, Exports, Imports and below it the names of the columns",
    recognises=lambda book: _table(book) is not None,
    read=read,
)
