"""Press releases on ustr.gov, theme of 2025 and of 2015 to 2024."""

import re

from bs4 import BeautifulSoup, Tag

from crawler.blocks import block_text, declared_language, declared_url, meta, soup_of, tidy
from crawler.lies import refuse_lies
from crawler.publishers import USTR
from crawler.readers.reading import Reading
from crawler.written_dates import find_date
from tradeclaims.errors import Unreadable

VERSION = 1

TITLES = ("#pageTitle", "h1.pageTitle", "h1")
BODIES = ("div.field--name-body", "div.field-item.even", "article", "main")

_BANNERS = re.compile(
    r"^.*(content on this archived webpage is not updated|click here to go to the current ustr\.gov|"
    r"please rsvp to|this event is open to registered media|skip to main content).*$",
    re.I | re.M,
)
_END = re.compile(r"^\s*#\s*#\s*#.*\Z", re.M | re.S)
_DATE_LINE = re.compile(r"\A\W*[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\W*\n")


def read_release(html: str) -> Reading:
    """Title, body without banners, and the date line the body begins with; raises Unreadable without title or text."""
    soup = soup_of(html)
    title = _title(soup)
    body = _body(soup)
    text = _END.sub("", _BANNERS.sub("", block_text(body))).strip() if body else ""
    refuse_lies(title, text)
    if not title:
        raise Unreadable(f"expected a title at one of {', '.join(TITLES)}, found none")
    dated = find_date(text[:200])
    text = tidy(_DATE_LINE.sub("", text + "\n"))
    if len(text) < 20:
        raise Unreadable(f"expected text at one of {', '.join(BODIES)}, found {len(text)} characters")
    return Reading(
        reader="release", version=VERSION, kind="press_release", title=title, text=text,
        published=dated[0] if dated else None, published_raw=dated[1] if dated else "", issuer=USTR, official=True, country="USA",
        language=declared_language(soup), declared_url=declared_url(soup),
    )  # fmt: skip


def _title(soup: BeautifulSoup) -> str:
    for selector in TITLES:
        found = soup.select_one(selector)
        if found and (words := " ".join(found.get_text().split())):
            return words
    return (meta(soup, "og:title") or (soup.title.get_text() if soup.title else "")).split(" | ")[0].strip()


def _body(soup: BeautifulSoup) -> Tag | None:
    for selector in BODIES:
        found = soup.select(selector)
        if found:
            # A page may carry the field twice: the subscription box in the footer uses it too.
            return max(found, key=lambda element: len(element.get_text()))
    return None
