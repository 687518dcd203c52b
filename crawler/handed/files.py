"""Files and folders to pieces. Names found inside of them are labels: nothing is ever opened or written under one."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from crawler.handed.mails import mail_piece, mails_of
from crawler.handed.piece import LARGEST, Piece
from crawler.handed.texts import json_pieces
from crawler.handed.web_archives import archive_pieces
from crawler.local import MEDIA_TYPES, read_local
from tradeclaims.errors import Unreadable

SUFFIXES = frozenset({*MEDIA_TYPES, ".jsonl", ".ndjson", ".mbox", ".mbx", ".warc", ".gz"})
"""What is taken from a folder; a file that is named itself is taken whatever its name."""


def pieces_of(path: Path, source: str = "ingest", published: date | None = None) -> Iterator[Piece]:
    """Everything in a file or folder, one by one; a part that cannot be used is a piece with the reason, and the rest follows.

    Known by content: WARC (also gzipped), mbox, JSON (an object, a list of them, or one a line); everything else is one document.
    `published` is the user's word on the day of publication of all of it, mails in an mbox aside: they carry their own.
    """
    if path.is_dir():
        files = sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file() and not each.is_symlink())
        if not files:
            yield Piece(key=str(path), problem=f"{path}: no html, pdf, txt, eml, mbox, json or warc file in this folder")
        for file in files:
            yield from pieces_of(file, source, published)
        return
    try:
        head = _head(path)
        if head.startswith(b"WARC/"):
            yield from archive_pieces(path, source, published)
        elif head.startswith(b"From ") and path.suffix.lower() not in (".txt", ".md"):
            yield from mails_of(path, source)
        elif path.suffix.lower() == ".eml":
            snapshot, body = read_local(path, source, published)
            yield mail_piece(path, body, str(path), source, snapshot)
        elif path.suffix.lower() in (".json", ".jsonl", ".ndjson"):
            yield from json_pieces(path, source, published)
        else:
            snapshot, body = read_local(path, source, published)
            yield Piece(key=str(path), snapshot=snapshot, body=body)
    except Unreadable as error:
        yield Piece(key=str(path), problem=str(error))


def _head(path: Path) -> bytes:
    """The first bytes, decompressed. Raises Unreadable for files that cannot be opened or are too large for one document."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
        if head.startswith(b"\x1f\x8b"):
            with gzip.open(path) as file:
                return file.read(16)
        if not head.startswith((b"WARC/", b"From ")) and path.stat().st_size > LARGEST:
            raise Unreadable(f"{path}: {path.stat().st_size:,} bytes; expected a document of at most {LARGEST:,}")
        return head
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"{path}: cannot be read: {reason}") from error
