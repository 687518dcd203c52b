"""The indicators: every module beside this file that defines `LEXICON` is one. Adding an indicator is adding a file."""

import importlib
import pkgutil
import re

from nlp.claims.head import Head, Lexicon
from nlp.claims.sentence import Sentence
from nlp.lowercase import in_small_letters
from nlp.needles import Prefilter

TO_OUTPUT = re.compile(
    r"\s+as an? (?:percentage|percent|per cent|share|proportion|fraction) of (?:the )?(?:\w+['’]s )?(?:GDP|gross domestic product|output|national income|the economy|economy)\b",
    re.IGNORECASE,
)
"""Behind a flow that is only set against output: the ratio is none of trade."""


BOTH_FLOWS = re.compile(r"\((?:total\s+)?(?:ex|im)ports\s+(?:and|plus|\+|&)\s+(?:ex|im)ports\)", re.IGNORECASE)
"""What total trade is, explained in brackets: "(exports plus imports)"."""


def _load() -> dict[str, Lexicon]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").LEXICON for name in names}


LEXICONS: dict[str, Lexicon] = _load()
_BY_NUMBER = tuple(LEXICONS.values())
_HINTS = Prefilter(in_small_letters(lexicon.hint) for lexicon in _BY_NUMBER)


def find_heads(sentence: Sentence) -> list[Head]:
    """All heads of a sentence in text order; where two overlap the longer one stays, at equal length the first in name order.

    Only the indicators are tried whose hint the sentence can hold.
    """
    found = [head for number in _HINTS.candidates(sentence.text.lower()) for head in _BY_NUMBER[number].find(sentence)]
    kept: list[Head] = []
    explained = [hit.span() for hit in BOTH_FLOWS.finditer(sentence.text)]
    found = [head for head in found if not any(start < head.start and head.end < end for start, end in explained)]
    found = [head for head in found if TO_OUTPUT.match(sentence.text, head.end) is None]
    for head in sorted(found, key=lambda h: (h.start - h.end, h.start)):
        if all(head.end <= other.start or other.end <= head.start for other in kept):
            kept.append(head)
    return sorted(kept, key=lambda h: h.start)
