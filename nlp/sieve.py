"""A cheap pass over the text: which sentences can hold a claim. Only those pay for names, grammar and parser."""

from nlp.claims.indicators import LEXICONS
from nlp.lowercase import in_small_letters
from nlp.needles import Prefilter

HEADS = tuple(in_small_letters(lexicon.hint) for lexicon in LEXICONS.values())
"""The words that each indicator hangs on."""

_MAY_HEAD = Prefilter(HEADS)

FIGURES = in_small_letters(
    r"\d|\b(?:percent|billion|million|trillion|half|third|quarter|fifth|doubl|tripl|quadrupl|halv|"
    r"r[oi]se|rising|gr[eo]w|climb|jump|soar|surg|widen|narrow|f[ae]ll|drop|declin|shr[aiu]nk|plung|slump|increas|decreas|balloon|expand|"
    r"(?:leading|top|main|chief|principal|primary|most important) (?:[\w.]+ ){0,3}(?:trad|export|import|market|suppl|sourc|buyer|customer|destin)|"
    r"unchanged|flat|steady|persistent|decades?|largest|biggest|rank|records?|all-time|first (?:place|spot|position|among|export|import|trad)|one|two|three|four|five|six|seven|eight|nine|ten|second|fourth|sixth|seventh|eighth|ninth|tenth)",
)
"""A number, a movement, a rank or a duration."""


def may_hold_claim(sentence: str) -> bool:
    """Whether a sentence names a flow and something that could be said of it."""
    words = sentence.lower()
    return FIGURES.search(words) is not None and any(HEADS[number].search(words) for number in _MAY_HEAD.candidates(words))
