"""The unit behind a number: "27 percent", "11-inch", "930MW", "six basis points". Names are in unit_names.py, spans of time in durations.py."""

import re
from collections.abc import Iterable
from decimal import Decimal

from nlp.quantities.unit_names import ATTACHED, SPECIAL, SYMBOLS, WORDS, Row

_TABLE: tuple[Row, ...] = SPECIAL + WORDS + SYMBOLS + ATTACHED
RATIOS = frozenset(["percent", "percentage_points", "basis_points", "times"])
"""Units that compare numbers: they have a rounding width of their last digit and take no "a day"."""


def _alternatives(rows: Iterable[Row], first: int) -> str:
    return "|".join(f"(?P<u{n}>{pattern})" for n, (_, pattern, _) in enumerate(rows, start=first))


_UNIT = re.compile(
    _alternatives(SPECIAL, 0)
    + rf"|[\s-](?:{_alternatives(WORDS, len(SPECIAL))})(?![\w]|-(?:[a-z]+-)?(?:dollars?|euros?)\b)"
    + rf"|\s?(?:{_alternatives(SYMBOLS, len(SPECIAL) + len(WORDS))})(?!['’.-]?\w)"
    + rf"|(?:{_alternatives(ATTACHED, len(SPECIAL) + len(WORDS) + len(SYMBOLS))})(?!(?<!')['’.-]?\w)"
)
_MAY_START = frozenset(" -%\n°℃℉'\"″”")
_DECIMAL_TIMES = re.compile(r"[\s-]times\b", re.I)


def unit_after(text: str, end: int, *, fractional: bool) -> tuple[int, str, Decimal] | None:
    """(end, unit, factor) of the unit behind a number; a number with decimals before "times" is always a ratio."""
    following = text[end : end + 1]
    if following not in _MAY_START and not following.isalpha():
        return None
    match = _UNIT.match(text, end)
    if match is None or match.lastgroup is None:
        if fractional and (times := _DECIMAL_TIMES.match(text, end)):
            return times.end(), "times", Decimal(1)
        return None
    name, _, factor = _TABLE[int(match.lastgroup[1:])]
    return match.end(), name, Decimal(factor)
