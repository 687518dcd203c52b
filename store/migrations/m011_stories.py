"""Documents that tell one story, and the keys by which copies are found."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m011_stories(db: Database) -> None:
    db.executescript("""
        CREATE TABLE story_documents (
            document TEXT PRIMARY KEY,
            story TEXT NOT NULL,
            similarity REAL NOT NULL,   -- to the nearest text of the story; 1 for the document that began it
            first_seen TEXT NOT NULL    -- when its first bytes were fetched; UTC
        ) WITHOUT ROWID;
        CREATE INDEX story_documents_by_story ON story_documents(story, first_seen);
        CREATE TABLE story_bands (
            band TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (band, document)
        ) WITHOUT ROWID;
        CREATE INDEX story_bands_by_document ON story_bands(document);
    """)
