"""What this crawler owes to the sites it reads: their rules, their waits, their refusals, their reservations."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse

from crawler.refusal import retry_after
from crawler.reservation import reservations, reserved_by_file, reserved_in

Crawl = Callable[..., dict[str, Any]]
Site = Any
ROOT = Path(__file__).resolve().parents[2]

THOUSANDS = """
import sys
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

class Thousands(Spider):
    name = "thousands"
    async def start(self):
        for number in range(3000):
            host = f"h{number % 3}.example"
            closed = number % 10
            yield Request(f"https://{host}/{'private' if closed else 'open'}/{number}", dont_filter=True)
    def parse(self, response):
        pass

settings = Settings()
settings.setmodule("crawler.settings", priority="project")
replicas = {f"h{n}.example": sys.argv[1] for n in range(3)}
settings.setdict({"REPLICAS": replicas, "ITEM_PIPELINES": {}, "LOG_ENABLED": False, "CONCURRENT_REQUESTS": 200}, priority="cmdline")
process = AsyncCrawlerProcess(settings)
process.crawl(Thousands)
process.start()
"""


def test_of_thousands_of_requests_none_is_one_that_robots_txt_forbids(site: Site) -> None:
    for n in range(3):
        site.put(f"h{n}.example", "/robots.txt", "User-agent: *\nDisallow: /private/\n", type="text/plain")

    done = subprocess.run(
        [sys.executable, "-c", THOUSANDS, site.address], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr
    assert len([path for _, path in site.asked if path.startswith("/open/")]) == 300
    assert not [path for _, path in site.asked if path.startswith("/private/")]


def feed(host: str, *paths: str) -> str:
    items = "".join(f"<item><title>Title of {path}</title><link>https://{host}{path}</link></item>" for path in paths)
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


def entry(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": "rss", "url": f"https://{name}.example/feed", **more}


def test_robots_txt_that_cannot_be_read_forbids_everything_for_now(site: Site, crawl: Crawl) -> None:
    site.put("a.example", "/robots.txt", "sorry", status=500)
    site.put("a.example", "/feed", feed("a.example", "/1"), type="text/xml")

    result = crawl([entry("a")], {"a.example": site.address})

    assert {path for _, path in site.asked} == {"/robots.txt"}
    assert "robots.txt of a.example cannot be read (HTTP 500)" in result["issues"][0]


def test_crawl_delay_is_kept(site: Site, crawl: Crawl) -> None:
    site.put("a.example", "/robots.txt", "User-agent: *\nCrawl-delay: 0.6\n", type="text/plain")
    site.put("a.example", "/feed", feed("a.example", "/1", "/2", "/3"), type="text/xml")
    for n in range(1, 4):
        site.put("a.example", f"/{n}", f"<html><body><article>Story {n}</article></body></html>")

    result = crawl([entry("a")], {"a.example": site.address})

    assert result["runs"][0]["saved"] == 3
    times = site.times[1:]  # the rules themselves come first
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.5


def test_a_host_that_asks_for_a_wait_gets_it_and_then_everything_comes(site: Site, crawl: Crawl) -> None:
    site.put("a.example", "/feed", feed("a.example", "/1", "/2"), type="text/xml")
    site.put("a.example", "/2", "<html><body><article>Two</article></body></html>")
    site.put("a.example", "/1", "<html><body><article>One</article></body></html>")
    site.first("a.example", "/1", 429, {"Retry-After": "1"})
    site.first("a.example", "/feed", 503, {"Retry-After": format_datetime(datetime.now(UTC) + timedelta(seconds=1))})

    result = crawl([entry("a")], {"a.example": site.address})

    assert (result["issues"], result["runs"][0]["saved"]) == ([], 2)
    ones = [at for at, (_, path) in zip(site.times, site.asked, strict=True) if path == "/1"]
    assert len(ones) == 2
    assert ones[1] - ones[0] >= 0.9


def test_a_wait_too_long_is_left_to_a_later_run_and_a_refusal_to_a_person(site: Site, crawl: Crawl) -> None:
    for name, status, headers in (("long", 503, {"Retry-After": "7200"}), ("many", 429, {}), ("no", 403, {}), ("law", 451, {})):
        site.put(f"{name}.example", "/feed", "<html>no</html>", status=status, **headers)

    names = ["long", "many", "no", "law"]
    result = crawl(
        [entry(name) for name in names], {f"{name}.example": site.address for name in names}, settings={"REFUSAL_DEFAULT_WAIT": 0.1}
    )

    assert all(run["failed"] for run in result["runs"])
    said = {issue.split(":")[0]: issue for issue in result["issues"]}
    assert "asks to wait until" in said["long"]
    for name in ("many", "no", "law"):
        assert f"not asked again until `retry {name}`" in said[name]
    asked = [host for host, path in site.asked if path == "/feed"]
    assert {host: asked.count(host) for host in set(asked)} == {"long.example": 1, "many.example": 3, "no.example": 1, "law.example": 1}


@pytest.mark.parametrize(("value", "seconds"), [(b"120", 120.0), (b"Thu, 01 Oct 2026 10:00:30 GMT", 30.0), (b"soon", None), (None, None)])
def test_retry_after_is_a_number_or_a_date(value: bytes | None, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 10, 1, 10, tzinfo=UTC)) == seconds


def test_reserved_pages_leave_title_and_link_only_and_say_why(site: Site, crawl: Crawl) -> None:
    hosts = ("header", "meta", "file", "robots", "open")
    for name in hosts:
        site.put(f"{name}.example", "/feed", feed(f"{name}.example", "/story"), type="text/xml")
        site.put(f"{name}.example", "/story", f"<html><body><article>The text of {name}</article></body></html>")
    site.put("header.example", "/story", "<html><article>The text</article></html>", **{"tdm-reservation": "1"})
    site.put("meta.example", "/story", "<html><head><meta content='1' name='tdm-reservation'></head><article>The text</article></html>")
    site.put(
        "file.example", "/.well-known/tdmrep.json", json.dumps([{"location": "/story", "tdm-reservation": 1}]), type="application/json"
    )
    site.put("robots.example", "/robots.txt", "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /admin\n", type="text/plain")

    result = crawl([entry(name, text="snippet") for name in hosts], {f"{name}.example": site.address for name in hosts})

    policies = {page["source"]: page["policy"] for page in result["pages"]}
    assert policies == {
        "header": "title and link: the header tdm-reservation reserves mining",
        "meta": "title and link: its meta element tdm-reservation reserves mining",
        "file": "title and link: tdmrep.json reserves mining of /story",
        "robots": "title and link: robots.txt shuts GPTBot out",
        "open": "cached",
    }
    assert not [page for page in result["pages"] if page["source"] != "open" and "The text" in page["body"]]
    assert ("file.example", "/story") not in site.asked
    assert ("robots.example", "/story") not in site.asked


def test_the_first_pattern_of_a_reservation_file_decides() -> None:
    rules = reservations(b'[{"location": "/free/*", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]')
    assert reserved_by_file(rules, "https://a.example/free/story") is None
    assert reserved_by_file(rules, "https://a.example/story") == "tdmrep.json reserves mining of /"
    assert reservations(b"<html>not found</html>") == []


def test_a_meta_element_that_reserves_nothing() -> None:
    page = HtmlResponse("https://a.example", body=b"<meta name='tdm-reservation' content='0'><meta name='x' content='1'>")
    assert reserved_in(page) is None


def test_a_conditional_request_for_a_feed_still_asks_for_its_items(site: Site, tmp_path: Path) -> None:
    site.put("a.example", "/feed", feed("a.example", "/1"), type="text/xml", ETag='"x"')
    site.put(
        "a.example", "/1", "<html><head><title>Title of one</title></head><body><article>A first version of it.</article></body></html>"
    )
    path = tmp_path / "s.yaml"
    path.write_text("feeds: [{id: a, kind: rss, url: 'https://a.example/feed', text: full, min_delay_s: 0}]")
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "crawl",
        "--sources",
        str(path),
        "--db",
        str(tmp_path / "t.db"),
        "--replica",
        f"a.example={site.address}",
    ]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        site.put(
            "a.example",
            "/1",
            "<html><head><title>Title of one</title></head><body><article>A second version of it.</article></body></html>",
        )

    feeds = [headers for (_, asked), headers in zip(site.asked, site.headers, strict=True) if asked == "/feed"]
    assert [headers.get("If-None-Match") for headers in feeds] == [None, '"x"']
    assert json.loads(done.stdout.splitlines()[0])["saved"] == 1
