"""A PDF from outside is opened in a child process with limits: a file made to crash or to swell takes that child along and nothing else."""

import atexit
import json
import os
import resource
import selectors
import struct
import subprocess
import sys
import time
from threading import Lock
from typing import IO, Any

from crawler.pdf.pages import Pages, read_pages
from tradeclaims.errors import Unreadable

MEMORY = 4 << 30
"""Bytes of address space: a letter takes a tenth, recognition of a scan a gigabyte."""

SECONDS = 120
"""Longest time for one file."""

FILES = 64
"""So many files a child reads before a new one takes its place: what a parser leaks goes with it."""

_LENGTH = struct.Struct(">Q")


class _Child:
    """The one child of this process; started when first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0
        self._lock = Lock()

    def pages(self, body: bytes) -> Pages:
        """As `read_pages`; raises Unreadable also where the child dies or takes too long."""
        with self._lock:
            process = self._started()
            try:
                answer = self._ask(process, body)
            except (OSError, EOFError, TimeoutError) as error:
                self.stop()
                why = f"took longer than {SECONDS} s" if isinstance(error, TimeoutError) else "brought down the process that opened it"
                raise Unreadable(f"PDF {why}") from error
        if "unreadable" in answer:
            raise Unreadable(str(answer["unreadable"]))
        return Pages(**answer)

    def stop(self) -> None:
        """End the child."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()
        self._process, self._files = None, 0

    def _started(self) -> subprocess.Popen[bytes]:
        self._files += 1
        if self._files > FILES or (self._process is not None and self._process.poll() is not None):
            self.stop()
        if self._process is None:
            words = [sys.executable, "-m", "crawler.pdf.limited"]
            self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], body: bytes) -> dict[str, Any]:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(_LENGTH.pack(len(body)) + body)
        process.stdin.flush()
        until = time.monotonic() + SECONDS
        (length,) = _LENGTH.unpack(_exactly(process.stdout, _LENGTH.size, until))
        answer: dict[str, Any] = json.loads(_exactly(process.stdout, length, until))
        return answer


def _exactly(pipe: IO[bytes], count: int, until: float) -> bytes:
    """So many bytes; raises EOFError at the pipe's end and TimeoutError after `until`."""
    parts: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while count:
            if not selector.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            part = os.read(pipe.fileno(), min(count, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
    return b"".join(parts)


_CHILD = _Child()
atexit.register(_CHILD.stop)


def pages_of(body: bytes) -> Pages:
    """Text of all pages of a PDF, read in the limited child; raises Unreadable with the reason where there is none."""
    return _CHILD.pages(body)


def _serve() -> None:
    """The child's life: a length and a PDF in, a length and an answer out, until the pipe closes."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    while head := sys.stdin.buffer.read(_LENGTH.size):
        body = sys.stdin.buffer.read(_LENGTH.unpack(head)[0])
        try:
            answer: dict[str, Any] = vars(read_pages(body))
        except Unreadable as error:
            answer = {"unreadable": str(error)}
        except MemoryError:
            answer = {"unreadable": f"PDF needs more than {MEMORY >> 30} GiB to open"}
        written = json.dumps(answer).encode()
        sys.stdout.buffer.write(_LENGTH.pack(len(written)) + written)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _serve()
