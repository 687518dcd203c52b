"""Growth rates told only beside another one: "rose 5.2 percent after a fall of 2.7 percent in February", "a milder drop than May's 61 percent".

Each is a statement of its own, of the same flow in an earlier time. The sentence reads on as if the words that hold it were not there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nlp.claims.apposition import without
from nlp.claims.figures import BY, CHANGE_AFTER, CHANGE_NOUN, CHANGE_OF, GROWTH, RATE_LEFT, TO, positive, sign_of
from nlp.claims.leading import FILLER
from nlp.claims.moves import DOWN, UP, Direction, find_moves
from nlp.claims.periods import When, implied_compare
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.records import Claim
from tradeclaims.records.claim import Modality
from tradeclaims.values import Period, Quantity

_DATE = "\x01"
_HEDGE = r"(?:about|around|roughly|nearly|almost|some|only|just|a mere|more than|less than|over|as much as|an?|the|its|their|already|revised|previous|earlier|initial)"
_SIZE = r"(?:[a-z]+-)?(?:steep|sharp|small|smaller|larger|bigger|modest|slight|big|huge|strong|weak|brisk|surprise|unexpected|downwardly|upwardly|year-on-year|annual|monthly|similar|deep|decent|hefty|whopping|meagre|meager|tiny|record|gloomy|dismal)(?:er|ly)?"
_FORESEEN = r"(?:median|consensus|average|mean|economists?['’]?|analysts?['’]?|market|markets['’]|a|an|the|reuters|bloomberg|poll|forecasts?|estimates?|expectations?|predictions?|for|of|survey|had|predicted|expected|projected)"
CUE = re.compile(
    r"(?P<cue>\b(?:after|following|having(?: already| also| just| previously)?|reversing|(?:which |that |this |it )?(?:followed|follows|came after|comes after)|on the heels of|compare[sd]? (?:with|to)|(?:as )?against|versus|vs\.?|than|up from|down from|slowing from|accelerating from|quickening from|easing from|beating|missing|below|above))"
    rf"(?P<words>(?:\s+(?:{_HEDGE}|{_SIZE}|{_FORESEEN}|{_DATE}(?:['’]s)?|in|that of|(?:{UP}|{DOWN})|by|{CHANGE_NOUN}s?|of))*)\s*\+?$",
    re.IGNORECASE,
)
"""What leads to such a rate, dates written as one mark."""

FROM = re.compile(rf"(?P<cue>\bfrom)(?P<words>(?:\s+(?:{_HEDGE}|{_DATE}(?:['’]s)?))*)\s*$", re.IGNORECASE)
"""Before the earlier one of two rates of growth: "growth slowed to 1 percent from 11.3 percent in June"."""

_BEHIND = re.compile(
    rf"(?:\s+{_SIZE})?(?:\s+(?P<noun>{CHANGE_NOUN}|contraction|expansion|advance|gains?|pace))?"
    rf"(?:\s+(?:{_FORESEEN}|by|economists|analysts))*?"
    rf"(?:,?\s+(?:(?:recorded|registered|posted|reported|seen|logged|set)\s+)?(?:(?:in|for|during|of|over)\s+)?(?:the\s+)?(?P<date>{_DATE}))?",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\s+(?:(?:in|of)\s+(?!that\b|which\b)|(?:(?:(?-i:[A-Z][\w.]*)|import|new|extra|additional|customs|punitive|blanket|flat|car|steel)\s+){0,3}(?:shares?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|rates?|tax(?:es)?|stakes?)\b)",
    re.IGNORECASE,
)
"""Behind a rate that is another thing's: "after a 10 percent rise in prices", "than the 25 percent tariff"."""

