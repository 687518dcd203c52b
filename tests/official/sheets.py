"""Spreadsheet files as the agencies lay them out, written by the tests."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

Rows = Sequence[Sequence[Any]]
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
CENSUS_COLUMNS = ("year", "CTY_CODE", "CTYNAME", *(f"{flow}{month}" for flow in "IE" for month in (*MONTHS, "YR")))


def write_xlsx(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook in the format of today."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_xls(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook in the format of before 2007."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(place, column, cell)
    book.save(str(path))
    return path


def census_row(year: int | str, code: str, name: str, imports: Iterable[float], exports: Iterable[float]) -> list[Any]:
    """A partner's year: twelve months and their sum, imports first; months left out hold 0."""
    cells: list[Any] = [str(year), code, name]
    for months in (list(imports), list(exports)):
        padded = [*months, *[0.0] * (12 - len(months))]
        cells += [*padded, sum(months)]
    return cells


def census_sheet(*rows: list[Any]) -> Rows:
    """The one sheet of country.xlsx."""
    return [list(CENSUS_COLUMNS), *rows]


def bea_sheet(number: int, title: str, partners: Sequence[str], years: Rows, quarters: Rows = ()) -> Rows:
    """One table of trad_geo: notes above, a block of years, a block of quarters, notes below."""
    return [
        ["Last updated September 3, 2026"],
        [f"Table {number}. U.S. International Trade by Selected Countries and Areas"],
        [title],
        ["[Millions of dollars, quarters seasonally adjusted]"],
        [],
        ["Period", *partners],
        ["Annual"],
        *years,
        ["Quarterly"],
        *quarters,
        [],
        ["(R) Revised"],
        ["n.a. Not available"],
        ["(*) Transactions between zero and +/- $500,000."],
    ]


OTEXA_LABELS = ("2015", "2016", "5/2016", "5/2017", "% Change", "5/2016", "3/2017", "4/2017", "5/2017", "% Change", "% Share")
OTEXA_GROUPS = ("Calendar Years", None, "Year-to-Date", None, None, "Year-Endings", None, None, None, None, "YE 5/2017")


def otexa_sheet(title: Sequence[str], key: Sequence[str], rows: Rows) -> Rows:
    """A table by country or category: titles, groups of columns, labels, rows. `key` heads the columns that name a row."""
    empty = [None] * len(key)
    return [*[[line] for line in title], [], [*empty, *OTEXA_GROUPS], [*key, *OTEXA_LABELS], *rows]


def gands_sheet(*rows: Sequence[Any]) -> Rows:
    """The one sheet of gands.xlsx: a year and nine figures a row."""
    return [
        ["U.S. Trade in Goods and Services - Balance of Payments (BOP) Basis"],
        ["Value in millions of dollars"],
        ["1960 through 2023"],
        [None, "Balance", None, None, "Exports", None, None, "Imports", None, None],
        ["Period", *("Total", "Goods BOP", "Services") * 2, "Total ", "Goods BOP", "Services"],
        *rows,
        ["U.S. Census Bureau, Economic Indicator Division"],
        ["NOTE: (1) Data presented on a Balance of Payment (BOP) basis."],
    ]


SEASONAL_COLUMNS = ("year", "cty_code", "cty_desc", *(f"{flow}{month}" for flow in "BEI" for month in (*MONTHS, "Q1", "Q2", "Q3", "Q4")))


def seasonal_row(year: int, code: str, name: str, exports: Sequence[float | None], imports: Sequence[float | None]) -> list[Any]:
    """A partner's year in ctyseasonal.xlsx, in dollars; other columns that the readers pass over hold 1."""
    cells: list[Any] = [year, code, name, *[1] * 16]
    for months in (exports, imports):
        cells += [*months, *[None] * (12 - len(months)), *[1] * 4]
    return cells


def month_sheet(title: str, groups: Sequence[Any], names: Sequence[Any], rows: Rows) -> Rows:
    """Exhibit 1 or 12 of the FT-900."""
    return [
        [],
        ["Part A: Seasonally Adjusted (by Commodity/Service)"],
        [title],
        ["In millions of dollars. Details may not equal totals due to seasonal adjustment and rounding. (R) - Revised."],
        ["Period", *groups],
        [None, *names],
        *rows,
        ["(1) Data are presented on a balance of payments (BOP) basis."],
        ["NOTE: For information on data sources and methodology, see the explanatory notes in this release."],
    ]


def partner_sheet(title: str, heads: Rows, rows: Rows) -> Rows:
    """Exhibit 14, 19 or 20 of the FT-900."""
    return [
        [],
        ["Part C: Seasonally Adjusted (by Geography)"],
        [title],
        ["In millions of dollars."],
        *heads,
        *rows,
        ["NOTES:"],
        ["* Not additive."],
    ]
