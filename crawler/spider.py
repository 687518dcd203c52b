"""What all spiders share: one request per new address, checked answers, one end per item. A spider collects bytes and reads none."""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Literal

from scrapy import Request, Spider
from scrapy.exceptions import DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.addresses import PrivateAddress
from crawler.answers import Expected, media_type, problem
from crawler.canonical import canonical_url, listing_key
from crawler.catalogue import SourceEntry, find_entry, load_catalogue
from crawler.exchange import exchange_of
from crawler.health import findings
from crawler.items import Page
from crawler.ledger import Ledger, MemoryLedger
from crawler.readers.feed_item import MEDIA_TYPE
from crawler.refusal import REFUSALS, Postponed
from crawler.reservation import Reserved, reserved_in
from crawler.source import Expect, Source
from crawler.tally import Tally
from crawler.written_dates import parse_date
from tradeclaims.records import Exchange, Issue, Listed, Listing, Refusal, Snapshot
from tradeclaims.records.collection import State

Sink = Callable[[Snapshot, bytes, Exchange | None], Literal["saved", "unchanged"]]
Yields = Iterator[Request | Page]

SETTLED_DAYS = 14
"""An item known for longer is asked for changes once a day, a younger one on every crawl."""

MORE_ROUNDS = 2
"""Further tries of a request that failed for a reason that may pass, each behind everything else that waits."""

GONE = frozenset({404, 410})
"""Statuses that say an item is not there; it is asked for a few more times, in later runs."""


