"""Does every listed document come, once, from sites at their worst and in spite of kills?

    python benchmarks/collect.py [--size 60] [--trouble 0.5] [--kills 20] [--seed 7]

The nasty site of the tests (tests/crawler/nasty_site.py) is crawled by the real command, killed with SIGKILL at random points, then run until
nothing is owed any more. Printed are how many documents were listed, came, are missing, are there twice or were not listed, how many runs it
took, and how many requests went to addresses that robots.txt forbids.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from crawler.canonical import canonical_url  # noqa: E402
from store.database import open_store, rows  # noqa: E402
from tests.crawler.nasty_site import nasty_site  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--trouble", type=float, default=0.5)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder, nasty_site(chosen.size, chosen.trouble, chosen.seed) as site:
        path, store = Path(folder) / "sources.yaml", Path(folder) / "t.db"
        path.write_text(yaml.safe_dump({"version": 1, "feeds": site.sources()}))
        replicas = [word for host, address in site.replicas().items() for word in ("--replica", f"{host}={address}")]
        command = [sys.executable, "-m", "pipeline", "crawl", "--sources", str(path), "--db", str(store), *replicas]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for _ in range(chosen.kills):
            process = subprocess.Popen(command, env=env, start_new_session=True, **quiet)
            time.sleep(chance.uniform(1, 5))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        runs = 0
        for _ in range(10):
            runs += 1
            code = subprocess.run(command, env=env, **quiet, check=False).returncode
            if code == 0 and not rows(open_store(store), "SELECT 1 FROM frontier"):
                break
        subprocess.run([sys.executable, "-m", "pipeline", "read", "--db", str(store)], env=env, **quiet, check=True)
        came = Counter(row["url"] for row in rows(open_store(store), "SELECT url FROM documents"))
        listed = {canonical_url(f"https://{host}{path}") for host, path in site.expected()}
        twice = [url for url, times in came.items() if times > 1]
        forbidden = [path for _, path in site.asked if path.startswith(("/admin/", "/search/"))]
        print(
            f"listed {len(listed)}, came {len(came)}, missing {len(listed - came.keys())}, twice {len(twice)}, not listed {len(came.keys() - listed)}"
        )
        print(f"kills {chosen.kills}, runs after them {runs}, requests {len(site.asked)}, of them forbidden {len(forbidden)}")
    return 1 if listed != came.keys() or twice else 0


if __name__ == "__main__":
    sys.exit(main())
