"""What a reader gives; `crawler.reading` completes it to a Document."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The content of one page, as far as the page itself states it."""

    reader: str
    """Name of the reader."""

    version: int
    """Its version."""

    kind: str
    """As in Document."""

    title: str
    """Empty when none is stated."""

    text: str
    """Readable text, paragraphs separated by an empty line."""

    published: date | None = None
    """As stated in the page; None when silent."""

    published_raw: str = ""
    """The words of that date."""

    issuer: str | None = None
    """Publisher as stated in the page."""

    official: bool = False
    """True when the text itself shows an authority as its sender, as a letterhead does."""

    country: str | None = None
    """ISO3 of that authority."""

    language: str | None = None
    """As declared."""

    declared_url: str | None = None
    """`link rel="canonical"`."""

    pages: tuple[int, ...] = ()
    """As in Document."""
