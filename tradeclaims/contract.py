"""Records as the JSON lines that `read-claims` and `verify` print: the public format of claims, dates, events, names and quantities.

Numbers are JSON numbers in single units; intervals are ISO dates. The format is described in docs/format.md.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tradeclaims.records import Claim, Event, Extraction, Mention, OfficialValue, Verdict
from tradeclaims.records.verdict import Assessment
from tradeclaims.values import Period, Quantity


def number(value: Decimal | None) -> int | float | None:
    """A JSON number; whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _low(quantity: Quantity | None) -> int | float | None:
    return number(quantity.low) if quantity else None


def _high(quantity: Quantity | None) -> int | float | None:
    return number(quantity.high) if quantity and quantity.qualifier == "range" else None


def period_json(period: Period | None) -> dict[str, Any] | None:
    """{start, end, freq, surface}; surface null when carried over from context or implied."""
    if period is None:
        return None
    return {
        "start": period.start and period.start.isoformat(),
        "end": period.end and period.end.isoformat(),
        "freq": period.freq,
        "surface": period.raw,
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """All fields of a claim, flat."""
    main = claim.value or claim.change_abs or claim.change_pct or claim.change_pp or claim.share or claim.factor
    return {
        "id": claim.id,
        "evidence": claim.evidence.quote,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "reporter": claim.reporter,
        "partners": list(claim.partners),
        "indicator": claim.indicator,
        "rank_basis": claim.rank_basis,
        "balance_sign": claim.balance_sign,
        "scope": claim.scope,
        "scope_basis": claim.scope_basis,
        "product": claim.product,
        "measure": claim.measure,
        "value": _low(claim.value),
        "value_high": _high(claim.value or claim.change_abs),
        "unit": main.unit if main and claim.value else None,
        "currency": main.currency if main else None,
        "from_value": _low(claim.from_value),
        "change_abs": _low(claim.change_abs),
        "change_pct": _low(claim.change_pct),
        "change_pp": _low(claim.change_pp),
        "factor": _low(claim.factor),
        "direction": claim.direction,
        "rank": claim.rank,
        "share": _low(claim.share),
        "share_of": claim.share_of,
        "period": period_json(claim.period),
        "compare_period": period_json(claim.compare_period),
        "qualifier": claim.qualifier,
        "qualifier_surface": claim.qualifier_surface,
        "modality": claim.modality,
        "vintage": claim.vintage,
        "speaker": claim.speaker,
        "cue": claim.cue,
        "quotation": claim.quotation,
        "checkable": claim.checkable,
    }


def event_json(event: Event) -> dict[str, Any]:
    """All fields of an event."""
    return {
        "id": event.id,
        "type": event.type,
        "agreement": event.agreement,
        "partners": list(event.partners),
        "status": event.status,
        "date": event.date and event.date.isoformat(),
        "date_end": event.date_end and event.date_end.isoformat(),
        "actor": event.actor,
        "target": event.target,
        "trigger": event.trigger,
        "rate": _low(event.rate),
        "official": event.official,
        "historical": event.historical,
        "occasion": event.occasion,
        "evidence": event.evidence.quote,
        "start": event.evidence.start,
        "end": event.evidence.end,
    }


def date_json(mention: Mention) -> dict[str, Any]:
    """A date mention: words, offsets, interval."""
    period = mention.period
    assert period is not None
    return {
        "surface": mention.span.quote,
        "start": mention.span.start,
        "end": mention.span.end,
        "iso_start": period.start and period.start.isoformat(),
        "iso_end": period.end and period.end.isoformat(),
        "freq": period.freq,
        "anchor": period.anchor,
    }


def quantity_json(mention: Mention) -> dict[str, Any]:
    """A quantity mention: value in single units, unit, currency, qualifier, offsets. A share told in words is given as a fraction of one."""
    quantity = mention.quantity
    assert quantity is not None
    if quantity.fraction:
        quantity = replace(quantity, low=quantity.low / 100, high=quantity.high / 100, step=quantity.step / 100, unit="fraction")
    return {
        "surface": mention.span.quote,
        "start": mention.span.start,
        "end": mention.span.end,
        "value": number(quantity.low),
        "value_high": _high(quantity),
        "unit": quantity.unit,
        "currency": quantity.currency,
        "qualifier": quantity.qualifier,
        "step": number(quantity.step),
    }


def entity_json(mention: Mention) -> dict[str, Any]:
    """A name: words, label, stable id."""
    return {
        "text": mention.span.quote,
        "label": mention.label,
        "id": mention.entity,
        "start": mention.span.start,
        "end": mention.span.end,
    }


def extraction_json(extraction: Extraction) -> dict[str, Any]:
    """{claims, dates, events, entities, quantities} of one document."""
    mentions = extraction.mentions
    return {
        "claims": [claim_json(c) for c in extraction.claims],
        "dates": [date_json(m) for m in mentions if m.kind == "date"],
        "events": [event_json(e) for e in extraction.events],
        "entities": [entity_json(m) for m in mentions if m.kind == "entity"],
        "quantities": [quantity_json(m) for m in mentions if m.kind == "quantity"],
    }


def _official_json(official: OfficialValue) -> dict[str, Any]:
    return {
        "value": number(official.value),
        "unit": official.unit,
        "series": official.series,
        "period": official.period,
        "vintage": official.vintage,
        "source_url": official.source_url,
        "role": official.role,
    }


def _assessment_json(answer: Assessment | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {"outcome": answer.outcome, "vintage": answer.vintage, "value": number(answer.value)}


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict; `official` is the value that the main figure was compared with, in the figure's own `unit`, `officials` all that were used."""
    first = verdict.compared
    return {
        "outcome": verdict.outcome,
        "diagnosis": verdict.diagnosis,
        "reading": verdict.reading,
        "query": verdict.query,
        "official": number(first.value) if first else None,
        "unit": first.unit if first else None,
        "series": first.series if first else None,
        "period": first.period if first else None,
        "vintage": first.vintage if first else None,
        "source_url": first.source_url if first else None,
        "officials": [_official_json(o) for o in verdict.official],
        "difference": number(verdict.difference),
        "tolerance": number(verdict.tolerance),
        "as_published": _assessment_json(verdict.as_published),
        "now": _assessment_json(verdict.now),
        "chance": number(verdict.chance),
        "reason": verdict.reason,
        "notes": list(verdict.notes),
        "rule_version": verdict.rule_version,
    }
