"""Which new figures a verdict could use, and which it could not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from check.cube import Cube
from check.lookups import changes, touches
from check.verify import verify_watching
from tests.check.making import amount, document, make_claim
from tradeclaims.records import Claim, Observation
from tradeclaims.values import Period

GOODS = {"scope": "goods", "value": amount("27.6e9"), "period": Period.year(2016)}
IN_MAY = {"scope": "goods", "indicator": "imports", "value": amount("30.0e9"), "period": Period.year_to_date(2017, 5)}
RANK = {
    "indicator": "rank",
    "rank_basis": "total_trade",
    "measure": "rank",
    "share_of": "trading partners",
    "rank": 6,
    "period": Period.year(2016),
}
RECORD = {"indicator": "rank", "rank_basis": "balance", "measure": "rank", "share_of": "record", "rank": 1, "period": Period.year(2016)}
NOT_OUT = {"scope": "goods", "value": amount("27.6e9"), "period": Period.year(2031)}
STEEL = {"product": "steel", "value": amount("27.6e9"), "period": Period.year(2016)}


def added(**fields: Any) -> Observation:
    """The Korean goods deficit of 2016 in a vintage of 2031, unless `fields` say otherwise."""
    base = {"series": "us_trade_in_goods_by_country", "source": "census", "reporter": "USA", "partner": "KOR", "flow": "balance", "product": "all_goods",
            "basis": "census", "adjustment": "nsa", "freq": "A", "period": "2016", "value": Decimal(-20_000), "unit": "USD_million",
            "vintage": "2031-01", "provenance": "p"}  # fmt: skip
    return Observation(**{**base, **fields})


def is_touched(cube: Cube, claim: Claim, *observations: Observation, published: date = date(2017, 7, 13)) -> bool:
    ((_, _, watched),) = verify_watching([claim], document(published), cube)
    return any(touches(found, watched[place]) for place, found in changes(observations).items() if place in watched)


@pytest.mark.parametrize(
    ("fields", "observation", "expected"),
    [
        (GOODS, {}, True),
        (GOODS, {"flow": "imports"}, True),  # a balance is computed from it
        (GOODS, {"freq": "M", "period": "2016-03", "flow": "exports"}, True),  # months add up to the year
        (GOODS, {"period": "2012"}, False),
        (GOODS, {"partner": "JPN"}, False),
        (GOODS, {"unit": "USD_million_approximate"}, False),  # never used
        (GOODS, {"source": "otexa", "product": "apparel", "flow": "imports"}, False),
        (IN_MAY, {"flow": "imports", "freq": "M", "period": "2017-05"}, True),
        (IN_MAY, {"flow": "imports", "freq": "YTD", "period": "2017-05"}, True),
        (IN_MAY, {"flow": "imports", "freq": "M", "period": "2013-05"}, False),
        (IN_MAY, {"flow": "imports", "freq": "YTD", "period": "2012-05"}, False),
        (RANK, {"partner": "VNM", "flow": "total"}, True),  # another country moves the ranking
        (RANK, {"partner": "EU", "flow": "total"}, False),  # no country
        (RANK, {"partner": "VNM", "flow": "total", "period": "2012"}, False),
        (RANK, {"unit": "rank", "flow": "total", "value": Decimal(7), "basis": "", "source": "ustr"}, True),
        (RECORD, {"period": "1993"}, True),  # all earlier years count
        (RECORD, {"period": "1993", "partner": "JPN"}, False),
        (RECORD, {"period": "2017"}, False),
        (NOT_OUT, {"period": "2031", "vintage": "2032-02"}, True),
        (NOT_OUT, {"period": "2025"}, False),
        (STEEL, {}, False),
    ],
)
def test_new_figures_touch_what_could_use_them(cube: Cube, fields: dict[str, Any], observation: dict[str, Any], expected: bool) -> None:
    assert is_touched(cube, make_claim(**fields), added(**observation)) is expected


def test_the_figures_of_other_readings_count_too(cube: Cube) -> None:
    wrong = make_claim(scope="goods", value=amount("21.3e9"), period=Period.year(2016))
    assert is_touched(cube, wrong, added(period="2015"))  # the neighbouring year was tried
    assert is_touched(cube, wrong, added(product="goods_services", basis="bop", source="bea"))


def test_a_series_that_did_not_exist_is_waited_for(cube: Cube) -> None:
    claim = make_claim(indicator="imports", product="textiles", value=amount("904e6"), period=Period.year(2016))
    ((_, found, _),) = verify_watching([claim], document(date(2017, 7, 13)), cube)
    assert found.outcome == "not_checkable"
    assert is_touched(cube, claim, added(flow="imports", product="textiles", source="otexa"))


def test_the_share_of_the_year_in_one_document_watches_the_world(cube: Cube) -> None:
    claims = [
        make_claim(indicator="imports", product="textiles and apparel", value=amount("904e6"), period=Period.year(2016)),
        make_claim(indicator="imports", product="textiles and apparel", value=amount("887e6"), period=Period.year_to_date(2017, 5)),
    ]
    _, (_, second, watched) = verify_watching(claims, document(date(2017, 7, 13)), cube)
    assert second.diagnosis == "inconsistent_in_document"
    new = changes([added(partner="WLD", product="textiles_apparel", flow="imports", freq="YTD", period="2017-05", source="otexa")])
    assert any(touches(found, watched[place]) for place, found in new.items() if place in watched)


def test_only_the_claims_asked_for_are_checked(cube: Cube) -> None:
    claims = [make_claim(**GOODS), make_claim(**IN_MAY)]
    ((claim, _, _),) = verify_watching(claims, document(date(2017, 7, 13)), cube, only={claims[1].id})
    assert claim == claims[1]
