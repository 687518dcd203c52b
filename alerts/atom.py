"""Notices as an Atom 1.0 feed (RFC 4287)."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from tradeclaims.records import Notice

ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot carry, not even escaped."""


def render_feed(notices: Iterable[Notice]) -> bytes:
    """All notices as one feed in UTF-8, the newest first. A notice that goes out by several channels is one entry.

    Equal notices give equal bytes: the time of rendering is not in the feed. Without notices the feed is empty and dated 1970.
    """
    entries = {(notice.rule, notice.key): notice for notice in sorted(notices, key=lambda each: (each.created_at, each.id), reverse=True)}
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _text(feed, "id", "urn:x-tradeclaims:alerts")
    _text(feed, "title", "Trade claims: alerts")
    _text(feed, "updated", _time(max((notice.created_at for notice in entries.values()), default=_NEVER)))
    _text(_text(feed, "author"), "name", "tradeclaims")
    for notice in entries.values():
        _entry(feed, notice)
    rendered: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return rendered


def _entry(feed: ET.Element, notice: Notice) -> None:
    entry = _text(feed, "entry")
    _text(entry, "id", f"urn:x-tradeclaims:{notice.rule}:{notice.key}".replace(" ", "-"))
    _text(entry, "title", notice.subject)
    _text(entry, "updated", _time(notice.created_at))
    _text(entry, "category").set("term", _legal(notice.rule))
    if notice.url:
        _text(entry, "link").set("href", _legal(notice.url))
    _text(entry, "summary", notice.reason)
    _text(entry, "content", notice.evidence or notice.reason).set("type", "text")


def _text(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = None if text is None else _legal(text)
    return child


def _legal(text: str) -> str:
    return _ILLEGAL.sub(" ", text)


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
