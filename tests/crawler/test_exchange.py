"""What went over the wire is handed on for the archive."""

import gzip
from collections.abc import Callable
from typing import Any

from tests.crawler.conftest import Site

FEED = '<rss version="2.0"><channel><item><title>T</title><link>https://news.example/a?x=1</link></item></channel></rss>'


def test_pages_come_with_the_headers_of_the_wire(site: Site, crawl: Callable[..., dict[str, Any]]) -> None:
    page = b"<html><body><article>Text of the story.</article></body></html>"
    site.put("news.example", "/feed", FEED, type="application/rss+xml")
    site.put("news.example", "/a", gzip.compress(page), **{"Content-Encoding": "gzip", "X-Cache": "Hit"})
    done = crawl([{"id": "n", "kind": "rss", "url": "https://news.example/feed"}], {"news.example": site.address})
    (got,) = done["pages"]
    envelope = got["exchange"]
    assert got["body"].encode() == page
    assert envelope["request_line"] == "GET /a?x=1 HTTP/1.1"
    assert ["Host", "news.example"] in envelope["request_headers"]
    assert ["User-Agent", "tradeclaims-test/1"] in envelope["request_headers"]
    assert envelope["status_line"] == "200 OK"
    assert {("Content-Encoding", "gzip"), ("X-Cache", "Hit")} <= {tuple(pair) for pair in envelope["headers"]}
    assert envelope["ip_address"] == "127.0.0.1"


def test_secrets_stay_out() -> None:
    from scrapy import Request
    from scrapy.http import Response

    from crawler.exchange import exchange_of

    request = Request("https://news.example", headers={"Authorization": "Bearer x", "Cookie": "a=b", "Accept": "*/*"})
    envelope = exchange_of(Response("https://news.example", request=request))
    assert envelope is not None
    assert envelope.request_line == "GET / HTTP/1.1"
    assert envelope.request_headers == (("Host", "news.example"), ("Accept", "*/*"))
