"""Numbers that are no quantities: years, dates, times of day, articles of law, dockets, telephone numbers, list marks. Names are in labels.py."""

import re
from decimal import Decimal

from nlp.quantities.durations import tells_time
from nlp.quantities.numerals import Numeral

MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_NUMBERED = (
    r"sections?|secs?\.|subsection|§+|articles?|arts?\.|chapters?|ch\.|titles?|rules?|annex(?:es)?|appendix|schedule|tables?|fig\.|"
    r"exhibit|paragraphs?|paras?\.|items?|notes?|footnotes?|(?:sub)?headings?|hts|htsus|naics|sitc|hs|docket|nos?\.|number|"
    r"proclamation|pub\. l\.|p\.l\.|h\.r\.|h\. ?r\.|s\.|reg\.|c\.f\.r\.|cfr|u\.s\.c\.|usc|isbn|clause|amendment|protocol|recital|parts?"
)
_NUMBERED_BEFORE = re.compile(rf"(?:(?<![\w.])(?:{_NUMBERED})\s?(?:\(|[A-Z]-|#)?|#|@)\Z", re.I)
_NUMBERED_ENDS = frozenset("snltedpxgc.rhkm§#@(- ")
_DATE_BEFORE = re.compile(
    rf"(?:\b{MONTHS}\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–]|to|and|through|or)\s?)?|\b\d{{4}}\s?[-–/]\s?|\b(?:FY|Q|H)\s?)\Z"
)
_DAY_AFTER = re.compile(rf"(?:\s?[-–]\s?\d{{1,2}})?(?:\sof)?\s{MONTHS}\b")
_DAYS_AFTER = re.compile(rf"\s(?:and|or|to)\s\d{{1,2}}\s{MONTHS}\b")
_CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\.?(?![a-z])|o'clock|GMT|BST|CET|ET\b|EST\b|EDT\b|UTC\b|hrs\b|in\sthe\s(?:morning|evening|afternoon)\b)"
)
_CLOCK_DECIMAL = re.compile(r"\b(?:at|from|until|till|by|before|after|around)\s\Z", re.I)
_CITATION = re.compile(r"\s(?:U\.?S\.?C|C\.?F\.?R|Fed\.? ?Reg|Stat\.|F\.[23]d|FR\s\d)")
_NOISE = re.compile(
    r"https?:|www\.|@|\d:\d\d|^\(?[A-Z][A-Za-z]{0,8}\d*-\d|\d{1,4}[-/]\d{1,2}[-/]\d{2,4}|\d{3}[-.]\d{3}[-.]\d{4}|^\d{3}-\d{4}\b|\d+\.\d+\.\d+|\d-\d+-\d|^\d{5}-\d{4}$"
    r"|^[A-Za-z]+\d*\.(?:com|org|gov)|\d{8,}(?![\d.,])(?<!0{3})|\d/\d{2,}|^\d{1,2}/\d{1,2}$|^[A-Z]{1,4}\d*/"
)
_NOISY = frozenset(":/@-.w")
_AREA_CODE = re.compile(r"\)\s?\d{3}-\d{4}")
_TELEPHONE = re.compile(r"(?<![\w.,$£€])(?:\+\d{1,3}|0\d{2,4})(?:[\s-]\d{2,5}){1,4}")
_LIST_MARK = re.compile(r"[.)]\s")
_YEAR_TAIL = re.compile(r"['’]?s\b")
_YEAR_COUNTS = re.compile(
    r"\s(?:people|jobs|workers|employees|troops|soldiers|homes|houses|students|staff|civilians|residents|families|children|refugees|migrants|flights|officers|words|pages|votes|guests|fans)\b"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|until|the|its|for|before|after|during|late|early|mid|summer|winter|spring|autumn|fall|his|her|their)\s\Z",
    re.I,
)
_NOTHING = re.compile(r"(?:\s(?:tolerance|emissions?|sum|hours?|gravity|day|carbon|waste|trust|in|hero|chance|doubt)|-\w)\b", re.I)
_NOTHING_BEFORE = re.compile(r"\b(?:net|ground|year|patient|absolute|from)[\s-]\Z", re.I)
_HEDGED = re.compile(r"-(?:plus|odd)\b")
_GO_ON = re.compile(r"(?:,|,?\s(?:and|to|or|through)|\s?[-–])\s?|\s&\s")
_HUNDREDTH = Decimal("0.01")
_MINUTES = frozenset(["00", "15", "30", "45"])


