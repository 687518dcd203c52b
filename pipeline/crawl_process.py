"""The child process of a crawl: one Scrapy process, one store, one order as JSON in the first argument."""

import json
import os
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from crawler.catalogue import SourceEntry, load_catalogue
from crawler.run import crawl, probe
from crawler.watched import watched_entry
from pipeline.ledger import StoreLedger
from pipeline.work import Kind
from store.archive import check_archive, sync_archive
from store.database import Database, open_store, transaction
from store.frontier import settle
from store.removal import expire
from store.runs import finish_run, record_issue, start_run
from store.snapshots import move_bodies, save_snapshot
from store.watched_pages import watched_pages
from tradeclaims.codec import encode
from tradeclaims.errors import Misconfigured
from tradeclaims.records import Exchange, Issue, Run, Snapshot
from tradeclaims.settings import from_environment


def end_with_parent(parent: int) -> None:
    """Stop when the process that ordered the crawl is gone: two crawls of one site at a time would be one too many."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def main(order: dict[str, Any]) -> int:
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
    every = order["what"] == "probe"
    chosen = [entry for entry in entries if entry.id in names] if names else [entry for entry in entries if every or entry.enabled]
    if not chosen:
        raise Misconfigured("no source is enabled in the catalogue")
    if every:
        return _probe(db, chosen, order)
    check_archive(db)
    move_bodies(db)
    expire(db, datetime.now(UTC))
    cache_days = from_environment().cache_days
    began = datetime.now(UTC)
    open_runs = {entry.id: start_run(db, Run(stage="crawl", source=entry.id, started_at=began)) for entry in chosen}

    def sink(snapshot: Snapshot, body: bytes, exchange: Exchange | None) -> Kind:
        with transaction(db):
            until = snapshot.fetched_at + timedelta(days=cache_days) if snapshot.policy == "cached" else None
            kind = save_snapshot(db, snapshot, body, exchange, keep_until=until)
            settle(db, snapshot.source, snapshot.url)
            return kind

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
        ledger=StoreLedger(db),
        named=bool(names),
        keys=from_environment().source_keys,
    )
    sync_archive(db)
    for run in runs:
        assert run.source is not None
        finish_run(db, open_runs[run.source], replace(run, started_at=began))
    return 1 if any(run.failed for run in runs) else 0


def _probe(db: Database, chosen: list[SourceEntry], order: dict[str, Any]) -> int:
    looks = probe(
        chosen,
        replicas=order["replicas"],
        user_agent=order["user_agent"],
        ledger=StoreLedger(db),
        keys=from_environment().source_keys,
    )
    for look in looks:
        sys.stdout.write(f"{json.dumps(encode(look))}\n")
    return 0


if __name__ == "__main__":
    end_with_parent(os.getppid())
    try:
        sys.exit(main(json.loads(sys.argv[1])))
    except Misconfigured as error:
        sys.stderr.write(f"tradeclaims: {error}\n")
        sys.exit(2)
