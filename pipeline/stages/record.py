"""A page of a source → a recorded case for the tests."""

import tempfile
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import yaml

from crawler.catalogue import SourceEntry, load_catalogue
from crawler.recorded import write_case
from crawler.watched import PREFIX
from pipeline.stages.crawl import crawl
from store.database import Database, open_store
from store.runs import issues
from store.snapshots import body_of, list_snapshots
from tradeclaims.errors import Misconfigured, Unreadable
from tradeclaims.records import Snapshot

_CARRIED = {"id", "name", "country", "language", "text", "min_delay_s", "timeout_s"}


def record(
    db: Database | None, source: str, url: str, into: Path, *, sources: Path | None, replicas: Mapping[str, str], user_agent: str
) -> Path:
    """Save the page as a case and return its folder.

    Taken from the archive where it holds the page, with the title and date that a listing gave; fetched otherwise, as politely as any crawl.
    Raises Misconfigured when the source is unknown, the page does not come, or no reader can read it.
    """
    entry = next((entry for entry in load_catalogue(sources) if entry.id == source), None)
    kept = list_snapshots(db, source=source, url=url, limit=1) if db is not None else []
    if entry is None and not kept:
        raise Misconfigured(f"source {source!r}: not in the catalogue, and the archive holds no {url} from it")
    spider = entry.spider if entry else "page" if source.startswith(PREFIX) else None
    try:
        if kept and db is not None:
            return write_case(into, kept[0], body_of(db, kept[0].body_hash), spider)
        assert entry is not None
        snapshot, body = _fetched(entry, url, replicas, user_agent)
        return write_case(into, snapshot, body, spider)
    except Unreadable as error:
        raise Misconfigured(f"{url}: {error}") from error


def _fetched(entry: SourceEntry, url: str, replicas: Mapping[str, str], user_agent: str) -> tuple[Snapshot, bytes]:
    """One page, crawled into a store of its own."""
    with tempfile.TemporaryDirectory(prefix="tradeclaims-record-") as folder:
        catalogue, path = Path(folder) / "sources.yaml", Path(folder) / "record.db"
        plain = {field.name: getattr(entry, field.name) for field in fields(entry) if field.name in _CARRIED}
        catalogue.write_text(yaml.safe_dump({"feeds": [{**plain, "kind": "page", "url": url}]}), encoding="utf-8")
        db = open_store(path)
        try:
            crawl(db, path, sources=catalogue, replicas=replicas, user_agent=user_agent, now=datetime.now(UTC))
            got = list_snapshots(db, limit=1)
            if not got:
                raise Misconfigured("; ".join(issue.message for issue in issues(db)) or f"{url}: no answer")
            return got[0], body_of(db, got[0].body_hash)
        finally:
            db.close()
