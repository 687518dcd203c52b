"""Every test of the store works on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Database, open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "claims.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    store = open_store(path)
    yield store
    store.close()
