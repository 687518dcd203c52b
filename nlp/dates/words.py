"""Names of months, weekdays and small numbers, as expressions and as values."""

from datetime import date, timedelta

from tradeclaims.values.period import month_end

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN\.?|FEB\.?|MAR\.?|APR\.?|JUN\.?|JUL\.?|AUG\.?|SEPT?\.?|OCT\.?|NOV\.?|DEC\.?)(?![a-zA-Z])"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
YEAR = r"(?:19|20)\d\d(?!\d)"
SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety"
NUMBER = rf"(?:\d{{1,3}}|{SMALL})"
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)"

_MONTHS = {name: n for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)}
_WEEKDAYS = {name: n for n, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_SMALL = dict(zip(SMALL.split("|"), [*range(1, 13), 15, 20, 30, 60, 90], strict=True))
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}

FISCAL_STARTS = {"US": 10, "IN": 4, "AU": 7, "JP": 4}
"""Month in which each fiscal calendar begins."""

OUT_AFTER_DAYS = 32
"""Days after a month's end when its trade figures are out: the US report appears five weeks later, at the earliest after 32 days."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its short form."""
    return _MONTHS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6."""
    return _WEEKDAYS[name[:3].lower()]


def small_number(word: str) -> int:
    """The value of a NUMBER."""
    return int(word) if word.isdigit() else _SMALL[word.lower()]


def ordinal_number(word: str) -> int:
    """The value of an ORDINAL, with "final" and "last" as 4."""
    return _ORDINALS[word.lower()]


def last_reported_month(published: date) -> tuple[int, int]:
    """(year, month) of the latest month whose trade figures can be out on the day of publication."""
    year, month = published.year, published.month
    for _ in range(4):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        if month_end(year, month) + timedelta(days=OUT_AFTER_DAYS) <= published:
            break
    return year, month
