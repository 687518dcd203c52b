"""Bytes that were taken out of the archive, and those that are about to be."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m013_erasures(db: Database) -> None:
    db.executescript("""
        ALTER TABLE bodies ADD COLUMN removed TEXT;     -- why the bytes were erased; empty for those that are there
        CREATE TABLE erasures (
            n INTEGER PRIMARY KEY,
            warc_file TEXT NOT NULL,
            warc_offset INTEGER NOT NULL,
            why TEXT NOT NULL,
            at TEXT NOT NULL            -- UTC
        );
    """)
