"""Claims built by hand, as the extractor would build them."""

from datetime import date
from decimal import Decimal
from typing import Any

from tradeclaims.records import Claim, Document
from tradeclaims.values import Quantity, Span


def amount(text: str, unit: str = "currency", *, qualifier: str = "exact", step: str | None = None, currency: str = "USD") -> Quantity:
    """ "27.6e9" with the rounding width its digits show; percent and ratios likewise."""
    digits, _, power = text.partition("e")
    width = Decimal(1).scaleb((int(power) if power else 0) - len(digits.partition(".")[2]))
    value = Decimal(text)
    return Quantity(low=value, high=value, unit=unit, currency=currency if unit == "currency" else None,
                    step=Decimal(step) if step else width, qualifier=qualifier, raw=text)  # type: ignore[arg-type]  # fmt: skip


def make_claim(**fields: Any) -> Claim:
    """A claim of the United States about a balance with Korea, unless `fields` say otherwise."""
    sentence = f"{sorted((key, str(value)) for key, value in fields.items())}"
    given = {"document": "d1", "revision": 1, "evidence": Span.of(sentence, 0, len(sentence)), "reporter": "USA", "partners": ("KOR",),
             "indicator": "balance", "measure": "level", **fields}  # fmt: skip
    if given["indicator"] == "balance" and "balance_sign" not in fields:
        given["balance_sign"] = "deficit"
    if "scope" in fields:
        given.setdefault("scope_basis", "explicit")
    return Claim(**given)


def document(published: date | None) -> Document:
    """A document of that day."""
    return Document(id="d1", source="test", kind="news", url="file:d1", title="", published=published, text="")
