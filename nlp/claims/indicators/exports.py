"""Exports: "exports to Korea", "sales to", "shipments to", "China sold the US $X"."""

import re
from collections.abc import Iterator

from nlp.claims.dealings import deals, is_passive, is_someones_verb, leads_to_party
from nlp.claims.head import Head, Lexicon, words
from nlp.claims.listing import LARGEST, listing
from nlp.claims.movements import find_movements
from nlp.claims.moves import FINITE
from nlp.claims.sentence import Sentence

NOUN = words("exports?")
NOT_A_FLOW = re.compile(
    r"[\s-]+(?:controls?|promotion|credits?|licen[cs]\w+|bans?|subsid\w+|restrictions?|opportunit\w+|led|import bank|"
    r"association|federation|council|board|lobby|chamber|agency|curbs?|rules|bars|procedures?|permits?|refunds?|incentives?|strateg\w+|push|drive|target\w*(?! (?:of|for|at) [$€£\d])|industr\w+|compan\w+|sectors?|quotas?|tax\w*|deals?|destinations?|market\w*|partners?|prices?|orders?|jobs?|hubs?|econom\w+|of democracy)\b",
    re.IGNORECASE,
)
OF_A_FIRM = re.compile(r"\s+(?:\w+\s+)?\S+\s*(?:percent|per cent|%)?\s+of (?:its|their|his|her)\b", re.IGNORECASE)
OWNED = re.compile(r"(?:\b(?:its|their|our|his|her|total|goods|all|of|the|merchandise)|['’]s?)\s+$", re.IGNORECASE)
MARKETS = words(rf"{LARGEST}(?:markets|destinations|customers|buyers)")
VERB = words(
    "exported|export|exporting|selling|shipping|sending|supplying|sold|sell|sells|shipped|ships|ship|supplied|supplies|delivered|delivers|sent(?! home)|sends(?! home)"
)
OF_FLOW = re.compile(
    r"\s+(?:growth|sales|turnover|revenues?|earnings|volumes?|values?|shipments|categor\w+|totals?|gains?|decline|drop|surge|increase|rise|fall|performance|records?|figure|products?|items?|commodit\w+|receipts|income|figures|numbers|"
    r"share|surplus|bill|flows?|trade|targets?|goals?)\b",
    re.IGNORECASE,
)
"""Behind the singular: "export growth", not "export soybeans"."""

