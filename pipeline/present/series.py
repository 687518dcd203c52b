"""Official series as tables for a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.markup import escape
from rich.table import Table

from check.catalogue import Coverage, Series
from check.series import source_named
from check.timeline import Moment, Value

WIDE = 6
"""Vintages side by side; more go into a further table."""


def catalogue_table(source: str, series: Sequence[Series]) -> Table:
    """The series of one source."""
    publisher = source_named(source).publisher
    title = f"{source}: {publisher}" if publisher != source else source
    table = Table(title=escape(title), title_justify="left", title_style="bold", header_style="bold")
    for column in ("source:reporter/partner/flow/product/basis/adjustment", "periods", "vintages"):
        table.add_column(column, overflow="fold")
    table.add_column("values", justify="right")
    for one in series:
        periods = "\n".join(f"{freq} {_span(span)} ({span.periods})" for freq, span in one.coverage.items())
        table.add_row(escape(one.name), periods, "\n".join(_few(one.vintages)), f"{one.values:,}")
    return table


def _span(span: Coverage) -> str:
    return span.first if span.first == span.last else f"{span.first} to {span.last}"


def _few(vintages: tuple[str, ...]) -> list[str]:
    return list(vintages) if len(vintages) <= 3 else [vintages[0], f"… {len(vintages) - 2} more", vintages[-1]]


LEGEND = "million dollars; (c) computed from other printed figures; (r) printed rounded; revised: newest vintage less first, of one source"


def moments_table(moments: Sequence[Moment]) -> Iterator[Table]:
    """The values of a series, a row for each period and a column for each vintage."""
    columns = list(dict.fromkeys(sorted((value.figure.day, *_column(value)) for one in moments for value in one.values)))
    for start in range(0, len(columns), WIDE):
        yield _table(moments, [column[1:] for column in columns[start : start + WIDE]], last=start + WIDE >= len(columns))


def _column(value: Value) -> tuple[str, str]:
    return value.figure.source, value.figure.vintage


def _table(moments: Sequence[Moment], columns: Sequence[tuple[str, str]], *, last: bool) -> Table:
    sources = {source for source, _ in columns}
    table = Table(header_style="bold")
    table.add_column(moments[0].freq)
    for source, vintage in columns:
        table.add_column(vintage if len(sources) == 1 else f"{source}\n{vintage}", justify="right")
    if last:
        table.add_column("revised", justify="right")
    for one in moments:
        by_column = {_column(value): value for value in one.values}
        cells = [_cell(by_column.get(column)) for column in columns]
        if any(cells) or last:
            table.add_row(one.period, *cells, *([_revised(one.values)] if last else []))
    return table


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    mark = "" if value.printed and not value.figure.step else " (r)" if value.printed else " (c)"
    return f"{value.figure.value:,f}{mark}"


def _revised(values: Sequence[Value]) -> str:
    """By how much the newest vintage of the last source differs from its first, if it does beyond the last digit that both print."""
    same = [value.figure.value for value in values if value.figure.source == values[-1].figure.source]
    first, last = same[0], same[-1]
    if abs(last - first) < max(_digit(first), _digit(last)) or first == last:
        return ""
    share = f" ({(last - first) / abs(first) * 100:+.2f} %)" if first else ""
    return f"{last - first:+,f}{share}"


def _digit(value: Decimal) -> Decimal:
    """One unit of its last digit, and no more than one."""
    return Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
