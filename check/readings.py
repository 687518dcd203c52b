"""A claim's readings: the literal ones, with what the sentence leaves open filled by the field's defaults, and the likely slips in order.

Defaults: the United States report; goods of one partner are on Census basis and not seasonally adjusted; goods with services are on
balance-of-payments basis; months of the world total are seasonally adjusted, as the headlines are, and so are quarters of goods with
services of one partner, which are published in no other form. Where the sentence does not say whether services are counted, goods alone
and goods with services are both literal.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from check.blocs import with_members
from check.cube import Cube
from check.figure import Dims
from check.lookups import ANY_SERIES, stretch_of
from check.months import Months
from check.reading import ONE, Reading
from check.timing import Timing
from tradeclaims.records import Claim

_FLOWS = {"exports": "exports", "imports": "imports", "balance": "balance", "total_trade": "total"}
_PRODUCTS = {
    "textiles and apparel": "textiles_apparel", "textiles & apparel": "textiles_apparel", "textile and apparel": "textiles_apparel",
    "apparel and textiles": "textiles_apparel", "textiles": "textiles", "textile": "textiles", "apparel": "apparel",
    "clothing": "apparel", "garments": "apparel",
}  # fmt: skip
_RANKED = (
    (re.compile(r"deficit|surplus|balance|imbalance|gap", re.IGNORECASE), "balance"),
    (re.compile(r"export|market|destination|customer|buyer", re.IGNORECASE), "exports"),
    (re.compile(r"import|supplier|source|seller", re.IGNORECASE), "imports"),
    (re.compile(r"partner|trade", re.IGNORECASE), "total"),
)
_BASIS_SAID = (
    (re.compile(r"balance[- ]of[- ]payments basis|\bBOP basis", re.IGNORECASE), "bop"),
    (re.compile(r"\bcensus basis", re.IGNORECASE), "census"),
)
_ADJUSTMENT_SAID = (
    (re.compile(r"\b(?:not|without|before|un)[- ]?(?:seasonal(?:ly)?[- ])?adjust", re.IGNORECASE), "nsa"),
    (re.compile(r"\bseasonal(?:ly)?[- ]adjust", re.IGNORECASE), "sa"),
)
_SERVICES_SAID = re.compile(r"\bservices\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:a|per|each|every) year\b|\bannually\b|\b(?:annual|yearly) average\b|\baveraged\b(?!.{0,40}\b(?:a|per) month\b)|\ban average of\b",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    r"\b(?:averag\w+|on average|mean)\b.{0,60}\b(?:a|per|each|every) month\b|\bmonthly average\b|\b(?:a|per) month on average\b",
    re.IGNORECASE,
)
"""Words that make a figure over a stretch its average."""

_US_BASES = {"goods_services": "bop", "services": "bop"}
"""Products that the United States count on another basis than the Census one."""

_WHOLE = re.compile(
    r"\b(total|all|overall|world|global|U\.?S\.?|United States|America\w*|nation\w*|country'?s|its|everything|abroad|foreign)\b",
    re.IGNORECASE,
)


def product_slug(product: str | None) -> str | None:
    """The cube's product for a claim's; None where no official series covers it."""
    return "all_goods" if product is None else _PRODUCTS.get(" ".join(product.lower().replace("_", " ").split()))


def own_series(cube: Cube, reporter: str, partner: str, product: str) -> tuple[tuple[str, str], ...]:
    """(basis, adjustment) of what a country itself reports of its trade with a partner: for the United States the usual ones, for others those there are."""
    if reporter == "USA":
        return ((_US_BASES.get(product, "census"), "nsa"),)
    return cube.own_series(reporter, partner, product)


def note_own(cube: Cube, reporter: str, partners: tuple[str, ...], flow: str, product: str, stretches: Iterable[Months | None]) -> None:
    """Note that figures which a country itself reports would have been used, on whatever basis."""
    if reporter != "USA":
        dims = Dims(reporter, partners, flow, product, ANY_SERIES, ANY_SERIES)
        for months in stretches:
            if months is not None:
                cube.note(dims, stretch_of(dims, months))


def literal_dims(claim: Claim, flow: str | None, cube: Cube, *, monthly: bool) -> tuple[Dims, ...]:
    """Literal series for a claim's parties, scope and product; empty where the product is none of the cube's."""
    product = product_slug(claim.product)
    if product is None or flow is None:
        return ()
    reporter = claim.reporter or "USA"
    world = claim.partners == ("WLD",)
    parties = (reporter, claim.partners, flow)
    if reporter != "USA":
        return tuple(Dims(*parties, product, *own) for own in own_series(cube, reporter, claim.partners[0], product))
    said = next((adjustment for words, adjustment in _ADJUSTMENT_SAID if words.search(claim.evidence.quote)), None)
    adjustments = (said,) if said else ("sa",) if world and monthly else ("nsa", "sa") if world else ("nsa",)
    if product != "all_goods":
        return tuple(Dims(*parties, product, "census", "nsa", family) for family in ("", "usitc_sector", "usitc_domestic"))
    basis = next((basis for words, basis in _BASIS_SAID if words.search(claim.evidence.quote)), "census")
    payments = adjustments if said or world or not monthly else ("sa", "nsa")
    goods = [Dims(*parties, "all_goods", basis, adjustment) for adjustment in (payments if basis == "bop" else adjustments)]
    both = [Dims(*parties, "goods_services", "bop", adjustment) for adjustment in payments]
    if claim.scope == "services":
        return tuple(Dims(*parties, "services", "bop", adjustment) for adjustment in payments)
    if claim.scope != "unspecified" and claim.scope_basis == "explicit":
        return tuple(goods if claim.scope == "goods" else both)
    alone = (
        [Dims(*parties, "services", "bop", adjustment) for adjustment in adjustments] if _SERVICES_SAID.search(claim.evidence.quote) else []
    )
    first, second = (both, goods) if claim.scope == "goods+services" or (claim.scope == "unspecified" and world) else (goods, both)
    # A sentence that speaks of services and leaves the scope open may mean them alone.
    return (*first, *second, *(alone if claim.scope == "unspecified" else ()))


def flow_of(claim: Claim) -> str | None:
    """The cube's flow for the indicator; for a rank, for what it ranks, by the words of the ranking where the claim does not name it."""
    if claim.indicator != "rank":
        return _FLOWS.get(claim.indicator)
    if claim.rank_basis is not None:
        return _FLOWS.get(claim.rank_basis)
    return next((flow for words, flow in _RANKED if words.search(claim.share_of or "")), None)


