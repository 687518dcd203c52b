"""Places among countries where a vintage does not list them all, and records where it does not hold all years."""

from datetime import date
from decimal import Decimal

import pytest

from check.cube import Cube
from check.figure import Dims, Figure
from check.months import year
from check.query import run_query
from check.ranking import rank_among_countries, record_over_time
from check.verify import verify
from tests.check.making import document, make_claim
from tests.check.test_cube import one
from tradeclaims.values import Period

TOTAL = Dims("USA", ("KOR",), "total", "all_goods", "census", "nsa")


def figure(cube: Cube, dims: Dims, number: int, source: str, vintage: str) -> Figure:
    return next(each for each in cube.history(dims, year(number)) if (each.source, each.vintage) == (source, vintage))


@pytest.mark.parametrize(
    ("query", "place"),
    [
        # The vintage of 2018-10 is embedded for some fifty partners only; the places are those of the whole table of that month.
        ("rank(census:USA/AUS/total/all_goods/census/nsa/A/2009@2018-10)", 22),
        ("rank(census:USA/BEL/imports/all_goods/census/nsa/A/2012@2018-10)", 28),
        ("rank(census:USA/BGD/balance/all_goods/census/nsa/A/2010@2018-10)", 29),
        ("rank(census:USA/KOR/total/all_goods/census/nsa/A/2017@2018-10)", 6),
    ],
)
def test_countries_that_a_vintage_lacks_are_taken_from_the_nearest_other_one(cube: Cube, query: str, place: int) -> None:
    assert {row.role: row.value for row in run_query(cube, query)}["rank"] == place


def test_a_record_is_held_against_the_years_that_the_newest_vintage_lacks(cube: Cube) -> None:
    deficit = TOTAL._replace(partners=("CHN",), flow="balance")
    standing = record_over_time(cube, figure(cube, deficit, 2024, "census", "2026-09"), smallest_first=True)
    assert standing is not None
    assert standing.leaders[0][0] == "2018"
    assert standing.of == 40
    assert standing.filled == 39


def test_no_place_where_countries_without_figures_may_stand_before_it(cube: Cube) -> None:
    # Of some 230 partners the Bureau of Economic Analysis lists twenty-odd; the rest of the world trades more than Korea does.
    services = Dims("USA", ("KOR",), "total", "goods_services", "bop", "nsa")
    assert rank_among_countries(cube, figure(cube, services, 2016, "bea", "2025-03"), smallest_first=False) is None


def test_a_missing_country_counts_as_below_only_if_it_had_less_than_half() -> None:
    def table(missing_had: str) -> Cube:
        return Cube.from_observations([
            one("exports", "A", "2020", "100", partner="XXA"), one("exports", "A", "2020", "60", partner="XXB"),
            one("exports", "A", "2019", missing_had, partner="XXC"),
        ])  # fmt: skip

    for had, expected in (("29", 2), ("30", None)):
        cube = table(had)
        found = cube.newest(Dims("USA", ("XXB",), "exports", "all_goods", "census", "nsa"), year(2020))
        assert found is not None
        standing = rank_among_countries(cube, found, smallest_first=False)
        assert (standing and standing.place) == expected


def test_a_figure_larger_than_the_rest_of_the_world_has_its_place() -> None:
    cube = Cube.from_observations([
        one("imports", "A", "2020", "100", partner="XXA", source="bea"), one("imports", "A", "2020", "60", partner="XXB", source="bea"),
        one("imports", "A", "2020", "219", partner="WLD", source="bea"),
    ])  # fmt: skip
    found = cube.newest(Dims("USA", ("XXB",), "imports", "all_goods", "census", "nsa"), year(2020))
    assert found is not None
    standing = rank_among_countries(cube, found, smallest_first=False)
    assert standing is not None
    assert (standing.place, standing.leaders[0]) == (2, ("XXA", Decimal(100)))


def test_a_place_as_of_a_day_is_one_among_all_countries(cube: Cube) -> None:
    view = cube.as_of(date(2018, 12, 1))
    imports = TOTAL._replace(partners=("BEL",), flow="imports")
    found = view.newest(imports, year(2012))
    assert found is not None
    assert found.vintage == "2018-10"
    standing = rank_among_countries(view, found, smallest_first=False)
    assert standing is not None
    assert standing.place == 28


def test_what_a_ranking_looks_up_is_noted_once_for_all_countries(cube: Cube) -> None:
    found = figure(cube, TOTAL, 2016, "census", "2018-10")
    with cube.watching() as asked:
        rank_among_countries(cube, found, smallest_first=False)
    assert {(dims.partners[0], stretch.first // 12) for dims, stretch in asked if len(dims.partners[0]) < 3} == {("*", 2016)}
    assert 2 <= len(asked) < 60  # beside it the world, and the last years of the few countries without a figure for 2016
    assert (("WLD",), 2016) in {(dims.partners, stretch.first // 12) for dims, stretch in asked}


def test_a_newer_table_of_selected_countries_does_not_take_the_place_of_the_whole_one() -> None:
    """The place comes from the source that lists every country, even where the newest figure of the partner stands elsewhere."""
    values = {"KOR": "50", "CAN": "90", "MEX": "70", "WLD": "210"}
    whole = [one("exports", "A", "2029", value, vintage="2030-03", partner=partner) for partner, value in values.items()]
    newer = one("exports", "A", "2029", "51", vintage="2031-01", partner="KOR", source="census_bea_ft900")
    claim = make_claim(indicator="rank", rank_basis="exports", measure="rank", rank=3, share_of="U.S. export markets", scope="goods",
                       period=Period.year(2029))  # fmt: skip
    (found,) = verify([claim], document(date(2031, 6, 1)), Cube.from_observations([*whole, newer]))
    assert found.outcome == "agrees", found.reason
    assert str(found.query).startswith("rank(census:")
