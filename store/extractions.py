"""What was read out of a document: written as a whole, so that claims and events which vanished are retired."""

from datetime import datetime
from typing import Literal

from store.bodies import pack, unpack
from store.claims import all_claims, claim, claims_of, retire_claims, upsert_claim
from store.clock import stamp
from store.database import Database, rows, transaction
from store.events import all_events, events_of, list_events, retire_events, upsert_event
from store.keys import document_key
from tradeclaims.records import Claim, Document, Event, Extraction, Mention

__all__ = ["all_claims", "all_events", "claim", "claims_of", "events_of", "list_events", "mentions_of", "save_extraction"]

CHECK = "check"
"""The stage that works on claims."""


def save_extraction(
    db: Database, document: Document, extraction: Extraction, version: int | str, *, now: datetime | None = None
) -> Literal["saved", "unchanged"]:
    """Store mentions, claims and events of one revision. `saved` when anything is new, changed, came back or went.

    What the document no longer says is retired, never deleted. The newest revision decides: what only an older one says is kept as retired.
    Raises LookupError when the document is not in the store, ValueError when a claim or event belongs to another text.
    """
    at = stamp(now)
    said: list[Claim | Event] = [*extraction.claims, *extraction.events]
    for found in said:
        found.evidence.check(document.text)
        if (found.document, found.revision) != (document.id, document.revision):
            wanted = document_key(document)
            raise ValueError(f"{found.id} belongs to document {found.document} {found.revision}, the extraction to {wanted}")
    with transaction(db):
        latest = _is_latest(db, document)
        retired_at = None if latest else at
        changed = [
            upsert_claim(db, each, document, now=at, retired_at=retired_at) for each in {c.id: c for c in extraction.claims}.values()
        ]
        changed += [upsert_event(db, each, now=at, retired_at=retired_at) for each in {e.id: e for e in extraction.events}.values()]
        if latest:
            changed.append(retire_claims(db, document.id, (each.id for each in extraction.claims), at) > 0)
            changed.append(retire_events(db, document.id, (each.id for each in extraction.events), at) > 0)
        changed.append(_save_mentions(db, document, extraction.mentions))
        if not any(changed):
            return "unchanged"
        _check_again(db, document)
        return "saved"


def _is_latest(db: Database, document: Document) -> bool:
    found = db.conn.execute("SELECT latest FROM documents WHERE id = ? AND revision = ?", [document.id, document.revision]).fetchone()
    if found is None:
        raise LookupError(f"no document {document.id} in revision {document.revision}; save the document before its extraction")
    return bool(found[0])


def _save_mentions(db: Database, document: Document, mentions: tuple[Mention, ...]) -> bool:
    where = [document.id, document.revision]
    fresh = [pack(mention) for mention in mentions]
    known = db.conn.execute("SELECT body FROM mentions WHERE document = ? AND revision = ? ORDER BY position", where).fetchall()
    if fresh == [body for (body,) in known]:
        return False
    db.conn.execute("DELETE FROM mentions WHERE document = ? AND revision = ?", where)
    db.conn.executemany(
        "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (*where, position, mention.kind, mention.entity, mention.span.quote, body)
            for position, (mention, body) in enumerate(zip(mentions, fresh, strict=True))
        ],
    )
    return True


def _check_again(db: Database, document: Document) -> None:
    """Claims of one document are checked together: when one of them changed, none of the verdicts is up to date."""
    db.conn.execute("DELETE FROM done WHERE stage = ? AND key = ?", [CHECK, document_key(document)])
    db.conn.execute("DELETE FROM done WHERE stage = ? AND key IN (SELECT id FROM claims WHERE document = ?)", [CHECK, document.id])


def mentions_of(db: Database, document: Document) -> list[Mention]:
    """Dates, quantities and names of one revision, in the order of the extraction."""
    found = rows(db, "SELECT body FROM mentions WHERE document = ? AND revision = ? ORDER BY position", [document.id, document.revision])
    return [unpack(Mention, row["body"]) for row in found]
