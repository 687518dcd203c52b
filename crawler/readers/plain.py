"""Plain text files: page furniture on top is dropped, the first headline-like line is the title."""

import re

from crawler.blocks import tidy
from crawler.readers.reading import Reading
from crawler.written_dates import find_date
from tradeclaims.errors import Unreadable

VERSION = 1

_FURNITURE = re.compile(
    r"^\W*(you will be redirected\b.*|skip to (main |the )?(content|navigation).*|(main )?menu|search|subscribe.*|sign (in|up).*|log ?in.*|"
    r"advertis\w+.*|accept (all )?cookies.*|(we|this (web)?site) uses? cookies.*|share( this.*)?|print|home|back to top|close|"
    r"an official website of the united states government.*|here.s how you know.*|toggle navigation.*|loading\W*|breadcrumb\w*)\W*$",
    re.I,
)
TITLE_LIMIT = 160


def read_plain(text: str) -> Reading:
    """The text without furniture on top; the title line stays in it, so that spans quote the file. Raises Unreadable when empty."""
    lines = text.strip("\ufeff \n").split("\n")
    while lines and (not lines[0].strip() or _FURNITURE.match(lines[0])):
        lines.pop(0)
    kept = tidy("\n".join(lines))
    if not kept:
        raise Unreadable("expected text, found none")
    title = _title(kept)
    head = kept[:300]
    dated = (
        find_date(head.removeprefix(title))
        if re.search(r"^\W*(published|posted|updated|date)?:?\W*\w{3,9}\.? \d{1,2}, \d{4}\W*$", head, re.I | re.M)
        else None
    )
    return Reading(
        reader="plain", version=VERSION, kind="text", title=title, text=kept,
        published=dated[0] if dated else None, published_raw=dated[1] if dated else "",
    )  # fmt: skip


def _title(text: str) -> str:
    """The first line that stands alone above an empty line and reads like a headline; empty when the text begins with prose."""
    for paragraph in text.split("\n\n")[:3]:
        line = paragraph.strip()
        if "\n" in line or len(line) > TITLE_LIMIT:
            return ""
        if len(line.split()) >= 2 and not line.endswith((".", ":", ";", ",")) and len(text) > len(line) + 2:
            return line
    return ""
