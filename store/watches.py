"""Which claims new figures touch. What was looked up is text to the store; what touches what is for the checker to say."""

from collections.abc import Iterable, Iterator, Mapping

from store.database import Database, transaction

CHECK = "check"
"""The stage that works on claims."""


def save_watches(db: Database, claim_id: str, looked: Mapping[str, str]) -> None:
    """Keep what the current verdict on a claim looked up, by place; what an earlier check looked up goes."""
    with transaction(db):
        db.conn.execute("DELETE FROM watches WHERE claim = ?", [claim_id])
        db.conn.executemany("INSERT INTO watches VALUES (?, ?, ?)", [(claim_id, place, text) for place, text in looked.items()])


def watchers(db: Database, places: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(place, claim id, what it looked up there) of every standing claim whose verdict looked something up at one of the places."""
    for place in places:
        yield from db.conn.execute(
            "SELECT w.place, w.claim, w.stretches FROM watches w JOIN claims c ON c.id = w.claim WHERE w.place = ? AND c.retired_at IS NULL",
            [place],
        ).fetchall()


def figures_seen(db: Database) -> int | None:
    """Number of the newest observation whose claims were put back to work; None before the first check."""
    found = db.conn.execute("SELECT n FROM figures_seen").fetchone()
    return found[0] if found else None


def put_back(db: Database, claims: Iterable[str], newest: int) -> int:
    """Put claims back to work, since figures up to the observation `newest` touch them; returns how many. All or nothing.

    Only these claims: others of their documents count as done on their own.
    """
    with transaction(db):
        touched = list(claims)
        for id in touched:
            db.conn.execute("DELETE FROM done WHERE stage = ? AND key = ?", [CHECK, id])
            db.conn.execute(
                "DELETE FROM done WHERE stage = ? AND key IN (SELECT document || ' ' || revision FROM claims WHERE id = ?)", [CHECK, id]
            )
        db.conn.execute("INSERT INTO figures_seen VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET n = excluded.n", [newest])
    return len(touched)
