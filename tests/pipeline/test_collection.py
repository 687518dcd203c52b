"""Every listed document comes, and comes once: from sites at their worst, and in spite of kills."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from crawler.canonical import canonical_url
from store.database import open_store, rows
from tests.crawler.nasty_site import NastySite, nasty_site
from tests.pipeline.conftest import runner


@pytest.fixture
def site() -> Iterator[NastySite]:
    with nasty_site(size=12, trouble=0.5) as running:
        yield running


def crawl_words(site: NastySite, folder: Path) -> list[str]:
    path = folder / "sources.yaml"
    path.write_text(yaml.safe_dump({"version": 1, "feeds": site.sources()}), encoding="utf-8")
    replicas = [word for host, address in site.replicas().items() for word in ("--replica", f"{host}={address}")]
    return ["crawl", "--sources", str(path), *replicas]


def test_all_documents_of_a_nasty_site_come_once_in_spite_of_kills(site: NastySite, tmp_path: Path) -> None:
    words = crawl_words(site, tmp_path)
    env = {**os.environ, "TRADECLAIMS_DB": str(tmp_path / "t.db")}
    chance = random.Random(11)
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-m", "pipeline", *words], cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        time.sleep(chance.uniform(1.5, 4))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    run = runner(tmp_path)
    for _ in range(5):
        done = run(*words)
        owed = rows(open_store(tmp_path / "t.db"), "SELECT url FROM frontier")
        if done.returncode == 0 and not owed:
            break
    assert done.returncode == 0, done.stdout + done.stderr
    assert not owed
    assert run("read").returncode == 0

    documents = rows(open_store(tmp_path / "t.db"), "SELECT url, revision FROM documents")
    assert sorted(row["url"] for row in documents) == sorted({canonical_url(f"https://{host}{path}") for host, path in site.expected()})
    assert {row["revision"] for row in documents} == {1}


def test_a_crawl_whose_conductor_is_killed_ends_too(site: NastySite, tmp_path: Path) -> None:
    env = {**os.environ, "TRADECLAIMS_DB": str(tmp_path / "t.db")}
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *crawl_words(site, tmp_path)], cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not site.asked and time.monotonic() < deadline:
        time.sleep(0.05)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.wait()

    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert children
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


RELEASE = """<html><head><title>x</title></head><body><h1 id='pageTitle'>Ambassador Meets the Ministers of Nine Countries</h1>
<div class='field--name-body'><p>The ministers met in Geneva and spoke about {what} for a day.</p></div></body></html>"""


def listing(href: str) -> str:
    return f"<html><ul class='listing'><li>2026-09-30 <br><a href='{href}'>Ambassador Meets the Ministers of Nine Countries</a></li></ul></html>"


def test_a_release_that_moves_from_its_number_to_an_address_stays_one_document_and_an_edit_is_a_revision(tmp_path: Path) -> None:
    with nasty_site(size=0, trouble=0) as site:
        pages = {"/list": listing("/node/14439"), "/node/14439": RELEASE.format(what="fish")}
        site.answer = lambda host, target: answer_from(pages, target)  # type: ignore[method-assign]
        path = tmp_path / "s.yaml"
        feed = {"id": "ustr-press", "kind": "listing", "url": "https://ustr.gov/list", "text": "full", "expect": {"gap_days": 0}}
        path.write_text(yaml.safe_dump({"version": 1, "feeds": [feed]}))
        run = runner(tmp_path)
        words = ["--sources", str(path), "--replica", f"ustr.gov={site.address}"]
        assert run("crawl", *words).returncode == 0
        assert run("read").returncode == 0
        alias = "/about/policy-offices/press-office/press-releases/2026/september/ambassador-meets-ministers-nine-countries"
        pages |= {"/list": listing(alias), alias: RELEASE.format(what="fish and steel")}
        site.rendered += 60
        assert run("crawl", *words).returncode == 0
        assert run("read").returncode == 0

    found = rows(open_store(tmp_path / "t.db"), "SELECT id, url, revision FROM documents ORDER BY revision")
    assert len({row["id"] for row in found}) == 1
    assert [(row["revision"], row["url"]) for row in found] == [(1, "https://ustr.gov/node/14439"), (2, f"https://ustr.gov{alias}")]


def answer_from(pages: dict[str, str], target: str) -> tuple[int, str, bytes, str]:
    if target == "/robots.txt":
        return 404, "text/plain", b"", ""
    return (200, "text/html", pages[target].encode(), "") if target in pages else (404, "text/html", b"<html>gone</html>", "")
