"""One SQLite file: opening it, bringing its schema up to date, and transactions."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from store.migrations import migrations, names
from tradeclaims.errors import Misconfigured

__all__ = ["Database", "open_store", "rows", "transaction"]

BUSY_SECONDS = 30.0
"""How long a writer waits for another process to finish its transaction before it gives up."""

_READ_ONLY = "the database cannot be written; check the permissions of the file and its folder"
_APPLIED = f"SELECT name FROM {migrations.migrations_table} WHERE migration_set = ?"


def open_store(path: Path | str) -> Database:
    """The store in the file `path`; folder and file are made where missing, pending migrations applied.

    Raises Misconfigured when the file is not a SQLite file, belongs to another program, cannot be written,
    or was written by a newer version of this program.
    """
    path = Path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Autocommit in the driver: transactions begin where `transaction` says so and nowhere else.
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise Misconfigured(
            f"{path}: the database cannot be opened ({error}); expected a file in a folder that can be written to"
        ) from error
    try:
        db = Database(connection)
        _prepare(db, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Misconfigured(f"{path}: {_explain(error)}") from error
    except BaseException:
        connection.close()
        raise
    return db


def _prepare(db: Database, path: Path) -> None:
    _refuse_strangers(db, path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise Misconfigured(f"{path}: {_READ_ONLY}")
    # Somebody may create the file at this very moment; SQLite does not wait by itself when the journal mode changes.
    _patiently(lambda: db.conn.execute("PRAGMA journal_mode = WAL"))
    # In WAL mode a killed process loses no committed transaction with NORMAL either; FULL would sync the disk for each item.
    db.conn.execute("PRAGMA synchronous = NORMAL")
    db.conn.execute("PRAGMA foreign_keys = ON")
    if migrations.pending(db):
        with transaction(db):  # under the write lock: of two processes that open a new file, the second finds the work done
            migrations.apply(db)


def _refuse_strangers(db: Database, path: Path) -> None:
    tables = {name for (name,) in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return
    applied = {name for (name,) in db.conn.execute(_APPLIED, [migrations.name])} if migrations.migrations_table in tables else set()
    if not applied:
        raise Misconfigured(f"{path}: a database of another program; expected one made by tradeclaims, or no file")
    unknown = sorted(applied - set(names))
    if unknown:
        raise Misconfigured(f"{path}: written by a newer version of tradeclaims (it has {unknown[-1]}); upgrade the program")


def _explain(error: sqlite3.DatabaseError) -> str:
    text = str(error)
    if "not a database" in text:
        return "not a SQLite file; name another file with --db or TRADECLAIMS_DB"
    if "readonly" in text:
        return _READ_ONLY
    if "locked" in text:
        return f"the database was locked by another process for more than {BUSY_SECONDS:.0f} seconds"
    return f"the database cannot be used ({text})"


def _patiently(act: Callable[[], object]) -> None:
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            act()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All writes of the block, or none of them. A block inside another is a part of it that can fail alone.

    The write lock is taken at the start: two processes wait for each other instead of failing half-way.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise


def rows(db: Database, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[dict[str, Any]]:
    """The rows that a SELECT gives, as dictionaries."""
    cursor = db.conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
