"""Numbers whose unit was said before: "112.9 billion euros last year from 122.1 billion", "from 24.6 billion in March to 27.6 billion"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.sentence import Mark
from tradeclaims.values import Quantity

SCALED = re.compile(r"\b(?:millions?|billions?|trillions?|bn|mn|tn)$", re.IGNORECASE)
NOTHING_COUNTED = re.compile(
    r"\s*(?:[.,;:)(–—]|$)|\s+(?:in|from|to|on|at|by|for|over|during|through|last|this|a year|and|or|but|while|as|when|compared|than|versus|against|after|before|respectively|worth|with)\b",
    re.IGNORECASE,
)
MONEY_WORDS = re.compile(r"\b(?:deficits?|surplus\w*|gaps?|imbalances?|shortfalls?|exports?|imports?|trade)\b", re.IGNORECASE)


PHYSICAL = ("SME", "metric tons", "tons", "vehicles", "bushels", "barrels")


def with_elided_units(marks: Sequence[Mark[Quantity]], text: str, told: str | None = None) -> tuple[Mark[Quantity], ...]:
    """The marks, with plain millions and billions that count nothing given the unit of the level before them.

    Without one before, they take the currency of the sentence, or that of the level told last in the paragraph (`told`), or are dollars in a sentence on trade.
    """
    currency = next((m.what.currency for m in marks if m.what.unit == "currency"), None)
    currency = currency or told or ("USD" if MONEY_WORDS.search(text) else None)
    unit: tuple[str, str | None] | None = ("currency", currency) if currency else None
    done: list[Mark[Quantity]] = []
    for mark in _with_listed_units(marks, text):
        quantity = mark.what
        if quantity.unit == "currency" or quantity.unit in PHYSICAL:
            unit = quantity.unit, quantity.currency
        elif (
            unit
            and quantity.unit == "count"
            and _may_elide(quantity, text[mark.start : mark.end], unit[0])
            and NOTHING_COUNTED.match(text, mark.end)
        ):
            mark = replace(mark, what=replace(quantity, unit=unit[0], currency=unit[1]))
        done.append(mark)
    return tuple(done)


def _may_elide(quantity: Quantity, words: str, unit: str) -> bool:
    """Whether a plain number is large enough for a level: millions of anything, or thousands behind a level in pieces or by weight."""
    return SCALED.search(words) is not None or (unit in PHYSICAL and quantity.low >= 1000 and "," in words)


def _with_listed_units(marks: Sequence[Mark[Quantity]], text: str) -> list[Mark[Quantity]]:
    """ "2.4, 5.1 and 0.8 percent": bare numbers of a list have the unit of its last one."""
    done: list[Mark[Quantity]] = []
    for mark in reversed(marks):
        behind = done[-1] if done else None
        if (
            behind is not None
            and mark.what.unit == "count"
            and behind.what.unit in ("percent", "percentage_points")
            and LIST_GAP.fullmatch(text, mark.end, behind.start)
        ):
            mark = replace(mark, what=replace(mark.what, unit=behind.what.unit))
        done.append(mark)
    return done[::-1]


LIST_GAP = re.compile(r"\s?,\s(?:and\s)?|\s(?:and|or)\s", re.IGNORECASE)
