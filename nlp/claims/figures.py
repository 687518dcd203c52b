"""What each number in a head's territory is: the level, the earlier level, a change, a share."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from nlp.claims.governor import governing
from nlp.claims.head import Head
from nlp.claims.leading import FILLER, TIMES_THE, is_joined_to_base, is_measured_from, lead_to
from nlp.claims.moves import CHANGE, CHANGE_DOWN, Direction, Move, find_moves
from nlp.claims.multiples import SAME_FLOW
from nlp.claims.said import Said, is_elided
from nlp.claims.scope_words import scope_in
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.records.claim import Measure
from tradeclaims.values import Quantity

FROM = re.compile(r"\bfrom$", re.IGNORECASE)
TO = re.compile(r"\b(?:to|at|reaching|hitting|totall?ing)$", re.IGNORECASE)
GROWTH = re.compile(
    r"\b(?:(?:annual |yearly |monthly )?(?P<noun>growth|pace|rise|increase|decline|fall|drop|contraction) (?:in|of)\s(?:[^,;]{0,60}?)\b(?:exports?|imports?|shipments|sales|trade)|(?:export|import|trade) (?P<rate>growth))\b"
    r"[^,;.]{0,30}\b(?:slowed|slows|eased|quickened|accelerated|picked up|cooled|rose|fell|moderated|edged|slipped|weakened|dropped|climbed|jumped|improved)\b[^;]*$",
    re.IGNORECASE,
)
"""Before a rate that is itself a level: "growth in China's exports slowed to 1 percent"."""

BY = re.compile(r"\bby$", re.IGNORECASE)
COMPARED = re.compile(r"\b(?:compar(?:ed|es?) (?:with|to)|versus|against|up from|down from|than(?: the)?|vs\.?)$", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after|following)$", re.IGNORECASE)
EARLIER = re.compile(
    r"\s+(?:a|one|the)\s+(?:month|year|quarter)\s+(?:earlier|before|ago|prior)|\s+(?:in|for)\s+(?:the\s+)?(?:previous|prior|[A-Z])",
    re.IGNORECASE,
)
CHANGE_NOUN = CHANGE
CHANGE_OF = re.compile(rf"(?<!short)\b{CHANGE_NOUN}$", re.IGNORECASE)
CHANGE_IN = re.compile(
    rf"\b{CHANGE_NOUN}\s+in\s+(?:[^,;.$]|\.\w){{0,60}}\bof\s+(?:an?\s+|about\s+|nearly\s+|almost\s+|around\s+|roughly\s+|less than\s+|more than\s+|over\s+)*$",
    re.IGNORECASE,
)
"""Before a change whose flow stands between: "an increase in the goods deficit of $2.3 billion"."""

CHANGE_AFTER = re.compile(
    rf"[\s-]*(?:\)\s*)?(?:(?:year-on-year|year-over-year|annual|monthly|more|higher|lower|less|bigger|larger|smaller|wider|narrower|above|below|fewer|ahead of|behind)\b|{CHANGE_NOUN}\b)",
    re.IGNORECASE,
)
OR_SO_MUCH_MORE = re.compile(
    r",?\s+or\s+(?:[\w-]+\s)?[\d.]+\s?(?:percent|per cent|%),?\s+(?:more|higher|lower|less|bigger|larger|smaller|wider|narrower|above|below)\b",
    re.IGNORECASE,
)
"""Behind a difference told twice: "$1.2 billion, or 1.9 percent, more than in December"."""

OR_LEFT = re.compile(r"^,?\s+or\s+(?:\w+\s+)?$", re.IGNORECASE)
LOST = re.compile(
    r"\b(?:los(?:e|es|ing|t)|cost(?:s|ing)?|forgo(?:es|ne|ing)?|miss(?:es|ed|ing)? out on|eras(?:e|es|ed|ing)|wip(?:e|es|ed|ing) (?:out|off))(?:\s+(?!to\b)[\w.'’-]+){0,5}\s*$",
    re.IGNORECASE,
)
GAINED = re.compile(
    r"\b(?:gain(?:s|ed|ing)?|add(?:s|ed|ing)?)(?:\s+(?:as|much|an?|up|to|another|about|some|extra|additional))*\s*$", re.IGNORECASE
)
"""Before a sum of a flow that is lost or won: "stand to lose $1.5 billion in sales to Mexico"."""

COMPARATIVE = re.compile(
    r"\s+(?:(?P<up>more|higher|larger|bigger|greater|wider|above|up|ahead(?=\s+of\b))|(?:less|lower|smaller|narrower|fewer|below|down|behind))\b(?!(?<!ahead)\s+(?:of|imports|exports)\b)",
    re.IGNORECASE,
)
"""What a change is a change towards: "4 percent less than in 2012"."""

RATE_LEFT = re.compile(
    r"\b(?:ris|ros|grew|grow|climb|jump|soar|surg|vault|higher|(?<!made )(?<!make )(?<!makes )(?<!making )up|increas|widen|balloon|expand|swell|leap|leapt|gain|advanc|fell|fall|drop|declin|shrank|shrunk|narrow|"
    r"plung|slip|slid|tumbl|decreas|slump|sank|dip|eas|contract|down|lower|skid|crash|collaps|retreat|div|dov|rebound|weaken|strengthen|shot|edged|rocket|plummet|spik|improv|worsen)\w*(?:\s+(?:again|back|further|sharply|slightly|up|down|higher|lower))?$",
    re.IGNORECASE,
)
SHARE_VERB = re.compile(r"\b(?:account\w* for|made up|makes? up|represent\w*|compris\w*|share|proportion|one[- ]\w+ of)\b", re.IGNORECASE)
SHARE_AFTER = re.compile(r"\s+(?:share\b|(?:dollars\s+)?of\s+(?!goods worth)(?P<of>(?:[^,;.]|\.(?=\w|\s[a-z]))+))", re.IGNORECASE)
WORD_FACTOR = re.compile(r"(?:\w+l|halv)(?:e|ed|es|ing)\b|[\w-]+fold\b", re.IGNORECASE)
RATIO = re.compile(r"\s*(?:as|the size)\b", re.IGNORECASE)
NOTHING = re.compile(r"\bfrom (?:nothing|zero|virtually nothing|next to nothing)\b", re.IGNORECASE)
INSIDE_PHRASE = re.compile(r"[\s-]+(?:(?!(?:of|to|in|from|with|and|by|on)\s)[\w.'’&-]+[\s-]+){0,4}", re.IGNORECASE)
AFTER_RATE = re.compile(r"(?:%|percent|per cent|pct)\s*\([+\-–−]?$", re.IGNORECASE)
TO_LEVEL = re.compile(r"\)\s+to\b", re.IGNORECASE)
"""Around a sum in brackets that says a rate in money: "fell 5.1 percent (€174m) to €3.24bn"."""

OF_OUTPUT = re.compile(
    r"\s+(?:of|to|from|off)\s+(?:the\s+)?(?:(?:nation['’]s|country['’]s|world|global|U\.?S\.?|total|annual|economic|overall|its|their|our)\s+){0,3}"
    r"(?:GDP|gross domestic product|gross national product|economic output|output|economic growth|growth|national income|the economy|economy)\b",
    re.IGNORECASE,
)
"""What is measured against the whole economy is no share or change of a flow."""

COVERS = re.compile(
    r"\b(?:agreements?|pacts?|deals?|treat(?:y|ies)|tariffs?|dut(?:y|ies)|which|that|it|they|measures?|lists?|preferences?|quotas?)\b[^,;.]{0,30}?\b(?:cover|affect|appl|free|liberali[sz]|target|exempt)\w*\s+(?:to\s+|on\s+)?(?:(?:about|nearly|some|almost|more than|over|up to|roughly)\s+)*$",
    re.IGNORECASE,
)
"""Before the share of a flow that a measure or a pact covers."""

COVERED = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|quotas?|penalties)\b(?:\s+(?:of|at)\s+[\w.%-]+(?:\s+percent)?)?\s+(?:on|to|against|cover\w*|applied to|affecting|targeting|hitting)\b"
    r"(?:[^,;.]|\.\d){0,60}$"
    r"|\b(?:lists?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|measures?|action|order|ban|tranche|round|quotas?|exclusions?|it|one|which|that)\s+(?:\w+\s+){0,2}(?:cover|target|affect|appl)\w*\b(?:[^,;.]|\.\d){0,50}$"
    r"|\b(?:covers?|covering|targets?|targeting|affects?|affecting)\s+(?:[\w-]+\s+){0,3}(?:products|goods|imports|exports|items|trade)\b(?:[^,;.]|\.\d){0,50}$"
    r"|\b(?:would|will|could|may|might|that|which|to)\s+(?:touch|hit|affect|cover|target|catch|strike)\w*\s+(?:about\s+|some\s+|nearly\s+|up to\s+)*$"
    r"|\b(?:lines|headings|subheadings|codes)\b(?:[^,;.]|\.\d){0,40}$"
    r"|\b(?:each|every|per)\s+(?:additional\s+)?$",
    re.IGNORECASE,
)
"""Before a sum that a measure covers ("tariffs on Chinese products worth $250 billion"), or that is a measuring rod ("every $1 billion of exports")."""

SUM_OF_FLOW = re.compile(
    r"\s+(?:worth\s+)?(?:in|of)\s+(?:(?:total|two-way|\(two[- ]way\)|bilateral|overall|annual|goods|services|merchandise|and|U\.?S\.?|American|agricultural|farm|foreign|[A-Z]\w+|\w+)\s+){0,4}",
    re.IGNORECASE,
)
SIGN = re.compile(r"(?:^|[\s(,:|])(?P<sign>[+−–])\Z")
PER_TIME = re.compile(r"[A-Z]{3}/(?:day|week|month|quarter|hour|minute)\Z")
PHYSICAL = (
    "SME",
    "metric tons",
    "tons",
    "vehicles",
    "barrels",
    "bushels",
    "head",
    "liters",
    "kilograms",
    "pairs",
    "bales",
    "cubic meters",
    "gallons",
    "USD/day",
)
"""Units of levels that are not sums of money a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The numbers of one claim, and where the main one stands."""

    value: Mark[Quantity] | None = None
    from_value: Mark[Quantity] | None = None
    change_abs: Mark[Quantity] | None = None
    change_pct: Mark[Quantity] | None = None
    change_pp: Mark[Quantity] | None = None
    share: Mark[Quantity] | None = None
    share_of: str | None = None
    factor: Mark[Quantity] | None = None
    direction: Direction | None = None

    @property
    def measure(self) -> Measure | None:
        """Kind of the main figure; None when there is neither figure nor direction."""
        if self.value:
            return "level"
        if self.share:
            return "share"
        if self.factor or self.change_pct:
            return "growth"
        if self.change_abs or self.change_pp:
            return "change"
        return "direction" if self.direction else None

    @property
    def main(self) -> Mark[Quantity] | None:
        """The main figure."""
        return self.value or self.share or self.change_pct or self.factor or self.change_abs or self.change_pp


def with_figure(figures: Figures, name: str, mark: Mark[Quantity]) -> Figures:
    """The same figures with another `value`, `change_pct` or `change_abs`."""
    match name:
        case "value":
            return replace(figures, value=mark)
        case "change_pct":
            return replace(figures, change_pct=mark)
        case "change_abs":
            return replace(figures, change_abs=mark)
    raise ValueError(f"no list is told by {name!r}")


def read_figures(sentence: Sentence, head: Head, start: int, end: int, *, said: Said | None = None) -> list[Figures]:
    """The figures between two offsets: one set, or several where one head has several levels ("$13bn in 2011, $17bn in 2012").

    `said` is the verb that the row's first clause said for all: a figure without one of its own takes it. Shares of a flow are read before
    (`nlp.claims.shares`); what is left of them here is the part of a sum that is dealt with: "bought 50 percent of the goods promised".
    """
    moves = [_judged(replace(m, start=m.start + start, end=m.end + start), sentence, head) for m in find_moves(sentence.text[start:end])]
    marks = [m for m in sentence.quantities if start <= m.start and m.end <= end and not _of_other_time(sentence, m)]
    verb = said if said and marks and is_elided(sentence, start, marks[0].start) else None
    if verb and verb.unit != marks[0].what.unit and not TO.search(sentence.text[start : marks[0].start].rstrip()):
        verb = None
    if verb and (verb.governs or marks[0].what.unit == "percent" or not _in_brackets(sentence, marks[0])):
        moves = [*verb.moves[-1:], *moves]
    roles: dict[str, list[Mark[Quantity]]] = {}
    share_of: str | None = None
    for number, mark in enumerate(marks):
        floor = max([start, *(m.end for m in marks[:number])])
        if head.start < mark.start and floor < head.start:
            floor = head.start
        holds = verb and number == 0 and verb.unit == mark.what.unit and (verb.governs or not _in_brackets(sentence, mark))
        words = verb.words if verb and holds else None
        role = _role(sentence, head, mark, floor, moves, words)
        if role is None and mark.what.unit == "percent" and "change_abs" in roles and OR_LEFT.search(sentence.text[floor : mark.start]):
            role = "change_pct"  # "$1.2 billion, or 1.9 percent, more"
        if role == "value" and "from" in roles and is_joined_to_base(sentence, roles["from"][-1], mark):
            role = "from"
        if role == "share":
            after = SHARE_AFTER.match(sentence.text, mark.end)
            share_of = (after.group("of") if after else None) or share_of
        if role:
            roles.setdefault(role, []).append(mark)
    first = Figures(
        value=_first(roles, "value"),
        from_value=_first(roles, "from"),
        change_abs=_first(roles, "change_abs"),
        change_pct=_first(roles, "change_pct"),
        change_pp=_first(roles, "change_pp"),
        share=_first(roles, "share"),
        share_of=share_of.strip() if share_of else None,
        factor=_first(roles, "factor"),
    )
    nothing = NOTHING.search(sentence.text, start, end)
    if nothing and first.value and first.from_value is None:
        zero = replace(first.value.what, low=Decimal(0), high=Decimal(0), step=Decimal(0), qualifier="exact", raw=nothing.group())
        first = replace(first, from_value=Mark(nothing.start(), nothing.end(), zero))
    direction = _direction(sentence, first, moves, start, end)
    if first.factor and direction is None:
        direction = "up" if first.factor.what.low > 1 else "down"
    if first.change_abs or first.change_pct:
        direction = (governing(sentence, head.start) if not any(m.start > head.end for m in moves) else None) or direction
    if verb and verb.governs and first.value is None:
        direction = verb.moves[0].direction
    first = _unsigned(sentence, replace(first, direction=direction))
    first = _moved_on(sentence, first, roles.get("value", []), moves)
    return [
        first,
        *_further(sentence, roles.get("value", [])[1:], taken=first),
        *_further_rates(sentence, first, roles.get("change_pct", [])[1:], moves),
    ]


BETTER = re.compile(r"improv(?P<worse>)|worsen|deteriorat", re.IGNORECASE)


def _judged(move: Move, sentence: Sentence, head: Head) -> Move:
    """A movement told as good or bad, by what it is of: a deficit that improves shrinks, exports that improve grow."""
    judged = BETTER.match(sentence.text, move.start)
    if judged is None or (head.indicator == "balance" and head.sign != "surplus") or head.indicator in ("tariff_rate", "rank"):
        return move
    return replace(move, direction="up" if judged.group("worse") is not None else "down")


def sign_of(sentence: Sentence, mark: Mark[Quantity]) -> Direction | None:
    """Which way a number with a sign points: "+4.9", "-2.3"."""
    if mark.what.low < 0:
        return "down"
    hit = SIGN.search(sentence.text[max(0, mark.start - 3) : mark.start])
    return None if hit is None else "up" if hit.group("sign") == "+" else "down"


def _unsigned(sentence: Sentence, figures: Figures) -> Figures:
    """The figures with the signs of changes told as direction."""
    for name in ("change_pct", "change_abs"):
        mark = getattr(figures, name)
        sign = mark and sign_of(sentence, mark)
        if sign:
            figures = replace(with_figure(figures, name, positive(mark)), direction=sign)
    return figures


def positive(mark: Mark[Quantity]) -> Mark[Quantity]:
    """The same number without its minus sign."""
    quantity = mark.what
    return replace(mark, what=replace(quantity, low=abs(quantity.high), high=abs(quantity.low))) if quantity.low < 0 else mark


def _first(roles: dict[str, list[Mark[Quantity]]], role: str) -> Mark[Quantity] | None:
    found = roles.get(role)
    return found[0] if found else None


def _converted(sentence: Sentence, mark: Mark[Quantity]) -> bool:
    """Whether a sum is given in dollars next: of "1.82 trillion won, or $1.25 billion", both by one source, dollars are kept."""
    if mark.what.unit != "currency" or mark.what.currency == "USD":
        return False
    return any(
        q.what.currency == "USD"
        and q.start >= mark.end
        and re.fullmatch(r",?\s+(?:or|equivalent to|equal to)\s+(?:about\s+|some\s+|roughly\s+)?", sentence.text[mark.end : q.start])
        for q in sentence.quantities
    )


SCOPE_JOINT = re.compile(
    r"(?:,\s+(?:and|but|or|though|although)|,|\b(?:and|but|or))\s+(?:(?:still|only|just|a mere|rather|it was|was|about|nearly)\s+)*\Z",
    re.IGNORECASE,
)
MISSTATED = re.compile(
    r"\b(?:(?:over|under)(?:stat|count|estimat|report)\w*|exaggerat\w*|inflat\w*)\b[^,;\d]{0,40}\bby\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Before how far off a figure is."""


