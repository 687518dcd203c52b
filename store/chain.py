"""The chain of evidence behind one record, from the verdict down to the bytes somebody published."""

from collections.abc import Callable
from typing import Any

from store.bodies import unpack
from store.claims import claim, claims_of
from store.database import Database, rows
from store.documents import document
from store.events import events_of
from store.revisions import revisions_of
from store.stories import copies_of
from store.verdicts import history_of
from store.words import clean
from tradeclaims.codec import encode
from tradeclaims.contract import claim_json, event_json, verdict_json
from tradeclaims.records import Document, Event, Notice

Links = dict[str, Any]

_TABLES = {"claim": "claims", "event": "events", "verdict": "verdicts", "document": "documents", "notice": "notices"}
_SHOWN = 5
"""So many candidates are named when a beginning fits several records."""


def chain(db: Database, any_id: str) -> Links:
    """Everything that stands behind the claim, verdict, event, document or notice with this id, or the beginning of it.

    Keys: `kind` and `id`; then, as far as they apply, `notice`; `claim` (as in tradeclaims.contract, with first_seen, last_seen,
    retired_at); `verdicts` (newest first, each with query, officials, created_at and held_until); `event`; `document` (without its text);
    `snapshot` (hash, url, final_url, fetched_at, last_seen, size …; None for a text given directly); for documents `revisions` (each with cause and counts), `copies` (the other
    documents of the same story, first seen first), `claims` and `events`.
    Raises LookupError when nothing or more than one thing begins so.
    """
    kind, id = _find(db, clean(any_id).strip())
    return {"kind": kind, "id": id} | _BUILDERS[kind](db, id)


def _find(db: Database, start: str) -> tuple[str, str]:
    if not start:
        raise LookupError("an id is empty; expected one like c0123456789abcdef, or its beginning")
    found: list[tuple[str, str]] = []
    for kind, table in _TABLES.items():
        # Ids are ASCII: "~" sorts behind every character of theirs.
        hits = db.conn.execute(f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ? LIMIT ?", [start, start + "~", _SHOWN + 1])
        found += [(kind, id) for (id,) in hits]
    exact = [hit for hit in found if hit[1] == start]
    if len(exact) == 1:
        return exact[0]
    if not found:
        raise LookupError(f"nothing in the store has the id {start!r}, or one that begins so")
    if len(found) > 1:
        names = ", ".join(id for _, id in found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise LookupError(f"{start!r} is the beginning of several ids: {names}; give more characters")
    return found[0]


def _of_claim(db: Database, id: str) -> Links:
    found = claim(db, id)
    seen = rows(db, "SELECT first_seen, last_seen, retired_at FROM claims WHERE id = ?", [id])[0]
    history = history_of(db, id)
    ends = [None, *(at.isoformat() for at, _ in history)]  # each held until the next one was given
    verdicts = [
        {"id": v.id} | verdict_json(v) | {"created_at": at.isoformat(), "held_until": end}
        for (at, v), end in zip(history, ends, strict=False)
    ]
    return {"claim": claim_json(found) | seen, "verdicts": verdicts} | _source(db, document(db, found.document, found.revision))


def _of_verdict(db: Database, id: str) -> Links:
    (claim_id,) = db.conn.execute("SELECT claim FROM verdicts WHERE id = ? ORDER BY n DESC", [id]).fetchone()
    return _of_claim(db, claim_id)


def _of_event(db: Database, id: str) -> Links:
    row = rows(db, "SELECT body, first_seen, last_seen, retired_at FROM events WHERE id = ?", [id])[0]
    found = unpack(Event, row.pop("body"))
    return {"event": event_json(found) | row} | _source(db, document(db, found.document, found.revision))


def _of_document(db: Database, id: str) -> Links:
    found = document(db, id)
    claims = [{"id": each.id, "evidence": each.evidence.quote} for each in claims_of(db, id)]
    events = [{"id": each.id, "type": each.type, "evidence": each.evidence.quote} for each in events_of(db, id)]
    return _source(db, found) | {"revisions": revisions_of(db, id), "copies": copies_of(db, id), "claims": claims, "events": events}


def _of_notice(db: Database, id: str) -> Links:
    row = rows(db, "SELECT body, sent_at FROM notices WHERE id = ?", [id])[0]
    found = unpack(Notice, row["body"], sent_at=None)
    links: Links = {"notice": encode(found) | {"id": id, "sent_at": row["sent_at"]}}
    return links | _source(db, document(db, found.document)) if found.document else links


def _source(db: Database, found: Document) -> Links:
    shown = encode(found)
    shown["characters"] = len(shown.pop("text"))
    return {"document": shown, "snapshot": _snapshot(db, found)}


def _snapshot(db: Database, found: Document) -> Links | None:
    """Where the bytes came from; of several addresses with the same bytes, the one the document has, else the first."""
    hits = rows(
        db,
        "SELECT s.body_hash AS hash, b.size, s.source, s.url, json_extract(s.body, '$.final_url') AS final_url, s.fetched_at, s.last_seen,"
        " json_extract(s.body, '$.status') AS status, json_extract(s.body, '$.media_type') AS media_type,"
        " b.warc_file, b.warc_offset"
        " FROM snapshots s JOIN bodies b ON b.hash = s.body_hash WHERE s.body_hash = ?"
        " ORDER BY s.url = ? OR final_url = ? DESC, s.source = ? DESC, s.n LIMIT 1",
        [found.snapshot, found.url, found.url, found.source],
    )
    return hits[0] if hits else None


_BUILDERS: dict[str, Callable[[Database, str], Links]] = {
    "claim": _of_claim,
    "verdict": _of_verdict,
    "event": _of_event,
    "document": _of_document,
    "notice": _of_notice,
}
