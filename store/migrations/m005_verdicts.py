"""Verdicts with their history."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m005_verdicts(db: Database) -> None:
    db.executescript("""
        CREATE TABLE verdicts (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL,           -- the same answer may come back after another: not unique
            claim TEXT NOT NULL REFERENCES claims(id),
            current INTEGER NOT NULL,   -- 1 for the newest of its claim
            outcome TEXT NOT NULL,
            diagnosis TEXT,
            rule_version TEXT NOT NULL,
            created_at TEXT NOT NULL,
            body TEXT NOT NULL
        );
        CREATE INDEX verdicts_by_id ON verdicts(id);
        CREATE INDEX verdicts_by_claim ON verdicts(claim, n);
        CREATE UNIQUE INDEX verdicts_current ON verdicts(claim) WHERE current = 1;
        CREATE INDEX verdicts_by_outcome ON verdicts(outcome, diagnosis) WHERE current = 1;
    """)