def _is_elsewhere(sentence: Sentence, mark: Mark[Quantity]) -> bool:
    """Whether a number measures something else: the economy, or what a measure covers."""
    if mark.what.unit in ("percent", "percentage_points"):
        if MISSTATED.search(sentence.left(mark.start, 60)):
            return True
        return OF_OUTPUT.match(sentence.text, mark.end) is not None or COVERS.search(sentence.left(mark.start, 60)) is not None
    return mark.what.unit == "currency" and COVERED.search(sentence.left(mark.start, 120)) is not None


def _of_other_time(sentence: Sentence, mark: Mark[Quantity]) -> bool:
    """Whether a number stands in brackets behind a date of its own: "exports -10.0 pct (Aug -2.8 pct)" tells the month before for comparison."""
    opened = sentence.text.rfind("(", 0, mark.start)
    return opened >= 0 and any(d.start == opened + 1 and d.end <= mark.start and mark.start - d.end < 4 for d in sentence.dates)


def _in_brackets(sentence: Sentence, mark: Mark[Quantity]) -> bool:
    return sentence.text[: mark.start].rstrip(" +-–−").endswith("(")


def _role(sentence: Sentence, head: Head, mark: Mark[Quantity], floor: int, moves: list[Move], said: str | None = None) -> str | None:
    """What a number is; `said` are the words of an earlier clause that hold for it."""
    if _is_elsewhere(sentence, mark) or _converted(sentence, mark):
        return None
    left = lead_to(sentence, floor, mark.start)
    if said is not None and not any(link.search(left) for link in (BY, TO, FROM, COMPARED, AFTER)):
        left = FILLER.sub("", said).rstrip(" ,(")
    unit = mark.what.unit
    if sign_of(sentence, mark) and unit == "percent":
        return "change_pct"
    before = sentence.text[floor : mark.start]
    if (
        (unit == "currency" or unit in PHYSICAL)
        and head.kind == "noun"
        and mark.end <= head.start
        and (LOST.search(before) or GAINED.search(before))
        and SUM_OF_FLOW.fullmatch(sentence.text, mark.end, head.start)
    ):
        return "change_abs"
    if unit == "currency" and mark.end <= head.start and SUM_OF_FLOW.fullmatch(sentence.text, mark.end, head.start):
        led = FILLER.sub("", sentence.left(mark.start, 40)).rstrip()
        return "change_abs" if CHANGE_OF.search(led) else "value"
    if (
        unit == "currency"
        and mark.end <= head.start
        and INSIDE_PHRASE.fullmatch(sentence.text, mark.end, head.start)
        and not CHANGE_AFTER.match(sentence.text, mark.end)
    ):
        return "value"
    parenthesis = _in_brackets(sentence, mark)
    if unit == "currency" or unit in PHYSICAL or PER_TIME.match(unit):
        return _money_role(sentence, mark, left, moves, parenthesis)
    if unit == "percentage_points":
        return "change_pp"
    if unit == "percent":
        if (TO.search(left) or FROM.search(left)) and GROWTH.search(sentence.text[: mark.start]):
            return "change_pct" if TO.search(left) else None
        moved = (
            (RATE_LEFT.search(left) and not SHARE_VERB.search(left[-12:]))
            or BY.search(left)
            or CHANGE_OF.search(left)
            or CHANGE_AFTER.match(sentence.text, mark.end)
        )
        if moved:
            return "change_pct"
        if SHARE_AFTER.match(sentence.text, mark.end) or SHARE_VERB.search(left):
            own = re.match(r"\s+of (?:its|their|his|her)\b", sentence.text[mark.end :])  # of what a firm uses or makes
            return "share" if head.kind == "verb" and head.end <= mark.start and not own else None
        if parenthesis or any(floor <= move.start < mark.start for move in moves):
            return "change_pct"
        return "change_pct" if moves and not FROM.search(left) else None
    if unit == "times" and (
        SAME_FLOW.match(sentence.text, mark.end)
        or (not RATIO.match(sentence.text, mark.end) and WORD_FACTOR.match(sentence.text, mark.start))
    ):
        return "factor"
    return None


