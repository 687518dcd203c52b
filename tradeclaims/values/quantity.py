"""A number as somebody wrote it: value, unit, rounding and qualifier. Exact decimals, never floats."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Qualifier = Literal["exact", "about", "nearly", "more_than", "less_than", "up_to", "at_least", "at_most", "range"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)

APPROXIMATION = Decimal("0.05")
"""How far "about" and "nearly" may lie from the number, as a share of it; house rule, see docs/checking.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """ "$5.2 billion" is 5 200 000 000 USD with step 100 000 000."""

    low: Decimal
    """The number in single units; the lower bound of a range."""

    high: Decimal
    """The upper bound of a range; equal to `low` for a single number."""

    unit: str
    """What is counted. `currency`, `percent`, `percentage_points`, `basis_points` (as written: 6 for "six basis points"), `times`, `rank`; a span of time
    or an age in `seconds`, `minutes`, `hours`, `days`, `weeks`, `months`, `quarters`, `years`, `decades`, `centuries`; a measure such as `SME`,
    `metric tons`, `vehicles`, `kilometers`, `degrees Celsius`, `GB`, `points` (of an index or a game); a rate such as `USD/day` or `EUR/tonne`;
    the noun that a hyphen binds to the number (`members` for "seven-member"); or `count` for all else."""

    currency: str | None = None
    """ISO 4217 code for unit `currency` and for rates of money; None otherwise."""

    step: Decimal
    """Rounding width in single units: 100 million for "$5.2 billion". Zero for a number that is exact by nature (a rank)."""

    qualifier: Qualifier = "exact"
    """How the number was hedged: "about", "nearly", "more than" …"""

    raw: str
    """The words as written, qualifier included."""

    fraction: bool = False
    """A share told in words ("a third", "one in five"): its unit is `percent` and `low` 33.3, but its writer gave no percentage."""

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"quantity {self.raw!r}: low {self.low} is above high {self.high}")
        if self.step < 0:
            raise ValueError(f"quantity {self.raw!r}: rounding width {self.step} is negative")
        if self.qualifier not in QUALIFIERS:
            raise ValueError(f"quantity {self.raw!r}: unknown qualifier {self.qualifier!r}")

    def interval(self) -> tuple[Decimal | None, Decimal | None]:
        """The values that make the words true, as (lowest, highest); None is an open end.

        Half a rounding width on each side of an exact number. "About" widens both sides to APPROXIMATION, "nearly" the lower side,
        where that is wider than the rounding. "More than X" is open above: the official value must not lie below X less half a step
        (an official 27.62 printed as "more than 27.6" is right).
        """
        half, slack = self.step / 2, abs(self.low) * APPROXIMATION
        match self.qualifier:
            case "about":
                wide = max(half, slack)
                return self.low - wide, self.high + wide
            case "nearly":
                return self.low - max(half, slack), self.high + half
            case "more_than" | "at_least":
                return self.low - half, None
            case "less_than" | "up_to" | "at_most":
                return None, self.high + half
        return self.low - half, self.high + half

    def admits(self, value: Decimal) -> bool:
        """Whether `value` (same unit, single units) lies in the interval that rounding and qualifier allow."""
        lowest, highest = self.interval()
        return (lowest is None or value >= lowest) and (highest is None or value <= highest)
