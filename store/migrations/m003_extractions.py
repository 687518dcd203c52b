"""What was read out of documents: claims with their partners and full text, events, mentions."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m003_extractions(db: Database) -> None:
    db.executescript("""
        CREATE TABLE claims (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL,
            revision INTEGER NOT NULL,
            start INTEGER NOT NULL,     -- offset of the evidence
            evidence TEXT NOT NULL,
            title TEXT NOT NULL,        -- of the document, for the search
            published TEXT,             -- of the document, for the search
            speaker TEXT,
            indicator TEXT NOT NULL,
            reporter TEXT,
            product TEXT,
            scope TEXT NOT NULL,
            measure TEXT NOT NULL,
            modality TEXT NOT NULL,
            checkable INTEGER NOT NULL,
            value TEXT,                 -- main figure in single units, exact decimal
            value_real REAL,            -- the same, for range searches only
            unit TEXT,
            currency TEXT,
            period_start TEXT,
            period_end TEXT,
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL,
            retired_at TEXT,            -- when the newest revision or extractor no longer gave it
            body TEXT NOT NULL,
            FOREIGN KEY (document, revision) REFERENCES documents(id, revision)
        );
        CREATE INDEX claims_by_document ON claims(document, start);
        CREATE INDEX claims_by_indicator ON claims(indicator, published);
        CREATE INDEX claims_by_value ON claims(value_real);
        CREATE INDEX claims_by_published ON claims(published);
        CREATE TABLE claim_partners (
            partner TEXT NOT NULL,
            claim INTEGER NOT NULL REFERENCES claims(n) ON DELETE CASCADE,
            PRIMARY KEY (partner, claim)
        ) WITHOUT ROWID;
        CREATE INDEX claim_partners_by_claim ON claim_partners(claim);
        CREATE VIRTUAL TABLE claims_fts USING fts5(
            evidence, title, speaker, content = 'claims', content_rowid = 'n', tokenize = 'porter unicode61 remove_diacritics 2');
        CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
            INSERT INTO claims_fts(rowid, evidence, title, speaker) VALUES (new.n, new.evidence, new.title, new.speaker);
        END;
        CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
            INSERT INTO claims_fts(claims_fts, rowid, evidence, title, speaker)
                VALUES ('delete', old.n, old.evidence, old.title, old.speaker);
        END;
        CREATE TRIGGER claims_fts_update AFTER UPDATE OF evidence, title, speaker ON claims
            WHEN old.evidence IS NOT new.evidence OR old.title IS NOT new.title OR old.speaker IS NOT new.speaker BEGIN
            INSERT INTO claims_fts(claims_fts, rowid, evidence, title, speaker)
                VALUES ('delete', old.n, old.evidence, old.title, old.speaker);
            INSERT INTO claims_fts(rowid, evidence, title, speaker) VALUES (new.n, new.evidence, new.title, new.speaker);
        END;
        CREATE TABLE events (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL,
            revision INTEGER NOT NULL,
            start INTEGER NOT NULL,
            evidence TEXT NOT NULL,
            type TEXT NOT NULL,
            status TEXT NOT NULL,
            agreement TEXT,
            date TEXT,
            date_end TEXT,
            official INTEGER NOT NULL,
            historical INTEGER NOT NULL,
            occasion TEXT NOT NULL,
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL,
            retired_at TEXT,
            body TEXT NOT NULL,
            FOREIGN KEY (document, revision) REFERENCES documents(id, revision)
        );
        CREATE INDEX events_by_document ON events(document, start);
        CREATE INDEX events_by_type ON events(type, date);
        CREATE INDEX events_by_occasion ON events(occasion);
        CREATE TABLE mentions (
            document TEXT NOT NULL,
            revision INTEGER NOT NULL,
            position INTEGER NOT NULL,  -- order of the extraction
            kind TEXT NOT NULL,
            entity TEXT,
            quote TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (document, revision, position),
            FOREIGN KEY (document, revision) REFERENCES documents(id, revision)
        ) WITHOUT ROWID;
        CREATE INDEX mentions_by_entity ON mentions(entity) WHERE entity IS NOT NULL;
    """)
