"""One document whatever its address: pages move, redirect, are listed by several sources, and say themselves where they belong."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.canonical import canonical_url
from store.addresses import document_at, documents_of_day, note_addresses
from store.database import Database
from tradeclaims.ids import meaning_id
from tradeclaims.normalised import normalised
from tradeclaims.records import Document, Snapshot

_PASSING = re.compile(r"^/node/[\w-]+$")
"""A page that has no address of its own yet: the number of a content system (Drupal)."""

SHORTEST_TITLE = 15
"""Characters of a title that may tell two addresses to be of one document."""


def settle_identity(db: Database, snapshot: Snapshot, document: Document) -> Document:
    """The document under the id it was first stored with, where it was; every address of it is noted.

    The address that answered and the one asked for decide. What the page declares of itself counts when title or text agree, since some sites
    give one canonical link to many pages. A page that moved is known by source, day and title, if one of the two addresses is a passing one
    or the text is the same.
    """
    if urlsplit(document.url).scheme == "file" or urlsplit(snapshot.url).scheme not in ("http", "https"):
        return document
    own = [canonical_url(snapshot.final_url), canonical_url(snapshot.url)]
    known = next((found for url in own if (found := document_at(db, url))), None)
    if known is None and (declared := document_at(db, document.url)):
        if _alike(declared, document):
            known = declared
        else:
            document = replace(document, url=own[0], id=meaning_id("document", document.source, own[0]))
    known = known or _moved(db, document)
    if known is not None:
        url = document.url if _passing(known.url) else known.url
        document = replace(document, id=known.id, source=known.source, url=url)
    note_addresses(db, document.id, dict.fromkeys([document.url, *own]))
    return document


def _moved(db: Database, document: Document) -> Document | None:
    title = normalised(document.title)
    if document.published is None or len(title) < SHORTEST_TITLE:
        return None
    for other in documents_of_day(db, document.source, document.published):
        if other.id != document.id and normalised(other.title) == title and _host(other.url) == _host(document.url):
            one_passes = _passing(other.url) != _passing(document.url)
            if one_passes or normalised(other.text) == normalised(document.text):
                return other
    return None


def _alike(one: Document, other: Document) -> bool:
    return normalised(one.title) == normalised(other.title) or normalised(one.text) == normalised(other.text)


def _passing(url: str) -> bool:
    return bool(_PASSING.match(urlsplit(url).path))


def _host(url: str) -> str | None:
    return urlsplit(url).hostname
