"""The archive of bytes: standard WARC files, whole after any kill, verified at every reading."""

import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from store.archive import append, archive_folder, check_archive, sync_archive
from store.bodies import pack
from store.database import Database, open_store, transaction
from store.keys import snapshot_key
from store.runs import mark_done
from store.snapshots import body_of, list_snapshots, move_bodies, save_snapshot, snapshots_to_read, validators
from tests.store.examples import snapshot
from tradeclaims.errors import Misconfigured, Unreadable
from tradeclaims.records import Exchange

ROOT = Path(__file__).parents[2]
PAGE, OTHER = b"<p>one</p>" * 100, b"<p>two</p>"
ENVELOPE = Exchange(
    request_line="GET /1 HTTP/1.1", request_headers=(("Host", "news.example"), ("User-Agent", "test/1")), status_line="200 OK",
    headers=(("Content-Type", "text/html"), ("ETag", '"7"'), ("Content-Encoding", "gzip"), ("Content-Length", "77")), ip_address="127.0.0.1",
)  # fmt: skip


def files(db: Database) -> list[Path]:
    return sorted(archive_folder(db).glob("*.warc.gz"))


def records(path: Path) -> list[tuple[ArcWarcRecord, bytes]]:
    """All records, digests checked."""
    with path.open("rb") as file:
        return [(record, record.content_stream().read()) for record in ArchiveIterator(file, check_digests="raise")]


def kinds(path: Path) -> list[str]:
    return [record.rec_type for record, _ in records(path)]


def kinds_of_cut(path: Path) -> list[str]:
    """As any reader of WARC files sees a file with half a record at its end."""
    with path.open("rb") as file:
        return [record.rec_type for record in ArchiveIterator(file)]


def test_an_answer_is_kept_with_its_request_and_headers(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE, ENVELOPE)
    (path,) = files(db)
    (head, _), (response, body), (request, _) = records(path)
    assert (head.rec_type, response.rec_type, request.rec_type) == ("warcinfo", "response", "request")
    assert body == PAGE
    assert response.rec_headers.get_header("WARC-Target-URI") == "https://news.example/1?final"
    assert response.rec_headers.get_header("X-Asked-URI") == "https://news.example/1"
    assert response.rec_headers.get_header("WARC-Date") == "2017-07-13T08:00:00.000000Z"
    assert response.http_headers.get_statuscode() == "200"
    assert response.http_headers.get_header("ETag") == '"7"'
    # The body is kept decoded; a reader that believed the wire's coding would inflate it twice.
    assert response.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert response.http_headers.get_header("Content-Encoding") is None
    assert response.http_headers.get_header("Content-Length") == str(len(PAGE))
    assert request.http_headers.get_header("User-Agent") == "test/1"
    assert request.rec_headers.get_header("WARC-Concurrent-To") == response.rec_headers.get_header("WARC-Record-ID")


def test_a_snapshot_knows_its_record_and_the_database_holds_no_bytes(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE, ENVELOPE)
    (kept,) = list_snapshots(db)
    assert kept.warc_file is not None
    with (archive_folder(db) / kept.warc_file).open("rb") as file:
        file.seek(kept.warc_offset or 0)
        assert next(iter(ArchiveIterator(file))).content_stream().read() == PAGE
    assert db.conn.execute("SELECT sum(length(content)) FROM bodies").fetchone() == (0,)


@pytest.mark.parametrize("envelope", [ENVELOPE, None])
def test_the_same_bytes_at_another_address_are_referred_to(db: Database, envelope: Exchange | None) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE, envelope)
    save_snapshot(db, snapshot(PAGE, url="https://news.example/2", hours=1), PAGE, envelope)
    (path,) = files(db)
    (revisit,) = [record for record, _ in records(path) if record.rec_type == "revisit"]
    assert revisit.rec_headers.get_header("WARC-Refers-To-Target-URI") == "https://news.example/1?final"
    assert revisit.rec_headers.get_header("WARC-Refers-To-Date") == "2017-07-13T08:00:00.000000Z"
    assert body_of(db, snapshot(PAGE).body_hash) == PAGE


