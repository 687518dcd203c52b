"""Why a look-up finds nothing: the first part of it that does not exist, and what there is in its place."""

from collections.abc import Collection
from difflib import get_close_matches

from check.catalogue import FREQS
from check.cube import Cube
from check.edition import Edition
from check.figure import Dims
from check.lines import label
from check.months import Months
from check.series import source_named, sources

FLOWS = ("exports", "imports", "balance", "total")
SHOWN = 8
"""Alternatives named at most."""


def why_missing(cube: Cube, source: str, dims: Dims, months: Months | None = None, vintage: str | None = None) -> str:
    """One clause that names the part that fails. `source` is `*` for any; a vintage is `2018-10`, `newest`, `first` or `on-2017-07-12`."""
    tables = [(table, own) for table, editions in cube.tables() if (own := _of(source, editions))]
    if not tables:
        return f"unknown source {source!r}; {_known(source, sources())}"
    for partner in dims.partners:
        found = _narrowed(tables, source, dims._replace(partners=(partner,)))
        if isinstance(found, str):
            return found
        if dims.flow not in FLOWS:
            return f"unknown flow {dims.flow!r}; {_known(dims.flow, FLOWS)}"
        coverage = {freq: places for freq in FREQS if (places := _places(found, dims.flow, freq))}
        if not coverage:
            return f"{_whose(source)} no {dims.flow} with {partner} at these dimensions, and not both flows that it could be computed from"
        if months is None:
            continue
        with_it = [edition for edition in found if edition.cell(dims.flow, months) is not None]
        if not with_it:
            held = ", ".join(f"{freq} {label(freq, min(places))} to {label(freq, max(places))}" for freq, places in coverage.items())
            return f"nothing for {' '.join(months.label())}; {_whose(source)} {held}"
        if vintage is not None and len(dims.partners) == 1:
            return (
                f"no such vintage {vintage!r} of {' '.join(months.label())}; there are {', '.join(edition.vintage for edition in with_it)}"
            )
    return "no vintage has it for all of these partners" if len(dims.partners) > 1 else "nothing found"


def _of(source: str, editions: Collection[Edition]) -> tuple[Edition, ...]:
    return tuple(edition for edition in editions if source in ("*", edition.source))


def _narrowed(tables: list[tuple[Dims, tuple[Edition, ...]]], source: str, dims: Dims) -> tuple[Edition, ...] | str:
    """The editions at the dimensions, or the first dimension that fails."""
    for field in ("reporter", "partners", "product", "basis", "adjustment", "family"):
        wanted = getattr(dims, field)
        kept = [(table, editions) for table, editions in tables if getattr(table, field) == wanted]
        if not kept:
            there = {getattr(table, field) for table, _ in tables}
            if field == "family":
                return f"only tables of a definition of their own have that; look up SOURCE.TABLE: {_tables_of(source, there)}"
            if field == "partners":
                return f"{_whose(source)} no partner {wanted[0]!r}; {_known(wanted[0], [one for (one,) in there])}"
            return f"{_whose(source)} no {field} {wanted!r} with {dims.partners[0]}; {_known(wanted, there)}"
        tables = kept
    return tuple(edition for _, editions in tables for edition in editions)


def _tables_of(source: str, families: Collection[str]) -> str:
    names = [source] if source != "*" else list(sources())
    return ", ".join(f"{name}.{series}" for name in names for series, family in source_named(name).families.items() if family in families)


def _places(editions: Collection[Edition], flow: str, freq: str) -> set[int]:
    return {place for edition in editions for place in edition.places(flow, freq)}


def _whose(source: str) -> str:
    return "the figures have" if source == "*" else f"{source} has"


def _known(wanted: str, there: Collection[str]) -> str:
    """The likeliest of what there is, else the first few."""
    close = get_close_matches(wanted.casefold(), [one.casefold() for one in there], n=3, cutoff=0.6)
    names = [one for one in there if one.casefold() in close]
    if names:
        return f"did you mean {' or '.join(sorted(names))}?"
    some = sorted(there)
    return f"known: {', '.join(some[:SHOWN])}{' …' if len(some) > SHOWN else ''}"
