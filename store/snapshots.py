"""What servers answered: bytes once per content in the archive, snapshots once per address and content in the database."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Literal

from store import warc
from store.archive import Position, append, archive_folder
from store.bodies import pack, unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from store.keys import snapshot_key
from store.removal import taken_down
from tradeclaims.errors import Unreadable
from tradeclaims.ids import body_hash
from tradeclaims.records import Exchange, Snapshot

_NEWEST = "SELECT {} FROM snapshots WHERE url = ? ORDER BY last_seen DESC, n DESC LIMIT 1"

READ = "read"
"""The stage that works on snapshots."""


def save_snapshot(
    db: Database, snapshot: Snapshot, body: bytes, exchange: Exchange | None = None, *, keep_until: datetime | None = None
) -> Literal["saved", "unchanged"]:
    """Store an answer. `unchanged` when the address gave the same bytes last time: only validators and `last_seen` move on.

    `keep_until` keeps the bytes out of the archive, in the database, until that time (store.removal.expire). An address that was taken down is
    not stored. `exchange` holds the headers of request and response; None for files and other bytes that no server sent. A page that goes back to an earlier content has changed: it is to be read again. Raises ValueError when `body` does not have the
    snapshot's hash.
    """
    if body_hash(body) != snapshot.body_hash:
        raise ValueError(f"{snapshot.url}: the snapshot names body {snapshot.body_hash}, the bytes hash to {body_hash(body)}")
    with transaction(db):
        if taken_down(db, snapshot.url) or taken_down(db, snapshot.final_url):
            return "unchanged"
        newest = db.conn.execute(_NEWEST.format("body_hash"), [snapshot.url]).fetchone()
        if newest is None or not _touch(db, snapshot):
            _insert(db, _cached(db, snapshot, body, keep_until) if keep_until else _archived(db, snapshot, body, exchange))
            return "saved"
        if keep_until is None and _held(db, snapshot.body_hash) is None and not _removed(db, snapshot.body_hash):
            # The file that held these bytes was lost: they are put back, and read where that was tried in vain.
            _archived(db, snapshot, body, exchange)
            db.conn.execute(
                "DELETE FROM done WHERE stage = ? AND key IN (SELECT body_hash || ' ' || url FROM snapshots WHERE body_hash = ?)",
                [READ, snapshot.body_hash],
            )
            return "saved"
        now_newest = db.conn.execute(_NEWEST.format("body_hash"), [snapshot.url]).fetchone()
        if now_newest == newest:
            return "unchanged"
        db.conn.execute("DELETE FROM done WHERE stage = ? AND key = ?", [READ, snapshot_key(snapshot)])
        return "saved"


def _touch(db: Database, snapshot: Snapshot) -> bool:
    """Note that known bytes came again; False when this address never gave them."""
    seen = stamp(snapshot.fetched_at)
    updated = db.conn.execute(
        "UPDATE snapshots SET last_seen = max(last_seen, ?), etag = ?, last_modified = ? WHERE url = ? AND body_hash = ?",
        [seen, snapshot.etag, snapshot.last_modified, snapshot.url, snapshot.body_hash],
    )
    return updated.rowcount > 0


def _held(db: Database, hash: str) -> Position | None:
    """The record with these bytes; None for bytes that no file of the archive holds."""
    found = db.conn.execute("SELECT warc_file, warc_offset FROM bodies WHERE hash = ? AND warc_file IS NOT NULL", [hash]).fetchone()
    return Position(file=found[0], offset=found[1]) if found else None


def _removed(db: Database, hash: str) -> str | None:
    """Why these bytes were erased; None for all others."""
    found = db.conn.execute("SELECT removed FROM bodies WHERE hash = ?", [hash]).fetchone()
    return found[0] if found else None


def _archived(db: Database, snapshot: Snapshot, body: bytes, exchange: Exchange | None) -> Snapshot:
    """The snapshot with the position of its record; without one where its bytes were erased before. Bytes that the archive holds already are referred to, not written again."""
    if _removed(db, snapshot.body_hash):
        return snapshot
    first = None
    if _held(db, snapshot.body_hash):
        first = db.conn.execute(
            "SELECT json_extract(body, '$.final_url'), fetched_at FROM snapshots WHERE body_hash = ? ORDER BY n LIMIT 1",
            [snapshot.body_hash],
        ).fetchone()
    record = append(db, snapshot, body, exchange, same_as=(first[0], datetime.fromisoformat(first[1])) if first else None)
    if first is None:
        db.conn.execute(
            "INSERT INTO bodies (hash, size, content, warc_file, warc_offset) VALUES (?, ?, x'', ?, ?) ON CONFLICT (hash)"
            " DO UPDATE SET content = x'', expires_at = NULL, warc_file = excluded.warc_file, warc_offset = excluded.warc_offset",
            [snapshot.body_hash, len(body), record.file, record.offset],
        )
    return replace(snapshot, warc_file=record.file, warc_offset=record.offset)


def _cached(db: Database, snapshot: Snapshot, body: bytes, until: datetime) -> Snapshot:
    """The snapshot; its bytes lie in the database. Bytes that the archive holds stay there; those whose time was over do not come back."""
    db.conn.execute(
        "INSERT INTO bodies (hash, size, content, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT (hash)"
        " DO UPDATE SET content = excluded.content, expires_at = max(expires_at, excluded.expires_at)"
        " WHERE warc_file IS NULL AND expires_at IS NOT NULL AND removed IS NULL",
        [snapshot.body_hash, len(body), zlib.compress(body), stamp(until)],
    )
    return snapshot


def _insert(db: Database, snapshot: Snapshot) -> None:
    seen = stamp(snapshot.fetched_at)
    row = {
        "source": snapshot.source,
        "url": snapshot.url,
        "body_hash": snapshot.body_hash,
        "fetched_at": seen,
        "last_seen": seen,
        "etag": snapshot.etag,
        "last_modified": snapshot.last_modified,
        "body": pack(snapshot),
    }
    db.conn.execute(f"INSERT INTO snapshots ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def body_of(db: Database, hash: str) -> bytes:
    """The bytes with this SHA-256, as they were fetched, verified.

    Raises LookupError for a hash that was never stored, Unreadable where the archive has lost or damaged the bytes.
    """
    found = db.conn.execute("SELECT content, warc_file, warc_offset, removed FROM bodies WHERE hash = ?", [hash]).fetchone()
    if found is None:
        raise LookupError(f"the archive holds no body {hash}")
    content, file, offset, removed = found
    if file is not None:
        body = warc.payload(archive_folder(db) / file, offset)
    elif content:
        body = zlib.decompress(content)
    elif removed:
        raise Unreadable(f"the bytes {hash} were removed: {removed}")
    else:
        raise Unreadable(f"the archive has lost the bytes {hash}; the next crawl that gets them puts them back")
    if body_hash(body) != hash:
        where = f"{file} at byte {offset}" if file else "the database"
        raise Unreadable(f"the archive is damaged: {where} holds bytes with SHA-256 {body_hash(body)}, expected {hash}")
    return body


def move_bodies(db: Database) -> int:
    """Move bytes that an earlier version kept in the database into the archive, one at a time; returns how many moved.

    Each is verified before and after; one that does not have its hash stays where it is, and `body_of` says so.
    """
    moved = 0
    for (hash,) in db.conn.execute("SELECT hash FROM bodies WHERE length(content) > 0 AND expires_at IS NULL").fetchall():
        with transaction(db):
            content = db.conn.execute("SELECT content FROM bodies WHERE hash = ? AND length(content) > 0", [hash]).fetchone()
            known = db.conn.execute("SELECT n, body FROM snapshots WHERE body_hash = ? ORDER BY n LIMIT 1", [hash]).fetchone()
            body = _inflated(content[0]) if content and known else None
            if body is None or body_hash(body) != hash:
                continue
            kept = _archived(db, unpack(Snapshot, known[1]), body, None)
            assert body_of(db, hash) == body
            db.conn.execute("UPDATE snapshots SET body = ? WHERE n = ?", [pack(kept), known[0]])
        moved += 1
    return moved


def _inflated(content: bytes) -> bytes | None:
    try:
        return zlib.decompress(content)
    except zlib.error:
        return None


def validators(db: Database, url: str) -> tuple[str | None, str | None] | None:
    """(etag, last_modified) of the newest answer from `url`; None when it was never fetched or sent neither."""
    found = db.conn.execute(_NEWEST.format("etag, last_modified"), [url]).fetchone()
    return (found[0], found[1]) if found and (found[0] or found[1]) else None


def snapshots_to_read(db: Database, readers_version: str) -> Iterator[Snapshot]:
    """Snapshots that this version of the readers has not worked on, in the order they were last seen.

    Done is what `mark_done(db, "read", snapshot_key(snapshot), readers_version)` says.
    """
    keys = db.conn.execute(
        "SELECT n FROM snapshots WHERE NOT EXISTS (SELECT 1 FROM done WHERE stage = ? AND key = body_hash || ' ' || url AND version = ?)"
        # Bytes that were dropped when their time was over cannot be read again.
        " AND NOT EXISTS (SELECT 1 FROM bodies WHERE hash = body_hash AND expires_at IS NOT NULL AND length(content) = 0)"
        " ORDER BY last_seen, n",
        [READ, readers_version],
    ).fetchall()
    for (n,) in keys:
        yield unpack(Snapshot, db.conn.execute("SELECT body FROM snapshots WHERE n = ?", [n]).fetchone()[0])


def snapshot_with(db: Database, hash: str) -> Snapshot:
    """The first snapshot with these bytes. Raises LookupError when there is none."""
    found = db.conn.execute("SELECT body FROM snapshots WHERE body_hash = ? ORDER BY n LIMIT 1", [hash]).fetchone()
    if found is None:
        raise LookupError(f"no snapshot with the body {hash}")
    return unpack(Snapshot, found[0])


def list_snapshots(db: Database, *, source: str | None = None, url: str | None = None, limit: int = 100) -> list[Snapshot]:
    """Newest snapshots first."""
    found = rows(
        db,
        "SELECT body FROM snapshots WHERE (:source IS NULL OR source = :source) AND (:url IS NULL OR url = :url)"
        " ORDER BY fetched_at DESC, n DESC LIMIT :limit",
        {"source": source, "url": url, "limit": max(limit, 0)},
    )
    return [unpack(Snapshot, row["body"]) for row in found]
