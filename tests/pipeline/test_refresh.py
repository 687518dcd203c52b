"""`official refresh`: the real connectors, client, store and command against a loopback server."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from check.cube import Cube
from check.embedded import source_url
from check.figure import Dims
from check.months import Months
from official.agencies.fred import SERIES
from official.registry import connectors
from pipeline.progress import silent
from pipeline.stages.refresh import refresh
from store.database import Database, open_store
from store.editions import newest_figures
from store.observations import all_observations
from store.runs import issues
from tests.official.agencies.bea import KEY as BEA_KEY
from tests.official.agencies.bea import Bea
from tests.official.agencies.census import KEY, Census
from tests.official.agencies.comtrade import KEY as COMTRADE_KEY
from tests.official.agencies.comtrade import Comtrade
from tests.official.agencies.dataweb import TOKEN, DataWeb
from tests.official.agencies.fred import KEY as FRED_KEY
from tests.official.agencies.fred import Fred
from tests.official.agencies.otexa import Otexa
from tests.official.serving import Agencies, Question, Reply, page, serving
from tests.pipeline.conftest import Run
from tradeclaims.errors import Misconfigured
from tradeclaims.records import Run as Record
from tradeclaims.settings import Settings

HOST = "api.census.gov"
FIRST_DAY = datetime(2026, 10, 7, 14, tzinfo=UTC)
Ask = Callable[..., list[Record]]


@pytest.fixture
def census() -> Census:
    found = Census()
    found.fill("2024-01", "2026-08")
    return found


@pytest.fixture
def server(census: Census) -> Iterator[Agencies]:
    with serving(api_census_gov=census) as running:
        yield running


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    store = open_store(tmp_path / "t.db")
    yield store
    store.close()


@pytest.fixture
def ask(db: Database, server: Agencies) -> Ask:
    def run(names: Sequence[str] = ("census",), *, now: datetime = FIRST_DAY, key: str = KEY, since: date | None = None) -> list[Record]:
        keys = {"CENSUS_API_KEY": key} if key else {}
        settings = Settings(database=Path(), config=Path(), model="", user_agent="tests", official_keys=keys)
        return refresh(db, names, since=since, replicas=server.replicas, settings=settings, now=now, progress=silent)

    return run


def figures(db: Database, **wanted: str) -> dict[str, Decimal]:
    """Period, vintage → value of the figures with these attributes."""
    return {
        f"{one.period}@{one.vintage}": one.value
        for one in all_observations(db)
        if all(getattr(one, name) == value for name, value in wanted.items())
    }


def test_the_first_run_stores_and_the_second_finds_nothing_new(db: Database, ask: Ask) -> None:
    (first,) = ask()
    assert (first.source, first.seen, first.saved, first.failed) == ("census", 2, 2, False)
    stored = list(all_observations(db))
    assert {one.vintage for one in stored} == {"2026-10-07"}
    (second,) = ask(now=FIRST_DAY + timedelta(days=1))
    assert (second.seen, second.saved, second.unchanged) == (1, 0, 1)
    assert list(all_observations(db)) == stored


def test_a_revision_is_a_new_vintage_of_the_years_it_touches_and_overwrites_nothing(db: Database, ask: Ask, census: Census) -> None:
    ask()
    before = list(all_observations(db))
    census.values["imports", "5800", "2026-07"] = 1_234_567_890
    ask(now=FIRST_DAY + timedelta(days=28))
    after = list(all_observations(db))
    assert after[: len(before)] == before
    revised = after[len(before) :]
    assert {one.vintage for one in revised} == {"2026-11-04"}
    # The whole of the touched year and the year before it, exports and imports of every partner: sums, balances and ranks stay within a vintage.
    assert {one.period[:4] for one in revised} == {"2025", "2026"}
    assert {one.flow for one in revised} == {"exports", "imports"}
    assert {one.partner for one in revised} == {"KOR", "CHN", "WLD", "EU", "ATLANTIS"}
    found = figures(db, partner="KOR", flow="imports", freq="M", period="2026-07")
    assert list(found) == ["2026-07@2026-10-07", "2026-07@2026-11-04"]
    assert found["2026-07@2026-11-04"] == Decimal("1234.56789")


def test_a_new_month_brings_no_row_of_years_that_did_not_change(db: Database, ask: Ask, census: Census) -> None:
    ask()
    census.fill("2026-09", "2026-09")
    ask(now=FIRST_DAY + timedelta(days=28), since=date(2024, 1, 1))
    assert not figures(db, vintage="2026-11-04", freq="A", period="2024")
    assert figures(db, vintage="2026-11-04", partner="KOR", flow="exports", freq="YTD").keys() == {"2026-09@2026-11-04"}


def test_a_revision_on_the_same_day_counts_as_the_later_print(db: Database, ask: Ask, census: Census) -> None:
    ask()
    census.values["imports", "5800", "2026-07"] = 1_234_567_890
    (second,) = ask(now=FIRST_DAY + timedelta(hours=2))
    assert second.saved == 1
    (newest,) = [
        one
        for one in newest_figures(
            db, source="census", series="us_trade_in_goods_by_country", from_period="2026-07", until_vintage="2026-10-07"
        )
        if (one.partner, one.flow, one.freq, one.period) == ("KOR", "imports", "M", "2026-07")
    ]
    assert newest.value == Decimal("1234.56789")


def test_what_is_already_stored_under_another_vintage_is_compared_with_it(db: Database, ask: Ask) -> None:
    ask()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.stages.refresh.stored_until", lambda *_, **__: {})
        (again,) = ask(now=FIRST_DAY + timedelta(days=1))
    assert (again.seen, again.saved) == (2, 0)


def test_a_missing_key_is_one_line_and_a_later_key_settles_it(db: Database, ask: Ask, server: Agencies) -> None:
    (run,) = ask(key="")
    assert run.failed
    assert [issue.message for issue in issues(db)] == [
        "no key; set CENSUS_API_KEY in the environment (from https://api.census.gov/data/key_signup.html)"
    ]
    assert server.asked == []
    (run,) = ask()
    assert not run.failed
    assert issues(db) == []


def test_a_refused_key_stops_its_source_and_shows_nowhere(db: Database, ask: Ask) -> None:
    wrong = "feedfacefeedfacefeedfacefeedfacefeedface"
    (run,) = ask(key=wrong)
    assert (run.failed, run.seen) == (True, 1)
    (issue,) = issues(db)
    assert "key in CENSUS_API_KEY is refused" in issue.message
    assert wrong not in issue.message


def test_what_a_failed_run_got_through_is_not_asked_for_again_that_day(db: Database, ask: Ask, server: Agencies) -> None:
    def year(question: Question) -> str:
        return question.get("time")[5:9]

    real = server.handlers[HOST]
    server.handlers = {HOST: lambda question: page("Maintenance") if year(question) == "2026" else real(question)}
    (run,) = ask()
    assert (run.failed, run.saved) == (True, 1)
    assert figures(db).keys() == figures(db, period="2024").keys() | {key for key in figures(db) if key.startswith("2024-")}
    server.handlers = {HOST: real}
    server.asked.clear()
    (run,) = ask(now=FIRST_DAY + timedelta(hours=1))
    assert (run.failed, run.seen, run.saved) == (False, 1, 1)
    assert {year(question) for question in server.asked} == {"2025", "2026"}
    server.asked.clear()
    ask(now=FIRST_DAY + timedelta(hours=2))
    assert {year(question) for question in server.asked} == {"2025", "2026"}, "a finished day's work is no reason not to look again"


def test_unknown_sources_and_other_replicas_than_loopback_are_refused_before_any_work(db: Database, ask: Ask, server: Agencies) -> None:
    with pytest.raises(Misconfigured, match="unknown official source 'cencus'; expected bea, census"):
        ask(("census", "cencus"))
    server.replicas = {HOST: "192.0.2.1:80"}
    with pytest.raises(Misconfigured, match="loopback"):
        ask()
    assert server.asked == []


def test_the_command_goes_on_without_the_keys_it_lacks(tradeclaims: Run, server: Agencies) -> None:
    blank = dict.fromkeys((connector.key for connector in connectors().values() if connector.key), "")
    env = {**blank, "CENSUS_API_KEY": KEY}
    words = [
        "official",
        "refresh",
        "census",
        "bea",
        "fred",
        "--replica",
        f"{HOST}={server.address}",
        "--since",
        f"{datetime.now(UTC).year}-01-01",
    ]
    done = tradeclaims(*words, env=env)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1, done.stderr
    assert [(line["source"], line["failed"]) for line in lines if "seen" in line] == [("census", False), ("bea", True), ("fred", True)]
    assert [line["message"].split(";")[0] for line in lines if "message" in line] == ["no key", "no key"]
    assert tradeclaims(*words[:3], *words[5:], env=env).returncode == 0
    assert KEY not in done.stdout + done.stderr
    wrong = tradeclaims("official", "refresh", "census", "--replica", f"{HOST}=example.org:80", env=env)
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)


def test_a_killed_run_is_finished_by_the_next_one(tmp_path: Path, census: Census, server: Agencies) -> None:
    """Killed while the second job is on its way: the first one's figures stay, and are not asked for again."""
    this_year = datetime.now(UTC).year
    census.values.clear()
    census.fill(f"{this_year - 2}-01", f"{this_year}-01")
    real, held = server.handlers[HOST], []

    def slow(question: Question) -> Reply:
        if question.get("time").startswith(f"from {this_year - 1}"):
            held.append(question)
            time.sleep(1)
        return real(question)

    server.handlers = {HOST: slow}
    env = {**os.environ, "TRADECLAIMS_DB": str(tmp_path / "t.db"), "CENSUS_API_KEY": KEY}
    words = [sys.executable, "-m", "pipeline", "official", "refresh", "census", "--replica", f"{HOST}={server.address}"]
    process = subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while not held:
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    server.handlers = {HOST: real}
    server.asked.clear()
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(done.stdout.splitlines()[0])["seen"] == 1
    assert {question.get("time")[5:9] for question in server.asked} == {str(this_year - 1), str(this_year)}
    db = open_store(tmp_path / "t.db")
    months = [one for one in all_observations(db) if (one.partner, one.flow, one.freq) == ("KOR", "imports", "M")]
    db.close()
    assert sorted(one.period for one in months) == [f"{this_year - 2 + n // 12}-{n % 12 + 1:02}" for n in range(25)]


