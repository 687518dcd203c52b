"""`official list` and `official show`: which official series there are, and what each vintage says."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from rich.markup import escape

from check.catalogue import FREQS, Series, catalogue
from check.cube import Cube
from check.embedded import partner_names, source_url
from check.explain import why_missing
from check.figure import Dims
from check.months import parse
from check.query import parse_series
from check.series import source_named
from check.timeline import Moment, Value, freqs_of, moment, timeline
from pipeline.cli.options import DAY, console, database_option, format_option, print_line, wants_table
from pipeline.figures import cube_with, lines_with
from pipeline.present.series import LEGEND, catalogue_table, moments_table
from tradeclaims.contract import number
from tradeclaims.errors import Misconfigured


@click.command("list")
@click.option("--source", help="As in a look-up: census, bea, otexa …")
@click.option("--partner", help="ISO3, a bloc's code, or a name: KOR, CAFTA-DR, “South Korea”.")
@click.option("--flow", help="exports, imports, balance or total.")
@click.option("--product", help="all_goods, services, goods_services, textiles_apparel …")
@database_option
@format_option("table", "jsonl")
def list_series(source: str | None, partner: str | None, flow: str | None, product: str | None, database: Path, form: str | None) -> None:
    """The official series at hand, by source: dimensions, periods, vintages and how many values.

    Those embedded, and those imported or fetched into the store. The first column is what `official show` takes.
    """
    every = catalogue(lines_with(database))
    found = [
        one
        for one in every
        if _is(source, one.source)
        and (partner is None or _is_partner(partner, one.partner))
        and _is(flow, one.flow)
        and _is(product, one.product)
    ]
    if not found:
        raise Misconfigured(_nothing(every, {"source": source, "partner": partner, "flow": flow, "product": product}))
    if not wants_table(form):
        for one in found:
            print_line(_series_json(one))
        return
    out = console()
    for name, group in groupby(found, key=lambda one: one.source):
        out.print(catalogue_table(name, list(group)))
    out.print(f"{len(found):,} series, {sum(one.values for one in found):,} values", highlight=False)


def _is(wanted: str | None, value: str) -> bool:
    return wanted is None or wanted.casefold() == value.casefold()


def _is_partner(wanted: str, code: str) -> bool:
    said = " ".join(wanted.casefold().split())
    return said in (code.casefold(), partner_names().get(code, code).casefold().removeprefix("the "))


def _nothing(every: Sequence[Series], wanted: dict[str, str | None]) -> str:
    """Names the filter that fits nothing by itself, or says that they do not go together."""
    for name, value in wanted.items():
        if value is not None:
            there = sorted({getattr(one, name) for one in every})
            if not any(_is_partner(value, one) if name == "partner" else _is(value, one) for one in there):
                shown = ", ".join(there) if len(there) <= 12 else f"{', '.join(there[:12])} …"
                return f"no series with --{name} {value}; known: {shown}"
    return f"no series with {' '.join(f'--{name} {value}' for name, value in wanted.items() if value is not None)} together"


def _series_json(one: Series) -> dict[str, Any]:
    source = source_named(one.source)
    return {
        "name": one.name, "source": one.source, "publisher": source.publisher, "series": one.series, "reporter": one.reporter,
        "partner": one.partner, "partner_name": partner_names().get(one.partner, one.partner), "flow": one.flow, "product": one.product,
        "basis": one.basis, "adjustment": one.adjustment, "units": list(one.units),
        "periods": {freq: {"first": span.first, "last": span.last, "count": span.periods} for freq, span in one.coverage.items()},
        "vintages": list(one.vintages), "values": one.values, "source_url": source.url,
    }  # fmt: skip


@click.command()
@click.argument("series")
@click.option("--period", help="2016, 2016-05, 2016-Q2, YTD/2016-05, YE/2016-05, or from the one to the other: 2011..2016.")
@click.option(
    "--freq", type=click.Choice(FREQS), help="Years, quarters, months, January to a month, twelve months to a month. Default: the coarsest."
)
@click.option("--vintage", help="This vintage alone: 2018-10.")
@click.option("--as-of", type=DAY, help="Only vintages that were public on this day.")
@database_option
@format_option("table", "jsonl")
def show(
    series: str, period: str | None, freq: str | None, vintage: str | None, as_of: date | None, database: Path, form: str | None
) -> None:
    """The values of SERIES by period, a column for each vintage, with what was revised.

    SERIES is SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT, as `official list` prints it; `*` for any source, partners joined by `+` are
    added. Million dollars. A value that no table prints but follows from others (a balance from both flows, a quarter from its months) is marked.
    """
    try:
        source, dims = parse_series(series)
    except ValueError as error:
        raise Misconfigured(f"series {series!r}: {error}") from error
    cube = cube_with(database)
    freqs = freqs_of(cube, source, dims)
    if not freqs:
        raise Misconfigured(f"series {series!r}: {why_missing(cube, source, dims)}")
    try:
        moments = _moments(cube, source, dims, freqs, period, freq, vintage, as_of)
    except ValueError as error:
        raise Misconfigured(f"series {series!r}: {error}") from error
    if not moments:
        raise Misconfigured(f"series {series!r}: {_no_value(cube, source, dims, freqs, period, freq, vintage, as_of)}")
    others = [] if period or freq else [one for one in freqs if one != freqs[0]]
    if wants_table(form):
        out = console()
        out.print(f"[bold]{escape(series)}[/]", highlight=False, soft_wrap=True)
        for table in moments_table(moments):
            out.print(table)
        out.print(LEGEND, highlight=False)
        urls = dict.fromkeys(_url(value) for one in moments for value in one.values)
        for url in urls:
            out.print(f"source: {url}", highlight=False, soft_wrap=True)
    else:
        for one in moments:
            print_line(_moment_json(series, one))
    if others:
        click.echo(f"tradeclaims: also printed: {', '.join(others)}; show them with --freq", err=True)


def _moments(
    cube: Cube, source: str, dims: Dims, freqs: Sequence[str], period: str | None, freq: str | None, vintage: str | None, as_of: date | None
) -> list[Moment]:
    """The periods asked for that have a value. Raises ValueError for a period that is none."""
    if period is not None and ".." not in period:
        kind, slash, text = period.partition("/")
        if not slash:
            kind, text = freq or _kind(period), period
        one = moment(cube, source, dims, kind, text, vintage, as_of)
        return [one] if one.values else []
    for each in (freq,) if freq else freqs:
        found = timeline(cube, source, dims, each, vintage=vintage, until=as_of)
        if period is not None:
            first, last = _bounds(period)
            found = [one for one in found if first <= parse(one.freq, one.period).first and parse(one.freq, one.period).last <= last]
        if found:
            return found
    return []


def _bounds(period: str) -> tuple[int, int]:
    """Numbers of the first and the last month of `2011..2016`."""
    start, _, end = period.partition("..")
    first, last = parse(_kind(start), start).first, parse(_kind(end), end).last
    if last < first:
        raise ValueError(f"the stretch {period!r} ends before it starts")
    return first, last


def _kind(text: str) -> str:
    return "A" if len(text) == 4 else next((freq for freq in ("Q", "H") if f"-{freq}" in text), "M")


def _no_value(
    cube: Cube, source: str, dims: Dims, freqs: Sequence[str], period: str | None, freq: str | None, vintage: str | None, as_of: date | None
) -> str:
    """Why nothing is left: the period, the vintage or the day."""
    found = _moments(cube, source, dims, freqs, period, freq, None, None)
    if not found:
        held = [timeline(cube, source, dims, each) for each in freqs]
        what = " ".join(filter(None, (freq, period)))
        return f"nothing for {what}; there is {', '.join(f'{one[0].freq} {one[0].period} to {one[-1].period}' for one in held if one)}"
    vintages = dict(
        sorted({value.figure.vintage: value.figure.day for one in found for value in one.values}.items(), key=lambda pair: pair[1])
    )
    wanted = f"vintage {vintage!r}" if vintage is not None and vintage not in vintages else f"vintage public on {as_of}"
    return f"no {wanted}; there are {', '.join(vintages)}"


def _url(value: Value) -> str:
    return source_url(value.figure.provenance) or source_named(value.figure.source).url


def _moment_json(series: str, one: Moment) -> dict[str, Any]:
    before: dict[str, Decimal] = {}
    values = []
    for value in one.values:
        figure = value.figure
        earlier = before.get(figure.source)
        before[figure.source] = figure.value
        values.append({
            "vintage": figure.vintage, "public_from": figure.day, "value": number(figure.value), "unit": "USD_million",
            "rounded_to": number(figure.step) if figure.step else None, "printed": value.printed,
            "revised_by": None if earlier is None else number(figure.value - earlier),
            "table": f"{figure.source}/{figure.series}", "source_url": _url(value),
        })  # fmt: skip
    return {"series": series, "freq": one.freq, "period": one.period, "values": values}


COMMANDS = [list_series, show]
