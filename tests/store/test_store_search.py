"""Search takes whatever people type, and filters mean what they say."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import store.filters
from store.database import Database
from store.documents import save_document
from store.extractions import save_extraction
from store.search import LISTS, list_rows, search_claims, search_documents
from store.verdicts import save_verdict
from store.words import fts_query
from tests.store import examples
from tests.store.examples import billions, document
from tradeclaims.records import Claim, Extraction

SAID: list[tuple[str, dict[str, Any]]] = [
    ("The goods deficit with Freedonia rose to $27.6 billion.", {"speaker": "Robert L. 100%_Smith", "partners": ("KOR",)}),
    ("Exports of widgets to Sylvania and Freedonia fell to $5.2 billion.", {"indicator": "exports", "balance_sign": None,
     "partners": ("MEX", "KOR"), "value": billions("5.2"), "product": "widgets", "speaker": None}),
    ("Imports fell by half.", {"indicator": "imports", "balance_sign": None, "partners": ("WLD",), "value": None, "measure": "direction",
     "direction": "down", "speaker": "Ms. Deficit"}),
]  # fmt: skip


@pytest.fixture
def claims(db: Database) -> list[Claim]:
    found = []
    for number, (sentence, fields) in enumerate(SAID):
        published = date(2017, 7, 10 + number) if number < 2 else None
        _, of = save_document(db, document(sentence, name=str(number), title=f"Story {number}", published=published))
        found.append(examples.claim(of, sentence, **fields))
        save_extraction(db, of, Extraction(claims=(found[-1],)), 1)
    save_verdict(db, examples.verdict(found[0], outcome="agrees_on_other_reading", diagnosis="wrong_period"), found[0])
    return found


def hits(db: Database, claims: list[Claim], words: str | None = None, **filters: Any) -> set[int]:
    order = [claim.id for claim in claims]
    return {order.index(row["id"]) for row in search_claims(db, words, **filters)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("deficit", {0, 2}),
        ("deficits", {0, 2}),
        ("DEFICIT Freedonia", {0}),
        ('"goods deficit"', {0}),
        ('"deficit goods"', set()),
        ("widg*", {1}),
        ("27.6", {0}),
        ("$27.6 billion", {0}),
        ("story", {0, 1, 2}),
        ("", {0, 1, 2}),
        (None, {0, 1, 2}),
        ("nothing-like-it", set()),
    ],
)
def test_words_are_found_in_sentence_title_and_speaker(db: Database, claims: list[Claim], words: str | None, expected: set[int]) -> None:
    assert hits(db, claims, words) == expected


@pytest.mark.parametrize("common", [0, 2, 5_000], ids=["all frequent", "words frequent, values rare", "all rare"])
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"partner": "KOR"}, {0, 1}),
        ({"partner": "kor"}, {0, 1}),
        ({"partner": "USA"}, set()),
        ({"indicator": "exports"}, {1}),
        ({"verdict": "agrees_on_other_reading"}, {0}),
        ({"verdict": "wrong_period"}, {0}),
        ({"verdict": "differs"}, set()),
        ({"speaker": "smith"}, {0}),
        ({"speaker": "100%_"}, {0}),
        ({"speaker": "%"}, {0}),
        ({"since": date(2017, 7, 11)}, {1}),
        ({"between": (Decimal("27.6e9"), Decimal("30e9"))}, {0}),
        ({"between": (Decimal("5e9"), Decimal("27.6e9"))}, {0, 1}),
        ({"between": (Decimal("30e9"), Decimal("5e9"))}, set()),
        ({"partner": "KOR", "indicator": "balance", "since": date(2017, 7, 10)}, {0}),
        ({"limit": 0}, set()),
        ({"limit": -5}, set()),
    ],
)
def test_filters_mean_what_they_say_with_and_without_words(
    db: Database, claims: list[Claim], filters: dict[str, Any], expected: set[int], common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store.filters, "COMMON", common)
    assert hits(db, claims, **filters) == expected
    assert hits(db, claims, "story", **filters) == expected


def test_a_row_shows_claim_verdict_and_place(db: Database, claims: list[Claim]) -> None:
    (row,) = search_claims(db, "goods deficit")
    assert row["id"] == claims[0].id
    assert row["snippet"] == "The [goods] [deficit] with Freedonia rose to $27.6 billion."
    shown = {
        "partners": "KOR",
        "currency": "USD",
        "period_start": "2016-01-01",
        "outcome": "agrees_on_other_reading",
        "diagnosis": "wrong_period",
    }
    assert {name: row[name] for name in shown} == shown
    assert Decimal(row["value"]) == Decimal("27.6e9")
    assert row["url"] == "https://news.example/0"
    assert row["reason"]


def test_without_words_the_latest_come_first_and_undated_ones_last(db: Database, claims: list[Claim]) -> None:
    assert [row["id"] for row in search_claims(db)] == [claims[1].id, claims[0].id, claims[2].id]


def test_a_very_common_word_gives_the_newest_without_ranking(db: Database, claims: list[Claim], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.filters, "COMMON", 2)
    assert [row["id"] for row in search_claims(db, "story", limit=2)] == [claims[2].id, claims[1].id]


HOSTILE = [
    '"', '""', '"""', "'", "AND", "OR NOT", "NEAR(a b, 3)", "evidence:deficit", "deficit AND", "(", ")", "*", "^a", "-a", "a:b", "{a b}:c", "+",
    "a\0b", "\ud800", "';DROP TABLE claims;--", "% _", "a" * 10_000, "word " * 5_000, '"open phrase', "deficit\"*", "—", "\u202e", "٣",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(db: Database, claims: list[Claim], words: str) -> None:
    for field in ("words", "partner", "indicator", "verdict", "speaker"):
        asked: dict[str, Any] = {field: words}
        assert isinstance(search_claims(db, **asked), list)
    assert isinstance(search_documents(db, words), list)
    assert len(search_claims(db)) == 3


def test_operators_do_not_operate(db: Database, claims: list[Claim]) -> None:
    assert hits(db, claims, "goods OR widgets") == set()
    assert hits(db, claims, "deficit NOT goods") == set()
    assert hits(db, claims, "speaker:smith") == set()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=30))
def test_no_text_at_all_raises(db: Database, words: str) -> None:
    assert search_claims(db, words) == []
    assert search_documents(db, words) == []


def test_words_without_letters_find_nothing() -> None:
    assert fts_query(' - * " ... ') is None
    assert fts_query('deficit "a b" c*') == '"deficit" "a b" "c"*'


@pytest.mark.parametrize("what", sorted(LISTS))
def test_every_list_gives_rows_and_respects_the_limit(db: Database, claims: list[Claim], what: str) -> None:
    assert len(list_rows(db, what, limit=1)) <= 1
    assert list_rows(db, what, limit=0) == []


def test_an_unknown_list_is_named(db: Database) -> None:
    with pytest.raises(LookupError, match="no list 'secrets'; there are changes, claims, documents"):
        list_rows(db, "secrets")
