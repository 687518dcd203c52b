"""Office of Textiles and Apparel: imports by country and category, as a spreadsheet or a page of text.

https://otexa.trade.gov/msrpoint.htm. A table shows side by side two calendar years, two stretches from January to a month (`Year-to-Date`), and
several stretches of twelve months (`Year-Endings`), then percentages; one label (`10/2009`) heads columns of both kinds. A country's table has a
row for each category, a category's table a row for each country; which one it is stands above the columns. Of the categories those of totals are
read: 0 all, 1 apparel, 2 all that is not apparel. Only tables of values are of use here: many come in square metres.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from official.files.book import Book, Cell, Row, Sheet
from official.files.table import Broken, FileTable, Reading, label, number
from official.partners import partner_of_code, partner_of_name
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

ADDRESS = "https://otexa.trade.gov/msrpoint.htm"
SERIES = "otexa_mfa_total"
PRODUCTS = {"0": "textiles_apparel", "1": "apparel", "2": "textiles"}
"""Category → product. Of OTEXA's own categories (MFA)."""

_GROUPS = (("A", re.compile(r"calendar", re.I)), ("YTD", re.compile(r"year[ -]*to[ -]*date|\bytd\b", re.I)),
           ("YE", re.compile(r"year[ -]*ending|\bye\b", re.I)))  # fmt: skip
