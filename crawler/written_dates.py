"""Dates of publication, as pages, feeds and letters write them."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" if month != "may" else "may" for month in MONTHS).replace(
    "sep(?:tember)", "sep(?:t(?:ember)?)"
)
_US = re.compile(rf"\b(?P<month>{_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I)
_WORLD = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_NAMES})\.?,?\s+(?P<year>\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_SLASHED = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b")
_IN_PATH = re.compile(rf"/(?P<year>20\d\d|19\d\d)/(?P<month>{'|'.join(MONTHS)})(?:/|$)", re.I)


def find_date(text: str) -> tuple[date, str] | None:
    """The first written date of a text, with its words; None when there is none."""
    hits = [found for pattern in (_US, _WORLD, _ISO, _SLASHED) if (found := pattern.search(text))]
    for hit in sorted(hits, key=lambda found: found.start()):
        day = _day(hit["year"], hit["month"], hit["day"])
        if day:
            return day, hit.group()
    return None


def parse_date(words: str | None) -> date | None:
    """The day that a listing or feed states, in whatever form it writes dates; None for nonsense such as 1899."""
    if not words:
        return None
    try:
        day = parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        found = find_date(words)
        day = found[0] if found else None  # type: ignore[assignment]  # None is an answer
    return day if day and day.year >= 1948 else None


def month_in_path(url: str) -> str:
    """`2026/september` from an address that names year and month but no day; empty when it does not."""
    found = _IN_PATH.search(url)
    return f"{found['year']}/{found['month'].lower()}" if found else ""


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
