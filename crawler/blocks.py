"""Readable text of an HTML element: one paragraph per block, one line per table row."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

_SILENT = {"script", "style", "noscript", "template", "svg", "form", "iframe", "button", "nav"}
_BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table",
    "pre", "figure", "figcaption", "address", "dl", "dd", "dt", "hr", "main", "aside",
}  # fmt: skip
_LINES = {"br", "li", "tr"}


def soup_of(html: str) -> BeautifulSoup:
    """The parsed page."""
    return BeautifulSoup(html, "lxml")


def block_text(element: Tag) -> str:
    """Paragraphs separated by an empty line; list items and table rows on lines of their own, cells by ` | `."""
    parts: list[str] = []
    _collect(element, parts)
    return tidy("".join(parts))


def _collect(element: PageElement, parts: list[str]) -> None:
    if isinstance(element, PreformattedString):
        return
    if isinstance(element, NavigableString):
        parts.append(re.sub(r"\s+", " ", str(element)))
        return
    if not isinstance(element, Tag) or element.name in _SILENT:
        return
    name = element.name
    if name in _BLOCKS:
        parts.append("\n\n")
    elif name in _LINES:
        parts.append("\n")
    elif name in ("td", "th") and element.find_previous_sibling(("td", "th")):
        parts.append(" | ")
    if name == "li":
        parts.append("• ")
    for child in element.children:
        _collect(child, parts)
    if name in _BLOCKS:
        parts.append("\n\n")
    elif name in ("li", "tr"):
        parts.append("\n")


def tidy(text: str) -> str:
    """White space folded: single spaces, at most one empty line."""
    text = text.replace("\xa0", " ").replace("\u200b", "").replace("\xad", "")
    lines = [re.sub(r"[ \t\f\v]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def without_title(text: str, title: str) -> str:
    """The text without its first line where that is the title, and something follows it."""
    first, _, rest = text.partition("\n")
    return rest.strip() if title and first.strip() == title and rest.strip() else text


def declared_url(soup: BeautifulSoup) -> str | None:
    """`link rel="canonical"`. Not og:url: one publisher puts a bare node number there."""
    link = soup.select_one('link[rel="canonical"][href]')
    return _text(link.get("href")) if link else None


def meta(soup: BeautifulSoup, name: str) -> str | None:
    """Content of a meta element, by property or name."""
    tag = soup.select_one(f'meta[property="{name}"][content], meta[name="{name}"][content]')
    return _text(tag.get("content")) if tag else None


def declared_language(soup: BeautifulSoup) -> str | None:
    """Two letters from `html lang`."""
    lang = _text(soup.html.get("lang")) if soup.html else None
    return lang[:2].lower() if lang and len(lang) >= 2 else None


def _text(value: Any) -> str | None:
    return str(value).strip() or None if value else None
