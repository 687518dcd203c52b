"""What the elements of an enumeration are told apart by: a partner, a reporter, a product, a time."""

import re
from dataclasses import dataclass
from itertools import pairwise

from nlp.claims.commodity import is_noun
from nlp.claims.moves import find_moves
from nlp.claims.sentence import Sentence
from tradeclaims.values import Period

POSSESSIVE = re.compile(r"['’]s?(?=[\s,])")
UNNAMED = re.compile(
    r"(?:[,;]\s*(?:and\s+|while\s+|but\s+)?|\s(?:and|while|but)\s+)(?:those of\s+|that of\s+)?(?P<words>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}?)\s*[(:]?\s*(?:(?:by|at|up|down|with|worth)\s+)*$"
)
"""Between two figures: a product that no list names, in a row of products."""

UNNAMED_FIRST = re.compile(
    r"(?:\b(?:were|are|was|is|included?|includes|including|such as|of|in|for)|:)\s+(?P<words>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}?)\s*\((?:(?:up|down)\s+)?$"
)
"""The first of a bracketed row."""


UNNAMED_BEHIND = re.compile(
    r"\s+in\s+(?P<words>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}?)(?=\s*[.,;]|\s+(?:and|while|but)\b|\s+(?:in|from|for|last|this)\s)"
)
"""Behind a figure: the same, where figures come first: "by $400 million in capital goods and by $200 million in miscellaneous goods"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The words at `start:end` that name one element; exactly one of the others is set."""

    start: int
    end: int
    party: str | None = None
    product: str | None = None
    period: Period | None = None
    joined: tuple[str, ...] = ()
    """Further parties that share the element: "to China and Hong Kong"."""

    possessive: bool = False
    """Whether it is a party whose own flow it is: "China's" of "Japan's exports rose 4 percent, China's 5 percent"."""


def party_keys(sentence: Sentence, start: int, end: int) -> list[Key]:
    """The countries and blocs between two offsets."""
    return [
        Key(start=m.start, end=m.end, party=m.what, possessive=POSSESSIVE.match(sentence.text, m.end) is not None)
        for m in sentence.party_in(start, end)
    ]


def product_keys(sentence: Sentence, start: int, end: int) -> list[Key]:
    """The products between two offsets: those of the list, and unknown nouns that stand in a row with them."""
    keys = [Key(start=m.start, end=m.end, product=m.what) for m in sentence.products if start <= m.start and m.end <= end]
    figures = [q for q in sentence.quantities if start <= q.start < end]
    opening = [(max(start, figures[0].start - 60), UNNAMED_FIRST, figures[0])] if figures and keys else []
    for since, expression, two in [*opening, *((one.end, UNNAMED, two) for one, two in pairwise(figures))]:
        hit = expression.search(sentence.text[since : two.start])
        if hit is None or any(m.start < two.start and since + hit.start("words") < m.end for m in (*sentence.parties, *sentence.products)):
            continue
        if not find_moves(hit.group("words")) and all(is_noun(word) for word in hit.group("words").split()):
            keys.append(Key(start=since + hit.start("words"), end=since + hit.end("words"), product=hit.group("words")))
    for figure in figures if keys else ():
        behind = UNNAMED_BEHIND.match(sentence.text, figure.end, end)
        if behind is None or any(low < behind.end("words") and behind.start("words") < high for low, high in sentence.extents()):
            continue
        if not find_moves(behind.group("words")) and all(is_noun(word) for word in behind.group("words").split()):
            keys.append(Key(start=behind.start("words"), end=behind.end("words"), product=behind.group("words")))
    return sorted(keys, key=lambda key: key.start)
