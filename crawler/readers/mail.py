"""E-mails: subject, sender, date and the readable part. A newsletter stays one text: its stories in order, each with its link."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from bs4 import BeautifulSoup, Tag

from crawler.blocks import block_text, soup_of, tidy
from crawler.charsets import decode
from crawler.readers.reading import Reading
from crawler.written_dates import parse_date
from tradeclaims.errors import Unreadable

VERSION = 2

STUB = 3
"""A plain part so many times shorter than the HTML part only says that there is an HTML part."""

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$)|visibility\s*:\s*hidden", re.I)
_FURNITURE = re.compile(
    r"^\W*(?:(?:click here to )?(?:view|read|open|see) (?:this |it |the )?(?:e-?mail |message |newsletter )?(?:in|on) (?:your |a |the )?(?:web )?browser.*|"
    r"(?:click here to )?unsubscribe.*|(?:update|manage|change) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|settings).*|"
    r"you(?:'re|’re| are) receiving this .*|this (?:e-?mail|message) was sent to .*|forward (?:this )?to a (?:friend|colleague).*|"
    r"privacy policy|terms of (?:use|service)|having trouble viewing .*|add us to your address book.*|sent from my \w+.*)\W*$",
    re.I | re.M,
)
_FORWARDED = re.compile(
    r"^[\s>]*(?:-{2,}\s*(?:forwarded message|original message)\s*-{2,}|begin forwarded message:?)\s*$\n(?P<head>(?:[\s>*]*\n|[\s>*]*[A-Z][\w-]{1,12}:.*\n)+)",
    re.I | re.M,
)
_FIELD = re.compile(r"^[\s>*]*(?P<name>from|date|sent|subject):[\s*]*(?P<value>.+?)[\s*]*$", re.I | re.M)
_PREFIX = re.compile(r"^(?:(?:re|fwd?|wg|tr)\s*:\s*)+", re.I)
_CELLS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_BLOCK_IN_CELL = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote")
_HOLDERS = ("p", "li", "td", "th", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    subject: str
    sender: str
    date: str
    text: str


def read_mail(body: bytes) -> Reading:
    """Plain text, or the HTML part where it says more; a forwarded mail speaks with its own subject, sender and date.

    Raises Unreadable for bytes that are no mail and for mails without text.
    """
    try:
        message = message_from_bytes(body, policy=policy.default)
        assert isinstance(message, EmailMessage)
        letter = _letter(message)
    except RecursionError:
        raise Unreadable("expected an e-mail, found parts within parts without end") from None
    if not message.keys():
        raise Unreadable("expected an e-mail with headers")
    if not letter.text:
        raise Unreadable("expected an e-mail with a text part, found none or an empty one")
    name, address = parseaddr(letter.sender)
    return Reading(
        reader="mail", version=VERSION, kind="text", title=letter.subject, text=letter.text,
        published=parse_date(letter.date), published_raw=letter.date, issuer=name or address or None,
    )  # fmt: skip


def _letter(message: EmailMessage) -> _Letter:
    own = _Letter(
        subject=" ".join(_header(message, "Subject").split()),
        sender=_header(message, "From"),
        date=_header(message, "Date"),
        text=_text(message),
    )
    attached = [part.get_payload(0) for part in message.walk() if part.get_content_type() == "message/rfc822" and part.is_multipart()]
    inner = [_letter(each) for each in attached[:1] if isinstance(each, EmailMessage)]
    if inner and inner[0].text:
        return _Letter(
            subject=inner[0].subject or own.subject, sender=inner[0].sender, date=inner[0].date or own.date,
            text="\n\n".join(dict.fromkeys(text for text in (own.text, inner[0].text) if text)),
        )  # fmt: skip
    return _unwrapped(own)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, TypeError, AttributeError):  # the standard library raises any of these on headers it cannot parse
        return str(dict(message.raw_items()).get(name) or "")


def _unwrapped(own: _Letter) -> _Letter:
    """A mail forwarded in the text of another: the header lines inside of it tell whose it is and of which day."""
    found = _FORWARDED.search(own.text)
    if not found:
        return own
    inner = {field["name"].lower(): field["value"] for field in _FIELD.finditer(found["head"])}
    before, after = own.text[: found.start()].strip(), own.text[found.end() :].strip()
    return _Letter(
        subject=inner.get("subject") or _PREFIX.sub("", own.subject), sender=inner.get("from") or own.sender,
        date=inner.get("date") or inner.get("sent") or own.date, text="\n\n".join(part for part in (before, after) if part),
    )  # fmt: skip


def _text(message: EmailMessage) -> str:
    """Of a mail's own parts; those of an attached mail are not among them."""
    parts = {kind: message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")}
    plain = _tidied(_content(parts["plain"])) if parts["plain"] else ""
    html = _tidied(_from_html(_content(parts["html"]))) if parts["html"] else ""
    return html if len(html) > STUB * len(plain) else plain


def _content(part: MIMEPart) -> str:
    """The decoded part, whatever character set it says it has."""
    raw = part.get_payload(decode=True)
    return decode(raw, part.get_content_charset()) if isinstance(raw, bytes) else ""


def _tidied(text: str) -> str:
    return tidy(_FURNITURE.sub("", text.replace("\u034f", "").replace("\u200c", "")))


def _from_html(content: str) -> str:
    soup = soup_of(content)
    for hidden in soup.find_all(style=_HIDDEN):
        hidden.decompose()
    _unlay(soup)
    _show_links(soup)
    return block_text(soup.body) if soup.body else ""


def _unlay(soup: BeautifulSoup) -> None:
    """Tables that only place things become plain blocks; tables of figures stay."""
    for table in reversed(soup.find_all("table")):
        rows = table.find_all("tr")
        figures = any(len(row.find_all(("td", "th"), recursive=False)) > 1 for row in rows) and not table.find(_BLOCK_IN_CELL)
        if table.get("role") in ("presentation", "none") or not figures:
            for part in [*table.find_all(_CELLS), table]:
                if part.find_parent("table") in (table, None) or part is table:
                    part.name = "div"


def _show_links(soup: BeautifulSoup) -> None:
    """Each link's address on a line of its own behind the block that it stands in: sentences stay whole."""
    for link in soup.find_all("a", href=re.compile(r"^https?://", re.I)):
        words = " ".join(link.get_text().split())
        if not words or _FURNITURE.match(words):
            continue
        holder = link.find_parent(_HOLDERS)
        if isinstance(holder, Tag):
            line = soup.new_tag("p")
            line.string = str(link["href"]).strip()
            holder.append(line)
