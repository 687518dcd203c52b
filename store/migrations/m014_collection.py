"""What crawls remember: items that are owed, what listings last said, refusals; and how many rows a listing had in each run."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m014_collection(db: Database) -> None:
    db.executescript("""
        CREATE TABLE frontier (
            n INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            url TEXT NOT NULL,
            state TEXT NOT NULL,            -- owed, refused, gone
            attempts INTEGER NOT NULL,      -- runs in which it did not come
            why TEXT NOT NULL,              -- of the last one
            listed_at TEXT NOT NULL,
            body TEXT NOT NULL,             -- the record as JSON
            UNIQUE (source, url)
        );
        CREATE INDEX frontier_by_state ON frontier(source, state, n);
        CREATE TABLE listings (
            source TEXT NOT NULL,
            url TEXT NOT NULL,
            read_at TEXT NOT NULL,
            body TEXT NOT NULL,             -- the record as JSON
            PRIMARY KEY (source, url)
        ) WITHOUT ROWID;
        CREATE TABLE refusals (
            source TEXT PRIMARY KEY,
            body TEXT NOT NULL              -- the record as JSON
        ) WITHOUT ROWID;
        ALTER TABLE runs ADD COLUMN listed INTEGER;     -- rows of the listing; empty when it was not read
        ALTER TABLE runs ADD COLUMN newest TEXT;        -- day of the newest row
        CREATE INDEX snapshots_by_source ON snapshots(source, fetched_at);
    """)
