"""Periods named from where the reader stands or from the period named before: "last year", "a year earlier", "the same month of 2016"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from nlp.dates.months import recent_year
from nlp.dates.reading import CLAUSE, Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import FISCAL_STARTS, MONTH, NUMBER, YEAR, month_number, small_number
from nlp.dates.years import fiscal_year
from tradeclaims.values import Period
from tradeclaims.values.period import add_months

_COMPARED = re.compile(r"\b(?:from|than|with|to|over|versus|vs\.?|against|on)\s\Z", re.I)
_BEYOND = re.compile(r"\b(?:above|below)\s\Z", re.I)
"""The same, but "below last year's" is below the whole year's figure."""

_FROM = re.compile(r"\b(?:from|over|on|than)\s(?:a|one|the)\s(?:year|same)[\w\s]{0,12}\Z", re.I)
_IN_MONTH = re.compile(rf"(?:(?!\b(?:from|in|for|and|while|but)\b)[^;])*\b(?:in|for)\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?\b")
_COMPARED_SUM = re.compile(
    r"\b(?:in|of|for|from|to|through)\s[^,;]*(?:,\s)?\b(?:from|than|with|versus|vs\.?|against)\s(?:(?:only|just|about|nearly|around|some|roughly|a|the)\s)*"
    r"[A-Z]{0,3}[$€£¥₩]?\d[\d.,]*(?:bn|mn?|tn|k)?(?:\s(?:[a-z]+|SME)){0,3}\s(?:in\s)?\Z"
)
_GONE_THROUGH = re.compile(
    r"(?:(?!\b(?:from|than|compare[sd]?|against|versus|vs|on-year|year-on-year)\b).)*\b(?:over|during|in|for|across|through)\s\Z",
    re.I | re.S,
)
"""Before "the same period" where nothing is compared: the period just named, not the one a year before it."""

_STRETCHES = frozenset({"period", "stretch", "span", "time", "months", "interval", "month", "quarter", "half"})
_LAST_OF = re.compile(r"\s(?:before|of|for\swhich|in\swhich|when|that|with)\b", re.I)
_SUPPOSED = re.compile(r"\b(?:will|would|could|should|might|set\sto|expected?|forecasts?|on\strack)\b", re.I)
_PARTIAL = frozenset({"ytd", "quarter", "half", "month"})
_STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _before(reading: Reading, start: int, *freqs: str) -> Period | None:
    return reading.period_before(start, *freqs)


def _calendar(match: re.Match[str], reading: Reading) -> Found:
    """Last, this and next year, month and week. "Last year", compared with part of a year, means the same part."""
    published = reading.published
    if published is None:
        return None
    if _LAST_OF.match(reading.text, match.end()) and reading.text[: match.start()].lower().endswith(("the ", "its ", "their ", "our ")):
        return None  # "the last year before the agreement entered into force"
    step, unit = _STEPS[match["which"].lower().split()[-1]], " ".join(match["unit"].lower().removeprefix("calendar").split())
    if unit == "year":
        before = reading.clause_before(match.start())
        beyond = _BEYOND.search(before) and not reading.text.startswith(("'s", "’s"), match.end())
        compared = step == -1 and (_COMPARED.search(before) or _COMPARED_SUM.search(before) or beyond)
        if (
            compared
            and (period := _before(reading, match.start()))
            and period.freq in _PARTIAL
            and period.start
            and period.start.year == published.year
        ):
            return _context(period.shifted_years(-1))
        return Period.year(published.year + step, anchor="publication")
    if unit == "month":
        month = add_months(date(published.year, published.month, 1), step)
        return Period.month(month.year, month.month, anchor="publication")
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        return Period(start=monday, end=monday + timedelta(days=6), freq="multi", anchor="publication")
    begins = FISCAL_STARTS[reading.fiscal_calendar() or "US"]
    return fiscal_year(published.year + (published.month >= begins) + step, begins, anchor="publication")


def _ago(match: re.Match[str], reading: Reading) -> Found:
    """ "two years ago" is a calendar year, "three months ago" a month."""
    if reading.published is None:
        return None
    count = 1 if match["n"].lower() in ("a", "an") else small_number(match["n"])
    unit = match["unit"].lower()
    if unit.startswith("month"):
        month = add_months(date(reading.published.year, reading.published.month, 1), -count)
        return Period.month(month.year, month.month, anchor="publication")
    if unit.startswith("year") and count == 1 and (behind := _month_behind(match.end(), reading)):
        return _context(behind.shifted_years(-1))
    if unit.startswith("year") and count == 1 and (period := _before(reading, match.start())) and period.freq != "multi_year":
        return _context(period.shifted_years(-1))
    return Period.year(reading.published.year - count * (10 if unit.startswith("decade") else 1), anchor="publication")


