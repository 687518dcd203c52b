"""Whether a figure is stated as fact, or forecast, aimed at, imagined or denied; and what is said of its vintage."""

import re
from functools import lru_cache
from typing import Literal

from nlp.claims.sentence import Sentence
from nlp.needles import Prefilter
from tradeclaims.records.claim import Modality

Vintage = Literal["revised", "revised_base", "first_reported", "preliminary"]

DENIED_LEFT = re.compile(
    r"(?<!could )(?<!would )(?<!should )(?<!will )(?<!might )\b(?:(?:not|(?:is|was|are|were|did|does|do|has|have|had)n['’]t|rather than|instead of|never|nowhere near)\s+(?:\w+\s+){0,3}|no\s+(?:such\s+)?)$",
    re.IGNORECASE,
)
_DENY = r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?|contest(?:s|ed|ing)?)"
_SAME = r"(?:(?!\b(?:but|while|although)\b|,\s+\w+ing\b)(?:[^.;]|(?<=\b[A-Z])\.))"
DENIES = re.compile(
    rf"\b{_DENY}\b(?:{_SAME}{{0,60}}\bthat\b{_SAME}{{0,90}}|\s+(?:having|running|ever|the|an?|that|this|his|her|its|their|\w+['’]s)\s(?:[^.,;]|(?<=\b[A-Z])\.){{0,60}})$",
    re.IGNORECASE,
)
"""Verbs of denial with the statement that they deny."""

CONDITION = re.compile(
    r"\b(?:if|unless|were to|had \w+ been|should (?:the|they|it|(?:\w+ly )?have)|ought to (?:have|be)|would(?! be hearing)|proposed?s?|proposing|threaten\w*|considering|weighing)\b",
    re.IGNORECASE,
)
UNDENIED = re.compile(r"\b(?:neither|nobody|no one|none|not|n['’]t|never|few|hardly)\b[^,;]{0,30}$", re.IGNORECASE)
"""Before a verb of denial that is itself denied: "neither side disputes that"."""

IF = re.compile(
    r"\b(?:if|unless)\b|^\W*(?:(?-i:Had|Were|Should)\s+(?!been\b)|(?:with\b(?!\s+(?:\w+\s+){0,3}?(?:imports?|exports?|shipments|demand|prices|trade|sales|growth|orders)\s+(?:\w+\s+)?\w+(?:ing|ed|er|up|down)\b)(?!\s+(?:the\s+)?(?-i:[A-Z]))(?![^,;]*\d)|without\b|absent\b|barring\b)[^,;]{3,60},)",
    re.IGNORECASE,
)
"""A condition, wherever in the sentence: by conjunction, by inversion, or fronted ("with better access, …")."""

PAST = re.compile(
    r"\b(?:was|were|rose|fell|grew|ran|came|stood|hit|went|shrank|sank|slid|sold|bought|sent|had(?!\s+\w+ed\b)|[a-z]{2,}(?<!e)ed)\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:would|could|might|may(?!\s+\d)|will|should|must)\b")
GIVEN = re.compile(
    r"(?:[\s-]+\w+){1,3}\s+(?:(?:that|which)\s+)?(?:(?!\b(?:would|could|will|might)\b)[\w.]+\s+){0,4}?(?:had|ran|posted|recorded|reported|sold|bought|imported|exported)\b",
    re.IGNORECASE,
)
"""Behind "the": a figure known from before, whatever is imagined of it ("would wipe out the $2.8 billion surplus that the United States had")."""

AIM = re.compile(
    r"\b(?:target\w*(?!\s+(?:of|for)\b[^,;]{0,40}\b(?:tariff|dut(?:y|ies)|retaliat|lev(?:y|ies)|sanction))|goal|aims?\b|aimed|aiming|pledg\w*|promis\w+ to|commit\w*\b[^,;]{0,30}\bto|obliged to|obligat\w+ to|vow\w*|wants? to|plans? to|agreed to (?:buy|purchase|import)|will (?:buy|purchase)|(?:is|are|was|were) to (?:buy|import|purchase|take)|aim(?:s|ing)? for|shoot(?:s|ing)? for|objective|wants?\b[^,;]{0,50}\bto\b|aims?\b[^,;]{0,50}\bto\b|"
    r"(?:hopes?|seeks?|intends?|set out) to)\b",
    re.IGNORECASE,
)
EXPECTED = (
    r"(?:expect(?:ed|ing|s)?|forecast(?:ed|ing|s)?|predict(?:ed|ing|s)?|project(?:ed|ing|s)?|anticipat(?:ed|ing|es?)|foresee[ns]?|foresaw|foreseeing|"
    r"pencill?(?:ed|ing) in|look(?:ed|ing) for|call(?:ed|ing) for|bet(?:ting)? on|bank(?:ed|ing) on|count(?:ed|ing) on|brac(?:ed|ing) for|hop(?:ed|ing) for|assum(?:ed|ing)|bargain(?:ed|ing) for|reckon(?:ed|ing) on|"
    r"priced in|pricing in|tipped|guessed)"
)
"""Verbs of expecting, in all forms."""

