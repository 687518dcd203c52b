"""What came back over the wire, and the reading that all agencies need."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tradeclaims.errors import SourceChanged

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
_TAG = re.compile(r"<[^>]*>")


class CutOff(Exception):
    """The answer breaks off in the middle: the client asks again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, whole, of any status that does not call for another try."""

    url: str
    """Where it came from, after redirects, without the query."""

    status: int
    """HTTP status. 200 is not success."""

    media_type: str
    """`application/json`; empty where the server names none."""

    body: bytes
    """Unpacked."""

    def text(self, charset: str = "utf-8") -> str:
        """The body as text; bytes that are none in that charset become the replacement character."""
        return self.body.decode(charset, errors="replace")

    @property
    def is_html(self) -> bool:
        """Whether it is a web page, whatever its header says."""
        return self.media_type == "text/html" or self.body.lstrip()[:1] == b"<"

    @property
    def gist(self) -> str:
        """A few words of it for a message: a page's title, or how the text begins."""
        text = self.text()
        title = _TITLE.search(text)
        words = " ".join(_TAG.sub(" ", title.group(1) if title else text).split())
        return words[:140] or "an empty body"


def read_json(answer: Answer, charset: str = "utf-8") -> Any:
    """The body as JSON, decimals exact. Raises CutOff for JSON that breaks off, SourceChanged for anything that never was JSON."""
    if answer.is_html:
        raise SourceChanged(f"{answer.url} answers {answer.status} with a web page ({answer.gist}); expected JSON")
    text = answer.text(charset).lstrip("\ufeff \r\n\t")
    if text[:1] not in ("{", "["):
        raise SourceChanged(f"{answer.url} answers {answer.status} with {answer.gist}; expected JSON")
    try:
        return json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise CutOff(f"{answer.url} sends JSON that is broken or cut off") from error


def expect(answer: Answer, *statuses: int) -> None:
    """Raises SourceChanged for any other status: 401 and 403 as a refused key."""
    if answer.status in statuses:
        return
    if answer.status in (401, 403):
        raise SourceChanged(f"{answer.url} refuses the key with {answer.status}: {answer.gist}")
    raise SourceChanged(f"{answer.url} answers {answer.status}: {answer.gist}")
