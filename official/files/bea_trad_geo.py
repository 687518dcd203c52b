"""Bureau of Economic Analysis, trad_geo time series: goods and services by selected countries and areas, balance-of-payments basis.

https://www.bea.gov/data/intl-trade-investment/international-trade-goods-and-services. One sheet for each flow of goods, of services and of both
together; its title says which. Above the table the day of the last update; below a row `Period` with the partners first a block `Annual`, then a block
`Quarterly`, seasonally adjusted, with labels like `2024 1 (R)`. Million dollars; `n.a.` where nothing is published, `(*)` below half a million.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from official.files.book import Book, Row, Sheet
from official.files.table import Broken, FileTable, Reading, label, number
from official.partners import partner_of_name
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

ADDRESS = "https://www.bea.gov/data/intl-trade-investment/international-trade-goods-and-services"
SERIES = "trade_by_selected_countries_and_areas"
FAMILY = "trade by selected countries and areas"
_TITLE = re.compile(r"(exports|imports|balance) (?:of|on) (goods and services|goods|services)", re.IGNORECASE)
_UPDATED = re.compile(r"last updated:? (\w+ \d{1,2}, \d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUARTER = re.compile(r"((?:19|20)\d\d)[ :-]*Q?([1-4])|((?:19|20)\d\d)[ :-]*(I{1,3}|IV)")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_PRODUCTS = {"goods and services": "goods_services", "goods": "all_goods", "services": "services"}
_Figure = tuple[str, str, str, Decimal]
"""Partner, freq, period, million dollars."""

_NOTHING = {"", "n.a.", "n.s.", "na", "(d)", "(*)", "…", "...", "-", "--"}


def _texts(sheet: Sheet, most: int = 12) -> str:
    return "\n".join(str(cell) for row in sheet.rows[:most] for cell in row[:2] if isinstance(cell, str))


def _tables(book: Book) -> list[tuple[Sheet, str, str]]:
    """(sheet, flow, product) of every sheet that is one of the tables."""
    found = []
    for sheet in book.sheets:
        head = _texts(sheet)
        title = _TITLE.search(head)
        if FAMILY in head.lower() and title and _header(sheet) is not None:
            found.append((sheet, title[1].lower(), _PRODUCTS[title[2].lower()]))
    return found


def _header(sheet: Sheet) -> int | None:
    for place, row in enumerate(sheet.rows[:15]):
        if row and label(row[0]).lower() == "period" and len([cell for cell in row if cell]) > 1:
            return place
    return None


def read(book: Book, vintage: str | None) -> Reading:
    """All tables of the file."""
    updated = next((found for sheet in book.sheets if (found := _UPDATED.search(_texts(sheet)))), None)
    if vintage is None and updated is None:
        raise Unreadable("no line “Last updated …”, which would say when it was published; give --vintage")
    vintage = vintage or _month(updated[1])  # type: ignore[index]
    key = f"{ADDRESS}#{vintage}"
    reading = Reading()
    reading.provenance[key] = {
        "publisher": "US Bureau of Economic Analysis, Trade in Goods and Services by Selected Countries and Areas",
        "url": ADDRESS,
        "public_copy": "",
        "note": f"imported from {book.name}, sha256 {book.digest}" + (f"; last updated {updated[1]}" if updated else ""),
    }
    for sheet, flow, product in _tables(book):
        for one in _sheet(sheet, reading):
            reading.observations.append(
                Observation(
                    series=SERIES, source="bea", reporter="USA", partner=one[0], flow=flow, product=product, basis="bop",
                    adjustment="nsa" if one[1] == "A" else "sa", freq=one[1], period=one[2], value=one[3], unit="USD_million",
                    vintage=vintage, provenance=key,
                )
            )  # fmt: skip
    return reading


def _month(text: str) -> str:
    """`2025-03` of "March 6, 2025": with a month for a vintage the file's figures meet those embedded."""
    try:
        return datetime.strptime(text, "%B %d, %Y").strftime("%Y-%m")
    except ValueError:
        raise Unreadable(f"last updated {text!r}; expected a day like March 6, 2025; give --vintage") from None


def _sheet(sheet: Sheet, reading: Reading) -> Iterator[_Figure]:
    header = _header(sheet)
    assert header is not None
    partners = [(column, partner_of_name(label(cell))) for column, cell in enumerate(sheet.rows[header]) if column and cell]
    seen: set[str] = set()
    for place, row in enumerate(sheet.rows[header + 1 :], header + 2):
        said = label(row[0]) if row else ""
        period = _period(said)
        if period is None:
            if said[:4].isdigit() and any(row[1:]):
                reading.broken.append(
                    Broken(f"sheet {sheet.name}, row {place}", f"period is {said!r}; expected a year or a quarter like 2024 1")
                )
            continue
        if period[1] in seen:
            reading.broken.append(Broken(f"sheet {sheet.name}, row {place}", f"a second row for {said}"))
            continue
        seen.add(period[1])
        yield from _row(sheet, place, row, partners, period, reading)


def _period(said: str) -> tuple[str, str] | None:
    if _YEAR.fullmatch(said):
        return "A", said
    quarter = _QUARTER.fullmatch(said)
    if quarter is None:
        return None
    return "Q", f"{quarter[1] or quarter[3]}-Q{quarter[2] or _ROMAN[quarter[4]]}"


def _row(
    sheet: Sheet, place: int, row: Row, partners: list[tuple[int, str]], period: tuple[str, str], reading: Reading
) -> Iterator[_Figure]:
    for column, partner in partners:
        cell = row[column] if column < len(row) else None
        if isinstance(cell, str) and cell.lower() in _NOTHING:
            continue
        try:
            value = number(cell)
        except ValueError as error:
            reading.broken.append(Broken(f"sheet {sheet.name}, row {place}, {partner}", str(error)))
            continue
        if value is not None:
            yield partner, *period, value


TABLE = FileTable(
    name="BEA trad_geo time series",
    expects="sheets titled “U.S. International Trade by Selected Countries and Areas”, a flow, and a row of columns that begins with Period",
    recognises=lambda book: bool(_tables(book)),
    read=read,
)
