"""Lists that a plural noun heads: "the top markets were Canada ($312 billion), Mexico ($240 billion) …"."""

import re
from collections.abc import Iterator

from nlp.claims.head import Head
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.records.claim import Indicator

LARGEST = r"(?:top|leading|largest|biggest|main|major|principal)\s+(?:(?!of\b|the\b)[\w.'’-]+\s+){0,4}?"
OWN_FIGURE = re.compile(
    r"\s*(?:[(,:–—-]\s*|\bat\s+|\bwith\s+|\btook\s+|\btaking\s+|\bbought\s+)+(?:about\s+|nearly\s+|with\s+|at\s+)*", re.IGNORECASE
)


OF_A_FLOW = re.compile(r"\s+(?:of|for)\s+(?:[\w.'’-]+\s+){0,4}?(?:imports|exports)\b", re.IGNORECASE)


def listing(sentence: Sentence, noun: re.Pattern[str], indicator: Indicator) -> Iterator[Head]:
    """Heads of kind `list`: a plural noun in a sentence that gives at least two partners a sum of their own."""
    for hit in noun.finditer(sentence.text):
        if OF_A_FLOW.match(sentence.text, hit.end()):
            continue  # the flow itself heads the list
        if len(partners_with_sums(sentence)) >= 2:
            yield Head(start=hit.start(), end=hit.end(), indicator=indicator, kind="list", plural=True)


def partners_with_sums(sentence: Sentence) -> list[tuple[Mark[str], int]]:
    """Each party that its own sum follows, with the end of that sum."""
    found = []
    for party in sentence.parties:
        own = next((q for q in sentence.quantities if q.start >= party.end), None)
        if own and own.what.unit == "currency" and OWN_FIGURE.fullmatch(sentence.text, party.end, own.start):
            found.append((party, own.end))
    return found
