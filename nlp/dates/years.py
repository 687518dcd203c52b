"""Years, decades, fiscal years and runs of years: "2016", "1990s", "fiscal 2017", "2016-17", "between 2011 and 2016", "since 2011"."""

import re
from datetime import date

from nlp.dates.days import in_nearest_year
from nlp.dates.months import recent_year
from nlp.dates.reading import Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import FISCAL_STARTS, MONTH, NUMBER, YEAR, month_number, small_number
from tradeclaims.values import Period
from tradeclaims.values.period import Anchor, add_months, month_end

_NOT_YEAR_BEFORE = re.compile(
    r"(?:\b(?:[Ss]ections?|[Ss]ecs?\.|[Aa]rticles?|[Cc]hapter|[Hh]eading|HTS|HTSUS|HS|NAICS|No\.|Nos\.|[Nn]umber|Docket|Proclamation|Order|Room|Suite|Boeing|Law|page|p\.|Resolution|"
    r"U\.S\.C\.|C\.F\.R\.|about|roughly|some|nearly|almost|least|approximately)\s|\bAct\s(?:of\s)?|[#§]\s?|[A-Z]{2,}-)\Z"
)
_NOT_YEAR_AFTER = re.compile(
    r"[-–]\d{3}|,\d{3}|\.\d|%|[A-Za-z]|-(?:[a-z]+-)?(?:year|page|mile|member|strong)|:\d"
    r"|\s(?:percent|per\scent|[mb]illion|trillion|people|jobs|workers|vehicles|cars|tons|tonnes|metric|companies|firms|pages|products|items|miles|acres|barrels|dollars|euros|"
    r"won|yen|yuan|points|units|employees|farmers|SME|square|comments|Street|Avenue)\b|\s(?:[A-Z][a-z]+\s){0,3}Act\b"
)
_SUPERLATIVE = re.compile(r"\b(?:the|its|their|his)\s(?:\w+\s)?(?:\w{2,}est|worst|best|most|least|first)\b(?:\s[\w'’-]+){0,5}\s\Z", re.I)


_OVER_BOTH = re.compile(
    r"\b(?:promis\w*|pledg\w*|commit\w*|agree[sd]?|vow\w*|plan(?:s|ned)?|target\w*|combined|cumulative\w*|together|total\sof)\b[^;]*\b(?:in|over|during|across)\s\Z",
    re.I,
)
_SUM = re.compile(r"[$€£¥₩]\s?[\d.,]+(?:\s[mbtr]+illion)?|\d\s(?:[mb]illion|trillion|tons|tonnes|metric)", re.I)
_OLD = r"1[6-8]\d\d(?!\d)"
_COUNTED = re.compile(
    r"\b(?:rose|fell|climbed|dropped|gained|slid|lost|up|down|index|points|moved|went|grew|increased|declined|cut|raised)\b", re.I
)


def fiscal_year(ends: int, begins: int, *, anchor: Anchor = "explicit") -> Period:
    """The fiscal year that ends in the calendar year `ends`, for a calendar beginning with the month `begins`."""
    start = date(ends - 1, begins, 1)
    last = add_months(start, 11)
    return Period(start=start, end=month_end(last.year, last.month), freq="fiscal_year", anchor=anchor)


def _year(match: re.Match[str], reading: Reading) -> Found:
    text, start, end = reading.text, match.start("year"), match.end("year")
    if _NOT_YEAR_BEFORE.search(text[max(0, start - 14) : start]) or _NOT_YEAR_AFTER.match(text, end):
        return None
    return Period.year(int(match["year"]))


def _old_year(match: re.Match[str], reading: Reading) -> Found:
    """ "in 1825", "from 1757 to 1842": years before 1900 only where the words leave no doubt."""
    first, last = int(match["year"]), int(match["last"] or match["year"])
    if last < first or _NOT_YEAR_AFTER.match(reading.text, match.end()) or _COUNTED.search(reading.clause_before(match.start())[-40:]):
        return None
    if match["last"]:
        return Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year")
    return Period.year(first)


