"""What spiders yield."""

from dataclasses import dataclass
from datetime import datetime

from tradeclaims.ids import body_hash
from tradeclaims.records import Exchange, Snapshot


@dataclass(kw_only=True)
class Page:
    """One answer of a server, before it is stored or read."""

    source: str
    """Id of the catalogue entry."""

    url: str
    """The address asked for."""

    final_url: str
    """The address that answered."""

    fetched_at: datetime
    """UTC."""

    status: int
    """200, or 304 when our copy is still good; then `body` is empty."""

    media_type: str
    """Lower case, without parameters; empty when not declared."""

    charset: str | None
    """As declared."""

    body: bytes
    """The bytes."""

    etag: str | None = None
    """Validator as sent."""

    last_modified: str | None = None
    """Validator as sent."""

    listed_title: str | None = None
    """Title in the listing or feed."""

    listed_date: str | None = None
    """Date in the listing or feed, as written there."""

    exchange: Exchange | None = None
    """Headers of request and response; None for bytes that no server sent."""

    policy: str = ""
    """What may be kept of it, as in Snapshot."""


def snapshot_of(page: Page) -> Snapshot:
    """The record of a page; its bytes go beside it."""
    return Snapshot(
        source=page.source, url=page.url, final_url=page.final_url, fetched_at=page.fetched_at, status=page.status,
        media_type=page.media_type, charset=page.charset, body_hash=body_hash(page.body), etag=page.etag,
        last_modified=page.last_modified, listed_title=page.listed_title, listed_date=page.listed_date,
        policy=page.policy,
    )  # fmt: skip
