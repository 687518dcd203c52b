"""Whether two texts are one story: the same words in the same order, and the same figures. Pure: texts in, answers out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq
from rensa import RMinHash

from nlp.quantities.find import find_quantities
from tradeclaims.ids import meaning_id
from tradeclaims.normalised import normalised

VERSION = 1
"""Raised when the answer for any two texts changes; stories are then grouped again."""

LEAST_WORDS = 25
"""Shorter texts (a headline with a teaser) say too little to be known again."""

SHINGLE = 3
"""Words that stand together. Longer ones lose copies with many small edits, shorter ones find every text on the subject."""

PERMUTATIONS = 126
ROWS = 3
"""Values of the signature that must agree: of pairs with a third of their shingles in common four of five are found, with half of them all but one in 250."""

SAME = 0.8
"""Least share of the shorter text's words that the longer one has in the same order."""

CUT = 0.5
"""Least length of a copy that an outlet cut short, as a share of the longer text."""

_WORD = re.compile(r"\d[\d.,]*\d|\w+")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True)
class Words:
    """A text as stories are compared by."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """In lower case; `U.S.` and `US` are one."""
        plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), normalised(self.text))
        return [word.strip(".,") for word in _WORD.findall(plain.lower())]

    @cached_property
    def figures(self) -> Counter[object]:
        """Amounts, whatever they are written like, and how often each is said; days and years are none."""
        found = (mention.quantity for mention in find_quantities(self.text))
        return Counter((each.low, each.high, each.unit, each.currency) for each in found if each)

    @cached_property
    def numerals(self) -> Counter[object]:
        """All numbers, days and years among them: what tells two schedules apart that hold no amount."""
        return Counter(word for word in self.words if word[0].isdigit())


def bands(words: Words) -> list[str]:
    """Keys of the text's MinHash signature; texts that share one are candidates. Empty for a text too short to be known again."""
    if len(words.words) < LEAST_WORDS:
        return []
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update(sorted({" ".join(words.words[at : at + SHINGLE]) for at in range(len(words.words) - SHINGLE + 1)}))
    signature = sketch.digest()
    return [meaning_id("band", at, signature[at : at + ROWS]) for at in range(0, PERMUTATIONS, ROWS)]


def similarity(one: Words, other: Words) -> float:
    """Share of the shorter text that the longer one repeats in order, 0 to 1; 0 where one is no more than a part of the other."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    if not shorter or shorter < CUT * longer:
        return 0.0
    return float(LCSseq.similarity(one.words, other.words)) / shorter


def compatible(one: Words, other: Words) -> bool:
    """Whether no figure was changed from one text to the other. A copy that was cut has lost figures; it has no others."""
    mine, others = (one.figures, other.figures) if one.figures or other.figures else (one.numerals, other.numerals)
    return mine <= others or others <= mine


def story_for(words: Words, stories: Sequence[tuple[str, Sequence[Words]]]) -> tuple[str, float] | None:
    """Of candidate stories with the texts they have, the one that the text belongs to, and how similar it is to its nearest text there.

    It must repeat at least one of the texts, and contradict none: otherwise a copy that was cut would bring two versions together.
    """
    best: tuple[str, float] | None = None
    for story, texts in stories:
        near = max((similarity(words, text) for text in texts), default=0.0)
        if near >= SAME and (best is None or near > best[1]) and all(compatible(words, text) for text in texts):
            best = (story, near)
    return best
