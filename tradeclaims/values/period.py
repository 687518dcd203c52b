"""A stretch of time as somebody named it: "May 2025", "the year ending June 2017", "since KORUS took effect"."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Freq = Literal["day", "month", "quarter", "half", "year", "fiscal_year", "ytd", "12m", "multi", "multi_year", "open"]
FREQS: tuple[str, ...] = get_args(Freq)
Anchor = Literal["explicit", "publication", "context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An interval of whole days, both ends included, and the kind of interval it is."""

    start: date | None
    """First day; None where the words leave it open."""

    end: date | None
    """Last day; None where the words leave it open."""

    freq: Freq
    """What kind of interval: `ytd` January to a month, `12m` twelve months ending in one, `multi` several days or months, `multi_year` several years, `open` one end open."""

    anchor: Anchor = "explicit"
    """Where the year came from: the words, the publication date, or the context."""

    raw: str | None = None
    """The words as written; None when the period is carried over from context or only implied."""

    def __post_init__(self) -> None:
        if self.freq not in FREQS:
            raise ValueError(f"unknown kind of period {self.freq!r}")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"period {self.raw!r} starts on {self.start}, after its end {self.end}")

    @classmethod
    def year(cls, year: int, *, raw: str | None = None, anchor: Anchor = "explicit") -> "Period":
        """A calendar year."""
        return cls(start=date(year, 1, 1), end=date(year, 12, 31), freq="year", raw=raw, anchor=anchor)

    @classmethod
    def month(cls, year: int, month: int, *, raw: str | None = None, anchor: Anchor = "explicit") -> "Period":
        """A calendar month."""
        return cls(start=date(year, month, 1), end=month_end(year, month), freq="month", raw=raw, anchor=anchor)

    @classmethod
    def quarter(cls, year: int, quarter: int, *, raw: str | None = None, anchor: Anchor = "explicit") -> "Period":
        """A calendar quarter, 1 to 4."""
        return cls(
            start=date(year, 3 * quarter - 2, 1),
            end=month_end(year, 3 * quarter),
            freq="quarter",
            raw=raw,
            anchor=anchor,
        )

    @classmethod
    def year_to_date(cls, year: int, month: int, *, raw: str | None = None, anchor: Anchor = "explicit") -> "Period":
        """January to `month`, inclusive."""
        return cls(start=date(year, 1, 1), end=month_end(year, month), freq="ytd", raw=raw, anchor=anchor)

    @classmethod
    def year_ending(cls, year: int, month: int, *, raw: str | None = None, anchor: Anchor = "explicit") -> "Period":
        """The twelve months ending with `month`."""
        first = add_months(date(year, month, 1), -11)
        return cls(start=first, end=month_end(year, month), freq="12m", raw=raw, anchor=anchor)

    def shifted_years(self, years: int) -> "Period":
        """The same stretch `years` later (earlier when negative), implied rather than stated."""
        return Period(start=_in_year(self.start, years), end=_in_year(self.end, years), freq=self.freq, anchor="context", raw=None)

    def previous(self) -> "Period":
        """The stretch of the same kind just before this one: the month before a month, the year before a year.

        Year-to-date and twelve-month stretches go back one year, as statisticians compare them. Raises ValueError for open periods.
        """
        if self.start is None or self.end is None:
            raise ValueError(f"an open period has no predecessor: {self.raw!r}")
        months = {"month": 1, "quarter": 3, "half": 6}.get(self.freq)
        if months:
            end = add_months(self.start, 0) - timedelta(days=1)
            return Period(start=add_months(self.start, -months), end=end, freq=self.freq, anchor="context", raw=None)
        if self.freq in ("year", "fiscal_year", "ytd", "12m"):
            return self.shifted_years(-1)
        length = self.end - self.start
        end = self.start - timedelta(days=1)
        return Period(start=end - length, end=end, freq=self.freq, anchor="context", raw=None)

    def months(self) -> tuple[tuple[int, int], ...]:
        """The calendar months covered, as (year, month); empty where an end is open or inside a month."""
        if self.start is None or self.end is None or self.start.day != 1 or (self.end + timedelta(days=1)).day != 1:
            return ()
        first, last = self.start.year * 12 + self.start.month - 1, self.end.year * 12 + self.end.month - 1
        return tuple((n // 12, n % 12 + 1) for n in range(first, last + 1))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day `months` later, moved back to the month's last day where it does not exist."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _in_year(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    if day == month_end(day.year, day.month):
        return month_end(day.year + years, day.month)
    return day.replace(year=day.year + years)
