"""FRED and ALFRED: the tables of each vintage, put together from values with the days they stood."""

from collections.abc import Iterator
from datetime import date

import pytest

from official.agencies.fred import SERIES
from official.connector import Fetched, Stored
from tests.official.agencies.fred import KEY, Fred
from tests.official.conftest import Jobs
from tests.official.serving import Agencies, Reply, as_json, page, serving
from tradeclaims.errors import SourceChanged, Unreadable

HOST = "api.stlouisfed.org"


@pytest.fixture
def fred() -> Fred:
    found = Fred()
    found.releases["BOPGSTB"] = {
        "2016-06-03": {"2016-03": "-35544", "2016-04": "-37433", "2015-12": "."},
        "2016-07-06": {"2016-04": "-37393", "2016-05": "-41144"},
        "2016-08-05": {"2016-05": "-40962", "2016-06": "-44509"},
    }
    return found


@pytest.fixture
def server(fred: Fred) -> Iterator[Agencies]:
    with serving(api_stlouisfed_org=fred) as running:
        yield running


def tables(fetched: Fetched) -> dict[str, dict[str, str]]:
    """Vintage → month → value."""
    found: dict[str, dict[str, str]] = {}
    for one in fetched.observations:
        found.setdefault(one.vintage, {})[one.period] = str(one.value)
    return found


def fetch(server: Agencies, jobs_of: Jobs, name: str = "BOPGSTB", *, key: str = KEY, stored: str = "", since: str = "") -> Fetched:
    until = {name: Stored("2016-04", stored)} if stored else {}
    jobs = jobs_of("fred", server, key=key, stored=until, since=date.fromisoformat(since) if since else None, today=date(2016, 8, 20))
    assert [job.key for job in jobs] == list(SERIES)
    return next(job for job in jobs if job.key == name).fetch()


def test_each_vintage_is_a_whole_table(server: Agencies, jobs_of: Jobs) -> None:
    fetched = fetch(server, jobs_of)
    assert tables(fetched) == {
        "2016-06-03": {"2016-03": "-35544", "2016-04": "-37433"},
        "2016-07-06": {"2016-03": "-35544", "2016-04": "-37393", "2016-05": "-41144"},
        "2016-08-05": {"2016-03": "-35544", "2016-04": "-37393", "2016-05": "-40962", "2016-06": "-44509"},
    }
    (kind,) = {(one.source, one.partner, one.flow, one.product, one.basis, one.adjustment, one.freq) for one in fetched.observations}
    assert kind == ("fred", "WLD", "balance", "goods_services", "bop", "sa", "M")


def test_only_vintages_after_the_stored_one_are_asked_for(server: Agencies, jobs_of: Jobs) -> None:
    assert tables(fetch(server, jobs_of, stored="2016-07-06")).keys() == {"2016-08-05"}
    server.asked.clear()
    assert fetch(server, jobs_of, stored="2016-08-05").observations == ()
    assert [question.path for question in server.asked] == ["/fred/series/vintagedates"]


def test_since_asks_for_stored_vintages_again(server: Agencies, jobs_of: Jobs) -> None:
    assert tables(fetch(server, jobs_of, stored="2016-08-05", since="2016-07-01")).keys() == {"2016-07-06", "2016-08-05"}


def test_lists_longer_than_a_page_are_read_to_the_end(server: Agencies, fred: Fred, jobs_of: Jobs) -> None:
    fred.page = 1
    assert len(tables(fetch(server, jobs_of))["2016-08-05"]) == 4
    assert max(int(question.get("offset")) for question in server.asked) > 4


def test_pages_that_run_dry_before_the_count_are_not_kept(server: Agencies, jobs_of: Jobs) -> None:
    server.mishaps[HOST].append(as_json({"count": 3, "vintage_dates": ["2016-06-03"]}))
    server.mishaps[HOST].append(as_json({"count": 3, "vintage_dates": []}))
    with pytest.raises(Unreadable, match="BOPGSTB: 1 of 3 vintage_dates came"):
        fetch(server, jobs_of)


def test_a_series_without_vintages_comes_as_of_the_banks_own_day(server: Agencies, fred: Fred, jobs_of: Jobs) -> None:
    fred.releases["EXPKR"] = {"2016-08-05": {"2016-06": "3500.5"}}
    fred.without_vintages = {"EXPKR"}
    assert tables(fetch(server, jobs_of, "EXPKR")) == {"2016-08-05": {"2016-06": "3500.5"}}


def test_a_refused_key_stops_the_source_and_an_unknown_series_only_itself(server: Agencies, jobs_of: Jobs) -> None:
    with pytest.raises(SourceChanged, match=r"the key in FRED_API_KEY is refused: Bad Request\. The value for variable api_key"):
        fetch(server, jobs_of, key="f" * 32)
    with pytest.raises(Unreadable, match=r"the bank answers 400: Bad Request\. The series does not exist"):
        fetch(server, jobs_of, "IMPKR")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (page("Maintenance"), "web page"),
        (as_json({"count": 1}), "expected a list vintage_dates"),
        (as_json({"count": 1, "vintage_dates": ["yesterday"]}), "expected a day like 2016-07-06"),
        (as_json({"error_code": 403, "error_message": "Forbidden"}, status=403), "403"),
    ],
)
def test_other_answers_stop_the_source(server: Agencies, jobs_of: Jobs, reply: Reply, words: str) -> None:
    server.mishaps[HOST].append(reply)
    with pytest.raises(SourceChanged, match=words):
        fetch(server, jobs_of)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"date": "2016-05-01", "value": "1"}, "expected realtime_start"),
        (
            {"realtime_start": "2016-06-03", "realtime_end": "9999-12-31", "date": "2016-05-15", "value": "1"},
            "expected the first day of a month",
        ),
        ({"realtime_start": "2016-06-03", "realtime_end": "9999-12-31", "date": "2016-05-01", "value": "n/a"}, "expected a number"),
    ],
)
def test_observations_of_another_shape_are_refused(server: Agencies, jobs_of: Jobs, row: dict[str, str], words: str) -> None:
    server.mishaps[HOST].append(as_json({"count": 1, "vintage_dates": ["2016-06-03"]}))
    server.mishaps[HOST].append(as_json({"count": 1, "observations": [row]}))
    with pytest.raises(SourceChanged, match=words):
        fetch(server, jobs_of)
