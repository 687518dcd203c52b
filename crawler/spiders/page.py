"""One page whose text matters, wherever it is: asked for on every crawl, kept, and read anew when it changes."""

from collections.abc import AsyncIterator
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response

from crawler.answers import Expected
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields

source = Source(
    name="page",
    publisher="as the address says",
    kind="news",
    entry="page:ustr-agreements",
    cadence="changes a few times a year",
    expect=Expect(min_listed=1, required=("text",)),
)


EXPECTED: dict[str, Expected] = {"pdf": "pdf", "txt": "text", "json": "json"}
"""By the end of the path; everything else must be HTML."""


class PageSpider(SourceSpider):
    """No listing: the entry's address is the item."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "any"
    rests = False
    """However long it has been known: its changes are what is of interest."""

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the page, with the validators of last time."""
        if self.probe:
            yield self.ask_listing(self.entry.url)
            return
        suffix = urlsplit(self.entry.url).path.lower().rpartition(".")[2]
        expected = EXPECTED.get(suffix, "html")
        for request in self.take(self.entry.url, expected):
            yield request

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Only looked at: the page is there."""
        del response, owed
        self.tally.row(None)
        return iter(())

    def closed(self, reason: str) -> None:
        """A listing may miss a row; a page that is watched and does not come has moved or gone."""
        del reason
        if self.tally.quarantined:
            self.tally.fail(f"expected the watched page at {self.entry.url}, got none")
