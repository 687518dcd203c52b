"""Snapshot → Document."""

from crawler.reading import READERS_VERSION, read_snapshot
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.database import Database
from store.documents import save_document
from store.keys import snapshot_key
from store.snapshots import body_of, move_bodies, snapshots_to_read
from tradeclaims.records import Run, Snapshot


def read(db: Database, progress: Progress) -> Run:
    """Read every snapshot that this version of the readers has not read yet."""

    def do(snapshot: Snapshot) -> Kind:
        outcome, _ = save_document(db, read_snapshot(snapshot, body_of(db, snapshot.body_hash)))
        return outcome

    move_bodies(db)
    todo = snapshots_to_read(db, READERS_VERSION)
    return work(db, "read", progress("Reading", todo), do, key=snapshot_key, version=READERS_VERSION)
