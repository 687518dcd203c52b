"""Sitemaps (sitemaps.org) and Google News sitemaps, plain or gzip, and indexes of them."""

import zlib
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from lxml import etree
from scrapy.http import Response

from crawler.answers import Expected
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from crawler.whole import ends
from tradeclaims.records import Listed

source = Source(
    name="sitemap",
    publisher="as the catalogue entry says",
    kind="news",
    entry="ap",
    cadence="daily",
    expect=Expect(min_listed=1, required=("title", "text")),
)

LARGEST = 50 * 1024 * 1024
"""Bytes of a sitemap after unpacking; the protocol allows no more."""

CHILDREN = 10
"""Sitemaps of an index that are read, the newest first."""


class SitemapSpider(SourceSpider):
    """Sitemap → pages, the newest first. An index leads to its newest sitemaps."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "any"
    accept = "application/xml,text/xml;q=0.9,*/*;q=0.5"

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for the pages of a sitemap, or for the sitemaps of an index."""
        del owed
        body = unpacked(response.body)
        root = parsed(body) if body is not None else None
        kind = etree.QName(root).localname if root is not None else ""
        if root is None or kind not in ("urlset", "sitemapindex"):
            what = kind or ("more than a sitemap may have" if body is None else "no XML")
            self.tally.fail(f"expected a sitemap at {response.url}, found {what}")
            return
        if not ends(body or b""):
            self.tally.fail(f"{response.url} was cut: it has no end")
        if kind == "sitemapindex":
            children = sorted(rows(root), key=lambda row: row.date or "", reverse=True)
            if not children:
                self.tally.fail(f"expected sitemaps in the index {response.url}, found none")
            for child in children[:CHILDREN]:
                yield from self.further_listing(child.url)
            return
        for row in sorted(rows(root), key=lambda row: row.date or "", reverse=True):
            yield from self.take(row.url, row.expected, title=row.title, date=row.date)


def unpacked(body: bytes) -> bytes | None:
    """The XML of a sitemap that may be a gzip file; None when it unpacks to more than a sitemap may have, or is broken."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unzip = zlib.decompressobj(31)
    try:
        plain = unzip.decompress(body, LARGEST)
    except zlib.error:
        return None
    return plain if unzip.eof and not unzip.unconsumed_tail else None


def parsed(body: bytes) -> etree._Element | None:
    """The root, read without entities, without a network and without limits lifted; None for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(body.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def rows(root: etree._Element) -> Iterator[Listed]:
    """Address, title and date of each entry, whatever prefixes the file uses; entries without a web address are left out."""
    for entry in root:
        if not isinstance(entry.tag, str):
            continue
        found: dict[str, str] = {}
        for element in entry.iter():
            if isinstance(element.tag, str) and element.text and element.text.strip():
                # First wins: an image of the entry has an address of its own, below.
                found.setdefault(etree.QName(element).localname, " ".join(element.text.split()))
        url = found.get("loc", "")
        if urlsplit(url).scheme in ("http", "https"):
            pdf = urlsplit(url).path.lower().endswith(".pdf")
            date = found.get("publication_date") or found.get("lastmod")
            yield Listed(url=url, expected="pdf" if pdf else "any", title=found.get("title"), date=date)
