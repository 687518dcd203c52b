"""Revisions of documents and their full text."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m002_documents(db: Database) -> None:
    db.executescript("""
        CREATE TABLE documents (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            latest INTEGER NOT NULL,    -- 1 for the newest revision
            source TEXT NOT NULL,
            kind TEXT NOT NULL,
            url TEXT NOT NULL,
            title TEXT NOT NULL,
            published TEXT,
            official INTEGER NOT NULL,
            snapshot TEXT REFERENCES bodies(hash),
            seen_at TEXT,               -- when the bytes it was read from were seen; UTC
            text TEXT NOT NULL,
            body TEXT NOT NULL,         -- the record as JSON, without its text
            UNIQUE (id, revision)
        );
        CREATE INDEX documents_by_source ON documents(source, published);
        CREATE INDEX documents_by_snapshot ON documents(snapshot);
        CREATE VIRTUAL TABLE documents_fts USING fts5(
            title, text, content = 'documents', content_rowid = 'n', tokenize = 'porter unicode61 remove_diacritics 2');
        CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
            INSERT INTO documents_fts(rowid, title, text) VALUES (new.n, new.title, new.text);
        END;
        CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
            INSERT INTO documents_fts(documents_fts, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
        END;
    """)
