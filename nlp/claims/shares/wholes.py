"""The flow that a share divides: "of U.S. lumber imports", "of everything Canada sells abroad", "of the total"."""

import re
from collections.abc import Sequence

from nlp.claims.figures import CHANGE_NOUN, OF_OUTPUT
from nlp.claims.head import Head
from nlp.claims.sentence import Sentence
from nlp.claims.shares.statement import Whole
from tradeclaims.records.claim import Indicator

COUNTED = r"(?:\s+(?:dollars?|cents|pence|euros?|pounds?|won|yen|tons?|tonnes?|barrels?|bushels?|cars?|vehicles?|bottles?|pairs?|garments?)(?:\s+worth)?)"
OF = re.compile(rf"{COUNTED}?(?:\s+(?:share|slice|portion))?,?\s+(?:of|in|from)\s+|{COUNTED}\s+(?:that\s+)?(?=\w)", re.IGNORECASE)
"""Between a share and its whole: "24 percent of", "a 14 percent share of", "one in five dollars of"."""

PHRASE = re.compile(
    r"(?:(?!\b(?:rose|fell|grew|was|were|is|are|which|who|while|but|when|as|if|than|because|tariffs?|dut(?:y|ies)|jobs|workers|consumers|companies|firms|"
    r"economy|GDP|output|production|consumption|demand|supply|capacity|inflation|profits?|revenues?)\b)[^,;:()—]|,(?=\d)){0,70}",
    re.IGNORECASE,
)
"""Words of one noun phrase between "of" and its flow; no clause and nothing else that is divided."""

OF_A_CHANGE = re.compile(rf"\b(?:{CHANGE_NOUN}|change|difference|value added)\b", re.IGNORECASE)
TOLD_BEFORE = re.compile(
    r"(?:(?:the|that|this|its|their|our|[A-Z][\w.]+(?:\s[A-Z][\w.]+)?['’]s?)\s+)?(?:[\w-]+\s+){0,2}?(?:total|whole|sum|overall figure|overall amount|amount|figure|market|pie|bill|commerce|exchange)\b(?!\s+(?:U\.S|US\b|trade|exports?|imports?|goods))"
    r"|(?:that|it|them|these|those|this|which)\b(?=\s*(?:[.,;:)]|$|\s(?:and|while|but|with|as|in|last|this|came|went|is|was|to|from|for|up|down|compared)\b))",
    re.IGNORECASE,
)
ABROAD = r"(?:\s+(?:to\s+the\s+(?:rest\s+of\s+the\s+)?world|abroad|overseas|to\s+(?:other|foreign)\s+(?:countries|markets|buyers)|from\s+(?:abroad|overseas|other\s+countries)))"
SELLS = r"(?:sells?|sold|exports|exported|ships?|shipped|sends?|sent|markets?|earns?|earned)"
BUYS = r"(?:buys?|bought|imports|imported|purchases?|purchased|brings? in|brought in|takes in|took in)"
RELATIVE = re.compile(
    rf"(?:(?:everything|all|what|whatever|anything)\b|(?:the|all\s+the|all\s+of\s+the|total|its|their|our|every)\s+)?(?:[^,;:()]){{0,60}}?\b(?:(?P<sells>{SELLS})|(?P<buys>{BUYS}))\b(?P<abroad>{ABROAD})?",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"\b(?:of|to|from|in|went|goes|go|came|comes|come|for|with|by|which|was|were|is|are)\b(?!\s+(?:the|that|which|everything|all)\b)",
    re.IGNORECASE,
)
BY_WHOM = re.compile(r"\s+(?:by|into|in)\s+(?:the\s+)?", re.IGNORECASE)
IMPORT_MARKET = re.compile(r"(?:[^,;:()]){0,40}?\bimport(?:ed)?\s+(?:[\w-]+\s+)?market\b", re.IGNORECASE)
MOVED_ABROAD = re.compile(
    r"(?:[^,;:()]){0,40}?\b(?:(?:shipments|sales)\s+(?:abroad|overseas)|(?:overseas|foreign|export)\s+(?:shipments|sales))\b|(?:its|their|our|[A-Z][\w.]+['’]s?)\s+(?:total\s+|overall\s+|goods\s+)*shipments\b",
    re.IGNORECASE,
)
OF_WHAT = re.compile(
    r"\s+(?:of|in)\s+(?P<what>(?P<flow>(?:both\s+)?(?:goods\s+and\s+services|goods|services|merchandise)\b)?)", re.IGNORECASE
)
"""Behind a flow what it consists of: "exports of goods and services", "exports of beef"."""

PRONOUN = re.compile(
    r"(?:all\s+|all\s+of\s+)?(?:its|their|our|the\s+(?:country|nation|bloc|island|industry|kingdom|union|sector)['’]s)\b"
    r"|.*\b(?:the\s+(?:country|nation|bloc|island)|it|they|we)\s+[a-z]+(?:\s+\w+)?$",
    re.IGNORECASE,
)


