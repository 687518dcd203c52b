"""What `verify` prints: the fields of the contract for every kind of claim, and blocks a person can read at any width."""

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from rich.console import Console

from check.cube import load_embedded
from check.verify import verify
from pipeline.present.tables import plain_table, print_claims, verdict_table
from tests.check.making import amount, document, make_claim
from tests.pipeline.conftest import Run
from tradeclaims.contract import verdict_json
from tradeclaims.records import Claim, Verdict
from tradeclaims.values import Period

FIELDS = {"outcome", "diagnosis", "reading", "query", "official", "series", "period", "vintage", "source_url", "difference", "tolerance",
          "as_published", "now", "chance", "reason"}  # fmt: skip
IN_2017 = {"partners": ("CHN",), "indicator": "imports", "scope": "goods", "period": Period.year(2017)}


def judged(**fields: Any) -> tuple[Claim, Verdict]:
    claim = make_claim(**fields)
    return claim, verify([claim], document(date(2018, 11, 1)), load_embedded())[0]


@pytest.mark.parametrize(
    ("fields", "unit", "said"),
    [
        ({**IN_2017, "value": amount("505.2e9")}, "USD", lambda claim: claim.value),
        (
            {**IN_2017, "measure": "share", "share": amount("21.6", "percent"), "share_of": "total U.S. imports"},
            "percent",
            lambda claim: claim.share,
        ),
        ({**IN_2017, "measure": "growth", "change_pct": amount("9.2", "percent")}, "percent", lambda claim: claim.change_pct),
        ({**IN_2017, "measure": "change", "change_abs": amount("42.7e9")}, "USD", lambda claim: claim.change_abs),
        ({**IN_2017, "measure": "growth", "factor": amount("1.09", "times")}, "times", lambda claim: claim.factor),
    ],
)
def test_the_official_number_is_the_one_the_difference_is_from(fields: dict[str, Any], unit: str, said: Callable[[Claim], Any]) -> None:
    claim, verdict = judged(**fields)
    shown = verdict_json(verdict)
    assert set(shown) >= FIELDS
    assert shown["outcome"] == "agrees", shown["reason"]
    assert shown["unit"] == unit
    assert float(said(claim).low) - shown["official"] == pytest.approx(shown["difference"], abs=1e-6)
    assert abs(shown["difference"]) <= shown["tolerance"]
    assert shown["source_url"].startswith("https://")
    assert (shown["period"], shown["vintage"], shown["now"]["outcome"]) == ("2017", "2024-08", "agrees")


def test_the_official_number_of_a_rank_is_the_place() -> None:
    _, verdict = judged(
        **IN_2017 | {"indicator": "rank", "rank_basis": "imports", "measure": "rank", "rank": 2, "share_of": "U.S. suppliers"}
    )
    shown = verdict_json(verdict)
    assert (shown["outcome"], shown["official"], shown["unit"], shown["difference"]) == ("differs", 1, "rank", 1)


def test_what_is_not_checkable_has_every_field_and_a_reason() -> None:
    _, verdict = judged(product="steel", value=amount("2.8e9"), period=Period.year(2016))
    shown = verdict_json(verdict)
    assert set(shown) >= FIELDS
    assert {shown[name] for name in FIELDS - {"outcome", "reason"}} == {None}
    assert "steel" in shown["reason"]


PAIRS = (
    {**IN_2017, "value": amount("620e9")},
    {
        "scope": "goods",
        "value": amount("27.6e9"),
        "from_value": amount("13.2e9"),
        "period": Period.year(2016),
        "compare_period": Period.year(2011),
    },
    {**IN_2017, "measure": "share", "share": amount("21.6", "percent"), "share_of": "total U.S. imports"},
    {"product": "steel", "indicator": "imports", "value": amount("2.8e9"), "period": Period.year(2016)},
)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_person_sees_verdict_both_numbers_and_the_link_at_any_width(width: int) -> None:
    console = Console(width=width, record=True, file=io.StringIO())
    pairs = [judged(**fields) for fields in PAIRS]
    console.print(verdict_table(pairs))
    print_claims(console, pairs)
    text = console.export_text()
    assert max(len(line.rstrip()) for line in text.splitlines()) <= width
    flowing = " ".join(text.split())
    for words in ("differs", "not checkable", "$620 billion", "deficit of $27.625 billion", "too high", "21.59%"):
        assert words in flowing
    assert "https://www.census.gov/foreign-trade/balance/country.xlsx" in "".join(text.split())


def test_a_bad_line_gives_one_error_line_in_its_place(tradeclaims: Run) -> None:
    good = json.dumps({"id": "g", "text": "The goods deficit with Mexico was $63.3 billion in 2016.", "published": "2018-11-05"})
    done = tradeclaims("verify", "--format", "jsonl", stdin=f"{good}\n{{broken\n[]\n{good}\n")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert ["error" in row for row in rows] == [False, True, True, False]
    assert rows[0]["claims"][0]["verdict"]["outcome"] == rows[3]["claims"][0]["verdict"]["outcome"] == "agrees"
    assert len(done.stderr.strip().splitlines()) == 1
    shown = tradeclaims("verify", "--format", "table", stdin=f"{good}\n{{broken\n")
    assert "not JSON" in shown.stdout
    assert "agrees" in shown.stdout


def test_a_table_shows_moments_to_the_minute() -> None:
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(plain_table("Runs", ("at", "of"), [("2026-11-25T20:40:41.415416+00:00", "2026-11-25")]))
    printed = console.export_text()
    assert "2026-11-25 20:40 UTC" in printed
    assert "415416" not in printed
