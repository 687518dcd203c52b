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


IMPORTS = {**STEEL, "indicator": "imports"}


def reasons(cube: Cube, *claims: dict[str, Any]) -> list[str | None]:
    """The sentence of every claim found inconsistent."""
    found = verify([make_claim(**fields) for fields in claims], document(date(2017, 7, 13)), cube)
    return [one.reason if one.diagnosis == "inconsistent_in_document" else None for one in found]


@pytest.mark.parametrize(
    ("change", "expected"),
    [("1.0e9", None), ("0.9e9", None), ("2.0e9", "$4.0 billion to $5.0 billion is a change of $1.0 billion, not $2.0 billion")],
)
def test_a_change_follows_from_its_levels(cube: Cube, change: str, expected: str | None) -> None:
    (found,) = reasons(cube, {**IMPORTS, "value": amount("5.0e9"), "from_value": amount("4.0e9"), "change_abs": amount(change)})
    assert expected in found if expected and found else found == expected
    earlier = {**IMPORTS, "value": amount("4.0e9"), "period": Period.year(2015)}
    _, apart = reasons(cube, earlier, {**IMPORTS, "value": amount("5.0e9"), "change_abs": amount(change)})
    assert (apart is None) == (expected is None)


@pytest.mark.parametrize(("factor", "expected"), [("2", None), ("3", "is 2.15 times, not 3 times")])
def test_a_factor_follows_from_its_levels(cube: Cube, factor: str, expected: str | None) -> None:
    (found,) = reasons(cube, {**IMPORTS, "value": amount("8.6e9"), "from_value": amount("4.0e9"), "factor": amount(factor, "times")})
    assert expected in found if expected and found else found == expected


def test_a_pair_that_rises_did_not_fall(cube: Cube) -> None:
    pair = {**IMPORTS, "value": amount("5.0e9"), "from_value": amount("4.0e9")}
    assert reasons(cube, {**pair, "direction": "up"}) == [None]
    (found,) = reasons(cube, {**pair, "direction": "down"})
    assert found == "At odds with itself: from $4.0 billion to $5.0 billion is up by $1.0 billion, not down."


def test_shares_of_one_whole_do_not_add_up_to_more_than_a_hundred(cube: Cube) -> None:
    def told(*shares: tuple[str, str], **more: Any) -> list[str | None]:
        return reasons(
            cube,
            *({**IMPORTS, "measure": "share", "share": amount(share, "percent"), "partners": (name,), **more} for name, share in shares),
        )

    assert told(("KOR", "60"), ("JPN", "40")) == [None, None]
    assert told(("KOR", "60.4"), ("JPN", "39.7")) == [None, None]  # rounding
    first, second = told(("KOR", "60"), ("JPN", "55"))
    assert all(found and "add up to 115 percent of one whole" in found for found in (first, second))
    assert told(("EU", "60"), ("DEU", "55")) == [None, None]  # one may hold the other
    whole = {**IMPORTS, "measure": "share", "share": amount("60", "percent")}
    other_year = {**whole, "partners": ("JPN",), "period": Period.year(2015)}
    assert reasons(cube, whole, other_year) == [None, None]


def test_a_share_follows_from_the_part_and_the_whole(cube: Cube) -> None:
    whole = {**IMPORTS, "partners": ("WLD",), "value": amount("20.0e9")}
    part = {**IMPORTS, "value": amount("5.0e9")}
    assert reasons(cube, whole, {**part, "share": amount("25", "percent")}) == [None, None]
    assert reasons(cube, whole, {**part, "share": amount("35", "percent")})[1] == (
        "At odds with the same text: $5.0 billion is 25 percent of the $20.0 billion of the world, not 35 percent."
    )


