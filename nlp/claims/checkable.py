"""Which findings are claims at all, and which of them official figures could answer."""

import re

from nlp.claims.measured import measures_flow
from nlp.claims.part import Part
from nlp.claims.sentence import Sentence
from nlp.claims.territory import Territory
from tradeclaims.records import Claim

PROGRAMME = re.compile(
    r"\b(?:duty[- ]free under|under (?:the )?(?:GSP|AGOA|generalized system)|(?:claim|claimed|claiming|using) (?:\w+ )?preferences?|enter(?:s|ed)? duty[- ]free|GSP|AGOA)\b"
)
OF_WHICH = re.compile(r",?\s+of\s+which\b", re.IGNORECASE)
BESIDE_PROGRAMME = re.compile(r"\b(?:AGOA|GSP) (?:and|or) (?:otherwise|not|non-\w+)\b|\b(?:inside|under) and outside (?:AGOA|GSP)\b")
"""Trade in and out of a programme is all of it."""

GOAL = re.compile(
    r"\b(?:to|will|would|could|can|should|must|(?-i:may)|might|cannot|help|helps|helped|aim\w*|seek\w*|please|let|lets)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"^[^;:]{0,70}?\b(?:has|have|had|rose|grew|climbed|jumped|soared|surged|widened|narrowed|fell|dropped|declined|shrank|plunged|slipped|slid|tumbled|increased|decreased|"
    r"slumped|sank|eased|doubled|tripled|quadrupled|halved|expanded|ballooned|swelled|worsened|was|were|is|are|keeps?|continued|edged|ticked|improved|"
    r"leapt|leaped|dipped|contracted|remained|held|went|more than|rebounded|mushroomed|spiked|plummeted|weakened|collapsed|deepened)\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?\s+\w")
"""Behind a flow that only owns what is measured: "exports' share of output"."""

POLL = re.compile(
    r"\b(?:percent|per cent|%) of (?:[\w-]+\s+){1,4}(?:think|say|said|believe|favou?r|support|oppose|want|view|consider|approve|disapprove)\b"
)
COMPARES = re.compile(r"\b(?:faster|slower|as (?:fast|quickly|slowly)|more (?:slowly|quickly|rapidly))\b", re.IGNORECASE)
"""What moved faster than something else is told, not how."""

PREDICATE = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:an?|no|not|the)\s+(?!third|quarter|half|fifth|tenth|little|lot|record)[a-z]+\b", re.IGNORECASE
)
"""What a flow is said to be, whatever else grows: "a deficit is a sign of weakness in a country that grows"."""

MODAL = re.compile(
    r"\b(?:could|would|can|should|must|(?-i:may)|might|to (?:reduce|cut|narrow|shrink|increase|expand|boost|grow|rise|fall)|until|unless|if)\b",
    re.IGNORECASE,
)
HAS_RUN = re.compile(
    r"\b(?:had|has|have|ran|run|runs|running|posted|recorded|enjoyed|registered|reported|seen|saw)\s+(?:had\s+|run\s+)?(?:an?|its|the)?\s*(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
LEAST = 1_000_000
"""Smaller sums are prices and fees, not flows of a country."""


def makes_claim(sentence: Sentence, territory: Territory, part: Part, *, goes_on: bool) -> bool:
    """Whether the figures, or the bare movement, say something about the flow. `goes_on`: a claim came before in the paragraph."""
    figures, head = part.figures, territory.head
    if POSSESSIVE.match(sentence.text, head.end) or POLL.search(sentence.text):
        return False
    main = figures.main
    if main is not None:
        if not part.listed and not measures_flow(sentence, territory, main):
            return False
        if main.what.unit == "currency":
            return main.what.low >= LEAST
        return main.what.unit not in ("count",)
    if figures.direction is not None:
        if not goes_on and not _anchored(sentence, territory):
            return False
        after = sentence.text[head.end : part.end] if part.start <= head.end else sentence.text[part.start : part.end]
        if COMPARES.search(after) or PREDICATE.match(after):
            return False
        return FINITE.search(after) is not None and MODAL.search(after) is None and not GOAL.search(sentence.left(territory.phrase, 30))
    return head.indicator == "balance" and head.kind == "noun" and _persistent(sentence, territory)


def _anchored(sentence: Sentence, territory: Territory) -> bool:
    """Whether a bare "exports rose" names a country, a product, a time or another figure, so that it is trade it speaks of."""
    if territory.head.indicator == "balance":
        return True
    return bool(sentence.parties or sentence.products or sentence.dates or sentence.quantities or sentence.agreements)


def _persistent(sentence: Sentence, territory: Territory) -> bool:
    """ "has had a persistent goods deficit with Korea for nearly two decades": a sign kept over a stated time."""
    phrase = sentence.text[max(0, territory.phrase - 30) : territory.head.start]
    after = sentence.text[territory.head.end : territory.end]
    lasting = re.search(
        r"\bfor\s+(?:[\w]+\s+){0,3}(?:decades?|years)\b|\b(?:each|every)(?: single| one)?(?: calendar| fiscal)? (?:year|month|quarter)\b|\b(?:each|every one|all) of (?:the|those|these|its|last)\s+(?:[\w-]+\s+){0,2}years\b|"
        r"\bwithout (?:interruption|a break|exception|fail)\b|\buninterrupted(?:ly)?\b|\byear (?:after|in and) year\b|\bsince (?:the )?(?:early |late )?\d{4}",
        after,
    )
    return lasting is not None and HAS_RUN.search(phrase) is not None


def is_checkable(claim: Claim, sentence: Sentence, at: int | None = None) -> bool:
    """Whether official figures could answer: stated as fact, period known, no tariff, no physical unit, no programme subset.

    `at` is where the main figure stands: a programme told of in an "of which" behind it is another figure's.
    """
    part = OF_WHICH.search(sentence.text, at) if at is not None else None
    words = sentence.text[: part.start()] if part else sentence.text
    quantity = claim.value or claim.from_value
    physical = quantity is not None and quantity.unit not in ("currency", "percent")
    return (
        claim.modality in ("asserted", "denied", "estimate")
        and claim.period is not None
        and claim.indicator != "tariff_rate"
        and not physical
        and not PROGRAMME.search(BESIDE_PROGRAMME.sub("", words))
    )
