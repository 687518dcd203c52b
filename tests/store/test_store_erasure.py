"""Erased bytes are gone for good, and the archive stays whole around them."""

import random
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from store import erasure
from store.archive import archive_folder
from store.database import Database
from store.erasure import _blank, erase_body, finish_erasures
from store.snapshots import body_of, list_snapshots, save_snapshot
from tests.store.examples import snapshot
from tests.store.test_store_warc import ENVELOPE, records
from tradeclaims.errors import Unreadable

BEFORE, SECRET, AFTER = b"before " * 50, random.Random(1).randbytes(200_000) + b"secret", b"after " * 50


def fill(db: Database) -> Path:
    for number, body in enumerate((BEFORE, SECRET, AFTER)):
        save_snapshot(db, snapshot(body, url=f"https://news.example/{number}"), body, ENVELOPE)
    (path,) = archive_folder(db).glob("*")
    return path


def test_erased_bytes_are_gone_and_all_others_stay_where_they_were(db: Database) -> None:
    path = fill(db)
    size = path.stat().st_size
    assert erase_body(db, snapshot(SECRET).body_hash, "asked for by the outlet") is True
    assert erase_body(db, snapshot(SECRET).body_hash, "again") is False
    assert path.stat().st_size == size
    assert [body_of(db, snapshot(body).body_hash) for body in (BEFORE, AFTER)] == [BEFORE, AFTER]
    with pytest.raises(Unreadable, match="were removed: asked for by the outlet"):
        body_of(db, snapshot(SECRET).body_hash)
    kept = records(path)
    assert [record.rec_type for record, _ in kept] == ["warcinfo", "response", "request", "metadata", "request", "response", "request"]
    assert kept[3][1].strip() == b"removed: asked for by the outlet"
    assert SECRET not in b"".join(body for _, body in kept)


def test_erased_bytes_that_come_again_are_not_archived(db: Database) -> None:
    path = fill(db)
    erase_body(db, snapshot(SECRET).body_hash, "expired")
    size = path.stat().st_size
    assert save_snapshot(db, snapshot(SECRET, url="https://news.example/1", hours=5), SECRET, ENVELOPE) == "unchanged"
    assert save_snapshot(db, snapshot(SECRET, url="https://news.example/other", hours=5), SECRET, ENVELOPE) == "saved"
    assert path.stat().st_size == size
    assert next(each for each in list_snapshots(db) if each.url.endswith("other")).warc_file is None


def test_an_erasure_that_was_interrupted_is_finished(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill(db)
    sound = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(erasure, "finish_erasures", lambda db: None)
        erase_body(db, snapshot(SECRET).body_hash, "expired")
    assert path.read_bytes() == sound
    finish_erasures(db)
    assert path.read_bytes() != sound
    assert [record.rec_type for record, _ in records(path)][3] == "metadata"
    assert db.conn.execute("SELECT count(*) FROM erasures").fetchone() == (0,)


@pytest.mark.parametrize("size", [320, 321, 1000, 65_534, 65_553, 65_558, 65_559, 65_563, 131_093, 131_098, 131_103, 1_000_000])
def test_a_blank_has_any_length_and_is_a_record(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(_blank(size, "expired") * 2)
    assert path.stat().st_size == 2 * size
    with path.open("rb") as file:
        assert [record.content_stream().read().strip() for record in ArchiveIterator(file)] == [b"removed: expired"] * 2


def test_the_smallest_record_can_be_erased(db: Database) -> None:
    tiny = snapshot(b"x", url="a:b")
    save_snapshot(db, tiny, b"x")
    assert erase_body(db, tiny.body_hash, "a reason that is longer than the record, " * 20)
    (path,) = archive_folder(db).glob("*")
    assert [record.rec_type for record, _ in records(path)] == ["warcinfo", "metadata"]


def test_unknown_bytes_are_not_there(db: Database) -> None:
    assert erase_body(db, "0" * 64, "x") is False
