"""Months: "March 2017", bare "March", "last March", and runs of months: "January to May", "June 2016-May 2017", "through May"."""

import re
from datetime import date

from nlp.dates.reading import Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import FISCAL_STARTS, MONTH, YEAR, month_number
from tradeclaims.values import Period
from tradeclaims.values.period import Anchor, month_end

_MODAL_MONTH = re.compile(
    r"(?:\b(?i:in|by|since|of|for|from|to|through|until|till|last|this|next|during|before|after|late|early|between|ending|ended|and|or|the|than|with|over|previous|versus|vs\.|"
    r"around|past|ahead\sof|a|its|both|while|when|as|against|every)\s|[-–(,/]\s?|[.;:?!]['’”]?\s|^|\n|\|\s?)\Z"
)
_MONTH_NOUN = re.compile(
    r"(?:['’]s)?\s(?:(?:[a-z-]+\s){1,3}(?:exports?|imports?|shipments?|deficit|surplus)\b(?!\s(?:to|from)\s(?:be|become)\b)|exports?|imports?|deficits?|surplus(?:es)?|gap|shortfall|trade|figures?|data|report|total|shipments?|numbers?|reading|sales|meeting|hearing|summit|"
    r"of|to|through|was|saw|is|figure|level|increase|decline|drop|rise|gain|EXPORTS|IMPORTS|TRADE|DEFICIT|GAP|SURPLUS)\b|['’]s\b|[-–]|\s?[,.;:)]|\s?\Z"
)
_YEAR_WORD = r"(?i:(?P<which>this|last|next)\syear)(?!['’]s)"
_YEAR_BACK = r"(?P<back>(?i:the\s(?:previous|prior|preceding)\syear|the\syear\s(?:before|earlier)))\b"
"""Of the year before: "in June of the previous year"."""

_SHARED_YEAR = re.compile(
    rf"(?:(?:,\s|\s(?:and|or)\s|,\sand\s){MONTH})*(?:,\s|\s(?:and|or)\s|,\sand\s)(?P<month>{MONTH})(?:,?\s(?:of\s)?)(?P<year>{YEAR})(?![-–]\d|,\d|%)"
)
"""Further months behind, whose year serves for all: "April and May 2017"."""
_DELIVERY = re.compile(rf"{MONTH}\s(?:delivery|contracts?|futures|settlement|loading|expiry)\b")
_TRADE = re.compile(
    rf"{MONTH}(?:['’]s)?\s(?:trade|deficit|surplus|gap|shortfall|exports|imports|shipments)\b(?!\s(?:talks|meeting|round|summit|mission))"
)
_REPORTED = re.compile(rf"{MONTH}(?:['’]s)?\s(?:trade\s|export\s|import\s)?(?:figures|data|numbers|statistics|report|reading)\b")


def recent_year(reading: Reading, start: int, month: int) -> int | None:
    """Year of a month named without one: the latest such month, or the next (or nearest) one where the words look ahead."""
    published = reading.published
    if published is None:
        return None
    if _DELIVERY.match(reading.text, start):
        return published.year + (month < published.month)
    if _TRADE.match(reading.text, start) and (published.month - month) % 12 <= 3:
        return published.year - (month > published.month)  # "will report July trade"
    # "the July figures are due out": the figures are to come, their month is over.
    tense = "past" if _REPORTED.match(reading.text, start) else reading.tense(start)
    if tense == "future" or (tense == "near" and (month - published.month) % 12 < 6):
        return published.year + (month < published.month)
    return published.year - (month > published.month)


def _is_month(match: re.Match[str], reading: Reading) -> bool:
    """May and March are words too, and short forms without a full stop may be names."""
    name, text, end = match["month"], reading.text, match.end("month")
    before = text[max(0, match.start("month") - 12) : match.start("month")]
    if before.lower().endswith("mid-"):
        return False  # stands for no certain interval
    if name.lower() in ("may", "march"):
        if text[end : end + 5].lstrip()[:4].isdigit() or match["lead"] or match["short"]:
            return True
        if name.lower() == "march" and name != "MARCH":
            return re.match(r"\s(?:on\s[A-Z]|Madness|against|for\s[A-Z]|toward)", text[end : end + 14]) is None
        known = _MODAL_MONTH.search(before)
        if known and (known[0].strip().lower() in ("", ",", "the", "a", "and", "or") or known[0].strip()[0] in ".;:?!"):
            return _MONTH_NOUN.match(text, end) is not None
        return known is not None
    if len(name) <= 4 and not name.endswith(".") and name.lower() not in ("june", "july", "sept"):
        return re.match(r"\s[A-Z]?[a-z]*[A-Z][a-z]", text[end : end + 8]) is None
    return True


