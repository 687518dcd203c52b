"""UN Comtrade: partners' own figures, Comtrade's own country codes, counts that must add up."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from official.agencies import comtrade as connector
from official.connector import Stored
from tests.official.agencies.comtrade import KEY, Comtrade
from tests.official.conftest import Jobs, values
from tests.official.serving import Agencies, Reply, as_json, serving
from tradeclaims.errors import SourceChanged, Unreadable

HOST = "comtradeapi.un.org"


@pytest.fixture
def comtrade() -> Comtrade:
    found = Comtrade()
    found.values = {
        (410, 842, "X", "2025"): 127_800_000_000.5,
        (410, 842, "M", "2025"): 72_100_000_000,
        (699, 0, "X", "2025"): 452_684_213_646.747,
        (490, 842, "X", "202601"): 1_500_000,
    }
    return found


@pytest.fixture
def server(comtrade: Comtrade) -> Iterator[Agencies]:
    with serving(comtradeapi_un_org=comtrade) as running:
        yield running


def test_dollars_become_millions_exactly_and_codes_countries(server: Agencies, jobs_of: Jobs) -> None:
    annual, monthly = jobs_of("comtrade", server, key=KEY)
    fetched = annual.fetch()
    assert values(fetched, reporter="KOR") == {
        ("USA", "exports", "all_goods", "A", "2025"): "127800.0000005",
        ("USA", "imports", "all_goods", "A", "2025"): "72100",
    }
    assert values(fetched, reporter="IND") == {("WLD", "exports", "all_goods", "A", "2025"): "452684.213646747"}
    assert values(monthly.fetch(), reporter="TWN") == {("USA", "exports", "all_goods", "M", "2026-01"): "1.5"}
    assert {one.basis for one in fetched.observations if one.reporter == "KOR"} == {"korea_customs"}


def test_periods_are_asked_for_twelve_at_a_time_up_to_today(server: Agencies, jobs_of: Jobs) -> None:
    until = {"comtrade_goods_annual": Stored("2024", "2026-01-01"), "comtrade_goods_monthly": Stored("2026-05", "2026-09-01")}
    for job in jobs_of("comtrade", server, key=KEY, stored=until, today=date(2026, 11, 24)):
        job.fetch()
    asked = [question.get("period").split(",") for question in server.asked]
    assert asked[0] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [(periods[0], periods[-1], len(periods)) for periods in asked[1:]] == [("202501", "202512", 12), ("202601", "202611", 11)]


def test_no_period_before_the_oldest_reports_is_asked_for(server: Agencies, jobs_of: Jobs) -> None:
    for job in jobs_of("comtrade", server, key=KEY, since=date(1900, 1, 1), today=date(2011, 2, 1)):
        job.fetch()
    asked = [period for question in server.asked for period in question.get("period").split(",")]
    assert (asked[0], min(period for period in asked if len(period) == 6), max(asked)) == ("1962", "201001", "201102")


def test_the_key_travels_in_a_header_alone(server: Agencies, jobs_of: Jobs) -> None:
    jobs_of("comtrade", server, key=KEY)[0].fetch()
    assert all(KEY not in str(question.params) for question in server.asked)


def test_no_records_are_no_figures(server: Agencies, comtrade: Comtrade, jobs_of: Jobs) -> None:
    comtrade.values = {}
    assert jobs_of("comtrade", server, key=KEY)[0].fetch().observations == ()


def test_an_answer_as_large_as_it_may_be_is_asked_for_in_halves(
    server: Agencies, comtrade: Comtrade, jobs_of: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connector, "MOST", 4)
    comtrade.values = {(410, 842, flow, year): 1_000_000 for flow in "XM" for year in ("2024", "2025", "2026")}
    assert len(jobs_of("comtrade", server, key=KEY)[0].fetch().observations) == 6
    comtrade.values |= {(156, 842, flow, "2025"): 1_000_000 for flow in "XM"}
    with pytest.raises(Unreadable, match="2025 has 4 records, as many as an answer may hold"):
        jobs_of("comtrade", server, key=KEY)[0].fetch()


def test_a_refused_key_stops_the_source(server: Agencies, jobs_of: Jobs) -> None:
    with pytest.raises(SourceChanged, match="the key in COMTRADE_API_KEY is refused: Access denied due to invalid subscription key"):
        jobs_of("comtrade", server, key="wrong")[0].fetch()


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (as_json({"count": 0, "data": [], "error": "Exceeded quota"}), Unreadable, "the answer says: Exceeded quota"),
        (as_json({"count": 2, "data": [], "error": ""}), Unreadable, "0 of 2 records came"),
        (as_json([]), SourceChanged, "another shape"),
        (as_json({"count": 0, "error": ""}), SourceChanged, "expected a list data"),
        (
            as_json({"statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 10:00:00."}, 403),
            SourceChanged,
            "call volume quota",
        ),
    ],
)
def test_other_answers(server: Agencies, jobs_of: Jobs, reply: Reply, kind: type[Exception], words: str) -> None:
    server.mishaps[HOST].append(reply)
    with pytest.raises(kind, match=words):
        jobs_of("comtrade", server, key=KEY)[0].fetch()


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"motCode": 2100}, "not the total that was asked for: cmdCode TOTAL, partner2Code 0, customsCode C00, motCode 2100"),
        ({"cmdCode": "61"}, "not the total that was asked for"),
        ({"flowCode": "RX"}, "was not asked for"),
        ({"reporterCode": 356}, "was not asked for"),
        ({"primaryValue": None}, "a record has no primaryValue"),
        ({"period": "2025Q1"}, "expected a year"),
    ],
)
def test_records_that_were_not_asked_for_are_refused(
    server: Agencies, comtrade: Comtrade, jobs_of: Jobs, extra: dict[str, Any], words: str
) -> None:
    comtrade.extra = extra
    with pytest.raises(SourceChanged, match=words):
        jobs_of("comtrade", server, key=KEY)[0].fetch()


def test_a_missing_field_is_a_change_of_the_source(server: Agencies, comtrade: Comtrade, jobs_of: Jobs) -> None:
    comtrade.dropped = {"primaryValue"}
    with pytest.raises(SourceChanged, match="a record has no primaryValue; it has typeCode"):
        jobs_of("comtrade", server, key=KEY)[0].fetch()
