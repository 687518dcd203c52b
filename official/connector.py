"""What a connector is: how an agency is asked, and the jobs that bring a store up to date with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from official.http import Client, Limits
from tradeclaims.records import Observation


class Stored(NamedTuple):
    """How far the store has a series of this agency, as fetched by its connector."""

    period: str
    """Newest year or month."""

    vintage: str
    """Newest vintage, a full date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Everything a connector may go by."""

    client: Client
    """Its line to the agency."""

    key: str
    """The agency's key; empty where none is needed."""

    today: date
    """The vintage of what an agency serves without a date of its own."""

    since: date | None
    """Ask for figures from this day on, whatever is stored; None for what is newer than the store."""

    stored: Mapping[str, Stored]
    """Series → how far it is stored; a series never fetched is absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What one job gave."""

    observations: Sequence[Observation]
    """Of one or more vintages, each complete for the stretch that was asked for."""

    provenance: Mapping[str, Mapping[str, str]]
    """Provenance key (a public address without the key) → publisher, url, public_copy, note."""


class Job(NamedTuple):
    """One piece of work that is kept as a whole or not at all."""

    key: str
    """Names it among the jobs of its connector: the same in every run."""

    fetch: Callable[[], Fetched]
    """Asks and reads. Raises Unreadable when this piece is of no use, SourceChanged when the agency is of none today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """The declaration in an agency's file."""

    name: str
    """What `official refresh NAME` takes."""

    publisher: str
    """The agency, in words."""

    hosts: tuple[str, ...]
    """The hosts it asks, https only."""

    key: str | None
    """Environment variable that holds the agency's key; None where none is needed."""

    key_from: str = ""
    """Where one gets a key."""

    address: str
    """How the provenance of everything it fetches begins."""

    limits: Limits
    """How the agency wants to be asked."""

    jobs: Callable[[Ask], Iterator[Job]]
    """The work to do, asking nothing yet."""
