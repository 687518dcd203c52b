"""Opening, migrating, sharing and losing power: the file is always whole."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from store.database import Database, open_store, transaction
from store.migrations import names
from store.notices import put_notice, waiting
from tests.store.examples import notice
from tradeclaims.errors import Misconfigured


def schema(db: Database) -> set[tuple[str, str]]:
    return set(db.conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def put_and_fail(db: Database, why: str) -> None:
    with transaction(db):
        put_notice(db, notice(key="lost"))
        raise RuntimeError(why)


def test_opening_makes_folder_file_and_schema(path: Path, db: Database) -> None:
    assert path.is_file()
    assert {"bodies", "documents", "claims", "observations", "verdicts", "notices", "runs", "done"} <= set(db.table_names())


def test_connection_is_set_up_for_sharing_and_references(db: Database) -> None:
    assert db.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.conn.execute("PRAGMA busy_timeout").fetchone()[0] >= 10_000


def test_migrations_apply_once_and_in_order(path: Path, db: Database) -> None:
    before = schema(db)
    again = open_store(path)
    assert schema(again) == before
    applied = [name for (name,) in again.conn.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert applied == list(names)
    again.close()


def test_migration_numbers_have_no_gap_and_name_their_function() -> None:
    assert [name[:4] for name in names] == [f"m{number:03}" for number in range(1, len(names) + 1)]


def test_a_file_that_is_not_sqlite_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear Ambassador, this is not a database at all.\n" * 50)
    before = file.read_bytes()
    with pytest.raises(Misconfigured, match=r"letter\.db: not a SQLite file"):
        open_store(file)
    assert file.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=re.escape(str(tmp_path))):
        open_store(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(Misconfigured, match="cannot be opened"):
        open_store(tmp_path / "taken" / "claims.db")


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE orders (id)")
    other.close()
    with pytest.raises(Misconfigured, match="another program"):
        open_store(file)
    after = sqlite3.connect(file)
    assert [name for (name,) in after.execute("SELECT name FROM sqlite_master")] == ["orders"]
    after.close()


def test_a_newer_version_is_refused(path: Path, db: Database) -> None:
    db.conn.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tradeclaims', 'm999_later', '')")
    with pytest.raises(Misconfigured, match=r"newer version of tradeclaims .*m999_later"):
        open_store(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everything")
def test_a_read_only_file_is_refused(path: Path, db: Database) -> None:
    path.chmod(0o444)
    with pytest.raises(Misconfigured, match="cannot be written"):
        open_store(path)


def test_two_processes_may_create_the_file_at_once(path: Path) -> None:
    code = "import sys; from store.database import open_store; open_store(sys.argv[1])"
    children = [subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE) for _ in range(3)]
    ends = [(child.communicate()[1], child.returncode) for child in children]
    assert ends == [(b"", 0)] * 3


def test_transaction_is_all_or_nothing(db: Database) -> None:
    with pytest.raises(RuntimeError, match="power"):
        put_and_fail(db, "power")
    assert waiting(db) == []
    assert not db.conn.in_transaction


def test_an_inner_transaction_can_fail_alone(db: Database) -> None:
    with transaction(db):
        put_notice(db, notice(key="kept"))
        with pytest.raises(RuntimeError, match="inner"):
            put_and_fail(db, "inner")
    assert [each.key for each in waiting(db)] == ["kept"]


def test_two_connections_writing_at_once_wait_for_each_other(path: Path, db: Database) -> None:
    failures: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            own = open_store(path)
            for number in range(40):
                put_notice(own, notice(key=f"{writer}-{number}"))
            own.close()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=[writer]) for writer in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(waiting(db)) == 80


def test_readers_see_the_last_whole_state_while_somebody_writes(path: Path, db: Database) -> None:
    reader = open_store(path)
    with transaction(db):
        put_notice(db, notice())
        assert waiting(reader) == []
    assert len(waiting(reader)) == 1
    reader.close()


KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from store.database import open_store, transaction
from store.notices import put_notice
from tests.store.examples import notice
db = open_store(sys.argv[1])
put_notice(db, notice(key="whole"))
with transaction(db):
    put_notice(db, notice(key="half"))
    db.conn.execute("PRAGMA cache_spill = 1")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_inside_a_transaction_leaves_nothing_of_it(path: Path) -> None:
    child = subprocess.run([sys.executable, "-c", KILLED, str(path), str(Path(__file__).parents[2])], check=False)
    assert child.returncode == -signal.SIGKILL
    db = open_store(path)
    assert [each.key for each in waiting(db)] == ["whole"]
    assert db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert put_notice(db, notice(key="half")) == "saved"
    db.close()
