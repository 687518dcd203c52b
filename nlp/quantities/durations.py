"""Spans of time: "three weeks", "68 weeks", "a 48-hour strike", "42-year-old", "22.5 working days", "a year and a half".

A date is not a span of time: "the first five months" says which months, "one day" that a day will come. "Over the past five years" is both.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp.quantities.amount import Amount

UNITS: dict[str, tuple[str, int]] = {
    "millisecond": ("milliseconds", 1), "second": ("seconds", 1), "sec": ("seconds", 1), "minute": ("minutes", 1), "min": ("minutes", 1), "hour": ("hours", 1),
    "hr": ("hours", 1), "day": ("days", 1), "week": ("weeks", 1), "fortnight": ("weeks", 2), "month": ("months", 1), "quarter": ("quarters", 1),
    "year": ("years", 1), "yr": ("years", 1), "decade": ("decades", 1), "century": ("centuries", 1), "centurie": ("centuries", 1),
}  # fmt: skip
NAMES = frozenset(name for name, _ in UNITS.values())
"""All units of a span of time, as a Quantity calls them."""

_unit = r"(?P<unit>milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|yrs?|decades?|century|centuries|fortnights?)"
_kind = (
    r"(?:(?:and\smore\s)?(?:consecutive|straight|successive|full|more|calendar|fiscal|business|working|additional|short|long|solid|whole|extra|further|entire|trading|"
    r"other|school|tough|difficult|lean|turbulent|light-)[\s-])?"
)
_DURATION = re.compile(rf"(?:[\s-]{_kind}|(?=mins?|secs?|hrs?|yrs?|hours?)){_unit}(?!\w)(?P<old>[\s-]olds?\b)?")
_NTH_AFTER = re.compile(
    r"\s(?:half|quarters?\s(?:of\s)?(?:19|20)\d\d|place|round|term|time|base|spot|string|language|world|wave|home|helping|row)\b|-(?:half|quarter|place|hand|round|largest|biggest)\b"
)
_NTH_BEFORE = re.compile(r"\b(?:first|final|opening|closing)\s\Z", re.I)
_SPAN_BEFORE = re.compile(
    r"\b(?:in|for|within|after|than|just|only|over|under|least|about|by|all|lasted|took|takes?|exactly|nearly|almost|up\sto|every|per)\s\Z",
    re.I,
)
_AND_A_HALF = re.compile(
    r"(?<![\w-])an?\s(?P<unit>second|minute|hour|day|week|month|year|decade|century)\sand\s(?:a\s|one[\s-])?(?P<part>half|quarter)\b", re.I
)


def duration_after(text: str, start: int, end: int, *, one: bool, yearlike: bool) -> tuple[int, str, Decimal] | None:
    """(end, unit, factor) of the span of time told by the number text[start:end]; None where the words name a date or an order."""
    following = text[end : end + 1]
    if following not in (" ", "-", "\n") and following not in ("m", "s", "h", "y"):
        return None
    match = _DURATION.match(text, end)
    if match is None:
        return None
    word = match["unit"]
    if yearlike and (not word.endswith("s") or following == "-"):
        return None
    if _NTH_AFTER.match(text, match.end()) and (word == "second" or word.startswith("quarter")):
        return None
    before = text[max(0, start - 12) : start]
    if word in ("months", "quarters", "weeks") and _NTH_BEFORE.search(before):
        return None
    if one and word == "day" and not _SPAN_BEFORE.search(before):
        return None
    name, factor = UNITS[word.removesuffix("s")]
    return match.end(), name, Decimal(factor)


def tells_time(text: str, end: int) -> bool:
    """Whether a number that is no span of time still goes with a word of time: "the first five months", "One day"."""
    return text[end : end + 1] in (" ", "-", "\n") and _DURATION.match(text, end) is not None


def find_halves(text: str) -> Iterator[Amount]:
    """ "A year and a half": one and a half of a unit whose "one" is only an article."""
    if " and a half" not in text and " and a quarter" not in text:
        return
    for match in _AND_A_HALF.finditer(text):
        value = Decimal("1.5") if match["part"].lower() == "half" else Decimal("1.25")
        yield Amount(match.start(), match.end(), value, value, Decimal("0.1"), unit=UNITS[match["unit"].lower()][0])
