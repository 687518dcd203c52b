"""What a quantity mention covers, beyond the value in it."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.quantities import find_quantities
from nlp.quantities.trade import as_trade_figure
from tradeclaims.contract import quantity_json


@pytest.mark.parametrize(
    ("text", "quote", "raw"),
    [
        ("they lose more than $310 billion yearly", "$310 billion", "more than $310 billion"),
        ("about 49 billion euros.", "49 billion euros", "about 49 billion euros"),
        ("Between $14 billion and $16 billion in duties", "$14 billion and $16 billion", "Between $14 billion and $16 billion"),
        ("exports of 5 percent or more", "5 percent", "5 percent or more"),
        (
            "came to 27.7 million square meter equivalents in all",
            "27.7 million square meter equivalents",
            "27.7 million square meter equivalents",
        ),
        ("3 people came", "3", "3"),
        ("it came to $27.6 billion.", "$27.6 billion", "$27.6 billion"),
    ],
)
def test_span_covers_number_and_unit_and_raw_the_hedge_as_well(text: str, quote: str, raw: str) -> None:
    (mention,) = find_quantities(text)
    mention.span.check(text)
    assert mention.span.quote == quote
    assert mention.quantity is not None
    assert mention.quantity.raw == raw


def test_only_money_has_a_currency() -> None:
    mentions = find_quantities("$5 billion, $1 billion a day, 5 percent, 300 tons")
    assert [m.quantity and m.quantity.currency for m in mentions] == ["USD", "USD", None, None]


@pytest.mark.parametrize(
    ("text", "unit", "value", "fraction"),
    [
        ("a third of it", "fraction", 0.333, True),
        ("one in five said so", "fraction", 0.2, True),
        ("more than half of them", "fraction", 0.5, True),
        ("half a percent", "percent", 0.5, False),
        ("half a percentage point", "percentage_points", 0.5, False),
        ("33.3 percent", "percent", 33.3, False),
    ],
)
def test_a_share_in_words_is_a_percentage_inside_and_a_fraction_outside(text: str, unit: str, value: float, fraction: bool) -> None:
    (mention,) = find_quantities(text)
    shown = quantity_json(mention)
    assert (shown["unit"], shown["value"]) == (unit, value)
    assert mention.quantity is not None
    assert mention.quantity.fraction is fraction
    assert mention.quantity.unit == ("percent" if fraction else unit)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("50 basis points", (Decimal("0.5"), "percentage_points", None)),
        ("$2 billion a day", (Decimal(2_000_000_000), "USD/day", None)),
        ("3.4 points", (Decimal("3.4"), "count", None)),
        ("a third of it", (Decimal("33.3"), "percent", None)),
        ("12,000 metric tons", (Decimal(12000), "metric tons", None)),
    ],
)
def test_claims_know_quantities_in_their_own_units(text: str, figure: tuple[Decimal, str, str | None]) -> None:
    (mention,) = find_quantities(text)
    assert mention.quantity is not None
    found = as_trade_figure(mention.quantity)
    assert found is not None
    assert (found.low, found.unit, found.currency) == figure


@pytest.mark.parametrize(
    "text",
    ["over 18 months", "a 42-year-old", "the seven-member panel", "an 11-inch screen", "256GB of it", "one person died", "$82.17 a barrel"],
)
def test_what_no_flow_is_measured_in_is_no_figure_of_a_claim(text: str) -> None:
    (mention,) = find_quantities(text)
    assert mention.quantity is not None
    assert as_trade_figure(mention.quantity) is None


def test_a_doubling_holds_for_a_little_more_than_twice() -> None:
    (mention,) = find_quantities("The deficit doubled.")
    assert mention.quantity is not None
    assert mention.quantity.admits(Decimal("2.09"))
    assert not mention.quantity.admits(Decimal("2.4"))


def test_full_width_text_keeps_its_own_characters() -> None:
    (mention,) = find_quantities("計 ＄２７．６ billion")
    assert mention.span.quote == "＄２７．６ billion"


def test_year_and_amount_in_one_sentence_are_kept_apart() -> None:
    mentions = find_quantities("Chile shipped copper for 412 million dollars in 2003, more than in 2002 or before May 3.")
    assert [m.span.quote for m in mentions] == ["412 million dollars"]


@given(st.decimals(min_value=1, max_value=999, places=1), st.sampled_from(["million", "billion", "trillion"]))
def test_any_dollar_amount_is_read_back(value: Decimal, scale: str) -> None:
    factor = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    (mention,) = find_quantities(f"Imports came to ${value} {scale} in 2016.")
    assert mention.quantity is not None
    assert (mention.quantity.low, mention.quantity.step) == (value * factor, Decimal(factor) / 10)


@given(st.text(alphabet="0123456789 .,-%$()/ tomillionhalfd", max_size=50))
def test_no_text_breaks_the_grammar_and_mentions_never_overlap(text: str) -> None:
    mentions = find_quantities(text)
    for mention in mentions:
        mention.span.check(text)
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start
