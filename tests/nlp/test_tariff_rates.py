"""Tariff rates: whose they are, on whose goods, from what to what, from when, and whether they are in force."""

from datetime import date

import pytest

from nlp.extract import extract
from nlp.verbs import verbs
from tradeclaims.records import Claim, Document

Told = tuple[str | None, tuple[str, ...], float, float | None, str, str | None]
"""Reporter, partners, rate, earlier rate, modality, first day."""

CASES: list[tuple[str, str, str, list[Told]]] = [
    (
        "Chinese luggage and bicycles will owe 10 percent from Monday, and 25 percent from Jan. 1.",
        "2018-09-20",
        "USA",
        [("USA", ("CHN",), 10, None, "asserted", "2018-09-24"), ("USA", ("CHN",), 25, None, "asserted", "2019-01-01")],
    ),
    (
        "Wine and cheese of EU origin entered on or after October 18 will owe an extra 25 percent, and new airliners 10 percent.",
        "2019-10-10",
        "USA",
        [("USA", ("EU",), 25, None, "asserted", "2019-10-18"), ("USA", ("EU",), 10, None, "asserted", "2019-10-18")],
    ),
    (
        "American ethanol pays 20 percent in Brazil above a quota of 600 million liters.",
        "2018-04-03",
        "BRA",
        [("BRA", ("USA",), 20, None, "asserted", None)],
    ),
    ("American farmers will owe 8 percent on their operating loans this spring.", "2021-05-03", "USA", []),
    (
        "Turkey's tariffs on American goods run from 20 percent on rice to 140 percent on spirits.",
        "2018-08-01",
        "TUR",
        [("TUR", ("USA",), 20, None, "asserted", None), ("TUR", ("USA",), 140, None, "asserted", None)],
    ),
    (
        "Canada's 25 percent duty on American steel took effect on Sunday, its reply to the tariffs that Washington put on Canadian metals.",
        "2018-07-02",
        "CAN",
        [("CAN", ("USA",), 25, None, "asserted", "2018-07-01")],
    ),
    (
        "The president threatened a 25 percent tariff on cars that Korean companies make in Mexico.",
        "2019-02-20",
        "KOR",
        [("USA", ("MEX",), 25, None, "hypothetical", None)],
    ),
    (
        "The 25 percent tariff on Japanese goods will start not on July 9 but on Aug. 1.",
        "2025-07-08",
        "JPN",
        [("USA", ("JPN",), 25, None, "asserted", "2025-08-01")],
    ),
    (
        "The 15 percent tariff on Chinese clothing will be halved to 7.5 percent on Feb. 14, USTR said.",
        "2020-01-23",
        "USA",
        [("USA", ("CHN",), 7.5, 15, "asserted", "2020-02-14")],
    ),
    (
        "Ottawa's 100 per cent surtax on Chinese electric cars came into force on Tuesday.",
        "2024-10-03",
        "CAN",
        [("CAN", ("CHN",), 100, None, "asserted", "2024-10-01")],
    ),
    (
        "China will levy duties of 5 percent and 10 percent on $60 billion of American goods.",
        "2018-09-18",
        "USA",
        [("CHN", ("USA",), 5, None, "asserted", None), ("CHN", ("USA",), 10, None, "asserted", None)],
    ),
    (
        "American duties on Chinese goods took effect on Monday, at 10 percent. The rate is set to go up to 25 percent on January 1, 2019.",
        "2018-09-28",
        "USA",
        [("USA", ("CHN",), 25, None, "asserted", "2019-01-01")],
    ),
    (
        "USTR published the tariffs on products of China that take effect on September 27, 2024:\n"
        "- Solar cells: 50 percent, up from 25 percent\n- Cranes: 25 percent",
        "2024-09-13",
        "USA",
        [("USA", ("CHN",), 50, 25, "asserted", "2024-09-27"), ("USA", ("CHN",), 25, None, "asserted", "2024-09-27")],
    ),
    (
        '"We may put 100 percent on French Champagne," the American president warned.',
        "2019-12-05",
        "FRA",
        [("USA", ("FRA",), 100, None, "hypothetical", None)],
    ),
    (
        "A letter to Seoul set the rate on Korean goods at 25 percent from Aug. 1.",
        "2025-07-08",
        "KOR",
        [("USA", ("KOR",), 25, None, "asserted", "2025-08-01")],
    ),
    (
        "Hanoi asked for a delay of the 46 percent American tariff, which starts on April 9.",
        "2025-04-03",
        "VNM",
        [("USA", ("VNM",), 46, None, "asserted", "2025-04-09")],
    ),
    ("Washing machine prices rose 20 percent after the tariffs of January.", "2018-07-18", "USA", []),
    ("The president said he was adding to the tariffs, and exports fell 10 percent.", "2018-07-18", "USA", []),
]


def told(claim: Claim) -> Told:
    assert claim.value is not None
    earlier = float(claim.from_value.low) if claim.from_value else None
    day = claim.period.start.isoformat() if claim.period and claim.period.start else None
    return claim.reporter, claim.partners, float(claim.value.low), earlier, claim.modality, day


@pytest.mark.parametrize(("text", "published", "country", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_each_rate_has_its_sides_its_earlier_rate_and_its_day(text: str, published: str, country: str, expected: list[Told]) -> None:
    document = Document(
        id="d", source="test", kind="text", url="", title="", published=date.fromisoformat(published), text=text, country=country
    )
    assert [told(claim) for claim in extract(document).claims if claim.indicator == "tariff_rate"] == expected


def test_a_verb_has_all_its_forms() -> None:
    laid = verbs("impose slap levy put_off withdraw")
    assert laid.third == "(?:withdraws|puts off|imposes|levies|slaps)"
    assert set(laid.participle[3:-1].split("|")) == {"imposed", "slapped", "levied", "put off", "withdrawn"}
    assert set(laid.ing[3:-1].split("|")) == {"imposing", "slapping", "levying", "putting off", "withdrawing"}
