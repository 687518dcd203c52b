"""The numbers of one share: the share itself, the earlier one, its change in points."""

import re
from collections.abc import Sequence

from nlp.claims.figures import AFTER, BY, COMPARATIVE, COMPARED, FROM, OF_OUTPUT, RATE_LEFT, TO
from nlp.claims.leading import FILLER
from nlp.claims.moves import Direction, find_moves
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity

FOR_WHOM = re.compile(r"\s+(?:for|from|to|by|in|went to|came from)\s+(?:the\s+)?", re.IGNORECASE)
SHARES = ("percent", "percentage_points")


def rates(sentence: Sentence, start: int, end: int) -> list[Mark[Quantity]]:
    """Percentages and points between two offsets, without those of the whole economy."""
    return [
        q
        for q in sentence.quantities
        if start <= q.start and q.end <= end and q.what.unit in SHARES and not OF_OUTPUT.match(sentence.text, q.end)
    ]


def words_before(sentence: Sentence, floor: int, mark: Mark[Quantity]) -> str:
    """The words that lead to a number, without hedges."""
    return FILLER.sub("", sentence.text[floor : mark.start]).rstrip(" ,(")


def is_earlier(sentence: Sentence, floor: int, mark: Mark[Quantity]) -> bool:
    """Whether a percentage is the share of an earlier time, not another holder's: "from 12.5 percent", "compared with 9 percent in 2010"."""
    if mark.what.unit != "percent":
        return False
    left = words_before(sentence, floor, mark)
    later = FOR_WHOM.match(sentence.text, mark.end)
    if later and any(0 <= later.end() - m.start <= 4 and m.start > mark.end for m in (*sentence.parties, *sentence.products)):
        return False
    if FROM.search(left) or COMPARED.search(left):
        return True
    return A_YEAR_EARLIER.match(sentence.text, mark.end) is not None or (
        AFTER.search(left) is not None and re.match(r"\s+in\s", sentence.text[mark.end :]) is not None
    )


def is_growth(sentence: Sentence, floor: int, mark: Mark[Quantity]) -> bool:
    """Whether a percentage only says by how much something rose."""
    left = words_before(sentence, floor, mark)
    return (RATE_LEFT.search(left) is not None or BY.search(left) is not None) and TO.search(left) is None


def following(
    sentence: Sentence, main: Mark[Quantity], behind: int, end: int
) -> tuple[Mark[Quantity] | None, Mark[Quantity] | None, list[Mark[Quantity]]]:
    """(earlier share, points, all of them) among the numbers right behind a share whose own words end at `behind`."""
    earlier = points = None
    spent: list[Mark[Quantity]] = []
    floor = main.end
    for mark in rates(sentence, main.end, end):
        if any(max(floor, behind) <= m.start and m.end <= mark.start for m in sentence.parties):
            break  # the next holder's
        if mark.what.unit == "percentage_points":
            points = points or mark
        elif is_earlier(sentence, floor, mark) or (spent and LATER.fullmatch(sentence.text, floor, mark.start)):
            earlier = earlier or mark
        else:
            break
        spent.append(mark)
        floor = mark.end
    return earlier, points, spent


A_YEAR_EARLIER = re.compile(
    r"\s+(?:(?:a|one|the)\s+(?:year|month|quarter|decade)\s+(?:earlier|before|ago|prior)|in the (?:previous|prior)\b)", re.IGNORECASE
)
LATER = re.compile(
    r"(?:(?:\s+(?:a year (?:earlier|ago|before)|in (?:the\s+)?\w+(?:\s+\d{4})?)),?)?\s+and\s+(?:from\s+|about\s+|nearly\s+)?", re.IGNORECASE
)
"""Between two earlier shares: "17.4 percent a year earlier and 21.6 percent at the peak"."""


def direction_of(
    sentence: Sentence, start: int, end: int, main: Mark[Quantity] | None, earlier: Mark[Quantity] | None, points: Mark[Quantity] | None
) -> Direction | None:
    """Which way the share went by the words from `start` to `end`, else by its two values."""
    if points:
        compared = COMPARATIVE.match(sentence.text, points.end)
        if compared:
            return "up" if compared.group("up") else "down"
    change: Sequence[Mark[Quantity]] = [m for m in (points, earlier, main) if m]
    moves = find_moves(sentence.text[start:end])
    if moves and change:
        at = change[0]
        return min(moves, key=lambda m: min(abs(start + m.end - at.start), abs(start + m.start - at.end))).direction
    if main and earlier:
        return "up" if main.what.low > earlier.what.low else "down" if main.what.low < earlier.what.low else "flat"
    return None
