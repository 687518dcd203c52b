"""Pages that a user watches."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m012_watched_pages(db: Database) -> None:
    db.executescript("""
        CREATE TABLE watched_pages (
            source TEXT PRIMARY KEY,    -- page:NAME, as snapshots carry it
            url TEXT NOT NULL UNIQUE,
            since TEXT NOT NULL         -- UTC
        ) WITHOUT ROWID;
    """)
