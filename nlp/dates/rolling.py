"""Years that do not begin in January and years that are not over: "12 months through May", "year ending June 2017", "year to date"."""

import re
from datetime import date, timedelta

from nlp.dates.months import recent_year
from nlp.dates.reading import Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import MONTH, NUMBER, YEAR, last_reported_month, month_number, small_number
from tradeclaims.values import Period
from tradeclaims.values.period import Anchor, add_months, month_end

_ENDING = r"(?:[\s-](?i:ending|ended|through|to|that\sended|which\sended|up\sto))\s(?:(?i:in|on|with)\s)?(?:(?i:the\send\sof|end)\s)?"
_LENGTHS = {"year": 12, "quarter": 3, "half": 6}


def _ending(match: re.Match[str], reading: Reading) -> Found:
    """So many months that end with a named one."""
    month = month_number(match["month"])
    anchor: Anchor = "explicit" if match["year"] else "publication"
    year = int(match["year"]) if match["year"] else recent_year(reading, match.start(), month)
    if year is None:
        return None
    length = _LENGTHS[match["unit"].lower()] if match["unit"] else small_number(match["n"])
    end = month_end(year, month)
    start = add_months(date(year, month, 1), 1 - length)
    if length == 12:
        return Period(start=start, end=end, freq="fiscal_year" if match["fiscal"] else "12m", anchor=anchor)
    freq = "quarter" if length == 3 and month % 3 == 0 else "half" if length == 6 and month in (6, 12) else "multi"
    return Period(start=start, end=end, freq=freq, anchor=anchor)  # type: ignore[arg-type]


def _to_date(match: re.Match[str], reading: Reading) -> Found:
    """January to the month named, to the month read just before, or to the latest month whose figures can be out."""
    named = match.groupdict()
    if named.get("month"):
        month = month_number(match["month"])
        if match["year"]:
            return Period.year_to_date(int(match["year"]), month)
        recent = recent_year(reading, match.start(), month)
        return (recent and Period.year_to_date(recent, month, anchor="publication")) or None
    published = reading.published
    if published is None:
        return None
    wanted = int(named["year"]) if named.get("year") else published.year
    latest = reading.last_before(match.start())
    before = reading.period_before(match.start(), "month") if latest and latest.period and latest.period.freq == "month" else None
    if before and before.end and before.end.year == wanted:
        return Period.year_to_date(wanted, before.end.month, anchor="context")
    year, month = last_reported_month(published)
    if year == wanted:
        return Period.year_to_date(year, month, anchor="publication")
    return (
        Period(start=date(wanted, 1, 1), end=min(published, date(wanted, 12, 31)), freq="ytd", anchor="publication")
        if wanted <= published.year
        else None
    )


def _past_months(match: re.Match[str], reading: Reading) -> Found:
    """ "the past 12 months": up to the latest month whose figures can be out."""
    count = small_number(match["n"])
    if reading.published is None or not 2 <= count <= 60:
        return None
    told = (
        reading.period_before(match.start(), "12m", "multi", "ytd")
        if match[0].lower().removeprefix("the ").startswith("previous") or match[0].lower().endswith(("before", "earlier", "previously"))
        else None
    )
    if told and told.start and told.end and len(told.months()) == count:
        end = told.start - timedelta(days=1)  # "than in the previous twelve months": those before the ones told of
        return Period(start=add_months(told.start, -count), end=end, freq=told.freq, anchor="context")
    year, month = last_reported_month(reading.published)
    if match[0].lower().endswith(("before", "earlier", "previously")):
        return None
    start = add_months(date(year, month, 1), 1 - count)
    return Period(start=start, end=month_end(year, month), freq="12m" if count == 12 else "multi", anchor="publication")


def _years_to(match: re.Match[str], reading: Reading) -> Found:
    """ "the five years through 2017", "the decade to 2017"."""
    count, last = small_number(match["n"]) if match["n"] else 10, int(match["year"])
    if not 2 <= count <= 100:
        return None
    return Period(start=date(last - count + 1, 1, 1), end=date(last, 12, 31), freq="multi_year")


def _year_end(match: re.Match[str], reading: Reading) -> Found:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else recent_year(reading, match.start(), month)
    return (year and Period.year_ending(year, month, anchor="explicit" if match["year"] else "publication")) or None


_MONTH_YEAR = rf"(?P<month>{MONTH})(?:\s\d{{1,2}}(?!\d))?(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
RULES = (
    Rule(
        rf"(?:[Tt]he\s)?(?:(?P<n>{NUMBER})\s(?i:years)|(?i:decade))\s(?i:to|through|ended|ending)\s(?:(?i:in)\s)?(?P<year>{YEAR})(?![-–]\d)",
        _years_to,
        begins="defnost0123456789",
    ),
    Rule(
        rf"(?:[Tt]he\s)?(?P<fiscal>(?i:fiscal\s|financial\s|marketing\s))?(?P<unit>(?i:year|quarter|half))(?P<n>(?!))?{_ENDING}{_MONTH_YEAR}",
        _ending,
        begins="fhmqty",
    ),
    Rule(
        rf"(?:[Tt]he\s)?(?P<n>{NUMBER})[\s-](?i:months?(?:[\s-]period)?)(?P<unit>(?!))?(?P<fiscal>(?!))?{_ENDING}{_MONTH_YEAR}",
        _ending,
        begins="efnost0123456789",
    ),
    Rule(rf"YE\s{_MONTH_YEAR}(?P<unit>(?!))?(?P<fiscal>(?!))?(?P<n>(?!))?", _year_end, begins="y"),
    Rule(rf"(?:YTD|(?i:year[\s-]to[\s-]date))(?:,?\s(?:\(?(?i:through|to|in|for)\s)?{_MONTH_YEAR})", _to_date, begins="y"),
    Rule(rf"{_MONTH_YEAR}\s(?:YTD|(?i:year[\s-]to[\s-]date))\b", _to_date, begins="adfjmnos"),
    Rule(rf"(?:[Tt]he\s)?(?:YTD|(?i:year[\s-]to[\s-]date))\b(?:\s(?:\(?(?:in|of)\s)?(?P<year>{YEAR}))?", _to_date, begins="ty"),
    Rule(
        r"(?i:so\sfar\s(?:this|in\sthe)\syear|thus\sfar\sthis\syear|the\syear\sso\sfar|this\syear\s(?:so\sfar|to\sdate)|so\sfar\sin\s(?P<year>20\d\d))\b",
        _to_date,
        begins="st",
    ),
    Rule(
        rf"(?i:(?:the\s)?(?:past|last|latest|previous))\s(?P<n>{NUMBER})\s(?i:months)\b(?!\s(?:of|in)\s(?:{YEAR}|(?:the|this|last|next)\s(?:\w+\s)?year\b))",
        _past_months,
        begins="lpt",
    ),
    Rule(
        rf"(?i:the\s(?P<n>{NUMBER})\s(?i:months)\s(?:before|earlier|previously))\b(?!\s(?:the|it|they|its|a|that)\b)",
        _past_months,
        begins="t",
    ),
)
