"""Searching claims and documents, and the plain lists."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from store.claims import claim_rows
from store.database import Database, rows
from store.filters import conditions, is_common
from store.lists import event_rows, issue_rows, notice_rows
from store.revisions import revision_rows
from store.runs import list_runs
from store.stories import story_rows
from store.verdicts import list_changes, list_verdicts
from store.watched_pages import watched_rows
from store.words import fts_query

_CLAIM_HITS = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH :query"
_DOCUMENT_HITS = "SELECT rowid FROM documents_fts WHERE documents_fts MATCH :query"

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
    """Standing claims that fit everything given, the best match first (without words the most recently published).

    Words with more than store.filters.COMMON hits are not ranked, the newest claims come first: ranking takes half a second per million.

    `words` are looked for in evidence sentence, title and speaker (see store.words.fts_query). `partner` is an ISO3 or bloc code, `verdict` an outcome or
    a diagnosis, `speaker` a part of the name, `since` the day of publication, `between` both bounds of the main figure in single units.
    Each row: id, document, title, published, url, reporter, partners, indicator, product, scope, value (exact text), unit, currency,
    period_start, period_end, speaker, modality, outcome, diagnosis, reason, evidence, snippet. Whatever the words are, nothing is raised.
    """
    asked = conditions(
        db, partner=partner, indicator=indicator, verdict=verdict, speaker=speaker, since=since, between=between, retired=retired
    )
    asked.values["limit"] = max(limit, 0)
    if not words or not words.strip():
        # Few claims are gathered and sorted; of many, the index on the day of publication gives the latest without sorting.
        order = "+c.published DESC, c.n DESC" if asked.rare else "c.published DESC, c.n DESC"
        return claim_rows(db, asked.where, asked.values, order=order)
    query = fts_query(words)
    if query is None:
        return []
    asked.values["query"] = query
    common = is_common(db, _CLAIM_HITS, {"query": query})
    order = "f.rowid DESC" if common else "f.rank"
    return claim_rows(db, asked.where, asked.values, order=order, searched="words last" if common and asked.rare else "words first")


def search_documents(db: Database, words: str, *, limit: int = 50) -> list[Row]:
    """Newest revisions whose title or text holds the words, the best match first: id, title, published, source, url, snippet."""
    query = fts_query(words)
    if query is None:
        return []
    order = "f.rowid DESC" if is_common(db, _DOCUMENT_HITS, {"query": query}) else "f.rank"
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
    "changes": list_changes,
    "claims": list_claims,
    "documents": list_documents,
    "events": event_rows,
    "issues": issue_rows,
    "notices": notice_rows,
    "revisions": revision_rows,
    "runs": list_runs,
    "stories": story_rows,
    "verdicts": list_verdicts,
    "watched": watched_rows,
}
"""What can be listed; each function takes the store and `limit` and gives the newest rows first."""


def list_rows(db: Database, what: str, *, limit: int = 50) -> list[Row]:
    """The rows of one list. Raises LookupError for a name that is not in LISTS."""
    if what not in LISTS:
        raise LookupError(f"no list {what!r}; there are {', '.join(sorted(LISTS))}")
    return LISTS[what](db, limit=limit)
