"""Verdicts from evaluations: the two answers, the figures shown, the sentence."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from check.claimed import MILLION, Part
from check.embedded import source_url
from check.evaluate import Compared, Evaluation
from check.figure import Figure
from check.series import source_named
from check.wording import dims_words, exact_money, flow_words, money, months_words, number
from tradeclaims.records import Assessment, Claim, OfficialValue, Verdict
from tradeclaims.records.verdict import Diagnosis, OutcomeName

RULE_VERSION = 3
_MONEY = ("value", "from_value", "change_abs")
_COMPUTED = {"share": "percent", "change_pct": "percent", "change_pp": "percent", "factor": "times", "change_abs": "USD"}
"""Main figures that are computed from official ones, and their units."""


def official_value(figure: Figure, role: str, *, year_to_date: bool = False) -> OfficialValue:
    """A figure in single dollars with its source."""
    return OfficialValue(
        value=figure.value * MILLION,
        unit="USD",
        series=f"{figure.source}/{figure.series}",
        period=figure.months.label(year_to_date=year_to_date)[1],
        vintage=figure.vintage,
        source_url=source_url(figure.provenance) or source_named(figure.source).url,
        role=role,
    )


def assessment(outcome: OutcomeName, evaluation: Evaluation) -> Assessment:
    """The answer by one vintage, with its value of the main series in single dollars."""
    return Assessment(outcome=outcome, vintage=evaluation.new.vintage, value=evaluation.new.value * MILLION)


def query_of(evaluation: Evaluation) -> str:
    """The look-up behind an evaluation."""
    to_date = evaluation.reading.year_to_date
    new = evaluation.new.query(year_to_date=to_date)
    if evaluation.whole is not None:
        shares = f"{new}, {evaluation.whole.query(year_to_date=to_date)}"
        if (before := _earlier_share(evaluation)) is None:
            return f"share({shares})"
        return f"compare_shares({shares}, {', '.join(one.query(year_to_date=to_date) for one in before)})"
    if evaluation.old is not None and any(one.part.compares for one in evaluation.compared):
        return f"compare({new}, {evaluation.old.query(year_to_date=to_date)})"
    return f"average({new}, {evaluation.reading.scale})" if evaluation.reading.is_average else new


def _earlier_share(evaluation: Evaluation) -> tuple[Figure, Figure] | None:
    """The earlier part and whole, where shares are compared."""
    if evaluation.old is None or evaluation.old_whole is None or all(one.part.role != "change_pp" for one in evaluation.compared):
        return None
    return evaluation.old, evaluation.old_whole


def verdict(
    claim: Claim,
    outcome: OutcomeName,
    shown: Evaluation,
    published: Assessment | None,
    now: Assessment | None,
    *,
    diagnosis: Diagnosis | None = None,
    chance: Decimal | None = None,
    lead: str = "",
    notes: Sequence[str] = (),
) -> Verdict:
    """A verdict that rests on official figures; `lead` goes before the arithmetic."""
    to_date = shown.reading.year_to_date
    figures = [official_value(shown.new, "value", year_to_date=to_date)]
    if shown.old is not None and any(one.part.compares for one in shown.compared):
        figures.append(official_value(shown.old, "from_value", year_to_date=to_date))
    if shown.whole is not None:
        figures.append(official_value(shown.whole, "whole", year_to_date=to_date))
    if (before := _earlier_share(shown)) is not None:
        figures.append(official_value(before[1], "from_whole", year_to_date=to_date))
    main = shown.main
    unit = MILLION if main.part.role in _MONEY else Decimal(1)
    if shown.reading.is_average and main.part.role == "value":
        figures.append(replace(figures[0], value=shown.new.value / shown.reading.scale * unit, role="average"))
    if main.part.role in _COMPUTED:
        figures.append(replace(figures[0], value=main.official * unit, unit=_COMPUTED[main.part.role], role=main.part.role))
    difference = None if main.part.role == "direction" else (main.part.centre - main.official) * unit
    return Verdict(
        claim=claim.id,
        outcome=outcome,
        diagnosis=diagnosis,
        reading=shown.reading.words(),
        query=query_of(shown),
        official=tuple(figures),
        difference=difference,
        tolerance=_tolerance(main.part, unit),
        as_published=published,
        now=now,
        chance=chance,
        reason=lead + sentence(shown),
        notes=tuple(notes),
        rule_version=RULE_VERSION,
    )


def _tolerance(part: Part, unit: Decimal) -> Decimal | None:
    return None if part.low is None or part.high is None else (part.high - part.low) / 2 * unit


def sentence(shown: Evaluation) -> str:
    """ "Official: $27.6 billion (27,624.6 million) goods deficit with South Korea in 2016, published 2024-08; the claim says $27.6 billion." """
    new, old = shown.new, shown.old
    when = months_words(new.months, year_to_date=shown.reading.year_to_date)
    text = f"Official: {_amount(new)} {flow_words(new.dims, new.value)} in {when}"
    if old is not None and any(one.part.compares for one in shown.compared):
        text += f", against {_amount(old)} in {months_words(old.months, year_to_date=shown.reading.year_to_date)}"
        if old.value < 0 < new.value or new.value < 0 < old.value:
            text += " with the opposite sign"
    if shown.whole is not None:
        text += f", of {_amount(shown.whole)} with the world"
    series = dims_words(new.dims) if shown.reading.scale == 1 else shown.reading.words()
    text += f" ({series}; {source_named(new.source).publisher}, published {new.vintage})"
    return f"{text}; the claim says {', '.join(_said(one) for one in shown.compared)}."


def gap_words(shown: Evaluation) -> str:
    """ "$53 million": how far the first amount that does not fit is off."""
    return next(money(abs(one.part.centre - one.official)) for one in shown.compared if not one.fits)


def _amount(figure: Figure) -> str:
    return exact_money(abs(figure.value))


def _said(one: Compared) -> str:
    part, official = one.part, one.official
    mark = "" if one.fits else ", which does not fit"
    match part.role:
        case "value":
            return f"{_bounded(part)}{_off(one)}"
        case "from_value":
            return f"from {_bounded(part)}{_off(one)}"
        case "change_abs":
            return f"a change of {_bounded(part)} (official {exact_money(official)}){mark}"
        case "factor":
            return f"{number(part.centre, 2)} times (official {number(official, 2)}){mark}"
        case "change_pct":
            return f"{number(part.centre, 2)} percent (official {number(official, 2)}){mark}"
        case "change_pp":
            return f"{number(part.centre, 2)} points (official {number(official, 2)}){mark}"
        case "share":
            return f"{number(part.centre, 2)} percent of the total (official {number(official, 2)}){mark}"
    word = {1: "up", -1: "down", 0: "flat"}[int(part.centre)]
    actual = "up" if official > 0 else "down" if official < 0 else "unchanged"
    return f"{word} (official {actual}){mark}"


def _off(one: Compared) -> str:
    """ ", 95.9 billion or 18.3 percent too high"; nothing for what fits."""
    part, official = one.part, one.official
    if one.fits:
        return ""
    gap = abs(part.centre - official)
    share = f" or {number(gap / abs(official) * 100)} percent" if official else ""
    half = (part.high - part.low) / 2 if part.low is not None and part.high is not None else None
    allowed = f", where its wording allows {money(half, half)}" if half else ""
    return f", {money(gap)}{share} too {'high' if part.centre > official else 'low'}{allowed}"


def _bounded(part: Part) -> str:
    """The number said, with the side that its qualifier opens."""
    said = money(part.centre, part.step)
    if part.high is None:
        return f"more than {said}"
    return f"less than {said}" if part.low is None else said


def no_verdict(claim: Claim, why: str, *, notes: Sequence[str] = (), diagnosis: Diagnosis | None = None) -> Verdict:
    """`not_checkable` with its reason, where no figure is shown."""
    reason = why if why.endswith(".") else f"Not checkable: {why}."
    return Verdict(
        claim=claim.id, outcome="not_checkable", diagnosis=diagnosis, reason=reason, notes=tuple(notes), rule_version=RULE_VERSION
    )
