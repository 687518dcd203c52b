"""Hedges around a number: "about", "nearly", "more than", "up to" … , in front of it or behind it."""

import re

from nlp.quantities.amount import Amount
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
_MOVED = re.compile(r"\b(?:went|goes|going|moved|shot|jumped|climbed|rose|came|bumped|marked)\s\Z", re.I)
_AFTER = re.compile(
    r"(?P<more_than>\s?\+(?!\d)|-plus\b|\splus\b(?=\s[a-z]))|\sor\s(?:(?P<at_least>more|higher|greater|above)|(?P<at_most>less|fewer|lower|below)|(?P<about>so|thereabouts))\b(?!\sthan)"
    r"|,?\s(?P<about2>give\sor\stake|more\sor\sless)\b|-(?P<about3>odd)\b",
    re.I,
)
REACH = 34
_LAST_LETTERS = frozenset("tynsfdoehrgakw.~≈<>TYNSFDOEHRGAKW")


def add_qualifier(text: str, amount: Amount) -> None:
    """Set `qualifier` and the extent of its words; a range keeps "range"."""
    before = text[max(0, amount.start - REACH) : amount.start]
    bare = before.rstrip()
    if bare and bare[-1] in _LAST_LETTERS and (match := _HEDGE.search(before)):
        name = match.lastgroup or ""
        moved = name == "up_to" and _MOVED.search(before[: match.start()])
        if name and not moved:
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