def _month_behind(end: int, reading: Reading) -> Period | None:
    """The month that a comparison is told for behind it: "rose 17 percent from a year ago to $4.9 billion in October"."""
    behind = CLAUSE.split(reading.text[end : end + 110])[0]
    hit = _IN_MONTH.match(behind) if _FROM.search(reading.text[:end]) else None
    if hit is None:
        return None
    month = month_number(hit["month"])
    year = int(hit["year"]) if hit["year"] else recent_year(reading, end + hit.start("month"), month)
    return Period.month(year, month, anchor="context") if year else None


def _earlier(match: re.Match[str], reading: Reading) -> Found:
    """ "a year earlier", "the previous month": counted from the period named before; nothing where none was."""
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
    if unit == "year":
        period = _month_behind(match.end(), reading) or _before(reading, match.start())
        return period and _context(period.shifted_years(-1))
    period = _before(reading, match.start(), unit)
    return period and _context(period.previous())


def _years_earlier(match: re.Match[str], reading: Reading) -> Found:
    """ "two years earlier": the same stretch so many years before the one named."""
    period, count = _before(reading, match.start()), small_number(match["n"])
    return period and _context(period.shifted_years(-count)) if 1 < count < 100 else None


def _the(match: re.Match[str], reading: Reading) -> Found:
    """ "a surplus of $41.7 billion for the month", "it would end the year just over $510 billion": the one told of, or the year that is running."""
    unit = match["unit"].lower()
    if unit == "year":
        if reading.published is None:
            return None
        if _SUPPOSED.search(reading.clause_before(match.start())):
            return Period.year(reading.published.year, anchor="publication")
        period = reading.period_before(match.start(), past=True)
        whole = period and period.start and (period.freq == "year" or (period.freq == "month" and period.start.month == 12))
        return _context(Period.year(period.start.year)) if whole and period and period.start else None
    if unit.startswith("fiscal"):
        told = _before(reading, match.start(), "fiscal_year")
        begins = FISCAL_STARTS[reading.fiscal_calendar(match.start()) or "US"]
        if told or reading.published is None:
            return told and _context(told)
        month = reading.period_before(match.start(), "month", past=True)
        if month and month.start and add_months(month.start, 1).month == begins:
            return _context(fiscal_year(add_months(month.start, 1).year, begins))  # told with its last month
        return fiscal_year(reading.published.year + (reading.published.month >= begins), begins, anchor="publication")
    period = reading.period_before(match.start(), unit, past=True)
    return period and _context(period)


def _the_years(match: re.Match[str], reading: Reading) -> Found:
    """ "over the two years": the run of as many years told before."""
    period = _before(reading, match.start(), "multi_year")
    if period is None or period.start is None or period.end is None:
        return None
    return _context(period) if period.end.year - period.start.year + 1 == small_number(match["n"]) else None


