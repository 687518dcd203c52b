"""Shares that share a whole or a holder: lists that go on from one share, that name their whole last, or that set numbers beside holders."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.head import Head
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares.figures import direction_of, is_growth, rates
from nlp.claims.shares.holders import HEDGE, TAIL, TAKES, VERB, goes_to, holder_at, listed, named, subject
from nlp.claims.shares.making import made
from nlp.claims.shares.statement import Holder, Share
from nlp.claims.shares.wholes import OF, whole_at
from tradeclaims.values import Quantity

PARTS = re.compile(r"\s+(?:and|&)\s+(?:[a-z]+\s+)?(?:parts|accessories|components|equipment|products|goods|preparations)\b", re.IGNORECASE)
LINK = re.compile(
    r"(?:[\s,;)]*|.{0,45}?[,;)]?\s*)(?:and|while|whereas|followed by|followed closely by|with|but|against|compared with|compared to|versus|well ahead of|ahead of|then|trailed by|next came|than)?,?\s*"
    r"(?:by\s+)?(?:that of\s+|those of\s+|from\s+|to\s+|for\s+|the\s+)*\Z",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?:\s+(?:is|was|came|comes|ranked|ranks|follows|followed)(?:\s+in)?\s+(?:next|first|second|third|fourth|fifth))?[\s,(:]+(?:(?:with|at|for|of|on|to|a|a further|another|about|nearly|{HEDGE.strip()})\s*)*\Z",
    re.IGNORECASE,
)
DID = re.compile(rf"(?:{TAIL.pattern[:-2]})\s+{TAKES}\s+(?:for\s+)?(?:{HEDGE})*(?:share\s+of\s+)?\Z", re.IGNORECASE)
OTHERS = re.compile(r"['’]s?\s+(?:(?:own|combined|market)\s+)?(?:share\s+|slice\s+|portion\s+)?(?:[^,;]{2,70})?\Z", re.IGNORECASE)
MOVED_TO = re.compile(r"\s+[^,;]{0,30}\b(?:to|at)\s+(?:about\s+|nearly\s+|almost\s+|just\s+)*\Z", re.IGNORECASE)
BEHIND = re.compile(
    r"(?:\s+of\s+(?:the\s+total|that|it|them))?\s+(?:(?:went|goes|go|came|comes|come|was|were|are)\s+)?(?:(?:sold|shipped|bound|sent)\s+)?(?:to|from|for|by|in|with)\s+(?:the\s+)?",
    re.IGNORECASE,
)
ONLY_JOINED = re.compile(
    rf"(?:[^,;]{{0,30}}(?=[,;]|\s+and\b))?[\s,;]*(?:in\s+\d{{4}}\s*)?(?:and|but|while|with|compared with|against|versus)?[,\s]*(?:{TAKES}\s+(?:for\s+)?)?"
    rf"(?:(?:is\s+|was\s+)?the\s+(?:destination|market|source|supplier|buyer|customer|home|origin|outlet)\s+(?:for|of|to)\s+)?(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
"""Between the numbers of "22, 13 and 9 percent"."""


def row_before(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], spent: set[int]) -> list[Share]:
    """The shares of a list that names its whole last: "Canada takes 18 percent, Mexico 16 percent and China 8 percent of U.S. exports"."""
    text = sentence.text
    link = OF.match(text, mark.end)
    whole = whole_at(sentence, heads, link.end()) if link and mark.what.unit == "percent" else None
    row: list[Share] = []
    behind = mark
    while whole is not None:
        before = [q for q in rates(sentence, 0, behind.start) if q.start not in spent]
        floor = before[-1].end if before else 0
        last = next(((m, p) for m, p in reversed(named(sentence, floor, behind.start))), None)
        if last is None:
            break
        between = text[last[0].end : behind.start]
        if not BARE.fullmatch(between) and not (DID.fullmatch(between) and row):
            break
        holder = listed(sentence, floor, last[0], party=last[1])
        if holder is None:
            break
        row.insert(0, made(sentence, behind, whole, holder, last[0].start, whole.end if behind is mark else behind.end))
        if not before or before[-1].what.unit != "percent" or DID.fullmatch(between):
            break
        behind = before[-1]
    return row if len(row) > 1 else []


def side_by_side(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity]) -> list[Share]:
    """The shares of "China, Canada and Mexico supplied 22, 13 and 9 percent of U.S. imports, respectively": as many numbers as holders."""
    text = sentence.text
    run = [mark]
    for rate in rates(sentence, mark.end, len(text)):
        if rate.what.unit != "percent" or not JOINED.fullmatch(text, run[-1].end, rate.start):
            break
        run.append(rate)
    link = OF.match(text, run[-1].end) if len(run) > 1 else None
    whole = whole_at(sentence, heads, link.end()) if link else None
    if whole is None:
        return []
    gone = goes_to(sentence, whole.end)
    verb = VERB.search(text[: mark.start])
    holder = gone[0] if gone else subject(sentence, heads, 0, verb.start()) if verb else None
    if holder is None or len(holder.parties) != len(run):
        return []
    end = gone[1] if gone else whole.end
    return [
        replace(
            made(sentence, rate, whole, Holder(parties=(party,), product=holder.product), mark.start, end),
            spent=(rate,),
            earlier=None,
            points=None,
        )
        for rate, party in zip(run, holder.parties, strict=True)
    ]


def next_in_row(sentence: Sentence, heads: Sequence[Head], before: Share, mark: Mark[Quantity]) -> Share | None:
    """The share that follows in a list: another holder's of the same whole, or the same holder's of another whole."""
    text = sentence.text
    floor = before.behind if before.behind < mark.start else before.spent[-1].end
    link = OF.match(text, mark.end)
    joined = ONLY_JOINED.fullmatch(text[floor : mark.start])
    if link:
        whole = whole_at(sentence, heads, link.end())
        if whole is not None and whole.head is not None:
            return made(sentence, mark, whole, before.holder, mark.start, whole.end) if joined else None
    if any(floor <= h.start < mark.start and h is not before.whole.head and h.kind != "rank" for h in heads):
        return None
    shown = [(m, p) for m, p in named(sentence, floor, mark.start)]
    for place, (last, _) in reversed(list(enumerate(shown))):
        parts = PARTS.match(text, last.end)
        between = text[parts.end() if parts else last.end : mark.start]
        points = rates(sentence, last.end, mark.start)
        plain = not points and (BARE.fullmatch(between) or DID.fullmatch(between) or MOVED_TO.fullmatch(between))
        if plain or OTHERS.fullmatch(between):
            first = next((m for m, _ in shown[: place + 1] if LINK.fullmatch(text[floor : m.start])), None)
            told = holder_at(sentence, last.start)
            if first is None or told is None:
                return None
            if is_growth(sentence, last.end, mark):
                return None
            share = made(sentence, mark, before.whole, told[0], last.start, mark.end)
            if points:
                moved = direction_of(sentence, last.end, mark.start, mark, None, points[0])
                share = replace(share, points=points[0], direction=moved, spent=(*points, *share.spent))
            elif share.direction is None and OTHERS.fullmatch(between):
                share = replace(share, direction=direction_of(sentence, last.end, mark.start, mark, None, None))
            return share
        break
    behind = next((m for m, _ in named(sentence, mark.end, mark.end + 60) if BEHIND.fullmatch(text, mark.end, m.start)), None)
    told = holder_at(sentence, behind.start) if behind else None
    if told and joined:
        return made(sentence, mark, before.whole, told[0], mark.start, told[1])
    return None
