"""Claims and observations → verdicts."""

from collections.abc import Iterator
from datetime import date

from check.cube import Cube
from check.verify import RULE_VERSION, verify
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.claims import claims_of
from store.database import Database
from store.documents import documents_to_do, standing_documents
from store.keys import check_version, document_key
from store.observations import all_observations, figures_version
from store.verdicts import save_verdict
from tradeclaims.records import Claim, Document, Run, Verdict


def check(db: Database, progress: Progress) -> Run:
    """Check the claims of every document that these rules have not held against this state of the figures.

    The claims of one document are checked together: its figures must fit each other.
    """
    version = check_version(RULE_VERSION, figures_version(db))
    cube = Cube.from_observations(all_observations(db))

    def do(document: Document) -> Kind:
        claims = claims_of(db, document.id)
        verdicts = verify(claims, document, cube)
        saved = [save_verdict(db, verdict, claim) for claim, verdict in zip(claims, verdicts, strict=True)]
        return "saved" if "saved" in saved else "unchanged"

    todo = documents_to_do(db, "check", version)
    return work(db, "check", progress("Checking", todo), do, key=document_key, version=version)


def check_as_of(db: Database, day: date) -> Iterator[tuple[Claim, Verdict]]:
    """Every standing claim with its verdict by the figures that were out on `day`. Nothing is stored."""
    cube = Cube.from_observations(all_observations(db))
    for document in standing_documents(db):
        claims = claims_of(db, document.id)
        yield from zip(claims, verify(claims, document, cube, as_of=day), strict=True)
