"""HTTP 200 is not success; one failing source does not stop the others; every item ends once."""

import json
from collections.abc import Callable
from typing import Any

Crawl = Callable[..., dict[str, Any]]
Site = Any

PRESS = {"id": "ustr-press", "kind": "listing", "url": "https://ustr.gov/list"}
RELEASE = "<html><h1 id='pageTitle'>T</h1><div class='field--name-body'><p>Text of a release.</p>{more}</div></html>"


def listing(*links: str) -> str:
    rows = "".join(f"<li> 2017-07-12 <br><a href='{link}'> Title </a></li>" for link in links)
    return f"<html><ul class='menu'><li><a href='/node/stray'>Stray</a></li></ul><ul class='listing'>{rows}</ul></html>"


def test_an_empty_listing_fails_its_source_and_no_other(site: Site, crawl: Crawl) -> None:
    site.put("ustr.gov", "/list", listing())
    site.put(
        "a.example",
        "/feed",
        "<rss version='2.0'><channel><item><title>A</title><link>https://a.example/1</link></item></channel></rss>",
        type="text/xml",
    )
    site.put("a.example", "/1", "<html><article>One</article></html>")

    result = crawl(
        [PRESS, {"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"ustr.gov": site.address, "a.example": site.address}
    )

    assert result["issues"] == ["ustr-press: expected rows at `ul.listing > li, li.press-release-item` on https://ustr.gov/list, found 0"]
    assert [(run["failed"], run["seen"], run["saved"]) for run in result["runs"]] == [(True, 0, 0), (False, 1, 1)]


def test_rows_under_both_prefixes_and_at_nodes_are_taken_once_and_menus_never(site: Site, crawl: Crawl) -> None:
    site.put("ustr.gov", "/list", listing("/about-us/x/", "/about/x", "/node/7", "https://www.ustr.gov/about/x?utm_source=a#b"))
    for path in ("/about-us/x/", "/node/7"):
        site.put("ustr.gov", path, RELEASE.format(more=""))

    result = crawl([PRESS], {"ustr.gov": site.address})

    assert sorted(page["url"] for page in result["pages"]) == ["https://ustr.gov/about-us/x/", "https://ustr.gov/node/7"]
    assert ("ustr.gov", "/node/stray") not in site.asked


def test_each_bad_item_is_one_line_and_the_good_one_is_saved(site: Site, crawl: Crawl) -> None:
    site.put("ustr.gov", "/list", listing("/good", "/gone", "/moved", "/json", "/broken", "/letter.pdf", "/empty"))
    site.put(
        "ustr.gov", "/good", RELEASE.format(more="<a href='/files/wall.pdf'>letter</a> <a href='https://elsewhere.example/x.pdf'>other</a>")
    )
    site.put("ustr.gov", "/files/wall.pdf", "<html>Just a moment...</html>", type="application/pdf")
    site.put("ustr.gov", "/moved", "", status=302, Location="https://unblock.example/wall")
    site.put("unblock.example", "/wall", "<html>Request Access</html>")
    site.put("ustr.gov", "/json", "{}", type="application/json")
    site.put("ustr.gov", "/broken", "<html>sorry</html>", status=500)
    site.put("ustr.gov", "/letter.pdf", b"%PDF-1.4 something %%EOF", type="application/pdf")
    site.put("ustr.gov", "/empty", b"")

    result = crawl([PRESS], {"ustr.gov": site.address, "unblock.example": site.address})

    run = result["runs"][0]
    assert (run["seen"], run["saved"], run["quarantined"], run["failed"]) == (8, 2, 6, False)
    assert sorted(result["issues"]) == [
        "ustr-press: https://ustr.gov/broken: HTTP 500, expected 200",
        "ustr-press: https://ustr.gov/empty answered with an empty body",
        "ustr-press: https://ustr.gov/files/wall.pdf: expected a PDF, got an HTML page (an error page or a bot wall)",
        "ustr-press: https://ustr.gov/gone: HTTP 404, expected 200",
        "ustr-press: https://ustr.gov/json: expected an HTML page, got application/json",
        "ustr-press: https://ustr.gov/moved was answered by https://unblock.example/wall, expected the host asked for",
    ]
    assert site.asked.count(("ustr.gov", "/broken")) == 5
    assert not result["stderr"]


def test_a_host_that_says_too_many_requests_is_left_alone(site: Site, crawl: Crawl) -> None:
    site.put("ustr.gov", "/list", listing(*(f"/r/{number}" for number in range(30))))
    for number in range(30):
        site.put("ustr.gov", f"/r/{number}", "slow down", status=429)

    result = crawl([PRESS], {"ustr.gov": site.address}, settings={"REFUSAL_DEFAULT_WAIT": 0.1})

    run = result["runs"][0]
    assert (run["seen"], run["quarantined"]) == (30, 30)
    assert len([path for _, path in site.asked if path.startswith("/r/")]) < 15


def test_a_feed_that_died_into_a_page_or_into_nothing_is_a_change(site: Site, crawl: Crawl) -> None:
    site.put("a.example", "/feed", "<html><body>404</body></html>")
    site.put("b.example", "/feed", "<rss version='2.0'><channel><title>B</title></channel></rss>", type="application/rss+xml")
    feeds = [{"id": name, "kind": "rss", "url": f"https://{name}.example/feed"} for name in ("a", "b")]

    result = crawl(feeds, {"a.example": site.address, "b.example": site.address})

    assert [run["failed"] for run in result["runs"]] == [True, True]
    assert any("expected an RSS or Atom feed, got an HTML page" in issue for issue in result["issues"])
    assert any("expected entries with links in https://b.example/feed, found none" in issue for issue in result["issues"])


def test_a_page_that_robots_txt_or_a_reservation_closes_leaves_the_feeds_own_words(site: Site, crawl: Crawl) -> None:
    items = "".join(
        f"<item><title>Title {n}</title><link>https://a.example/{n}</link><description>Summary {n}</description></item>"
        for n in ("closed", "reserved")
    )
    site.put("a.example", "/robots.txt", "User-agent: *\nDisallow: /closed\n", type="text/plain")
    site.put("a.example", "/feed", f"<rss version='2.0'><channel>{items}</channel></rss>", type="text/xml")
    site.put("a.example", "/reserved", "<html><article>Full text</article></html>", **{"tdm-reservation": "1"})

    result = crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"a.example": site.address})

    assert {page["type"] for page in result["pages"]} == {"application/x-feed-item+json"}
    assert sorted(json.loads(page["body"])["title"] for page in result["pages"]) == ["Title closed", "Title reserved"]
    assert ("a.example", "/closed") not in site.asked


