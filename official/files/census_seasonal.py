"""Census Bureau, ctyseasonal.xlsx: goods by selected partner and month since 2009, Census basis, seasonally adjusted.

https://www.census.gov/foreign-trade/statistics/country/ctyseasonal.xlsx. One sheet, one row for each partner and year: `year, cty_code, cty_desc`, and
among other columns EJAN … EDEC and IJAN … IDEC in single dollars, with the fractions that seasonal factors leave. The columns are those that public readers
of the file name; no copy of it was at hand. Months not yet published are empty or 0. The file does not say when it was published: as country.xlsx, it
comes with the release in the second month after the newest one in it.
"""

from collections.abc import Iterator
from decimal import Decimal

from official.files.book import Book, Cell, Row, Sheet
from official.files.calendar import release_after
from official.files.census_country import FLOWS, MONTHS
from official.files.table import Broken, FileTable, Reading, label, number, to_the_dollar
from official.partners import partner_of_code
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

ADDRESS = "https://www.census.gov/foreign-trade/statistics/country/ctyseasonal.xlsx"
SERIES = "us_trade_in_goods_by_country_seasonally_adjusted"
WANTED = ("YEAR", "CTY_CODE", "CTY_DESC", *(f"{flow}{month}" for flow in FLOWS for month in MONTHS))
_DOLLARS = -6
_Year = tuple[int, str, dict[str, list[Decimal | None]]]
"""Year, partner, flow → twelve months in million dollars."""


def _table(book: Book) -> tuple[Sheet, int, dict[str, int]] | None:
    """The sheet, the number of the row that names the columns, and their places."""
    for sheet in book.sheets:
        for place, row in enumerate(sheet.rows[:10]):
            names = [label(cell).upper() for cell in row]
            if all(name in names for name in WANTED):
                return sheet, place, {name: names.index(name) for name in WANTED}
    return None


def read(book: Book, vintage: str | None) -> Reading:
    """All partners, groupings under their printed names."""
    found = _table(book)
    assert found is not None, "asked to read what it does not recognise"
    reading = Reading()
    years = list(_years(*found, reading))
    traded = [(year, month) for year, _, flows in years for values in flows.values() for month, value in enumerate(values, 1) if value]
    if not traded:
        raise Unreadable("no month with any trade")
    newest = max(traded)
    vintage = vintage or release_after(*newest)
    key = f"{ADDRESS}#{vintage}"
    reading.provenance[key] = {
        "publisher": "US Census Bureau, Seasonally Adjusted Trade in Goods by Selected Countries",
        "url": ADDRESS,
        "public_copy": "",
        "note": f"imported from {book.name}, sha256 {book.digest}; data through {newest[0]}-{newest[1]:02d}",
    }
    for year, partner, flows in years:
        for flow, values in flows.items():
            for month, value in enumerate(values, 1):
                if value is not None and (year, month) <= newest:
                    reading.observations.append(
                        Observation(
                            series=SERIES, source="census", reporter="USA", partner=partner, flow=flow, product="all_goods", basis="census",
                            adjustment="sa", freq="M", period=f"{year}-{month:02d}", value=value, unit="USD_million", vintage=vintage, provenance=key,
                        )
                    )  # fmt: skip
    return reading


def _years(sheet: Sheet, header: int, columns: dict[str, int], reading: Reading) -> Iterator[_Year]:
    seen: set[tuple[int, str]] = set()
    for place, row in enumerate(sheet.rows[header + 1 :], header + 2):
        if not any(row):
            continue
        try:
            found = _row(row, columns)
            if found[:2] in seen:
                raise ValueError(f"a second row for {found[1]} in {found[0]}")
        except ValueError as error:
            reading.broken.append(Broken(f"sheet {sheet.name}, row {place}", str(error)))
            continue
        seen.add(found[:2])
        yield found


def _row(row: Row, columns: dict[str, int]) -> _Year:
    def cell(column: str) -> Cell:
        return row[columns[column]] if columns[column] < len(row) else None

    year, code, name = label(cell("YEAR")), label(cell("CTY_CODE")).zfill(4), label(cell("CTY_DESC"))
    if not (year.isdigit() and 1900 <= int(year) <= 2100):
        raise ValueError(f"year is {year!r}; expected a year like 2016")
    if not (code.isdigit() and len(code) == 4):
        raise ValueError(f"cty_code is {code!r}; expected four digits")
    if not name:
        raise ValueError("cty_desc is empty")
    flows: dict[str, list[Decimal | None]] = {}
    for letter, flow in FLOWS.items():
        for month in MONTHS:
            try:
                dollars = number(cell(f"{letter}{month}"))
            except ValueError as error:
                raise ValueError(f"{letter}{month} of {name} {year}: {error}") from error
            flows.setdefault(flow, []).append(None if dollars is None else to_the_dollar(dollars.scaleb(_DOLLARS)))
    return int(year), partner_of_code(code, name) or name, flows


TABLE = FileTable(
    name="Census ctyseasonal.xlsx",
    expects="a row of columns that has year, cty_code, cty_desc, EJAN … EDEC, IJAN … IDEC",
    recognises=lambda book: _table(book) is not None,
    read=read,
)
