"""Every document leads back to its bytes: the whole line, the real archive."""

from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from store.archive import archive_folder
from store.database import open_store
from store.documents import all_documents
from store.snapshots import body_of, list_snapshots
from tradeclaims.ids import body_hash


def test_every_document_of_the_demo_has_bytes_request_and_headers_in_the_archive(demo_run: tuple[Path, object]) -> None:
    folder, _ = demo_run
    db = open_store(folder / "t.db")
    records: dict[tuple[str, int], tuple[str, str | None]] = {}
    asked = 0
    for path in archive_folder(db).iterdir():
        with path.open("rb") as file:
            reader = ArchiveIterator(file, check_digests="raise")
            for record in reader:
                body = record.content_stream().read()
                if record.rec_type in ("response", "revisit"):
                    assert record.http_headers.get_header("Content-Type")
                    same = record.rec_type == "revisit"  # bytes that came from another address before
                    records[path.name, reader.get_record_offset()] = (
                        record.rec_headers.get_header("WARC-Target-URI"), None if same else body_hash(body),
                    )  # fmt: skip
                asked += record.rec_type == "request"
    snapshots = list_snapshots(db, limit=1000)
    assert len(records) == asked == len(snapshots)
    for snapshot in snapshots:
        url, kept = records[snapshot.warc_file or "", snapshot.warc_offset or 0]
        assert url == snapshot.final_url
        assert kept in (snapshot.body_hash, None)
    assert {kept for _, kept in records.values()} - {None} == {snapshot.body_hash for snapshot in snapshots}
    hashes = {snapshot.body_hash for snapshot in snapshots}
    for document in all_documents(db):
        assert document.snapshot in hashes
        assert body_hash(body_of(db, document.snapshot)) == document.snapshot
    db.close()
