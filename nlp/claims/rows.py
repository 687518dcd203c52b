"""Rows of figures: "9.3, 12.5 and 3.8 percent", "fell 9.3 percent, rose 12.5 percent and gained 3.8 percent"; and the sentence as told of one element."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.claims.moves import Move, find_moves
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity

Row = list[Mark[Quantity]]
JOINT = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,|;|\band\b|\bor\b|\bbut\b|\bas well as\b)\s*(?:(?:and|or|but|then|also|by|to|at|a|an|the|another|about|some|around|nearly|almost|roughly|"
    r"over|more than|less than|record|just|only|sharply|slightly|further|edged|went|were|was)\s+)*",
    re.IGNORECASE,
)
RESPECTIVELY = re.compile(r",?\s*(?:\brespectively\b|\bin that order\b),?", re.IGNORECASE)


def rows_of(sentence: Sentence, figures: Sequence[Mark[Quantity]]) -> list[Row]:
    """The figures in rows: runs of one unit that nothing but commas, "and" and verbs of movement part."""
    rows: list[Row] = []
    for mark in figures:
        if rows and _goes_on(sentence, rows[-1][-1], mark):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows


def _goes_on(sentence: Sentence, one: Mark[Quantity], two: Mark[Quantity]) -> bool:
    if (one.what.unit, one.what.currency) != (two.what.unit, two.what.currency):
        return False
    between = sentence.text[one.end : two.start]
    for move in reversed(_moves_between(sentence, one.end, two.start)):
        between = between[: move.start] + " " + between[move.end :]
    return JOINT.fullmatch(between) is not None


def _moves_between(sentence: Sentence, start: int, end: int) -> list[Move]:
    """The movements between two offsets, counted from the first; "added" is one only before its figure, so a little more is looked at."""
    return [move for move in find_moves(sentence.text[start : end + 4]) if move.end <= end - start]


def told_of_one(sentence: Sentence, rows: Sequence[Row], place: int) -> Sentence:
    """The sentence as if it spoke of one element only: of each row its figure is left, with its verb. Blanks keep the offsets."""
    gone: list[tuple[int, int]] = [hit.span() for hit in RESPECTIVELY.finditer(sentence.text)]
    if len(rows) > 1 and len(rows[0]) > 1 and rows[1][0].start < rows[0][1].start:
        elements = list(zip(*rows, strict=True))
        gone += [(elements[n - 1][-1].end if n else own[0].start, own[-1].end) for n, own in enumerate(elements) if n != place]
        return without(sentence, gone)
    for row in rows:
        for number, mark in enumerate(row):
            if number != place:
                gone.append((row[number - 1].end if number else mark.start, mark.end))
        if place:
            own = _moves_between(sentence, row[place - 1].end, row[place].start)
            gone.append((row[place - 1].end, row[place - 1].end + own[0].start if own else row[place].start))
            first = find_moves(sentence.text[: row[0].start])
            if own and first:
                gone.append((first[-1].start, row[0].start))
    return without(sentence, gone)


def without(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with blanks for the words of some spans and without the figures in them."""
    text = sentence.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    kept = tuple(q for q in sentence.quantities if not any(start <= q.start < end for start, end in spans))
    return replace(sentence, text=text, quantities=kept)


def told_by_element(sentence: Sentence, figures: Sequence[Mark[Quantity]], count: int) -> bool:
    """Whether joints part the figures into `count` groups of equal size, two figures and more: "to $23 from $21 billion and to $8 from $7 billion"."""
    sizes = [1]
    for one, two in pairwise(figures):
        if JOINT.fullmatch(sentence.text, one.end, two.start):
            sizes.append(1)
        else:
            sizes[-1] += 1
    return len(sizes) == count and sizes[0] > 1 and len(set(sizes)) == 1


def alternating(figures: Sequence[Mark[Quantity]], count: int) -> list[Row]:
    """Rows of figures told element by element: "4 percent to $3 billion and 5 percent to $2 billion" of two; empty where units do not alternate."""
    each, left = divmod(len(figures), count)
    if left or each < 2:
        return []
    rows = [list(figures[place::each]) for place in range(each)]
    return rows if all(one.what.unit == two.what.unit for row in rows for one, two in pairwise(row)) else []
