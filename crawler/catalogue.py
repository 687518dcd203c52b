"""The catalogue of sources: what to crawl, from where, and how."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import yaml

from tradeclaims.errors import Misconfigured

Part = TypeVar("Part")

KINDS = frozenset({"rss", "atom", "sitemap", "listing", "api", "ics", "page"})
TEXTS = frozenset({"full", "snippet"})
SPIDERS = frozenset({"ustr_press", "ustr_letters", "federal_register", "feed", "sitemap", "listing", "json_api", "calendar", "page"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """CSS selectors of a listing page. Empty ones fall back to what the listing spider guesses."""

    rows: str = ""
    """One element per item."""

    link: str = "a[href]"
    """In a row: the link to the item."""

    title: str = ""
    """In a row: its title; the link's text when empty."""

    date: str = ""
    """In a row: the element that holds its date; the row's whole text when empty."""

    next: str = ""
    """On the page: the link to older rows; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where a JSON answer holds what, as names joined by dots."""

    rows: str
    """The list of items."""

    link: str
    """In an item: its address."""

    title: str
    """In an item: its title."""

    date: str = ""
    """In an item: its date."""

    summary: str = ""
    """In an item: a summary."""

    site: str = ""
    """Address that an item's own id is put behind (`{}`), for answers that give no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that an API wants. The key itself is in the environment only."""

    variable: str
    """Name of the environment variable."""

    header: str = ""
    """Request header that carries it."""

    parameter: str = ""
    """Or: query parameter that carries it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One line of the catalogue."""

    id: str
    """Unique name of the source; snapshots and runs carry it."""

    name: str
    """What people call it."""

    country: str
    """ISO 3166 alpha-2 of the publisher; `EU` or `INT` for bodies of several countries; empty when not given."""

    language: str
    """ISO 639-1 code."""

    kind: str
    """rss, atom, sitemap, listing, api, ics, or page for a single page."""

    url: str
    """Address of the listing, feed or API."""

    text: str = "snippet"
    """`full` where the whole text may be kept; `snippet` where only title, address, date and claims may."""

    enabled: bool = True
    """False for entries that are listed but not crawled unless named."""

    pages: bool = True
    """False where only the listing's own words are to be kept, as for articles behind a challenge or a paywall."""

    max_items: int = 200
    """Most items of one crawl."""

    min_delay_s: float = 2
    """Seconds between two requests to the host."""

    timeout_s: float = 30
    """Seconds to wait for an answer."""

    spider: str | None = None
    """Name of the spider; None for kinds that no spider reads yet."""

    agencies: tuple[str, ...] = ()
    """Slugs of Federal Register agencies to keep from the public-inspection desk; empty for the spider's own list."""

    select: Select | None = None
    """Selectors, for the listing spider."""

    paths: Paths | None = None
    """Paths, for the JSON spider."""

    key: Key | None = None
    """The key that the address wants; None where it wants none."""

    expect: tuple[tuple[str, Any], ...] = ()
    """What a good run looks like, as far as it differs from the spider's own declaration: names and values of `Expect`."""

    evidence: str = ""
    """A: somebody published a dated look at it. B: public programs use it. C: one mention, never seen working."""

    checked: str = ""
    """Day of the newest published look at it, ISO 8601; empty when there is none."""

    notes: str = ""
    """For people."""


def load_catalogue(path: Path | None = None) -> list[SourceEntry]:
    """All entries of a catalogue file, or of the packaged one; raises Misconfigured with one line that names the fault.

    What a file leaves open about an address that the packaged catalogue knows (spider, selectors, paths, expectations) is taken from there.
    """
    where = str(path) if path else "packaged catalogue"
    try:
        text = path.read_text(encoding="utf-8") if path else files("crawler").joinpath("catalogue.yaml").read_text(encoding="utf-8")
        plain = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{where}: cannot be read: {error}") from error
    except yaml.YAMLError as error:
        raise Misconfigured(f"{where}: not valid YAML: {' '.join(str(error).split())}") from error
    if not isinstance(plain, dict) or not isinstance(plain.get("feeds"), list):
        raise Misconfigured(f"{where}: expected a mapping with a list `feeds`")
    defaults = plain.get("defaults") or {}
    if not isinstance(defaults, dict):
        raise Misconfigured(f"{where}: expected `defaults` to be a mapping")
    known = _known() if path else {}
    entries = [
        _entry(where, number, {**_usable(defaults), **_mapping(where, number, feed)}, defaults, known)
        for number, feed in enumerate(plain["feeds"], 1)
    ]
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise Misconfigured(f"{where}: id {entry.id!r} occurs twice")
        seen.add(entry.id)
    return entries


