"""What is different between two texts, sentence by sentence."""

from difflib import SequenceMatcher

from rapidfuzz import fuzz

from nlp.sentences import split_sentences
from tradeclaims.normalised import normalised
from tradeclaims.records import SentenceChange

ALIKE = 60
"""Least similarity, of 100, of a sentence that was reworded and not replaced."""

MOST_PAIRS = 250_000
"""Above this the text was replaced, and nobody looks for what was reworded."""

_Sentences = list[tuple[str, str]]
"""Each as it is compared and as it is written."""


def sentence_diff(before: str, after: str) -> list[SentenceChange]:
    """Sentences added, removed and changed, in the order of the later text. Noise, white space and moved sentences are no change."""
    old, new = _sentences(before), _sentences(after)
    matcher = SequenceMatcher(None, [key for key, _ in old], [key for key, _ in new], autojunk=False)
    blocks = [(old[a:b], new[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]
    moved = {key for gone, _ in blocks for key, _ in gone} & {key for _, come in blocks for key, _ in come}
    changes: list[SentenceChange] = []
    for gone, come in blocks:
        changes += _paired([each for each in gone if each[0] not in moved], [each for each in come if each[0] not in moved])
    return changes


def _sentences(text: str) -> _Sentences:
    spans = [text[span.start : span.end] for span in split_sentences(text)]
    return [(key, " ".join(words.split())) for words in spans if (key := normalised(words))]


def _paired(gone: _Sentences, come: _Sentences) -> list[SentenceChange]:
    """Each new sentence with the removed one it most resembles, best pairs first; what is left was removed or added."""
    scores = (
        []
        if len(gone) * len(come) > MOST_PAIRS
        else sorted(
            (
                (score, i, j)
                for i, (old, _) in enumerate(gone)
                for j, (new, _) in enumerate(come)
                if (score := fuzz.ratio(old, new)) >= ALIKE
            ),
            key=lambda each: (-each[0], abs(each[1] - each[2]), each[1]),
        )
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in scores:
        if i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)
    removed = [SentenceChange(kind="removed", before=words, after=None) for i, (_, words) in enumerate(gone) if i not in taken]
    return removed + [
        SentenceChange(kind="changed", before=gone[partner[j]][1], after=words)
        if j in partner
        else SentenceChange(kind="added", before=None, after=words)
        for j, (_, words) in enumerate(come)
    ]
