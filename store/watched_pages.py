"""Addresses that a user asked to watch."""

from typing import Any, Literal

from store.clock import stamp
from store.database import Database, rows, transaction


def watch_page(db: Database, source: str, url: str) -> Literal["saved", "unchanged"]:
    """Watch an address from now on. Raises LookupError when the name is taken by another address."""
    with transaction(db):
        for row in rows(db, "SELECT source, url FROM watched_pages WHERE source = ? OR url = ?", [source, url]):
            if row["url"] == url:
                return "unchanged"
            raise LookupError(f"{source} already names {row['url']}")
        db.conn.execute("INSERT INTO watched_pages (source, url, since) VALUES (?, ?, ?)", [source, url, stamp()])
    return "saved"


def stop_watching(db: Database, url: str) -> None:
    """Ask for it no more; what was fetched stays. Raises LookupError for an address that is not watched."""
    with transaction(db):
        if not db.conn.execute("DELETE FROM watched_pages WHERE url = ?", [url]).rowcount:
            raise LookupError(f"{url} is not watched")


def watched_pages(db: Database) -> list[tuple[str, str]]:
    """Source and address of each, by name."""
    return [(row["source"], row["url"]) for row in rows(db, "SELECT source, url FROM watched_pages ORDER BY source")]


def watched_rows(db: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """Watched pages, the one that changed last first: source, url, since, last_seen, document, revisions, changed (last time its text did)."""
    return rows(
        db,
        "SELECT w.source, w.url, w.since, max(s.last_seen) AS last_seen, d.id AS document, d.title, d.revision AS revisions,"
        " (SELECT max(r.seen_at) FROM revisions r WHERE r.document = d.id AND r.cause = 'page') AS changed"
        " FROM watched_pages w LEFT JOIN snapshots s ON s.url = w.url"
        " LEFT JOIN documents d ON d.latest = 1 AND d.id = (SELECT id FROM documents JOIN snapshots t ON t.body_hash = documents.snapshot"
        "   WHERE t.url = w.url ORDER BY documents.n DESC LIMIT 1)"
        " GROUP BY w.source ORDER BY changed DESC, w.source LIMIT ?",
        [max(limit, 0)],
    )
