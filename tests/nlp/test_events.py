"""Sentences with the events they hold, and sentences that hold none."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nlp.events import find_events
from nlp.events.registry import all_kinds
from nlp.extract import extract
from tradeclaims.records import Document, Event, Mention
from tradeclaims.records.event import LIVE
from tradeclaims.values import Period, Span

ROWS = [json.loads(line) for line in Path(__file__).with_name("events.jsonl").read_text(encoding="utf-8").splitlines()]


def events_of(row: dict[str, Any]) -> list[Event]:
    text = row["text"]
    document = Document(
        id="d",
        source="test",
        kind="text",
        url="",
        title="",
        published=date.fromisoformat(row["published"]),
        text=text,
        country=row.get("country"),
    )
    dates = [
        Mention(
            kind="date",
            span=Span.of(text, text.index(surface), text.index(surface) + len(surface)),
            period=Period(start=date.fromisoformat(days[0]), end=date.fromisoformat(days[-1]), freq="day"),
        )
        for surface, *days in row.get("dates", [])
    ]
    return find_events(document, [Span.of(text, 0, len(text))], dates)


def expected_fields(event: Event, wanted: list[Any]) -> list[Any]:
    day = event.date and event.date.isoformat()
    found = [event.type, event.status, event.agreement, day, "historical" if event.historical else ""]
    return found[: len(wanted)]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_a_sentence_holds_exactly_these_events(row: dict[str, Any]) -> None:
    found = events_of(row)
    assert sorted((e.type, e.status) for e in found) == sorted((w[0], w[1]) for w in row["events"])
    for wanted in row["events"]:
        assert wanted in [expected_fields(e, wanted) for e in found if (e.type, e.status) == (wanted[0], wanted[1])]


def test_every_kind_has_a_hit_and_a_case_that_must_not_alert() -> None:
    live = {w[0] for row in ROWS for w in row["events"] if w[1] in LIVE}
    unreal = {w[0] for row in ROWS for w in row["events"] if w[1] not in LIVE}
    assert live == {kind.type for kind in all_kinds()}
    assert {
        "renegotiation_notice",
        "termination_notice",
        "negotiation_intent",
        "tariff_action",
        "hearing",
        "signing",
        "entry_into_force",
    } <= unreal


def test_reports_of_one_act_in_a_document_share_its_matter_and_occasion() -> None:
    lead = "USTR opened a Section 301 investigation of Thailand on Tuesday. "
    rest = "The public hearing is set for April 9. A hearing will be held on April 9 in the main hearing room. "
    last = "Written comments on the inquiry are due by March 18; the comment period closes on March 18."
    document = Document(
        id="d", source="test", kind="text", url="", title="", published=date(2024, 2, 14), text=lead + rest + last, country="USA"
    )
    events = extract(document).events
    assert {event.agreement for event in events} == {"Section 301"}
    for kind in ("hearing", "comment_deadline"):
        assert len({event.occasion for event in events if event.type == kind}) == 1


def test_a_notice_gives_every_date_of_its_schedule_its_own_event() -> None:
    text = (
        "SUMMARY: USTR proposes a further duty of 10 percent on goods of China under Section 301.\n"
        "DATES: The schedule is as follows:\n"
        "July 27, 2018: Last day for requests to appear at the public hearing.\n"
        "August 17, 2018: Due date for written comments.\n"
        "August 20-23, 2018: The committee will hold a public hearing in Washington.\n"
        "August 30, 2018: Deadline for rebuttal comments."
    )
    document = Document(id="d", source="test", kind="text", url="", title="", published=date(2018, 7, 12), text=text, country="USA")
    found = [(event.type, event.status, event.date and event.date.isoformat()) for event in extract(document).events]
    assert found == [
        ("tariff_action", "proposed", None),
        ("comment_deadline", "scheduled", "2018-07-27"),
        ("comment_deadline", "scheduled", "2018-08-17"),
        ("hearing", "scheduled", "2018-08-20"),
        ("comment_deadline", "scheduled", "2018-08-30"),
    ]


def test_a_long_line_is_read_in_time() -> None:
    words = (
        "the tariff on steel that was raised and the agreement to renegotiate signed hearing comments review investigation notice withdraw "
    )
    row = {"text": (words * 200)[:20_000], "published": "2018-07-12"}
    begun = time.perf_counter()
    events_of(row)
    assert time.perf_counter() - begun < 10