def test_a_full_file_is_followed_by_the_next(db: Database) -> None:
    for hours in range(3):
        with transaction(db):
            append(db, snapshot(PAGE, hours=hours), PAGE, limit=400)
    assert [kinds(path) for path in files(db)] == [["warcinfo", "resource"]] * 3


def test_writing_outside_a_transaction_is_a_mistake(db: Database) -> None:
    with pytest.raises(RuntimeError, match="inside a transaction"):
        append(db, snapshot(PAGE), PAGE)


def test_the_beginning_of_a_record_is_cut_off_by_the_next_writer(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE)
    (path,) = files(db)
    sound = path.read_bytes()
    path.write_bytes(sound + sound[:150])
    assert kinds_of_cut(path)[:2] == ["warcinfo", "resource"]
    save_snapshot(db, snapshot(OTHER, url="https://news.example/2"), OTHER)
    assert path.read_bytes().startswith(sound)
    assert kinds(path) == ["warcinfo", "resource", "resource"]
    assert body_of(db, snapshot(OTHER).body_hash) == OTHER


def test_a_whole_record_that_no_transaction_knows_stays(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE)
    with pytest.raises(ZeroDivisionError), transaction(db):
        assert save_snapshot(db, snapshot(OTHER), OTHER) == 1 / 0
    save_snapshot(db, snapshot(OTHER), OTHER)
    assert kinds(files(db)[0]) == ["warcinfo", "resource", "resource", "resource"]
    assert body_of(db, snapshot(OTHER).body_hash) == OTHER


def test_a_file_begun_by_a_killed_process_is_taken_on(db: Database) -> None:
    folder = archive_folder(db)
    folder.mkdir()
    (folder / "tradeclaims-00001-20170713080000.warc.gz").write_bytes(b"\x1f\x8b\x08\x00half a head")
    save_snapshot(db, snapshot(PAGE), PAGE)
    assert [kinds(path) for path in files(db)] == [["warcinfo", "resource"]]


def test_killed_writers_leave_whole_files_and_the_next_goes_on(path: Path) -> None:
    db = open_store(path)
    for round in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-m", "tests.store.warc_writer", str(path), f"round{round}", "100000"],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert writer.stdout is not None
        for _ in range(20 + round):
            saved = writer.stdout.readline()
        writer.kill()
        writer.communicate()
        assert int(saved) >= 19 + round
    save_snapshot(db, snapshot(PAGE), PAGE)
    hashes = [hash for (hash,) in db.conn.execute("SELECT hash FROM bodies")]
    assert len(hashes) > 60
    assert all(body_of(db, hash) for hash in hashes)
    assert sum(kind == "resource" for each in files(db) for kind in kinds(each)) >= len(hashes)
    db.close()


def test_two_processes_write_one_after_the_other(path: Path) -> None:
    db = open_store(path)
    writers = [
        subprocess.Popen([sys.executable, "-m", "tests.store.warc_writer", str(path), name, "40"], stdout=subprocess.DEVNULL, cwd=ROOT)
        for name in "ab"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    (file,) = files(db)
    assert kinds(file).count("resource") == 80
    assert all(body_of(db, hash) for (hash,) in db.conn.execute("SELECT hash FROM bodies"))
    db.close()


def test_damaged_bytes_are_named_not_served(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE), PAGE)
    save_snapshot(db, snapshot(OTHER, url="https://news.example/2"), OTHER)
    db.conn.execute("UPDATE bodies SET warc_offset = (SELECT max(warc_offset) FROM bodies)")
    with pytest.raises(Unreadable, match=r"archive is damaged: tradeclaims-00001-.* expected " + snapshot(PAGE).body_hash):
        body_of(db, snapshot(PAGE).body_hash)
    (path,) = files(db)
    path.write_bytes(path.read_bytes()[:350])
    with pytest.raises(Unreadable, match=r"expected a WARC record at byte|archive is damaged"):
        body_of(db, snapshot(OTHER).body_hash)


