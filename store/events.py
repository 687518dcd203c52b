"""Rows of events."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from store.bodies import pack, unpack
from store.database import Database, rows
from tradeclaims.records import Event


def upsert_event(db: Database, event: Event, *, now: str, retired_at: str | None) -> bool:
    """Write one event; True when it is new, came back or changed."""
    row = _columns(event)
    before = rows(db, "SELECT n, body, retired_at FROM events WHERE id = ?", [event.id])
    if not before:
        row |= {"id": event.id, "first_seen": now, "last_seen": now, "retired_at": retired_at}
        db.conn.execute(f"INSERT INTO events ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
        return True
    if retired_at is not None:  # an older revision has nothing to add to an event that is known
        return False
    row |= {"last_seen": now, "retired_at": None}
    db.conn.execute(f"UPDATE events SET {', '.join(f'{name} = ?' for name in row)} WHERE n = ?", [*row.values(), before[0]["n"]])
    return any(before[0][name] != row[name] for name in ("body", "retired_at"))


def _columns(event: Event) -> dict[str, Any]:
    return {
        "document": event.document,
        "revision": event.revision,
        "start": event.evidence.start,
        "evidence": event.evidence.quote,
        "type": event.type,
        "status": event.status,
        "agreement": event.agreement,
        "date": event.date and event.date.isoformat(),
        "date_end": event.date_end and event.date_end.isoformat(),
        "official": int(event.official),
        "historical": int(event.historical),
        "occasion": event.occasion,
        "body": pack(event),
    }


def retire_events(db: Database, document: str, keep: Iterable[str], now: str) -> int:
    """Mark the document's events outside `keep` as no longer reported; returns how many."""
    kept = set(keep)
    gone = [
        id for (id,) in db.conn.execute("SELECT id FROM events WHERE document = ? AND retired_at IS NULL", [document]) if id not in kept
    ]
    db.conn.executemany("UPDATE events SET retired_at = ? WHERE id = ?", [(now, id) for id in gone])
    return len(gone)


def events_of(db: Database, document_id: str, *, retired: bool = False) -> list[Event]:
    """The events a document reports, in text order; with `retired` also those it no longer reports."""
    found = rows(
        db,
        "SELECT body FROM events WHERE document = ? AND (? OR retired_at IS NULL) ORDER BY start, n",
        [document_id, retired],
    )
    return [unpack(Event, row["body"]) for row in found]


def all_events(db: Database) -> Iterator[Event]:
    """Every event that stands, document by document in the order they came, within each in text order."""
    order = "SELECT e.n FROM events e JOIN documents d ON d.id = e.document AND d.latest = 1 WHERE e.retired_at IS NULL ORDER BY d.n, e.start, e.n"
    for (n,) in db.conn.execute(order).fetchall():
        yield unpack(Event, db.conn.execute("SELECT body FROM events WHERE n = ?", [n]).fetchone()[0])


def list_events(
    db: Database,
    *,
    type: str | None = None,
    agreement: str | None = None,
    status: str | None = None,
    since: date | None = None,
    limit: int | None = None,
) -> list[Event]:
    """Active events, the latest act first and undated ones last; `since` is compared with the day of the act. All of them by default."""
    found = rows(
        db,
        "SELECT body FROM events WHERE retired_at IS NULL AND (:type IS NULL OR type = :type)"
        " AND (:agreement IS NULL OR agreement = :agreement COLLATE NOCASE) AND (:status IS NULL OR status = :status)"
        " AND (:since IS NULL OR date >= :since) ORDER BY date DESC, n DESC LIMIT :limit",
        {
            "type": type,
            "agreement": agreement,
            "status": status,
            "since": since and since.isoformat(),
            "limit": -1 if limit is None else max(limit, 0),
        },
    )
    return [unpack(Event, row["body"]) for row in found]