def whole_at(sentence: Sentence, heads: Sequence[Head], at: int, *, limit: int | None = None) -> Whole | None:
    """The whole whose words begin at `at`; None where none does, or what is divided is no flow."""
    text = sentence.text
    stop = len(text) if limit is None else limit
    if OF_OUTPUT.match(text, max(0, at - 4)):
        return None
    head = next((h for h in heads if h.start >= at and h.kind == "noun" and not h.carried and h.end <= stop), None)
    reach = PHRASE.match(text, at)
    if head is not None and reach and reach.end() >= head.start:
        if OF_A_CHANGE.search(text, at, head.start) or "%" in text[at : head.start] or _numbered(sentence, at, head):
            return None
        market = re.compile(r"\s+market\b").match(text, head.end)
        kind = OF_WHAT.match(text, head.end)
        goods = next((m.end for m in sentence.products if kind and m.start == kind.start("what")), 0)
        end = market.end() if market else goods or (kind.end("flow") if kind and kind.group("flow") else head.end)
        worth = any(at <= q.start < head.start and q.what.unit == "currency" for q in sentence.quantities)
        return Whole(start=at, end=end, head=head, worth=worth, of_subject=PRONOUN.match(text[at:end]) is not None)
    market = IMPORT_MARKET.match(text, at, stop)
    if market:
        return _made(market.start(), market.end(), "imports", text)
    moved = MOVED_ABROAD.match(text, at, stop)
    if moved:
        return _made(moved.start(), moved.end(), "exports", text)
    before = TOLD_BEFORE.match(text, at, stop)
    if before:
        return Whole(start=before.start(), end=before.end())
    return _relative(sentence, at, stop)


FIRM = re.compile(
    r"\W*(?:the|a|an|its|this|that)\s+(?!country|nation|island|kingdom|bloc|republic|union|region|state\b|continent|world|city-state|territory)(?:[a-z-]+\s+)?[a-z-]+\s+(?:imports|exports|buys|sells|makes|ships|brings)\b",
    re.IGNORECASE,
)
"""A sentence that a firm opens: "the retailer imports 26 percent of the goods it sells"."""


def goods_at(sentence: Sentence, at: int) -> Whole | None:
    """The goods of a country as its exports, where they go abroad: "ninety percent of Mexican avocados are sold to …"."""
    owner = next((m for m in sentence.parties if m.start == at), None)
    product = next(
        (m for m in sentence.products if owner and re.fullmatch(r"(?:['’]s)?\s+(?:[a-z-]+\s+)?", sentence.text[owner.end : m.start])), None
    )
    if owner is None or product is None:
        return None
    end = product.end
    return Whole(start=at, end=end, head=Head(start=end - 1, end=end, indicator="exports", plural=True), owner=owner.what)


def _numbered(sentence: Sentence, at: int, head: Head) -> bool:
    """Whether another share stands between: "20 percent of A and 30 percent of exports"."""
    return any(at <= q.start < head.start and q.what.unit == "percent" for q in sentence.quantities)


def _relative(sentence: Sentence, at: int, stop: int) -> Whole | None:
    """ "everything Canada sells abroad", "the goods sold abroad", "all steel imported by the United States"."""
    text = sentence.text
    hit = RELATIVE.match(text, at, stop)
    if hit is None:
        return None
    verb = "sells" if hit.group("sells") else "buys"
    words = text[at : hit.start(verb)]
    owner = next((m.what for m in sentence.parties if at <= m.start and m.end <= hit.start(verb)), None)
    by = None
    if hit.group(verb).lower().endswith(("ed", "old", "ent", "ought")):
        link = BY_WHOM.match(text, hit.end())
        by = next((m for m in sentence.parties if link and m.start == link.end()), None)
    if hit.group(verb).lower().startswith("earn") and not hit.group("abroad"):
        return None
    tied = (
        owner
        or by
        or hit.group("abroad")
        or re.search(r"\b(?:we|country|nation|that)\s+$", words)
        or (re.search(r"\b(?:it|they)\s+$", words) is not None and _country_before(sentence, at))
        or hit.group(verb).lower() in ("exported", "imported", "exports", "imports")
    )
    if not tied or LOOSE.search(words) or any(at <= q.start < hit.end() for q in sentence.quantities):
        return None
    end = by.end if by else hit.end()
    made = _made(at, end, "exports" if verb == "sells" else "imports", text, verb=hit.start(verb))
    return Whole(start=made.start, end=made.end, head=made.head, owner=by.what if by else None, of_subject=made.of_subject)


def _country_before(sentence: Sentence, at: int) -> bool:
    """Whether "it" and "they" can be a country: one is named before, or there is nobody else ("it sells 80 percent of what it makes")."""
    return any(m.end <= at for m in sentence.parties) or FIRM.match(sentence.text) is None


def _made(start: int, end: int, indicator: Indicator, text: str, *, verb: int | None = None) -> Whole:
    head = Head(start=end - 1 if verb is None else verb, end=end, indicator=indicator, plural=True)
    return Whole(start=start, end=end, head=head, of_subject=PRONOUN.match(text[start:end]) is not None)