BOUGHT = re.compile(
    r"\b(?:buy(?:s|ing)?|bought|purchas(?:e|ed|es|ing)|import(?:s|ed|ing)?)\s+[^,;]{0,30}\d(?![\d.]*\s?(?:percent|per cent|%))[^,;]{0,15}\s(?:of|in)\s+(?:(?!(?:while|and|but|as|whereas|with|when|although)\b)[\w.]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before exports that are only what another country buys: "committed to purchase $228 billion of U.S. exports"."""

BOTH_WAYS = re.compile(r"exports?\s?[-–/&]\s?imports?\b", re.IGNORECASE)
NET = re.compile(r"\bnet\s+$", re.IGNORECASE)
LANDED = re.compile(r"\s+from\b", re.IGNORECASE)
GOODS_MOVED = words("shipments?|sales")


def find(sentence: Sentence) -> Iterator[Head]:
    """Heads in text order of each construction."""
    for hit in NOUN.finditer(sentence.text):
        if BOTH_WAYS.match(sentence.text, hit.start()) or re.search(r"\bimports?\s?[-–/&]\s?$", sentence.left(hit.start(), 10)):
            continue  # both flows together
        if hit.group().lower() == "export" and not OF_FLOW.match(sentence.text, hit.end()) and not _is_singular_flow(sentence, hit):
            continue
        if (
            BOUGHT.search(sentence.left(hit.start(), 70))
            or NET.search(sentence.left(hit.start(), 6))
            or _is_firms(sentence, hit)
            or is_someones_verb(sentence, hit)
        ):
            continue
        if not NOT_A_FLOW.match(sentence.text, hit.end()) and not _of_a_firm(sentence, hit):
            yield Head(start=hit.start(), end=hit.end(), indicator="exports", plural=True)
    yield from listing(sentence, MARKETS, "exports")
    for hit in GOING.finditer(sentence.text):
        if leads_to_party(sentence, hit, "to") or ABROAD_BEHIND.match(sentence.text, hit.end()):
            yield Head(start=hit.start(), end=hit.end(), indicator="exports", plural=True)
    for hit in GOODS_MOVED.finditer(sentence.text):
        if leads_to_party(sentence, hit, "to") or _of_product(sentence, hit):
            yield Head(start=hit.start(), end=hit.end(), indicator="exports", plural=True)
    for hit in VERB.finditer(sentence.text):
        if SHOPS.search(sentence.left(hit.start(), 40)):
            continue
        if deals(sentence, hit) or (is_passive(sentence, hit) and not LANDED.match(sentence.text, hit.end())):
            yield Head(start=hit.start(), end=hit.end(), indicator="exports", kind="verb")

    yield from find_movements(sentence)


SINGULAR = re.compile(
    r"(?:\s+(?:to|from)\s+(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)?){0,2}(?:\s+(?:in|during|for)\s+(?:the\s+)?[A-Z]\w+(?:,?\s\d{4})?)?\s+(?:(?:also|again|alone|however)\s+)?(?P<verb>[a-z]+)\b"
)
"""Behind the singular: as far as its verb."""


def _is_singular_flow(sentence: Sentence, hit: re.Match[str]) -> bool:
    """ "Merchandise export rose 24 percent", "garment export to the US fell": the singular with what is exported before it and its verb behind."""
    verb = SINGULAR.match(sentence.text, hit.end())
    if verb is None or not FINITE.match(verb.group("verb")):
        return False
    before = re.search(r"([\w-]+)(['’]s?)?\s\Z", sentence.left(hit.start(), 30))
    if before is None:
        return hit.start() == 0
    named = any(0 < hit.start() - m.end <= 1 for m in (*sentence.products, *sentence.parties))
    return named or before.group(2) is not None or before.group(1).lower() in ("merchandise", "goods", "services", "total", "overall")


def _of_a_firm(sentence: Sentence, hit: re.Match[str]) -> bool:
    """ "It exports 60 percent of its cars": a verb with a share of the subject's own; not "9 percent of its exports and 18 percent of its imports"."""
    return OF_A_FIRM.match(sentence.text, hit.end()) is not None and OWNED.search(sentence.left(hit.start(), 20)) is None


def _is_firms(sentence: Sentence, hit: re.Match[str]) -> bool:
    """ "The automaker exports about two-thirds of the cars it makes": the verb of a firm."""
    return hit.group().lower() == "exports" and FIRM.search(sentence.left(hit.start(), 30)) is not None


def _of_product(sentence: Sentence, hit: re.Match[str]) -> bool:
    """ "Exports to China dropped, largely because soybean sales fell by three-quarters": sales of a product beside another flow; and sales abroad."""
    if ABROAD.search(sentence.left(hit.start(), 20)) or ABROAD_BEHIND.match(sentence.text, hit.end()):
        return True
    named = any(
        0 < hit.start() - mark.end <= 1 or (mark.start > hit.end() and sentence.text[hit.end() : mark.start].lower() == " of ")
        for mark in sentence.products
    )
    return named and NOUN.search(sentence.text[: hit.start()]) is not None


FIRM = re.compile(
    r"\b(?:company|\w+maker|maker|firm|group|plant|factory|producer|manufacturer|refiner|brewer|state|province|district|county|port|distillery|supplier|business|he|she|who|which)\s+(?:now\s+|also\s+|still\s+|already\s+)?$",
    re.IGNORECASE,
)
GOING = words(
    r"(?:goods|products|merchandise|goods and services|services|vehicles|cars|cargoes)\s+(?:sold|shipped|exported|sent|going|headed|bound)"
)
"""Goods on their way out: "goods and services sold to foreigners"."""

SHOPS = re.compile(
    r"\b(?:retailers?|dealers?(?:hips?)?|stores?|supermarkets?|shops?|chains?|grocers?|restaurants?|pubs|bars|showrooms?|shopkeepers|wholesalers?)\s+(?:\w+ly\s+|also\s+|have\s+|has\s+|had\s+)?$",
    re.IGNORECASE,
)
"""Who sells at home."""

ABROAD_BEHIND = re.compile(
    r"(?:\s+of\s+(?:[\w-]+\s+){0,3}?[\w-]+)?\s+(?:abroad|overseas|to (?:foreigners|foreign buyers|other countries|the world))\b",
    re.IGNORECASE,
)
ABROAD = re.compile(r"\b(?:foreign|overseas|export|outbound|outgoing)\s+$", re.IGNORECASE)
LEXICON = Lexicon(
    hint=r"export|\b(?:bound|going|headed|went|goes|flow(?:ed|s)|cross(?:ed|es)|c[ao]mes?|arriv(?:ed|es)|enter(?:ed|s)|heads|landed|left|leaves?|moved|stream(?:ed|s)|pour(?:ed|s)|ends? up|ended up|wound up|found (?:its|their) way|made (?:its|their) way)\b|sold|\bsen[dt]s?\b|sell|sales|ship|suppli|deliver|markets|destinations|customers|buyers",
    find=find,
)
