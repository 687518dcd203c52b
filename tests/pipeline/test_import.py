"""`official import`: files of the agencies' layout → the store, and from there into every command."""

import json
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.direct import verify
from pipeline.cli.line import check
from pipeline.cli.official import official
from store.database import open_store
from store.observations import all_observations
from store.verdicts import history_of
from tests.official.sheets import bea_sheet, census_row, census_sheet, gands_sheet, otexa_sheet, write_xls, write_xlsx
from tests.official.test_files import GOOD, HEADER, KOREA, TOTAL, WORLD
from tests.official.test_files_census import IN_1960, IN_2016
from tests.pipeline.conftest import Run
from tradeclaims.errors import Misconfigured

IMPORTS = "census:USA/KOR/imports/all_goods/census/nsa"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "t.db"


def run(*words: str | Path, store: Path) -> Result:
    return CliRunner().invoke(official, [*map(str, words), "--db", str(store)])


def lines(done: Result) -> list[dict[str, Any]]:
    assert done.exit_code == 0, (done.output, done.exception)
    return [json.loads(line) for line in done.stdout.splitlines()]


def counts(done: Result) -> list[tuple[int, int, int, int]]:
    return [
        (row["seen"], row["saved"], row["unchanged"], row["quarantined"])
        for row in map(json.loads, done.stdout.splitlines())
        if "seen" in row
    ]


def korea(path: Path, *, august: float | None = None, july: float = 10.5) -> Path:
    """country.xlsx with data through July, or through August and July revised."""
    more = [] if august is None else [august]
    rows = [
        census_row(2026, "0015", "World, Not Seasonally Adjusted", [300.0] * (7 + len(more)), [200.0] * (7 + len(more))),
        census_row(2026, "5800", "Korea, South", [10.0] * 6 + [july, *more], [5.0] * (7 + len(more))),
        census_row(2025, "5800", "Korea, South", [9.0] * 12, [6.0] * 12),
    ]
    return write_xlsx(path, {"country": census_sheet(*rows)})


def test_a_new_vintage_stands_beside_the_old_and_importing_twice_changes_nothing(tmp_path: Path, store: Path) -> None:
    first, second = korea(tmp_path / "a.xlsx"), korea(tmp_path / "b.xlsx", august=11.0, july=10.75)
    done = run("import", first, "--format", "jsonl", store=store)
    assert done.exit_code == 0
    ((seen, saved, unchanged, aside),) = counts(done)
    assert (seen, unchanged, aside) == (saved, 0, 0)
    assert "Census country.xlsx, vintage 2026-09" in done.stderr
    assert counts(run("import", first, "--format", "jsonl", store=store)) == [(seen, 0, seen, 0)]
    run("import", second, store=store)
    (july,) = lines(run("show", IMPORTS, "--period", "2026-07", store=store))
    assert [(value["vintage"], value["value"], value["revised_by"]) for value in july["values"]] == [
        ("2026-09", 10.5, None), ("2026-10", 10.75, 0.25),
    ]  # fmt: skip
    assert july["values"][0]["source_url"] == "https://www.census.gov/foreign-trade/balance/country.xlsx"
    before = [*all_observations(open_store(store))]
    run("import", first, second, store=store)
    assert [*all_observations(open_store(store))] == before


def test_a_table_that_is_embedded_is_unchanged(tmp_path: Path, store: Path) -> None:
    """Real figures in the layout of country.xlsx: goods with Korea in 2016, as published in August 2024."""
    months = lines(run("show", IMPORTS, "--freq", "M", "--period", "2016..2016", "--vintage", "2024-08", store=store))
    exports = lines(
        run("show", IMPORTS.replace("imports", "exports"), "--freq", "M", "--period", "2016..2016", "--vintage", "2024-08", store=store)
    )
    row = census_row(2016, "5800", "Korea, South", *([one["values"][0]["value"] for one in each] for each in (months, exports)))
    path = write_xlsx(tmp_path / "a.xlsx", {"country": census_sheet(row)})
    ((seen, saved, unchanged, _),) = counts(run("import", path, "--vintage", "2024-08", "--format", "jsonl", store=store))
    assert (seen, saved, unchanged) == (26, 0, 26)


