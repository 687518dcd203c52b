"""Press releases of the United States Trade Representative, with the letters attached to them."""

import re
from typing import Any
from urllib.parse import urlsplit

from scrapy.http import HtmlResponse, Response

from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields

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


class UstrPressSpider(SourceSpider):
    """Listing → releases → attached PDFs. Rows at `/node/N` and under both `/about/` and `/about-us/` are taken alike."""

    name = source.name
    source = source
    follow_releases = True

    def parse_listing(self, response: Response) -> Yields:
        """Requests for all rows, newest first; no rows at all means the page has changed."""
        rows = response.css(ROWS) if isinstance(response, HtmlResponse) else []
        listed = 0
        for row in rows:
            link = (row.css(NEWS_LINK) or row.css(LINK))[:1]
            if not link:
                continue
            listed += 1
            url = response.urljoin(link.attrib["href"].strip())
            listed_day = DATE.search(" ".join(row.xpath("text()").getall()))
            date = listed_day.group() if listed_day else row.css(NEWS_DATE).get()
            title = " ".join("".join(link.xpath(".//text()").getall()).split())
            yield from self.row(url, title=title or None, date=date)
        if listed < source.expect.min_listed:
            self.tally.fail(f"expected rows at `{ROWS}` on {response.url}, found {listed}")

    def row(self, url: str, *, title: str | None, date: str | None) -> Yields:
        """One row: a release, or a PDF listed directly."""
        yield from self.take(url, "pdf" if is_pdf(url) else "html", title=title, date=date)

    def parse_item(self, response: Response, asked: str, title: str | None, date: str | None, **extra: Any) -> Yields:
        """The release, then the PDFs its text links to."""
        yield self.page(response, asked, title=title, date=date)
        yield from self.attachments(response, date)

    def attachments(self, response: Response, date: str | None) -> Yields:
        """PDFs on the same site that a release links to. Their own title is in them; the link text often is only "here"."""
        if not isinstance(response, HtmlResponse):
            return
        for link in response.css(ATTACHED):
            url = response.urljoin(link.attrib["href"].strip())
            if is_pdf(url) and on_site(url):
                yield from self.take(url, "pdf", date=date)


def is_pdf(url: str) -> bool:
    """Whether an address names a PDF."""
    return urlsplit(url).path.lower().endswith(".pdf")


def on_site(url: str) -> bool:
    """Whether an address is on ustr.gov."""
    return (urlsplit(url).hostname or "").removeprefix("www.") == "ustr.gov"
