"""Each kind of source, with the oddities of the sites that it was made for."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.canonical import canonical_url
from crawler.catalogue import load_catalogue
from crawler.health import findings
from crawler.readers.calendar import Release, read_calendar, releases
from crawler.source import Expect
from crawler.spiders.federal_register import agency_slug
from crawler.spiders.feed import page_address
from tradeclaims.errors import Unreadable

Crawl = Callable[..., dict[str, Any]]
Site = Any
PAGE = "<html><head><title>Words of it</title></head><body><article>Words of it, and more.</article></body></html>"


def urls(result: dict[str, Any]) -> list[str]:
    return sorted(page["url"] for page in result["pages"])


def test_a_news_sitemap_and_an_index_of_packed_ones(site: Site, crawl: Crawl) -> None:
    news = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
     xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://a.example/1</loc><n:news><n:publication_date>2026-09-30T08:00:00Z</n:publication_date>
     <n:title>Steel &amp; tariffs</n:title></n:news><image:image><image:loc>https://a.example/i.jpg</image:loc></image:image></url></urlset>"""
    index = "<sitemapindex><sitemap><loc>https://a.example/old.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>"
    site.put("a.example", "/index.xml", index, type="application/xml")
    site.put("a.example", "/news.xml", news, type="application/xml")
    old = b"<urlset><url><loc>https://a.example/2</loc><lastmod>2026-01-01</lastmod></url><url><loc>javascript:x</loc></url></urlset>"
    site.put("a.example", "/old.xml.gz", gzip.compress(old), type="application/x-gzip")
    for n in (1, 2):
        site.put("a.example", f"/{n}", PAGE)

    result = crawl([{"id": "a", "kind": "sitemap", "url": "https://a.example/index.xml"}], {"a.example": site.address})

    assert result["issues"] == []
    assert urls(result) == ["https://a.example/1", "https://a.example/2"]
    first = next(page for page in result["pages"] if page["url"].endswith("/1"))
    assert (first["title"], first["date"]) == ("Steel & tariffs", "2026-09-30T08:00:00Z")


LISTING = """<html><body><nav><a href="/menu/about-this-committee">About this committee page, 1 May 2026</a></nav><main>
<table><tr class="row"><td class="when">September 30, 2026</td><td><a href="/one">Chairman on the agreement with Korea</a></td></tr>
<tr class="row"><td class="when">September 29, 2026</td><td><a href="/two">Hearing on the renewal of preferences</a></td></tr></table>
<p><a href="/x">Privacy policy of this site here</a></p></main></body></html>"""


@pytest.mark.parametrize("select", [None, {"rows": "tr.row", "date": ".when", "title": "a"}])
def test_a_listing_by_selectors_or_by_what_lists_have_in_common(site: Site, crawl: Crawl, select: dict[str, str] | None) -> None:
    site.put("a.example", "/news", LISTING)
    for path in ("/one", "/two"):
        site.put("a.example", path, PAGE)

    result = crawl([{"id": "a", "kind": "listing", "url": "https://a.example/news", "select": select}], {"a.example": site.address})

    assert result["issues"] == []
    assert [(page["title"], page["date"]) for page in sorted(result["pages"], key=lambda page: page["url"])] == [
        ("Chairman on the agreement with Korea", "September 30, 2026"),
        ("Hearing on the renewal of preferences", "September 29, 2026"),
    ]


def test_a_json_api_by_paths_with_a_key_that_is_never_said(site: Site, crawl: Crawl) -> None:
    rows = [
        {
            "webUrl": "https://b.example/story",
            "webTitle": "A story",
            "webPublicationDate": "2026-09-30T08:00:00Z",
            "fields": {"trailText": "s"},
        }
    ]
    site.put("a.example", "/search", json.dumps({"response": {"results": rows}}), type="application/json")
    site.put("b.example", "/story", PAGE)
    paths = {"rows": "response.results", "link": "webUrl", "title": "webTitle", "date": "webPublicationDate", "summary": "fields.trailText"}
    keyed = {
        "id": "a",
        "kind": "api",
        "spider": "json_api",
        "url": "https://a.example/search?q=x",
        "paths": paths,
        "key": {"variable": "K", "header": "X-Api-Key"},
    }
    replicas = {"a.example": site.address, "b.example": site.address}

    result = crawl([keyed], replicas, keys={"K": "secret"})
    without = crawl([keyed], replicas, named=True)

    assert [(page["title"], page["url"]) for page in result["pages"]] == [("A story", "https://b.example/story")]
    assert "X-Api-Key" in {name for headers in site.headers for name in headers}
    assert "secret" not in json.dumps(result)
    assert without["issues"] == ["a: wants a key in the environment variable K; not asked"]


