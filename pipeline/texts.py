"""Texts given directly, by file or standard input: plain text, or JSON lines {id, text, published, dateline_country}."""

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from tradeclaims.errors import Misconfigured
from tradeclaims.ids import meaning_id
from tradeclaims.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One text to read, or why one line of the input could not be used."""

    id: Any
    """The caller's id as given; the line number or file name where there is none."""

    document: Document | None = None
    """The text as a document; None where the line could not be used."""

    error: str | None = None
    """What was wrong with the line, and what was expected."""


def given_texts(files: Iterable[str], *, published: date | None, country: str | None) -> Iterator[Given]:
    """The texts of `files` in order, streaming; "-" is standard input.

    Raises Misconfigured for a file that cannot be opened or is not UTF-8 text.
    """
    for name in files:
        yield from _texts_of(name, published=published, country=country)


def _texts_of(name: str, *, published: date | None, country: str | None) -> Iterator[Given]:
    if name == "-":
        yield from _read(sys.stdin.buffer, "stdin", published=published, country=country)
        return
    try:
        with Path(name).open("rb") as lines:
            yield from _read(lines, Path(name).name, published=published, country=country)
    except OSError as error:
        raise Misconfigured(f"{name}: cannot be opened ({error.strerror})") from error


def _read(lines: Iterable[bytes], name: str, *, published: date | None, country: str | None) -> Iterator[Given]:
    """JSON lines where the first line with content opens an object, one plain text otherwise."""
    stream = iter(lines)
    head: list[bytes] = []
    for line in stream:
        head.append(line.removeprefix(codecs.BOM_UTF8) if not head else line)
        if line.strip():
            break
    if head and head[-1].lstrip().startswith(b"{"):
        for number, line in enumerate(chain(head[-1:], stream), len(head)):
            if line.strip():
                yield _from_json(line, f"{name}:{number}", published=published, country=country)
        return
    try:
        text = b"".join(chain(head, stream)).decode()
    except UnicodeDecodeError as error:
        raise Misconfigured(f"{name}: not UTF-8 text (byte {error.start})") from error
    if not text.strip():
        raise Misconfigured(f"{name}: empty, expected text or JSON lines")
    yield Given(id=name, document=_document(name, text.replace("\r\n", "\n"), published, country))


def _from_json(line: bytes, fallback: str, *, published: date | None, country: str | None) -> Given:
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return Given(id=fallback, error=f"not UTF-8 (byte {error.start})")
    except json.JSONDecodeError as error:
        return Given(id=fallback, error=f"not JSON: {error.msg} at column {error.colno}")
    except RecursionError:
        return Given(id=fallback, error="not JSON: nested too deeply")
    if not isinstance(row, dict):
        return Given(id=fallback, error="expected a JSON object with a text")
    name = row.get("id", fallback)
    text, stated, dateline = row.get("text"), row.get("published"), row.get("dateline_country")
    if not isinstance(text, str):
        return Given(id=name, error="`text` must be a string")
    if dateline is not None and not isinstance(dateline, str):
        return Given(id=name, error="`dateline_country` must be an ISO 3166 alpha-3 code or null")
    try:
        day = date.fromisoformat(stated[:10]) if stated else published
    except (TypeError, ValueError):
        return Given(id=name, error=f"`published` must be a date like 2017-07-13, got {stated!r}")
    return Given(id=name, document=_document(str(name), text, day, dateline or country))


def _document(name: str, text: str, published: date | None, country: str | None) -> Document:
    return Document(
        id=meaning_id("document", "stdin", name, text),
        source="stdin",
        kind="text",
        url=f"text:{name}",
        title="",
        country=country,
        published=published,
        published_raw=published.isoformat() if published else "",
        text=text,
    )