_MONTH = re.compile(r"(?:(YTD|YE)\s+)?(1[0-2]|0?[1-9])/((?:19|20)?\d\d)(?:\s*\(P\))?", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARE = re.compile(r"%|\bpct\b|percent|share|change", re.I)
_SME = re.compile(r"square met|\bSME\b|\bM2\b", re.I)
_DOLLARS = re.compile(r"(million|thousand)?s?\s*(?:of )?(?:U\.?S\.? ?)?(?:dollars|\$)|\$\s*(million|thousand)?", re.I)
_CATEGORY = re.compile(r"\bcat(?:egory|\.)?\s*:?\s*(\d{1,3})\b", re.I)
_COUNTRY = re.compile(r"\b(?:country|from|area)\s*:?\s+([A-Z][\w.,' ()-]+)$", re.I | re.M)
_CODE = re.compile(r"\b([1-9]\d{3})\b")
_LEADING = re.compile(r"^(\d{1,4})\s*[-–:]?\s*(.*)$")
_NOTHING = {"", "-", "--", "n/a", "na", "*", "**", "***", "****"}


class Column(NamedTuple):
    """One column of values."""

    place: int
    freq: str
    period: str


class Table(NamedTuple):
    """Where a sheet has its table."""

    sheet: Sheet
    head: str
    """All text above the rows."""

    first: int
    """Number of the first row below the labels."""

    columns: tuple[Column, ...]
    width: int
    """Cells of the row of labels."""

    preliminary: bool


def _find(book: Book) -> list[Table]:
    sheets = book.sheets if book.sheets else (_sheet_of(book.text),) if book.text else ()
    return [table for sheet in sheets if (table := _table(sheet)) is not None]


def _sheet_of(text: str) -> Sheet:
    """A page of text as a sheet: where a line ends in a row of numbers or labels, each is a cell, and what is before them is one."""
    return Sheet("text", tuple(_cells(line) for line in text.splitlines()))


_WORD = re.compile(r"-?[\d,]*\.?\d+(?:/\d{4})?|%\s*(?:change|chg|share)|\*+|n/?a|-+", re.I)


def _cells(line: str) -> Row:
    end = len(line)
    found: list[Cell] = []
    words = list(re.finditer(rf"(?<!\S)(?:{_WORD.pattern})(?!\S)", line, re.I))
    for word in reversed(words):
        if line[word.end() : end].strip():
            break
        found.insert(0, word[0])
        end = word.start()
    before = " ".join(line[:end].split())
    return (before or None, *found)


def _table(sheet: Sheet) -> Table | None:
    for place, row in enumerate(sheet.rows[:60]):
        labels = [(column, found) for column, cell in enumerate(row) if (found := _labelled(cell)) is not None]
        if len([found for _, found in labels if found != "%"]) < 4:
            continue
        above = sheet.rows[max(0, place - 4) : place]
        head = "\n".join(str(cell) for line in sheet.rows[: place + 1] for cell in line if isinstance(cell, str))
        if all(pattern.search(head) for freq, pattern in _GROUPS if freq != "A"):
            columns = _columns(labels, above, by_place=sheet.name != "text")
            preliminary = any("(P)" in str(cell) for line in sheet.rows[: place + 3] for cell in line)
            return Table(sheet, head, place + 1, columns, len(row), preliminary) if columns else None
    return None


def _labelled(cell: Cell) -> str | None:
    """`2016`, `2017-05`, or `YE 2017-05` where the label says so itself; `%` for a percentage; None for no label."""
    if isinstance(cell, date):
        return f"{cell.year}-{cell.month:02d}"
    text = label(cell)
    month = _MONTH.fullmatch(text)
    if month:
        year = month[3] if len(month[3]) == 4 else f"{'20' if int(month[3]) < 60 else '19'}{month[3]}"
        return " ".join(filter(None, ((month[1] or "").upper(), f"{year}-{int(month[2]):02d}")))
    if _YEAR.fullmatch(text):
        return text
    return "%" if _SHARE.search(text) and len(text) < 20 else None


def _columns(labels: Sequence[tuple[int, str]], above: Sequence[Row], *, by_place: bool) -> tuple[Column, ...]:
    """What each column is: by the heading above it where cells have places, else by the order of groups, which percentages part."""
    heads = _headings(above) if by_place else []
    found: list[Column] = []
    passed = 0
    for place, said in labels:
        if said == "%":
            passed += 1
            continue
        own, _, period = said.rpartition(" ")
        if "-" not in period:
            found.append(Column(place, "A", period))
            continue
        under = [freq for column, freq in heads if column <= place]
        freq = own or (under[-1] if under and under[-1] != "A" else ("YTD" if passed == 0 else "YE") if not heads else "")
        if not freq:
            return ()
        found.append(Column(place, freq, period))
    kinds = [column.freq for column in found]
    doubled = len({(column.freq, column.period) for column in found}) < len(found)
    return tuple(found) if not doubled and {"YTD", "YE"} <= set(kinds) else ()


def _headings(above: Sequence[Row]) -> list[tuple[int, str]]:
    """(column where it begins, freq) of the groups of columns. A merged heading stands in its first column."""
    return sorted(
        (column, freq) for row in above for column, cell in enumerate(row) if isinstance(cell, str)
        for freq, pattern in _GROUPS if pattern.search(cell) and len(cell) < 40
    )  # fmt: skip


def _scale(head: str) -> Decimal:
    """Million dollars of one unit of the table. Raises Unreadable for a table of quantities, or one that does not say."""
    dollars = _DOLLARS.search(head)
    if dollars is None:
        what = "square metres" if _SME.search(head) else "no unit"
        raise Unreadable(f"the table gives {what}; expected one of values, which says dollars")
    size = (dollars[1] or dollars[2] or "").lower()
    return {"million": Decimal(1), "thousand": Decimal("0.001"), "": Decimal("0.000001")}[size]


def _partner(head: str) -> str | None:
    """The country the whole table is of."""
    for said in _COUNTRY.findall(head):
        found = _known(said)
        if found:
            return found
    for line in head.splitlines():
        found = _known(line)
        if found:
            return found
    codes = [found for code in _CODE.findall(head) if not _YEAR.fullmatch(code) and len(found := partner_of_code(code, "") or "") == 3]
    return codes[0] if codes else None


def _known(said: str) -> str | None:
    """The partner of a name, with or without a code and what follows in brackets; None where it is no country or bloc known."""
    name = re.sub(r"\(.*?\)|\b\d{4}\b", "", said).strip(" -:,.")
    found = partner_of_name(name)
    return found if found != name else None


def read(book: Book, vintage: str | None) -> Reading:
    """Every table of the file."""
    reading = Reading()
    for table in _find(book):
        newest = max(column.period for column in table.columns if column.freq != "A")
        when = vintage or _release_after(newest)
        key = f"{ADDRESS}#{when}"
        preliminary = "; the newest months are preliminary: HTS 50 to 63 alone" if table.preliminary else ""
        reading.provenance[key] = {
            "publisher": "US Office of Textiles and Apparel, U.S. imports by country and category",
            "url": ADDRESS,
            "public_copy": "",
            "note": f"imported from {book.name}, sha256 {book.digest}; data through {newest}{preliminary}",
        }
        scale = _scale(table.head)
        for place, partner, product, column, value in _figures(table, reading):
            try:
                amount = number(value)
            except ValueError as error:
                reading.broken.append(Broken(f"{place}, {column.freq} {column.period}", str(error)))
                continue
            if amount is not None:
                reading.observations.append(
                    Observation(
                        series=SERIES, source="otexa", reporter="USA", partner=partner, flow="imports", product=product, basis="census",
                        adjustment="nsa", freq=column.freq, period=column.period, value=_plain(amount * scale), unit="USD_million",
                        vintage=when, provenance=key,
                    )
                )  # fmt: skip
    return reading


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _release_after(month: str) -> str:
    """OTEXA publishes a month with the monthly release of foreign trade: in the second month after it."""
    year, number_ = int(month[:4]), int(month[5:])
    return f"{year + (number_ + 1) // 12}-{(number_ + 1) % 12 + 1:02d}"


def _figures(table: Table, reading: Reading) -> Iterator[tuple[str, str, str, Column, Cell]]:
    """(place, partner, product, column, cell) of the rows that are of use."""
    category = _CATEGORY.search(table.head)
    country = _partner(table.head)
    if category is None and country is None:
        raise Unreadable("neither a country nor a category stands above the table; expected one, as in “Country: Korea, South”")
    if category is not None and category[1] not in PRODUCTS:
        raise Unreadable(f"the table of category {category[1]}; only the totals are of use: 0 all, 1 apparel, 2 all that is not apparel")
    for place, row in enumerate(table.sheet.rows[table.first :], table.first + 1):
        first = table.columns[0].place
        named = " ".join(label(cell) for cell in row[:first] if cell is not None).strip()
        if not named or not any(cell is not None for cell in row[first:]):
            continue
        where = f"sheet {table.sheet.name}, row {place}" if table.sheet.name != "text" else f"line {place}"
        partner, product = (
            (country, _product(named)) if country and category is None else (_known(named), PRODUCTS[category[1]] if category else None)
        )
        if partner is None or product is None:
            continue
        if len(row) != table.width and table.sheet.name == "text":
            # Cells of a page are told by their order alone.
            reading.broken.append(Broken(where, f"{named} has {len(row) - 1} numbers; expected {table.width - 1}"))
            continue
        for column in table.columns:
            cell = row[column.place] if column.place < len(row) else None
            # Twelve months to December are the calendar year, which has a column of its own.
            if (isinstance(cell, str) and cell.lower() in _NOTHING) or (column.freq != "A" and column.period.endswith("-12")):
                continue
            yield where, partner, product, column, cell


def _product(named: str) -> str | None:
    """Of "0 Total textile and apparel"; None for a single category."""
    found = _LEADING.match(named)
    return PRODUCTS.get(found[1]) if found else None


TABLE = FileTable(
    name="OTEXA country or category table",
    expects="columns of calendar years, Year-to-Date and Year-Ending, labelled like 2016 and 5/2017, below the name of a country or a category",
    recognises=lambda book: bool(_find(book)),
    read=read,
)
