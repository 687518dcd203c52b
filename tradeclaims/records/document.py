"""One revision of a published text."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as published, read from one snapshot by one reader version."""

    id: str
    """Hash of source and canonical address: all revisions of a page share it."""

    revision: int = 1
    """1 for the first text seen, one more each time the text or title changed."""

    source: str
    """Name of the source: `ustr_press`, `federal_register`, a feed's id, `ingest`, or `stdin`."""

    kind: str
    """`press_release`, `letter`, `notice`, `news`, or `text` when unknown."""

    url: str
    """Canonical address; `file:` address for ingested files."""

    title: str
    """Headline; empty when the page states none."""

    issuer: str | None = None
    """Authority or outlet that published it; None when unknown."""

    official: bool = False
    """True when an authority itself published it; False for a report of it."""

    country: str | None = None
    """ISO 3166 alpha-3 code of the country it speaks from (its dateline or publisher); None when unknown."""

    published: date | None
    """Day of publication as stated by page, feed or user; None when none states it. Never the crawl date."""

    published_raw: str = ""
    """The publisher's own wording of that date, before parsing."""

    language: str = "en"
    """ISO 639-1 code."""

    text: str
    """The readable text; every Span counts its characters."""

    pages: tuple[int, ...] = ()
    """Characters of `text` before each page; empty where the source has no pages."""

    snapshot: str | None = None
    """`body_hash` of the bytes it was read from; None for text given directly."""

    reader: str = "text"
    """Name of the reader."""

    reader_version: int = 1
    """Raised when a reader's result changes; the archive is then read again."""
