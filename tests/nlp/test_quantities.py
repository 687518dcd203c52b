"""What a quantity mention covers, beyond the value in it."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.quantities import find_quantities


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
    assert [m.quantity and m.quantity.currency for m in mentions] == ["USD", None, None, None]


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
