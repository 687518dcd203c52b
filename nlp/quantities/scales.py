"""Scale words behind a number: "27.6 billion", "5m tonnes", "2.5 lakh crore"; and the bare "m" that is metres."""

import re
from decimal import Decimal

from nlp.quantities.wordlist import words

SCALES: dict[str, Decimal] = {
    name: Decimal(10) ** power
    for power, names in {
        2: "hundred", 3: "thousand k", 5: "lakh lakhs", 6: "million millions mn mln mil m", 7: "crore crores", 9: "billion billions bn bln b",
        12: "trillion trillions tn trn t",
    }.items()
    for name in names.split()
} | {"dozen": Decimal(12), "lakh crore": Decimal(10) ** 12}  # fmt: skip
_SCALE_WORD = re.compile(
    r"[\s-]?(?P<name>thousand|millions?|mn|mln|mil|billions?|bn|bln|trillions?|tn|trn|lakh\s+crores?|lakhs?|crores?)\b", re.I
)
_ROUND_WORD = re.compile(r"[\s-](?P<name>hundred|dozen)\b", re.I)
_SCALE_LETTER = re.compile(r"\s?(?P<name>m|M|b|B|t|T|k|K)\b(?!['.]\w)")
_METRES_AFTER = re.compile(
    r"[\s-](?:high|long|wide|tall|deep|thick|across|apart|down|up|clear|high[\s-]jump|race|sprint|dash|away|ahead|behind|freestyle|hurdles|backstroke|breaststroke|butterfly|relay|"
    r"individual|medley|steeplechase|walk|final|heats?|title|gold|silver|bronze|champion\w*|record|runner|swimmer|event|pool|tower|mast|wave|waves|wall|drop|leap|jump|throw|putt|"
    r"from\sthe|above\s(?:sea|the\sground|ground|street)|below\s(?:sea|the\s(?:surface|ground)|ground)|of\s(?:snow|water|rain|sand|mud|rock|rope|cable|fabric))\b"
)
_METRES_BEFORE = re.compile(
    r"\b(?:jump(?:ed|ing|s)?|leap(?:ed|t)?|throw|threw|thrown|cleared|vault(?:ed)?|hurled|height|length|depth|width|diameter|radius|altitude|elevation|tall|"
    r"deep|distance|swim|swam|sprint|ran|snow|waves?|tides?|stands|standing|stood|measur(?:ed|es|ing)|women's|men's)\b[^.;:]{0,40}\Z",
    re.I,
)
_RACE_BEFORE = re.compile(r"\b(?:won|in|over|ran|of|for|at)\sthe\s(?:men's\s|women's\s)?\Z", re.I)
_RACES = words("50 60 100 110 200 400 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000")
_NOUN_AFTER = re.compile(r"\s(?!in\b|at\b|on\b|and\b|with\b|by\b|to\b|as\b|for\b|last\b|but\b|when\b|after\b)[a-z]")
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?!across\b|cross\b|metres\b)[a-z]{2,}s\b")


def scale_after(text: str, end: int, *, money: bool) -> tuple[int, Decimal] | None:
    """(end, factor) of the scale word behind a number. Single letters need a currency sign, but for "5m tons" and its like."""
    if end == len(text):
        return None
    if match := _SCALE_WORD.match(text, end):
        return match.end(), _factor(match["name"])
    if match := _ROUND_WORD.match(text, end):
        further = _SCALE_WORD.match(text, match.end())  # "a hundred thousand"
        return (further or match).end(), _factor(match["name"]) * (_factor(further["name"]) if further else 1)
    match = _SCALE_LETTER.match(text, end)
    if match is None:
        return None
    attached = not text[end].isspace()
    if (
        money
        or (attached and (match["name"] in "mk" or (match["name"] == "M" and _COUNTED.match(text, match.end()))))
        or (match["name"] == "m" and text.startswith(" SME", match.end()))
    ):
        return match.end(), _factor(match["name"])
    return None


def metres_after(text: str, start: int, end: int) -> int | None:
    """Where the bare "m" of a length ends: "2.36m", "8.4m across", "the women's 200m". A noun that can be counted behind it makes it millions."""
    at = end + (text[end : end + 1] in (" ", "-"))
    if text[at : at + 1] != "m" or text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] in ("²", "³", "/"):
        return None
    if _METRES_AFTER.match(text, at + 1):
        return at + 1
    if text[start:end] in _RACES and _RACE_BEFORE.search(text[max(0, start - 24) : start]) and not _NOUN_AFTER.match(text, at + 1):
        return at + 1
    if _COUNTED.match(text, at + 1) or not _METRES_BEFORE.search(text[max(0, start - 60) : start]):
        return None
    return at + 1


def _factor(name: str) -> Decimal:
    return SCALES[" ".join(name.lower().split()).replace("lakh crores", "lakh crore")]
