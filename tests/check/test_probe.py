"""What neighbouring base years would give: facts beside the verdict."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.check.making import amount
from tradeclaims.records import Verdict
from tradeclaims.values import Period

Check = Callable[..., Verdict]
KORUS = Period(start=date(2012, 3, 15), end=date(2017, 7, 1), freq="open", raw="since KORUS took effect")


def since(first: int) -> Period:
    return Period(start=date(first, 1, 1), end=date(2017, 7, 1), freq="open", raw=f"since {first}")


def probe(found: Verdict) -> list[str]:
    return [note for note in found.notes if note.startswith("The base is")]


def test_both_neighbours_of_an_event_s_base_year(check: Check) -> None:
    """The deficit with Korea: 10.1 billion in 2010, 13.2 in 2011, 16.6 in 2012, 27.6 in 2016."""
    found = check(scope="goods", factor=amount("2", "times"), direction="up", measure="growth", period=KORUS)
    assert found.outcome == "agrees"
    (note,) = probe(found)
    assert note.startswith("The base is 2011, the year before KORUS took effect (2012-03-15): $13.2 billion")
    assert "a ratio of 2.09. From 2010 ($10.1 billion" in note
    assert "the ratio is 2.75; what is said of the change would not hold from there. From 2012 ($16.6 billion" in note
    assert note.endswith("the ratio is 1.66; what is said of the change would not hold from there.")


def test_a_year_that_the_text_names_is_probed_too(check: Check) -> None:
    found = check(scope="goods", measure="direction", direction="up", period=since(2013))
    (note,) = probe(found)
    assert note.startswith("The base is 2013: ")
    assert note.count("would hold from there") == 2


@pytest.mark.parametrize("fields", [{"period": Period.year(2016)}, {"period": Period.year(2016), "compare_period": Period.year(2013)}])
def test_a_plain_comparison_has_no_probe(check: Check, fields: dict[str, Any]) -> None:
    assert probe(check(scope="goods", measure="direction", direction="up", **fields)) == []
