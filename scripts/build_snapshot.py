"""Builds check/data/ from a folder of official figures in long CSV form: `python scripts/build_snapshot.py OFFICIAL_DIR`.

Deterministic: the same input gives the same bytes. Values are copied as printed. Ranks are left out, since the cube computes them,
except those that an authority printed itself. Two Census codes of one country (a former and a present state) that overlap in time
are told apart by the code.
"""

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from check.lines import FIELDS, GAP, position

DATA = Path(__file__).resolve().parent.parent / "check" / "data"
NOT_FIGURES = {"rankings.csv", "trade_agreements.csv", "census_country_codes.csv", "provenance.csv"}
_AMENDED = re.compile(r"amended agreement in force (\d{4}-\d{2}-\d{2})")
_ADDRESS = re.compile(r"https?://\S+?(?=[,;)]?(?:\s|$))")
Row = dict[str, str]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a CSV file."""
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def last_years(folder: Path) -> dict[str, int]:
    """Census code → last year with figures."""
    return {row["census_code"]: int(row["last_year"]) for row in rows(folder / "census_country_codes.csv")}


def figures(folder: Path) -> dict[tuple[str, ...], dict[str, str]]:
    """Series, unit, vintage and provenance → period → value as printed, with repeated rows merged."""
    current = last_years(folder)
    chosen: dict[tuple[str, ...], dict[str, tuple[str, str]]] = defaultdict(dict)
    for path in sorted(folder.glob("*.csv")):
        if path.name in NOT_FIGURES:
            continue
        for row in rows(path):
            partner = row["partner_iso3"] or row["partner_name"]
            key = (row["source"], row["series"], row["reporter"], partner, row["flow"], row["product"], row["basis"], row["adjustment"],
                   row["freq"], row["unit"], row["vintage"], row["provenance"])  # fmt: skip
            new, known = (row["census_code"], row["value_musd"]), chosen[key].get(row["period"])
            if known is not None and known[1] != new[1]:
                new, former = sorted((new, known), key=lambda found: current.get(found[0], 9999), reverse=True)
                chosen[(*key[:3], f"{partner} ({former[0]}, former)", *key[4:])][row["period"]] = former
            chosen[key][row["period"]] = new
    return {key: {period: value for period, (_, value) in values.items()} for key, values in chosen.items()}


def lines(table: dict[tuple[str, ...], dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """One line per key: its dimensions, the first period, the values with gaps marked."""
    for key in sorted(table):
        values = table[key]
        freq = key[8]
        places = {position(freq, period): value for period, value in values.items()}
        first, last = min(places), max(places)
        start = min(values, key=lambda period: position(freq, period))
        yield (*key, start, " ".join(places.get(place, GAP) for place in range(first, last + 1)))


def provenance(folder: Path) -> Iterator[tuple[str, ...]]:
    """key, publisher, url, public copy, note; "as above" is spelled out."""
    publisher = url = ""
    for row in rows(folder / "provenance.csv"):
        said = row["original_source"]
        if said != "as above":
            found = _ADDRESS.search(said)
            url = found[0] if found else ""
            publisher = _ADDRESS.split(said, maxsplit=1)[0].strip(" ,;()")
        copy = row["public_copy"]
        if copy.startswith("github.com/"):
            copy = "https://" + copy.partition(":")[0]
        yield row["provenance"], publisher, url, copy, row["note"]


def agreements(folder: Path) -> Iterator[tuple[str, ...]]:
    """An agreement and when it took effect for which partners; `amended` is the day its newest amendment took effect."""
    for row in rows(folder / "trade_agreements.csv"):
        found = "found" if row["evidence"].startswith("found") else "unverified"
        amended = _AMENDED.search(row["note"])
        yield (row["short_name"], row["partner_iso3"], row["signed"], row["entry_into_force"], found, row["agreement"], row["status"],
               row["superseded_by"], amended[1] if amended else "")  # fmt: skip


def names(folder: Path) -> Iterator[tuple[str, ...]]:
    """ISO3 and English name of every country in the Census list, "Korea, South" turned round; the code seen last wins."""
    found: dict[str, tuple[int, str]] = {}
    for row in rows(folder / "census_country_codes.csv"):
        if row["kind"] == "country" and row["iso3"] and int(row["last_year"]) >= found.get(row["iso3"], (0, ""))[0]:
            head, comma, tail = row["census_name"].partition(", ")
            found[row["iso3"]] = int(row["last_year"]), f"{tail} {head}" if comma and "," not in tail else row["census_name"]
    for code in sorted(found):
        yield code, found[code][1]


def codes(folder: Path) -> Iterator[tuple[str, ...]]:
    """The Census list of countries and groupings, as it is."""
    for row in rows(folder / "census_country_codes.csv"):
        yield tuple(row.values())


def write(data: Path, name: str, header: tuple[str, ...], body: list[tuple[str, ...]]) -> None:
    """A compressed table without a time stamp."""
    text = "\n".join("\t".join(row) for row in [header, *body]) + "\n"
    path = data / f"{name}.tsv.gz"
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
        packed.write(text.encode())
    print(f"{path.name}: {len(body)} lines, {path.stat().st_size} bytes")


def main(folder: Path, data: Path = DATA) -> None:
    """Write every table into `data`."""
    data.mkdir(parents=True, exist_ok=True)
    by_source: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in lines(figures(folder)):
        by_source[line[0]].append(line)
    for source, body in sorted(by_source.items()):
        write(data, f"figures_{source}", FIELDS, body)
    write(data, "provenance", ("key", "publisher", "url", "public_copy", "note"), list(provenance(folder)))
    columns = ("short_name", "partners", "signed", "entry_into_force", "evidence", "name", "status", "superseded_by", "amended")
    write(data, "agreements", columns, list(agreements(folder)))
    write(data, "census_codes", ("code", "name", "iso3", "kind", "first_year", "last_year"), list(codes(folder)))
    write(data, "partners", ("code", "name"), list(names(folder)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: build_snapshot.py OFFICIAL_DIR")
    main(Path(sys.argv[1]))
