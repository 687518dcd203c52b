"""The words of a notice: what happened, why it fired, and on what it rests."""

from alerts.rules import Rule
from tradeclaims.records import Claim, Document, Event, Verdict, VerdictChange

FINDINGS = {
    "agrees": "agrees with the official figures",
    "agrees_on_other_reading": "is official, but not for what the sentence says",
    "outdated": "fitted the figures of its day, and no longer does",
    "differs": "differs from the official figures",
    "not_checkable": "cannot be checked",
}
"""Outcomes as the end of a sentence that begins with the claim."""


def event_subject(event: Event) -> str:
    """ "KORUS: joint committee request (done), 2017-07-12 [official]"."""
    about = event.agreement or ", ".join(event.partners) or event.actor or "Trade policy"
    when = f", {_days(event)}" if event.date else ""
    return f"{about}: {event.type.replace('_', ' ')} ({event.status}){when} [{_standing(event.official)}]"


def event_reason(rule: Rule, event: Event, document: Document | None, others: int) -> str:
    """Rule, act, agreement, date, official or press, the sentence, and how many other documents tell of it."""
    what = f"{event.type.replace('_', ' ')}, {event.status}"
    agreement = event.agreement or "no agreement named"
    when = _days(event) if event.date else "no date given"
    by = f", by {event.actor}" if event.actor else ""
    facts = f"{what}; {agreement}; {when}{by}; {_origin(event.official, document)}"
    return f"{_rule(rule)}: {facts}. Sentence: “{_one_line(event.evidence.quote)}”{_others(others)}"


def verdict_subject(claim: Claim, verdict: Verdict) -> str:
    """ "USA balance, KOR: $27.6 billion differs from the official figures"."""
    figure = claim.value or claim.change_abs or claim.change_pct or claim.change_pp or claim.share or claim.factor
    said = figure.raw if figure else f"rank {claim.rank}" if claim.rank is not None else f"“{claim.direction or claim.measure}”"
    sides = ", ".join(claim.partners) or "?"
    name = claim.balance_sign or claim.indicator.replace("_", " ")
    slip = f" ({verdict.diagnosis.replace('_', ' ')})" if verdict.diagnosis else ""
    return f"{claim.reporter or '?'} {name}, {sides}: {_one_line(said)} {FINDINGS[verdict.outcome]}{slip}"


def verdict_reason(rule: Rule, claim: Claim, verdict: Verdict, document: Document | None, others: int) -> str:
    """Rule, finding with its arithmetic, who says so, the sentence, and how many other documents repeat it."""
    return f"{_rule(rule)}: {_told(claim, verdict, document, others)}"


def _told(claim: Claim, verdict: Verdict, document: Document | None, others: int) -> str:
    finding = verdict.outcome.replace("_", " ") + (f", {verdict.diagnosis.replace('_', ' ')}" if verdict.diagnosis else "")
    arithmetic = f": {_one_line(verdict.reason).rstrip('.')}" if verdict.reason else ""
    speaker = f"; said by {claim.speaker}" if claim.speaker else ""
    origin = _origin(document is not None and document.official, document)
    return f"{finding}{arithmetic}{speaker}; {origin}. Sentence: “{_one_line(claim.evidence.quote)}”{_others(others)}"


def change_subject(claim: Claim, change: VerdictChange) -> str:
    """ "USA balance, KOR: $27.6 billion fitted the figures of its day, and no longer does (new figures; until now: agrees with …)"."""
    return f"{verdict_subject(claim, change.now)} (new official figures; before: {FINDINGS[change.was.outcome]})"


def change_reason(rule: Rule, claim: Claim, change: VerdictChange, document: Document | None, others: int) -> str:
    """What the finding was, by which figures and since when it is another, then what `verdict_reason` says."""
    was = change.was.outcome.replace("_", " ") + (f", {change.was.diagnosis.replace('_', ' ')}" if change.was.diagnosis else "")
    before, now = _vintage(change.was), _vintage(change.now)
    turn = f"verdict changed on {change.at:%Y-%m-%d} from “{was}”{before} by new official figures{now}"
    return f"{_rule(rule)}: {turn}; now {_told(claim, change.now, document, others)}"


def _vintage(verdict: Verdict) -> str:
    return f" (figure published {verdict.now.vintage})" if verdict.now and verdict.now.vintage else ""


def _rule(rule: Rule) -> str:
    return f"Rule “{rule.name}” ({rule.description})" if rule.description else f"Rule “{rule.name}”"


def _days(event: Event) -> str:
    if event.date_end is None or event.date_end == event.date:
        return f"{event.date}"
    return f"{event.date} to {event.date_end}"


def _standing(official: bool) -> str:
    return "official" if official else "press"


def _origin(official: bool, document: Document | None) -> str:
    kind = "official document" if official else "press report"
    if document is None:
        return kind
    issuer = f" of {document.issuer}" if document.issuer else ""
    title = f" “{_one_line(document.title)}”" if document.title else ""
    published = f", published {document.published}" if document.published else ", undated"
    return f"{kind}{issuer}{title}{published}"


def _others(number: int) -> str:
    if number == 0:
        return ""
    return f" Also in {number} other document{'s' if number > 1 else ''}."


def _one_line(text: str) -> str:
    return " ".join(text.split())
