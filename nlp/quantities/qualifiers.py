"""Hedges around a number: "about", "nearly", "more than", "up to" … , in front of it or behind it."""

import re

from nlp.quantities.amount import Amount
from nlp.quantities.durations import NAMES
from nlp.quantities.wordlist import words
from tradeclaims.values.quantity import Qualifier

_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    ("at_most", r"(?:at\smost|(?:no|not)\s(?:more|greater|larger|higher)\sthan|not\s(?:to\s)?exceed(?:ing)?|a\s(?:maximum|cap|ceiling)\sof|capped\sat|(?:no|not)\sover)"),
    ("at_least", r"(?:at\sleast|(?:no|not)\s(?:less|fewer|lower)\sthan|a\sminimum\sof|as\s(?:little|low|few)\sas|(?:no|not)\sunder)"),
    ("more_than", r"(?:(?:\w+ly\s|far\s|well\s|much\s|a\s(?:little|bit|shade|touch)\s|slightly\s|just\s|even\s|somewhat\s)?(?:more\sthan|greater\sthan|higher\sthan|larger\sthan|over|above|in\sexcess\sof|"
                  r"upwards?\sof|north\sof|beyond)|exceed(?:s|ed|ing)?|topp(?:ed|ing)|tops?(?=\s[$€£¥₩])|pass(?:es|ed|ing)?|surpass(?:es|ed|ing)?|>)"),
    ("less_than", r"(?:(?:\w+ly\s|far\s|well\s|much\s|a\s(?:little|bit|shade|touch)\s|slightly\s|just\s|somewhat\s)?(?:less\sthan|fewer\sthan|lower\sthan|smaller\sthan|under|below|south\sof)|just\s(?:short|shy)\sof|<)"),
    ("up_to", r"(?:up\sto|(?<!times\s)(?<!fold\s)(?<!twice\s)(?<!half\s)as\s(?:much|many|high|large)\sas)"),
    ("nearly", r"(?:(?:very\s)?(?:nearly|almost|close\sto|near(?:ing)?|approaching|practically|virtually)|(?:short|shy)\sof)"),
    ("about", r"(?:about|roughly|around|approximately|approx\.?|some|(?:an\s)?estimated|circa|ca?\.|~|≈|in\sthe\s(?:neighborhood|neighbourhood|region|vicinity|area)\sof|"
              r"on\sthe\sorder\sof|something\slike|more\sor\sless|perhaps|maybe)"),
)  # fmt: skip
_FILLER = r"(?:\s(?:a\srecord|an?|the|record|US|another|additional|an\sadditional|a\stotal\sof|a\scombined))?"
_HEDGE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _BEFORE)}){_FILLER}(?:\s|(?<=[<>~≈]))\(?\Z",
    re.I,
)
_MOVED = re.compile(
    r"\b(?:went|go(?:es|ing|ne)?|mov(?:es?|ed|ing)|sho(?:ot|t)|jump(?:ed)?|climb(?:ed)?|rose|rise|c[ao]me|bump(?:ed)?|mark(?:ed)?|tick(?:s|ed|ing)?|edg(?:es?|ed|ing)|cre(?:ep|pt)|inch(?:ed)?|push(?:ed)?|raised?|lift(?:ed)?|driven|soar(?:ed)?|surged?|leapt?|taken?|adds?|added|adding|sums?|summed|summing|tots?|totted|tallies|tallied|works?|worked)\s\Z",
    re.I,
)
_AFTER = re.compile(
    r"(?P<more_than>\s?\+(?!\d)|-plus\b|\splus\b(?=\s[a-z]))|\sor\s(?:(?P<at_least>more|higher|greater|above)|(?P<at_most>less|fewer|lower|below)|(?P<about>so|thereabouts))\b(?!\sthan)"
    r"|,?\s(?P<about2>give\sor\stake|more\sor\sless)\b|-(?P<about3>odd)\b",
    re.I,
)
_OVER_TIME = frozenset(["over", "over the", "passed", "under the", "over a", "above the", "below the"])
"""Before a span of time these say when or which: "over 18 months", "below the 30-year average", "passed three years ago"."""
REACH = 34
_LAST_WORDS = words(
    "most than exceed exceeds exceeded exceeding of at over under least as above beyond topped topping tops pass passes passed passing surpass surpasses surpassed "
    "surpassing below short shy to nearly almost near nearing approaching practically virtually about roughly around approximately approx approx. some estimated circa "
    "c c. ca ca. like less perhaps maybe record a an the us another additional"
)
"""How a hedge may end: looked up before the costly expression, since most numbers have none."""


def add_qualifier(text: str, amount: Amount) -> None:
    """Set `qualifier` and the extent of its words; a range keeps "range"."""
    before = text[max(0, amount.start - REACH) : amount.start]
    parts = before.rsplit(None, 1)
    last = parts[-1].lower().strip("(") if parts else ""
    if (last in _LAST_WORDS or before[-1:] in ("<", ">", "~", "≈", "(") or last[-1:] in ("<", ">", "~", "≈")) and (
        match := _HEDGE.search(before)
    ):
        name = match.lastgroup or ""
        moved = name == "up_to" and _MOVED.search(before[: match.start()])
        idle = amount.unit in NAMES and match[0].strip().lower() in _OVER_TIME
        if name and not moved and not idle:
            amount.raw_start = amount.start - len(before) + match.start()
            _set(amount, name)
    if text[amount.end : amount.end + 1] in ("+", " ", "-", ",") and (match := _AFTER.match(text, amount.end)):
        amount.raw_end = match.end()
        _set(amount, (match.lastgroup or "").rstrip("23"))


def _set(amount: Amount, name: str) -> None:
    if amount.qualifier == "range":
        return
    for known, _ in _BEFORE:
        if known == name:
            amount.qualifier = known
