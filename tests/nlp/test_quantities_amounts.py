"""Every written form of an amount in amounts.toml is read as the table says."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from nlp.quantities import find_quantities
from nlp.quantities.wordlist import words
from tradeclaims.values import Quantity
from tradeclaims.values.quantity import QUALIFIERS

ROWS = tomllib.loads((Path(__file__).parent / "amounts.toml").read_text(encoding="utf-8"))["amounts"]
CODES = words("USD CAD AUD NZD BRL TWD HKD SGD EUR GBP JPY CNY KRW MXN COP INR CHF ZAR KES NGN ILS AED DKK EGP TRY")


def expected_quantity(entry: str) -> dict[str, object]:
    """The notation of the table as fields of a Quantity."""
    words = entry.split()
    low, _, high = words.pop(0).partition("..")
    step = Decimal(words.pop().removeprefix("step=")) if words[-1].startswith("step=") else None
    qualifier = words.pop() if words[-1] in QUALIFIERS else "exact"
    unit = " ".join(words)
    code, _, per = unit.partition("/")
    currency = code if code in CODES else None
    fields: dict[str, object] = {
        "low": Decimal(low),
        "high": Decimal(high or low),
        "unit": "currency" if currency and not per else unit,
        "currency": currency,
        "qualifier": qualifier,
    }
    return fields if step is None else fields | {"step": step}


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert sum(len(row) > 1 for row in ROWS) >= 200
    assert sum(len(row) == 1 for row in ROWS) >= 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].replace("\n", " "))
def test_amount_is_read_as_written(row: list[str]) -> None:
    text, *entries = row
    expected = [expected_quantity(entry) for entry in entries]
    mentions = find_quantities(text)
    quantities = [m.quantity for m in mentions if isinstance(m.quantity, Quantity)]
    found = [{name: getattr(q, name) for name in want} for q, want in zip(quantities, expected, strict=False)]
    assert (found, len(mentions)) == (expected, len(expected)), [m.span.quote for m in mentions]
