"""Two numbers that belong together: a range ("$1.3-1.5 billion", "between 3 and 4 percent") or a pair that shares its unit.

"From A to B" is a change, so it stays two quantities. So does "rose $4 billion to $50 billion", a change and its result, and "won 3-1", a score.
"""

import re
from decimal import Decimal
from itertools import pairwise

from nlp.quantities.amount import Amount
from nlp.quantities.durations import NAMES
from nlp.quantities.scores import is_score

_GAP = re.compile(
    r"\s?(?P<dash>[-–—])\s?|-?\s(?P<to>to|or|through|and\sup\sto)\s|-to-|(?:-?\s|,\s)(?P<and>and)\s(?:about\s|some\s|nearly\s|as\s(?:much|many)\sas\s)?|\s?(?P<other>,|/|,?\sversus|,?\sagainst)\s?|,\s(?P<nor>or)\s",
    re.I,
)
_SHARED = frozenset(["percent", "percentage_points", "basis_points", "times"])
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|roughly\s|an\sestimated\s|some\s)?\Z", re.I)
_FROM = re.compile(
    r"(?<!range\s)(?<!ranged\s)(?<!ranges\s)(?<!ranging\s)(?<!vary\s)(?<!varied\s)(?<!varies\s)(?<!varying\s)(?<!anywhere\s)\bfrom\s(?:about\s|roughly\s|nearly\s|almost\s|around\s|some\s|a\s|just\s|a\srecord\s|more\sthan\s|less\sthan\s|over\s)*\Z",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:rose|risen|rise|rising|grew|grown|grow|growing|fell|fallen|fall|falling|climbed|jumped|dropped|declined|widened|narrowed|shrank|surged|soared|plunged|slipped|increased|"
    r"decreased|gained|lost|up|down|edged\sup|edged\sdown|swelled|expanded|leapt|tumbled|slid|advanced)\s(?P<by>by\s)?(?:about\s|nearly\s|almost\s|some\s|roughly\s|a\srecord\s|another\s)?\Z",
    re.I,
)
_BY = re.compile(
    r"(?<!would\s)(?<!could\s)(?<!will\s)(?<!might\s)\b(?:widen|narrow|increas|decreas|declin|dropp|climb|jump|surg|plung|slump|improv|worsen|deepen|expand|contract|reduc|shr[aiu]nk|gr[eo]w|ris|fall)(?:ed|ing)\b"
    r"[^.;]{0,60}\bby\s(?:about\s|nearly\s|almost\s|some\s|roughly\s)?\Z",
    re.I,
)
"""Before a change whose result follows, however far its verb: "a narrowing deficit with China by £2.0bn to £4.8bn"."""

_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|gain|jump|growth|drop|decline|fall|decrease|reduction|surge|slump|widening|narrowing)\b[^,;.]{0,28}\bof\s(?:about\s|nearly\s|almost\s|less\sthan\s|more\sthan\s)?\Z",
    re.I,
)
_WIDE = Decimal(2)
_FAR_APART = Decimal(8)
"""Bounds of a range lie nearer together; "a rise of $2.3 billion to $68.4 billion" is a change and its result."""


