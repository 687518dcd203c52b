"""A host that asks us to wait is given time; one that refuses us has answered, and is not asked again.

429 and 503 with Retry-After (RFC 9110, section 10.2.3): the whole host waits, within bounds, then the request is repeated. 401, 403 and 451
(RFC 7725) refuse: on a listing at once, on items when several in a row say so. The agent is never changed.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeGuard

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

if TYPE_CHECKING:
    from crawler.spider import SourceSpider

REFUSALS = frozenset({401, 403, 451})
"""Statuses that refuse one page; a row of them refuses the visitor."""

ROW = 3
"""So many refusals without an accepted request between them mean the host."""

REPEATED = 3
"""So many 429 in a row, in spite of waiting between them, are a refusal."""


class Postponed(IgnoreRequest):
    """The request was not made because the host is not to be asked any more in this run. It stays owed."""


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, from its number or its date; None when it is missing or nonsense."""
    if not value:
        return None
    words = value.decode("latin-1").strip()
    if words.isdigit():
        return float(words)
    try:
        at = parsedate_to_datetime(words)
    except (ValueError, TypeError):
        return None
    return max(0.0, ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now).total_seconds())


@dataclass(slots=True, kw_only=True)
class _Host:
    """What one host said so far in this run."""

    refused: int = 0
    """Refusals in a row."""

    too_many: int = 0
    """429 and 503 with a wait in a row."""

    resume: float = 0.0
    """Monotonic time before which nothing is asked."""

    waited: float = 0.0
    """Seconds of waiting asked for so far."""

    trying: object | None = None
    """While a wait has not been followed by a proper answer: the one request that is out to see."""

    closed: str = ""
    """Why nothing more is asked in this run; empty while it may be."""


class RefusalMiddleware:
    """Waits where a host asks for it, and stops where it refuses. Stands nearer to the wire than Scrapy's own retries.

    After a wait one request goes out alone; the others follow when it got a proper answer.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.default_wait = crawler.settings.getfloat("REFUSAL_DEFAULT_WAIT")
        self.longest_wait = crawler.settings.getfloat("REFUSAL_LONGEST_WAIT")
        self.total_wait = crawler.settings.getfloat("REFUSAL_TOTAL_WAIT")
        self._hosts: dict[str, _Host] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RefusalMiddleware":
        """As Scrapy builds it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Waits as long as the host asked for. Raises Postponed for a host that told us to stop."""
        host = self._host(request)
        while not host.closed and (host.too_many or host.resume):
            left = host.resume - time.monotonic()
            if left <= 0 and (host.trying is None or not host.too_many):
                host.trying = request.meta.setdefault("trying", object()) if host.too_many else None
                break
            await asyncio.sleep(max(left, 0.02))
        if host.closed:
            raise Postponed(host.closed)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """A request to repeat after the wait, or the answer."""
        host = self._host(request)
        self._back(host, request)
        if response.status in (429, 503) and (response.status == 429 or response.headers.get(b"Retry-After")):
            return self._asked_to_wait(host, request, response)
        host.too_many, host.resume = 0, 0.0
        if request.url.endswith("/robots.txt"):
            return response
        host.refused = host.refused + 1 if response.status in REFUSALS else 0
        if host.refused == ROW:
            self._close(host, response, f"{_name(request)} answered HTTP {response.status} {ROW} times in a row; not asked again")
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """The request that was out to see came back without an answer: another one may try."""
        self._back(self._host(request), request)

    def _back(self, host: _Host, request: Request) -> None:
        if host.trying is not None and request.meta.get("trying") is host.trying:
            host.trying = None

    def _asked_to_wait(self, host: _Host, request: Request, response: Response) -> Request | Response:
        host.too_many += 1 if time.monotonic() >= host.resume else 0  # those already on their way count once
        wait = retry_after(response.headers.get(b"Retry-After"), datetime.now(UTC))
        if wait is None:
            wait = self.default_wait * 2 ** (host.too_many - 1)
        if response.status == 429 and host.too_many >= REPEATED:
            self._close(host, response, f"{_name(request)} answered HTTP 429 {REPEATED} times in spite of waiting; not asked again")
            return response
        now = time.monotonic()
        longer = max(0.0, now + wait - max(host.resume, now))
        if host.closed or wait > self.longest_wait or host.waited + longer > self.total_wait:
            until = datetime.now(UTC) + timedelta(seconds=wait)
            said = f"{_name(request)} asks to wait until {until:%Y-%m-%d %H:%M} UTC; left for a later run"
            self._close(host, response, said, until=until)
            request.meta["dont_retry"] = True
            return response
        host.waited += longer
        host.resume = max(host.resume, now + wait)
        return request.replace(dont_filter=True)

    def _host(self, request: Request) -> _Host:
        return self._hosts.setdefault(_name(request), _Host())

    def _close(self, host: _Host, response: Response, said: str, *, until: datetime | None = None) -> None:
        if host.closed:
            return
        host.closed = said
        spider = self.crawler.spider
        if _is_ours(spider):
            spider.refuse(response.status, response.url, until=until)


def _name(request: Request) -> str:
    return urlparse_cached(request).netloc


def _is_ours(spider: object) -> "TypeGuard[SourceSpider]":
    return hasattr(spider, "refuse")
