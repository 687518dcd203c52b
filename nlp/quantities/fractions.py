"""Shares in words, in percent: "a third", "two-thirds", "half", "one in five", "eight-tenths of 1 percent".

A share told in words is good to three points: "a third" holds 31.8 to 34.8 percent. Thirds are written 33.3, as people read them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp.quantities.amount import Amount
from nlp.quantities.numerals import SMALL

SHARE_STEP = Decimal(3)
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_STEMS = ("half", "halves", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "hundredth")
# Looked for as plain text first: most sentences hold none, and that is quicker than the expression.
_counts = "one|two|three|four|five|six|seven|eight|nine|a|an"
_SMALL_OF = r"\s?of\s(?:a|one|1)\s(?P<unit>percentage\spoint|percent|per\scent|%)"
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<count>{_counts})(?P<joint>[\s-]))?(?P<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)"
    rf"(?![\w])(?P<tail>\s(?:of\s)?(?:a|one|1)\s(?P<unit>percentage\spoint|percent|per\scent|%|(?P<scale>[mb]illion|trillion)))?",
    re.I,
)
_words = "|".join(sorted((w for w in SMALL if w != "zero"), key=len, reverse=True))
_RATIO = re.compile(
    rf"(?<![\w$.,-])(?P<n>{_words}|\d{{1,2}})\s(?:in(?:\severy)?|out\sof(?:\severy)?|of\severy)\s(?P<m>{_words}|\d{{1,3}})(?![\w.,%]\w|[%\w-])"
    r"(?!\s(?:years?|months?|days?|weeks?|quarters?|hours?|minutes?|percent|per\scent|[mb]illion|thousand|hundred))",
    re.I,
)
_NOT_HALF_BEFORE = re.compile(r"\b(?:first|second|latter|last|next|final|other|better|early|this|each|per|1st|2nd|a)\s\Z", re.I)
_NOT_HALF_AFTER = re.compile(
    r"-\w|\s(?:an?\s(?:dozen|century|decade|hour|day|year|mile|brain)|hour|dozen|past|year|time|way|brother|sister)\b", re.I
)
_SHARE_AFTER = re.compile(
    r"\s(?:of|in|to|from|since|over|by|last|this|compared|as|the|its|their|our|that|what|all|is|are|was|were|goes?|went|come|comes|came|less|lower|higher|bigger|"
    r"larger|smaller|more|fewer|for|on|between|during|and|or|when|while|after|before|through)\b|[.,;:)!?]|\Z|['\"”’]|\s?[—–-]|\s\("
)
_LEAD = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|roughly|over|under|up|down|some|least|most|approximately|to|only|just|for|or|and|another|cut)\s\Z",
    re.I,
)
_TIME_BEFORE = re.compile(
    r"\b(?:first|last|past|next|in|for|over|consecutive|straight|previous|latest|these|those|within|every|each)\s\Z", re.I
)
_TIME_AFTER = re.compile(
    r"\s(?:of\s(?:growth|decline|contraction|a\scentury|an\shour|the\s(?:year|fiscal))|earlier|ago|later|century|hour|mile)\b", re.I
)
_MORE = re.compile(r"\s(?:more|less|fewer|higher|lower|bigger|larger|smaller|greater)\b", re.I)
_AS_MUCH = re.compile(r"\sas\s(?:much|many|large|big|high)\b", re.I)


def find_fractions(text: str) -> Iterator[Amount]:
    """Shares in words, in text order, with unit percent (or points, or a number for "half a million")."""
    lower = text.lower()
    matches = _FRACTION.finditer(text) if any(stem in lower for stem in _STEMS) else ()
    for match in matches:
        if amount := _fraction(text, match):
            yield amount
    for match in _RATIO.finditer(text):
        n, m = _number(match["n"]), _number(match["m"])
        if 0 < n < m:
            yield _share(match.start(), match.end(), Decimal(100 * n) / m)


def _fraction(text: str, match: re.Match[str]) -> Amount | None:
    start, end, part = match.start(), match.end(), match["part"].lower()
    parts = _PARTS[part if part in _PARTS else part.removesuffix("s")]
    count = (match["count"] or "").lower()
    n = SMALL.get(count, 1)
    if match["tail"] and (count or parts == 2):
        return _of_one(match, Decimal(n) / parts)
    if match["tail"]:
        end = match.end("part")
    before = text[max(0, start - 14) : start]
    if parts == 2:
        return _half(text, match, before, end)
    if not count or n >= parts:
        return None
    hyphen = match["joint"] == "-"
    if part.startswith("quarter") and not hyphen and (_TIME_BEFORE.search(before) or _TIME_AFTER.match(text, end)):
        return None
    if count == "a" and part == "quarter" and not (_LEAD.search(before) or text.startswith(" of", end) or _MORE.match(text, end)):
        return None
    if not _SHARE_AFTER.match(text, end) or _TIME_AFTER.match(text, end):
        return None
    if (n == 1) == part.endswith("s"):
        return None
    return _share(start, end, Decimal(100 * n) / parts)


def _half(text: str, match: re.Match[str], before: str, end: int) -> Amount | None:
    start = match.start()
    if _NOT_HALF_BEFORE.search(before) or _NOT_HALF_AFTER.match(text, end) or match["part"] == "halves":
        return None
    if re.search(r"\band\s\Z", before[:] if match["count"] is None else before) and match["count"] in ("a", "one"):
        return None  # "two and a half": part of the number
    if _AS_MUCH.match(text, end) or re.search(r"\b(?:in|into)\s\Z", before):
        return Amount(start, end, Decimal("0.5"), Decimal("0.5"), Decimal("0.1"), unit="times")
    if not (_SHARE_AFTER.match(text, end) or _LEAD.search(before)):
        return None
    return _share(start, end, Decimal(50))


def _of_one(match: re.Match[str], share: Decimal) -> Amount:
    """ "half a million" is a number, "half a percentage point" and "eight-tenths of 1 percent" are small rates."""
    if scale := match["scale"]:
        factor = Decimal({"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale.lower()])
        value = share * factor
        return Amount(match.start(), match.end(), value, value, value / 5, scale=factor)
    value = _short(share, Decimal("0.01"))
    unit = "percentage_points" if "point" in match["unit"].lower() else "percent"
    return Amount(match.start(), match.end(), value, value, Decimal("0.1"), unit=unit)


def _share(start: int, end: int, percent: Decimal) -> Amount:
    value = _short(percent, Decimal("0.1"))
    return Amount(start, end, value, value, min(SHARE_STEP, value / 4), unit="percent")


def _short(value: Decimal, place: Decimal) -> Decimal:
    return value if value == value.quantize(place) else value.quantize(place)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else SMALL[word.lower()]
