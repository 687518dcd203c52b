"""Words of movement: which way a figure went."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Direction = Literal["up", "down", "flat"]

UP = (
    r"rose|rises?|risen|rising|gr[eo]w(?:n|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|soar(?:ed|s|ing)?|surg(?:ed?|es|ing)|vault(?:ed|s|ing)|"
    r"edged (?:up|higher)|edging up|increas(?:ed?|es|ing)|widen(?:ed|s|ing)?|balloon(?:ed|s|ing)|expand(?:ed|s|ing)?|swell(?:ed|s|ing)?|swollen|"
    r"leap(?:ed|s|ing|t)?|(?<!making )(?<!makes )(?<!make )(?<!made )up|bounc(?:ed|es|ing) back|higher|gain(?:ed|s|ing)?|put on(?=\s+(?:just\s+|about\s+|only\s+|another\s+|nearly\s+|almost\s+|a further\s+)*[\d$€£¥])|advanc(?:ed|ing)|spik(?:ed|ing)|mushroom(?:ed|ing)|explod(?:ed|ing)|lift(?:ed|s|ing)?|"
    r"boost(?:ed|s|ing)?|rais(?:ed?|es|ing)|bigger|larger|greater|deepen(?:ed|s|ing)?|worsen(?:ed|s|ing)?|rocket(?:ed|ing)|shot up|tick(?:ed|ing) up|"
    r"rebound(?:ed|s|ing)?|recover(?:ed|s|ing)|accelerat(?:ed|ing)|sw[eo]ll(?:en)?|picked up|inched up|crept up|go(?:es|ing)? up|went up|gone up|strengthened|blown out|blew out|add(?:ed|ing|s)(?=\s+(?:just\s+|about\s+|only\s+|another\s+|nearly\s+|almost\s+|a further\s+)*(?:[\d$€£¥]|us\$))"
)
DOWN = (
    r"f[ae]ll(?:en|s|ing)?|drop(?:ped|s|ping)?|declin(?:ed?|es|ing)|shr[aiu]nk(?:s|ing)?|narrow(?:ed|s|ing)|plung(?:ed?|es|ing)|slip(?:ped|s|ping)?|"
    r"slid(?:es?|ing)?|tumbl(?:ed?|es|ing)|decreas(?:ed?|es|ing)|slump(?:ed|s|ing)?|s[aiu]nk(?:s|ing)?|dip(?:ped|s|ping)?|eas(?:ed|es|ing)|"
    r"contracted|contracting|contraction|down|lower|smaller|trim(?:med|s|ming)|cut(?:s|ting)?(?! (?:flowers|roses|diamonds|stones|glass|timber)\b)|reduc(?:ed?|es|ing|tion)|edg(?:ed|ing) (?:down|lower)|"
    r"tick(?:ed|ing) down|div(?:ed|ing)|dove|collaps(?:ed?|ing)|improv(?:ed|ing)|retreat(?:ed|ing)|weaken(?:ed|ing)|crash(?:ed|ing)|inched down|"
    r"off(?=\s+(?:by\s+)?(?:about\s+|nearly\s+|almost\s+|some\s+)?[\d.]+)|lost(?=\s+(?:just\s+|about\s+|only\s+|another\s+|nearly\s+|almost\s+|a further\s+)*[\d.]+\s?(?:%|percent|per cent))|shed(?:s|ding)?(?=\s+(?:just\s+|about\s+|only\s+|another\s+|nearly\s+|almost\s+|a further\s+)*(?:[\d$€£¥]|us\$))|went down|nosedived|plummet(?:ed|ing)|skidded|eroded"
)
FLAT = r"(?:little changed|changed little)|held at|holding at|(?:virtually |nearly |almost |largely |essentially )?unchanged|flat|barely (?:changed|moved)|(?:held|holding|remained|was|were|stayed) steady|did not change"
MULTIPLIED = r"(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl)(?:ed?|es|ing)|[a-z]+-?fold"
HALVED = r"halv(?:ed?|es|ing)"
MOVE = re.compile(rf"\b(?:(?P<flat>{FLAT})|(?P<up>{UP}|{MULTIPLIED})|(?P<down>{DOWN}|{HALVED}))\b", re.IGNORECASE)

CHANGE_DOWN = (
    r"drops?|declines?|falls?|decreases?|reductions?|plunges?|slumps?|dips?|narrowing|slides?|slips?|tumbles?|dives?|crash|collapse|contractions?|shrinkage|retreats?|slowdown|downturn|cuts?|"
    r"improvements?|setbacks?|halving|loss(?:es)?"
)
CHANGE_UP = (
    r"increases?|rises?|gains?|jumps?|growth|surges?|expansion|widening|leaps?|climbs?|hikes?|spikes?|upswings?|advances?|upticks?|pick-?ups?|rebounds?|recovery|recover(?:y|ies)|upturns?|boosts?|"
    r"doubling|tripling|swell|deterioration|acceleration"
)
CHANGE = rf"(?:{CHANGE_UP}|{CHANGE_DOWN}|changes?|swings?)"
"""Nouns of movement: "a 4.3 percent fall in exports"."""

FINITE = re.compile(
    rf"\b(?:{UP}|{DOWN}|{FLAT}|was|were|is|are|has|had|have|will|would|could|may|might|reached|hit|came|stood|totall?ed|went|amounted|posted|ran|exceeded|topped|passed|accounted|"
    r"expects?|expected|said|says|added|cost|costs|made|makes|took|takes|sold|bought|fetched|raised|earned|received|paid|drew|brought|gave|kept|left|put)\b"
)
"""A verb that can be the predicate of a clause, in small letters."""

COMPARED_NOUN = re.compile(
    r"(?:bigger|larger|smaller|greater)\s+(?:earner|buyer|market|supplier|seller|partner|customer|source|exporter|importer|player|economy|part|half)\b",
    re.IGNORECASE,
)
"""Comparatives that set two things side by side: "remain the bigger earner"."""

NOT_A_MOVE = re.compile(
    r"up to\b|up for\b|up with\b|(?:made|makes?|ran|runs?|rack(?:ed|s)?|piled?|set|back|open(?:ed|ing)?|sum(?:med)?) up\b|up by the\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A word of movement at `start:end`."""

    start: int
    end: int
    direction: Direction


def find_moves(text: str) -> list[Move]:
    """All words of movement in text order. "made up" and "up to" are none."""
    return list(_moves(text))


# One stretch of words is asked about by several rules in turn.
@lru_cache(maxsize=512)
def _moves(text: str) -> tuple[Move, ...]:
    moves = []
    for hit in MOVE.finditer(text):
        if hit.group().lower() == "up" and NOT_A_MOVE.search(text[max(0, hit.start() - 8) : hit.end() + 8]):
            continue
        if COMPARED_NOUN.match(text, hit.start()):
            continue
        direction: Direction = "flat" if hit.group("flat") else "up" if hit.group("up") else "down"
        moves.append(Move(start=hit.start(), end=hit.end(), direction=direction))
    return tuple(moves)