def sign_of(claim: Claim, flow: str | None) -> int:
    """What turns the official value into the magnitude named."""
    if flow != "balance":
        return 1
    return {"deficit": -1, "surplus": 1, None: 0}[claim.balance_sign]


def whole_of(claim: Claim, dims: Dims) -> Dims | None:
    """For a share, the world series of the same flow and product; None where the words name another whole."""
    said = claim.share_of or ""
    if claim.share is None or (said and not _WHOLE.search(said)):
        return None
    if claim.product is not None and claim.product.lower().split()[0].rstrip("s") not in said.lower():
        return None
    return dims._replace(partners=("WLD",))


def literal_readings(claim: Claim, cube: Cube, times: tuple[Timing, ...]) -> list[Reading]:
    """The readings that the sentence itself means, for which the cube has figures."""
    flow = flow_of(claim)
    sign = sign_of(claim, flow)
    found, seen = [], set()
    year_to_date = claim.period is not None and claim.period.freq == "ytd"
    for timing in times:
        if flow and (product := product_slug(claim.product)):
            note_own(cube, claim.reporter or "USA", claim.partners, flow, product, timing[:2])
        for series in literal_dims(claim, flow, cube, monthly=timing.months.length % 12 != 0):
            dims = _at_hand(cube, series, timing.months)
            kind = (dims.partners, dims.product, dims.basis, dims.family, timing)
            if kind not in seen and cube.nearest(dims, timing.months, None) is not None:
                seen.add(kind)
                scale = _averaged_over(claim, timing.months)
                found.append(Reading(dims, timing.months, timing.base, sign, scale, whole_of(claim, dims), None, year_to_date))
    return found


def _at_hand(cube: Cube, dims: Dims, months: Months) -> Dims:
    """The series itself, or the sum over a bloc's members where no table gives the bloc."""
    joint = with_members(dims, months)
    return dims if joint is None or cube.nearest(dims, months, None) is not None else joint


def _averaged_over(claim: Claim, months: Months) -> Decimal:
    """How many years (or months) a level is the average of; 1 for a plain sum."""
    if claim.value is None or claim.from_value is not None:
        return ONE
    if months.length % 12 == 0 and months.length > 12 and _YEARLY.search(claim.evidence.quote):
        return Decimal(months.length // 12)
    return Decimal(months.length) if months.length > 1 and _MONTHLY.search(claim.evidence.quote) else ONE


def scope_is_open(claim: Claim) -> bool:
    """Whether the sentence itself does not say if services are counted."""
    return claim.scope == "unspecified" or claim.scope_basis != "explicit"


def neighbours(months: Months) -> Iterator[Months]:
    """The stretches a slip of the pen lands on: the one before, the one after, the same a year before or after."""
    steps = [] if months.length % 12 == 0 else [months.length] if months.length in (1, 3, 6) and not months.is_year_to_date else []
    if months.is_year_to_date and months.length > 1:
        yield Months(months.first, months.length - 1)
        yield Months(months.first, months.length + 1)
    for step in [*steps, 12]:
        yield months.shift(-step)
        yield months.shift(step)
