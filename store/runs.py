"""What happened while working: runs, the last outcome of every item, issues, and what is done by which version."""

import os
import socket
from datetime import date, datetime
from statistics import median
from typing import Any

from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.records import Issue, Outcome, Run

_COUNTS = ("seen", "saved", "unchanged", "quarantined")


def start_run(db: Database, run: Run) -> int:
    """Note that a run began; returns its number. Until `finish_run` it counts as running, or as killed when its process is gone."""
    with transaction(db):
        number = db.conn.execute(
            "INSERT INTO runs (stage, source, started_at, host, pid) VALUES (?, ?, ?, ?, ?)",
            [run.stage, run.source, stamp(run.started_at), socket.gethostname(), os.getpid()],
        ).lastrowid
    assert number is not None
    return number


def finish_run(db: Database, run_id: int, run: Run) -> None:
    """Note how a run ended. Raises LookupError for a number `start_run` never gave."""
    with transaction(db):
        done = db.conn.execute(
            "UPDATE runs SET finished_at = ?, seen = ?, saved = ?, unchanged = ?, quarantined = ?, failed = ?, listed = ?, newest = ? WHERE n = ?",
            [
                stamp(run.finished_at),
                *(getattr(run, name) for name in _COUNTS),
                int(run.failed),
                run.listed,
                run.newest and run.newest.isoformat(),
                run_id,
            ],
        )
    if not done.rowcount:
        raise LookupError(f"no run {run_id}")


def runs_since(db: Database, stage: str, since: datetime) -> list[Run]:
    """The runs of a stage that began at `since` or later, in the order they began."""
    found = rows(db, "SELECT * FROM runs WHERE stage = ? AND started_at >= ? ORDER BY n", [stage, stamp(since)])
    return [_run(row) for row in found]


def list_runs(db: Database, *, limit: int = 20) -> list[dict[str, Any]]:
    """The newest runs first, each with its state: `done`, `failed`, `running`, or `killed` when it never finished and never will."""
    found = rows(
        db,
        "SELECT *, EXISTS (SELECT 1 FROM runs later WHERE later.stage = runs.stage AND later.source IS runs.source AND later.n > runs.n)"
        " AS followed FROM runs ORDER BY n DESC LIMIT ?",
        [max(limit, 0)],
    )
    columns = ("stage", "source", "started_at", "finished_at", *_COUNTS)
    return [{"run": row["n"], **{name: row[name] for name in columns}, "state": _state(row)} for row in found]


def _state(row: dict[str, Any]) -> str:
    if row["finished_at"] is not None:
        return "failed" if row["failed"] else "done"
    if row["followed"]:
        return "killed"
    if row["host"] != socket.gethostname():
        return "running"
    try:
        os.kill(row["pid"], 0)  # signal 0 only asks whether the process exists
    except ProcessLookupError:
        return "killed"
    except PermissionError:
        return "running"
    return "running"


def _run(row: dict[str, Any]) -> Run:
    finished = row["finished_at"]
    return Run(
        stage=row["stage"],
        source=row["source"],
        started_at=datetime.fromisoformat(row["started_at"]),
        finished_at=finished and datetime.fromisoformat(finished),
        seen=row["seen"],
        saved=row["saved"],
        unchanged=row["unchanged"],
        quarantined=row["quarantined"],
        failed=bool(row["failed"]),
        listed=row["listed"],
        newest=row["newest"] and date.fromisoformat(row["newest"]),
    )


def usual_listed(db: Database, source: str) -> int | None:
    """Median number of rows in the last ten good crawls of a source; None before there are three."""
    found = rows(
        db,
        "SELECT listed FROM runs WHERE stage = 'crawl' AND source = ? AND NOT failed AND finished_at IS NOT NULL AND listed IS NOT NULL"
        " ORDER BY n DESC LIMIT 10",
        [source],
    )
    return int(median(row["listed"] for row in found)) if len(found) >= 3 else None


def record_outcome(db: Database, outcome: Outcome) -> None:
    """Note how an item ended; the last outcome counts. An item that went through resolves the issues it had in this stage."""
    with transaction(db):
        db.conn.execute(
            "INSERT INTO outcomes (stage, key, kind, message, version) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (stage, key) DO UPDATE SET kind = excluded.kind, message = excluded.message, version = excluded.version",
            [outcome.stage, outcome.key, outcome.kind, outcome.message, outcome.version],
        )
        if outcome.kind != "quarantined":
            db.conn.execute(
                "UPDATE issues SET resolved_at = ? WHERE stage = ? AND key = ? AND resolved_at IS NULL",
                [stamp(), outcome.stage, outcome.key],
            )


def quarantined(db: Database, stage: str | None = None) -> list[Outcome]:
    """Items whose last outcome was a quarantine, with the reason."""
    found = rows(
        db,
        "SELECT stage, key, kind, message, version FROM outcomes WHERE kind = 'quarantined' AND (? IS NULL OR stage = ?) ORDER BY stage, key",
        [stage, stage],
    )
    return [Outcome(**row) for row in found]


def record_issue(db: Database, issue: Issue) -> None:
    """Note a finding. The same finding while it is still open is counted, not repeated."""
    at = stamp(issue.found_at)
    with transaction(db):
        db.conn.execute(
            "INSERT INTO issues (stage, source, key, message, found_at, last_found_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (stage, coalesce(source, ''), key, message) WHERE resolved_at IS NULL"
            " DO UPDATE SET times = times + 1, last_found_at = max(last_found_at, excluded.last_found_at)",
            [issue.stage, issue.source, issue.key, issue.message, at, at],
        )


def issues(db: Database, since: datetime | None = None, *, resolved: bool = False) -> list[Issue]:
    """Open issues in the order they were first found, each with the time it was last found; `since` compares that time.

    With `resolved` also those whose item went through later.
    """
    found = rows(
        db,
        "SELECT stage, source, key, message, last_found_at FROM issues WHERE (? OR resolved_at IS NULL) AND last_found_at >= ? ORDER BY n",
        [resolved, stamp(since) if since else ""],
    )
    return [Issue(found_at=datetime.fromisoformat(row.pop("last_found_at")), **row) for row in found]


def mark_done(db: Database, stage: str, key: str, version: int | str) -> None:
    """Note that this version of a stage has worked on an item, whatever the outcome."""
    with transaction(db):
        db.conn.execute("INSERT INTO done VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [stage, key, str(version)])


def is_done(db: Database, stage: str, key: str, version: int | str) -> bool:
    """Whether this version of a stage has worked on an item."""
    return (
        db.conn.execute("SELECT 1 FROM done WHERE stage = ? AND key = ? AND version = ?", [stage, key, str(version)]).fetchone() is not None
    )


def retry(db: Database, stage: str | None = None) -> int:
    """Put quarantined items back to work (of one stage, or of all); returns how many."""
    with transaction(db):
        items = [(outcome.stage, outcome.key) for outcome in quarantined(db, stage)]
        db.conn.executemany("DELETE FROM done WHERE stage = ? AND key = ?", items)
    return len(items)
