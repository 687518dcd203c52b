"""Sentences with the events they hold, and sentences that hold none."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nlp.events import find_events
from nlp.events.registry import all_kinds
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
