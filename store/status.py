"""The state of the store at a glance."""

from typing import Any

from store.database import Database, rows
from store.runs import list_runs

_COUNTED = {
    "snapshots": "SELECT count(*) FROM snapshots",
    "documents": "SELECT count(*) FROM documents WHERE latest = 1",
    "revisions": "SELECT count(*) FROM documents",
    "changes of pages": "SELECT count(*) FROM revisions WHERE cause = 'page'",
    "stories of several documents": "SELECT count(*) FROM (SELECT 1 FROM story_documents GROUP BY story HAVING count(*) > 1)",
    "archived bytes": "SELECT coalesce(sum(size), 0) FROM warc_files",
    "claims": "SELECT count(*) FROM claims WHERE retired_at IS NULL",
    "retired claims": "SELECT count(*) FROM claims WHERE retired_at IS NOT NULL",
    "events": "SELECT count(*) FROM events WHERE retired_at IS NULL",
    "observations": "SELECT count(*) FROM observations",
    "verdicts": "SELECT count(*) FROM verdicts WHERE current = 1",
    "notices": "SELECT count(*) FROM notices",
    "waiting notices": "SELECT count(*) FROM notices WHERE sent_at IS NULL",
    "quarantined items": "SELECT count(*) FROM outcomes WHERE kind = 'quarantined'",
    "open issues": "SELECT count(*) FROM issues WHERE resolved_at IS NULL",
}


def status(db: Database, *, limit: int = 10) -> dict[str, Any]:
    """`counts` per kind of record, `verdicts` per outcome on standing claims; the newest `runs`, `waiting` notices and open `issues`, at most `limit` of each."""
    outcomes = db.conn.execute(
        "SELECT v.outcome, count(*) FROM verdicts v JOIN claims c ON c.id = v.claim AND c.retired_at IS NULL"
        " WHERE v.current = 1 GROUP BY v.outcome ORDER BY v.outcome"
    )
    return {
        "counts": {name: db.conn.execute(sql).fetchone()[0] for name, sql in _COUNTED.items()},
        "verdicts": dict(outcomes.fetchall()),
        "runs": list_runs(db, limit=limit),
        "waiting": rows(
            db,
            "SELECT id, created_at, rule, channel, json_extract(body, '$.subject') AS subject FROM notices WHERE sent_at IS NULL ORDER BY n LIMIT ?",
            [limit],
        ),
        "issues": rows(
            db,
            "SELECT last_found_at, stage, source, key, message, times FROM issues WHERE resolved_at IS NULL ORDER BY last_found_at DESC, n DESC LIMIT ?",
            [limit],
        ),
    }