def test_the_register_walks_pages_and_names_withdrawn_rows(site: Site, crawl: Crawl) -> None:
    host, api = "www.federalregister.gov", "/api/v1/documents.json"
    raw = f"https://{host}/documents/full_text/text/2017/05/23/2017-10603.txt"
    rows = [{"document_number": "2017-10603", "title": "Request  ", "publication_date": "2017-05-23", "raw_text_url": raw},
            {"document_number": "2017-1", "title": "Gone", "raw_text_url": None, "editorial_note": "withdrawn by the agency"}]  # fmt: skip
    site.put(host, api, json.dumps({"count": 2, "results": rows}), type="application/json")
    site.put(host, "/documents/full_text/text/2017/05/23/2017-10603.txt", "AGENCY: X.\n\nACTION: Notice.\n", type="text/plain")

    result = crawl([{"id": "fr", "kind": "api", "url": f"https://{host}{api}?conditions[term]=trade"}], {host: site.address})

    assert result["issues"] == ["fr: document 2017-1: expected `raw_text_url`; withdrawn by the agency"]
    assert [(page["title"], page["date"]) for page in result["pages"]] == [("Request", "2017-05-23")]


def test_an_empty_search_is_an_answer_and_a_missing_list_is_not(site: Site, crawl: Crawl) -> None:
    host = "www.federalregister.gov"
    site.put(host, "/api/v1/documents.json", '{"description": "none", "count": 0}', type="application/json")
    site.put(host, "/api/v1/public-inspection-documents/current.json", '{"count": 5}', type="application/json")
    site.put("walled.example", "/", "")
    feeds = [{"id": name, "kind": "api", "url": f"https://{host}/api/v1/{path}"} for name, path in
             (("fr", "documents.json"), ("pi", "public-inspection-documents/current.json"))]  # fmt: skip

    result = crawl(feeds, {host: site.address})

    assert [run["failed"] for run in result["runs"]] == [False, True]
    assert len(result["issues"]) == 1
    assert "counts 5 documents and lists none" in result["issues"][0]


def test_a_sink_that_fails_fails_the_run(site: Site, crawl: Crawl) -> None:
    site.put("ustr.gov", "/list", listing("/a"))
    site.put("ustr.gov", "/a", RELEASE.format(more=""))

    result = crawl([PRESS], {"ustr.gov": site.address}, broken=True)

    assert result["runs"][0]["failed"]
    assert any("disk full" in issue for issue in result["issues"])


def test_the_news_page_lists_in_its_own_form(site: Site, crawl: Crawl) -> None:
    row = """<li class="press-release-item"><div class="views-field-field-document-type"><a href="/type">Press Release</a></div>
    <div class="views-field-field-date"><strong>September 30, 2026</strong></div><div class="views-field-title"><a href="/good">A title</a></div></li>"""
    site.put("ustr.gov", "/list", f"<html><ul>{row}</ul></html>")
    site.put("ustr.gov", "/good", RELEASE.format(more=""))

    result = crawl([PRESS], {"ustr.gov": site.address})

    assert [(page["url"], page["title"], page["date"]) for page in result["pages"]] == [
        ("https://ustr.gov/good", "A title", "September 30, 2026")
    ]


def test_a_source_that_no_spider_reads_fails_alone(site: Site, crawl: Crawl) -> None:
    site.put("ustr.gov", "/list", listing("/good"))
    site.put("ustr.gov", "/good", RELEASE.format(more=""))

    unread = {"id": "map", "kind": "api", "url": "https://a.example/map.json"}
    named = crawl([unread, PRESS], {"ustr.gov": site.address}, named=True)
    among_others = crawl([unread, PRESS], {"ustr.gov": site.address})

    assert [(run["failed"], run["saved"]) for run in named["runs"]] == [(True, 0), (False, 1)]
    assert [run["failed"] for run in among_others["runs"]] == [False, False]
    assert named["issues"] == among_others["issues"] == ["map: no reader for kind 'api' at https://a.example/map.json"]
