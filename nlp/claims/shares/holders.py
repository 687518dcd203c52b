"""Who or what has a share: a subject, a destination or source behind the whole, a possessor, or what the sentence has just told of."""

import re
from collections.abc import Sequence

from nlp.claims.commodity import named_before
from nlp.claims.dealings import TRADER_NOUNS
from nlp.claims.head import Head
from nlp.claims.partners import LIST_LINK, party_list
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares.statement import Holder

HEDGE = (
    r"(?:about|around|nearly|almost|roughly|some|more than|less than|fewer than|over|just over|just under|just|well over|at least|at most|only|close to|an estimated|"
    r"approximately|as much as|up to|a full|a mere|fully|another|a combined|a|an|the|as many as)\s+"
)
ADVERB = (
    r"(?:alone|together|combined|now|also|still|already|currently|itself|themselves|in turn|last (?:year|month|quarter)|that year|by (?:it|them)sel(?:f|ves)|by contrast|"
    r"meanwhile|in (?:19|20)\d\d|again|usually|typically|thus|collectively|jointly|between them|on (?:its|their) own|each|only|just)"
)
AUX = r"(?:has|have|had|would|will|could|may|might|to|today|did)"
TAKES = (
    r"(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)|(?:is|are|was|were) responsible for|"
    r"(?:is|are|was|were) behind|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|furnish(?:es|ed|ing)?|tak(?:es?|ing)|took|buy(?:s|ing)?|bought|absorb(?:s|ed|ing)?|purchas(?:es?|ed|ing)|receiv(?:es?|ed|ing)|"
    r"contribut(?:es?|ed|ing)|(?:is|are|was|were)|(?:has|had|have|having)|h[eo]ld(?:s|ing)?|claim(?:s|ed|ing)?|command(?:s|ed|ing)?|captur(?:es?|ed|ing)|generat(?:es?|ed|ing)|"
    r"equal(?:s|ed|led|ing|ling)?|equivalent to|amount(?:s|ed|ing)? to|cover(?:s|ed|ing)?|import(?:s|ed|ing)?|br(?:ings?|inging|ought) in|earn(?:s|ed|ing)?|yield(?:s|ed|ing)?|fetch(?:es|ed|ing)?|order(?:s|ed|ing)?|snapp(?:ed|ing) up|soak(?:ed|s|ing) up|ship(?:s|ped|ping)? in|"
    r"sen(?:ds?|t|ding)|ship(?:s|ped|ping)?|sell(?:s|ing)?|sold|export(?:s|ed|ing)?|form(?:s|ed|ing)?|reach(?:es|ed|ing)?|stood at|com(?:es?|ing) to|came to|win(?:s|ning)?|won)"
)
VERB = re.compile(rf"\b{TAKES}\s+(?:for\s+)?(?:{HEDGE})*$", re.IGNORECASE)
"""The verb, and no more, before a share."""

TAIL = re.compile(
    rf"(?:['’]s)?(?:\s+(?:[a-z-]+\s+)?(?:{TRADER_NOUNS}|sector|products?|group|partners?|markets?|economy|economies|members?|countries|nations|customers|consumers|clients|importers|goods|shipments|items|parts))?"
    rf"(?:,\s*(?:in|at|with|from|by|after|as)\s[^,;]{{1,40}},)?[,\s]*(?:\([^)]*\)\s*)?(?:(?:,?\s*{ADVERB})+)?[,\s]*(?:(?:,\s*)?(?:which|who|that)\s+)?(?:{AUX}\s+)?(?:(?:{ADVERB})\s+)*\Z",
    re.IGNORECASE,
)
"""Between a subject and its verb."""

PRONOUN = re.compile(
    r"\b(?:it|they|the\s+(?:(?:asian|european|latin american|african|southeast asian|neighbou?ring|island)\s+)?(?:country|nation|island|bloc|kingdom|republic|market|neighbou?r))(?:\s+(?:alone|now|also|still))*\s*\Z",
    re.IGNORECASE,
)
GROUP_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
GROUP_OF = re.compile(
    r"\b(?:the|these|those|all)\s+(?P<count>two|three|four|five|six)(?:\s+(?:countries|nations|suppliers|markets|partners|buyers|sources))?(?:\s+(?:together|combined))?\s*\Z",
    re.IGNORECASE,
)
"""Several partners told of before: "together the four supplied 81 percent"."""

