"""Official figures: series by their dimensions, one row per period and vintage, and where each was taken from."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m004_observations(db: Database) -> None:
    db.executescript("""
        CREATE TABLE provenance (
            key TEXT PRIMARY KEY,
            body TEXT NOT NULL          -- what is known of the publication, as JSON
        ) WITHOUT ROWID;
        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            series TEXT NOT NULL,
            source TEXT NOT NULL,
            reporter TEXT NOT NULL,
            partner TEXT NOT NULL,
            flow TEXT NOT NULL,
            product TEXT NOT NULL,
            basis TEXT NOT NULL,
            adjustment TEXT NOT NULL,
            freq TEXT NOT NULL,
            UNIQUE (series, source, reporter, partner, flow, product, basis, adjustment, freq)
        );
        CREATE INDEX series_by_partner ON series(partner, flow, product);
        CREATE TABLE observations (
            n INTEGER PRIMARY KEY,
            series_id INTEGER NOT NULL REFERENCES series(id),
            period TEXT NOT NULL,
            vintage TEXT NOT NULL,
            value TEXT NOT NULL,        -- exact decimal, as published
            unit TEXT NOT NULL,
            provenance TEXT NOT NULL,
            UNIQUE (series_id, period, vintage, provenance, value, unit)
        );
    """)
