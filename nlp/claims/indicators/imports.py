"""Imports: "imports from Korea", "shipments from", "brought in $904 million worth of goods", "bought from"."""

import re
from collections.abc import Iterator

from nlp.claims.dealings import deals, is_passive, is_someones_verb, leads_to_party
from nlp.claims.head import Head, Lexicon, words
from nlp.claims.listing import LARGEST, listing
from nlp.claims.sentence import Sentence

NOUN = words("imports?")
NOT_A_FLOW = re.compile(
    r"[\s-]+(?:its|their|his|her|bans?|quotas?|dut(?:y|ies)|tax\w*|tariffs?|licen[cs]\w+|restrictions?|prices?|rules?|compan\w+|sectors?|curbs?|"
    r"relief|refusals?|alerts?|value of about|licensing|coverage|cover|association|federation|council|permits?|procedures?|substitution|parity|surges?(?! in| of)|competition|jobs?|penetration|bank)\b",
    re.IGNORECASE,
)
SOURCES = words(rf"{LARGEST}(?:suppliers|sources|sellers|providers)")
VERB = words(
    "imported|import|importing|buying|purchasing|(?<=to )purchase|(?<=will )purchase|bought|buys|buy|brought in|brings in|taken in|took in|takes in|purchased|took|takes|taking|absorbed|absorbs|received|receives|shipped(?= from)"
)
ATTRIBUTIVE = re.compile(
    r"\b(?:sales of|sold [^,;]{0,20}(?:fewer|more|less)|demand for|prices? of|prices? for)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before "imported cars" that are sold or priced at home."""

PART_OF_TOLD = re.compile(
    r"\s+[^,;.]{0,10}\d[\d.,]*(?:\s(?:[mbtr]+illion|tons|tonnes|metric tons))?\s+(?:worth\s+)?of\s+(?:that|this|the total)\b",
    re.IGNORECASE,
)
"""Behind "bought": "$1.89 billion of that"."""

FROM_ABROAD = re.compile(
    r"(?:\s+of\s+(?:[\w-]+\s+){0,3}?[\w-]+)?\s+from\s+(?:abroad|overseas|foreigners|other countries|the (?:rest of the )?world)\b",
    re.IGNORECASE,
)
EARNED = re.compile(r"\b(?:exports?|sales|shipments|services|tourism|tariffs?|duties)\b[^,;]{0,50}$", re.IGNORECASE)
INBOUND = re.compile(r"\b(?:inbound|incoming)\s+$", re.IGNORECASE)
FROM_THERE = re.compile(
    r"\s+from\s+(?:it|them|there|(?:its|their|that|the)\s+(?:[a-z]+\s+)?(?:neighbou?r|partner|country|nation|island|bloc|kingdom|region))\b",
    re.IGNORECASE,
)
PURCHASES = re.compile(r"\bpurchases of (?:more |additional |some )?", re.IGNORECASE)
SECURITIES = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:bonds?|securities|stocks?|shares|assets|debt|treasur\w+|government|companies|real estate|homes|currency|firms)\b",
    re.IGNORECASE,
)
FROM_ABROAD = re.compile(r"\s+from (?:abroad|overseas|foreigners|other countries)\b", re.IGNORECASE)
COMING = words(
    r"what (?:americans|the country|the nation|[A-Z]\w+) (?:bought|buys|imported)|(?:goods|products|merchandise|services|goods and services|vehicles|cars|cargoes)\s+(?:entering|coming in|coming|arriving|brought in|landed|bought|imported)"
)
"""Goods on their way in: "the value of goods entering from Canada"."""

BILL = words(r"bill for (?:imported|foreign|overseas)")
"""What a country pays for goods from abroad: "the bill for imported oil fell"."""

GOODS_MOVED = words("shipments?|purchases|arrivals")


def find(sentence: Sentence) -> Iterator[Head]:
    """Heads in text order of each construction."""
    for hit in NOUN.finditer(sentence.text):
        if not NOT_A_FLOW.match(sentence.text, hit.end()) and not is_someones_verb(sentence, hit):
            yield Head(start=hit.start(), end=hit.end(), indicator="imports", plural=True)
    yield from listing(sentence, SOURCES, "imports")
    for hit in GOODS_MOVED.finditer(sentence.text):
        if (
            leads_to_party(sentence, hit, "from")
            or FROM_ABROAD.match(sentence.text, hit.end())
            or FROM_THERE.match(sentence.text, hit.end())
            or INBOUND.search(sentence.left(hit.start(), 12))
        ):
            yield Head(start=hit.start(), end=hit.end(), indicator="imports", plural=True)
    for hit in BILL.finditer(sentence.text):
        yield Head(start=hit.start(), end=hit.end(), indicator="imports")
    for hit in COMING.finditer(sentence.text):
        if leads_to_party(sentence, hit, "from") or FROM_ABROAD.match(sentence.text, hit.end()):
            yield Head(start=hit.start(), end=hit.end(), indicator="imports", plural=True)
    for hit in PURCHASES.finditer(sentence.text):
        if any(m.start == hit.end() and not SECURITIES.match(sentence.text, m.end) for m in sentence.parties):
            yield Head(start=hit.start(), end=hit.start() + len("purchases"), indicator="imports", plural=True)
    for hit in VERB.finditer(sentence.text):
        before = sentence.text[: hit.start()]
        if hit.group().lower() == "imported" and ATTRIBUTIVE.search(before):
            continue
        if hit.group().lower().startswith("br") and (EARNED.search(before) or any(0 < hit.start() - m.end <= 1 for m in sentence.products)):
            continue  # "exports brought in C$9.8 billion"
        if PART_OF_TOLD.match(sentence.text, hit.end()):
            continue  # of a flow told before, which is gone on with
        if deals(sentence, hit) or is_passive(sentence, hit):
            yield Head(start=hit.start(), end=hit.end(), indicator="imports", kind="verb")


LEXICON = Lexicon(
    hint=r"import|\bbill for|suppliers|sources|bought|buy|\b(?:took|takes|taking|received?s?|absorb\w*)\b|brought in|tak\w+ in|took in|purchas|\b(?:entering|coming|arriving|landed)\b|shipments?|arrivals",
    find=find,
)
