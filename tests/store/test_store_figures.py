"""Official figures and verdicts: exact, and with all their history."""

import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from store.database import Database
from store.documents import save_document
from store.extractions import save_extraction
from store.observations import all_observations, newest_figure, provenance, save_observations
from store.verdicts import history_of, list_verdicts, save_verdict, verdict_of
from tests.store import examples
from tests.store.examples import at, document, observation
from tradeclaims.records import Claim, Extraction, Observation

SOURCES = {"table@2017-01": {"url": "https://statistics.example/", "note": "é"}}


@pytest.mark.parametrize("value", ["-27624.6", "0.10", "1E+3", "123456789012345678901234567890.123456789", "-0"])
def test_figures_come_back_exactly_as_printed(db: Database, value: str) -> None:
    assert save_observations(db, [observation(value=Decimal(value))], SOURCES) == (1, 0)
    (back,) = all_observations(db)
    assert str(back.value) == str(Decimal(value))
    assert back == observation(value=Decimal(value))


def test_the_second_load_saves_nothing(db: Database) -> None:
    both = [observation(), observation(period="2015")]
    assert save_observations(db, both, SOURCES) == (2, 0)
    newest = newest_figure(db)
    assert save_observations(db, both, SOURCES) == (0, 2)
    assert list(all_observations(db)) == both
    assert provenance(db) == SOURCES
    assert newest_figure(db) == newest


def test_a_new_vintage_stands_beside_the_old_one(db: Database) -> None:
    first, revised = observation(), observation(value=Decimal("-27572.8"), vintage="2018-10", provenance="table@2018-10")
    save_observations(db, [first], SOURCES)
    before = newest_figure(db)
    assert save_observations(db, [first, revised], SOURCES) == (1, 1)
    assert list(all_observations(db)) == [first, revised]
    assert newest_figure(db) > before
    assert list(all_observations(db, after=before)) == [revised]
    assert list(all_observations(db, until=before)) == [first]


def test_a_vintage_printed_again_with_another_value_overwrites_nothing(db: Database) -> None:
    printed, corrected = observation(), observation(value=Decimal(1))
    save_observations(db, [printed], SOURCES)
    assert save_observations(db, [corrected], SOURCES) == (1, 0)
    assert list(all_observations(db)) == [printed, corrected]


def test_a_load_that_fails_saves_nothing(db: Database) -> None:
    def broken() -> Iterator[Observation]:
        yield observation()
        raise RuntimeError("the file ends here")

    with pytest.raises(RuntimeError, match="ends here"):
        save_observations(db, broken(), SOURCES)
    assert list(all_observations(db)) == []
    assert provenance(db) == {}


def test_a_hundred_thousand_figures_load_in_seconds(db: Database) -> None:
    many = [observation(partner=f"P{n % 200}", period=str(n // 200)) for n in range(100_000)]
    began = time.perf_counter()
    assert save_observations(db, many, SOURCES) == (100_000, 0)
    assert time.perf_counter() - began < 10, "took far longer than the half second it takes on one slow core"


@pytest.fixture
def claim(db: Database) -> Claim:
    _, letter = save_document(db, document())
    found = examples.claim(letter)
    save_extraction(db, letter, Extraction(claims=(found,)), 1)
    return found


def test_a_claim_never_checked_has_no_verdict(db: Database, claim: Claim) -> None:
    assert verdict_of(db, claim.id) is None
    assert history_of(db, claim.id) == []


def test_the_newest_verdict_counts_and_all_are_kept(db: Database, claim: Claim) -> None:
    first = examples.verdict(claim)
    second = examples.verdict(claim, outcome="outdated", reason="revised")
    assert save_verdict(db, first, claim, now=at(0)) == "saved"
    assert save_verdict(db, first, claim, now=at(1)) == "unchanged"
    assert save_verdict(db, second, claim, now=at(2)) == "saved"
    assert save_verdict(db, first, claim, now=at(3)) == "saved"
    assert verdict_of(db, claim.id) == first
    assert history_of(db, claim.id) == [(at(3), first), (at(2), second), (at(0), first)]
    assert [row["outcome"] for row in list_verdicts(db)] == ["agrees"]


def test_a_verdict_keeps_its_exact_figures(db: Database, claim: Claim) -> None:
    exact = examples.verdict(claim, difference=Decimal("0.000000000000000000001"), chance=Decimal("1E-9"), tolerance=Decimal("5E+7"))
    save_verdict(db, exact, claim)
    assert verdict_of(db, claim.id) == exact


def test_a_verdict_on_another_claim_is_refused(db: Database, claim: Claim) -> None:
    with pytest.raises(ValueError, match="not on"):
        save_verdict(db, replace(examples.verdict(claim), claim="cother"), claim)


def test_a_verdict_on_a_claim_nobody_stored_is_refused(db: Database) -> None:
    stranger = examples.claim(document())
    with pytest.raises(Exception, match="FOREIGN KEY"):
        save_verdict(db, examples.verdict(stranger), stranger)
    assert verdict_of(db, stranger.id) is None
