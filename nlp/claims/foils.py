"""Figures set beside the one that is stated: the forecast it beat, the target it missed, the first print it replaces, the number it refutes.

"… came to $43.6 billion, against a consensus forecast of $44.5 billion"; "… $101 billion, not $151 billion"; "… $47.1 billion rather than the $46.0 billion
first reported". A foil is a figure of the same series for the same time, so its claim is the stated one with another number; no change lies between the two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nlp.claims.apposition import without
from nlp.claims.figures import CHANGE_AFTER, CHANGE_NOUN
from nlp.claims.indicators import find_heads
from nlp.claims.modality import EXPECTED
from nlp.claims.moves import find_moves
from nlp.claims.sentence import Mark, Sentence
from nlp.lowercase import in_small_letters
from tradeclaims.records import Claim
from tradeclaims.values import Quantity

Kind = Literal["forecast", "target", "denied", "first_reported", "revised"]

_PRINT = r"(?:report|estimat|publish|announc|calculat|record|releas|print|assum|stat|peg|count|measur)\w*|put|given|thought|said|shown"
_FIRST = r"(?:first|initially|originally|previously|earlier|provisionally|at first)"
_GUESS = r"(?:consensus|forecasts?|expectations?|projections?|predictions?|polls?|surveys?|estimates?|guess(?:es)?|hopes)"
_GOAL = r"(?:targets?|goals?|objectives?|commitments?|pledges?|promises?|quotas?|benchmarks?)"
_MULTIPLE = r"(?:twice|double|triple|half|(?:one|two|three|four)[- ](?:third|quarter|fifth)s?(?: of)?|a (?:third|quarter|fifth|fraction) of|\d+(?: percent|%) of)"
LINK = in_small_letters(
    r"(?:,\s+)?(?:\bbut\s+)?\b(?:"
    rf"(?:(?:much|far|well|slightly|considerably|somewhat|even|a (?:little|touch|bit))\s+)?(?:\w+er|more|less|better|worse)\s+than(?:\s+{_MULTIPLE})?"
    rf"|(?:more than |less than |nearly |almost |about |barely |over |just )*{_MULTIPLE}"
    r"|than|against|versus|vs\.?|compar(?:ed|ing|es?) (?:with|to)|in contrast (?:to|with)|(?:well |far |just |slightly )?(?:above|below)|"
    r"beat(?:s|ing)?|topp(?:ed|ing)|exceed(?:ed|ing|s)|surpass(?:ed|ing)|miss(?:ed|ing)|undersh\w+|oversh\w+|(?:(?:well|far|just|fell|falling|fall|falls)\s+)*short of|"
    r"shy of|ahead of|outpac(?:ed|ing)|trail(?:ed|ing)|defy(?:ing)?|defied|confound(?:ed|ing)|dash(?:ed|ing)|outstripp(?:ed|ing)|in line with|match(?:ed|ing)|"
    r"rather than|instead of|as opposed to|nowhere near|far from|(?:well |far )?off|and not|not)\b"
)
"""What sets a figure against the one stated."""

_PLAIN = r"(?:[^,;:$€£¥₩\d]|(?<=[a-z])\.)"
GUESSED_BEFORE = in_small_letters(rf"\b{_GUESS}\b{_PLAIN}{{0,60}}\Z")
GUESSED_BEHIND = in_small_letters(
    rf"(?:(?!\b(?:than|as|what|and|but|while|from|to)\b){_PLAIN}){{0,70}}?\b(?:{EXPECTED}|consensus|(?:median |average |mean )?(?:estimate|forecast|projection|prediction)s?(?: of \d+ (?:economists|analysts))?)\b(?:\s+(?:by|in|among)\s+(?:an?\s+|the\s+)?(?:[\w.'’-]+\s+){{0,4}}?(?:economists|analysts|forecasters|traders|poll|survey|markets?)\b(?:\s+(?:by|in|of|polled by|surveyed by)\s+(?:an?\s+|the\s+)?[\w.'’-]+(?:\s(?:poll|survey|economists|analysts|journal|jones))*)?)?"
)
AIMED_BEFORE = in_small_letters(rf"\b{_GOAL}\s+(?:of|for|at)\s+{_PLAIN}{{0,40}}\Z")
AIMED_BEHIND = in_small_letters(
    rf"(?:\s+[\w.'’-]+){{0,3}}?\s+{_GOAL}\b|(?:(?!\b(?:and|but|while)\b){_PLAIN}){{0,60}}?\b(?:promised|pledged|targeted|committed to|aimed for|vowed)\b"
)
FIRST_BEFORE = in_small_letters(
    rf"(?:,\s+)?\b(?:{_FIRST}[\s-]+(?:{_PRINT})\b|(?:initial|original|first|preliminary|advance|flash|earlier|previous|prior)\s+(?:\w+\s+)?estimates?\b|"
    rf"(?:initial|original|preliminary|advance|flash)\s+(?:\w+\s+)?(?:reading|report|figure|print|count|tally|number)s?\b){_PLAIN}{{0,60}}\Z"
)
FIRST_BEHIND = in_small_letters(
    rf"(?:(?!\b(?:and|but|while|than|from|instead|rather|against|versus)\b){_PLAIN}){{0,60}}?\b{_FIRST}\s+(?:{_PRINT})\b"
)
REFUTED = in_small_letters(
    r"(?:(?:\brather than|\binstead of|\bas opposed to|\band not|[,—–-]\s*not|\A\W*not)\s+(?:the\s+|an?\s+|some\s+)?)\Z"
)
RESTATED = in_small_letters(
    r"\b(?:revis|correct|restat|updat|chang|rais|lower|cut|trim|amend|adjust)\w*\s+(?:it|(?:the|that|this)\s+(?:figure|number|estimate|total|reading|print))\s+(?:\w+\s+)?to\s+(?:an?\s+)?\Z"
)
"""Before the new figure: "on Thursday it revised the figure to"."""

GUESSES = in_small_letters(
    rf"(?:\b{EXPECTED}|\b{_GUESS}(?:\s+(?:among|of|in|by|from|for)\s+(?:(?!\bwas\b|\bhad\b)[^,;]){{1,40}})?\s+(?:had\s+)?(?:was|were|been|of|is|stood at|centered on|centred on|pointed to|suggested)(?:\s+for)?)"
    r"\s+(?:an?\s+|the\s+|only\s+|just\s+)?(?:(?:figure|number|reading|total|result)\s+(?:of|around|near)\s+|something (?:like|closer to)\s+)?\Z"
)
"""Directly before a figure that is a clause's whole forecast: "analysts had pencilled in"."""

