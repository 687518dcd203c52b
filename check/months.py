"""Stretches of whole months, the one measure of time inside the cube."""

import re
from typing import NamedTuple

from tradeclaims.values import Period

KINDS = {"A": 12, "M": 1, "Q": 3, "H": 6, "YE": 12}
_EXPECTED = {"A": "2016", "M": "2016-05", "Q": "2016-Q2", "H": "2016-H1", "YTD": "2016-05", "YE": "2016-05", "SUM": "2009-01..2016-12"}
_LABEL = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$")


class Months(NamedTuple):
    """`length` months from month number `first` (year * 12 + month - 1)."""

    first: int
    length: int

    @property
    def last(self) -> int:
        """Number of the last month."""
        return self.first + self.length - 1

    @property
    def year(self) -> int:
        """Calendar year of the last month."""
        return self.last // 12

    @property
    def is_years(self) -> bool:
        """Whether it is made of whole calendar years."""
        return self.first % 12 == 0 and self.length % 12 == 0

    @property
    def is_year_to_date(self) -> bool:
        """Whether it runs from January to a month before December."""
        return self.first % 12 == 0 and self.length < 12

    def shift(self, months: int) -> "Months":
        """The same stretch `months` later."""
        return Months(self.first + months, self.length)

    def label(self, *, year_to_date: bool = False) -> tuple[str, str]:
        """(freq, period) as in a query: `("A", "2016")`, `("YTD", "2017-05")`, `("SUM", "2009-01..2016-12")`.

        One quarter that starts in January is `Q` unless `year_to_date` says otherwise.
        """
        end = month_label(self.last)
        if self.length == 12:
            return ("A", str(self.year)) if self.first % 12 == 0 else ("YE", end)
        if self.is_year_to_date and (year_to_date or self.length not in (1, 3, 6)):
            return "YTD", end
        if self.length == 1:
            return "M", end
        if self.length == 3 and self.first % 3 == 0:
            return "Q", f"{self.year}-Q{self.first % 12 // 3 + 1}"
        if self.length == 6 and self.first % 6 == 0:
            return "H", f"{self.year}-H{self.first % 12 // 6 + 1}"
        return "SUM", f"{month_label(self.first)}..{end}"


def month_label(number: int) -> str:
    """`2017-05`."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def year(number: int) -> Months:
    """A calendar year."""
    return Months(number * 12, 12)


def parse(freq: str, text: str) -> Months:
    """The stretch that a query's freq and period name. Raises ValueError for anything else."""
    if freq == "SUM":
        start, found, end = text.partition("..")
        if not found:
            raise ValueError(f"a SUM needs two months like 2009-01..2016-12, not {text!r}")
        first, last = parse("M", start).first, parse("M", end).first
        if last < first:
            raise ValueError(f"the stretch {text!r} ends before it starts")
        return Months(first, last - first + 1)
    match = _LABEL.match(text)
    wanted = {"A": None, "M": 2, "Q": 3, "H": 4, "YTD": 2, "YE": 2}
    if freq not in wanted or match is None or match.lastindex != (wanted[freq] or 1):
        raise ValueError(f"not a period of kind {freq!r}: {text!r}; expected {_EXPECTED.get(freq, 'a kind of ' + ', '.join(_EXPECTED))}")
    january = int(match[1]) * 12
    if freq == "A":
        return Months(january, 12)
    number = int(match[wanted[freq] or 1]) - 1
    if freq in ("M", "YTD", "YE") and not 0 <= number < 12:
        raise ValueError(f"no such month: {text!r}")
    if freq == "YTD":
        return Months(january, number + 1)
    if freq == "YE":
        return Months(january + number - 11, 12)
    width = KINDS[freq]
    return Months(january + number * width, width)


def of_period(period: Period) -> Months | None:
    """The whole months of a period; None where an end is open or lies inside a month."""
    months = period.months()
    return Months(months[0][0] * 12 + months[0][1] - 1, len(months)) if months else None
