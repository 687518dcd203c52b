"""Multiples told by a word: doubled, tripled, halved, twice, threefold.

Such a word is good to an eighth either way: "doubled" holds for 1.75 to 2.25 times.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp.quantities.amount import Amount
from nlp.quantities.numerals import SMALL

_STEMS = {
    "doubl": "2",
    "tripl": "3",
    "trebl": "3",
    "quadrupl": "4",
    "quintupl": "5",
    "sextupl": "6",
    "halv": "0.5",
    "twice": "2",
    "thrice": "3",
}
_words = "|".join(sorted(SMALL, key=len, reverse=True))
_FACTOR = re.compile(
    rf"(?<![\w-])(?:(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(?P<form>ed|es|ing|e)|(?P<adverb>twice|thrice)"
    rf"|(?P<fold>{_words}|\d+(?:\.\d+)?)[\s-]?fold)(?!\w)",
    re.I,
)
_NOT_AFTER = re.compile(
    r"-\w|\s(?:down|digit|digits|taxation|counting|check|standard|play|agent|whammy|jeopardy|time|major|up\son)\b", re.I
)
_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|could|can|may|might|should|than|nearly|almost|about|roughly|around|did|not|more|shall|and|a|the|either|or|likely)\s\Z",
    re.I,
)
_OBJECT_AFTER = re.compile(
    r"\s(?:the|what|its|that|their|our|his|from|to|in|by|over|since|within|between|as|again|last|this|those|exports?|imports?|trade|tariffs?|on|U\.S\.|\$|every)\b"
    r"|\s\$|[.,;:)]|\Z"
)
_TWICE_AFTER = re.compile(r"\s(?:as|the|its|what|that|their|those|his|our|U\.S\.|America's|last|this\syear's)(?!\w)", re.I)


def find_factors(text: str) -> Iterator[Amount]:
    """Multiples in text order, unit "times"."""
    lower = text.lower()
    if not any(stem in lower for stem in (*_STEMS, "fold")):
        return
    for match in _FACTOR.finditer(text):
        if not _is_factor(text, match):
            continue
        if fold := match["fold"]:
            number = Decimal(fold) if fold[0].isdigit() else Decimal(SMALL[fold.lower()])
        else:
            number = Decimal(_STEMS[(match["stem"] or match["adverb"]).lower()])
        step = Decimal("0.1") if match["fold"] and "." in match["fold"] else number / 4
        yield Amount(match.start(), match.end(), number, number, step, unit="times")


def _is_factor(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    if _NOT_AFTER.match(text, end):
        return False
    if match["adverb"]:
        return _TWICE_AFTER.match(text, end) is not None
    if match["form"] and match["form"].lower() == "e":
        return (_VERB_BEFORE.search(text[max(0, match.start() - 10) : match.start()]) or _OBJECT_AFTER.match(text, end)) is not None
    return True
