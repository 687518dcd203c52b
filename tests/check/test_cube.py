"""Sums, balances, vintages, ranks."""

from datetime import date
from decimal import Decimal

import pytest

from check.cube import Cube
from check.figure import Dims, partner_code
from check.months import Months, parse, year
from check.query import run_query
from check.vintages import public_from
from tradeclaims.records import Observation

KOREA = Dims("USA", ("KOR",), "balance", "all_goods", "census", "nsa")
OTEXA = Dims("USA", ("WLD",), "imports", "textiles_apparel", "census", "nsa")


def one(flow: str, freq: str, period: str, value: str, vintage: str = "2020-03", **other: str) -> Observation:
    fields = {"series": "t", "source": "census", "reporter": "USA", "partner": "XXA", "product": "all_goods", "basis": "census",
              "adjustment": "nsa", "unit": "USD_million", "provenance": "p", **other}  # fmt: skip
    return Observation(flow=flow, freq=freq, period=period, value=Decimal(value), vintage=vintage, **fields)


def test_months_add_up_to_longer_stretches_and_flows_to_balance_and_total() -> None:
    months = [one(flow, "M", f"2019-{m:02d}", str(m * factor)) for flow, factor in (("exports", 3), ("imports", 1)) for m in range(1, 13)]
    cube = Cube.from_observations(months)
    dims = Dims("USA", ("XXA",), "exports", "all_goods", "census", "nsa")
    expected = {("A", "2019"): 234, ("YTD", "2019-05"): 45, ("Q", "2019-Q2"): 45, ("H", "2019-H2"): 171, ("M", "2019-03"): 9}
    for (freq, period), value in expected.items():
        figure = cube.newest(dims, parse(freq, period))
        assert figure is not None
        assert figure.value == value
    balance = cube.newest(dims._replace(flow="balance"), year(2019))
    total = cube.newest(dims._replace(flow="total"), year(2019))
    assert balance is not None
    assert total is not None
    assert (balance.value, total.value) == (156, 312)
    assert cube.newest(dims, parse("YTD", "2020-05")) is None


def test_a_year_ending_figure_follows_from_years_and_year_to_date() -> None:
    cube = Cube.from_observations(
        [one("imports", "A", "2016", "100"), one("imports", "YTD", "2016-05", "40"), one("imports", "YTD", "2017-05", "45")]
    )
    figure = cube.newest(Dims("USA", ("XXA",), "imports", "all_goods", "census", "nsa"), parse("YE", "2017-05"))
    assert figure is not None
    assert figure.value == 105


def test_official_months_give_the_official_years(cube: Cube) -> None:
    for partner in ("KOR", "CHN", "VNM"):
        for edition in cube.editions(KOREA._replace(partners=(partner,))):
            for number in range(2012, 2016):
                monthly = [edition.cell("exports", Months(number * 12 + m, 1)) for m in range(12)]
                annual = edition.cell("exports", year(number))
                if annual and all(monthly):
                    assert abs(sum(cell.value for cell in monthly if cell) - annual.value) < Decimal("0.01")


def test_the_newest_vintage_public_on_a_day(cube: Cube) -> None:
    seen = {day: cube.newest(KOREA, year(2016), day) for day in (date(2017, 1, 31), date(2017, 7, 12), date(2018, 3, 1), date(2020, 1, 1))}
    assert seen[date(2017, 1, 31)] is None
    assert [figure and figure.vintage for figure in seen.values()] == [None, "2017", "2018-02", "2018-10"]
    newest = cube.newest(KOREA, year(2016))
    assert newest is not None
    assert newest.value == Decimal("-27624.591339")


def test_a_bare_year_counts_from_its_middle() -> None:
    assert public_from("2017") == date(2017, 7, 1)
    assert public_from("2018-10") == date(2018, 10, 1)
    assert public_from("2017-02-07") == date(2017, 2, 7)


