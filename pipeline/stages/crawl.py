"""Addresses → snapshots, through a child process that runs the real spiders."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

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
    order = {
        "database": str(path),
        "names": list(names),
        "sources": str(sources) if sources else None,
        "replicas": dict(replicas or {}),
        "user_agent": user_agent,
    }
    child = subprocess.run([sys.executable, "-m", "pipeline.crawl_process", json.dumps(order)], stdin=subprocess.DEVNULL, check=False)
    if child.returncode == 2:
        raise Misconfigured("the crawl could not start; its reason stands above")
    runs = runs_since(db, "crawl", now)
    if child.returncode != 0 and not any(run.failed for run in runs):
        runs.append(Run(stage="crawl", source="the crawl process", started_at=now, failed=True))
    return runs
