"""Any RSS or Atom feed of the catalogue: its entries, and the pages they lead to."""

import json
from datetime import UTC, datetime
from typing import Any, ClassVar

import feedparser
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.answers import Expected
from crawler.items import Page
from crawler.readers.feed_item import MEDIA_TYPE
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields

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


class FeedSpider(SourceSpider):
    """Feed → pages. Where robots.txt or a text-mining reservation forbids the page, the feed's own title and summary are kept."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "feed"
    # One publisher answers 406 to requests that do not ask for a feed.
    accept = "application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"

    def parse_listing(self, response: Response) -> Yields:
        """Requests for the entries' pages. A dead feed parses without error into zero entries, so zero is a change."""
        parsed = feedparser.parse(response.body)
        linked = [entry for entry in parsed.entries if entry.get("link")]
        if len(linked) < source.expect.min_listed:
            why = f" ({parsed.bozo_exception})" if parsed.get("bozo") else ""
            self.tally.fail(f"expected entries with links in {response.url}, found none{why}")
        for entry in linked:
            url = response.urljoin(entry.link.strip())
            date = entry.get("published") or entry.get("updated") or None
            expected: Expected = "pdf" if url.lower().endswith(".pdf") else "any"
            yield from self.take(url, expected, title=_line(entry.get("title")), date=date, summary=entry.get("summary") or "")

    def parse_item(self, response: Response, asked: str, title: str | None, date: str | None, summary: str = "") -> Yields:
        """The page, or the feed's own words where text mining is reserved (TDM reservation protocol)."""
        if (response.headers.get(b"tdm-reservation") or b"").strip() == b"1":
            yield self.item(asked, title=title, date=date, summary=summary)
            return
        yield self.page(response, asked, title=title, date=date)

    def _item_failed(self, failure: Failure) -> Yields:
        carried = dict(failure.request.cb_kwargs)  # type: ignore[attr-defined]  # set by Scrapy
        if isinstance(failure.value, IgnoreRequest) and "robots.txt" in failure.getErrorMessage():
            yield self.item(carried["asked"], title=carried["title"], date=carried["date"], summary=carried["summary"])
            return
        yield from super()._item_failed(failure)

    def item(self, asked: str, *, title: str | None, date: str | None, summary: str) -> Page:
        """The feed's own words about a page, as bytes a reader understands."""
        plain: dict[str, Any] = {"link": asked, "title": title or "", "published": date or "", "summary": summary[: 4 * SUMMARY_LIMIT]}
        return Page(
            source=self.entry.id, url=asked, final_url=asked, fetched_at=datetime.now(UTC), status=200, media_type=MEDIA_TYPE,
            charset="utf-8", body=json.dumps(plain, ensure_ascii=False, sort_keys=True).encode(), listed_title=title, listed_date=date,
        )  # fmt: skip


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
