"""WARC files: each answer with a page, text or PDF is a piece, with its own address, time and headers."""

import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from crawler.handed.piece import LARGEST, Piece
from tradeclaims.ids import body_hash
from tradeclaims.records import Exchange, Snapshot

KINDS = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain", "application/json", "message/rfc822"})
"""Media types that hold documents; pictures, styles and scripts do not."""


def archive_pieces(path: Path, source: str, published: date | None) -> Iterator[Piece]:
    """The documents of a web archive in the order they lie there. A file that breaks off gives what stands before the break."""
    number = 0
    try:
        with path.open("rb") as file:
            records = iter(ArchiveIterator(file, check_digests=True))
            while True:
                # warcio talks about every oddity on standard error, several lines each; what matters becomes a piece with its reason.
                with redirect_stderr(StringIO()):
                    record = next(records, None)
                    number += 1
                    piece = _piece(record, f"{path}, record {number}", source, published) if record else None
                if record is None:
                    break
                if piece:
                    yield piece
    except (ArchiveLoadFailed, EOFError, zlib.error, OSError, ValueError, AttributeError) as error:  # warcio's on a header cut off
        why = " ".join(str(error).split())
        yield Piece(key=str(path), problem=f"{path}: the archive cannot be read behind record {number - 1}: {why}")


def _piece(record: ArcWarcRecord, key: str, source: str, published: date | None) -> Piece | None:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ("response", "resource") or urlsplit(url).scheme not in ("http", "https", "file", "mid"):
        return None
    head = record.http_headers
    declared = (head.get_header("Content-Type") if head else record.rec_headers.get_header("Content-Type")) or ""
    kind, _, parameters = declared.partition(";")
    if kind.strip().lower() not in KINDS or (head and head.get_statuscode() != "200"):
        return None
    body = record.content_stream().read(LARGEST + 1)
    if len(body) > LARGEST:
        return Piece(key=key, problem=f"{key}: more than {LARGEST:,} bytes; expected a document")
    if record.digest_checker and record.digest_checker.passed is False:
        return Piece(key=key, problem=f"{key}: the bytes do not have the digest that the archive states")
    if not body.strip():
        return Piece(key=key, problem=f"{key}: is empty; expected a document")
    charset = next(
        (value.strip(" \"'") for name, _, value in (p.partition("=") for p in parameters.split(";")) if name.strip().lower() == "charset"),
        None,
    )
    snapshot = Snapshot(
        source=source, url=record.rec_headers.get_header("X-Asked-URI") or url, final_url=url, fetched_at=_time(record), status=200,
        media_type=kind.strip().lower(), charset=charset, body_hash=body_hash(body), etag=head.get_header("ETag") if head else None,
        last_modified=head.get_header("Last-Modified") if head else None, listed_date=published.isoformat() if published else None,
    )  # fmt: skip
    return Piece(key=key, snapshot=snapshot, body=body, exchange=_exchange(record))


def _time(record: ArcWarcRecord) -> datetime:
    """When the answer was fetched. Raises ValueError for a record without a time."""
    at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _exchange(record: ArcWarcRecord) -> Exchange | None:
    head = record.http_headers
    if head is None:
        return None
    return Exchange(
        request_line="", status_line=head.statusline, headers=tuple((str(name), str(value)) for name, value in head.headers),
        protocol=head.protocol or "HTTP/1.1", ip_address=record.rec_headers.get_header("WARC-IP-Address"),
    )  # fmt: skip
