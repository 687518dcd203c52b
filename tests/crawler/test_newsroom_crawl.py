"""The real spiders over the whole sample newsroom."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from crawler.catalogue import load_catalogue
from crawler.newsroom.content import load
from crawler.newsroom.server import Newsroom, answer, serve
from crawler.reading import read_snapshot
from tradeclaims.ids import body_hash
from tradeclaims.records import Document, Snapshot

Crawl = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with serve() as running:
        yield running


@pytest.fixture(scope="module")
def first(newsroom: Newsroom, crawl: Crawl) -> dict[str, Any]:
    return crawl(newsroom.catalogue, newsroom.replicas)


def documents(newsroom: Newsroom, result: dict[str, Any]) -> list[Document]:
    entries = load_catalogue(newsroom.catalogue)
    found = []
    for page in result["pages"]:
        body = page["body"].encode("latin-1")
        snapshot = Snapshot(
            source=page["source"], url=page["url"], final_url=page["final_url"], fetched_at=datetime.now(UTC), status=200, media_type=page["type"],
            body_hash=body_hash(body), listed_title=page["title"], listed_date=page["date"],
        )  # fmt: skip
        found.append(read_snapshot(snapshot, body, entries))
    return found


def test_every_sample_becomes_a_document_with_real_addresses(newsroom: Newsroom, first: dict[str, Any]) -> None:
    assert first["issues"] == []
    assert not first["stderr"]
    assert not any(run["failed"] for run in first["runs"])
    read = documents(newsroom, first)
    kinds = [document.kind for document in read]
    assert kinds.count("press_release") == len(load("releases.yaml"))
    assert kinds.count("letter") == 1
    assert kinds.count("news") == len(load("stories.yaml")["stories"])
    assert {document.url for document in read if document.kind == "notice"} == {"https://www.federalregister.gov/d/2017-10603"}
    assert all(document.url.startswith("https://") and "127.0.0.1" not in document.url for document in read)
    letter = next(document for document in read if document.kind == "letter")
    assert (letter.published, letter.official, letter.issuer) == (
        date(2017, 7, 12),
        True,
        "Office of the United States Trade Representative",
    )
    assert "from $13.2 billion in 2011 to $27.6 billion in 2016" in letter.text
    release = next(document for document in read if document.title.startswith("USTR Calls a Special Session"))
    assert "###" not in release.text
    assert "Subscribe" not in release.text
    assert {document.country for document in read if document.title.startswith("Seoul rules out")} == {"KOR"}
    assert not any("Most read" in document.text or "Cranes" in document.text for document in read)


def test_the_desk_and_the_printed_notice_are_one_document_and_onions_stay_out(newsroom: Newsroom, first: dict[str, Any]) -> None:
    notices = [d for d in documents(newsroom, first) if d.source == "federal_register"]

    assert len({notice.id for notice in notices}) == 1
    assert [notice.published for notice in notices] == [date(2017, 5, 22), date(2017, 5, 23)]
    assert "due by June 12, 2017. A public hearing will be held on June 27, 2017" in notices[0].text


def test_valid_copies_are_counted_unchanged(newsroom: Newsroom, crawl: Crawl, first: dict[str, Any]) -> None:
    known = {page["url"]: (page["etag"], None) for page in first["pages"] if page["source"] == "harbor-ledger"}

    again = crawl(newsroom.catalogue, newsroom.replicas, validators=known)

    run = next(run for run in again["runs"] if run["source"] == "harbor-ledger")
    assert known
    assert (run["seen"], run["unchanged"]) == (len(known), len(known))
    assert not [page for page in again["pages"] if page["source"] == "harbor-ledger"]


def test_the_server_answers_304_for_the_same_rendering_only(newsroom: Newsroom) -> None:
    url = f"http://{newsroom.host}:{newsroom.port}/about-us/policy-offices/press-office/press-releases"
    with urlopen(Request(url, headers={"Host": "ustr.gov"})) as answered:
        etag = answered.headers["ETag"]
        page = answered.read().decode()

    assert etag.strip('"').removesuffix("-gzip").isdigit()
    assert "<li  class=&#039;first&#039;>" in page
    with pytest.raises(HTTPError) as unmodified:
        urlopen(Request(url, headers={"Host": "ustr.gov", "If-None-Match": etag}))
    assert unmodified.value.code == 304
    unmodified.value.close()


@pytest.mark.parametrize("path", [row["path"] for row in load("releases.yaml")])
def test_every_sample_page_says_that_it_is_one(path: str) -> None:
    page = answer("ustr.gov", path)
    assert page.status == 200
    assert "Sample page written for the tradeclaims demonstration" in page.body.decode()


def test_the_api_refuses_unknown_fields_and_leaves_results_out_of_empty_answers() -> None:
    api = "/api/v1/documents.json"
    refused = answer("www.federalregister.gov", f"{api}?fields[]=filed_at")
    empty = answer("www.federalregister.gov", f"{api}?conditions[agencies][]=nobody")

    assert (refused.status, refused.body) == (400, b'{"status": 400, "message": "field \'filed_at\' not valid"}')
    assert b"results" not in empty.body
    assert b'"count": 0' in empty.body
