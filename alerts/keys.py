"""What makes two reports the same news: keys under which a rule alerts only once."""

from dataclasses import replace

from tradeclaims.ids import meaning_id
from tradeclaims.records import Claim, Document, Event, Verdict


def event_key(event: Event, document: Document | None) -> str:
    """The event's occasion. An undated act is taken to be of the month of its report, as a dated report of that month would say.

    Where no agreement and no partner is named, the month alone would make different acts one: the day and the target are added,
    and without any date the document.
    """
    if event.agreement or event.partners:
        return _dated(event, document).occasion
    return meaning_id("occasion", event.occasion, event.date, event.target, None if event.date else event.document)


def _dated(event: Event, document: Document | None) -> Event:
    if event.date or document is None or document.published is None:
        return event
    return replace(event, date=document.published)


def verdict_key(claim: Claim, verdict: Verdict) -> str:
    """Figure, period and finding, without document, sentence and speaker: copies of one wire story give one key."""
    figures = [claim.value] if claim.value else [claim.change_abs, claim.change_pct, claim.change_pp, claim.factor, claim.share]
    amounts = [(each.low.normalize(), each.high.normalize(), each.unit, each.currency) for each in figures if each]
    period = claim.period and (claim.period.start, claim.period.end)
    return meaning_id(
        "figure", claim.indicator, claim.rank_basis, claim.reporter, sorted(claim.partners), claim.balance_sign, claim.product, amounts,
        claim.rank, period, verdict.outcome, verdict.diagnosis,
    )  # fmt: skip