THAT_SUM = re.compile(
    r"\b(?:that|this)(?:\s+(?:gap|deficit|surplus|imbalance|shortfall|figure|amount|sum|total|flow))?\s*\Z", re.IGNORECASE
)
JOINT = re.compile(r"[;:]|\b(?:while|whereas|but|and|as)\b", re.IGNORECASE)
GOES = re.compile(
    r"(?:(?!\b(?:which|who|and|but|while)\b)[^;:()]){0,45}?\b(?:go|goes|went|heads?|flows?|flowed|going|gone|sold|sent|shipped|exported|destined|bound|headed|directed|delivered|end(?:s|ed)? up|wound up|land(?:s|ed)?|"
    r"came|comes?|coming|arriv\w+|originat\w+|sourced|imported|bought|purchased|absorbed|taken|supplied|provided|furnished|accounted for|earned|made|generated|handled|done|conducted|is|was|were|are|"
    r"attributable|attributed|traced|due|owed|stem(?:s|med)|result(?:s|ed)|ar[io]ses?|deriv(?:es|ed))\s+(?:[a-z]+ly\s+)?(?:to|into|in|from|by|for|with|through|at)\s+(?:the\s+|its\s+|their\s+|buyers in\s+|customers in\s+|markets in\s+|trade with\s+|shipments to\s+|imports from\s+)*(?:just\s+|only\s+)?(?:buyers?\s+in\s+|markets?\s+in\s+)?",
    re.IGNORECASE,
)
"""Between a whole and the destination, source or product that has the share."""

