"""What a refresh asks the store: the newest figures known at a vintage, and how far an agency is stored."""

from decimal import Decimal

from store.database import Database
from store.editions import newest_figures, stored_until
from store.observations import save_observations
from tests.store.examples import observation


def values(db: Database, until: str, since: str = "") -> dict[str, str]:
    first = observation()
    found = newest_figures(db, source=first.source, series=first.series, from_period=since, until_vintage=until)
    return {one.period: str(one.value) for one in found}


def test_the_newest_vintage_not_after_a_day_counts(db: Database) -> None:
    save_observations(db, [observation(period="2016", value=Decimal(3), vintage="2026-11-24")], {})
    save_observations(db, [observation(period="2016", value=Decimal(1), vintage="2017-01")], {})
    save_observations(db, [observation(period="2016", value=Decimal(2), vintage="2018-10")], {})
    save_observations(db, [observation(period="2015", value=Decimal(9), vintage="2017-01")], {})
    assert values(db, "2016-12-31") == {}
    assert values(db, "2017-01-01") == {"2016": "1", "2015": "9"}
    assert values(db, "2018-10-01") == {"2016": "2", "2015": "9"}
    assert values(db, "2026-11-24", since="2016") == {"2016": "3"}


def test_of_two_prints_in_one_vintage_the_later_counts(db: Database) -> None:
    for value in (5, 4):
        save_observations(db, [observation(value=Decimal(value), vintage="2026-11-24")], {})
    assert list(values(db, "2026-11-24").values()) == ["4"]


def test_how_far_an_agency_is_stored(db: Database) -> None:
    save_observations(
        db,
        [
            observation(series="a", period="2016-05", vintage="2017-01-01", provenance="https://a.example/x"),
            observation(series="a", period="2016-04", vintage="2018-01-01", provenance="https://a.example/y"),
            observation(series="b", period="2014", vintage="2019-01-01", provenance="https://a.example/x"),
            observation(series="b", period="2019", vintage="2020-01-01", provenance="table@2020"),
        ],
        {},
    )
    assert stored_until(db, "https://a.example/") == {"a": ("2016-05", "2018-01-01"), "b": ("2014", "2019-01-01")}
    assert stored_until(db, "https://a.example/", before="2018-01-01") == {"a": ("2016-05", "2017-01-01")}
    assert stored_until(db, "https://a_example/") == {}
