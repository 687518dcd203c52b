"""Where a text quotes somebody: stretches inside quotation marks, across paragraphs where a quotation runs on."""

import re

MARK = re.compile(r"[“”\"]|\n\s*\n|\n")


def find_quotations(text: str) -> list[tuple[int, int]]:
    """(start, end) of each quotation, marks included. A paragraph that ends inside one closes it unless the next opens with a mark again.

    Straight marks open and close by turns within a paragraph; "scare quotes" of one or two words count as quotations too.
    """
    found: list[tuple[int, int]] = []
    start: int | None = None
    for hit in MARK.finditer(text):
        sign = hit.group()
        if sign.startswith("\n"):
            if start is not None:
                if text[hit.end() : hit.end() + 1] in ("“", '"') or "\n" not in sign.strip(" "):
                    found.append((start, hit.start()))
                start = None
        elif sign == "“" or (sign == '"' and start is None):
            start = hit.start() if start is None else start
        elif start is not None:
            found.append((start, hit.end()))
            start = None
    return found
