"""Shares and ranks: whose part of which flow, and whose place in which ranking."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tradeclaims.contract import claim_json

Read = Callable[..., Any]
Told = tuple[str, str, list[str], float]

SHARES: list[tuple[str, list[Told]]] = [
    # The holder before its share, behind the whole, and inside a noun phrase.
    ("Canada supplied 84 percent of U.S. lumber imports in 2016.", [("USA", "imports", ["CAN"], 84)]),
    ("Nearly a third of Taiwan's exports went to the United States in 2016.", [("TWN", "exports", ["USA"], 33.3)]),
    ("The share of U.S. imports coming from China slipped to 13.3 percent.", [("USA", "imports", ["CHN"], 13.3)]),
    ("The U.S. was the destination for 76 percent of Canada's exports.", [("CAN", "exports", ["USA"], 76)]),
    ("Mexico sends four-fifths of its exports to the United States.", [("MEX", "exports", ["USA"], 80)]),
    # The whole told by a clause.
    ("Three-quarters of everything Canada sells abroad ends up in the United States.", [("CAN", "exports", ["USA"], 75)]),
    ("Canada provided 43 percent of the crude oil imported by the United States.", [("USA", "imports", ["CAN"], 43)]),
    # Joint holders, lists, and a whole named last.
    ("Canada and Mexico together bought 34 percent of U.S. goods exports.", [("USA", "exports", ["CAN", "MEX"], 34)]),
    (
        "China took 36.1 percent of Australian exports, well ahead of Japan with 16.3 percent.",
        [("AUS", "exports", ["CHN"], 36.1), ("AUS", "exports", ["JPN"], 16.3)],
    ),
    (
        "Canada takes 18 percent, Mexico 16 percent and China 8 percent of U.S. goods exports.",
        [("USA", "exports", ["CAN"], 18), ("USA", "exports", ["MEX"], 16), ("USA", "exports", ["CHN"], 8)],
    ),
    (
        "NAFTA partners accounted for 34 percent of U.S. goods exports and 26 percent of goods imports in 2016.",
        [("USA", "exports", ["CAN", "MEX"], 34), ("USA", "imports", ["CAN", "MEX"], 26)],
    ),
    ("Of U.S. yarn exports in 2016, 29 percent went to Mexico.", [("USA", "exports", ["MEX"], 29)]),
    # World exports are divided among those who export.
    ("China had a 14 percent share of world exports in 2015.", [("CHN", "exports", ["WLD"], 14)]),
]


@pytest.mark.parametrize(("text", "told"), SHARES, ids=[text[:50] for text, _ in SHARES])
def test_a_share_has_its_whole_and_its_holder(text: str, told: list[Told], claims_of: Read) -> None:
    rows = [claim_json(claim) for claim in claims_of(text)]
    found = [(row["reporter"], row["indicator"], row["partners"], row["share"]) for row in rows]
    assert found == told
    assert all(row["measure"] == "share" for row in rows)


NO_SHARES = [
    "Exports make up 13 percent of U.S. GDP, against 46 percent in Germany.",
    "Samsung held 21 percent of the global smartphone market in 2016.",
    "Tariffs now cover 45 percent of imports from China.",
    "Half of the increase in exports last month came from aircraft.",
    "One in five American jobs depends on trade.",
    "Chinese companies hold 80 percent of the solar market.",
    "Small businesses account for 98 percent of U.S. exporters.",
]


@pytest.mark.parametrize("text", NO_SHARES)
def test_a_part_of_something_else_is_no_share_of_a_flow(text: str, claims_of: Read) -> None:
    assert [claim for claim in claims_of(text) if claim.share is not None] == []


def test_earlier_share_points_and_direction_belong_to_the_share(claims_of: Read) -> None:
    text = "Vietnam's share of U.S. furniture imports climbed to 19 percent in 2016, while China's slipped by 2 percentage points to 55 percent."
    first, second = (claim_json(claim) for claim in claims_of(text))
    assert (first["partners"], first["share"], first["change_pp"], first["direction"]) == (["VNM"], 19, None, "up")
    assert (second["partners"], second["share"], second["change_pp"], second["direction"]) == (["CHN"], 55, 2, "down")


def test_a_sum_and_its_share_of_another_flow_are_two_claims(claims_of: Read) -> None:
    level, share = claims_of("Exports to Japan totaled $63 billion in 2016, or 4.3 percent of all U.S. exports.")
    assert (level.measure, share.measure) == ("level", "share")
    assert level.partners == share.partners == ("JPN",)


def test_a_share_of_the_total_stays_with_the_sum_before_it(claims_of: Read) -> None:
    (level,) = claims_of("Exports to Japan totaled $63 billion in 2016, or 4.3 percent of the total.")
    assert (level.measure, float(level.share.low)) == ("level", 4.3)


def test_a_gap_that_is_divided_is_a_level_of_its_own(claims_of: Read) -> None:
    rows = [
        claim_json(claim) for claim in claims_of("China alone made up three-fifths of June's $46.9 billion trade gap, up from half in May.")
    ]
    by_measure = {row["measure"]: row for row in rows}
    assert by_measure["share"]["partners"] == ["CHN"]
    assert (by_measure["share"]["share"], by_measure["share"]["from_value"]) == (60, 50)
    assert (by_measure["level"]["partners"], by_measure["level"]["direction"]) == (["WLD"], None)


def test_a_share_of_imports_told_in_the_holders_country_stays_the_importers(only: Read) -> None:
    claim = only("Mexico's share of U.S. imports hit 15.4 percent in 2023.", country="MEX", published=date(2024, 2, 7))
    assert (claim["reporter"], claim["partners"]) == ("USA", ["MEX"])


RANKS: list[tuple[str, list[tuple[str, str, list[str], int]]]] = [
    # Who has the place: the one that overtakes, is not lost to, is put there.
    ("Mexico overtook China in 2016 as the leading supplier of goods to the United States.", [("USA", "imports", ["MEX"], 1)]),
    ("Japan was overtaken by China as Australia's largest export market.", [("AUS", "exports", ["CHN"], 1)]),
    ("China lost its spot as the leading source of U.S. imports to Mexico in 2016.", [("USA", "imports", ["MEX"], 1)]),
    ("China fell to second place from first among suppliers of goods to the United States.", [("USA", "imports", ["CHN"], 2)]),
    ("Taiwan moved up to 10th from 12th on the list of U.S. goods trading partners.", [("USA", "total_trade", ["TWN"], 10)]),
    ("Colombia is the third-largest market for U.S. rice, after Mexico and Haiti.", [("USA", "exports", ["COL"], 3)]),
    # The places after the one told.
    (
        "Mexico was the largest source of U.S. goods imports in 2016, followed by China and Canada.",
        [("USA", "imports", ["MEX"], 1), ("USA", "imports", ["CHN"], 2), ("USA", "imports", ["CAN"], 3)],
    ),
    (
        "Canada was our No. 1 export market in 2016; Mexico was second and China third.",
        [("USA", "exports", ["CAN"], 1), ("USA", "exports", ["MEX"], 2), ("USA", "exports", ["CHN"], 3)],
    ),
    (
        "In 2016 India ranked ninth among our goods trading partners and 15th as an export market.",
        [("USA", "total_trade", ["IND"], 9), ("USA", "exports", ["IND"], 15)],
    ),
    # Those whose own flows are ranked.
    ("China was the world's largest exporter in 2016.", [("CHN", "exports", ["WLD"], 1)]),
    # Records over all time or all countries.
    ("The shortfalls with China and Japan were all records.", [("USA", "balance", ["CHN"], 1), ("USA", "balance", ["JPN"], 1)]),
]


@pytest.mark.parametrize(("text", "told"), RANKS, ids=[text[:50] for text, _ in RANKS])
def test_a_rank_has_its_ranking_and_its_country(text: str, told: list[tuple[str, str, list[str], int]], claims_of: Read) -> None:
    rows = [claim_json(claim) for claim in claims_of(text)]
    assert [(row["reporter"], row["rank_basis"], row["partners"], row["rank"]) for row in rows] == told


NO_RANKS = [
    "The deficit was the smallest since April 2015.",
    "The gap widened to a record $81.5 billion in 2016.",
    "Vietnam posted the fastest export growth of any Asian country.",
    "America imported 3.9 times as much from China as it exported there in 2016.",
    "Top purchasers of U.S. goods exports in 2016 were Canada, Mexico and China.",
    "California's exports rank first among the states.",
    "The U.S. is the top destination for Guatemalan migrants.",
    "Boeing is the country's biggest exporter.",
    "Los Angeles, the nation's largest port, handled 37 percent of imports from Asia.",
]


@pytest.mark.parametrize("text", NO_RANKS)
def test_a_superlative_of_something_else_is_no_rank(text: str, claims_of: Read) -> None:
    assert [claim for claim in claims_of(text) if claim.indicator == "rank"] == []


def test_a_rank_in_passing_leaves_its_flow_whole(claims_of: Read) -> None:
    claims = claims_of("Exports to China, the country's largest market, rose 5 percent to $24.4 billion in 2016.", country="IDN")
    assert {claim.measure for claim in claims} == {"level", "rank"}
    assert {claim.partners for claim in claims} == {("CHN",)}


def test_the_time_of_an_earlier_place_is_not_the_ranks(only: Read) -> None:
    assert only("Vietnam ranks as the 12th-largest supplier of U.S. imports, up from 28th a decade ago.")["period"] is None
