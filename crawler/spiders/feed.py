"""Any RSS or Atom feed of the catalogue: its entries, and the pages they lead to."""

import re
from datetime import UTC, datetime, timedelta
from typing import ClassVar
from urllib.parse import urlsplit

import feedparser
from scrapy.http import Response

from crawler.answers import Expected
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from crawler.whole import ends
from crawler.written_dates import parse_date

source = Source(
    name="feed",
    publisher="as the catalogue entry says",
    kind="news",
    entry="wh-actions",
    cadence="daily",
    expect=Expect(min_listed=1, required=("title", "text")),
)

SUMMARY_LIMIT = 300
"""Characters of a summary that are kept where the page itself may not be read."""

_REGISTER_PAGE = re.compile(r"^/documents/(?P<day>\d{4}/\d{2}/\d{2})/(?P<number>[\w-]+)")


class FeedSpider(SourceSpider):
    """Feed → pages. Where robots.txt or a reservation of text mining closes the page, the feed's own words are kept."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "feed"
    # One publisher answers 406 to requests that do not ask for a feed.
    accept = "application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for the entries' pages. A dead feed parses without error into zero entries, so zero is a change."""
        del owed
        # Bytes only: given an address or a file name, the parser would open it.
        parsed = feedparser.parse(response.body, response_headers={"content-type": _type(response)})
        linked = [entry for entry in parsed.entries if entry.get("link")]
        if len(linked) < self.expect.min_listed or not (linked or parsed.get("version")):
            why = f" ({parsed.bozo_exception})" if parsed.get("bozo") else ""
            self.tally.fail(f"expected entries with links in {response.url}, found {len(linked) or 'none'}{why}")
        elif not ends(response.body):
            self.tally.fail(f"{response.url} was cut: {len(linked)} entries and no end")
        for entry in linked:
            url = page_address(response.urljoin(entry.link.strip()))
            expected: Expected = "pdf" if url.lower().endswith(".pdf") else "any"
            summary = str(entry.get("summary") or "")[: 4 * SUMMARY_LIMIT]
            yield from self.take(url, expected, title=_line(entry.get("title")), date=stated_date(entry), summary=summary)


def stated_date(entry: feedparser.FeedParserDict) -> str | None:
    """The entry's date in its own words; None for nonsense, and for one in the future: nobody published tomorrow."""
    words = entry.get("published") or entry.get("updated") or None
    day = parse_date(words)
    return words if day and day <= (datetime.now(UTC) + timedelta(days=1)).date() else None


def page_address(url: str) -> str:
    """The address to ask for: pages of the Federal Register stand behind a wall, its raw texts do not."""
    parts = urlsplit(url)
    if (parts.hostname or "").removeprefix("www.") == "federalregister.gov" and (found := _REGISTER_PAGE.match(parts.path)):
        return f"https://www.federalregister.gov/documents/full_text/text/{found['day']}/{found['number']}.txt"
    return url


def _type(response: Response) -> str:
    return (response.headers.get(b"Content-Type") or b"application/xml").decode("latin-1")


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
