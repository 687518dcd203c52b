"""Texts given directly: every line gets an answer, in order, and bad input gets one clear line."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.texts import Given, given_texts
from tradeclaims.errors import Misconfigured


def given(path: Path, published: date | None = None) -> list[Given]:
    return list(given_texts([str(path)], published=published, country="USA"))


def test_plain_text_is_one_document(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("A headline\n\nThe deficit rose.\n")
    (only,) = given(file, date(2017, 7, 13))
    assert only.document is not None
    assert only.document.text == "A headline\n\nThe deficit rose.\n"
    assert only.document.published == date(2017, 7, 13)


def test_json_lines_keep_their_ids_and_dates(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    rows = [
        {"id": "a", "text": "One.", "published": "2018-01-02", "dateline_country": "KOR"},
        {"id": 7, "text": "Two."},
    ]
    file.write_text("\n".join(map(json.dumps, rows)))
    first, second = given(file, date(2020, 1, 1))
    assert first.id == "a"
    assert first.document is not None
    assert (first.document.published, first.document.country) == (date(2018, 1, 2), "KOR")
    assert second.id == 7
    assert second.document is not None
    assert (second.document.published, second.document.country) == (date(2020, 1, 1), "USA")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": "x", "text": ', "not JSON"),
        (b'["x"]', "expected a JSON object"),
        (b'{"id": "x", "text": 3}', "`text` must be a string"),
        (b'{"id": "x", "text": "a", "published": "13/07/2017"}', "must be a date like"),
        (b'{"id": "x", "text": "a", "published": 2017}', "must be a date like"),
        (b'{"id": "x", "text": "a", "dateline_country": 5}', "`dateline_country`"),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
    ],
)
def test_a_bad_line_is_answered_and_the_rest_goes_on(tmp_path: Path, line: bytes, said: str) -> None:
    file = tmp_path / "rows.jsonl"
    good = b'{"id": "good", "text": "The deficit rose."}'
    file.write_bytes(b"\n".join([good, line, b"", good]))
    first, bad, last = given(file)
    assert first.document is not None
    assert last.document is not None
    assert bad.document is None
    assert bad.error is not None
    assert said in bad.error


@pytest.mark.parametrize(("content", "said"), [(b"", "empty"), (b"  \n", "empty"), (b"caf\xe9 deficit", "not UTF-8")])
def test_a_file_without_text_is_refused_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(content)
    with pytest.raises(Misconfigured, match=said):
        given(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"nowhere\.txt: cannot be opened"):
        given(tmp_path / "nowhere.txt")
