"""Bytes that may be kept for some weeks only, documents that lost their text with them, and addresses that must not be kept at all."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m016_expiry(db: Database) -> None:
    db.executescript("""
        ALTER TABLE bodies ADD COLUMN expires_at TEXT;          -- UTC; empty for bytes that stay
        CREATE INDEX bodies_by_expiry ON bodies(expires_at) WHERE expires_at IS NOT NULL;
        ALTER TABLE documents ADD COLUMN expired_at TEXT;       -- when all but title and evidence was blanked
        ALTER TABLE documents ADD COLUMN expired_hash TEXT;     -- of the normalised text it had
        CREATE TABLE takedowns (
            url TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            reason TEXT NOT NULL
        ) WITHOUT ROWID;
    """)
