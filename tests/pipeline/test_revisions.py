"""A changed page is a revision with a cause; noise and better reading are not changes of the page."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.reading import read_snapshot
from pipeline.progress import silent
from pipeline.revisions import save_read
from pipeline.stages.read import read
from store.database import Database, open_store
from store.documents import all_documents
from store.revisions import page_changes
from store.snapshots import save_snapshot
from tests.pipeline.conftest import Run
from tradeclaims.ids import body_hash
from tradeclaims.records import Snapshot

URL = "https://ustr.gov/about/policy-offices/press-office/press-releases/2017/july/a-release"
PAGE = """<html><head><title>T</title></head><body><h1 class="pageTitle"><span id="pageTitle">A Release on Korea</span></h1>
<div class="field--name-body"><p>July 12, 2017</p><p>The deficit with Korea rose to $27.6 billion in 2016.</p><p>Talks begin in August.</p>{more}</div></body></html>"""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    store = open_store(tmp_path / "t.db")
    yield store
    store.close()


def fetched(db: Database, hours: int, page: str) -> Snapshot:
    body = page.encode()
    snapshot = Snapshot(
        source="ustr-press", url=URL, final_url=URL, fetched_at=datetime(2017, 7, 12, tzinfo=UTC) + timedelta(hours=hours), status=200,
        media_type="text/html", body_hash=body_hash(body),
    )  # fmt: skip
    save_snapshot(db, snapshot, body)
    read(db, silent)
    return snapshot


def test_a_changed_release_is_a_revision_that_says_what_changed(db: Database) -> None:
    fetched(db, 0, PAGE.format(more=""))
    fetched(db, 5, PAGE.format(more="<p>A second letter was sent.</p>").replace("27.6", "27.7"))
    (change,) = page_changes(db)
    assert (change.revision, change.cause, change.added, change.removed, change.changed) == (2, "page", 1, 0, 1)
    assert change.seen_at == datetime(2017, 7, 12, 5, tzinfo=UTC)
    assert list(page_changes(db, since=change.seen_at)) == [change]
    assert list(page_changes(db, since=change.seen_at + timedelta(seconds=1))) == []


def test_noise_makes_no_revision_and_keeps_the_text(db: Database) -> None:
    fetched(db, 0, PAGE.format(more=""))
    (first,) = all_documents(db)
    for hours in range(1, 4):
        noise = f"<p>Last updated: July 12, 2017 {hours}:15 pm</p><p>Request ID: {hours * 77:x}a9</p>"
        fetched(db, hours, PAGE.format(more=noise).replace("rose to", "rose  to"))
    assert list(all_documents(db)) == [first]
    assert list(page_changes(db)) == []


def test_a_page_that_went_back_changed_when_it_came_back(db: Database) -> None:
    for hours, figure in enumerate(("27.6", "27.7", "27.6")):
        fetched(db, hours, PAGE.format(more="").replace("27.6", figure))
    assert [(change.revision, change.seen_at.hour) for change in page_changes(db)] == [(2, 1), (3, 2)]


def test_better_reading_of_the_same_page_is_no_change_of_it(db: Database) -> None:
    snapshot = fetched(db, 0, PAGE.format(more=""))
    (first,) = all_documents(db)
    better = replace(first, text=first.text + "\n\nA paragraph that the reader had missed.", reader_version=first.reader_version + 1)
    assert save_read(db, snapshot, better) == "saved"
    (kept,) = all_documents(db)
    assert kept.revision == 2
    assert list(page_changes(db)) == []


def test_another_rendering_read_by_a_newer_reader_is_no_change_either(db: Database) -> None:
    """Old text, read by an old reader, had lost a paragraph; the page says what it said."""
    page = PAGE.format(more="")
    snapshot = fetched(db, 0, page)
    (first,) = all_documents(db)
    db.conn.execute("UPDATE documents SET text = 'Talks begin in August.', body = json_set(body, '$.reader_version', 0)")
    later = page.replace("</body>", "<!-- rendered later --></body>").encode()
    again = replace(snapshot, body_hash=body_hash(later), fetched_at=snapshot.fetched_at + timedelta(hours=1))
    save_snapshot(db, again, later)
    assert save_read(db, again, read_snapshot(again, later)) == "saved"
    (kept,) = all_documents(db)
    assert (kept.revision, kept.text) == (2, first.text)
    assert list(page_changes(db)) == []


def test_the_command_shows_revisions_and_their_differences(tradeclaims: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for more in ("", "<p>A second letter was sent.</p>"):
        page.write_text(PAGE.format(more=more).replace("27.6", "27.7" if more else "27.6"))
        assert tradeclaims("ingest", "page.html").returncode == 0
        assert tradeclaims("read").returncode == 0
    (row,) = [json.loads(line) for line in tradeclaims("list", "revisions", "--format", "jsonl").stdout.splitlines()]
    assert (row["revision"], row["cause"], row["added"], row["changed"]) == (2, "page", 1, 1)
    shown = json.loads(tradeclaims("show", row["document"], "--diff", "--format", "jsonl").stdout)
    assert [change["kind"] for change in shown["diff"]["sentences"]] == ["changed", "added"]
    assert [each["cause"] for each in shown["revisions"]] == [None, "page"]
    table = tradeclaims("show", row["document"], "--diff", "--format", "table").stdout
    assert "[-$27.6-]{+$27.7+} billion" in table
    assert "+ A second letter was sent." in table
    missing = tradeclaims("show", row["document"], "--diff", "--revision", "9")
    assert missing.returncode == 2
    assert "in revision 9" in missing.stderr
