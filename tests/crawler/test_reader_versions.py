"""A redesign is a new version of a reader; old pages stay readable."""

from datetime import date

import pytest

from crawler.readers.dated import Dated, read_dated
from crawler.readers.reading import Reading
from crawler.readers.release import read_release
from tradeclaims.errors import Unreadable


def version(number: int, until: date | None, mark: str) -> Dated:
    def read(html: str) -> Reading:
        if mark not in html:
            raise Unreadable(f"expected {mark}")
        return Reading(reader="r", version=number, kind="text", title="", text=html)

    return Dated(number=number, valid_until=until, read=read)


VERSIONS = (version(1, date(2014, 12, 31), "old"), version(2, date(2024, 12, 31), "middle"), version(3, None, "new"))


@pytest.mark.parametrize(
    ("page", "on", "number"),
    [
        ("old middle new", date(2010, 1, 1), 1),
        ("old middle new", date(2014, 12, 31), 1),
        ("old middle new", date(2015, 1, 1), 2),
        ("old middle new", date(2026, 1, 1), 3),
        ("old middle new", None, 3),
        ("old", date(2026, 1, 1), 1),
        ("old middle", date(2026, 1, 1), 2),
        ("new", date(2010, 1, 1), 3),
    ],
)
def test_the_version_of_the_day_reads_first_and_the_look_decides(page: str, on: date | None, number: int) -> None:
    assert read_dated(VERSIONS, page, on).version == number


def test_a_page_that_none_can_read_is_judged_by_the_version_of_its_day() -> None:
    with pytest.raises(Unreadable, match="expected middle"):
        read_dated(VERSIONS, "nothing", date(2020, 1, 1))


LOOKS = {
    1: "<html><body><main><h1>A Release</h1><p>The office announced talks with Korea.</p></main></body></html>",
    2: "<html><body><h1>A Release</h1><div class='field-item even'>tag</div><div class='field-item even'><p>August 22, 2017</p><p>The office announced talks with Korea.</p></div></body></html>",
    3: "<html><body><h1 class='pageTitle'><span id='pageTitle'>A Release</span></h1><div class='field--name-body'><p>The office announced talks with Korea.</p></div></body></html>",
}


@pytest.mark.parametrize("number", LOOKS)
@pytest.mark.parametrize("on", [date(2012, 5, 1), date(2018, 5, 1), date(2026, 5, 1)])
def test_releases_of_every_look_are_read_whenever_they_were_fetched(number: int, on: date) -> None:
    read = read_release(LOOKS[number], on)
    assert (read.version, read.title) == (number, "A Release")
    assert read.text.endswith("The office announced talks with Korea.")


def test_a_present_page_with_an_empty_body_is_not_read_as_an_old_one() -> None:
    with pytest.raises(Unreadable, match=r"expected text at one of div\.field--name-body"):
        read_release("<html><body><main><h1>A Release of a certain length</h1><div class='field--name-body'> </div></main></body></html>")