def _behind_compared_date(sentence: Sentence, mark: Mark[Quantity]) -> bool:
    """Whether a sum in brackets stands right behind the time it is compared with: "5.2% more than in September 2018 (€186.5 bn)"."""
    opened = sentence.text.rfind("(", 0, mark.start)
    day = next((d for d in sentence.dates if 0 <= opened - d.end <= 1), None)
    return (
        day is not None
        and re.search(r"\b(?:compared (?:with|to)|than|from|over|against|versus)\s+(?:in\s+)?$", sentence.left(day.start, 20)) is not None
    )


def _is_base_of_rate(sentence: Sentence, mark: Mark[Quantity]) -> bool:
    """Whether a level is what a rate just before it is counted from: "an increase of 26.55% over US$46.04 billion"."""
    rate = next((q for q in reversed(sentence.quantities) if q.end <= mark.start), None)
    if rate is None or rate.what.unit != "percent":
        return False
    over = "over " if sentence.text[mark.start : mark.end].lower().startswith("over ") else ""
    return OVER_BASE.fullmatch(sentence.text[rate.end : mark.start] + over) is not None


OVER_BASE = re.compile(
    rf"(?:\s+(?:[\w-]+\s+)?{CHANGE_NOUN})?\s+(?:over|on|from)\s+(?:(?:the|a|its|record|previous|earlier|revised)\s+)*(?:(?:figure|level|total|high|tally)\s+of\s+)?",
    re.IGNORECASE,
)


