"""A redesign is a new version of a reader beside the old one: pages fetched before it stay readable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from crawler.readers.reading import Reading
from tradeclaims.errors import Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One version of a reader."""

    number: int
    """1 for the oldest; a document says which one read it."""

    valid_until: date | None
    """Last day on which the site looked so; None for the present look."""

    read: Callable[[str], Reading]
    """HTML to Reading; raises Unreadable for a page that looks otherwise."""


def read_dated(versions: Sequence[Dated], html: str, on: date | None = None) -> Reading:
    """Read a page by the version that was valid when it was fetched (`on`; today's by default), then by the others, newest first.

    A site may serve old pages in their old look for years, and a saved file has no sure date: the look decides in the end.
    Raises what the version of the day raised when none can read the page.
    """
    newest_first = sorted(versions, key=lambda version: version.number, reverse=True)
    of_the_day = [version for version in newest_first if version.valid_until is None or (on and on <= version.valid_until)][
        -1 if on else 0 :
    ]
    first: Unreadable | None = None
    for version in [*of_the_day[:1], *(each for each in newest_first if each not in of_the_day[:1])]:
        try:
            return version.read(html)
        except Unreadable as error:
            first = first or error
    assert first is not None
    raise first
