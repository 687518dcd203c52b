"""Release calendars: the calendar itself is the document, and its revisions are what is of interest."""

from typing import ClassVar

from scrapy.http import Response

from crawler.answers import Expected, media_type
from crawler.charsets import decode
from crawler.readers.calendar import releases
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from tradeclaims.errors import Unreadable
from tradeclaims.records import Listed

source = Source(
    name="calendar",
    publisher="as the catalogue entry says",
    kind="calendar",
    entry="bea-dates",
    cadence="changes a few times a year",
    expect=Expect(min_listed=1, gap_days=0, steady=False, required=("text",)),
)


class CalendarSpider(SourceSpider):
    """One request; its answer is kept when it holds releases."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "any"
    accept = "application/json,text/calendar,text/html;q=0.9,*/*;q=0.5"
    follows_changes = False
    """Its answer is the item: the validators of the item count."""

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """The calendar as a page."""
        del owed
        _, charset = media_type(response)
        try:
            found = list(releases(decode(response.body, charset)))
        except Unreadable as error:
            self.tally.fail(f"{self.entry.url}: {error}")
            return
        if not found:
            self.tally.fail(f"expected releases with dates at {self.entry.url}, found none")
            return
        for release in found:
            self.tally.row(release.day)
        self.tally.seen += 1
        yield self.page(response, Listed(url=self.entry.url, expected="any", title=self.entry.name))
