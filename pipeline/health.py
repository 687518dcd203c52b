"""Each source of the catalogue with what the store knows of it: what `health` prints."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from crawler.catalogue import SourceEntry
from store.database import Database
from store.health import source_health
from store.refusals import refusals


def health(db: Database, entries: Iterable[SourceEntry], now: datetime) -> list[dict[str, Any]]:
    """One row per source: those of the catalogue, then those that were crawled under another one.

    `state` is `refused`, `waiting` (the server named a time), `failed`, `ok`, `never` (enabled and not crawled yet) or `off`.
    """
    known, said = source_health(db, now), {refusal.source: refusal for refusal in refusals(db)}
    catalogue = {entry.id: entry for entry in entries}
    found = []
    for name in [*catalogue, *(name for name in known if name not in catalogue)]:
        row, refusal, entry = known.get(name, {}), said.get(name), catalogue.get(name)
        waiting = refusal is not None and refusal.until is not None
        if refusal is not None and (refusal.until is None or refusal.until > now):
            state = "waiting" if waiting else "refused"
        elif not row:
            state = "never" if entry and entry.enabled else "off"
        else:
            state = "failed" if row["last_failed"] or row["last_success"] is None else "ok"
        found.append(
            {
                "source": name,
                "state": state,
                "last_success": row.get("last_success"),
                "newest": row.get("newest"),
                "per_day": row.get("per_day"),
                "owed": row.get("owed", 0),
                "lost": row.get("lost", 0),
                "refusal": f"HTTP {refusal.status} at {refusal.url} on {refusal.at:%Y-%m-%d}"
                if refusal and state in ("refused", "waiting")
                else "",
                "problem": row.get("problem", ""),
            }
        )
    return found
