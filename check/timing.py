"""From a claim's periods to stretches of months in the cube, with the base that changes are measured from."""

import re
from datetime import date
from typing import NamedTuple

from check.embedded import entries_into_force
from check.months import Months, of_period, year
from tradeclaims.records import Claim
from tradeclaims.values import Period

_EVENT = re.compile(r"\b(effect|force|agreement|pact|deal|treaty|FTA|under|signed|implement\w*)\b", re.IGNORECASE)


class Timing(NamedTuple):
    """A stretch and its base, the way the words are understood first."""

    months: Months
    base: Months | None
    event_based: bool = False
    """Whether the base is the year before an event, so that the year after it is worth a look."""


def timings(claim: Claim, published: date | None, *, compares: bool) -> tuple[Timing, ...] | str:
    """The stretches the words can mean, or in one clause why there is none."""
    period = claim.period
    if period is None:
        return "the text gives no period"
    if period.freq in ("open", "multi_year"):
        return _long(claim, period, published, compares=compares)
    months = of_period(period)
    if months is None:
        return f"official figures come by whole months, and {period.raw or 'its period'!r} is not made of them"
    if not compares:
        return (Timing(months, None),)
    base = _base_of(claim.compare_period)
    if base is not None:
        return (Timing(months, base, _is_event_base(claim, base)),)
    if claim.compare_period is not None:
        return "the earlier period it compares with is left open"
    year_before = Timing(months, months.shift(-12))
    if (
        claim.from_value is not None and months.is_years
    ):  # "from 13.2 to 27.6" with no earlier year named: the year before, or before an agreement.
        entries = [entry.year - 1 for partner in claim.partners for entry in entries_into_force().get(partner, ())]
        return (year_before, *(Timing(months, year(base), True) for base in entries if base < months.year - 1))
    if period.freq in ("month", "quarter", "half"):
        return (Timing(months, months.shift(-months.length)), year_before)
    return (year_before if months.length <= 12 else Timing(months, months.shift(-months.length)),)


def _base_of(period: Period | None) -> Months | None:
    if period is None:
        return None
    months = of_period(period)
    if months is None and period.start is not None and period.freq in ("open", "multi_year"):
        return year(period.start.year)
    return months


def _long(claim: Claim, period: Period, published: date | None, *, compares: bool) -> tuple[Timing, ...] | str:
    last = _last_complete_year(period, published)
    if last is None:
        return "neither the text nor its publication date says where the period ends"
    if not compares:
        if period.start is None:
            return "the text leaves open when the period starts"
        first = period.start.year if (period.start.month, period.start.day) == (1, 1) else period.start.year + 1
        return (Timing(Months(first * 12, (last - first + 1) * 12), None),) if first <= last else "the period holds no complete year"
    base = _base_of(claim.compare_period)
    start, event = _base_year(claim, period)
    if base is None:
        if start is None:
            return "the text leaves open what year it compares with"
        base = year(start)
    if base.first // 12 >= last:
        return "no complete year has passed since the base year"
    return (Timing(year(last), base, event or _is_event_base(claim, base)),)


def _last_complete_year(period: Period, published: date | None) -> int | None:
    """The last full calendar year inside the period and before publication."""
    ends = [day for day in (period.end, published) if day is not None]
    if not ends:
        return None
    end = min(ends)
    return end.year if (end.month, end.day) == (12, 31) else end.year - 1


def _base_year(claim: Claim, period: Period) -> tuple[int | None, bool]:
    """(base year, whether it is the year before an event). "Since 2011" is based on 2011; "since it took effect" on the year before."""
    entries = [entry for partner in claim.partners for entry in entries_into_force().get(partner, ())]
    if period.start is None:
        return (entries[0].year - 1, True) if len(entries) == 1 and period.raw and _EVENT.search(period.raw) else (None, False)
    at_event = any(entry.year == period.start.year for entry in entries) and bool(period.raw and _EVENT.search(period.raw))
    if at_event or (period.start.month, period.start.day) != (1, 1):
        return period.start.year - 1, True
    return period.start.year, False


def _is_event_base(claim: Claim, base: Months) -> bool:
    """Whether the base is the year before, or of, a partner's agreement, and the words do not name the year."""
    raw = claim.compare_period.raw if claim.compare_period else None
    if raw and re.search(r"\d{4}", raw):
        return False
    years = {entry.year for partner in claim.partners for entry in entries_into_force().get(partner, ())}
    return base.length == 12 and (base.year in years or base.year + 1 in years)
