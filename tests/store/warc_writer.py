"""Saves pages until it is told to stop: a process for tests to kill, and for two to write at once."""

import sys
from pathlib import Path

from store.database import open_store, transaction
from store.snapshots import save_snapshot
from tests.store.examples import snapshot


def main(path: Path, name: str, count: int) -> None:
    """Save pages `name` 0 to `count`, the number of each on standard output once it is saved."""
    db = open_store(path)
    for number in range(count):
        body = f"{name} {number} ".encode() * 4000
        with transaction(db):
            save_snapshot(db, snapshot(body, url=f"https://news.example/{name}/{number}"), body)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
