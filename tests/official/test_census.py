"""Census International Trade API: rows as its contract shows them, and its ways to fail."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from official.connector import Stored
from tests.official.agencies.census import KEY, Census
from tests.official.conftest import Jobs, values
from tests.official.serving import Agencies, Reply, as_json, serving
from tradeclaims.errors import SourceChanged, Unreadable

HOST = "api.census.gov"


@pytest.fixture
def census() -> Census:
    found = Census()
    found.fill("2016-01", "2016-12")
    found.fill("2025-01", "2026-09")
    return found


@pytest.fixture
def server(census: Census) -> Iterator[Agencies]:
    with serving(api_census_gov=census) as running:
        yield running


def test_dollars_become_millions_and_months_years(server: Agencies, census: Census, jobs_of: Jobs) -> None:
    # Korea 2016-12 and 2016, imports and exports, as in the contract's example.
    census.values = {
        ("imports", "5800", "2016-11"): 64_423_105_250, ("imports", "5800", "2016-12"): 5_463_920_776,
        ("exports", "5800", "2016-12"): 4_306_586_901,
    }  # fmt: skip
    (job,) = [job for job in jobs_of("census", server, key=KEY, since=date(2016, 1, 1)) if job.key == "2016"]
    assert values(job.fetch()) == {
        ("KOR", "imports", "all_goods", "M", "2016-11"): "64423.10525",
        ("KOR", "imports", "all_goods", "M", "2016-12"): "5463.920776",
        ("KOR", "imports", "all_goods", "A", "2016"): "69887.026026",
        ("KOR", "exports", "all_goods", "M", "2016-12"): "4306.586901",
        ("KOR", "exports", "all_goods", "A", "2016"): "4306.586901",
    }


def test_partners_are_countries_the_world_and_the_union_and_no_other_grouping(server: Agencies, jobs_of: Jobs) -> None:
    fetched = jobs_of("census", server, key=KEY)[-1].fetch()
    assert {one.partner for one in fetched.observations} == {"KOR", "CHN", "WLD", "EU", "ATLANTIS"}
    assert {(one.source, one.basis, one.adjustment, one.unit, one.vintage) for one in fetched.observations} == {
        ("census", "census", "nsa", "USD_million", "2026-11-24")
    }


def test_the_newest_month_comes_with_the_year_to_date(server: Agencies, census: Census, jobs_of: Jobs) -> None:
    fetched = jobs_of("census", server, key=KEY)[-1].fetch()
    found = {key: value for key, value in values(fetched, flow="imports", partner="KOR").items() if key[3] in ("YTD", "A")}
    total = sum(census.values["imports", "5800", f"2026-{month:02}"] or 0 for month in range(1, 10))
    assert found.keys() == {("KOR", "imports", "all_goods", "A", "2025"), ("KOR", "imports", "all_goods", "YTD", "2026-09")}
    assert Decimal(found["KOR", "imports", "all_goods", "YTD", "2026-09"]) == Decimal(total) / 10**6


@pytest.mark.parametrize(
    ("since", "stored", "keys"),
    [
        (None, None, ["2024", "2025-2026"]),
        (None, "2026-09", ["2025-2026"]),
        (None, "2023-12", ["2022", "2023", "2024", "2025-2026"]),
        (date(2026, 6, 1), "2026-09", ["2026"]),
        (date(2005, 1, 1), None, [*map(str, range(2010, 2025)), "2025-2026"]),
        (date(2030, 1, 1), None, ["2026"]),
    ],
)
def test_only_what_is_newer_than_the_store_is_asked_for(
    server: Agencies, jobs_of: Jobs, since: date | None, stored: str | None, keys: list[str]
) -> None:
    until = {"us_trade_in_goods_by_country": Stored(stored, "2026-10-01")} if stored else {}
    assert [job.key for job in jobs_of("census", server, key=KEY, stored=until, since=since)] == keys
    assert server.asked == []


def test_months_without_figures_answer_204_and_give_none(server: Agencies, jobs_of: Jobs) -> None:
    assert jobs_of("census", server, key=KEY, since=date(2012, 1, 1))[0].fetch().observations == ()


def test_null_cells_are_no_figures(server: Agencies, census: Census, jobs_of: Jobs) -> None:
    census.values["imports", "5800", "2026-08"] = None
    found = values(jobs_of("census", server, key=KEY)[-1].fetch(), flow="imports", partner="KOR")
    assert ("KOR", "imports", "all_goods", "M", "2026-08") not in found
    assert ("KOR", "imports", "all_goods", "M", "2026-09") in found


@pytest.mark.parametrize(("key", "title"), [("f" * 40, "Invalid Key"), ("", "Missing Key")])
def test_the_page_about_keys_is_a_refusal_though_it_has_status_200(server: Agencies, jobs_of: Jobs, key: str, title: str) -> None:
    with pytest.raises(SourceChanged, match=f"key in CENSUS_API_KEY is refused.*{title}"):
        jobs_of("census", server, key=key)[-1].fetch()


def test_an_unknown_variable_stops_the_source_with_its_words(server: Agencies, jobs_of: Jobs) -> None:
    server.mishaps[HOST].append(Reply(status=400, media_type="text/plain", body=b"error: unknown variable 'GEN_VAL_MO'"))
    with pytest.raises(SourceChanged, match="400: error: unknown variable 'GEN_VAL_MO'"):
        jobs_of("census", server, key=KEY)[-1].fetch()


def test_a_renamed_column_is_a_change_of_the_source(server: Agencies, census: Census, jobs_of: Jobs) -> None:
    census.renamed = {"GEN_VAL_YR": "GEN_VAL_YEAR"}
    with pytest.raises(SourceChanged, match="no column GEN_VAL_YR; its columns are CTY_CODE, CTY_NAME, GEN_VAL_MO, GEN_VAL_YEAR"):
        jobs_of("census", server, key=KEY)[-1].fetch()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"data": []}, "another shape"),
        ([["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "GEN_VAL_YR", "time"], ["5800", "KOREA, SOUTH"]], "another shape"),
        ([["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "GEN_VAL_YR", "time"], ["5800", "K", "12x", "1", "2026-01"]], "expected a number"),
        ([["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "GEN_VAL_YR", "time"], ["5800", "K", "NaN", "1", "2026-01"]], "expected a number"),
        ([["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "GEN_VAL_YR", "time"], ["5800", "K", "1", "1", "2026"]], "expected a month"),
    ],
)
def test_rows_of_another_shape_are_refused(server: Agencies, jobs_of: Jobs, body: object, words: str) -> None:
    server.mishaps[HOST].append(as_json(body))
    with pytest.raises(SourceChanged, match=words):
        jobs_of("census", server, key=KEY)[-1].fetch()


HEADER = ["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "GEN_VAL_YR", "time"]


def test_a_row_that_comes_twice_counts_once(server: Agencies, jobs_of: Jobs) -> None:
    row = ["5800", "KOREA, SOUTH", "1000000", "1000000", "2025-01"]
    server.mishaps[HOST].append(as_json([HEADER, row, row]))
    found = values(jobs_of("census", server, key=KEY)[-1].fetch(), partner="KOR", flow="imports", period="2025-01")
    assert found == {("KOR", "imports", "all_goods", "M", "2025-01"): "1"}


def test_two_values_for_one_month_are_not_chosen_between(server: Agencies, jobs_of: Jobs) -> None:
    rows = [["5800", "KOREA, SOUTH", dollars, dollars, "2025-01"] for dollars in ("1000000", "2000000")]
    server.mishaps[HOST].append(as_json([HEADER, *rows]))
    with pytest.raises(Unreadable, match="two values for imports KOR 2025-01 in one answer: 1 and 2"):
        jobs_of("census", server, key=KEY)[-1].fetch()
