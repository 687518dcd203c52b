"""Census Bureau, country.xlsx: goods by partner, month and year since 1985.

https://www.census.gov/foreign-trade/balance/country.xlsx. One sheet, one row for each partner and year: `year, CTY_CODE, CTYNAME, IJAN … IDEC,
IYR, EJAN … EDEC, EYR`, imports before exports, million dollars. Not seasonally adjusted, except for the world under code 0004. Months not yet
published hold 0; the newest published one is that in which the world (0015) is not 0. IYR and EYR of an unfinished year run from January to it.
The file does not say when it was published: the monthly release comes in the second month after the newest one in it.
"""

from collections.abc import Iterator
from decimal import Decimal

from official.files.book import Book, Cell, Row, Sheet
from official.files.table import Broken, FileTable, Reading, label, number, to_the_dollar
from official.partners import partner_of_code
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

ADDRESS = "https://www.census.gov/foreign-trade/balance/country.xlsx"
SERIES = "us_trade_in_goods_by_country"
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
FLOWS = {"I": "imports", "E": "exports"}
WANTED = ("YEAR", "CTY_CODE", "CTYNAME", *(f"{flow}{month}" for flow in FLOWS for month in (*MONTHS, "YR")))
WHOLE_WORLD, ADJUSTED_WORLD = "0015", "0004"
WORLD = {WHOLE_WORLD: "nsa", ADJUSTED_WORLD: "sa"}
"""Code of the world → adjustment."""

EUROPE = "0003"

Columns = dict[str, int]


def _header(sheet: Sheet) -> tuple[int, Columns] | None:
    """Number of the row that names the columns, and their places; None where there is none."""
    for place, row in enumerate(sheet.rows[:10]):
        names = [label(cell).upper() for cell in row]
        if all(name in names for name in WANTED):
            return place, {name: names.index(name) for name in WANTED}
    return None


def _table(book: Book) -> tuple[Sheet, int, Columns] | None:
    for sheet in book.sheets:
        header = _header(sheet)
        if header is not None:
            return sheet, *header
    return None


def read(book: Book, vintage: str | None) -> Reading:
    """All partners, groupings under their printed names."""
    found = _table(book)
    assert found is not None, "asked to read what it does not recognise"
    sheet, header, columns = found
    reading = Reading()
    rows = list(_good_rows(sheet, header, columns, reading))
    newest = _newest_month(rows, WHOLE_WORLD)
    # Adjusted figures of a month may come later than the others.
    adjusted = min(newest, _newest_month(rows, ADJUSTED_WORLD))
    vintage = vintage or _release_after(*newest)
    key = f"{ADDRESS}#{vintage}"
    reading.provenance[key] = {
        "publisher": "US Census Bureau, U.S. Trade in Goods by Country",
        "url": ADDRESS,
        "public_copy": "",
        "note": f"imported from {book.name}, sha256 {book.digest}; data through {newest[0]}-{newest[1]:02d}",
    }
    for row in rows:
        reading.observations.extend(_figures(row, adjusted if row.code == ADJUSTED_WORLD else newest, vintage, key))
    return reading


class _PartnerYear:
    """One row: a partner's year."""

    def __init__(self, year: int, code: str, name: str, values: dict[str, Decimal | None]) -> None:
        self.year, self.code, self.name, self.values = year, code, name, values


def _good_rows(sheet: Sheet, header: int, columns: Columns, reading: Reading) -> Iterator[_PartnerYear]:
    seen: set[tuple[int, str]] = set()
    for place, row in enumerate(sheet.rows[header + 1 :], header + 2):
        if _says_nothing(row, columns):
            continue
        where = f"sheet {sheet.name}, row {place}"
        try:
            found = _row(row, columns)
            if (found.year, found.code) in seen:
                raise ValueError(f"a second row for {found.code} ({found.name}) in {found.year}")
        except ValueError as error:
            reading.broken.append(Broken(where, str(error)))
            continue
        seen.add((found.year, found.code))
        yield found


def _says_nothing(row: Row, columns: Columns) -> bool:
    """Whether it is empty, or one of the rows without a year and without a value that part the partners."""
    year = columns["YEAR"]
    return (year >= len(row) or row[year] is None) and not any(row[columns[name]] for name in WANTED[3:] if columns[name] < len(row))


def _row(row: Row, columns: Columns) -> _PartnerYear:
    year, code, name = (label(row[columns[column]] if columns[column] < len(row) else None) for column in ("YEAR", "CTY_CODE", "CTYNAME"))
    if not (year.isdigit() and 1900 <= int(year) <= 2100):
        raise ValueError(f"year is {year!r}; expected a year like 2016")
    if not (code.isdigit() and len(code) <= 4):
        raise ValueError(f"CTY_CODE is {code!r}; expected four digits")
    if not name:
        raise ValueError("CTYNAME is empty")
    values = {}
    for column in WANTED[3:]:
        cell: Cell = row[columns[column]] if columns[column] < len(row) else None
        try:
            values[column] = to_the_dollar(number(cell))
        except ValueError as error:
            raise ValueError(f"{column} of {name} {year}: {error}") from error
    # A spreadsheet program that took the codes for numbers drops their leading zeros.
    return _PartnerYear(int(year), code.zfill(4), name, values)


def _newest_month(rows: list[_PartnerYear], code: str) -> tuple[int, int]:
    """(year, month) of the newest month with trade of the partner; of anybody where that partner is not in the file."""
    traded = [
        (row.year, month)
        for row in [row for row in rows if row.code == code] or rows
        for month, name in enumerate(MONTHS, 1)
        if any(row.values[f"{flow}{name}"] for flow in FLOWS)
    ]
    if not traded:
        raise Unreadable("no month with any trade")
    return max(traded)


def _release_after(year: int, month: int) -> str:
    """The month of the release in which a month comes out first: the second after it."""
    return f"{year + (month + 1) // 12}-{(month + 1) % 12 + 1:02d}"


def _figures(row: _PartnerYear, newest: tuple[int, int], vintage: str, key: str) -> Iterator[Observation]:
    partner = "WLD" if row.code in WORLD else "EU" if row.code == EUROPE else partner_of_code(row.code, row.name) or row.name
    last = 12 if row.year < newest[0] else newest[1] if row.year == newest[0] else 0
    for letter, flow in FLOWS.items():
        printed = [("M", f"{row.year}-{month:02d}", f"{letter}{name}") for month, name in enumerate(MONTHS[:last], 1)]
        if last == 12:
            printed.append(("A", str(row.year), f"{letter}YR"))
        elif last > 1:
            printed.append(("YTD", f"{row.year}-{last:02d}", f"{letter}YR"))
        for freq, period, column in printed:
            value = row.values[column]
            if value is not None:
                yield Observation(
                    series=SERIES, source="census", reporter="USA", partner=partner, flow=flow, product="all_goods", basis="census",
                    adjustment=WORLD.get(row.code, "nsa"), freq=freq, period=period, value=value, unit="USD_million", vintage=vintage,
                    provenance=key,
                )  # fmt: skip


TABLE = FileTable(
    name="Census country.xlsx",
    expects="a row of columns year, CTY_CODE, CTYNAME, IJAN … IYR, EJAN … EYR",
    recognises=lambda book: _table(book) is not None,
    read=read,
)