def _grows_at(text: str, start: int) -> Direction | None:
    """Which way a flow goes whose rate of growth or decline is told: "growth in exports slowed to 1 percent" is still growth."""
    hit = GROWTH.search(text[:start])
    return (
        None
        if hit is None
        else "up"
        if re.match(r"growth|pace|rise|increase", hit.group("noun") or hit.group("rate"), re.IGNORECASE)
        else "down"
    )


def _money_role(sentence: Sentence, mark: Mark[Quantity], left: str, moves: list[Move], parenthesis: bool) -> str | None:
    if parenthesis and _behind_compared_date(sentence, mark):
        return "from"
    if is_measured_from(sentence, mark, left) or _is_base_of_rate(sentence, mark):
        return "from"
    if FROM.search(left) or COMPARED.search(left) or (AFTER.search(left) and EARLIER.match(sentence.text, mark.end)):
        return "from"
    if TIMES_THE.search(sentence.left(mark.start, 70)):
        return "from"
    if TO.search(left):
        return "value"
    if parenthesis and AFTER_RATE.search(sentence.left(mark.start, 16)) and TO_LEVEL.match(sentence.text, mark.end):
        return "change_abs"
    if CHANGE_IN.search(sentence.left(mark.start, 120)):
        return "change_abs"
    if (
        BY.search(left)
        or CHANGE_OF.search(left)
        or CHANGE_AFTER.match(sentence.text, mark.end)
        or OR_SO_MUCH_MORE.match(sentence.text, mark.end)
    ):
        return "change_abs"
    if RATE_LEFT.search(left) and not parenthesis:
        return "change_abs"
    # A second currency in brackets or behind "or" converts the first.
    if re.search(r"\bor$", left, re.IGNORECASE) and mark.what.currency != "USD":
        return None
    return "value"


