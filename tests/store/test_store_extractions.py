"""Claims and events are upserted; what a document no longer says is retired and never deleted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from store.claims import claims_due
from store.database import Database
from store.documents import documents_to_check, save_document, standing_documents
from store.extractions import all_claims, all_events, claim, claims_of, events_of, list_events, mentions_of, save_extraction
from store.runs import is_done, mark_done
from store.search import search_claims
from tests.store import examples
from tests.store.examples import NEWS, SENTENCE, TEXT, at, billions, document, mention
from tradeclaims.records import Document, Extraction


@pytest.fixture
def letter(db: Database) -> Document:
    return save_document(db, document())[1]


def full(of: Document) -> Extraction:
    return Extraction(mentions=(mention(of),), claims=(examples.claim(of),), events=(examples.event(of),))


def seen(db: Database, id: str) -> tuple[str | None, ...]:
    row = db.conn.execute("SELECT first_seen, last_seen, retired_at FROM claims WHERE id = ?", [id]).fetchone()
    return tuple(value and value[:13] for value in row)


def test_everything_comes_back_exactly(db: Database, letter: Document) -> None:
    exact = examples.claim(letter, value=billions("27.60000000000000000001"))
    extraction = replace(full(letter), claims=(exact,))
    assert save_extraction(db, letter, extraction, 1) == "saved"
    assert claims_of(db, letter.id) == list(all_claims(db)) == [exact]
    assert events_of(db, letter.id) == list(all_events(db)) == list(extraction.events)
    assert mentions_of(db, letter) == list(extraction.mentions)
    assert claim(db, exact.id) == exact
    assert search_claims(db)[0]["value"] == "27600000000.00000000001"


@pytest.mark.parametrize(("value", "shown"), [("27.6E9", "27600000000"), ("27.60", "27.6"), ("100", "100"), ("0.0", "0"), ("1E+2", "100")])
def test_the_main_figure_is_listed_with_all_its_digits_and_no_more(db: Database, letter: Document, value: str, shown: str) -> None:
    amount = replace(billions("1"), low=Decimal(value), high=Decimal(value))
    save_extraction(db, letter, Extraction(claims=(examples.claim(letter, value=amount),)), 1)
    assert [row["value"] for row in search_claims(db)] == [shown]


def test_the_second_run_changes_nothing_but_last_seen(db: Database, letter: Document) -> None:
    save_extraction(db, letter, full(letter), 1, now=at(0))
    assert save_extraction(db, letter, full(letter), 1, now=at(2)) == "unchanged"
    assert seen(db, full(letter).claims[0].id) == ("2017-07-13T08", "2017-07-13T10", None)


def test_a_vanished_claim_is_retired_and_comes_back(db: Database, letter: Document) -> None:
    only = full(letter).claims[0]
    save_extraction(db, letter, full(letter), 1, now=at(0))
    assert save_extraction(db, letter, replace(full(letter), claims=()), 2, now=at(1)) == "saved"
    assert claims_of(db, letter.id) == []
    assert claims_of(db, letter.id, retired=True) == [only]
    assert claim(db, only.id) == only
    assert list(standing_documents(db)) == []
    assert search_claims(db, "deficit") == []
    assert seen(db, only.id) == ("2017-07-13T08", "2017-07-13T08", "2017-07-13T09")
    assert save_extraction(db, letter, full(letter), 3, now=at(2)) == "saved"
    assert claims_of(db, letter.id) == [only]
    assert seen(db, only.id) == ("2017-07-13T08", "2017-07-13T10", None)


def test_a_vanished_event_is_retired(db: Database, letter: Document) -> None:
    save_extraction(db, letter, full(letter), 1)
    assert save_extraction(db, letter, replace(full(letter), events=()), 2) == "saved"
    assert events_of(db, letter.id) == []
    assert events_of(db, letter.id, retired=True) == list(full(letter).events)


def test_only_the_newest_revision_counts(db: Database, letter: Document) -> None:
    save_extraction(db, letter, full(letter), 1)
    _, shorter = save_document(db, document(text=NEWS))
    save_extraction(db, shorter, Extraction(events=(examples.event(shorter),)), 1)
    assert claims_of(db, letter.id) == []
    assert [each.revision for each in events_of(db, letter.id)] == [2]
    # The older revision, extracted late, adds nothing that stands.
    save_extraction(db, letter, full(letter), 2)
    assert claims_of(db, letter.id) == []
    assert [each.revision for each in events_of(db, letter.id)] == [2]


def test_a_sentence_kept_in_a_new_revision_stays_the_same_claim(db: Database, letter: Document) -> None:
    save_extraction(db, letter, full(letter), 1, now=at(0))
    _, longer = save_document(db, document(text=f"An update. {TEXT}", title="Update"))
    save_extraction(db, longer, full(longer), 1, now=at(4))
    (same,) = claims_of(db, letter.id)
    assert (same.id, same.revision) == (examples.claim(letter).id, 2)
    assert same.evidence.start == len("An update. ")
    assert seen(db, same.id) == ("2017-07-13T08", "2017-07-13T12", None)
    assert [row["title"] for row in search_claims(db, "update")] == ["Update"]


def test_the_same_words_twice_in_a_text_are_one_claim(db: Database) -> None:
    _, twice = save_document(db, document(text=f"{SENTENCE} {SENTENCE}"))
    first = examples.claim(twice)
    save_extraction(db, twice, Extraction(claims=(first, first)), 1)
    assert claims_of(db, twice.id) == [first]


def test_evidence_that_the_text_does_not_hold_is_refused(db: Database, letter: Document) -> None:
    wrong = examples.claim(replace(letter, text=f"No. {SENTENCE}"))
    with pytest.raises(ValueError, match="quotes"):
        save_extraction(db, letter, Extraction(claims=(wrong,)), 1)
    assert claims_of(db, letter.id, retired=True) == []


def test_an_event_of_another_revision_is_refused(db: Database, letter: Document) -> None:
    other = examples.event(replace(letter, revision=2))
    with pytest.raises(ValueError, match="belongs to document"):
        save_extraction(db, letter, Extraction(events=(other,)), 1)


def test_a_document_that_was_not_saved_is_named(db: Database) -> None:
    with pytest.raises(LookupError, match="save the document"):
        save_extraction(db, document(), full(document()), 1)


def test_changed_claims_are_checked_again_and_unchanged_ones_are_not(db: Database, letter: Document) -> None:
    save_extraction(db, letter, full(letter), 1)
    ids = {claim.id for claim in full(letter).claims}
    assert claims_due(db, letter.id, 3) == ids
    mark_done(db, "check", f"{letter.id} 1", "3")
    assert claims_due(db, letter.id, 3) == set()
    assert list(documents_to_check(db, 3)) == []
    assert claims_due(db, letter.id, 4) == ids
    save_extraction(db, letter, full(letter), 2)
    assert is_done(db, "check", f"{letter.id} 1", "3")
    vaguer = replace(full(letter), claims=(examples.claim(letter, checkable=False),))
    assert save_extraction(db, letter, vaguer, 2) == "saved"
    assert claims_due(db, letter.id, 3) == {claim.id for claim in vaguer.claims}
    assert [document.id for document in documents_to_check(db, 3)] == [letter.id]


def test_a_corrected_date_makes_every_claim_due(db: Database, letter: Document) -> None:
    save_extraction(db, letter, full(letter), 1)
    (claim,) = full(letter).claims
    for key in (claim.id, f"{letter.id} 1"):
        mark_done(db, "check", key, "3")
    save_document(db, replace(letter, published=date(2017, 8, 1)))
    assert claims_due(db, letter.id, 3) == {claim.id}


def test_events_are_listed_by_kind_agreement_status_and_day(db: Database, letter: Document) -> None:
    asked, denied = examples.event(letter), examples.event(letter, type="termination_notice", status="negated", date=None, date_end=None)
    save_extraction(db, letter, Extraction(events=(asked, denied)), 1)
    assert list_events(db) == [asked, denied]
    assert list_events(db, type="joint_committee_request", agreement="korus", since=at(-48).date()) == [asked]
    assert list_events(db, status="negated") == [denied]
    assert list_events(db, since=at(0).date()) == []
    assert list_events(db, limit=1) == [asked]
