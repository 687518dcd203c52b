"""A text older than every embedded vintage is not accused of a gap that a revision may explain."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.check.making import amount
from tradeclaims.records import Verdict
from tradeclaims.values import Period

Check = Callable[..., Verdict]
JAPAN_2016 = {"partners": ("JPN",), "scope": "goods", "period": Period.year(2016)}
EARLY, LATE = date(2017, 3, 1), date(2019, 3, 1)


@pytest.mark.parametrize(
    ("fields", "value", "on", "outcome"),
    [
        ({"indicator": "imports"}, "132.2e9", EARLY, "not_checkable"),  # as first printed in February 2017; 132.0 in 2018-10
        ({"indicator": "imports"}, "132.2e9", LATE, "differs"),
        ({"indicator": "imports"}, "133.9e9", EARLY, "differs"),  # more than half a percent
        ({"indicator": "balance"}, "69.3e9", EARLY, "not_checkable"),  # half a percent of the imports
        ({"indicator": "balance"}, "70.4e9", EARLY, "differs"),
        ({"indicator": "imports"}, "132.0e9", EARLY, "agrees"),
    ],
)
def test_a_small_gap_before_the_first_vintage(check: Check, fields: dict[str, str], value: str, on: date, outcome: str) -> None:
    found = check(on=on, **JAPAN_2016, **fields, value=amount(value))
    assert found.outcome == outcome, found.reason
    if outcome == "not_checkable":
        assert found.official
        assert found.query
        assert found.as_published is None
        assert found.now is not None
        assert found.now.outcome == "differs"
        assert "the earliest of 2018-10" in found.reason


def test_a_balance_near_nothing_has_no_room_beside_large_flows(check: Check) -> None:
    """Canada 2012, goods and services: 0.5 percent of the flows would be half of the balance."""
    found = check(on=EARLY, partners=("CAN",), scope="goods+services", value=amount("3.6e9"), period=Period.year(2012))
    assert found.outcome == "differs"


def test_growth_is_not_excused(check: Check) -> None:
    found = check(on=EARLY, **JAPAN_2016, indicator="imports", measure="growth", change_pct=amount("0.8", "percent"), direction="up")
    assert found.outcome == "differs"
