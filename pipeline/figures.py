"""The official figures that a command works with: those embedded, and beside them those that a store has from imports and agencies."""

from collections.abc import Iterator
from pathlib import Path

from check.cube import Cube, load_embedded
from check.embedded import read_lines
from check.lines import Line, grouped
from store.database import open_store
from store.observations import observations_beside


def lines_with(database: Path | None) -> Iterator[Line]:
    """The embedded lines, then those that only the store has. None, or a file that is not there, stands for no store."""
    yield from read_lines()
    if database is not None and database.exists():
        yield from _stored(database)


def cube_with(database: Path | None) -> Cube:
    """The cube of `lines_with`. Raises Misconfigured where the file is no store."""
    stored = list(_stored(database)) if database is not None and database.exists() else []
    return Cube([*read_lines(), *stored]) if stored else load_embedded()


def _stored(database: Path) -> list[Line]:
    db = open_store(database)
    try:
        return list(grouped(observations_beside(db, {line.provenance for line in read_lines()})))
    finally:
        db.close()
