"""Printed lines put back into paragraphs: sentences must not break where a page's column ended."""

import re
from statistics import quantiles

_ENDS = re.compile(r"[.:;!?…][\"'”’)\]]*$|^\W*$")
_PAGE_MARK = re.compile(r"^\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d+)?\s*$", re.I)
_ITEM = re.compile(r"^\s*(?:[•●▪*–-]|\(?[a-z0-9]{1,3}[.)])\s+\S|^\s*(?:sincerely|respectfully|dear)\b.{0,60}[,:]\s*$", re.I)
"""Lines that begin a paragraph of their own: list items, and the salutation and close of a letter."""


def join_lines(page: str) -> str:
    """Lines of one page as paragraphs, separated by an empty line.

    A line ends a paragraph when an empty line or a list item follows, or when it stops well short of the column's width
    with the end of a sentence or before a capital letter.
    """
    lines = [line.rstrip() for line in page.split("\n") if not _PAGE_MARK.match(line)]
    width = _column(lines)
    parts: list[str] = []
    for number, line in enumerate(lines):
        parts.append(line.strip())
        following = lines[number + 1].strip() if number + 1 < len(lines) else ""
        parts.append("\n\n" if _breaks(line.strip(), following, width) else " ")
    return re.sub(r" *\n\s*\n\s*", "\n\n", "".join(parts)).strip()


def _column(lines: list[str]) -> float:
    lengths = [len(line.strip()) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[-2] if len(lengths) > 4 else float(max(lengths, default=0))


def _breaks(line: str, following: str, width: float) -> bool:
    if not line or not following or _ITEM.match(following):
        return True
    if len(line) > 0.8 * width:
        return False
    return bool(_ENDS.search(line)) or following[:1].isupper() or following[:1].isdigit()
