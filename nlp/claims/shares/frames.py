"""Shares told by a percentage of a flow: each frame says where the holder stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.figures import BY
from nlp.claims.head import Head
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares.figures import is_earlier
from nlp.claims.shares.holders import ADVERB, GROUP_OF, HEDGE, NOUN_OF_PLACE, TAKES, VERB, goes_to, holder_at, listed, named, subject
from nlp.claims.shares.making import made
from nlp.claims.shares.statement import Holder, Share, Whole
from nlp.claims.shares.wholes import OF, goods_at, whole_at
from tradeclaims.values import Quantity

SENDS = re.compile(
    rf"\b(?P<verb>sends?|sent|sending|ships?|shipped|shipping|sells?|sold|selling|exports|exported|directs?|directed|does|did|do|conducts?|conducted|buys?|bought|buying|gets?|got|getting|sources?|sourced|imports|imported|obtains?|purchases?|purchased|receives?|received)\s+(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
RELIES = re.compile(
    rf"\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?|count(?:s|ed|ing)?)\s+(?:heavily\s+)?(?:on|upon)\s+(?:the\s+)?(?P<whom>[^,;]{{2,40}}?)\s+for\s+(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
CONTRIBUTES = re.compile(rf"\bcontribut(?:es?|ed|ing)\s+(?:{HEDGE})*\Z", re.IGNORECASE)
CONTRIBUTED_TO = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)
OF_A_PART = re.compile(
    r"\b(?:state|province|region|county|city|company|firm|group|maker|plant|factory|industry|sector|unit|producer|manufacturer)(?:,?\s+(?:which|that|who))?\s+\Z",
    re.IGNORECASE,
)
"""Subjects whose flows are no country's."""

OWN = re.compile(r"(?:all\s+|all\s+of\s+)?(?:its|their|our)\b", re.IGNORECASE)
TO_WHOM = re.compile(
    r"(?:\s+(?:abroad|overseas|goods|products))?\s+(?:to|into|from|with|in)\s+(?:the\s+|its\s+|buyers\s+in\s+)*", re.IGNORECASE
)
THERE = re.compile(r"(?:\s+(?:to|from|with))?\s+(?:there|it|them|that country|that market)\b", re.IGNORECASE)
JUST_TOLD = re.compile(
    rf"(?:[,(]\s*(?:{ADVERB}\s+)*|\bor\s+|\bwith\s+|\bat\s+|\bby\s+)(?:(?:and|or|i\.e\.|with|that is|equal to|equivalent to|which\s+is|which\s+was|thus|making\s+it)[,\s]+)*(?:(?:{TAKES})\s+)?(?:{HEDGE})*(?:share\s+of\s+)?\Z",
    re.IGNORECASE,
)
"""Before a share of what has just been told: ", or 31 percent of", ", representing 6.8 percent of", "with 14.6 percent of"."""

ALONE = re.compile(rf",\s*(?:{ADVERB}\s+)*\Z", re.IGNORECASE)
"""Before a participle whose subject is the clause before."""

ELIDED = re.compile(r"\band\s+(?:[a-z]+\s+)?\Z", re.IGNORECASE)
MAKES_UP = re.compile(
    rf"\b(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing))\s+(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"[a-z]+ing\b", re.IGNORECASE)
FRONTED = re.compile(r"\W*of\s+", re.IGNORECASE)
OF_WHICH = re.compile(r",?\s+of\s+which\s+(?:the\s+)?", re.IGNORECASE)
THEM = re.compile(r"(?:them|it|that|this|these|those)\s+(?:from\s+)?(?:the\s+)?", re.IGNORECASE)
NO_FLOW = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|measures?|quotas?|sanctions|orders?|exemptions?|companies|firms|businesses)\b[^,;]{0,40}\Z",
    re.IGNORECASE,
)

Got = tuple[Holder, Whole, int, int]
"""Holder, whole, where the words about the share begin, and behind which offset its further numbers may stand."""


def by_percentage(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity]) -> Share | None:
    """ "24 percent of Canadian exports", with its holder before or behind it."""
    text = sentence.text
    floor = max((q.end for q in sentence.quantities if q.end <= mark.start), default=0)
    link = OF.match(text, mark.end) or (CONTRIBUTED_TO.match(text, mark.end) if CONTRIBUTES.search(text[: mark.start]) else None)
    whole = whole_at(sentence, heads, link.end()) if link else None
    if link is None and re.match(r"\s+share\b(?!\s+of)", text[mark.end :]):
        share = re.compile(r"\s+share\b").match(text, mark.end)
        assert share is not None
        whole = Whole(start=mark.end, end=share.end())
    if whole is None and link is not None:
        goods = goods_at(sentence, link.end())
        sold = goes_to(sentence, goods.end) if goods else None
        if goods and sold and goods.owner not in sold[0].parties and sold[0].parties:
            return made(sentence, mark, goods, sold[0], mark.start, sold[1])
    if whole is None and link is not None:
        goods_of_them = _of_them(sentence, mark, link.end())
        if goods_of_them is not None:
            return goods_of_them
    if whole is None:
        return (_of_which(sentence, mark) or _fronted(sentence, heads, mark)) if not link else None
    if BY.search(text[floor : mark.start].rstrip()) and not re.match(r"\s+of\b", text[mark.end :]):
        return None  # "cut imports by 80 percent in September"
    if NO_FLOW.search(text[floor : mark.start]):
        return made(sentence, mark, whole, Holder(), mark.start, whole.end)
    if is_earlier(sentence, floor, mark):
        return None
    frames = (_sent, _gone, _subject, _placed, _told)
    for frame in frames:
        got = frame(sentence, heads, mark, whole, floor)
        if got is not None:
            holder, whole, start, end = got
            return made(sentence, mark, whole, holder, start, max(end, mark.end))
    if MAKES_UP.search(text[: mark.start]):
        return made(
            sentence, mark, whole, Holder(), mark.start, whole.end
        )  # held by no country and no product: "private firms accounted for …"
    return None