def _that(match: re.Match[str], reading: Reading) -> Found:
    """ "that year", "the same year": the calendar year of the date read last; "the following year", "a month later": counted on from it.

    A year that figures were only compared with is not meant: "down 2.3 percent from 2015. That same year …".
    """
    before = reading.last_before(match.start())
    start = before and before.period and before.period.start
    if not before or not start:
        return None
    if reading.is_compared(before) and match["unit"] and (period := _before(reading, match.start(), "year", "month")) and period.start:
        start = period.start
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower().rstrip("s")
    if unit == "month" and match["unit"] and before and before.period and before.period.freq not in ("day", "month"):
        return None
    if match["unit"]:
        return _context(Period.year(start.year) if unit == "year" else Period.month(start.year, start.month))
    count = small_number(match["n"]) if match["n"] and match["n"].lower() not in ("a", "an") else 1
    if unit == "year":
        if (period := _before(reading, match.start())) and period.freq in _PARTIAL and match["unit3"] and count == 1:
            return _context(period.shifted_years(1))
        return _context(Period.year(start.year + count))
    period = _before(reading, match.start(), unit)
    if period is None or period.start is None:
        return None
    first = add_months(period.start, count * (1 if unit == "month" else 3))
    return _context(Period.month(first.year, first.month) if unit == "month" else Period.quarter(first.year, (first.month + 2) // 3))


def _same(match: re.Match[str], reading: Reading) -> Found:
    """ "the same period of 2016", "the same month last year"."""
    unit = match["unit"].lower()
    period = _before(reading, match.start(), unit) if unit in ("month", "quarter") else _before(reading, match.start())
    if unit == "quarter" and (run := _before(reading, match.start(), "quarter", "multi")) and len(run.months()) == 3:
        period = run  # "the July-September quarter"
    if period is None or period.start is None:
        return None
    if match["year"] and (match["fiscal"] or match["second"]):
        begins = FISCAL_STARTS[reading.fiscal_calendar() or ("IN" if match["second"] else "US")]
        ends = period.start.year + (period.start.month >= begins)
        return _context(period.shifted_years(int(match["year"]) + (bool(match["second"]) or reading.fiscal_calendar() == "JP") - ends))
    if match["year"]:
        return _context(period.shifted_years(int(match["year"]) - period.start.year))
    if (match["which"] or "").lower() == "last year" and reading.published:
        return _context(period.shifted_years(reading.published.year - 1 - period.start.year))
    if match["which"] is None and unit in _STRETCHES and _GONE_THROUGH.fullmatch(reading.clause_before(match.start())):
        return _context(period)  # "imports over the same period": the one just named
    return _context(period.shifted_years(-1))


def _that_stretch(match: re.Match[str], reading: Reading) -> Found:
    """ "over that period": the one just named."""
    through = _GONE_THROUGH.fullmatch(reading.clause_before(match.start()))
    period = reading.period_before(match.start()) if through else None
    return period and _context(period)


def _context(period: Period) -> Period:
    return replace(period, anchor="context")


RULES = (
    Rule(
        r"(?:(?<=\b[Ff]or\s)|(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s)|(?<=\b[Oo]ver\s)|(?<=\b[Ii]n\sall\sof\s)|(?<=\bend\s)|(?<=\bended\s))"
        r"the\s(?P<unit>month|quarter|year|(?:fiscal|financial)\syear)\b(?=\s*[,.;)]|\s(?:as\sa\swhole|to\s(?!\w+\s\d)|from|while|and|with|at|just|nearly|about|above|below|near|close|more|well|over|under|up|down|a|an|some|the(?=\s\w*\s?(?:deficit|surplus|gap|shortfall|balance|country))|exports|imports)\b)(?!\sto\s(?:the\send|[A-Z]))",
        _the,
        begins="t",
    ),
    Rule(
        rf"(?<=\s)the\s(?P<n>{NUMBER})\syears\b(?!\s(?:before|after|since|of|to|through|ended|ending|earlier|ago|later|that|in))",
        _the_years,
        begins="t",
    ),
    Rule(
        r"(?i:(?:that\s(?:same\s)?|the\ssame\s(?!month))(?P<unit>year|month)|the\s(?:following|ensuing|subsequent)\s(?P<unit2>year|month|quarter)"
        rf"|(?P<n>an?|{NUMBER})\s(?P<unit3>years?|months?|quarters?)\s(?:later|afterwards?|on(?=,)))\b(?!-|\s(?:than|this|next|in)\b)",
        _that,
        begins="aefnost0123456789",
    ),
    Rule(
        r"(?i:(?:the\s)?(?:same|corresponding|comparable|equivalent|year-ago|year-earlier)\s(?P<unit>period|month|(?:\w+\s)?months|quarter|time|half|stretch|week|span)"
        rf"(?:\s(?:(?:of|in)\s)?(?:(?P<fiscal>(?:fiscal|financial)\s(?:year\s)?)?(?P<year>{YEAR})(?:[-–/](?P<second>\d\d)(?!\d))?|(?P<which>last\syear|a\syear\s(?:ago|earlier|before)|one\syear\searlier|the\s(?:previous|prior|preceding)\syear|the\syear\sbefore)))?)\b",
        _same,
        begins="cesty",
    ),
    Rule(r"(?i:that\s(?:same\s)?period)\b", _that_stretch, begins="t"),
    Rule(rf"(?i:(?P<n>an?|{NUMBER})\s(?P<unit>years?|months?|decades?)\sago)\b", _ago, begins="aefnost0123456789"),
    Rule(
        r"(?i:(?:a|one)\s(?P<unit>year|month|quarter)\s(?:earlier|before|previously|prior)|the\s(?P<unit2>year|month|quarter)\s(?:before|earlier)"
        r"|(?:the\s)?(?:previous|prior|preceding)\s(?:calendar\s)?(?P<unit3>year|month|quarter))\b(?!\s(?:the|it|he|they|its|a|we|covid\S*)\b)(?!(?-i:\s[A-Z]\w+\s(?:\w+ed|was|were|took|came|had|began)\b))(?!['’]s\s(?:day))",
        _earlier,
        begins="aopt",
    ),
    Rule(
        rf"(?i:(?P<n>{NUMBER})\syears\s(?:earlier|before(?!\s(?:the|it|he|they|its|a)\b)|previously))\b",
        _years_earlier,
        begins="efnost0123456789",
    ),
    Rule(
        r"(?i:(?P<which>last|this|next|the\scurrent|current)\s(?P<unit>(?:calendar\s)?year|month|week|(?:fiscal|financial)\syear))\b(?!-)",
        _calendar,
        begins="clnt",
    ),
)
