"""Snapshot → Document."""

from crawler.reading import READERS_VERSION, read_snapshot
from pipeline.identity import settle_identity
from pipeline.progress import Progress
from pipeline.revisions import save_read
from pipeline.work import Kind, work
from store.archive import check_archive
from store.database import Database
from store.keys import snapshot_key
from store.snapshots import body_of, move_bodies, snapshots_to_read
from tradeclaims.records import Run, Snapshot


def read(db: Database, progress: Progress) -> Run:
    """Read every snapshot that this version of the readers has not read yet."""

    def do(snapshot: Snapshot) -> Kind:
        found = read_snapshot(snapshot, body_of(db, snapshot.body_hash))
        return save_read(db, snapshot, settle_identity(db, snapshot, found))

    check_archive(db)
    move_bodies(db)
    todo = snapshots_to_read(db, READERS_VERSION)
    return work(db, "read", progress("Reading", todo), do, key=snapshot_key, version=READERS_VERSION)
