"""Mailboxes, web archives and JSON that a user hands over."""

import gzip
import json
import random
import re
from collections import Counter
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.handed.files import pieces_of
from crawler.handed.piece import Piece
from crawler.reading import read_snapshot
from tradeclaims.errors import Unreadable
from tradeclaims.records import Document

NEWSLETTER = """\
From: "Trade Morning" <alerts@trade-morning.example>
To: desk@a.example
Subject: =?utf-8?q?Trade_Morning=3A_Seoul=E2=80=99s_answer?=
Date: Thu, 13 Jul 2017 23:40:00 +0900
Message-ID: <alert-7@trade-morning.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

View this email in your browser

--b
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

<html><body><div style=3D"display:none">Preview of nothing</div>
<table role=3D"presentation"><tr><td><h2><a href=3D"https://harbor-ledger.example/us-asks">US asks Seoul for =
talks</a></h2><p>The deficit rose from $13.2 billion =96 in 2011 =96 to $27.6 billion.</p></td></tr>
<tr><td><ul><li><a href=3D"https://pacific-courier.example/b">Seoul says no</a></li></ul></td></tr></table>
<table><tr><td>Exports</td><td>42.3</td></tr><tr><td>Imports</td><td>69.9</td></tr></table>
<p><a href=3D"https://trade-morning.example/u">Unsubscribe</a></p></body></html>

--b--
"""


def pieces(path: Path) -> list[Piece]:
    return list(pieces_of(path))


def documents(path: Path) -> list[Document]:
    return [read_snapshot(piece.snapshot, piece.body) for piece in pieces(path) if piece.snapshot]


def test_a_newsletter_is_one_text_with_its_stories_and_links(tmp_path: Path) -> None:
    path = tmp_path / "alert.eml"
    path.write_text(NEWSLETTER)
    (document,) = documents(path)
    assert document.title == "Trade Morning: Seoul’s answer"
    assert (document.published, document.issuer, document.url) == (date(2017, 7, 13), "Trade Morning", "mid:alert-7@trade-morning.example")
    assert document.text.split("\n\n") == [
        "US asks Seoul for talks", "https://harbor-ledger.example/us-asks", "The deficit rose from $13.2 billion – in 2011 – to $27.6 billion.",
        "• Seoul says no", "https://pacific-courier.example/b", "Exports | 42.3", "Imports | 69.9",
    ]  # fmt: skip


def test_each_mail_of_a_box_is_a_piece_and_the_same_mail_has_one_address(tmp_path: Path) -> None:
    second = "From: b@a.example\nDate: Fri, 14 Jul 2017 08:00:00 +0000\nSubject: Two\n\n>From Seoul comes word.\n\nFrom here on nothing.\n"
    box = tmp_path / "alerts.mbox"
    box.write_text(f"From alerts@x Thu Jul 13 2017\n{NEWSLETTER}\nFrom b@a.example Fri Jul 14 2017\n{second}")
    (tmp_path / "one.eml").write_text(NEWSLETTER)
    first, two = pieces(box)
    assert first.snapshot is not None
    assert first.snapshot.url == pieces(tmp_path / "one.eml")[0].snapshot.url  # type: ignore[union-attr]
    assert two.snapshot is not None
    document = read_snapshot(two.snapshot, two.body)
    assert (document.published, document.text) == (date(2017, 7, 14), "From Seoul comes word.\n\nFrom here on nothing.")
    assert "alerts.mbox#" in document.url
    box.write_text("From c Sat\nno headers here\n")
    (broken,) = pieces(box)
    assert (broken.snapshot, broken.problem) == (None, f"{box}, mail 1: expected a mail with headers")


