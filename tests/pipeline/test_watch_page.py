"""A page whose text matters: fetched with the sources, kept, and a changed text is a revision."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.crawler.conftest import Site, site  # noqa: F401  # the fixture
from tests.pipeline.conftest import Run

URL = "https://pacts.example/korus/text"
PAGE = """<html lang="en"><head><title>KORUS</title></head><body><nav>Home</nav><main><h1>The Agreement with Korea</h1>
<p>Text of the agreement as amended.</p><ul><li>Chapter 22: Institutional Provisions</li>{more}</ul><p>Last updated: {time}</p></main></body></html>"""


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_watched_page_is_crawled_and_its_changes_are_revisions(tradeclaims: Run, site: Site, tmp_path: Path) -> None:  # noqa: F811
    assert lines(tradeclaims("watch-page", URL, "--name", "korus").stdout) == [{"source": "page:korus", "url": URL, "outcome": "watched"}]
    assert lines(tradeclaims("watch-page", URL).stdout)[0]["outcome"] == "unchanged"
    feed = '<rss version="2.0"><channel><item><title>T</title><link>https://news.example/a</link></item></channel></rss>'
    site.put("news.example", "/feed", feed, type="application/rss+xml")
    site.put(
        "news.example",
        "/a",
        "<html><body><article>" + "<p>The text of a story that is long enough to read.</p>" * 3 + "</article></body></html>",
    )
    sources = tmp_path / "sources.yaml"
    entry = {"id": "news", "name": "News", "country": "US", "kind": "rss", "url": "https://news.example/feed", "min_delay_s": 0}
    sources.write_text(yaml.safe_dump({"version": 1, "feeds": [entry]}))

    def crawl(*names: str, more: str = "", time: str = "May 1, 2018") -> list[dict[str, Any]]:
        site.put("pacts.example", "/korus/text", PAGE.format(more=more, time=time))
        replicas = [word for host in ("pacts.example", "news.example") for word in ("--replica", f"{host}={site.address}")]
        done = tradeclaims("crawl", *names, "--sources", str(sources), *replicas)
        assert done.returncode == 0, done.stderr + done.stdout
        assert tradeclaims("read").returncode == 0
        return lines(done.stdout)

    assert {run["source"]: run["saved"] for run in crawl()} == {"news": 1, "page:korus": 1}
    crawl("page:korus", time="May 2, 2018")
    assert lines(tradeclaims("list", "revisions").stdout) == []
    crawl("page:korus", more="<li>Annex 22-C: Automotive Working Group</li>", time="May 3, 2018")
    (change,) = lines(tradeclaims("list", "revisions").stdout)
    assert (change["url"], change["cause"], change["added"], change["source"]) == (URL, "page", 1, "page:korus")
    (watched,) = lines(tradeclaims("list", "watched").stdout)
    assert (watched["document"], watched["revisions"], watched["changed"]) == (change["document"], 2, change["seen_at"])
    shown = json.loads(tradeclaims("show", change["document"], "--diff").stdout)
    assert [each["after"] for each in shown["diff"]["sentences"]] == ["• Annex 22-C: Automotive Working Group"]
    assert "Home" not in json.dumps(shown)


def test_a_watched_page_that_is_gone_fails_loudly(tradeclaims: Run, site: Site) -> None:  # noqa: F811
    tradeclaims("watch-page", URL, "--name", "korus")
    done = tradeclaims("crawl", "page:korus", "--replica", f"pacts.example={site.address}")
    assert done.returncode == 1
    assert "expected the watched page at https://pacts.example/korus/text" in done.stdout


def test_watching_ends(tradeclaims: Run) -> None:
    tradeclaims("watch-page", URL, "--name", "korus")
    assert lines(tradeclaims("watch-page", URL, "--stop").stdout)[0]["outcome"] == "stopped"
    done = tradeclaims("crawl", "page:korus")
    assert (done.returncode, "unknown source 'page:korus'" in done.stderr) == (2, True)
    assert tradeclaims("watch-page", URL, "--stop").returncode == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ustr.gov/x"], "expected the address of a page"),
        (["file:///etc/passwd"], "expected the address of a page"),
        (["https://u:p@a.example/"], "expected the address of a page"),
        (["https://[bad"], "expected the address of a page"),
        ([URL, "--name", "../x y"], "expected letters, digits"),
    ],
)
def test_wrong_addresses_and_names_are_said_in_one_line(tradeclaims: Run, words: list[str], said: str) -> None:
    done = tradeclaims("watch-page", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_name_means_one_address(tradeclaims: Run) -> None:
    tradeclaims("watch-page", URL, "--name", "korus")
    done = tradeclaims("watch-page", URL + "2", "--name", "korus")
    assert (done.returncode, "page:korus already names" in done.stderr) == (2, True)
