"""Verdicts: the newest of a claim is current, earlier ones stay as history."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from store.bodies import pack, unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.records import Claim, Verdict, VerdictChange


def save_verdict(
    db: Database, verdict: Verdict, claim: Claim, *, figures: int | None = None, now: datetime | None = None
) -> Literal["saved", "unchanged"]:
    """Store the verdict on a stored claim; `unchanged` when it says what the current one says.

    `figures` is the number of the newest observation it could know: with those up to it (`all_observations(db, until=figures)`) the same
    verdict comes out again. The verdict it takes the place of stays, with the time until which it held. Raises ValueError when the verdict is on another claim.
    """
    if verdict.claim != claim.id:
        raise ValueError(f"the verdict is on claim {verdict.claim}, not on {claim.id}")
    body = pack(verdict)
    with transaction(db):
        current = db.conn.execute("SELECT n, body FROM verdicts WHERE claim = ? AND current = 1", [claim.id]).fetchone()
        if current is not None:
            if current[1] == body:
                return "unchanged"
            db.conn.execute("UPDATE verdicts SET current = 0, superseded_at = ? WHERE n = ?", [stamp(now), current[0]])
        db.conn.execute(
            "INSERT INTO verdicts (id, claim, current, outcome, diagnosis, rule_version, created_at, figures, body)"
            " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
            [verdict.id, claim.id, verdict.outcome, verdict.diagnosis, str(verdict.rule_version), stamp(now), figures, body],
        )
    return "saved"


def verdict_of(db: Database, claim_id: str) -> Verdict | None:
    """The current verdict on a claim; None while it was never checked."""
    found = db.conn.execute("SELECT body FROM verdicts WHERE claim = ? AND current = 1", [claim_id]).fetchone()
    return unpack(Verdict, found[0]) if found else None


def history_of(db: Database, claim_id: str) -> list[tuple[datetime, Verdict]]:
    """Every verdict a claim ever had with the time it was given, the newest first. Each held until the next one was given."""
    found = rows(db, "SELECT created_at, body FROM verdicts WHERE claim = ? ORDER BY n DESC", [claim_id])
    return [(datetime.fromisoformat(row["created_at"]), unpack(Verdict, row["body"])) for row in found]


_CHANGES = """
    WITH told AS (
        SELECT v.n, v.claim, v.created_at, v.outcome, v.diagnosis, v.rule_version, v.figures, v.body,
            lag(v.body) OVER turn AS was, lag(v.outcome) OVER turn AS was_outcome, lag(v.diagnosis) OVER turn AS was_diagnosis,
            lag(v.rule_version) OVER turn AS was_version, lag(v.figures) OVER turn AS was_figures
        FROM verdicts v JOIN claims c ON c.id = v.claim
        WHERE c.retired_at IS NULL AND v.claim IN (SELECT claim FROM verdicts WHERE current = 0)
        WINDOW turn AS (PARTITION BY v.claim ORDER BY v.n)
    ), changed AS (
        SELECT *, row_number() OVER (PARTITION BY claim ORDER BY n DESC) AS back FROM told
        WHERE was IS NOT NULL AND (outcome != was_outcome OR diagnosis IS NOT was_diagnosis)
    )
    SELECT claim, created_at, was, body FROM changed
    WHERE back = 1 AND rule_version = was_version AND figures > was_figures ORDER BY n
"""


def verdict_changes(db: Database) -> Iterator[VerdictChange]:
    """The last change of outcome or diagnosis of every standing claim, the oldest first, where new figures made it and not new rules."""
    for row in rows(db, _CHANGES):
        yield VerdictChange(
            claim=row["claim"],
            at=datetime.fromisoformat(row["created_at"]),
            was=unpack(Verdict, row["was"]),
            now=unpack(Verdict, row["body"]),
        )


def list_changes(db: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """What new figures changed, the newest first: claim, when, outcome before and now, why."""
    newest = sorted(verdict_changes(db), key=lambda change: change.at, reverse=True)[: max(limit, 0)]
    return [
        {"claim": one.claim, "at": stamp(one.at), "was": one.was.outcome, "was_diagnosis": one.was.diagnosis, "now": one.now.outcome,
         "diagnosis": one.now.diagnosis, "reason": one.now.reason}
        for one in newest
    ]  # fmt: skip


def list_verdicts(db: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """Current verdicts on standing claims, the newest first."""
    return rows(
        db,
        "SELECT v.id, v.outcome, v.diagnosis, v.claim, c.document, c.evidence, json_extract(v.body, '$.reason') AS reason, v.created_at"
        " FROM verdicts v JOIN claims c ON c.id = v.claim WHERE v.current = 1 AND c.retired_at IS NULL ORDER BY v.n DESC LIMIT ?",
        [max(limit, 0)],
    )
