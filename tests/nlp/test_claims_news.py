"""Newspaper and report sentences with several figures: whose each figure is, what it is measured against, and for when."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Read = Callable[..., Any]

# text, day of publication, country it is told in, then "reporter>partners indicator figure" of each claim
READ = [
    # A partner that opens the sentence, and both flows that go on about it.
    ("In trade with China, Japan ran a deficit of 273 billion yen in July. Exports climbed 12 percent, and imports were up 13 percent.",
     date(2018, 8, 20), "JPN", ["JPN>CHN balance 273000000000", "JPN>CHN exports 12", "JPN>CHN imports 13"]),
    # One country's flow to another, neither of them the document's.
    ("Garment exports from Vietnam to the United States fell 1.4 percent to $4.3 billion in April, while those from Cambodia rose 11 percent.",
     date(2024, 6, 12), "BGD", ["VNM>USA exports 4300000000", "KHM>USA exports 11"]),
    # A title before a partner's name is no rank.
    ("December imports of soybeans from top supplier Brazil fell 14 percent.", date(2014, 1, 10), "CHN", ["CHN>BRA imports 14"]),
    # Passive flows, each with its own sum.
    ("Goods worth 111.8 billion euros were exported in December, and 96.1 billion euros of goods were imported.",
     date(2020, 2, 7), "DEU", ["DEU>WLD exports 111800000000", "DEU>WLD imports 96100000000"]),
    # A flow as the object of what was done to it.
    ("China cut its purchases of U.S. sorghum by 60 percent in March and increased Australian imports by 14 percent.",
     date(2018, 5, 15), "USA", ["CHN>USA imports 60", "CHN>AUS imports 14"]),
    # Products that move behind their flow.
    ("Energy exports fell 2.8 per cent in October, led by a 5.1 per cent drop in crude oil and a 9.4 per cent decline in coal.",
     date(2019, 12, 6), "CAN", ["CAN>WLD exports 2.8", "CAN>WLD exports 5.1", "CAN>WLD exports 9.4"]),
    ("Imports of motor vehicles and parts rose 2.4 percent in August.", date(2024, 10, 8), "CAN", ["CAN>WLD imports 2.4"]),
    # The next place of a ranking, with its level.
    ("Mexico was the leading buyer of Texas goods in 2014, at $102.6 billion. Canada was second at $31.1 billion.", date(2015, 5, 6), "USA",
     ["USA>MEX exports 102600000000", "USA>MEX rank 1", "USA>CAN exports 31100000000", "USA>CAN rank 2"]),
    # Rows in which the figure comes first, each with its verb.
    ("In 2022 steel imports were up 9 percent to 7 million tons from Canada and down 16 percent to 2.9 million tons from Brazil.",
     date(2023, 2, 1), "USA", ["USA>CAN imports 7000000", "USA>BRA imports 2900000"]),
    ("Exports from those countries, China and Korea alike, were small.", date(2023, 2, 1), "USA", []),
]  # fmt: skip


def _told(claim: Any) -> str:
    main = claim.value or claim.change_pct or claim.change_abs or claim.share
    figure = claim.rank if claim.indicator == "rank" else f"{main.low.normalize():f}" if main else claim.direction
    return f"{claim.reporter}>{','.join(claim.partners)} {claim.indicator} {figure}"


@pytest.mark.parametrize(("text", "published", "country", "expected"), READ, ids=[row[0][:40] for row in READ])
def test_figures_of_a_news_sentence(claims_of: Read, text: str, published: date, country: str, expected: list[str]) -> None:
    """Each figure stands with its own reporter, partner and flow."""
    assert sorted(_told(claim) for claim in claims_of(text, published=published, country=country)) == sorted(expected)


BASES = [
    # text, day, country; number of the claim, its earlier level, the day its compared period begins
    ("Merchandise exports stood at $33.8 billion in September, an increase of 22.6 percent over $27.6 billion in September 2020.",
     date(2021, 10, 21), "IND", 0, 27.6e9, date(2020, 9, 1)),
    ("The services surplus widened to $22.1 billion, on the back of stronger travel exports, from $21.4 billion in December.",
     date(2017, 3, 8), "USA", 0, 21.4e9, date(2016, 12, 1)),
    ("Exports came to $24.9 billion from July 1-20, compared with $25.2 billion in the same period last year.",
     date(2016, 7, 22), "KOR", 0, 25.2e9, date(2015, 7, 1)),
    # A rate without a base is measured as the document's first one is.
    ("Exports grew 19 percent from a year earlier in July. Imports climbed 47 percent.", date(2022, 8, 17), "JPN", 1, None, date(2021, 7, 1)),
    ("Exports grew 1.9 percent in July. Imports climbed 4 percent.", date(2022, 9, 8), "USA", 1, None, date(2022, 6, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "country", "number", "earlier", "since"), BASES, ids=[row[0][:40] for row in BASES])
def test_what_a_figure_is_measured_against(
    claims_of: Read, text: str, published: date, country: str, number: int, earlier: float | None, since: date
) -> None:
    """The earlier level, and the time it or the rate is counted from."""
    claim = claims_of(text, published=published, country=country)[number]
    assert (float(claim.from_value.low) if claim.from_value else None) == earlier
    assert claim.compare_period is not None
    assert claim.compare_period.start == since


def test_a_base_leaves_the_period_told_of(claims_of: Read) -> None:
    """A level of the year before only stands beside the month reported on; what follows is still that month's."""
    text = "The monthly gap rose to $44.2 billion in August. In August 2011 it came to $44.8 billion. Exports fell $1.9 billion."
    last = claims_of(text, published=date(2012, 10, 11))[-1]
    assert (last.indicator, last.period.start) == ("exports", date(2012, 8, 1))


def test_the_product_told_of_goes_on(claims_of: Read) -> None:
    """Bare exports behind those of a product, in a text that told no total, are the product's."""
    text = "Pork exports came to 231,000 metric tons in January. Through the first two months of the year, exports were 9 percent above last year."
    assert [claim.product for claim in claims_of(text, published=date(2023, 3, 21))] == ["pork", "pork"]
