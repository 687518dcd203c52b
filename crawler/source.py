"""How a source declares itself: who publishes, how often, and what a healthy crawl looks like."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What must hold, or the source has changed."""

    min_listed: int = 1
    """Fewest rows a listing has on any day."""

    gap_days: int = 365
    """Longest silence that is still usual; a listing whose newest row is older is stale. 0: its age says nothing."""

    steady: bool = True
    """Whether a listing is about as long each time, so that one that has lost most of its rows has changed."""

    required: tuple[str, ...] = ("title", "text")
    """Fields of a document that this source always gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The declaration at the top of a spider's file."""

    name: str
    """Name of the spider."""

    publisher: str
    """Who speaks."""

    kind: Literal["press_release", "letter", "notice", "news", "calendar"]
    """Kind of its documents."""

    entry: str
    """Catalogue entry that `scrapy crawl NAME` reads when none is named."""

    cadence: str
    """How often something new is usual."""

    expect: Expect = field(default_factory=Expect)
    """Health of a crawl."""