def test_news_with_a_pager_is_walked_until_it_says_the_same_again(site: Site, crawl: Crawl) -> None:
    def page(*numbers: int) -> str:
        rows = "".join(
            f'<li class="press-release-item"><div class="views-field-title"><a href="/r/{n}">Release number {n}</a></div></li>'
            for n in numbers
        )
        return f'<html><div class="view-content">{rows}</div><nav class="pager"></nav></html>'

    for n in range(6):
        site.put("ustr.gov", f"/r/{n}", PAGE)
    site.pages("ustr.gov", "/news", {"": page(0, 1), "page=1": page(2, 3), "page=2": page(4, 5), "page=3": page(4, 5)}, page(4, 5))

    result = crawl([{"id": "ustr-news", "kind": "listing", "url": "https://ustr.gov/news"}], {"ustr.gov": site.address})

    assert result["issues"] == []
    assert urls(result) == [f"https://ustr.gov/r/{n}" for n in range(6)]
    assert site.targets.count("/news?page=3") == 1
    assert "/news?page=4" not in site.targets


def test_a_page_number_behind_the_last_one_may_be_missing(site: Site, crawl: Crawl) -> None:
    row = '<li class="press-release-item"><div class="views-field-title"><a href="/r/1">Release number 1</a></div></li>'
    page = f'<html><div class="view-content">{row}</div></html>'
    site.put("ustr.gov", "/r/1", PAGE)
    site.pages("ustr.gov", "/news", {"": page}, "")
    site.statuses = {"/news?page=1": 404}

    result = crawl([{"id": "ustr-news", "kind": "listing", "url": "https://ustr.gov/news"}], {"ustr.gov": site.address})

    assert (result["issues"], urls(result)) == ([], ["https://ustr.gov/r/1"])
    assert "/news?page=1" in site.targets


def test_a_page_of_years_leads_to_the_rows_of_each_year(site: Site, crawl: Crawl) -> None:
    base = "/about-us/policy-offices/press-office/fact-sheets"
    menu = f"<ul class='menu'><li><a href='/about/policy-offices/press-office/fact-sheets/2026'>2026</a></li><li><a href='{base}/2025-0'>2025</a></li><li><a href='/node/0b1c'>x</a></li></ul>"
    site.put("ustr.gov", base, f"<html>{menu}</html>")
    site.put(
        "ustr.gov",
        "/about/policy-offices/press-office/fact-sheets/2026",
        "<html><ul class='listing'><li>2026-01-02 <br><a href='/a'>A</a></li></ul></html>",
    )
    site.put("ustr.gov", f"{base}/2025-0", "<html><ul class='listing'><li>2025-01-02 <br><a href='/b'>B</a></li></ul></html>")
    for path in ("/a", "/b"):
        site.put("ustr.gov", path, PAGE)

    result = crawl([{"id": "ustr-factsheets", "kind": "listing", "url": f"https://ustr.gov{base}"}], {"ustr.gov": site.address})

    assert result["issues"] == []
    assert urls(result) == ["https://ustr.gov/a", "https://ustr.gov/b"]