def find_entry(entries: Iterable[SourceEntry], name: str) -> SourceEntry:
    """The entry with this id; raises Misconfigured when there is none."""
    for entry in entries:
        if entry.id == name:
            return entry
    raise Misconfigured(f"source {name!r}: not in the catalogue")


@cache
def _known() -> dict[str, SourceEntry]:
    return {entry.url: entry for entry in load_catalogue()}


def _usable(defaults: dict[str, Any]) -> dict[str, Any]:
    return {key: defaults[key] for key in ("max_items", "min_delay_s", "timeout_s", "text", "language") if key in defaults}


def _mapping(where: str, number: int, feed: Any) -> dict[str, Any]:
    if not isinstance(feed, dict):
        raise Misconfigured(f"{where}: feed {number}: expected a mapping, got {feed!r}")
    return feed


def _entry(where: str, number: int, feed: dict[str, Any], defaults: dict[str, Any], known: Mapping[str, SourceEntry]) -> SourceEntry:
    name = feed.get("id")
    if not isinstance(name, str) or not name:
        raise Misconfigured(f"{where}: feed {number}: `id` is missing")
    here = f"{where}: feed {name!r}"
    kind, url, text = feed.get("kind"), feed.get("url"), feed.get("text", "snippet")
    if kind not in KINDS:
        raise Misconfigured(f"{here}: kind {kind!r} is unknown; expected one of {', '.join(sorted(KINDS))}")
    if not isinstance(url, str) or urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise Misconfigured(f"{here}: `url` is missing or no http address: {url!r}")
    if text not in TEXTS:
        raise Misconfigured(f"{here}: text {text!r} is unknown; expected full or snippet")
    twin = known.get(url)
    if twin and twin.kind != kind:
        twin = None
    spider = feed.get("spider") or (twin.spider if twin else spider_for(kind, url))
    if spider is not None and spider not in SPIDERS:
        raise Misconfigured(f"{here}: spider {spider!r} is unknown; expected one of {', '.join(sorted(SPIDERS))}")
    try:
        return SourceEntry(
            id=name, name=str(feed.get("name") or name), country=str(feed.get("country") or ""), language=str(feed.get("language") or "en"),
            kind=kind, url=url, text=text, enabled=_flag(feed.get("enabled", True)), max_items=int(feed.get("max_items", 200)),
            min_delay_s=float(feed.get("min_delay_s", 2)), timeout_s=float(feed.get("timeout_s", 30)), spider=spider,
            pages=_flag(feed.get("pages", twin.pages if twin else True)),
            agencies=tuple(str(slug) for slug in feed.get("agencies") or ()),
            select=_part(Select, feed, "select") or (twin.select if twin else None),
            paths=_part(Paths, feed, "paths") or (twin.paths if twin else None),
            key=_part(Key, feed, "key") or (twin.key if twin else None),
            expect=tuple({**dict(twin.expect if twin else ()), **_expect(defaults), **_expect(feed)}.items()),
            evidence=str(feed.get("ev") or ""), checked=str(feed.get("checked") or ""), notes=str(feed.get("notes") or ""),
        )  # fmt: skip
    except (TypeError, ValueError) as error:
        raise Misconfigured(f"{here}: {error}") from error


def _part(kind: type[Part], feed: Mapping[str, Any], name: str) -> Part | None:
    plain = feed.get(name)
    if plain is None:
        return None
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # dataclasses, all of them
    if not isinstance(plain, dict) or not plain.keys() <= known or not all(isinstance(value, str) for value in plain.values()):
        raise ValueError(f"`{name}` is {plain!r}; expected texts under {', '.join(sorted(known))}")
    return kind(**plain)


def _expect(plain: Mapping[str, Any]) -> dict[str, Any]:
    stated = plain.get("expect") or {}
    known = {"min_listed", "gap_days", "required", "steady"}
    if not isinstance(stated, dict) or not stated.keys() <= known:
        raise ValueError(f"`expect` is {stated!r}; expected some of {', '.join(sorted(known))}")
    chosen: dict[str, Any] = {key: int(stated[key]) for key in ("min_listed", "gap_days") if key in stated}
    if "required" in stated:
        chosen["required"] = tuple(str(name) for name in stated["required"])
    if "steady" in stated:
        chosen["steady"] = _flag(stated["steady"])
    return chosen


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"a switch is {value!r}; expected true or false")
    return value


def spider_for(kind: str, url: str) -> str | None:
    """Name of the spider that reads such an entry; None where there is none."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if kind in ("rss", "atom"):
        return "feed"
    if kind == "listing":
        if host == "ustr.gov":
            return "ustr_letters" if "reports-and-publications" in parts.path else "ustr_press"
        return "listing"
    if kind == "api":
        return "federal_register" if host == "federalregister.gov" else None
    return {"sitemap": "sitemap", "ics": "calendar", "page": "page"}.get(kind)
