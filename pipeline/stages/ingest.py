"""Local files, mailboxes and web archives → snapshots."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crawler.handed.files import pieces_of
from crawler.handed.piece import Piece
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.archive import check_archive
from store.database import Database
from store.snapshots import move_bodies, save_snapshot
from tradeclaims.errors import Unreadable
from tradeclaims.records import Run


def ingest(db: Database, paths: Sequence[Path], *, source: str, published: date | None, progress: Progress) -> Run:
    """Put what is in the files into the archive; `published` is the day they were published, for all that do not say it themselves.

    Reading them is the next stage's work.
    """

    def do(piece: Piece) -> Kind:
        if piece.snapshot is None:
            raise Unreadable(piece.problem)
        return save_snapshot(db, piece.snapshot, piece.body, piece.exchange)

    check_archive(db)
    move_bodies(db)
    pieces = (piece for path in paths for piece in pieces_of(path, source, published))
    return work(db, "ingest", progress("Ingesting", pieces), do, key=lambda piece: piece.key, version="1", source=source)