AHEAD = re.compile(
    rf"\b(?!call){EXPECTED}\b|"
    r"\bshould\b(?=.*\b(?:predict|forecast|project|expect|estimat|reckon)\w*)|\b(?:forecasts?|forecasted|forecasting|project(?:ed|s|ion|ions)|predict\w*|expects?|expected|expectations?|could|(?<!in )(?<!of )(?<!since )(?<!from )may(?!\s+\d)|might|(?:is|are|was|were|be) (?:likely|set|poised|due|projected|on course) to|(?:is|are) seen at|(?:are|is) looking at|"
    r"polls? of|polled|surveyed|survey of economists|economists had|analysts had|consensus|pencill?ed in|braced for|bracing for|looked for|looking for|bet on|betting on|"
    r"sees?\b(?=[^,;]{3,60}\b[a-z]{3,}ing\b)|see(?:s|ing)? (?:the|a|an)\b.{0,40}\b(?:this year|next year|in 20)|median (?:estimate|forecast))\b"
)
SHOULD = re.compile(r"\bshould\b")
RECKONED = re.compile(r"\b(?:estimates?|reckons?|predicts?|forecasts?|expects?|projects?)\b", re.IGNORECASE)
WILL = re.compile(r"\bwill\b", re.IGNORECASE)
PACE = re.compile(
    r"\b(?:annual rate|annuali[sz]ed|on pace|on track|at this pace|at that pace|(?<!preliminary )(?<!quick )(?<!flash )(?<!advance )(?<!early )(?<!its )(?<!their )estimates?|estimated)\b",
    re.IGNORECASE,
)
REVISED_BASE = re.compile(r"\b(?:from|than|with)\s+(?:an?\s+|the\s+)?(?:upwardly |downwardly )?revised\b", re.IGNORECASE)
REPRINTED = (
    r"(?:was|were|been)\s+(?:\w+\s+)?(?:corrected|restated|trimmed|nudged|shaved|marked (?:up|down)|adjusted)\b(?:\s+(?:up|down|higher|lower|\w+ward))?\s+to|"
    r"(?:raised|lowered|cut|trimmed|changed|corrected|amended|marked (?:up|down))\s+(?:its|their|the)\s+(?:\w+\s+)?(?:estimate|figure|reading|tally|number|count)"
)
REVISED = re.compile(rf"\brevised\b|\brevision\b|\b(?:{REPRINTED})\b", re.IGNORECASE)
"""Words of a later print of the same figure."""

REVISED_BEHIND = re.compile(
    r"(?:\s+(?:in|for|from|the|previous|prior|month|year|earlier|a|[A-Z]\w+\.?|\d{4})){0,6},?\s+\(?(?:as\s+)?(?:(?:up|down)wardly\s+)?revised\b",
    re.IGNORECASE,
)
"""Behind an earlier value that is the revised one: "from $43.7 billion in July, revised"."""

TWO_PRINTS = re.compile(
    rf"\b(?:revis\w+|{REPRINTED})\b[^;]{{0,70}}\bfrom\b|"
    r"\b(?:previously|first|initially|originally|earlier)\s+(?:reported|estimated|announced|published)\b",
    re.IGNORECASE,
)
"""Words of a figure told in two vintages: "was revised to 40.2 from the previously reported 40.6"."""

REPRINT = re.compile(
    rf"\b(?:{REPRINTED}|(?:was|were|been)\s+(?:\w+\s+)?revised|(?:also\s+|has\s+|have\s+|had\s+)?revised\s+(?:its|the|their|[\w.]+(?: [\w.]+){{0,2}}['’]s?)\s)",
    re.IGNORECASE,
)
"""Words that move the print of a figure, not the figure."""

CLAUSE_STOP = re.compile(r"[;,](?!\d)|\s[–—-]\s|\bwhich\b")
PRELIMINARY = re.compile(
    r"\b(?:preliminary|(?:advance|early|quick) (?:estimates?|figures?|data|reports?|readings?)|provisional|flash|advance (?:\w+ )?(?:deficit|gap|surplus|exports|imports))\b",
    re.IGNORECASE,
)
FIRST_PRINT = re.compile(
    r"(?<!data was )(?<!data were )(?<!figures were )(?<!records were )\b(?:first|initially|originally|previously|earlier)[\s-]+(?:reported|come in|came in|stood|put|given|estimated|published|announced|stated|calculated|recorded|released|pegged)\b",
    re.IGNORECASE,
)


