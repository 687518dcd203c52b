"""One claim's share of a sentence."""

from dataclasses import dataclass

from nlp.claims.figures import Figures
from tradeclaims.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures for one set of partners, and the words that hold them."""

    figures: Figures
    partners: tuple[str, ...]
    start: int
    end: int
    product: str | None = None
    """The product of this part, where a list names one for each figure."""

    period: Period | None = None
    """The period of this part, where a list names one for each figure."""

    listed: bool = False
    """Whether a key of an enumeration names what its figures are of."""

    reporter: str | None = None
    """The reporter of this part, where a list names one for each figure."""
