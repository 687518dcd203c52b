"""Portions of a flow told in clauses of their own, and the group, the country or the lead that stands for a partner or a balance."""

from collections.abc import Callable
from typing import Any

import pytest

from tradeclaims.contract import claim_json

Read = Callable[..., Any]

# text, then (reporter, partners, indicator, value, product) of its claims with a level, in text order
LEVELS = [
    pytest.param(
        "In 2018 the United States imported $21 billion of coffee, of which $4.1 billion came from Brazil and $2.6 billion from Colombia.",
        [("USA", "WLD", "imports", 21e9, "coffee"), ("USA", "BRA", "imports", 4.1e9, "coffee"), ("USA", "COL", "imports", 2.6e9, "coffee")],
        id="of which from whom",
    ),
    pytest.param(
        "Peru's exports came to $36.8 billion in 2016, of which copper made up $10.2 billion and gold $7.4 billion.",
        [("PER", "WLD", "exports", 36.8e9, None), ("PER", "WLD", "exports", 10.2e9, "copper"), ("PER", "WLD", "exports", 7.4e9, "gold")],
        id="of which what",
    ),
    pytest.param(
        "Chile's exports to China reached $19.1 billion in 2013. Copper earned $15.2 billion, and fruit brought in another $600 million.",
        [
            ("CHL", "CHN", "exports", 19.1e9, None),
            ("CHL", "CHN", "exports", 15.2e9, "copper"),
            ("CHL", "CHN", "exports", 6e8, "fruit and vegetables"),
        ],
        id="earners",
    ),
    pytest.param(
        "Australia's beef exports rose to $8.9 billion in 2018, with Japan taking $2.3 billion of that and the United States $1.9 billion.",
        [("AUS", "WLD", "exports", 8.9e9, "beef"), ("AUS", "JPN", "exports", 2.3e9, "beef"), ("AUS", "USA", "exports", 1.9e9, "beef")],
        id="with whom taking",
    ),
    pytest.param(
        "U.S. imports from Lesotho came to $290 million in 2014. Of that, apparel accounted for $280 million.",
        [("USA", "LSO", "imports", 2.9e8, None), ("USA", "LSO", "imports", 2.8e8, "apparel")],
        id="of that",
    ),
    pytest.param(
        "Congress approved CAFTA-DR in 2005. U.S. exports to the six countries rose to $29.9 billion in 2012. Imports from the region totaled $31.2 billion.",
        [("USA", "CAFTA-DR", "exports", 29.9e9, None), ("USA", "CAFTA-DR", "imports", 31.2e9, None)],
        id="the group of an agreement",
    ),
    pytest.param(
        "In goods the United States ran a $16 billion deficit with Switzerland in 2016. In services it was $14 billion ahead.",
        [("USA", "CHE", "balance", 16e9, None), ("USA", "CHE", "balance", 14e9, None)],
        id="ahead",
    ),
    pytest.param(
        "The bill for foreign oil dropped 8 percent to $27.2 billion in December.",
        [("USA", "WLD", "imports", 27.2e9, "crude oil")],
        id="bill",
    ),
    pytest.param(
        "Goods exports came to $1.5 trillion. Canada, at $281 billion, was once more the largest market for American goods, followed by Mexico, at $198 billion.",
        [("USA", "WLD", "exports", 1.5e12, None), ("USA", "CAN", "exports", 281e9, None), ("USA", "MEX", "exports", 198e9, None)],
        id="next place with its sum",
    ),
    pytest.param(
        "Korea's exports to ASEAN fell to $18.3 billion in the first quarter. Imports from the bloc were down at $11.4 billion, leaving a surplus of $6.9 billion. "
        "Vietnam alone took $6.7 billion.",
        [
            ("KOR", "ASEAN", "exports", 18.3e9, None),
            ("KOR", "ASEAN", "imports", 11.4e9, None),
            ("KOR", "ASEAN", "balance", 6.9e9, None),
            ("KOR", "VNM", "exports", 6.7e9, None),
        ],
        id="the bloc named last",
    ),
    pytest.param(
        "Commerce opened an investigation of steel pipe from India, Korea and Taiwan. Imports from the three came to $1.2 billion in 2012. India supplied $310 million of that.",
        [("USA", "IND,KOR,TWN", "imports", 1.2e9, None), ("USA", "IND", "imports", 3.1e8, None)],
        id="the three named last",
    ),
    pytest.param(
        "Exports of apparel to Mexico came to $5.8 billion. Imports tell another story. Those from Vietnam jumped to $8.7 billion.",
        [("USA", "MEX", "exports", 5.8e9, "apparel"), ("USA", "VNM", "imports", 8.7e9, "apparel")],
        id="turned to the other flow",
    ),
    pytest.param(
        "Canada sold the United States $438 billion of goods in 2018. By Washington's count, however, the gap was only $19.8 billion.",
        [("CAN", "USA", "exports", 438e9, None), ("USA", "CAN", "balance", 19.8e9, None)],
        id="by whose count",
    ),
    pytest.param(
        "Taiwan was the sixth-largest market for U.S. farm products, with sales of $3.3 billion.",
        [("USA", "TWN", "exports", 3.3e9, "agriculture")],
        id="place with sales",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_levels(claims_of: Read, text: str, expected: list[tuple[str, str, str, float, str | None]]) -> None:
    claims = [claim_json(claim) for claim in claims_of(text) if claim.value is not None]
    assert [(c["reporter"], ",".join(c["partners"]), c["indicator"], c["value"], c["product"]) for c in claims] == expected


def test_a_programme_is_only_its_portions(claims_of: Read) -> None:
    text = "In 2014 the United States imported $10.9 billion of goods from Ecuador, of which $247.3 million entered free of duty under the GSP."
    assert [(float(claim.value.low), claim.checkable) for claim in claims_of(text)] == [(10.9e9, True), (247.3e6, False)]


def test_a_share_stands_beside_its_portion(claims_of: Read) -> None:
    text = "In 2020 the country imported $377 million worth, of which $268 million, or 71 percent, came from China."
    portion = claim_json(claims_of(text)[-1])
    assert (portion["partners"], portion["value"], portion["share"], portion["measure"]) == (["CHN"], 268e6, 71, "level")


def test_of_which_may_lead_to_shares(claims_of: Read) -> None:
    text = "Imports of honey from all sources came to $207 million in 2008, of which Argentina supplied 22 percent and Vietnam 14 percent."
    assert [(c.partners, float(c.share.low)) for c in claims_of(text) if c.share] == [(("ARG",), 22), (("VNM",), 14)]


def test_places_where_something_happened_are_no_partners(claims_of: Read) -> None:
    text = "U.S. exports fell 0.4 percent in December as unrest in Hong Kong and Chile disrupted shipping."
    assert [claim.partners for claim in claims_of(text)] == [("WLD",)]


def test_attributive_record_is_no_rank(claims_of: Read) -> None:
    text = "Canada posted a record merchandise trade deficit of $3.6 billion in June, Statistics Canada reported Friday."
    assert [claim.indicator for claim in claims_of(text)] == ["balance"]


def test_a_movement_is_not_that_of_the_next_partner(claims_of: Read) -> None:
    text = "Exports to Japan fell in May, while those to South Korea climbed 12 percent."
    assert [(c.partners, c.measure, c.direction) for c in claims_of(text)] == [
        (("JPN",), "direction", "down"),
        (("KOR",), "growth", "up"),
    ]


TABLES = [
    (
        "Trade in goods with selected partners, 2012 (millions of dollars)\nPartner  Exports  Imports  Balance\nTurkey  12,469.0  6,297.4  6,171.6",
        [("exports", 12.469e9), ("imports", 6.2974e9), ("balance", 6.1716e9)],
    ),
    (
        "Changes from March to April 2016, in billions of dollars:\n- Capital goods exports: up 1.3 to 42.9\n- Imports of food: down 0.2 to 10.8",
        [("exports", 42.9e9), ("imports", 10.8e9)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_rows(claims_of: Read, text: str, expected: list[tuple[str, float]]) -> None:
    claims = claims_of(text)
    assert [(claim.indicator, float(claim.value.low)) for claim in claims] == expected


RATES = [
    ("Japan will lower its 38.5 percent tariff on American beef to 9 percent by 2033.", ("JPN", ("USA",), 9, 38.5, "down")),
    ("India has hit American almonds with a 20 percent duty.", ("IND", ("USA",), 20, None, None)),
    ("India runs a surplus with us, and it slaps a 100 percent tariff on our motorcycles.", ("IND", ("USA",), 100, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_rates(claims_of: Read, text: str, expected: tuple[str, tuple[str, ...], float, float | None, str | None]) -> None:
    claim = next(claim for claim in claims_of(text) if claim.indicator == "tariff_rate")
    earlier = float(claim.from_value.low) if claim.from_value else None
    assert (claim.reporter, claim.partners, float(claim.value.low), earlier, claim.direction) == expected
