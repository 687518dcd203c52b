"""The figures of the letter to Korea of July 2017 and of the article on it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from check.cube import Cube
from check.query import run_query
from check.verify import verify
from tests.check.making import amount, document, make_claim
from tradeclaims.records import Verdict
from tradeclaims.values import Period

Check = Callable[..., Verdict]
SINCE = Period(start=date(2012, 3, 15), end=date(2017, 7, 13), freq="open", raw="since KORUS took effect")


def test_the_deficit_grew_from_13_2_to_27_6(check: Check, cube: Cube) -> None:
    found = check(value=amount("27.6e9"), from_value=amount("13.2e9"), direction="up", period=SINCE, compare_period=Period.year(2011))
    assert (found.outcome, found.diagnosis) == ("agrees", None)
    assert [official.role for official in found.official] == ["value", "from_value"]
    assert found.as_published is not None
    assert found.now is not None
    assert (found.as_published.outcome, found.as_published.vintage) == ("agrees", "2017")
    assert (found.now.outcome, found.now.vintage) == ("agrees", "2024-08")
    assert "27,624.6 million" in found.reason
    assert "13,199.7 million" in found.reason
    assert any("2012" in note and "1.66" in note for note in found.notes)
    rows = {row.role: row.value for row in run_query(cube, found.query or "")}
    assert rows["value"] * 1_000_000 == found.official[0].value
    assert found.official[0].source_url == "https://www.census.gov/foreign-trade/balance/country.xlsx"


def test_the_base_year_follows_from_the_agreement_when_the_text_gives_none(check: Check) -> None:
    assert check(value=amount("27.6e9"), from_value=amount("13.2e9"), direction="up", period=SINCE).outcome == "agrees"
    assert check(value=amount("27.6e9"), from_value=amount("13.2e9"), direction="up", period=Period.year(2016)).outcome == "agrees"


def test_the_goods_deficit_doubled(check: Check) -> None:
    found = check(scope="goods", measure="growth", factor=amount("2", "times"), direction="up", period=SINCE)
    assert found.outcome == "agrees"
    assert "2.09" in found.reason


def test_more_than_doubled_needs_more_than_two(check: Check) -> None:
    more = amount("2", "times", qualifier="more_than")
    assert check(scope="goods", measure="growth", factor=more, direction="up", period=SINCE).outcome == "agrees"
    since_2012 = Period(start=date(2012, 1, 1), end=date(2016, 12, 31), freq="multi_year", raw="since 2012")
    assert check(scope="goods", measure="growth", factor=more, direction="up", period=since_2012).outcome == "differs"


def test_goods_exports_went_down_and_did_not_go_up(check: Check) -> None:
    assert check(indicator="exports", scope="goods", measure="direction", direction="down", period=SINCE).outcome == "agrees"
    assert check(indicator="exports", scope="goods", measure="direction", direction="up", period=SINCE).outcome == "differs"


def test_a_deficit_in_every_year_for_two_decades(check: Check) -> None:
    two_decades = Period(start=date(1998, 1, 1), end=date(2016, 12, 31), freq="multi_year")
    found = check(scope="goods", measure="direction", period=two_decades)
    assert found.outcome == "agrees"
    assert "19 of 19" in found.reason
    longer = Period(start=date(1996, 1, 1), end=date(2016, 12, 31), freq="multi_year")
    assert check(scope="goods", measure="direction", period=longer).outcome == "differs"


def test_total_trade_was_right_when_published_and_is_revised_since(check: Check) -> None:
    found = check(indicator="total_trade", value=amount("144.6e9"), period=Period.year(2016))
    assert found.outcome == "outdated"
    assert found.as_published is not None
    assert found.now is not None
    assert (found.as_published.outcome, found.now.outcome) == ("agrees", "differs")
    assert found.now.value == Decimal(145_054_000_000)
    assert "goods and services" in (found.reading or "")


def test_without_a_date_an_earlier_print_counts_as_outdated(check: Check) -> None:
    assert check(on=None, indicator="total_trade", value=amount("144.6e9"), period=Period.year(2016)).outcome == "outdated"


def test_korea_was_the_sixth_largest_partner(check: Check) -> None:
    ranked = {"indicator": "rank", "rank_basis": "total_trade", "measure": "rank", "share_of": "trading partner for the U.S."}
    found = check(rank=6, period=Period.year(2016), **ranked)
    assert found.outcome == "agrees"
    assert found.as_published is not None
    assert found.as_published.vintage == "2017"
    assert check(rank=5, period=Period.year(2016), **ranked).outcome == "differs"


def test_887_million_in_five_months_cannot_be(cube: Cube) -> None:
    textiles = {"indicator": "imports", "product": "textiles and apparel"}
    whole = make_claim(value=amount("904e6"), change_pct=amount("3", "percent"), direction="down", period=Period.year(2016),
                       compare_period=Period.year(2015), **textiles)  # fmt: skip
    part = make_claim(value=amount("887e6"), period=Period.year_to_date(2017, 5, raw="As of May 2017"), **textiles)
    first, second = verify([whole, part], document(date(2017, 7, 13)), cube)
    assert (first.outcome, first.diagnosis) == ("not_checkable", None)
    assert "no official" in first.reason
    assert (second.outcome, second.diagnosis) == ("not_checkable", "inconsistent_in_document")
    for words in ("$887 million", "98 percent", "$904 million", "38 to 42 percent", "twelve months to May 2017", "-1.9 percent"):
        assert words in second.reason
