"""Rules held against events, verdicts and their changes. Pure: nothing is sent, nothing is remembered; the outbox knows what was said before."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from alerts.keys import change_key, event_keys, verdict_key
from alerts.reasons import change_reason, change_subject, event_reason, event_subject, verdict_reason, verdict_subject
from alerts.rules import Rule
from tradeclaims.records import Claim, Document, Event, Notice, Verdict, VerdictChange
from tradeclaims.records.event import LIVE

Documents = Mapping[str, Document]
Checked = tuple[Claim, Verdict]
Changed = tuple[Claim, VerdictChange]

FACTUAL = frozenset({"asserted", "estimate"})
"""Claims that stand for their figure. What a text denies or only imagines is not somebody's wrong number."""


def match(
    rules: Sequence[Rule],
    events: Iterable[Event],
    claims: Iterable[Checked],
    documents: Documents,
    now: datetime,
    *,
    changes: Iterable[Changed] = (),
) -> list[Notice]:
    """The notices that the rules give, one per rule, occasion and channel, in the order of rules and then of events, claims and changes.

    `documents` holds the documents by id; a missing one only makes the notice poorer. An act that is threatened, hypothetical, negated or told as
    history gives none. Of several reports of one act the official one is quoted, then the earliest published.
    """
    live, claims, changes = [event for event in events if is_live(event)], list(claims), list(changes)
    keys = event_keys(live, documents)
    notices: list[Notice] = []
    for rule in rules:
        if rule.on == "event":
            notices += _event_notices(rule, live, keys, documents, now)
        elif rule.on == "change":
            notices += _change_notices(rule, changes, documents, now)
        else:
            notices += _verdict_notices(rule, claims, documents, now)
    return notices


def _event_notices(rule: Rule, events: Sequence[Event], keys: Mapping[str, str], documents: Documents, now: datetime) -> Iterable[Notice]:
    occasions: dict[str, list[Event]] = {}
    for event in events:
        document = documents.get(event.document)
        if event_fits(rule, event) and _fresh(rule, document, now.date()):
            occasions.setdefault(keys[event.id], []).append(event)
    for key, reports in occasions.items():
        best = min(reports, key=lambda event: (not event.official, event.date is None, _published(documents.get(event.document))))
        document = documents.get(best.document)
        others = len({event.document for event in reports} - {best.document})
        subject, reason = event_subject(best), event_reason(rule, best, document, others)
        yield from _notices(rule, key, subject, reason, best.evidence.quote, best.document, document, now)


def _verdict_notices(rule: Rule, claims: Sequence[Checked], documents: Documents, now: datetime) -> Iterable[Notice]:
    figures: dict[str, list[Checked]] = {}
    for claim, verdict in claims:
        document = documents.get(claim.document)
        if verdict_fits(rule, claim, verdict, document) and _fresh(rule, document, now.date()):
            figures.setdefault(verdict_key(claim, verdict), []).append((claim, verdict))
    for key, copies in figures.items():
        claim, verdict = min(copies, key=lambda pair: _published(documents.get(pair[0].document)))
        document = documents.get(claim.document)
        others = len({each.document for each, _ in copies} - {claim.document})
        subject, reason = verdict_subject(claim, verdict), verdict_reason(rule, claim, verdict, document, others)
        yield from _notices(rule, key, subject, reason, claim.evidence.quote, claim.document, document, now)


def _change_notices(rule: Rule, changes: Sequence[Changed], documents: Documents, now: datetime) -> Iterable[Notice]:
    figures: dict[str, list[Changed]] = {}
    for claim, change in changes:
        document = documents.get(claim.document)
        if change_fits(rule, claim, change, document) and _fresh(rule, document, now.date()):
            figures.setdefault(change_key(claim, change), []).append((claim, change))
    for key, copies in figures.items():
        claim, change = min(copies, key=lambda pair: _published(documents.get(pair[0].document)))
        document = documents.get(claim.document)
        others = len({each.document for each, _ in copies} - {claim.document})
        subject, reason = change_subject(claim, change), change_reason(rule, claim, change, document, others)
        yield from _notices(rule, key, subject, reason, claim.evidence.quote, claim.document, document, now)


def is_live(event: Event) -> bool:
    """Whether it happened or is to happen, and is news: no other event may wake anybody, whatever a rule says."""
    return event.status in LIVE and not event.historical


def event_fits(rule: Rule, event: Event) -> bool:
    """Whether a rule on events asks for this one."""
    return (
        rule.on == "event"
        and is_live(event)
        and (not rule.types or event.type in rule.types)
        and (not rule.statuses or event.status in rule.statuses)
        and (not rule.agreements or (event.agreement or "").casefold() in {name.casefold() for name in rule.agreements})
        and (not rule.partners or not set(rule.partners).isdisjoint(event.partners))
        and _publication_fits(rule, event.official)
        and _words_fit(rule, event.evidence.quote)
    )


def verdict_fits(rule: Rule, claim: Claim, verdict: Verdict, document: Document | None) -> bool:
    """Whether a rule on verdicts asks for this one."""
    return rule.on == "verdict" and _finding_fits(rule, claim, verdict, document)


def change_fits(rule: Rule, claim: Claim, change: VerdictChange, document: Document | None) -> bool:
    """Whether a rule on changes asks for this one."""
    asked = rule.on == "change" and (not rule.was or change.was.outcome in rule.was)
    return asked and _finding_fits(rule, claim, change.now, document)


def _finding_fits(rule: Rule, claim: Claim, verdict: Verdict, document: Document | None) -> bool:
    speaker = (claim.speaker or "").casefold()
    return (
        claim.modality in FACTUAL
        and (not rule.outcomes or verdict.outcome in rule.outcomes)
        and (not rule.diagnoses or verdict.diagnosis in rule.diagnoses)
        and (not rule.indicators or claim.indicator in rule.indicators)
        and (not rule.speakers or any(name.casefold() in speaker for name in rule.speakers))
        and (not rule.partners or not set(rule.partners).isdisjoint((*claim.partners, claim.reporter)))
        and _publication_fits(rule, document is not None and document.official)
        and _words_fit(rule, claim.evidence.quote)
    )


def _publication_fits(rule: Rule, official: bool) -> bool:
    return rule.publication == "any" or (rule.publication == "official") == official


def _words_fit(rule: Rule, sentence: str) -> bool:
    text = " ".join(sentence.split())
    return not rule.words or any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) for words in rule.words)


def _fresh(rule: Rule, document: Document | None, today: date) -> bool:
    if rule.max_age_days is None or document is None or document.published is None:
        return True
    return (today - document.published).days <= rule.max_age_days


def _published(document: Document | None) -> date:
    return (document and document.published) or date.max


def _notices(
    rule: Rule, key: str, subject: str, reason: str, evidence: str, document_id: str, document: Document | None, now: datetime
) -> Iterable[Notice]:
    for channel in dict.fromkeys(rule.channels):
        yield Notice(
            rule=rule.name,
            subject=subject,
            key=key,
            channel=channel,
            reason=reason,
            document=document_id,
            evidence=evidence,
            url=document.url if document else None,
            created_at=now,
        )
