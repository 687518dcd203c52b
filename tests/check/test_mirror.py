"""The partner's own figures, of whatever countries and bases the cube holds them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from check.cube import Cube
from check.lookups import changes, touches
from check.query import run_query
from check.verify import verify, verify_watching
from tests.check.making import amount, document, make_claim
from tradeclaims.records import Observation, Verdict
from tradeclaims.values import Period


def reported(reporter: str, partner: str, flow: str, value: str, *, basis: str = "customs", source: str = "comtrade") -> Observation:
    return Observation(
        series="reported", source=source, reporter=reporter, partner=partner, flow=flow, product="all_goods", basis=basis, adjustment="nsa",
        freq="A", period="2018", value=Decimal(value), unit="USD_million", vintage="2019-06", provenance="test",
    )  # fmt: skip


FIGURES = [
    reported("USA", "CHN", "imports", "539500", basis="census", source="census"),
    reported("USA", "CHN", "exports", "120300", basis="census", source="census"),
    reported("CHN", "USA", "exports", "478400"),
    reported("CHN", "USA", "imports", "155100"),
    reported("USA", "DEU", "imports", "125900", basis="census", source="census"),
    reported("DEU", "USA", "exports", "134000", basis="destatis", source="destatis"),
    reported("USA", "FRA", "imports", "52500", basis="census", source="census"),
]


def judged(*, value: str, **fields: object) -> Verdict:
    claim = make_claim(**{"indicator": "imports", "scope": "goods", "period": Period.year(2018), "value": amount(value), **fields})
    return verify([claim], document(date(2020, 7, 1)), Cube.from_observations(FIGURES))[0]


@pytest.mark.parametrize(
    ("partner", "fields", "value", "query", "reading"),
    [
        ("CHN", {}, "478.4e9", "comtrade:CHN/USA/exports/all_goods/customs/nsa/A/2018@2019-06", "customs basis of China"),
        ("CHN", {"indicator": "exports"}, "155.1e9", "comtrade:CHN/USA/imports/all_goods/customs/nsa/A/2018@2019-06", "customs basis of China"),
        ("CHN", {"indicator": "balance", "balance_sign": "deficit"}, "323.3e9", "comtrade:CHN/USA/balance/all_goods/customs/nsa/A/2018@2019-06",
         "customs basis of China"),
        ("DEU", {}, "134.0e9", "destatis:DEU/USA/exports/all_goods/destatis/nsa/A/2018@2019-06", "destatis basis of Germany"),
    ],
)  # fmt: skip
def test_a_claim_about_us_figures_that_fits_the_partner_s(
    partner: str, fields: dict[str, object], value: str, query: str, reading: str
) -> None:
    found = judged(partners=(partner,), value=value, **fields)
    assert (found.outcome, found.diagnosis, found.query) == ("agrees_on_other_reading", "mirror_figures", query), found.reason
    assert reading in str(found.reading)
    (row,) = run_query(Cube.from_observations(FIGURES), query)
    assert abs(row.value) == Decimal(value) / 10**6


def test_a_partner_s_claim_is_held_against_its_own_figures_then_against_the_us_ones() -> None:
    china = {"reporter": "CHN", "partners": ("USA",), "indicator": "exports"}
    assert judged(value="478.4e9", **china).outcome == "agrees"
    found = judged(value="539.5e9", **china)
    assert (found.outcome, found.diagnosis) == ("agrees_on_other_reading", "mirror_figures")
    assert found.query == "census:USA/CHN/imports/all_goods/census/nsa/A/2018@2019-06"
    assert judged(value="539.5e9", **{**china, "reporter": "FRA"}).outcome == "not_checkable"


def test_without_figures_of_the_partner_s_there_is_no_such_reading() -> None:
    assert judged(partners=("FRA",), value="60.1e9").outcome == "differs"


@pytest.mark.parametrize(
    ("reporter", "flow", "basis", "period", "touched"),
    [("FRA", "exports", "insee", "2018", True), ("FRA", "exports", "customs", "2018", True), ("FRA", "imports", "insee", "2018", False),
     ("FRA", "exports", "insee", "2015", False), ("ITA", "exports", "insee", "2018", False)],
)  # fmt: skip
def test_figures_of_a_partner_that_come_later_touch_the_claims_they_could_answer(
    reporter: str, flow: str, basis: str, period: str, touched: bool
) -> None:
    claim = make_claim(indicator="imports", scope="goods", partners=("FRA",), period=Period.year(2018), value=amount("60.1e9"))
    ((_, found, looked),) = verify_watching([claim], document(date(2020, 7, 1)), Cube.from_observations(FIGURES))
    assert found.outcome == "differs"
    added = changes([replace(reported(reporter, "USA", flow, "60100", basis=basis, source="insee"), period=period)])
    assert any(touches(added[place], looked[place]) for place in added if place in looked) is touched
