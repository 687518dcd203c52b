"""Claims and observations → verdicts."""

from collections.abc import Iterator
from datetime import date

from check.cube import Cube
from check.lookups import changes, packed, touches, unpacked
from check.verify import RULE_VERSION, verify, verify_watching
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.claims import claims_due, claims_of
from store.database import Database, transaction
from store.documents import documents_to_check, standing_documents
from store.keys import document_key
from store.observations import all_observations, newest_figure
from store.runs import mark_done
from store.verdicts import save_verdict
from store.watches import figures_seen, put_back, save_watches, watchers
from tradeclaims.records import Claim, Document, Run, Verdict


def check(db: Database, progress: Progress) -> Run:
    """Check every claim that these rules have not judged, or that figures touch which came since.

    The claims of one document are held against each other, but only those that are due get a new verdict.
    """
    put_touched_back(db)
    figures = _Figures(db)
    version = str(RULE_VERSION)

    def do(document: Document) -> Kind:
        cube, newest = figures.current()
        claims, due = claims_of(db, document.id), claims_due(db, document.id, version)
        saved = set()
        for claim, verdict, looked in verify_watching(claims, document, cube, only=due):
            saved.add(save_verdict(db, verdict, claim, figures=newest))
            save_watches(db, claim.id, packed(looked))
            mark_done(db, "check", claim.id, version)
        return "saved" if "saved" in saved else "unchanged"

    todo = documents_to_check(db, version)
    return work(db, "check", progress("Checking", todo), do, key=document_key, version=version)


def put_touched_back(db: Database) -> int:
    """Put the claims back to work that the figures added since the last check touch; returns how many.

    One transaction also notes up to which figure that is so: after a kill nothing is forgotten, and nothing is put back twice.
    """
    with transaction(db):
        seen, newest = figures_seen(db), newest_figure(db)
        if seen == newest:
            return 0
        # Before the first check no claim has looked anything up.
        added = {} if seen is None else changes(all_observations(db, after=seen, until=newest))
        touched = {claim for place, claim, looked in watchers(db, added) if touches(added[place], unpacked(looked))}
        return put_back(db, sorted(touched), newest)


class _Figures:
    """The cube of all figures in the store, loaded when first needed, and again when another process has judged by newer ones."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._cube: tuple[Cube, int] | None = None

    def current(self) -> tuple[Cube, int]:
        """The cube and the number of its newest observation. To be called inside the transaction that saves what comes of it."""
        seen = figures_seen(self._db) or 0
        if self._cube is None or self._cube[1] < seen:
            self._cube = Cube.from_observations(all_observations(self._db)), newest_figure(self._db)
        return self._cube


def check_as_of(db: Database, day: date) -> Iterator[tuple[Claim, Verdict]]:
    """Every standing claim with its verdict by the figures that were out on `day`. Nothing is stored."""
    cube = Cube.from_observations(all_observations(db))
    for document in standing_documents(db):
        claims = claims_of(db, document.id)
        yield from zip(claims, verify(claims, document, cube, as_of=day), strict=True)
