"""What the first clause of a row says once for all: "exports rose 3.9 percent to $170bn, imports 4.4 percent to $217bn"."""

import re
from dataclasses import dataclass

from nlp.claims.moves import Move, find_moves
from nlp.claims.sentence import Sentence

OTHER_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|totall?ed|totall?ing|reached|hit|came to|amounted to|stood at|went|made|took|accounted|represent\w*|responsible)\b",
    re.IGNORECASE,
)
"""Verbs that move nothing."""

NOT_GAPPED = re.compile(
    r"[;:(]|\b(?:\w{2,}ing|which|who|left|leaves)\b|\b(?:of|at)\s+(?:(?:an?|about|around|nearly|almost|roughly|some|only|just|more than|less than|over|under)\s+)*$",
    re.IGNORECASE,
)
"""Words that tell what the figure is: "leaving a deficit of $6.5 billion"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The verb before the first figure of a row."""

    words: str
    """The words up to that figure; their last ones tell what the figure is."""

    unit: str
    """Unit of that figure: the verb holds for figures of the same kind."""

    moves: tuple[Move, ...]
    """The movements among the words, offsets as in the sentence."""

    governs: bool = False
    """Whether a noun of change governs the row, so that figures in brackets are changes as well."""


def said_in(sentence: Sentence, start: int, end: int) -> Said | None:
    """The verb that stands between `start` and the first figure; None where no figure follows or nothing moves."""
    first = next((q for q in sentence.quantities if start <= q.start and q.end <= end), None)
    if first is None:
        return None
    words = sentence.text[start : first.start]
    moves = tuple(Move(start=m.start + start, end=m.end + start, direction=m.direction) for m in find_moves(words))
    return Said(words=words, unit=first.what.unit, moves=moves) if moves else None


def is_gapped(sentence: Sentence, start: int, figure: int) -> bool:
    """Whether a clause leaves out the verb and nothing but its partner or product stands there: "and the deficit with China 6.2 percent"."""
    return is_elided(sentence, start, figure) and NOT_GAPPED.search(sentence.text[start:figure]) is None


def is_elided(sentence: Sentence, start: int, figure: int) -> bool:
    """Whether the words from `start` to a figure leave out the verb."""
    words = sentence.text[start:figure]
    return not find_moves(words) and OTHER_VERB.search(words) is None
