"""An answer that was cut on its way is not taken for the whole.

Content-Length and chunks are checked by the download handler. A server that just closes the connection leaves other traces: a gzip trailer
that is missing or names another size, an HTML page, feed or PDF without its end.
"""

import re
import zlib

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

_PACKED = "gzip_answer"
_ENDS = (
    (re.compile(rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype html[^>]*>\s*)?(<!--.*?-->\s*)*<html", re.I | re.S), re.compile(rb"</html\s*>", re.I)),
    (re.compile(rb"^\s*(<\?xml[^>]*>\s*)?(<[?!][^>]*>\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.I), re.compile(rb"</(rss|feed|rdf:RDF|urlset|sitemapindex)\s*>", re.I)),
)  # fmt: skip
LONGEST_MEMBER = 64 * 1024 * 1024
"""Bytes of one gzip member that are unpacked to find its end; more than an answer may have at all."""

TAIL = 4096
"""Bytes at the end of an answer that are searched for the end of the document."""


class CompressedSizeMiddleware:
    """Keeps a gzip answer at hand until it is unpacked."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer, unchanged."""
        encodings = b",".join(response.headers.getlist(b"Content-Encoding")).lower()
        request.meta.pop(_PACKED, None)
        if encodings.strip() in (b"gzip", b"x-gzip"):
            request.meta[_PACKED] = response.body
        return response


class WholeBodyMiddleware:
    """Repeats a request whose answer was cut, and fails it when that keeps happening."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "WholeBodyMiddleware":
        """As Scrapy builds it."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Raises ResponseDataLossError for an answer that was cut every time."""
        packed = request.meta.pop(_PACKED, None)
        cut = packed is not None and not gzip_ends(packed, len(response.body))
        if not cut and ("partial" not in response.flags or ends(response.body)):
            return response
        assert self.crawler.spider is not None
        again = get_retry_request(request, spider=self.crawler.spider, reason="answer was cut")
        if again is None:
            raise ResponseDataLossError(f"the answer was cut after {len(response.body)} bytes")
        return again


def gzip_ends(packed: bytes, size: int) -> bool:
    """Whether gzip data that unpacked to `size` bytes ends properly: its trailer names that size, or every member of it is whole."""
    if len(packed) >= 18 and int.from_bytes(packed[-4:], "little") == size & 0xFFFFFFFF:
        return True
    while packed:
        member = zlib.decompressobj(31)
        try:
            member.decompress(packed, LONGEST_MEMBER)
        except zlib.error:
            return False
        if not member.eof:
            return False
        packed = member.unused_data.lstrip(b"\0")
    return True


def ends(body: bytes) -> bool:
    """Whether a document that has an end has one here; True for content without a known end."""
    head = body[:1024].lstrip(b"\xef\xbb\xbf")
    for begin, end in _ENDS:
        if begin.match(head):
            return bool(end.search(body[-TAIL:]))
    if head.startswith(b"%PDF"):
        return b"%%EOF" in body[-TAIL:]
    return True
