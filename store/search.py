"""Searching claims and documents, and the plain lists."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from store.claims import claim_rows
from store.database import Database, rows
from store.lists import event_rows, issue_rows, notice_rows
from store.runs import list_runs
from store.verdicts import list_verdicts
from store.words import clean, fts_query, like_part

COMMON = 5_000
"""From this number of hits on, the newest come first instead of the best: ranking them all takes half a second per million."""

Row = dict[str, Any]


def search_claims(
    db: Database,
    words: str | None = None,
    *,
    partner: str | None = None,
    indicator: str | None = None,
    verdict: str | None = None,
    speaker: str | None = None,
    since: date | None = None,
    between: tuple[Decimal, Decimal] | None = None,
    limit: int = 50,
    retired: bool = False,
) -> list[Row]:
    """Standing claims that fit everything given, the best match first (the most recently published first without words).

    `words` are looked for in evidence sentence, title and speaker (see store.words.fts_query). `partner` is an ISO3 or bloc code, `verdict` an outcome or
    a diagnosis, `speaker` a part of the name, `since` the day of publication, `between` both bounds of the main figure in single units.
    Each row: id, document, title, published, url, reporter, partners, indicator, product, scope, value (exact text), unit, currency,
    period_start, period_end, speaker, modality, outcome, diagnosis, reason, evidence, snippet. Whatever the words are, nothing is raised.
    """
    where: list[str] = [] if retired else ["c.retired_at IS NULL"]
    values: dict[str, Any] = {"limit": max(limit, 0)}
    if partner:
        where.append("EXISTS (SELECT 1 FROM claim_partners p WHERE p.claim = c.n AND p.partner = :partner)")
        values["partner"] = clean(partner).upper()
    if indicator:
        where.append("c.indicator = :indicator")
        values["indicator"] = clean(indicator)
    if verdict:
        where.append("(v.outcome = :verdict OR v.diagnosis = :verdict)")
        values["verdict"] = clean(verdict)
    if speaker:
        where.append("c.speaker LIKE :speaker ESCAPE '\\'")
        values["speaker"] = like_part(speaker)
    if since:
        where.append("c.published >= :since")
        values["since"] = since.isoformat()
    if between:
        where.append("c.value_real BETWEEN :low AND :high")
        values["low"], values["high"] = float(between[0]), float(between[1])
    if words and words.strip():
        query = fts_query(words)
        if query is None:
            return []
        values["query"] = query
        return claim_rows(db, where, values, ranked=not _is_common(db, "claims_fts", query))
    return claim_rows(db, where, values, ranked=None)


def _is_common(db: Database, table: str, query: str) -> bool:
    found = db.conn.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT 1 OFFSET ?", [query, COMMON])
    return found.fetchone() is not None


def search_documents(db: Database, words: str, *, limit: int = 50) -> list[Row]:
    """Newest revisions whose title or text holds the words, the best match first: id, title, published, source, url, snippet."""
    query = fts_query(words)
    if query is None:
        return []
    order = "d.n DESC" if _is_common(db, "documents_fts", query) else "f.rank"
    return rows(
        db,
        "SELECT d.id, d.title, d.published, d.source, d.url, snippet(documents_fts, -1, '[', ']', '…', 24) AS snippet"
        f" FROM documents_fts f JOIN documents d ON d.n = f.rowid WHERE documents_fts MATCH ? AND d.latest = 1 ORDER BY {order} LIMIT ?",
        [query, max(limit, 0)],
    )


def list_documents(db: Database, *, limit: int = 50) -> list[Row]:
    """Newest revisions, the most recently published first."""
    return rows(
        db,
        "SELECT id, revision, published, source, kind, official, title, url FROM documents WHERE latest = 1"
        " ORDER BY published DESC, n DESC LIMIT ?",
        [max(limit, 0)],
    )


def list_claims(db: Database, *, limit: int = 50) -> list[Row]:
    """Standing claims, the most recently published first."""
    return search_claims(db, limit=limit)


LISTS: dict[str, Callable[..., list[Row]]] = {
    "claims": list_claims,
    "documents": list_documents,
    "events": event_rows,
    "issues": issue_rows,
    "notices": notice_rows,
    "runs": list_runs,
    "verdicts": list_verdicts,
}
"""What can be listed; each function takes the store and `limit` and gives the newest rows first."""


def list_rows(db: Database, what: str, *, limit: int = 50) -> list[Row]:
    """The rows of one list. Raises LookupError for a name that is not in LISTS."""
    if what not in LISTS:
        raise LookupError(f"no list {what!r}; there are {', '.join(sorted(LISTS))}")
    return LISTS[what](db, limit=limit)
