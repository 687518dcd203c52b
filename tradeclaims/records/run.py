"""What happened while working: runs, one outcome per item, issues a colleague can act on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One pass of one stage. `saved + unchanged + quarantined == seen`, or the run failed."""

    stage: str
    """`crawl`, `ingest`, `read`, `group`, `extract`, `official`, `check`, `alert`."""

    source: str | None = None
    """Source, for crawls; None for stages over everything."""

    started_at: datetime
    """UTC."""

    finished_at: datetime | None = None
    """UTC; None while it runs or after a kill."""

    seen: int = 0
    """Items taken up."""

    saved: int = 0
    """Items that gave something new."""

    unchanged: int = 0
    """Items that gave what was known."""

    quarantined: int = 0
    """Items put aside with a reason."""

    failed: bool = False
    """True when the stage stopped early or its source failed."""

    listed: int | None = None
    """Rows of the source's listing, those of no interest included; None where none was read."""

    newest: date | None = None
    """Day of the newest row of the listing; None where none states one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one item ended."""

    stage: str
    """As in Run."""

    key: str
    """The item: an address, a body hash, a document with revision, a claim id."""

    kind: Literal["saved", "unchanged", "quarantined"]
    """The end it came to."""

    message: str = ""
    """For quarantined items: why, in one line."""

    version: str = ""
    """Version of the code that worked on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A finding for the operator."""

    stage: str
    """Where it was found."""

    source: str | None
    """Which source; None where no source is concerned."""

    key: str
    """The item or source it is about."""

    message: str
    """One sentence that names the thing and what was expected."""

    found_at: datetime
    """UTC."""
