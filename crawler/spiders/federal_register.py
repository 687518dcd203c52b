"""Documents of the Federal Register: printed ones and those on the public-inspection desk, as plain text.

The site's HTML pages stand behind a bot wall; its API and raw texts do not. One document has one number: the text on the desk and the
printed one are revisions of it, whatever the address.
"""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from scrapy.http import Response

from crawler.answers import Expected, same_host
from crawler.source import Expect, Source
from crawler.spider import SourceSpider, Yields
from crawler.written_dates import parse_date

source = Source(
    name="federal_register",
    publisher="Office of the Federal Register",
    kind="notice",
    entry="fr-ustr",
    cadence="every business day",
    expect=Expect(min_listed=0, required=("title", "published", "text")),
)

FIELDS = (
    "title", "type", "abstract", "action", "document_number", "html_url", "publication_date", "agencies", "raw_text_url",
    "comments_close_on", "docket_ids",
)  # fmt: skip
"""Asked for by name: an unknown field fails the whole request, and the defaults lack the text address."""

TRADE_AGENCIES = (
    "trade-representative-office-of-united-states", "international-trade-administration", "international-trade-commission",
    "u-s-customs-and-border-protection", "industry-and-security-bureau", "foreign-assets-control-office", "executive-office-of-the-president",
)  # fmt: skip
"""Kept from the inspection desk, which cannot be asked by agency."""


class FederalRegisterSpider(SourceSpider):
    """API → raw text. An answer that counts zero documents is an answer; one without the list it counts is a change."""

    name = source.name
    source = source
    listing: ClassVar[Expected] = "json"
    accept = "application/json"
    follows_changes = False
    """The API sends no validators."""

    def start_url(self) -> str:
        """The entry's address with named fields, and a mark that passes a cache which is up to two hours stale."""
        return with_fields(self.entry.url, epoch=int(time.time()))

    def parse_listing(self, response: Response, *, owed: bool) -> Yields:
        """Requests for the raw texts, and for the next page while there is something new."""
        try:
            answer = json.loads(response.body)
            count = int(answer["count"])  # capped at 10,000 in searches: never held against the rows
            rows = [dict(row) for row in answer.get("results") or []]
        except (ValueError, TypeError, KeyError, AttributeError):
            self.tally.fail(f"{self.entry.url}: expected an object with `count` and `results`, got {response.text[:80]!r}")
            return
        if count and not rows:
            self.tally.fail(f"{self.entry.url}: counts {count} documents and lists none")
        on_desk = "public-inspection" in urlsplit(response.url).path
        fresh = False
        for row in rows:
            if on_desk and not self.kept(row):
                self.tally.row(parse_date(_day(row)))
                continue
            fresh = fresh or not (row.get("raw_text_url") and self.is_known(row["raw_text_url"]))
            yield from self.document(row)
        following = answer.get("next_page_url")
        if following and (fresh or owed) and len(self._taken) < self.entry.max_items and same_host(following, response.url):
            yield from self.further_listing(following)

    def kept(self, row: Mapping[str, Any]) -> bool:
        """Whether the agency that speaks is one of ours. The desk names only that one; printed rows name its parent, too."""
        return agency_slug(row.get("agencies") or ()) in (self.entry.agencies or TRADE_AGENCIES)

    def document(self, row: Mapping[str, Any]) -> Yields:
        """One document. Day: of filing on the desk (the first public moment), else of printing, which may lie ahead: it is scheduled then."""
        number, url = row.get("document_number"), row.get("raw_text_url")
        if not url:
            self.tally.row(parse_date(_day(row)))
            self.tally.seen += 1
            note = row.get("editorial_note") or "no text address given"
            self.tally.quarantine(str(number), f"document {number}: expected `raw_text_url`; {note}")
            return
        title = " ".join(str(row.get("title") or "").split())
        yield from self.take(url, "text", title=title or None, date=_day(row) or None)


def _day(row: Mapping[str, Any]) -> str:
    """Both dates are null on rows that were withdrawn."""
    return str(row.get("filed_at") or row.get("publication_date") or "")[:10]


def agency_slug(agencies: Sequence[Mapping[str, Any]]) -> str | None:
    """The most specific agency of a row: one that is nobody's parent, the last of several. None for a row without agencies."""
    parents = {agency.get("parent_id") for agency in agencies} - {None, 0}
    own = [agency for agency in agencies if not (agency.get("id") and agency["id"] in parents)] or list(agencies)
    return str(own[-1].get("slug") or "") if own else None


def with_fields(url: str, *, epoch: int) -> str:
    """The address of an API search with `fields[]`, unless it names its own, and a cache mark."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    if "public-inspection" not in parts.path and not any(key == "fields[]" for key, _ in query):
        query += [("fields[]", field) for field in FIELDS]
    query.append(("_", str(epoch)))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query), ""))
