"""What a text must hold for an expression to match, read off the expression itself.

An expression with gaps and alternatives is tried at every place of a text and mostly fails late. Nearly all of ours cannot match without certain words, and all the
words of all the expressions are found in one pass (Aho-Corasick); only expressions whose words are there need be tried. The idea is that of the prefilters of
RE2 and Hyperscan, which do not know the look-around assertions our expressions use.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import ahocorasick

from nlp.expression import Expression

LEAST = 3
"""Shorter strings occur in every text."""

MOST = 48
"""Alternatives of one stretch that are still worth telling apart."""

Group = frozenset[str]


class Prefilter:
    """Which of many expressions may match a text in small letters."""

    def __init__(self, patterns: Iterable[re.Pattern[str] | Expression], *, least: int = LEAST) -> None:
        """`least` is the length of the shortest strings worth looking for: "if" needs 2."""
        self._always: list[int] = []
        self._groups: list[tuple[int, ...]] = []
        """Of each expression the groups as bit masks; every group must be hit."""

        self._of_bit: list[list[int]] = []
        """Expressions to look at when a needle is found: those that hold it in their narrowest group."""

        bits: dict[str, int] = {}
        for number, pattern in enumerate(patterns):
            groups = sorted(needles_of(pattern, least), key=_breadth)
            masks = []
            for group in groups:
                for needle in group:
                    if needle not in bits:
                        bits[needle] = len(bits)
                        self._of_bit.append([])
                masks.append(sum(1 << bits[needle] for needle in group))
            self._groups.append(tuple(masks))
            if not groups:
                self._always.append(number)
            for needle in groups[0] if groups else ():
                self._of_bit[bits[needle]].append(number)
        self._automaton: Any = ahocorasick.Automaton()
        for needle, bit in bits.items():
            self._automaton.add_word(needle, bit)
        self._automaton.make_automaton()

    def candidates(self, text: str) -> list[int]:
        """Numbers of the expressions that may match, in their order."""
        found = {bit for _, bit in self._automaton.iter(text)}
        mask = sum(1 << bit for bit in found)
        numbers = {number for bit in found for number in self._of_bit[bit] if all(mask & group for group in self._groups[number])}
        return sorted(numbers.union(self._always))


def needles_of(pattern: re.Pattern[str] | Expression, least: int = LEAST) -> list[Group]:
    """Groups of strings in small letters: of each group at least one string stands in every match. Empty where nothing certain can be said."""
    return list(dict.fromkeys(_required(_parsed(pattern), least)))


def _parsed(pattern: re.Pattern[str] | Expression) -> Any:
    return re._parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)  # type: ignore[attr-defined]


def _required(sequence: Any, least: int) -> Iterator[Group]:
    run: set[str] | None = {""}
    for operation, argument in sequence:
        step = _strings(operation, argument)
        if step is not None and run is not None and len(run) * len(step) <= MOST:
            run = {before + after for before in run for after in step}
            continue
        yield from _closed(run, least)
        if step is not None and len(step) <= MOST:
            run = step
            continue
        run = {""}
        yield from _inner(operation, argument, least)
    yield from _closed(run, least)


def _closed(run: set[str] | None, least: int) -> Iterator[Group]:
    if run and min(map(len, run)) >= least:
        yield _plainest(run)


def _inner(operation: Any, argument: Any, least: int) -> Iterator[Group]:
    """Groups inside one item that has no short list of strings."""
    name = str(operation)
    if name == "SUBPATTERN":
        yield from _required(argument[3], least)
    elif name == "ATOMIC_GROUP":
        yield from _required(argument, least)
    elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0:
        yield from _required(argument[2], least)
    elif name == "BRANCH":
        narrowest = [min(groups, key=_breadth) if (groups := list(_required(branch, least))) else None for branch in argument[1]]
        if all(narrowest):
            joined: Group = frozenset().union(*(group for group in narrowest if group))
            yield _plainest(joined)


def _plainest(strings: Iterable[str]) -> Group:
    """Without those that hold another one: whoever finds "talks" need not look for "trade talks"."""
    kept: list[str] = []
    for string in sorted(set(strings), key=len):
        if not any(other in string for other in kept):
            kept.append(string)
    return frozenset(kept)


def _strings(operation: Any, argument: Any) -> set[str] | None:
    """Every string one item can match, where they are few; None otherwise."""
    name = str(operation)
    if name == "LITERAL":
        return {chr(argument).lower()}
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}  # asks without taking
    if name == "SUBPATTERN":
        return _strings_of(argument[3])
    if name == "IN":
        if all(str(kind) == "LITERAL" for kind, _ in argument):
            return {chr(code).lower() for _, code in argument}
        return None
    if name == "BRANCH":
        joined: set[str] = set()
        for branch in argument[1]:
            strings = _strings_of(branch)
            if strings is None or len(joined) > MOST * 4:
                return None
            joined |= strings
        return joined
    if name in ("MAX_REPEAT", "MIN_REPEAT") and (argument[0], argument[1]) in ((0, 1), (1, 1)):
        inner = _strings_of(argument[2])
        return None if inner is None else inner | ({""} if argument[0] == 0 else set())
    return None


def _strings_of(sequence: Any) -> set[str] | None:
    # Asked once on the way down and once for every group around it: remembered on the parsed sequence itself, which lives as long as its parse.
    if not hasattr(sequence, "strings"):
        sequence.strings = _joined(sequence)
    return sequence.strings  # type: ignore[no-any-return]


def _joined(sequence: Any) -> set[str] | None:
    run = {""}
    for operation, argument in sequence:
        step = _strings(operation, argument)
        if step is None or len(run) * len(step) > MOST * 4:
            return None
        run = {before + after for before in run for after in step}
    return run


def _breadth(group: Group) -> tuple[int, int]:
    """Few and long strings are rare."""
    return len(group), -min(map(len, group))
