"""Parts against wholes within one document: levels, shares, exports and imports against balance and total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from check.claimed import Part, parts_of
from check.cube import is_country
from check.months import of_period
from check.stated import HUNDRED, Conflict, Stated, currency, is_factual, is_part_of
from check.wording import money, names, number
from tradeclaims.records import Claim


def part_of_whole(own: Stated, others: Sequence[Stated]) -> Iterator[Conflict]:
    """A partner's or a product's level, alone or with its sisters, larger than the whole; or a share that is not that of the two levels."""
    for whole in others:
        if own.months != whole.months or currency(own.claim) != currency(whole.claim) or not is_part_of(own.claim, whole.claim):
            continue
        of = f"the {whole.said()} of {'all' if whole.claim.partners == own.claim.partners else names(whole.claim.partners)}"
        if own.value.low is not None and whole.value.high is not None:
            if own.value.low > whole.value.high:
                yield Conflict(f"At odds with the same text: {own.said()} is more than {of}, of which it is a part.")
            yield from _sisters(own, whole, others, of)
        yield from _share_of_levels(own, whole, of)


def _sisters(own: Stated, whole: Stated, others: Sequence[Stated], of: str) -> Iterator[Conflict]:
    """Single countries are no part of each other: together they are not more than the world."""
    if whole.claim.partners == own.claim.partners or not _is_single(own.claim):
        return
    parts = {own.claim.partners: own}
    for other in others:
        same = other.months == own.months and other.claim.product == own.claim.product and currency(other.claim) == currency(own.claim)
        if same and other.value.low is not None and _is_single(other.claim) and is_part_of(other.claim, whole.claim):
            parts.setdefault(other.claim.partners, other)
    least = sum((part.value.low or Decimal(0) for part in parts.values()), Decimal(0))
    if len(parts) > 1 and whole.value.high is not None and least > whole.value.high:
        added = " and ".join(part.said() for part in parts.values())
        total = sum((part.value.centre for part in parts.values()), Decimal(0))
        step = max(part.value.step for part in parts.values())
        yield Conflict(
            f"At odds with the same text: {added} ({names(tuple(p for key in parts for p in key))}) add up to {money(total, step)}, more than {of}."
        )


def _share_of_levels(own: Stated, whole: Stated, of: str) -> Iterator[Conflict]:
    """ "$50 billion, a tenth of all imports", where all imports are $200 billion."""
    said = next((part for part in parts_of(own.claim) if part.role == "share"), None)
    if said is None or own.value.low is None or own.value.high is None or not whole.value.low or not whole.value.high:
        return
    low, high = own.value.low / whole.value.high * HUNDRED, own.value.high / whole.value.low * HUNDRED
    if (said.high is not None and low > said.high) or (said.low is not None and high < said.low):
        is_so = own.value.centre / whole.value.centre * HUNDRED
        yield Conflict(
            f"At odds with the same text: {own.said()} is {number(is_so)} percent of {of}, not {number(said.centre, 2)} percent."
        )


def shares_together(claim: Claim, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Shares of single countries in one whole that add up to more than 100 percent."""
    own = _share(claim)
    if own is None or not _is_single(claim):
        return
    found: dict[tuple[str, ...], Part] = {claim.partners: own}
    for other in claims:
        share = _share(other)
        if share is not None and _is_single(other) and _whole(other) == _whole(claim):
            found.setdefault(other.partners, share)
    if len(found) > 1 and sum((part.low or Decimal(0) for part in found.values()), Decimal(0)) > HUNDRED:
        added = " and ".join(number(part.centre, 2) for part in found.values())
        total = sum((part.centre for part in found.values()), Decimal(0))
        partners = names(tuple(partner for key in found for partner in key))
        yield Conflict(
            f"At odds with the same text: shares of {added} percent ({partners}) add up to {number(total, 2)} percent of one whole."
        )


def _share(claim: Claim) -> Part | None:
    return next((part for part in parts_of(claim) if part.role == "share"), None) if is_factual(claim) else None


def _whole(claim: Claim) -> tuple[object, ...]:
    months = of_period(claim.period) if claim.period else claim.period
    return claim.reporter, claim.indicator, claim.product, claim.scope, months, " ".join((claim.share_of or "").casefold().split())


def _is_single(claim: Claim) -> bool:
    return len(claim.partners) == 1 and is_country(claim.partners[0])


def flows_together(own: Stated, others: Sequence[Stated]) -> Iterator[Conflict]:
    """Exports less imports against the balance, exports plus imports against the total."""
    if own.claim.indicator not in ("balance", "total_trade"):
        return
    flows = {other.claim.indicator: other.value for other in others if _parties(other) == _parties(own)}
    exports, imports = flows.get("exports"), flows.get("imports")
    if exports is None or imports is None or own.value.low is None or own.value.high is None:
        return
    step = max(exports.step, imports.step)
    words = f"exports of {money(exports.centre, exports.step)} {{}} imports of {money(imports.centre, imports.step)}"
    slack = (exports.step + imports.step) / 2
    if own.claim.indicator == "total_trade":
        total = exports.centre + imports.centre
        if total + slack < own.value.low or total - slack > own.value.high:
            yield Conflict(f"At odds with the same text: {words.format('and')} make {money(total, step)} of trade, not {own.said()}.")
        return
    left = exports.centre - imports.centre
    sign = {"deficit": -1, "surplus": 1, None: 0}[own.claim.balance_sign]
    is_so = "surplus" if left > 0 else "deficit"
    if abs(left) > slack and sign * left < 0:
        yield Conflict(
            f"At odds with the same text: {words.format('less')} leave a {is_so} of {money(abs(left), step)}, no {own.claim.balance_sign}."
        )
    elif abs(left) + slack < own.value.low or abs(left) - slack > own.value.high:
        yield Conflict(f"At odds with the same text: {words.format('less')} leave a {is_so} of {money(abs(left), step)}, not {own.said()}.")


def _parties(one: Stated) -> tuple[object, ...]:
    claim = one.claim
    return claim.reporter, claim.partners, claim.product, claim.scope, one.months, currency(claim)
