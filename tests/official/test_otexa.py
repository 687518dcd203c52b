"""OTEXA country pages: which column is which is the whole point."""

from collections.abc import Iterator

import pytest

from official.connector import Fetched, Job
from tests.official.agencies.otexa import LABELS, Otexa
from tests.official.conftest import Jobs, values
from tests.official.serving import Agencies, page, serving
from tradeclaims.errors import SourceChanged, Unreadable

HOST = "otexa.trade.gov"


@pytest.fixture
def otexa() -> Otexa:
    return Otexa()


@pytest.fixture
def server(otexa: Otexa) -> Iterator[Agencies]:
    with serving(otexa_trade_gov=otexa) as running:
        yield running


def korea(server: Agencies, jobs_of: Jobs) -> Fetched:
    jobs: list[Job] = jobs_of("otexa", server, key="")
    return next(job for job in jobs if job.key == "KOR").fetch()


def test_one_label_heads_a_year_to_date_and_a_year_ending_column(server: Agencies, jobs_of: Jobs) -> None:
    fetched = korea(server, jobs_of)
    assert server.asked[0].path == "/msrcty/v5800.htm"
    assert values(fetched, product="apparel") == {
        ("KOR", "imports", "apparel", "A", "2007"): "487.221",
        ("KOR", "imports", "apparel", "A", "2008"): "409.836",
        ("KOR", "imports", "apparel", "YTD", "2008-10"): "366.091",
        ("KOR", "imports", "apparel", "YTD", "2009-10"): "315.719",
        ("KOR", "imports", "apparel", "YE", "2008-10"): "434.070",
        ("KOR", "imports", "apparel", "YE", "2009-08"): "360.553",
        ("KOR", "imports", "apparel", "YE", "2009-09"): "360.487",
        ("KOR", "imports", "apparel", "YE", "2009-10"): "359.464",
    }
    assert {one.product for one in fetched.observations} == {"textiles_apparel", "apparel", "textiles"}
    (facts,) = fetched.provenance.values()
    assert facts["note"].endswith("the newest months are preliminary: HTS 50 to 63 alone")


def test_columns_of_december_are_the_calendar_year(server: Agencies, otexa: Otexa, jobs_of: Jobs) -> None:
    otexa.labels = LABELS.replace("10/2008", "12/2008").replace("10/2009", "12/2009")
    found = {(key[3], key[4]) for key in values(korea(server, jobs_of), product="apparel")}
    assert found == {("A", "2007"), ("A", "2008"), ("YE", "2009-08"), ("YE", "2009-09")}


def test_cells_without_a_figure_are_none(server: Agencies, otexa: Otexa, jobs_of: Jobs) -> None:
    otexa.rows = otexa.rows.replace("487.221   409.836    366.091", "***   409.836    N/A")
    assert len(values(korea(server, jobs_of), product="apparel")) == 6


def test_a_missing_page_concerns_its_country_alone(server: Agencies, otexa: Otexa, jobs_of: Jobs) -> None:
    otexa.gone = {"v5800.htm"}
    with pytest.raises(Unreadable, match=r"v5800\.htm is not there \(404\)"):
        korea(server, jobs_of)


@pytest.mark.parametrize(
    ("attribute", "old", "new", "words"),
    [
        ("headings", "Calendar Years", "Years", "other columns"),
        ("headings", "Year-to-Date                 Year-Endings", "Year-Endings                 Year-to-Date", "other columns"),
        ("labels", " 2007 ", "  ", "other columns"),
        ("labels", "% Change   10/2008", "   10/2008", "other columns"),
        ("rows", " 487.221 ", " ", "has other cells than its 11 columns"),
        ("rows", " 0   Total", " 0a  Total", "no row of category 0, the total"),
        ("unit", "Million Dollars", "Million Square Meter Equivalents", "gives quantities; expected million dollars"),
    ],
)
def test_another_layout_is_not_guessed_at(
    server: Agencies, otexa: Otexa, jobs_of: Jobs, attribute: str, old: str, new: str, words: str
) -> None:
    before = getattr(otexa, attribute)
    assert old in before
    setattr(otexa, attribute, before.replace(old, new, 1))
    with pytest.raises(SourceChanged, match=words):
        korea(server, jobs_of)


def test_a_page_without_the_table_is_refused(server: Agencies, jobs_of: Jobs) -> None:
    server.mishaps[HOST].append(page("OTEXA has moved"))
    with pytest.raises(SourceChanged, match="holds no table of text"):
        korea(server, jobs_of)
