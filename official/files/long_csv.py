"""The long table of this project: one row for each figure, as `scripts/build_snapshot.py` takes it.

Columns `source, series, reporter, partner_name, partner_iso3, census_code, flow, product, basis, adjustment, freq, period, value_musd, unit, vintage,
provenance`; a csv, or a sheet of a workbook. `provenance` is a public address or a key of the embedded table of provenance.
"""

import re
from decimal import Decimal

from official.files.book import Book, Row, Sheet
from official.files.table import Broken, FileTable, Reading, checked_vintage, label, number
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

TEXTS = ("source", "series", "reporter", "flow", "product", "basis", "adjustment", "freq", "period", "unit", "vintage", "provenance")
WANTED = (*TEXTS, "partner_iso3", "value_musd")
_PERIODS = {
    "A": re.compile(r"(?:19|20)\d\d"),
    "Q": re.compile(r"(?:19|20)\d\d-Q[1-4]"),
    **dict.fromkeys(("M", "YTD", "YE"), re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")),
}
_KNOWN = {"flow": ("exports", "imports", "balance", "total"), "adjustment": ("nsa", "sa"), "freq": tuple(_PERIODS)}
_UNIT = re.compile(r"USD_million(_\w[\w.]*)?|rank")
_ISO = re.compile(r"[A-Z]{2,3}")


def _header(sheet: Sheet) -> dict[str, int] | None:
    names = [label(cell).lower() for cell in sheet.rows[0]] if sheet.rows else []
    return {name: names.index(name) for name in (*WANTED, "partner_name") if name in names} if set(WANTED) <= set(names) else None


def _tables(book: Book) -> list[tuple[Sheet, dict[str, int]]]:
    return [(sheet, header) for sheet in book.sheets if (header := _header(sheet)) is not None]


def read(book: Book, vintage: str | None) -> Reading:
    """Every row; a given vintage counts for rows that name none."""
    reading = Reading()
    values: dict[tuple[str, ...], Decimal] = {}
    for sheet, header in _tables(book):
        for place, row in enumerate(sheet.rows[1:], 2):
            if not any(row):
                continue
            where = f"row {place}" if sheet.name == "csv" else f"sheet {sheet.name}, row {place}"
            try:
                one = _row(row, header, vintage)
                key = (one.source, one.series, one.reporter, one.partner, one.flow, one.product, one.basis, one.adjustment, one.freq, one.period,
                       one.unit, one.vintage, one.provenance)  # fmt: skip
                if values.setdefault(key, one.value) != one.value:
                    raise ValueError(f"two values for {one.flow} {one.partner} {one.period}: {values[key]} and {one.value}")
            except (ValueError, Unreadable) as error:
                reading.broken.append(Broken(where, str(error)))
                continue
            reading.observations.append(one)
    return reading


def _row(row: Row, header: dict[str, int], vintage: str | None) -> Observation:
    cells = {name: row[place] if place < len(row) else None for name, place in header.items()}
    # The provenance of a sum ends in "(computed)", which is no footnote.
    texts = {name: str(cells[name] or "").strip() for name in TEXTS}
    texts["vintage"] = texts["vintage"] or vintage or ""
    for name, text in texts.items():
        if not text:
            raise ValueError(f"{name} is empty")
        if name in _KNOWN and text not in _KNOWN[name]:
            raise ValueError(f"{name} is {text!r}; expected {', '.join(_KNOWN[name])}")
    partner = str(cells["partner_iso3"] or cells.get("partner_name") or "").strip()
    if not partner:
        raise ValueError("neither partner_iso3 nor partner_name")
    if not _PERIODS[texts["freq"]].fullmatch(texts["period"]):
        raise ValueError(f"period is {texts['period']!r}; expected one of freq {texts['freq']}, as 2016, 2016-Q2 or 2016-05")
    if not _ISO.fullmatch(texts["reporter"]):
        raise ValueError(f"reporter is {texts['reporter']!r}; expected an ISO 3166 code like USA")
    if not _UNIT.fullmatch(texts["unit"]):
        raise ValueError(f"unit is {texts['unit']!r}; expected USD_million, USD_million_rounded_… or rank")
    if bad := next((text for text in (*texts.values(), partner) if any(sign in text for sign in "\t\n@|")
                    and text != texts["provenance"]), None):  # fmt: skip
        raise ValueError(f"{bad!r} holds a sign that look-ups use")
    checked_vintage(texts["vintage"])
    value = number(cells["value_musd"])
    if value is None:
        raise ValueError("value_musd is empty")
    return Observation(partner=partner, value=value, **texts)


TABLE = FileTable(
    name="long table of this project",
    expects=f"a csv or sheet whose first row has the columns {', '.join(WANTED[:4])} … partner_iso3, value_musd",
    recognises=lambda book: bool(_tables(book)),
    read=read,
)
