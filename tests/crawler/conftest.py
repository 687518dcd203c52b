"""A loopback site with answers of the test's choosing, and crawls in a child process."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
Given = tuple[int, dict[str, str], bytes]


class Site:
    """A server that answers by (host, path) and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], Given] = {}
        self.asked: list[tuple[str, str]] = []
        self.times: list[float] = []
        self.targets: list[str] = []
        self.statuses: dict[str, int] = {}
        """Status by target, where it differs."""
        self.by_query: dict[tuple[str, str], tuple[dict[str, str], str]] = {}
        self.firsts: dict[tuple[str, str], Given] = {}
        self.headers: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                key = (self.headers.get("Host", ""), self.path.split("?")[0])
                site.asked.append(key)
                site.times.append(time.monotonic())
                site.targets.append(self.path)
                if key in site.by_query:
                    pages, otherwise = site.by_query[key]
                    site.put(*key, pages.get(self.path.partition("?")[2], otherwise))
                site.headers.append(dict(self.headers))
                status, headers, body = site.firsts.pop(key, None) or site.answers.get(
                    key, (404, {"Content-Type": "text/html"}, b"<html>gone</html>")
                )
                if headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
                    status, body = 304, b""
                self.send_response(site.statuses.get(self.path, status))
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"127.0.0.1:{self.server.server_address[1]}"

    def put(
        self, host: str, path: str, body: str | bytes, *, type: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.answers[host, path] = (status, {"Content-Type": type, **headers}, data)

    def pages(self, host: str, path: str, pages: dict[str, str], otherwise: str) -> None:
        """Pages of one address by their query."""
        self.by_query[host, path] = (pages, otherwise)

    def first(self, host: str, path: str, status: int, headers: dict[str, str]) -> None:
        """What the first request for an address gets instead."""
        self.firsts[host, path] = (status, headers, b"")


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Any]]:
    """Crawl catalogue entries (or a catalogue file) against replicas in a child process."""

    def run(feeds: list[dict[str, Any]] | Path, replicas: dict[str, str], **more: Any) -> dict[str, Any]:
        path = feeds if isinstance(feeds, Path) else tmp_path_factory.mktemp("crawl") / "sources.yaml"
        if not isinstance(feeds, Path):
            full = [
                {"name": feed["id"], "country": "US", "text": "full", "min_delay_s": 0, "expect": {"gap_days": 0}, **feed} for feed in feeds
            ]
            path.write_text(yaml.safe_dump({"version": 1, "feeds": full}), encoding="utf-8")
        asked = {"catalogue": str(path), "replicas": replicas, **more}
        done = subprocess.run(
            [sys.executable, str(ROOT / "tests/crawler/child_crawl.py")],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        for counts in result["runs"]:
            assert counts["saved"] + counts["unchanged"] + counts["quarantined"] == counts["seen"]
        result["stderr"] = done.stderr
        return result

    return run
