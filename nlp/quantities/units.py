"""Scale words and units behind a number."""

import re
from decimal import Decimal

_SCALES: dict[str, Decimal] = {
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
_ROUND_WORD = re.compile(r"\s(?P<name>hundred|dozen)\b", re.I)
_SCALE_LETTER = re.compile(r"\s?(?P<name>m|M|b|B|t|T|k|K)\b(?!['.]\w)")
_METRES = re.compile(r"\s(?:high|long|wide|tall|deep|race|sprint|above|below|from|away|freestyle|hurdles)\b", re.I)
_PER_DAY = re.compile(
    r"(?P<near>(?:\s(?:worth\s)?(?:of|in)\s(?:[a-z-]+\s){0,2}[a-z-]+)?\s(?:a|per|each|every)\s(?P<unit>day|month|hour|minute)\b(?!\s(?:earlier|ago|before|later|after|previously)\b)|/(?P<short>day))",
    re.I,
)
_UNITS: tuple[tuple[str, str, str], ...] = (
    ("percentage_points", r"[\s-]?(?:percentage[\s-]points?|pct\.?\s(?:points?|pts?)|%[\s-]points?|per\scent\spoints?|pps?|ppts?)\b|[\s-]points?\b(?=\sof\sshare)", "1"),
    ("percentage_points", r"[\s-]?(?:basis[\s-]points?|bps?)\b", "0.01"),
    ("percent", r"\s?%|[\s-](?:percent|per\scent|per-cent|pct)\b|pct\b|pc\b", "1"),
    ("SME", r"[\s-](?:square[\s-]met(?:er|re)[\s-]equivalents?(?:\s\(SME\))?|SMEs?|sq\.?\s?m\.?\s?eq(?:uivalents?|\.)?)(?![a-z])", "1"),
    ("metric tons", r"[\s-](?:MMT|million\smetric\stons)\b", "1000000"),
    ("metric tons", r"[\s-](?:metric[\s-]tons?|tonnes?|metric[\s-]tonnes?|MT|mt)\b", "1"),
    ("tons", r"[\s-](?:short[\s-]tons?|long[\s-]tons?|tons?)\b", "1"),
    ("vehicles", r"[\s-](?:(?:new\s|motor\s|passenger\s|light\s|electric\s)?(?:vehicles|cars|autos|automobiles|trucks|pickups))\b", "1"),
    ("barrels", r"[\s-]barrels?\b|\sbbls?\b|\sbpd\b", "1"),
    ("bushels", r"[\s-]bushels?\b", "1"),
    ("gallons", r"[\s-]gallons?\b", "1"),
    ("liters", r"[\s-]lit(?:er|re)s?\b|\shectolit(?:er|re)s\b", "1"),
    ("kilograms", r"[\s-]?(?:kilograms?|kilos?|kgs?)\b", "1"),
    ("pounds", r"[\s-](?:pounds?\b(?=\sof\b(?!\s(?:[\w-]+\s){0,2}(?:goods|services|exports?|imports?|trade|debts?|savings|investments?|cuts|revenues?|spending|business|value|worth|sales|assets|deals|funding|aid|tax\w*|bonds)\b))|lbs?\b)", "1"),
    ("head", r"\shead\b(?=\sof\b)", "1"),
    ("bales", r"\sbales?\b", "1"),
    ("pairs", r"\spairs?\b", "1"),
    ("cubic meters", r"\scubic\smet(?:er|re)s?\b", "1"),
    ("cubic feet", r"\scubic\sf(?:ee|oo)t\b", "1"),
    ("square meters", r"\ssquare\smet(?:er|re)s?\b", "1"),
    ("TEU", r"[\s-](?:TEUs?|20-foot\sequivalent\sunits|twenty-foot\sequivalent\sunits)\b", "1"),
    ("acres", r"[\s-]acres?\b", "1"),
    ("hectares", r"[\s-]hectares?\b", "1"),
    ("megawatts", r"[\s-]?(?:megawatts?|MW)\b", "1"),
    ("kilometers", r"[\s-]?(?:kilomet(?:er|re)s?|km)\b", "1"),
    ("miles", r"[\s-]miles?\b", "1"),
    ("times", r"[\s-]times\b(?=\s(?:as|more|higher|larger|bigger|greater|the|its|their|his|what|that|over|faster|smaller|lower|those|U\.S\.)\b)|[xX]\b", "1"),
)  # fmt: skip
_UNIT = re.compile("|".join(f"(?P<u{n}>{pattern})" for n, (_, pattern, _) in enumerate(_UNITS)))
_DECIMAL_TIMES = re.compile(r"[\s-]times\b", re.I)


def scale_after(text: str, end: int, *, money: bool) -> tuple[int, Decimal] | None:
    """(end, factor) of the scale word behind a number. Single letters need a currency sign, but for "5m tons" and its like."""
    if match := _SCALE_WORD.match(text, end):
        return match.end(), _factor(match["name"])
    if match := _ROUND_WORD.match(text, end):
        return match.end(), _factor(match["name"])
    match = _SCALE_LETTER.match(text, end)
    if match is None:
        return None
    attached = not text[end].isspace()
    if (
        money
        or (attached and match["name"] in "mk" and not _METRES.match(text, match.end()))
        or (match["name"] == "m" and text.startswith(" SME", match.end()))
    ):
        return match.end(), _factor(match["name"])
    return None


def unit_after(text: str, end: int, *, fractional: bool) -> tuple[int, str, Decimal] | None:
    """(end, unit, factor) of the unit behind a number; a number with decimals before "times" is always a ratio."""
    match = _UNIT.match(text, end)
    if match is None or match.lastgroup is None:
        if fractional and (times := _DECIMAL_TIMES.match(text, end)):
            return times.end(), "times", Decimal(1)
        return None
    name, _, factor = _UNITS[int(match.lastgroup[1:])]
    return match.end(), name, Decimal(factor)


def rate_after(text: str, end: int) -> tuple[int, str] | None:
    """(end of the adjacent words, "day") for "a day", "per day", "worth of goods a day"; also month, hour and minute."""
    match = _PER_DAY.match(text, end)
    if match is None:
        return None
    unit = (match["unit"] or match["short"]).lower()
    adjacent = match["short"] or re.match(r"\s(?:a|per|each|every)\s", match[0], re.I)
    return (match.end() if adjacent else end), unit


def _factor(name: str) -> Decimal:
    return _SCALES[" ".join(name.lower().split()).replace("lakh crores", "lakh crore")]
