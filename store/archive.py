"""Where bytes lie: WARC files in a folder beside the database, one record per answer, each position kept in the database.

One writer at a time: records are appended inside a transaction of the store, whose write lock is the archive's lock too. The bytes are in the
file before the transaction commits, so a position in the database always has its record. After a kill the file may hold a record nobody
points to, or the beginning of one: the next writer keeps the first and cuts off the second. A file is made sure of on disk when it is full
and at the end of a crawl; a power cut may take the last records of an open file, which is found out, and the pages are fetched again.
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from store import warc
from store.database import Database, transaction
from tradeclaims.errors import Misconfigured
from tradeclaims.records import Exchange, Snapshot

LIMIT = 1_000_000_000
"""Bytes after which the next file begins, as web archives do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a record begins."""

    file: str
    """Name of the WARC file in the archive's folder."""

    offset: int
    """Byte of the file."""


def archive_folder(db: Database) -> Path:
    """The folder of the WARC files: `tradeclaims.db.warc` beside `tradeclaims.db`. Move both together."""
    (path,) = [row[2] for row in db.conn.execute("PRAGMA database_list") if row[1] == "main"]
    return Path(f"{path}.warc")


def append(
    db: Database,
    snapshot: Snapshot,
    body: bytes,
    exchange: Exchange | None = None,
    *,
    same_as: tuple[str, datetime] | None = None,
    limit: int = LIMIT,
) -> Position:
    """Write one answer behind the last record and return where it begins; `same_as` as in store.warc.records.

    Raises RuntimeError outside a transaction: without the write lock two processes could write into each other.
    """
    if not db.conn.in_transaction:
        raise RuntimeError("the archive is written inside a transaction only")
    folder = archive_folder(db)
    name = _current(db, folder, limit)
    with (folder / name).open("ab") as file:
        offset = file.tell()
        file.write(warc.records(snapshot, body, exchange, same_as))
        file.flush()
        db.conn.execute("UPDATE warc_files SET size = ? WHERE name = ?", [file.tell(), name])
    return Position(file=name, offset=offset)


def _current(db: Database, folder: Path, limit: int) -> str:
    """The file to append to: sound up to its end, and the end known to the database."""
    newest = db.conn.execute("SELECT n, name, size FROM warc_files ORDER BY n DESC LIMIT 1").fetchone()
    if newest is None:
        return _next(db, folder, 1)
    n, name, size = newest
    size = _made_sound(db, folder / name, size)
    if size >= limit:
        sync(folder / name)
        return _next(db, folder, n + 1)
    return str(name)


def _next(db: Database, folder: Path, n: int) -> str:
    """Begin file number `n`. One that a killed process began, and no transaction knows, is mended and taken on."""
    folder.mkdir(exist_ok=True)
    begun = sorted(folder.glob(f"tradeclaims-{n:05d}-*.warc.gz"))
    name = begun[0].name if begun else f"tradeclaims-{n:05d}-{datetime.now(UTC):%Y%m%d%H%M%S}.warc.gz"
    path = folder / name
    size = warc.mend(path, 0) if begun else 0
    if size == 0:
        path.write_bytes(warc.file_head(name))
        size = path.stat().st_size
    db.conn.execute("INSERT INTO warc_files (n, name, size) VALUES (?, ?, ?)", [n, name, size])
    return name


def check_archive(db: Database) -> None:
    """Hold the files against what the database knows of them, before any work; pages that a file has lost are asked for again.

    Raises Misconfigured for a file that is not there: nothing is forgotten because a folder was left behind.
    """
    folder = archive_folder(db)
    with transaction(db):
        for name, size in db.conn.execute("SELECT name, size FROM warc_files ORDER BY n").fetchall():
            _made_sound(db, folder / name, size)


def _made_sound(db: Database, path: Path, size: int) -> int:
    """The size of a file that ends with a whole record, and that the database knows."""
    try:
        actual = path.stat().st_size
    except FileNotFoundError:
        raise Misconfigured(
            f"{path}: missing; the folder of archived pages belongs beside the database. Put it back, or an empty file of that name to go on without"
        ) from None
    if actual == size:
        return size
    sound = warc.mend(path, size if actual > size else 0)
    if sound < size:
        _forget_lost(db, path.name, sound)
    db.conn.execute("UPDATE warc_files SET size = ? WHERE name = ?", [sound, path.name])
    return sound


def _forget_lost(db: Database, name: str, actual: int) -> None:
    """A file shorter than the database knows it has lost its last records: ask for those pages anew, without validators."""
    lost = "warc_file = ? AND warc_offset >= ?"
    db.conn.execute(
        f"UPDATE snapshots SET etag = NULL, last_modified = NULL WHERE body_hash IN (SELECT hash FROM bodies WHERE {lost})", [name, actual]
    )
    db.conn.execute(f"UPDATE bodies SET warc_file = NULL, warc_offset = NULL WHERE {lost}", [name, actual])


def sync(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_archive(db: Database) -> None:
    """Wait until the file that is written to is on the disk."""
    newest = db.conn.execute("SELECT name FROM warc_files ORDER BY n DESC LIMIT 1").fetchone()
    if newest and (path := archive_folder(db) / newest[0]).exists():
        with transaction(db):
            sync(path)
