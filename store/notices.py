"""The outbox: a notice is put once per rule, key and channel, waits, and is marked when the channel took it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from store.bodies import pack, unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.records import Notice


def put_notice(db: Database, notice: Notice) -> Literal["saved", "unchanged"]:
    """Put a notice into the outbox; `unchanged` when the same rule, key and channel were put before, sent or not."""
    row: dict[str, Any] = {
        "id": notice.id,
        "rule": notice.rule,
        "key": notice.key,
        "channel": notice.channel,
        "document": notice.document,
        "created_at": stamp(notice.created_at),
        "sent_at": notice.sent_at and stamp(notice.sent_at),
        "body": pack(notice, without="sent_at"),
    }
    with transaction(db):
        added = db.conn.execute(
            f"INSERT INTO notices ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) ON CONFLICT DO NOTHING", list(row.values())
        )
    return "saved" if added.rowcount else "unchanged"


def waiting(db: Database, channel: str | None = None) -> list[Notice]:
    """Notices that no channel has taken yet, oldest first; only those of `channel` where one is named."""
    found = rows(
        db, "SELECT body, sent_at FROM notices WHERE sent_at IS NULL AND (? IS NULL OR channel = ?) ORDER BY n", [channel, channel]
    )
    return [_notice(row) for row in found]


def mark_sent(db: Database, notice: Notice | str, at: datetime) -> Notice:
    """Note that the channel took the notice (or the notice with this id) at `at`; a second mark keeps the first time.

    Raises LookupError when the outbox does not hold it.
    """
    id = notice if isinstance(notice, str) else notice.id
    with transaction(db):
        db.conn.execute("UPDATE notices SET sent_at = ? WHERE id = ? AND sent_at IS NULL", [stamp(at), id])
        found = rows(db, "SELECT body, sent_at FROM notices WHERE id = ?", [id])
    if not found:
        raise LookupError(f"no notice {id}")
    return _notice(found[0])


def all_notices(db: Database) -> Iterator[Notice]:
    """Every notice, sent or waiting, oldest first."""
    for row in rows(db, "SELECT body, sent_at FROM notices ORDER BY n"):
        yield _notice(row)


def _notice(row: dict[str, Any]) -> Notice:
    unsent = unpack(Notice, row["body"], sent_at=None)
    return replace(unsent, sent_at=row["sent_at"] and datetime.fromisoformat(row["sent_at"]))
