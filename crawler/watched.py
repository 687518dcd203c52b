"""Pages that a user watches, as entries of the catalogue."""

import re
from urllib.parse import unquote, urlsplit

from crawler.catalogue import SourceEntry
from crawler.publishers import COUNTRIES, publisher_of
from tradeclaims.errors import Misconfigured
from tradeclaims.ids import meaning_id

PREFIX = "page:"
"""Sources that begin so are watched pages."""

_COUNTRY = {alpha3: alpha2 for alpha2, alpha3 in COUNTRIES.items()}


def watched_name(url: str, name: str | None = None) -> str:
    """Id of a watched page: `page:` and the name given, or one made of host and path. Raises Misconfigured for what is no web address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or parts.username is not None:
        raise Misconfigured(f"watch-page {url!r}: expected the address of a page, like https://ustr.gov/trade-agreements")
    if name is not None:
        if not re.fullmatch(r"[\w.-]{1,60}", name):
            raise Misconfigured(f"watch-page --name {name!r}: expected letters, digits, points and hyphens, at most 60")
        return PREFIX + name
    last = next((part for part in reversed(unquote(parts.path).split("/")) if part), "")
    words = re.sub(r"[^\w.]+", "-", f"{host.removeprefix('www.')}-{last}".lower()).strip("-")[:48]
    return f"{PREFIX}{words}-{meaning_id('page', url)[1:5]}"


def watched_entry(id: str, url: str) -> SourceEntry:
    """The entry that the crawler reads. The full text may be kept where an authority publishes it."""
    publisher = publisher_of(url)
    return SourceEntry(
        id=id, name=publisher.name or (urlsplit(url).hostname or ""), country=_COUNTRY.get(publisher.country or "", ""), language="en",
        kind="page", url=url, text="full" if publisher.official else "snippet", spider="page",
    )  # fmt: skip