def _direction(sentence: Sentence, figures: Figures, moves: list[Move], start: int, end: int) -> Direction | None:
    """The movement nearest to the change, else the first one, else what earlier and later level tell."""
    change = figures.change_pct or figures.change_abs or figures.change_pp
    noun = re.search(CHANGE_NOUN, sentence.text[start:end], re.IGNORECASE)
    if change:
        steady = _grows_at(sentence.text, change.start) if change is figures.change_pct else None
        if steady and TO.search(lead_to(sentence, start, change.start)):
            return steady
        before = sentence.text[start : change.start]
        if change is figures.change_abs and (LOST.search(before) or GAINED.search(before)):
            return "down" if LOST.search(before) else "up"
        compared = COMPARATIVE.match(sentence.text, change.end)
        if compared:
            return "up" if compared.group("up") else "down"
    if not change and figures.value and figures.from_value and not any(move.direction == "flat" for move in moves):
        told = _between(figures.from_value.what, figures.value.what)
        if told is not None:
            return told
    if not change and figures.value:
        moves = [move for move in moves if not _of_other_clause(sentence, figures.value, move)]
    if moves:
        if change:
            return min(moves, key=lambda m: min(abs(m.end - change.start), abs(m.start - change.end))).direction
        return moves[0].direction
    if noun and change:
        return "down" if re.fullmatch(CHANGE_DOWN, noun.group(), re.IGNORECASE) else "up"
    return None


