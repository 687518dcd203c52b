"""A loopback server that stands in for agencies' hosts: it behaves as their contracts say, and misbehaves when told to."""

import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, kw_only=True)
class Question:
    """What came in."""

    host: str
    path: str
    params: list[tuple[str, str]]
    headers: Mapping[str, str]
    body: bytes = b""

    def get(self, name: str) -> str:
        """A parameter, whatever the case of its name; empty where absent."""
        return next((value for key, value in self.params if key.lower() == name.lower()), "")


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What goes out; `cut` closes the connection after so many bytes of the body, `drip` waits so many seconds between its bytes."""

    status: int = 200
    body: bytes = b""
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: float = 0


def as_json(value: Any, status: int = 200) -> Reply:
    """A reply in JSON."""
    return Reply(status=status, body=json.dumps(value).encode())


def page(title: str, status: int = 200, text: str = "") -> Reply:
    """A web page."""
    return Reply(
        status=status,
        media_type="text/html",
        body=f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{text}</body></html>".encode(),
    )


Handler = Callable[[Question], Reply]


class Agencies:
    """The running server."""

    def __init__(self, handlers: Mapping[str, Handler], port: int) -> None:
        self.handlers = handlers
        self.address = f"127.0.0.1:{port}"
        self.replicas = dict.fromkeys(handlers, self.address)
        self.asked: list[Question] = []
        self.mishaps: dict[str, deque[Reply]] = defaultdict(deque)
        """Host → replies that are given before its handler is asked again."""

    def answer(self, question: Question) -> Reply:
        """The next mishap of the host, or what its handler says."""
        self.asked.append(question)
        waiting = self.mishaps[question.host]
        return waiting.popleft() if waiting else self.handlers[question.host](question)


@contextmanager
def serving(**handlers: Handler) -> Iterator[Agencies]:
    """Serve hosts, named with `_` for `.`, on a free loopback port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Connection)
    server.daemon_threads = True
    agencies = Agencies({name.replace("_", "."): handler for name, handler in handlers.items()}, server.server_port)
    server.agencies = agencies  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield agencies
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body in one packet: two would wait for each other's acknowledgement

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _answer(self, body: bytes) -> None:
        parts = urlsplit(self.path)
        params = parse_qsl(parts.query, keep_blank_values=True)
        reply = self.server.agencies.answer(  # type: ignore[attr-defined]
            Question(host=self.headers["Host"], path=parts.path, params=params, headers=dict(self.headers), body=body)
        )
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        try:
            self._send(reply)
        except OSError:  # the client went away
            self.close_connection = True
        if reply.cut is not None:
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        if not reply.drip:
            self.wfile.write(reply.body[: reply.cut])
            return
        for place in range(len(reply.body)):
            self.wfile.write(reply.body[place : place + 1])
            self.wfile.flush()
            time.sleep(reply.drip)

    def log_message(self, format: str, *words: Any) -> None:
        """Say nothing."""