_LIST_GAP = re.compile(r"\s?,\s(?:and\s)?|\s(?:and|or)\s", re.IGNORECASE)
POINTS_BACK = re.compile(r"\W*(?:that|this|it)\b", re.IGNORECASE)
_BESIDE = re.compile(rf"[\s,]*(?:(?:in|for|during|of)\s+(?:the\s+)?{_DATE})?[\s,]*", re.IGNORECASE)
_FORECAST = re.compile(r"\b(?:forecasts?|estimates?|expect\w*|predict\w*|consensus|projected|polls?|survey)\b", re.IGNORECASE)
_EASING = re.compile(r"\b(?:milder|smaller|slower|faster|sharper|steeper|bigger|worse|better)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRate:
    """A rate of an earlier time, and the words from `start` to `end` that hold it."""

    start: int
    end: int
    rate: Mark[Quantity]
    period: Period | None
    direction: Direction | None
    """None where it is that of the rate it is compared with."""

    forecast: bool = False


def set_aside(sentence: Sentence) -> tuple[Sentence, list[ComparedRate]]:
    """The sentence without the rates it only compares with, and these."""
    rates = [q for q in sentence.quantities if q.what.unit == "percent"]
    found: list[ComparedRate] = []
    for rate in rates:
        told = _compared(sentence, rate)
        if told is not None:
            found.append(told)
        elif found and _LIST_GAP.fullmatch(sentence.text[found[-1].rate.end : rate.start]):
            found[-1:] = _one_more(sentence, found[-1], rate)
    beside = [q for q in rates if not any(one.start <= q.start < one.end for one in found)]
    if not found or not (any(_grows(sentence, rate) for rate in beside) if beside else _stands_beside(sentence, found)):
        return sentence, []
    return without(sentence, [(one.start, one.end) for one in found]), found


def _stands_beside(sentence: Sentence, found: list[ComparedRate]) -> bool:
    """Whether the sentence says something else of the flow without a rate: a level, a multiple, a movement, or what it points back to."""
    if POINTS_BACK.match(sentence.text):
        return True
    moved = any(move.end <= found[0].start for move in find_moves(sentence.text))
    told = any(q.what.unit == "times" and not any(one.start <= q.start < one.end for one in found) for q in sentence.quantities)
    return moved or told


def _one_more(sentence: Sentence, before: ComparedRate, rate: Mark[Quantity]) -> list[ComparedRate]:
    """The rate before and the next of its list: "after declines of 2.1 percent and 4.9 percent in October"."""
    end, _, period = _behind(sentence, rate)
    first = replace(before, end=rate.start, period=before.period or period)
    return [first, replace(first, start=rate.start, end=end, rate=rate)]


def _behind(sentence: Sentence, rate: Mark[Quantity]) -> tuple[int, str | None, Period | None]:
    """Where the words behind a rate end that belong to it, the change they name, and their period."""
    after, places = _with_dates_marked(sentence, rate.end, len(sentence.text))
    told = _BEHIND.match(after)
    assert told is not None
    end = places[told.end()]
    return end, told.group("noun"), next((d.what for d in sentence.dates if rate.end <= d.start and d.end <= end), None)


def _grows(sentence: Sentence, rate: Mark[Quantity]) -> bool:
    """Whether a percentage says how much something rose or fell, rather than a share or a tariff."""
    left = FILLER.sub("", sentence.left(rate.start)).rstrip(" ,(")
    if TO.search(left) and GROWTH.search(sentence.text[: rate.start]):
        return True
    return any(form.search(left) for form in (RATE_LEFT, BY, CHANGE_OF)) or CHANGE_AFTER.match(sentence.text, rate.end) is not None


def _compared(sentence: Sentence, rate: Mark[Quantity]) -> ComparedRate | None:
    floor = max((q.end for q in sentence.quantities if q.end <= rate.start), default=0)
    before, places = _with_dates_marked(sentence, floor, rate.start)
    cue = CUE.search(before) or (FROM.search(before) if GROWTH.search(sentence.text[: rate.start]) else None)
    if cue is None or (cue.group("cue").lower().startswith("than") and rate.what.qualifier in ("more_than", "less_than")):
        return None  # "by more than a quarter"
    start = places[cue.start()]
    end, noun, period = _behind(sentence, rate)
    words = sentence.text[start:end]
    moves = find_moves(sentence.text[places[cue.start("words")] : rate.start])
    noun = noun or next(iter(re.findall(CHANGE_NOUN, cue.group("words"), re.IGNORECASE)), None)
    direction = sign_of(sentence, rate) or _direction_of(noun) or (moves[-1].direction if moves else None)
    forecast = _FORECAST.search(words) is not None or _FORECAST.match(sentence.text[end:].lstrip()) is not None
    if _OF_ELSE.match(sentence.text, end):
        return None
    period = next((d.what for d in sentence.dates if start <= d.start and d.end <= rate.start), None) or period
    adjacent = floor > 0 and _BESIDE.fullmatch(before[: cue.start()]) is not None  # "11.8 percent, down from 22.1 percent"
    if period is None and noun is None and not moves and not forecast and not adjacent:
        return None
    return ComparedRate(start=start, end=end, rate=rate, period=period, direction=direction, forecast=forecast)


def _direction_of(noun: str | None) -> Direction | None:
    if noun is None or noun.lower() == "pace":
        return None
    falls = re.match(r"drop|declin|fall|decreas|reduc|plunge|slump|dip|narrow|slide|contract", noun, re.IGNORECASE)
    return "down" if falls else "up"


def _with_dates_marked(sentence: Sentence, start: int, end: int) -> tuple[str, list[int]]:
    """The words between two offsets, each date as one character, and where every character of it stood."""
    text: list[str] = []
    places: list[int] = []
    at = start
    for day in [d for d in sentence.dates if start <= d.start and d.end <= end]:
        if day.start < at:
            continue
        text.append(sentence.text[at : day.start])
        places.extend(range(at, day.start))
        text.append(_DATE)
        places.append(day.start)
        at = day.end
    text.append(sentence.text[at:end])
    places.extend(range(at, end))
    places.append(end)
    return "".join(text), places


def claims_of(told: list[ComparedRate], models: list[Claim], published: date | None) -> Iterator[Claim]:
    """One claim for each compared rate, alike the claim it stands beside; as many rates as claims go one to one, in order."""
    paired = zip(told, models, strict=True) if len(told) == len(models) > 1 else ((one, models[-1]) for one in told)
    for one, model in paired:
        yield _claim(one, model, published)


def _claim(told: ComparedRate, model: Claim, published: date | None) -> Claim:
    past = told.period is not None and told.period.end is not None and published is not None and told.period.end < published
    modality: Modality = "forecast" if told.forecast else "asserted" if past else model.modality
    yearly = (
        model.period is not None and model.compare_period is not None and model.compare_period.start == model.period.shifted_years(-1).start
    )
    period = told.period or model.period
    if told.period is None and not told.forecast:
        period = model.compare_period and replace(model.compare_period, raw=None)
    when = implied_compare(When(period=period), yearly=yearly)
    return replace(
        model,
        measure="growth",
        value=None,
        from_value=None,
        change_abs=None,
        change_pp=None,
        factor=None,
        change_pct=positive(told.rate).what,
        direction=told.direction or model.direction,
        period=when.period,
        compare_period=when.compare,
        qualifier=told.rate.what.qualifier,
        modality=modality,
        checkable=modality == "asserted" and when.period is not None,
        vintage=None,
    )
