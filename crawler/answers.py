"""HTTP 200 is not success: does an answer look like what was asked for?"""

import html
import re
from urllib.parse import urlsplit

from scrapy.http import Response

from crawler.lies import refuse_lies
from tradeclaims.errors import Unreadable
from tradeclaims.records.collection import Expected

__all__ = ["Expected", "media_type", "problem", "same_host"]

SHORT_PAGE = 20_000
"""Bytes; walls and error pages are short, and an article may well speak of walls."""

_UNSEEN = re.compile(rb"<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.I | re.S)
_TAG = re.compile(r"<[^>]*>")
_HTML_MARKS = (b"<!doctype html", b"<html")


def media_type(response: Response) -> tuple[str, str | None]:
    """Declared media type in lower case and charset; empty and None when not declared."""
    declared = (response.headers.get(b"Content-Type") or b"").decode("latin-1")
    kind, _, rest = declared.partition(";")
    charset = None
    for parameter in rest.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset" and value.strip():
            charset = value.strip().strip("\"'").lower()
    return kind.strip().lower(), charset


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are on one host; `www.` does not count."""
    hosts = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (one, other)]
    return hosts[0] == hosts[1]


def problem(response: Response, asked: str, expected: Expected) -> str | None:
    """Why the answer cannot be what was asked for, in words; None when it can."""
    if expected != "any" and not same_host(asked, response.url):
        return f"{asked} was answered by {response.url}, expected the host asked for"
    head = response.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        return f"{asked} answered with an empty body"
    kind, _ = media_type(response)
    looks_html = kind in ("text/html", "application/xhtml+xml") or head[:200].lower().startswith(_HTML_MARKS)
    if urlsplit(response.url).path in ("", "/") and urlsplit(asked).path not in ("", "/"):
        return f"{asked} was answered by the front page {response.url}"
    if expected == "pdf" and b"%PDF" not in head:
        return f"{asked}: expected a PDF, got {_what(kind, looks_html)}"
    if b"%PDF" in head[:16] and b"%%EOF" not in response.body[-4096:]:
        return f"{asked}: expected a whole PDF, got one without an end after {len(response.body)} bytes"
    if expected == "json" and not head.startswith((b"{", b"[")):
        return f"{asked}: expected JSON, got {_what(kind, looks_html)}"
    if expected == "html" and not (looks_html or (not kind and b"<" in head)):
        return f"{asked}: expected an HTML page, got {_what(kind, looks_html)}"
    if looks_html and expected in ("html", "any", "text") and (lie := _lie(response.body)):
        return f"{asked}: {lie}"
    if expected == "text" and b"%PDF" in head[:16]:
        return f"{asked}: expected plain text, got a PDF"
    if expected == "feed" and head[:200].lower().startswith(_HTML_MARKS):
        return f"{asked}: expected an RSS or Atom feed, got an HTML page"
    return None


def _lie(body: bytes) -> str | None:
    """Why a short HTML page is an error page or a wall against robots; None for a page that may be a document."""
    if len(body) > SHORT_PAGE:
        return None
    page = _UNSEEN.sub(b" ", body).decode("utf-8", "replace")
    title = _TITLE.search(page)
    try:
        refuse_lies(html.unescape(title.group(1)) if title else "", html.unescape(" ".join(_TAG.sub(" ", page).split())))
    except Unreadable as error:
        return str(error)
    return None


def _what(kind: str, looks_html: bool) -> str:
    if looks_html:
        return "an HTML page (an error page or a bot wall)"
    return kind or "an undeclared type"
