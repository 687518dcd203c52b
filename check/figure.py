"""One official figure and the dimensions it stands at."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from check.months import Months


class Dims(NamedTuple):
    """A series without its publisher and vintage."""

    reporter: str
    partners: tuple[str, ...]
    """One, or several whose figures are added."""

    flow: str
    """`exports`, `imports`, `balance` or `total`."""

    product: str
    basis: str
    adjustment: str
    family: str = ""
    """Empty for the general series; see check.series.source."""


class Figure(NamedTuple):
    """A value in million dollars from one publication."""

    value: Decimal
    step: Decimal
    """Width to which the publisher rounded it; 0 where printed in full."""

    source: str
    series: str
    vintage: str
    day: date
    """From when the vintage counts as public."""

    provenance: str
    dims: Dims
    months: Months

    def query(self, *, year_to_date: bool = False) -> str:
        """The look-up that gives exactly this figure again."""
        dims = self.dims
        freq, period = self.months.label(year_to_date=year_to_date)
        source = f"{self.source}.{self.series}" if dims.family else self.source
        path = [dims.reporter, "+".join(dims.partners), dims.flow, dims.product, dims.basis, dims.adjustment, freq, period]
        return f"{source}:{'/'.join(path)}@{self.vintage}"


def partner_code(name: str) -> str:
    """ISO3 and bloc codes as they are; a publisher's name of an aggregate as a code: `PACIFIC-RIM`."""
    if name.isupper() and " " not in name:
        return name
    kept = "".join(character if character.isalnum() else " " for character in name)
    return "-".join(kept.upper().split())