IDLE = in_small_letters(
    r"(?:,\s+)?(?:\b(?:much |far |well |slightly |a (?:little|bit|touch) )?(?:\w+er|more|less|better|worse)[\s-]than|\bthan|\babove|\bbelow|\bbeat(?:s|ing)?|\btopp(?:ed|ing)|\bmiss(?:ed|ing)|"
    r"\bexceed(?:ed|ing)|\bin line with|\bmatch(?:ed|ing)|\bdefy(?:ing)?|\bdefied|\bconfound(?:ed|ing)|\bshort of|\bas|\bcontrary to|\bdespite|\bwhat)"
    rf"(?:[\s-](?!than\b)[a-z'’]+){{0,4}}?[\s-](?:{EXPECTED}|{_GUESS})\b(?=\s*(?:[,.;:)—–]|\Z|(?:in|by|for|and|but|while|as|on|last|this|after|when)\b))"
)
"""A comparison with what was expected that gives no number: "larger than economists had expected"."""

PART_OF = in_small_letters(rf"(?:\s+of)?\s+(?:the|its|their|his)\s+{_PLAIN}{{0,40}}?\b(?:{_GOAL}|{_GUESS})\b")
"""Behind a fraction that only measures the stated figure: "less than half the target of"."""

THE_NEXT = in_small_letters(r"\s+(?:of\s+)?(?:the|its|their)\s+")
NOT_THIS_ONE = in_small_letters(r",\s+(?:and\s+)?not\s+(?:the\s+)?")
HEDGE = in_small_letters(
    r"(?<=\s)(?:about|around|roughly|some|nearly|almost|approximately|just|over|under|more than|less than|close to|\s)+\Z"
)
REPLACES = in_small_letters(
    r"\bfrom\s+(?:an?|the|its|their)\s+(?:\w+ly\s+)?(?=(?:initial|original|first|preliminary|advance|flash|earlier|previous|prior)\b)"
)
DEFINITE = in_small_letters(r"\bthe\s+\Z")
EXPECTED_BEHIND = in_small_letters(
    rf"(?:\s+(?:{CHANGE_NOUN}|deficit|surplus|gap|shortfall))?(?:\s+(?:that|which))?(?:\s+(?!and\b|but\b|as\b|than\b|what\b|to\b|in\b)[a-z.’'&-]+){{1,4}}\s+{EXPECTED}\b"
)
"""Round a figure that is only what was expected, whatever the verb before it: "blew past the $42 billion economists had penciled in"."""

