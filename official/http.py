"""The one polite client: a pause between calls, a few tries with growing waits, bounds on size and time, https or a loopback replica.

An HTTP status says little here: Census, BEA and DataWeb report failures in a body with status 200. So the client settles only what every
agency has in common (waiting, trying again, following a redirect) and gives the answer to the caller's `read`, which decides from the body.
"""

import logging
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NoReturn, TypeVar
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from official.answer import Answer, CutOff
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.replicas import replica_of

Read = TypeVar("Read")
Params = Sequence[tuple[str, str]]

AGAIN = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses of an overloaded or absent server; everything else is an answer."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HOPS = 5
REPLICA_PAUSE = 0.02
"""Seconds between tries against a replica, which is owed no patience. What it asks for in Retry-After is kept all the same."""

UNREACHED_PAUSE = 2.0
"""Seconds at most between tries where no connection comes about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How an agency wants to be asked."""

    per_minute: int
    """Calls a minute at most."""

    tries: int = 4
    """Times one question is asked before its source is given up."""

    pause: Callable[[int], float] = lambda tried: 1.5 * tried
    """Seconds before the next try, after so many tries."""

    longest_wait: float = 120
    """Seconds. A Retry-After beyond it means that a quota is used up: the source is left alone until the next run."""

    max_bytes: int = 64 * 2**20
    """Largest answer, unpacked."""

    max_seconds: float = 180
    """Longest time one answer may take, from the question to its last byte."""


