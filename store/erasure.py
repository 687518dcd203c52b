"""Taking bytes out of the archive for good: a takedown, or a private copy whose time is over.

The record is overwritten in place by one of the same length that only says so: other records keep their positions, and the file stays a
WARC file that any reader can read. What is to be erased is noted before it is, so that a kill in between is made up for.
"""

import os
import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path

from store import warc
from store.archive import archive_folder
from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.ids import meaning_id

_STORED = 65535
"""Bytes of a block that deflate keeps uncompressed; each costs five more."""


def erase_body(db: Database, hash: str, why: str) -> bool:
    """Erase the bytes with this SHA-256; False where they are not there. They are not archived again when they come again.

    What was read from them (documents, claims) is the caller's to remove. `why` is what `body_of` says from now on.
    """
    finish_erasures(db)
    with transaction(db):
        found = db.conn.execute(
            "SELECT warc_file, warc_offset, length(content) FROM bodies WHERE hash = ? AND removed IS NULL", [hash]
        ).fetchone()
        if found is None:
            return False
        file, offset, inside = found
        if file is not None:
            db.conn.execute("INSERT INTO erasures (warc_file, warc_offset, why, at) VALUES (?, ?, ?, ?)", [file, offset, why, stamp()])
        db.conn.execute("UPDATE bodies SET content = x'', warc_file = NULL, warc_offset = NULL, removed = ? WHERE hash = ?", [why, hash])
    finish_erasures(db)
    return file is not None or bool(inside)


def finish_erasures(db: Database) -> None:
    """Overwrite what is noted for erasure; also what a killed process left undone."""
    with transaction(db):
        for row in rows(db, "SELECT n, warc_file, warc_offset, why FROM erasures ORDER BY n"):
            path = archive_folder(db) / row["warc_file"]
            if path.exists():
                _overwrite(path, row["warc_offset"], row["why"])
            db.conn.execute("DELETE FROM erasures WHERE n = ?", [row["n"]])


def _overwrite(path: Path, offset: int, why: str) -> None:
    size = warc.member_size(path, offset)
    if size is None:
        return
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(_blank(size, why))
        file.flush()
        os.fsync(file.fileno())


def _blank(size: int, why: str) -> bytes:
    """A gzip member of exactly `size` bytes with a `metadata` record that says why there is nothing; the rest of it is spaces."""
    room = size - 18  # head and foot of the member
    data = room - 5 * -(-room // (_STORED + 5))
    comment = room - data - 5 * -(-data // _STORED)
    said = f"removed: {why}"
    head = (
        f"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:{_uuid(why, size)}>\r\nWARC-Date: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\r\n"
        "Content-Type: text/plain\r\nContent-Length: "
    )
    length = data - len(head.encode()) - 8 - 10
    record = f"{head}{length:010d}\r\n\r\n".encode() + said.encode()[:length].ljust(length) + b"\r\n\r\n"
    blocks = [record[at : at + _STORED] for at in range(0, len(record), _STORED)]
    deflated = b"".join(
        struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ 0xFFFF) + block for block in blocks
    )  # fmt: skip
    name = b"" if not comment else b"-" * (comment - 1) + b"\0"
    member = b"\x1f\x8b\x08" + (b"\x10" if comment else b"\x00") + b"\0\0\0\0\0\xff" + name + deflated
    return member + struct.pack("<II", zlib.crc32(record), len(record) & 0xFFFFFFFF)


def _uuid(*parts: object) -> str:
    digits = (meaning_id("uuid", *parts)[1:] * 2)[:32]
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