def _decade(match: re.Match[str], reading: Reading) -> Found:
    first = int(match["decade"]) if match["decade"] else 1900 + int(match["short"])
    if first < 1930 and match["short"]:
        first += 100
    return Period(start=date(first, 1, 1), end=date(first + 9, 12, 31), freq="multi_year")


def _fiscal(match: re.Match[str], reading: Reading) -> Found:
    calendar = reading.fiscal_calendar(match.start() if not match["second"] else None)
    year = match["year"]
    number = int(year) if len(year) == 4 else 2000 + int(year)
    if match["second"]:
        if (number + 1) % 100 != int(match["second"]) % 100:
            return None
        # A double year without a country is India's April to March.
        return fiscal_year(number + 1, FISCAL_STARTS[calendar or "IN"])
    # Japan names its fiscal year after the calendar year in which it begins, the others after the one in which it ends.
    return fiscal_year(number + (calendar == "JP"), FISCAL_STARTS[calendar or "US"])


def _double_year(match: re.Match[str], reading: Reading) -> Found:
    """ "2016-17": a fiscal year in Indian and Australian texts, otherwise a run of years."""
    first, second = int(match["first"]), int(match["second"])
    last = second if second > 99 else first // 100 * 100 + second
    if last < first and second <= 99:
        last += 100
    if not first < last <= first + 60:
        return None
    calendar = reading.fiscal_calendar()
    if last == first + 1 and second <= 99 and calendar in ("IN", "AU"):
        period = fiscal_year(last, FISCAL_STARTS[calendar])
        return Period(start=period.start, end=period.end, freq="multi")
    return Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year")


def _both_years(match: re.Match[str], reading: Reading) -> Found:
    """ "to buy $2.9 billion in 2022 and 2023": two years with one sum, where something is promised or piled up over both."""
    first, last = int(match["first"]), int(match["last"])
    before = reading.clause_before(match.start())
    if last != first + 1 or not _OVER_BOTH.search(before) or len(_SUM.findall(before)) != 1:
        return None
    return Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year")


def _years(match: re.Match[str], reading: Reading) -> Found:
    first, last = int(match["first"]), int(match["last"])
    lead = (match["lead"] or "").lower()
    if (match["joint"].lower() == "and") != (lead == "between") or first >= last:
        return None
    if (lead or reading.clause_before(match.start()).lower().endswith("from ")) and reading.run_of_change(match.start(), match.end()):
        return None  # two dates, the ends of a change
    return Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year")


def _since(match: re.Match[str], reading: Reading) -> Found:
    """ "since 2011" runs to the last complete year, "since March 2012" to the day of publication."""
    published = reading.published
    month = month_number(match["month"]) if match["month"] else None
    year = int(match["year"]) if match["year"] else None
    if month is None and year is not None:
        if published is None:
            return Period(start=date(year, 1, 1), end=None, freq="open")
        if year < published.year:
            return Period(start=date(year, 1, 1), end=date(published.year - 1, 12, 31), freq="multi_year", anchor="context")
        return _until(date(year, 1, 1), published, "explicit")
    if month is None:
        return None
    day = int(match["day"]) if match["day"] else 1
    if year is None:
        if match["day"]:
            start = in_nearest_year(reading, match.start(), month, day)
        else:
            recent = recent_year(reading, match.start(), month)
            start = (recent and date(recent, month, 1)) or None
    else:
        start = date(year, month, min(day, month_end(year, month).day))
    if start is None:
        return None
    if not match["day"] and (end := _end_of_superlative(reading, match.start(), start)):
        return Period(start=start, end=end, freq="multi", anchor="explicit" if year else "publication")
    return _until(start, published, "explicit" if year else "publication")


