"""When: the period a figure is for, and the earlier one it is compared with."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlp.claims.context import Context
from nlp.claims.figures import Figures
from nlp.claims.moves import find_moves
from nlp.claims.multiples import BASE_LEFT as MULTIPLE_LEFT
from nlp.claims.sentence import Mark, Sentence
from nlp.names.agreements import AGREEMENTS, Agreement, agreement_between
from tradeclaims.values import Period, Quantity
from tradeclaims.values.period import add_months

COMPARE_LEFT = re.compile(
    r"(?:\b|(?<=% ))(?:over|than|ahead of|behind|(?:(?<=percent )|(?<=per cent )|(?<=points )|(?<=% ))on|(?:double|triple|twice|times|half)(?= the)|from|compared (?:with|to)|against|versus|relative to|above|below)(?:\s+(?:the|in|of|for|that|those|what (?:it|they) (?:was|were)|levels?|a|same|(?:(?:record|all-time|previous|recent)\s+)?(?:high|low|peak|record|mark)|seen|set|reached|recorded|observed|posted|hit))*\s*$",
    re.IGNORECASE,
)
OPENS = re.compile(r"(?:^|[,;:]\s*)\W*over\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a period that is gone through, not compared with: "Over the first half, the deficit totaled …"."""

COMPARED_WITH = re.compile(r"\b(?:than|from|on|over|compared (?:with|to)|against|versus)\b[^;:]{0,40}$", re.IGNORECASE)
BASE_LEFT = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|after|following|from)\s+(?:(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}(?:deficit|surplus|gap|shortfall)\s+of\s+(?:\w+\s+)?)?$",
    re.IGNORECASE,
)
OPENS_BASE = re.compile(
    r"[\s,]*(?:whereas\s+(?:it|they|that)\b|compared (?:with|to)\b|against\b|versus\b|following\b|up from\b|down from\b)", re.IGNORECASE
)
AFTER_BASE = re.compile(
    r"\b(?:(?:following|after)\s+(?:an?\s+|the\s+)?|(?:than|from|above|below|against)\s+(?:an?\s+|the\s+)(?:(?:up|down)wardly\s+)?(?:revised|previous)\s+)$",
    re.IGNORECASE,
)
WHEN = re.compile(r"[\s,]*when\b", re.IGNORECASE)
RAN_IN = re.compile(r"\b(?:from|on|than|over|with|to|in|for|of|against|since)\b[^;]*$", re.IGNORECASE)
"""Around a date that the clause behind it tells more of."""