def test_pages_whose_record_was_lost_are_asked_for_again_put_back_and_read(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE, etag="kept"), PAGE)
    (path,) = files(db)
    size = path.stat().st_size
    other = snapshot(OTHER, url="https://news.example/2", etag="lost")
    save_snapshot(db, other, OTHER)
    path.write_bytes(path.read_bytes()[: size + 10])
    check_archive(db)
    assert path.stat().st_size == size
    assert validators(db, "https://news.example/1") == ("kept", None)
    assert validators(db, "https://news.example/2") is None
    with pytest.raises(Unreadable, match="has lost the bytes"):
        body_of(db, other.body_hash)
    mark_done(db, "read", snapshot_key(other), "1")
    assert save_snapshot(db, snapshot(OTHER, url="https://news.example/2", hours=2), OTHER) == "saved"
    assert [body_of(db, snapshot(body).body_hash) for body in (PAGE, OTHER)] == [PAGE, OTHER]
    assert other.url in [each.url for each in snapshots_to_read(db, "1")]
    assert kinds(path) == ["warcinfo", "resource", "resource"]


def test_a_folder_left_behind_is_said_and_nothing_is_forgotten(db: Database) -> None:
    save_snapshot(db, snapshot(PAGE, etag="kept"), PAGE)
    (path,) = files(db)
    away = path.rename(path.with_suffix(".away"))
    with pytest.raises(Misconfigured, match=r"tradeclaims-00001-.*missing; the folder of archived pages belongs beside the database"):
        check_archive(db)
    with pytest.raises(Misconfigured):
        save_snapshot(db, snapshot(OTHER, url="https://news.example/2"), OTHER)
    away.rename(path)
    check_archive(db)
    assert body_of(db, snapshot(PAGE).body_hash) == PAGE
    assert validators(db, "https://news.example/1") == ("kept", None)


def test_bytes_of_earlier_versions_move_into_the_archive_and_lose_nothing(db: Database) -> None:
    for number, body in enumerate((PAGE, OTHER, b"broken")):
        old = snapshot(body, url=f"https://news.example/{number}")
        content = zlib.compress(body if body != b"broken" else b"other bytes")
        db.conn.execute("INSERT INTO bodies (hash, size, content) VALUES (?, ?, ?)", [old.body_hash, len(body), content])
        db.conn.execute(
            "INSERT INTO snapshots (source, url, body_hash, fetched_at, last_seen, body) VALUES (?, ?, ?, ?, ?, ?)",
            [old.source, old.url, old.body_hash, old.fetched_at.isoformat(), old.fetched_at.isoformat(), pack(old)],
        )
    assert body_of(db, snapshot(PAGE).body_hash) == PAGE
    assert move_bodies(db) == 2
    assert move_bodies(db) == 0
    assert [body_of(db, snapshot(body).body_hash) for body in (PAGE, OTHER)] == [PAGE, OTHER]
    assert [bool(kept.warc_file) for kept in list_snapshots(db)] == [False, True, True]
    with pytest.raises(Unreadable, match="archive is damaged: the database holds"):
        body_of(db, snapshot(b"broken").body_hash)
    (path,) = files(db)
    assert [record.rec_headers.get_header("WARC-Date") for record, _ in records(path)[1:]] == ["2017-07-13T08:00:00.000000Z"] * 2


def test_syncing_an_empty_archive_is_nothing(db: Database) -> None:
    sync_archive(db)
    save_snapshot(db, snapshot(PAGE), PAGE)
    sync_archive(db)
    assert body_of(db, snapshot(PAGE).body_hash) == PAGE