THAN_EXPECTED = re.compile(
    r"[\s-](?:than|as)[\s-](?:(?:had been|was|were|had|widely|previously|first|originally|initially|economists|analysts|markets)\s+){0,3}(?:expected|forecast|predicted|anticipated|projected|feared|thought)\b(?!\s*[$€£¥₩\d])"
)
"""What is only measured by what was expected: "the worse than expected result"."""


_SIGNS = Prefilter((DENIED_LEFT, DENIES, CONDITION, IF, AIM, AHEAD, WILL, PACE), least=2)
_PRINTS = Prefilter((REVISED_BASE, REVISED, REVISED_BEHIND, FIRST_PRINT, PRELIMINARY))


@lru_cache(maxsize=64)
def _has_sign(text: str) -> bool:
    """Whether a sentence holds a word that could make one of its figures anything but asserted; asked for each of them."""
    return bool(_SIGNS.candidates(text.lower()))


@lru_cache(maxsize=64)
def _has_print(text: str) -> bool:
    """Whether a sentence holds a word of vintages."""
    return bool(_PRINTS.candidates(text.lower()))


def read_modality(sentence: Sentence, start: int, end: int, figure: int | None, *, tariff: bool) -> Modality:
    """Modality of the words from `start` to `end`; `figure` is where the main figure begins."""
    if not tariff and not _has_sign(sentence.text):
        return "asserted"
    clause = THAN_EXPECTED.sub(lambda hit: " " * len(hit.group()), sentence.text[start:end])
    if figure is not None and DENIED_LEFT.search(sentence.left(figure, 40)) and not re.search(r"\bnot (?:only|just)\b", clause):
        return "denied"
    denial = DENIES.search(sentence.text[:figure]) if figure is not None else None
    if denial and not UNDENIED.search(sentence.text[: denial.start()]):
        return "denied"
    told = clause if tariff or figure is None else _own_clause(sentence, start, figure, _clause_end(sentence, figure, end))
    told = THAN_EXPECTED.sub(lambda hit: " " * len(hit.group()), told)
    condition = CONDITION.search(told)
    if condition is None and (tariff or figure is None or MODAL.search(told) or not PAST.search(sentence.text, start, figure)):
        condition = IF.search(sentence.text)
    if condition and figure is not None and _is_given(sentence, figure):
        return "asserted"
    if condition and not (IF.search(told) is None and condition.group().lower() == "would" and AHEAD.search(told[: condition.start()])):
        return "hypothetical"
    clause = told
    if tariff:
        return "hypothetical" if re.search(r"\b(?:could|might|may)\b", clause) else "asserted"
    if AIM.search(clause):
        return "target"
    if AHEAD.search(clause) or WILL.search(clause) or (SHOULD.search(clause) and RECKONED.search(sentence.text)):
        return "forecast"
    pace = PACE.search(clause)
    if (
        pace
        and REVISED.search(clause) is None
        and not (pace.group().lower() == "estimated" and figure is not None and start + pace.end() + 2 >= figure)
    ):
        return "estimate"
    return "asserted"


RELATIVE = re.compile(r",\s+(?:(?:in|of|with|from|to|on|for|by|against)\s+)?(?:which|whom|where)\s", re.IGNORECASE)


def _own_clause(sentence: Sentence, start: int, figure: int, end: int) -> str:
    """The words up to `end` that speak of the figure: a relative clause with a verb of its own stands apart from what it is attached to."""
    last = None
    for hit in RELATIVE.finditer(sentence.text, start, figure):
        last = hit
    apart = last is not None and PAST.search(sentence.text, last.end(), figure) is not None
    return sentence.text[last.end() if last and apart else start : end]


def _is_given(sentence: Sentence, figure: int) -> bool:
    """Whether a definite phrase with a clause of its own tells of the figure as of something known."""
    mark = next((mark for mark in sentence.quantities if mark.start == figure), None)
    if mark is None or not re.search(r"\b(?:the|its|that)\s+$", sentence.left(figure, 6)):
        return False
    return GIVEN.match(sentence.text, mark.end) is not None


def _clause_end(sentence: Sentence, figure: int, end: int) -> int:
    """Where the clause of a figure ends: at the first comma or semicolon behind the figures that follow on it."""
    stop = CLAUSE_STOP.search(sentence.text, figure, end)
    return stop.start() if stop else end


def read_vintage(sentence: Sentence, start: int, end: int, earlier: tuple[int, int] | None = None) -> Vintage | None:
    """What the words say of the figure's vintage; `earlier` is where the earlier value stands, which may be the revised one."""
    if not _has_print(sentence.text):
        return None
    clause = sentence.text[start:end]
    if REVISED_BASE.search(clause):
        return "revised_base"
    if earlier is not None and REVISED_BEHIND.match(sentence.text, earlier[1]):
        return "revised_base"
    if REVISED.search(clause):
        return "revised"
    if FIRST_PRINT.search(clause):
        return "first_reported"
    return "preliminary" if PRELIMINARY.search(clause) else None
