"""USITC DataWeb: tables read by their labels, failures inside answers with status 200."""

from collections.abc import Iterator
from datetime import date

import pytest

from official.agencies import dataweb as connector
from official.connector import Stored
from tests.official.agencies.dataweb import TOKEN, DataWeb
from tests.official.conftest import Jobs, values
from tests.official.serving import Agencies, Reply, as_json, page, serving
from tradeclaims.errors import SourceChanged, Unreadable

HOST = "datawebws.usitc.gov"


@pytest.fixture
def dataweb() -> DataWeb:
    found = DataWeb()
    found.rows["2026"] = [
        ("Korea, South", "61", [12_345_678, 0, 5_000_000, *[0] * 9]),
        ("China", "62", [1_000_000_001, 2_000_000, 0, *[0] * 9]),
    ]
    return found


@pytest.fixture
def server(dataweb: DataWeb) -> Iterator[Agencies]:
    with serving(datawebws_usitc_gov=dataweb) as running:
        yield running


def test_rows_become_months_of_chapters_and_months_to_come_are_no_zeros(server: Agencies, jobs_of: Jobs) -> None:
    fetched = jobs_of("dataweb", server, key=TOKEN)[-1].fetch()
    assert values(fetched) == {
        ("KOR", "imports", "hs61", "M", "2026-01"): "12.345678",
        ("KOR", "imports", "hs61", "M", "2026-02"): "0",
        ("KOR", "imports", "hs61", "M", "2026-03"): "5",
        ("CHN", "imports", "hs62", "M", "2026-01"): "1000.000001",
        ("CHN", "imports", "hs62", "M", "2026-02"): "2",
        ("CHN", "imports", "hs62", "M", "2026-03"): "0",
    }
    (kind,) = {(one.source, one.series, one.basis) for one in fetched.observations}
    assert kind == ("usitc", "dataweb_imports_for_consumption", "census")


def test_code_and_description_may_share_a_column(server: Agencies, dataweb: DataWeb, jobs_of: Jobs) -> None:
    dataweb.labels = ["Country", "HTS2 & Description", "Quantity", "Year"]
    dataweb.rows["2026"] = [("Korea, South", "61 Articles of apparel, knitted", [1_000_000, *[0] * 11])]
    assert list(values(jobs_of("dataweb", server, key=TOKEN)[-1].fetch())) == [("KOR", "imports", "hs61", "M", "2026-01")]


@pytest.mark.parametrize(
    ("since", "stored", "keys"),
    [
        (None, "", ["2024", "2025", "2026"]),
        (date(1900, 1, 1), "", [*map(str, range(1989, 2027))]),
        (None, "2026-08", ["2025", "2026"]),
        (date(2026, 5, 1), "", ["2026"]),
    ],
)
def test_only_what_is_newer_is_asked_for(server: Agencies, jobs_of: Jobs, since: date | None, stored: str, keys: list[str]) -> None:
    until = {connector.SERIES: Stored(stored, "2026-10-01")} if stored else {}
    assert [job.key for job in jobs_of("dataweb", server, key=TOKEN, since=since, stored=until)] == keys


def test_a_service_that_needs_more_time_is_asked_again(server: Agencies, jobs_of: Jobs) -> None:
    server.mishaps[HOST].append(as_json({"dto": {"errors": [], "needMoreTime": True, "tables": []}}))
    assert jobs_of("dataweb", server, key=TOKEN)[-1].fetch().observations
    server.mishaps[HOST].extend([as_json({"dto": {"errors": [], "needMoreTime": True, "tables": []}})] * 4)
    with pytest.raises(Unreadable, match="needs more time for the report, 4 times"):
        jobs_of("dataweb", server, key=TOKEN)[-1].fetch()


def test_maintenance_is_waited_out_and_then_told(server: Agencies, jobs_of: Jobs) -> None:
    server.mishaps[HOST].extend([page("Maintenance", status=503)] * 3)
    assert jobs_of("dataweb", server, key=TOKEN)[-1].fetch().observations
    server.mishaps[HOST].extend([page("Maintenance", status=503)] * 4)
    with pytest.raises(SourceChanged, match="answers 503, 4 times"):
        jobs_of("dataweb", server, key=TOKEN)[-1].fetch()


def test_an_expired_token_is_refused(server: Agencies, jobs_of: Jobs) -> None:
    with pytest.raises(SourceChanged, match="refuses the key with 401"):
        jobs_of("dataweb", server, key="expired")[-1].fetch()


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (as_json({"dto": {"errors": ["Invalid commodity 99"], "tables": []}}), Unreadable, "answers with errors: Invalid commodity 99"),
        (as_json({"dto": None}), SourceChanged, "expected an object dto"),
        (as_json({"dto": {"errors": [], "tables": []}}), SourceChanged, "a table of another shape"),
        (as_json({"dto": {"errors": [], "tables": [{"rows": []}]}}), SourceChanged, "a table of another shape"),
        (page("Dataweb is in data load mode"), SourceChanged, "Dataweb is in data load mode"),
    ],
)
def test_failures_with_status_200(server: Agencies, jobs_of: Jobs, reply: Reply, kind: type[Exception], words: str) -> None:
    server.mishaps[HOST].append(reply)
    with pytest.raises(kind, match=words):
        jobs_of("dataweb", server, key=TOKEN)[-1].fetch()


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["Partner", "HTS Number", "Description", "Year"], "no column Country"),
        (["Country", "NAIC Number", "Description", "Year"], "no column of commodities"),
        (["Country", "HTS Number", "Year"], "a row has 16 cells"),
    ],
)
def test_changed_columns_stop_the_source(server: Agencies, dataweb: DataWeb, jobs_of: Jobs, labels: list[str], words: str) -> None:
    dataweb.labels = labels
    with pytest.raises(SourceChanged, match=words):
        jobs_of("dataweb", server, key=TOKEN)[-1].fetch()


def test_a_full_report_may_lack_rows(server: Agencies, jobs_of: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connector, "MOST", 2)
    with pytest.raises(Unreadable, match="2 rows, as many as it may"):
        jobs_of("dataweb", server, key=TOKEN)[-1].fetch()
