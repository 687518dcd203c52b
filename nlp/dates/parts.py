"""Parts of a year: quarters, halves, "first five months of 2019", the last months of a year, the first days of a month."""

import re
from datetime import date, timedelta

from nlp.dates.months import recent_year
from nlp.dates.reading import Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import FISCAL_STARTS, MONTH, NUMBER, ORDINAL, YEAR, month_number, ordinal_number, small_number
from tradeclaims.values import Period
from tradeclaims.values.period import Anchor, Freq, add_months, month_end

OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?(?P<year>{YEAR})|\s(?i:of|in)\s(?i:(?P<which>this|last|next|the|the\scurrent|the\sprevious)\s(?:calendar\s)?year)(?!['’]s)|\s(?P<which2>(?i:this|last|next))\s(?i:year))?"
_SHARED_YEAR = re.compile(
    rf"(?:,\s|\s(?:and|or|to|through)\s|\s?[-–]\s?)(?:the\s)?(?:{ORDINAL}[\s-](?:quarters?|half|halves)|[QH][1-4])(?:,?\s(?:of\s|in\s)?)(?P<year>{YEAR})"
)
"""A second part behind, whose year serves for both: "Q2 and Q3 2017"."""
_BY = re.compile(r"\b(?:by|until|till|before)\s(?:the\s)?(?:(?:end|close|start)\sof\s)?(?:the\s)?\Z", re.I)
_BEFORE_YEAR = rf"(?:(?P<year0>{YEAR})(?:['’]s)?|(?P<which0>(?i:last|this))\s(?i:year['’]s))\s"


_OF_FISCAL = (
    r"\s(?i:of|in)\s(?:(?i:fiscal(?:\syear)?|financial\syear|FY)[\s-]?(?P<year>(?:19|20)\d\d)(?:[-–/](?P<second>(?:20)?\d\d)(?!\d))?"
    r"|(?i:the\s)?(?P<year1>(?:19|20)\d\d)(?:[-–/](?P<second1>(?:20)?\d\d)(?!\d))?\s(?i:(?:fiscal|financial)\syear)"
    r"|(?P<year2>(?:19|20)\d\d)[-–/](?P<second2>\d\d)(?!\d)"
    r"|(?i:(?P<which>this|last|next|the\scurrent|the\slast|the\sprevious|the)\s(?:fiscal|financial)\syear)(?!['’]s))"
)


def year_of(match: re.Match[str], reading: Reading, *, ends: tuple[int, int] | None = None) -> tuple[int, Anchor] | None:
    """The year that goes with a part of a year, and where it came from.

    Without any word for it: the latest year in which the part was over (or had begun, as `ends` says: month, day), or the year to come where the words look ahead.
    """
    named = match.groupdict()
    if year := named.get("year") or named.get("year0"):
        return int(year), "explicit"
    published = reading.published
    if published is None:
        return None
    which = (named.get("which") or named.get("which2") or named.get("which0") or "").lower().split()
    if which and which[-1] in ("last", "previous"):
        return published.year - 1, "publication"
    if which and which[0] in ("this", "next"):
        return published.year + (which[0] == "next"), "publication"
    if which and which[-1] == "current":
        return published.year, "publication"
    if ends is None:
        return published.year, "publication"
    if follows := _SHARED_YEAR.match(reading.text, match.end()):
        return int(follows["year"]), "explicit"
    over = date(published.year, *ends) < published
    if which == ["the"] and published.month > 3:
        return published.year, "publication"  # "of the year": the running one, or early in the year the one just over
    if not over and not _BY.search(reading.text[: match.start()][-24:]) and reading.tense(match.start()) != "future":
        return published.year - 1, "publication"
    return published.year, "publication"


def _quarter(match: re.Match[str], reading: Reading) -> Found:
    quarter = int(match["number"]) if match.groupdict().get("number") else ordinal_number(match["ordinal"])
    last = month_end(2001, 3 * quarter)
    found = year_of(match, reading, ends=(last.month - 2, 1))
    if found is None:
        return None
    return Period.quarter(found[0], quarter, anchor=found[1])


def _short_quarter(match: re.Match[str], reading: Reading) -> Found:
    named = match.groupdict()
    if short := named.get("short"):
        return Period.quarter(2000 + int(short), int(match["number"]))
    return _quarter(match, reading)


def _half(match: re.Match[str], reading: Reading) -> Found:
    named = match.groupdict()
    number = named.get("number")
    anchor: Anchor
    second = number == "2" if number else (named.get("ordinal") or "").lower() in ("second", "latter", "last", "2nd", "final")
    if short := named.get("short"):
        year, anchor = 2000 + int(short), "explicit"
    else:
        found = year_of(match, reading, ends=(7, 1) if second else (1, 1))
        if found is None:
            return None
        year, anchor = found
    start, end = (date(year, 7, 1), date(year, 12, 31)) if second else (date(year, 1, 1), date(year, 6, 30))
    return Period(start=start, end=end, freq="half", anchor=anchor)


def _first_months(match: re.Match[str], reading: Reading) -> Found:
    count = small_number(match["n"]) * (3 if match["unit"].lower().startswith("quarter") else 1)
    if not 1 <= count <= 12:
        return None
    found = year_of(match, reading, ends=(month_end(2001, count).month, month_end(2001, count).day))
    if found is None:
        return None
    return Period.year_to_date(found[0], count, anchor=found[1])


def _last_months(match: re.Match[str], reading: Reading) -> Found:
    count = small_number(match["n"])
    found = year_of(match, reading, ends=(12, 31))
    if found is None or not 1 <= count <= 12:
        return None
    return Period(start=date(found[0], 13 - count, 1), end=date(found[0], 12, 31), freq="multi", anchor=found[1])


def _first_days(match: re.Match[str], reading: Reading) -> Found:
    """ "the first 20 days of March": customs services report them."""
    month, days = month_number(match["month"]), small_number(match["n"])
    year = int(match["year"]) if match["year"] else recent_year(reading, match.start(), month)
    if year is None or not 1 <= days <= 31:
        return None
    start = date(year, month, 1)
    anchor: Anchor = "explicit" if match["year"] else "publication"
    return Period(start=start, end=min(start + timedelta(days=days - 1), month_end(year, month)), freq="multi", anchor=anchor)


def _fiscal_part(match: re.Match[str], reading: Reading) -> Found:
    """ "the first 11 months of the fiscal year", "the second quarter of fiscal 2018": counted from the month in which the fiscal year begins."""
    if match["n"]:
        skip, length = 0, small_number(match["n"]) * (3 if match["unit"].lower().startswith("quarter") else 1)
    else:
        length = 6 if match["unit1"].lower() == "half" else 3
        place = 2 if match["ordinal"].lower() == "latter" else ordinal_number(match["ordinal"])
        skip = length * (place - 1)
    if not 1 <= skip + length <= 12:
        return None
    year = match["year"] or match["year1"] or match["year2"]
    second = match["second"] or match["second1"] or match["second2"]
    calendar = reading.fiscal_calendar()
    begins = FISCAL_STARTS[calendar or ("IN" if second else "US")]
    if year:
        if second and (int(year) + 1) % 100 != int(second) % 100:
            return None
        first = date(int(year) - (not second and calendar != "JP"), begins, 1)
    else:
        published = reading.published
        if published is None:
            return None
        step = {"last": -1, "previous": -1, "next": 1}.get(match["which"].lower().split()[-1], 0)
        first = date(published.year - (published.month < begins) + step, begins, 1)
        over = add_months(first, skip + length) <= published
        if match["which"].lower() == "the" and not over and reading.tense(match.start()) != "future":
            first = first.replace(year=first.year - 1)
    last = add_months(first, skip + length - 1)
    freq: Freq = "multi" if match["n"] else "half" if length == 6 else "quarter"
    return Period(
        start=add_months(first, skip), end=month_end(last.year, last.month), freq=freq, anchor="explicit" if year else "publication"
    )


def _quarter_to(match: re.Match[str], reading: Reading) -> Found:
    """ "the December quarter" is the three months that end with December."""
    month, length = month_number(match["month"]), 3 if match["unit"].lower() == "quarter" else 6
    found = year_of(match, reading, ends=(month, month_end(2001, month).day))
    if found is None:
        return None
    freq: Freq = "multi" if month % length else "half" if length == 6 else "quarter"
    return Period(start=add_months(date(found[0], month, 1), 1 - length), end=month_end(found[0], month), freq=freq, anchor=found[1])


def _this_quarter(match: re.Match[str], reading: Reading) -> Found:
    if reading.published is None:
        return None
    now = date(reading.published.year, reading.published.month - (reading.published.month - 1) % 3, 1)
    start = add_months(now, {"last": -3, "past": -3, "this": 0, "current": 0, "next": 3}[match["which"].lower()])
    return Period.quarter(start.year, (start.month + 2) // 3, anchor="publication")


RULES = (
    Rule(
        rf"(?i:first|opening)\s(?P<n>{NUMBER})\s(?P<unit>(?i:months|quarters))(?P<ordinal>(?!))?(?P<unit1>(?!))?{_OF_FISCAL}",
        _fiscal_part,
        begins="fo",
    ),
    Rule(
        rf"(?P<ordinal>(?i:{ORDINAL}|latter))[\s-](?P<unit1>(?i:quarter|half))(?P<n>(?!))?(?P<unit>(?!))?{_OF_FISCAL}",
        _fiscal_part,
        begins="flst1234",
    ),
    Rule(rf"(?P<month>{MONTH})\s(?P<unit>(?i:quarter|half))\b{OF_YEAR}", _quarter_to, begins="adfjmnos"),
    Rule(rf"(?i:first|opening)\s(?P<n>{NUMBER})\s(?P<unit>(?i:months|quarters))\b{OF_YEAR}", _first_months, begins="fo"),
    Rule(rf"(?i:last|final|closing)\s(?P<n>{NUMBER})\s(?i:months)(?=\s(?i:of|in)\s){OF_YEAR}(?<!months)", _last_months, begins="cfl"),
    Rule(rf"(?i:first)\s(?P<n>{NUMBER})\s(?i:days)\s(?i:of|in)\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?", _first_days, begins="f"),
    Rule(rf"{_BEFORE_YEAR}(?P<ordinal>(?i:{ORDINAL}))[\s-](?i:quarter)\b", _quarter, begins="lt12"),
    Rule(rf"{_BEFORE_YEAR}(?P<ordinal>(?i:first|second|latter))[\s-](?i:half)\b", _half, begins="lt12"),
    Rule(rf"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th|final))[\s-](?i:quarters?)\b{OF_YEAR}", _quarter, begins="fst1234"),
    Rule(
        rf"(?P<ordinal>(?i:first|second|third|1st|2nd|3rd))(?=(?:,\s|\s(?:and|or|to|through)\s)(?:the\s)?{ORDINAL}[\s-](?i:quarters)\b)",
        _quarter,
        begins="fst123",
    ),
    Rule(rf"(?P<ordinal>(?i:last))\s(?i:quarter)(?=\s(?i:of)\s){OF_YEAR}(?<!quarter)", _quarter, begins="l"),
    Rule(
        rf"[Qq](?P<number>[1-4])(?:\s?['’](?P<short>\d\d)\b|\b{OF_YEAR.replace(',?', '[,/-]?').replace('s(?:of', 's?(?:of', 1)})",
        _short_quarter,
        begins="q",
    ),
    Rule(r"(?P<number>[1-4])Q\s?['’]?(?:(?P<year>20\d\d)|(?P<short>\d\d))?\b", _short_quarter, begins="1234"),
    Rule(r"(?P<year>(?:19|20)\d\d)[\s-]?Q(?P<number>[1-4])\b", _short_quarter, begins="12"),
    Rule(rf"(?P<ordinal>(?i:first|second|latter|1st|2nd))[\s-](?i:half)\b(?!\s(?i:dozen|century)){OF_YEAR}", _half, begins="fls12"),
    Rule(rf"[Hh](?P<number>[12])(?:[\s/-](?P<year>{YEAR})|\s?['’]?(?P<short>\d\d)\b)", _half, begins="h"),
    Rule(r"(?P<number>[12])H\s?(?:(?P<year>20\d\d)|['’]?(?P<short>\d\d))\b", _half, begins="12"),
    Rule(r"(?P<which>(?i:last|this|next|past|current))\s(?i:quarter)\b(?!\s(?i:of|century|hour))", _this_quarter, begins="clnpt"),
)
