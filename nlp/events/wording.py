"""Words that several kinds of events share, as pieces of expressions."""

import re

from nlp.names.agreements import AGREEMENTS

FULL_STOP = "·"
"""What stands for a full stop inside a sentence, so that "U.S." and "2.5" do not end a stretch."""

_FOLD = str.maketrans({".": FULL_STOP, "’": "'", "‘": "'", "‑": "-", "‐": "-", "–": "-", "\u00a0": " ", "\n": " ", "\t": " "})


def fold(sentence: str) -> str:
    """The sentence as the expressions of the kinds read it: same length, plain quotes and hyphens, full stops folded."""
    return sentence.translate(_FOLD)


GAP = r"[^.;]{0,60}?"
"""A short stretch inside one sentence."""


def gap(most: int) -> str:
    """A stretch of at most `most` characters inside one sentence."""
    return rf"[^.;]{{0,{most}}}?"


def _names(names: list[str]) -> str:
    # Full stops are folded to another sign before matching.
    return "|".join(re.escape(name.replace(".", FULL_STOP)) for name in sorted(set(names), key=len, reverse=True))


_SPELLINGS = [name for a in AGREEMENTS.values() for name in (*a.aliases, a.name) if name not in ("WTO", "GATT", "WTO agreement")]

NAMED = rf"(?:{_names(_SPELLINGS)})"
"""An agreement or programme by name."""

IN_BEING = rf"(?:{_names([name for a in AGREEMENTS.values() if a.signed for name in (*a.aliases, a.name) if name not in ('WTO', 'GATT')])})"
"""The name of an agreement that was concluded."""

PACT = rf"(?:\b(?:pacts?|deals?|accords?|treat(?:y|ies)|agreements?|FTAs?|{NAMED})\b)"
"""An agreement, by noun or name."""

CONGRESS = r"\b(?:Congress|Capitol Hill|lawmakers|legislators|congressional leaders|(?:the )?(?:House|Senate)(?: and (?:the )?(?:House|Senate))?)\b"

NOTIFY = r"\b(?:notif(?:y|ied|ies|ying)|t(?:old|ell|ells|elling)|inform(?:s|ed|ing)?|advis(?:e|ed|es|ing)|wrote to|writ(?:e|ing) to|letters? to)\b"

GIVE = r"\b(?:g[ai]ve[ns]?|giving|sen[dt]s?|sending|serv(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|submit(?:s|ted|ting)?|issu(?:e|es|ed|ing)|fil(?:e|es|ed|ing))\b"

TARIFF = (
    r"(?:\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|import tax(?:es)?)\b"
    r"(?![- ](?:free|lines?|schedules?|preferences?|elimination|concessions?|treatment|drawback|reductions?)\b))"
)
"""A tax on imports."""

PERCENT = r"\b(?:(?:five|ten|fifteen|twenty|twenty-five|thirty|fifty|one hundred) percent\b|\d+(?:[.,·]\d+)?(?: ?%|[ -]per ?cent\b))"
