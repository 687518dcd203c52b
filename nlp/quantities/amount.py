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

    def quantity(self, text: str) -> Quantity:
        """The finished value; `raw` holds the qualifier's words too."""
        first = self.start if self.raw_start < 0 else self.raw_start
        last = max(self.end, self.raw_end)
        return Quantity(
            low=self.low,
            high=self.high,
            unit=self.unit,
            currency=self.currency if self.unit == "currency" else None,
            step=self.step,
            qualifier=self.qualifier,
            raw=text[first:last],
        )
