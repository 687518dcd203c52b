"""`record`: a page of a source as a test case."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom, serve
from crawler.recorded import load_cases, write_case
from tests.pipeline.conftest import Run
from tradeclaims.errors import Misconfigured

URL = "https://ustr.gov/about/policy-offices/press-office/press-releases/2017/july/special-session-korus"


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with serve() as running:
        yield running


def test_a_page_is_fetched_and_saved_with_what_it_is_read_as(tradeclaims: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    words = ["record", "ustr-press", URL, "--into", "cases", "--replica", f"ustr.gov={newsroom.host}:{newsroom.port}"]
    done = tradeclaims(*words)
    assert done.returncode == 0, done.stderr
    (case,) = load_cases(tmp_path / "cases")
    assert (case.spider, case.reviewed, case.snapshot.source) == ("ustr_press", False, "ustr-press")
    assert case.expected["title"].startswith("USTR Calls a Special Session")
    assert (case.folder / "body.html").read_bytes() == case.body
    assert json.loads(done.stdout)["expected"] == case.expected
    again = tradeclaims(*words)
    assert (again.returncode, "recorded already" in again.stderr) == (2, True)
    (case.folder / "body.html").write_text("other")
    with pytest.raises(Misconfigured, match=r"expected one file body\.\* with SHA-256"):
        list(load_cases(tmp_path / "cases"))


def test_a_page_of_the_archive_keeps_what_the_listing_said(tradeclaims: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    replica = ["--replica", f"ustr.gov={newsroom.host}:{newsroom.port}"]
    assert tradeclaims("crawl", "ustr-press", "--sources", str(newsroom.catalogue), *replica).returncode == 0
    assert tradeclaims("record", "ustr-press", URL, "--into", "cases").returncode == 0
    (case,) = load_cases(tmp_path / "cases")
    assert case.snapshot.listed_date == "2017-07-12"
    assert case.snapshot.warc_file is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody", URL], "source 'nobody': not in the catalogue"),
        (["ustr-press", "https://ustr.gov/no/such/page"], "HTTP 404"),
    ],
)
def test_what_cannot_be_recorded_is_said_in_one_line(
    tradeclaims: Run, newsroom: Newsroom, tmp_path: Path, words: list[str], said: str
) -> None:
    done = tradeclaims("record", *words, "--into", "cases", "--replica", f"ustr.gov={newsroom.host}:{newsroom.port}")
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "cases").exists()


def test_addresses_are_not_file_names(tmp_path: Path) -> None:
    (case,) = [each for each in load_cases(Path(__file__).parents[1] / "recorded") if each.folder.name == "special-session-korus"]
    odd = replace(
        case.snapshot, source="../../up", url="https://ustr.gov/a/%2e%2e%2f..%2f..%2fetc%2fpasswd", final_url=case.snapshot.final_url
    )
    folder = write_case(tmp_path / "cases", odd, case.body, None)
    assert folder == tmp_path / "cases" / "up" / "passwd"
