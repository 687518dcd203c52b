"""Text to sentences, by rule: fast, with exact offsets.

A sentence ends at a full stop, question or exclamation mark (with the quotation mark or bracket that closes behind it), at an empty line, and at the
end of a line that stands for itself: a headline, a bullet, a row of a table. Line breaks inside a wrapped paragraph end nothing.
"""

import re
from itertools import pairwise

from nlp.short_forms import NOUNS, SHORT, STARTERS, STATES, TITLES
from tradeclaims.values import Span

_CLOSERS = "\"'”’»)]"
_STOP = re.compile(
    rf"(?:[.!?…][.!?…]*)(?P<closers>[{re.escape(_CLOSERS)}]*)(?P<note>\d{{1,2}}|\[\d{{1,3}}\])?(?=\s|\Z|(?<=[a-z][a-z]\.)[A-Z][a-z]+\s)"
)
_NEXT = re.compile(r"\s*[\"'“‘«(\[]*(?P<first>\S)")
_BLANK = re.compile(r"[ \t\u00a0]*\r?\n[ \t\u00a0\r]*\n\s*")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦►]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_ROW = re.compile(r"\t|\|| {3,}\S|[\w%)] {2,}\S[^\n]*?[\w%)] {2,}\S")
_KEYED = re.compile(r"\s*[A-Z][^:.,;\d\n]{1,40}:\s+(?:[a-z]+\s+)?[(+\-–−]?(?:[A-Z]{0,3}[$€£¥₩])?\d")
_NAMED_FIGURE = re.compile(
    r"\s*[A-Z][^\d:.;\n]{1,40},?\s+[(+\-–−]?(?:[A-Z]{0,3}[$€£¥₩])?\d[\d,.]*\s?(?:%|percent|billion|million|trillion|bn|m)?\)?\s*$"
)
_TAIL = re.compile(r"[A-Za-z][A-Za-z.'’&]*\.\Z|\b\d+\.\Z")


def split_sentences(text: str) -> list[Span]:
    """The sentences of `text` in order, without the white space around them; headlines, bullets and table rows count as sentences."""
    spans: list[Span] = []
    for start, end in _blocks(text):
        spans.extend(_split_block(text, start, end))
    return spans


def _blocks(text: str) -> list[tuple[int, int]]:
    """Stretches that no sentence reaches out of: paragraphs, and lines that stand for themselves."""
    blocks: list[tuple[int, int]] = []
    position = 0
    for blank in _BLANK.finditer(text):
        _add_lines(text, position, blank.start(), blocks)
        position = blank.end()
    _add_lines(text, position, len(text), blocks)
    return blocks


def _add_lines(text: str, start: int, end: int, blocks: list[tuple[int, int]]) -> None:
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, start, end)]
    if len(lines) < 2:
        blocks.append((start, end))
        return
    width = max(b - a for a, b in lines)
    begin = lines[0][0]
    for (a, b), (c, d) in pairwise(lines):
        if _stands_alone(text[a:b], text[c:d], width):
            blocks.append((begin, b))
            begin = c
    blocks.append((begin, lines[-1][1]))


def _is_figure_line(line: str) -> bool:
    """Whether a line is a name with a figure: "China: exports 106,327", "China, $27.2 billion"."""
    return _KEYED.match(line) is not None or _NAMED_FIGURE.match(line) is not None


def _stands_alone(line: str, following: str, width: int) -> bool:
    """Whether a line break ends the line's sentence. Wrapped text has lines of about equal width, and goes on without capital or mark."""
    if (
        _BULLET.match(following)
        or _is_figure_line(line)
        or _is_figure_line(following)
        or line.rstrip().endswith(":")
        or _ROW.search(line.strip())
        or _ROW.search(following.strip())
    ):
        return True
    if width > 100:
        return True  # paragraphs on one line each
    first_word = following.split(maxsplit=1)[0] if following.strip() else ""
    # A wrapped line is full: the next word would not have fitted.
    full = len(line.rstrip()) + 1 + len(first_word) >= width - 8
    return not full and not first_word[:1].islower()


def _split_block(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, begin, stop, end):
            _add(text, begin, stop.end(), spans)
            begin = stop.end()
    _add(text, begin, end, spans)
    return spans


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, stop.end(), end)
    if following is None:
        return True
    first = following["first"]
    if first.islower() or (stop["note"] and not _is_note(text, stop)):
        return False
    mark = stop[0]
    if mark[0] != "." or mark.startswith(("..", ".?", ".!")):
        return first.isupper() or not first.isalpha() or bool(stop["closers"])
    if stop["closers"]:
        return not first.isalpha() or first.isupper()
    tail = _TAIL.search(text, max(begin, stop.start() - 14), stop.start() + 1)
    return tail is None or not _goes_on(text, begin, tail, following, end)


def _goes_on(text: str, begin: int, tail: re.Match[str], following: re.Match[str], end: int) -> bool:
    """Whether the full stop belongs to a short form (or a list number) and the sentence goes on behind it."""
    word = tail[0].rstrip(".").lower()
    if word.isdigit():
        return not text[begin : tail.start()].strip()  # "1. The first point"
    first = following["first"]
    if word in TITLES:
        return True
    known = word in SHORT or (len(word) == 1 and tail[0][0].isupper()) or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) is not None
    if not known:
        return False
    if first.isdigit() or first in "$€£¥₩%&,;:-–":
        return word not in ("etc", "a.m", "p.m") or not first.isdigit()
    next_word = re.match(r"[\w’']+", text[following.start("first") : min(end, following.start("first") + 24)])
    if next_word is None:
        return False
    if text[following.start() : following.start("first")].strip():
        return False  # an opening quotation mark or bracket begins the next sentence
    if re.match(r"\s\(", text[following.start() : following.start() + 2]):
        return True
    opener = next_word[0].lower()
    return opener not in STARTERS and (opener not in NOUNS or word in STATES)


def _is_note(text: str, stop: re.Match[str]) -> bool:
    """ "in Kenya.1 The": the mark of a footnote glued to the full stop; "rose 5.2 The" is a number."""
    return text[stop.start() - 1 : stop.start()].isalpha() or text[stop.start() - 1 : stop.start()] in _CLOSERS


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span.of(text, start, end))
