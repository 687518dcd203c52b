"""Snapshots and documents: bytes are kept once, texts in revisions."""

from dataclasses import replace
from datetime import date

import pytest

from store.database import Database
from store.documents import document as stored
from store.documents import documents_to_do, documents_to_extract, save_document
from store.keys import document_key, snapshot_key
from store.runs import mark_done
from store.search import search_documents
from store.snapshots import body_of, list_snapshots, save_snapshot, snapshots_to_read, validators
from tests.store.examples import at, document, snapshot

PAGE, OTHER = b"<p>one</p>" * 100, b"<p>two</p>"


def count(db: Database, table: str) -> int:
    found: int = db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


def test_bytes_come_back_as_they_were(db: Database) -> None:
    body = bytes(range(256)) * 10
    first = snapshot(body)
    assert save_snapshot(db, first, body) == "saved"
    assert body_of(db, first.body_hash) == body
    (kept,) = list_snapshots(db)
    assert replace(kept, warc_file=None, warc_offset=None) == first


def test_the_same_answer_again_only_moves_last_seen_and_validators(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE, etag="a"), PAGE)
    assert save_snapshot(db, snapshot(PAGE, hours=5, etag="b", last_modified="Thu"), PAGE) == "unchanged"
    assert count(db, "snapshots") == 1
    assert db.conn.execute("SELECT fetched_at, last_seen FROM snapshots").fetchone() == tuple(
        moment.isoformat(timespec="microseconds") for moment in (at(0), at(5))
    )
    assert validators(db, "https://news.example/1") == ("b", "Thu")


def test_the_same_bytes_at_two_addresses_are_kept_once(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE)
    assert save_snapshot(db, snapshot(PAGE, url="https://news.example/2"), PAGE) == "saved"
    assert (count(db, "snapshots"), count(db, "bodies")) == (2, 1)


def test_bytes_that_do_not_have_the_hash_are_refused(db: Database) -> None:
    with pytest.raises(ValueError, match=r"news\.example/1: the snapshot names body"):
        save_snapshot(db, snapshot(PAGE), OTHER)
    assert count(db, "bodies") == 0


def test_an_unknown_body_is_named(db: Database) -> None:
    with pytest.raises(LookupError, match="no body abc"):
        body_of(db, "abc")


def test_no_validators_for_addresses_without_any(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE)
    assert validators(db, "https://news.example/1") is None
    assert validators(db, "https://news.example/never") is None


def test_snapshots_are_read_once_per_version_of_the_readers(db: Database) -> None:
    first, second = snapshot(PAGE), snapshot(OTHER, url="https://news.example/2", hours=1)
    save_snapshot(db, first, PAGE)
    save_snapshot(db, second, OTHER)
    to_read = [each.url for each in (first, second)]
    assert [each.url for each in snapshots_to_read(db, "1")] == to_read
    mark_done(db, "read", snapshot_key(first), "1")
    assert [each.url for each in snapshots_to_read(db, "1")] == to_read[1:]
    assert [each.url for each in snapshots_to_read(db, "2")] == to_read


def test_a_page_that_goes_back_to_earlier_bytes_has_changed_and_is_read_again(db: Database) -> None:
    for hours, body in enumerate((PAGE, OTHER)):
        one = snapshot(body, hours=hours)
        save_snapshot(db, one, body)
        mark_done(db, "read", snapshot_key(one), "1")
    assert save_snapshot(db, snapshot(PAGE, hours=2), PAGE) == "saved"
    assert [each.body_hash for each in snapshots_to_read(db, "1")] == [snapshot(PAGE).body_hash]


def test_first_text_is_revision_one_and_the_same_text_changes_nothing(db: Database) -> None:
    assert save_document(db, document()) == ("saved", document())
    assert save_document(db, document(revision=7)) == ("unchanged", document())
    assert stored(db, document().id) == document()


@pytest.mark.parametrize("change", [{"text": "Another text."}, {"title": "Another title"}])
def test_new_words_make_a_new_revision_and_keep_the_old_one(db: Database, change: dict[str, str]) -> None:
    save_document(db, document())
    changed = document(**change)
    assert save_document(db, changed) == ("saved", replace(changed, revision=2))
    assert stored(db, changed.id) == replace(changed, revision=2)
    assert stored(db, changed.id, 1) == document()


def test_a_corrected_date_is_corrected_in_place_and_the_text_extracted_again(db: Database) -> None:
    save_document(db, document())
    mark_done(db, "extract", document_key(document()), "1")
    assert list(documents_to_extract(db, 1)) == []
    corrected = document(published=date(2017, 7, 14))
    assert save_document(db, corrected) == ("saved", corrected)
    assert stored(db, corrected.id) == corrected
    assert list(documents_to_extract(db, 1)) == [corrected]


def test_only_newest_revisions_are_worked_on(db: Database) -> None:
    save_document(db, document())
    _, newest = save_document(db, document(text="Another text."))
    assert list(documents_to_extract(db, 1)) == [newest]
    mark_done(db, "check", document_key(newest), "3 4")
    assert list(documents_to_do(db, "check", "3 4")) == []
    assert list(documents_to_do(db, "check", "3 5")) == [newest]


def test_older_bytes_read_again_do_not_displace_newer_text(db: Database) -> None:
    older, newer = snapshot(PAGE), snapshot(OTHER, hours=3)
    save_snapshot(db, older, PAGE)
    save_snapshot(db, newer, OTHER)
    save_document(db, document(snapshot=older.body_hash))
    _, newest = save_document(db, document(text="Newer.", snapshot=newer.body_hash))
    assert save_document(db, document(text="Older, read better.", snapshot=older.body_hash)) == ("unchanged", newest)
    assert save_document(db, document(text="Newer, read better.", snapshot=newer.body_hash))[1].revision == 3


def test_a_page_that_went_back_gets_a_third_revision(db: Database) -> None:
    for hours, (body, text) in enumerate([(PAGE, "One."), (OTHER, "Two."), (PAGE, "One.")]):
        save_snapshot(db, snapshot(body, hours=hours), body)
        _, last = save_document(db, document(text=text, snapshot=snapshot(body).body_hash))
    assert (last.revision, last.text) == (3, "One.")


def test_a_document_from_bytes_nobody_stored_is_refused(db: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        save_document(db, document(snapshot="0" * 64))
    assert count(db, "documents") == 0


def test_an_unknown_document_is_named(db: Database) -> None:
    save_document(db, document())
    with pytest.raises(LookupError, match="no document dnone"):
        stored(db, "dnone")
    with pytest.raises(LookupError, match="in revision 2"):
        stored(db, document().id, 2)


def test_the_full_text_of_newest_revisions_is_searched(db: Database) -> None:
    save_document(db, document(text="Quotas on widgets."))
    save_document(db, document(text="Duties on widgets, says the “envoy”."))
    assert [row["id"] for row in search_documents(db, "duty widget")] == [document().id]
    assert search_documents(db, "quotas") == []
