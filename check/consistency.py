"""Figures of one document held against each other, where no official series is at hand."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from check.claimed import Part, parts_of
from check.cube import Cube
from check.months import Months, of_period, year
from check.readings import flow_of, literal_dims
from check.wording import money, months_words, names, number
from tradeclaims.records import Claim

SEASON = Decimal("1.5")
"""Some months of a year hold at most half as much again as their usual share, and at least two thirds of it; see docs/checking.md."""

HUNDRED = Decimal(100)


class Conflict(NamedTuple):
    """Why a number cannot stand beside the others."""

    reason: str
    notes: tuple[str, ...] = ()


class _Stated(NamedTuple):
    claim: Claim
    months: Months
    value: Part


def inconsistency(claim: Claim, claims: Sequence[Claim], cube: Cube) -> Conflict | None:
    """The first conflict between a claim and the rest of its document; None where the figures can all stand."""
    own = _stated(claim)
    if own is None:
        return None
    others = [found for other in claims if other is not claim and (found := _stated(other)) is not None]
    for conflict in _conflicts(own, others, cube):
        return conflict
    return None


def _conflicts(own: _Stated, others: list[_Stated], cube: Cube) -> Iterator[Conflict]:
    yield from _inside(own)
    for other in others:
        if _same_series(own.claim, other.claim):
            yield from _share_of_year(own, other, cube)
            yield from _change(own, other)
        yield from _part_of_whole(own, other)
    yield from _balance(own, others)


def _stated(claim: Claim) -> _Stated | None:
    months = of_period(claim.period) if claim.period else None
    value = next((part for part in parts_of(claim) if part.role == "value"), None)
    money_said = claim.value is not None and claim.value.unit == "currency"
    if months is None or value is None or not money_said or claim.modality not in ("asserted", "estimate") or not value.centre:
        return None
    return _Stated(claim, months, value)


def _same_series(one: Claim, other: Claim) -> bool:
    same = (one.reporter, one.partners, one.indicator, one.product, one.balance_sign) == (
        other.reporter, other.partners, other.indicator, other.product, other.balance_sign,
    )  # fmt: skip
    return same and _currency(one) == _currency(other) and (one.scope == other.scope or "unspecified" in (one.scope, other.scope))


def _currency(claim: Claim) -> str | None:
    return claim.value.currency if claim.value else None


def _share_of_year(own: _Stated, other: _Stated, cube: Cube) -> Iterator[Conflict]:
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
        f"Not checkable against an official series, and at odds with the same text: {_said(own)} in {months_words(own.months, year_to_date=True)} would be "
        f"{number(share * HUNDRED, 0)} percent of the {_said(other)} it gives for all of {other.months.year}, where {count} usually hold "
        f"about {shares} percent of a year"
    )
    change = (share - 1) * HUNDRED
    if full == 1 and abs(change) <= 25:
        ending = months_words(Months(own.months.last - 11, 12))
        reason += f"; it would fit {ending}, a change of {'+' if change > 0 else '-'}{number(abs(change))} percent"
    yield Conflict(reason + ".")


def _official_share(own: _Stated, cube: Cube) -> list[Decimal]:
    """The share that the same months had in a recent full year of the world total of the same flow and product."""
    for dims in literal_dims(own.claim, flow_of(own.claim), monthly=False):
        world = dims._replace(reporter="USA", partners=("WLD",))
        for back in range(3):
            months = own.months.shift(-12 * back)
            part, whole = cube.newest(world, months), cube.newest(world, year(months.year))
            if part is not None and whole is not None and whole.value:
                return [part.value / whole.value]
    return []


def _inside(own: _Stated) -> Iterator[Conflict]:
    """A claim's own percentage or factor against its own two levels."""
    parts = {part.role: part for part in parts_of(own.claim)}
    before = parts.get("from_value")
    if before is None or not before.centre:
        return
    for role in ("change_pct", "factor"):
        said = parts.get(role)
        if said is not None:
            yield from _ratio_conflict(own.value, before, said, f"{money(before.centre, before.step)} to {_said(own)}")
    moved = parts.get("direction")
    change = own.value.centre - before.centre
    if moved is not None and moved.centre * change < 0:
        yield Conflict(
            f"At odds with itself: from {money(before.centre, before.step)} to {_said(own)} is {'up' if change > 0 else 'down'}, not as stated."
        )