def test_rounded_prints_carry_their_rounding_and_doubtful_ones_are_left_out(cube: Cube) -> None:
    first = cube.history(KOREA, year(2016))[0]
    assert (first.source, first.value, first.step) == ("ustr", -27700, 100)
    assert [figure.value for figure in cube.history(OTEXA, year(2016))] == [Decimal("104722.61")]  # the misprinted total is not used
    preference = Dims("USA", ("KOR",), "imports", "textiles", "census", "nsa")
    assert cube.history(preference, parse("YE", "2017-06")) == ()  # a subset under a preference is no answer


def test_joint_partners_are_added(cube: Cube) -> None:
    both = cube.newest(KOREA._replace(partners=("CAN", "MEX"), flow="exports"), year(2017))
    single = [cube.newest(KOREA._replace(partners=(partner,), flow="exports"), year(2017)) for partner in ("CAN", "MEX")]
    assert both is not None
    assert both.value == sum(figure.value for figure in single if figure)


def test_aggregates_have_codes() -> None:
    assert partner_code("Pacific Rim") == "PACIFIC-RIM"
    assert partner_code("CAFTA-DR") == "CAFTA-DR"


@pytest.mark.parametrize(
    ("query", "role", "expected"),
    [
        ("census:USA/KOR/balance/all_goods/census/nsa/A/2016@2018-10", "value", "-27582.661169"),
        ("*:USA/KOR/balance/all_goods/census/nsa/A/2016@on-2017-07-12", "value", "-27700"),
        ("bea:USA/KOR/total/goods_services/bop/nsa/A/2016@newest", "value", "145054"),
        ("rank(census:USA/KOR/total/all_goods/census/nsa/A/2016@2024-08)", "rank", "6"),
        ("rank(census:USA/KOR/total/all_goods/census/nsa/A/2016@2018-10)", "rank", "6"),
        ("record(census:USA/CHN/balance/all_goods/census/nsa/A/2018@newest)", "rank", "1"),
        ("record_any(census:USA/CHN/balance/all_goods/census/nsa/A/2004@newest)", "rank", "1"),
        ("signs(census:USA/KOR/balance/all_goods/census/nsa/SUM/1998-01..2016-12@newest)", "deficits", "19"),
        ("usitc.usitc_sector_textiles_apparel:USA/MEX/imports/textiles_apparel/census/nsa/A/2015@2017", "value", "5902"),
    ],
)
def test_queries_can_be_run_again(cube: Cube, query: str, role: str, expected: str) -> None:
    assert {row.role: row.value for row in run_query(cube, query)}[role] == Decimal(expected)


def test_a_comparison_shows_all_its_numbers(cube: Cube) -> None:
    look = "census:USA/KOR/balance/all_goods/census/nsa/A/{}@2024-08"
    rows = {row.role: row.value for row in run_query(cube, f"compare({look.format(2016)}, {look.format(2011)})")}
    assert round(rows["ratio"], 2) == Decimal("2.09")
    assert round(rows["percent"], 1) == Decimal("109.3")


@pytest.mark.parametrize(
    "query", ["nonsense", "rank(a, b)", "census:USA/KOR@newest", "census:USA/KOR/balance/all_goods/census/nsa/M/2016@newest"]
)
def test_a_malformed_query_is_an_error(cube: Cube, query: str) -> None:
    with pytest.raises(ValueError, match=r"look-up|unknown query|period"):
        run_query(cube, query)


def test_a_missing_figure_is_an_error(cube: Cube) -> None:
    with pytest.raises(LookupError):
        run_query(cube, "census:USA/KOR/balance/all_goods/census/nsa/A/2099@newest")


@pytest.mark.parametrize(
    "months", [year(2016), Months(2017 * 12, 5), Months(2016 * 12 + 5, 12), Months(24200, 1), Months(24192, 3), Months(24192, 72)]
)
def test_labels_of_stretches_can_be_read_back(months: Months) -> None:
    assert parse(*months.label()) == months
