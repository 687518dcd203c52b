"""Official figures as a refresh needs them: the newest known ones, and how far a source is stored."""

from collections.abc import Iterator
from decimal import Decimal

from store.database import Database
from tradeclaims.records import Observation


def newest_figures(db: Database, *, source: str, series: str, from_period: str, until_vintage: str) -> Iterator[Observation]:
    """For each figure of one table the value of the newest vintage not after `until_vintage`; of one printed twice in a vintage, the later print.

    Vintages compare as text: `2018-10` comes before each day of that month.
    """
    found = db.conn.execute(
        "SELECT s.reporter, s.partner, s.flow, s.product, s.basis, s.adjustment, s.freq, o.period, o.value, o.unit, o.vintage, o.provenance"
        " FROM series s JOIN observations o ON o.series_id = s.id"
        " WHERE s.source = ? AND s.series = ? AND o.period >= ? AND o.vintage <= ? ORDER BY o.vintage, o.n",
        [source, series, from_period, until_vintage],
    )
    newest = {row[:8]: row for row in found}
    for reporter, partner, flow, product, basis, adjustment, freq, period, value, unit, vintage, provenance in newest.values():
        yield Observation(
            series=series, source=source, reporter=reporter, partner=partner, flow=flow, product=product, basis=basis,
            adjustment=adjustment, freq=freq, period=period, value=Decimal(value), unit=unit, vintage=vintage, provenance=provenance,
        )  # fmt: skip


def stored_until(db: Database, address: str, *, before: str | None = None) -> dict[str, tuple[str, str]]:
    """Series → newest period and newest vintage, of the figures whose provenance begins with `address`, in vintages earlier than `before`."""
    found = db.conn.execute(
        "SELECT s.series, max(o.period), max(o.vintage) FROM observations o JOIN series s ON s.id = o.series_id"
        " WHERE substr(o.provenance, 1, ?) = ? AND (? IS NULL OR o.vintage < ?) GROUP BY s.series",
        [len(address), address, before, before],
    )
    return {series: (period, vintage) for series, period, vintage in found}