OTHER_NOUN = re.compile(r"[^$€£¥]*,\s+(?:an?|the|one|his|her|their|its|this|that)\s+(?:[\w-]+\s+){1,2}\Z", re.IGNORECASE)
MOVE_OF = re.compile(
    r"\s*(?:(?:from|to|of|in|on|over|for|compared|versus|since|that|which|and|but|year|month)\b|[,.;:)%]|\Z)", re.IGNORECASE
)


def _of_other_clause(sentence: Sentence, level: Mark[Quantity], move: Move) -> bool:
    """Whether a word of movement behind a level is some other noun: "recorded a deficit of $130.6 billion, a lecture slide maintains"."""
    if move.start < level.end or OTHER_NOUN.fullmatch(sentence.text, level.end, move.start) is None:
        return False
    return MOVE_OF.match(sentence.text, move.end) is None


def _between(earlier: Quantity, later: Quantity) -> Direction | None:
    """Which way a figure went from one level to the next, where both are in one unit."""
    if (earlier.unit, earlier.currency) != (later.unit, later.currency):
        return None
    return "up" if later.low > earlier.low else "down" if later.low < earlier.low else "flat"


def _moved_on(sentence: Sentence, first: Figures, levels: list[Mark[Quantity]], moves: list[Move]) -> Figures:
    """ "worth $12.4 billion in 2017, collapsed to $3.2 billion": where a move leads from one level to the next, the first is the earlier value."""
    if first.value is None or first.from_value is not None or len(levels) < 2 or first.value is not levels[0]:
        return first
    earlier, later = levels[0], levels[1]
    if (earlier.what.unit, earlier.what.currency) != (later.what.unit, later.what.currency):
        return first
    moved = [m for m in moves if earlier.end <= m.start < later.start]
    left = FILLER.sub("", sentence.text[earlier.end : later.start])
    if not moved or not re.search(r"\bto$", left.rstrip()) or re.search(r"\bthen\b|[;.]\s", sentence.text[earlier.end : later.start]):
        return first
    before = sentence.text[: earlier.start].rstrip()
    if re.search(r"\b(?:to|by)$", FILLER.sub("", before)):
        return first
    return replace(first, value=later, from_value=earlier, direction=moved[-1].direction)


