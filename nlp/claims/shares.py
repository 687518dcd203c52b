"""Shares: whose or which product's part of a flow a percentage is.

"China's share of U.S. apparel imports slid to 29.8 percent", "Crude oil accounted for 24 percent of Canadian exports, vehicles 14 percent".
"""

import re
from dataclasses import dataclass

from nlp.claims.head import Head
from nlp.claims.sentence import Mark, Sentence

HEDGE = r"(?:about|around|nearly|almost|roughly|some|more than|less than|over|just over|just under|at least|only|close to|an estimated|as much as|up to|a|the)\s+"
ADVERB = r"(?:alone|together|now|also|still|already|currently|itself|in turn|last year|that year)"
VERB = (
    r"(?:accounted for|accounts? for|accounting for|has accounted for|made up|makes? up|making up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed)|"
    r"suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|takes?|took|taking|buys?|bought|buying|absorb(?:s|ed)?|purchas(?:es?|ed)|receiv(?:es?|ed)|contribut(?:es?|ed)|"
    r"was|were|is|are|had|has|held|holds|claimed|commands?|commanded)"
)
SUBJECT_VERB = re.compile(rf",?(?:\s+{ADVERB})*,?\s+{VERB}\s+(?:{HEDGE})*(?:share of\s+)?(?:{HEDGE})*", re.IGNORECASE)
PART_OF = re.compile(r"\s+of\s+(?:(?!\b(?:rose|fell|grew|was|were|is|are|to|from|and|while|but)\b)[^,;:]){0,60}$", re.IGNORECASE)
SHARE_OF = re.compile(r"(?:['’]s?)?\s+(?:combined\s+|overall\s+|total\s+|own\s+)?(?:market\s+)?share\s+(?:of|in)\s+", re.IGNORECASE)
OTHERS_SHARE = re.compile(r"(?:['’]s?)\s+(?:share\s+|slice\s+|portion\s+)?", re.IGNORECASE)
NEXT = re.compile(r"[,;]?\s*(?:and|while|followed by|with|but|against|compared with)?\s*(?:that of\s+|those of\s+)?$", re.IGNORECASE)
BARE = re.compile(rf"[\s,(]+(?:with\s+|at\s+|for\s+|(?:another\s+)|(?:{HEDGE}))*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who or what has a share, and where the words about it run."""

    start: int
    end: int
    party: str | None = None
    product: str | None = None


def share_holders(sentence: Sentence, head: Head, start: int, end: int) -> list[Holder]:
    """The holders of shares of the head's flow between two offsets, in text order; empty where no share of it is told that way."""
    first = _first(sentence, head, start)
    if first is None:
        return []
    holders = [first]
    rates = [q for q in sentence.quantities if q.what.unit in ("percent", "percentage_points") and first.start <= q.start < end]
    for mark, party in _named(sentence, max(first.end, head.end), end):
        if not any(q.end <= mark.start for q in rates) or not NEXT.search(sentence.text[: mark.start][-40:]):
            continue
        own = next((q for q in rates if q.start >= mark.end), None)
        if own is None:
            continue
        between = sentence.text[mark.end : own.start]
        possessive = OTHERS_SHARE.match(between) is not None and len(between) < 60
        if possessive or BARE.fullmatch(between) or SUBJECT_VERB.fullmatch(between):
            holders[-1] = Holder(start=holders[-1].start, end=mark.start, party=holders[-1].party, product=holders[-1].product)
            holders.append(_holder(mark, party, end))
    return holders


def _first(sentence: Sentence, head: Head, start: int) -> Holder | None:
    named = _named(sentence, start, head.start)
    for mark, party in reversed(named):
        link = SHARE_OF.match(sentence.text, mark.end)
        if link and link.end() <= head.start and not re.search(r"[;:]|\b(?:rose|fell|grew)\b", sentence.text[link.end() : head.start]):
            return _holder(mark, party, head.end)
    for rate in sentence.quantities:
        if (
            rate.what.unit != "percent"
            or not start <= rate.start < head.start
            or PART_OF.match(sentence.text[rate.end : head.start]) is None
        ):
            continue
        for mark, party in reversed(named):
            if mark.end <= rate.start and SUBJECT_VERB.fullmatch(sentence.text, mark.end, rate.start):
                return _holder(mark, party, head.end)
    return None


def _named(sentence: Sentence, start: int, end: int) -> list[tuple[Mark[str], bool]]:
    """Parties and products between two offsets, each with whether it is a party."""
    found = [(mark, True) for mark in sentence.parties] + [(mark, False) for mark in sentence.products]
    return sorted(((mark, party) for mark, party in found if start <= mark.start and mark.end <= end), key=lambda one: one[0].start)


def _holder(mark: Mark[str], party: bool, end: int) -> Holder:
    return Holder(start=mark.start, end=end, party=mark.what if party else None, product=None if party else mark.what)
