"""A page that is watched: all of its main part, lists, links and tables included, as an agreement's page has little prose."""

from bs4 import BeautifulSoup, Tag

from crawler.blocks import block_text, declared_language, declared_url, meta, soup_of, without_title
from crawler.lies import refuse_lies
from crawler.readers.reading import Reading
from crawler.readers.stated import stated, tree_of
from tradeclaims.errors import Unreadable

VERSION = 1

MAIN = ("main", '[role="main"]', "article", "#main-content", "#content", "body")
FURNITURE = (
    'header, footer, nav, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [aria-hidden="true"], .breadcrumb, .pager'
)


def read_page(html: str, url: str) -> Reading:
    """Title and the text of the main part; raises Unreadable for a page without text, an error page or a bot wall."""
    soup = soup_of(html)
    title = _title(soup)
    for part in soup.select(FURNITURE):
        part.decompose()
    body = _main(soup)
    text = without_title(block_text(body), title) if body else ""
    refuse_lies(title, text)
    if len(text) < 20:
        raise Unreadable(f"expected a page with text, found {len(text)} characters")
    tree = tree_of(html)
    page = stated(tree, url) if tree is not None else None
    return Reading(
        reader="page", version=VERSION, kind="text", title=title, text=text, published=page.published if page else None,
        published_raw=page.published_raw if page else "", issuer=page.outlet if page else None, language=declared_language(soup),
        declared_url=declared_url(soup),
    )  # fmt: skip


def _title(soup: BeautifulSoup) -> str:
    heading = soup.select_one("h1")
    words = heading.get_text() if heading else meta(soup, "og:title") or (soup.title.get_text() if soup.title else "")
    return " ".join(words.split())


def _main(soup: BeautifulSoup) -> Tag | None:
    for selector in MAIN:
        found = soup.select(selector)
        if found:
            best = max(found, key=lambda element: len(element.get_text()))
            if len(best.get_text(strip=True)) >= 20:
                return best
    return None
