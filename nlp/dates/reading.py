"""What a rule may know while it turns words into a period: the publication date, the text around, the dates read before."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tradeclaims.records import Mention

Tense = Literal["past", "future"] | None
FiscalCalendar = Literal["US", "IN", "AU"]

_FUTURE = re.compile(
    r"\b(?:will|would|shall|to\sbe|is\sto|are\sto|set\sfor|set\sto|scheduled|due|upcoming|next|coming|plans?|planned|expects?|expected|starting|beginning|effective|"
    r"until|deadline|must|takes?\seffect|take\splace|goes\sinto|could|may|might|if|unless|ahead\sof|no\slater\sthan|on\sor\sbefore)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|rose|fell|grew|took|told|gave|held|met|began|hit|came|went|sent|shrank|made|has|have|since|stood|sold|bought|said|ran|wrote|after|"
    r"[a-z]{3,}ed)\b",
    re.I,
)
_INDIA = re.compile(r"\bIndia|\bNew Delhi|\brupee|\bcrore|₹")
_AUSTRALIA = re.compile(r"\bAustrali|\bCanberra|\bA\$|\bABS\b|\bDFAT\b")
_CLAUSE = re.compile(r"[;.!?—]\s|\n")


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
        return _CLAUSE.split(before)[-1]

    def tense(self, start: int) -> Tense:
        """Whether the words before a date speak of what was or what will be; the nearest word decides."""
        before = self.clause_before(start)
        future = max((m.start() for m in _FUTURE.finditer(before)), default=-1)
        past = max((m.start() for m in _PAST.finditer(before)), default=-1)
        if future < 0 and past < 0:
            return None
        return "future" if future > past else "past"

    def fiscal_calendar(self) -> FiscalCalendar | None:
        """Whose fiscal year the text talks of, judged by the words nearest to the beginning; None when no country gives it."""
        india, australia = _INDIA.search(self.text), _AUSTRALIA.search(self.text)
        if australia and (not india or australia.start() < india.start()):
            return "AU"
        return "IN" if india else None

    def last_before(self, start: int) -> Mention | None:
        """The date read last before `start`, in the same sentence or the one before."""
        if not self.found or start - self.found[-1].span.end > 250:
            return None
        return self.found[-1]
