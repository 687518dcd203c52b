"""Items that listings named and that have not come yet, so that neither a kill nor a listing that moves on loses one."""

from collections.abc import Sequence
from datetime import datetime

from store.bodies import pack, unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.records import Known, Listed, Listing
from tradeclaims.records.collection import State

PATIENCE = 5
"""Runs after which an address that answers 404 or 410 is not asked any more."""


def save_listing(db: Database, source: str, url: str, said: Listing, owed: Sequence[Listed]) -> None:
    """Note what a listing said and what it makes us owe.

    An item that is known as owed, refused or gone stays what it is.
    """
    now = stamp()
    with transaction(db):
        db.conn.execute(
            "INSERT INTO listings (source, url, read_at, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (source, url) DO UPDATE SET read_at = excluded.read_at, body = excluded.body",
            [source, url, now, pack(said)],
        )
        db.conn.executemany(
            "INSERT INTO frontier (source, url, state, attempts, why, listed_at, body) VALUES (?, ?, 'owed', 0, '', ?, ?)"
            " ON CONFLICT (source, url) DO NOTHING",
            [(source, item.url, now, pack(item)) for item in owed],
        )


def last_listing(db: Database, source: str, url: str) -> Listing | None:
    """What a listing said when it was last read; None when it never was."""
    found = db.conn.execute("SELECT body FROM listings WHERE source = ? AND url = ?", [source, url]).fetchone()
    return unpack(Listing, found[0]) if found else None


def listed_rows(db: Database, source: str) -> list[str]:
    """Addresses of all rows that the source's listings had when they were last read."""
    found = rows(
        db,
        "SELECT json_extract(item.value, '$.url') AS url FROM listings, json_each(listings.body, '$.items') item WHERE source = ?",
        [source],
    )
    return [row["url"] for row in found]


def owed(db: Database, source: str) -> list[Listed]:
    """Items to ask for, in the order they were listed; of those that are not there the ones whose patience has not run out."""
    found = rows(
        db,
        "SELECT body FROM frontier WHERE source = ? AND (state = 'owed' OR (state = 'gone' AND attempts < ?)) ORDER BY n",
        [source, PATIENCE],
    )
    return [unpack(Listed, row["body"]) for row in found]


def settle(db: Database, source: str, url: str) -> None:
    """An item has come, or its copy is still good."""
    with transaction(db):
        db.conn.execute("DELETE FROM frontier WHERE source = ? AND url = ?", [source, url])


def miss(db: Database, source: str, url: str, why: str, state: State) -> None:
    """An item did not come in this run."""
    with transaction(db):
        db.conn.execute(
            "UPDATE frontier SET state = ?, attempts = attempts + 1, why = ? WHERE source = ? AND url = ?", [state, why, source, url]
        )


def barred(db: Database, source: str, url: str) -> str | None:
    """Why an item is not to be asked for; None when it may be."""
    found = db.conn.execute("SELECT state, attempts, why FROM frontier WHERE source = ? AND url = ?", [source, url]).fetchone()
    if found and (found[0] == "refused" or (found[0] == "gone" and found[1] >= PATIENCE)):
        return str(found[2])
    return None


def reopen(db: Database, source: str) -> int:
    """Ask for a source's refused and missing items again; returns how many there are."""
    with transaction(db):
        return int(
            db.conn.execute("UPDATE frontier SET state = 'owed', attempts = 0 WHERE source = ? AND state <> 'owed'", [source]).rowcount
        )


def known(db: Database, url: str) -> Known | None:
    """What is known of an address that has answered before."""
    found = rows(
        db,
        "SELECT etag, last_modified, (SELECT min(fetched_at) FROM snapshots WHERE url = :url) AS first_seen, last_seen"
        " FROM snapshots WHERE url = :url ORDER BY last_seen DESC, n DESC LIMIT 1",
        {"url": url},
    )
    if not found:
        return None
    row = found[0]
    return Known(
        etag=row["etag"],
        last_modified=row["last_modified"],
        first_seen=datetime.fromisoformat(row["first_seen"]),
        last_seen=datetime.fromisoformat(row["last_seen"]),
    )


def still_good(db: Database, url: str, seen: str) -> None:
    """The address said that its newest copy is still good."""
    with transaction(db):
        db.conn.execute(
            "UPDATE snapshots SET last_seen = max(last_seen, ?) WHERE n ="
            " (SELECT n FROM snapshots WHERE url = ? ORDER BY last_seen DESC, n DESC LIMIT 1)",
            [seen, url],
        )
