"""Where pages go: into flat items for `scrapy crawl`, or into the sink of a run."""

from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.items import Page, snapshot_of
from crawler.reading import read_snapshot
from crawler.spider import SourceSpider
from tradeclaims.errors import Unreadable


class ReadingPipeline:
    """The default: every page is read, and its document becomes the item."""

    def process_item(self, item: Page) -> dict[str, Any]:
        """A flat JSON-friendly document; drops what cannot be read, with the reason in one line."""
        if item.status == 304:
            raise DropItem(f"{item.url}: unchanged")
        snapshot = snapshot_of(item)
        try:
            document = read_snapshot(snapshot, item.body)
        except Unreadable as error:
            raise DropItem(f"{item.url}: {error}") from None
        return {
            "id": document.id,
            "source": document.source,
            "kind": document.kind,
            "url": document.url,
            "title": document.title,
            "published": document.published and document.published.isoformat(),
            "issuer": document.issuer,
            "official": document.official,
            "country": document.country,
            "language": document.language,
            "text": document.text,
            "sha256": snapshot.body_hash,
            "fetched_at": snapshot.fetched_at.isoformat(),
        }


class SinkPipeline:
    """Used by `crawler.run`: hands every page to the sink and counts how it ended."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SinkPipeline":
        """As Scrapy builds it."""
        return cls(crawler)

    def process_item(self, item: Page) -> Page:
        """Exactly one of saved and unchanged per page."""
        spider = self.crawler.spider
        assert isinstance(spider, SourceSpider)
        assert spider.sink is not None
        outcome = "unchanged" if item.status == 304 else spider.sink(snapshot_of(item), item.body, item.exchange)
        if outcome == "saved":
            spider.tally.saved += 1
        else:
            spider.tally.unchanged += 1
        return item