def test_the_register_pages_on_and_keeps_the_agency_that_speaks(site: Site, crawl: Crawl) -> None:
    host, slug = "www.federalregister.gov", "international-trade-administration"
    parent = [{"id": 54, "slug": "commerce-department", "parent_id": None}, {"id": 261, "slug": slug, "parent_id": 54}]

    def row(number: str, agencies: Any) -> dict[str, Any]:
        return {"document_number": number, "title": "T  ", "filed_at": "2026-10-02T08:45:00.000-04:00", "publication_date": "2199-10-05", "agencies": agencies,
                "raw_text_url": f"https://{host}/public-inspection/raw_text/{number}.txt", "editorial_note": None}  # fmt: skip

    withdrawn = {
        "document_number": "2026-3",
        "title": "x",
        "filed_at": None,
        "publication_date": None,
        "agencies": parent,
        "raw_text_url": None,
        "editorial_note": "withdrawn",
    }
    rows = [row("202/620/001", parent), row("202/620/002", [{"slug": "fish-and-wildlife-service"}]), withdrawn]
    site.put(host, "/api/v1/public-inspection-documents/current.json", json.dumps({"count": 3, "results": rows}), type="application/json")
    site.put(host, "/public-inspection/raw_text/202/620/001.txt", "AGENCY: X.\n\nACTION: Notice.\n", type="text/plain")

    result = crawl(
        [{"id": "pi", "kind": "api", "url": f"https://{host}/api/v1/public-inspection-documents/current.json"}], {host: site.address}
    )

    assert [(page["url"], page["date"]) for page in result["pages"]] == [
        (f"https://{host}/public-inspection/raw_text/202/620/001.txt", "2026-10-02")
    ]
    assert result["issues"] == ["pi: document 2026-3: expected `raw_text_url`; withdrawn"]
    assert agency_slug(parent) == agency_slug(list(reversed(parent))) == slug
    assert agency_slug([]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.federalregister.gov/documents/2012/03/27/2012-07333/x", "https://www.federalregister.gov/documents/full_text/text/2012/03/27/2012-7333.txt"),
        ("https://www.federalregister.gov/public-inspection/raw_text/202/620/439.txt", "https://www.govinfo.gov/content/pkg/FR-2026-10-06/pdf/2026-20439.pdf"),
    ],
)  # fmt: skip
def test_one_document_of_the_register_has_one_key(one: str, other: str) -> None:
    assert canonical_url(one) == canonical_url(other)


def test_pages_of_the_register_are_read_where_there_is_no_wall() -> None:
    assert page_address("https://www.federalregister.gov/documents/2026/10/06/2026-20999/request-for-comments") == (
        "https://www.federalregister.gov/documents/full_text/text/2026/10/06/2026-20999.txt"
    )


def test_a_feed_with_odd_dates_marks_and_guids(site: Site, crawl: Crawl) -> None:
    items = [
        ("1", "g", "####"),
        ("2", "g", "Sat, 30 Dec 1899 00:00:00 GMT"),
        ("3", "h", "Tue, 01 Jan 2199 00:00:00 GMT"),
        ("3", "i", ""),
        ("4", "j", "Thu, 01 Oct 2026 08:30:00 EST"),
    ]
    rows = "".join(
        f"<item><title>T{n}</title><link>https://a.example/{n}</link><guid>{guid}</guid><pubDate>{at}</pubDate></item>"
        for n, guid, at in items
    )
    site.put(
        "a.example",
        "/feed",
        b"\xef\xbb\xbf" + f"<?xml version='1.0'?><rss version='2.0'><channel>{rows}</channel></rss>".encode(),
        type="text/xml",
    )
    for n in range(1, 5):
        site.put("a.example", f"/{n}", PAGE)

    result = crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"a.example": site.address})

    assert urls(result) == [f"https://a.example/{n}" for n in range(1, 5)]
    dates = {page["url"][-1]: page["date"] for page in result["pages"]}
    assert (dates["3"], dates["4"]) == (None, "Thu, 01 Oct 2026 08:30:00 EST")


