"""Under which addresses a document was seen: a page that moves, or that several sources list, stays one document."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m015_addresses(db: Database) -> None:
    db.executescript("""
        CREATE TABLE addresses (
            url TEXT PRIMARY KEY,       -- canonical
            document TEXT NOT NULL,     -- id of the first document seen there
            seen_at TEXT NOT NULL       -- UTC
        ) WITHOUT ROWID;
        CREATE INDEX addresses_by_document ON addresses(document);
        INSERT OR IGNORE INTO addresses SELECT url, id, coalesce(seen_at, '') FROM documents
            WHERE latest = 1 AND url NOT LIKE 'file:%' ORDER BY n;
    """)
