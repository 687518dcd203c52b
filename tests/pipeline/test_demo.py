"""The main job, whole: what a new user sees first."""

import json
import subprocess
from pathlib import Path

from tests.pipeline.conftest import runner

Demo = tuple[Path, subprocess.CompletedProcess[str]]


def rows(folder: Path, *words: str) -> list[dict[str, object]]:
    answer = runner(folder)(*words, "--format", "jsonl")
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_demo_prints_documents_claims_events_alerts_and_what_next(demo_run: Demo) -> None:
    _, done = demo_run
    assert done.returncode == 0, done.stderr
    for word in ("Documents", "verdict", "official", "$27.6 billion", "joint committee request", "Alerts", "because", "tradeclaims show"):
        assert word in done.stdout, word


def test_demo_finds_the_slip_that_one_story_makes(demo_run: Demo) -> None:
    folder, _ = demo_run
    outcomes = {row["outcome"] for row in rows(folder, "list", "claims")}
    assert "agrees" in outcomes
    assert outcomes & {"agrees_on_other_reading", "differs"}


def test_second_demo_says_that_nothing_is_new(demo_run: Demo) -> None:
    folder, _ = demo_run
    before = {what: rows(folder, "list", what) for what in ("documents", "claims", "events", "verdicts", "notices")}
    again = runner(folder)("demo")
    assert again.returncode == 0, again.stderr
    assert "Nothing is new" in again.stdout
    assert {what: rows(folder, "list", what) for what in before} == before


def test_show_walks_from_a_claim_to_its_bytes(demo_run: Demo) -> None:
    folder, _ = demo_run
    claim = next(row for row in rows(folder, "list", "claims") if row["outcome"] == "agrees")
    shown = runner(folder)("show", str(claim["id"]), "--format", "table")
    assert shown.returncode == 0, shown.stderr
    for word in ("verdict", "query", "sentence", "sha256", "http"):
        assert word in shown.stdout, word


def test_a_claim_in_a_letter_points_to_its_page_and_box(demo_run: Demo) -> None:
    folder, _ = demo_run
    letters = [
        shown
        for row in rows(folder, "list", "documents")
        if (shown := rows(folder, "show", str(row["id"]))[0])["document"]["reader"] == "pdf"
    ]
    claim = letters[0]["claims"][0]
    (shown,) = rows(folder, "show", claim["id"])
    (place,) = shown["places"]
    assert place["page"] == 1
    assert place["boxes"]
    assert all(0 < left < right < 612 for left, _, right, _ in place["boxes"])


def test_search_filters(demo_run: Demo) -> None:
    folder, _ = demo_run
    found = rows(folder, "search", "deficit", "--partner", "kor")
    assert found
    assert not rows(folder, "search", "deficit", "--partner", "ISL")
    assert rows(folder, "search", "--between", "27bn", "28bn")
    assert not rows(folder, "search", "--between", "1000", "2000")


def test_no_alert_says_a_ruled_out_renegotiation_happened(demo_run: Demo) -> None:
    folder, _ = demo_run
    negated = {row["id"] for row in rows(folder, "list", "events") if row["status"] == "negated"}
    assert negated
    for notice in rows(folder, "list", "notices"):
        assert "ruled out" not in str(notice["subject"])
