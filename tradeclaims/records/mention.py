"""A typed span: a date, a quantity or a name found in a text."""

from dataclasses import dataclass
from typing import Literal

from tradeclaims.values import Period, Quantity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something named in a document, claim or not."""

    kind: Literal["date", "quantity", "entity"]
    """What was found."""

    span: Span
    """Where."""

    label: str = ""
    """For entities `ORG`, `PERSON`, `GPE` or `AGREEMENT`; empty otherwise."""

    entity: str | None = None
    """Stable id of what is named: ISO3 or bloc code, agreement short name, agency code; None when unknown."""

    period: Period | None = None
    """For dates: the interval meant."""

    quantity: Quantity | None = None
    """For quantities: the number."""
