"""What a crawl remembers from one run to the next: what listings said, which items are owed, who refused."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Expected = Literal["html", "pdf", "json", "text", "feed", "any"]
"""What the answer to a request must be."""

State = Literal["owed", "refused", "gone"]
"""Of an item that did not come: to be asked again, closed to us, not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One row of a listing: what is to be asked for. Owed from the moment the listing is taken note of until an answer is stored."""

    url: str
    """The address asked for; of one item in one source it is the key."""

    expected: Expected
    """What the answer must be."""

    title: str | None = None
    """As listed."""

    date: str | None = None
    """As listed, in the listing's own words."""

    summary: str = ""
    """The feed's own words about the item."""

    what: Literal["item", "listing"] = "item"
    """`listing` for a further page of the listing itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an address asked before."""

    etag: str | None
    """Validators of the newest answer."""

    last_modified: str | None
    """The same."""

    first_seen: datetime
    """When the address first gave something; UTC."""

    last_seen: datetime
    """When it last answered; UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a listing said when it was last read."""

    etag: str | None = None
    """Validators for the next request."""

    last_modified: str | None = None
    """The same."""

    rows: int = 0
    """Rows it had, those of no interest included."""

    newest: str = ""
    """Day of the newest row, ISO 8601; empty when no row states one."""

    items: tuple[Listed, ...] = ()
    """The rows taken: what a 304 stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A source that told us to stop. Not asked again until a person says so, or until its own time is over."""

    source: str
    """Id of the catalogue entry."""

    status: int
    """HTTP status of the answer."""

    url: str
    """The address that gave it."""

    at: datetime
    """UTC."""

    until: datetime | None = None
    """Where the server named a time to come back; None for a refusal that a person has to lift."""
