"""The catalogue of sources: what to crawl, from where, and how."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from tradeclaims.errors import Misconfigured

KINDS = frozenset({"rss", "atom", "sitemap", "listing", "api", "ics", "page"})
TEXTS = frozenset({"full", "snippet"})
SPIDERS = frozenset({"ustr_press", "ustr_letters", "federal_register", "feed", "page"})


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

    notes: str = ""
    """For people."""


def load_catalogue(path: Path | None = None) -> list[SourceEntry]:
    """All entries of a catalogue file, or of the packaged one; raises Misconfigured with one line that names the fault."""
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
    entries = [
        _entry(where, number, {**_usable(defaults), **_mapping(where, number, feed)}) for number, feed in enumerate(plain["feeds"], 1)
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


def _usable(defaults: dict[str, Any]) -> dict[str, Any]:
    return {key: defaults[key] for key in ("max_items", "min_delay_s", "timeout_s", "text", "language") if key in defaults}


def _mapping(where: str, number: int, feed: Any) -> dict[str, Any]:
    if not isinstance(feed, dict):
        raise Misconfigured(f"{where}: feed {number}: expected a mapping, got {feed!r}")
    return feed


def _entry(where: str, number: int, feed: dict[str, Any]) -> SourceEntry:
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
    spider = feed.get("spider") or spider_for(kind, url)
    if spider is not None and spider not in SPIDERS:
        raise Misconfigured(f"{here}: spider {spider!r} is unknown; expected one of {', '.join(sorted(SPIDERS))}")
    try:
        return SourceEntry(
            id=name, name=str(feed.get("name") or name), country=str(feed.get("country") or ""), language=str(feed.get("language") or "en"),
            kind=kind, url=url, text=text, enabled=_flag(feed.get("enabled", True)), max_items=int(feed.get("max_items", 200)),
            min_delay_s=float(feed.get("min_delay_s", 2)), timeout_s=float(feed.get("timeout_s", 30)), spider=spider,
            agencies=tuple(str(slug) for slug in feed.get("agencies") or ()), notes=str(feed.get("notes") or ""),
        )  # fmt: skip
    except (TypeError, ValueError) as error:
        raise Misconfigured(f"{here}: {error}") from error


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"`enabled` is {value!r}; expected true or false")
    return value


def spider_for(kind: str, url: str) -> str | None:
    """Name of the spider that reads such an entry; None where there is none yet."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if kind in ("rss", "atom"):
        return "feed"
    if kind == "page":
        return "page"
    if kind == "listing" and host == "ustr.gov":
        return "ustr_press"
    if kind == "api" and host == "federalregister.gov":
        return "federal_register"
    return None
