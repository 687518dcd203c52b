"""Balances named again only to be compared with: "a surplus of $45 billion in July, compared with a $51 billion surplus in June"."""

import re
from itertools import pairwise

from nlp.claims.head import Head
from nlp.claims.sentence import Sentence

BACK = re.compile(
    r"\b(?:compar(?:ed|es?) (?:with|to)|against|versus|vs\.?|from|double|triple|twice|half|times)\s+(?:(?:an?|the|its)\s+)?(?:(?:about|nearly|almost|record|revised|downwardly|upwardly|trade|goods|merchandise|services|first|previously|reported|estimated)\s+)*$",
    re.IGNORECASE,
)
"""Before a balance, or before its sum, that the one told of is held against."""

SAME_AGAIN = re.compile(r"\s+(?:an?|the|its)\s+(?:\w+\s+){0,2}(?:deficit|surplus|gap|shortfall|imbalance)$", re.IGNORECASE)
"""Such a balance before its sum: "from a deficit (of)" says no more than "from"."""


OF_BALANCE = re.compile(r"\s+(?:in\s+)?(?:(?:trade|goods|merchandise|services|and)\s+)*", re.IGNORECASE)
"""Between a sum and the balance it is of: "a $51 billion trade surplus", "$51 billion in surplus"."""


def without_compared(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """The heads without a balance's second mention of the same sign, which belongs to the first one's figures."""
    dropped = {id(again) for first, again in pairwise(heads) if _is_compared(sentence, first, again)}
    return [head for head in heads if id(head) not in dropped]


def without_causes(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """The heads without flows that are only a cause told between a level and what it is compared with.

    "The deficit widened to $13.3 billion, on the back of higher gold imports, compared with $10.4 billion in March".
    """
    kept: list[Head] = []
    for head in heads:
        cause = kept and head.kind == "noun" and CAUSE.search(sentence.text, kept[-1].end, head.start) is not None
        if not (cause and THEN_COMPARED.match(sentence.text, head.end)):
            kept.append(head)
    return kept


CAUSE = re.compile(
    r",\s+(?:(?:mainly|largely|partly|mostly|chiefly)\s+)?(?:on|amid|due to|because of|owing to|thanks to|on account of|helped by|driven by|boosted by|fuell?ed by|hurt by|led by|as a result of)\s+[^,;\d]{0,60}$",
    re.IGNORECASE,
)
THEN_COMPARED = re.compile(
    r"[^,;\d]{0,40},\s+(?:as\s+)?(?:compared (?:with|to)|against|versus|(?:up |down )?from)\s+\S{0,4}\d", re.IGNORECASE
)
"""Around such a cause."""


def _is_compared(sentence: Sentence, first: Head, again: Head) -> bool:
    alike = first.indicator == again.indicator == "balance" and first.kind == again.kind == "noun" and first.sign == again.sign
    if not alike or any(first.end <= m.start < again.start and m.what != "USA" for m in sentence.parties):
        return False
    sums = [q for q in sentence.quantities if q.what.unit == "currency"]
    if not any(q.end <= again.start for q in sums):
        return False
    start = next((q.start for q in sums if first.end <= q.start and OF_BALANCE.fullmatch(sentence.text, q.end, again.start)), again.start)
    told = any(q.end <= start for q in sums)
    return told and BACK.search(sentence.text, first.end, start) is not None
