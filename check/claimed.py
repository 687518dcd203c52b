"""The numbers of a claim as intervals that an official figure must lie in."""

from decimal import Decimal
from typing import Literal, NamedTuple

from tradeclaims.records import Claim
from tradeclaims.values import Quantity

MILLION = Decimal(1_000_000)
WORD_FACTOR_BAND = Decimal("0.10")
""" "Doubled", "tripled", "halved" fit ratios within a tenth of the factor: 1.8 to 2.2. House rule, see docs/checking.md."""
FLAT_PERCENT = Decimal(1)
""" "Flat", "little changed": at most one percent either way."""

Role = Literal["value", "from_value", "change_abs", "change_pct", "change_pp", "factor", "share", "direction"]
_COMPARISONS = {"from_value", "change_abs", "change_pct", "change_pp", "factor", "direction"}


class Part(NamedTuple):
    """One thing a claim says."""

    role: Role
    centre: Decimal
    """The number said: million dollars, percent or ratio. For directions 1, -1 or 0."""

    low: Decimal | None
    high: Decimal | None
    """Bounds, both included; None is open. Unused for directions."""

    step: Decimal

    @property
    def compares(self) -> bool:
        """Whether it needs the earlier figure as well."""
        return self.role in _COMPARISONS

    def admits(self, official: Decimal, slack: Decimal) -> bool:
        """Whether an official number fits that is itself known to plus or minus `slack`."""
        if self.role == "direction":
            return {1: official > -slack, -1: official < slack, 0: abs(official) <= FLAT_PERCENT + slack}[int(self.centre)]
        return (self.low is None or official + slack >= self.low) and (self.high is None or official - slack <= self.high)


def parts_of(claim: Claim) -> tuple[Part, ...]:
    """What the claim says, main figure first; money in million dollars, always as magnitudes."""
    found = []
    amounts: tuple[tuple[Role, Quantity | None], ...] = (
        ("value", claim.value), ("share", claim.share), ("change_abs", claim.change_abs), ("change_pct", claim.change_pct),
        ("change_pp", claim.change_pp), ("factor", claim.factor), ("from_value", claim.from_value),
    )  # fmt: skip
    for role, quantity in amounts:
        if quantity is not None:
            found.append(_part(role, quantity))
    if claim.direction is not None:
        found.append(Part("direction", Decimal({"up": 1, "down": -1, "flat": 0}[claim.direction]), None, None, Decimal(0)))
    return tuple(found)


def _part(role: Role, quantity: Quantity) -> Part:
    low, high = quantity.interval()
    centre, step = quantity.low, quantity.step
    if role == "factor" and _word_factor(quantity):
        band = abs(centre) * WORD_FACTOR_BAND
        below, above = (
            (centre, centre)
            if quantity.qualifier in ("more_than", "at_least", "less_than", "up_to", "at_most")
            else (centre - band, centre + band)
        )
        low = None if low is None else below
        high = None if high is None else (centre if quantity.qualifier == "nearly" else above)
    if role in ("value", "from_value", "change_abs"):
        centre, step = centre / MILLION, step / MILLION
        low, high = low and low / MILLION, high and high / MILLION
        if centre < 0:  # A table prints a deficit with a minus sign; magnitudes are compared.
            centre, low, high = -centre, high and -high, low and -low
    return Part(role, centre, low, high, step)


def _word_factor(quantity: Quantity) -> bool:
    """Whether the factor is a word ("doubled", "halved") or a round multiple rather than a measured "2.3 times"."""
    return quantity.low == quantity.low.to_integral_value() or quantity.low == Decimal("0.5")
