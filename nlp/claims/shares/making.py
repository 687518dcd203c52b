"""One share put together from its main number, its whole and its holder."""

import re

from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares.figures import direction_of, following
from nlp.claims.shares.statement import Holder, Share, Whole
from tradeclaims.values import Quantity


def made(sentence: Sentence, mark: Mark[Quantity], whole: Whole, holder: Holder, start: int, behind: int) -> Share:
    """A share told by a percentage, with the numbers that follow it; its own words begin at `start` and end at `behind`."""
    after = following(sentence, mark, behind, len(sentence.text))
    earlier, points, more = after
    if more and re.search(r";|\b(?:while|whereas|but)\b", sentence.text[behind : more[0].start] if behind < more[0].start else ""):
        earlier, points, more = None, None, []
    last = more[-1].end if more else behind
    return Share(
        start=start,
        end=region_end(sentence, last),
        at=mark.start,
        behind=max(last, behind),
        whole=whole,
        holder=holder,
        share=mark,
        earlier=earlier,
        points=points,
        direction=direction_of(sentence, behind, last, mark, earlier, points) if more else None,
        spent=(mark, *more),
    )


def region_end(sentence: Sentence, floor: int) -> int:
    """Where the words about a share end: at the joint behind its last number."""
    stop = re.compile(r";|,(?!\d)\s*(?:(?:and|while|but|as|with|making|after|followed)\b)|\b(?:while|whereas|but)\b").search(
        sentence.text, floor
    )
    return stop.start() if stop else len(sentence.text)
