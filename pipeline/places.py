"""From a claim's characters to page and box of the PDF it was read from, worked out anew from the archived bytes."""

from bisect import bisect_right
from typing import Any

from crawler.pdf.places import places
from store.database import Database
from store.snapshots import body_of
from tradeclaims.errors import Unreadable


def with_places(db: Database, links: dict[str, Any]) -> dict[str, Any]:
    """The chain of a claim or event with `places`: a list of {"page": from 1, "boxes": [[left, bottom, right, top] in points from the
    lower left corner, one a line]}; unchanged where the document has no pages. Boxes are empty where the words were recognised in a scan."""
    shown = links.get("claim") or links.get("event")
    pages = links["document"]["pages"] if links.get("document") else None
    if not shown or not pages:
        return links
    numbers = list(range(bisect_right(pages, shown["start"]), bisect_right(pages, max(shown["end"] - 1, shown["start"])) + 1))
    try:
        body = body_of(db, links["document"]["snapshot"])
    except Unreadable:  # lost or taken down: the chain is shown as far as it goes
        return links
    found = [{"page": place.page, "boxes": [list(box) for box in place.boxes]} for place in places(body, shown["evidence"], numbers)]
    return links | {"places": found or [{"page": number, "boxes": []} for number in numbers]}
