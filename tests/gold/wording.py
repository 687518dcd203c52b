"""Numbers, times and flows as the press prints them, beside their structured form (docs/format.md)."""

import calendar
import random
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from check.months import Months, year
from tradeclaims.values.period import month_end

Json = dict[str, Any]


class Said(NamedTuple):
    """A number in words, with its value and rounding width in single units."""

    surface: str
    value: Decimal
    step: Decimal
    unit: str = "currency"

    def as_quantity(self) -> Json:
        """The row's record of it."""
        return {"surface": self.surface, "value": number(self.value), "unit": self.unit, "step": number(self.step)}


class When(NamedTuple):
    """A stretch of time in words ("in 2016") and as the format gives it."""

    words: str
    json: Json
    months: Months


def number(value: Decimal) -> int | float:
    """A JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


def dollars(million: Decimal, rng: random.Random, *, coarse: bool = False) -> Said:
    """ "$27.6 billion": as many digits as the press gives, three as a rule; two with `coarse`."""
    size = abs(million)
    unit, word = (
        (Decimal(10**12), "trillion") if size >= 1_000_000 else (Decimal(10**9), "billion") if size >= 1000 else (Decimal(10**6), "million")
    )
    scaled = size * 10**6 / unit
    places = 2 if word == "trillion" else 1 if scaled < 100 or rng.random() < 0.7 else 0
    if word == "billion" and scaled < 10 and rng.random() < 0.4:
        places = 2
    if word == "million":
        places = 0 if scaled >= 100 else 1
    if coarse:
        places = 0 if scaled >= 10 else 1
    shown = round(scaled, places)
    return Said(f"${shown:,f} {word}", shown * unit, Decimal(1).scaleb(-places) * unit)


def percent(value: Decimal, rng: random.Random) -> Said:
    """ "8.3 percent"; whole percent for some of the larger ones."""
    places = 0 if abs(value) >= 20 and rng.random() < 0.3 else 1
    shown = round(abs(value), places)
    return Said(f"{shown} percent", shown, Decimal(1).scaleb(-places), "percent")


def of_year(number: int) -> When:
    """A calendar year."""
    return _when(f"in {number}", str(number), "year", year(number))


def of_month(number: int, month: int) -> When:
    """A month."""
    name = f"{calendar.month_name[month]} {number}"
    return _when(f"in {name}", name, "month", Months(number * 12 + month - 1, 1))


def of_quarter(number: int, quarter: int) -> When:
    """A calendar quarter."""
    name = f"the {('first', 'second', 'third', 'fourth')[quarter - 1]} quarter of {number}"
    return _when(f"in {name}", name, "quarter", Months(number * 12 + 3 * quarter - 3, 3))


def of_half(number: int, half: int) -> When:
    """Half a year."""
    name = f"the {('first', 'second')[half - 1]} half of {number}"
    return _when(f"in {name}", name, "half", Months(number * 12 + 6 * half - 6, 6))


def to_date(number: int, month: int) -> When:
    """January to a month."""
    name = f"January through {calendar.month_name[month]} {number}"
    return _when(f"from {name}", name, "ytd", Months(number * 12, month))


def year_ending(number: int, month: int) -> When:
    """Twelve months ending with a month."""
    name = f"the twelve months ending {calendar.month_name[month]} {number}"
    return _when(f"in {name}", name, "12m", Months(number * 12 + month - 12, 12))


def fiscal_year(number: int) -> When:
    """The US government's year: October to September."""
    return _when(f"in fiscal year {number}", f"fiscal year {number}", "fiscal_year", Months(number * 12 - 3, 12))


def of_years(first: int, last: int) -> When:
    """Several calendar years together."""
    return _when(f"from {first} to {last}", f"from {first} to {last}", "multi_year", Months(first * 12, (last - first + 1) * 12))


def _when(words: str, surface: str, freq: str, months: Months) -> When:
    return When(words, {**interval(months), "freq": freq, "surface": surface}, months)


def interval(months: Months) -> Json:
    """First and last day of whole months."""
    return {"start": first_day(months).isoformat(), "end": last_day(months).isoformat()}


def first_day(months: Months) -> date:
    """The first day."""
    return date(months.first // 12, months.first % 12 + 1, 1)


def last_day(months: Months) -> date:
    """The last day."""
    return month_end(months.last // 12, months.last % 12 + 1)


def earlier(when: When, months: int) -> Json:
    """The period `months` before, as a reader carries it over: without words of its own."""
    moved = when.months.shift(-months)
    return {**interval(moved), "freq": when.json["freq"], "surface": None}


SCOPES = {"goods": "goods ", "goods+services": "goods and services ", "services": "services ", "unspecified": ""}


def flow_name(flow: str, partner: str, scope: str, sign: str | None = None) -> str:
    """ "U.S. goods exports to Japan"."""
    what = SCOPES[scope]
    return {
        "exports": f"U.S. {what}exports to {partner}", "imports": f"U.S. {what}imports from {partner}",
        "total_trade": f"U.S. {what}trade with {partner}", "balance": f"the U.S. {what}trade {sign} with {partner}",
    }[flow]  # fmt: skip
