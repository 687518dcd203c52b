"""Two numbers that belong together: a range ("$1.3-1.5 billion", "between 3 and 4 percent") or a pair that shares its unit.

"From A to B" is a change, so it stays two quantities. So does "rose $4 billion to $50 billion", a change and its result.
"""

import re
from decimal import Decimal

from nlp.quantities.amount import Amount

_GAP = re.compile(r"\s?(?P<dash>[-–—])\s?|\s(?P<to>to|or|through)\s|\s(?P<and>and)\s|\s?(?P<other>,|/|,?\sversus|,?\sagainst)\s?", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|roughly\s|an\sestimated\s|some\s)?\Z", re.I)
_FROM = re.compile(
    r"\bfrom\s(?:about\s|roughly\s|nearly\s|almost\s|around\s|some\s|a\s|just\s|a\srecord\s|more\sthan\s|less\sthan\s|over\s)*\Z", re.I
)
_CHANGED = re.compile(
    r"\b(?:rose|risen|rise|rising|grew|grown|grow|growing|fell|fallen|fall|falling|climbed|jumped|dropped|declined|widened|narrowed|shrank|surged|soared|plunged|slipped|increased|"
    r"decreased|gained|lost|up|down|edged\sup|edged\sdown|swelled|expanded|leapt|tumbled|slid|advanced)\s(?P<by>by\s)?(?:about\s|nearly\s|almost\s|some\s|roughly\s|a\srecord\s|another\s)?\Z",
    re.I,
)
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|gain|jump|growth|drop|decline|fall|decrease|reduction|surge|slump|widening|narrowing)\b[^,;.]{0,28}\bof\s(?:about\s|nearly\s|almost\s|less\sthan\s|more\sthan\s)?\Z",
    re.I,
)
_WIDE = Decimal(2)
_FAR_APART = Decimal(8)
"""Bounds of a range lie nearer together; "a rise of $2.3 billion to $68.4 billion" is a change and its result."""


def join_neighbours(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with ranges made one and shared units handed back to the number that lacks its own."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and (gap := _GAP.fullmatch(text, joined[-1].end, amount.start)):
            left = joined[-1]
            elliptic = _share_unit(left, amount, gap)
            if _is_range(text, left, amount, gap, elliptic):
                joined[-1] = _range(text, left, amount, gap)
                continue
        joined.append(amount)
    return joined


def _share_unit(left: Amount, right: Amount, gap: re.Match[str]) -> bool:
    """Give the left number the right one's scale and unit where it has none of its own; say whether that happened."""
    bare = left.unit == "count" and left.scale is None
    if bare and right.unit in ("percent", "percentage_points", "times") and left.low < 1000:
        left.unit = right.unit
        left.step = min(left.step, Decimal(1))
        return True
    if left.scale is not None or right.scale is None or left.low >= 1000:
        return bare and right.unit not in ("count", "currency", "rank") and _take(left, right, Decimal(1))
    factor = right.scale
    if left.unit == "currency" and right.unit in ("currency", "count") and right.currency in (None, left.currency):
        return _take(left, right, factor, keep=True)
    if bare and not gap["other"]:
        return _take(left, right, factor)
    return False


def _take(left: Amount, right: Amount, factor: Decimal, *, keep: bool = False) -> bool:
    left.low, left.high = left.low * factor, left.high * factor
    left.step = (factor if left.step >= 1 else left.step * factor) if factor != 1 else left.step
    left.scale = right.scale
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
        return _BETWEEN.search(before) is not None
    if gap["dash"]:
        return gap[0].strip() == gap[0] or not gap[0].startswith(" ") or gap["dash"] != "—"
    if _FROM.search(before):
        return False
    if left.low > 0 and right.low / left.low > _FAR_APART:
        return False
    if elliptic or left.unit in ("count",):
        return True
    if _CHANGE_OF.search(before):
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
    )
