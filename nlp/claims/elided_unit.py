"""Sums whose currency was said before: "112.9 billion euros last year from 122.1 billion", "from 24.6 billion in March to 27.6 billion"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.sentence import Mark
from tradeclaims.values import Quantity

SCALED = re.compile(r"\b(?:millions?|billions?|trillions?|bn|mn|tn)$", re.IGNORECASE)
NOTHING_COUNTED = re.compile(
    r"\s*(?:[.,;:)(–—]|$)|\s+(?:in|from|to|on|at|by|for|over|during|through|last|this|a year|and|or|but|while|as|when|compared|than|versus|against|after|before|respectively|worth)\b",
    re.IGNORECASE,
)
MONEY_WORDS = re.compile(r"\b(?:deficits?|surplus\w*|gaps?|imbalances?|shortfalls?|exports?|imports?|trade)\b", re.IGNORECASE)


def with_elided_currency(marks: Sequence[Mark[Quantity]], text: str) -> tuple[Mark[Quantity], ...]:
    """The marks, with plain millions and billions that count nothing made sums of the currency before them, or dollars in a sentence on trade."""
    known = next((m.what.currency for m in marks if m.what.unit == "currency"), None)
    done: list[Mark[Quantity]] = []
    for mark in marks:
        quantity = mark.what
        if quantity.unit == "currency":
            known = quantity.currency
        elif quantity.unit == "count" and SCALED.search(text[mark.start : mark.end]) and NOTHING_COUNTED.match(text, mark.end):
            currency = known or ("USD" if MONEY_WORDS.search(text) else None)
            if currency:
                mark = replace(mark, what=replace(quantity, unit="currency", currency=currency))
        done.append(mark)
    return tuple(done)
