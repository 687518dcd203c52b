"""What of a fetched table becomes a vintage of its own."""

from dataclasses import replace
from decimal import Decimal

from official.edition import worth_keeping
from tradeclaims.records import Observation

JANUARY = Observation(
    series="t", source="census", reporter="USA", partner="KOR", flow="imports", product="all_goods", basis="census", adjustment="nsa",
    freq="M", period="2026-01", value=Decimal("1.50"), unit="USD_million", vintage="2026-11-24", provenance="https://a.example/",
)  # fmt: skip


def months(*periods: str, **fields: str) -> list[Observation]:
    """One figure for each month."""
    return [replace(JANUARY, period=period, **fields) for period in periods]  # type: ignore[arg-type]


def test_nothing_new_is_nothing_to_keep() -> None:
    fetched = months("2025-01", "2026-01")
    assert worth_keeping(fetched, months("2025-01", "2026-01", vintage="2026-10-01")) == []


def test_the_same_number_written_otherwise_is_no_revision() -> None:
    assert worth_keeping([JANUARY], [replace(JANUARY, value=Decimal("1.5"), vintage="2024-08")]) == []


def test_a_rounded_print_and_the_full_figure_are_two_figures() -> None:
    rounded = replace(JANUARY, unit="USD_million_rounded_1m", vintage="2024-08")
    assert worth_keeping([JANUARY], [rounded]) == [JANUARY]


def test_a_new_month_keeps_its_year_and_the_year_before() -> None:
    fetched = months("2024-12", "2025-01", "2025-12", "2026-01", "2026-02")
    known = months("2024-12", "2025-01", "2025-12", "2026-01")
    assert [one.period for one in worth_keeping(fetched, known)] == ["2025-01", "2025-12", "2026-01", "2026-02"]


def test_a_revised_year_in_the_middle_leaves_later_years_alone() -> None:
    fetched = [*months("2023", "2025", freq="A"), replace(JANUARY, period="2024", freq="A", value=Decimal(9))]
    kept = worth_keeping(fetched, months("2023", "2024", "2025", freq="A"))
    assert sorted(one.period for one in kept) == ["2023", "2024"]


def test_partners_and_flows_go_together_and_tables_do_not() -> None:
    china, exports = replace(JANUARY, partner="CHN"), replace(JANUARY, flow="exports")
    elsewhere = [replace(JANUARY, series="u"), replace(JANUARY, reporter="KOR"), replace(JANUARY, adjustment="sa")]
    fetched = [replace(JANUARY, value=Decimal(9)), china, exports, *elsewhere]
    assert worth_keeping(fetched, [JANUARY, china, exports, *elsewhere]) == fetched[:3]
