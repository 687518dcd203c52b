"""Two-way trade: "trade with Korea", "total trade between the two", "U.S.-China goods trade"."""

import re
from collections.abc import Iterator

from nlp.claims.head import Head, Lexicon, words
from nlp.claims.listing import LARGEST, listing
from nlp.claims.sentence import Sentence

NOUN = words(r"trade|commerce|business(?= with )")
NOT_A_FLOW = re.compile(
    r"(?:[\s-]+(?:deficits?|surplus\w*|gaps?|imbalances?|shortfalls?|balances?|deals?|pacts?|agreements?|talks?|negotiat\w+|representatives?|wars?|polic\w+|"
    r"partners?|partnerships?|relations?\w*|barriers?|ministers?|officials?|secretary|commissioner|disputes?|practices|laws?|rules|bills?|unions?|groups?|"
    r"remed\w+|data|figures|statistics|reports?|office|department|ministry|adviser|advisor|tensions?|truce|friction\w*|promotion|act|association|"
    r"secrets?|show|fair|lawyer\w*|expert\w*|economist\w*|position|chief|envoy\w*|preference\w*|accords?|facilitation|authority|commission|"
    r"delegation|mission|body|numbers?|routes?|concessions?|issues?|bloc|court|measures?|restrictions?|sanctions|adjustment|weighted|zones?|intermediar\w*|specialists?)\b)",
    re.IGNORECASE,
)
PARTNERS = words(rf"{LARGEST}(?:trad(?:ing|e) )?partners")
VERB_LEFT = re.compile(r"\b(?:to|will|would|can|could|(?-i:may)|not|deadline to|fair|free|federal|international)\s+$", re.IGNORECASE)
FLOW_LEFT = re.compile(
    r"\b(?:two[- ]way|total|foreign|external|overseas|bilateral|overall|goods|merchandise|services|mutual|goods and services|agricultural|textiles?|annual|cross-border|"
    r"boost|lift|raise|increase|double|expand)\s+$",
    re.IGNORECASE,
)
FLOW_RIGHT = re.compile(
    r"\s+(?:in (?:goods|services|agricultur\w+|textiles?|merchandise)[\w ]*?\s+)?(?:with|between|among)\b|\s+(?:flows?|turnover|volumes?|totall?ed|in goods|in services)\b|"
    r"\s+(?:rose|grew|fell|reached|climbed|jumped|came to|amounted to|hit|stood at|was worth|topped|exceeded|surged|dropped|shrank|expanded|more than|nearly)\b|"
    r"\s+by\b|\s+(?:targets?|goals?)\s+(?:of|at)\s+[^\s\d]{0,3}\d",
    re.IGNORECASE,
)
SECURITIES = re.compile(
    r"\b(?:futures|lots|shares|stocks?|contracts|bonds?|bullion|allowances|dealers|currency|currencies|yields?|greenback)\b", re.IGNORECASE
)
"""What exchanges trade."""

OPENS = re.compile(
    r"\W*(?:(?:and|but|meanwhile|by contrast),?\s+)?in\s+(?:(?:its|their|our|bilateral|two-way|total|goods|services|merchandise|farm|agricultural)\s+)*",
    re.IGNORECASE,
)
BOTH_WAYS = words(
    r"(?:import(?:s)?\s?[-–/&]\s?exports?|exports?\s?[-–/&]\s?imports?)(?=\s+(?:turnover|volumes?|values?|revenues?|trade)\b)"
)
WITH_WHOM = re.compile(r"\s+(?:in \w+\s+)?(?:with|between)\b", re.IGNORECASE)
TERMS = re.compile(r"\b(?:terms|balance|board|chamber|rules|volume|free|restraint|ministry|secretary) of\s+$", re.IGNORECASE)
PART_OF_BALANCE = re.compile(
    r"\b(?:deficits?|surplus|gap|imbalance|shortfall|balance|red ink)\s+(?:of\s+[\w ]*?[$€£¥]?[\d.,]+(?:\s+\w+)?\s+)?(?:in|on|of)\s+(?:[\w.'’-]+\s+){0,4}$",
    re.IGNORECASE,
)


TRADED = words(r"traded|exchanged|(?:did|do|does) (?=[^,;]{0,40}\bbusiness\b)")
GOODS_TRADED = re.compile(
    r"\s+(?:worth\s+)?(?:of|in|worth of)\s+(?:[\w-]+\s+){0,2}(?:goods|merchandise|products|services|trade|business)\b|\s+with each other\b",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b(?:the two|both) (?:countries|nations|sides|economies|neighbou?rs|partners|allies)\b", re.IGNORECASE)
"""Who trades with whom where a verb tells it: "Canada and the United States traded $446 billion worth of goods"."""


def find(sentence: Sentence) -> Iterator[Head]:
    """Each "trade" that means the flow itself and not a policy, a partner or a balance."""
    yield from listing(sentence, PARTNERS, "total_trade")
    for hit in BOTH_WAYS.finditer(sentence.text):
        yield Head(start=hit.start(), end=hit.end(), indicator="total_trade")
    for hit in NOUN.finditer(sentence.text):
        left = sentence.left(hit.start())
        if OPENS.fullmatch(sentence.text, 0, hit.start()) and re.match(r"\s+with\b[^;:$€£¥₩\d]{2,60},\s", sentence.text[hit.end() :]):
            continue  # "In trade with China, Japan posted a deficit": with whom, and no flow of its own
        if NOT_A_FLOW.match(sentence.text, hit.end()) or PART_OF_BALANCE.search(left) or TERMS.search(left):
            continue
        named = FLOW_LEFT.search(left) is not None or any(0 <= hit.start() - party.end <= 7 for party in sentence.parties)
        if VERB_LEFT.search(left) and not named:
            continue
        if SECURITIES.search(sentence.text) and not FLOW_LEFT.search(left) and not WITH_WHOM.match(sentence.text, hit.end()):
            continue
        if named or FLOW_RIGHT.match(sentence.text, hit.end()):
            if hit.group().lower() == "business" and not any(0 < party.start - hit.end() <= 10 for party in sentence.parties):
                continue  # "business with the firm"
            yield Head(start=hit.start(), end=hit.end(), indicator="total_trade")

    for hit in TRADED.finditer(sentence.text):
        sums = [m for m in sentence.quantities if m.what.unit == "currency" and 0 <= m.start - hit.end() <= 30]
        if sums and (GOODS_TRADED.match(sentence.text, sums[0].end) or re.search(r"\bgoods\b", sentence.text[hit.end() : sums[0].start])):
            before = [party for party in sentence.parties if party.end <= hit.start()]
            after = [party for party in sentence.parties if party.start >= sums[0].end]
            if (before and len(before) + len(after) >= 2) or BOTH.search(sentence.text[: hit.start()]):
                yield Head(start=hit.start(), end=hit.end(), indicator="total_trade", kind="verb")


LEXICON = Lexicon(hint=r"\btrade|export\W{1,3}import|import\W{1,3}export|exchanged|commerce|business with ", find=find)
