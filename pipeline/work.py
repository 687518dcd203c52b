"""The one work loop: takes items, does one thing with each, and accounts for every one of them. The only place that catches."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Literal, TypeVar

from store.database import Database, transaction
from store.runs import finish_run, mark_done, record_issue, record_outcome, start_run
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.records import Issue, Outcome, Run

Item = TypeVar("Item")
Kind = Literal["saved", "unchanged"]


def work(
    db: Database,
    stage: str,
    items: Iterable[Item],
    do: Callable[[Item], Kind],
    *,
    key: Callable[[Item], str],
    version: str,
    source: str | None = None,
    before: Callable[[Item], None] | None = None,
) -> Run:
    """Run `do` over `items`, each in a transaction of its own, and return the run's counts. `before` runs ahead of the transaction.

    An item that raises Unreadable is quarantined with its message and the rest goes on; SourceChanged stops this run and marks it failed.
    A kill between two items loses nothing: what is done is marked in the transaction that did it.
    """
    began = datetime.now(UTC)
    run_id = start_run(db, Run(stage=stage, source=source, started_at=began))
    counts: Counter[str] = Counter()
    seen, failed = 0, False
    for item in items:
        seen += 1
        name = key(item)
        try:
            if before is not None:
                before(item)
            with transaction(db):
                kind = do(item)
                _account(db, Outcome(stage=stage, key=name, kind=kind, version=version))
            counts[kind] += 1
        except Unreadable as error:
            quarantine(db, stage, name, version, str(error), source)
            counts["quarantined"] += 1
        except SourceChanged as error:
            quarantine(db, stage, name, version, str(error), source)
            counts["quarantined"] += 1
            failed = True
            break
    run = Run(
        stage=stage,
        source=source,
        started_at=began,
        finished_at=datetime.now(UTC),
        seen=seen,
        saved=counts["saved"],
        unchanged=counts["unchanged"],
        quarantined=counts["quarantined"],
        failed=failed,
    )
    assert run.saved + run.unchanged + run.quarantined == run.seen, f"{stage}: items went missing: {run}"
    finish_run(db, run_id, run)
    return run


def quarantine(db: Database, stage: str, key: str, version: str, message: str, source: str | None) -> None:
    """Put one item aside with its reason; it is not tried again by the same version."""
    with transaction(db):
        _account(db, Outcome(stage=stage, key=key, kind="quarantined", message=message, version=version))
        record_issue(db, Issue(stage=stage, source=source, key=key, message=message, found_at=datetime.now(UTC)))


def _account(db: Database, outcome: Outcome) -> None:
    record_outcome(db, outcome)
    mark_done(db, outcome.stage, outcome.key, outcome.version)
