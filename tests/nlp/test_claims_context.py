"""What a sentence takes over from the text before it: partner, scope, period, the agreement meant, and the speaker of a quotation."""

from collections.abc import Callable
from typing import Any

from tradeclaims.contract import claim_json

Read = Callable[..., Any]

LETTER = """The minister sent a letter about the U.S.-Korea Free Trade Agreement on Wednesday.

“We have long had concerns about our trade with Korea,” Robert Lighthizer wrote. “Our goods deficit has doubled since the agreement took effect. \
Our services surplus with Korea has increased.”"""


def test_the_agreement_meant_gives_the_first_day_of_since(claims_of: Read) -> None:
    doubled = claims_of(LETTER)[0]
    row = claim_json(doubled)
    assert (row["partners"], row["scope"], row["factor"], row["direction"]) == (["KOR"], "goods", 2, "up")
    assert (row["period"]["start"], row["period"]["end"], row["compare_period"]) == ("2012-03-15", "2017-07-13", None)
    assert row["period"]["surface"] == "since the agreement took effect"


def test_every_sentence_of_a_quotation_has_its_speaker(claims_of: Read) -> None:
    claims = claims_of(LETTER)
    assert len(claims) == 2
    assert {(c.speaker, c.cue, c.quotation) for c in claims} == {("Robert Lighthizer", "wrote", True)}


def test_an_unknown_agreement_leaves_partner_and_base_open(only: Read) -> None:
    row = only("Our goods deficit has tripled since the pact went into effect.")
    assert (row["partners"], row["compare_period"]) == ([], None)
    assert (row["period"]["start"], row["period"]["end"]) == (None, "2017-07-13")


def test_bare_flows_keep_the_partner_of_their_paragraph_only(claims_of: Read) -> None:
    text = (
        "The deficit with Korea rose to $2.1 billion in May. Exports fell to $3.7 billion.\n\nTotal exports rose 1 percent to $192 billion."
    )
    assert [c.partners for c in claims_of(text)] == [("KOR",), ("KOR",), ("WLD",)]


def test_a_pronoun_goes_on_about_the_flow_before_it(claims_of: Read) -> None:
    claims = claims_of("The goods gap with Mexico widened in May. For all of 2016, it was $63.2 billion.")
    assert [(c.partners, c.scope) for c in claims] == [(("MEX",), "goods")] * 2
    assert claim_json(claims[1])["value"] == 63_200_000_000


def test_a_pronoun_that_stands_for_something_else_gives_no_claim(claims_of: Read) -> None:
    text = "The goods gap with Mexico widened in May. The plant will be closed and it is expected to cost $2 billion."
    assert len(claims_of(text)) == 1


def test_as_of_a_month_is_year_to_date(only: Read) -> None:
    row = only("As of May 2017, the United States had taken in $887 million worth of apparel from Vietnam.")
    assert (row["period"]["start"], row["period"]["end"], row["period"]["freq"]) == ("2017-01-01", "2017-05-31", "ytd")


def test_a_date_of_entry_into_force_is_not_the_period_of_the_figure(only: Read) -> None:
    row = only("The U.S.-Korea FTA came into force in March 2012, and trade between the two nations last year reached $112.2 billion.")
    assert row["period"]["start"] == "2016-01-01"
    assert row["partners"] == ["KOR"]


def test_a_share_named_with_its_flow_takes_nothing_from_the_sentence_before(claims_of: Read) -> None:
    text = "The goods deficit with Korea doubled to $27.6 billion in 2016. Lumber accounted for 9 percent of Canadian exports to Japan in 2016, wheat 14 percent."
    shares = [claim_json(claim) for claim in claims_of(text)[1:]]
    assert [(row["reporter"], row["partners"], row["indicator"], row["product"], row["share"]) for row in shares] == [
        ("CAN", ["JPN"], "exports", "lumber", 9),
        ("CAN", ["JPN"], "exports", "wheat", 14),
    ]
