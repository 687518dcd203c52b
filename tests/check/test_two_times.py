"""By the figures of which day: the vintage current on publication, the newest, or those of a day asked for."""

from datetime import date
from typing import Any

import pytest

from check.cube import Cube
from check.verify import verify
from tests.check.making import amount, document, make_claim
from tradeclaims.records import Verdict
from tradeclaims.values import Period

TOTAL_2016 = {"indicator": "total_trade", "value": amount("144.6e9"), "period": Period.year(2016)}
DEFICIT_2016 = {"scope": "goods", "value": amount("27.6e9"), "period": Period.year(2016)}


def judged(cube: Cube, as_of: date | None, published: date | None = date(2017, 7, 13), **fields: Any) -> Verdict:
    return verify([make_claim(**fields)], document(published), cube, as_of=as_of)[0]


def test_a_figure_revised_later_agrees_as_of_its_day_and_is_outdated_now(cube: Cube) -> None:
    then, now = judged(cube, date(2017, 8, 1), **TOTAL_2016), judged(cube, None, **TOTAL_2016)
    assert (then.outcome, now.outcome) == ("agrees", "outdated")
    assert {figure.vintage for figure in then.official} == {"2017"}
    assert now.as_published is not None
    assert now.now is not None
    assert (now.as_published.outcome, now.now.outcome) == ("agrees", "differs")


def test_as_of_a_day_no_later_vintage_is_used(cube: Cube) -> None:
    seen = {year: judged(cube, date(year, 12, 31), **DEFICIT_2016) for year in (2017, 2018, 2019, 2023)}
    assert [found.official[0].vintage for found in seen.values()] == ["2017", "2018-10", "2018-10", "2023-03"]
    assert judged(cube, None, **DEFICIT_2016).official[0].vintage == "2024-08"


def test_what_was_not_out_on_the_day_is_not_checkable(cube: Cube) -> None:
    found = judged(cube, date(2016, 6, 1), **DEFICIT_2016)
    assert (found.outcome, found.official) == ("not_checkable", ())
    assert "2016-06-01" in found.reason


def test_ranks_and_lasting_deficits_know_the_day_too(cube: Cube) -> None:
    ranked = {
        "indicator": "rank",
        "rank_basis": "total_trade",
        "measure": "rank",
        "share_of": "trading partners",
        "rank": 6,
        "period": Period.year(2016),
    }
    found = judged(cube, date(2018, 12, 1), date(2018, 11, 1), scope="goods", **ranked)
    assert {figure.vintage for figure in found.official} == {"2018-10"}
    years = Period(start=date(2012, 1, 1), end=date(2016, 12, 31), freq="multi_year")
    lasting = judged(cube, date(2018, 12, 1), date(2018, 11, 1), scope="goods", measure="direction", period=years)
    assert {figure.vintage for figure in lasting.official} == {"2018-10"}
    assert judged(cube, date(2012, 1, 1), date(2018, 11, 1), scope="goods", measure="direction", period=years).outcome == "not_checkable"


@pytest.mark.parametrize("day", [date(2018, 10, 1), date(2024, 8, 1)])
def test_a_day_leaves_the_cube_as_it_was(cube: Cube, day: date) -> None:
    before = judged(cube, None, **DEFICIT_2016)
    judged(cube, day, **DEFICIT_2016)
    assert judged(cube, None, **DEFICIT_2016) == before
