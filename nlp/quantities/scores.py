"""Results of games and votes: "won 3-1", "a 5-4 ruling", "7-5, 6-4". Two numbers each, never a range."""

import re

_BEFORE = re.compile(
    r"\b(?:w[io]ns?|winning|beat(?:s|en|ing)?|beating|lost|los(?:es?|ing)|defeat(?:s|ed|ing)?|draws?|drew|drawn|led|leads?|leading|trail(?:s|ed|ing)?|ahead|score[ds]?|scoring|victory|"
    r"thrash(?:ed|ing)?|edged?|crushed|routed|voted?|votes|ruled|ruling|swept|past|overcame|downed|see\soff|saw\soff|hammered|held|aggregate|down|up|finished|ended|result|set|sets)\b"
    r"[^.;]{0,70}\Z",
    re.I,
)
_AFTER = re.compile(
    r"\s(?:wins?|won|loss|lost|defeats?|draws?|victory|victories|lead|up|down|ahead|vote|votes|ruling|decision|thrashing|drubbing|scoreline|aggregate|on\saggregate|home|away|majority|split|"
    r"success|triumph|against|at\s(?:home|half-time|the\sbreak|Old|Anfield)|over|to\sthe|winners?|margin|record|series)\b"
)
_NOUN_AFTER = re.compile(r"\s(?!in\b|at\b|on\b|and\b|to\b|against\b|by\b|with\b|after\b|over\b|up\b)[a-z]+s\b")


def is_score(text: str, start: int, end: int) -> bool:
    """Whether the two numbers with a dash between them that text[start:end] holds are a result."""
    if end - start > 7:
        return False
    if _AFTER.match(text, end):
        return True
    return _BEFORE.search(text[max(0, start - 90) : start]) is not None and not _NOUN_AFTER.match(text, end)
