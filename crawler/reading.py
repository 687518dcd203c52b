"""Stored bytes to a Document: chooses the reader by what the bytes are, and completes what the page leaves open."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from crawler.blocks import declared_url, soup_of
from crawler.canonical import canonical_url, register_number
from crawler.catalogue import SourceEntry, load_catalogue
from crawler.charsets import decode
from crawler.datelines import dateline_country
from crawler.languages import language_of
from crawler.publishers import COUNTRIES, publisher_of
from crawler.readers import article, calendar, feed_item, mail, pdf, plain, register, release
from crawler.readers import page as watched
from crawler.readers.reading import Reading
from crawler.watched import PREFIX
from crawler.written_dates import month_in_path, parse_date
from tradeclaims.errors import Unreadable
from tradeclaims.ids import meaning_id
from tradeclaims.records import Document, Snapshot

READERS: dict[str, tuple[int, ...]] = {
    "release": tuple(version.number for version in release.VERSIONS),
    "pdf": (pdf.VERSION,),
    "register": (register.VERSION,),
    "article": (article.VERSION,),
    "plain": (plain.VERSION,),
    "feed_item": (feed_item.VERSION,),
    "mail": (mail.VERSION,),
    "page": (watched.VERSION,),
    "calendar": (calendar.VERSION,),
}
"""Each reader with the versions that pages are read by today: one, or one for each look a site has had."""

READERS_VERSION: str = ".".join("-".join(map(str, versions)) for versions in READERS.values())
"""Changes when any reader does: the archive is then read again."""


def read_snapshot(snapshot: Snapshot, body: bytes, entries: Iterable[SourceEntry] | None = None) -> Document:
    """The document in a snapshot; raises Unreadable with the reason when there is none.

    `entries` is the catalogue that knows the source's name and country; the packaged one by default.
    """
    if not body.strip():
        raise Unreadable("expected a document, found an empty body")
    if snapshot.status != 200:
        raise Unreadable(f"expected HTTP 200, found {snapshot.status}")
    page = snapshot.final_url if urlsplit(snapshot.final_url).scheme in ("http", "https", "file") else snapshot.url
    return _complete(snapshot, page, _read(snapshot, page, body), entries)


def _read(snapshot: Snapshot, page: str, body: bytes) -> Reading:
    kind = snapshot.media_type
    if b"%PDF" in body[:1024]:
        return pdf.read_pdf(body)
    if kind == "application/pdf":
        raise Unreadable("expected a PDF, found other content (an error page or a bot wall)")
    if kind == "message/rfc822":
        return mail.read_mail(body)
    text = decode(body, snapshot.charset)
    if kind == feed_item.MEDIA_TYPE:
        return feed_item.read_feed_item(text)
    if calendar.is_calendar(text, page):
        return calendar.read_calendar(text)
    if register_number(page) or register.is_register_text(text):
        return (
            register.read_register_record(register.parse_record(text))
            if text.lstrip().startswith("{")
            else register.read_register_text(text)
        )
    if kind == "application/json" or kind.endswith("+json"):
        return _record(text)
    if kind in ("text/html", "application/xhtml+xml") or _looks_html(text):
        return watched.read_page(text, page) if _is_watched(snapshot) else _html(page, text, snapshot.fetched_at.date())
    if kind.startswith("text/") or kind in ("", "application/octet-stream"):
        return plain.read_plain(text)
    raise Unreadable(f"no reader for {kind}")


def _is_watched(snapshot: Snapshot) -> bool:
    """Whether a page is kept for itself. One that a listing leads to, too, is read as that listing's: a document has one reader."""
    return snapshot.source.startswith(PREFIX) and "/press-office/" not in snapshot.final_url


def _looks_html(text: str) -> bool:
    head = text.lstrip()[:500].lower()
    return head.startswith(("<!doctype html", "<html")) or ("<head" in head and "<" in head[:1])


def _html(page: str, text: str, fetched: date) -> Reading:
    # A saved page lies at a file address; its own canonical link tells which site it is from.
    home = (declared_url(soup_of(text)) or page) if page.startswith("file:") else page
    if (urlsplit(home).hostname or "").removeprefix("www.") == "ustr.gov":
        return release.read_release(text, fetched)
    return article.read_article(text, home)


def _record(text: str) -> Reading:
    record = register.parse_record(text)
    if "document_number" in record:
        return register.read_register_record(record)
    if not isinstance(record.get("text"), str) or not record["text"].strip():
        raise Unreadable("expected a JSON object with `text`")
    read = plain.read_plain(record["text"])
    stated = str(record.get("published") or "")
    return Reading(
        reader="plain", version=plain.VERSION, kind="text", title=str(record.get("title") or read.title), text=read.text,
        published=parse_date(stated), published_raw=stated, language=record.get("language"),
    )  # fmt: skip


def _complete(snapshot: Snapshot, page: str, read: Reading, entries: Iterable[SourceEntry] | None) -> Document:
    home = read.declared_url if page.startswith("file:") and read.declared_url else page
    publisher = publisher_of(home)
    entry = next((entry for entry in (_packaged() if entries is None else entries) if entry.id == snapshot.source), None)
    url = canonical_url(page, read.declared_url)
    official = publisher.official or read.official
    source = _source(snapshot, page)
    published, raw = _published(snapshot, read, page)
    return Document(
        id=meaning_id("document", source, url), source=source, kind=_kind(read, official), url=url,
        title=_title(snapshot, read), issuer=_issuer(read, publisher.name, entry), official=official,
        country=read.country or publisher.country or dateline_country(read.text) or _home(entry),
        published=published, published_raw=raw, language=language_of(read.text, read.language), text=read.text,
        pages=read.pages, snapshot=snapshot.body_hash, reader=read.reader, reader_version=read.version,
    )  # fmt: skip


def _source(snapshot: Snapshot, page: str) -> str:
    """One name for all entries that list documents of one publisher, so that a document keeps its id whichever lists it."""
    if register_number(page):
        return "federal_register"
    host = (urlsplit(page).hostname or "").removeprefix("www.")
    return "ustr_press" if host == "ustr.gov" else snapshot.source


def _published(snapshot: Snapshot, read: Reading, page: str) -> tuple[date | None, str]:
    """A letter's own date comes first; otherwise the listing's, then the text's, then year and month of the address as words only."""
    listed = parse_date(snapshot.listed_date)
    if listed and not (read.kind == "letter" and read.published and not page.startswith("file:")):
        return listed, snapshot.listed_date or ""
    if read.published:
        return read.published, read.published_raw
    return None, snapshot.listed_date or read.published_raw or month_in_path(page)


def _title(snapshot: Snapshot, read: Reading) -> str:
    if read.reader in ("pdf", "pdf_ocr", "register", "feed_item", "calendar"):
        return snapshot.listed_title or read.title
    return read.title or snapshot.listed_title or ""


def _issuer(read: Reading, publisher: str | None, entry: SourceEntry | None) -> str | None:
    return read.issuer or publisher or (entry.name if entry else None)


def _kind(read: Reading, official: bool) -> str:
    """An authority's own page is a release, however it was read."""
    return "press_release" if official and read.kind == "news" else read.kind


@cache
def _packaged() -> tuple[SourceEntry, ...]:
    """The packaged catalogue, parsed once and not once per document."""
    return tuple(load_catalogue())


def _home(entry: SourceEntry | None) -> str | None:
    """The country of the source; the US for a text that no catalogue knows, as on the command line: "the deficit" is then its own."""
    return COUNTRIES.get(entry.country) if entry else "USA"
