"""Text and data mining that a rights holder has reserved (Directive (EU) 2019/790, Article 4): then only title and link are kept.

Four places can say so: the header and the meta element `tdm-reservation`, the file `/.well-known/tdmrep.json` (TDM Reservation Protocol of the
W3C community group), and robots.txt groups that shut the crawlers of language models out. The last two are asked for sources whose text is not
free to keep; they are known before a page is fetched, so the page is then not fetched at all.
"""

import json
import re
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

AGENTS = (
    "GPTBot",
    "CCBot",
    "Google-Extended",
    "ClaudeBot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "PerplexityBot",
    "Meta-ExternalAgent",
)
"""Crawlers that collect text for mining. A group that names one of them speaks about that use, whoever makes it."""

WELL_KNOWN = "/.well-known/tdmrep.json"

_META = re.compile(rb"<meta\s[^>]*?name\s*=\s*[\"']?tdm-reservation[\"']?[^>]*>", re.I)
_ONE = re.compile(rb"content\s*=\s*[\"']?\s*1\s*[\"'\s/>]", re.I)
HEAD = 65536
"""Bytes of a page that are searched for the meta element."""


class Reserved(IgnoreRequest):
    """The page is not fetched because its use is reserved; the message says where that is stated."""


def reserved_in(response: Response) -> str | None:
    """Where an answer itself reserves mining, in words; None when it does not."""
    if (response.headers.get(b"tdm-reservation") or b"").strip() == b"1":
        return "the header tdm-reservation reserves mining"
    found = _META.search(response.body[:HEAD])
    if found and _ONE.search(found.group()):
        return "its meta element tdm-reservation reserves mining"
    return None


def reserved_by_robots(rules: RobotParser, url: str) -> str | None:
    """Which crawler of a language model the rules shut out of an address that is open to everybody else; None when none."""
    if not rules.allowed(url, "*"):
        return None
    for agent in AGENTS:
        if not rules.allowed(url, agent):
            return f"robots.txt shuts {agent} out"
    return None


def reservations(body: bytes) -> list[tuple[str, bool]]:
    """Path patterns of a tdmrep.json with whether each is reserved, in the order of the file; nothing for other content."""
    try:
        plain = json.loads(body)
    except ValueError:
        return []
    found = []
    for rule in plain if isinstance(plain, list) else []:
        if isinstance(rule, dict) and isinstance(rule.get("location"), str):
            found.append((rule["location"], str(rule.get("tdm-reservation")).strip() == "1"))
    return found


def reserved_by_file(rules: list[tuple[str, bool]], url: str) -> str | None:
    """The first pattern that matches decides, as the protocol says."""
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    for location, reserved in rules:
        pattern = location.removesuffix("$") if location.endswith("$") else f"{location}*"
        if fnmatchcase(path, pattern.replace("[", "[[]")):
            return f"tdmrep.json reserves mining of {location}" if reserved else None
    return None
