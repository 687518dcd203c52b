"""Words that several kinds of events share, as pieces of expressions."""

from nlp.expression import one_of
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


_SPELLINGS = [name for a in AGREEMENTS.values() for name in (*a.aliases, a.name) if name not in ("WTO", "GATT", "WTO agreement")]

# Full stops are folded to another sign before matching; case is disregarded.
NAMED = one_of(fold(name).lower() for name in _SPELLINGS)
"""An agreement or programme by name."""

PACT = rf"(?:\b(?:pacts?|deals?|accords?|treat(?:y|ies)|agreements?|FTAs?|CETA|AfCFTA|phase (?:one|1)|{NAMED})\b)"
"""An agreement, by noun or name."""

CONGRESS = (
    r"\b(?:Congress|(?:the |Capitol )Hill|Capitol|lawmakers|legislators|congressional \w+|members of Congress|legislature|parliament|National Assembly"
    r"|Ways and Means|Finance Committee|(?:both|the two) (?:chambers|houses)|(?:the )?(?:House|Senate|Speaker)(?: and (?:the )?(?:House|Senate))?)\b"
)

NOTIFY = (
    r"\b(?:notif(?:y|ied|ies|ying)|t(?:old|ell|ells|elling)|inform(?:s|ed|ing)?|advis(?:e|ed|es|ing)|apprised?"
    r"|wr(?:ote|ites?|iting|itten) (?:to)?|(?:letters?|notices?|notifications?) (?:(?:\w+ ){0,3}(?:delivered|sent|handed|addressed|submitted) )?to|served)\b"
)

_LISTENERS = r"(?:reporters?|journalists?|an? interviewer|interviewers|aides?|advisers?|supporters|voters|an? (?:audience|rally|crowd|newspaper|group)|the (?:newspaper|audience|crowd|rally|network))"

SERVE = (
    rf"\b(?:notif(?:y|ied|ies|ying)|inform(?:s|ed|ing)?|advis(?:es|ed|ing)|wr(?:ote|itten) to|letters? to)\b(?! {_LISTENERS})"
    rf"|\bt(?:old|ells?|elling) {{WHOM}}"
).replace(
    "{WHOM}",
    rf"(?:the |its |both |all |other )*(?:{CONGRESS}|(?:partners|counterparts?|depositary|secretariat|signatories|members|parties|governments?)\b)",
)
SERVE = rf"(?:{SERVE})"
"""Telling those who must be told for a notice to be given; what reporters are told is none."""

GIVE = (
    r"\b(?:g[ai]ve[ns]?|giving|sen[dt]s?|sending|serv(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|submit(?:s|ted|ting)?|issu(?:e|es|ed|ing)|fil(?:e|es|ed|ing)"
    r"|transmit(?:s|ted|ting)?|hand(?:s|ed|ing)?(?: over)?|present(?:s|ed|ing)?|lodg(?:e|es|ed|ing)|deposit(?:s|ed|ing)?|tender(?:s|ed|ing)?|received?|receiving|receipt|got)\b"
)

INTEND = (
    r"\b(?:(?:intend|plan|mean|propos|aim|wish|expect)(?:s|es|ed|ing|ned|ning)? to|meant to|(?:intent(?:ion)?|plans?|wish|decision|desire|determination|readiness)"
    r"(?: (?:of|for))? (?:to |of )?)\s?"
)
"""What somebody has in mind to do; the act itself follows."""

TARIFF = (
    r"(?:\b(?:tariffs?|dut(?:y|ies)|levy|levies(?! (?:an? )?(?:extra |additional |up to )?\d)|surcharges?|surtax(?:es)?|import tax(?:es)?|countermeasures)\b"
    r"(?![- ](?:free|lines?|schedules?|preferences?|elimination|concessions?|treatment|drawback|reductions?|truces?|wars?|disputes?|rows?|fights?|talks|negotiations|revenues?|policy|wall|exclusions?|classifications?|codes?|numbers?|exposure|bills?)\b))"
)
"""A tax on imports."""

PERCENT = r"\b(?:(?:five|ten|fifteen|twenty|twenty-five|thirty|fifty|one hundred) percent\b|\d+(?:[.,·]\d+)?(?: ?%|[ -]per ?cent\b))"

DAY = (
    r"(?:(?:the )?(?:end|close|middle|start|beginning) of |(?:noon|midnight|5 p·m·|\d{1,2} [ap]·?m·?)(?: \w+)? on |(?:(?:close|end) of business|midnight) |on |about |around |late |early |mid-)*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!')|(?:jan|feb|march|april|may|june|july|aug|sept?|oct|nov|dec)[a-z]*·? ?\d{1,2}\b|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|the \d{1,2}(?:st|nd|rd|th)\b|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}|(?:jan|febr)uary|march|april|may\b|june|july|august|september|october|november|december|next (?:week|month|year)|tomorrow|today"
    r"|(?:the )?(?:week|month|year|summer|autumn|fall|spring|winter)\b|new year|the following|(?<=end of )(?:19|20)\d\d\b|(?<=start of )(?:19|20)\d\d\b|(?<=beginning of )(?:19|20)\d\d\b)"
)
"""The beginning of a day or time, where one follows."""


def stretch(most: int) -> str:
    """What may stand between a subject and its verb: at most `most` characters without another clause."""
    return rf"(?:(?!\b(?:sa(?:id|ys)|told|because|while|whose)\b)[^.;]){{0,{most}}}?"