def test_one_publisher_answers_only_those_who_ask_for_a_feed(site: Site, crawl: Crawl) -> None:
    site.put(
        "a.example",
        "/feed",
        "<rss version='2.0'><channel><item><title>T</title><link>https://a.example/1</link></item></channel></rss>",
        type="text/xml",
    )
    site.put("a.example", "/1", PAGE)
    crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"a.example": site.address})
    accepted = [headers["Accept"] for (_, path), headers in zip(site.asked, site.headers, strict=True) if path == "/feed"]
    assert all(accept.startswith("application/rss+xml") for accept in accepted)


ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261006T123000Z\r\nSUMMARY:U.S. International Trade in Goods and Services\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
CENSUS = (
    "<html><table>"
    + "".join(f'<tr id="A2026{m:02d}080830"><td>{m}</td><td><a href="/x">Indicator {m}</a></td></tr>' for m in (1, 2, 3))
    + "</table></html>"
)
BEA = '{"U.S. International Trade in Goods and Services": {"release_dates": ["2026-10-06T12:30:00+00:00", "2026-11-05T13:30:00+00:00"]}}'
HTS = '[{"name": "2026HTSRev9", "description": "2026 HTS Revision 9", "releaseStartDate": "09/24/2026"}]'
TRADE = "U.S. International Trade in Goods and Services"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ICS, [Release(day=date(2026, 10, 6), time="08:30", name=TRADE)]),
        (BEA, [Release(day=date(2026, 10, 6), time="08:30", name=TRADE), Release(day=date(2026, 11, 5), time="08:30", name=TRADE)]),
        (CENSUS, [Release(day=date(2026, m, 8), time="08:30", name=f"Indicator {m}") for m in (1, 2, 3)]),
        (HTS, [Release(day=date(2026, 9, 24), time="", name="2026HTSRev9")]),
    ],
)
def test_release_calendars(text: str, expected: list[Release]) -> None:
    assert list(releases(text)) == expected


def test_a_calendar_as_text_and_what_is_none() -> None:
    assert read_calendar(BEA).text == f"2026-10-06 08:30 ET  {TRADE}\n2026-11-05 08:30 ET  {TRADE}"
    for text in ("{}", '{"APIErrorCode": 3}', "<html>File Not Found</html>"):
        with pytest.raises(Unreadable):
            read_calendar(text)


def test_every_calendar_of_the_catalogue_is_collected(site: Site, crawl: Crawl, tmp_path: Path) -> None:
    entries = {entry.id: entry for entry in load_catalogue() if entry.spider == "calendar"}
    bodies = {"bea-dates": BEA, "bea-ics": ICS, "census-cal": CENSUS, "usitc-hts": HTS}
    for name, body in bodies.items():
        parts = entries[name].url.split("/", 3)
        site.put(parts[2], f"/{parts[3]}", body, type="text/html" if name == "census-cal" else "application/octet-stream")

    result = crawl(
        [{"id": name, "kind": entries[name].kind, "url": entries[name].url} for name in bodies],
        {entries[n].url.split("/")[2]: site.address for n in bodies},
    )

    assert result["issues"] == []
    assert sorted(page["source"] for page in result["pages"]) == sorted(bodies)


TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("expect", "rows", "age", "usual", "said"),
    [
        (Expect(), 30, 3, 30, ""),
        (Expect(min_listed=5), 4, 3, None, "lists 4, expected at least 5"),
        (Expect(), 3, 3, 30, "has shrunk: it lists 3, usually 30"),
        (Expect(steady=False), 3, 3, 30, ""),
        (Expect(), 3, 3, 5, ""),
        (Expect(gap_days=60), 30, 61, 30, "is stale: its newest item is of 2026-09-25, 61 days old, expected at most 60"),
        (Expect(gap_days=0), 30, 999, 30, ""),
    ],
)
def test_what_is_no_good_listing(expect: Expect, rows: int, age: int, usual: int | None, said: str) -> None:
    found = list(findings(expect, url="https://a.example/", rows=rows, newest=TODAY - timedelta(days=age), usual=usual, today=TODAY))
    assert [line.removeprefix("https://a.example/ ") for line in found] == ([said] if said else [])


def test_a_stale_feed_fails_loudly_and_its_items_still_come(site: Site, crawl: Crawl) -> None:
    old = datetime.now(UTC) - timedelta(days=100)
    site.put(
        "a.example",
        "/feed",
        f"<rss version='2.0'><channel><item><title>T</title><link>https://a.example/1</link><pubDate>{old:%a, %d %b %Y} 08:00:00 GMT</pubDate></item></channel></rss>",
        type="text/xml",
    )
    site.put("a.example", "/1", PAGE)

    result = crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed", "expect": {"gap_days": 60}}], {"a.example": site.address})

    assert (result["runs"][0]["failed"], result["runs"][0]["saved"]) == (True, 1)
    assert "https://a.example/feed is stale" in result["issues"][0]
