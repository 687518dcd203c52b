"""The memory of a crawl, kept in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from crawler.canonical import canonical_url
from store import frontier
from store.clock import stamp
from store.database import Database, transaction
from store.refusals import refusal, save_refusal
from store.removal import taken_down
from store.runs import usual_listed
from tradeclaims.records import Known, Listed, Listing, Refusal
from tradeclaims.records.collection import State


@dataclass(frozen=True, slots=True)
class StoreLedger:
    """A `crawler.ledger.Ledger` over the store."""

    db: Database

    def known(self, url: str) -> Known | None:
        """As the protocol says."""
        return frontier.known(self.db, url)

    def owed(self, source: str) -> Sequence[Listed]:
        """As the protocol says."""
        return frontier.owed(self.db, source)

    def last_listing(self, source: str, url: str) -> Listing | None:
        """As the protocol says."""
        return frontier.last_listing(self.db, source, url)

    def rows(self, source: str) -> Sequence[str]:
        """As the protocol says."""
        return frontier.listed_rows(self.db, source)

    def usual(self, source: str) -> int | None:
        """As the protocol says."""
        return usual_listed(self.db, source)

    def listed(self, source: str, url: str, said: Listing, owed: Sequence[Listed], *, settles: str | None = None) -> None:
        """As the protocol says."""
        with transaction(self.db):
            frontier.save_listing(self.db, source, url, said, owed)
            if settles:
                frontier.settle(self.db, source, settles)

    def settled(self, source: str, url: str, *, saw: datetime | None = None) -> None:
        """As the protocol says."""
        with transaction(self.db):
            frontier.settle(self.db, source, url)
            if saw:
                frontier.still_good(self.db, url, stamp(saw))

    def missed(self, source: str, url: str, why: str, *, state: State) -> None:
        """As the protocol says."""
        frontier.miss(self.db, source, url, why, state)

    def refused(self, source: str) -> Refusal | None:
        """As the protocol says."""
        return refusal(self.db, source, datetime.now(UTC))

    def refuse(self, refusal: Refusal) -> None:
        """As the protocol says."""
        save_refusal(self.db, refusal)

    def barred(self, source: str, url: str) -> str | None:
        """As the protocol says."""
        if taken_down(self.db, url) or taken_down(self.db, canonical_url(url)):
            return "taken down on request"
        return frontier.barred(self.db, source, url)
