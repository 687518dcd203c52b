"""Whether two texts are one story: the same words in the same order, and the same figures. Pure: texts in, answers out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel, LCSseq
from rensa import RMinHash

from nlp.quantities.find import find_quantities
from nlp.sentences import split_sentences
from tradeclaims.ids import meaning_id
from tradeclaims.normalised import normalised

VERSION = 2
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


TOLD_AGAIN = 0.45
"""Least similarity, word by word, of two sentences that tell the same thing; sentences on the same subject have a quarter to a third in common."""

Figure = tuple[object, ...]


def _words(text: str) -> list[str]:
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), normalised(text))
    return [word.strip(".,") for word in _WORD.findall(plain.lower())]


def _figures(text: str) -> Counter[Figure]:
    found = (mention.quantity for mention in find_quantities(text))
    return Counter((each.low, each.high, each.unit, each.currency) for each in found if each)


@dataclass(frozen=True)
class Words:
    """A text as stories are compared by."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """In lower case; `U.S.` and `US` are one."""
        return _words(self.text)

    @cached_property
    def figures(self) -> Counter[Figure]:
        """Amounts, whatever they are written like, and how often each is said; days and years are none."""
        return _figures(self.text)

    @cached_property
    def counting(self) -> list[tuple[list[str], Counter[Figure]]]:
        """The sentences that hold amounts, as words and amounts."""
        parts = [self.text[span.start : span.end] for span in split_sentences(self.text)]
        return [(_words(part), found) for part in parts if (found := _figures(part))]

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
    """Whether no figure was changed from one text to the other.

    A copy that was cut has lost figures, and one with a paragraph of the outlet's own has others. Where each has figures that the other
    lacks, they must stand in sentences that the other has not at all: a sentence that both have, however reworded or cut, has the same figures.
    """
    if not one.figures and not other.figures:
        return one.numerals <= other.numerals or other.numerals <= one.numerals
    if one.figures <= other.figures or other.figures <= one.figures:
        return True
    return not any(
        not (mine <= others or others <= mine) and Indel.normalized_similarity(words, told) >= TOLD_AGAIN
        for words, mine in one.counting
        for told, others in other.counting
    )


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
