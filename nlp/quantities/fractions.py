"""Shares in words, in percent: "a third", "two-thirds", "half", "one in five"; and parts of a unit: "half a million", "eight-tenths of 1 percent".

A share told in words is good to three points: "a third" holds 31.8 to 34.8 percent. Thirds are written 33.3, as people read them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp.quantities.amount import Amount
from nlp.quantities.currencies import cents_after, currency_after
from nlp.quantities.durations import duration_after
from nlp.quantities.numerals import SMALL, Numeral
from nlp.quantities.scales import scale_after
from nlp.quantities.units import unit_after

SHARE_STEP = Decimal(3)
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_FRACTION = re.compile(
    r"[HhTtQqFfSsEeNn](?<![\w].)(?:al(?:f|ves)|hirds?|uarters?|ourths?|ifths?|ixths?|evenths?|ighths?|inths?|enths?|undredths?)(?!\w)"
)
"""The part alone, by its first letter: a quick look, since most of a text holds none. Its count stands before it."""
_counts = "one|two|three|four|five|six|seven|eight|nine|a|an"
_COUNT = re.compile(rf"(?<![\w-])(?P<count>{_counts})(?P<joint>[\s-])\Z", re.I)
_OF_ONE = re.compile(r"(?P<dash>-(?:an?-)?)|\s(?:of\s)?(?:an?|one|1)(?=[\s-])", re.I)
_DASHED = re.compile(
    r"[\s-](?:percentage[\s-]points?|points?|cent|mile|hour|million|billion|trillion|dozen|inch|ton|tonne|pound|pint|litre|liter|kilo|acre|minute|metre|meter|second)\b"
)
_SLASHED = re.compile(r"(?<![\w/.,$£€])(?P<n>[1-7])/(?P<m>[2-8])(?=\s(?:of|cup|inch|mile|teaspoon|tablespoon)\b)")
_words = "|".join(sorted((w for w in SMALL if w != "zero"), key=len, reverse=True))
_RATIO = re.compile(
    rf"[\s-](?:in(?:[\s-]every)?|out[\s-]of(?:\severy)?|of\severy)[\s-](?P<m>{_words}|a\shundred|a\sthousand|a\smillion|\d{{1,3}}(?:,\d{{3}})?)"
    r"(?![\w.,%]\w|[%\w])(?!-(?!chance|shot))"
    r"(?!\s(?:years?|months?|days?|weeks?|quarters?|hours?|minutes?|seconds?|decades?|percent|per\scent|[mb]illion|thousand|hundred|cases?|states?|countries|cities|games?|"
    r"matches|sets|starts|attempts|different|separate|seats|key|major|overs|innings)\b)",
    re.I,
)
_RATIO_STARTS = frozenset([" i", "-i", " o", "-o"])
_MAJORITY = re.compile(r"\s(?:majorit(?:y|ies)|stakes?|shares?|interest|cut|rise|fall|drop|increase|vote|owned|full)\b")
_NOT_HALF_BEFORE = re.compile(r"\b(?:first|second|latter|last|next|final|other|better|early|this|each|per|1st|2nd|a)\s\Z", re.I)
_NOT_HALF_AFTER = re.compile(r"-\w|\s(?:an?\s(?:brain|chance)|hour|dozen|past|year|time|way|brother|sister|marathon|term|board)\b", re.I)
_SHARE_AFTER = re.compile(
    r"\s(?:of|in|to|from|since|over|by|last|this|compared|as|the|its|their|our|that|what|all|is|are|was|were|goes?|went|come|comes|came|less|lower|higher|bigger|"
    r"larger|smaller|more|fewer|for|on|at|into|via|had|have|has|who|say|said|would|will|do|did|live|lives|think|between|during|and|or|when|while|after|before|through)\b"
    r"|[.,;:)!?]|\Z|['\"”’]|\s?[—–-]|\s\("
)
_LEAD = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|roughly|over|under|up|down|some|least|most|approximately|to|only|just|for|or|and|another|cut)\s\Z",
    re.I,
)
_TIME_BEFORE = re.compile(
    r"\b(?:first|last|past|next|in|for|over|consecutive|straight|previous|latest|these|those|within|every|each)\s\Z", re.I
)
_ACCOUNTS_FOR = re.compile(r"count(?:s|ed|ing)?\sfor\s\Z", re.I)
_TIME_AFTER = re.compile(
    r"\s(?:of\s(?:growth|decline|contraction|a\scentury|an\shour|the\s(?:year|fiscal))|earlier|ago|later|century|hour|mile)\b", re.I
)
_MORE = re.compile(r"\s(?:more|less|fewer|higher|lower|bigger|larger|smaller|greater)\b", re.I)
_AS_MUCH = re.compile(
    r"\s(?:as\s(?:much|many|large|big|high|great|wide)\b|what\s(?:it|they|those|that)\s(?:once\s)?(?:was|were|had\sbeen|stood|used)\b"
    r"|(?:the|its|their|that|those)\s(?:(?:19|20)\d\d|year-earlier|year-ago|previous\syear['’]s|pre-\w+|peak|record)\s(?:levels?|totals?|figures?|values?|amounts?|volumes?|sums?)\b)",
    re.I,
)
"""Behind "half": what it is half of is the same thing at another time, so that it is a multiple and no part."""

_PART_OF_NUMBER = re.compile(rf"(?:\d|\b(?:{_words}|hundred|thousand|[mb]illion))[\s-]and[\s-]\Z", re.I)
_INTO = re.compile(r"\b(?:in|into)\s\Z")


def find_fractions(text: str) -> Iterator[Amount]:
    """Shares in words, in text order, with unit percent; parts of a unit or of a million with that."""
    for match in _FRACTION.finditer(text):
        if amount := _fraction(text, match):
            yield amount
    if "/" in text:
        for match in _SLASHED.finditer(text):
            if match["n"] < match["m"]:
                yield _share(match.start(), match.end(), Decimal(100 * int(match["n"])) / int(match["m"]))


def ratio_at(text: str, numeral: Numeral) -> Amount | None:
    """The share that begins with a number: "one in five", "nine out of 10"."""
    start = numeral.start
    if text[numeral.end : numeral.end + 2] not in _RATIO_STARTS or numeral.place != 1 or numeral.value > 999:
        return None
    if start and text[start - 1] in "$.-,":
        return None
    match = _RATIO.match(text, numeral.end)
    if match is None:
        return None
    m = _number(match["m"])
    return _share(start, match.end(), 100 * numeral.value / m) if 0 < numeral.value < m else None


def _fraction(text: str, match: re.Match[str]) -> Amount | None:
    end, part = match.end(), match[0].lower()
    parts = _PARTS.get(part) or _PARTS[part.removesuffix("s")]
    counted = _COUNT.search(text[max(0, match.start() - 6) : match.start()])
    start = match.start() - (len(counted[0]) if counted else 0)
    if start and text[start - 1] == "-":
        return None
    count = counted["count"].lower() if counted else ""
    n, hyphen = SMALL.get(count, 1), counted is not None and counted["joint"] == "-"
    before = text[max(0, start - 14) : start]
    if (count or part in ("half", "quarter")) and (tail := _OF_ONE.match(text, end)):
        amount = _of_one(text, start, tail, Decimal(n) / parts, joined=hyphen)
        if amount is not None:
            return None if count in ("a", "one") and _PART_OF_NUMBER.search(before) else amount
    if parts == 2:
        return _half(text, start, end, part, count)
    if not counted or n >= parts:
        return None
    if (
        part.startswith("quarter")
        and not hyphen
        and ((_TIME_BEFORE.search(before) and not _ACCOUNTS_FOR.search(before)) or _TIME_AFTER.match(text, end))
    ):
        return None
    if (
        count == "a"
        and part == "quarter"
        and not (
            _LEAD.search(before)
            or text.startswith((" of", " were", " are", " have", " had", " said", " say"), end)
            or _MORE.match(text, end)
        )
    ):
        return None
    if not _SHARE_AFTER.match(text, end) and not (hyphen and _MAJORITY.match(text, end)):
        return None
    if _TIME_AFTER.match(text, end) or (n == 1) == part.endswith("s"):
        return None
    return _share(start, end, Decimal(100 * n) / parts)


def _half(text: str, start: int, end: int, part: str, count: str) -> Amount | None:
    before = text[max(0, start - 14) : start]
    if part == "halves" or count not in ("", "a", "one") or _NOT_HALF_BEFORE.search(before) or _NOT_HALF_AFTER.match(text, end):
        return None
    if count and _PART_OF_NUMBER.search(before):
        return None  # "two and a half": part of the number
    if _AS_MUCH.match(text, end) or _INTO.search(before):
        return Amount(start, end, Decimal("0.5"), Decimal("0.5"), Decimal("0.1"), unit="times")
    if not (_SHARE_AFTER.match(text, end) or _LEAD.search(before)):
        return None
    return _share(start, end, Decimal(50))


def _of_one(text: str, start: int, tail: re.Match[str], share: Decimal, *, joined: bool) -> Amount | None:
    """ "Half a million" is a number, "half a percentage point" and "eight-tenths of 1 percent" are small rates, "half an hour" is a measure."""
    end = tail.end() - 1 if tail["dash"] else tail.end()
    if tail["dash"] and (joined or not _DASHED.match(text, end)):
        return None
    amount = Amount(start, end, share, share, Decimal("0.1"))
    if scale := scale_after(text, end, money=False):
        amount.end, amount.scale = scale
        amount.low = amount.high = share * amount.scale
        amount.step = amount.low / 5
    at = amount.end
    if span := duration_after(text, start, at, one=False, yearlike=False):
        amount.end, amount.unit, factor = span
        amount.low = amount.high = amount.low * factor
    elif unit := unit_after(text, at, fractional=False):
        amount.end, amount.unit, _ = unit
        if amount.unit == "points" and tail["dash"]:
            amount.unit = "percentage_points"  # "a quarter-point cut" is one of a rate
    elif cents := cents_after(text, at):
        amount.end, amount.currency = cents
        amount.unit, amount.low = "currency", share / 100
        amount.high, amount.step = amount.low, Decimal("0.001")
    elif money := currency_after(text, at, large=amount.scale is not None):
        amount.end, amount.currency = money
        amount.unit = "currency"
    elif amount.scale is None:
        return None
    if amount.scale is None and amount.unit != "currency":
        amount.low = amount.high = _short(amount.low, Decimal("0.01" if amount.unit == "percent" else "0.001"))
    return amount


def _share(start: int, end: int, percent: Decimal) -> Amount:
    value = _short(percent, Decimal("0.1") if percent >= 1 else Decimal("0.0001"))
    return Amount(start, end, value, value, min(SHARE_STEP, value / 4), unit="percent", fraction=True)


def _short(value: Decimal, place: Decimal) -> Decimal:
    rounded = value.quantize(place)
    return value if value == rounded else rounded


def _number(words: str) -> int:
    word = words.lower().removeprefix("a ")
    if word[0].isdigit():
        return int(word.replace(",", ""))
    return {"hundred": 100, "thousand": 1000, "million": 1_000_000}.get(word) or SMALL[word]
