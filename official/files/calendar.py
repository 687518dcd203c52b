"""Months, quarters and years as the agencies' tables head them."""

import calendar
import re

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_SHORT = {name[:3]: number for name, number in MONTHS.items()}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTH = re.compile(r"(\w+) (\d{4})")
_QUARTER = re.compile(r"(\w+) quarter (\d{4})")
_OF_YEAR = re.compile(r"(annual|year-to-date) (\d{4})")
_TO_DATE = re.compile(r"jan\. ?- ?(\w{3})\w*\.?")


def release_after(year: int, month: int, later: int = 2) -> str:
    """The month some months after another: figures of a month come out first in the second month after it."""
    place = year * 12 + month - 1 + later
    return f"{place // 12}-{place % 12 + 1:02d}"


def period_of(head: str, newest: int | None = None) -> tuple[str, str] | None:
    """(freq, period) of a heading in small letters: `august 2021`, `second quarter 2021`, `annual 2020`, `year-to-date 2021` (to the month `newest`).

    None for anything else, and for a year to date that is only January.
    """
    if (found := _QUARTER.fullmatch(head)) and found[1] in _QUARTERS:
        return "Q", f"{found[2]}-Q{_QUARTERS[found[1]]}"
    if found := _OF_YEAR.fullmatch(head):
        return ("A", found[2]) if found[1] == "annual" else to_date(found[2], newest or 1)
    if (found := _MONTH.fullmatch(head)) and found[1] in MONTHS:
        return "M", f"{found[2]}-{MONTHS[found[1]]:02d}"
    return None


def period_of_row(name: str, year: str) -> tuple[str, str] | None:
    """(freq, period) of a row below a row with the year alone: `January`, `Jan. - Aug.`; None for anything else."""
    said = name.lower()
    if said in MONTHS:
        return "M", f"{year}-{MONTHS[said]:02d}"
    found = _TO_DATE.fullmatch(said)
    return to_date(year, _SHORT[found[1]]) if found and found[1] in _SHORT else None


def to_date(year: str, month: int) -> tuple[str, str] | None:
    """January to a month: the year where it is December, nothing where it is January itself."""
    if month == 12:
        return "A", year
    return ("YTD", f"{year}-{month:02d}") if month > 1 else None
