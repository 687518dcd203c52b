"""BEA, data set ITA: values in their many forms, errors with status 200."""

from collections.abc import Iterator
from datetime import date

import pytest

from official.connector import Stored
from tests.official.agencies.bea import KEY, Bea, failure
from tests.official.conftest import Jobs, values
from tests.official.serving import Agencies, Reply, page, serving
from tradeclaims.errors import SourceChanged

HOST = "apps.bea.gov"


@pytest.fixture
def bea() -> Bea:
    found = Bea()
    for indicator in found.indicators:
        for area in ("SouthKorea", "AllCountries", "Europe"):
            for year in ("2015", "2016"):
                found.values[indicator, area, year] = "1,000"
    found.values["BalGdsServ", "SouthKorea", "2016"] = "-14,248"
    return found


@pytest.fixture
def server(bea: Bea) -> Iterator[Agencies]:
    with serving(apps_bea_gov=bea) as running:
        yield running


def test_tables_become_figures_on_balance_of_payments_basis(server: Agencies, jobs_of: Jobs) -> None:
    (job,) = jobs_of("bea", server, key=KEY)
    fetched = job.fetch()
    found = values(fetched)
    assert found["KOR", "balance", "goods_services", "A", "2016"] == "-14248"
    assert found["WLD", "exports", "services", "A", "2015"] == "1000"
    assert found["Europe", "imports", "all_goods", "A", "2016"] == "1000"
    assert {(one.source, one.basis, one.adjustment, one.unit, one.vintage) for one in fetched.observations} == {
        ("bea", "bop", "nsa", "USD_million", "2026-11-24")
    }
    assert not any(KEY in key for key in fetched.provenance)


def test_only_offered_indicators_are_asked_for(server: Agencies, bea: Bea, jobs_of: Jobs) -> None:
    jobs_of("bea", server, key=KEY)[0].fetch()
    assert {question.get("Indicator") for question in server.asked} == {"", *bea.indicators} - {"BalCurrAcct"}
    bea.indicators = ["ExpGds"]
    with pytest.raises(SourceChanged, match="offers no indicator ExpGds, ImpGds and BalGds; it offers ExpGds"):
        jobs_of("bea", server, key=KEY)[0].fetch()


def test_the_years_asked_for_reach_back_as_far_as_revisions_do(server: Agencies, jobs_of: Jobs) -> None:
    def years(**how: object) -> str:
        server.asked.clear()
        jobs_of("bea", server, key=KEY, **how)[0].fetch()
        return server.asked[-1].get("Year")

    assert years() == "ALL"
    assert years(since=date(2015, 5, 1), today=date(2017, 7, 1)) == "2015,2016,2017"
    assert years(stored={"international_transactions": Stored("2016", "2017-06-20")}, today=date(2017, 7, 1)) == "2013,2014,2015,2016,2017"


def test_one_observation_comes_as_an_object_and_results_may_be_a_list(server: Agencies, bea: Bea, jobs_of: Jobs) -> None:
    bea.listed = True
    bea.values = {(indicator, "China", "2016"): "5" for indicator in bea.indicators}
    assert len(values(jobs_of("bea", server, key=KEY)[0].fetch(), partner="CHN")) == 7


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1,234)", "-1234"),
        ("0", "0"),
        ("12.5", "12.5"),
        *((text, None) for text in ("(D)", "(NA)", "(NM)", "n.a.", "n.s.", "(*)", "...", "")),
    ],
)
def test_values_in_every_form(server: Agencies, bea: Bea, jobs_of: Jobs, text: str, value: str | None) -> None:
    bea.values["BalGds", "SouthKorea", "2016"] = text
    found = values(jobs_of("bea", server, key=KEY)[0].fetch(), flow="balance", product="all_goods", partner="KOR", period="2016")
    assert list(found.values()) == ([value] if value else [])


def test_an_unregistered_key_is_told_apart_from_other_errors(server: Agencies, jobs_of: Jobs) -> None:
    with pytest.raises(SourceChanged, match="the key in BEA_API_KEY is refused: Invalid Request - Invalid API UserId"):
        jobs_of("bea", server, key="wrong")[0].fetch()


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (
            failure({"APIErrorCode": "201", "APIErrorDescription": "The Table requested is not available."}),
            "error 201: The Table requested",
        ),
        (failure([{"error": "something went wrong"}]), "an error: something went wrong"),
        (failure({"APIErrorCode": "1", "APIErrorDescription": "Invalid Request - Invalid API UserId."}), "key in BEA_API_KEY is refused"),
        (Reply(), "an empty body"),
        (page("Service Unavailable"), "web page"),
        (Reply(body=b'{"other": 1}'), "another shape"),
        (Reply(body=b'{"BEAAPI": {"Results": {"Statistic": "x"}}}'), "no rows in Results.ParamValue"),
        (Reply(status=429, headers={"Retry-After": "3600"}), "asks to wait 3,600 seconds"),
    ],
)
def test_failures_are_said_in_the_bureaus_words(server: Agencies, jobs_of: Jobs, reply: Reply, words: str) -> None:
    server.mishaps[HOST].append(reply)
    with pytest.raises(SourceChanged, match=words):
        jobs_of("bea", server, key=KEY)[0].fetch()


def test_a_renamed_field_is_a_change_of_the_source(server: Agencies, bea: Bea, jobs_of: Jobs) -> None:
    bea.columns = {"UNIT_MULT": "UnitMultiplier"}
    with pytest.raises(SourceChanged, match="ExpGds has no column UNIT_MULT"):
        jobs_of("bea", server, key=KEY)[0].fetch()
