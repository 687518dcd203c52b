"""Release calendars of statistical agencies as text, one release a line in the order of time: what changed is then a line that changed.

Three forms: iCalendar (RFC 5545), JSON with dates under the names of releases, and the Census Bureau's page whose rows carry day and hour in
their ids (`A202601080830` is 8 January 2026, 8:30 Eastern).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from crawler.blocks import soup_of
from crawler.readers.reading import Reading
from crawler.written_dates import parse_date
from tradeclaims.errors import Unreadable

VERSION = 1
EASTERN = ZoneInfo("America/New_York")
"""Times of US agencies; where a calendar gives hours without a zone, they are meant in this one."""

_ROW_ID = re.compile(r"^[A-Z]?(?P<day>(?:19|20)\d{6})(?P<time>[0-2]\d[0-5]\d)$")
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$")
_NAMES = ("title", "name", "release", "description")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Release:
    """One planned publication."""

    day: date
    """Eastern time where an hour is known."""

    time: str
    """`08:30`; empty when only the day is known."""

    name: str
    """As the calendar calls it."""


def is_calendar(text: str, page: str) -> bool:
    """Whether a text is a release calendar of one of the three forms."""
    if text.lstrip("\ufeff \r\n\t").startswith("BEGIN:VCALENDAR"):
        return True
    if page.endswith(("/release_dates.json", "/releaseList")):
        return True
    return len(re.findall(r"""\bid\s*=\s*["']?[A-Z]?20\d{6}[0-2]\d[0-5]\d\b""", text)) >= 3


def read_calendar(text: str) -> Reading:
    """The calendar as a document; raises Unreadable when it holds no release."""
    found = sorted(set(releases(text)))
    if not found:
        raise Unreadable("expected a release calendar, found no dates with names")
    lines = [f"{one.day.isoformat()}{f' {one.time} ET' if one.time else ''}  {one.name}" for one in found]
    return Reading(reader="calendar", version=VERSION, kind="calendar", title="Release calendar", text="\n".join(lines), language="en")


def releases(text: str) -> Iterator[Release]:
    """The releases of a calendar in any of the three forms; nothing for other content."""
    text = text.lstrip("\ufeff \r\n\t")
    if text.startswith("BEGIN:VCALENDAR"):
        yield from _of_ics(text)
    elif text.startswith(("{", "[")):
        try:
            plain = json.loads(text)
        except ValueError as error:
            raise Unreadable(f"expected a release calendar in JSON: {error}") from error
        yield from _of_json(plain, "")
    else:
        yield from _of_page(text)


def _of_ics(text: str) -> Iterator[Release]:
    try:
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    except ValueError as error:
        raise Unreadable(f"expected an iCalendar file: {error}") from error
    for event in events:
        start, name = event.get("DTSTART"), " ".join(str(event.get("SUMMARY") or "").split())
        if start is not None and name and str(event.get("STATUS", "")).upper() != "CANCELLED":
            yield _release(start.dt, name)


def _of_json(plain: Any, name: str) -> Iterator[Release]:
    """Dates belong to the name beside them, else to the key above them."""
    if isinstance(plain, dict):
        stated = next((str(plain[key]) for key in _NAMES if isinstance(plain.get(key), str) and not _moment(plain[key])), "")
        for key, value in plain.items():
            inner = stated or (name if key in ("release_dates", "dates", "date", "schedule") else key)
            yield from _of_json(value, " ".join(inner.split()))
    elif isinstance(plain, list):
        for value in plain:
            yield from _of_json(value, name)
    elif isinstance(plain, str) and name and (moment := _moment(plain)):
        yield _release(moment, name)


def _moment(words: str) -> date | datetime | None:
    if _ISO.match(words.strip()):
        try:
            return datetime.fromisoformat(words.strip()) if len(words.strip()) > 10 else date.fromisoformat(words.strip())
        except ValueError:
            return None
    return parse_date(words) if re.match(r"^\d{1,2}/\d{1,2}/\d{4}$", words.strip()) else None


def _of_page(text: str) -> Iterator[Release]:
    soup = soup_of(text)
    for element in soup.find_all(id=_ROW_ID):
        found = _ROW_ID.match(str(element["id"]))
        row = element if element.name in ("tr", "li") else element.find_parent(["tr", "li"]) or element
        link = row.find("a", href=True)
        name = " ".join((link or row).get_text(" ").split())
        if not found or not name:
            continue
        try:
            at = datetime.strptime(found["day"] + found["time"], "%Y%m%d%H%M")
        except ValueError:
            continue
        yield _release(at, name)


def _release(at: date | datetime, name: str) -> Release:
    if isinstance(at, datetime):
        local = at.astimezone(EASTERN) if at.tzinfo else at
        return Release(day=local.date(), time=f"{local:%H:%M}", name=name)
    return Release(day=at, time="", name=name)
