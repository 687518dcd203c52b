"""Ranks: "the sixth largest trading partner", "second-largest supplier", "the largest deficit ever", "set records"."""

import re
from collections.abc import Iterator

from nlp.claims.head import Head, Lexicon, Sign, words
from nlp.claims.sentence import Sentence
from tradeclaims.records.claim import Indicator

ORDINALS = {
    word: place
    for place, word in enumerate(
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
        1,
    )
}
PLACE = rf"(?P<place>{'|'.join(ORDINALS)}|next|\d{{1,2}}(?:st|nd|rd|th)|no\.\s?\d{{1,2}}|number (?:one|two|three))"
SIZE = r"(?:largest|biggest|widest|most important|top|leading|greatest|highest|worst)"
KINDS: tuple[tuple[str, Indicator, Sign | None], ...] = (
    (r"trad(?:ing|e) partners?", "total_trade", None),
    (r"(?:export )?(?:markets?|destinations?|customers?|buyers?)", "exports", None),
    (r"(?:foreign )?(?:suppliers?|sources? of (?:[\w.]+ ){0,2}?imports|sellers?|providers?)", "imports", None),
    (r"exporters?|exports", "exports", None),
    (r"importers?|imports", "imports", None),
    (r"(?:trade |goods |merchandise |bilateral )*(?:deficits?|gaps?|imbalances?|shortfalls?)", "balance", "deficit"),
    (r"(?:trade |goods |merchandise |bilateral )*surplus(?:es)?", "balance", "surplus"),
)
NOUNS = "|".join(f"(?P<k{number}>{noun})" for number, (noun, _, _) in enumerate(KINDS))
RANKED = words(rf"(?:{PLACE}[\s-]+(?:{SIZE}[\s-]+)?|{SIZE}[\s-]+)(?:(?!(?:of|the|an?|its|our|their|his)\b)[\w&.-]+\s+){{0,3}}?(?:{NOUNS})")
SUPERLATIVE = words(
    rf"(?:{PLACE}[\s-]+)?{SIZE}\b(?=\s+(?:ever|on record|in history|of any|with any|for any|recorded|for a single|in the history|, with|with|, at)|,\s+with)"
)
PLACED = words(rf"(?:{PLACE})[\s-]+{SIZE}(?=\s+(?:in|among|last|this|behind|after)\b|\s*[.,;]|\s*$)")
NEXT = words(rf"next[\s-]+{SIZE}")
RANKS = words(
    rf"rank(?:s|ed|ing)?\s+(?:as\s+)?(?:the\s+)?{PLACE}|(?:came|comes|was|is|placed)\s+(?P<second>{'|'.join(ORDINALS)})(?=\s+among)"
)
GAPPED = re.compile(rf"\b(?:{PLACE})(?=\s*[.,;]|\s*$|\s+and\b)", re.IGNORECASE)
RECORDS = words(
    r"(?:all\s+|each\s+|both\s+)?(?:set|hit|reached|posted|were)\s+(?:an?\s+|new\s+)?(?:all-time\s+)?(?:records?|highs?)(?:\s+highs?)?"
)
ALL_TIME = re.compile(
    r"\b(?:ever|on record|in history|of any|with any|for any|recorded|in the history|for a single country)\b", re.IGNORECASE
)
LIMITED = re.compile(
    r"\s*(?:[\w ]+\s)?(?:in (?:more than |nearly |over |almost )?(?:\w+ )?(?:years?|months?|decades?)\b|since\b)", re.IGNORECASE
)
PLURAL = re.compile(
    r"(?:partners|markets|destinations|customers|buyers|suppliers|sources\b.*|sellers|providers|exporters|importers|exports|imports)$",
    re.IGNORECASE,
)
COUNTS = re.compile(r"(?:the\s+)?(?:first|second|third|fourth|\d)", re.IGNORECASE)
NOT_ONE = re.compile(r"\b(?:one of|among|some of|of)\s+(?:\w+['’]s?\s+|the\s+|its\s+|our\s+|their\s+){0,2}$", re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Head]:
    """Ranks by noun, then superlatives, then "ranks fifth" and "set records"."""
    text = _with_dates_blanked(sentence)
    for hit in RANKED.finditer(text):
        number = next(n for n in range(len(KINDS)) if hit.group(f"k{n}"))
        _, basis, sign = KINDS[number]
        if (
            basis == "balance"
            and hit.group("place") is None
            and hit.group().lower().endswith("s")
            and sign
            and not hit.group().lower().endswith("plus")
        ):
            continue  # "the largest deficits" are a list of levels, not one place
        if hit.group("place") is None and PLURAL.search(hit.group()):
            continue  # "the top markets" are a list
        if NOT_ONE.search(sentence.left(hit.start())) or LIMITED.match(text, hit.end()):
            continue
        rest = text[hit.end() :].strip(" .")
        yield _rank(hit, place(hit.group("place")), basis, sign, f"{hit.group(f'k{number}')} {rest}".strip())
    for hit in SUPERLATIVE.finditer(text):
        if not NOT_ONE.search(sentence.left(hit.start())) and (ALL_TIME.search(text, hit.end()) or NEXT.match(text, hit.start())):
            yield _rank(hit, place(hit.group("place")), None, None, text[hit.end() :].strip(" .,") or "on record")
    for hit in PLACED.finditer(text):
        if not LIMITED.match(text, hit.end()):
            yield _rank(hit, place(hit.group("place")), None, None, text[hit.end() :].strip(" .,") or "all countries")
    for hit in RANKS.finditer(text):
        yield _rank(hit, place(hit.group("place") or hit.group("second")), None, None, text[hit.end() :].strip(" ."))
    if RANKS.search(text) or RANKED.search(text) or PLACED.search(text):
        for hit in GAPPED.finditer(text):
            if any(0 < hit.start() - party.end <= 1 for party in sentence.parties):
                yield _rank(hit, place(hit.group("place")), None, None, "the same ranking")
    for hit in RECORDS.finditer(text):
        if not any(0 <= mark.start - hit.end() <= 12 and mark.what.unit == "currency" for mark in sentence.quantities):
            yield _rank(hit, 1, None, None, "record")


def _with_dates_blanked(sentence: Sentence) -> str:
    """The words with a mark in place of each letter of dates that count: the first of "first seven months" ranks nothing."""
    text = sentence.text
    for mark in sentence.dates:
        if COUNTS.match(text, mark.start):
            text = text[: mark.start] + "\x01" * (mark.end - mark.start) + text[mark.end :]
    return text


def place(word: str | None) -> int:
    """The number of a place; none named means the first."""
    if word is None:
        return 1
    word = word.lower()
    if word == "next":
        return 2
    digits = re.search(r"\d+", word)
    if digits:
        return int(digits.group())
    return ORDINALS.get(word) or {"number one": 1, "number two": 2, "number three": 3}[word]


def _rank(hit: re.Match[str], rank: int, basis: Indicator | None, sign: Sign | None, of: str) -> Head:
    return Head(start=hit.start(), end=hit.end(), indicator="rank", kind="rank", rank=rank, rank_basis=basis, sign=sign, share_of=of[:80])


LEXICON = Lexicon(hint=r"largest|biggest|widest|\brank|records?\b|most important|worst|\btop\b|leading", find=find)
