"""Local files as snapshots: what a user hands over joins the archive like a fetched page."""

from datetime import UTC, date, datetime
from pathlib import Path

from tradeclaims.errors import Unreadable
from tradeclaims.ids import body_hash
from tradeclaims.records import Snapshot

MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".eml": "message/rfc822",
    ".json": "application/json",
}


def read_local(path: Path, source: str = "ingest", published: date | None = None) -> tuple[Snapshot, bytes]:
    """Snapshot and bytes of a file; `published` is the user's word on its date. Raises Unreadable for missing, empty and binary files."""
    try:
        body = path.read_bytes()
        fetched = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read: {error.strerror or error}") from error
    if not body.strip():
        raise Unreadable(f"{path}: is empty; expected a document")
    url = path.resolve().as_uri()
    snapshot = Snapshot(
        source=source, url=url, final_url=url, fetched_at=fetched, status=200, media_type=_media_type(path, body), charset=None,
        body_hash=body_hash(body), listed_date=published.isoformat() if published else None,
    )  # fmt: skip
    return snapshot, body


def _media_type(path: Path, body: bytes) -> str:
    if b"%PDF" in body[:1024]:
        return "application/pdf"
    kind = MEDIA_TYPES.get(path.suffix.lower(), "")
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in body[:8192] and not wide:
        raise Unreadable(f"{path}: binary content; expected html, pdf, txt, eml, mbox, json or warc")
    if kind == "application/pdf":
        raise Unreadable(f"{path}: named .pdf, but is none")
    return kind or "text/plain"
