"""Places in a ranking: "sixth-largest", "ranked 14th", "ninth, up from 14th", "No. 3 supplier", "second only to Mexico"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp.quantities.amount import Amount

_ORDINALS = {
    word: n
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25}
_ordinal = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_HINT = re.compile(
    r"[fstenFSTEN#0-9](?<![\w-].)(?:irst|econd|hird|ourth|ifth|ixth|eventh|ighth|inth|enth|leventh|welfth|\w{2,5}teenth|went(?:ieth|y-(?:first|second|third|fourth|fifth))|"
    r"hirtieth|[oO]\.|umber|\d{0,2}(?:st|nd|rd|th)|(?<=#)\s?\d)"
)
"""Where a rank may stand, by its first letters: a plain look before the costly one."""
_RANK = re.compile(
    rf"(?<![\w-])(?:(?P<word>{_ordinal})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?:No\.|number|#)\s?(?P<number>\d{{1,2}}|one|two|three|four|five))(?!\w)",
    re.I,
)
_SUPERLATIVE = re.compile(
    r"[\s-](?:most[\s-]\w+|(?:larg|bigg|small|high|low|great|fast|strong|weak|poor|rich|busi|clos|heavi|leading|top)\w*(?:est|ing|top)|leading|top|best|worst|ranked)\b",
    re.I,
)
_PLACE_AFTER = re.compile(
    r"\s(?:place|position|spot|rank|among|overall|only\sto|behind|after\s(?:China|Mexico|Canada|Japan)|in\sthe\s(?:ranking|rankings|league|list|table))\b",
    re.I,
)
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|placed?|places|came|come|comes|finish(?:ed|es)?|stood|stands|slipp(?:ed|ing)\sto|slips?\sto|mov(?:ed|ing)\s(?:up\s|down\s)?to|"
    r"(?:up|down)\sfrom|(?:rose|fell|climbed|dropped|jumped|advanced)\s(?:from\s\S+\s)?to|remained|in)\s(?:in\s|only\s|as\s|a\s|the\s)?\Z",
    re.I,
)
_TRADE_NOUN = re.compile(
    r"(?:\s[\w.'-]+){0,4}?\s(?:partners?|suppliers?|markets?|exporters?|importers?|sources?|destinations?|customers?|buyers?|producers?|econom(?:y|ies)|spot|place|position|trader|"
    r"nation|country)\b",
    re.I,
)
_BY_COUNT = re.compile(r"\b(?:up|down)\sfrom\s\Z", re.I)
_MOVED_FROM = re.compile(r",?\s(?:up|down)\sfrom\s(?:No\.\s?\d|\d{1,3}(?:st|nd|rd|th)|\w+(?:th|first|second|third)\b)", re.I)
_DATE_TAIL = re.compile(
    r"\s(?:quarter|half|year|month|week|day|century|time|round|district|congress|anniversary|amendment|of\s[A-Z])", re.I
)


def find_ranks(text: str) -> Iterator[Amount]:
    """Ranks in text order; exact by nature, so without rounding width."""
    ranked = False
    for hint in _HINT.finditer(text):
        match = _RANK.match(text, hint.start())
        if match is None or not _in_rank_context(text, match, ranked):
            continue
        ranked = True
        written = match["digits"] or match["number"] or match["word"]
        rank = int(written) if written.isdigit() else _ORDINALS.get(written.lower()) or _NUMBERS[written.lower()]
        yield Amount(match.start(), match.end(), Decimal(rank), Decimal(rank), Decimal(0), unit="rank")


_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def _in_rank_context(text: str, match: re.Match[str], ranked: bool) -> bool:
    end = match.end()
    before = text[max(0, match.start() - 30) : match.start()]
    if match["number"]:
        return _TRADE_NOUN.match(text, end) is not None or (_RANK_BEFORE.search(before) is not None and before[-4:] != " in ")
    if _SUPERLATIVE.match(text, end):
        return True
    if _DATE_TAIL.match(text, end) or text[end : end + 1] == "-":
        return False
    if _PLACE_AFTER.match(text, end):
        return True
    if _MOVED_FROM.match(text, end):
        return True
    if _BY_COUNT.search(before):
        return ranked or match["digits"] is not None
    if not _RANK_BEFORE.search(before):
        return False
    return (
        re.search(r"\brank|\bplace|\bfinish|\bstood|\bstands|\bcame\sin|\bcomes?\sin", before, re.I) is not None
        or (match["digits"] is not None and not re.match(r"\s\w", text[end : end + 2]))
        or _ends_clause(text, end)
    )


def _ends_clause(text: str, end: int) -> bool:
    return (
        re.match(r"\s(?:among|in\s(?:20|19)\d\d|from|with|behind)\b|[,;]\s(?:up|down|behind|after|ahead)\b", text[end : end + 16], re.I)
        is not None
    )
