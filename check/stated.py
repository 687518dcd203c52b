"""What one document says of levels, in a form that can be held against the rest of it."""

from decimal import Decimal
from typing import NamedTuple

from check.claimed import Part, parts_of
from check.months import Months, of_period
from check.wording import money
from tradeclaims.records import Claim

HUNDRED = Decimal(100)


class Conflict(NamedTuple):
    """Why a number cannot stand beside the others: one sentence with the arithmetic."""

    reason: str


class Stated(NamedTuple):
    """A level that the text gives for whole months."""

    claim: Claim
    months: Months
    value: Part

    def said(self) -> str:
        """ "$904 million", as precisely as the text."""
        return money(self.value.centre, self.value.step)


def is_factual(claim: Claim) -> bool:
    """Whether the text stands for the figure."""
    return claim.modality in ("asserted", "estimate")


def stated(claim: Claim) -> Stated | None:
    """The level of a claim; None where it gives none in money, for no whole months, or does not stand for it."""
    months = of_period(claim.period) if claim.period else None
    value = next((part for part in parts_of(claim) if part.role == "value"), None)
    money_said = claim.value is not None and claim.value.unit == "currency"
    if months is None or value is None or not money_said or not is_factual(claim) or not value.centre:
        return None
    return Stated(claim, months, value)


def stated_earlier(own: Stated) -> Stated | None:
    """The earlier level that the same sentence gives, with the whole months it names for it; None where it names none."""
    months = of_period(own.claim.compare_period) if own.claim.compare_period else None
    before = next((part for part in parts_of(own.claim) if part.role == "from_value"), None)
    return None if months is None or before is None or not before.centre else Stated(own.claim, months, before)


def currency(claim: Claim) -> str | None:
    """ISO 4217 code of the level."""
    return claim.value.currency if claim.value else None


def same_series(one: Claim, other: Claim) -> bool:
    """Whether two claims are about one series; a scope left open is that of the other."""
    same = (one.reporter, one.partners, one.indicator, one.product, one.balance_sign) == (
        other.reporter, other.partners, other.indicator, other.product, other.balance_sign,
    )  # fmt: skip
    return same and currency(one) == currency(other) and (one.scope == other.scope or "unspecified" in (one.scope, other.scope))


def is_part_of(one: Claim, whole: Claim) -> bool:
    """Whether a claim is about a partner or a product of what another is about: Korea of the world, steel of all goods."""
    if (one.reporter, one.indicator) != (whole.reporter, whole.indicator) or one.indicator in ("balance", "rank", "tariff_rate"):
        return False
    by_partner = whole.partners == ("WLD",) != one.partners and one.product == whole.product and one.scope == whole.scope
    by_product = one.partners == whole.partners and one.product is not None and whole.product is None and whole.scope != "services"
    return by_partner or by_product
