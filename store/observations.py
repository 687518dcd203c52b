"""Official figures. A new vintage is a new row; nothing published is ever overwritten."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from store.database import Database, transaction
from tradeclaims.records import Observation

_DIMENSIONS = ("series", "source", "reporter", "partner", "flow", "product", "basis", "adjustment", "freq")
_Row = tuple[int, str, str, str, str, str]


def save_observations(db: Database, observations: Iterable[Observation], provenance: Mapping[str, Mapping[str, Any]]) -> tuple[int, int]:
    """Store figures and where they were taken from; returns how many were (saved, unchanged), all or none.

    The same figure of the same vintage is unchanged. A vintage printed again with another value is kept beside the first, and comes later
    in `all_observations`.
    """
    with transaction(db):
        db.conn.executemany(
            "INSERT INTO provenance VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body",
            [(key, json.dumps(dict(facts), ensure_ascii=False, default=str)) for key, facts in provenance.items()],
        )
        before = db.conn.total_changes
        series = _SeriesIds(db)
        fresh = [_row(each, series) for each in observations]
        added_series = db.conn.total_changes - before
        db.conn.executemany(
            "INSERT INTO observations (series_id, period, vintage, value, unit, provenance) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            fresh,
        )
        saved = db.conn.total_changes - before - added_series
    return saved, len(fresh) - saved


class _SeriesIds:
    """Numbers of series, new ones written when first met."""

    def __init__(self, db: Database) -> None:
        self._db = db
        found = db.conn.execute(f"SELECT id, {', '.join(_DIMENSIONS)} FROM series")
        self._ids: dict[tuple[str, ...], int] = {tuple(row[1:]): row[0] for row in found}

    def of(self, dimensions: tuple[str, ...]) -> int:
        number = self._ids.get(dimensions)
        if number is None:
            places = ", ".join("?" * len(_DIMENSIONS))
            number = self._db.conn.execute(f"INSERT INTO series ({', '.join(_DIMENSIONS)}) VALUES ({places})", dimensions).lastrowid
            assert number is not None
            self._ids[dimensions] = number
        return number


def _row(each: Observation, series: _SeriesIds) -> _Row:
    dimensions = (
        each.series, each.source, each.reporter, each.partner, each.flow, each.product, each.basis, each.adjustment, each.freq,
    )  # fmt: skip
    return series.of(dimensions), each.period, each.vintage, str(each.value), each.unit, each.provenance


def all_observations(db: Database, *, after: int = 0, until: int | None = None) -> Iterator[Observation]:
    """Every figure of every vintage, in the order they came; with `after` and `until` those behind and up to these numbers.

    Observations are numbered in the order they came (`newest_figure`), and none is ever removed.
    """
    return _observations(db, "o.n > ? AND (? IS NULL OR o.n <= ?)", [after, until, until])


def observations_beside(db: Database, known: Iterable[str]) -> Iterator[Observation]:
    """Every figure whose provenance is not among the `known`, in the order they came."""
    return _observations(db, "o.provenance NOT IN (SELECT value FROM json_each(?))", [json.dumps(sorted(known))])


def observations_of(db: Database, *, source: str, series: str, vintage: str) -> Iterator[Observation]:
    """One table in one vintage, in the order its figures came."""
    return _observations(db, "s.source = ? AND s.series = ? AND o.vintage = ?", [source, series, vintage])


def _observations(db: Database, condition: str, values: Sequence[Any]) -> Iterator[Observation]:
    columns = ", ".join(f"s.{name}" for name in _DIMENSIONS)
    found = db.conn.execute(
        f"SELECT {columns}, o.period, o.vintage, o.value, o.unit, o.provenance"
        f" FROM observations o JOIN series s ON s.id = o.series_id WHERE {condition} ORDER BY o.n",
        values,
    )
    for series, source, reporter, partner, flow, product, basis, adjustment, freq, period, vintage, value, unit, provenance in found:
        yield Observation(
            series=series,
            source=source,
            reporter=reporter,
            partner=partner,
            flow=flow,
            product=product,
            basis=basis,
            adjustment=adjustment,
            freq=freq,
            period=period,
            value=Decimal(value),
            unit=unit,
            vintage=vintage,
            provenance=provenance,
        )


def provenance(db: Database) -> dict[str, dict[str, Any]]:
    """What is known of each publication, by key."""
    return {key: json.loads(body) for key, body in db.conn.execute("SELECT key, body FROM provenance ORDER BY key")}


def newest_figure(db: Database) -> int:
    """Number of the newest observation: it grows whenever a figure is added. 0 for none."""
    (newest,) = db.conn.execute("SELECT coalesce(max(n), 0) FROM observations").fetchone()
    return int(newest)
