"""One occasion, one notice; and never one for what did not happen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alerts.match import match
from alerts.rules import Rule, load_rules
from tests.alerts.examples import FIGURE, NOW, SENTENCE, billions, checked, document, event
from tradeclaims.records import Assessment, Claim, Document, Event, Notice, OfficialValue, Verdict, VerdictChange
from tradeclaims.values import Period

ON_EVENTS = Rule(name="acts", description="Acts under agreements", on="event")
ON_VERDICTS = Rule(name="figures", description="Wrong figures", on="verdict", outcomes=("differs", "agrees_on_other_reading"))


def told(
    events: Sequence[Event] = (),
    claims: Sequence[tuple[Claim, Verdict]] = (),
    documents: Sequence[Document] = (document("d1"), document("d2")),
    rules: Sequence[Rule] = (ON_EVENTS, ON_VERDICTS),
) -> list[Notice]:
    return match(rules, events, claims, {each.id: each for each in documents}, NOW)


def test_a_notice_says_why_it_fired() -> None:
    (only,) = told([event()])
    assert only.subject == "KORUS: joint committee request (done), 2017-07-12 [press]"
    assert only.reason == (
        "Rule “acts” (Acts under agreements): joint committee request, done; KORUS; 2017-07-12; "
        f"press report of The Example “Title of d1”, published 2017-07-13. Sentence: “{SENTENCE}”"
    )
    assert (only.rule, only.channel, only.document, only.evidence, only.url) == ("acts", "print", "d1", SENTENCE, "https://news.example/d1")
    assert (only.key, only.created_at, only.sent_at) == (event().occasion, NOW, None)


@pytest.mark.parametrize("status", ["negated", "hypothetical", "threatened"])
@pytest.mark.parametrize("kind", ["renegotiation_notice", "termination_notice", "hearing"])
def test_what_did_not_happen_never_alerts(status: str, kind: str) -> None:
    ruled_out = event(type=kind, status=status)
    assert told([ruled_out]) == []
    assert told([ruled_out], rules=load_rules(None)) == []
    assert told([ruled_out], rules=[replace(ON_EVENTS, statuses=(status,))]) == []


@pytest.mark.parametrize("status", ["done", "scheduled", "proposed"])
def test_what_happens_or_is_planned_alerts(status: str) -> None:
    assert len(told([event(status=status)])) == 1


def test_history_never_alerts() -> None:
    assert told([event(historical=True)]) == []


def test_reports_of_one_act_are_one_notice_that_counts_them() -> None:
    copies = [event("d1"), event("d2", "Another wording of the request."), event("d2", "And once more in the same text.")]
    (only,) = told(copies)
    assert only.reason.endswith("Also in 1 other document.")


def test_the_official_document_is_quoted_before_the_news_and_keeps_the_key() -> None:
    news, letter = event("d1"), event("d2", official=True)
    (press_only,), (both,) = told([news]), told([news, letter])
    assert (both.document, both.key, both.id) == ("d2", press_only.key, press_only.id)
    assert both.subject.endswith("[official]")


def test_of_several_reports_the_earliest_is_quoted() -> None:
    documents = [document("d1", published=None), document("d2"), document("d3", published=date(2017, 7, 12))]
    (only,) = told([event("d1"), event("d2"), event("d3")], documents=documents)
    assert only.document == "d3"
    assert only.reason.endswith("Also in 2 other documents.")


def test_different_acts_are_different_notices() -> None:
    acts = [event(), event(agreement="NAFTA"), event(type="hearing"), event(date=date(2017, 9, 1), date_end=date(2017, 9, 1))]
    assert len({notice.key for notice in told(acts)}) == 4


def test_an_undated_report_belongs_to_the_act_of_its_month() -> None:
    (only,) = told([event("d1"), event("d2", date=None, date_end=None)])
    assert only.key == event().occasion
    assert only.document == "d1"
    far = document("d2", published=date(2017, 9, 10))
    assert len(told([event("d1"), event("d2", date=None, date_end=None)], documents=[document("d1"), far])) == 1
    later = document("d2", published=date(2017, 9, 11))
    assert len(told([event("d1"), event("d2", date=None, date_end=None)], documents=[document("d1"), later])) == 2


def test_an_undated_sentence_belongs_to_the_dated_act_of_its_document() -> None:
    dated = event("d1", type="hearing", date=date(2018, 2, 1), date_end=date(2018, 2, 1))
    room = event("d1", "The hearing will be held in the main room.", type="hearing", status="scheduled", date=None, date_end=None)
    (only,) = told([room, dated])
    assert (only.key, only.evidence) == (dated.occasion, SENTENCE)
    assert len(told([room, replace(dated, agreement="NAFTA")])) == 2
    assert len(told([room, replace(dated, historical=True)])) == 1


def test_undated_reports_without_any_dated_one_are_one_per_month() -> None:
    undated = [event(of, date=None, date_end=None) for of in ("d1", "d2", "d3")]
    documents = [document("d1"), document("d2", published=date(2017, 7, 2)), document("d3", published=date(2017, 8, 2))]
    assert [each.document for each in told(undated, documents=documents)] == ["d2", "d3"]


def test_acts_that_name_neither_agreement_nor_partner_are_told_apart_by_day_and_target() -> None:
    nameless = event(agreement=None, partners=(), type="comment_deadline")
    other_day = replace(nameless, date=date(2017, 7, 20), date_end=date(2017, 7, 20))
    other_target = replace(nameless, target="steel")
    copy = replace(nameless, document="d2")
    assert len(told([nameless, other_day, other_target, copy])) == 3
    undated = replace(nameless, date=None, date_end=None)
    assert len(told([undated, replace(undated, document="d2")])) == 2


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"types": ("joint_committee_request", "hearing")}, True),
        ({"types": ("hearing",)}, False),
        ({"statuses": ("scheduled",)}, False),
        ({"agreements": ("korus",)}, True),
        ({"agreements": ("NAFTA",)}, False),
        ({"partners": ("MEX", "KOR")}, True),
        ({"partners": ("MEX",)}, False),
        ({"publication": "press"}, True),
        ({"publication": "official"}, False),
        ({"words": ("SPECIAL session",)}, True),
        ({"words": ("special sess",)}, False),
        ({"words": ("(",)}, False),
        ({"max_age_days": 0}, True),
        ({"types": ("joint_committee_request",), "agreements": ("NAFTA",)}, False),
    ],
)
def test_every_key_of_a_rule_on_events_must_fit(asked: dict[str, Any], fits: bool) -> None:
    assert len(told([event()], rules=[replace(ON_EVENTS, **asked)])) == fits


def test_old_documents_stay_silent_where_a_rule_says_so() -> None:
    rule = replace(ON_EVENTS, max_age_days=30)
    assert told([event()], documents=[document("d1", published=date(2017, 6, 12))], rules=[rule]) == []
    assert len(told([event()], documents=[document("d1", published=date(2017, 6, 13))], rules=[rule])) == 1
    assert len(told([event()], documents=[document("d1", published=None)], rules=[rule])) == 1
    assert len(told([event()], documents=[], rules=[rule])) == 1


def test_each_rule_and_each_channel_has_its_own_notice() -> None:
    both = replace(ON_EVENTS, channels=("print", "atom", "print"))
    notices = told([event()], rules=[both, replace(ON_EVENTS, name="second")])
    assert [(each.rule, each.channel) for each in notices] == [("acts", "print"), ("acts", "atom"), ("second", "print")]
    assert len({each.id for each in notices}) == 3


def test_matching_again_gives_the_same_notices() -> None:
    events, claims = [event(), event("d2")], [checked()]
    assert told(events, claims) == told(events, claims)
    assert {each.id for each in told(events[::-1], claims)} == {each.id for each in told(events, claims)}


def test_a_wrong_figure_is_told_with_its_arithmetic() -> None:
    (only,) = told(claims=[checked(outcome="agrees_on_other_reading", diagnosis="wrong_period")])
    assert only.subject == "USA deficit, KOR: $27.6 billion is official, but not for what the sentence says (wrong period)"
    assert "agrees on other reading, wrong period: 27.6 against 20.1 billion; said by Jo Smith; press report of The Example" in only.reason
    assert FIGURE in only.reason


def test_a_figure_in_copies_of_one_story_alerts_once() -> None:
    copies = [checked("d1"), checked("d2"), checked("d2", sentence="Elsewhere: " + FIGURE, speaker=None, scope="goods")]
    (only,) = told(claims=copies)
    assert only.reason.endswith("Also in 1 other document.")


@pytest.mark.parametrize(
    "other",
    [
        {"value": billions("27.7")},
        {"period": Period.year(2015)},
        {"partners": ("MEX",)},
        {"indicator": "imports", "balance_sign": None},
        {"outcome": "agrees_on_other_reading", "diagnosis": "sign"},
    ],
)
def test_another_figure_or_finding_is_another_notice(other: dict[str, Any]) -> None:
    assert len({notice.key for notice in told(claims=[checked("d1"), checked("d2", **other)])}) == 2


@pytest.mark.parametrize("modality", ["denied", "hypothetical", "forecast", "target"])
def test_a_figure_nobody_stands_for_does_not_alert(modality: str) -> None:
    assert told(claims=[checked(modality=modality)]) == []


@pytest.mark.parametrize("outcome", ["agrees", "not_checkable", "outdated"])
def test_outcomes_the_rule_does_not_name_do_not_alert(outcome: str) -> None:
    assert told(claims=[checked(outcome=outcome)]) == []


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"diagnoses": ("sign",)}, False),
        ({"diagnoses": ("sign", "wrong_period")}, True),
        ({"indicators": ("exports",)}, False),
        ({"speakers": ("smith",)}, True),
        ({"speakers": ("Jones",)}, False),
        ({"partners": ("USA",)}, True),
        ({"partners": ("MEX",)}, False),
        ({"publication": "official"}, False),
        ({"words": ("deficit",)}, True),
    ],
)
def test_every_key_of_a_rule_on_verdicts_must_fit(asked: dict[str, Any], fits: bool) -> None:
    pair = checked(diagnosis="wrong_period")
    assert len(told(claims=[pair], rules=[replace(ON_VERDICTS, **asked)])) == fits


def test_figures_without_a_level_are_told_by_what_they_have() -> None:
    ranked = checked(value=None, indicator="rank", rank_basis="imports", rank=6, measure="rank", balance_sign=None)
    falling = checked(value=None, measure="direction", direction="down")
    first, second = told(claims=[ranked, falling])
    assert first.subject.startswith("USA rank, KOR: rank 6 differs")
    assert second.subject.startswith("USA deficit, KOR: “down” differs")


def test_the_default_rules_tell_press_reports_of_agreement_acts_but_only_official_tariffs() -> None:
    tariff = event(type="tariff_action", agreement=None)
    rules = load_rules(None)
    assert told([tariff], rules=rules) == []
    assert [each.rule for each in told([replace(tariff, official=True)], rules=rules)] == ["tariffs-and-cases"]
    assert [each.rule for each in told([event(), event(type="comment_deadline")], rules=rules)] == ["agreement-acts", "deadlines"]
    assert [each.rule for each in told(claims=[checked()], rules=rules)] == ["figures"]


def changed(was: str, now: str, of: str = "d1", vintage: str = "2018-10", **fields: Any) -> tuple[Claim, VerdictChange]:
    said, verdict = checked(of, now, **fields)
    figure = OfficialValue(
        value=Decimal("-27.5E9"), unit="USD", series="s", period="2016", vintage=vintage, source_url="https://statistics.example/"
    )
    given = replace(verdict, official=(figure,), now=Assessment(outcome="differs", vintage=vintage))
    return said, VerdictChange(claim=said.id, at=NOW, was=replace(verdict, outcome=was), now=given)  # type: ignore[arg-type]


def test_a_changed_verdict_alerts_once_for_all_copies_and_again_when_it_turns_again() -> None:
    rules = load_rules(None)
    both = [changed("agrees", "outdated"), changed("agrees", "outdated", "d2")]
    (only,) = match(rules, [], [], {each.id: each for each in (document("d1"), document("d2"))}, NOW, changes=both)
    assert only.rule == "revised"
    assert "before: agrees with the official figures" in only.subject
    assert "verdict changed on 2017-07-13 from “agrees” by new official figures (figure published 2018-10); now outdated" in only.reason
    assert "Also in 1 other document" in only.reason
    later = changed("agrees", "outdated", vintage="2024-08")
    (again,) = match(rules, [], [], {"d1": document()}, NOW, changes=[later])
    assert again.key != only.key


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [("agrees", "outdated", 1), ("differs", "agrees", 1), ("not_checkable", "agrees", 0), ("agrees", "differs", 0)],
)
def test_the_default_rule_tells_what_was_right_and_what_is_right_after_all(was: str, now: str, expected: int) -> None:
    found = match(load_rules(None), [], [], {"d1": document()}, NOW, changes=[changed(was, now)])
    assert len(found) == expected


def test_a_rule_on_changes_can_ask_for_what_was() -> None:
    rule = Rule(name="fell", on="change", was=("agrees",), outcomes=("differs",), partners=("KOR",))
    pairs = [changed("agrees", "differs"), changed("outdated", "differs", "d2"), changed("agrees", "agrees", "d3")]
    assert [notice.document for notice in match([rule], [], [], {}, NOW, changes=pairs)] == ["d1"]
    assert match([rule], [], [checked()], {}, NOW) == []
