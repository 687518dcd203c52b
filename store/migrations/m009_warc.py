"""Bytes move out of the database into WARC files; a body then has a position in place of its content."""

from sqlite_utils import Database

from store.migrations.registry import migrations


@migrations()
def m009_warc(db: Database) -> None:
    db.executescript("""
        CREATE TABLE warc_files (
            n INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,  -- in the folder beside the database
            size INTEGER NOT NULL       -- bytes up to the end of the last record that a transaction knows
        );
        ALTER TABLE bodies ADD COLUMN warc_file TEXT;       -- content is empty for bodies in a file
        ALTER TABLE bodies ADD COLUMN warc_offset INTEGER;
        CREATE INDEX bodies_by_record ON bodies(warc_file, warc_offset);
        CREATE INDEX bodies_to_move ON bodies(hash) WHERE length(content) > 0;
    """)
