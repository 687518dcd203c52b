"""Letters, notices and reports of the United States Trade Representative as PDF: those on a page, and those the pages it lists link to."""

from scrapy.http import HtmlResponse, Response

from crawler.source import Expect, Source
from crawler.spider import Yields
from crawler.spiders.ustr_press import DATE, UstrPressSpider, is_pdf, on_site
from tradeclaims.records import Listed

source = Source(
    name="ustr_letters",
    publisher="Office of the United States Trade Representative",
    kind="letter",
    entry="ustr-reports",
    cadence="a few a month",
    expect=Expect(min_listed=1, gap_days=0, required=("text",)),
)

LINKS = "ul.listing > li a[href], div.field--name-body a[href], li.press-release-item .views-field-title a[href]"
"""Rows of a listing, or links in the text of a plain page."""


class UstrLettersSpider(UstrPressSpider):
    """Collects PDFs, and pages that lead to them with the PDFs they link to."""

    name = source.name
    source = source

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for all PDFs and pages linked from the page's text or list."""
        del owed
        links = response.css(LINKS) if isinstance(response, HtmlResponse) else []
        here = [(url, link) for link in links if on_site(url := response.urljoin(link.attrib["href"].strip()))]
        if not here:
            self.tally.fail(f"expected links at `{LINKS}` on {response.url}, found 0")
        for url, link in here:
            date = DATE.search(" ".join(link.xpath("ancestor::li[1]/text()").getall()))
            title = " ".join("".join(link.xpath(".//text()").getall()).split()) or None
            yield from self.take(url, "pdf" if is_pdf(url) else "html", title=title, date=date.group() if date else None)

    def parse_item(self, response: Response, item: Listed) -> Yields:
        """A PDF; or a page with the PDFs it links to."""
        if item.expected == "pdf":
            yield self.page(response, item)
        else:
            yield from super().parse_item(response, item)