def test_a_forwarded_mail_speaks_for_itself(tmp_path: Path) -> None:
    inline = tmp_path / "inline.eml"
    inline.write_text(
        "From: colleague@a.example\nDate: Mon, 17 Jul 2017 09:00:00 +0000\nSubject: Fwd: Alert\n\nSee below.\n\n---------- Forwarded message ---------\n"
        "From: Trade Morning <alerts@t.example>\nDate: Thu, Jul 13, 2017 at 9:00 AM\nSubject: The alert\nTo: x\n\nThe deficit rose.\n"
    )
    (document,) = documents(inline)
    assert (document.title, document.issuer, document.published) == ("The alert", "Trade Morning", date(2017, 7, 13))
    assert document.text == "See below.\n\nThe deficit rose."
    attached = tmp_path / "attached.eml"
    attached.write_text(
        "From: colleague@a.example\nDate: Mon, 17 Jul 2017 09:00:00 +0000\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n\n"
        f"--c\nContent-Type: text/plain\n\nFor you.\n--c\nContent-Type: message/rfc822\n\n{NEWSLETTER}\n--c--\n"
    )
    (document,) = documents(attached)
    assert (document.title, document.published) == ("Trade Morning: Seoul’s answer", date(2017, 7, 13))
    assert document.text.startswith("For you.\n\nUS asks Seoul for talks")


@pytest.mark.parametrize(
    ("declared", "raw"), [("utf-8", "Zölle".encode("latin-1")), ("x-unknown", "Zölle".encode()), ("us-ascii", "Zölle".encode())]
)
def test_a_wrong_character_set_loses_nothing(tmp_path: Path, declared: str, raw: bytes) -> None:
    path = tmp_path / "m.eml"
    path.write_bytes(
        b"From: a@a.example\nSubject: S\nContent-Type: text/plain; charset=" + declared.encode() + b"\n\nDie " + raw + b" steigen.\n"
    )
    (document,) = documents(path)
    assert document.text == "Die Zölle steigen."


def warc(*answers: tuple[str, str, bytes], status: str = "200 OK", compress: bool = True) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=compress)
    for url, kind, body in answers:
        head = StatusAndHeaders(status, [("Content-Type", kind), ("Content-Encoding", "gzip"), ("ETag", "e")], protocol="HTTP/1.1")
        sent, when = gzip.compress(body), {"WARC-Date": "2017-07-13T08:00:00Z"}
        writer.write_record(
            writer.create_warc_record(url, "response", payload=BytesIO(sent), length=len(sent), http_headers=head, warc_headers_dict=when)
        )
    return out.getvalue()


PAGE = b"<html><head><title>T</title></head><body><article><h1>T</h1><p>The deficit with Korea rose to $27.6 billion in 2016.</p></article></body></html>"


@pytest.mark.parametrize("compress", [True, False])
def test_pages_of_a_web_archive_keep_address_time_and_headers(tmp_path: Path, compress: bool) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(
        warc(
            ("https://news.example/1", "text/html; charset=utf-8", PAGE),
            ("https://news.example/i.png", "image/png", b"x"),
            compress=compress,
        )
    )
    (piece,) = pieces(path)
    assert piece.snapshot is not None
    assert (piece.snapshot.url, piece.snapshot.charset, piece.snapshot.etag) == ("https://news.example/1", "utf-8", "e")
    assert piece.snapshot.fetched_at == datetime(2017, 7, 13, 8, tzinfo=UTC)
    assert piece.body == PAGE
    assert piece.exchange is not None
    assert ("Content-Encoding", "gzip") in piece.exchange.headers
    assert read_snapshot(piece.snapshot, piece.body).url == "https://news.example/1"


def test_a_web_archive_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = warc(("https://news.example/1", "text/html", PAGE))
    path.write_bytes(whole + whole[:100] + b"garbage" * 20)
    first, second = pieces(path)
    assert first.body == PAGE
    assert second.problem.startswith(f"{path}")


