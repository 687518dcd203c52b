"""Whose dollars a bare "$" means: American ones, but Canadian ones in a text on Statistics Canada's figures."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tradeclaims.records import Mention

CANADA = re.compile(r"\bStat(?:istics |s ?)Can(?:ada)?\b|\bStatCan\b")
BARE = re.compile(r"(?<![A-Za-z.])\$")


def means_canadian(text: str) -> bool:
    """Whether a bare "$" of the text is Canadian."""
    return CANADA.search(text) is not None


def in_local_dollars(quantities: Iterable[Mention], text: str) -> list[Mention]:
    """The quantities, with bare dollars made Canadian where the text quotes Statistics Canada."""
    if not means_canadian(text):
        return list(quantities)
    return [_canadian(mention) for mention in quantities]


def _canadian(mention: Mention) -> Mention:
    quantity = mention.quantity
    if quantity is None or quantity.currency != "USD" or not BARE.search(mention.span.quote):
        return mention
    return replace(mention, quantity=replace(quantity, currency="CAD"))