class SourceSpider(Spider):
    """Base of the spiders: reads one catalogue entry.

    `scrapy crawl NAME` takes the entry named by the spider's declaration from the packaged catalogue;
    `-a feed=ID` names another one and `-a sources=FILE` another catalogue.
    """

    source: ClassVar[Source]
    listing: ClassVar[Expected] = "html"
    accept: ClassVar[str] = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"
    follows_changes: ClassVar[bool] = True
    """Whether listings are asked with the validators of last time."""
    rests: ClassVar[bool] = True
    """Whether an item that has been known for long is asked for once a day only."""

    def __init__(
        self,
        feed: str | None = None,
        sources: str | None = None,
        entry: SourceEntry | None = None,
        tally: Tally | None = None,
        ledger: Ledger | None = None,
        sink: Sink | None = None,
        probe: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.entry = entry or find_entry(load_catalogue(Path(sources) if sources else None), feed or self.source.entry)
        self.expect: Expect = replace(self.source.expect, **dict(self.entry.expect))
        self.tally = tally or Tally(source=self.entry.id, report=self._log_issue)
        self.ledger: Ledger = ledger or MemoryLedger()
        self.sink = sink
        self.probe = probe
        """Only look at the listing: count its rows, ask for none of them."""
        self.stopped = False
        """True once the source told us to stop."""
        self._key = ""
        """A key that must not be said or stored."""
        self._said: set[str] = set()
        """Why requests were left for a later run, each said once."""
        self._taken: set[str] = set()
        self._rows: list[Listed] = []
        """Rows of the listing that is being read."""
        self._batch: list[Listed] = []
        """What it makes us owe."""
        self._before: set[str] | None = None
        self._read = False

    def _log_issue(self, issue: Issue) -> None:
        self.logger.warning(issue.message)

    def start_url(self) -> str:
        """Address of the listing."""
        return self.entry.url

    async def start(self) -> AsyncIterator[Request | Page]:
        """Ask for the listing, then for what earlier runs still owe."""
        yield self.ask_listing(self.start_url())
        if self.probe:
            return
        for item in self.ledger.owed(self.entry.id):
            if item.what == "listing":
                if (key := listing_key(item.url)) in self._taken:
                    self.ledger.settled(self.entry.id, item.url)
                    continue
                self._taken.add(key)
                yield self.ask_listing(item.url, owed=True)
            else:
                for request in self._ask(item):
                    yield request  # a Request, or a Page made of the listing's words

    # ---- listings

    def ask_listing(self, url: str, *, owed: bool = False) -> Request:
        """A request for a listing, feed or answer of an API; `owed` for one that an earlier run had no time for."""
        headers = {"Accept": self.accept}
        key = listing_key(url)
        last = self.ledger.last_listing(self.entry.id, key) if self.follows_changes and not self.probe else None
        if last and last.etag:
            headers["If-None-Match"] = last.etag
        if last and last.last_modified:
            headers["If-Modified-Since"] = last.last_modified
        carried = {"key": key, "owed": owed, "asked": url}
        return Request(
            url, self._listing_came, errback=self._listing_failed, headers=headers, dont_filter=True, priority=10, cb_kwargs=carried
        )

    def further_listing(self, url: str) -> Iterator[Request]:
        """A request for a further page of the listing, which is owed from now on."""
        if self.probe:
            return
        key = listing_key(url)
        if key in self._taken:
            return
        self._taken.add(key)
        self._batch.append(Listed(url=url, expected=self.listing, what="listing"))
        yield self.ask_listing(url)

    def _listing_came(self, response: Response, key: str, owed: bool, asked: str) -> Yields:
        self.tally.status = self.tally.status or response.status
        last = self.ledger.last_listing(self.entry.id, key) if response.status == 304 else None
        if last is not None:
            yield from self._as_last_time(last)
            return
        trouble = problem(response, asked, self.listing)
        if response.status == 304:
            trouble = f"{asked} answered 304 (not modified) to a first request"
        if trouble:
            if response.request is not None and (again := _again(response.request)):
                yield again
            else:
                self.tally.fail(trouble)
            return
        self._rows, self._batch, before = [], [], self.tally.rows
        requests = list(self.parse_listing(response, owed=owed))
        self._read = True
        if self.probe:
            return
        said = Listing(
            etag=_header(response, b"ETag"), last_modified=_header(response, b"Last-Modified"), rows=self.tally.rows - before,
            newest=self.tally.newest.isoformat() if self.tally.newest else "", items=tuple(self._rows),
        )  # fmt: skip
        self.ledger.listed(self.entry.id, key, said, self._batch, settles=asked)
        yield from requests

    def _as_last_time(self, last: Listing) -> Yields:
        self._read = True
        self.tally.rows += last.rows
        self.tally.newest = parse_date(last.newest) or self.tally.newest
        for item in last.items:
            yield from self._take(item)

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for the items of a listing; `owed` as in `ask_listing`."""
        raise NotImplementedError

    def _listing_failed(self, failure: Failure) -> Yields:
        """Said by the source as a whole; a further page of a listing stays owed unless it is not there."""
        status = _status(failure)
        self.tally.status = self.tally.status or status
        asked = _asked(failure)
        if status in REFUSALS:
            self.refuse(status, asked)
        elif self.stopped and (isinstance(failure.value, Postponed) or status in (429, 503)):
            pass  # said once, where it was found
        elif _passing(failure) and (again := _again(_request(failure))):
            yield again
        else:
            if status in GONE:
                self.ledger.settled(self.entry.id, asked)
            if not (status in GONE and self._is_further_page(asked)):
                self.tally.fail(f"listing {asked}: {_why(failure)}")

    def _is_further_page(self, url: str) -> bool:
        """Whether an address is the listing's own with another page number: behind the last one there may be nothing."""
        start = self.start_url()
        path, own = canonical_url(url).partition("?")[0], canonical_url(start).partition("?")[0]
        return path == own and listing_key(url) != listing_key(start)

    def refuse(self, status: int, url: str, *, until: datetime | None = None) -> None:
        """The source told us to stop: say so, remember it, ask nothing more. `until`: it named a time to come back."""
        if self.stopped:
            return
        self.stopped = True
        url = url.replace(self._key, "…") if self._key else url
        if not self.probe:
            self.ledger.refuse(Refusal(source=self.entry.id, status=status, url=url, at=datetime.now(UTC), until=until))
        if until:
            self.tally.fail(f"{url} answered HTTP {status} and asks to wait until {until:%Y-%m-%d %H:%M} UTC; left for a later run")
        else:
            self.tally.fail(f"refused: {url} answered HTTP {status}; not asked again until `retry {self.entry.id}`")

    # ---- items

    def take(self, url: str, expected: Expected, *, title: str | None = None, date: str | None = None, summary: str = "") -> Yields:
        """Take up one row of a listing: a request for its item, unless this crawl has it already."""
        self.tally.row(parse_date(date))
        yield from self._take(Listed(url=url, expected=expected, title=title, date=date, summary=summary))

    def _take(self, item: Listed) -> Yields:
        if self.probe:
            return
        key = canonical_url(item.url)
        if key in self._taken or len(self._taken) >= self.entry.max_items:
            return
        self._rows.append(item)
        asked = list(self._ask(item))
        if asked:
            self._batch.append(item)
        yield from asked

    def is_known(self, url: str) -> bool:
        """Whether this source has listed an address before, in this crawl or an earlier one."""
        if self._before is None:
            self._before = {canonical_url(row) for row in self.ledger.rows(self.entry.id)}
        key = canonical_url(url)
        return key in self._before or key in self._taken

    def _ask(self, item: Listed) -> Yields:
        key = canonical_url(item.url)
        if key in self._taken:
            return
        self._taken.add(key)
        self.tally.seen += 1
        if self.ledger.barred(self.entry.id, item.url):
            self.tally.unchanged += 1
            return
        if not self.entry.pages:
            yield self.words(item, "the catalogue says that its pages are not to be read")
            return
        headers = {"Accept": "*/*" if item.expected != "html" else "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"}
        known = self.ledger.known(item.url)
        if known and self._settled(known.first_seen, known.last_seen):
            self.tally.unchanged += 1
            self.ledger.settled(self.entry.id, item.url)
            return
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        yield Request(item.url, self._item_came, errback=self._item_failed, headers=headers, cb_kwargs={"item": item}, dont_filter=True)

    def _settled(self, first: datetime, last: datetime) -> bool:
        """Whether there is no need to ask: another source of this run has just asked, or the item is old and was asked today."""
        now = datetime.now(UTC)
        if last >= self.tally.started_at:
            return True
        return self.rests and now - first > timedelta(days=SETTLED_DAYS) and now - last < timedelta(days=1)

    def _item_came(self, response: Response, item: Listed) -> Yields:
        request = response.request
        conditional = request is not None and (b"If-None-Match" in request.headers or b"If-Modified-Since" in request.headers)
        if response.status == 304 and conditional:
            self.ledger.settled(self.entry.id, item.url, saw=datetime.now(UTC))
            yield self.page(response, item)
            return
        trouble = self.trouble(response, item)
        if trouble:
            # Walls, empty pages and wrong 304 come and go: once more, behind everything else.
            if request is not None and (again := _again(request)):
                yield again
            else:
                self.miss(item, trouble)
            return
        if item.title and (why := reserved_in(response)):
            yield self.words(item, why)
            return
        yield from self.parse_item(response, item)

    def trouble(self, response: Response, item: Listed) -> str | None:
        """Why an answer cannot be the item; None when it can."""
        if response.status == 304:
            return f"{item.url} answered 304 (not modified) to a request without validators"
        if canonical_url(response.url) == canonical_url(self.entry.url) != canonical_url(item.url):
            return f"{item.url} was answered by the listing itself"
        return problem(response, item.url, item.expected)

    def parse_item(self, response: Response, item: Listed) -> Yields:
        """The page of an item, and what hangs on it."""
        yield self.page(response, item)

    def also_owed(self, response: Response, item: Listed, attached: list[Listed]) -> Yields:
        """What hangs on an item: owed from now on, before the item itself is settled."""
        fresh = [one for one in attached if canonical_url(one.url) not in self._taken]
        if fresh:
            self.ledger.listed(self.entry.id, f"{canonical_url(item.url)}#attached", Listing(rows=len(fresh)), fresh)
        for one in fresh:
            yield from self._ask(one)

    def _item_failed(self, failure: Failure) -> Yields:
        item: Listed = failure.request.cb_kwargs["item"]  # type: ignore[attr-defined]  # set by Scrapy on every failed request
        if isinstance(failure.value, Postponed):
            if not self.stopped and str(failure.value) not in self._said:
                self._said.add(str(failure.value))
                self.tally.fail(str(failure.value))
            self.tally.postpone()
            return
        if _passing(failure) and (again := _again(_request(failure))):
            yield again
            return
        if isinstance(failure.value, Reserved) and item.title:
            yield self.words(item, str(failure.value))
            return
        if isinstance(failure.value, IgnoreRequest) and "robots.txt" in failure.getErrorMessage() and item.title:
            yield self.words(item, "robots.txt forbids the page", summary=True)
            return
        status = _status(failure)
        state: State = (
            "refused" if status in REFUSALS else "gone" if status in GONE or isinstance(failure.value, PrivateAddress) else "owed"
        )
        self.miss(item, f"{item.url}: {_why(failure)}", state=state)

    def miss(self, item: Listed, why: str, *, state: State = "owed") -> None:
        """One item did not come in this run."""
        self.tally.quarantine(item.url, why)
        self.ledger.missed(self.entry.id, item.url, why, state=state)

    def words(self, item: Listed, why: str, *, summary: bool = False) -> Page:
        """The listing's own words about an item whose page may not be read, as bytes a reader understands: title and link, at most a summary."""
        plain = {"link": item.url, "title": item.title or "", "published": item.date or "", "summary": item.summary if summary else ""}
        return Page(
            source=self.entry.id, url=item.url, final_url=item.url, fetched_at=datetime.now(UTC), status=200, media_type=MEDIA_TYPE,
            charset="utf-8", body=json.dumps(plain, ensure_ascii=False, sort_keys=True).encode(), listed_title=item.title,
            listed_date=item.date, policy=f"title and link: {why}",
        )  # fmt: skip

    def page(self, response: Response, item: Listed) -> Page:
        """The item that carries an answer's bytes."""
        kind, charset = media_type(response)
        return Page(
            source=self.entry.id, url=item.url, final_url=response.url, fetched_at=datetime.now(UTC), status=response.status,
            media_type=kind, charset=charset, body=response.body, etag=_header(response, b"ETag"),
            last_modified=_header(response, b"Last-Modified"), listed_title=item.title, listed_date=item.date,
            policy="full" if self.entry.text == "full" else "cached",
            exchange=exchange_of(response),
        )  # fmt: skip

    # ---- the end

    def closed(self, reason: str) -> None:
        """Hold what was listed against what the source declares."""
        del reason
        if not self._read or self.tally.failed:
            return
        today = datetime.now(UTC).date()
        usual = self.ledger.usual(self.entry.id)
        rows, newest = self.tally.rows, self.tally.newest
        for line in findings(self.expect, url=self.entry.url, rows=rows, newest=newest, usual=usual, today=today):
            self.tally.fail(line)


def _header(response: Response, name: bytes) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def _asked(failure: Failure) -> str:
    request = _request(failure)
    return str(request.cb_kwargs.get("asked", request.url))


def _request(failure: Failure) -> Request:
    request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy on every failed request
    return request


def _status(failure: Failure) -> int | None:
    return int(failure.value.response.status) if isinstance(failure.value, HttpError) else None


def _passing(failure: Failure) -> bool:
    """Whether a failure may pass by itself: a server in trouble, a lost connection, a cut answer."""
    status = _status(failure)
    return status >= 500 if status is not None else not isinstance(failure.value, IgnoreRequest)


def _again(request: Request) -> Request | None:
    """The request once more, behind everything else that waits and past caches; None when that has been done often enough."""
    rounds = int(request.meta.get("rounds", 0)) + 1
    if rounds > MORE_ROUNDS:
        return None
    kept = {key: value for key, value in request.meta.items() if key in ("download_timeout",)}
    again = request.replace(priority=-100 * rounds, meta={**kept, "rounds": rounds, "max_retry_times": 0}, dont_filter=True)
    again.headers["Cache-Control"] = "no-cache"
    return again


def _why(failure: Failure) -> str:
    if isinstance(failure.value, HttpError):
        return f"HTTP {failure.value.response.status}, expected 200"
    if isinstance(failure.value, DownloadTimeoutError):
        return "no whole answer within the time allowed"
    if "twisted.python.failure" in failure.getErrorMessage():
        return "the connection was lost before an answer came"
    return failure.getErrorMessage() or failure.type.__name__ if failure.type else "no answer"
