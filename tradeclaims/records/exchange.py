"""The envelope of an answer: what was asked and what came with the bytes."""

from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Request and response headers of one answer, as they went over the wire. The body lies beside it."""

    request_line: str
    """`GET /path?query HTTP/1.1`; empty where the request is not known, as in an archive somebody handed over without it."""

    request_headers: Headers = ()
    """In the order sent, without anything secret."""

    status_line: str
    """`200 OK`."""

    headers: Headers
    """In the order received. `Content-Encoding` is that of the wire; the body is kept decoded."""

    protocol: str = "HTTP/1.1"
    """Protocol of the response."""

    ip_address: str | None = None
    """The address that answered; None when not known."""
