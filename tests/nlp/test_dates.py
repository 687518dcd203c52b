"""Dates are found with the words and the interval that dates.toml says."""

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from nlp.dates import find_dates
from nlp.dates.find import RULES
from tradeclaims.records import Mention

ROWS = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))["dates"]


def written(mention: Mention) -> str:
    """A mention in the notation of the table."""
    period = mention.period
    assert period is not None
    return f"{mention.span.quote} | {period.start or '-'} | {period.end or '-'} | {period.freq}"


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert sum(len(row) > 2 for row in ROWS) >= 80
    assert sum(len(row) == 2 for row in ROWS) >= 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_dates_of_a_sentence(row: list[str]) -> None:
    published, text, *expected = row
    mentions = find_dates(text, date.fromisoformat(published))
    assert [written(m) for m in mentions] == expected
    for mention in mentions:
        mention.span.check(text)
        assert mention.period is not None
        assert mention.period.raw == mention.span.quote


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("in 2016", "explicit"),
        ("in March", "publication"),
        ("last year", "publication"),
        ("since 2011", "context"),
        ("on May 18, 2017", "explicit"),
    ],
)
def test_anchor_tells_where_the_year_came_from(text: str, anchor: str) -> None:
    (mention,) = find_dates(text, date(2017, 7, 10))
    assert mention.period is not None
    assert mention.period.anchor == anchor


def test_relative_dates_are_left_out_without_a_publication_date() -> None:
    text = "Last year and in March, on Thursday and so far this year, it rose; in May 2016 it fell."
    assert [m.span.quote for m in find_dates(text, None)] == ["May 2016"]


def test_no_date_is_read_twice_and_order_is_that_of_the_text() -> None:
    text = "In the first quarter of 2017, from March 2016 to May 2017, and on Thursday, Dec. 3-5, 2018, it rose since 2011 and in fiscal 2017-18."
    mentions = find_dates(text, date(2019, 1, 10))
    assert len(mentions) == 5
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start


def test_no_rule_matches_where_it_says_it_cannot_begin() -> None:
    for _, text, *_ in ROWS:
        for cased in (text, text.upper(), text.lower()):
            for at, character in enumerate(cased):
                for rule in RULES:
                    assert character.lower() in rule.begins or not rule.pattern.match(cased, at), (rule.pattern.pattern, cased[at:])
