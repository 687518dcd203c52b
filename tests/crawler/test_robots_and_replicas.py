"""Politeness and the mapping to loopback."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.catalogue import SPIDERS
from tradeclaims.errors import Misconfigured
from tradeclaims.replicas import parse_replicas, replica_of

Crawl = Callable[..., dict[str, Any]]
Site = Any
ROOT = Path(__file__).resolve().parents[2]

EIGHT = """
import sys
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

class Eight(Spider):
    name = "eight"
    async def start(self):
        for number in range(8):
            yield Request(f"https://forbidden.example/private/{number}", dont_filter=True)

settings = Settings()
settings.setmodule("crawler.settings", priority="project")
settings.setdict({"REPLICAS": {"forbidden.example": sys.argv[1]}, "ITEM_PIPELINES": {}, "LOG_ENABLED": False, "CONCURRENT_REQUESTS": 16}, priority="cmdline")
process = AsyncCrawlerProcess(settings)
process.crawl(Eight)
process.start()
"""


def test_none_of_eight_simultaneous_requests_slips_past_robots_txt(site: Site) -> None:
    site.put("forbidden.example", "/robots.txt", "User-agent: *\nDisallow: /private/\n", type="text/plain")

    done = subprocess.run([sys.executable, "-c", EIGHT, site.address], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)

    assert done.returncode == 0, done.stderr
    assert site.asked == [("forbidden.example", "/robots.txt")]


@pytest.mark.parametrize("address", ["10.0.0.1:80", "example.org:80", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:80/path", "8.8.8.8:53", ""])
def test_a_replica_must_be_loopback(address: str) -> None:
    with pytest.raises(Misconfigured, match="expected a loopback address"):
        parse_replicas({"ustr.gov": address})


def test_replicas_may_be_written_as_json_or_pairs() -> None:
    expected = {"ustr.gov": "127.0.0.1:8700", "a.example": "[::1]:8701"}
    assert parse_replicas(json.dumps(expected)) == expected
    assert parse_replicas("USTR.gov=127.0.0.1:8700, a.example=[::1]:8701") == expected
    assert replica_of("www.ustr.gov", expected) == "127.0.0.1:8700"
    assert replica_of("other.gov", expected) is None


@pytest.mark.parametrize("target", ["https://www.ustr.gov/new", "/new", "http://{address}/new"])
def test_redirects_inside_a_replica_stay_in_it(site: Site, crawl: Crawl, target: str) -> None:
    site.put("ustr.gov", "/list", "<html><ul class='listing'><li>2017-07-12 <br><a href='/old'>A</a></li></ul></html>")
    site.put("ustr.gov", "/old", "", status=301, Location=target.format(address=site.address))
    for host in ("ustr.gov", "www.ustr.gov"):
        site.put(host, "/new", "<html><h1 class='pageTitle'>A</h1></html>")

    result = crawl([{"id": "ustr-press", "kind": "listing", "url": "https://ustr.gov/list"}], {"ustr.gov": site.address})

    assert result["issues"] == []
    assert [page["url"] for page in result["pages"]] == ["https://ustr.gov/old"]
    assert result["pages"][0]["final_url"] in ("https://ustr.gov/new", "https://www.ustr.gov/new")


def test_scrapy_commands_work_as_a_scrapy_user_expects(site: Site, tmp_path: Path) -> None:
    listed = subprocess.run([sys.executable, "-m", "scrapy", "list"], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    assert set(listed.stdout.split()) == SPIDERS

    path = "/about-us/policy-offices/press-office/press-releases"
    site.put(
        "ustr.gov",
        path,
        "<html><ul class='listing'><li>2017-07-12 <br><a href='/node/1'>T</a></li><li>2017-07-11 <a href='/node/2'>U</a></li></ul></html>",
    )
    site.put(
        "ustr.gov",
        "/node/1",
        "<html><h1 id='pageTitle'>T</h1><div class='field--name-body'><p>The goods deficit rose in 2016.</p></div></html>",
    )
    site.put("ustr.gov", "/node/2", "<html><head><title>File Not Found</title></head><body>File Not Found</body></html>")
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "scrapy", "crawl", "ustr_press", "-O", str(out), "-s", f"REPLICAS=ustr.gov={site.address}"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)

    items = [json.loads(line) for line in out.read_text().splitlines()]
    assert [item["title"] for item in items] == ["T"]
    assert items[0]["published"] == "2017-07-12"
    assert {"url", "issuer", "language", "text", "sha256", "fetched_at"} <= items[0].keys()
    assert "https://ustr.gov/node/2: expected a document, found an error page" in done.stderr
    assert "Traceback" not in done.stderr
    assert "DeprecationWarning" not in done.stderr
