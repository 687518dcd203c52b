"""Figures of one document held against each other, where no official series is at hand."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from check.cube import Cube
from check.months import Months, year
from check.readings import flow_of, literal_dims
from check.stated import HUNDRED, Conflict, Stated, same_series, stated, stated_earlier
from check.stated_changes import change_between, change_inside
from check.stated_sums import flows_together, part_of_whole, shares_together
from check.wording import months_words, number
from tradeclaims.records import Claim

SEASON = Decimal("1.5")
"""Some months of a year hold at most half as much again as their usual share, and at least two thirds of it; see docs/checking.md."""


def inconsistency(claim: Claim, claims: Sequence[Claim], cube: Cube) -> Conflict | None:
    """The first conflict between a claim and the rest of its document; None where the figures can all stand."""
    return next(_conflicts(claim, [other for other in claims if other is not claim], cube), None)


def _conflicts(claim: Claim, claims: Sequence[Claim], cube: Cube) -> Iterator[Conflict]:
    own = stated(claim)
    if own is not None:
        others = [found for other in claims if (found := stated(other)) is not None]
        yield from change_inside(own)
        earlier = stated_earlier(own)
        if earlier is not None:
            yield from _share_of_year(own, earlier, cube)
        for other in others:
            if same_series(own.claim, other.claim):
                yield from _share_of_year(own, other, cube)
                yield from change_between(own, other)
        yield from part_of_whole(own, others)
        yield from flows_together(own, others)
    yield from shares_together(claim, claims)


def _share_of_year(own: Stated, other: Stated, cube: Cube) -> Iterator[Conflict]:
    """A year to date against the whole of that year or of the year before."""
    if own.claim.period is None or own.claim.period.freq not in ("ytd", "month") or own.months.length >= 12:
        return
    full = own.months.year - other.months.year
    if not other.months.is_years or other.months.length != 12 or full not in (0, 1) or own.value.low is None or own.value.high is None:
        return
    usual = sorted({Decimal(own.months.length) / 12, *_official_share(own, cube)})
    share = own.value.centre / other.value.centre
    if usual[0] / SEASON <= share <= usual[-1] * SEASON:
        return
    count = "one month" if own.months.length == 1 else f"{number(Decimal(own.months.length))} months"
    shares = " to ".join(dict.fromkeys(number(one * HUNDRED, 0) for one in (usual[0], usual[-1])))
    reason = (
        f"Not checkable against an official series, and at odds with the same text: {own.said()} in {months_words(own.months, year_to_date=True)} would be "
        f"{number(share * HUNDRED, 0)} percent of the {other.said()} it gives for all of {other.months.year}, where {count} usually hold "
        f"about {shares} percent of a year"
    )
    change = (share - 1) * HUNDRED
    if full == 1 and abs(change) <= 25:
        ending = months_words(Months(own.months.last - 11, 12))
        reason += f"; it would fit {ending}, a change of {'+' if change > 0 else '-'}{number(abs(change))} percent"
    yield Conflict(reason + ".")


def _official_share(own: Stated, cube: Cube) -> list[Decimal]:
    """The share that the same months had in a recent full year of the world total of the same flow and product."""
    for dims in literal_dims(own.claim, flow_of(own.claim), cube, monthly=False):
        world = dims._replace(reporter="USA", partners=("WLD",))
        for back in range(3):
            months = own.months.shift(-12 * back)
            part, whole = cube.newest(world, months), cube.newest(world, year(months.year))
            if part is not None and whole is not None and whole.value:
                return [part.value / whole.value]
    return []
