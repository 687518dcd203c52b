"""The outbox."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m006_notices(db: Database) -> None:
    db.executescript("""
        CREATE TABLE notices (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            rule TEXT NOT NULL,
            key TEXT NOT NULL,
            channel TEXT NOT NULL,
            document TEXT,
            created_at TEXT NOT NULL,
            sent_at TEXT,
            body TEXT NOT NULL,
            UNIQUE (rule, key, channel)
        );
        CREATE INDEX notices_waiting ON notices(channel, n) WHERE sent_at IS NULL;
        CREATE INDEX notices_by_document ON notices(document);
    """)