def _further(sentence: Sentence, marks: list[Mark[Quantity]], *, taken: Figures) -> list[Figures]:
    """Levels after the first, where each has its own date behind it."""
    return [
        Figures(value=mark)
        for mark in marks
        if mark is not taken.value
        and (
            _contrasted(sentence, taken, mark)
            or _of_other_scope(sentence, taken, mark)
            or any(
                (d.start > mark.end and re.fullmatch(r"\s+(?:in|for|during)\s+|\s*\(", sentence.text[mark.end : d.start]))
                or (d.end < mark.start and re.fullmatch(r"[,:]?\s+|,?\s+(?:it was|to|with)\s+", sentence.text[d.end : mark.start]))
                for d in sentence.dates
            )
        )
    ]


def _of_other_scope(sentence: Sentence, first: Figures, mark: Mark[Quantity]) -> bool:
    """Whether a level is the first one's with or without services: "$60.7 billion in goods, but only $49.2 billion when services are included"."""
    if first.value is None or SCOPE_JOINT.search(sentence.text[first.value.end : mark.start]) is None:
        return False
    behind = re.split(r"[;.](?!\d)|,(?!\d)|\b(?:and|but)\b", sentence.text[mark.end : mark.end + 70])[0]
    scope = scope_in(behind)
    return scope is not None and scope != scope_in(sentence.text[first.value.end : mark.start])


