"""Many names at once in a text: leftmost-longest, whole words only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

import ahocorasick

Payload = TypeVar("Payload")

# Typographic variants that a gazetteer need not list; every replacement is one character for one, so offsets stay true.
_FOLD = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Found(Generic[Payload]):
    """One hit: text[start:end] is a known surface."""

    start: int
    end: int
    payload: Payload


class Matcher(Generic[Payload]):
    """An Aho-Corasick automaton over surfaces. Read-only once built."""

    def __init__(self, entries: Iterable[tuple[str, Payload]], *, ignore_case: bool = False) -> None:
        self._ignore_case = ignore_case
        self._automaton: Any = ahocorasick.Automaton()
        for surface, payload in entries:
            for variant in (surface.lower(),) if ignore_case else _variants(surface):
                if variant.translate(_FOLD) not in self._automaton or variant == surface:
                    self._automaton.add_word(variant.translate(_FOLD), (len(variant), payload))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Found[Payload]]:
        """Hits in text order that do not overlap; of two that start together the longer one wins."""
        folded = _lowered(text) if self._ignore_case else _folded(text)
        hits = [(last - length + 1, last + 1, payload) for last, (length, payload) in self._automaton.iter(folded)]
        behind = 0
        for start, end, payload in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if start >= behind and _stands_alone(folded, start, end):
                behind = end
                yield Found(start, end, payload)


# Every gazetteer reads the same text in turn, so the last few are kept.
@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    return text.translate(_FOLD)


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    folded = _folded(text)
    lowered = folded.lower()
    # Few letters grow when lowered; offsets must not.
    return lowered if len(lowered) == len(folded) else "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def _variants(surface: str) -> Iterator[str]:
    yield surface
    yield surface[0].upper() + surface[1:]
    # Headlines in capitals; short names are left alone, since "US" and "us" must stay apart.
    if len(surface) > 3:
        yield surface.upper()


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or (before in ("_", "$", "@") and before):
        return False
    # "US$" is a currency, not a country.
    return not (after and (after.isalnum() or after in "_$@"))
