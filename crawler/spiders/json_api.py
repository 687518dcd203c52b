"""APIs that answer with a list of items in JSON: where each part stands is said by the catalogue entry."""

import json
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler.answers import Expected
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields

source = Source(
    name="json_api",
    publisher="as the catalogue entry says",
    kind="news",
    entry="guardian-api",
    cadence="daily",
    expect=Expect(min_listed=1, required=("title", "text")),
)


class JsonApiSpider(SourceSpider):
    """API → pages. The key goes with the request only; it is in no address that is stored or said."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "json"
    accept = "application/json"

    def __init__(self, *args: Any, key: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._key = key

    def ask_listing(self, url: str, *, owed: bool = False) -> Request:
        """The request, with the entry's key."""
        request = super().ask_listing(url, owed=owed)
        wanted = self.entry.key
        if wanted and self._key and wanted.header:
            request.headers[wanted.header] = self._key
        elif wanted and self._key:
            mark = "&" if urlsplit(url).query else "?"
            request = request.replace(url=f"{url}{mark}{wanted.parameter}={self._key}")
        return request

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for the items."""
        del owed
        paths = self.entry.paths
        if paths is None:
            self.tally.fail(f"{self.entry.url}: expected `paths` in the catalogue entry")
            return
        try:
            rows = at(json.loads(response.body), paths.rows)
        except ValueError:
            rows = None
        if not isinstance(rows, list):
            self.tally.fail(f"{self.entry.url}: expected a list at `{paths.rows}`, got {response.text[:80]!r}")
            return
        for row in rows:
            link = _text(at(row, paths.link))
            url = paths.site.replace("{}", link) if paths.site and link else link
            if urlsplit(url).scheme not in ("http", "https"):
                continue
            summary = _text(at(row, paths.summary)) if paths.summary else ""
            date = _text(at(row, paths.date)) if paths.date else ""
            yield from self.take(url, "any", title=_text(at(row, paths.title)) or None, date=date or None, summary=summary)


def at(plain: Any, path: str) -> Any:
    """What stands at a path of names joined by dots; None when it leads nowhere."""
    for name in path.split(".") if path else ():
        if not isinstance(plain, dict):
            return None
        plain = plain.get(name)
    return plain


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
