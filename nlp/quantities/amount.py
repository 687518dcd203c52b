"""The working form of a quantity while its parts are put together."""

from dataclasses import dataclass
from decimal import Decimal

from tradeclaims.values import Quantity
from tradeclaims.values.quantity import Qualifier


@dataclass(slots=True)
class Amount:
    """One number with what has been read around it; mutable, unlike the Quantity made of it."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = "count"
    currency: str | None = None
    qualifier: Qualifier = "exact"
    raw_start: int = -1
    """Where the qualifier words begin; -1 while there are none."""
    raw_end: int = -1
    scale: Decimal | None = None
    """Factor of the scale word ("billion"); None when none was written."""
    loose: bool = False
    """A plain word number such as "one", which counts as a quantity only when it gets a unit from its neighbour."""
    smallest: str = ""
    """The unit of the last part of a measure told in parts: "inches" in "6ft 7in"."""
    fraction: bool = False
    """A share told in words; low and high are percent all the same."""
    named: bool = False
    """The currency is named behind the number, so that a number before it may share it: "3,000 to 4,500 euros"."""
    cents: Decimal = Decimal(1)
    """What one of the number is worth in the currency: a hundredth for "64 cents"."""

    def quantity(self, text: str) -> Quantity:
        """The finished value; `raw` holds the qualifier's words too."""
        first = self.start if self.raw_start < 0 else self.raw_start
        last = max(self.end, self.raw_end)
        return Quantity(
            low=self.low,
            high=self.high,
            unit=self.unit,
            currency=self.currency,
            fraction=self.fraction,
            step=self.step,
            qualifier=self.qualifier,
            raw=text[first:last],
        )
