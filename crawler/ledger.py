"""What a crawl remembers from one run to the next: which items are still owed, what listings last said, who refused us.

The conductor keeps a ledger in the store; `MemoryLedger` serves a crawl on its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from tradeclaims.records import Known, Listed, Listing, Refusal
from tradeclaims.records.collection import State


class Ledger(Protocol):
    """The memory of a crawl. Each method is whole or did not happen."""

    def known(self, url: str) -> Known | None:
        """What is known of an address; None when it never answered."""

    def owed(self, source: str) -> Sequence[Listed]:
        """Items that were listed and never came, in the order they were listed."""

    def last_listing(self, source: str, url: str) -> Listing | None:
        """What a listing said last time."""

    def rows(self, source: str) -> Sequence[str]:
        """Addresses of all rows that the source's listings had when they were last read."""

    def usual(self, source: str) -> int | None:
        """Median number of rows of the last good listings; None before there are three."""

    def listed(self, source: str, url: str, said: Listing, owed: Sequence[Listed], *, settles: str | None = None) -> None:
        """Note a listing and what it makes us owe; the page of it that was asked for as `settles` is no longer owed."""

    def settled(self, source: str, url: str, *, saw: datetime | None = None) -> None:
        """An item came to its end without new bytes. `saw`: when it answered that our copy is good."""

    def missed(self, source: str, url: str, why: str, *, state: State) -> None:
        """An item did not come. Only one that is still `owed` will be asked for again, and a `gone` one a few times."""

    def refused(self, source: str) -> Refusal | None:
        """The refusal in force."""

    def refuse(self, refusal: Refusal) -> None:
        """Note a refusal."""

    def barred(self, source: str, url: str) -> str | None:
        """Why an address is not to be asked, in words: taken down on somebody's request, refused, or long gone. None when it may."""


@dataclass(kw_only=True)
class MemoryLedger:
    """A ledger that lasts as long as its process."""

    validators: dict[str, Known] = field(default_factory=dict)
    open: dict[tuple[str, str], Listed] = field(default_factory=dict)
    listings: dict[tuple[str, str], Listing] = field(default_factory=dict)
    refusals: dict[str, Refusal] = field(default_factory=dict)
    bars: dict[str, str] = field(default_factory=dict)

    def known(self, url: str) -> Known | None:
        """As the protocol says."""
        return self.validators.get(url)

    def owed(self, source: str) -> Sequence[Listed]:
        """As the protocol says."""
        return [item for (owner, _), item in self.open.items() if owner == source]

    def last_listing(self, source: str, url: str) -> Listing | None:
        """As the protocol says."""
        return self.listings.get((source, url))

    def rows(self, source: str) -> Sequence[str]:
        """As the protocol says."""
        return [item.url for (owner, _), said in self.listings.items() if owner == source for item in said.items]

    def usual(self, source: str) -> int | None:
        """One process has no history."""
        return None

    def listed(self, source: str, url: str, said: Listing, owed: Sequence[Listed], *, settles: str | None = None) -> None:
        """As the protocol says."""
        self.listings[source, url] = said
        self.open.pop((source, settles or ""), None)
        self.open.update({(source, item.url): item for item in owed})

    def settled(self, source: str, url: str, *, saw: datetime | None = None) -> None:
        """As the protocol says."""
        self.open.pop((source, url), None)

    def missed(self, source: str, url: str, why: str, *, state: State) -> None:
        """As the protocol says."""
        if state == "refused":
            self.open.pop((source, url), None)
            self.bars[url] = why

    def refused(self, source: str) -> Refusal | None:
        """As the protocol says."""
        return self.refusals.get(source)

    def refuse(self, refusal: Refusal) -> None:
        """As the protocol says."""
        self.refusals[refusal.source] = refusal

    def barred(self, source: str, url: str) -> str | None:
        """As the protocol says."""
        return self.bars.get(url)
