"""A feed's own words about a page that may not be read: title and summary."""

from crawler.blocks import block_text, soup_of
from crawler.readers.reading import Reading
from crawler.readers.register import parse_record
from crawler.written_dates import parse_date
from tradeclaims.errors import Unreadable

VERSION = 1
MEDIA_TYPE = "application/x-feed-item+json"
LIMIT = 300
"""Characters of a summary that are kept."""


def read_feed_item(text: str) -> Reading:
    """Title and at most 300 characters of summary as text; raises Unreadable when both are missing."""
    plain = parse_record(text)
    title = " ".join(str(plain.get("title") or "").split())
    body = soup_of(str(plain.get("summary") or "")).body
    summary = " ".join(block_text(body).split())[:LIMIT] if body else ""
    if not title and not summary:
        raise Unreadable("expected a feed entry with a title or summary")
    stated = str(plain.get("published") or "")
    return Reading(
        reader="feed_item", version=VERSION, kind="news", title=title, text=summary or title,
        published=parse_date(stated), published_raw=stated,
    )  # fmt: skip
