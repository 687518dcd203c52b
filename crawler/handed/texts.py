"""JSON: one document an object, as a list or one a line."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from crawler.handed.piece import Piece
from crawler.local import read_local
from tradeclaims.ids import body_hash
from tradeclaims.records import Snapshot


def json_pieces(path: Path, source: str, published: date | None) -> Iterator[Piece]:
    """The objects of a JSON file, each with at least `text`; `title`, `published`, `url`, `id` and `language` are used where given."""
    whole, body = read_local(path, source, published)
    text = body.decode("utf-8-sig", "replace")
    try:
        plain = json.loads(text)
    except ValueError:
        yield from _lines(path, text, whole)
        return
    if isinstance(plain, list):
        for number, each in enumerate(plain, 1):
            yield _record(path, number, each, whole)
    elif isinstance(plain, dict) and isinstance(plain.get("url"), str):
        yield _record(path, 1, plain, whole)
    else:
        yield Piece(key=str(path), snapshot=whole, body=body)


def _lines(path: Path, text: str, whole: Snapshot) -> Iterator[Piece]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
        except ValueError as error:
            yield Piece(key=f"{path}, line {number}", problem=f"{path}, line {number}: not JSON: {error}")
        else:
            yield _record(path, number, plain, whole)


def _record(path: Path, number: int, plain: Any, whole: Snapshot) -> Piece:
    key = f"{path}, record {number}"
    if not isinstance(plain, dict):
        return Piece(key=key, problem=f"{key}: expected a JSON object, found {type(plain).__name__}")
    stated = plain.get("url")
    url = (
        stated
        if isinstance(stated, str) and urlsplit(stated).scheme in ("http", "https")
        else f"{whole.url}#{quote(str(plain.get('id', number)), safe='')}"
    )
    body = json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()
    snapshot = Snapshot(
        source=whole.source, url=url, final_url=url, fetched_at=whole.fetched_at, status=200, media_type="application/json",
        body_hash=body_hash(body), listed_date=whole.listed_date,
    )  # fmt: skip
    return Piece(key=key, snapshot=snapshot, body=body)