def test_refreshed_figures_answer_the_checkers_questions(db: Database, ask: Ask, census: Census) -> None:
    ask()
    census.values["imports", "5800", "2026-07"] = 1_234_567_890
    ask(now=FIRST_DAY + timedelta(days=28))
    cube = Cube.from_observations(all_observations(db))
    dims = Dims("USA", ("KOR",), "imports", "all_goods", "census", "nsa")
    july = 2026 * 12 + 6
    old, new = cube.history(dims, Months(july - 11, 12))
    months = [f"2025-{month:02}" for month in range(8, 13)] + [f"2026-{month:02}" for month in range(1, 8)]
    dollars = sum(census.values["imports", "5800", month] or 0 for month in months)
    assert (old.vintage, new.vintage, new.value) == ("2026-10-07", "2026-11-04", Decimal(dollars) / 10**6)
    balance = cube.newest(dims._replace(flow="balance"), Months(july, 1))
    assert balance is not None
    exports = Decimal(census.values["exports", "5800", "2026-07"] or 0) / 10**6
    assert (balance.vintage, balance.value) == ("2026-11-04", exports - Decimal("1234.56789"))
    assert source_url(balance.provenance) == "https://api.census.gov/data/timeseries/intltrade/exports/hs"


def test_vintages_of_a_series_are_each_compared_with_the_one_before(db: Database) -> None:
    fred = Fred()
    fred.page = 100
    first = {f"{year}-{month:02}": str(-1000 * month) for year in (2013, 2014, 2015) for month in range(1, 13)}
    fred.releases = {name: {"2016-02-05": first} for name in SERIES}
    fred.releases["BOPGSTB"]["2016-03-04"] = {"2016-01": "-500"}
    settings = Settings(database=Path(), config=Path(), model="", user_agent="tests", official_keys={"FRED_API_KEY": FRED_KEY})

    def run(day: datetime) -> Record:
        with serving(api_stlouisfed_org=fred) as server:
            (record,) = refresh(db, ["fred"], since=None, replicas=server.replicas, settings=settings, now=day, progress=silent)
        return record

    record = run(datetime(2016, 3, 10, tzinfo=UTC))
    assert (record.failed, record.seen, record.saved) == (False, len(SERIES), len(SERIES))
    series = [one for one in all_observations(db) if one.series == "BOPGSTB"]
    assert len([one for one in series if one.vintage == "2016-02-05"]) == 36
    assert sorted(one.period for one in series if one.vintage == "2016-03-04") == [
        *(f"2015-{month:02}" for month in range(1, 13)),
        "2016-01",
    ]
    fred.releases["BOPGSTB"]["2016-06-03"] = {"2013-05": "-1"}
    record = run(datetime(2016, 6, 10, tzinfo=UTC))
    assert (record.saved, record.unchanged) == (1, len(SERIES) - 1)
    revised = [one for one in all_observations(db) if one.vintage == "2016-06-03"]
    assert sorted(one.period for one in revised) == [f"2013-{month:02}" for month in range(1, 13)]