COMPARES = in_small_letters(r"[a-z ]+\b(?:the|its|their|a|an)\s")
STOP = in_small_letters(r"[;:]|\.\s|\s[–—-]\s|—")
BEHIND_STOP = in_small_letters(r"[;,)]|\.\s|\s[–—-]\s|—")
TAIL = in_small_letters(rf"\s+(?:{CHANGE_NOUN}|deficit|surplus|gap|shortfall|imbalance)\b")
UNITS = ("currency", "percent", "SME", "metric tons", "tons", "vehicles", "bushels", "barrels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foil:
    """A figure set beside the stated one, with the words about it at `start:end` of the sentence."""

    mark: Mark[Quantity]
    kind: Kind
    start: int
    end: int
    clause: bool = False
    """Whether it is all that its clause says: "economists had expected $44.5 billion"."""


def find_foils(sentence: Sentence) -> list[Foil]:
    """The foils of a sentence, in text order. Figures that another flow of their own is named with are none."""
    low = sentence.text.lower()
    marks = [mark for mark in sentence.quantities if mark.what.unit in UNITS and not _measures(sentence, mark, low)]
    found: list[Foil] = []
    for number, mark in enumerate(marks):
        floor = marks[number - 1].end if number else 0
        ceiling = marks[number + 1].start if number + 1 < len(marks) else len(low)
        foil = _foil(low, mark, floor, ceiling)
        if foil is not None and not (foil.clause and any(mark.end <= day.start < ceiling for day in sentence.dates)):
            found.append(foil)
    if not found:
        return []
    stated = [mark for mark in marks if all(mark is not foil.mark for foil in found)]
    kept = [foil for foil in found if foil.kind != "first_reported" or any(mark.what.unit == foil.mark.what.unit for mark in stated)]
    return [foil for foil in kept if _of_the_same_flow(sentence, foil)]


def _measures(sentence: Sentence, mark: Mark[Quantity], low: str) -> bool:
    """Whether a share only measures the stated figure by another one: "half the $87 billion expected", "58 percent of its commitment"."""
    if mark.what.unit != "percent":
        return False
    behind = next((other for other in sentence.quantities if other.start >= mark.end), None)
    return PART_OF.match(low, mark.end) is not None or (behind is not None and THE_NEXT.fullmatch(low, mark.end, behind.start) is not None)


def _foil(low: str, mark: Mark[Quantity], floor: int, ceiling: int) -> Foil | None:
    stops = [hit.end() for hit in STOP.finditer(low, floor, mark.start)]
    floor = stops[-1] if stops else floor
    left = HEDGE.sub("", low[floor : mark.start])
    stop = BEHIND_STOP.search(low, mark.end, ceiling)
    right = low[mark.end : stop.start() if stop else ceiling]
    links = list(LINK.finditer(left))
    link = links[-1] if links else None
    first, printed = FIRST_BEFORE.search(left), FIRST_BEHIND.match(right)
    kind: Kind
    behind: re.Match[str] | None = None
    clause = False
    if first or printed:
        kind, behind = "first_reported", printed
        begin = min(hit.start() for hit in (first, link, REPLACES.search(left)) if hit) if first or link else len(left)
    elif (RESTATED.search(left) or GUESSES.search(left)) and link is None:
        kind = "revised" if RESTATED.search(left) else "forecast"
        clause = True
        comma = left.rfind(", ")
        begin = comma + 1 if comma >= 0 else 0
    elif link and (GUESSED_BEFORE.search(left, link.start()) or (behind := GUESSED_BEHIND.match(right))):
        kind, begin = "forecast", link.start()
    elif link and (AIMED_BEFORE.search(left, link.start()) or (behind := AIMED_BEHIND.match(right))):
        kind, begin = "target", link.start()
    elif (article := DEFINITE.search(left)) and (behind := EXPECTED_BEHIND.match(right)):
        kind, begin = "forecast", article.start()
    elif refuted := REFUTED.search(left):
        kind, begin = "denied", refuted.start()
    else:
        return None
    end = mark.end + (behind.end() if behind else 0)
    tail = TAIL.match(low, end)
    return Foil(mark=mark, kind=kind, start=floor + begin, end=tail.end() if tail and tail.end() <= ceiling else end, clause=clause)


def _of_the_same_flow(sentence: Sentence, foil: Foil) -> bool:
    heads = find_heads(sentence)
    own = [head for head in heads if foil.start <= head.start < foil.end]
    others = [head for head in heads if head not in own]
    before = [head for head in others if head.start < foil.start]
    beside = before[-1] if before else others[0] if others else None
    return all(beside is not None and (head.indicator, head.sign) == (beside.indicator, beside.sign) for head in own)


def without_foils(sentence: Sentence, foils: Sequence[Foil]) -> Sentence:
    """The sentence as if nothing were set beside what it states; comparisons with what was expected go too."""
    spans = [(foil.start, foil.end) for foil in foils]
    spans += _denied_parties(sentence)
    idle = [hit.span() for hit in IDLE.finditer(sentence.text.lower())]
    spans += [(start, end) for start, end in idle if not any(m.start < end and start < m.end for m in sentence.quantities)]
    return without(sentence, spans) if spans else sentence


def _denied_parties(sentence: Sentence) -> list[tuple[int, int]]:
    """ "Mexico, not China, was the largest supplier": of the other country nothing is said."""
    low = sentence.text.lower()
    found = [
        (hit.start(), mark.end) for mark in sentence.parties for hit in NOT_THIS_ONE.finditer(low, 0, mark.start) if hit.end() == mark.start
    ]
    return [(start, end) for start, end in found if low[end : end + 1] in ",.;"]


def foil_claim(sentence: Sentence, foil: Foil, model: Claim) -> Claim:
    """The claim of a foil: the stated one with the foil's figure, modality and vintage."""
    quantity = foil.mark.what
    # In "less than the $45.5 billion expected" the words before the article compare; they do not hedge.
    qualifier = "exact" if COMPARES.match(quantity.raw.lower()) else quantity.qualifier
    bare = replace(
        model, value=None, from_value=None, change_abs=None, change_pct=None, change_pp=None, factor=None, share=None,
        direction=None, qualifier=qualifier, qualifier_surface=None, vintage=None, modality="asserted",
    )  # fmt: skip
    if quantity.unit == "percent" and model.measure == "share":
        bare = replace(bare, share=quantity)
    elif quantity.unit == "percent":
        bare = replace(bare, measure="growth", change_pct=quantity, direction=_direction(sentence, foil) or model.direction)
    elif CHANGE_AFTER.match(sentence.text, foil.mark.end):
        bare = replace(bare, measure="change", change_abs=quantity, direction=_direction(sentence, foil) or model.direction)
    else:
        bare = replace(bare, measure="level", value=quantity, compare_period=None)
    if foil.kind in ("forecast", "target", "denied"):
        return replace(bare, modality=foil.kind)
    return replace(bare, vintage="first_reported" if foil.kind == "first_reported" else "revised")


def _direction(sentence: Sentence, foil: Foil) -> Literal["up", "down", "flat"] | None:
    noun = re.match(rf"\s+({CHANGE_NOUN})\b", sentence.text[foil.mark.end :], re.IGNORECASE)
    moves = find_moves(noun.group(1) if noun else sentence.text[foil.mark.start - 20 : foil.mark.start])
    return moves[-1].direction if moves else None