def test_another_value_for_the_same_vintage_is_kept_beside_and_counts(tmp_path: Path, store: Path) -> None:
    run("import", korea(tmp_path / "a.xlsx"), store=store)
    done = run("import", korea(tmp_path / "b.xlsx", july=12.0), store=store)
    assert "2 figures differ" in done.stderr  # July, and January to July
    (july,) = lines(run("show", IMPORTS, "--period", "2026-07", store=store))
    assert [value["value"] for value in july["values"]] == [12]
    kept = [
        one.value
        for one in all_observations(open_store(store))
        if (one.partner, one.flow, one.freq, one.period, one.vintage) == ("KOR", "imports", "M", "2026-07", "2026-09")
    ]
    assert kept == [Decimal("10.5"), 12]


def test_a_broken_row_is_put_aside_with_its_reason_until_a_file_mends_it(tmp_path: Path, store: Path) -> None:
    typo = [*KOREA]
    typo[5] = "1O.0"
    path = write_xlsx(tmp_path / "country.xlsx", {"country": census_sheet(WORLD, typo)})
    done = run("import", path, "--format", "jsonl", store=store)
    assert done.exit_code == 0
    ((seen, saved, _, aside),) = counts(done)
    assert (seen - saved, aside) == (1, 1)
    said = "sheet country, row 3: IMAR of Korea, South 2026: '1O.0' is not a number"
    assert said in done.stdout
    with sqlite3.connect(store) as db:
        assert db.execute("SELECT message FROM issues WHERE resolved_at IS NULL").fetchall() == [(said,)]
    write_xlsx(path, {"country": census_sheet(WORLD, KOREA)})
    run("import", path, store=store)
    with sqlite3.connect(store) as db:
        assert db.execute("SELECT message FROM issues WHERE resolved_at IS NULL").fetchall() == []
    assert lines(run("show", IMPORTS, "--period", "2026-03", store=store))


def test_one_file_of_no_use_stops_all_before_any_work(tmp_path: Path, store: Path) -> None:
    other = tmp_path / "b.xlsx"
    other.write_text("Dear Minister Joo,")
    done = run("import", korea(tmp_path / "a.xlsx"), other, store=store)
    assert isinstance(done.exception, Misconfigured)
    assert "b.xlsx: no table known here; expected" in str(done.exception)
    assert not store.exists()


def test_the_long_table_needs_public_addresses(tmp_path: Path, store: Path) -> None:
    path = tmp_path / "long.csv"
    known = GOOD.replace("https://example.gov/t", "census_country_xlsx@2024-08 (computed)").replace("2026-08", "2026-07")
    path.write_text("\n".join([HEADER, GOOD, known, GOOD.replace("https://example.gov/t", "a friend")]))
    done = run("import", path, "--format", "jsonl", store=store)
    assert counts(done) == [(3, 2, 0, 1)]
    assert "provenance 'a friend' is neither a public address nor an embedded key" in done.stdout
    shown = lines(run("show", IMPORTS, "--vintage", "2026-10", "--freq", "M", store=store))
    assert [(one["period"], one["values"][0]["source_url"]) for one in shown] == [
        ("2026-07", "https://www.census.gov/foreign-trade/balance/country.xlsx"), ("2026-08", "https://example.gov/t"),
    ]  # fmt: skip


