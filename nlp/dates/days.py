"""Single days and runs of days: "Dec. 3-5", "3 May 2017", "2017-05-12", weekdays, "yesterday", "in 90 days", "the end of August"."""

import re
from datetime import date, timedelta

from nlp.dates.reading import CLAUSE, Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import MONTH, NUMBER, WEEKDAY, YEAR, month_number, small_number, weekday_number
from tradeclaims.values import Period
from tradeclaims.values.period import Anchor, month_end

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_SUFFIX = r"(?:st|nd|rd|th)?"
_AND = re.compile(r"\band\b")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?\Z")
_SHARED_YEAR = re.compile(rf"\s(?:and|or)\s(?:on\s)?(?P<month>{MONTH})\s{_DAY}{_SUFFIX},?\s(?P<year>{YEAR})")
"""A second day behind, whose year serves for both: "March 5 and April 9, 2018"."""
_FAR = 45
"""Days by which the nearest date must lie on the wrong side before the tense of the sentence moves it by a year."""


def in_nearest_year(reading: Reading, start: int, month: int, day: int) -> date | None:
    """A day named without a year: the one nearest to publication, or on the side that the tense asks for. None without publication date."""
    published = reading.published
    if published is None:
        return None
    options = [d for y in (-1, 0, 1) if (d := _day(published.year + y, month, day))]
    if not options:
        return None
    nearest = min(options, key=lambda d: abs((d - published).days))
    tense, away = reading.tense(start), (nearest - published).days
    if tense is None and _day_to_come(reading, start):
        tense = "future"
    if tense == "future" and away < -_FAR:
        return min((d for d in options if d >= published), default=nearest)
    if tense == "past" and away > _FAR:
        return max((d for d in options if d <= published), default=nearest)
    return nearest


def _day_to_come(reading: Reading, start: int) -> bool:
    """Whether the date read just before, in the same clause, is a day still to come: "on May 23-24, their leaders on Nov. 18"."""
    before = reading.last_before(start)
    if before is None or before.period is None or before.period.start is None or reading.published is None:
        return False
    near = start - before.span.end < 90 and not CLAUSE.search(reading.text[before.span.end : start])
    return near and before.period.freq in ("day", "multi") and before.period.start > reading.published


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= month_end(year, month).day else None


def _month_day(match: re.Match[str], reading: Reading) -> Found:
    month, first = month_number(match["month"]), int(match["day"])
    year = match["year"]
    if (
        match["month2"]
        and _AND.search(reading.text[match.end("day") : match.start("month2")])
        and not _BETWEEN.search(reading.text[: match.start()][-12:])
    ):
        return None  # "July 6 and Aug. 23" are two days
    if not year and (follows := _SHARED_YEAR.match(reading.text, match.end())):
        year = str(int(follows["year"]) - (month > month_number(follows["month"])))
    start = _day(int(year), month, first) if year else in_nearest_year(reading, match.start(), month, first)
    if start is None:
        return None
    end: date | None = start
    if match["day2"]:
        month2 = month_number(match["month2"]) if match["month2"] else month
        end = _day(start.year + (month2 < month), month2, int(match["day2"]))
    if end is None or end < start:
        return None
    anchor: Anchor = "explicit" if year else "publication"
    return Period(start=start, end=end, freq="day" if start == end else "multi", anchor=anchor)


def _numeric(match: re.Match[str], reading: Reading) -> Found:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    day = _day(year, first, second) or _day(year, second, first)
    return Period(start=day, end=day, freq="day") if day else None


def _iso(match: re.Match[str], reading: Reading) -> Found:
    day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Period(start=day, end=day, freq="day") if day else None


def _year_month(match: re.Match[str], reading: Reading) -> Found:
    """ "2018-06" in tables; "2003-06" may as well be a run of years and is left."""
    year, month = int(match["y"]), int(match["m"])
    return Period.month(year, month) if 1 <= month <= 12 and month <= year % 100 else None


def _numbered(match: re.Match[str], reading: Reading) -> Found:
    """ "30-Jun-2018" in tables."""
    day = _day(int(match["y"]), month_number(match["month"]), int(match["d"]))
    return Period(start=day, end=day, freq="day") if day else None


def _on(day: date) -> Period:
    return Period(start=day, end=day, freq="day", anchor="publication")


def _weekday(match: re.Match[str], reading: Reading) -> Found:
    """The last such day on or before publication; "next Monday", or one that is still to come, is the first one after."""
    if reading.published is None:
        return None
    published, wanted = reading.published, weekday_number(match["weekday"])
    lead = (match["lead"] or "").lower()
    back = (published.weekday() - wanted) % 7
    coming = lead in ("next", "this coming", "coming") or (not lead and reading.tense(match.start()) == "future")
    if coming:
        ahead = (wanted - published.weekday()) % 7
        return _on(published + timedelta(days=ahead if ahead or not lead else 7))
    if lead in ("last", "this past") and back == 0:
        back = 7
    return _on(published - timedelta(days=back))


def _named_day(match: re.Match[str], reading: Reading) -> Found:
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}[match["named"].lower()]
    return _on(reading.published + timedelta(days=shift)) if reading.published else None


def _distance(match: re.Match[str], reading: Reading) -> Found:
    """ "in 90 days", "15 days ago": counted from publication."""
    if reading.published is None:
        return None
    days = (1 if match["n"].lower() in ("a", "an") else small_number(match["n"])) * (7 if match["unit"].lower().startswith("week") else 1)
    return _on(reading.published + timedelta(days=-days if match["ago"] else days))


