"""Tariff rates: "a 25 percent tariff on steel", "duties of 10 percent", "taxed at 10 percent", "the rate on … to 100 percent from 25 percent"."""

import re
from collections.abc import Iterator

from nlp.claims.head import Head, Lexicon, words
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity

NOUN = words(r"tariffs?|dut(?:y|ies)|lev(?:y|ies)|tariff rates?|import tax(?:es)?")
TAXED = words(r"(?:be |is |are |was |were )?(?:taxed|tariffed)")
RATE_ON = words(r"rates? on")
BEFORE = re.compile(r"(?:\s*\))?[\s-]+(?:ad valorem\s+|[\w.’'-]+\s+){0,3}", re.IGNORECASE)
AFTER = re.compile(
    r"(?:\s+(?:rates?|on|of|at|to|from|be|is|are|was|were|will|would|stands?|stood|set|rises?|rose|raised|increased?|quadruple|double|triple|doubling|"
    r"climb\w*|go|goes|up|as high as|up to|by|another|an?|the|additional|[A-Z][\w.’'-]*|[a-z]+|\$?[\d.,]+|billion|million|worth))*?\s+",
)
CHARGES = words(r"charg(?:es?|ed|ing)|lev(?:y|ies|ied|ying)|impos(?:es?|ed|ing)|slap(?:s|ped)|tax(?:es|ed|ing)?|collects?|collected")
"""Verbs that need no word for the tariff: "India charges 50 percent on American motorcycles"."""

OBJECT = re.compile(
    r"\s+(?:us |them |as much as |up to |an? |the |an additional |another |still |\$?[\d.,]+ (?:billion|million) of |(?:[A-Z][\w.-]*|imported) [a-z]+ (?:[a-z]+ )?at )*"
)
AT_ONCE = re.compile(r"\s+(?:on|for|at the border on)\s+")
ALSO = re.compile(r"\b(?:and|or)\s+(?:also\s+)?(?:of|one of|duties of|those of|at)\s+$|,\s+(?:and\s+)?(?:of|one of)\s+$", re.IGNORECASE)
"""Before a further rate of the tariff named before: "duties of 10 percent on aircraft and of 25 percent on cheese"."""

CONTRAST = re.compile(r"\b(?:against|compared (?:with|to)|versus|while it is|and)\s+(?:just |only |about )?$", re.IGNORECASE)
IN_PLACE = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?$", re.IGNORECASE)
USUAL = words(r"averages?|averaged|applied|bound|MFN|most-favou?red-nation|simple average|mean")
"""Tariffs of a whole schedule: another country's is given beside it."""

NOT_A_RATE = re.compile(r"\s+(?:of|more|fewer|rise|increase|drop|jump|decline|below|above|off)\b", re.IGNORECASE)
DUTY_ELSE = re.compile(r"\b(?:jury|civic|active|heavy|double|on|off)[\s-]+$", re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Head]:
    """Each tariff word with the percentage that is its rate."""
    rates = [mark for mark in sentence.quantities if mark.what.unit == "percent"]
    taken: set[int] = set()
    for hit in NOUN.finditer(sentence.text):
        if DUTY_ELSE.search(sentence.left(hit.start(), 12)):
            continue
        found = _before(sentence, hit.start(), rates) or _after(sentence, hit.end(), rates)
        if found and found.start not in taken:
            taken.add(found.start)
            yield _head(sentence, hit.start(), hit.end(), found, rates)
    yield from _further(sentence, rates, taken)
    for hit in CHARGES.finditer(sentence.text):
        for mark in rates:
            if (
                0 <= mark.start - hit.end() <= 60
                and mark.start not in taken
                and OBJECT.fullmatch(sentence.text, hit.end(), mark.start)
                and _of_goods(sentence, hit.end(), mark)
            ):
                taken.add(mark.start)
                yield _head(sentence, hit.start(), hit.end(), mark, rates)
    for hit in [*TAXED.finditer(sentence.text), *(rate for rate in RATE_ON.finditer(sentence.text) if _about_goods(sentence, rate.end()))]:
        found = _after(sentence, hit.end(), rates)
        if found and found.start not in taken:
            taken.add(found.start)
            yield _head(sentence, hit.start(), hit.end(), found, rates)


def _further(sentence: Sentence, rates: list[Mark[Quantity]], taken: set[int]) -> Iterator[Head]:
    """Rates that share the tariff word of one before them."""
    if not taken:
        return
    for mark in rates:
        left = sentence.left(mark.start, 30)
        if mark.start in taken or mark.start < min(taken):
            continue
        elsewhere = (
            CONTRAST.search(left)
            and USUAL.search(sentence.text)
            and any(0 <= p.start - mark.end < 12 and IN_PLACE.fullmatch(sentence.text, mark.end, p.start) for p in sentence.parties)
        )
        if elsewhere or ALSO.search(left):
            taken.add(mark.start)
            yield Head(start=mark.start, end=mark.end, indicator="tariff_rate", kind="tariff", rate=mark.what, carried=True)


def _of_goods(sentence: Sentence, verb: int, rate: Mark[Quantity]) -> bool:
    """Whether what is charged is charged on goods: on a product or a country's goods behind the rate, or taxed "at" it."""
    if re.search(r"\bat\s+$", sentence.left(rate.start, 6)):
        return any(verb <= mark.start and mark.end <= rate.start for mark in [*sentence.parties, *sentence.products])
    on = AT_ONCE.match(sentence.text, rate.end)
    return bool(on) and _about_goods(sentence, on.end() if on else 0, 25)


def _head(sentence: Sentence, start: int, end: int, rate: Mark[Quantity], rates: list[Mark[Quantity]]) -> Head:
    earlier = next(
        (mark.what for mark in rates if mark is not rate and re.search(r"\bfrom\s+(?:\w+\s+)?$", sentence.left(mark.start, 20))), None
    )
    return Head(start=start, end=end, indicator="tariff_rate", kind="tariff", rate=rate.what, from_rate=earlier)


def _before(sentence: Sentence, start: int, rates: list[Mark[Quantity]]) -> Mark[Quantity] | None:
    """The rate just before the noun: "25 percent tariff", "2.5 percent U.S. car tariff"."""
    for mark in reversed(rates):
        if mark.end <= start:
            return mark if BEFORE.fullmatch(sentence.text, mark.end, start) and not NOT_A_RATE.match(sentence.text, mark.end) else None
    return None


def _after(sentence: Sentence, end: int, rates: list[Mark[Quantity]]) -> Mark[Quantity] | None:
    """The rate after it: "tariffs of 25 percent", "duties on Chinese goods rose from 10 to 25 percent"."""
    for mark in rates:
        between = sentence.text[end : mark.start]
        if mark.start >= end and AFTER.fullmatch(between) and not re.search(r"\bfrom\s+$|\bby\s+$", between):
            return None if NOT_A_RATE.match(sentence.text, mark.end) else mark
    return None


def _about_goods(sentence: Sentence, end: int, reach: int = 12) -> bool:
    near = [*sentence.parties, *sentence.products]
    return any(0 <= mark.start - end <= reach for mark in near)


LEXICON = Lexicon(
    hint=r"tariff|dut(?:y|ies)|\blev(?:y|ies)|taxed|\btax(?:es)? (?:\$|[A-Z])|charg(?:es?|ed|ing)\b[^.]{0,30}(?:%|per ?cent)|impos(?:es?|ed|ing) \d|import tax|rates? on",
    find=find,
)
