"""Claims in the public format and back."""

from decimal import Decimal
from typing import Any

import pytest

from tradeclaims.contract import claim_json
from tradeclaims.errors import Unreadable
from tradeclaims.structured import claim_from_json

TEXT = "The goods deficit with South Korea grew 17 percent to $27.6 billion in 2016."
SAID: dict[str, Any] = {
    "reporter": "USA", "partners": ["KOR"], "indicator": "balance", "balance_sign": "deficit", "scope": "goods", "scope_basis": "explicit",
    "measure": "level", "value": 27_600_000_000, "unit": "currency", "currency": "USD", "change_pct": 17, "direction": "up",
    "period": {"start": "2016-01-01", "end": "2016-12-31", "freq": "year", "surface": "2016"}, "qualifier": "exact", "modality": "asserted",
}  # fmt: skip


def test_a_claim_comes_back_as_it_was_written() -> None:
    written = claim_json(claim_from_json(SAID, TEXT, document="d"))
    assert {name: written[name] for name in SAID} == SAID
    assert written["evidence"] == TEXT


def test_the_rounding_width_comes_from_the_quantities_and_else_from_the_digits() -> None:
    said = {**SAID, "value": 27_000_000_000}
    assert claim_from_json(said, TEXT, document="d").value.step == 1_000_000_000  # type: ignore[union-attr]
    printed = [{"surface": "$27.0 billion", "value": 27_000_000_000, "unit": "currency", "step": 100_000_000}]
    assert claim_from_json(said, TEXT, document="d", quantities=printed).value.step == 100_000_000  # type: ignore[union-attr]
    third = [{"surface": "a third", "value": 0.333, "unit": "fraction", "step": 0.03, "qualifier": "about"}]
    share = claim_from_json({**SAID, "value": None, "change_pct": None, "share": 33.3}, TEXT, document="d", quantities=third).share
    assert share is not None
    assert (share.low, share.step) == (Decimal("33.3"), 3)


def test_the_qualifier_belongs_to_the_main_figure() -> None:
    claim = claim_from_json({**SAID, "qualifier": "more_than"}, TEXT, document="d")
    assert claim.value is not None
    assert claim.change_pct is not None
    assert (claim.value.qualifier, claim.change_pct.qualifier) == ("more_than", "exact")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"indicator": "sales"}, "`indicator` must be one of exports"),
        ({"value": "much"}, "`value` must be a number, got 'much'"),
        ({"partners": "KOR"}, "`partners` must be a list"),
        ({"period": {"start": "2016-13-01", "end": None, "freq": "year"}}, "`period` must be"),
        ({"period": {"start": None, "end": None, "freq": "lustrum"}}, "`period` must be"),
        ({"start": 3, "end": 4000}, "offsets"),
        ({"value_high": 1}, "below"),
        ({"rank": "first"}, "`rank`"),
    ],
)
def test_what_cannot_be_used_names_the_field(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(Unreadable) as failed:
        claim_from_json({**SAID, **changed}, TEXT, document="d")
    assert words in str(failed.value)
