"""One story once: which documents are copies of each other, and in which order they were seen."""

from collections.abc import Iterable
from typing import Any

from store.clock import stamp
from store.database import Database, rows

MOST = 50
"""Candidates looked at for one document, those with most keys in common first. Notices made from one form share keys by the hundred."""


def set_bands(db: Database, document: str, bands: Iterable[str]) -> None:
    """The keys that a document can be found by; they take the place of earlier ones."""
    db.conn.execute("DELETE FROM story_bands WHERE document = ?", [document])
    db.conn.executemany("INSERT OR IGNORE INTO story_bands (band, document) VALUES (?, ?)", [(band, document) for band in bands])


def sharing_bands(db: Database, document: str) -> list[str]:
    """Other documents that share a key with this one."""
    found = db.conn.execute(
        "SELECT other.document FROM story_bands own JOIN story_bands other ON other.band = own.band AND other.document != own.document"
        " WHERE own.document = ? GROUP BY other.document ORDER BY count(*) DESC, other.document LIMIT ?",
        [document, MOST],
    )
    return [id for (id,) in found]


def story_of(db: Database, document: str) -> str | None:
    """Key of the document's story; None before it was grouped."""
    found = db.conn.execute("SELECT story FROM story_documents WHERE document = ?", [document]).fetchone()
    return found[0] if found else None


def members(db: Database, story: str) -> list[str]:
    """The documents of a story, first seen first."""
    return [id for (id,) in db.conn.execute("SELECT document FROM story_documents WHERE story = ? ORDER BY first_seen, document", [story])]


def newest_revisions(db: Database, story: str) -> list[tuple[str, int]]:
    """The documents of a story with the number of their newest revision."""
    return db.conn.execute(
        "SELECT m.document, d.revision FROM story_documents m JOIN documents d ON d.id = m.document AND d.latest = 1 WHERE m.story = ?"
        " ORDER BY m.first_seen, m.document",
        [story],
    ).fetchall()


def place(db: Database, document: str, story: str, similarity: float) -> bool:
    """Put a document into a story; True when that is new. First seen is when the bytes of its first revision were first fetched."""
    before = story_of(db, document)
    db.conn.execute(
        "INSERT INTO story_documents (document, story, similarity, first_seen) VALUES (:document, :story, :similarity, coalesce("
        " (SELECT min(s.fetched_at) FROM documents d JOIN snapshots s ON s.body_hash = d.snapshot WHERE d.id = :document AND d.revision = 1), :now))"
        " ON CONFLICT (document) DO UPDATE SET story = excluded.story, similarity = excluded.similarity",
        {"document": document, "story": story, "similarity": round(similarity, 4), "now": stamp()},
    )
    return before != story


_OUTLET = "coalesce(json_extract(d.body, '$.issuer'), d.source)"


def copies_of(db: Database, document: str) -> list[dict[str, Any]]:
    """The other documents of the same story, first seen first: id, outlet, title, url, published, first_seen, similarity."""
    return rows(
        db,
        f"SELECT m.document AS id, {_OUTLET} AS outlet, d.title, d.url, d.published, m.first_seen, m.similarity"
        " FROM story_documents own JOIN story_documents m ON m.story = own.story AND m.document != own.document"
        " JOIN documents d ON d.id = m.document AND d.latest = 1 WHERE own.document = ? ORDER BY m.first_seen, m.document",
        [document],
    )


def story_rows(db: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """Stories that more than one document tells, the newest first: story, documents, first_seen, first (id), title, outlets in the order seen."""
    newest = rows(
        db,
        "SELECT story, count(*) AS documents, min(first_seen) AS first_seen FROM story_documents GROUP BY story HAVING count(*) > 1"
        " ORDER BY first_seen DESC, story LIMIT ?",
        [max(limit, 0)],
    )
    for row in newest:
        told = rows(
            db,
            f"SELECT m.document, {_OUTLET} AS outlet, d.title FROM story_documents m JOIN documents d ON d.id = m.document AND d.latest = 1"
            " WHERE m.story = ? ORDER BY m.first_seen, m.document",
            [row["story"]],
        )
        row |= {
            "first": told[0]["document"],
            "title": told[0]["title"],
            "outlets": "; ".join(dict.fromkeys(each["outlet"] for each in told)),
        }
    return newest