SET_AGAINST = re.compile(r"\W*(?:compared|relative) (?:with|to)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a date that opens the sentence and that all its figures are compared with."""

"""Around the time of what came before and is only compared with."""
BALANCE_WORD = r"(?:(?:trade |goods |services )?(?:surplus|deficit|gap|shortfall|imbalance)|total|figure|level)"
SUM_BEFORE = re.compile(
    r"\b(?:from|than|against|compared (?:with|to)|versus)\s+(?:(?:an?|the|just|about|nearly|almost|revised)\s+)*[A-Z]{0,3}[$€£¥₩]?\d[\d.,]*(?:\s+(?:[mbt]rillion|[mb]illion|bn|euros|yen|won|yuan|pounds))*"
    rf"(?:\s+{BALANCE_WORD})?\s+(?:(?:recorded|seen|posted|reported|set)\s+)?(?:in|for|of|during)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before the time of a sum that another one is compared with."""

PACE = re.compile(r"(?:['’]s)?\s+(?:pace|rate|clip|tempo|trend|run[- ]rate)\b", re.IGNORECASE)
"""Behind a period whose speed is only carried forward: "at the March pace the deficit would come to …"."""

CONDITION = re.compile(r"\b(?:if|unless|should)\b[^,;]*$", re.IGNORECASE)
COMPARE_WORDS = re.compile(r"\b(?:earlier|before|previous|prior|preceding)\b", re.IGNORECASE)
EVENT_LEFT = re.compile(
    r"\b(?:came into force|took effect|entered into force|went into effect|entry into force|signed|implemented|negotiated|concluded|began|elected|"
    r"hearing|effective|announced|imposed|launched)\b[\w ,]{0,20}$",
    re.IGNORECASE,
)
AFTER_DOING = re.compile(
    r"\b(?:after|before|since|having)\s+(?:(?:a|an|the|its|their)\s+)?(?:(?:hitting|reaching|setting|touching|peaking|posting|bottoming|peaked|hit|reached)\b)[^,;$€£¥%\d]{0,40}\b(?:in|of|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before the time of what came first: "fell 8.7 percent after hitting a record high in January"."""

PACE_OF = re.compile(
    r"\b(?:pace|rate)\s+(?:(?:set|seen|recorded|kept|reached|shown)\s+)?(?:in|of|for|during|over)\s+(?:the\s+)?$", re.IGNORECASE
)
PACE_BEHIND = re.compile(r"['’]s?\s+(?:pace|rate)\b", re.IGNORECASE)
"""Around a time whose pace is only carried on: "at the pace set in the first two months"."""

IN_FORCE = r"(?:took effect|(?:has |have )?(?:taken effect|gone into effect|entered into force|come into force)|went into (?:effect|force)|entered into force|came into (?:effect|force)|was (?:implemented|enacted|signed)|began|entry into force|implementation)"
SINCE_EVENT = re.compile(rf"\b(?:since|after)\s+(?:the\s+)?(?P<what>[^,;]{{2,60}}?)(?:['’]s?)?\s+{IN_FORCE}", re.IGNORECASE)
SINCE_NAME = re.compile(r"\b(?:since|under)\s+(?:the\s+)?$", re.IGNORECASE)
AGREEMENT_WORD = re.compile(r"\b(?:agreement|pact|deal|accord|fta|treaty)\b", re.IGNORECASE)
DURATION = re.compile(
    r"\bfor\s+(?P<hedge>nearly|almost|more than|over|about|some)?\s*(?:the (?:past|last)\s+)?(?P<count>a|an|two|three|four|five|six|seven|eight|nine|ten|\d+)?\s*(?P<unit>decades?|years)\b",
    re.IGNORECASE,
)
COUNTS = {"a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
A_YEAR = re.compile(
    r"\b(?:a|per|each|every)\s+year\b(?![\s-]+(?:earlier|ago|before|later|previously|on\b|over\b))|(?<!percent )(?<!per cent )(?<!% )\bannually\b",
    re.IGNORECASE,
)
WHOLE_YEAR = re.compile(
    r"\b(?:for|end|ends|ended|close|closed|finish|finished) (?P<year>(?:the )?(?:all of the |full |whole |entire )?(?:calendar )?year)\b(?! (?:to|ended|ending|through))",
    re.IGNORECASE,
)
AHEAD_YEAR = re.compile(r"\b(?:will|would|could|is set to|on track|on course|expect\w*|forecasts?|projects?|pace)\b", re.IGNORECASE)
"""Words with which "the year" is the running one."""

SINGLE_MONTH = re.compile(r"\ba single month\b", re.IGNORECASE)
UP_TO = re.compile(
    r"\b(?:as of|through|by the end of|up to|year to date (?:through|to)|so far (?:through|to))\s+(?:the end of\s+)?$", re.IGNORECASE
)
YEARS_IN_FORCE = ("first", "second", "third", "fourth", "fifth")
_nth = "|".join(YEARS_IN_FORCE)
YEAR_OF_PACT = re.compile(
    rf"\b(?:the )?(?:[\w.-]+ )?(?:pact|agreement|deal|accord|FTA|KORUS|NAFTA|USMCA)['’]s (?P<first>{_nth}) year\b|"
    rf"\b(?:the )?(?P<second>{_nth}) year (?:of|under) (?:the )?(?:[\w.-]+ )?(?:pact|agreement|deal|accord|FTA|KORUS|NAFTA|USMCA)\b",
    re.IGNORECASE,
)
SPOKE = re.compile(
    r"\b(?P<verb>said|told|tweeted|testified|wrote|declared|vowed|promised|claimed|rally|speech|interview|hearing|statement|letter|remarks|address|debate|memo|op-ed|column)\b[^,;]{0,45}?"
    r"\b(?:in|on|last|this|early|late|of)\s+(?:(?:late|early|mid)\s+)?$",
    re.IGNORECASE,
)
FLOW_WORD = re.compile(r"\b(?:exports?|imports?|deficit|surplus|trade|shipments|sales|gap|shortfall)\b", re.IGNORECASE)
SUPERLATIVE = re.compile(
    r"\b(?:biggest|largest|smallest|lowest|highest|widest|narrowest|worst|best|weakest|strongest|fastest|slowest|steepest|sharpest|heaviest|deepest|most|least|first|record)\b"
    r"[^,;]{0,45}$",
    re.IGNORECASE,
)
"""What a stretch of time behind it bounds is the superlative: "the biggest gap since March" is no gap of March."""

TOPPING = re.compile(
    r"\b(?:topping|beating|exceeding|surpassing|breaking|above|below|over|than|from|eclipsing)\s+(?:its|the|their|a)\s+(?:previous\s+)?$",
    re.IGNORECASE,
)
RECORD_BEHIND = re.compile(r"\s+(?:record|high|peak|mark|low)\b", re.IGNORECASE)
"""Around the time of a record that is only beaten: "topping its 2021 record of $33.6 billion"."""

LARGEST_OF = re.compile(
    r"\b(?:largest|biggest|highest|lowest|smallest|widest|narrowest|best|worst|strongest|weakest)(?:\s+(?:month|monthly total|level|volume|total|figure|reading|result))?\s+(?:of|so far in)\s+$",
    re.IGNORECASE,
)
"""Before the stretch in which a month stands out: "105,000 tons in May, the second-largest of 2024"."""

YEAR_OF = re.compile(r"\s*\)?,?\s*(?:of|in)\s+", re.IGNORECASE)
"""Between part of a year and the year."""

WHEN_THEN = re.compile(r",?\s+when\s+(?:the|it|its|they|that|a|an)\b", re.IGNORECASE)
LIMIT = re.compile(r"^since\b", re.IGNORECASE)
BETWEEN_YEARS = re.compile(r"(?:between|from)\s+(?:19|20)\d\d\s+(?:and|to|through|until)\s+(?:19|20)\d\d$", re.IGNORECASE)
BRACKETED_FIGURE = re.compile(r":?\s[+−–-]?[A-Z]{0,3}[$€£¥₩]?\d[^()]*\)")
"""Behind a date in brackets: another time's figure, "(Aug -2.8 pct)"."""

RUN_OF_CHANGE = re.compile(
    r"\s+(?:changes?|increases?|decreases?|rises?|gains?|declines?|drops?|falls?|jumps?|surges?|improvements?|narrowing|widening)\b",
    re.IGNORECASE,
)
"""Behind "January to February": from the one to the other something changed."""

BETWEEN_MONTHS = re.compile(
    r"(?:between|from)\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?\s+(?:and|to)\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4}|\s+(?:this|last)\s+year)?$",
    re.IGNORECASE,
)
TO_NEXT_MONTH = re.compile(r"(?!January\b)[A-Z][a-z]{2,8}\s+to\s+[A-Z][a-z]{2,8}$")
"""From one month to the next; January and February are also told as one stretch."""

NEXT_CLAUSE = re.compile(r";\s+(?:\w+,?\s+)?(?:in|for|during|a)\s+(?:the\s+)?$", re.IGNORECASE)
COMPARABLE = ("month", "quarter", "half", "year", "fiscal_year", "ytd", "12m")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Period and comparison period of one claim."""

    period: Period | None = None
    compare: Period | None = None


def is_part_of_month(period: Period) -> bool:
    """Whether a period is a run of days inside one month: "July 1-20"."""
    if period.start is None or period.end is None or period.freq not in ("multi", "day"):
        return False
    return period.start < period.end and (period.start.year, period.start.month) == (period.end.year, period.end.month)


def last_complete_year(published: date) -> int:
    """The last calendar year that was over on the day of publication."""
    return published.year - 1


def read_when(
    sentence: Sentence,
    start: int,
    end: int,
    figures: Figures,
    published: date | None,
    context: Context,
    *,
    pair: tuple[str, ...] = (),
    told: Period | None = None,
) -> When:
    """The period for the words from `start` to `end`, looking at the rest of the sentence where they name none.

    `told` is the period of the sentence's claim before: it holds for the next one unless that names its own.
    """
    then = _at_that_time(sentence, start, figures)
    if then is not None:
        return When(period=then)
    event = _since_event(sentence, start, end, published, context, pair) or _year_in_force(sentence, published, context)
    dates = [mark for mark in _told_once(sentence) if _usable(sentence, mark) and not _only_supposed(sentence, mark, figures)]
    inside = [mark for mark in dates if start <= mark.start < end and not _of_next_clause(sentence, mark, figures)]
    compare = next((mark for mark in inside if _is_compare(sentence, mark, figures)), None)
    opening = next((mark for mark in dates if SET_AGAINST.fullmatch(sentence.text[: mark.start])), None)
    ran = RAN_IN.search(sentence.text[:start].rstrip() + " ") if WHEN.match(sentence.text, start) else None
    before_when = next((m for m in reversed(sentence.dates) if ran is not None and m.end <= start and start - m.end <= 2), None)
    if before_when is not None and not inside:
        return When(period=_begun(before_when))  # "41 percent more than in the first quarter of last year, when exports totaled …"
    if compare is None and opening is not None and opening not in inside:
        compare, dates = opening, [mark for mark in dates if mark is not opening]
    main = [mark for mark in inside if mark is not compare and not _is_compare(sentence, mark, figures)]
    both_dated = bool(main) and compare is not None and figures.from_value is not None
    if event and not both_dated:  # "since the pact took effect exports have quadrupled, to $11 billion in 2010 from $2.7 billion in 2003"
        return event
    if not main and compare is not None and figures.value is not None and _is_of_base(sentence, figures.value, compare):
        main, compare = [compare], None
    if not main:
        event = _since_event(sentence, 0, len(sentence.text), published, context, pair) if compare is None else None
        if event:
            return event
        if told is not None and WHOLE_YEAR.search(sentence.text, start, end) is None:
            return When(period=replace(told, anchor="context", raw=None), compare=_one_year(compare) if compare else None)
        outside = [mark for mark in dates if not start <= mark.start < end and not _compared_with(sentence, mark)]
        behind = [
            m
            for m in outside
            if m.start >= end and not _of_a_base(sentence, end, m) and not COMPARE_WORDS.search(sentence.text[m.start : m.end])
        ]
        main = [m for m in outside if m.end <= start][-1:] or behind[:1]
    period = _cumulated(sentence, _closest(sentence, main, figures)) if main else _other_words(sentence, start, end, published, context)
    if compare is None and figures.from_value is not None and main:
        since = next(
            (m for m in inside if m is not _closest(sentence, main, figures) and LIMIT.match(sentence.text[m.start : m.end])), None
        )
        if since is not None and since.what.start is not None and since.what.freq == "multi_year":
            compare = replace(since, what=Period.year(since.what.start.year, raw=since.what.raw))  # "since 1994 … from A to B"
    if compare is None:
        run = bool(main) and RUN_OF_CHANGE.match(sentence.text, _closest(sentence, main, figures).end) is not None
        ends = ends_of_run(period, run_of_change=run) if period and (figures.direction or figures.from_value or figures.factor) else None
        return ends or When(period=period)
    earlier = _one_year(compare)
    earlier = before(period, earlier)
    if (
        period is not None
        and earlier.start is not None
        and period.start is not None
        and earlier.start > period.start
        and figures.from_value is None
    ):
        period, earlier = earlier, period
    if period is not None and earlier.anchor != "explicit" and earlier.start and period.start and earlier.start > period.start:
        earlier = replace(earlier, start=earlier.shifted_years(-1).start, end=earlier.shifted_years(-1).end)
    return When(period=period, compare=earlier)


def _at_that_time(sentence: Sentence, start: int, figures: Figures) -> Period | None:
    """The time that a clause behind it tells of: "the smallest since April 2011, when the deficit was £1.5 billion"."""
    if figures.main is None or figures.direction is not None:
        return None
    told = [d for d in sentence.dates if d.end <= figures.main.start and d.start >= start - 60 and WHEN_THEN.match(sentence.text, d.end)]
    if not told or any(told[-1].end < d.start < figures.main.end + 25 for d in sentence.dates):
        return None
    period = told[-1].what
    if LIMIT.match(sentence.text[told[-1].start : told[-1].end]) and period.start is not None:
        if re.search(r"\b(?:since|in) (?:the )?[A-Za-z]+\.?,? \d{4}", period.raw or ""):
            return Period.month(period.start.year, period.start.month, raw=period.raw, anchor=period.anchor)
        return Period.year(period.start.year, raw=period.raw, anchor=period.anchor)
    return period


def _of_next_clause(sentence: Sentence, mark: Mark[Period], figures: Figures) -> bool:
    """Whether a time opens the clause behind a semicolon: "imports climbed 28 percent; in April they had risen 22 percent"."""
    main = figures.main
    return main is not None and main.end <= mark.start and NEXT_CLAUSE.search(sentence.text, main.end, mark.start) is not None


def before(period: Period | None, earlier: Period) -> Period:
    """The earlier of two periods where both came out the same: "from $40 billion a month ago", told a month after what is told of."""
    same = period is not None and (earlier.start, earlier.end) == (period.start, period.end)
    return replace(period.previous(), raw=earlier.raw) if period is not None and same and earlier.freq in ("month", "quarter") else earlier


def _told_once(sentence: Sentence) -> list[Mark[Period]]:
    """The dates without a year that only completes the one before it: "the first eight months (January to August) of 2022"."""
    kept: list[Mark[Period]] = []
    for mark in sentence.dates:
        if kept and YEAR_OF.fullmatch(sentence.text, kept[-1].end, mark.start) and _lies_in(kept[-1].what, mark.what):
            continue
        kept.append(mark)
    return kept


def _lies_in(part: Period, year: Period) -> bool:
    if part.start is None or part.end is None or year.start is None or year.end is None or year.freq != "year":
        return False
    return part.freq != "day" and year.start <= part.start and part.end <= year.end


def ends_of_run(run: Period, *, run_of_change: bool) -> When | None:
    """Both ends of a run between which something rose or fell: "grew 24.6 percent between 2015 and 2019" compares 2019 with 2015.

    In a `run_of_change`, "the January to February increase", no "from" or "between" is needed.
    """
    if run.raw is None or run.start is None or run.end is None or run.freq not in ("multi_year", "multi", "ytd"):
        return None
    if run.freq == "ytd" and not run_of_change:
        return None
    if BETWEEN_YEARS.match(run.raw):
        return When(
            period=Period.year(run.end.year, raw=run.raw, anchor=run.anchor),
            compare=Period.year(run.start.year, raw=run.raw, anchor=run.anchor),
        )
    next_month = TO_NEXT_MONTH.match(run.raw) is not None and len(run.months()) == 2
    if run_of_change or next_month or BETWEEN_MONTHS.match(run.raw):
        first, last = run.start, run.end
        return When(
            period=Period.month(last.year, last.month, raw=run.raw, anchor=run.anchor),
            compare=Period.month(first.year, first.month, raw=run.raw, anchor=run.anchor),
        )
    return None


def _compared_with(sentence: Sentence, mark: Mark[Period]) -> bool:
    """Whether what stands before a date sets it, or a sum of it, against what the sentence tells of: "than in May", "from the $714 billion deficit in"."""
    return any(form.search(sentence.left(mark.start, 70)) for form in (COMPARE_LEFT, MULTIPLE_LEFT, SUM_BEFORE))


def _closest(sentence: Sentence, marks: list[Mark[Period]], figures: Figures) -> Mark[Period]:
    main = figures.main
    if main is None:
        return marks[0]
    behind = [mark for mark in marks if 0 <= mark.start - main.end <= 12 and ";" not in sentence.text[main.end : mark.start]]
    return behind[0] if behind else marks[0]


def _usable(sentence: Sentence, mark: Mark[Period]) -> bool:
    if mark.what.freq == "day" and not _end_of_month(sentence, mark):
        return False
    if _bounds_superlative(sentence, mark):
        return False
    if sentence.text[: mark.start].endswith("(") and BRACKETED_FIGURE.match(sentence.text, mark.end):
        return False
    left = sentence.left(mark.start, 50)
    if PACE_OF.search(left) or PACE_BEHIND.match(sentence.text, mark.end):
        return False
    return not EVENT_LEFT.search(left) and not AFTER_DOING.search(left) and not _of_saying(sentence, mark)


def _begun(mark: Mark[Period]) -> Period:
    """The month or year that a stretch "since …" begins with; any other period as it is."""
    period = mark.what
    if not LIMIT.match(period.raw or "") or period.start is None:
        return period
    month = re.search(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", period.raw or "", re.IGNORECASE)
    start = period.start
    return Period.month(start.year, start.month, raw=period.raw) if month else Period.year(start.year, raw=period.raw)


def _is_of_base(sentence: Sentence, value: Mark[Quantity], date: Mark[Period]) -> bool:
    """Whether a level is itself what something is compared with, so that its earlier time is its own: "against a surplus of $2 billion a year earlier"."""
    return date.start >= value.end and BASE_LEFT.search(sentence.left(value.start, 60)) is not None


def _of_a_base(sentence: Sentence, end: int, date: Mark[Period]) -> bool:
    """Whether a date behind a claim's words, which stop at `end`, is that of what the claim is set against: "… following December's surplus of"."""
    return OPENS_BASE.match(sentence.text, end) is not None or AFTER_BASE.search(sentence.left(date.start, 30)) is not None


def _only_supposed(sentence: Sentence, mark: Mark[Period], figures: Figures) -> bool:
    """Whether a date belongs to a condition or a pace from which the figure is reckoned: "if the second half is like the first, …"."""
    if PACE.match(sentence.text, mark.end):
        return True
    if figures.main is None or mark.end > figures.main.start or not CONDITION.search(sentence.text[: mark.start]):
        return False
    return re.search(r",(?!\d)", sentence.text[mark.end : figures.main.start]) is not None


def _of_saying(sentence: Sentence, mark: Mark[Period]) -> bool:
    """Whether a date only says when somebody spoke: "told a rally in Michigan in February"."""
    hit = SPOKE.search(sentence.left(mark.start, 70))
    if hit is None:
        return False
    between = sentence.left(mark.start, 70)[hit.end("verb") :]
    return not re.search(r"\d", between) and not find_moves(between) and not FLOW_WORD.search(between)


def _bounds_superlative(sentence: Sentence, mark: Mark[Period]) -> bool:
    """Whether a date only says how far back something is the largest or the first: "the lowest level since October 2012"."""
    left = sentence.left(mark.start, 60)
    if LARGEST_OF.search(left) or (TOPPING.search(left) and RECORD_BEHIND.match(sentence.text, mark.end)):
        return True
    since = LIMIT.match(sentence.text[mark.start : mark.end]) or re.search(r"\bsince\s+(?:the\s+)?$", left, re.IGNORECASE)
    return since is not None and SUPERLATIVE.search(left) is not None


def _is_compare(sentence: Sentence, mark: Mark[Period], figures: Figures) -> bool:
    if figures.from_value and re.fullmatch(
        rf"(?:\s+{BALANCE_WORD})?\s*,?\s*(?:(?:in|of|for|during|the|a|period|at the end of|(?:seen|recorded|registered|posted|reported|set|logged)(?= (?:in|for|during|one|a)\b))\s+)*",
        sentence.text[figures.from_value.end : mark.start] or "x",
    ):
        return mark.start > figures.from_value.end
    if figures.from_value and mark.start > figures.from_value.end:
        between = sentence.text[figures.from_value.end : mark.start]
        if " and " in between and not re.search(r"[,;](?!\d)", between) and not find_moves(between):
            return True  # one more level compared with, and its time
    if OPENS.search(sentence.text[: mark.start]) or _stands_first(sentence, mark, figures):
        return False
    left = COMPARE_LEFT.search(sentence.left(mark.start, 40)) or MULTIPLE_LEFT.search(sentence.left(mark.start, 60))
    if left is not None and left.group().strip().lower() == "from" and is_part_of_month(mark.what):
        left = None  # "exports from July 1-20"
    if left is not None and left.group().lower().startswith("over") and not _changed_over(sentence, mark, figures):
        left = None  # "imports over the same stretch fell": gone through
    return left is not None or COMPARE_WORDS.search(sentence.text[mark.start : mark.end]) is not None


def _changed_over(sentence: Sentence, mark: Mark[Period], figures: Figures) -> bool:
    """Whether "over" leads from a change to what it is a change from: "up 5 percent over March", but not "$37 billion over three months"."""
    near = [q for q in sentence.quantities if 0 <= mark.start - q.end <= 30]
    change = figures.change_abs.start if figures.change_abs else None
    return any(q.what.unit in ("percent", "percentage_points", "times") or q.start == change for q in near)


def _stands_first(sentence: Sentence, mark: Mark[Period], figures: Figures) -> bool:
    """Whether a time stands before the figure and nothing is compared with it: "The year before, it had been $382 billion"."""
    return figures.main is not None and mark.end <= figures.main.start and COMPARED_WITH.search(sentence.text[: mark.start]) is None


def _cumulated(sentence: Sentence, mark: Mark[Period]) -> Period:
    """ "As of May 2017" is January to May."""
    period = mark.what
    up_to = UP_TO.search(sentence.left(mark.start, 40))
    if period.freq == "month" and up_to and period.end is not None:
        raw = sentence.text[mark.start - len(up_to.group()) : mark.end]
        return Period.year_to_date(period.end.year, period.end.month, raw=raw, anchor=period.anchor)
    if period.end is not None and _end_of_month(sentence, mark):
        up_to = re.search(r"\b(?:by|through|to|until|up to)\s+$", sentence.left(mark.start, 12))
        raw = (up_to.group() if up_to else "") + sentence.text[mark.start : mark.end]
        return Period.year_to_date(period.end.year, period.end.month, raw=raw, anchor=period.anchor)
    return period


def _end_of_month(sentence: Sentence, mark: Mark[Period]) -> bool:
    """Whether a day is "the end of August" behind "by", "through" or "to": January to August."""
    return (
        mark.what.freq == "day"
        and re.match(r"(?:the )?end of\b", sentence.text[mark.start : mark.end], re.IGNORECASE) is not None
        and re.search(r"\b(?:by|through|to|until)\s+$", sentence.left(mark.start, 12)) is not None
    )


def _one_year(mark: Mark[Period]) -> Period:
    """ "2020's" behind "than" is that year's figure, not the decade's."""
    raw = mark.what.raw or ""
    return Period.year(int(raw[:4]), raw=raw[:4]) if re.fullmatch(r"\d{4}['’]s", raw) else mark.what


def _other_words(sentence: Sentence, start: int, end: int, published: date | None, context: Context) -> Period | None:
    """ "a year" in the present tense, "in a single month", "for nearly two decades"."""
    if published is None:
        return None
    words = sentence.text[start:end]
    duration = DURATION.search(words)
    if duration and (duration.group("count") or duration.group("unit").lower() == "decades"):
        count = COUNTS.get((duration.group("count") or "two").lower()) or int(duration.group("count"))
        years = count * (10 if duration.group("unit").lower().startswith("decade") else 1)
        if (duration.group("hedge") or "").lower() in ("nearly", "almost"):
            years -= 1
        last = last_complete_year(published)
        first = last - years + 1
        return Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year", anchor="publication", raw=duration.group())
    whole = WHOLE_YEAR.search(words) or WHOLE_YEAR.match(sentence.text)
    if whole:
        told = context.period.end if context.period and context.period.end else None
        ahead = AHEAD_YEAR.search(sentence.text) is not None
        year = told.year if told and (told.month == 12 or ahead) else published.year if ahead else last_complete_year(published)
        return Period.year(year, raw=whole.group("year"), anchor="context")
    yearly = A_YEAR.search(words)
    if yearly:
        return Period.year(last_complete_year(published), raw=yearly.group(), anchor="publication")
    single = SINGLE_MONTH.search(sentence.text)
    if single:
        month = add_months(published.replace(day=1), -2)
        return Period.month(month.year, month.month, raw=single.group(), anchor="publication")
    return None


def _since_event(sentence: Sentence, start: int, end: int, published: date | None, context: Context, pair: tuple[str, ...]) -> When | None:
    """ "since KORUS took effect": from the day it did to the day of publication; which years to compare is the checker's to say."""
    if published is None:
        return None
    hit = next((h for h in SINCE_EVENT.finditer(sentence.text) if start <= h.start() < end), None)
    name: str | None = None
    raw = hit.group() if hit else None
    under = False
    if hit:
        named = [m.what for m in sentence.agreements if hit.start() <= m.start < hit.end()]
        if not named and not AGREEMENT_WORD.search(hit.group("what")):
            return None
        name = named[0] if named else context.agreement
    else:
        for mark in sentence.agreements:
            since = SINCE_NAME.search(sentence.left(mark.start, 20))
            if not since or not start <= mark.start < end:
                continue
            dated = any(start <= d.start < end and d.what.freq != "day" for d in sentence.dates)
            partners = AGREEMENTS[mark.what].partners if mark.what in AGREEMENTS else ()
            if not since.group().lower().startswith("under") or (partners and not dated):
                name, raw = mark.what, sentence.text[mark.start - len(since.group()) : mark.end]
                under = since.group().lower().startswith("under")
    if raw is None:
        return None
    agreement: Agreement | None = AGREEMENTS.get(name) if name else None
    if agreement is None and pair:
        agreement = agreement_between(pair, published)
    last = last_complete_year(published)
    if agreement is None or agreement.entry_into_force is None or agreement.entry_into_force.year > last:
        return When(period=Period(start=None, end=published, freq="open", anchor="context", raw=raw)) if hit else None
    if under:
        first = agreement.entry_into_force.year
        return When(period=Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year", anchor="context", raw=raw))
    return When(period=Period(start=agreement.entry_into_force, end=published, freq="open", anchor="context", raw=raw))


def _year_in_force(sentence: Sentence, published: date | None, context: Context) -> When | None:
    """ "in the pact's first year": the twelve months from the month it entered into force."""
    hit = YEAR_OF_PACT.search(sentence.text)
    if hit is None:
        return None
    named = [m.what for m in sentence.agreements if hit.start() <= m.start < hit.end()]
    name = named[0] if named else context.agreement
    agreement = AGREEMENTS.get(name) if name else None
    if agreement is None and context.country is not None:
        agreement = agreement_between([context.country], published)
    if agreement is None or agreement.entry_into_force is None:
        return None
    number = YEARS_IN_FORCE.index((hit.group("first") or hit.group("second")).lower())
    start = add_months(agreement.entry_into_force.replace(day=1), 12 * number)
    end = add_months(start, 12) - timedelta(days=1)
    return When(period=Period(start=start, end=end, freq="12m", anchor="context", raw=hit.group()))


def implied_compare(when: When, *, yearly: bool = False) -> When:
    """The comparison that a bare "rose 3 percent" implies: the stretch before, or the same months a year earlier."""
    period = when.period
    if when.compare is None and period is not None and is_part_of_month(period):
        return replace(when, compare=period.shifted_years(-1))  # the first ten or twenty days are told against those of the year before
    if when.compare is not None or period is None or period.freq not in COMPARABLE or period.start is None:
        return when
    return replace(when, compare=period.shifted_years(-1) if yearly else period.previous())
