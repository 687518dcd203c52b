"""What people type into a search box, as a query that FTS5 cannot misread."""

import re

_PART = re.compile(r'"([^"]*)"(\*?)|(\S+)')
MOST = 32
"""Words taken from one query: far more than anybody means, far less than the engine's limit on the size of an expression."""


def clean(text: str) -> str:
    """The text without what no database text can hold: lone surrogates (from broken command lines) and NUL."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")


def fts_query(words: str) -> str | None:
    """Every word must occur; "in quotes" the words must stand together; a word with * behind it is the beginning of one.

    None when nothing is left to look for. All operators of the engine lose their meaning by quoting.
    """
    found = []
    for phrase, star, word in _PART.findall(clean(words)):
        text = phrase or word
        if not any(letter.isalnum() for letter in text):
            continue
        prefix = bool(star) or (not phrase and text.endswith("*"))
        quoted = text.rstrip("*").replace('"', '""')
        found.append(f'"{quoted}"' + ("*" if prefix else ""))
    return " ".join(found[:MOST]) or None


def like_part(text: str) -> str:
    """A LIKE pattern (escape character \\) for texts that contain `text`."""
    escaped = re.sub(r"([\\%_])", r"\\\1", clean(text))
    return f"%{escaped}%"
