"""The embedded snapshot can be built again from long CSV tables, byte for byte, and the audit sees what is missing."""

import csv
import gzip
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from check.embedded import read_census_codes, read_observations
from scripts.audit_snapshot import audit
from scripts.build_snapshot import main as build
from tradeclaims.records import Observation

COLUMNS = ("source", "series", "reporter", "partner_name", "partner_iso3", "census_code", "flow", "product", "basis", "adjustment", "freq",
           "period", "value_musd", "unit", "vintage", "provenance")  # fmt: skip


def long_row(one: Observation) -> tuple[str, ...]:
    """An observation as a row of the long CSV form. A former state, "ETH (7740, former)", shares its ISO code with a present one."""
    partner, _, former = one.partner.partition(" (") if one.partner.endswith(", former)") else (one.partner, "", "")
    return (one.source, one.series, one.reporter, "", partner, former.removesuffix(", former)"), one.flow, one.product, one.basis, one.adjustment, one.freq,
            one.period, str(one.value), one.unit, one.vintage, one.provenance)  # fmt: skip


def write_csv(path: Path, header: tuple[str, ...], rows: Iterator[tuple[str, ...]] | list[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded figures in long CSV form, in an order of their own."""
    made = tmp_path_factory.mktemp("official")
    found = sorted(map(long_row, read_observations()), key=lambda row: (row[11], row))
    write_csv(made / "b_figures.csv", COLUMNS, found[::2])
    write_csv(made / "a_figures.csv", COLUMNS, found[1::2])
    codes = [tuple(map(str, code)) for code in read_census_codes().values()]
    write_csv(made / "census_country_codes.csv", ("census_code", "census_name", "iso3", "kind", "first_year", "last_year"), codes)
    write_csv(made / "trade_agreements.csv", ("agreement", "short_name", "partner_iso3", "signed", "entry_into_force", "status",
                                              "superseded_by", "evidence", "note"), [])  # fmt: skip
    write_csv(made / "provenance.csv", ("provenance", "original_source", "public_copy", "note"), [])
    return made


def test_the_build_gives_the_embedded_bytes_again(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    data = files("check").joinpath("data")
    names = [entry.name for entry in data.iterdir() if entry.name.startswith(("figures_", "partners", "census_codes"))]
    assert len(names) == 13
    for name in names:
        embedded = data.joinpath(name).read_bytes()
        assert gzip.decompress(built[name]) == gzip.decompress(embedded)
        assert built[name][4:8] == embedded[4:8] == bytes(4)  # no time stamp
    total = sum(len(entry.read_bytes()) for entry in data.iterdir())
    assert total < 3_000_000


def test_the_audit_finds_every_row_but_a_changed_one(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (folder / "a_figures.csv").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("bea,") and ",A,2017," in line)
    (tmp_path / "a_figures.csv").write_text(text.replace(row, row.replace(",A,2017,", ",A,2017,9")), encoding="utf-8")
    faults = audit(tmp_path)
    assert len(faults) == 2
    assert faults[0].startswith("a_figures.csv: another value: bea")
    assert faults[1].startswith("embedded, but in no file: bea")
