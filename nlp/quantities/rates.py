"""What an amount is counted by: "$1.2 billion a day", "120 euros per tonne", "£15-an-hour", "$8,660/t". Yearly amounts stay amounts."""

import re

_NOUNS = (
    r"day|week|month|hour|minute|second|night|season|head|person|adult|child|household|family|customer|share|tonne|ton|barrel|bushel|pound|kilo|kilogram|kg|gallon|lit(?:er|re)|game|match|"
    r"piece|unit|ounce|dozen|carton|pint|bottle|cup|mile|kilomet(?:er|re)|acre|hectare|square[\s-](?:foot|met(?:er|re)|mile)|met(?:er|re)|ticket|pair|pack|packet|seat|room|plate|gram|"
    r"ride|trip|term|visit|shift|session|pop|go|card|copy|gigabyte|megawatt[\s-]hour|therm|crate|box|bag|pill|dose|tablet|word|point|drink|meal|slice|pupil|student|patient|worker|employee|member|subscriber|user|passenger|voter|guest|player|tree|tank|shot|course|case"
)
_LATER = r"(?!\s(?:earlier|ago|before|later|after|previously|old)\b)"
_RATE = re.compile(
    rf"(?:\s(?:a|an|each|every)\s|-an?-)(?P<noun>{_NOUNS})\b{_LATER}"
    rf"|\s(?:per|for\s(?:each|every))\s(?P<per>(?!cent\b|year\b|annum\b|se\b|pupil\b\s\bspend)(?:\d[\d,]*\s)?[a-zA-Z]+(?:\s(?:foot|met(?:er|re)|mile|hour)\b)?)"
    r"|/(?P<short>[A-Za-z]{1,7}\b)",
    re.I,
)
_WORTH = re.compile(
    rf"(?:\s(?:worth\s)?(?:of|in)\s(?:[a-z-]+\s){{0,2}}[a-z-]+)\s(?:a|per|each|every)\s(?P<noun>day|month|hour|minute)\b{_LATER}", re.I
)
_TIGHT = re.compile(r"/(?P<short>[A-Za-z]{1,7})(?![\w])|\s(?:a|an|per|each|every)\s(?P<noun>day|month|hour|minute|second)\b(?!\s(?:earlier|ago|before|later|after|previously)\b)", re.I)  # fmt: skip
_SHORT = {"t": "tonne", "mt": "tonne", "bbl": "barrel", "kilo": "kg", "kilogram": "kg", "head": "person", "h": "hour", "hr": "hour", "d": "day", "bu": "bushel", "lb": "pound", "st": "short ton", "litre": "liter", "yr": "year", "mo": "month", "pop": "item", "go": "item"}  # fmt: skip


def rate_after(text: str, end: int, *, money: bool) -> tuple[int, str] | None:
    """(end of the adjacent words, "day") for "a day", "per tonne", "/t", "worth of goods a day"; things other than money are counted by time only."""
    if text[end : end + 1] not in (" ", "-", "/", "\n"):
        return None
    if match := (_RATE if money else _TIGHT).match(text, end):
        noun = next(word for word in match.groups() if word).lower()
        if noun in ("year", "yr", "annum"):
            return None
        return match.end(), _SHORT.get(noun, noun)
    if worth := _WORTH.match(text, end):
        return end, worth["noun"].lower()
    return None