def test_imported_figures_are_listed_and_queried(tmp_path: Path, store: Path) -> None:
    rows = [["0 Total Textile and Apparel", *TOTAL]]
    otexa = write_xls(tmp_path / "v.xls", {"v5800": otexa_sheet(("Country: Korea, South", "Million dollars"), ("Category",), rows)})
    bea = write_xlsx(tmp_path / "b.xlsx", {"Table 4": bea_sheet(4, "Exports of Goods", ("Korea, South",), [], [["2026 1", 17000]])})
    run("import", otexa, bea, store=store)
    textiles = "otexa:USA/KOR/imports/textiles_apparel/census/nsa"
    (listed,) = lines(run("list", "--source", "otexa", "--partner", "KOR", "--product", "textiles_apparel", store=store))
    assert listed["name"] == textiles
    assert listed["periods"]["YE"] == {"first": "2016-05", "last": "2017-05", "count": 4}
    (answer,) = lines(run("query", f"{textiles}/YE/2017-05@newest", store=store))
    assert (answer["value"], answer["vintage"], answer["source_url"]) == (887, "2017-07", "https://otexa.trade.gov/msrpoint.htm")
    (quarter,) = lines(run("query", "bea:USA/KOR/exports/all_goods/bop/sa/Q/2026-Q1@newest", store=store))
    assert quarter["value"] == 17000


SENTENCE = "As of May 2017, the United States has already taken in $887 million of textile and apparel imports from South Korea."


def textile_table(folder: Path) -> Path:
    rows = [["0 Total Textile and Apparel", *TOTAL]]
    return write_xls(folder / "v.xls", {"v5800": otexa_sheet(("Country: Korea, South", "Million dollars"), ("Category",), rows)})


def test_verify_uses_imported_figures(tmp_path: Path, store: Path) -> None:
    def verdict(*words: str) -> dict[str, Any]:
        done = CliRunner().invoke(verify, ["-", "--published", "2017-07-20", "--format", "jsonl", *words], input=SENTENCE)
        (claim,) = json.loads(done.stdout)["claims"]
        found: dict[str, Any] = claim["verdict"]
        return found

    assert verdict()["outcome"] == "not_checkable"
    run("import", textile_table(tmp_path), store=store)
    found = verdict("--db", str(store))
    assert (found["outcome"], found["diagnosis"]) == ("agrees_on_other_reading", "year_ending_as_year_to_date")
    assert found["official"] == 887_000_000
    assert found["source_url"] == "https://otexa.trade.gov/msrpoint.htm"


def test_check_uses_imported_figures_and_judges_again(tradeclaims: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(f"Textiles\n\n{SENTENCE}")
    tradeclaims("ingest", "story.txt", "--published", "2017-07-20")
    tradeclaims("run", "--no-crawl")
    textile_table(tmp_path)
    tradeclaims("official", "import", "v.xls")
    CliRunner().invoke(check, ["--db", str(tmp_path / "t.db")])
    db = open_store(tmp_path / "t.db")
    (claim,) = {row[0] for row in db.conn.execute("SELECT id FROM claims")}
    assert [verdict.outcome for _, verdict in history_of(db, claim)] == ["agrees_on_other_reading", "not_checkable"]


def test_gands_as_embedded_is_unchanged_and_a_new_year_is_added(tmp_path: Path, store: Path) -> None:
    """Real figures of the file of August 2024: none is new; with a year more, that year is."""
    path = write_xlsx(tmp_path / "gands.xlsx", {"Gands": gands_sheet(IN_1960, IN_2016)})
    assert counts(run("import", path, "--vintage", "2024-08", "--format", "jsonl", store=store)) == [(18, 0, 18, 0)]
    assert run("import", path, store=store).exit_code == 1
    write_xlsx(
        path, {"Gands": gands_sheet(IN_2016, ("2024", -900000, -1200000, 300000, 3200000, 2000000, 1200000, 4100000, 3200000, 900000))}
    )
    assert counts(run("import", path, "--vintage", "2025-06", "--format", "jsonl", store=store)) == [(18, 18, 0, 0)]
    (found,) = lines(run("show", "*:USA/WLD/imports/services/bop/nsa", "--period", "2024", "--vintage", "2025-06", store=store))
    assert found["values"][0]["value"] == 900000