def _month(match: re.Match[str], reading: Reading) -> Found:
    if not _is_month(match, reading):
        return None
    month = month_number(match["month"])
    if match["year"]:
        return Period.month(int(match["year"]), month)
    if match["short"]:
        return Period.month((1900 if match["short"] > "60" else 2000) + int(match["short"]), month)
    published = reading.published
    if published is None:
        return None
    if match["back"]:
        return Period.month((recent_year(reading, match.start(), month) or published.year) - 1, month, anchor="context")
    if match["which"]:
        return Period.month(published.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()], month, anchor="publication")
    lead = (match["lead"] or "").lower()
    if not lead and (follows := _SHARED_YEAR.match(reading.text, match.end())):
        return Period.month(int(follows["year"]) - (month > month_number(follows["month"])), month)
    if lead == "last":
        year = published.year - (month >= published.month)
    elif lead == "next":
        year = published.year + (month <= published.month)
    elif lead == "this":
        year = published.year
    else:
        year = recent_year(reading, match.start(), month) or published.year
    return Period.month(year, month, anchor="publication")


def _run(match: re.Match[str], reading: Reading) -> Found:
    """A run of months; January to a month is year-to-date, twelve months a rolling year."""
    first, last = month_number(match["month"]), month_number(match["month2"])
    between = (match["lead"] or "").strip().lower() == "between"
    if (match["joint"].strip().lower() == "and") != between:
        return None
    year = match["year2"] or match["year"]
    anchor: Anchor = "explicit" if year else "publication"
    if match["double"] and (int(match["double"]) == (int(year) + 1) % 100) and (calendar := reading.fiscal_calendar()):
        end_year = int(year) + (last < FISCAL_STARTS[calendar])  # "the April-June quarter of 2019-20"
    elif match["which"]:
        if reading.published is None:
            return None
        end_year = reading.published.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    elif year:
        end_year = int(year) + (0 if match["year2"] or first <= last else 1)
    else:
        recent = recent_year(reading, match.start(), last)
        if recent is None:
            return None
        end_year = recent
    start_year = int(match["year"]) if match["year"] else end_year - (first > last)
    start, end = date(start_year, first, 1), month_end(end_year, last)
    if start > end:
        return None
    length = (end_year - start_year) * 12 + last - first + 1
    ends = between or (length == 2 and match["joint"].strip().lower() == "to" and first != 1)
    if ends and reading.run_of_change(match.start(), match.end()):
        return None  # "changes from March to April": two dates
    if length == 12:
        return Period(start=start, end=end, freq="year" if first == 1 else "12m", anchor=anchor)
    return Period(start=start, end=end, freq="ytd" if first == 1 and length < 12 else "multi", anchor=anchor)


def _through(match: re.Match[str], reading: Reading) -> Found:
    """ "through May": January to May of the year."""
    month = month_number(match["month"])
    if match["year"]:
        return Period.year_to_date(int(match["year"]), month)
    if reading.published is None or reading.tense(match.start()) == "future":
        return None
    year = recent_year(reading, match.start(), month)
    return (year and Period.year_to_date(year, month, anchor="publication")) or None


RULES = (
    Rule(
        rf"(?:(?P<lead>(?i:between|from(?!\s\S{{3,9}}\s?[-–—/]))\s))?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?(?P<joint>\s?[-–—/]\s?|-(?i:to|through)-|\s(?i:to|through|until|and)\s(?:the\send\sof\s)?)"
        rf"(?P<month2>{MONTH})(?!\s\d{{1,2}}\b(?!,?\s?(?:19|20)\d\d))(?:\s(?i:quarter|period|half|stretch))?"
        rf"(?:,?\s(?i:of\s|in\s)?(?:(?P<year2>{YEAR})(?:[-–/](?P<double>\d\d)(?!\d))?|{_YEAR_WORD}))?",
        _run,
        begins="abdfjmnos",
    ),
    Rule(rf"(?i:through(?:\sthe\send\sof)?)\s(?P<month>{MONTH})(?!\s\d{{1,2}}\b)(?:,?\s(?:of\s)?(?P<year>{YEAR}))?", _through, begins="t"),
    Rule(
        rf"(?:(?P<lead>(?i:last|this|next))\s)?(?P<month>{MONTH})(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|{_YEAR_WORD}|{_YEAR_BACK})|\s?['’](?P<short>\d\d)(?![\d-]))?(?!['’]\d\d)",
        _month,
        begins="adfjlmnost",
    ),
)
