"""Clauses that go on about a flow told of before without naming it.

"For all of 2006, it was $764 billion." "With Mexico it was $65.6 billion." "China fell 5.7 percent to 1.9 billion SME." "… while those of textiles dipped."
"""

import re

from nlp.claims.context import Context
from nlp.claims.head import Head
from nlp.claims.moves import find_moves
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares import PART_OF
from tradeclaims.records import Claim

_WAS = (
    r"(?:was|is|were|are|had|has been|have been|stood at|totall?ed|came to|come to|amounted to|reached|hit|rose|fell|grew|climbed|jumped|dropped|slid|slipped|soared|surged|"
    r"plunged|declined|narrowed|widened|shrank|increased|decreased|went|doubled|tripled|more than doubled|nearly doubled|compares|compared|ran to|ran at|topped|exceeded|"
    r"swelled|ballooned|dipped|edged|tumbled|sank|turns? into|turned into|becomes?|became)"
)
_SUBJECT = r"(?:it|they|that figure|the figure|that number|the number|the total|that total|that|those|these|(?:their|its) (?:total |combined )?value)"
GOES_ON = re.compile(
    rf"\b{_SUBJECT}\s+(?:also\s+|then\s+|still\s+|only\s+|actually\s+|would have\s+|had\s+|has\s+|have\s+)?{_WAS}\b", re.IGNORECASE
)
THOSE_OF = re.compile(r"\b(?:those|that|the one|the ones)\s+(?:of|from|to|with|for|in)\s+(?:the\s+)?", re.IGNORECASE)
SUBJECT_ELSE = re.compile(r"\b(?:when|that|if|because|which|said|says|adding|until|whether)\s+$", re.IGNORECASE)
ACTS = re.compile(
    r"(?:it|that|they|these|those) (?:is|was|were|are|had|has been|have been) (?:the (?!equivalent|highest|lowest|largest|biggest|smallest)|a (?!record)|not|un|in|time|clear|necessary|possible|[a-z]+ed)\b(?! record)",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"\d[\d.,]*\s*(?:billion|million|trillion|bn|mn|percent|per cent|%|points|percentage points|SME)|\w+-point-\w+|doubled|tripled|halved",
    re.IGNORECASE,
)
WITH = re.compile(
    r"^\W*(?:(?:and|but|while|meanwhile|by contrast|likewise),?\s+)?(?:with|to|from|for|in the case of)\s+(?:the\s+)?$", re.IGNORECASE
)
OPENING = re.compile(
    r"^\W*(?:(?:and|but|while|meanwhile|by contrast|in contrast|likewise|similarly|elsewhere|among \w+|only|even|overall|of these|neighbou?ring|next came|then came)[,:]?\s+)*(?:the\s+|that of\s+|those of\s+|those from\s+|those to\s+)?$",
    re.IGNORECASE,
)
VERBS_REACH = 60
"""How far behind its subject the figure of such a clause may stand."""


def goes_on(words: str, context: Context) -> bool:
    """Whether a sentence may go on about the last claim of its paragraph."""
    return context.last is not None and AMOUNT.search(words) is not None


def carried_heads(sentence: Sentence, context: Context, heads: list[Head]) -> list[Head]:
    """The heads of clauses that leave their flow out; it is the one before in the sentence, or the last one of the paragraph."""
    if not heads and not goes_on(sentence.text, context):
        return []
    found = []
    for start, end, partner, product in _subjects(sentence, heads):
        before = [head for head in heads if head.end <= start]
        behind = min((head.start for head in heads if head.start >= end), default=len(sentence.text))
        if any(head.start < end and start < head.end for head in heads) or not _figure(sentence, end, behind):
            continue
        if before:
            model = before[-1]
            if model.kind in ("tariff", "rank"):
                continue
            found.append(
                Head(start=start, end=end, indicator=model.indicator, sign=model.sign, carried=True, partner=partner, product=product)
            )
        elif context.last is not None:
            last = context.last
            found.append(
                Head(start=start, end=end, indicator=last.indicator, sign=last.balance_sign, carried=True, partner=partner, product=product)
            )
    return found


def _subjects(sentence: Sentence, heads: list[Head]) -> list[tuple[int, int, str | None, str | None]]:
    """(start, end, partner, product) of each subject that may stand for a flow."""
    text = sentence.text
    found: list[tuple[int, int, str | None, str | None]] = []
    opened = next((m for m in sentence.parties if WITH.fullmatch(text[: m.start])), None)
    for hit in GOES_ON.finditer(text):
        if SUBJECT_ELSE.search(text[: hit.start()]) or ACTS.match(text, hit.start()):
            continue
        if heads and not re.search(r"[;:,—–-]\s+(?:\w+\s+){0,6}$|\b(?:and|but)\s+(?:\w+\s+){0,5}$", text[: hit.start()]):
            continue
        end = hit.start() + len(re.match(_SUBJECT, hit.group(), re.IGNORECASE).group())  # type: ignore[union-attr]
        found.append((hit.start(), end, opened.what if opened and not heads else None, None))
    for hit in THOSE_OF.finditer(text):
        named = _named_at(sentence, hit.end())
        if named is not None:
            mark, party = named
            found.append((hit.start(), mark.end, mark.what if party else None, None if party else mark.what))
    if not found:
        for mark, party in _all_named(sentence):
            if OPENING.fullmatch(text[: mark.start]) and _moves(sentence, mark, heads):
                found.append((mark.start, mark.end, mark.what if party else None, None if party else mark.what))
                break
    return sorted(found)


def _moves(sentence: Sentence, mark: Mark[str], heads: list[Head]) -> bool:
    """Whether a country or product at the head of the sentence is what rose or fell: its verb comes next, and no flow before its figure."""
    figure = next((q for q in sentence.quantities if q.start >= mark.end and q.what.unit in FIGURES), None)
    if figure is None or figure.start - mark.end > VERBS_REACH:
        return False
    if any(mark.start <= head.start < figure.start for head in heads):
        return False
    if any(head.start >= figure.end and PART_OF.fullmatch(sentence.text, figure.end, head.start) for head in heads):
        return False  # "Crude oil accounted for 24 percent of Canadian exports": the flow is named behind its share
    between = sentence.text[mark.end : figure.start]
    plain = re.match(r"\s*[:(—–-]|,?(?:\s+alone)?\s+(?:with|at|was|were|came to|totall?ed|took|accounted for)\b", between)
    return bool(find_moves(between)) or plain is not None


FIGURES = ("currency", "percent", "percentage_points", "SME", "metric tons", "vehicles", "times")


def _figure(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= q.start < end and q.what.unit in FIGURES for q in sentence.quantities)


def _named_at(sentence: Sentence, at: int) -> tuple[Mark[str], bool] | None:
    return next(((mark, party) for mark, party in _all_named(sentence) if mark.start == at), None)


def _all_named(sentence: Sentence) -> list[tuple[Mark[str], bool]]:
    found = [(mark, True) for mark in sentence.parties] + [(mark, False) for mark in sentence.products]
    return sorted(found, key=lambda one: one[0].start)


def model_of(head: Head, told: list[Claim], context: Context) -> Claim | None:
    """The claim whose flow a carried head goes on about: the sentence's last one, else the paragraph's."""
    flows = [claim for claim in told if claim.indicator == head.indicator]
    return flows[-1] if flows else context.last
