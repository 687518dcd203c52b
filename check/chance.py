"""How many of the readings tried would fit by luck.

A wrong number is taken to lie anywhere within a factor of two of the right one, evenly on a logarithmic scale: with an interval of
relative width w, one reading whose official figure is that near fits by luck with probability w / ln 4. Growth rates are taken to lie
evenly over forty points. Parts of a pair multiply. The expected number is the sum over the readings tried up to the one that fits.
"""

import math
from collections.abc import Iterable
from decimal import Decimal

from check.claimed import Part
from check.evaluate import Evaluation

LIMIT = Decimal("0.05")
"""A diagnosis is withheld above this expected number of chance fits."""

NEAR = Decimal(2)
_LOG_RANGE = math.log(4)
_PERCENT_RANGE = 40.0


def chance_of(part: Part) -> float:
    """Probability that one nearby reading fits this part by luck; 1 for open intervals."""
    if part.role == "direction":
        return 0.5
    if part.low is None or part.high is None or part.low <= 0:
        return 1.0
    if part.role in ("change_pct", "change_pp"):
        return min(1.0, float(part.high - part.low) / _PERCENT_RANGE)
    return min(1.0, math.log(part.high / part.low) / _LOG_RANGE)


def expected_fits(parts: tuple[Part, ...], tried: Iterable[Evaluation]) -> Decimal:
    """Expected number of chance fits among the readings tried, to four decimals.

    Level and earlier level count on their own; of changes only the sharpest counts, since they follow from the levels.
    """
    levels = [chance_of(part) for part in parts if part.role in ("value", "from_value", "share")]
    changes = [chance_of(part) for part in parts if part.role not in ("value", "from_value", "share")]
    single = math.prod(levels) * (1.0 if any(part.role == "from_value" for part in parts) else min(changes, default=1.0))
    near = sum(1 for one in tried if _is_near(one))
    return Decimal(f"{single * near:.4f}")


def _is_near(evaluation: Evaluation) -> bool:
    main = evaluation.main
    if main.part.role not in ("value", "from_value", "share"):
        return True
    official, claimed = main.official, main.part.centre  # A figure of the opposite sign could not have fitted.
    return official * NEAR >= claimed and official <= claimed * NEAR
