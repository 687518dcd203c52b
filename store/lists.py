"""Short rows of events, notices and issues for lists, the newest first."""

import json
from typing import Any

from store.database import Database, rows

Row = dict[str, Any]


def event_rows(db: Database, *, limit: int = 50) -> list[Row]:
    """Standing events by the day of the act, undated ones last."""
    found = rows(
        db,
        "SELECT e.id, e.date, e.type, e.status, e.agreement, json_extract(e.body, '$.partners') AS partners, e.official, e.historical,"
        " e.evidence, e.document, d.title, d.url FROM events e JOIN documents d ON d.id = e.document AND d.revision = e.revision"
        " WHERE e.retired_at IS NULL ORDER BY e.date DESC, e.n DESC LIMIT ?",
        [max(limit, 0)],
    )
    return [row | {"partners": " ".join(json.loads(row["partners"]))} for row in found]


def notice_rows(db: Database, *, limit: int = 50) -> list[Row]:
    """Notices, sent or waiting."""
    return rows(
        db,
        "SELECT id, created_at, sent_at, rule, channel, json_extract(body, '$.subject') AS subject, document FROM notices"
        " ORDER BY n DESC LIMIT ?",
        [max(limit, 0)],
    )


def issue_rows(db: Database, *, limit: int = 50) -> list[Row]:
    """Issues, open ones and those resolved later."""
    return rows(
        db,
        "SELECT last_found_at, stage, source, key, message, times, resolved_at FROM issues ORDER BY last_found_at DESC, n DESC LIMIT ?",
        [max(limit, 0)],
    )
