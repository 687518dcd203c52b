"""Clauses set between commas that hold figures of their own: "The surplus with X, the destination for 73 percent of exports, grew to …".

What surrounds such a clause reads on as if it were not there. Both are read apart; blanks keep the offsets.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.moves import MOVE
from nlp.claims.sentence import Mark, Sentence, What

SET_OFF = re.compile(
    r",\s+(?P<inner>(?:including(?=\s+[A-Z])|excluding(?=\s+[A-Z])|which|who|whose|where|or the|the|an?|its|their|our|now|once|formerly|until recently|long|home to|source of|destination for|(?-i:[A-Z])[\w.]*(?:\s[\w.]+){0,2}?['’]s?(?=\s(?:[\w-]+\s){0,2}?[\w-]*(?:largest|biggest|top|leading|main|most)\b))\b(?:[^,;]|,(?=\d))*),\s+(?=(?:\w+ly\s+)?(?P<verb>\w+))",
    re.IGNORECASE,
)
VERBS = re.compile(
    r"(?:was|were|is|are|has|had|have|totall?ed|reached|hit|came|stood|amounted|topped|exceeded|ran|went|made|accounted|passed|remained|set|posted|swung|turned|put|puts|says|said|bought|buys|took|takes|sold|sells|supplies|sent|\w{3,}ed)\Z",
    re.IGNORECASE,
)
NOT_FINITE = re.compile(r"up|down|higher|lower|\w+ing", re.IGNORECASE)
"""Words of movement that go on with a clause instead of carrying it."""

RELATIVE = re.compile(r"(?:which|who|whose|where)\b", re.IGNORECASE)
FELL = re.compile(
    r"\b(?:r[oi]se|grew|climbed|jumped|soared|surged|gained|increased|advanced|expanded|fell|dropped|declined|shrank|plunged|slipped|slid|tumbled|decreased|slumped|sank|dipped|lost)\s+(?:by\s+)?(?:\w+\s+){0,2}[$€£¥]?\d|\b(?:would|could|should|might|will|must)\s+(?:\w+ly\s+)?[a-z]+\b",
    re.IGNORECASE,
)
"""A verb of movement with its figure, or a modal one: of a main clause, or of a list that goes on, "to China, the United States and Vietnam fell 9 percent, rose 12 percent"."""

WHICH = re.compile(r"which\b", re.IGNORECASE)
FLOW = re.compile(r"\b(?:exports?|imports?|trade|sales|shipments|deficit|surplus|gap|purchases)\b", re.IGNORECASE)
RANKING = re.compile(
    r"\b(?:largest|biggest|top|leading|main|chief|principal|most important|no\. ?\d+)\b[^,;]*\b(?:partner|market|destination|customer|buyer|supplier|source|exporter|importer)",
    re.IGNORECASE,
)
"""A rank told in passing, with or without a figure."""

LEAST = 8
"""Shorter clauses hold no statement."""


def apart(sentence: Sentence) -> list[Sentence]:
    """The sentence without its set-off clauses, then those of them that hold a figure; the sentence alone where there are none."""
    hits = [hit for hit in SET_OFF.finditer(sentence.text) if _goes_on(hit)]
    if not hits:
        return [sentence]
    inner = [hit.span("inner") for hit in hits]
    told = [
        (start, end)
        for start, end in inner
        if (any(start <= q.start < end for q in sentence.quantities) or _ranks(sentence, start, end)) and end - start > LEAST
    ]
    around = without(sentence, [(start - 2, end + 1) for start, end in inner])
    return [around, *(_only(sentence, _antecedent(sentence, start, end), end) for start, end in told)]


def _ranks(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words rank the country right before them: "China, the country's largest market,"."""
    named = any(0 <= start - m.end <= 2 for m in sentence.parties)
    return named and RANKING.search(sentence.text, start, end) is not None


def _antecedent(sentence: Sentence, start: int, end: int) -> int:
    """Where the words begin that a "which …" cannot be read without: the clause it hangs on, where it names no flow and no figure of its own."""
    if _ranks(sentence, start, end):
        return next(m.start for m in reversed(sentence.parties) if m.end <= start)
    own = WHICH.match(sentence.text, start) is not None and FLOW.search(sentence.text, start, end) is None
    if not own or any(q.start < start for q in sentence.quantities):
        return start
    return max(0, sentence.text.rfind(";", 0, start) + 1)


def _goes_on(hit: re.Match[str]) -> bool:
    """Whether the sentence goes on with its verb behind the clause, and a clause without a relative word has no verb of its own.

    "In 2016, the deficit stood at $27.7 billion, down 2.3%" holds no such clause: what stands between the commas is the sentence itself.
    """
    goes_on = NOT_FINITE.fullmatch(hit.group("verb")) is None and (
        MOVE.match(hit.group("verb")) is not None or VERBS.match(hit.group("verb")) is not None
    )
    return goes_on and (RELATIVE.match(hit.group("inner")) is not None or FELL.search(hit.group("inner")) is None)


def without(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with blanks in place of some spans, and no marks in them."""
    text = sentence.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]

    def outside(marks: tuple[Mark[What], ...]) -> tuple[Mark[What], ...]:
        return tuple(m for m in marks if not any(start <= m.start < end for start, end in spans))

    return _marked(sentence, text, outside)


def _only(sentence: Sentence, start: int, end: int) -> Sentence:
    text = " " * start + sentence.text[start:end] + " " * (len(sentence.text) - end)

    def inside(marks: tuple[Mark[What], ...]) -> tuple[Mark[What], ...]:
        return tuple(m for m in marks if start <= m.start and m.end <= end)

    return _marked(sentence, text, inside)


def _marked(sentence: Sentence, text: str, keep) -> Sentence:  # type: ignore[no-untyped-def]
    return replace(
        sentence,
        text=text,
        quantities=keep(sentence.quantities),
        dates=keep(sentence.dates),
        parties=keep(sentence.parties),
        products=keep(sentence.products),
        agreements=keep(sentence.agreements),
    )
