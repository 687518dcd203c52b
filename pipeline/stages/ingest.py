"""Local files → snapshots."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crawler.local import read_local
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.database import Database
from store.snapshots import save_snapshot
from tradeclaims.records import Run


def ingest(db: Database, paths: Sequence[Path], *, source: str, published: date | None, progress: Progress) -> Run:
    """Put files into the archive; `published` is the day they were published, for all of them. Reading them is the next stage's work."""

    def do(path: Path) -> Kind:
        snapshot, body = read_local(path, source=source, published=published)
        return save_snapshot(db, snapshot, body)

    return work(db, "ingest", progress("Ingesting", paths), do, key=str, version="1", source=source)
