"""Each slip by a real figure, and what is not a slip."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from check.blocs import members_of
from check.cube import Cube
from check.months import Months
from check.verify import verify
from tests.check.making import amount, document, make_claim
from tradeclaims.records import Observation, Verdict
from tradeclaims.values import Period, Span

Check = Callable[..., Verdict]
IN_2020 = date(2020, 7, 1)
CHINA_IMPORTS = {"partners": ("CHN",), "indicator": "imports", "scope": "goods"}
MEXICO_2018 = {"partners": ("MEX",), "period": Period.year(2018)}

SLIPS: list[tuple[str, dict[str, Any]]] = [
    ("year_ending_as_year_to_date", {**CHINA_IMPORTS, "value": amount("484.0e9"), "period": Period.year_to_date(2019, 9)}),
    ("full_year_as_year_to_date", {**CHINA_IMPORTS, "value": amount("538.5e9"), "period": Period.year_to_date(2019, 9)}),
    ("year_to_date_as_full_year", {**CHINA_IMPORTS, "value": amount("339.7e9"), "period": Period.year(2019)}),
    ("wrong_period", {**CHINA_IMPORTS, "value": amount("538.5e9"), "period": Period.year(2019)}),
    ("other_basis", {**MEXICO_2018, "scope": "goods", "value": amount("83.7e9")}),
    ("goods_and_services_as_goods", {**MEXICO_2018, "scope": "goods", "value": amount("79.1e9")}),
    ("goods_only_as_goods_and_services", {**MEXICO_2018, "scope": "goods+services", "value": amount("77.7e9")}),
    ("other_adjustment", {"partners": ("WLD",), "scope": "goods", "value": amount("88.8e9"), "period": Period.month(2018, 10)}),
    ("flow_swapped", {**CHINA_IMPORTS, "value": amount("120.3e9"), "period": Period.year(2018)}),
    ("mirror_figures", {"indicator": "imports", "scope": "goods", "value": amount("69.8e9"), "period": Period.year(2015)}),
    ("mirror_figures", {"reporter": "KOR", "partners": ("USA",), "balance_sign": "surplus", "value": amount("27.6e9"), "period": Period.year(2016)}),
    ("sign", {"partners": ("GBR",), "scope": "goods", "value": amount("5.8e9"), "period": Period.year(2019)}),
    ("scale", {**CHINA_IMPORTS, "value": amount("538.5e6"), "period": Period.year(2018)}),
    ("base_year", {"scope": "goods", "value": amount("27.6e9"), "from_value": amount("16.6e9"), "direction": "up",
                   "period": Period(start=date(2012, 3, 15), end=date(2017, 7, 1), freq="open", raw="since KORUS took effect")}),
]  # fmt: skip


@pytest.mark.parametrize(("diagnosis", "fields"), SLIPS, ids=[f"{name}-{i}" for i, (name, _) in enumerate(SLIPS)])
def test_the_slip_is_named(check: Check, diagnosis: str, fields: dict[str, Any]) -> None:
    found = check(on=IN_2020, **fields)
    assert (found.outcome, found.diagnosis) == ("agrees_on_other_reading", diagnosis), found.reason
    assert found.chance is not None
    assert found.query
    assert found.as_published is not None
    assert found.now is not None


def test_with_the_scope_left_open_both_scopes_are_literal(check: Check) -> None:
    for value in ("77.7e9", "79.1e9"):
        assert check(on=IN_2020, **MEXICO_2018, value=amount(value)).outcome == "agrees"


def test_a_sentence_that_speaks_of_services_may_mean_them_alone(check: Check) -> None:
    words = "What they would rather talk about is services, and there the surplus with the bloc came to $76.5 billion."
    fields = {"partners": ("EU",), "balance_sign": "surplus", "period": Period.year(2023), "value": amount("76.5e9")}
    assert check(on=date(2025, 6, 10), **fields, evidence=Span.of(words, 0, len(words))).outcome == "agrees"
    assert check(on=date(2025, 6, 10), **fields).outcome == "differs"


def test_a_plain_wrong_number_differs_and_shows_the_gap(check: Check) -> None:
    found = check(on=IN_2020, **MEXICO_2018, scope="goods", value=amount("95.0e9"))
    assert (found.outcome, found.diagnosis) == ("differs", None)
    assert found.difference is not None
    assert round(found.difference / 10**9, 1) == Decimal("17.3")


def test_a_vague_number_gets_no_diagnosis(check: Check) -> None:
    found = check(on=IN_2020, **CHINA_IMPORTS, value=amount("5e11", qualifier="about"), period=Period.year_to_date(2019, 9))
    assert (found.outcome, found.diagnosis) == ("differs", None)
    assert any("luck" in note for note in found.notes)


def test_qualifiers_open_one_side(check: Check) -> None:
    over = {**CHINA_IMPORTS, "period": Period.year(2018), "on": IN_2020}
    assert check(value=amount("5e11", qualifier="more_than"), **over).outcome == "agrees"
    assert check(value=amount("6e11", qualifier="more_than"), **over).outcome == "differs"
    assert check(value=amount("6e11", qualifier="less_than"), **over).outcome == "agrees"


def test_growth_by_the_partner_s_words_is_found_in_us_figures(check: Check) -> None:
    found = check(on=date(2019, 7, 3), reporter="VNM", partners=("USA",), indicator="exports", measure="growth",
                  change_pct=amount("36", "percent"), direction="up", period=Period.year_to_date(2019, 5),
                  compare_period=Period.year_to_date(2018, 5))  # fmt: skip
    assert (found.outcome, found.diagnosis) == ("agrees_on_other_reading", "mirror_figures")


def test_a_fall_stated_as_a_rise_differs(check: Check) -> None:
    fields = {**CHINA_IMPORTS, "measure": "growth", "change_pct": amount("16.6", "percent"), "period": Period.year(2019)}
    assert check(on=IN_2020, direction="down", **fields).outcome == "agrees"
    assert check(on=IN_2020, direction="up", **fields).outcome == "differs"


def test_shares_of_the_total(check: Check) -> None:
    fields = {"partners": ("CHN",), "indicator": "imports", "measure": "share", "period": Period.year(2017), "on": date(2018, 11, 1)}
    assert check(share=amount("21.6", "percent"), share_of="total U.S. imports", scope="goods", **fields).outcome == "agrees"
    assert check(share=amount("25.6", "percent"), share_of="total U.S. imports", scope="goods", **fields).outcome == "differs"
    assert (
        check(
            share=amount("36.6", "percent"), share_of="U.S. textile and apparel imports", product="textiles and apparel", **fields
        ).outcome
        == "agrees"
    )


def test_joint_partners(check: Check) -> None:
    found = check(
        on=date(2019, 1, 1), partners=("CAN", "MEX"), indicator="exports", value=amount("526.4e9"), scope="goods", period=Period.year(2017)
    )
    assert found.outcome == "agrees"
    assert found.query is not None
    assert "CAN+MEX" in found.query


def test_a_bloc_without_a_table_of_its_own_is_the_sum_of_its_members(check: Check) -> None:
    found = check(
        on=date(2024, 10, 9), partners=("ASEAN",), indicator="imports", value=amount("310.9e9"), scope="goods", period=Period.year(2023)
    )
    assert found.outcome == "agrees", found.reason
    assert "the 10 ASEAN members" in found.reason
    assert found.query is not None
    assert "BRN+IDN+KHM+LAO+MMR+MYS+PHL+SGP+THA+VNM" in found.query
    assert members_of("OPEC", Months(2018 * 12, 12)) != members_of("OPEC", Months(2019 * 12, 12))
    assert members_of("KOR", Months(2018 * 12, 12)) == ()


@pytest.mark.parametrize(
    ("words", "value", "outcome"),
    [
        ("Not seasonally adjusted, goods exports came to $191.4 billion.", "191.4e9", "agrees"),
        ("Not seasonally adjusted, goods exports came to $181.4 billion.", "181.4e9", "agrees_on_other_reading"),
        ("Seasonally adjusted, goods exports came to $181.4 billion.", "181.4e9", "agrees"),
        ("On an unadjusted basis, goods exports came to $191.4 billion.", "191.4e9", "agrees"),
    ],
)
def test_an_adjustment_that_the_sentence_names_is_the_literal_one(check: Check, words: str, value: str, outcome: str) -> None:
    fields = {"partners": ("WLD",), "indicator": "exports", "scope": "goods", "period": Period.month(2025, 3), "value": amount(value)}
    found = check(on=date(2026, 9, 16), **fields, evidence=Span.of(words, 0, len(words)))
    assert found.outcome == outcome, found.reason
    assert found.diagnosis == ("other_adjustment" if outcome == "agrees_on_other_reading" else None)


@pytest.mark.parametrize(
    "whole", ["the goods that the United States imported", "U.S. goods imports", "everything America buys abroad", None]
)
def test_the_whole_of_a_share_may_be_told_by_a_clause(check: Check, whole: str | None) -> None:
    fields = {"partners": ("CHN",), "indicator": "imports", "measure": "share", "scope": "goods", "period": Period.year(2025)}
    assert check(on=date(2026, 9, 14), share=amount("9.0", "percent"), share_of=whole, **fields).outcome == "agrees"


def test_world_headlines_are_seasonally_adjusted_goods_and_services(check: Check) -> None:
    found = check(on=date(2023, 6, 8), partners=("WLD",), value=amount("74.6e9"), period=Period.month(2023, 4))
    assert found.outcome == "outdated"
    assert found.as_published is not None
    assert found.as_published.vintage == "2023-06-07"


def test_records(check: Check) -> None:
    largest = {"indicator": "rank", "rank_basis": "balance", "balance_sign": "deficit", "measure": "rank", "rank": 1}
    ever = check(on=date(2005, 2, 11), partners=("CHN",), share_of="U.S. bilateral deficits on record", period=Period.year(2004), **largest)
    assert ever.outcome == "agrees"
    assert check(on=date(2019, 3, 7), partners=("CHN",), share_of="record", period=Period.year(2018), **largest).outcome == "agrees"
    assert check(on=date(2019, 3, 7), partners=("JPN",), share_of="record", period=Period.year(2018), **largest).outcome == "differs"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"modality": "forecast", "value": amount("30e9"), "period": Period.year(2018)}, "forecast"),
        ({"modality": "target", "value": amount("30e9"), "period": Period.year(2018)}, "target"),
        ({"modality": "hypothetical", "value": amount("30e9"), "period": Period.year(2018)}, "hypothetical"),
        ({"indicator": "tariff_rate", "measure": "rate", "value": amount("25", "percent"), "period": Period.year(2018)}, "tariff"),
        ({"indicator": "imports", "product": "steel", "value": amount("3e9"), "period": Period.year(2016)}, "steel"),
        ({"value": amount("27.6e9")}, "period"),
        ({"partners": (), "value": amount("27.6e9"), "period": Period.year(2016)}, "partner"),
        ({"value": amount("27.6e9", currency="EUR"), "period": Period.year(2016)}, "EUR"),
        ({"value": amount("27.6e9"), "period": Period.year(2031)}, "2031"),
        ({"reporter": "CHN", "partners": ("DEU",), "value": amount("27.6e9"), "period": Period.year(2016)}, "China"),
        ({"indicator": "imports", "value": amount("3", "metric tons"), "period": Period.year(2016)}, "metric tons"),
    ],
)
def test_what_no_figure_can_settle_says_why(check: Check, fields: dict[str, Any], words: str) -> None:
    found = check(**fields)
    assert (found.outcome, found.diagnosis) == ("not_checkable", None)
    assert words in found.reason


def test_a_denied_figure_is_not_judged_but_shown(check: Check) -> None:
    found = check(modality="denied", value=amount("80.0e9"), period=Period.year(2016))
    assert found.outcome == "not_checkable"
    assert "itself denies" in found.reason
    assert found.official[0].vintage == "2024-08"


def test_a_basis_that_the_sentence_names_is_the_literal_one(check: Check) -> None:
    words = "On a balance-of-payments basis the goods deficit with Mexico was $83.7 billion in 2018."
    fields = {**MEXICO_2018, "scope": "goods", "value": amount("83.7e9"), "evidence": Span.of(words, 0, len(words))}
    assert check(on=IN_2020, **fields).outcome == "agrees"


def test_without_figures_for_the_likeliest_reading_nothing_is_called_wrong(check: Check) -> None:
    found = check(on=date(2006, 8, 12), partners=("WLD",), indicator="imports", value=amount("186.6e9"), period=Period.month(2006, 6))
    assert found.outcome == "not_checkable"
    assert "goods and services" in found.reason


def test_a_rank_takes_its_basis_from_its_words(check: Check) -> None:
    ranked = {"indicator": "rank", "measure": "rank", "period": Period.year(2017), "on": date(2018, 11, 1), "scope": "goods"}
    assert check(partners=("MEX",), rank=2, share_of="U.S. goods deficits by country", **ranked).outcome == "agrees"
    assert check(partners=("CAN",), rank=1, share_of="U.S. export markets", **ranked).outcome == "agrees"


AVERAGE = "The goods deficit with Mexico averaged so much a year from 2011 to 2017."
SUM = "From 2011 to 2017 the goods deficit with Mexico came to so much."


@pytest.mark.parametrize(
    ("sentence", "value", "outcome"),
    [
        (AVERAGE, "61.1e9", "agrees"),
        (AVERAGE, "63.4e9", "differs"),
        (AVERAGE, "427.9e9", "differs"),
        (SUM, "427.9e9", "agrees"),
        (SUM, "61.1e9", "differs"),
    ],
)
def test_a_yearly_average_is_the_sum_divided(check: Check, sentence: str, value: str, outcome: str) -> None:
    found = check(
        on=date(2024, 11, 25),
        evidence=Span.of(sentence, 0, len(sentence)),
        partners=("MEX",),
        scope="goods",
        value=amount(value),
        period=Period(start=date(2011, 1, 1), end=date(2017, 12, 31), freq="multi_year"),
    )
    assert found.outcome == outcome, found.reason
    assert ("divided by 7" in found.reading) == (sentence == AVERAGE)


def test_quarters_of_a_partner_with_services_are_adjusted_as_published() -> None:
    """Goods and services with Korea in the second quarter of 2021, from exhibit 20 of the FT-900: there is no unadjusted figure to mistake it for."""
    fields = {"series": "ft900_exhibit_20", "source": "census_bea_ft900", "reporter": "USA", "partner": "KOR", "product": "goods_services", "basis": "bop",
              "adjustment": "sa", "freq": "Q", "period": "2021-Q2", "unit": "USD_million_rounded_1m", "vintage": "2021-09", "provenance": "p"}  # fmt: skip
    quarter = Observation(flow="imports", value=Decimal(27046), **fields)
    claim = make_claim(indicator="imports", scope="goods+services", value=amount("27.0e9"), period=Period.quarter(2021, 2))
    (found,) = verify([claim], document(date(2021, 10, 1)), Cube.from_observations([quarter]))
    assert (found.outcome, found.diagnosis) == ("agrees", None), found.reason
    assert "seasonally adjusted, the second quarter of 2021" in str(found.reading)
