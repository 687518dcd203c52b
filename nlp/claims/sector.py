"""What "the sector", "that industry" or "the crop" stands for: the goods or services named last before it."""

import re

from nlp.claims.setting import Setting
from nlp.claims.territory import Territory
from nlp.names.products import find_products
from tradeclaims.records.claim import Scope

_NOUN = r"(?:the|that|this)\s+(?:same\s+|whole\s+|entire\s+)?(?:sector|industry|category|commodity|segment|product|crop|fuel|metal|grain|fib(?:re|er))"
BEFORE = re.compile(rf"\b{_NOUN}(?:['’]s?|\s+alone|\s+itself)?(?:\s+(?!said|says)[\w$.,-]+){{0,4}}\s*$", re.IGNORECASE)
BEHIND = re.compile(rf"(?:\s+alone)?\s+(?:of|in|from|for|by)\s+{_NOUN}\b", re.IGNORECASE)
SUCH = re.compile(r"\b(?:such|these|those)\s+$", re.IGNORECASE)
SERVICES = re.compile(r"\bservices\b(?! (?:and|or) goods)", re.IGNORECASE)
REACH = 400
"""How many characters back the sector may have been named."""


def sector_of(setting: Setting, territory: Territory) -> tuple[Scope, str | None] | None:
    """Scope and product of a flow that is told to be one "of the sector"; None where it is not, or none was named."""
    sentence, head = setting.sentence, territory.head
    if SUCH.search(sentence.text[: head.start]) and any(m.end <= head.start for m in sentence.products):
        return None
    if not (
        SUCH.search(sentence.text[: head.start]) or BEFORE.search(sentence.text, 0, head.start) or BEHIND.match(sentence.text, head.end)
    ):
        return None
    start = sentence.span.start
    text = setting.document.text[max(0, start - REACH) : start + head.start]
    products = find_products(text)
    services = [hit.start() for hit in SERVICES.finditer(text)]
    if products and (not services or products[-1][0].start > services[-1]):
        return "goods", products[-1][1]
    return ("services", None) if services else None