def _edge(match: re.Match[str], reading: Reading) -> Found:
    """ "the end of August", "the start of 2018", "year-end"."""
    first = match["edge"].lower() in ("start", "beginning")
    year = int(match["year"]) if match["year"] else None
    if match["month"]:
        month = month_number(match["month"])
        if year is None:
            day = in_nearest_year(reading, match.start(), month, 15)
            if day is None:
                return None
            year, anchored = day.year, False
        else:
            anchored = True
        edge = date(year, month, 1) if first else month_end(year, month)
        return Period(start=edge, end=edge, freq="day", anchor="explicit" if anchored else "publication")
    if year is None:
        if reading.published is None:
            return None
        which = (match["which"] or "").lower()
        year = reading.published.year + {"last": -1, "next": 1}.get(which.split()[0] if which else "", 0)
        edge = date(year, 1, 1) if first else date(year, 12, 31)
        return _on(edge)
    edge = date(year, 1, 1) if first else date(year, 12, 31)
    return Period(start=edge, end=edge, freq="day")


RULES = (
    Rule(r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])", _iso, begins="12"),
    Rule(r"(?P<y>(?:19|20)\d\d)/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?![\d/])", _iso, begins="12"),
    Rule(r"(?P<d>[0-3]\d)\.(?P<m>[01]\d)\.(?P<y>(?:19|20)\d\d)(?![\d.]\d)", _iso, begins="0123"),
    Rule(r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)(?![\w-]|[.,]\d)", _year_month, begins="12"),
    Rule(rf"(?P<d>{_DAY})-(?P<month>{MONTH})-(?P<y>{YEAR})", _numbered, begins="0123456789"),
    Rule(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)?\d\d)(?![\d/])", _numeric, begins="0123456789"),
    Rule(
        rf"(?:{WEEKDAY},?\s(?:the\s)?)?(?P<month>{MONTH})\s(?P<day>{_DAY}){_SUFFIX}"
        rf"(?:\s?(?:[-–—]|to|and|through)\s?(?:(?P<month2>{MONTH})\s)?(?P<day2>{_DAY}){_SUFFIX}(?![,.]\d|\w|\s(?:percent|million|billion)))?(?!,\d{{3}}|\.\d|%|\w|\s(?:percent|million|billion))(?:,?\s(?P<year>{YEAR}))?",
        _month_day,
        begins="adfjmnostw",
    ),
    Rule(
        rf"(?:{WEEKDAY},?\s(?:the\s)?)?(?P<month>{MONTH})\s(?P<day>{_DAY}){_SUFFIX}(?P<day2>(?!))?(?P<month2>(?!))?(?P<year>(?!))?(?=\sand\s{MONTH}\s\d)",
        _month_day,
        begins="adfjmnostw",
    ),
    Rule(
        rf"(?:{WEEKDAY},?\s(?:the\s)?)?(?P<day>{_DAY}){_SUFFIX}(?:\s?(?:[-–—]|to|and)\s?(?P<day2>{_DAY}){_SUFFIX})?\s(?:of\s)?(?P<month>{MONTH})(?P<month2>(?!))?(?:,?\s(?P<year>{YEAR}))?",
        _month_day,
        begins="fmstw0123456789",
    ),
    Rule(
        rf"(?:(?P<lead>(?i:this\scoming|this\spast|next|last|this|coming))\s)?(?P<weekday>{WEEKDAY})(?!\s(?:Night\sFootball|Review|Times|Telegraph|Herald|Post|Mail))(?!\w)",
        _weekday,
        begins="cflmnstw",
    ),
    Rule(r"(?i:(?P<named>today|yesterday|tomorrow|tonight))\b", _named_day, begins="ty"),
    Rule(
        rf"(?i:in\s(?P<n>{NUMBER})\s(?P<unit>days|weeks)(?P<ago>(?!))?)\b(?!['’])(?=[^.;]*?)",
        lambda m, r: None if _looks_back(m, r) else _distance(m, r),
        begins="i",
    ),
    Rule(rf"(?i:(?P<n>a|{NUMBER})\s(?P<unit>days?|weeks?)\s(?P<ago>ago|earlier(?=\s*today)))\b", _distance, begins="aefnost0123456789"),
    Rule(
        rf"(?:[Tt]he\s)?(?P<edge>[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose)\sof\s(?:(?P<month>{MONTH})(?:\s(?:of\s)?(?P<year>{YEAR}))?)(?P<which>(?!))?",
        _edge,
        begins="bcest",
    ),
    Rule(
        rf"(?:[Tt]he\s)?(?P<edge>[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose)\sof\s(?:(?P<year>{YEAR})|(?P<which>(?:the|this|last|next)\s(?:calendar\s)?year)\b)(?P<month>(?!))?",
        _edge,
        begins="bcest",
    ),
    Rule(r"(?P<edge>(?<!the\s)[Yy]ear[-\s]end)\b(?:\s(?P<year>(?:19|20)\d\d))?(?P<month>(?!))?(?P<which>(?!))?", _edge, begins="y"),
)

_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|\d+(?:rd|th)|\w+est|worst|best|most|least|record)\b(?:\W+\w+){0,4}\W+\Z",
    re.I,
)


def _looks_back(match: re.Match[str], reading: Reading) -> bool:
    """ "the biggest gap in 30 days", "the third trade in eight days" look back over a stretch; they name no day."""
    return _SUPERLATIVE.search(reading.clause_before(match.start())) is not None
