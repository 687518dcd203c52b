"""Runs, outcomes, issues, the outbox, the chain of evidence and the state at a glance."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.chain import chain
from store.clock import stamp
from store.database import Database
from store.documents import save_document
from store.extractions import save_extraction
from store.notices import all_notices, mark_sent, put_notice, waiting
from store.runs import (
    finish_run,
    is_done,
    issues,
    list_runs,
    mark_done,
    quarantined,
    record_issue,
    record_outcome,
    retry,
    runs_since,
    start_run,
)
from store.search import list_rows
from store.snapshots import save_snapshot
from store.status import status
from store.verdicts import save_verdict
from tests.store import examples
from tests.store.examples import NEWS, SENTENCE, at, document, notice, snapshot
from tradeclaims.records import Claim, Extraction, Issue, Outcome, Run


def test_a_run_is_known_from_its_start_and_counted_at_its_end(db: Database) -> None:
    begun = Run(stage="crawl", source="a", started_at=at(0))
    number = start_run(db, begun)
    assert runs_since(db, "crawl", at(0)) == [begun]
    assert list_runs(db)[0]["state"] == "running"
    ended = Run(stage="crawl", source="a", started_at=at(0), finished_at=at(1), seen=3, saved=1, unchanged=1, quarantined=1)
    finish_run(db, number, ended)
    assert runs_since(db, "crawl", at(0)) == [ended]
    assert list_runs(db)[0]["state"] == "done"
    assert runs_since(db, "crawl", at(1)) == runs_since(db, "read", at(0)) == []


def test_a_failed_run_says_so(db: Database) -> None:
    number = start_run(db, Run(stage="crawl", started_at=at(0)))
    finish_run(db, number, Run(stage="crawl", started_at=at(0), finished_at=at(1), failed=True))
    assert list_runs(db)[0]["state"] == "failed"


def test_a_run_whose_process_is_gone_was_killed(path: Path, db: Database) -> None:
    code = (
        "import sys, os; from datetime import UTC, datetime; from store.database import open_store; from store.runs import start_run;"
        "from tradeclaims.records import Run; start_run(open_store(sys.argv[1]), Run(stage='read', started_at=datetime.now(UTC))); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert [run["state"] for run in list_runs(db)] == ["killed"]
    assert status(db)["runs"][0]["state"] == "killed"


def test_an_unfinished_run_that_was_followed_by_another_was_killed(db: Database) -> None:
    start_run(db, Run(stage="crawl", source="a", started_at=at(0)))
    start_run(db, Run(stage="crawl", source="b", started_at=at(1)))
    start_run(db, Run(stage="crawl", source="a", started_at=at(2)))
    assert [run["state"] for run in list_runs(db)] == ["running", "running", "killed"]


def test_finishing_a_run_nobody_started_is_refused(db: Database) -> None:
    with pytest.raises(LookupError, match="no run 7"):
        finish_run(db, 7, Run(stage="crawl", started_at=at(0), finished_at=at(1)))


def test_the_last_outcome_counts_and_success_resolves_the_issue(db: Database) -> None:
    issue = Issue(stage="read", source="a", key="k", message="no title on the page", found_at=at(0))
    record_outcome(db, Outcome(stage="read", key="k", kind="quarantined", message="no title on the page", version="1"))
    record_issue(db, issue)
    assert [each.key for each in quarantined(db)] == ["k"]
    assert issues(db) == [issue]
    record_outcome(db, Outcome(stage="read", key="k", kind="saved", version="2"))
    assert quarantined(db) == []
    assert issues(db) == []
    assert issues(db, resolved=True) == [issue]


def test_the_same_open_issue_is_counted_not_repeated(db: Database) -> None:
    for hours in (0, 3):
        record_issue(db, Issue(stage="crawl", source=None, key="k", message="m", found_at=at(hours)))
    assert issues(db) == issues(db, at(1)) == [Issue(stage="crawl", source=None, key="k", message="m", found_at=at(3))]
    assert issues(db, at(4)) == []
    assert list_rows(db, "issues")[0]["times"] == 2


def test_done_is_per_stage_key_and_version(db: Database) -> None:
    mark_done(db, "read", "k", "1")
    mark_done(db, "read", "k", "1")
    assert is_done(db, "read", "k", "1")
    assert not is_done(db, "read", "k", "2")
    assert not is_done(db, "check", "k", "1")


def test_retry_puts_quarantined_items_back_to_work(db: Database) -> None:
    for key, kind in (("bad", "quarantined"), ("good", "saved")):
        record_outcome(db, Outcome(stage="read", key=key, kind=kind, version="1"))  # type: ignore[arg-type]
        mark_done(db, "read", key, "1")
    assert retry(db, "check") == 0
    assert retry(db) == 1
    assert not is_done(db, "read", "bad", "1")
    assert is_done(db, "read", "good", "1")


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        stamp(datetime(2017, 7, 13))
    assert stamp(datetime(2017, 7, 13, tzinfo=UTC)) == "2017-07-13T00:00:00.000000+00:00"


def test_a_notice_is_put_once_and_sent_once(db: Database) -> None:
    assert put_notice(db, notice()) == "saved"
    assert put_notice(db, notice(reason="told differently", created_at=at(5))) == "unchanged"
    assert put_notice(db, notice(channel="atom")) == "saved"
    assert waiting(db) == [notice(), notice(channel="atom")]
    assert mark_sent(db, notice(), at(1)) == notice(sent_at=at(1))
    assert mark_sent(db, notice().id, at(2)) == notice(sent_at=at(1))
    assert waiting(db) == waiting(db, "atom") == [notice(channel="atom")]
    assert waiting(db, "print") == []
    assert put_notice(db, notice()) == "unchanged"
    assert list(all_notices(db)) == [notice(sent_at=at(1)), notice(channel="atom")]


def test_an_unknown_notice_is_not_sent(db: Database) -> None:
    with pytest.raises(LookupError, match="no notice nfoo"):
        mark_sent(db, "nfoo", at(0))


@pytest.fixture
def claim(db: Database) -> Claim:
    page = b"<p>page</p>"
    save_snapshot(db, snapshot(page, url="https://news.example/print/1"), page)
    save_snapshot(db, snapshot(page, url="https://news.example/1", hours=1), page)
    _, letter = save_document(db, document(snapshot=snapshot(page).body_hash))
    found = examples.claim(letter)
    save_extraction(db, letter, Extraction(claims=(found,), events=(examples.event(letter),)), 1)
    save_verdict(db, examples.verdict(found), found, now=at(2))
    save_verdict(db, examples.verdict(found, outcome="outdated"), found, now=at(3))
    put_notice(db, notice(document=letter.id))
    return found


def test_the_chain_of_a_claim_reaches_from_the_verdict_to_the_bytes(db: Database, claim: Claim) -> None:
    links = chain(db, claim.id)
    assert (links["kind"], links["id"]) == ("claim", claim.id)
    assert [verdict["outcome"] for verdict in links["verdicts"]] == ["outdated", "agrees"]
    assert links["verdicts"][0]["query"] == "balance USA KOR 2016"
    assert links["verdicts"][0]["officials"][0]["source_url"] == "https://statistics.example/kor"
    assert links["claim"]["evidence"] == SENTENCE
    assert links["claim"]["retired_at"] is None
    assert links["document"]["title"] == "A letter to Freedonia"
    assert "text" not in links["document"]
    wanted = {"hash": snapshot(b"<p>page</p>").body_hash, "url": "https://news.example/1", "fetched_at": stamp(at(1)), "size": 11}
    assert {name: links["snapshot"][name] for name in wanted} == wanted


def test_every_kind_of_record_has_a_chain_to_the_bytes(db: Database, claim: Claim) -> None:
    event, of = examples.event(document()), claim.document
    ids = {"claim": claim.id, "verdict": examples.verdict(claim).id, "event": event.id, "document": of, "notice": notice().id}
    for kind, id in ids.items():
        links = chain(db, id)
        assert (links["kind"], links["id"]) == (kind, id)
        assert links["document"]["id"] == of
        assert links["snapshot"]["media_type"] == "text/html"
    assert chain(db, event.id)["event"]["evidence"] == NEWS
    assert chain(db, of)["claims"] == [{"id": claim.id, "evidence": SENTENCE}]
    assert chain(db, notice().id)["notice"]["reason"] == "because"


def test_the_beginning_of_an_id_is_enough_when_it_is_unique(db: Database, claim: Claim) -> None:
    assert chain(db, claim.id[:6])["id"] == claim.id
    assert chain(db, f" {claim.id[:2]} ")["id"] == claim.id
    with pytest.raises(LookupError, match=f"'v' is the beginning of several ids: .*{examples.verdict(claim).id}"):
        chain(db, "v")


@pytest.mark.parametrize("id", ["", "c0000000000000000000", "%", "'", "\ud800", "\0", "~", "C"])
def test_an_unknown_id_is_answered_in_words(db: Database, claim: Claim, id: str) -> None:
    with pytest.raises(LookupError, match=r"nothing in the store|is empty"):
        chain(db, id)


def test_a_text_given_directly_has_no_bytes(db: Database) -> None:
    save_document(db, document())
    assert chain(db, document().id)["snapshot"] is None


def test_status_counts_what_is_there(db: Database, claim: Claim) -> None:
    record_issue(db, Issue(stage="read", source="a", key="k", message="m", found_at=at(0)))
    start_run(db, Run(stage="crawl", source="a", started_at=at(0)))
    facts = status(db)
    counts = {"snapshots": 2, "documents": 1, "claims": 1, "events": 1, "verdicts": 1, "waiting notices": 1, "open issues": 1}
    assert {name: facts["counts"][name] for name in counts} == counts
    assert facts["verdicts"] == {"outdated": 1}
    assert [row["subject"] for row in facts["waiting"]] == ["KORUS: request"]
    assert [row["message"] for row in facts["issues"]] == ["m"]
    assert [row["stage"] for row in facts["runs"]] == ["crawl"]
