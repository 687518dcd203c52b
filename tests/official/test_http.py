"""The polite client over loopback: what it waits for, what it tries again, what it refuses."""

import gzip
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from official.answer import Answer, read_json
from official.http import Client, Limits
from tests.official.serving import Agencies, Question, Reply, as_json, page, serving
from tradeclaims.errors import SourceChanged, Unreadable

HOST = "statistics.example"
URL = f"https://{HOST}/data"
SECRET = "0123456789abcdef"
Open = Callable[..., Client]


@pytest.fixture
def server() -> Iterator[Agencies]:
    with serving(statistics_example=lambda question: as_json({"path": question.path})) as running:
        yield running


@pytest.fixture
def line(server: Agencies, request: pytest.FixtureRequest) -> Open:
    def opened(**limits: Any) -> Client:
        found = Client(
            hosts=(HOST,),
            limits=Limits(per_minute=600, **limits),
            replicas=server.replicas,
            user_agent="tests/1.0 (someone)",
            secret=SECRET,
        )
        request.addfinalizer(found.close)
        return found

    return opened


def busy(status: int = 503, **headers: str) -> Reply:
    return Reply(
        status=status, media_type="text/html", body=b"<html>busy</html>", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def test_the_replica_sees_the_real_host_and_who_asks(server: Agencies, line: Open) -> None:
    assert line().get(URL, read_json, params=[("a", "x y"), ("a", "z")]) == {"path": "/data"}
    (question,) = server.asked
    assert (question.host, question.params, question.headers["User-Agent"]) == (HOST, [("a", "x y"), ("a", "z")], "tests/1.0 (someone)")


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_an_overloaded_server_is_asked_again(server: Agencies, line: Open, status: int) -> None:
    server.mishaps[HOST].extend([busy(status), busy(status)])
    assert line().get(URL, read_json) == {"path": "/data"}
    assert len(server.asked) == 3


def test_and_given_up_after_the_last_try(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].extend([busy()] * 9)
    with pytest.raises(SourceChanged, match=f"^{URL} answers 503, 4 times; run it again later$"):
        line().get(URL, read_json)
    assert len(server.asked) == 4


def test_retry_after_in_seconds_is_kept(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].append(busy(429, Retry_After="1"))
    began = time.monotonic()
    line().get(URL, read_json)
    assert time.monotonic() - began >= 1


def test_retry_after_as_a_date_is_kept(server: Agencies, line: Open) -> None:
    # Whole seconds in the header: two of them are at least one in the future.
    server.mishaps[HOST].append(busy(429, Retry_After=format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)))
    began = time.monotonic()
    line().get(URL, read_json)
    assert time.monotonic() - began >= 0.9


@pytest.mark.parametrize("header", ["soon", "-5", ""])
def test_a_retry_after_that_says_nothing_is_no_obstacle(server: Agencies, line: Open, header: str) -> None:
    server.mishaps[HOST].append(busy(429, Retry_After=header))
    assert line().get(URL, read_json) == {"path": "/data"}


def test_a_quota_used_up_stops_at_once(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].append(busy(429, Retry_After="3600"))
    with pytest.raises(SourceChanged, match="asks to wait 3,600 seconds: a quota is used up"):
        line().get(URL, read_json)
    assert len(server.asked) == 1


def test_json_that_breaks_off_is_asked_for_again(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].extend([Reply(body=b'{"data": [1, 2'), Reply(body=b'{"data": [1, 2', headers={"X": "y"})])
    assert line().get(URL, read_json) == {"path": "/data"}


def test_and_put_aside_when_it_always_does(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].extend([Reply(body=b'{"data": [1, 2')] * 9)
    with pytest.raises(Unreadable, match="JSON that is broken or cut off, 4 times"):
        line().get(URL, read_json)


def test_a_connection_that_drops_in_the_middle_is_tried_again(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].append(Reply(body=b'{"path": "never mind"}', cut=7))
    assert line().get(URL, read_json) == {"path": "/data"}


def test_a_broken_packing_is_tried_again(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].append(Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}))
    assert line().get(URL, read_json) == {"path": "/data"}


def test_an_answer_is_bounded_after_unpacking(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].append(Reply(body=gzip.compress(b" " * 5_000_000), headers={"Content-Encoding": "gzip"}))
    with pytest.raises(SourceChanged, match="sends more than 1,000,000 bytes"):
        line(max_bytes=1_000_000).get(URL, read_json)


