"""Recorded cases: a page as it was fetched, beside the document it should be read as.

A case is a folder `SOURCE/NAME` with `case.json` and the bytes in `body.html`, `body.pdf` …; `expected` counts once a person has read it and
set `reviewed` to true.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from crawler.handed.mails import MEDIA_TYPE as MAIL
from crawler.readers.feed_item import MEDIA_TYPE as FEED_ITEM
from crawler.reading import read_snapshot
from tradeclaims.codec import decode, encode
from tradeclaims.errors import Misconfigured
from tradeclaims.ids import body_hash
from tradeclaims.records import Document, Snapshot

SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt", "application/json": ".json",
    FEED_ITEM: ".json", MAIL: ".eml",
}  # fmt: skip
_OUTSIDE = ("id", "revision", "snapshot", "pages")
"""Fields of a document that follow from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One recorded page."""

    folder: Path
    """Where it lies."""

    spider: str | None
    """Name of the spider that fetches such pages; None for what users hand over."""

    reviewed: bool
    """Whether a person has read what is expected."""

    snapshot: Snapshot
    """As archived."""

    body: bytes
    """The bytes."""

    expected: dict[str, Any]
    """Fields of the document, as JSON values."""


def expected_of(document: Document) -> dict[str, Any]:
    """The fields of a document that a case states."""
    return {name: value for name, value in encode(document).items() if name not in _OUTSIDE}


def write_case(into: Path, snapshot: Snapshot, body: bytes, spider: str | None) -> Path:
    """Save a case and return its folder. Raises Unreadable where no reader can read the page, Misconfigured where the case exists."""
    document = read_snapshot(snapshot, body)
    folder = into / _slug(snapshot.source) / _slug(unquote(urlsplit(snapshot.url).path) or snapshot.url)
    if folder.exists():
        raise Misconfigured(f"{folder}: recorded already; remove the folder to record the page anew")
    folder.mkdir(parents=True)
    (folder / f"body{SUFFIXES.get(snapshot.media_type, '.bin')}").write_bytes(body)
    plain = {
        "reviewed": False,
        "spider": spider,
        "snapshot": encode(replace(snapshot, warc_file=None, warc_offset=None)),
        "expected": expected_of(document),
    }
    (folder / "case.json").write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return folder


def load_cases(within: Path) -> Iterator[Case]:
    """All cases under a folder, by name. Raises Misconfigured for one whose bytes are not those that were recorded."""
    for path in sorted(within.glob("*/*/case.json")):
        plain = json.loads(path.read_text(encoding="utf-8"))
        bodies = list(path.parent.glob("body.*"))
        snapshot = decode(Snapshot, plain["snapshot"])
        if len(bodies) != 1 or body_hash(body := bodies[0].read_bytes()) != snapshot.body_hash:
            raise Misconfigured(f"{path.parent}: expected one file body.* with SHA-256 {snapshot.body_hash}")
        yield Case(
            folder=path.parent, spider=plain["spider"], reviewed=plain["reviewed"], snapshot=snapshot, body=body, expected=plain["expected"]
        )  # fmt: skip


def _slug(words: str) -> str:
    """A name for a folder: letters, digits and hyphens only, whatever the address says."""
    last = next((part for part in reversed(words.split("/")) if part), "page")
    return re.sub(r"[^a-z0-9]+", "-", last.lower()).strip("-")[:60] or "page"
