"""A killed run loses nothing and repeats nothing: real processes, real kills."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.pipeline.conftest import runner

KINDS = ("documents", "claims", "events", "verdicts", "notices")


def listing(folder: Path) -> dict[str, list[str]]:
    """The ids stored, by kind. Ids depend on what is said alone, so two stores can be compared."""
    run = runner(folder)
    return {
        what: sorted(str(json.loads(line)["id"]) for line in run("list", what, "--format", "jsonl").stdout.splitlines()) for what in KINDS
    }


def test_killed_demos_end_where_an_undisturbed_one_does(demo_run: tuple[Path, object], tmp_path: Path) -> None:
    whole, _ = demo_run
    env = {**os.environ, "TRADECLAIMS_DB": str(tmp_path / "t.db")}
    chance = random.Random(20170712)
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-m", "pipeline", "demo"], cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        time.sleep(chance.uniform(1.5, 7))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    last = runner(tmp_path)("demo")
    assert last.returncode == 0, last.stderr
    assert listing(tmp_path) == listing(whole)