def test_countries_together_are_not_more_than_the_world(cube: Cube) -> None:
    whole = {**IMPORTS, "partners": ("WLD",), "value": amount("8.0e9")}
    parts = [
        {**IMPORTS, "partners": (name,), "value": amount(value)} for name, value in (("KOR", "5.0e9"), ("JPN", "3.0e9"), ("CHN", "2.0e9"))
    ]
    assert reasons(cube, whole, *parts[:2]) == [None, None, None]
    found = reasons(cube, whole, *parts)
    assert found[0] is None
    assert all(one and "add up to $10.0 billion, more than the $8.0 billion of the world" in one for one in found[1:])


def test_a_deficit_is_no_surplus(cube: Cube) -> None:
    flows = [{**STEEL, "indicator": flow, "value": amount(value)} for flow, value in (("exports", "5.0e9"), ("imports", "2.0e9"))]
    assert reasons(cube, *flows, {**STEEL, "value": amount("3.0e9"), "balance_sign": "surplus"})[2] is None
    assert reasons(cube, *flows, {**STEEL, "value": amount("3.0e9"), "balance_sign": "deficit"})[2] == (
        "At odds with the same text: exports of $5.0 billion less imports of $2.0 billion leave a surplus of $3.0 billion, no deficit."
    )


@pytest.mark.parametrize(("total", "expected"), [("7.0e9", False), ("9.0e9", True)])
def test_exports_and_imports_make_the_total(cube: Cube, total: str, expected: bool) -> None:
    flows = [{**STEEL, "indicator": flow, "value": amount(value)} for flow, value in (("exports", "5.0e9"), ("imports", "2.0e9"))]
    found = reasons(cube, *flows, {**STEEL, "indicator": "total_trade", "value": amount(total)})[2]
    assert (found is not None) is expected


@pytest.mark.parametrize("modality", ["forecast", "denied", "hypothetical"])
def test_what_the_text_does_not_stand_for_is_no_witness(cube: Cube, modality: str) -> None:
    whole = {**IMPORTS, "partners": ("WLD",), "value": amount("8.0e9"), "modality": modality}
    assert reasons(cube, whole, {**IMPORTS, "value": amount("9.0e9")})[1] is None


def test_where_official_figures_exist_they_decide(cube: Cube) -> None:
    claims = [
        make_claim(indicator="imports", scope="goods", value=amount("69.9e9"), period=Period.year(2016)),
        make_claim(indicator="imports", scope="goods", value=amount("69.0e9"), period=Period.year_to_date(2017, 5)),
    ]
    assert verify(claims, document(date(2017, 7, 13)), cube)[1].diagnosis != "inconsistent_in_document"


def test_a_year_to_date_against_the_full_year_of_its_own_sentence(cube: Cube) -> None:
    said = {
        "indicator": "imports", "product": "textiles and apparel", "value": amount("887e6"), "from_value": amount("904e6"),
        "period": Period.year_to_date(2017, 5), "compare_period": Period.year(2016),
    }  # fmt: skip
    (reason,) = reasons(cube, said)
    assert reason is not None
    assert "$887 million in January to May 2017 would be 98 percent of the $904 million it gives for all of 2016" in reason
    assert reasons(cube, {**said, "value": amount("380e6")}) == [None]


def test_what_differs_from_official_figures_also_says_where_its_own_text_contradicts_it(cube: Cube) -> None:
    """Exports of 63.2 less imports of 132.0 billion leave a deficit of 68.8, not 58.8."""
    japan = {"partners": ("JPN",), "scope": "goods", "period": Period.year(2016)}
    flows = [{**japan, "indicator": flow, "value": amount(value)} for flow, value in (("exports", "63.2e9"), ("imports", "132.0e9"))]
    claims = [make_claim(**fields) for fields in (*flows, {**japan, "value": amount("58.8e9")})]
    exports, imports, balance = verify(claims, document(date(2019, 7, 13)), cube)
    assert (exports.outcome, imports.outcome, exports.notes, imports.notes) == ("agrees", "agrees", (), ())
    assert (balance.outcome, balance.diagnosis) == ("differs", None)
    assert any("leave a deficit of $68.8 billion, not $58.8 billion" in note for note in balance.notes)
