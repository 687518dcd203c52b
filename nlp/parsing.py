"""Dependency parses of the sentences that need one, made in batches."""

from collections.abc import Iterable

from spacy.tokens import Doc

from nlp.language import load_language

BATCH = 32
"""Sentences a batch: larger ones are no faster and take several times the memory."""


class Parses:
    """Parses by sentence. Sentences announced at creation are parsed together; any other when it is asked for."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        flat = list(dict.fromkeys(map(_flat, sentences)))
        self._docs: dict[str, Doc] = dict(zip(flat, load_language().pipe(flat, batch_size=BATCH), strict=True)) if flat else {}

    def of(self, sentence: str) -> Doc:
        """The parse of one sentence; offsets are those of the sentence."""
        flat = _flat(sentence)
        if flat not in self._docs:
            self._docs[flat] = load_language()(flat)
        return self._docs[flat]


def _flat(sentence: str) -> str:
    # A line break in a wrapped paragraph is no border for the parser; one character for one keeps the offsets.
    return sentence.replace("\n", " ")
