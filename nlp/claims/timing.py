"""When a claim is for: from its own words, the sentence, the paragraph, or the custom of the field."""

import re
from dataclasses import replace

from nlp.claims.part import Part
from nlp.claims.periods import When, before, implied_compare, last_complete_year, read_when
from nlp.claims.setting import Setting
from tradeclaims.records import Claim
from tradeclaims.values import Period
from tradeclaims.values.period import add_months

A_YEAR_EARLIER = re.compile(
    r"\b(?:a year (?:earlier|ago|before)|year[- ]on[- ]year|year[- ]over[- ]year|on[- ](?:the )?year|annual (?:basis|terms|growth|(?:rate|pace) of growth|rises?|increases?|gains?|declines?|drops?|falls?)|y[/-]?o?[/-]?y|from (?:the same|last year)|annually)\b",
    re.IGNORECASE,
)
A_MONTH_EARLIER = re.compile(
    r"\b(?:a month (?:earlier|ago|before)|month[- ](?:on|over)[- ]month|on[- ](?:the )?month|m[/-]?o?[/-]?m|from the (?:previous|prior|preceding) month)\b",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?:is|are|ranks|remains|becomes?|has (?:now )?become|makes?|goe?s?|accounts? for|takes|supplies|sells|sends|ships|buys)\b",
    re.IGNORECASE,
)


def when_of(setting: Setting, part: Part, earlier: list[Claim], reporter: str | None = None) -> When:
    """The period of a part, carried over from the sentence's earlier claim where it names none."""
    sentence, figures = setting.sentence, part.figures
    if part.period is not None:
        return When(period=part.period)
    told = _told(earlier)
    when = read_when(
        sentence,
        part.start,
        part.end,
        figures,
        setting.document.published,
        setting.context,
        pair=_pair(setting, part, reporter),
        told=told,
    )
    if when.period is None and when.compare is None and told is not None:
        when = When(period=_carried(told), compare=None)
    moved = figures.direction or figures.change_pct or figures.factor or figures.from_value
    published = setting.document.published
    if published and when.period and when.period.start and when.period.start > published:
        return when  # what lies ahead is not measured against the year before
    if moved and not re.search(r"\bnothing\b", sentence.text[part.start : part.end]):
        when = implied_compare(
            when, yearly=on_the_year(setting, part.start, part.end, rate=figures.change_pct is not None or figures.value is None)
        )
    return when


def on_the_year(setting: Setting, start: int, end: int, *, rate: bool) -> bool:
    """Whether a rate that names no base is one on the year: by the words from `start` to `end`, the sentence's, or what the document began with."""
    text = setting.sentence.text
    if A_MONTH_EARLIER.search(text) or A_YEAR_EARLIER.search(text):
        return _against_year_before(text, start, end)
    return rate and setting.context.yearly is True


def note_basis(setting: Setting, claims: list[Claim]) -> None:
    """Remember what the document's first rate of part of a year is measured against; a rate that says it is on the month ends a basis on the year."""
    text, context = setting.sentence.text, setting.context
    rates = [
        c
        for c in claims
        if (c.change_pct or c.change_abs or c.from_value) and c.period is not None and c.period.freq in ("month", "quarter", "half", "ytd")
    ]
    if not rates:
        return
    if A_MONTH_EARLIER.search(text) and not A_YEAR_EARLIER.search(text):
        context.yearly = False
    elif A_YEAR_EARLIER.search(text) and any(_is_on_the_year(rate) for rate in rates):
        context.yearly = True
    elif context.yearly is None:
        context.yearly = _is_on_the_year(rates[0])


def _is_on_the_year(claim: Claim) -> bool:
    period, compared = claim.period, claim.compare_period
    return period is not None and compared is not None and compared.start == period.shifted_years(-1).start


def _told(earlier: list[Claim]) -> Period | None:
    """The period that the sentence's claims so far were for: not that of a figure which another one was only compared with."""
    if not earlier:
        return None
    last = earlier[-1]
    return next((claim.period for claim in earlier if _is_base_of(last, claim)), last.period)


def _is_base_of(base: Claim, claim: Claim) -> bool:
    """Whether a claim tells the earlier figure of a series whose later one was told before it."""
    if base is claim or (base.indicator, base.partners, base.product) != (claim.indicator, claim.partners, claim.product):
        return False
    compared = claim.compare_period
    return base.period is not None and compared is not None and (base.period.start, base.period.end) == (compared.start, compared.end)


def _against_year_before(text: str, start: int, end: int) -> bool:
    """Whether a rate is told on the year: by its own words, else by the sentence's."""
    month, year = A_MONTH_EARLIER.search(text, start, end), A_YEAR_EARLIER.search(text, start, end)
    if month or year:
        return year is not None and (month is None or year.start() < month.start())
    return A_YEAR_EARLIER.search(text) is not None


def _pair(setting: Setting, part: Part, reporter: str | None) -> tuple[str, ...]:
    """The partners of the United States in a bilateral flow: whose agreement "the agreement" may be."""
    if reporter == "USA":
        return part.partners
    return (reporter,) if reporter and part.partners == ("USA",) else ()


def _carried(period: Period) -> Period:
    return replace(period, anchor="context", raw=None)


def with_implied_period(setting: Setting, claim: Claim) -> Claim:
    """The claim with the period it implies, and what a movement in that period is measured against."""
    period = implied_period(setting, claim)
    # Without a date, "doubled" and "from A to B" do not tell from when.
    moved = (claim.direction or claim.change_pct) and not (claim.factor or claim.from_value)
    yearly = bool(moved) and on_the_year(setting, 0, len(setting.sentence.text), rate=claim.change_pct is not None or claim.value is None)
    when = implied_compare(When(period=period), yearly=yearly) if moved else When(period=period)
    compare = before(period, claim.compare_period) if claim.compare_period else when.compare
    return replace(claim, period=period, compare_period=compare)


def implied_period(setting: Setting, claim: Claim) -> Period | None:
    """The period of a figure that names none: the paragraph's, else the last complete year for a level stated as fact."""
    published = setting.document.published
    if setting.context.period is not None:
        return _carried(setting.context.period)
    compared = claim.compare_period
    if compared is not None and compared.start is not None and compared.freq == "month":
        month = add_months(compared.start, 1)  # "rose from $62 billion in September", told in a report on October
        return Period.month(month.year, month.month, anchor="context")
    if claim.modality not in ("asserted", "denied", "estimate") or published is None:
        return None
    if claim.value is not None and "/" in claim.value.unit:
        return None
    if re.search(r"\b(?:in|per) a month\b|\ba month\b", setting.sentence.text):
        return None
    if claim.measure == "level" or (claim.measure != "share" and not PRESENT.search(setting.sentence.text)):
        return Period.year(last_complete_year(published), anchor="publication")
    return None
