"""Headers of request and response as they went over the wire, for the archive."""

from http import HTTPStatus
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Headers as ScrapyHeaders
from scrapy.http import Response

from tradeclaims.records import Exchange
from tradeclaims.records.exchange import Headers

SECRET = frozenset({"authorization", "proxy-authorization", "cookie"})
"""Never archived."""

_KEPT = "wire_headers"


class WireHeadersMiddleware:
    """Keeps the headers of each answer before Scrapy decodes the body and drops `Content-Encoding`."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the headers; the answer passes unchanged."""
        request.meta[_KEPT] = _plain(response.headers)
        return response


def exchange_of(response: Response) -> Exchange | None:
    """The envelope of an answer; None for one that came without a request."""
    request = response.request
    if request is None:
        return None
    parts = urlsplit(request.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = [("Host", parts.netloc), *(pair for pair in _plain(request.headers) if pair[0].lower() not in SECRET)]
    return Exchange(
        request_line=f"{request.method} {target} HTTP/1.1", request_headers=tuple(asked),
        status_line=f"{response.status} {_phrase(response.status)}".strip(), headers=request.meta.get(_KEPT) or _plain(response.headers),
        protocol=response.protocol or "HTTP/1.1", ip_address=str(response.ip_address) if response.ip_address else None,
    )  # fmt: skip


def _plain(headers: ScrapyHeaders) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
