"""What all spiders share: one request per new address, checked answers, one end per item. A spider collects bytes and reads none."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, Literal

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.answers import Expected, media_type, problem
from crawler.canonical import canonical_url
from crawler.catalogue import SourceEntry, find_entry, load_catalogue
from crawler.exchange import exchange_of
from crawler.items import Page
from crawler.source import Source
from crawler.tally import Tally
from tradeclaims.records import Exchange, Issue, Snapshot

Validators = Callable[[str], tuple[str | None, str | None] | None]
Sink = Callable[[Snapshot, bytes, Exchange | None], Literal["saved", "unchanged"]]
Yields = Iterator[Request | Page]


class SourceSpider(Spider):
    """Base of the spiders: reads one catalogue entry.

    `scrapy crawl NAME` takes the entry named by the spider's declaration from the packaged catalogue;
    `-a feed=ID` names another one and `-a sources=FILE` another catalogue.
    """

    source: ClassVar[Source]
    listing: ClassVar[Expected] = "html"
    accept: ClassVar[str] = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"

    def __init__(
        self,
        feed: str | None = None,
        sources: str | None = None,
        entry: SourceEntry | None = None,
        tally: Tally | None = None,
        validators: Validators | None = None,
        sink: Sink | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.entry = entry or find_entry(load_catalogue(Path(sources) if sources else None), feed or self.source.entry)
        self.tally = tally or Tally(source=self.entry.id, report=self._log_issue)
        self.validators = validators or (lambda url: None)
        self.sink = sink
        self._taken: set[str] = set()

    def _log_issue(self, issue: Issue) -> None:
        self.logger.warning(issue.message)

    def start_url(self) -> str:
        """Address of the listing."""
        return self.entry.url

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the listing."""
        yield self.ask_listing(self.start_url())

    def ask_listing(self, url: str) -> Request:
        """A request for a listing, feed or answer of an API."""
        return Request(url, self._listing_came, errback=self._listing_failed, headers={"Accept": self.accept}, dont_filter=True)

    def _listing_came(self, response: Response) -> Yields:
        trouble = problem(response, response.request.url if response.request else response.url, self.listing)
        if trouble:
            self.tally.fail(trouble)
            return
        yield from self.parse_listing(response)

    def parse_listing(self, response: Response) -> Yields:
        """Requests for the items of a listing."""
        raise NotImplementedError

    def _listing_failed(self, failure: Failure) -> None:
        self.tally.fail(f"listing {_asked(failure)}: {_why(failure)}")

    def take(self, url: str, expected: Expected, *, title: str | None = None, date: str | None = None, **extra: Any) -> Yields:
        """Take up one item: a request for it, unless this crawl has it already."""
        key = canonical_url(url)
        if key in self._taken or len(self._taken) >= self.entry.max_items:
            return
        self._taken.add(key)
        self.tally.seen += 1
        headers = {"Accept": "*/*" if expected != "html" else "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"}
        etag, modified = self.validators(url) or (None, None)
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        carried = {"asked": url, "expected": expected, "title": title, "date": date, **extra}
        yield Request(url, self._item_came, errback=self._item_failed, headers=headers, cb_kwargs=carried, dont_filter=True)

    def _item_came(self, response: Response, asked: str, expected: Expected, **carried: Any) -> Yields:
        trouble = None if response.status == 304 else problem(response, asked, expected)
        if trouble:
            self.tally.quarantine(asked, trouble)
            return
        yield from self.parse_item(response, asked, **carried)

    def parse_item(self, response: Response, asked: str, title: str | None, date: str | None) -> Yields:
        """The page of an item, and what hangs on it."""
        yield self.page(response, asked, title=title, date=date)

    def _item_failed(self, failure: Failure) -> Yields:
        asked = _asked(failure)
        self.tally.quarantine(asked, f"{asked}: {_why(failure)}")
        return iter(())

    def page(self, response: Response, asked: str, *, title: str | None, date: str | None) -> Page:
        """The item that carries an answer's bytes."""
        kind, charset = media_type(response)
        return Page(
            source=self.entry.id, url=asked, final_url=response.url, fetched_at=datetime.now(UTC), status=response.status,
            media_type=kind, charset=charset, body=response.body, etag=_header(response, b"ETag"),
            last_modified=_header(response, b"Last-Modified"), listed_title=title, listed_date=date,
            exchange=exchange_of(response),
        )  # fmt: skip


def _header(response: Response, name: bytes) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def _asked(failure: Failure) -> str:
    request = failure.request  # type: ignore[attr-defined]  # set by Scrapy on every failed request
    return str(request.cb_kwargs.get("asked", request.url))


def _why(failure: Failure) -> str:
    if isinstance(failure.value, HttpError):
        return f"HTTP {failure.value.response.status}, expected 200"
    return failure.getErrorMessage() or failure.type.__name__ if failure.type else "no answer"