NOUN_OF_PLACE = re.compile(
    rf"\b(?:destination|market|source|supplier|buyer|customer|home|origin|outlet)\s+(?:for|of|to)\s+(?:{HEDGE})*\Z", re.IGNORECASE
)
NOT_SUBJECT = re.compile(r"\b(?:from|to|with|of|in|by|for|than|against|into)\s+(?:the\s+)?\Z", re.IGNORECASE)
GOODS_OF = re.compile(
    r"\b(?:goods|products|imports|exports|shipments|merchandise|items|purchases|sales|buyers|customers|companies|firms)\s+(?:from|to|in|of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
RELATIVE = re.compile(r",?\s+(?:which|that|who)\b", re.IGNORECASE)
FROM_WHERE = re.compile(r"\s+(?:from|to|into)\s+(?:the\s+)?", re.IGNORECASE)
FREE = re.compile(r"(?:^|[,;:]\s*(?:and\s+|while\s+|but\s+)?|\b(?:and|while|but|as|that|said)\s+)(?:the\s+|its\s+)?\Z", re.IGNORECASE)


def named(sentence: Sentence, start: int, end: int) -> list[tuple[Mark[str], bool]]:
    """Parties and products between two offsets in text order, each with whether it is a party."""
    found = [(mark, True) for mark in sentence.parties] + [(mark, False) for mark in sentence.products]
    return sorted(((mark, party) for mark, party in found if start <= mark.start and mark.end <= end), key=lambda one: one[0].start)


def subject(sentence: Sentence, heads: Sequence[Head], floor: int, verb: int) -> Holder | None:
    """The subject whose verb begins at `verb`; nothing of it stands before `floor`."""
    text = sentence.text
    clause = max((hit.end() for hit in re.finditer(r";|\b(?:while|whereas|but|that)\s", text[floor:verb])), default=0) + floor
    flow = next((h for h in reversed(heads) if clause <= h.start and h.end <= verb and h.kind == "noun"), None)
    if flow is not None and re.fullmatch(r"[^,;]{0,70}(?:,[^,;]{0,40},)?\s*(?:which\s+)?", text[flow.end : verb]):
        return Holder(flow=flow)
    last = next(((m, p) for m, p in reversed(named(sentence, clause, verb)) if TAIL.match(text[m.end : verb])), None)
    if last is not None:
        holder = listed(sentence, clause, last[0], party=last[1])
        return holder if holder and not _is_governed(sentence, clause, holder, *last) else None
    if THAT_SUM.search(text[clause:verb]):
        return Holder(antecedent=True)
    group = GROUP_OF.search(text[clause:verb])
    if group:
        return Holder(pronoun=True, count=GROUP_COUNTS[group.group("count").lower()])
    if PRONOUN.search(text[clause:verb]):
        return Holder(pronoun=True)
    bare = re.compile(rf"(?:[,\s]+{ADVERB})+\s*\Z", re.IGNORECASE).search(text[:verb])
    at = len(text[: bare.start() if bare else verb].rstrip())
    noun = named_before(sentence, clause, at)
    if noun is not None and FREE.search(text[: noun[0]]):
        return Holder(product=noun[1].lower())
    return None


def listed(sentence: Sentence, floor: int, mark: Mark[str], *, party: bool) -> Holder | None:
    """The holder that ends with `mark`: a list of partners, a product, or "steel from Canada"."""
    text = sentence.text
    if not party:
        before = text[floor : mark.start]
        owner = next((m for m in sentence.parties if m.end <= mark.start and mark.start - m.end <= 1 and m.start >= floor), None)
        if re.search(r"\b(?:of|from|to|in)\s+(?:the\s+)?\Z", before):
            return None
        other = next(
            (p for p in sentence.products if p.end <= mark.start and re.fullmatch(r"\s+(?:and|or|&)\s+", text[p.end : mark.start])), None
        )
        product = f"{other.what} and {mark.what}" if other and other.what != mark.what else mark.what
        return Holder(product=product, parties=(owner.what,) if owner else ())
    parties = [m for m in sentence.parties if m.start == mark.start]
    for other in reversed([m for m in sentence.parties if floor <= m.start and m.end <= mark.start]):
        if LIST_LINK.fullmatch(text, other.end, parties[0].start) or other.start == parties[0].start:
            parties.insert(0, other)
        else:
            break
    goods = next((p for p in reversed(sentence.products) if floor <= p.start and FROM_WHERE.fullmatch(text, p.end, parties[0].start)), None)
    return Holder(parties=tuple(dict.fromkeys(m.what for m in parties)), product=goods.what if goods else None)


def _is_governed(sentence: Sentence, floor: int, holder: Holder, last: Mark[str], party: bool) -> bool:
    """Whether the country only belongs to a word before it ("growth in Mexico took …"); not "goods from Mexico took", nor "to Mexico, which takes"."""
    if not party or holder.product or RELATIVE.match(sentence.text, last.end):
        return False
    before = sentence.text[floor : _first_of(sentence, holder, last)]
    return NOT_SUBJECT.search(before) is not None and GOODS_OF.search(before) is None


def _first_of(sentence: Sentence, holder: Holder, last: Mark[str]) -> int:
    """Where the first partner of a list that ends with `last` stands."""
    row = [m.start for m in sentence.parties if m.end <= last.end and m.what in holder.parties]
    return row[-len(holder.parties)] if len(row) >= len(holder.parties) else last.start


def holder_at(sentence: Sentence, at: int) -> tuple[Holder, int] | None:
    """The partners, or the product, named at an offset, with the end of their words."""
    parties = [m for m in sentence.parties if m.start == at]
    if parties:
        row = party_list(sentence, parties[0])
        return Holder(parties=tuple(dict.fromkeys(m.what for m in row))), row[-1].end
    product = next((m for m in sentence.products if m.start == at), None)
    return (Holder(product=product.what), product.end) if product else None


def goes_to(sentence: Sentence, at: int) -> tuple[Holder, int] | None:
    """The holder told behind the whole that ends at `at`: "… went to the United States", "… came from cars and parts"."""
    for mark, _ in named(sentence, at, len(sentence.text)):
        if mark.start - at > 110:
            return None
        if GOES.fullmatch(sentence.text, at, mark.start):
            return holder_at(sentence, mark.start)
        if any(at <= q.start < mark.start and q.what.unit == "percent" for q in sentence.quantities):
            return None
    return None
