"""A rule: an expression for the words, a function for the interval they mean."""

import re
from collections.abc import Callable

from nlp.dates.reading import Reading
from tradeclaims.values import Period

Found = Period | None


class Rule:
    """An expression and its builder. The builder returns None when the words turn out to be no date, or cannot be resolved."""

    __slots__ = ("begins", "build", "pattern")

    def __init__(self, pattern: str, build: Callable[[re.Match[str], Reading], Found], *, begins: str) -> None:
        self.pattern = re.compile(pattern)
        self.build = build
        self.begins = frozenset(begins)
        """The characters, in lower case, with which the words may begin: no other place of a text need be tried."""
