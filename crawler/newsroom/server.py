"""Serve the sample newsroom on loopback: one server, many hosts, chosen by the Host header."""

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import yaml

from crawler.newsroom import authority, outlets, register
from crawler.newsroom.content import Answer, missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """A running newsroom."""

    host: str
    """Always 127.0.0.1."""

    port: int
    """Chosen by the system."""

    replicas: dict[str, str]
    """Real host names with the address that answers for them."""

    catalogue: Path
    """A catalogue file that lists the newsroom's sources."""


def answer(host: str, target: str) -> Answer:
    """The answer to a request for `target` (path and query) on `host`."""
    parts = urlsplit(target)
    query = parse_qs(parts.query, keep_blank_values=True)
    name = host.split(":")[0].lower()
    if name.removeprefix("www.") == authority.HOST:
        return authority.answer(parts.path, query)
    if name == register.HOST:
        return register.answer(parts.path, query)
    if any(outlet["host"] == name for outlet in outlets.outlets()):
        return outlets.answer(name, parts.path, query)
    return missing()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rendered_at = 0

    def do_GET(self) -> None:
        given = answer(self.headers.get("Host", ""), self.path)
        etag = f'"{self.rendered_at}-gzip"'
        fresh = given.rendered and self.headers.get("If-None-Match") == etag
        self.send_response(304 if fresh else given.status)
        body = b"" if fresh else given.body
        if not fresh:
            self.send_header("Content-Type", given.media_type)
        self.send_header("Content-Length", str(len(body)))
        if given.rendered:
            # The number in the ETag is the time of rendering: it says nothing about new content.
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", formatdate(self.rendered_at, usegmt=True))
            self.send_header("Cache-Control", "max-age=600, public")
            self.send_header("Expires", "Sun, 19 Nov 1978 05:00:00 GMT")
        for key, value in given.headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the crawl reports what matters."""


@contextmanager
def serve() -> Iterator[Newsroom]:
    """Run the newsroom in a thread while the block lasts."""
    handler = type("Handler", (_Handler,), {"rendered_at": int(time.time())})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    port = int(server.server_address[1])
    hosts = [authority.HOST, register.HOST, *(outlet["host"] for outlet in outlets.outlets())]
    try:
        with tempfile.TemporaryDirectory(prefix="tradeclaims-newsroom-") as folder:
            catalogue = Path(folder) / "sources.yaml"
            catalogue.write_text(yaml.safe_dump(_catalogue(), sort_keys=False), encoding="utf-8")
            yield Newsroom(host="127.0.0.1", port=port, replicas=dict.fromkeys(hosts, f"127.0.0.1:{port}"), catalogue=catalogue)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _catalogue() -> dict[str, object]:
    api, slug = f"https://{register.HOST}{register.API}", "trade-representative-office-of-united-states"
    feeds = [
        {"id": "ustr-press", "name": "USTR press releases (sample)", "country": "US", "kind": "listing", "url": f"https://{authority.HOST}{authority.LISTING}"},
        {"id": "fr-pi-current", "name": "Federal Register public inspection (sample)", "country": "US", "kind": "api",
         "url": f"{api}public-inspection-documents/current.json"},
        {"id": "fr-ustr", "name": "Federal Register (sample)", "country": "US", "kind": "api", "url": f"{api}documents.json?conditions[agencies][]={slug}&per_page=100"},
        *({"id": outlet["id"], "name": outlet["name"], "country": outlet["country"], "kind": "rss", "url": f"https://{outlet['host']}/feed.xml"} for outlet in outlets.outlets()),
    ]  # fmt: skip
    return {
        "version": 1,
        "defaults": {"min_delay_s": 0, "text": "full", "language": "en", "expect": {"min_listed": 1, "gap_days": 0}},
        "feeds": feeds,
    }
