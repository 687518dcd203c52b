"""Rows of claims: what is indexed, and when a claim came, was last found and went."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal

from store.bodies import pack, unpack
from store.database import Database, rows
from tradeclaims.records import Claim, Document
from tradeclaims.values import Quantity


def main_figure(claim: Claim) -> Quantity | None:
    """The number the sentence is about: the level where there is one, else the change, the share, the factor."""
    for amount in (claim.value, claim.change_abs, claim.change_pct, claim.change_pp, claim.share, claim.factor):
        if amount is not None:
            return amount
    if claim.rank is None:
        return None
    return Quantity(low=Decimal(claim.rank), high=Decimal(claim.rank), unit="rank", step=Decimal(0), raw=str(claim.rank))


def upsert_claim(db: Database, claim: Claim, document: Document, *, now: str, retired_at: str | None) -> bool:
    """Write one claim; True when it is new, came back or changed."""
    row = _columns(claim, document)
    before = rows(db, "SELECT n, body, title, published, retired_at FROM claims WHERE id = ?", [claim.id])
    if not before:
        row |= {"id": claim.id, "first_seen": now, "last_seen": now, "retired_at": retired_at}
        n = db.conn.execute(f"INSERT INTO claims ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values())).lastrowid
        db.conn.executemany("INSERT INTO claim_partners VALUES (?, ?)", [(partner, n) for partner in dict.fromkeys(claim.partners)])
        return True
    if retired_at is not None:  # an older revision has nothing to add to a claim that is known
        return False
    row |= {"last_seen": now, "retired_at": None}
    db.conn.execute(f"UPDATE claims SET {', '.join(f'{name} = ?' for name in row)} WHERE n = ?", [*row.values(), before[0]["n"]])
    return any(before[0][name] != row[name] for name in ("body", "title", "published", "retired_at"))


def _columns(claim: Claim, document: Document) -> dict[str, Any]:
    figure = main_figure(claim)
    return {
        "document": claim.document,
        "revision": claim.revision,
        "start": claim.evidence.start,
        "evidence": claim.evidence.quote,
        "title": document.title,
        "published": document.published and document.published.isoformat(),
        "speaker": claim.speaker,
        "indicator": claim.indicator,
        "reporter": claim.reporter,
        "product": claim.product,
        "scope": claim.scope,
        "measure": claim.measure,
        "modality": claim.modality,
        "checkable": int(claim.checkable),
        "value": figure and _plain(figure.low),
        "value_real": figure and float(figure.low),
        "unit": figure and figure.unit,
        "currency": figure and figure.currency,
        "period_start": claim.period and claim.period.start and claim.period.start.isoformat(),
        "period_end": claim.period and claim.period.end and claim.period.end.isoformat(),
        "body": pack(claim),
    }


def _plain(value: Decimal) -> str:
    """All digits, without exponent and idle zeros: `27600000000`, not `27.6E+9` or `27600000000.0`. Exact at any length."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def retire_claims(db: Database, document: str, keep: Iterable[str], now: str) -> int:
    """Mark the document's claims outside `keep` as no longer made; returns how many."""
    kept = set(keep)
    gone = [
        id for (id,) in db.conn.execute("SELECT id FROM claims WHERE document = ? AND retired_at IS NULL", [document]) if id not in kept
    ]
    db.conn.executemany("UPDATE claims SET retired_at = ? WHERE id = ?", [(now, id) for id in gone])
    return len(gone)


def claims_of(db: Database, document_id: str, *, retired: bool = False) -> list[Claim]:
    """The claims a document makes, in text order; with `retired` also those it no longer makes."""
    found = rows(
        db,
        "SELECT body FROM claims WHERE document = ? AND (? OR retired_at IS NULL) ORDER BY start, n",
        [document_id, retired],
    )
    return [unpack(Claim, row["body"]) for row in found]


_DUE = """
    FROM claims c WHERE c.retired_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM done WHERE stage = 'check' AND version = :version AND key IN (c.document || ' ' || c.revision, c.id))
"""


def claims_due(db: Database, document_id: str, version: int | str) -> set[str]:
    """Ids of a document's standing claims that this version of the checking rules has not judged, or that new figures touch since.

    Done is what `mark_done(db, "check", key, version)` says with the key of the claim or of its document.
    """
    found = db.conn.execute(f"SELECT c.id {_DUE} AND c.document = :document", {"version": str(version), "document": document_id})
    return {id for (id,) in found}


def documents_due(db: Database, version: int | str) -> set[str]:
    """Ids of documents with claims that are due; see `claims_due`."""
    return {id for (id,) in db.conn.execute(f"SELECT DISTINCT c.document {_DUE}", {"version": str(version)})}


def all_claims(db: Database) -> Iterator[Claim]:
    """Every claim that stands, document by document in the order they came, within each in text order."""
    order = "SELECT c.n FROM claims c JOIN documents d ON d.id = c.document AND d.latest = 1 WHERE c.retired_at IS NULL ORDER BY d.n, c.start, c.n"
    for (n,) in db.conn.execute(order).fetchall():
        yield unpack(Claim, db.conn.execute("SELECT body FROM claims WHERE n = ?", [n]).fetchone()[0])


def claim(db: Database, id: str) -> Claim:
    """The claim with this id, retired or not. Raises LookupError when there is none."""
    found = rows(db, "SELECT body FROM claims WHERE id = ?", [id])
    if not found:
        raise LookupError(f"no claim {id}")
    return unpack(Claim, found[0]["body"])


_ROW = """
    SELECT c.id, c.document, c.title, c.published, d.url, c.reporter,
        (SELECT group_concat(partner, ' ') FROM claim_partners p WHERE p.claim = c.n) AS partners,
        c.indicator, c.product, c.scope, c.measure, c.value, c.unit, c.currency, c.period_start, c.period_end, c.speaker, c.modality,
        v.outcome, v.diagnosis, json_extract(v.body, '$.reason') AS reason, c.evidence, {snippet} AS snippet
    FROM {source} JOIN documents d ON d.id = c.document AND d.revision = c.revision
        LEFT JOIN verdicts v ON v.claim = c.id AND v.current = 1
    WHERE {where} ORDER BY {order} LIMIT :limit
"""


def claim_rows(
    db: Database, where: list[str], values: dict[str, Any], *, order: str, searched: Literal["words first", "words last"] | None = None
) -> list[dict[str, Any]]:
    """Claims `c` with their current verdict `v` as flat rows. `searched` when the values hold an FTS `query`, whose hits are `f`: it says
    whether those or the other conditions leave fewer claims."""
    source, snippet = "claims c", "c.evidence"
    if searched:
        first, second = ("claims_fts f", "claims c") if searched == "words first" else ("claims c", "claims_fts f")
        # CROSS keeps the engine to this order.
        source, snippet = f"{first} CROSS JOIN {second} ON c.n = f.rowid", "snippet(claims_fts, 0, '[', ']', '…', 32)"
        where = [*where, "claims_fts MATCH :query"]
    return rows(db, _ROW.format(source=source, snippet=snippet, where=" AND ".join(where) or "1", order=order), values)
