"""Why each later revision of a document came to be, and how much of it is new."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m010_revisions(db: Database) -> None:
    db.executescript("""
        CREATE TABLE revisions (
            n INTEGER PRIMARY KEY,
            document TEXT NOT NULL,
            revision INTEGER NOT NULL,
            cause TEXT NOT NULL,        -- page or reader
            seen_at TEXT NOT NULL,      -- UTC
            added INTEGER NOT NULL,     -- sentences
            removed INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            UNIQUE (document, revision),
            FOREIGN KEY (document, revision) REFERENCES documents(id, revision)
        );
        CREATE INDEX revisions_by_cause ON revisions(cause, n);
    """)
