"""Nouns of change that govern a row or a flow: "increases in capital goods ($0.4 billion) and autos", "a decrease in the surplus of $0.4 billion"."""

import re

from nlp.claims.moves import Direction, Move
from nlp.claims.said import Said
from nlp.claims.sentence import Sentence

_UP = r"increases?|rises?|gains?|jumps?|growth|surges?|expansions?|widening|leaps?|up|higher"
_DOWN = r"decreases?|declines?|drops?|falls?|reductions?|plunges?|slumps?|dips?|narrowing|slides?|losses|down|lower"
GOVERNOR = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:(?:also\s+)?(?:were|was|occurred|came)\s+(?:also\s+)?(?:(?:recorded|seen|posted|reported|registered|largest|biggest)\s+)?)?(?:in|for)\s+",
    re.IGNORECASE,
)
"""With the preposition that leads to what changed."""

OPENS = re.compile(
    rf"\W*(?:the\s+(?:\w+\s+)?(?:change|increase|decrease|decline|rise|gain|drop|fall)\s+(?:\w+ly\s+)?reflected\s+)?(?:there were |(?:the )?(?:largest|biggest|main) )?{GOVERNOR.pattern}",
    re.IGNORECASE,
)
"""A sentence that goes on about a flow by its changes: "Decreases occurred in consumer goods ($0.2 billion)"."""

TO_HEAD = re.compile(r"(?:the\s+|its\s+|their\s+|our\s+)?(?:[\w-]+\s+){0,4}$")


def said_by_governor(sentence: Sentence, start: int, key: int, head: int) -> Said | None:
    """The noun of change before a key of a row, or before the row's head, as a verb said for its figure; None where none stands there."""
    hits = list(GOVERNOR.finditer(sentence.text, start, key))
    direction: Direction | None = governing(sentence, head)
    at = head
    if hits:
        direction, at = "up" if hits[-1].group("up") else "down", hits[-1].start()
    if direction is None:
        return None
    move = Move(start=at, end=at, direction=direction)
    return Said(words=f"{'increase' if direction == 'up' else 'decrease'} by ", unit="currency", moves=(move,), governs=True)


def governing(sentence: Sentence, head: int) -> Direction | None:
    """Which way the noun of change points that a head hangs on: "a decrease in the services surplus of"."""
    hits = list(GOVERNOR.finditer(sentence.text, max(0, head - 90), head))
    if not hits or TO_HEAD.fullmatch(sentence.text, hits[-1].end(), head) is None:
        return None
    return "up" if hits[-1].group("up") else "down"
