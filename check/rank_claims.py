"""Ranks among countries ("sixth-largest partner") and records ("the largest ever")."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from check.cube import Cube
from check.embedded import source_url
from check.figure import Dims, Figure
from check.months import Months
from check.ranking import Standing, rank_among_countries, record_over_time
from check.readings import flow_of, literal_dims
from check.series import source_named, sources
from check.timing import timings
from check.verdicts import RULE_VERSION, no_verdict, official_value
from check.wording import dims_words, exact_money, months_words, names
from tradeclaims.records import Assessment, Claim, OfficialValue, Verdict
from tradeclaims.records.verdict import OutcomeName

_RECORD = re.compile(r"\b(record\w*|ever|history|all[- ]time|any (?:month|quarter|year)|since)\b", re.IGNORECASE)
_ANY_COUNTRY = re.compile(r"\b(any (?:one )?(?:country|nation|partner)|single country|one country|bilateral)\b", re.IGNORECASE)
_NARROWER = re.compile(
    r"\b(Asia\w*|Europe\w*|EU|Latin|South|Central|Africa\w*|Middle East|region\w*|ASEAN|NATO|NAFTA|FTA|free[- ]trade|OECD|G-?\d+"
    r"|emerging|developing|states?(?! of America)|agricultur\w*|farm|beef|steel|cars?|autos?|services)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    place: int
    vintage: str
    note: str
    figure: Figure | None
    printed: OfficialValue | None


def check_rank(claim: Claim, published: date | None, cube: Cube) -> Verdict:
    """The verdict on a claimed place. Ranks are small numbers that fit other readings by luck, so only the literal one is tried."""
    said = claim.share_of or ""
    flow = flow_of(claim)
    if claim.rank is None or flow is None:
        return no_verdict(claim, "the text gives no place")
    if claim.reporter not in (None, "USA"):
        return no_verdict(claim, f"no official ranking of {names((claim.reporter or '',))}'s partners is embedded")
    if claim.product is not None:
        return no_verdict(claim, f"no official ranking by {claim.product} is embedded")
    record = bool(_RECORD.search(said))
    if not record and _NARROWER.search(re.sub(r"South Korea|South Africa|United States", "", said)):
        return no_verdict(claim, f"no official ranking within {said!r} is embedded")
    times = timings(claim, published, compares=False)
    if isinstance(times, str):
        return no_verdict(claim, times)
    months, smallest = times[0].months, flow == "balance" and claim.balance_sign != "surplus" and "surplus" not in said.lower()
    first: Verdict | None = None
    for dims in literal_dims(claim, flow, cube, monthly=months.length % 12 != 0):
        now = _place(cube, dims, months, None, smallest, said, record)
        then = (_place(cube, dims, months, published, smallest, said, record) if published else now) or now
        if now is not None and then is not None:
            found = _verdict(claim, dims, months, then, now, smallest)
            first = first or found
            if found.outcome == "agrees":
                return found
    return first or no_verdict(claim, f"no official ranking for {months_words(months)} is embedded")


def _place(cube: Cube, dims: Dims, months: Months, day: date | None, smallest: bool, said: str, record: bool) -> _Place | None:
    figure = cube.nearest(dims, months, day)
    if not record and dims.product == "all_goods" and months.is_years:
        printed = [
            rank for rank in cube.printed_ranks(dims.partners[0], dims.flow, dims.product, str(months.year)) if day and rank.day <= day
        ]
        if printed and (figure is None or figure.day > (day or figure.day) or printed[-1].day >= figure.day):
            rank = printed[-1]
            url = source_url(rank.provenance) or source_named(rank.source).url
            shown = OfficialValue(value=Decimal(rank.place), unit="rank", series=f"{rank.source}/{rank.series}", period=str(months.year),
                                  vintage=rank.vintage, source_url=url, role="rank")  # fmt: skip
            return _Place(rank.place, rank.vintage, f"{source_named(rank.source).publisher} itself printed place {rank.place}", None, shown)
    if figure is None:
        return None
    standing = _standing(cube, figure, smallest, said, record)
    if standing is None:
        # A table of selected countries may be newer than one that lists them all.
        other = next((one for one in sorted(sources()) if sources()[one].lists_every_country and one != figure.source), None)
        full = cube.nearest(dims, months, day, source=other) if other else None
        if full is not None:
            figure, standing = full, _standing(cube, full, smallest, said, record)
    return None if standing is None else _Place(standing.place, figure.vintage, _explained(figure, standing, record), figure, None)


def _standing(cube: Cube, figure: Figure, smallest: bool, said: str, record: bool) -> Standing | None:
    if record:
        return record_over_time(cube, figure, smallest_first=smallest, all_countries=bool(_ANY_COUNTRY.search(said)))
    return rank_among_countries(cube, figure, smallest_first=smallest)


def _explained(figure: Figure, standing: Standing, record: bool) -> str:
    among = "comparable periods in the embedded series" if record else "countries"
    leaders = ", ".join(f"{name if record else names((name,))} {exact_money(abs(value))}" for name, value in standing.leaders)
    filled = f"; {standing.filled} of them as published at another time" if standing.filled else ""
    return f"place {standing.place} of {standing.of} {among}, with {exact_money(abs(figure.value))} (first three: {leaders}{filled})"


def _verdict(claim: Claim, dims: Dims, months: Months, then: _Place, now: _Place, smallest: bool) -> Verdict:
    fits_then, fits_now = then.place == claim.rank, now.place == claim.rank
    outcome: OutcomeName = "agrees" if fits_now else "outdated" if fits_then else "differs"
    function = (
        "rank" if not _RECORD.search(claim.share_of or "") else "record_any" if _ANY_COUNTRY.search(claim.share_of or "") else "record"
    )
    if now.figure is not None and smallest != (now.figure.value < 0):
        function += "_deficit" if smallest else "_surplus"
    figures = [place.printed or official_value(place.figure, "value") for place in (now,) if place.printed or place.figure]  # type: ignore[arg-type]
    figures.append(OfficialValue(value=Decimal(now.place), unit="rank", series=figures[0].series, period=figures[0].period,
                                 vintage=now.vintage, source_url=figures[0].source_url, role="rank"))  # fmt: skip
    notes = [f"As published: {then.note}, published {then.vintage}."] if then.vintage != now.vintage else []
    return Verdict(
        claim=claim.id, outcome=outcome, reading=f"{dims.flow}, {dims_words(dims)}, {months_words(months)}",
        query=f"{function}({now.figure.query()})" if now.figure else None, official=tuple(figures),
        difference=Decimal((claim.rank or 0) - now.place), tolerance=Decimal(0),
        as_published=Assessment(outcome="agrees" if fits_then else "differs", vintage=then.vintage, value=Decimal(then.place)),
        now=Assessment(outcome="agrees" if fits_now else "differs", vintage=now.vintage, value=Decimal(now.place)),
        reason=f"Official: {names(dims.partners)} is {now.note} in {months_words(months)} ({dims.flow}, {dims_words(dims)}, "
               f"published {now.vintage}); the claim says place {claim.rank}.",
        notes=tuple(notes), rule_version=RULE_VERSION,
    )  # fmt: skip