def test_all_agencies_in_one_command(tradeclaims: Run, census: Census, tmp_path: Path) -> None:
    bea, fred, dataweb, comtrade = Bea(), Fred(), DataWeb(), Comtrade()
    this_year = datetime.now(UTC).year
    census.fill(f"{this_year - 1}-01", f"{this_year}-01")
    bea.values = {(indicator, "SouthKorea", str(this_year - 2)): "-14,248" for indicator in bea.indicators}
    fred.releases = {name: {f"{this_year}-01-02": {"2016-05": "-41144"}} for name in SERIES}
    dataweb.rows = {str(this_year - 1): [("Korea, South", "61", [1_000_000] * 12)]}
    comtrade.values = {(410, 842, "X", str(this_year - 1)): 127_800_000_000}
    keys = {
        "CENSUS_API_KEY": KEY, "BEA_API_KEY": BEA_KEY, "FRED_API_KEY": FRED_KEY, "DATAWEB_TOKEN": TOKEN, "COMTRADE_API_KEY": COMTRADE_KEY,
    }  # fmt: skip
    with serving(
        api_census_gov=census, apps_bea_gov=bea, api_stlouisfed_org=fred, datawebws_usitc_gov=dataweb, comtradeapi_un_org=comtrade,
        otexa_trade_gov=Otexa(),
    ) as server:  # fmt: skip
        replicas = [word for host, address in server.replicas.items() for word in ("--replica", f"{host}={address}")]
        words = ("official", "refresh", *replicas, "--since", f"{this_year - 1}-01-01")
        first = tradeclaims(*words, env=keys)
        second = tradeclaims(*words, env=keys)
    assert (first.returncode, first.stderr) == (0, "")
    runs = [json.loads(line) for line in first.stdout.splitlines()]
    assert [(run["source"], run["saved"] > 0) for run in runs] == [
        (name, True) for name in ("bea", "census", "comtrade", "dataweb", "fred", "otexa")
    ]
    assert [json.loads(line)["saved"] for line in second.stdout.splitlines()] == [0] * 6
    assert not [key for key in keys.values() if key.encode() in (tmp_path / "t.db").read_bytes()]


def test_every_connector_is_found_and_says_where_its_key_comes_from() -> None:
    found = connectors()
    assert list(found) == ["bea", "census", "comtrade", "dataweb", "fred", "otexa"]
    assert all(connector.key_from for connector in found.values() if connector.key)
