"""Saving what was read, and telling a page that changed from a page that is read better."""

from typing import Any, Literal

from crawler.reading import read_snapshot
from pipeline.diff import sentence_diff
from pipeline.work import Kind
from store.database import Database
from store.documents import document as stored
from store.documents import save_document
from store.revisions import save_revision
from store.snapshots import body_of, snapshot_with
from tradeclaims.codec import encode
from tradeclaims.errors import Unreadable
from tradeclaims.normalised import normalised
from tradeclaims.records import Document, Revision, SentenceChange, Snapshot


def save_read(db: Database, snapshot: Snapshot, document: Document) -> Kind:
    """Save a document read from a snapshot; where it is a further revision, note why and how many sentences differ."""
    before = _known(db, document.id)
    outcome, saved = save_document(db, document)
    if before is not None and saved.revision > before.revision:
        changes = revision_diff(before, saved)
        counts = {kind: sum(change.kind == kind for change in changes) for kind in ("added", "removed", "changed")}
        cause: Literal["page", "reader"] = "page" if _page_changed(db, before, saved) else "reader"
        save_revision(
            db, Revision(document=saved.id, revision=saved.revision, cause=cause, seen_at=snapshot.fetched_at, **counts)
        )  # fmt: skip
    return outcome


def revision_diff(before: Document, after: Document) -> list[SentenceChange]:
    """What is different between two revisions, the headline counted as the first sentence."""
    return sentence_diff(f"{before.title}\n\n{before.text}", f"{after.title}\n\n{after.text}")


def diff_of(db: Database, id: str, revision: int | None = None) -> dict[str, Any]:
    """`from`, `to` and `sentences` of a revision (the newest by default) and the one before it. Raises LookupError where there is no earlier one."""
    after = stored(db, id, revision)
    if after.revision < 2:
        raise LookupError(f"document {id} has one revision; there is nothing to compare it with")
    changes = revision_diff(stored(db, id, after.revision - 1), after)
    return {"from": after.revision - 1, "to": after.revision, "sentences": [encode(change) for change in changes]}


def _known(db: Database, id: str) -> Document | None:
    try:
        return stored(db, id)
    except LookupError:
        return None


def _page_changed(db: Database, before: Document, after: Document) -> bool:
    """Whether the publisher changed the text. Where the reader changed too, the earlier bytes are read as the later ones are, to compare like with like."""
    if before.snapshot == after.snapshot:
        return False
    if (before.reader, before.reader_version) != (after.reader, after.reader_version) and before.snapshot:
        try:
            before = read_snapshot(snapshot_with(db, before.snapshot), body_of(db, before.snapshot))
        except Unreadable:
            return True
    return any(normalised(old) != normalised(new) for old, new in ((before.title, after.title), (before.text, after.text)))
