"""Press articles: trafilatura in precision mode for the text, the page's own statements for title, date and outlet."""

import re
from datetime import date

import htmldate
import trafilatura
from lxml.html import HtmlElement

from crawler.blocks import block_text, soup_of, tidy, without_title
from crawler.lies import refuse_lies
from crawler.readers.byline import day_beside_headline
from crawler.readers.reading import Reading
from crawler.readers.stated import Stated, stated, tree_of
from tradeclaims.errors import Unreadable

VERSION = 2

SHORT = 200
"""Characters below which precision mode has probably dropped a short body."""

_RULE = re.compile(r"[-: ]+")
"""A cell of the line that trafilatura draws under a table's head."""


def read_article(html: str, url: str) -> Reading:
    """The article; raises Unreadable for pages without one."""
    tree = tree_of(html)
    if tree is None:
        raise Unreadable("expected an HTML page, found nothing that can be parsed")
    page = stated(tree, url)
    text = trafilatura.extract(html, url=url, favor_precision=True, include_comments=False, include_tables=True) or ""
    if len(text) < SHORT:
        # A page with an article element says itself where the text is.
        soup = soup_of(html)
        body = soup.select_one("article") or soup.select_one("main")
        text = max(text, block_text(body) if body else "", key=len)
    refuse_lies(page.window_title or page.title, text or tree.text_content())
    text = without_title(_paragraphs(text), page.title)
    if len(text) < 40:
        raise Unreadable(f"expected an article, found {len(text)} characters of text")
    day, words = day_of(tree, page, url)
    return Reading(
        reader="article", version=VERSION, kind="news", title=page.title, text=text, published=day, published_raw=words,
        issuer=page.outlet, language=page.language, declared_url=page.canonical,
    )  # fmt: skip


def day_of(tree: HtmlElement, page: Stated, url: str) -> tuple[date | None, str]:
    """Day of publication and its words: what the mark-up states, what stands beside the headline, what htmldate finds; None when nothing does."""
    if page.published:
        return page.published, page.published_raw
    if beside := day_beside_headline(tree):
        return beside
    words = htmldate.find_date(tree, url=url, original_date=True, extensive_search=True)
    if not words:
        return None, ""
    day = date.fromisoformat(words)
    # A year or month alone comes back as its first day: a day that nobody stated.
    return (day, words) if day.day > 1 or _prints(tree, day) else (None, "")


def _prints(tree: HtmlElement, day: date) -> bool:
    month = f"{day:%B}|{day:%b}"
    written = rf"\b(?:{month})\.? 0?1(?:st)?,? {day.year}|\b0?1(?:st)?\.? (?:{month}),? {day.year}|{day:%Y-%m-%d}|\b0?1[./]0?{day.month}[./]{day.year}|\b0?{day.month}/0?1/{day.year}"
    return re.search(written, tree.text_content(), re.I) is not None


def _paragraphs(text: str) -> str:
    """Lines as paragraphs; rows of a table stay together, cells divided and list items marked as the other readers do it."""
    parts: list[str] = []
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip("| ").split("|")] if line.startswith("|") else None
        if cells is None:
            parts.append("\n\n" + (f"• {line[2:]}" if line.startswith("- ") else line))
        elif not all(_RULE.fullmatch(cell) for cell in cells):
            parts.append(("\n" if parts and " | " in parts[-1] else "\n\n") + " | ".join(cells))
    return tidy("".join(parts))
