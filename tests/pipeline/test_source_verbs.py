"""probe, health, retry, takedown and expire, as a user runs them."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from warcio.archiveiterator import ArchiveIterator

from tests.crawler.nasty_site import NastySite, nasty_site
from tests.pipeline.conftest import runner

STORY = """<html><head><title>{title}</title><meta property="article:published_time" content="2026-09-30"></head><body><main><article><h1>{title}</h1>
<p>The US goods trade deficit with South Korea rose to $5.2 billion in May 2025, the Census Bureau said.</p>
<p>A second paragraph that nobody quotes tells of the weather over the harbor and of the cranes.</p></article></main></body></html>"""


@pytest.fixture
def site() -> Iterator[NastySite]:
    with nasty_site(size=0, trouble=0) as running:
        yield running


def serve(site: NastySite, pages: dict[tuple[str, str], tuple[int, str, str]]) -> None:
    def answer(host: str, target: str) -> tuple[int, str, bytes, str]:
        status, kind, body = pages.get((host, target), (404, "text/plain", "gone"))
        return status, kind, body.encode(), ""

    site.answer = answer  # type: ignore[method-assign]


def feed(host: str, *paths: str) -> tuple[int, str, str]:
    items = "".join(f"<item><title>Deficit of {path[1:]} grows again</title><link>https://{host}{path}</link></item>" for path in paths)
    return 200, "text/xml", f"<rss version='2.0'><channel>{items}</channel></rss>"


def words(site: NastySite, folder: Path, feeds: list[dict[str, Any]]) -> list[str]:
    path = folder / "s.yaml"
    path.write_text(yaml.safe_dump({"version": 1, "feeds": feeds}))
    hosts = {f["url"].split("/")[2] for f in feeds}
    return ["--sources", str(path), *(word for host in hosts for word in ("--replica", f"{host}={site.address}"))]


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_refused_source_is_left_alone_until_retry(site: NastySite, tmp_path: Path) -> None:
    pages = {
        ("a.example", "/feed"): (403, "text/html", "no"),
        ("b.example", "/feed"): feed("b.example", "/one"),
        ("b.example", "/one"): (200, "text/html", STORY.format(title="x")),
    }
    serve(site, pages)
    feeds = [{"id": name, "kind": "rss", "url": f"https://{name}.example/feed", "text": "full"} for name in "ab"]
    feeds.append({"id": "c", "kind": "api", "url": "https://c.example/x", "enabled": False})
    run, given = runner(tmp_path), words(site, tmp_path, feeds)

    probed = {row["source"]: row for row in lines(run("probe", *given).stdout)}
    first = run("crawl", *given)
    asked = len(site.asked)
    second = run("crawl", "a", *given)
    health = {row["source"]: row for row in lines(run("health", "--all", *given[:2]).stdout)}

    assert (probed["a"]["status"], probed["a"]["robots"]) == (403, "none")
    assert (probed["b"]["status"], probed["b"]["rows"], probed["b"]["problem"]) == (200, 1, "")
    assert probed["c"]["problem"] == "no reader for kind 'api' at https://c.example/x"
    assert first.returncode == second.returncode == 1
    assert "not asked again until `retry a`" in second.stdout
    assert len(site.asked) == asked
    assert (health["a"]["state"], health["b"]["state"], health["c"]["state"]) == ("refused", "ok", "off")
    assert health["a"]["refusal"].startswith("HTTP 403 at https://a.example/feed on ")
    assert health["b"]["per_day"] == 1.0

    pages["a.example", "/feed"] = feed("a.example", "/two")
    pages["a.example", "/two"] = (200, "text/html", STORY.format(title="y"))
    assert "will be asked again" in run("retry", "a").stdout
    assert run("crawl", *given).returncode == 0
    assert "has refused nothing" in run("retry", "a").stdout


def test_a_text_that_may_not_be_kept_expires_and_its_claims_stay(site: NastySite, tmp_path: Path) -> None:
    serve(
        site,
        {
            ("a.example", "/feed"): feed("a.example", "/one"),
            ("a.example", "/one"): (200, "text/html", STORY.format(title="Deficit of one grows again")),
        },
    )
    run, given = runner(tmp_path), words(site, tmp_path, [{"id": "a", "kind": "rss", "url": "https://a.example/feed", "text": "snippet"}])
    env = {"TRADECLAIMS_CACHE_DAYS": "0"}
    assert run("crawl", *given, env=env).returncode == 0
    for verb in ("read", "extract"):
        assert run(verb).returncode == 0
    before = lines(run("list", "claims").stdout)

    assert run("expire").stdout == "1 text dropped\n"
    assert run("expire").stdout == "0 texts dropped\n"
    for verb in ("read", "extract"):
        done = run(verb)
        assert done.returncode == 0
        assert json.loads(done.stdout.splitlines()[0])["seen"] == 0
    again = run("crawl", *given)  # the page has not changed: its text does not come back

    db = sqlite3.connect(tmp_path / "t.db")
    text, url = db.execute("SELECT text, url FROM documents").fetchone()
    assert again.returncode == 0
    assert before
    assert lines(run("list", "claims").stdout) == before
    assert text.split() == [
        "The",
        "US",
        "goods",
        "trade",
        "deficit",
        "with",
        "South",
        "Korea",
        "rose",
        "to",
        "$5.2",
        "billion",
        "in",
        "May",
        "2025,",
        "the",
        "Census",
        "Bureau",
        "said.",
    ]
    assert url == "https://a.example/one"
    assert db.execute("SELECT sum(length(content)) FROM bodies WHERE hash = (SELECT snapshot FROM documents)").fetchone() == (0,)
    assert not list(tmp_path.rglob("*.warc.gz"))
    assert db.execute("SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'cranes'").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'deficit'").fetchone() == (1,)


def test_a_takedown_removes_everything_and_is_remembered(site: NastySite, tmp_path: Path) -> None:
    pages = {("a.example", "/feed"): feed("a.example", "/one", "/two")}
    for path in ("/one", "/two"):
        pages["a.example", path] = (200, "text/html", STORY.format(title=f"Deficit of {path[1:]} grows again"))
    serve(site, pages)
    run, given = runner(tmp_path), words(site, tmp_path, [{"id": "a", "kind": "rss", "url": "https://a.example/feed", "text": "full"}])
    assert run("run", *given).returncode in (0, 1)
    db = sqlite3.connect(tmp_path / "t.db")
    hash, id = db.execute("SELECT snapshot, id FROM documents WHERE url LIKE '%/one'").fetchone()
    (file,) = (tmp_path / "t.db.warc").glob("*.gz")
    size = file.stat().st_size

    done = run("takedown", "https://www.a.example/one?utm_source=x", "--reason", "asked by the publisher")
    asked = len(site.asked)
    again = run("run", *given)

    assert "1 document removed" in done.stdout, done.stderr
    assert ("a.example", "/one") not in site.asked[asked:]
    assert again.returncode in (0, 1)
    assert [row["url"] for row in lines(run("list", "documents").stdout)] == ["https://a.example/two"]
    for table, column, value in (
        ("claims", "document", id),
        ("snapshots", "body_hash", hash),
        ("mentions", "document", id),
    ):
        assert db.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", [value]).fetchone() == (0,)
    assert db.execute("SELECT warc_file, length(content), removed FROM bodies WHERE hash = ?", [hash]).fetchone() == (
        None,
        0,
        "taken down on request",
    )
    assert file.stat().st_size >= size

    with file.open("rb") as stream:
        bodies = [record.content_stream().read() for record in ArchiveIterator(stream)]
    assert not [body for body in bodies if b"Deficit of one" in body and b"<article>" in body]
    assert [body for body in bodies if b"Deficit of two" in body and b"<article>" in body]
    assert [body for body in bodies if b"taken down on request" in body]


@pytest.mark.parametrize(
    ("verb", "said"),
    [(("takedown", "nonsense"), "is no address"), (("health", "nosuch"), "unknown source"), (("probe", "nosuch"), "unknown source")],
)
def test_wrong_use_is_one_line(verb: tuple[str, ...], said: str, tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "t.db").close()
    done = runner(tmp_path)(*verb)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
