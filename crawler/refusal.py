"""A host that refuses us has answered: stop asking it for the rest of this crawl."""

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

REFUSALS = frozenset({401, 403, 451})
"""Statuses that refuse one page; a row of them refuses the visitor."""

ROW = 3
"""So many refusals without an accepted request between them mean the host."""


class RefusalMiddleware:
    """Drops requests to a host after a 429, or after three refusals in a row."""

    def __init__(self) -> None:
        self._in_a_row: dict[str, int] = {}
        self._closed: dict[str, int] = {}

    def process_request(self, request: Request) -> None:
        """Raises IgnoreRequest for a host that told us to stop."""
        status = self._closed.get(urlparse_cached(request).netloc)
        if status:
            raise IgnoreRequest(f"the host answered HTTP {status} before; not asked again in this crawl")

    def process_response(self, request: Request, response: Response) -> Response:
        """Remember refusals; every answer passes unchanged."""
        host = urlparse_cached(request).netloc
        if request.url.endswith("/robots.txt"):
            return response
        row = self._in_a_row.get(host, 0) + 1 if response.status in REFUSALS else 0
        self._in_a_row[host] = row
        if response.status == 429 or row >= ROW:
            self._closed[host] = response.status
        return response
