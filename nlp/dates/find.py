"""The pass over a text: where a date can begin, the rules are tried in order, and the first that makes sense of the words wins."""

import re
from dataclasses import replace
from datetime import date

from nlp.dates import days, months, pacts, parts, relative, rolling, years
from nlp.dates.reading import Reading
from tradeclaims.records import Mention
from tradeclaims.values import Period, Span

# The order is from long forms to short ones: "the year ended June 2017" before "June 2017" before "2017".
RULES = (
    *pacts.RULES,
    *rolling.RULES,
    *parts.RULES,
    *years.RULES[:6],
    *months.RULES[:2],
    *days.RULES,
    *years.RULES[6:-1],
    *relative.RULES,
    *months.RULES[2:],
    *years.RULES[-1:],
)

_RULES_BY_CHARACTER = {character: tuple(rule for rule in RULES if character in rule.begins) for rule in RULES for character in rule.begins}

_BEGINNING = re.compile(
    r"(?<![\w$€£¥₩#])(?<!\d[-.,:/–])(?:[1-4]?\d?\d\d(?!\d)|\d{1,2}(?=[\s/a-z–-]|\.\d\d?\.(?:19|20)\d\d)|[1-4][QH]|['’]\d0s|[QH][1-4]|[A-Z-]{4,}['’]s\sfirst|"
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|yesterday|tomorrow|tonight|in\s\w+\s(?:days|weeks)|the\s|a\s|an\s|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|end|start|beginning|close|year|quarter|half|first|second|third|fourth|"
    r"1st|2nd|3rd|4th|final|latter|last|this|next|past|previous|prior|preceding|same|corresponding|comparable|equivalent|current|coming|that\s(?:same\s)?(?:year|month|period)|opening|closing|latest|YE\s|YTD|FY|"
    r"fiscal|financial|marketing|so\s|thus|since|between|from|through))"
)
_THE = re.compile(
    r"(?:the\s(?:pact|agreement|deal|accord|trade|free|FTA|first|following|ensuing|subsequent|[A-Z]{4}|year|quarter|half|fiscal|financial|marketing|past|last|latest|previous|prior|preceding|month|same|corresponding|comparable|equivalent|year-ago|end|start|"
    r"beginning|close|current|YTD|\d\d?\s|twelve|two|four|five|six|seven|eight|nine|ten|eleven|three)|an?\s(?:year|month|quarter|decade|week|day)\s?)",
    re.I,
)


def find_dates(text: str, published: date | None) -> list[Mention]:
    """Every date of `text` in text order, none overlapping, each with the interval it means.

    Relative ones ("last year", a bare "March", "Thursday") are counted from `published`; without it they are left out. Words that stand for no
    certain interval ("in two years", "mid-June", "the fifth year") and numbers of laws and dockets are no dates.
    """
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    reading = Reading(text=plain, published=published)
    position = 0
    while match := _BEGINNING.search(plain, position):
        start = match.start()
        if match[0].lower() in ("the ", "a ", "an ") and not _THE.match(plain, start):
            position = start + 2
            continue
        found = _try_rules(reading, start)
        if found is None:
            position = match.end() if match.end() > start else start + 1
            continue
        end, period = found
        span = Span.of(text, start, end)
        reading.found.append(Mention(kind="date", span=span, period=replace(period, raw=span.quote)))
        position = end
    return reading.found


def _try_rules(reading: Reading, start: int) -> tuple[int, Period] | None:
    for rule in _RULES_BY_CHARACTER.get(reading.text[start].lower(), ()):
        if (match := rule.pattern.match(reading.text, start)) and match.end() > start and (period := rule.build(match, reading)):
            return match.end(), period
    return None
