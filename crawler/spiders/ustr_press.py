"""News of the United States Trade Representative: releases, speeches and fact sheets, with the letters attached to them."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from parsel import Selector
from scrapy.http import HtmlResponse, Response

from crawler.canonical import canonical_url, listing_key
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from tradeclaims.records import Listed

source = Source(
    name="ustr_press",
    publisher="Office of the United States Trade Representative",
    kind="press_release",
    entry="ustr-press",
    cadence="several a week",
    expect=Expect(min_listed=1, required=("title", "published", "text")),
)

ROWS = "ul.listing > li, li.press-release-item"
"""Not `li.first`: the first row's class is the literal text `'first'`, quotes included. Never `ul.menu`: it holds a stray entry.
The second form is that of the news page, which mixes releases, speeches and fact sheets."""

LINK = "a[href]"
NEWS_LINK = ".views-field-title a[href]"
NEWS_DATE = ".views-field-field-date strong::text"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ATTACHED = "div.field--name-body a[href], div.field-item.even a[href]"
YEAR = re.compile(r"/(?:19|20)\d\d(?:-\d+)?/?$")
"""End of the address of a year's page; some have a number behind the year: `2025-0`."""

MOST_PAGES = 200
"""Pages of one listing that are walked, for a pager that never ends."""


class UstrPressSpider(SourceSpider):
    """Listing → releases → attached PDFs. Rows at `/node/N` and under both `/about/` and `/about-us/` are taken alike.

    A page with a pager is walked until it says the same again, has no rows, or (once a walk has been completed) says nothing new.
    A page without rows that leads to pages of years is walked through them.
    """

    name = source.name
    source = source

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pages: set[str] = set()

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for all rows, newest first; no rows at all means the page has changed."""
        rows = response.css(ROWS) if isinstance(response, HtmlResponse) else []
        found = [row for row in (self.row(response, row) for row in rows) if row]
        first = listing_key(response.url) == listing_key(self.entry.url)
        if not found:
            years = list(self.years(response)) if first else []
            if not years and first:
                self.tally.fail(f"expected rows at `{ROWS}` on {response.url}, found 0")
            for year in years:
                yield from self.further_listing(year)
            return
        fresh = any(not self.is_known(item.url) for item in found)
        same = not self._new_page(found)
        for item in found:
            yield from self.take(item.url, item.expected, title=item.title, date=item.date)
        if not same and (fresh or owed) and (following := self.following(response)):
            yield from self.further_listing(following)

    def row(self, response: Response, row: Selector) -> Listed | None:
        """One row: a release, or a PDF listed directly; None for a row without a link."""
        link = (row.css(NEWS_LINK) or row.css(LINK))[:1]
        if not link:
            return None
        url = response.urljoin(link.attrib["href"].strip())
        day = DATE.search(" ".join(row.xpath("text()").getall()))
        title = " ".join("".join(link.xpath(".//text()").getall()).split())
        return Listed(
            url=url, expected="pdf" if is_pdf(url) else "html", title=title or None, date=day.group() if day else row.css(NEWS_DATE).get()
        )

    def _new_page(self, found: list[Listed]) -> bool:
        """Whether this set of rows was not on a page before: a page number that a site does not know gives its first page again."""
        rows = " ".join(canonical_url(item.url) for item in found)
        fresh = rows not in self._pages and len(self._pages) < MOST_PAGES
        self._pages.add(rows)
        return fresh

    def following(self, response: Response) -> str | None:
        """The address of the next page; None on a page without a pager."""
        link = response.css(".pager a[rel=next]::attr(href), .pager__item--next a::attr(href), a[rel=next]::attr(href)").get()
        if link:
            return response.urljoin(link.strip())
        if not response.css(".pager, .pager__items, .view-content li.press-release-item"):
            return None
        parts = urlsplit(response.url)
        query = dict(parse_qsl(parts.query))
        page = query.get("page", "0")
        query["page"] = str(int(page) + 1 if page.isdigit() else 1)
        return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query), ""))

    def years(self, response: Response) -> Iterator[str]:
        """Addresses of the pages of years below this one, newest first."""
        if not isinstance(response, HtmlResponse):
            return
        own = urlsplit(canonical_url(response.url)).path.rstrip("/")
        links = {response.urljoin(href.strip()) for href in response.css("a::attr(href)").getall()}
        below = {canonical_url(url): url for url in links if on_site(url) and urlsplit(canonical_url(url)).path.startswith(f"{own}/")}
        for key in sorted(below, reverse=True):
            if YEAR.search(urlsplit(key).path):
                yield below[key]

    def parse_item(self, response: Response, item: Listed) -> Yields:
        """The PDFs a release links to, which are owed before the release itself is stored; then the release."""
        yield from self.also_owed(response, item, self.attachments(response, item.date))
        yield self.page(response, item)

    def attachments(self, response: Response, date: str | None) -> list[Listed]:
        """PDFs on the same site that a release links to. Their own title is in them; the link text often is only "here"."""
        if not isinstance(response, HtmlResponse):
            return []
        urls = dict.fromkeys(response.urljoin(link.attrib["href"].strip()) for link in response.css(ATTACHED))
        return [Listed(url=url, expected="pdf", date=date) for url in urls if is_pdf(url) and on_site(url)]


def is_pdf(url: str) -> bool:
    """Whether an address names a PDF."""
    return urlsplit(url).path.lower().endswith(".pdf")


def on_site(url: str) -> bool:
    """Whether an address is on ustr.gov."""
    return (urlsplit(url).hostname or "").removeprefix("www.") == "ustr.gov"
