"""Bytes to text: believe a byte-order mark first, then UTF-8 that decodes, then what the server or page declares, then statistics."""

import codecs
import re

from charset_normalizer import from_bytes

from tradeclaims.errors import Unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a body; raises Unreadable for binary content."""
    text = _first_that_fits(body, charset)
    if text is None:
        best = from_bytes(body[:200_000]).best()
        text = body.decode(best.encoding, "replace") if best else body.decode("cp1252", "replace")
    if len(_CONTROL.findall(text)) > max(3, len(text) // 200):
        raise Unreadable("expected text, found binary content or an unknown character set")
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _first_that_fits(body: bytes, charset: str | None) -> str | None:
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _try(body, name)
    declared = _META.search(body[:2048])
    in_page = next((name for name in declared.groups() if name), b"").decode("ascii") if declared else None
    # Many servers declare Latin-1 by default; bytes above ASCII that form valid UTF-8 are UTF-8. Escape-coded sets are pure ASCII.
    names = [charset, in_page, "utf-8"] if b"\x1b" in body else ["utf-8", charset, in_page]
    for encoding in names:
        text = _try(body, encoding) if encoding else None
        if text is not None:
            return text
    return None


def _try(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
