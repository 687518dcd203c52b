"""What makes two reports the same news: keys under which a rule alerts only once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tradeclaims.ids import meaning_id
from tradeclaims.records import Claim, Document, Event, Verdict, VerdictChange

NEARBY_DAYS = 60
"""An undated report belongs to a dated act of its kind and agreement within so many days of its publication; house rule."""

_Kind = tuple[str, str | tuple[str, ...]]


def event_keys(events: Iterable[Event], documents: Mapping[str, Document]) -> dict[str, str]:
    """Event id → key of its occasion.

    A dated event has its own occasion. An undated one joins the dated act of its kind that its document tells of ("the hearing will be held
    in the main room"), else the nearest one around its publication, else it is taken to be of the month it was published in.
    """
    events = list(events)
    dated: dict[_Kind, list[Event]] = defaultdict(list)
    for event in events:
        if event.date:
            dated[_kind(event)].append(event)
    return {event.id: _key(_same_act(event, dated[_kind(event)], documents.get(event.document)) or event, documents) for event in events}


def _kind(event: Event) -> _Kind:
    return event.type, event.agreement or tuple(sorted(event.partners))


def _same_act(event: Event, dated: list[Event], document: Document | None) -> Event | None:
    if event.date:
        return event
    told_beside = [other for other in dated if other.document == event.document]
    if told_beside:
        return min(told_beside, key=lambda other: (abs(other.evidence.start - event.evidence.start), other.id))
    if document is None or document.published is None or not _is_named(event):
        return None
    published = document.published
    near = [(abs((other.date - published).days), other.date, other.id, other) for other in dated if other.date]
    days, _, _, nearest = min(near, default=(NEARBY_DAYS + 1, published, "", event))
    return nearest if days <= NEARBY_DAYS else None


def _is_named(event: Event) -> bool:
    return bool(event.agreement or event.partners)


def _key(event: Event, documents: Mapping[str, Document]) -> str:
    """Where no agreement and no partner is named, the month alone would make different acts one: the day and the target are added, and
    without any date the document."""
    if not _is_named(event):
        return meaning_id("occasion", event.occasion, event.date, event.target, None if event.date else event.document)
    day: date | None = event.date
    if day is None and event.document in documents:
        day = documents[event.document].published
    return replace(event, date=day).occasion


def verdict_key(claim: Claim, verdict: Verdict) -> str:
    """Figure, period and finding, without document, sentence and speaker: copies of one wire story give one key."""
    figures = [claim.value] if claim.value else [claim.change_abs, claim.change_pct, claim.change_pp, claim.factor, claim.share]
    amounts = [(each.low.normalize(), each.high.normalize(), each.unit, each.currency) for each in figures if each]
    period = claim.period and (claim.period.start, claim.period.end)
    return meaning_id(
        "figure", claim.indicator, claim.rank_basis, claim.reporter, sorted(claim.partners), claim.balance_sign, claim.product, amounts,
        claim.rank, period, verdict.outcome, verdict.diagnosis,
    )  # fmt: skip


def change_key(claim: Claim, change: VerdictChange) -> str:
    """The figure with both findings and the vintage that made the difference: a verdict that turns back and again is news each time."""
    vintages = sorted({figure.vintage for figure in change.now.official})
    return meaning_id("change", verdict_key(claim, change.now), change.was.outcome, change.was.diagnosis, vintages)
