"""Federal Register documents: the plain text of the printed issue or of the inspection desk, and the API's JSON."""

import html
import json
import re
from datetime import date
from typing import Any

from crawler.blocks import tidy
from crawler.readers.reading import Reading
from crawler.written_dates import find_date
from tradeclaims.errors import Unreadable

VERSION = 1
FIRST = "Federal Register"
"""Issuer when the text names no agency."""

_PRE = re.compile(r"<pre[^>]*>(?P<text>.*?)</pre>", re.S | re.I)
_TAG = re.compile(r"</?[a-z][^>]*>", re.I)
_VOLUME = re.compile(r"\[Federal Register Volume[^\]]*?\((?P<day>[^)]*\d{4})\)")
_FILED = re.compile(r"Filed:\s*(?P<month>\d{1,2})[/-](?P<day>\d{1,2})[/-](?P<year>\d{2,4})")
_AGENCY = re.compile(r"^\s*AGENC(?:Y|IES):\s*(?P<name>.+?)(?=\n\s*\n|\n\s{2,}\S|\n[A-Z ]+:|\Z)", re.M | re.S)
_PAGE = re.compile(r"^\s*\[\[Page [\w-]+\]\]\s*$|^\s*-{5,}.*$|^\s*={5,}\s*$", re.M)
_FURNITURE = re.compile(
    r"^\s*\[(Federal Register Volume|Notices|Rules and Regulations|Proposed Rules|Presidential Documents|Pages? \d|From the Federal Register).*$",
    re.M,
)


def is_register_text(text: str) -> bool:
    """Whether a plain text is a document of the Register."""
    head = text[:3000]
    return "[Federal Register Volume" in head or bool(
        _AGENCY.search(text[:8000]) and re.search(r"^\s*(ACTION|SUMMARY):", text[:12000], re.M)
    )


def read_register_text(text: str) -> Reading:
    """Paragraphs of a raw text, title from the heading above `AGENCY:`; raises Unreadable when it is no such document."""
    found = _PRE.search(text)
    plain = html.unescape(_TAG.sub("", found["text"])) if found else text
    if not is_register_text(plain):
        if re.search(r"<html", text[:500], re.I):
            raise Unreadable("expected the text of a Federal Register document, found an HTML page (an error page or a bot wall)")
        if len(plain.split()) < 30:
            raise Unreadable(f"expected the text of a Federal Register document, found {len(plain.split())} words")
    agency = _AGENCY.search(plain)
    issuer = re.sub(r"\s+", " ", agency["name"]).strip(" .") if agency else FIRST
    day, words = _date(plain)
    return Reading(
        reader="register", version=VERSION, kind="notice", title=_heading(plain, agency.start() if agency else 0), text=_reflow(plain),
        published=day, published_raw=words, issuer=issuer, official=True, country="USA", language="en",
    )  # fmt: skip


def read_register_record(plain: dict[str, Any]) -> Reading:
    """One document as the API describes it: title, abstract, dates and action. For archives that hold no full text."""
    parts = [str(plain.get(key) or "").strip() for key in ("action", "abstract", "dates")]
    text = tidy("\n\n".join(part for part in parts if part))
    title = " ".join(str(plain.get("title") or "").split())
    if not text or not title:
        raise Unreadable("expected a Federal Register record with `title` and `abstract`")
    names = [agency.get("name") for agency in plain.get("agencies") or () if isinstance(agency, dict) and agency.get("name")]
    dated = find_date(str(plain.get("publication_date") or ""))
    return Reading(
        reader="register", version=VERSION, kind="notice", title=title, text=text, published=dated[0] if dated else None,
        published_raw=dated[1] if dated else "", issuer=names[-1] if names else FIRST, official=True, country="USA", language="en",
        declared_url=plain.get("html_url"),
    )  # fmt: skip


def parse_record(text: str) -> dict[str, Any]:
    """A JSON object, or Unreadable."""
    try:
        plain = json.loads(text)
    except ValueError as error:
        raise Unreadable(f"expected JSON: {error}") from error
    if not isinstance(plain, dict):
        raise Unreadable(f"expected a JSON object, found {type(plain).__name__}")
    return plain


def _date(plain: str) -> tuple[date | None, str]:
    printed = _VOLUME.search(plain[:3000])
    if printed and (dated := find_date(printed["day"])):
        return dated[0], printed["day"]
    filed = _FILED.search(plain)
    if filed:
        year = int(filed["year"]) + (2000 if int(filed["year"]) < 100 else 0)
        return date(year, int(filed["month"]), int(filed["day"])), filed.group()
    return None, ""


def _heading(plain: str, agency: int) -> str:
    """The last paragraph above `AGENCY:` that is no docket or bracket line."""
    above = [" ".join(part.split()) for part in re.split(r"\n\s*\n", _PAGE.sub("\n", _FURNITURE.sub("", plain[:agency])))]
    for part in reversed(above):
        if len(part.split()) >= 3 and not part.startswith("[") and not re.match(r"(docket|rin)\b", part, re.I):
            return part
    return ""


def _reflow(plain: str) -> str:
    """GPO text: a paragraph begins after an empty line or with an indented line."""
    parts: list[str] = []
    for line in _PAGE.sub("", _FURNITURE.sub("", plain)).split("\n"):
        if not line.strip():
            parts.append("\n\n")
        elif re.match(r"\s{2,}\S", line):
            parts.append("\n\n" + line.strip() + " ")
        else:
            parts.append(line.strip() + " ")
    return tidy("".join(parts))
