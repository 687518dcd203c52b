"""Letters and other PDFs of the United States Trade Representative: those on a listing, and those its pages link to."""

from scrapy.http import HtmlResponse, Response

from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from crawler.spiders.ustr_press import DATE, is_pdf, on_site

source = Source(
    name="ustr_letters",
    publisher="Office of the United States Trade Representative",
    kind="letter",
    entry="ustr-letters",
    cadence="a few a month",
    expect=Expect(min_listed=1, required=("text",)),
)

LINKS = "ul.listing > li a[href], div.field--name-body a[href]"
"""Rows of a listing, or links in the text of a plain page."""


class UstrLettersSpider(SourceSpider):
    """Collects PDFs only; the pages between are walked through, not kept."""

    name = source.name
    source = source

    def parse_listing(self, response: Response) -> Yields:
        """PDFs linked from the listing, and requests for the pages it links to."""
        links = response.css(LINKS) if isinstance(response, HtmlResponse) else []
        found = [(response.urljoin(link.attrib["href"].strip()), link) for link in links]
        here = [(url, link) for url, link in found if on_site(url)]
        if len(here) < source.expect.min_listed:
            self.tally.fail(f"expected links at `{LINKS}` on {response.url}, found {len(here)}")
        for url, link in here:
            date = DATE.search(" ".join(link.xpath("ancestor::li[1]/text()").getall()))
            day = date.group() if date else None
            if is_pdf(url):
                yield from self.take(url, "pdf", title=" ".join("".join(link.xpath(".//text()").getall()).split()) or None, date=day)
            else:
                yield response.follow(url, self.parse_between, errback=self.between_failed, cb_kwargs={"date": day})

    def parse_between(self, response: Response, date: str | None) -> Yields:
        """PDFs in the text of one page."""
        if not isinstance(response, HtmlResponse):
            return
        for link in response.css("div.field--name-body a[href]"):
            url = response.urljoin(link.attrib["href"].strip())
            if is_pdf(url) and on_site(url):
                yield from self.take(url, "pdf", date=date)

    def between_failed(self, failure: object) -> None:
        """A page that may hold letters did not come: said, and the rest goes on."""
        self._listing_failed(failure)  # type: ignore[arg-type]  # Scrapy hands over a Failure
