"""`official list`, `official show` and `official query` on the embedded figures."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.official import official
from tests.pipeline.conftest import Run
from tradeclaims.errors import Misconfigured

KOREA = "census:USA/KOR/balance/all_goods/census/nsa"


@pytest.fixture
def run(tmp_path, monkeypatch):  # type: ignore[no-untyped-def]
    """The command in this process, with a store that is not there."""
    monkeypatch.setenv("TRADECLAIMS_DB", str(tmp_path / "none.db"))

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(official, words)

    yield invoke
    assert not (tmp_path / "none.db").exists()  # looking makes no store


def lines(done: Result) -> list[dict[str, Any]]:
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_list_gives_every_series_with_what_it_holds(run) -> None:  # type: ignore[no-untyped-def]
    found = lines(run("list"))
    assert sum(one["values"] for one in found) == 144_261
    by_name = {one["name"]: one for one in found}
    korea = by_name[KOREA]
    assert {name: korea[name] for name in ("source", "reporter", "partner", "flow", "product", "basis", "adjustment")} == {
        "source": "census", "reporter": "USA", "partner": "KOR", "flow": "balance", "product": "all_goods", "basis": "census",
        "adjustment": "nsa",
    }  # fmt: skip
    assert korea["periods"]["A"] == {"first": "1985", "last": "2025", "count": 41}
    assert korea["vintages"] == ["2017-01", "2018-10", "2023-03", "2024-08", "2026-09"]
    assert "usitc.usitc_sector_textiles_apparel:USA/MEX/imports/textiles_apparel/census/nsa" in by_name
    sources = [one["source"] for one in found]
    assert sources == sorted(sources)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--source", "bea", "--partner", "South Korea", "--flow", "exports"], 3),
        (["--source", "BEA", "--partner", "kor", "--flow", "exports", "--product", "services"], 1),
        (["--source", "census", "--partner", "CAFTA-DR"], 3),
        (["--source", "fred"], 1),
    ],
)
def test_list_filters(run, words: list[str], count: int) -> None:  # type: ignore[no-untyped-def]
    assert len(lines(run("list", *words))) == count


def test_every_listed_series_can_be_shown_but_those_that_hold_no_usable_figure(run) -> None:  # type: ignore[no-untyped-def]
    unusable = {one["name"] for one in lines(run("list")) if not any(unit.startswith("USD_million") for unit in one["units"])}
    assert {name.split(":")[0] for name in unusable} == {"ustr"}  # places in rankings
    for source in ("bea", "census_bea_ft900", "crs", "fred", "korea_customs_motie", "usitc", "us_doc_via_press"):
        one = lines(run("list", "--source", source))[0]
        assert lines(run("show", one["name"]))


def test_show_gives_values_by_period_and_vintage_with_what_was_revised(run) -> None:  # type: ignore[no-untyped-def]
    (year,) = lines(run("show", KOREA, "--period", "2016"))
    assert [(value["vintage"], value["value"]) for value in year["values"]] == [
        ("2018-10", -27582.661169), ("2023-03", -27624.591339), ("2024-08", -27624.591339),
    ]  # fmt: skip
    assert [value["revised_by"] for value in year["values"]] == [None, pytest.approx(-41.93017), 0]
    assert {value["source_url"] for value in year["values"]} == {"https://www.census.gov/foreign-trade/balance/country.xlsx"}
    assert {value["unit"] for value in year["values"]} == {"USD_million"}
    years = lines(run("show", KOREA))
    assert [one["period"] for one in years] == [str(year) for year in range(1985, 2026)]


@pytest.mark.parametrize(
    ("words", "periods", "vintages"),
    [
        (["--period", "2009..2011"], ["2009", "2010", "2011"], {"2017-01", "2018-10", "2023-03", "2024-08"}),
        (["--freq", "M", "--period", "2016..2016"], [f"2016-{month:02d}" for month in range(1, 13)], {"2017-01", "2018-10", "2024-08"}),
        (["--period", "2016-05"], ["2016-05"], {"2017-01", "2018-10", "2024-08"}),
        (["--period", "2016-Q2", "--vintage", "2018-10"], ["2016-Q2"], {"2018-10"}),
        (["--period", "YE/2016-05", "--as-of", "2019-01-01"], ["2016-05"], {"2017-01", "2018-10"}),
        (["--freq", "YTD", "--period", "2016-05", "--vintage", "2024-08"], ["2016-05"], {"2024-08"}),
        (["--vintage", "2026-09"], ["2024", "2025"], {"2026-09"}),
        (["--as-of", "2017-06-30"], [str(year) for year in range(2009, 2016)], {"2017-01"}),
    ],
)
def test_show_takes_periods_vintages_and_days(run, words: list[str], periods: list[str], vintages: set[str]) -> None:  # type: ignore[no-untyped-def]
    found = lines(run("show", KOREA, *words))
    assert [one["period"] for one in found] == periods
    assert {value["vintage"] for one in found for value in one["values"]} == vintages


def test_show_marks_what_is_computed_and_what_is_rounded(run) -> None:  # type: ignore[no-untyped-def]
    (quarter,) = lines(run("show", KOREA, "--period", "2016-Q2", "--vintage", "2024-08"))
    months = lines(run("show", KOREA, "--period", "2016-04..2016-06", "--vintage", "2024-08"))
    assert quarter["values"][0]["printed"] is False
    assert quarter["values"][0]["value"] == pytest.approx(sum(one["values"][0]["value"] for one in months))
    (press,) = lines(run("show", "ustr:USA/KOR/balance/all_goods/census/nsa", "--period", "2016"))
    assert (press["values"][0]["rounded_to"], press["values"][0]["printed"]) == (100, True)
    (joint,) = lines(run("show", "census:USA/CAN+MEX/exports/all_goods/census/nsa", "--period", "2017", "--vintage", "2024-08"))
    assert joint["values"][0]["value"] == pytest.approx(282_774.28 + 243_609.03, rel=1e-3)


def test_show_and_list_print_tables_for_people(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("show", KOREA, "--period", "2014..2017", "--format", "table").stdout
    assert "-41.930170 (-0.15 %)" in shown
    assert "source: https://www.census.gov/foreign-trade/balance/country.xlsx" in shown
    listed = run("list", "--source", "otexa", "--format", "table").stdout
    assert "US Office of Textiles and Apparel" in listed
    assert "YTD" in listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "KOR"], "not a series SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT: 'KOR' has no colon"),
        (["show", KOREA + "/A/2016@newest"], "not 6"),
        (["show", KOREA.replace("KOR", "KRO")], "census has no partner 'KRO'; did you mean KOR"),
        (["show", KOREA.replace("/nsa", "/sa")], "census has no adjustment 'sa' with KOR; did you mean nsa?"),
        (["show", KOREA, "--period", "1950"], "nothing for 1950; there is A 1985 to 2025"),
        (["show", KOREA, "--period", "last year"], "not a period of kind 'M': 'last year'; expected 2016-05"),
        (["show", KOREA, "--period", "2016..2011"], "ends before it starts"),
        (["show", KOREA, "--vintage", "2018-11"], "no vintage '2018-11'; there are 2017-01"),
        (["show", KOREA, "--as-of", "1999-01-01"], "no vintage public on 1999-01-01; there are 2017-01"),
        (["list", "--source", "censos"], "no series with --source censos; known: bea"),
        (["list", "--source", "fred", "--partner", "KOR"], "no series with --source fred --partner KOR together"),
        (["query", "nonsense"], "has no colon after the source"),
        (["query", KOREA + "/A/2030@newest"], "nothing for A 2030; census has A 1985 to 2025"),
        (["query", KOREA + "/A/2016@2016-10"], "no such vintage '2016-10' of A 2016; there are 2018-10, 2023-03, 2024-08"),
        (["query", KOREA + "/A/2016@on-2016-99-01"], "expected on- and a day, like on-2017-07-12"),
        (["query", KOREA + "/A/2016"], "has no @VINTAGE"),
        (["query", "median(a)"], "known: average(look-up, NUMBER), compare(look-up, look-up)"),
        (["query", "census:USA/CAN+KRO/balance/all_goods/census/nsa/A/2016@newest"], "no partner 'KRO'"),
        (["query", "usitc:USA/MEX/imports/textiles_apparel/census/nsa/A/2015@2017"], "usitc.usitc_sector_textiles_apparel"),
        (["query", f"share({KOREA}/A/2016@newest, census:USA/CUB/imports/all_goods/census/nsa/A/1995@newest)"], "is 0"),
    ],
)
def test_errors_name_the_part_that_fails_and_what_there_is(run, words: list[str], said: str) -> None:  # type: ignore[no-untyped-def]
    done = run(*words)
    assert isinstance(done.exception, Misconfigured), done.output
    assert said in str(done.exception)
    assert "\n" not in str(done.exception)


def test_the_command_itself_ends_with_one_line_and_exit_2(tradeclaims: Run) -> None:
    done = tradeclaims("official", "show", "KOR")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    done = tradeclaims("official", "query", f"rank({KOREA}/A/2016@2024-08)")
    assert [json.loads(line)["role"] for line in done.stdout.splitlines()] == ["value", "rank", "of"]
