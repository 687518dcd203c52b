"""Files that a user hands over."""

from datetime import date
from pathlib import Path

import pytest

from crawler.local import read_local
from crawler.newsroom.content import read
from crawler.reading import read_snapshot
from tradeclaims.errors import Unreadable
from tradeclaims.records import Document


def ingest(path: Path, published: date | None = None) -> Document:
    return read_snapshot(*read_local(path, "ingest", published))


def test_page_furniture_is_not_the_title(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "You will be redirected back to your article in seconds\nSkip to main content\n\nUS Seeks Changes to Trade Pact\n\nNext up in the review: Korea.\n\nIt began in 2017."
    )
    document = ingest(path, date(2017, 7, 13))
    assert document.title == "US Seeks Changes to Trade Pact"
    assert document.text.startswith("US Seeks Changes to Trade Pact\n\nNext up")
    assert (document.published, document.source, document.url) == (date(2017, 7, 13), "ingest", path.as_uri())


def test_prose_has_no_title(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The deficit with Mexico rose in March.\n\nIt fell in April.")
    assert ingest(path).title == ""


def test_a_saved_release_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "release.html"
    path.write_text(
        "<html><head><link rel='canonical' href='https://ustr.gov/a'></head><h1>T</h1><div class='field--name-body'><p>July 12, 2017</p><p>The text of the release.</p></div></html>"
    )
    document = ingest(path)
    assert (document.kind, document.official, document.published, document.text) == (
        "press_release",
        True,
        date(2017, 7, 12),
        "The text of the release.",
    )


def test_a_letter_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.bin"
    path.write_bytes(read("letter.pdf"))
    document = ingest(path)
    assert (document.kind, document.official, document.country) == ("letter", True, "USA")


def test_a_mail_gives_subject_sender_and_date(tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    path.write_bytes(
        b"From: Desk <desk@a.example>\nSubject: Trade note\nDate: Thu, 13 Jul 2017 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\nThe deficit rose.\n"
    )
    document = ingest(path)
    assert (document.title, document.issuer, document.published, document.text) == (
        "Trade note",
        "Desk",
        date(2017, 7, 13),
        "The deficit rose.",
    )


def test_a_json_record_gives_its_text(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text('{"title": "T", "text": "The deficit rose.", "published": "2017-07-13"}')
    document = ingest(path)
    assert (document.title, document.published, document.text) == ("T", date(2017, 7, 13), "The deficit rose.")


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\x7fELF\x00\x00\x01", "binary content"),
        ("a.pdf", b"hello", "named .pdf, but is none"),
    ],
)
def test_unusable_files_are_named_with_the_reason(tmp_path: Path, name: str, body: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    with pytest.raises(Unreadable, match=message) as caught:
        read_local(path)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read: No such file"):
        read_local(tmp_path / "none.txt")