def _change(own: _Stated, other: _Stated) -> Iterator[Conflict]:
    """A claim's percentage against its level and the level that the text gives for the earlier period."""
    parts = {part.role: part for part in parts_of(own.claim)}
    said = parts.get("change_pct") or parts.get("factor")
    compared = of_period(own.claim.compare_period) if own.claim.compare_period else own.months.shift(-12)
    if said is not None and "from_value" not in parts and other.months == compared:
        yield from _ratio_conflict(own.value, other.value, said, f"{_said(other)} in {months_words(other.months)} to {_said(own)}")


def _ratio_conflict(new: Part, old: Part, said: Part, words: str) -> Iterator[Conflict]:
    if None in (new.low, new.high, old.low, old.high) or not old.low or not old.high or old.low <= 0:
        return
    lowest, highest = (new.low or Decimal(0)) / old.high, (new.high or Decimal(0)) / old.low
    if said.role == "change_pct":
        spans = sorted(((lowest - 1) * HUNDRED, (highest - 1) * HUNDRED))
        low, high = (spans[0], spans[1]) if lowest >= 1 else (-spans[1], -spans[0]) if highest <= 1 else (Decimal(0), max(map(abs, spans)))
        unit = "percent"
    else:
        low, high, unit = lowest, highest, "times"
    if (said.high is not None and low > said.high) or (said.low is not None and high < said.low):
        yield Conflict(f"At odds with the same text: {words} is {number((low + high) / 2, 1)} {unit}, not {number(said.centre, 2)} {unit}.")


def _part_of_whole(own: _Stated, other: _Stated) -> Iterator[Conflict]:
    """A partner's or a product's figure larger than the whole it belongs to."""
    one, whole = own.claim, other.claim
    same = (one.reporter, one.indicator, own.months, _currency(one)) == (whole.reporter, whole.indicator, other.months, _currency(whole))
    if not same or one.indicator == "balance" or own.value.low is None or other.value.high is None:
        return
    by_partner = whole.partners == ("WLD",) != one.partners and one.product == whole.product and one.scope == whole.scope
    by_product = one.partners == whole.partners and one.product is not None and whole.product is None and whole.scope != "services"
    if (by_partner or by_product) and own.value.low > other.value.high:
        yield Conflict(
            f"At odds with the same text: {_said(own)} is more than the {_said(other)} of the whole it is part of ({names(whole.partners)})."
        )


def _balance(own: _Stated, others: list[_Stated]) -> Iterator[Conflict]:
    """Exports less imports against the balance."""
    if own.claim.indicator != "balance":
        return
    flows = {
        other.claim.indicator: other.value
        for other in others
        if (other.claim.reporter, other.claim.partners, other.claim.product, other.claim.scope, other.months, _currency(other.claim))
        == (own.claim.reporter, own.claim.partners, own.claim.product, own.claim.scope, own.months, _currency(own.claim))
    }
    exports, imports = flows.get("exports"), flows.get("imports")
    if exports is None or imports is None or own.value.low is None or own.value.high is None:
        return
    size = abs(exports.centre - imports.centre)
    slack = (exports.step + imports.step) / 2
    if size + slack < own.value.low or size - slack > own.value.high:
        yield Conflict(
            f"At odds with the same text: exports of {money(exports.centre, exports.step)} less imports of {money(imports.centre, imports.step)} "
            f"leave {money(size)}, not {_said(own)}."
        )


def _said(stated: _Stated) -> str:
    return money(stated.value.centre, stated.value.step)
