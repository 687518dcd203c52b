"""Expressions that disregard case and are made ready only when they are first tried: a short text needs few of the hundreds there are."""

import re
from collections.abc import Iterable
from functools import cached_property


class Expression:
    """A regular expression without regard to case; like `re.Pattern` as far as it is used."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.flags = int(re.IGNORECASE)

    @cached_property
    def _ready(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in text[start:end]."""
        return self._ready.search(text, start, len(text) if end is None else end)


def one_of(words: Iterable[str]) -> str:
    """An expression for any of many words, the longest first, with what they begin with in common told once: it is a fraction of the plain list."""
    return _branches(frozenset(words))


def _branches(words: frozenset[str]) -> str:
    by_first: dict[str, set[str]] = {}
    for word in words - {""}:
        by_first.setdefault(word[0], set()).add(word[1:])
    found = [re.escape(first) + _branches(frozenset(rest)) for first, rest in sorted(by_first.items())]
    if not found:
        return ""
    if len(found) == 1 and "" not in words:
        return found[0]
    return f"(?:{'|'.join(found)}){'?' if '' in words else ''}"
