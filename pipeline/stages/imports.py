"""Statistical tables saved as files → observations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from check.embedded import read_provenance
from check.series import source_named
from official.files.book import Book
from official.files.registry import read_file
from official.files.table import Broken, FileTable, Reading
from official.gathering import figure_key
from pipeline.stages.official import load_official
from pipeline.work import quarantine
from store.database import Database, transaction
from store.observations import observations_of, save_observations
from store.runs import finish_run, quarantined, record_outcome, start_run
from tradeclaims.errors import Misconfigured, Unreadable
from tradeclaims.records import Observation, Outcome, Run

STAGE = "import"
IMPORTED = " (imported)"
"""Behind an embedded key of provenance: the figure is said to be from there, but came from a file."""


class Imported(NamedTuple):
    """What one file gave."""

    run: Run
    table: str
    """The kind of table, in words."""

    vintages: tuple[str, ...]
    differing: int
    """Figures that were already there for the same vintage with another value. Both are kept; the later counts."""


class _File(NamedTuple):
    table: FileTable
    book: Book
    reading: Reading


def read_files(paths: Sequence[Path], vintage: str | None) -> list[_File]:
    """Read every file before any work is done. Raises Misconfigured for the first that is of no use."""
    try:
        return [_File(*read_file(path, vintage)) for path in paths]
    except Unreadable as error:
        raise Misconfigured(str(error)) from error


def import_files(db: Database, files: Iterable[_File]) -> Iterator[Imported]:
    """Add the figures of each file to the store, beside the embedded ones. A figure that is there in its vintage is unchanged."""
    load_official(db)
    for file in files:
        yield _import(db, file)


def _import(db: Database, file: _File) -> Imported:
    name, reading = file.book.name, _with_addresses(file)
    began = datetime.now(UTC)
    run_id = start_run(db, Run(stage=STAGE, source=name, started_at=began))
    with transaction(db):
        fresh, differing = _fresh(db, reading.observations)
        saved, _ = save_observations(db, fresh, reading.provenance)
        _settle(db, file, reading.broken)
    seen, aside = len(reading.observations) + len(reading.broken), len(reading.broken)
    run = Run(
        stage=STAGE, source=name, started_at=began, finished_at=datetime.now(UTC), seen=seen, saved=saved,
        unchanged=seen - aside - saved, quarantined=aside,
    )  # fmt: skip
    finish_run(db, run_id, run)
    return Imported(run, file.table.name, tuple(sorted({one.vintage for one in reading.observations})), differing)


def _fresh(db: Database, observations: Sequence[Observation]) -> tuple[list[Observation], int]:
    """Those that the store does not have in their vintage; and how many of them it has with another value."""
    known: dict[tuple[str, ...], set[Decimal]] = defaultdict(set)
    for source, series, vintage in {(one.source, one.series, one.vintage) for one in observations}:
        for one in observations_of(db, source=source, series=series, vintage=vintage):
            known[_key(one)].add(one.value)
    fresh = [one for one in observations if one.value not in known.get(_key(one), ())]
    return fresh, sum(1 for one in fresh if _key(one) in known)


def _key(one: Observation) -> tuple[str, ...]:
    return (*figure_key(one), one.vintage, one.unit)


def _with_addresses(file: _File) -> Reading:
    """Every figure with a public address; rows that name none are broken."""
    known = read_provenance()
    reading = Reading(provenance=dict(file.reading.provenance), broken=list(file.reading.broken))
    for one in file.reading.observations:
        key = one.provenance.partition(" ")[0]
        if one.provenance in file.reading.provenance:
            reading.observations.append(one)
        elif one.provenance.startswith(("http://", "https://")):
            reading.provenance.setdefault(one.provenance, {
                "publisher": source_named(one.source).publisher, "url": one.provenance, "public_copy": "",
                "note": f"imported from {file.book.name}, sha256 {file.book.digest}",
            })  # fmt: skip
            reading.observations.append(one)
        elif key in known:
            reading.observations.append(replace(one, provenance=one.provenance + IMPORTED))
        else:
            where = f"{one.source}/{one.series} {one.flow} {one.partner} {one.period}"
            reading.broken.append(Broken(where, f"provenance {one.provenance!r} is neither a public address nor an embedded key"))
    return reading


def _settle(db: Database, file: _File, broken: Sequence[Broken]) -> None:
    """Put broken rows aside, and take back those that an earlier file of this name had broken."""
    keys = {f"{file.book.name}: {row.place}": row.reason for row in broken}
    for key, reason in keys.items():
        quarantine(db, STAGE, key, file.book.digest, f"{key.partition(': ')[2]}: {reason}", file.book.name)
    for outcome in quarantined(db, STAGE):
        if outcome.key.startswith(f"{file.book.name}: ") and outcome.key not in keys:
            record_outcome(db, Outcome(stage=STAGE, key=outcome.key, kind="unchanged", version=file.book.digest))
