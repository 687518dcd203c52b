"""The words that lead to a number, from which its part is read: a level, an earlier one, a change."""

import re

from nlp.claims.compared_heads import SAME_AGAIN
from nlp.claims.moves import find_moves
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity

FILLER = re.compile(
    r"(?:[\s,]*\b(?:an?|the|its|their|about|around|roughly|approximately|some|nearly|almost|more than|less than|fewer than|over|under|just|only|as much as|"
    r"at least|at most|well|close to|estimated|record|all-time|high|low|new|revised|an upwardly|a downwardly|upwardly|downwardly|of|whopping|"
    r"staggering|mere|previously reported|first reported|previously estimated|initially reported|earlier reported|seasonally adjusted|total|further|another|even|still|still-huge|massive|huge)|\s*[-–]\s*)*\s*$",
    re.IGNORECASE,
)
TIMES_THE = re.compile(
    r"\b(?:double|treble|triple|quadruple|twice|thrice|(?<!first )(?<!second )half|times|[a-z]+fold)\s+(?:the|its|their|that of|those of)\b"
    r"(?:\s+(?:\d{4}(?:-\d\d)?|[\w.]+['’]s|figure|level|amount|value|sum|total|record|previous|earlier|year-earlier|year-ago|last|of|about|some|nearly))*\s*$",
    re.IGNORECASE,
)
"""Before an earlier level that the later one is a multiple of: "double the 2009 figure of $4.9 billion"."""

POINTER = re.compile(
    r"(?:\b(?:the|a|an|its|their)\s+(?:old|previous|earlier|prior|former|last|then)?\s*)?\b(?:one|that|those|mark|figure|level|high|low|peak|total|reading|tally|number|sum)(?:\s+of)?$",
    re.IGNORECASE,
)
"""Words that stand for an earlier number: "than the old mark of", "with one of"."""

BEYOND = re.compile(r"\s*(?:above|below|over|under|short of)$", re.IGNORECASE)
"""All that stands between a difference and the level it is measured from: "40 percent above $265 billion"."""

AND_BASE = re.compile(
    r"(?:\s+(?:in|for|of|during)\s+[^,;]{2,30}|\s+a \w+ (?:ago|earlier|before))?,?\s+and\s+(?:with\s+|against\s+|from\s+)?(?:(?:just|only|about|nearly|some)\s+)*",
    re.IGNORECASE,
)
OWNED = ("'s", "’s", "'", "’")


def lead_to(sentence: Sentence, floor: int, start: int) -> str:
    """The words between `floor` and a number at `start`, without hedges, and without dates and nouns that only say which earlier number it is."""
    left = FILLER.sub("", sentence.text[floor:start].rstrip("+−")).rstrip(" ,(")
    while True:
        end = floor + len(left)
        owner = next((d for d in sentence.dates if floor < d.start and _is_owner(sentence, d.start, d.end, end)), None)
        shorter = left[: owner.start - floor] if owner is not None else SAME_AGAIN.sub("", POINTER.sub("", left))
        shorter = FILLER.sub("", shorter).rstrip(" ,(")
        if shorter == left or not shorter.strip():
            return left
        left = shorter


def _is_owner(sentence: Sentence, date_start: int, date_end: int, end: int) -> bool:
    """Whether a date ends the words and says whose number follows: "from March's", "below the 2008"."""
    if sentence.text[date_end:end] in OWNED:
        return True
    return date_end == end and (sentence.text[:end].endswith(OWNED) or sentence.text[:date_start].endswith(" the "))


def is_measured_from(sentence: Sentence, mark: Mark[Quantity], lead: str) -> bool:
    """Whether a number is the level that a difference just before it is counted from."""
    before = [q for q in sentence.quantities if q.end <= mark.start]
    return BEYOND.fullmatch(lead) is not None and bool(before) and before[-1].what.unit in ("percent", "percentage_points", "currency")


def is_joined_to_base(sentence: Sentence, base: Mark[Quantity], mark: Mark[Quantity]) -> bool:
    """Whether a level is one more that the figure is compared with: "compared with 23.3 billion in December and 16.8 billion in January"."""
    between = sentence.text[base.end : mark.start]
    return base.end <= mark.start and AND_BASE.fullmatch(between) is not None and not find_moves(between)
