"""The kinds of files, one module each, found by walking this package."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from official import files
from official.files.book import Book, open_book
from official.files.table import FileTable, Reading, checked_vintage
from tradeclaims.errors import Unreadable


@cache
def tables() -> tuple[FileTable, ...]:
    """Every kind of file that can be read, in order of their names."""
    found = []
    for module in pkgutil.iter_modules(files.__path__):
        declared = getattr(import_module(f"{files.__name__}.{module.name}"), "TABLE", None)
        if isinstance(declared, FileTable):
            found.append(declared)
    return tuple(sorted(found, key=lambda table: table.name))


def table_of(book: Book) -> FileTable:
    """The kind of a file. Raises Unreadable for an unknown one."""
    for table in tables():
        if table.recognises(book):
            return table
    known = "; ".join(f"{table.name} ({table.expects})" for table in tables())
    raise Unreadable(f"{book.name}: no table known here; expected {known}")


def read_file(path: Path, vintage: str | None = None) -> tuple[FileTable, Book, Reading]:
    """A file's kind, its bytes' digest, and what it holds. Raises Unreadable where it is of no use as a whole."""
    if vintage is not None:
        checked_vintage(vintage)
    book = open_book(path)
    table = table_of(book)
    try:
        reading = table.read(book, vintage)
    except Unreadable as error:
        raise Unreadable(f"{book.name} ({table.name}): {error}") from error
    if not reading.observations:
        why = f"; {reading.broken[0].place}: {reading.broken[0].reason}" if reading.broken else ""
        raise Unreadable(f"{book.name} ({table.name}): not one figure can be used{why}")
    return table, book, reading
