"""How the sources are doing, as the store knows it."""

from datetime import datetime, timedelta
from typing import Any

from store.clock import stamp
from store.database import Database, rows

DAYS = 14
"""Days over which new items are counted."""


def source_health(db: Database, now: datetime) -> dict[str, dict[str, Any]]:
    """Per source that was ever crawled: `last_run`, `last_failed`, `last_success`, `newest`, `per_day`, `owed`, `lost`, `problem`.

    `newest` is the day of the newest row a listing ever had, `per_day` the mean of new addresses over two weeks (or since the first crawl),
    `owed` counts items that are still to come, `lost` those refused or gone; `problem` is the newest open issue of the last run.
    """
    since = now - timedelta(days=DAYS)
    found = {row["source"]: row for row in rows(db, _RUNS)}
    for row in found.values():
        row["last_failed"] = bool(row["last_failed"])
        row["per_day"] = 0.0
        row["owed"] = row["lost"] = 0
        row["problem"] = ""
    for row in rows(db, _NEW, [stamp(since)]):
        if row["source"] in found:
            first = datetime.fromisoformat(found[row["source"]]["first_run"])
            days = max(1.0, (now - max(first, since)).total_seconds() / 86400)
            found[row["source"]]["per_day"] = round(row["new"] / days, 1)
    for row in rows(db, "SELECT source, sum(state = 'owed') AS owed, sum(state <> 'owed') AS lost FROM frontier GROUP BY source"):
        if row["source"] in found:
            found[row["source"]] |= {"owed": row["owed"], "lost": row["lost"]}
    for row in rows(
        db, "SELECT source, message, last_found_at FROM issues WHERE stage = 'crawl' AND resolved_at IS NULL ORDER BY last_found_at, n"
    ):
        if row["source"] in found and row["last_found_at"] >= found[row["source"]]["last_run"]:
            found[row["source"]]["problem"] = row["message"]
    return found


_RUNS = """
    SELECT source, min(started_at) AS first_run, max(started_at) AS last_run, max(newest) AS newest,
        max(CASE WHEN finished_at IS NOT NULL AND NOT failed THEN finished_at END) AS last_success,
        (SELECT failed FROM runs last WHERE last.stage = 'crawl' AND last.source = runs.source AND last.finished_at IS NOT NULL
            ORDER BY n DESC LIMIT 1) AS last_failed
    FROM runs WHERE stage = 'crawl' AND source IS NOT NULL GROUP BY source"""

_NEW = "SELECT source, count(*) AS new FROM (SELECT source, url, min(fetched_at) AS first FROM snapshots GROUP BY url) WHERE first >= ? GROUP BY source"
