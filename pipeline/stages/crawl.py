"""Addresses → snapshots, through a child process that runs the real spiders."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from store.database import Database
from store.runs import runs_since
from tradeclaims.errors import Misconfigured
from tradeclaims.records import Run


def crawl(
    db: Database,
    path: Path,
    *,
    names: Sequence[str] = (),
    sources: Path | None = None,
    replicas: Mapping[str, str] | None = None,
    user_agent: str,
    now: datetime,
) -> list[Run]:
    """Crawl the named sources (all enabled ones by default) into the store at `path` and return one run per source.

    Raises Misconfigured with the child's own line where it found the configuration wrong.
    """
    child = _child(_order("crawl", path, names, sources, replicas, user_agent))
    if child.returncode == 2:
        raise Misconfigured("the crawl could not start; its reason stands above")
    runs = runs_since(db, "crawl", now)
    if child.returncode != 0 and not any(run.failed for run in runs):
        runs.append(Run(stage="crawl", source="the crawl process", started_at=now, failed=True))
    return runs


def probe(
    path: Path,
    *,
    names: Sequence[str] = (),
    sources: Path | None = None,
    replicas: Mapping[str, str] | None = None,
    user_agent: str,
) -> list[dict[str, Any]]:
    """Look at the named sources (all of the catalogue by default): one row each, with the fields of `crawler.run.Look`.

    Raises Misconfigured as `crawl` does, RuntimeError where the child process died.
    """
    child = _child(_order("probe", path, names, sources, replicas, user_agent), capture=True)
    if child.returncode == 2:
        raise Misconfigured("the probe could not start; its reason stands above")
    if child.returncode != 0:
        raise RuntimeError(f"the probe ended with code {child.returncode}")
    return [json.loads(line) for line in child.stdout.splitlines()]


def _order(
    what: str, path: Path, names: Sequence[str], sources: Path | None, replicas: Mapping[str, str] | None, user_agent: str
) -> dict[str, object]:
    return {
        "what": what,
        "database": str(path),
        "names": list(names),
        "sources": str(sources) if sources else None,
        "replicas": dict(replicas or {}),
        "user_agent": user_agent,
    }


def _child(order: dict[str, object], *, capture: bool = False) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.crawl_process", json.dumps(order)]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if capture else None, text=True, check=False)
