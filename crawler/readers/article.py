"""Press articles: trafilatura in precision mode for the text, the page's own metadata for title, date and outlet."""

from datetime import date

import htmldate
import trafilatura

from crawler.blocks import block_text, declared_language, declared_url, meta, soup_of, tidy
from crawler.lies import refuse_lies
from crawler.readers.reading import Reading
from tradeclaims.errors import Unreadable

VERSION = 1


def read_article(html: str, url: str) -> Reading:
    """The article; raises Unreadable for pages without one."""
    soup = soup_of(html)
    heading = soup.select_one("article h1") or soup.select_one("h1")
    title = meta(soup, "og:title") or (heading.get_text() if heading else "") or (soup.title.get_text() if soup.title else "")
    title = " ".join(title.split())
    text = trafilatura.extract(html, url=url, favor_precision=True, include_comments=False, include_tables=True) or ""
    if len(text) < 200:
        # Precision mode drops very short bodies; a page with an article element says itself where the text is.
        body = soup.select_one("article") or soup.select_one("main")
        text = max(text, block_text(body) if body else "", key=len)
    refuse_lies((soup.title.get_text() if soup.title else "") or title, text or soup.get_text(" "))
    text = _without_title(tidy(text.replace("\n", "\n\n")), title)
    if len(text) < 40:
        raise Unreadable(f"expected an article, found {len(text)} characters of text")
    stated = htmldate.find_date(html, url=url, original_date=True, extensive_search=False)
    return Reading(
        reader="article", version=VERSION, kind="news", title=title, text=text, published=date.fromisoformat(stated) if stated else None,
        published_raw=stated or "", issuer=meta(soup, "og:site_name"), language=declared_language(soup), declared_url=declared_url(soup),
    )  # fmt: skip


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.partition("\n")
    return rest.strip() if title and first.strip() == title and rest.strip() else text
