"""Numbers that are no quantities: years, dates, times of day, durations, articles of law, dockets, telephone numbers, list marks."""

import re

from nlp.quantities.numerals import Numeral

MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_NUMBERED = (
    r"sections?|secs?\.|subsection|§+|articles?|arts?\.|chapters?|ch\.|titles?|parts?|rules?|annex(?:es)?|appendix|schedule|tables?|figures?|fig\.|"
    r"exhibit|pages?|pp?\.|paragraphs?|paras?\.|items?|lines?|notes?|footnotes?|(?:sub)?headings?|hts|htsus|naics|sitc|hs|docket|nos?\.|number|order|"
    r"proclamation|resolution|law|pub\. l\.|p\.l\.|h\.r\.|h\. ?r\.|s\.|bill|case|form|room|suite|flight|route|interstate|highway|boeing|airbus|phase|"
    r"stage|round|version|vol\.|volume|issue|level|tier|group of|gang of|tel\.?:?|fax:?|phone:?|call|dc|d\.c\.|reg\.|c\.f\.r\.|cfr|u\.s\.c\.|usc|list|"
    r"step|unit|channel|covid|apollo|windows|iphone|formula|class|grade|gate|box|zip|isbn|id|big|top secret|mark|clause|amendment|protocol|recital"
)
_NUMBERED_BEFORE = re.compile(rf"(?:(?<![\w.])(?:{_NUMBERED})\s?(?:\(|[A-Z]-|#)?|#|@)\Z", re.I)
_DATE_BEFORE = re.compile(
    rf"(?:\b{MONTHS}\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–]|to|and|through|or)\s?)?|\b\d{{4}}\s?[-–/]\s?|\b(?:FY|Q|H)\s?)\Z"
)
_DAY_AFTER = re.compile(rf"(?:\s?[-–]\s?\d{{1,2}})?(?:\sof)?\s{MONTHS}\b")
_DURATION = re.compile(
    r"(?:[\s-](?:(?:to|or|and)[\s-]\w+[\s-])?(?:(?:consecutive|straight|successive|full|more|calendar|fiscal|business|working|additional|short|long)\s)?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies)|fortnights?)\b)",
    re.I,
)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\.?(?![a-z])|o'clock|GMT|ET\b|EST\b|EDT\b|UTC\b)", re.I)
_CITATION = re.compile(r"\s(?:U\.?S\.?C|C\.?F\.?R|Fed\.? ?Reg|Stat\.|F\.[23]d|FR\s\d)")
_NOISE = re.compile(
    r"https?:|www\.|@|\d:\d\d|^\(?[A-Z][A-Za-z]{0,8}\d*-\d|\d{1,4}[-/]\d{1,2}[-/]\d{2,4}|\d{3}[-.]\d{3}[-.]\d{4}|^\d{3}-\d{4}\b|\d+\.\d+\.\d+|\d-\d+-\d|^\d{5}-\d{4}$"
    r"|^[A-Za-z]+\d*\.(?:com|org|gov)|\d{8,}(?![\d.,])(?<!0{3})|\d/\d{2,}"
)
_AREA_CODE = re.compile(r"\)\s?\d{3}-\d{4}")
_LIST_MARK = re.compile(r"[.)]\s")
_YEAR_TAIL = re.compile(r"['’]?s\b")


def is_citation(text: str, numeral: Numeral) -> bool:
    """True for a number that can never carry a unit: a section, a docket, part of an address, a telephone number or a full date."""
    start, end = numeral.start, numeral.end
    before = text[max(0, start - 22) : start]
    if _NUMBERED_BEFORE.search(before) or _CITATION.match(text, end) or _AREA_CODE.match(text, end):
        return True
    if numeral.spelled:
        return False
    first = start
    while first > 0 and not text[first - 1].isspace() and start - first < 60:
        first -= 1
    last = end
    while last < len(text) and not text[last].isspace() and last - end < 60:
        last += 1
    return _NOISE.search(text[first:last].strip("()[],;\"'")) is not None


def is_bare_non_quantity(text: str, numeral: Numeral) -> bool:
    """True for a number without unit that is a year, a day, a time, a duration, a list mark or part of a compound word."""
    start, end = numeral.start, numeral.end
    after = text[end : end + 1]
    if after.isalpha() or (after == "-" and text[end + 1 : end + 2].isalpha()) or (after == "." and text[end + 1 : end + 2].isdigit()):
        return True
    if after == "/" or (start and text[start - 1] in "/:"):
        return True
    if _DURATION.match(text, end) or _CLOCK.match(text, end):
        return True
    if start > 1 and text[start - 1] in "-–" and text[start - 2].isalpha():
        return True
    if numeral.spelled:
        return False
    before = text[max(0, start - 24) : start]
    if _DATE_BEFORE.search(before) or (numeral.value <= 31 and _DAY_AFTER.match(text, end)):
        return True
    if numeral.place == 1 and not numeral.grouped and end - start == 4 and 1500 <= numeral.value < 2101:
        return True
    if start and text[start - 1] in "'’" and end - start == 2:
        return True
    if _YEAR_TAIL.match(text, end):
        return True
    return _is_mark(text, start, end)


def _is_mark(text: str, start: int, end: int) -> bool:
    """ "1. The", "(1)", "[12]": marks of lists and notes."""
    if end - start > 2:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("(", "[") and after in (")", "]"):
        return True
    line_start = start == 0 or before == "\n"
    return line_start and _LIST_MARK.match(text, end) is not None
