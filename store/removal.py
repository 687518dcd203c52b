"""Taking things out again: text whose time is over, and addresses that somebody asked to have taken down."""

from collections.abc import Iterable
from datetime import datetime

from store.clock import stamp
from store.database import Database, rows, transaction
from store.erasure import erase_body
from store.keys import text_hash


def expire(db: Database, now: datetime) -> int:
    """Drop cached bytes whose time is over and blank the texts read from them; returns how many documents lost their text.

    Title, address, hash, claims and events stay, and of the text what they quote, in its place, so that every span still fits.
    """
    at = stamp(now)
    count = 0
    over = rows(db, "SELECT hash FROM bodies WHERE expires_at <= ? AND length(content) > 0 AND warc_file IS NULL", [at])
    for hash in [row["hash"] for row in over]:
        with transaction(db):
            for row in rows(db, "SELECT n, id, revision, title, text FROM documents WHERE snapshot = ? AND expired_at IS NULL", [hash]):
                _set_text(db, row["n"], row["title"], row["text"], _quotes_only(db, row["id"], row["revision"], row["text"]))
                db.conn.execute(
                    "UPDATE documents SET expired_at = ?, expired_hash = ? WHERE n = ?",
                    [at, text_hash(row["title"], row["text"]), row["n"]],
                )
                count += 1
            erase_body(db, hash, "its time was over")
    return count


def _quotes_only(db: Database, document: str, revision: int, text: str) -> str:
    """The text with everything blanked but what claims and events quote."""
    kept = [" "] * len(text)
    for table in ("claims", "events"):
        for row in rows(db, f"SELECT start, evidence FROM {table} WHERE document = ? AND revision = ?", [document, revision]):
            end = row["start"] + len(row["evidence"])
            kept[row["start"] : end] = text[row["start"] : end]
    return "".join(kept)


def _set_text(db: Database, n: int, title: str, old: str, new: str) -> None:
    """Change a text together with its entry in the full-text index."""
    db.conn.execute("INSERT INTO documents_fts(documents_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)", [n, title, old])
    db.conn.execute("UPDATE documents SET text = ? WHERE n = ?", [new, n])
    db.conn.execute("INSERT INTO documents_fts(rowid, title, text) VALUES (?, ?, ?)", [n, title, new])


def take_down(db: Database, urls: Iterable[str], reason: str, now: datetime) -> int:
    """Remove what was kept of these addresses, all names of one page: bytes, documents with all revisions, claims, events, notices.

    The addresses are remembered and not kept again. Bytes that another address gave, too, stay for that. Returns how many documents went.
    May be repeated after a kill.
    """
    wanted = list(dict.fromkeys(urls))
    marks = ", ".join("?" * len(wanted))
    with transaction(db):
        ids = [row["id"] for row in rows(db, f"SELECT DISTINCT document AS id FROM addresses WHERE url IN ({marks})", wanted)]
        ids += [row["id"] for row in rows(db, f"SELECT DISTINCT id FROM documents WHERE url IN ({marks})", wanted) if row["id"] not in ids]
        for id in ids:
            wanted += [row["url"] for row in rows(db, "SELECT url FROM addresses WHERE document = ?", [id]) if row["url"] not in wanted]
        hashes = {row["snapshot"] for id in ids for row in rows(db, "SELECT snapshot FROM documents WHERE id = ?", [id]) if row["snapshot"]}
        hashes |= _snapshots_out(db, wanted, hashes)
        for id in ids:
            _document_out(db, id)
        _bodies_out(db, hashes)
        for url in wanted:
            db.conn.execute("DELETE FROM frontier WHERE url = ?", [url])
            db.conn.execute("INSERT OR REPLACE INTO takedowns (url, at, reason) VALUES (?, ?, ?)", [url, stamp(now), reason])
    return len(ids)


def _snapshots_out(db: Database, urls: list[str], hashes: set[str]) -> set[str]:
    """Delete the snapshots of these addresses, and of these bytes at them; returns the hashes of their bytes. Notes further names."""
    found: set[str] = set()
    named = "SELECT n, url, body_hash, json_extract(body, '$.final_url') AS final_url FROM snapshots"
    for row in rows(db, named):
        if row["url"] in urls or row["final_url"] in urls or (row["body_hash"] in hashes and row["url"] in urls):
            found.add(row["body_hash"])
            urls += [url for url in (row["url"], row["final_url"]) if url not in urls]
            db.conn.execute("DELETE FROM done WHERE key = ?", [f"{row['body_hash']} {row['url']}"])
            db.conn.execute("DELETE FROM outcomes WHERE key IN (?, ?)", [f"{row['body_hash']} {row['url']}", row["url"]])
            db.conn.execute("DELETE FROM snapshots WHERE n = ?", [row["n"]])
    return found


def _document_out(db: Database, id: str) -> None:
    claims = "SELECT id FROM claims WHERE document = ?"
    for statement in (
        f"DELETE FROM watches WHERE claim IN ({claims})",
        f"DELETE FROM verdicts WHERE claim IN ({claims})",
        f"DELETE FROM done WHERE key IN ({claims})",
        "DELETE FROM claims WHERE document = ?",
        "DELETE FROM events WHERE document = ?",
        "DELETE FROM mentions WHERE document = ?",
        "DELETE FROM notices WHERE document = ?",
        "DELETE FROM revisions WHERE document = ?",
        "DELETE FROM story_bands WHERE document = ?",
        "DELETE FROM story_documents WHERE document = ?",
        "DELETE FROM addresses WHERE document = ?",
        "DELETE FROM done WHERE key LIKE ? || ' %'",
        "DELETE FROM documents WHERE id = ?",
    ):
        db.conn.execute(statement, [id])


def _bodies_out(db: Database, hashes: set[str]) -> None:
    """Erase bytes that nothing refers to any more, in the database and in the archive's files."""
    for hash in hashes:
        used = "SELECT EXISTS (SELECT 1 FROM snapshots WHERE body_hash = :hash) OR EXISTS (SELECT 1 FROM documents WHERE snapshot = :hash)"
        if not db.conn.execute(used, {"hash": hash}).fetchone()[0]:
            erase_body(db, hash, "taken down on request")


def taken_down(db: Database, url: str) -> bool:
    """Whether an address must not be kept."""
    return db.conn.execute("SELECT 1 FROM takedowns WHERE url = ?", [url]).fetchone() is not None
