"""Lines that a printed text repeats on every page: heads, feet and page numbers are no part of it."""

import re
from collections import Counter
from collections.abc import Sequence

EDGE = 3
"""So many lines at the top and at the bottom of a page may be such."""

_NUMBER = re.compile(r"\d+")


def without_running_heads(pages: Sequence[str]) -> list[str]:
    """The pages without edge lines that stand on at least three and on half of them; numbers in such lines may count on."""
    if len(pages) < 3:
        return list(pages)
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page.split("\n"))})
    running = {key for key, count in seen.items() if key and count >= max(3, len(pages) / 2)}
    return [_stripped(page.split("\n"), running) for page in pages]


def _edges(lines: list[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    return filled[:EDGE] + filled[-EDGE:]


def _stripped(lines: list[str], running: set[str]) -> str:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    edges = {*filled[:EDGE], *filled[-EDGE:]}
    return "\n".join(line for number, line in enumerate(lines) if not (number in edges and _key(line) in running))


def _key(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.lower().split()))
