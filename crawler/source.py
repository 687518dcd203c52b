"""How a source declares itself: who publishes, how often, and what a healthy crawl looks like."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What must hold, or the source has changed."""

    min_listed: int = 1
    """Fewest rows a listing has on any day."""

    required: tuple[str, ...] = ("title", "text")
    """Fields of a document that this source always gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The declaration at the top of a spider's file."""

    name: str
    """Name of the spider."""

    publisher: str
    """Who speaks."""

    kind: Literal["press_release", "letter", "notice", "news"]
    """Kind of its documents."""

    entry: str
    """Catalogue entry that `scrapy crawl NAME` reads when none is named."""

    cadence: str
    """How often something new is usual."""

    expect: Expect = field(default_factory=Expect)
    """Health of a crawl."""
