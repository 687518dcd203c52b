"""The archive: bodies stored once per content, snapshots once per address and content."""

import zlib
from collections.abc import Iterator
from typing import Literal

from store.bodies import pack, unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from store.keys import snapshot_key
from tradeclaims.ids import body_hash
from tradeclaims.records import Snapshot

_NEWEST = "SELECT {} FROM snapshots WHERE url = ? ORDER BY last_seen DESC, n DESC LIMIT 1"

READ = "read"
"""The stage that works on snapshots."""


def save_snapshot(db: Database, snapshot: Snapshot, body: bytes) -> Literal["saved", "unchanged"]:
    """Store an answer. `unchanged` when the address gave the same bytes last time: only validators and `last_seen` move on.

    A page that goes back to an earlier content has changed: it is to be read again. Raises ValueError when `body` does not have the
    snapshot's hash.
    """
    if body_hash(body) != snapshot.body_hash:
        raise ValueError(f"{snapshot.url}: the snapshot names body {snapshot.body_hash}, the bytes hash to {body_hash(body)}")
    with transaction(db):
        newest = db.conn.execute(_NEWEST.format("body_hash"), [snapshot.url]).fetchone()
        if newest is None or not _touch(db, snapshot):
            _insert(db, snapshot, body)
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


def _insert(db: Database, snapshot: Snapshot, body: bytes) -> None:
    if not db.conn.execute("SELECT 1 FROM bodies WHERE hash = ?", [snapshot.body_hash]).fetchone():
        db.conn.execute("INSERT INTO bodies VALUES (?, ?, ?)", [snapshot.body_hash, len(body), zlib.compress(body)])
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
    """The bytes with this SHA-256, as they were fetched. Raises LookupError when the archive does not hold them."""
    found = db.conn.execute("SELECT content FROM bodies WHERE hash = ?", [hash]).fetchone()
    if found is None:
        raise LookupError(f"the archive holds no body {hash}")
    return zlib.decompress(found[0])


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
        " ORDER BY last_seen, n",
        [READ, readers_version],
    ).fetchall()
    for (n,) in keys:
        yield unpack(Snapshot, db.conn.execute("SELECT body FROM snapshots WHERE n = ?", [n]).fetchone()[0])


def list_snapshots(db: Database, *, source: str | None = None, url: str | None = None, limit: int = 100) -> list[Snapshot]:
    """Newest snapshots first."""
    found = rows(
        db,
        "SELECT body FROM snapshots WHERE (:source IS NULL OR source = :source) AND (:url IS NULL OR url = :url)"
        " ORDER BY fetched_at DESC, n DESC LIMIT :limit",
        {"source": source, "url": url, "limit": max(limit, 0)},
    )
    return [unpack(Snapshot, row["body"]) for row in found]
