"""The count of one source's crawl: every item taken up ends once, and problems are said in one line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from tradeclaims.records import Issue, Run

Report = Callable[[Issue], None]


@dataclass(kw_only=True)
class Tally:
    """Counts of one catalogue entry. Mutable, one per spider."""

    source: str
    """Id of the catalogue entry."""

    report: Report
    """Receives every issue."""

    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    seen: int = 0
    saved: int = 0
    unchanged: int = 0
    quarantined: int = 0
    failed: bool = False
    rows: int = 0
    """Rows of the listing, those of no interest included."""

    newest: date | None = None
    """Day of the newest row that is not in the future."""

    status: int | None = None
    """HTTP status of the listing; None when it gave no answer."""

    problems: list[str] = field(default_factory=list)
    """Why the source failed, in one line each."""

    def quarantine(self, key: str, message: str) -> None:
        """One item ends unusable."""
        self.quarantined += 1
        self._say(key, message)

    def postpone(self) -> None:
        """One item is left for another run, because the source as a whole could not be asked further; that was said once."""
        self.quarantined += 1

    def fail(self, message: str) -> None:
        """The source as a whole is not what its spider expects."""
        self.failed = True
        self.problems.append(" ".join(message.split()))
        self._say(self.source, message)

    def note(self, message: str) -> None:
        """Something the operator should know that is no failure."""
        self._say(self.source, message)

    def row(self, day: date | None) -> None:
        """One row of the listing, with the day it states."""
        self.rows += 1
        if day and (self.newest is None or day > self.newest) and day <= datetime.now(UTC).date():
            self.newest = day

    def _say(self, key: str, message: str) -> None:
        line = " ".join(f"{self.source}: {message}".split())
        self.report(Issue(stage="crawl", source=self.source, key=key, message=line, found_at=datetime.now(UTC)))

    def close(self) -> Run:
        """The run; items without an end fail it."""
        lost = self.seen - self.saved - self.unchanged - self.quarantined
        if lost > 0:
            self.quarantined += lost
            self.fail(f"{lost} of {self.seen} items came to no end; expected each to be saved, unchanged or quarantined")
        return Run(
            stage="crawl", source=self.source, started_at=self.started_at, finished_at=datetime.now(UTC), seen=self.seen,
            saved=self.saved, unchanged=self.unchanged, quarantined=self.quarantined, failed=self.failed,
            listed=self.rows or None, newest=self.newest,
        )  # fmt: skip
