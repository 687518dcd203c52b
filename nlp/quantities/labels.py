"""Numbers that name a thing instead of counting: "221 Baker Street", "iPhone 15", "the S&P 500", "season three", "the Big Four".

They are known by the word before them, by a street behind them, or by a capital that is no opening of a sentence.
"""

import re

from nlp.quantities.numerals import Numeral
from nlp.quantities.wordlist import words

_NAMERS = (
    r"pages?|forms?|rooms?|suite|flights?|route|interstate|highway|motorway|boeing|airbus|phase|stage|round|version|vol\.|volume|issue|level|tier|group\sof|gang\sof|"
    r"tel\.?:?|fax:?|phone:?|call|dial(?:led)?|dc|d\.c\.|list|step|unit|channel|covid|apollo|windows|iphone|ipad|galaxy|pixel|playstation|xbox|formula|class|grade|gate|box|zip|id|"
    r"big|top\ssecret|mark|season|series|episode|chapter|volume|square|area|psalm|category|type|flat|apartment|apt\.?|terminal|platform|track|junction|exit|zone|"
    r"district|ward|block|studio|pier|court|seat|row|lap|super\sbowl|size|omega|vitamin|ps|gpt|model|opus|symphony|sonata|bus|line|tram|bay|hall|building|house|store|shirt|"
    r"week|day|year|game|game\sweek|matchday|match|hole|heat|set|figure|figures|bill|case|order|law|"
    r"s&p|ftse|nasdaq|nikkei|cac|dax|ibex|stoxx|russell|fortune|asx|tsx|csi|topix|kospi|dow|mib|smi|"
    r"code|iso|area|expo|agenda|studio|radio|bbc|itv|falcon|soyuz|ariane|starship|voyager|mars|euro|olympic|radio|pier|resolution|hurricane"
)
_NAMED = re.compile(rf"(?<![\w.&$£€])(?P<word>{_NAMERS})\s?(?:\(|[A-Z]-|#)?\Z", re.I)
_ORDERED = frozenset(["week", "day", "year", "game", "match", "hole", "set", "heat", "seat", "house", "store", "building", "bill", "case", "order", "law", "call", "mars", "bus", "line", "figure", "figures", "form", "forms", "list", "court", "hall", "radio", "round", "stage", "pages", "page"])  # fmt: skip
"""Words before a number that also end a phrase ("last week 12 men …"): a counted noun behind the number decides."""
_PLAYED = frozenset(["series", "set", "match", "game"])
"""What a score may follow: "lead the series 2-1"."""
_PRODUCTS = re.compile(
    r"\s(?:[a-z]+\s)?(?:jets?|planes?|aircraft|airliners?|rockets?|phones?|smartphones?|models?|handsets?|fighters?|shares?|companies|firms|stocks?|futures|index|constituents|"
    r"missions?|standards?|launches|boosters?|consoles?|helicopters?|missiles?|trucks?|games)\b"
)
_ADDRESS = re.compile(
    r"\s(?:(?:[NSEW]\.?|North|South|East|West|St\.?|[A-Z][\w.'’-]*)\s){1,4}(?:Street|St\b|Road|Rd\b|Avenue|Ave\b|Lane|Drive|Boulevard|Blvd|Square|Place|Court|Way|Terrace|Close|Hill|Gardens|"
    r"Crescent|Row|Quay|Parade|Highway|Parkway|Plaza|Walk|Mews|Circus|Embankment)\b(?!\s[a-z]+(?:s|men)\b)"
)
_TITLES = re.compile(r"\s(?:Minutes|Days|Hours|Seconds|Cent|Savage|Pilots|Club|MAX|Max|Pro|Ultra|Dreamliner|Series|Turbo)\b")
_CALLED = re.compile(r"(?:911|999|112)\s(?:calls?|callers?|dispatch\w*|emergency|operators?|system)\b")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z][\w&.'’-]*)\s\Z")
_OPENERS = words(
    "the a an in at on by about around nearly some over more only of for from with all and but another these those its his her their our my up to between within after before "
    "since under just almost roughly last first next every each both when while if as that this there aged including total population monday tuesday wednesday thursday friday "
    "saturday sunday today yesterday tomorrow than least most or nor so then also however it he she they we i you who which where once during through until across among exactly "
    "approximately fewer less still even because though although not no what how jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july "
    "august september october november december killed killing have has had was were are is be been left do did get got buy take takes took find out into against per plus minus "
    "us u.s. uk eu un"
)
_VERBS = words(
    "is was has as this its his does runs sells comes gets makes takes goes works costs offers lets includes features starts opens ends begins says shows means needs uses looks remains becomes "
    "brings adds gives plays weighs arrives hits lands carries measures faces rises falls gains loses drops slips closes beats tells follows marks leaves across versus perhaps towards"
)
_COUNTED = re.compile(
    rf"[\s-](?:(?!(?:{'|'.join(sorted(_VERBS))})\b)[a-z]+[\s-]){{0,2}}?(?!(?:{'|'.join(sorted(_VERBS))})\b)(?:were|are|others|more|dead|wounded|injured|[a-z]+[^s\W]s|people|men|women|children|police|cattle|sheep|aircraft|troops|staff)\b"
)
_STARTS = re.compile(r"(?:^|[.!?:;\"“”‘(—–\n-]\s?|[.!?]['’\"”]\s|\s['‘\"“])\Z")
_DIGITAL = re.compile(r"[-–]\d")


def is_label(text: str, numeral: Numeral) -> bool:
    """True for a number without scale or unit that is part of a name, an address or a place in an order."""
    start, end = numeral.start, numeral.end
    first = start
    if start > 1 and text[start - 1] in "-–" and text[start - 2].isdigit():
        first = len(text[:start].rstrip("0123456789-–"))
    before = text[max(0, start - 18) : start]
    following = text[end : end + 2]
    if following[:1] == " " and following[1:].isupper() and (_ADDRESS.match(text, end) or _TITLES.match(text, end)):
        return True
    if _CALLED.match(text, start) or (not numeral.spelled and text[max(0, start - 3) : start] == "No "):
        return True
    if (named := _NAMED.search(text[max(0, first - 18) : first])) and not numeral.grouped:
        if named["word"].lower() in _PLAYED and (first < start or _DIGITAL.match(text, end)):
            return False
        return named["word"].lower() not in _ORDERED or _COUNTED.match(text, end) is None
    if (
        numeral.spelled
        and text[start].isupper()
        and text[max(0, start - 1) : start] == "-"
        and text[max(0, start - 2) : start - 1].isdigit()
    ):
        return True
    if numeral.spelled:
        return (
            text[start].isupper()
            and start > 0
            and text[start - 1] in " -"
            and not _STARTS.search(text[max(0, start - 3) : start])
            and not _shouted(text, start)
        )
    if numeral.grouped:
        return False
    word = _WORD_BEFORE.search(before)
    if word is None or not _is_name(word["word"]):
        return False
    if _DIGITAL.match(text, end):
        return False
    if numeral.value < 10:
        return True  # what is counted below ten is told in words: "14 Challenger 2 tanks"
    return _COUNTED.match(text, end) is None or _PRODUCTS.match(text, end) is not None


def _is_name(word: str) -> bool:
    return word.lower() not in _OPENERS and any(letter.isupper() for letter in word) and not word.endswith(("'", "’", "'s", "’s", "."))


def _shouted(text: str, start: int) -> bool:
    """Whether the words around are capitalised as well, as in a headline."""
    words = text[max(0, start - 60) : start].split()[-4:]
    return len(words) > 3 and all(word[0].isupper() for word in words if word[0].isalpha())
