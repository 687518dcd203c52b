"""The addresses that documents were seen under."""

from collections.abc import Iterable
from datetime import date

from store.bodies import unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.records import Document


def document_at(db: Database, url: str) -> Document | None:
    """The newest revision of the document that was seen at a canonical address; None where none was."""
    found = rows(db, "SELECT d.text, d.body FROM addresses a JOIN documents d ON d.id = a.document AND d.latest = 1 WHERE a.url = ?", [url])
    return unpack(Document, found[0]["body"], text=found[0]["text"]) if found else None


def documents_of_day(db: Database, source: str, day: date) -> list[Document]:
    """The newest revisions of a source's documents published on a day, in the order they came."""
    found = rows(
        db, "SELECT text, body FROM documents WHERE source = ? AND published = ? AND latest = 1 ORDER BY n", [source, day.isoformat()]
    )
    return [unpack(Document, row["body"], text=row["text"]) for row in found]


def note_addresses(db: Database, document: str, urls: Iterable[str]) -> None:
    """Note where a document was seen; an address that another one has stays with that."""
    now = stamp()
    with transaction(db):
        db.conn.executemany(
            "INSERT OR IGNORE INTO addresses (url, document, seen_at) VALUES (?, ?, ?)", [(url, document, now) for url in urls]
        )


def addresses_of(db: Database, document: str) -> list[str]:
    """All addresses a document was seen under."""
    return [row["url"] for row in rows(db, "SELECT url FROM addresses WHERE document = ? ORDER BY seen_at, url", [document])]
