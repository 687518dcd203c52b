"""A file as sheets of cells, whatever its format: xlsx, xls, ods, csv, or a page of text."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path

from python_calamine import CalamineError, load_workbook

from tradeclaims.errors import Unreadable

Cell = str | Decimal | date | None
"""An empty cell is None; a text is stripped, its inner white space made single."""

Row = tuple[Cell, ...]

_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a zip container (xlsx, ods) and an OLE container (xls) begin."""

_PRE = re.compile(r"<pre[^>]*>(.*?)</pre>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
MOST_BYTES = 200 * 2**20


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of cells."""

    name: str
    rows: tuple[Row, ...]
    """In order, without a bound on their lengths."""


@dataclass(frozen=True, slots=True)
class Book:
    """A file."""

    name: str
    digest: str
    """sha256 of its bytes."""

    sheets: tuple[Sheet, ...]
    """A csv has one; none for a page of text."""

    text: str
    """A page of text, markup taken off; empty for tables."""


def open_book(path: Path) -> Book:
    """Read a file. Raises Unreadable where it cannot be read, is empty, or is no table and no text."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(f"{path}: {size / 2**20:,.0f} MB; expected a statistical table of at most {MOST_BYTES // 2**20} MB")
        body = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror or error})") from error
    if not body.strip():
        raise Unreadable(f"{path}: the file is empty")
    digest = hashlib.sha256(body).hexdigest()
    if body.startswith(_WORKBOOK):
        return Book(path.name, digest, _workbook(path, body), "")
    text = _decoded(path, body)
    if "," in text.partition("\n")[0] and "<" not in text[:200]:
        return Book(path.name, digest, (Sheet("csv", _csv(path, text)),), "")
    pre = _PRE.search(text)
    return Book(path.name, digest, (), unescape(_TAG.sub("", pre[0] if pre else text)))


def _workbook(path: Path, body: bytes) -> tuple[Sheet, ...]:
    try:
        book = load_workbook(io.BytesIO(body))
        return tuple(Sheet(name, _rows(book.get_sheet_by_name(name).to_python(skip_empty_area=False))) for name in book.sheet_names)
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable(f"{path}: not a spreadsheet that can be opened ({error})") from error


def _rows(cells: Iterable[Iterable[object]]) -> tuple[Row, ...]:
    return tuple(tuple(_cell(cell) for cell in row) for row in cells)


def _cell(value: object) -> Cell:
    """Spreadsheets hold numbers as binary floats; the shortest decimal that is the same float is what was typed in."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        number = Decimal(repr(value)) if value == value and abs(value) != float("inf") else None
        return number if number is None or number != number.to_integral_value() else number.quantize(Decimal(1))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return " ".join(str(value).split()) or None


def _csv(path: Path, text: str) -> tuple[Row, ...]:
    try:
        return tuple(tuple(cell.strip() or None for cell in row) for row in csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise Unreadable(f"{path}: broken as a csv ({error})") from error


def _decoded(path: Path, body: bytes) -> str:
    if b"\0" in body:
        raise Unreadable(f"{path}: neither a spreadsheet nor text; expected xlsx, xls, ods, csv or a page of text")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")
