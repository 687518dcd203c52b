"""Running the real command in a real process, as a user does."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tradeclaims(tmp_path: Path) -> Run:
    """The command, run in an empty folder of its own with the store there."""
    return runner(tmp_path)


def runner(folder: Path) -> Run:
    """A function that runs the command in `folder`."""

    def run(*words: str, stdin: str = "", env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *words],
            cwd=folder,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
            env={**os.environ, "TRADECLAIMS_DB": str(folder / "t.db"), **(env or {})},
        )

    return run


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """One run of the demonstration, shared by the tests that look at its result."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, runner(folder)("demo")
