"""Mailboxes: each mail is a piece, known by its Message-ID, so that the same mail from two boxes is one document."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import quote

from crawler.handed.piece import LARGEST, Piece
from tradeclaims.ids import body_hash
from tradeclaims.records import Snapshot

MEDIA_TYPE = "message/rfc822"
_QUOTED = re.compile(rb"^>(>*From )")
_LINE = 1 << 20
_HEADER = re.compile(rb"^[!-9;-~]+:", re.M)


def mails_of(path: Path, source: str) -> Iterator[Piece]:
    """The mails of an mbox file (mboxrd: a `From ` line before each, `>From ` in texts), read one at a time."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    for number, body in enumerate(_split(path), 1):
        key = f"{path}, mail {number}"
        if body is None:
            yield Piece(key=key, problem=f"{key}: more than {LARGEST:,} bytes; expected a mail")
            continue
        if not _HEADER.search(body[:4096]):
            yield Piece(key=key, problem=f"{key}: expected a mail with headers")
            continue
        url = f"{path.resolve().as_uri()}#{body_hash(body)[:12]}"
        snapshot = Snapshot(
            source=source, url=url, final_url=url, fetched_at=changed, status=200, media_type=MEDIA_TYPE, body_hash=body_hash(body)
        )
        yield mail_piece(path, body, key, source, snapshot)


def mail_piece(path: Path, body: bytes, key: str, source: str, snapshot: Snapshot) -> Piece:
    """A mail as a piece; its address is that of its Message-ID (RFC 2392), where it has one."""
    message_id = str(message_from_bytes(body, policy=policy.compat32).get("Message-ID") or "").strip().strip("<>")
    if message_id:
        url = f"mid:{quote(message_id, safe='@.+-_$')}"
        snapshot = replace(snapshot, url=url, final_url=url)
    return Piece(key=key, snapshot=snapshot, body=body)


def _split(path: Path) -> Iterator[bytes | None]:
    """The bytes of each mail; None for one that is too large. A line of the text may begin with `From ` too: headers follow the real one."""
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    with path.open("rb") as file:
        following = file.readline(_LINE)
        while line := following:
            following = file.readline(_LINE)
            if line.startswith(b"From ") and blank and (not begun or _HEADER.match(following)):
                if begun:
                    yield _whole(lines, size)
                lines, size, begun = [], 0, True
            else:
                size += len(line)
                if size <= LARGEST:
                    lines.append(_QUOTED.sub(rb"\1", line))
            blank = not line.strip()
    if begun:
        yield _whole(lines, size)


def _whole(lines: list[bytes], size: int) -> bytes | None:
    return None if size > LARGEST else b"".join(lines).rstrip(b"\r\n") + b"\n"
