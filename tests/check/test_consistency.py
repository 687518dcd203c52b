"""Figures of one text against each other, where there is no official series."""

from datetime import date
from typing import Any

import pytest

from check.cube import Cube
from check.verify import verify
from tests.check.making import amount, document, make_claim
from tradeclaims.values import Period

STEEL = {"product": "steel", "period": Period.year(2016)}


def diagnoses(cube: Cube, *claims: dict[str, Any]) -> list[str | None]:
    return [found.diagnosis for found in verify([make_claim(**fields) for fields in claims], document(date(2017, 7, 13)), cube)]


@pytest.mark.parametrize(
    ("value", "expected"), [("887e6", "inconsistent_in_document"), ("360e6", None), ("120e6", "inconsistent_in_document")]
)
def test_five_months_hold_about_five_twelfths_of_a_year(cube: Cube, value: str, expected: str | None) -> None:
    steel = {"indicator": "imports", "product": "steel"}
    part = {**steel, "value": amount(value), "period": Period.year_to_date(2017, 5)}
    assert diagnoses(cube, {**steel, "value": amount("904e6"), "period": Period.year(2016)}, part) == [None, expected]


@pytest.mark.parametrize(("percent", "expected"), [("25", None), ("40", "inconsistent_in_document")])
def test_a_percentage_follows_from_its_levels(cube: Cube, percent: str, expected: str | None) -> None:
    inside = {
        **STEEL,
        "indicator": "imports",
        "value": amount("5.0e9"),
        "from_value": amount("4.0e9"),
        "change_pct": amount(percent, "percent"),
    }
    assert diagnoses(cube, inside) == [expected]
    earlier = {"indicator": "imports", "product": "steel", "value": amount("4.0e9"), "period": Period.year(2015)}
    later = {**STEEL, "indicator": "imports", "value": amount("5.0e9"), "change_pct": amount(percent, "percent")}
    assert diagnoses(cube, earlier, later) == [None, expected]


@pytest.mark.parametrize(("deficit", "expected"), [("3.0e9", None), ("4.0e9", "inconsistent_in_document")])
def test_exports_less_imports_is_the_balance(cube: Cube, deficit: str, expected: str | None) -> None:
    flows = [{**STEEL, "indicator": flow, "value": amount(value)} for flow, value in (("exports", "2.0e9"), ("imports", "5.0e9"))]
    assert diagnoses(cube, *flows, {**STEEL, "value": amount(deficit)})[2] == expected


@pytest.mark.parametrize(("korea", "expected"), [("2.0e9", None), ("9.0e9", "inconsistent_in_document")])
def test_a_part_is_not_more_than_its_whole(cube: Cube, korea: str, expected: str | None) -> None:
    whole = {**STEEL, "indicator": "imports", "partners": ("WLD",), "value": amount("8.0e9")}
    assert diagnoses(cube, whole, {**STEEL, "indicator": "imports", "value": amount(korea)}) == [None, expected]


def test_where_official_figures_exist_they_decide(cube: Cube) -> None:
    claims = [
        make_claim(indicator="imports", scope="goods", value=amount("69.9e9"), period=Period.year(2016)),
        make_claim(indicator="imports", scope="goods", value=amount("69.0e9"), period=Period.year_to_date(2017, 5)),
    ]
    assert verify(claims, document(date(2017, 7, 13)), cube)[1].diagnosis != "inconsistent_in_document"
