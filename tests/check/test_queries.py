"""The stored query of a verdict, run again, gives the very numbers that the verdict shows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from check.cube import Cube
from check.query import run_query
from tests.check.making import amount
from tests.gold.generate import generate
from tests.gold.rows import verdicts_of
from tradeclaims.records import Verdict
from tradeclaims.values import Period, Span

Check = Callable[..., Verdict]
ROLES = {"change_pct": "percent", "factor": "ratio", "change_abs": "change", "change_pp": "points"}
"""Role in a verdict → role in an answer, where they differ."""


def reproduced(cube: Cube, verdict: Verdict) -> None:
    """Every official number of a verdict is in the answer to its query, a change without its sign."""
    assert verdict.query
    answer = {row.role: row.value for row in run_query(cube, verdict.query)}
    for figure in verdict.official:
        shown = figure.value / 1_000_000 if figure.unit == "USD" else figure.value
        found = answer[ROLES.get(figure.role, figure.role)]
        if figure.role in ROLES:
            shown, found = abs(shown), abs(found)
        assert abs(found - shown) <= abs(shown) / 10**9, (verdict.query, figure)


def test_the_queries_of_a_generated_set(cube: Cube) -> None:
    shown = [verdict for row in generate(cube, 30, 60) for verdict in verdicts_of(row, cube) if verdict.official]
    assert len(shown) > 150
    for verdict in shown:
        if str(verdict.query).startswith("signs("):
            years, periods = (row.value for row in run_query(cube, str(verdict.query)))
            assert (years, periods) == (sum(1 for one in verdict.official if one.value < 0), len(verdict.official))
        else:
            reproduced(cube, verdict)


@pytest.mark.parametrize(
    ("fields", "query", "official"),
    [
        ({"scope": "goods", "value": amount("-1.0e9"), "period": Period(start=date(2012, 1, 1), end=date(2016, 12, 31), freq="multi_year"),
          "evidence": Span.of("It averaged that a year.", 0, 24)},
         "average(census:USA/KOR/balance/all_goods/census/nsa/SUM/2012-01..2016-12@2024-08, 5)", "-23.7"),
        ({"indicator": "imports", "scope": "goods", "measure": "growth", "change_pp": amount("0.1", "percent"), "share_of": "total U.S. imports",
          "share": amount("3.2", "percent"), "period": Period.year(2016)},
         "compare_shares(census:USA/KOR/imports/all_goods/census/nsa/A/2016@2024-08, census:USA/WLD/imports/all_goods/census/nsa/A/2016@2024-08, "
         "census:USA/KOR/imports/all_goods/census/nsa/A/2015@2024-08, census:USA/WLD/imports/all_goods/census/nsa/A/2015@2024-08)", "3.2"),
        ({"partners": ("NLD",), "indicator": "rank", "rank_basis": "balance", "measure": "rank", "rank": 5, "share_of": "U.S. goods deficits",
          "balance_sign": "deficit", "period": Period.year(2016)},
         "rank_deficit(census:USA/NLD/balance/all_goods/census/nsa/A/2016@2024-08)", None),
    ],
)  # fmt: skip
def test_averages_changes_of_shares_and_deficits_of_those_with_a_surplus(
    check: Check, cube: Cube, fields: dict[str, Any], query: str, official: str | None
) -> None:
    found = check(on=date(2024, 9, 1), **fields)
    assert found.query == query
    reproduced(cube, found)
    if official is not None:
        assert found.compared is not None
        unit = 10**9 if found.compared.unit == "USD" else 1
        assert round(found.compared.value / unit, 1) == Decimal(official)


def test_an_average_needs_a_number(cube: Cube) -> None:
    with pytest.raises(ValueError, match="number of years or months, not 'x'"):
        run_query(cube, "average(census:USA/KOR/balance/all_goods/census/nsa/SUM/2012-01..2016-12@2024-08, x)")