def _sent(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "Mexico sends four-fifths of its exports to the United States", "relies on China for 30 percent of its imports"."""
    text = sentence.text
    if not OWN.match(text, whole.start):
        return None
    relies = RELIES.search(text[: mark.start])
    if relies:
        to = holder_at(sentence, relies.start("whom"))
        by = subject(sentence, heads, 0, relies.start())
        return (to[0], _owned_by(whole, by), relies.start(), whole.end) if to else None
    verb = SENDS.search(text[: mark.start])
    if verb is None:
        return None
    by = subject(sentence, heads, floor if floor < verb.start() else 0, verb.start("verb"))
    if by is None and re.search(r"\b(?:and|but|while)\s+(?:\w+\s+)?\Z", text[: verb.start("verb")]):
        by = subject(sentence, heads, 0, _first_verb(sentence))
    if by is None and OF_A_PART.search(text[: verb.start()]):
        return Holder(), whole, verb.start(), whole.end
    there = THERE.match(text, whole.end)
    if there:
        return Holder(pronoun=True), _owned_by(whole, by), verb.start(), there.end()
    for party, _ in named(sentence, whole.end, len(text)):
        if TO_WHOM.fullmatch(text, whole.end, party.start):
            to = holder_at(sentence, party.start)
            return (to[0], _owned_by(whole, by), verb.start(), to[1]) if to else None
    return None


def _first_verb(sentence: Sentence) -> int:
    verb = re.search(SENDS.pattern.split(r")\s+(?:")[0] + ")", sentence.text, re.IGNORECASE)
    return verb.start("verb") if verb else 0


def _owned_by(whole: Whole, by: Holder | None) -> Whole:
    return replace(whole, owner=by.parties[0]) if by and by.parties else whole


def _gone(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "Nearly a third of Taiwan's exports went to the United States"."""
    told = goes_to(sentence, whole.end)
    return (told[0], whole, mark.start, told[1]) if told else None


def _subject(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "Crude oil accounted for 24 percent of Canadian exports"."""
    text = sentence.text
    verb = VERB.search(text[: mark.start])
    if verb is None or (ALONE.search(text[: verb.start()]) and PARTICIPLE.match(text, verb.start())):
        return None
    group = GROUP_OF.search(text[: verb.start()]) is not None  # "the four": their number is no figure
    holder = subject(sentence, heads, floor if floor < verb.start() and not group else 0, verb.start())
    if holder is None and ELIDED.search(text[: verb.start()]):
        holder = Holder(antecedent=True)  # "China is the biggest market and accounts for 9 percent of exports"
    return (holder, whole, min(verb.start(), mark.start), whole.end) if holder else None


def _placed(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "the United States, the destination for 73 percent of Canadian exports"."""
    text = sentence.text
    noun = NOUN_OF_PLACE.search(text[: mark.start])
    if noun is None:
        return None
    before = next(
        (
            m
            for m in reversed(sentence.parties)
            if m.end <= noun.start()
            and re.fullmatch(
                r",?\s+(?:(?:is|are|was|were|remains?|remained|which is|which was|still|together|now)\s+)*(?:the\s+|a\s+)?(?:[a-z]+\s+)?",
                text[m.end : noun.start()],
            )
        ),
        None,
    )
    told = listed(sentence, 0, before, party=True) if before else None
    return (told, whole, noun.start(), whole.end) if told else None


def _told(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "… reached $253 billion, or 31 percent of all services exports"."""
    if JUST_TOLD.search(sentence.text[: mark.start]) is None:
        return None
    before = next((q for q in reversed(sentence.quantities) if q.end <= mark.start), None)
    if before is not None and before.what.unit == "count" and mark.start - before.end <= 40:
        return Holder(), whole, mark.start, whole.end  # "1.1 million jobs, 4 percent of the total"
    return Holder(antecedent=True), whole, mark.start, whole.end


def _of_which(sentence: Sentence, mark: Mark[Quantity]) -> Share | None:
    """ "… were $61.9 million, of which China supplied 71 percent"."""
    verb = VERB.search(sentence.text[: mark.start])
    lead = list(OF_WHICH.finditer(sentence.text, 0, verb.start())) if verb else []
    if verb is None or not lead:
        return None
    at = lead[-1].end()
    told = holder_at(sentence, at)
    if told is None or not re.fullmatch(rf"(?:\s+{ADVERB})*\s+", sentence.text[told[1] : verb.start()]):
        return None
    whole = Whole(start=lead[-1].start(), end=lead[-1].end())
    return made(sentence, mark, whole, told[0], lead[-1].start(), mark.end)


def _of_them(sentence: Sentence, mark: Mark[Quantity], at: int) -> Share | None:
    """ "sales of $3.3 billion, more than a fifth of them soybeans"."""
    pronoun = THEM.match(sentence.text, at)
    if pronoun is None or JUST_TOLD.search(sentence.text[: mark.start]) is None:
        return None
    told = holder_at(sentence, pronoun.end())
    whole = Whole(start=pronoun.start(), end=pronoun.end())
    return made(sentence, mark, whole, told[0], mark.start, told[1]) if told else None


def _fronted(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity]) -> Share | None:
    """ "Of U.S. textile exports in 2018, 29 percent went to Mexico"."""
    opening = FRONTED.match(sentence.text)
    whole = whole_at(sentence, heads, opening.end(), limit=mark.start) if opening else None
    told = goes_to(sentence, mark.end) if whole else None
    return made(sentence, mark, whole, told[0], 0, told[1]) if whole and told else None