def _end_of_superlative(reading: Reading, at: int, start: date) -> date | None:
    """ "February's deficit was the widest since October 2008" looks from then to the month it speaks of, the latest one named so far."""
    if not _SUPERLATIVE.search(reading.clause_before(at)):
        return None
    ends = [
        m.period.end
        for m in reading.found
        if m.period and m.period.end and m.period.freq in ("month", "quarter", "half") and m.span.end <= at
    ]
    return max((end for end in ends if end > start and (reading.published is None or end <= reading.published)), default=None)


def _until(start: date, published: date | None, anchor: Anchor) -> Found:
    if published is not None and published < start:
        return None
    return Period(start=start, end=published, freq="open", anchor=anchor)


def _past_years(match: re.Match[str], reading: Reading) -> Found:
    """ "over the past five years": the last five complete ones."""
    if reading.published is None:
        return None
    if reading.text[: match.start()].lower().endswith((" its ", " their ", " our ", " his ", " her ")):
        return None  # "the program is in its last three years"
    count = small_number(match["n"]) if match["n"] else 1
    count *= 10 if match["unit"].lower().startswith("decade") else 1
    if not 2 <= count <= 100:
        return None
    last = reading.published.year - 1
    return Period(start=date(last - count + 1, 1, 1), end=date(last, 12, 31), freq="multi_year", anchor="publication")


RULES = (
    Rule(rf"(?P<first>{YEAR})\sand\s(?P<last>{YEAR})", _both_years, begins="12"),
    Rule(rf"(?i:between)\s(?P<year>{_OLD})\sand\s(?P<last>{_OLD}|{YEAR})(?!\s[a-z]+s\b)", _old_year, begins="b"),
    Rule(rf"(?i:from)\s(?P<year>{_OLD})\s(?:to|through|until)\s(?P<last>{_OLD}|{YEAR})(?!\s[a-z]+s\b)", _old_year, begins="f"),
    Rule(
        rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\bearly\s)|(?<=\blate\s))(?P<year>{_OLD})(?P<last>(?!))?(?=[,.;:)]|\s(?!\w+s\b(?<!\swas))|\Z)",
        _old_year,
        begins="1",
    ),
    Rule(
        rf"(?i:since)\s(?:(?i:the\sstart\sof|the\sbeginning\sof|at\sleast|early|late)\s)?(?:(?P<month>{MONTH})\s?(?:(?P<day>\d{{1,2}})(?!\d),?\s?)?)?(?:(?<=\s)(?P<year>{YEAR})(?![\d-]|,\d))?",
        _since,
        begins="s",
    ),
    Rule(
        rf"(?:(?P<lead>(?i:between|from))\s)?(?P<first>{YEAR})\s(?P<joint>(?i:and|to|through|until))\s(?P<last>{YEAR})",
        _years,
        begins="bf12",
    ),
    Rule(r"(?P<year>(?:19|20)\d\d)(?:[-–/](?P<second>(?:20)?\d\d))?\s(?i:fiscal|financial)\s(?i:year)\b", _fiscal, begins="12"),
    Rule(r"(?P<first>(?:19|20)\d\d)\s?[-–—/]\s?(?P<second>(?:19|20)\d\d|\d\d)(?![\w-]|[.,]\d)", _double_year, begins="12"),
    Rule(
        r"(?i:fiscal(?:\syear)?s?|FY|financial\syear)[\s-]?(?P<year>(?:19|20)\d\d|\d\d(?=\b))(?:[-–/](?P<second>(?:20)?\d\d)(?!\d))?\b",
        _fiscal,
        begins="f",
    ),
    Rule(r"(?:(?P<decade>(?:19|20)\d0)|['’](?P<short>\d0))(?:s|(?<=\bthe\s\d{4})['’]s)\b", _decade, begins="'’12"),
    Rule(rf"(?i:the\s(?:past|last)|past|last)\s(?:(?P<n>{NUMBER})\s)?(?P<unit>(?i:years|decades?))\b", _past_years, begins="lpt"),
    Rule(rf"(?P<year>{YEAR})(?P<month>(?!))?", _year, begins="12"),
)
