"""What a rule may know while it turns words into a period: the publication date, the text around, the dates read before."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from nlp.dates.tense import Tense, first_cue, last_cue
from tradeclaims.records import Mention
from tradeclaims.values import Period

FiscalCalendar = Literal["US", "IN", "AU", "JP"]

_INDIA = re.compile(r"\bIndia|\bNew Delhi|\brupee|\bcrore|₹")
_AUSTRALIA = re.compile(r"\bAustrali|\bCanberra|\bA\$|\bABS\b|\bDFAT\b")
CLAUSE = re.compile(r"(?<!\b[A-Z])(?<!\b[MDS][rst])[;.!?—]\s|\n\s*\n")


_AMERICAN = re.compile(
    r"\b(?:U\.S\.|US|American)\s(?:\w+\s){0,3}(?:exports|imports|shipments|sales|trade)\b|\bUSDA\b|\bForeign Agricultural Service\b"
)
_JAPAN = re.compile(r"\b(?:Tokyo|TOKYO)\b|\byen\b|¥|\bJapan(?:['’]s|ese) (?:\w+ ){0,3}(?:[Mm]inistry|exports|imports|trade)\b")
"""Signs of a text of Japan's own figures; the name alone also stands in many others'."""


_EARLIER = re.compile(
    r"(?:a|one|the) (?:month|quarter|year) (?:earlier|before|ago)\Z|the (?:previous|prior|preceding) (?:month|quarter|year)\Z", re.I
)
_HAD_BEEN = re.compile(
    r"\b(?:it|they|that|the figure) had (?:been|\w+ed|fallen|risen|grown|shrunk|stood|come to)\b[^,;]*\b(?:in|for|during)\s\Z", re.I
)
"""Before the time of what came before: "It had been $1.43 billion in January"."""

_OF_BASE = re.compile(
    r"\b(?:from|than|after|following|having|above|below|compared\s(?:with|to)|against|versus|vs\.?)\s(?!the\s(?:start|beginning))(?:(?!\s(?:was|were|came|rose|fell|grew|stood|shrank|sank|slid|climbed|jumped|dropped|declined|increased|surged|tumbled|reached|totall?ed|amounted)\b)[^,;]|,(?=\d)){0,45}\Z",
    re.I,
)
_LOOKS_BACK = re.compile(
    r"(?:(?!\b(?:while|but|and)\b)[^;.]){0,60}?\b(?:had\s(?:\w+ly\s|only\s|first\s)?(?:been|\w+ed|fallen|risen|grown|shrunk|sunk|stood|come|run)|(?:was|were)\s(?:\w+\s)?revised)\b",
    re.I,
)
"""Behind a period that the text only turns back to: "in April it had been $13.8 billion", "the May deficit was revised"."""

_CHANGED = re.compile(
    r"\b(?:rose|fell|grew|shrank|sank|slid|rise|fall|grow|r[iu]sen|fallen|grown|climb\w*|jump\w*|drop\w*|declin\w*|increas\w*|decreas\w*|surg\w*|soar\w*|tumbl\w*|plung\w*|"
    r"widen\w*|narrow\w*|doubl\w*|tripl\w*|trebl\w*|quadrupl\w*|quintupl\w*|halved|changes?|growth|gain\w*|slump\w*|expand\w*|[a-z]+fold)\b",
    re.I,
)
_SUMMED = re.compile(
    r"\b(?:cumulative\w*|totall?\w*|averag\w*|combined|altogether|every|each|a\syear|annual(?:ly)?|per\syear|piled|ran)\b", re.I
)
_SINCE_DATA = re.compile(
    r"\bsince\s(?:[^,;:.]{3,45}\s)?(?:began|begun|started|released|kept|compiled|available|collected)\b[^,;:.]{0,12}\Z", re.I
)
"""Before the time since when there are figures at all: "the worst since comparable data was first released in 1979"."""

_SIDE_OF = re.compile(r"\bfrom\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s(?:in|during|for|over)\s(?:the\s)?\Z")
"""Before a period of the flow itself: "imports from China in the January-August period"."""

_REACH = 600
"""How far back, in characters, a period may stand that "a year earlier" counts from."""


@dataclass(slots=True)
class Reading:
    """One pass over one text."""

    text: str
    published: date | None
    found: list[Mention] = field(default_factory=list)
    """Dates read so far, in text order."""

    def clause_before(self, start: int) -> str:
        """The words of the same clause in front of `start`, at most 90 characters."""
        before = self.text[max(0, start - 90) : start]
        return CLAUSE.split(before)[-1]

    def run_of_change(self, start: int, end: int) -> bool:
        """Whether a run of years or months only gives the two ends of a change: "quadrupled between 2003 and 2019" """
        words = self.clause_before(start) + re.split(r"[;:\n]|(?<!\b[A-Z])\.|,(?!\d)", self.text[end : end + 100].lstrip(","))[0]
        return _CHANGED.search(words) is not None and _SUMMED.search(words) is None

    def is_compared(self, mention: Mention) -> bool:
        """Whether a date is that of a figure which others are only compared with."""
        before = self.clause_before(mention.span.start)
        if _SINCE_DATA.search(before) or _HAD_BEEN.search(before) or _EARLIER.match(mention.span.quote):
            return True
        return _OF_BASE.search(before) is not None and _SIDE_OF.search(before) is None

    def period_before(self, start: int, *freqs: str, past: bool = False) -> Period | None:
        """The period read last before `start` that is not a single day (or one of `freqs`), a few sentences back at most; with `past` none to come.

        One that figures are only compared with ("after a fall of 3 percent in May") gives way to the one before it that they are for.
        """
        compared: Period | None = None
        for place in range(len(self.found) - 1, -1, -1):
            mention = self.found[place]
            if place and self._completes(self.found[place - 1], mention):
                continue
            if start - mention.span.end > (_REACH if compared is None else 2 * _REACH):
                break
            period = mention.period
            if past and period and period.end and self.published and period.end >= self.published:
                continue
            if period and period.start and period.end and (period.freq in freqs if freqs else period.freq not in ("day", "open")):
                if not self.is_compared(mention) and not self._only_looked_back_at(mention, start):
                    return period
                compared = compared or period
        return compared

    def _only_looked_back_at(self, mention: Mention, start: int) -> bool:
        """Whether a sentence before that of `start` only turned back to a period."""
        return _LOOKS_BACK.match(self.text, mention.span.end) is not None and CLAUSE.search(self.text, mention.span.end, start) is not None

    def _completes(self, part: Mention, year: Mention) -> bool:
        """Whether a year only says of which year the part told before it is: "the first eight months (January to August) of 2022"."""
        inner, outer = part.period, year.period
        if not (inner and outer and inner.start and inner.end and outer.start and outer.end) or outer.freq != "year" or inner.freq == "day":
            return False
        inside = outer.start <= inner.start and inner.end <= outer.end
        return inside and re.fullmatch(r"\s*\)?,?\s*(?:of|in)\s+", self.text[part.span.end : year.span.start]) is not None

    def tense(self, start: int) -> Tense:
        """Whether the words around a date speak of what was or what will be: the nearest ones in front of it, or else the first behind."""
        cue = last_cue(self.clause_before(start))
        if cue is None:
            after = CLAUSE.split(self.text[start : start + 110])[0]
            cue = first_cue(after)
        return cue

    def fiscal_calendar(self, at: int | None = None) -> FiscalCalendar | None:
        """Whose fiscal year the text talks of, judged by the words nearest to the beginning; None when no country gives it.

        A flow called American in the same clause before `at` has the American one, whoever else the text names.
        """
        if at is not None and _AMERICAN.search(CLAUSE.split(self.text[max(0, at - 220) : at])[-1]):
            return "US"
        india, australia = _INDIA.search(self.text), _AUSTRALIA.search(self.text)
        if australia and (not india or australia.start() < india.start()):
            return "AU"
        if india:
            return "IN"
        return "JP" if _JAPAN.search(self.text) else None

    def last_before(self, start: int) -> Mention | None:
        """The date read last before `start`, in the same sentence or the one before."""
        if not self.found or start - self.found[-1].span.end > 250:
            return None
        return self.found[-1]
