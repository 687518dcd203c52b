"""Sources that told us to stop."""

from datetime import datetime

from store.bodies import pack, unpack
from store.database import Database, rows, transaction
from tradeclaims.records import Refusal


def save_refusal(db: Database, refusal: Refusal) -> None:
    """Note a refusal; the newest of a source counts."""
    with transaction(db):
        db.conn.execute(
            "INSERT INTO refusals (source, body) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET body = excluded.body",
            [refusal.source, pack(refusal)],
        )


def refusal(db: Database, source: str, now: datetime) -> Refusal | None:
    """The refusal in force; one whose own time is over is not."""
    found = db.conn.execute("SELECT body FROM refusals WHERE source = ?", [source]).fetchone()
    known = unpack(Refusal, found[0]) if found else None
    return None if known is None or (known.until and known.until <= now) else known


def refusals(db: Database) -> list[Refusal]:
    """All refusals, those whose time is over included."""
    return [unpack(Refusal, row["body"]) for row in rows(db, "SELECT body FROM refusals ORDER BY source")]


def lift(db: Database, source: str) -> bool:
    """Forget a source's refusal; False when there was none."""
    with transaction(db):
        return bool(db.conn.execute("DELETE FROM refusals WHERE source = ?", [source]).rowcount)