def test_an_answer_that_trickles_is_given_up(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].extend([Reply(body=b" " * 1000, drip=0.05)] * 2)
    began = time.monotonic()
    with pytest.raises(SourceChanged, match=r"not done after 0\.3 seconds, 2 times"):
        line(max_seconds=0.3, tries=2).get(URL, read_json)
    assert time.monotonic() - began < 10


def test_a_server_that_is_not_there_is_told_in_one_line(line: Open, server: Agencies) -> None:
    server.replicas[HOST] = "127.0.0.1:9"  # the discard port: nobody listens
    with pytest.raises(SourceChanged, match=r"cannot be reached \(.*\), 4 times") as caught:
        line().get(URL, read_json)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (page("Scheduled maintenance"), "200 with a web page \\(Scheduled maintenance\\); expected JSON"),
        (Reply(media_type="application/json", body=b"<html><title>Sorry</title></html>"), "web page \\(Sorry\\)"),
        (Reply(body=b""), "with an empty body; expected JSON"),
        (Reply(body=b"quota exceeded"), "with quota exceeded; expected JSON"),
    ],
)
def test_what_is_no_json_is_said_in_its_own_words(server: Agencies, line: Open, reply: Reply, words: str) -> None:
    server.mishaps[HOST].append(reply)
    with pytest.raises(SourceChanged, match=words):
        line().get(URL, read_json)
    assert len(server.asked) == 1


def test_deeply_nested_json_is_no_way_to_crash(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].extend([Reply(body=b"[" * 200_000)] * 4)
    with pytest.raises(Unreadable, match="broken"):
        line().get(URL, read_json)


def test_a_redirect_within_the_host_is_followed(server: Agencies, line: Open) -> None:
    for target in ("/moved", f"https://{HOST}/moved", f"http://{server.address}/moved"):
        server.mishaps[HOST].append(Reply(status=302, headers={"Location": target}))
        assert line().get(URL, read_json) == {"path": "/moved"}


@pytest.mark.parametrize("target", ["https://elsewhere.example/", f"http://{HOST}/plain", "http://127.0.0.1:1/", "file:///etc/passwd"])
def test_a_redirect_elsewhere_is_not(server: Agencies, line: Open, target: str) -> None:
    server.mishaps[HOST].append(Reply(status=302, headers={"Location": target}))
    with pytest.raises(SourceChanged, match=f"redirects to .*; expected https on {HOST}"):
        line().get(URL, read_json)
    assert len(server.asked) == 1


def test_a_ring_of_redirects_ends(server: Agencies, line: Open) -> None:
    server.mishaps[HOST].extend([Reply(status=301, headers={"Location": "/again"})] * 99)
    with pytest.raises(SourceChanged, match="redirects more than 5 times"):
        line().get(URL, read_json)


@pytest.mark.parametrize("url", ["http://statistics.example/data", "https://127.0.0.1:8700/data", "https://elsewhere.example/data"])
def test_nothing_but_https_on_declared_hosts_is_asked(line: Open, url: str) -> None:
    with pytest.raises(ValueError, match="asks https addresses of its declared hosts only"):
        line().get(url, read_json)


def test_the_key_is_blotted_out_of_every_message(line: Open) -> None:
    def read(answer: Answer) -> None:
        raise SourceChanged(f"the value {SECRET.upper()} for {answer.url} is not registered")

    with pytest.raises(SourceChanged, match=r"the value \(the key\) for https://statistics.example/data is not registered") as caught:
        line().get(URL, read, params=[("key", SECRET)])
    assert SECRET not in str(caught.value)


def test_calls_keep_their_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("official.http.time.sleep", slept.append)
    with Client(hosts=(HOST,), limits=Limits(per_minute=30), replicas={}, user_agent="tests") as client:
        for _ in range(3):
            client._keep_pace()
    assert [round(seconds) for seconds in slept] == [2, 4], "the clock stands still while nobody really sleeps"


def test_a_body_is_posted_as_json(server: Agencies, line: Open) -> None:
    def echo(question: Question) -> Reply:
        return Reply(body=question.body)

    server.handlers = {HOST: echo}
    assert line().post(URL, read_json, json={"years": ["2016"]}, headers={"Authorization": "Bearer x"}) == {"years": ["2016"]}
    assert server.asked[0].headers["Authorization"] == "Bearer x"
