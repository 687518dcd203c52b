"""What each verdict looked up, so that new figures find the claims they touch; until when and by which figures a verdict held."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m008_watches(db: Database) -> None:
    db.executescript("""
        CREATE TABLE watches (
            claim TEXT NOT NULL REFERENCES claims(id),
            place TEXT NOT NULL,        -- dimensions of a table of figures: USA/KOR/all_goods/census/nsa/
            stretches TEXT NOT NULL,    -- what was looked up there
            PRIMARY KEY (claim, place)
        ) WITHOUT ROWID;
        CREATE INDEX watches_by_place ON watches(place);
        CREATE TABLE figures_seen (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            n INTEGER NOT NULL          -- newest observation whose claims were put back to work
        );
        ALTER TABLE verdicts ADD COLUMN figures INTEGER;        -- newest observation known when the verdict was given
        ALTER TABLE verdicts ADD COLUMN superseded_at TEXT;     -- when another verdict took its place; UTC
    """)