def test_names_from_outside_are_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    out = BytesIO()
    writer = WARCWriter(out)
    for url in ("../../etc/passwd", "javascript:alert(1)", "file:///etc/passwd"):
        when = {"WARC-Date": "2017-07-13T08:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "resource", payload=BytesIO(PAGE), length=len(PAGE), warc_content_type="text/html", warc_headers_dict=when
            )
        )
    path.write_bytes(out.getvalue())
    before = sorted(tmp_path.rglob("*"))
    assert [(piece.snapshot and piece.snapshot.url, piece.body) for piece in pieces(path)] == [("file:///etc/passwd", PAGE)]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_record_that_does_not_have_its_digest_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    sound = warc(("https://news.example/1", "text/html", PAGE), compress=False)
    path.write_bytes(re.sub(rb"sha1:(.)", lambda found: b"sha1:" + (b"B" if found[1] == b"A" else b"A"), sound))
    assert [piece.problem.partition(": ")[2] for piece in pieces(path)] == ["the bytes do not have the digest that the archive states"]


def test_a_bomb_is_refused_without_being_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.handed.web_archives.LARGEST", 100_000)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(("https://news.example/1", "text/html", b"0" * 5_000_000)))
    (piece,) = pieces(path)
    assert "more than 100,000 bytes" in piece.problem


def test_json_lines_and_lists_give_one_document_an_object(tmp_path: Path) -> None:
    rows = [
        {"id": "a/1", "title": "T", "text": "The deficit rose.", "published": "2017-07-13"},
        {"url": "https://news.example/2", "text": "It fell."},
    ]
    (tmp_path / "l.jsonl").write_text("\n".join([json.dumps(rows[0]), "{broken", json.dumps(rows[1])]))
    (tmp_path / "l.json").write_text(json.dumps([*rows, 7]))
    first, broken, second = pieces(tmp_path / "l.jsonl")
    assert "line 2: not JSON" in broken.problem
    assert first.snapshot is not None
    assert first.snapshot.url.endswith("l.jsonl#a%2F1")
    assert read_snapshot(first.snapshot, first.body).published == date(2017, 7, 13)
    assert second.snapshot is not None
    assert second.snapshot.url == "https://news.example/2"
    assert [piece.problem[-33:] for piece in pieces(tmp_path / "l.json")] == ["", "", "expected a JSON object, found int"]


def test_a_folder_gives_all_its_documents_and_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The deficit rose.")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "out.txt").write_text("Secret.")
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "out.txt")
    assert [piece.body for piece in pieces(tmp_path / "in")] == [b"The deficit rose."]
    (tmp_path / "empty").mkdir()
    assert "no html, pdf" in pieces(tmp_path / "empty")[0].problem


def test_damaged_files_end_as_a_document_or_a_reason(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Bytes changed, lost and added at random: whatever comes, one line says why, and nothing else is raised or printed."""
    chance = random.Random(20170713)
    sound = {
        "eml": NEWSLETTER.encode(),
        "mbox": b"From a@b Thu Jul 13 2017\n" + NEWSLETTER.encode() + b"\nFrom b\nSubject: x\n\nhello\n",
        "warc": warc(("https://news.example/1", "text/html", PAGE), compress=False),
        "warc.gz": warc(("https://news.example/1", "text/html", PAGE), ("https://news.example/2", "text/html", PAGE)),
        "json": b'[{"id": 1, "text": "The deficit rose.", "url": "https://news.example/x"}, {"text": "It fell."}]',
    }
    ends = Counter[str]()
    for _ in range(200):
        kind, body = chance.choice([(kind, bytearray(body)) for kind, body in sound.items()])
        for _ in range(chance.randint(1, 10)):
            at = chance.randrange(len(body))
            body[at : at + chance.choice((0, 1, 1, 30))] = chance.choice(
                (chance.randbytes(3), b"", b"\n\n", b"=?utf-8?q?", b"Content-Type: message/rfc822\n\n")
            )
        path = tmp_path / f"damaged.{kind}"
        path.write_bytes(bytes(body))
        for piece in pieces_of(path):
            if piece.snapshot is None:
                assert piece.problem.startswith(str(path))
                assert "\n" not in piece.problem
                ends["problem"] += 1
                continue
            try:
                ends[read_snapshot(piece.snapshot, piece.body).reader] += 1
            except Unreadable:
                ends["unreadable"] += 1
    assert {"problem", "unreadable", "mail", "article", "plain"} <= set(ends)
    assert capfd.readouterr().err == ""
