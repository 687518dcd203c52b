"""One way to understand a claim: where in the cube its numbers would have to stand."""

from decimal import Decimal
from typing import NamedTuple

from check.figure import Dims
from check.months import Months
from check.wording import dims_words, months_words
from tradeclaims.records.verdict import Diagnosis

ONE = Decimal(1)
THOUSAND = Decimal(1000)


class Reading(NamedTuple):
    """Series, stretch of time, sign and scale."""

    dims: Dims
    months: Months
    base: Months | None = None
    """The earlier stretch that changes are measured from."""

    sign: int = 1
    """The magnitude named is `sign` times the official value; 0 for "balance" without a sign: its size either way."""

    scale: Decimal = ONE
    """What the claim's amounts are multiplied by before they are compared: the number of years for a yearly average, a thousand for a slip of scale."""

    whole: Dims | None = None
    """For shares: the series that the claim's series is a part of."""

    diagnosis: Diagnosis | None = None
    """The slip, for readings that are not literal."""

    year_to_date: bool = False
    """Whether a stretch from January on is called year-to-date (three such months are a quarter as well)."""

    @property
    def is_average(self) -> bool:
        """Whether the amounts are averages of years or months, and no slip of scale."""
        return ONE < self.scale < THOUSAND

    def words(self) -> str:
        """ "goods, Census basis, not seasonally adjusted, 2016"."""
        words = f"{dims_words(self.dims)}, {months_words(self.months, year_to_date=self.year_to_date)}"
        if self.base is not None:
            words += f" against {months_words(self.base, year_to_date=self.year_to_date)}"
        if self.scale == ONE:
            return words
        if self.is_average:
            return f"{words}, the sum divided by {self.scale}"
        return f"{words}, {'thousandfold' if self.scale > 1 else 'a thousandth'}"