def _contrasted(sentence: Sentence, first: Figures, mark: Mark[Quantity]) -> bool:
    """ "not $100 billion but $64.9 billion": the second is stated where the first is denied."""
    if first.value is None:
        return False
    denied = re.search(r"\b(?:not|n['’]t)\s+(?:\w+\s+){0,2}$", sentence.left(first.value.start, 30)) is not None
    return denied and re.search(r"\b(?:but|rather|more like|only)\s+(?:\w+\s+){0,2}$", sentence.left(mark.start, 30)) is not None


def _further_rates(sentence: Sentence, first: Figures, marks: list[Mark[Quantity]], moves: list[Move]) -> list[Figures]:
    """Rates after the first with a time of their own: "up 4.2 percent from 2018 and up 50 percent from 2009"."""
    found = []
    for mark in marks:
        own = ON_BASIS.match(sentence.text, mark.end) is not None or any(
            0 < d.start - mark.end <= 25 and WHEN_LINK.fullmatch(sentence.text, mark.end, d.start) for d in sentence.dates
        )
        joined = re.search(r"(?:,|\band|\bbut|\bthen)\s+(?:\w+\s+){0,4}$", sentence.text[max(0, mark.start - 40) : mark.start])
        if own and joined:
            near = [m for m in moves if m.end <= mark.start and mark.start - m.end <= 20]
            found.append(Figures(change_pct=mark, direction=near[-1].direction if near else first.direction))
    return found


ON_BASIS = re.compile(
    r"\s+(?:on the (?:year|month|quarter)|(?:year|month|quarter)[- ](?:on|over)[- ](?:year|month|quarter)|on[- ](?:year|month|quarter)|from (?:a|the) (?:year|month|quarter) (?:earlier|ago|before)|annually|(?:(?:lower|higher|up|down) )?for (?:the|all of the|the full|the whole) year)\b",
    re.IGNORECASE,
)
"""Behind a rate of change: what it is measured against."""

WHEN_LINK = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:more|less|higher|lower|larger|smaller|bigger|wider|narrower|fewer)\s+)?(?:,?\s*(?:from|over|compared with|compared to|than|versus|since|in|for|during|on)\s+(?:(?:in|for)\s+)?(?:the\s+)?|\s(?=(?:this|next|last)\b))",
    re.IGNORECASE,
)
