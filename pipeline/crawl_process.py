"""The child process of a crawl: one Scrapy process, one store, one order as JSON in the first argument."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from crawler.catalogue import load_catalogue
from crawler.run import crawl
from crawler.watched import watched_entry
from pipeline.work import Kind
from store.archive import check_archive, sync_archive
from store.database import open_store, transaction
from store.runs import finish_run, record_issue, start_run
from store.snapshots import move_bodies, save_snapshot, validators
from store.watched_pages import watched_pages
from tradeclaims.errors import Misconfigured
from tradeclaims.records import Exchange, Issue, Run, Snapshot


def main(order: dict[str, object]) -> int:
    """Crawl and return the exit code: 0 done, 1 a source failed, 2 configuration."""
    db = open_store(Path(str(order["database"])))
    sources = order["sources"]
    entries = load_catalogue(Path(str(sources)) if sources else None)
    entries += [watched_entry(source, url) for source, url in watched_pages(db)]
    names = order["names"]
    assert isinstance(names, list)
    known = {entry.id for entry in entries}
    if unknown := [name for name in names if name not in known]:
        raise Misconfigured(f"unknown source {unknown[0]!r}; known are: {', '.join(sorted(known))}")
    chosen = [entry for entry in entries if entry.id in names] if names else [entry for entry in entries if entry.enabled]
    if not chosen:
        raise Misconfigured("no source is enabled in the catalogue")
    check_archive(db)
    move_bodies(db)
    began = datetime.now(UTC)
    open_runs = {entry.id: start_run(db, Run(stage="crawl", source=entry.id, started_at=began)) for entry in chosen}

    def sink(snapshot: Snapshot, body: bytes, exchange: Exchange | None) -> Kind:
        with transaction(db):
            return save_snapshot(db, snapshot, body, exchange)

    def report(issue: Issue) -> None:
        with transaction(db):
            record_issue(db, issue)

    replicas = order["replicas"]
    assert isinstance(replicas, dict)
    runs = crawl(
        chosen,
        replicas=replicas,
        sink=sink,
        user_agent=str(order["user_agent"]),
        report=report,
        validators=lambda url: validators(db, url),
    )
    sync_archive(db)
    for run in runs:
        assert run.source is not None
        finish_run(db, open_runs[run.source], replace(run, started_at=began))
    return 1 if any(run.failed for run in runs) else 0


if __name__ == "__main__":
    try:
        sys.exit(main(json.loads(sys.argv[1])))
    except Misconfigured as error:
        sys.stderr.write(f"tradeclaims: {error}\n")
        sys.exit(2)
