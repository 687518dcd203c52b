"""Events and verdicts → notices, each sent once."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from alerts.atom import render_feed
from alerts.channels import channel
from alerts.match import match
from alerts.rules import load_rules
from store.database import Database, transaction
from store.documents import all_documents
from store.extractions import all_claims, all_events
from store.notices import all_notices, mark_sent, put_notice, waiting
from store.runs import finish_run, start_run
from store.verdicts import verdict_changes, verdict_of
from tradeclaims.records import Notice, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerted:
    """What one pass of the stage did."""

    run: Run
    """Counts: notices that the rules give, those new, those known."""

    sent: tuple[Notice, ...]
    """Notices that left in this pass."""


def alert(db: Database, config: Path, *, feed: Path | None = None) -> Alerted:
    """Match the rules against everything stored, put new notices into the outbox, and send what waits there.

    The outbox key is unique, so a notice that was put or sent before is not put again. Raises Misconfigured for a wrong rule.
    """
    own = config / "alerts.toml"
    rules = load_rules(own if own.exists() else None)
    began = datetime.now(UTC)
    run_id = start_run(db, Run(stage="alert", started_at=began))
    claims = [(claim, verdict) for claim in all_claims(db) if (verdict := verdict_of(db, claim.id))]
    documents = {document.id: document for document in all_documents(db)}
    standing = {claim.id: claim for claim, _ in claims}
    changes = [(standing[change.claim], change) for change in verdict_changes(db)]
    notices = match(rules, list(all_events(db)), claims, documents, began, changes=changes)
    with transaction(db):
        saved = sum(put_notice(db, notice) == "saved" for notice in notices)
    sent = []
    for notice in waiting(db):
        channel(notice.channel).send([notice])
        now = datetime.now(UTC)
        with transaction(db):
            mark_sent(db, notice.id, now)
        sent.append(replace(notice, sent_at=now))
    if feed is not None:
        feed.write_bytes(render_feed(list(all_notices(db))))
    run = Run(
        stage="alert",
        started_at=began,
        finished_at=datetime.now(UTC),
        seen=len(notices),
        saved=saved,
        unchanged=len(notices) - saved,
    )
    finish_run(db, run_id, run)
    return Alerted(run=run, sent=tuple(sent))
