"""What the writer may have looked at instead, from likely to unlikely. Each slip has a name (see docs/checking.md)."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from check.cube import Cube
from check.figure import Dims
from check.months import Months, year
from check.reading import Reading
from check.readings import neighbours, note_own, own_series, scope_is_open
from tradeclaims.records import Claim
from tradeclaims.records.verdict import Diagnosis

_SWAPPED = {"exports": "imports", "imports": "exports"}


class _Case(NamedTuple):
    claim: Claim
    event_base: bool
    cube: Cube


def alternatives(claim: Claim, literal: list[Reading], cube: Cube, *, event_base: bool) -> Iterator[Reading]:
    """Readings with one slip each, no reading twice and none of the literal ones.

    Runs through the slips in order of likelihood, and for each slip through the literal readings.
    """
    case = _Case(claim, event_base, cube)
    seen = {reading[:5] for reading in literal}
    for slip in _SLIPS:
        for reading in literal:
            for other in slip(case, reading):
                key = other[:5]  # series, stretch, base, sign and scale
                if key not in seen:
                    seen.add(key)
                    yield other


def _basis(case: _Case, reading: Reading) -> Iterator[Reading]:
    if reading.dims.product == "all_goods" and reading.dims.basis in ("census", "bop"):
        other = "bop" if reading.dims.basis == "census" else "census"
        yield _series(reading, reading.dims._replace(basis=other), "other_basis")


def _scope(case: _Case, reading: Reading) -> Iterator[Reading]:
    if scope_is_open(case.claim):
        return
    product, basis = reading.dims.product, reading.dims.basis
    if product == "all_goods" and basis in ("census", "bop"):
        yield _series(reading, reading.dims._replace(product="goods_services", basis="bop"), "goods_and_services_as_goods")
    elif product == "goods_services":
        # Goods alone are quoted on either basis; Census figures are the ones the headlines of one partner give.
        for goods_basis in ("census", "bop"):
            yield _series(reading, reading.dims._replace(product="all_goods", basis=goods_basis), "goods_only_as_goods_and_services")


def _adjustment(case: _Case, reading: Reading) -> Iterator[Reading]:
    other = "sa" if reading.dims.adjustment == "nsa" else "nsa"
    yield _series(reading, reading.dims._replace(adjustment=other), "other_adjustment")


def _year_to_date(case: _Case, reading: Reading) -> Iterator[Reading]:
    months = reading.months
    freq = case.claim.period.freq if case.claim.period else None
    if freq == "ytd" and months.length < 12:
        yield _at(reading, Months(months.last - 11, 12), "year_ending_as_year_to_date")
        yield _at(reading, year(months.year), "full_year_as_year_to_date")
        yield _at(reading, year(months.year - 1), "full_year_as_year_to_date")
    elif freq == "12m" and months.length == 12 and not months.is_years:
        yield _at(reading, Months(months.year * 12, months.last % 12 + 1), "wrong_period")


def _fiscal(case: _Case, reading: Reading) -> Iterator[Reading]:
    if (
        case.claim.period is not None
        and not reading.months.is_years
        and (case.claim.period.freq == "fiscal_year" or reading.months.length == 12)
    ):
        yield _at(reading, year(reading.months.year), "wrong_period")
        yield _at(reading, year(reading.months.first // 12), "wrong_period")


def _neighbour(case: _Case, reading: Reading) -> Iterator[Reading]:
    if reading.months.length > 12:
        return
    for other in neighbours(reading.months):
        yield _at(reading, other, "wrong_period")


def _part_year(case: _Case, reading: Reading) -> Iterator[Reading]:
    if reading.months.length == 12 and reading.months.is_years:
        for length in range(11, 0, -1):
            yield _at(reading, Months(reading.months.first, length), "year_to_date_as_full_year")


def _base_year(case: _Case, reading: Reading) -> Iterator[Reading]:
    if reading.base is None or reading.base.length != 12:
        return
    for shift in (12, -12):
        base = reading.base.shift(shift)
        if base.last < reading.months.first:
            yield reading._replace(base=base, diagnosis="base_year" if case.event_base else "wrong_period")


def _mirror(case: _Case, reading: Reading) -> Iterator[Reading]:
    """The other side's own count: what one exports the other imports, and a surplus is the other's deficit."""
    dims = reading.dims
    if len(dims.partners) != 1 or dims.partners == ("WLD",) or dims.family:
        return
    (partner,) = dims.partners
    sign = -reading.sign if dims.flow == "balance" else reading.sign
    flow = _SWAPPED.get(dims.flow, dims.flow)
    note_own(case.cube, partner, (dims.reporter,), flow, dims.product, (reading.months, reading.base))
    for basis, adjustment in own_series(case.cube, partner, dims.reporter, dims.product):
        mirrored = Dims(partner, (dims.reporter,), flow, dims.product, basis, adjustment)
        yield reading._replace(dims=mirrored, sign=sign, whole=None, diagnosis="mirror_figures")


def _flow(case: _Case, reading: Reading) -> Iterator[Reading]:
    other = _SWAPPED.get(reading.dims.flow)
    if other is not None:
        yield _series(reading, reading.dims._replace(flow=other), "flow_swapped")


def _sign(case: _Case, reading: Reading) -> Iterator[Reading]:
    if reading.dims.flow == "balance" and reading.sign:
        yield reading._replace(sign=-reading.sign, diagnosis="sign")


def _scale(case: _Case, reading: Reading) -> Iterator[Reading]:
    if case.claim.value is not None or case.claim.change_abs is not None:
        yield reading._replace(scale=Decimal(1000), diagnosis="scale")
        yield reading._replace(scale=Decimal("0.001"), diagnosis="scale")


def _at(reading: Reading, months: Months, diagnosis: Diagnosis) -> Reading:
    """The reading at another stretch; the base keeps its distance, or its year where lengths differ."""
    base = reading.base
    if base is not None:
        moved = base.shift(months.last - reading.months.last)
        base = Months(moved.last - months.length + 1, months.length) if base.length == reading.months.length else moved
    return Reading(reading.dims, months, base, reading.sign, reading.scale, reading.whole, diagnosis, months.is_year_to_date)


def _series(reading: Reading, dims: Dims, diagnosis: Diagnosis) -> Reading:
    """The reading in another series; a share stays a share of that series' world total."""
    whole = dims._replace(partners=("WLD",)) if reading.whole is not None else None
    return reading._replace(dims=dims, whole=whole, diagnosis=diagnosis)


_SLIPS: tuple[Callable[[_Case, Reading], Iterator[Reading]], ...] = (
    _basis, _scope, _adjustment, _year_to_date, _fiscal, _neighbour, _base_year, _mirror, _flow, _sign, _part_year, _scale,
)  # fmt: skip
