"""What runs did, for people and for pipes."""

from collections.abc import Sequence
from datetime import datetime

from pipeline.cli.options import console, print_line
from pipeline.present.tables import plain_table
from store.database import Database
from store.runs import issues
from tradeclaims.codec import encode
from tradeclaims.records import Run


def print_runs(db: Database, runs: Sequence[Run], *, table: bool, since: datetime) -> None:
    """Counts per run and every issue found since `since`, one line each."""
    found = issues(db, since)
    if not table:
        for run in runs:
            print_line(encode(run))
        for issue in found:
            print_line(encode(issue))
        return
    out = console()
    rows = [
        (run.stage, run.source or "", run.seen, run.saved, run.unchanged, run.quarantined, "failed" if run.failed else "done")
        for run in runs
    ]
    out.print(plain_table("What was done", ("stage", "source", "seen", "saved", "unchanged", "put aside", "end"), rows))
    for issue in found:
        where = f"{issue.stage} {issue.source}" if issue.source else issue.stage
        out.print(f"[yellow]![/] {where}: {issue.message}", markup=True, highlight=False)
