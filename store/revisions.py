"""Which documents changed, when, and how much of them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from store.clock import stamp
from store.database import Database, rows
from tradeclaims.codec import encode
from tradeclaims.records import Revision

_COLUMNS = "document, revision, cause, seen_at, added, removed, changed"


def save_revision(db: Database, revision: Revision) -> None:
    """Note how a revision came to be; known ones stay as they are. A page that went back was seen when it came back, not when it first came."""
    db.conn.execute(
        f"INSERT INTO revisions ({_COLUMNS}) VALUES (:document, :revision, :cause,"
        " coalesce((SELECT max(seen_at, :seen_at) FROM documents WHERE id = :document AND revision = :revision), :seen_at),"
        " :added, :removed, :changed) ON CONFLICT DO NOTHING",
        encode(revision) | {"seen_at": stamp(revision.seen_at)},
    )


def page_changes(db: Database, *, since: datetime | None = None) -> Iterator[Revision]:
    """Revisions that publishers caused, seen at `since` or later, the oldest first. The key of one is its document and number."""
    found = rows(db, f"SELECT {_COLUMNS} FROM revisions WHERE cause = 'page' AND seen_at >= ? ORDER BY n", [stamp(since) if since else ""])
    for row in found:
        yield Revision(**row | {"seen_at": datetime.fromisoformat(row["seen_at"])})


def revisions_of(db: Database, document: str) -> list[dict[str, Any]]:
    """All revisions of a document, the first without cause: revision, seen_at, cause, added, removed, changed."""
    return rows(
        db,
        "SELECT d.revision, d.seen_at, r.cause, r.added, r.removed, r.changed FROM documents d"
        " LEFT JOIN revisions r ON r.document = d.id AND r.revision = d.revision WHERE d.id = ? ORDER BY d.revision",
        [document],
    )


def revision_rows(db: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """Second and later revisions, the newest first."""
    return rows(
        db,
        "SELECT r.document, r.revision, r.seen_at, r.cause, r.added, r.removed, r.changed, d.source, d.title, d.url FROM revisions r"
        " JOIN documents d ON d.id = r.document AND d.revision = r.revision ORDER BY r.n DESC LIMIT ?",
        [max(limit, 0)],
    )
