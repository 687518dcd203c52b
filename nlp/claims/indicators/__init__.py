"""The indicators: every module beside this file that defines `LEXICON` is one. Adding an indicator is adding a file."""

import importlib
import pkgutil

from nlp.claims.head import Head, Lexicon
from nlp.claims.sentence import Sentence


def _load() -> dict[str, Lexicon]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").LEXICON for name in names}


LEXICONS: dict[str, Lexicon] = _load()


def find_heads(sentence: Sentence) -> list[Head]:
    """All heads of a sentence in text order; where two overlap the longer one stays, at equal length the first in name order."""
    found = [head for lexicon in LEXICONS.values() for head in lexicon.find(sentence)]
    kept: list[Head] = []
    for head in sorted(found, key=lambda h: (h.start - h.end, h.start)):
        if all(head.end <= other.start or other.end <= head.start for other in kept):
            kept.append(head)
    return sorted(kept, key=lambda h: h.start)
