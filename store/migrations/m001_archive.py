"""What servers answered: bodies once per content, snapshots once per address and content."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m001_archive(db: Database) -> None:
    db.executescript("""
        CREATE TABLE bodies (
            hash TEXT PRIMARY KEY,      -- SHA-256 of the bytes
            size INTEGER NOT NULL,      -- bytes before compression
            content BLOB NOT NULL       -- zlib
        ) WITHOUT ROWID;
        CREATE TABLE snapshots (
            n INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            url TEXT NOT NULL,
            body_hash TEXT NOT NULL REFERENCES bodies(hash),
            fetched_at TEXT NOT NULL,   -- first time these bytes came; UTC
            last_seen TEXT NOT NULL,    -- last time they came; UTC
            etag TEXT,                  -- newest validators
            last_modified TEXT,
            body TEXT NOT NULL,         -- the record as JSON
            UNIQUE (url, body_hash)
        );
        CREATE INDEX snapshots_by_url ON snapshots(url, last_seen);
        CREATE INDEX snapshots_by_hash ON snapshots(body_hash);
    """)
