"""Any page that lists links to documents, by the selectors of its catalogue entry or, without any, by what lists have in common."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from parsel import Selector
from scrapy.http import HtmlResponse, Response

from crawler.answers import Expected, same_host
from crawler.catalogue import Select
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from crawler.written_dates import find_date
from tradeclaims.records import Listed

source = Source(
    name="listing",
    publisher="as the catalogue entry says",
    kind="news",
    entry="waysmeans",
    cadence="weekly",
    expect=Expect(min_listed=1, required=("title", "text")),
)

CONTENT = "main, [role=main], #content, #main-content, .region-content, body"
"""Where a page keeps its list; menus and footers are elsewhere."""


LONGEST_ROW = 1200
"""Characters of a row; an element with more text holds several."""

SHORTEST_TITLE = 12
"""Characters of a link's text; shorter ones are menus and buttons."""


class ListingSpider(SourceSpider):
    """Listing → pages. Without selectors: every link inside a short element that also states a date."""

    name = source.name
    source = source

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for the rows, and for the next page while there is something new."""
        select = self.entry.select
        if not isinstance(response, HtmlResponse):
            found = []
        else:
            found = list(selected(response, select)) if select and select.rows else list(guessed(response))
        if not found:
            where = f"`{select.rows}`" if select and select.rows else "a date and a link each"
            self.tally.fail(f"expected rows with {where} on {response.url}, found none")
        fresh = any(not self.is_known(item.url) for item in found)
        for item in found:
            yield from self.take(item.url, item.expected, title=item.title, date=item.date)
        if select and select.next and (fresh or owed) and (following := response.css(f"{select.next}::attr(href)").get()):
            yield from self.further_listing(response.urljoin(following.strip()))


def selected(response: HtmlResponse, select: Select) -> Iterator[Listed]:
    """Rows by the entry's selectors."""
    for row in response.css(select.rows):
        link = row.css(select.link)[:1]
        if link and (href := link.attrib.get("href")):
            title = row.css(select.title)[:1] if select.title else link
            dated = row.css(select.date)[:1] if select.date else [row]
            yield _listed(response, href, _words(title[0]) if title else "", _words(dated[0]) if dated else "")


def guessed(response: HtmlResponse) -> Iterator[Listed]:
    """Rows of a page whose form nobody has described: links on the same site whose nearest small element states a date."""
    seen: set[str] = set()
    content = response.css(CONTENT)[:1]
    for link in content.css("a[href]"):
        title = _words(link)
        url = response.urljoin(link.attrib["href"].strip())
        if len(title) < SHORTEST_TITLE or url in seen or not same_host(url, response.url) or urlsplit(url).scheme not in ("http", "https"):
            continue
        if link.xpath("ancestor::nav|ancestor::header|ancestor::footer"):
            continue
        for row in reversed(link.xpath("ancestor::*")):
            words = _words(row)
            if len(words) > LONGEST_ROW:
                break
            if find_date(words.replace(title, " ")) and row.root.tag in ("li", "tr", "article", "div", "section", "dd", "p"):
                seen.add(url)
                yield _listed(response, link.attrib["href"], title, words.replace(title, " "))
                break


def _listed(response: HtmlResponse, href: str, title: str, dated: str) -> Listed:
    url = response.urljoin(href.strip())
    day = find_date(dated)
    expected: Expected = "pdf" if urlsplit(url).path.lower().endswith(".pdf") else "any"
    return Listed(url=url, expected=expected, title=title or None, date=day[1] if day else None)


def _words(element: Selector) -> str:
    return " ".join(" ".join(element.xpath(".//text()").getall()).split())
