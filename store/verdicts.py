"""Verdicts: the newest of a claim is current, earlier ones stay as history."""

from datetime import datetime
from typing import Any, Literal

from store.bodies import pack, unpack
from store.clock import stamp
from store.database import Database, rows, transaction
from tradeclaims.records import Claim, Verdict

CHECK = "check"
"""The stage that works on claims."""


def save_verdict(db: Database, verdict: Verdict, claim: Claim, *, now: datetime | None = None) -> Literal["saved", "unchanged"]:
    """Store the verdict on a stored claim; `unchanged` when it says what the current one says.

    Raises ValueError when the verdict is on another claim.
    """
    if verdict.claim != claim.id:
        raise ValueError(f"the verdict is on claim {verdict.claim}, not on {claim.id}")
    body = pack(verdict)
    with transaction(db):
        current = db.conn.execute("SELECT n, body FROM verdicts WHERE claim = ? AND current = 1", [claim.id]).fetchone()
        if current is not None:
            if current[1] == body:
                return "unchanged"
            db.conn.execute("UPDATE verdicts SET current = 0 WHERE n = ?", [current[0]])
        db.conn.execute(
            "INSERT INTO verdicts (id, claim, current, outcome, diagnosis, rule_version, created_at, body) VALUES (?, ?, 1, ?, ?, ?, ?, ?)",
            [verdict.id, claim.id, verdict.outcome, verdict.diagnosis, str(verdict.rule_version), stamp(now), body],
        )
    return "saved"


def verdict_of(db: Database, claim_id: str) -> Verdict | None:
    """The current verdict on a claim; None while it was never checked."""
    found = db.conn.execute("SELECT body FROM verdicts WHERE claim = ? AND current = 1", [claim_id]).fetchone()
    return unpack(Verdict, found[0]) if found else None


def history_of(db: Database, claim_id: str) -> list[tuple[datetime, Verdict]]:
    """Every verdict a claim ever had with the time it was given, the newest first."""
    found = rows(db, "SELECT created_at, body FROM verdicts WHERE claim = ? ORDER BY n DESC", [claim_id])
    return [(datetime.fromisoformat(row["created_at"]), unpack(Verdict, row["body"])) for row in found]


def claims_to_check(db: Database, rule_version: int | str, figures_version: int | str) -> list[Claim]:
    """Standing claims of documents that this version of the rules has not held against this state of the figures, in text order.

    A document's claims come all or not at all, for they are checked together. Done is what `mark_done(db, "check", key,
    check_version(rule_version, figures_version))` says, with the key of the document or that of every claim of it.
    """
    found = rows(db, _TO_CHECK, {"stage": CHECK, "version": f"{rule_version} {figures_version}"})
    return [unpack(Claim, row["body"]) for row in found]


_TO_CHECK = """
    WITH due AS (
        SELECT DISTINCT c.document FROM claims c
        WHERE c.retired_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM done WHERE stage = :stage AND version = :version AND key IN (c.document || ' ' || c.revision, c.id))
    )
    SELECT c.body FROM claims c JOIN due USING (document) WHERE c.retired_at IS NULL ORDER BY c.document, c.start, c.n
"""


def list_verdicts(db: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """Current verdicts on standing claims, the newest first."""
    return rows(
        db,
        "SELECT v.id, v.outcome, v.diagnosis, v.claim, c.document, c.evidence, json_extract(v.body, '$.reason') AS reason, v.created_at"
        " FROM verdicts v JOIN claims c ON c.id = v.claim WHERE v.current = 1 AND c.retired_at IS NULL ORDER BY v.n DESC LIMIT ?",
        [max(limit, 0)],
    )
