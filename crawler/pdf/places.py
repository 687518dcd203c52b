"""Where on which page of a PDF a quotation stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the lower left corner of the page."""

_SKIPPED = re.compile("[\\s\u0002\ufffe\u00ad-]+")
"""Spaces, line breaks and hyphens may differ between text and page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A part of a page."""

    page: int
    """Number of the page, from 1."""

    boxes: tuple[Box, ...]
    """One box a line."""


def places(body: bytes, quote: str, pages: Sequence[int] | None = None) -> list[Place]:
    """The boxes of a quotation, one Place per page it stands on; empty where it is not found, as on a recognised scan.

    `pages`: numbers of the pages to look at first, from 1; a quotation may run on to the next.
    """
    wanted = _squeezed(quote)
    if not wanted:
        return []
    with pypdfium2.PdfDocument(body) as pdf:
        order = sorted(range(len(pdf)), key=lambda number: (number + 1 not in (pages or ()), number))
        for number in order:
            if found := _from_page(pdf, number, wanted):
                return found
    return []


def _from_page(pdf: pypdfium2.PdfDocument, number: int, wanted: str) -> list[Place]:
    """The quotation where it begins on this page, also when it ends on the next."""
    here, back = _letters(pdf, number)
    start = here.find(wanted)
    if start >= 0:
        return [_place(pdf, number, back[start : start + len(wanted)])]
    for cut in range(min(len(wanted) - 1, len(here)), 0, -1):
        if here.endswith(wanted[:cut]) and number + 1 < len(pdf):
            there, back_there = _letters(pdf, number + 1)
            rest = wanted[cut:]
            begins = there.find(rest)
            if begins >= 0:
                return [_place(pdf, number, back[-cut:]), _place(pdf, number + 1, back_there[begins : begins + len(rest)])]
    return []


def _letters(pdf: pypdfium2.PdfDocument, number: int) -> tuple[str, list[int]]:
    """The page without spaces and hyphens, and for each letter its place among the page's characters."""
    text = pdf[number].get_textpage()
    codes = (pypdfium2.raw.FPDFText_GetUnicode(text, index) for index in range(text.count_chars()))
    kept = [(chr(code), index) for index, code in enumerate(codes) if code and not _SKIPPED.fullmatch(chr(code))]
    return "".join(char for char, _ in kept), [index for _, index in kept]


def _place(pdf: pypdfium2.PdfDocument, number: int, indices: Sequence[int]) -> Place:
    text = pdf[number].get_textpage()
    first, last = indices[0], indices[-1]
    boxes = [text.get_rect(each) for each in range(text.count_rects(first, last - first + 1))]
    return Place(page=number + 1, boxes=tuple(_by_line(boxes)))


def _by_line(boxes: Sequence[Box]) -> list[Box]:
    """PDFium gives a box per run of one font; those at one height are one line."""
    lines: list[Box] = []
    for left, bottom, right, top in boxes:
        if lines and min(top, lines[-1][3]) - max(bottom, lines[-1][1]) > (top - bottom) / 2:
            was = lines[-1]
            lines[-1] = (min(left, was[0]), min(bottom, was[1]), max(right, was[2]), max(top, was[3]))
        else:
            lines.append((left, bottom, right, top))
    return [(round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)) for left, bottom, right, top in lines]


def _squeezed(text: str) -> str:
    return _SKIPPED.sub("", text)
