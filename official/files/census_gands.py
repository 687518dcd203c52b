"""Census Bureau, gands.xlsx: goods and services with the world by year since 1960, balance-of-payments basis.

https://www.census.gov/foreign-trade/statistics/historical/gands.xlsx. One sheet: a title, a row of groups (Balance, Exports, Imports), a row `Period`
with Total, Goods BOP and Services under each, one row for each year, million dollars. The layout is that of the file of August 2024. It does not say when
it was published, and it is published again with every annual revision: the vintage has to be given.
"""

from collections.abc import Iterator

from official.files.book import Book, Sheet
from official.files.columns import Column, flows_of
from official.files.table import Broken, FileTable, Reading, label, number, to_the_dollar
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

ADDRESS = "https://www.census.gov/foreign-trade/statistics/historical/gands.xlsx"
SERIES = "us_trade_in_goods_and_services_bop"
TITLE = "goods and services - balance of payments"
_PRODUCTS = {"total": "goods_services", "goods bop": "all_goods", "services": "services"}


def _table(book: Book) -> tuple[Sheet, int, list[Column]] | None:
    """The sheet, the number of the row `Period`, and its columns."""
    for sheet in book.sheets:
        if TITLE not in " ".join(label(row[0]) for row in sheet.rows[:4] if row).lower():
            continue
        for place, row in enumerate(sheet.rows[:10]):
            columns = flows_of(sheet.rows[place - 1], row) if place and row and label(row[0]) == "Period" else []
            if columns and all(column.name in _PRODUCTS for column in columns):
                return sheet, place, columns
    return None


def read(book: Book, vintage: str | None) -> Reading:
    """Every year of all three products and flows."""
    found = _table(book)
    assert found is not None, "asked to read what it does not recognise"
    if vintage is None:
        raise Unreadable("the file does not say when it was published; give --vintage, as 2024-08")
    key = f"{ADDRESS}#{vintage}"
    reading = Reading()
    reading.provenance[key] = {
        "publisher": "US Census Bureau and Bureau of Economic Analysis, U.S. Trade in Goods and Services",
        "url": ADDRESS,
        "public_copy": "",
        "note": f"imported from {book.name}, sha256 {book.digest}",
    }
    reading.observations.extend(_figures(*found, vintage, key, reading))
    return reading


def _figures(sheet: Sheet, header: int, columns: list[Column], vintage: str, key: str, reading: Reading) -> Iterator[Observation]:
    seen: set[str] = set()
    for place, row in enumerate(sheet.rows[header + 1 :], header + 2):
        year = label(row[0]) if row else ""
        if not (len(year) == 4 and year.isdigit()):
            continue
        where = f"sheet {sheet.name}, row {place}"
        if year in seen:
            reading.broken.append(Broken(where, f"a second row for {year}"))
            continue
        seen.add(year)
        for column in columns:
            try:
                value = to_the_dollar(number(column.cell(row)))
            except ValueError as error:
                reading.broken.append(Broken(where, f"{column.flow} {column.name} of {year}: {error}"))
                continue
            if value is not None:
                yield Observation(
                    series=SERIES, source="census_bea_ft900", reporter="USA", partner="WLD", flow=column.flow, product=_PRODUCTS[column.name],
                    basis="bop", adjustment="nsa", freq="A", period=year, value=value, unit="USD_million", vintage=vintage, provenance=key,
                )  # fmt: skip


TABLE = FileTable(
    name="Census gands.xlsx",
    expects="the title “U.S. Trade in Goods and Services - Balance of Payments (BOP) Basis” and a row Period, Total, Goods BOP, Services",
    recognises=lambda book: _table(book) is not None,
    read=read,
)