class _Again(Exception):
    """This try gave nothing, and the next may: why, and how many seconds the server asks to wait."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Client:
    """Asks the hosts of one connector. A context manager; closing it closes the connections."""

    def __init__(
        self, *, hosts: Sequence[str], limits: Limits, replicas: Mapping[str, str], user_agent: str, secret: str | None = None
    ) -> None:
        """`replicas` as checked by tradeclaims.replicas; `secret` is the key, which no message may show."""
        # At its INFO level httpx logs whole addresses, and several agencies want the key there.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._hosts, self._limits, self._replicas, self._secret = tuple(hosts), limits, replicas, secret
        patience = httpx.Timeout(min(60.0, limits.max_seconds), connect=10.0)
        agent = {"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"}
        self._web = httpx.Client(timeout=patience, headers=agent, follow_redirects=False)
        # No proxy of the environment may carry a request for a replica off this machine.
        self._local = httpx.Client(timeout=patience, headers=agent, follow_redirects=False, trust_env=False)
        self._spared = any(replica_of(host, replicas) for host in hosts)
        self._next = 0.0

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._web.close()
        self._local.close()

    def get(self, url: str, read: Callable[[Answer], Read], *, params: Params = (), headers: Mapping[str, str] | None = None) -> Read:
        """What `read` makes of the answer.

        Raises SourceChanged when the agency gives no answer after all tries, asks for a long wait, answers too much or redirects elsewhere;
        Unreadable when `read` found every answer cut off (CutOff). What else `read` raises passes through, the key blotted out.
        """
        return self._patiently(lambda: self._answer("GET", url, params, headers or {}, None), read)

    def post(self, url: str, read: Callable[[Answer], Read], *, json: Any, headers: Mapping[str, str] | None = None) -> Read:
        """The same for a question in a JSON body."""
        return self._patiently(lambda: self._answer("POST", url, (), headers or {}, json), read)

    def _patiently(self, ask: Callable[[], Answer], read: Callable[[Answer], Read]) -> Read:
        trying = Retrying(
            stop=stop_after_attempt(self._limits.tries),
            wait=self._wait,
            retry=retry_if_exception_type((_Again, CutOff)),
            sleep=time.sleep,
            reraise=True,
        )
        try:
            return trying(lambda: read(ask()))
        except _Again as error:
            self._give_up(SourceChanged, f"{error}, {self._limits.tries} times; run it again later", error)
        except CutOff as error:
            self._give_up(Unreadable, f"{error}, {self._limits.tries} times", error)
        except (SourceChanged, Unreadable) as error:
            self._give_up(type(error), str(error), error)

    def _give_up(self, kind: type[Exception], message: str, cause: Exception) -> NoReturn:
        if self._secret and len(self._secret) >= 8:
            message = re.sub(re.escape(self._secret), "(the key)", message, flags=re.I)
        raise kind(message) from cause

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, _Again) and error.wait is not None:
            return error.wait
        if self._spared:
            return REPLICA_PAUSE
        pause = self._limits.pause(state.attempt_number)
        # A machine that cannot be reached is not overloaded by being asked: no need for the long waits an agency is owed.
        return min(pause, UNREACHED_PAUSE) if error and isinstance(error.__cause__, httpx.ConnectError) else pause

    def _answer(self, method: str, url: str, params: Params, headers: Mapping[str, str], body: Any) -> Answer:
        for _ in range(HOPS):
            answer, onward = self._once(method, url, params, headers, body)
            if onward is None:
                return answer
            parts = urlsplit(onward)
            if parts.scheme != "https" or parts.hostname not in self._hosts:
                raise SourceChanged(f"{_place(url)} redirects to {_place(onward)}; expected https on {' or '.join(self._hosts)}")
            if parts.hostname != urlsplit(url).hostname:
                headers = {}
            method, url, params, body = "GET", onward, (), None
        raise SourceChanged(f"{_place(url)} redirects more than {HOPS} times")

    def _once(self, method: str, url: str, params: Params, headers: Mapping[str, str], body: Any) -> tuple[Answer, str | None]:
        real = urlsplit(url)
        if real.scheme != "https" or real.hostname not in self._hosts:
            raise ValueError(f"{_place(url)}: a connector asks https addresses of its declared hosts only")
        address = replica_of(real.hostname, self._replicas)
        if address is None:
            self._keep_pace()
            web, target = self._web, url
        else:
            web, target = self._local, urlunsplit(("http", address, real.path, real.query, ""))
            headers = {**headers, "Host": real.netloc}
        deadline = time.monotonic() + self._limits.max_seconds
        try:
            with web.stream(method, target, params=list(params) or None, headers=headers, json=body) as response:
                self._refuse_overload(response, url)
                content = self._content(response, url, deadline)
        except httpx.TransportError as error:
            raise _Again(f"{_place(url)} cannot be reached ({_short(error)})") from error
        except httpx.DecodingError as error:
            raise _Again(f"{_place(url)} sends a broken packing ({_short(error)})") from error
        answer = Answer(
            url=_place(url), status=response.status_code, media_type=response.headers.get("Content-Type", "").split(";")[0].strip().lower(),
            body=content,
        )  # fmt: skip
        location = response.headers.get("Location")
        if response.status_code not in REDIRECTS or not location:
            return answer, None
        onward = urljoin(url, location)
        if address is not None and urlsplit(onward).netloc == address:
            # A replica that redirects to its own address means the real host.
            parts = urlsplit(onward)
            onward = urlunsplit((real.scheme, real.netloc, parts.path, parts.query, ""))
        return answer, onward

    def _refuse_overload(self, response: httpx.Response, url: str) -> None:
        if response.status_code not in AGAIN:
            return
        wait = _seconds(response.headers.get("Retry-After"))
        if wait is not None and wait > self._limits.longest_wait:
            raise SourceChanged(
                f"{_place(url)} answers {response.status_code} and asks to wait {wait:,.0f} seconds: a quota is used up; run it again later"
            )
        raise _Again(f"{_place(url)} answers {response.status_code}", wait)

    def _content(self, response: httpx.Response, url: str, deadline: float) -> bytes:
        held = bytearray()
        for piece in response.iter_bytes():
            held += piece
            if len(held) > self._limits.max_bytes:
                raise SourceChanged(f"{_place(url)} sends more than {self._limits.max_bytes:,} bytes")
            if time.monotonic() > deadline:
                raise _Again(f"{_place(url)} is not done after {self._limits.max_seconds:g} seconds")
        return bytes(held)

    def _keep_pace(self) -> None:
        now = time.monotonic()
        if now < self._next:
            time.sleep(self._next - now)
        self._next = max(now, self._next) + 60 / self._limits.per_minute


def _place(url: str) -> str:
    """The address without its query, where keys travel."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__


def _seconds(header: str | None) -> float | None:
    """Seconds to wait by a Retry-After header, which holds a number or a date (RFC 9110, 10.2.3); None where it says neither."""
    if not header:
        return None
    if re.fullmatch(r"\d+(\.\d+)?", header.strip()):
        return float(header)
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
