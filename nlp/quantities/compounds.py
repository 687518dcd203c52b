"""What a hyphen binds to a number: "seven-member panel", "a six-match ban", "12,000-strong"; and measures of two parts, "6ft 7in"."""

import re
from decimal import Decimal

from nlp.quantities.amount import Amount
from nlp.quantities.wordlist import words

_COMPOUND = re.compile(r"-(?P<noun>[a-z]{3,})(?![\w'’]|-(?:on|to|by|in|and|or|the)\b)")
_NO_COUNT = words(
    "way off time times and for sided something figure figures digit digits star stars state party dimensional eyed handed legged footed armed stop liner pronged some nil all "
    "under over ply tone step speed wheel wheeled wheeler wheelers horse tier tiered track pointer hit bagger odd plus size sizes fold third thirds quarter quarters half halves "
    "fifth fifths tenth tenths eighth eighths fourth sixth ninth first second seventh percent per point inch score series course upmanship parent parents trick pin minded piece "
    "stroke stage most thing seater seaters deck decker carat word love body tonner ton tonnes"
)
_PEOPLE = frozenset(["person", "people", "man", "woman"])
_ONE_OF = re.compile(
    r"\s(?P<noun>person|man|woman|child|boy|girl|soldier|officer|civilian|passenger|pilot|driver|vote|seat|goal|run|wicket|penalty|victory|defeat|win|loss|draw|case|death|arrest|"
    r"conviction|daughter|son|dog|bedroom|mistake|copy|match|game|player|worker|student|patient|victim|survivor|suspect|gunman|policeman|abstention|bullet)\b(?!\s(?:who|or|and\sonly)\b)"
)
_PARTS: dict[tuple[str, str], int] = {
    ("minutes", "seconds"): 60, ("hours", "minutes"): 60, ("hours", "seconds"): 3600, ("days", "hours"): 24, ("weeks", "days"): 7, ("years", "months"): 12,
    ("years", "weeks"): 52, ("years", "days"): 365, ("months", "days"): 30, ("months", "weeks"): 4, ("feet", "inches"): 12, ("pounds", "ounces"): 16,
    ("stone", "pounds"): 14, ("kilograms", "grams"): 1000, ("meters", "centimeters"): 100,
}  # fmt: skip
_JOINT = re.compile(r"[\s-]?|,?\sand\s|,\s")


def compound_after(text: str, end: int) -> tuple[int, str] | None:
    """(end, unit) of the noun bound to a number by a hyphen, in the plural; None for fixed words such as "two-way" and "one-off"."""
    match = _COMPOUND.match(text, end) if text[end : end + 1] == "-" else None
    if match is None or match["noun"] in _NO_COUNT or match["noun"].endswith("th"):
        return None
    noun = match["noun"]
    return match.end(), "count" if noun == "strong" else "people" if noun in _PEOPLE else plural(noun)


def one_of_kind(text: str, end: int) -> tuple[int, str] | None:
    """(end, unit) for "one person", "one goal": a word that counts when what it counts is commonly counted."""
    match = _ONE_OF.match(text, end)
    if match is None:
        return None
    return match.end(), "people" if match["noun"] in _PEOPLE else plural(match["noun"])


def plural(noun: str) -> str:
    """ "match" → "matches", "storey" → "storeys", "story" → "stories"."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun if noun.endswith("s") and not noun.endswith("ss") else noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def join_parts(text: str, amounts: list[Amount]) -> list[Amount]:
    """ "2 hours 21 minutes" as one amount, in its first unit: 2.35 hours."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and _is_part(text, joined[-1], amount):
            left = joined[-1]
            parts = Decimal(_PARTS[_last_unit(left), _part_unit(text, amount)])
            if left.smallest:
                parts *= _PARTS[left.unit, left.smallest]
            value = left.low + amount.low / parts
            left.smallest = _part_unit(text, amount)
            left.low = left.high = value if value == round(value, 4) else round(value, 4)
            left.step, left.end = amount.step / parts, amount.end
            continue
        joined.append(amount)
    return joined


def _last_unit(amount: Amount) -> str:
    return amount.smallest or amount.unit


def _part_unit(text: str, amount: Amount) -> str:
    """The unit of a second part; in "6-foot-3" it goes without saying."""
    return "inches" if amount.unit == "count" and text[amount.start - 5 : amount.start] == "foot-" else amount.unit


def _is_part(text: str, left: Amount, right: Amount) -> bool:
    if right.start - left.end > 6:
        return False
    parts = _PARTS.get((_last_unit(left), _part_unit(text, right)))
    if parts is None or right.low >= parts or left.scale is not None or right.scale is not None:
        return False
    return _JOINT.fullmatch(text, left.end, right.start) is not None
