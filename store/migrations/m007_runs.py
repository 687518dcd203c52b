"""What happened while working: runs, outcomes, issues, and what is done by which version."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m007_runs(db: Database) -> None:
    db.executescript("""
        CREATE TABLE runs (
            n INTEGER PRIMARY KEY,
            stage TEXT NOT NULL,
            source TEXT,
            started_at TEXT NOT NULL,
            finished_at TEXT,           -- empty while it runs or after a kill
            seen INTEGER NOT NULL DEFAULT 0,
            saved INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            quarantined INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            host TEXT NOT NULL,
            pid INTEGER NOT NULL
        );
        CREATE INDEX runs_by_stage ON runs(stage, source, n);
        CREATE TABLE outcomes (
            stage TEXT NOT NULL,
            key TEXT NOT NULL,
            kind TEXT NOT NULL,
            message TEXT NOT NULL,
            version TEXT NOT NULL,
            PRIMARY KEY (stage, key)    -- the last outcome of an item
        ) WITHOUT ROWID;
        CREATE INDEX outcomes_by_kind ON outcomes(kind, stage) WHERE kind = 'quarantined';
        CREATE TABLE issues (
            n INTEGER PRIMARY KEY,
            stage TEXT NOT NULL,
            source TEXT,
            key TEXT NOT NULL,
            message TEXT NOT NULL,
            found_at TEXT NOT NULL,     -- first time
            last_found_at TEXT NOT NULL,
            times INTEGER NOT NULL DEFAULT 1,
            resolved_at TEXT            -- when the item went through after all
        );
        CREATE UNIQUE INDEX issues_open ON issues(stage, coalesce(source, ''), key, message) WHERE resolved_at IS NULL;
        CREATE INDEX issues_by_item ON issues(stage, key);
        CREATE TABLE done (
            stage TEXT NOT NULL,
            key TEXT NOT NULL,
            version TEXT NOT NULL,
            PRIMARY KEY (stage, key, version)
        ) WITHOUT ROWID;
    """)
