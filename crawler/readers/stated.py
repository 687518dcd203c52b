"""What a web page states about itself: title, outlet, language, addresses, and when it was published and changed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lxml.html import HtmlElement
from trafilatura.utils import load_html

from crawler.written_dates import parse_date

ARTICLE = re.compile(r"(article|posting|report|newsitem|webpage|creativework|review|pressrelease)$", re.I)
"""Types of schema.org whose `datePublished` is that of the page; comments, videos and images have dates of their own."""

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date.published", "publish-date", "publishdate",
    "publication_date", "published_time", "published", "pubdate", "sailthru.date", "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "citation_date", "prism.publicationdate",
    "cxenseparse:recs:publishtime", "bt:pubdate", "article.published", "originalpublicationdate", "date",
)  # fmt: skip
"""Names of meta elements for the day of publication, the surest first (Open Graph, schema.org, Dublin Core, Parse.ly, Sailthru, Highwire, PRISM)."""

MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "modified", "lastmod",
)  # fmt: skip

_IN_PATH = re.compile(r"[/-](?P<year>19[9]\d|20[0-3]\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_UTC = re.compile(r"[T ](?P<hour>[01]\d|2[0-3]):?\d\d\S*?(?:Z|[+-]00:?00)$")
WEST, EAST = 8, 12
"""Hours: the Pacific coast of America is eight behind UTC, New Zealand twelve ahead."""

_BROKEN = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A page's own statements; None or empty where it makes none."""

    title: str
    """Headline in `og:title`, else the first heading, else the window's title."""

    window_title: str
    """`title` element."""

    outlet: str | None
    """`og:site_name`."""

    language: str | None
    """Two letters of `html lang`."""

    canonical: str | None
    """`link rel="canonical"`. Not og:url: one publisher puts a bare node number there."""

    published: date | None
    """Day of first publication, by the page's mark-up or address."""

    published_raw: str
    """The words of that day."""

    modified: date | None
    """Day of the last change that the page admits to."""


def tree_of(html: str) -> HtmlElement | None:
    """The parsed page; None for what is no HTML. Parsed once for all that look at it."""
    return load_html(html)


def stated(tree: HtmlElement, url: str) -> Stated:
    """Everything at once; nothing here reads the visible text except headings."""
    metas = _metas(tree)
    window_title = _words(tree.findtext(".//title"))
    heading = next((_words(found.text_content()) for found in tree.xpath("//article//h1 | //h1")), "")
    lang = (tree.get("lang") or "").strip()
    objects = list(_linked_data(tree))
    published, raw = _published(tree, metas, objects, url)
    return Stated(
        title=_words(metas.get("og:title")) or heading or window_title,
        window_title=window_title,
        outlet=_words(metas.get("og:site_name")) or None,
        language=lang[:2].lower() if len(lang) >= 2 else None,
        canonical=next((found.strip() for found in tree.xpath('//link[@rel="canonical"]/@href') if found.strip()), None),
        published=published,
        published_raw=raw,
        modified=_modified(metas, objects),
    )


def _published(tree: HtmlElement, metas: dict[str, str], objects: list[dict[str, Any]], url: str) -> tuple[date | None, str]:
    """Linked data, then meta elements, then marked-up times, then the address; a day in the address settles which side of midnight."""
    in_path = _day_in_path(url)
    for words in _candidates(tree, metas, objects):
        day = _day(words)
        if day is None:
            continue
        if in_path and _other_side_of_midnight(words, day, in_path):
            return in_path, words
        return day, words
    return in_path, in_path.isoformat() if in_path else ""


def _other_side_of_midnight(words: str, day: date, in_path: date) -> bool:
    """Whether a moment in UTC is still the evening before in America, or already the morning after in Asia, as the address says."""
    moment = _UTC.search(words.strip())
    if moment is None:
        return False
    hour = int(moment["hour"])
    return (day - in_path == timedelta(days=1) and hour < WEST) or (in_path - day == timedelta(days=1) and hour >= EAST)


def _candidates(tree: HtmlElement, metas: dict[str, str], objects: list[dict[str, Any]]) -> Iterator[str]:
    for one in objects:
        if isinstance(one.get("datePublished"), str) and _is_article(one):
            yield one["datePublished"]
    for name in PUBLISHED:
        if name in metas:
            yield metas[name]
    for element in tree.xpath('//*[@itemprop="datePublished"] | //time[@pubdate] | //*[contains(@class, "dt-published")]'):
        yield element.get("content") or element.get("datetime") or element.get("title") or _words(element.text_content())


def _modified(metas: dict[str, str], objects: list[dict[str, Any]]) -> date | None:
    words = [one["dateModified"] for one in objects if isinstance(one.get("dateModified"), str) and _is_article(one)]
    words += [metas[name] for name in MODIFIED if name in metas]
    return next((day for each in words if (day := _day(each))), None)


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    return any(ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Objects of JSON-LD, also those in lists and graphs; broken scripts are left out."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]/text()'):
        try:
            plain = json.loads(_BROKEN.sub(" ", script))
        except ValueError:
            continue
        yield from _objects(plain, depth=4)


def _objects(plain: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(plain, list):
        for each in plain:
            yield from _objects(each, depth - 1)
    elif depth and isinstance(plain, dict):
        yield plain
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(plain.get(key), depth - 1)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Content of meta elements by small-lettered name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _day_in_path(url: str) -> date | None:
    found = _IN_PATH.search(url)
    return _day(f"{found['year']}-{found['month']}-{found['day']}") if found else None


def _day(words: str) -> date | None:
    iso = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)", words)
    return parse_date("-".join(iso.groups()) if iso else words)


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
