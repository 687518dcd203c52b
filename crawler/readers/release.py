"""Press releases on ustr.gov, in the looks the site has had."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bs4 import BeautifulSoup, Tag

from crawler.blocks import block_text, declared_language, declared_url, meta, soup_of, tidy, without_title
from crawler.lies import refuse_lies
from crawler.publishers import USTR
from crawler.readers.dated import Dated, read_dated
from crawler.readers.reading import Reading
from crawler.written_dates import find_date
from tradeclaims.errors import Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Where a page of one period holds what."""

    titles: tuple[str, ...]
    """Selectors, the surest first."""

    bodies: tuple[str, ...]
    """Selectors, the surest first; of several elements the longest counts."""

    foreign: str = ""
    """Elements that no page of this look has; empty when none are known."""


SINCE_2025 = Look(titles=("#pageTitle", "h1.pageTitle", "h1"), bodies=("div.field--name-body",))
"""The theme `ustr2025`."""

FROM_2015 = replace(SINCE_2025, bodies=("div.field-item.even",), foreign="div.field--name-body")
"""Drupal 7: every field is a `field-item`, and the text is the longest of them."""

TO_2014 = Look(titles=("h1", "title"), bodies=("article", "main", "#content"), foreign="div.field--name-body, div.field-item")
"""The site before, and its archive pages. Nothing of their mark-up can be relied on: the main part counts."""

_BANNERS = re.compile(
    r"^.*(content on this archived webpage is not updated|click here to go to the current ustr\.gov|"
    r"please rsvp to|this event is open to registered media|skip to main content).*$",
    re.I | re.M,
)
_END = re.compile(r"^\s*#\s*#\s*#.*\Z", re.M | re.S)
_DATE_LINE = re.compile(r"\A\W*[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\W*\n")


def read_release(html: str, on: date | None = None) -> Reading:
    """Title, body without banners, and the date line the body begins with; raises Unreadable without title or text.

    `on` is the day the page was fetched.
    """
    return read_dated(VERSIONS, html, on)


def _read(html: str, look: Look, version: int) -> Reading:
    soup = soup_of(html)
    if look.foreign and soup.select_one(look.foreign):
        raise Unreadable(f"expected a page of version {version} of the reader, found `{look.foreign}`")
    title = _title(soup, look)
    body = _body(soup, look)
    text = _END.sub("", _BANNERS.sub("", block_text(body))).strip() if body else ""
    refuse_lies(title, text)
    if not title:
        raise Unreadable(f"expected a title at one of {', '.join(look.titles)}, found none")
    text = without_title(text, title)
    dated = find_date(text[:200])
    text = tidy(_DATE_LINE.sub("", text + "\n"))
    if len(text) < 20:
        raise Unreadable(f"expected text at one of {', '.join(look.bodies)}, found {len(text)} characters")
    return Reading(
        reader="release", version=version, kind="press_release", title=title, text=text,
        published=dated[0] if dated else None, published_raw=dated[1] if dated else "", issuer=USTR, official=True, country="USA",
        language=declared_language(soup), declared_url=declared_url(soup),
    )  # fmt: skip


def _title(soup: BeautifulSoup, look: Look) -> str:
    for selector in look.titles:
        found = soup.select_one(selector)
        if found and (words := " ".join(found.get_text().split())):
            return words
    return (meta(soup, "og:title") or (soup.title.get_text() if soup.title else "")).split(" | ")[0].strip()


def _body(soup: BeautifulSoup, look: Look) -> Tag | None:
    for selector in look.bodies:
        found = soup.select(selector)
        if found:
            # A page may carry the field twice: the subscription box in the footer uses it too.
            return max(found, key=lambda element: len(element.get_text()))
    return None


VERSIONS = (
    Dated(number=1, valid_until=date(2014, 12, 31), read=partial(_read, look=TO_2014, version=1)),
    Dated(number=2, valid_until=date(2025, 1, 31), read=partial(_read, look=FROM_2015, version=2)),
    Dated(number=3, valid_until=None, read=partial(_read, look=SINCE_2025, version=3)),
)
"""When the site changed is known to the month at best. The look decides in the end, so a month more or less does no harm."""
