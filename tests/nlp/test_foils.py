"""Figures set beside the stated one: forecasts, targets, refuted numbers and first prints."""

from collections.abc import Callable
from typing import Any

import pytest

from tradeclaims.records import Claim

STATED = 43_600_000_000


def told(claims: list[Claim]) -> set[tuple[Any, ...]]:
    """(number in units or percent, modality, vintage) of each claim."""
    found = set()
    for claim in claims:
        main = claim.value or claim.change_pct or claim.change_abs
        found.add((float(main.low) if main else None, claim.modality, claim.vintage))
    return found


@pytest.mark.parametrize(
    ("words", "foil"),
    [
        (", against a consensus forecast of $44.5 billion.", (44.5e9, "forecast", None)),
        (", smaller than the $44.5 billion that economists had looked for.", (44.5e9, "forecast", None)),
        ("; analysts had pencilled in $44.5 billion.", (44.5e9, "forecast", None)),
        (", half the $87 billion that Wall Street had been bracing for.", (87e9, "forecast", None)),
        (", short of the government's target of $44.5 billion.", (44.5e9, "target", None)),
        (", not $44.5 billion.", (44.5e9, "denied", None)),
        (" rather than the $44.5 billion the senator keeps citing.", (44.5e9, "denied", None)),
    ],
)
def test_a_figure_set_beside_another_is_a_claim_of_its_own(
    words: str, foil: tuple[Any, ...], claims_of: Callable[..., list[Claim]]
) -> None:
    claims = claims_of(f"The U.S. trade deficit came in at $43.6 billion in June{words}")
    assert told(claims) == {(STATED, "asserted", None), foil}
    assert len({claim.period and (claim.period.start, claim.period.end) for claim in claims}) == 1
    assert all(claim.from_value is None and claim.direction is None for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "The May trade gap was $47.1 billion rather than the $46.0 billion first reported.",
        "May's trade deficit, first given as $46.0 billion, is now put at $47.1 billion.",
        "The department had first put the May trade deficit at $46.0 billion; on Thursday it revised the figure to $47.1 billion.",
        "May's trade deficit was revised to $47.1 billion from the previously reported $46.0 billion.",
    ],
)
def test_two_prints_are_two_claims_and_no_change(text: str, claims_of: Callable[..., list[Claim]]) -> None:
    claims = claims_of(text)
    assert told(claims) == {(47.1e9, "asserted", "revised"), (46.0e9, "asserted", "first_reported")}
    assert all(claim.from_value is None and claim.direction is None for claim in claims)


def test_a_rate_is_set_beside_a_rate(claims_of: Callable[..., list[Claim]]) -> None:
    claims = claims_of("China's exports rose 15.6 percent in June, well above the 11 percent gain forecast in a Reuters poll.")
    assert told(claims) == {(15.6, "asserted", None), (11, "forecast", None)}
    assert {claim.direction for claim in claims} == {"up"}


def test_a_forecast_in_a_sentence_of_its_own_stands_beside_the_last_level(claims_of: Callable[..., list[Claim]]) -> None:
    claims = claims_of("The trade gap shrank to $39.9 billion in May. Analysts had pencilled in $41.7 billion.")
    assert told(claims) == {(39.9e9, "asserted", None), (41.7e9, "forecast", None)}


def test_a_comparison_with_what_was_expected_is_no_forecast_and_no_change(only: Callable[..., dict[str, Any]]) -> None:
    claim = only("The U.S. trade deficit of $43.6 billion in June was smaller than economists had expected.")
    assert (claim["modality"], claim["direction"]) == ("asserted", None)


def test_a_country_set_aside_is_not_the_one_ranked(only: Callable[..., dict[str, Any]]) -> None:
    assert only("Mexico, not China, was the largest supplier of goods to the United States in 2016.")["partners"] == ["MEX"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The deficit with Canada was $17.1 billion in 2016, and it will widen if the talks fail.", "asserted"),
        ("That would wipe out the $2.8 billion surplus that the United States had with Canada last year.", "asserted"),
        ("Had the pact been dropped, exports to Korea would have fallen by $2 billion.", "hypothetical"),
        ("Beijing disputes a deficit with China of $367 billion in 2015.", "denied"),
        ("The United States had no $100 billion deficit with Canada in 2016.", "denied"),
        ("U.S. imports from Mexico did not triple in 2016.", "denied"),
    ],
)
def test_modality_is_read_in_the_clause_of_the_figure(text: str, modality: str, claims_of: Callable[..., list[Claim]]) -> None:
    assert claims_of(text)[0].modality == modality


def test_a_sum_of_sales_lost_is_a_change(only: Callable[..., dict[str, Any]]) -> None:
    claim = only("American corn growers stand to lose $1.5 billion in sales to Mexico if the border is closed.")
    assert (claim["measure"], claim["change_abs"], claim["direction"], claim["modality"]) == (
        "change",
        1_500_000_000,
        "down",
        "hypothetical",
    )
