"""Quantities, periods and spans keep what was said, no more and no less."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeclaims.values import Period, Quantity, Span
from tradeclaims.values.period import add_months, month_end

days = st.dates(min_value=date(1960, 1, 1), max_value=date(2100, 12, 31))
amounts = st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False, allow_infinity=False)
steps = st.sampled_from([Decimal(10) ** n for n in range(-2, 12)])


def quantity(low: Decimal, step: Decimal, qualifier: str = "exact") -> Quantity:
    return Quantity(low=low, high=low, unit="currency", currency="USD", step=step, qualifier=qualifier, raw="x")  # type: ignore[arg-type]


@given(amounts, steps)
def test_rounding_to_the_step_is_admitted(official: Decimal, step: Decimal) -> None:
    written = (official / step).to_integral_value() * step
    assert quantity(written, step).admits(official)


@given(amounts, steps)
def test_more_than_a_step_away_is_not_admitted(official: Decimal, step: Decimal) -> None:
    assert not quantity(official + step, step).admits(official)


def test_rounding_interval_of_a_written_amount() -> None:
    written = quantity(Decimal(27_600_000_000), Decimal(100_000_000))
    assert written.interval() == (Decimal(27_550_000_000), Decimal(27_650_000_000))
    assert written.admits(Decimal(27_624_600_000))
    assert not written.admits(Decimal(27_475_000_000))


@pytest.mark.parametrize(
    ("qualifier", "inside", "outside"),
    [
        ("more_than", 600, 480),
        ("at_least", 500, 480),
        ("less_than", 480, 520),
        ("up_to", 480, 520),
        ("about", 520, 540),
        ("nearly", 480, 505),
    ],
)
def test_qualifier_decides_which_side_is_open(qualifier: str, inside: int, outside: int) -> None:
    written = quantity(Decimal(500), Decimal(1), qualifier)
    assert written.admits(Decimal(inside))
    assert not written.admits(Decimal(outside))


def test_a_range_admits_what_lies_between_its_ends() -> None:
    written = Quantity(low=Decimal(3), high=Decimal(4), unit="currency", currency="USD", step=Decimal(1), qualifier="range", raw="3 to 4")
    assert written.admits(Decimal("3.7"))
    assert not written.admits(Decimal("4.6"))


@pytest.mark.parametrize("change", [{"low": Decimal(2)}, {"step": Decimal(-1)}, {"qualifier": "perhaps"}])
def test_impossible_quantities_are_refused(change: dict[str, object]) -> None:
    fields = {"low": Decimal(1), "high": Decimal(1), "unit": "count", "step": Decimal(1), "raw": "1", **change}
    with pytest.raises(ValueError, match="quantity '1'"):
        Quantity(**fields)  # type: ignore[arg-type]


@given(days, st.integers(min_value=-600, max_value=600))
def test_months_are_added_without_leaving_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, month_end(moved.year, moved.month).day)


@given(st.integers(1961, 2099), st.integers(1, 12))
def test_the_period_before_ends_the_day_before(year: int, month: int) -> None:
    for when in (Period.month(year, month), Period.quarter(year, (month + 2) // 3), Period.year(year)):
        before = when.previous()
        assert before.end is not None
        assert when.start is not None
        assert before.end + timedelta(days=1) == when.start
        assert before.freq == when.freq


@given(st.integers(1961, 2099), st.integers(1, 12))
def test_twelve_months_cover_twelve_months_and_the_year_to_date_its_months(year: int, month: int) -> None:
    ending = Period.year_ending(year, month)
    assert len(ending.months()) == 12
    assert ending.months()[-1] == (year, month)
    assert len(Period.year_to_date(year, month).months()) == month


@given(st.integers(1961, 2099), st.integers(1, 12))
def test_year_to_date_compares_with_the_same_months_a_year_earlier(year: int, month: int) -> None:
    assert Period.year_to_date(year, month).previous().months() == Period.year_to_date(year - 1, month).months()


def test_a_period_inside_a_month_covers_no_whole_month() -> None:
    assert Period(start=date(2018, 8, 20), end=date(2018, 8, 23), freq="day").months() == ()


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="after its end"):
        Period(start=date(2017, 2, 1), end=date(2017, 1, 1), freq="multi")


@given(st.text(max_size=60), st.data())
def test_a_span_quotes_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.quote
    span.check(text)


def test_a_span_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Span.of("short", 2, 9)
    with pytest.raises(ValueError, match="does not fit"):
        Span(start=0, end=3, quote="four")
    with pytest.raises(ValueError, match="the text has"):
        Span(start=0, end=3, quote="abc").check("xyz")
