"""Documents in revisions: a new one whenever text or title changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from store.bodies import pack, unpack
from store.claims import documents_due
from store.clock import stamp
from store.database import Database, rows, transaction
from store.keys import document_key, text_hash
from tradeclaims.normalised import normalised
from tradeclaims.records import Document

EXTRACT = "extract"
"""The stage that works on documents."""

Saved = tuple[Literal["saved", "unchanged"], Document]


def save_document(db: Database, document: Document, *, seen_at: datetime | None = None) -> Saved:
    """Store a document and return it with the revision number it has in the store; the number it comes with is ignored.

    New text or title makes a new revision; noise such as a time of rendering (tradeclaims.normalised) does not. Where only what is said about the text changed (its date, issuer …), the newest revision
    is corrected in place and extracted again. A document read again from bytes older than the newest revision changes nothing.
    `seen_at` tells when those bytes were fetched; without it the archive is asked.
    """
    with transaction(db):
        seen = stamp(seen_at) if seen_at else _last_seen(db, document.snapshot)
        newest = rows(db, "SELECT n, revision, seen_at, expired_hash, text, body FROM documents WHERE id = ? AND latest = 1", [document.id])
        if not newest:
            return "saved", _insert(db, replace(document, revision=1), seen)
        known = _document(newest[0])
        if seen and newest[0]["seen_at"] and seen < newest[0]["seen_at"]:
            return "unchanged", known
        if newest[0]["expired_hash"] == text_hash(document.title, document.text):
            return "unchanged", known  # the text was dropped when its time was over; the page still says it
        if _differ(document, known):
            db.conn.execute("UPDATE documents SET latest = 0 WHERE n = ?", [newest[0]["n"]])
            return "saved", _insert(db, replace(document, revision=known.revision + 1), seen)
        # The bytes around the same text may differ: the revision keeps pointing to those it was first read from.
        same = replace(document, revision=known.revision, snapshot=known.snapshot, text=known.text, title=known.title, pages=known.pages)
        db.conn.execute("UPDATE documents SET seen_at = coalesce(?, seen_at) WHERE n = ?", [seen, newest[0]["n"]])
        if same == known:
            return "unchanged", known
        _correct(db, newest[0]["n"], same)
        return "saved", same


def _differ(document: Document, known: Document) -> bool:
    """Whether two readings are two revisions. Where a page is read in another way white space counts too: sentences may end elsewhere."""
    if document.snapshot == known.snapshot or (document.reader, document.reader_version) != (known.reader, known.reader_version):
        return (document.text, document.title) != (known.text, known.title)
    return (normalised(document.text), normalised(document.title)) != (normalised(known.text), normalised(known.title))


def _insert(db: Database, document: Document, seen: str | None) -> Document:
    row = _columns(document) | {
        "id": document.id,
        "revision": document.revision,
        "latest": 1,
        "title": document.title,
        "snapshot": document.snapshot,
        "seen_at": seen,
        "text": document.text,
    }
    db.conn.execute(f"INSERT INTO documents ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    return document


def _correct(db: Database, n: int, document: Document) -> None:
    row = _columns(document)
    db.conn.execute(f"UPDATE documents SET {', '.join(f'{name} = ?' for name in row)} WHERE n = ?", [*row.values(), n])
    db.conn.execute("DELETE FROM done WHERE stage IN (?, 'check') AND key = ?", [EXTRACT, document_key(document)])
    db.conn.execute("DELETE FROM done WHERE stage = 'check' AND key IN (SELECT id FROM claims WHERE document = ?)", [document.id])


def _columns(document: Document) -> dict[str, Any]:
    return {
        "source": document.source,
        "kind": document.kind,
        "url": document.url,
        "published": document.published and document.published.isoformat(),
        "official": int(document.official),
        "body": pack(document, without="text"),
    }


def _last_seen(db: Database, snapshot: str | None) -> str | None:
    found: str | None = db.conn.execute("SELECT max(last_seen) FROM snapshots WHERE body_hash = ?", [snapshot]).fetchone()[0]
    return found


def _document(row: dict[str, Any]) -> Document:
    return unpack(Document, row["body"], text=row["text"])


def _numbered(db: Database, n: int) -> Document:
    return _document(rows(db, "SELECT text, body FROM documents WHERE n = ?", [n])[0])


def document(db: Database, id: str, revision: int | None = None) -> Document:
    """A document in this revision, the newest by default. Raises LookupError when there is none."""
    found = rows(
        db,
        "SELECT text, body FROM documents WHERE id = ? AND (revision = ? OR (? IS NULL AND latest = 1))",
        [id, revision, revision],
    )
    if not found:
        raise LookupError(f"no document {id}" + (f" in revision {revision}" if revision is not None else ""))
    return _document(found[0])


def documents_to_do(db: Database, stage: str, version: int | str) -> Iterator[Document]:
    """The newest revisions that this version of a stage has not worked on, in the order they came.

    Done is what `mark_done(db, stage, document_key(document), version)` says.
    """
    keys = db.conn.execute(
        "SELECT n FROM documents WHERE latest = 1 AND expired_at IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM done WHERE stage = ? AND key = documents.id || ' ' || documents.revision AND version = ?) ORDER BY n",
        [stage, str(version)],
    ).fetchall()
    for (n,) in keys:
        yield _numbered(db, n)


def documents_to_check(db: Database, version: int | str) -> Iterator[Document]:
    """The newest revisions with claims that are due for a check (store.claims.claims_due), in the order they came."""
    due = documents_due(db, version)
    for id, n in db.conn.execute("SELECT id, n FROM documents WHERE latest = 1 ORDER BY n").fetchall():
        if id in due:
            yield _numbered(db, n)


def documents_to_extract(db: Database, version: int | str) -> Iterator[Document]:
    """`documents_to_do` for the stage `extract`."""
    return documents_to_do(db, EXTRACT, version)


def all_documents(db: Database) -> Iterator[Document]:
    """The newest revision of every document, in the order they came."""
    for (n,) in db.conn.execute("SELECT n FROM documents WHERE latest = 1 ORDER BY n").fetchall():
        yield _numbered(db, n)


def standing_documents(db: Database) -> Iterator[Document]:
    """The newest revision of every document that makes a claim, in the order they came."""
    standing = "SELECT n FROM documents WHERE latest = 1 AND id IN (SELECT document FROM claims WHERE retired_at IS NULL) ORDER BY n"
    for (n,) in db.conn.execute(standing).fetchall():
        yield _numbered(db, n)
