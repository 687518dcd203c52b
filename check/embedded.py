"""The figures that ship with the package: read line by line, nothing fetched."""

import gzip
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from check.lines import FIELDS, Line
from tradeclaims.records import Observation


class EntryIntoForce(NamedTuple):
    """When an agreement took effect for a partner."""

    agreement: str
    """Short name: `KORUS`."""

    year: int
    """Calendar year."""

    day: str
    """ISO date, or the year alone where the day is not known."""


class Agreement(NamedTuple):
    """A trade agreement of the United States. Days are ISO dates, or a year where the day is not known; empty for none."""

    short_name: str
    name: str
    partners: tuple[str, ...]
    signed: str
    in_force: str
    amended: str
    """When its newest amendment took effect."""

    status: str
    """`in_force`, `in_force_amended`, `suspended`, `superseded`, `us_withdrew`."""

    superseded_by: str
    verified: bool
    """Whether the day was found in a published source."""


class CensusCode(NamedTuple):
    """A country or grouping of Schedule C."""

    code: str
    name: str
    iso3: str
    """Empty for most groupings; `WLD` and `EU` are used like ISO3."""

    kind: str
    """`country`, `aggregate` or `unallocated`."""

    first_year: int
    last_year: int


def read_lines() -> Iterator[Line]:
    """Every series × vintage, values unparsed. Raises ValueError where a file has other columns than check.lines.FIELDS."""
    for name in sorted(entry.name for entry in files("check").joinpath("data").iterdir() if entry.name.startswith("figures_")):
        header, *body = _table(name)
        if tuple(header.split("\t")) != FIELDS:
            raise ValueError(f"{name} has unexpected columns: {header!r}")
        for text in body:
            yield Line(*text.split("\t"))


def read_observations() -> Iterator[Observation]:
    """Every embedded figure as a record, value exactly as printed."""
    for line in read_lines():
        for period, value in line.periods():
            yield Observation(
                series=line.series, source=line.source, reporter=line.reporter, partner=line.partner, flow=line.flow,
                product=line.product, basis=line.basis, adjustment=line.adjustment, freq=line.freq, period=period,
                value=value, unit=line.unit, vintage=line.vintage, provenance=line.provenance,
            )  # fmt: skip


@cache
def read_provenance() -> dict[str, dict[str, str]]:
    """Provenance key → publisher, url of the original table, public_copy, note (empty where unknown)."""
    header, *body = _table("provenance.tsv.gz")
    names = header.split("\t")[1:]
    return {key: dict(zip(names, rest, strict=True)) for key, *rest in (line.split("\t") for line in body)}


@cache
def read_agreements() -> tuple[Agreement, ...]:
    """Trade agreements of the United States; one that took effect on several days stands once for each."""
    found = []
    for line in _table("agreements.tsv.gz")[1:]:
        short_name, partners, signed, in_force, evidence, name, status, superseded_by, amended = line.split("\t")
        members = tuple(filter(None, partners.split(";")))
        found.append(Agreement(short_name, name, members, signed, in_force, amended, status, superseded_by, evidence == "found"))
    return tuple(found)


@cache
def entries_into_force() -> dict[str, tuple[EntryIntoForce, ...]]:
    """Partner ISO3 → the agreements in force with the United States, earliest first."""
    found: dict[str, list[EntryIntoForce]] = {}
    for one in read_agreements():
        for partner in one.partners if one.in_force else ():
            found.setdefault(partner, []).append(EntryIntoForce(one.short_name, int(one.in_force[:4]), one.in_force))
    return {partner: tuple(sorted(entries, key=lambda entry: entry.day)) for partner, entries in found.items()}


@cache
def read_census_codes() -> dict[str, CensusCode]:
    """Four-digit Census code → what it stands for."""
    found = {}
    for line in _table("census_codes.tsv.gz")[1:]:
        code, name, iso3, kind, first, last = line.split("\t")
        found[code] = CensusCode(code, name, iso3, kind, int(first), int(last))
    return found


@cache
def partner_names() -> dict[str, str]:
    """ISO3 or bloc code → English name."""
    named = dict(line.split("\t") for line in _table("partners.tsv.gz")[1:])
    return {**named, "WLD": "the world", "EU": "the European Union", "USA": "the United States"}


def source_url(provenance: str) -> str:
    """Address of the official table behind a provenance key; empty for an unknown key (an observation from elsewhere)."""
    entry = read_provenance().get(provenance.partition(" ")[0])
    if entry:
        return entry["url"]
    # What stands behind the # tells imports of one address apart.
    return provenance.partition("#")[0] if provenance.startswith("http") else ""


def _table(name: str) -> list[str]:
    packed = files("check").joinpath("data", name).read_bytes()
    return gzip.decompress(packed).decode().splitlines()
