"""What is carried over sentences, and which of several times a figure is for: the flow, its partner and its period."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from nlp.dates import find_dates
from tradeclaims.contract import claim_json

Read = Callable[..., Any]
CHINA = "The goods deficit with China widened to $256.3 billion in 2007. "
TOTAL = "Exports rose 2.9 percent to $186.8 billion in March. "
DETAIL = TOTAL + "Exports to China rose 4 percent to $9 billion, and those to Mexico 2 percent to $18 billion. "

# text, then (partners, indicator, main number, first day of the period) of its last claim
LAST = [
    pytest.param(CHINA + "The year before, it had been $232.6 billion.", ("CHN", "balance", 232.6e9, "2006-01-01"), id="fronted time"),
    pytest.param(CHINA + "December's, at $18.8 billion, was the smallest.", ("CHN", "balance", 18.8e9, "2007-12-01"), id="possessive date"),
    pytest.param(CHINA + "With Mexico it was $74.3 billion.", ("MEX", "balance", 74.3e9, "2007-01-01"), id="fronted partner"),
    pytest.param(
        CHINA + "That with Japan shrank to $82.8 billion and that with Canada to $64.7 billion.",
        ("CAN", "balance", 64.7e9, "2007-01-01"),
        id="list of partners",
    ),
    pytest.param(CHINA + "Imports from there came to $321.5 billion.", ("CHN", "imports", 321.5e9, "2007-01-01"), id="from there"),
    pytest.param(CHINA + "The resulting gap, $256 billion, was huge.", ("CHN", "balance", 256e9, "2007-01-01"), id="definite gap"),
    pytest.param(DETAIL + "Imports fell 1 percent to $238.6 billion.", ("WLD", "imports", 238.6e9, "2007-03-01"), id="back to totals"),
    pytest.param(
        CHINA + "Exports, at $65.2 billion, were little changed.", ("CHN", "exports", 65.2e9, "2007-01-01"), id="same partner goes on"
    ),
    pytest.param(
        TOTAL + "In the first seven months exports totaled $1.2 trillion.", ("WLD", "exports", 1.2e12, "2007-01-01"), id="ordinal of a time"
    ),
    pytest.param(
        "The gap widened to $60 billion in March as exports fell to $120 billion. For the quarter it came to $175 billion.",
        ("WLD", "balance", 175e9, "2007-03-01"),
        id="pronoun agrees in number",
    ),
    pytest.param(
        "The March figures are out. The China gap shrank to $17.2 billion.",
        ("CHN", "balance", 17.2e9, "2007-03-01"),
        id="announced period, gap named after a country",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LAST)
def test_what_a_sentence_leaves_out(claims_of: Read, text: str, wanted: tuple[str, str, float, str]) -> None:
    row = claim_json(claims_of(text, published=date(2008, 2, 20))[-1])
    main = next(row[name] for name in ("value", "share", "change_pct", "factor") if row[name] is not None)
    assert (",".join(row["partners"]), row["indicator"], main, row["period"]["start"]) == wanted


# text, then (percent, direction, first day of the period) of each growth rate
RATES = [
    pytest.param(
        "Imports rose 5.2 percent in March after a fall of 2.7 percent in February.",
        [(5.2, "up", "2012-03-01"), (2.7, "down", "2012-02-01")],
        id="after a fall",
    ),
    pytest.param(
        "Exports sank 10 percent in June, a steeper drop than May's 3 percent.",
        [(10, "down", "2012-06-01"), (3, "down", "2012-05-01")],
        id="than May's",
    ),
    pytest.param(
        "After falling 2.2 percent in December, exports slipped a further 1.2 percent in January.",
        [(1.2, "down", "2012-01-01"), (2.2, "down", "2011-12-01")],
        id="fronted",
    ),
    pytest.param(
        "Growth in China's exports slowed to 1 percent in July from 11.3 percent in June.",
        [(1, "up", "2012-07-01"), (11.3, "up", "2012-06-01")],
        id="growth that slows",
    ),
    pytest.param(
        "Imports gained 9 percent in May, up from 3 percent.",
        [(9, "up", "2012-05-01"), (3, "up", "2012-04-01")],
        id="side by side",
    ),
    pytest.param(
        "Exports rose 5 percent in May after a 10 percent rise in prices.",
        [(5, "up", "2012-05-01")],
        id="another thing's rate is none of the flow",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), RATES)
def test_rates_that_are_only_compared_with(claims_of: Read, text: str, wanted: list[tuple[float, str, str]]) -> None:
    rows = [claim_json(claim) for claim in claims_of(text, published=date(2012, 9, 5))]
    assert [(row["change_pct"], row["direction"], row["period"]["start"]) for row in rows] == wanted


# text, then (value, earlier value, first day of the compared period)
BASES = [
    pytest.param(
        "The deficit was $40.9 billion in April, down from March's revised $50.6 billion.", (40.9e9, 50.6e9, "2015-03-01"), id="'s"
    ),
    pytest.param(
        "The 2014 deficit of $505 billion was 6 percent above the 2013 figure of $476 billion.", (505e9, 476e9, "2013-01-01"), id="above"
    ),
    pytest.param(
        "The surplus was $27.5 billion in May, compared with $23.3 billion in April and $16.8 billion in May 2014.",
        (27.5e9, 23.3e9, "2015-04-01"),
        id="two bases",
    ),
    pytest.param(
        "Since 1994, exports to Mexico have grown from $50.8 billion to $236.4 billion in 2014.",
        (236.4e9, 50.8e9, "1994-01-01"),
        id="since",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), BASES)
def test_earlier_levels(only: Read, text: str, wanted: tuple[float, float, str]) -> None:
    row = only(text, published=date(2015, 7, 5))
    assert (row["value"], row["from_value"], row["compare_period"]["start"]) == wanted


DATES = [
    (
        "2012-05-10",
        "In March imports rose after a fall of 3 percent in February. Exports grew, compared with a drop a month earlier.",
        "a month earlier",
        "2012-02-01",
    ),
    (
        "2020-08-11",
        "In the first 10 days of August exports fell. Imports over the same stretch dropped too.",
        "the same stretch",
        "2020-08-01",
    ),
    ("2023-04-19", "TOKYO - For fiscal 2022 the deficit was 21.7 trillion yen.", "fiscal 2022", "2022-04-01"),
    ("2025-07-16", "Exports in June of the previous year stood at $35 billion.", "June of the previous year", "2024-06-01"),
    ("2000-07-19", "In 1999 sales were $1.5 billion; two years earlier they were lower.", "two years earlier", "1997-01-01"),
]


@pytest.mark.parametrize(("published", "text", "surface", "start"), DATES)
def test_times_counted_from_another(published: str, text: str, surface: str, start: str) -> None:
    found = {m.span.quote: m.period for m in find_dates(text, date.fromisoformat(published)) if m.period}
    assert str(found[surface].start) == start