def join_neighbours(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with ranges made one and shared units handed back to the numbers that lack their own: "20, 30 and 50 percent"."""
    gaps = [_GAP.fullmatch(text, left.end, right.start) if 0 < right.start - left.end <= 24 else None for left, right in pairwise(amounts)]
    shared = [False] * (len(amounts) + 1)
    for place in range(len(gaps) - 1, -1, -1):
        gap = gaps[place]
        if gap and not (gap["other"] == "," and not _in_list(gaps, shared, place)):
            shared[place] = _share_unit(amounts[place], amounts[place + 1], gap)
    joined: list[Amount] = []
    for place, amount in enumerate(amounts):
        gap = gaps[place - 1] if place else None
        if joined and gap and joined[-1].qualifier != "range" and _is_range(text, joined[-1], amount, gap, shared[place - 1]):
            joined[-1] = _range(text, joined[-1], amount, gap)
        else:
            joined.append(amount)
    return joined


def _in_list(gaps: list[re.Match[str] | None], shared: list[bool], place: int) -> bool:
    """Whether a comma stands in a list: the next number shares its unit too, behind "and" or a comma of the same kind."""
    following = gaps[place + 1] if place + 1 < len(gaps) else None
    return following is not None and (shared[place + 1] or following["and"] is not None)


def _share_unit(left: Amount, right: Amount, gap: re.Match[str]) -> bool:
    """Give the left number the right one's scale and unit where it has none of its own; say whether that happened."""
    bare = left.unit == "count" and left.scale is None
    if bare and right.unit in _SHARED and left.low < 1000:
        left.unit = right.unit
        left.step = min(left.step, Decimal(1))
        return True
    if left.unit == "currency" and right.unit.startswith(f"{left.currency}/") and not (gap["other"] or gap["nor"]):
        if not left.named and left.scale is None and right.scale is not None and left.low < 1000:
            _take(left, right, right.scale)
        left.unit = right.unit  # "$348-$352/st"
        return False
    if bare and right.named and (right.scale is None or left.low >= 1000) and not gap["other"]:
        return _take(left, right, right.cents)
    if left.scale is not None or right.scale is None or left.low >= 1000:
        return bare and right.unit not in ("count", "currency", "rank") and right.currency is None and _take(left, right, Decimal(1))
    factor = right.scale
    if left.named or gap["nor"]:
        return False  # "500 rand, or 1.4 billion a month"
    if left.unit == "currency" and right.unit in ("currency", "count") and right.currency in (None, left.currency):
        return _take(left, right, factor, keep=True)
    if bare and not (gap["other"] and gap["other"] != ","):
        return _take(left, right, factor)
    return False


def _take(left: Amount, right: Amount, factor: Decimal, *, keep: bool = False) -> bool:
    left.low, left.high = left.low * factor, left.high * factor
    left.step = (factor if left.step >= 1 else left.step * factor) if factor != 1 else left.step
    left.scale = right.scale if factor == right.scale else left.scale
    if not keep:
        left.unit, left.currency = right.unit, right.currency
    elif right.unit == "count":
        right.unit, right.currency = left.unit, left.currency
    return True


def _is_range(text: str, left: Amount, right: Amount, gap: re.Match[str], elliptic: bool) -> bool:
    if right.unit == "count" and left.unit == "currency" and left.scale is None and right.scale is None and gap["dash"]:
        right.unit, right.currency = left.unit, left.currency  # "$40-50"
    if (
        (left.unit, left.currency) != (right.unit, right.currency)
        or left.high >= right.low
        or "rank" in (left.unit, right.unit)
        or gap["other"]
    ):
        return False
    before = text[max(0, left.start - 60) : left.start]
    if gap["and"]:
        if "-" in text[left.start : left.end] and left.unit in NAMES:
            return False  # "between two-year and 10-year yields" tells two things apart
        return _BETWEEN.search(before) is not None
    if gap["dash"]:
        if left.unit == "count" and is_score(text, left.start, right.end):
            return False
        return gap[0].strip() == gap[0] or not gap[0].startswith(" ") or gap["dash"] != "—"
    if _FROM.search(before) or gap["nor"]:
        return False
    if left.low > 0 and right.low / left.low > _FAR_APART:
        return False
    if elliptic or left.unit in ("count",):
        return True
    if (
        left.unit in ("percent", "percentage_points", "basis_points")
        and not left.fraction
        and right.low <= left.low * _WIDE
        and not text.startswith(" by", left.start - 3)
    ):
        return True  # what rises by a percentage has an end in percent seldom, and then mostly a far one
    if _CHANGE_OF.search(before):
        return False
    if gap["to"] and _BY.search(text[max(0, left.start - 100) : left.start]) and left.unit == "currency":
        return False
    changed = _CHANGED.search(before)
    return changed is None or (changed["by"] is not None and right.low / left.low <= _WIDE if left.low > 0 else False)


def _range(text: str, left: Amount, right: Amount, gap: re.Match[str]) -> Amount:
    first = left.start
    raw_start = -1
    if gap["and"] and (between := _BETWEEN.search(text[max(0, first - 34) : first])):
        raw_start = max(0, first - 34) + between.start()
    return Amount(
        left.start,
        right.end,
        left.low,
        right.high,
        max(left.step, right.step),
        right.unit,
        right.currency,
        "range",
        raw_start,
        scale=right.scale,
        fraction=left.fraction and right.fraction,
    )
