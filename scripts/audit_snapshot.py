"""Proves that check/data/ holds a folder of official figures in long CSV form: `python scripts/audit_snapshot.py OFFICIAL_DIR`.

Reads the CSV files by itself, shares no code with scripts/build_snapshot.py, and holds every row against the embedded figures:

* every row of figures must be an embedded observation with the same value, dimensions, unit, vintage and provenance;
* the look-up of its series, period and vintage must give that value, or the row must fall under one of the reasons of `REASONS`;
* every rank must be what the cube computes, wherever it has the figures of that vintage;
* every agreement, country code and provenance key must be there.

Prints one line per file and reason; exits with 1 where anything is missing.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from check.cube import Cube, load_embedded
from check.edition import step_of
from check.embedded import read_agreements, read_census_codes, read_observations, read_provenance
from check.figure import Dims, partner_code
from check.months import parse
from check.ranking import rank_among_countries
from check.series import source_named

Row = dict[str, str]
REASONS = {
    "doubtful": "the table's own parts contradict the figure, or it is printed as approximate",
    "part": "a subset, such as trade claimed under one preference: no answer to a plain question",
    "coarse": "rounded to more than 2 percent of its value while a finer print exists",
    "finer": "the same publisher prints it in the same vintage in finer rounding, which is taken",
    "rank": "a place that an authority printed itself: kept apart, for the day it was current",
    "other vintage": "a rank for which the embedded vintage lacks a country; the nearest other vintage fills in and gives the same place",
    "revised": "the same, and the later figures give another place",
}


def rows(path: Path) -> Iterator[Row]:
    """The rows of a CSV file."""
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def audit(folder: Path) -> list[str]:
    """Everything that is missing or different, one line each; prints the counts."""
    cube = load_embedded()
    held = Held()
    faults: list[str] = []
    for path in sorted(folder.glob("*.csv")):
        check = CHECKS.get(path.name, held.state)
        count: Counter[str] = Counter()
        for row in rows(path):
            state = check(cube, row)
            count[state] += 1
            if state not in ("found", *REASONS):
                faults.append(f"{path.name}: {state}: {','.join(row.values())}")
        print(f"{path.name}: {count.total()} rows: {', '.join(f'{number} {state}' for state, number in count.most_common())}")
    return [*faults, *(f"embedded, but in no file: {key}" for key in held.unclaimed())]


class Held:
    """The embedded observations, ticked off as rows are found."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], dict[str, Decimal]] = defaultdict(dict)
        self._claimed: set[tuple[tuple[str, ...], str]] = set()
        for one in read_observations():
            # A former state that shares its ISO code with a present one stands under a name of its own: "ETH (7740, former)".
            partner = one.partner.partition(" (")[0] if one.partner.endswith(", former)") else one.partner
            key = (one.source, one.series, one.reporter, partner, one.flow, one.product, one.basis, one.adjustment, one.freq, one.period,
                   one.unit, one.vintage, one.provenance)  # fmt: skip
            self._values[key][one.partner] = one.value

    def state(self, cube: Cube, row: Row) -> str:
        """`found`, a reason of REASONS, or what is wrong."""
        names = ("source", "series", "reporter", "partner", "flow", "product", "basis", "adjustment", "freq", "period", "unit", "vintage",
                 "provenance")  # fmt: skip
        row = {**row, "partner": row["partner_iso3"] or row["partner_name"]}
        key = tuple(row[name] for name in names)
        value = Decimal(row["value_musd"])
        same = [partner for partner, held in self._values.get(key, {}).items() if held == value]
        if not same:
            return "missing" if key not in self._values else "another value"
        self._claimed.update((key, partner) for partner in same)
        return _looked_up(cube, row, same[0], value)

    def unclaimed(self) -> list[str]:
        """Embedded observations that no row claimed."""
        return ["/".join(key) for key, held in self._values.items() for partner in held if (key, partner) not in self._claimed]


def _looked_up(cube: Cube, row: Row, partner: str, value: Decimal) -> str:
    if row["unit"] == "rank":
        places = cube.printed_ranks(partner_code(partner), row["flow"], row["product"], row["period"])
        return "rank" if any(rank.place == value and rank.vintage == row["vintage"] for rank in places) else "no such printed rank"
    if step_of(row["unit"]) is None:
        return "doubtful"
    family = source_named(row["source"]).families.get(row["series"], "")
    dims = Dims(row["reporter"], (partner_code(partner),), row["flow"], row["product"], row["basis"], row["adjustment"], family)
    months = parse(row["freq"], row["period"])
    same = (row["source"], row["vintage"])
    figures = [figure for figure in cube.history(dims, months) if (figure.source, figure.vintage) == same]
    if any(figure.value == value for figure in figures):
        return "part" if family.startswith("part:") else "found"
    if any(figure.step < step_of(row["unit"]) for figure in figures):  # type: ignore[operator]
        return "finer"
    cells = [edition.cell(dims.flow, months) for edition in cube.editions(dims) if (edition.source, edition.vintage) == same]
    return "coarse" if not figures and any(cell and cell.value == value for cell in cells) else "not looked up"


def _ranks(cube: Cube, row: Row) -> str:
    """The files hold no table by country for every year and vintage; the cube then takes the nearest vintage, where revisions may move a place."""
    dims = Dims(row["reporter"], (row["partner_iso3"],), row["flow"], row["product"], row["basis"], row["adjustment"])
    figures = [figure for figure in cube.history(dims, parse(row["freq"], row["period"])) if figure.source == row["source"]]
    figure = next((figure for figure in figures if figure.vintage >= row["vintage"]), None)
    standing = rank_among_countries(cube, figure, smallest_first=row["flow"] == "balance") if figure else None
    if figure is None or standing is None:
        return "not computed"
    whole = figure.vintage == row["vintage"] and not standing.filled
    if standing.place == int(row["value_musd"]):
        return "found" if whole else "other vintage"
    return f"computed as {standing.place}" if whole else "revised"


def _agreement(_: Cube, row: Row) -> str:
    partners = tuple(filter(None, row["partner_iso3"].split(";")))
    names = ("agreement", "short_name", "signed", "entry_into_force", "status", "superseded_by")
    same = (tuple(row[name] for name in names), partners)
    held = {
        ((one.name, one.short_name, one.signed, one.in_force, one.status, one.superseded_by), one.partners) for one in read_agreements()
    }
    return "found" if same in held else "missing"


def _code(_: Cube, row: Row) -> str:
    held = read_census_codes().get(row["census_code"])
    return "found" if held and [str(field) for field in held] == list(row.values()) else "missing"


def _address(_: Cube, row: Row) -> str:
    return "found" if read_provenance().get(row["provenance"], {}).get("url", "").startswith("http") else "no public address"


CHECKS = {"rankings.csv": _ranks, "trade_agreements.csv": _agreement, "census_country_codes.csv": _code, "provenance.csv": _address}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: audit_snapshot.py OFFICIAL_DIR")
    found = audit(Path(sys.argv[1]))
    print("\n".join([f"{name}: {why}" for name, why in REASONS.items()]))
    print("\n".join(found) or "every row is accounted for")
    sys.exit(bool(found))
