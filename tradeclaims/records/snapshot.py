"""What a server answered, byte for byte."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One answer to one request. Its bytes lie in the archive under `body_hash` and are never edited."""

    source: str
    """Name of the source that asked, as in the catalogue: `ustr_press`."""

    url: str
    """The address asked for."""

    final_url: str
    """The address that answered, after redirects."""

    fetched_at: datetime
    """When the answer was complete; UTC."""

    status: int
    """HTTP status; 200 for a local file."""

    media_type: str
    """`text/html`, `application/pdf` … lower case, without parameters; empty when the server named none."""

    charset: str | None = None
    """As the server declared it; None when it did not."""

    body_hash: str
    """SHA-256 of the bytes, hexadecimal."""

    etag: str | None = None
    """Validator for the next conditional request; never proof of new content."""

    last_modified: str | None = None
    """Validator as sent by the server; for many sites only the render time."""

    listed_title: str | None = None
    """Title that the listing or feed gave for this address; None where nothing listed it."""

    listed_date: str | None = None
    """Date that the listing or feed gave, as written there; None where it gave none."""

    policy: str = ""
    """What may be kept: `full`; `cached`, the bytes for some weeks only; `title and link: REASON`; empty for a user's own files."""

    warc_file: str | None = None
    """Archive file that holds request and response; None before they are stored."""

    warc_offset: int | None = None
    """Byte position of the record in `warc_file`."""