def is_citation(text: str, numeral: Numeral) -> bool:
    """True for a number that can never carry a unit: a section, a docket, part of an address, a telephone number or a full date."""
    start, end = numeral.start, numeral.end
    last = text[start - 1 : start]
    if last.lower() in _NUMBERED_ENDS and _NUMBERED_BEFORE.search(text[max(0, start - 22) : start]):
        return True
    if _CITATION.match(text, end) or (text[end : end + 1] == ")" and _AREA_CODE.match(text, end)):
        return True
    if numeral.spelled:
        return False
    if (text[start] == "0" or last in ("+", "-") or (last == " " and text[start - 2 : start - 1].isdigit())) and _is_telephone(text, start):
        return True
    first = start
    while first > 0 and not text[first - 1].isspace() and start - first < 60:
        first -= 1
    last_at = end
    while last_at < len(text) and not text[last_at].isspace() and last_at - end < 60:
        last_at += 1
    token = text[first:last_at]
    if end - start < 8 and not any(sign in token for sign in _NOISY):
        return False
    return _NOISE.search(token.strip("()[],;\"'")) is not None


def goes_on(text: str, citation: Numeral, numeral: Numeral) -> bool:
    """Whether a bare number belongs to the list of codes before it: "HS 7208 to 7212", "headings 0201, 0202 and 1602"."""
    if text[citation.end : numeral.start] in ("-", "–"):
        return True  # "docket 21-1234"
    digits = citation.end - citation.start
    if numeral.spelled or digits < 3 or numeral.end - numeral.start != digits or numeral.start - citation.end > 10:
        return False
    return _GO_ON.fullmatch(text, citation.end, numeral.start) is not None


def is_bare_non_quantity(text: str, numeral: Numeral) -> bool:
    """True for a number without unit that is a year, a day, a time, a list mark or part of a compound word."""
    start, end = numeral.start, numeral.end
    after = text[end : end + 1]
    if after == "-" and _HEDGED.match(text, end):
        return False
    if start > 5 and text[start - 5 : start] == "foot-" and numeral.value < 12:
        return False  # "6-foot-3"
    if (
        after.isalpha()
        or (after == "(" and text[end + 1 : end + 2].isalpha() and text[end + 2 : end + 3] == ")")
        or (after == "-" and text[end + 1 : end + 2].isalpha())
        or (after == "." and text[end + 1 : end + 2].isdigit())
    ):
        return True
    if (after == "/" and not (start and text[start - 1] in "-–" and text[end + 1 : end + 2].isalpha())) or (
        start and text[start - 1] in "/:"
    ):
        return True  # but "$24-26/t" is an upper end with its rate
    if tells_time(text, end) or _CLOCK.match(text, end):
        return True
    if start > 1 and text[start - 1] in "-–" and text[start - 2].isalpha():
        return True
    before = text[max(0, start - 24) : start]
    if numeral.value == 50 and "50-50" in text[max(0, start - 3) : end + 3]:
        return True
    if before.endswith(("per ", "Per ")):
        return True
    if numeral.value == 0 and numeral.spelled:
        return _NOTHING.match(text, end) is not None or _NOTHING_BEFORE.search(before) is not None
    if numeral.spelled:
        return False
    if text[start] == "0" and end - start > 1 and text[start + 1].isdigit():
        return True
    if _DATE_BEFORE.search(before) or (numeral.value <= 31 and (_DAY_AFTER.match(text, end) or _DAYS_AFTER.match(text, end))):
        return True
    if is_yearlike(numeral):
        return not _YEAR_COUNTS.match(text, end) or _YEAR_BEFORE.search(before) is not None
    if start and text[start - 1] in "'’" and end - start == 2:
        return True
    if _YEAR_TAIL.match(text, end):
        return True
    if numeral.place == _HUNDREDTH and numeral.value < 24 and _CLOCK_DECIMAL.search(before) and _is_clock(text, numeral):
        return True
    return _is_mark(text, start, end)


def is_yearlike(numeral: Numeral) -> bool:
    """Four digits without separator that may be a year."""
    return (
        numeral.place == 1
        and not numeral.grouped
        and not numeral.spelled
        and numeral.end - numeral.start == 4
        and 1500 <= numeral.value < 2101
    )


def _is_telephone(text: str, start: int) -> bool:
    window = max(0, start - 16)
    return any(window + hit.start() <= start < window + hit.end() for hit in _TELEPHONE.finditer(text[window : start + 18]))


def _is_clock(text: str, numeral: Numeral) -> bool:
    """ "at 7.30": minutes below 60, and nothing counted behind."""
    return text[numeral.end - 2 : numeral.end] in _MINUTES and not re.match(r"\s(?:[a-z]+s)\b", text[numeral.end : numeral.end + 20])


def _is_mark(text: str, start: int, end: int) -> bool:
    """ "1. The", "(1)", "[12]": marks of lists and notes."""
    if end - start > 2:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("(", "[") and after in (")", "]"):
        return True
    line_start = start == 0 or before == "\n"
    return line_start and _LIST_MARK.match(text, end) is not None
