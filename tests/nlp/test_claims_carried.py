"""What sentences and paragraphs carry over: basis, sector, the two sides, the sender of bare goods; and what they must not."""

from collections.abc import Callable
from typing import Any

import pytest

from tradeclaims.contract import claim_json

Read = Callable[..., Any]

LAST = [
    # text, then of its last claim: reporter > partners, indicator, product, first days of period and compared period
    ("Exports rose 5 percent from a year earlier in May. Imports fell 3 percent.", "USA>WLD imports None 2017-05-01 2016-05-01"),
    ("Exports rose 5 percent in May from April. Imports fell 3 percent.", "USA>WLD imports None 2017-05-01 2017-04-01"),
    (
        "Exports rose 4 percent in May from a year earlier. In January, they had jumped 9 percent. The deficit came to $48 billion.",
        "USA>WLD balance None 2017-05-01 None",
    ),
    (
        "The deficit was $65 billion in May, much more than the $44 billion deficit in April. Imports rose to $230 billion.",
        "USA>WLD imports None 2017-05-01 2017-04-01",
    ),
    (
        "The deficit shrank to $44 billion in May, the smallest since March 2014, when the deficit was $42 billion.",
        "USA>WLD balance None 2014-03-01 None",
    ),
    (
        "The goods deficit with Mexico was $63 billion in 2016. Much of it comes from cars. Imports in the sector came to $90 billion.",
        "USA>MEX imports autos 2016-01-01 None",
    ),
    (
        "In 2016 the United States exported beef worth $6 billion. Exports of the product to Japan were $1.5 billion.",
        "USA>JPN exports beef 2016-01-01 None",
    ),
    (
        "Mexico and the United States\n\nThe two countries traded goods worth $525 billion in 2016.",
        "USA>MEX total_trade None 2016-01-01 None",
    ),
    ("The deficit with Japan was $69 billion in 2016. To Canada, exports were $267 billion.", "USA>CAN exports None 2016-01-01 None"),
    (
        "Exports to China rose to $116 billion in 2016. Imports were $463 billion.\n\nSoybean shipments climbed 30 percent to $14 billion.",
        "USA>CHN exports soybeans 2016-01-01 2015-01-01",
    ),
    (
        "Exports rose to $2.2 trillion in 2016. Imports were $2.7 trillion.\n\nCrude oil purchases fell 10 percent to $100 billion.",
        "USA>WLD imports crude oil 2016-01-01 2015-01-01",
    ),
    (
        "Exports of goods increased $4.9 billion in May.\n\n  • Fuel oil increased $0.2 billion.",
        "USA>WLD exports fuel oil 2017-05-01 2017-04-01",
    ),
    (
        "The gap with China shrank to $30 billion in May. With the EU it was $12 billion. Canada's widened to $2 billion.",
        "USA>CAN balance None 2017-05-01 2017-04-01",
    ),
    (
        "The deficit with China rose to $30 billion in May.\n\nFor the first quarter, it reached $79 billion.",
        "USA>CHN balance None 2017-01-01 None",
    ),
    (
        "Exports of beef totaled $6.3 billion in 2016. Japan bought $1.5 billion of that, and Mexico $1 billion.",
        "USA>MEX exports beef 2016-01-01 None",
    ),
    (
        "Shipments to Canada fell 5 percent in May. Cars, the biggest item, were down 6 percent. Those to China grew 2 percent.",
        "USA>CHN exports None 2017-05-01 2017-04-01",
    ),
    (
        "In 2016, we ran a deficit with Mexico. Trade in services with Mexico (exports and imports) totaled $58.4 billion in 2016.",
        "USA>MEX total_trade None 2016-01-01 None",
    ),
    ("Brazil sold $26 billion of goods to the United States in 2016. It bought $30 billion.", "BRA>USA imports None 2016-01-01 None"),
    (
        "The deficit with China was $30 billion in May. With other countries, the gap came to $20 billion.",
        "USA> balance None 2017-05-01 None",
    ),
    (
        "Exports rose 5 percent in May from a year earlier. Economists had expected growth of 3 percent.",
        "USA>WLD exports None 2017-05-01 2016-05-01",
    ),
    ("Imports from the EU were $416 billion in 2016. Non-EU imports came to $1.8 trillion.", "USA> imports None 2016-01-01 None"),
]


@pytest.mark.parametrize(("text", "expected"), LAST)
def test_the_last_claim_takes_over_what_it_leaves_out(claims_of: Read, text: str, expected: str) -> None:
    row = claim_json(claims_of(text)[-1])
    compared = row["compare_period"] and row["compare_period"]["start"]
    found = f"{row['reporter']}>{'+'.join(row['partners'])} {row['indicator']} {row['product']} {row['period']['start']} {compared}"
    assert found == expected


@pytest.mark.parametrize(
    "ending",
    [
        "Gold rose 1 percent to $1,340 an ounce.",
        "Steel production fell 3 percent.",
        "Oil prices rose 3 percent to $61.2.",
        "Toyota said its sales in North America rose 87 percent.",
        "Foreign exchange reserves fell by $28.6 billion to $3.2 trillion.",
        "Shares of Ford rose 2 percent.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_other_things_are_not_carried_on(claims_of: Read, ending: str, gap: str) -> None:
    assert len(claims_of(f"Imports of steel fell 6.8 percent to $21.7 billion in May.{gap}{ending}")) == 1


def test_categories_take_the_flow_before_them(claims_of: Read) -> None:
    text = (
        "U.S. exports of agricultural products to Colombia totaled $832 million in 2010. "
        "Leading categories include: wheat ($164 million), coarse grains ($118 million), and cotton ($100 million)."
    )
    rows = [claim_json(claim) for claim in claims_of(text)][1:]
    assert [(r["partners"], r["product"], r["value"]) for r in rows] == [
        (["COL"], "wheat", 164e6),
        (["COL"], "grain", 118e6),
        (["COL"], "cotton", 100e6),
    ]


def test_the_holder_of_a_place_has_the_sum_beside_it(claims_of: Read) -> None:
    text = "The United States imported textiles worth $101 billion in 2012. China was the largest supplier, with $40.6 billion. It was followed by Vietnam ($7.7 billion)."
    rows = [claim_json(claim) for claim in claims_of(text)]
    assert [(r["indicator"], r["partners"], r["value"] or r["rank"]) for r in rows[1:]] == [
        ("imports", ["CHN"], 40.6e9),
        ("rank", ["CHN"], 1),
        ("imports", ["VNM"], 7.7e9),
        ("rank", ["VNM"], 2),
    ]
