"""Saved e-mails: subject, sender, date and the readable part."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from crawler.blocks import block_text, soup_of, tidy
from crawler.readers.reading import Reading
from crawler.written_dates import parse_date
from tradeclaims.errors import Unreadable

VERSION = 1


def read_mail(body: bytes) -> Reading:
    """The plain part, else the HTML part; raises Unreadable when there is neither."""
    message = message_from_bytes(body, policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None or not message.keys():
        raise Unreadable("expected an e-mail with a text part")
    try:
        content = str(part.get_content())
    except (LookupError, UnicodeError) as error:
        raise Unreadable(f"e-mail text cannot be decoded: {error}") from error
    if part.get_content_type() == "text/html":
        root = soup_of(content).body
        content = block_text(root) if root else ""
    text = tidy(content)
    if not text:
        raise Unreadable("expected an e-mail with text, found an empty one")
    name, address = parseaddr(str(message.get("From") or ""))
    stated = str(message.get("Date") or "")
    return Reading(
        reader="mail", version=VERSION, kind="text", title=" ".join(str(message.get("Subject") or "").split()), text=text,
        published=parse_date(stated), published_raw=stated, issuer=name or address or None,
    )  # fmt: skip
