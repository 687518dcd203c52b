"""Claims of a lasting deficit or surplus: every year of the interval must have that sign."""

from datetime import date

from check.cube import Cube
from check.figure import Dims, Figure
from check.months import Months, year
from check.readings import flow_of, literal_dims, sign_of
from check.timing import timings
from check.verdicts import RULE_VERSION, no_verdict, official_value
from check.wording import dims_words, flow_words, money, months_words
from tradeclaims.records import Assessment, Claim, Verdict
from tradeclaims.records.verdict import OutcomeName


def check_signs(claim: Claim, published: date | None, cube: Cube) -> Verdict:
    """The verdict on a claim without numbers that names a deficit or a surplus."""
    sign = sign_of(claim, flow_of(claim))
    if claim.indicator != "balance" or sign == 0:
        return no_verdict(claim, "it gives no number that could be compared")
    times = timings(claim, published, compares=False)
    if isinstance(times, str):
        return no_verdict(claim, times)
    months = times[0].months
    stretches = [year(number) for number in range(months.first // 12, months.year + 1)] if months.is_years else [months]
    first: Verdict | None = None
    for dims in literal_dims(claim, "balance", cube, monthly=not months.is_years):
        now = _figures(cube, dims, stretches, None)
        then = _figures(cube, dims, stretches, published) if published else now
        if now and then:
            found = _verdict(claim, dims, months, sign, then, now)
            first = first or found
            if found.outcome == "agrees":
                return found
    return first or no_verdict(claim, f"no official balance for every year of {months_words(months)} is embedded")


def _figures(cube: Cube, dims: Dims, stretches: list[Months], day: date | None) -> list[Figure]:
    found = [cube.nearest(dims, months, day) for months in stretches]
    return [figure for figure in found if figure] if all(found) else []


def _verdict(claim: Claim, dims: Dims, months: Months, sign: int, then: list[Figure], now: list[Figure]) -> Verdict:
    wrong = [figure for figure in now if figure.value * sign <= 0]
    right_then = all(figure.value * sign > 0 for figure in then)
    outcome: OutcomeName = "outdated" if wrong and right_then else "differs" if wrong else "agrees"
    kind = "deficit" if sign < 0 else "surplus"
    unit = "years" if months.length > 12 else "period"
    ends = sorted(now, key=lambda figure: figure.value * sign)
    reason = (
        f"Official: a {kind} in {len(now) - len(wrong)} of {len(now)} {unit} ({months_words(months)}, {dims_words(dims)}), "
        f"least {_amount(ends[0])}, most {_amount(ends[-1])}; the claim says a {kind} throughout."
    )
    if wrong:
        reason += f" Not so in {', '.join(months_words(figure.months) for figure in wrong[:6])}."
    last, last_then = now[-1], then[-1]
    query = last.query()
    if months.length > 12:
        path, vintage = query.split("/A/")[0], last.vintage
        query = (
            f"signs({path.replace(last.source, '*', 1)}/SUM/{Months(months.first, months.length).label()[1]}@newest)" if vintage else query
        )
    return Verdict(
        claim=claim.id, outcome=outcome, reading=f"{flow_words(dims, last.value)}, {dims_words(dims)}, {months_words(months)}",
        query=query, official=tuple(official_value(figure, "value") for figure in now),
        as_published=Assessment(outcome="agrees" if right_then else "differs", vintage=last_then.vintage, value=last_then.value * 1_000_000),
        now=Assessment(outcome="differs" if wrong else "agrees", vintage=last.vintage, value=last.value * 1_000_000),
        reason=reason, rule_version=RULE_VERSION,
    )  # fmt: skip


def _amount(figure: Figure) -> str:
    return f"{money(abs(figure.value))} in {months_words(figure.months)}"
