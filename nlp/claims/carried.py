"""Sentences that go on about the flow of the sentence before without naming it: "For all of 2006, it was $764 billion"."""

import re

from nlp.claims.context import Context
from nlp.claims.head import Head
from nlp.claims.sentence import Sentence

GOES_ON = re.compile(
    r"\b(?:it|that figure|the figure|the total|that)\s+(?:was|is|had|has been|stood at|totall?ed|came to|amounted to|reached|hit|rose|fell|grew|climbed|jumped|dropped|"
    r"declined|narrowed|widened|shrank|increased|decreased|went|doubled|tripled|compares|compared)\b",
    re.IGNORECASE,
)
SUBJECT_ELSE = re.compile(r"\b(?:when|that|if|because|which|said|says|adding)\s+$", re.IGNORECASE)
ACTS = re.compile(r"it (?:is|was|had|has been) (?:the|a|not|un|in|time|clear|necessary|possible|[a-z]+ed)\b(?! record)", re.IGNORECASE)
AMOUNT = re.compile(r"\d[\d.,]*\s*(?:billion|million|trillion|bn|percent|per cent|%)|doubled|tripled", re.IGNORECASE)


def goes_on(words: str, context: Context) -> bool:
    """Whether a sentence may go on about the last claim of its paragraph: a pronoun as subject and an amount."""
    return context.last is not None and GOES_ON.search(words) is not None and AMOUNT.search(words) is not None


def carried_head(sentence: Sentence, context: Context) -> Head | None:
    """The head that the pronoun stands for; None where it stands for something else."""
    last = context.last
    hit = GOES_ON.search(sentence.text)
    if last is None or hit is None or not goes_on(sentence.text, context):
        return None
    if SUBJECT_ELSE.search(sentence.text[: hit.start()]) or ACTS.match(sentence.text, hit.start()):
        return None
    end = hit.start() + len(hit.group().rsplit(None, 1)[0])
    return Head(start=hit.start(), end=end, indicator=last.indicator, sign=last.balance_sign)
