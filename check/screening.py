"""Claims that no official figure could settle, and why."""

import re

from check.readings import flow_of, product_slug
from check.wording import names
from tradeclaims.records import Claim

_PACE = re.compile(r"\b(annuali[sz]ed|annual rate|annual pace|at (?:this|that|the current) (?:rate|pace))\b", re.IGNORECASE)
_MODALITIES = {
    "forecast": "it is a forecast, not a statement of what was",
    "target": "it is a target, not a statement of what was",
    "hypothetical": "it is hypothetical: it says what would be, not what was",
}


def not_checkable(claim: Claim) -> str | None:
    """Why the claim is not checkable, before any figure is looked up; None where it may be."""
    if claim.indicator == "tariff_rate":
        return "it is a tariff rate, and the official trade statistics hold no series of tariff rates"
    if claim.modality in _MODALITIES:
        return _MODALITIES[claim.modality]
    if claim.modality == "estimate" and _PACE.search(claim.evidence.quote):
        return "it is an annual rate, which is never confirmed against a full year"
    if not claim.partners:
        return "the text does not say with which partner"
    for quantity in (claim.value, claim.from_value, claim.change_abs):
        if quantity is not None and quantity.unit != "currency":
            return f"it counts in {quantity.unit}, and the official series are in dollars"
        if quantity is not None and quantity.currency not in (None, "USD"):
            return f"it is in {quantity.currency}, and the official series are in US dollars"
    if flow_of(claim) is None:
        return "the text does not say what is ranked"
    if product_slug(claim.product) is None:
        return f"no official series for {claim.product} is embedded"
    if "USA" not in (claim.reporter or "USA", *claim.partners):
        return f"no official series between {names((claim.reporter or '',))} and {names(claim.partners)} is embedded"
    if not claim.checkable and claim.modality == "asserted" and claim.period is not None:
        return "the figure is of a kind that the official series do not show"
    return None
