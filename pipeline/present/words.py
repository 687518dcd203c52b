"""Claims, events and figures in plain words, one line each."""

from decimal import Decimal

from check.series import source_named
from check.wording import names
from tradeclaims.records import Claim, Event, OfficialValue
from tradeclaims.values import Period, Quantity

_QUALIFIERS = {
    "about": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "less_than": "less than ",
    "up_to": "up to ",
    "at_least": "at least ",
    "at_most": "at most ",
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def money(value: Decimal | int | float, currency: str | None = "USD", *, digits: int | None = None) -> str:
    """ "$27.6 billion"; at most three digits behind the point unless `digits` says otherwise."""
    sign = "-" if value < 0 else ""
    mark = _SIGNS.get(currency or "", f"{currency} " if currency else "")
    size = abs(Decimal(value))
    for scale, name in _SCALES:
        if size >= scale:
            return f"{sign}{mark}{_plain(size / scale, 3 if digits is None else digits)} {name}"
    return f"{sign}{mark}{_plain(size, 2)}"


def _plain(value: Decimal, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(amount: Quantity) -> str:
    """A quantity with its qualifier and unit."""
    hedge = _QUALIFIERS.get(amount.qualifier, "")
    if amount.unit == "currency":
        low, high = money(amount.low, amount.currency), money(amount.high, amount.currency)
    elif amount.unit in ("percent", "percentage_points"):
        unit = "%" if amount.unit == "percent" else " points"
        low, high = f"{_plain(amount.low, 3)}{unit}", f"{_plain(amount.high, 3)}{unit}"
    else:
        low, high = f"{_plain(amount.low, 3)} {amount.unit}", f"{_plain(amount.high, 3)} {amount.unit}"
    return hedge + (low if amount.low == amount.high else f"{low} to {high}")


def period(when: Period | None) -> str:
    """ "2016", "2017-05", "2017-01 to 2017-05"; "no period" for None."""
    if when is None:
        return "no period"
    if when.start is None or when.end is None:
        return f"{when.start or '…'} to {when.end or '…'}"
    if when.freq == "year":
        return str(when.start.year)
    if when.freq == "multi_year":
        return f"{when.start.year}–{when.end.year}"
    if when.freq == "month":
        return f"{when.start:%Y-%m}"
    if when.freq == "day":
        return when.start.isoformat() if when.start == when.end else f"{when.start} to {when.end}"
    note = {"ytd": " (year to date)", "12m": " (year ending)", "fiscal_year": " (fiscal year)"}.get(when.freq, "")
    return f"{when.start:%Y-%m} to {when.end:%Y-%m}{note}"


_PREPOSITIONS = {"exports": "to", "imports": "from", "tariff_rate": "on"}


def party(code: str | None) -> str:
    """A country or bloc by name: "South Korea", "US"."""
    return "US" if code == "USA" else names((code,)) if code else "unnamed country"


def flow(claim: Claim) -> str:
    """Whose flow of what with whom: "US goods deficit with South Korea"."""
    name = claim.balance_sign or claim.indicator.replace("_", " ")
    what = claim.product or ("" if claim.scope == "unspecified" else claim.scope.replace("+", " and "))
    sides = " and ".join(party(each) for each in claim.partners) or "an unnamed partner"
    if claim.indicator == "rank":
        ranked = claim.balance_sign or (claim.rank_basis or "trade").replace("_", " ")
        return f"rank of {sides} in {party(claim.reporter)} {what + ' ' if what else ''}{ranked}"
    return f"{party(claim.reporter)} {what + ' ' if what else ''}{name} {_PREPOSITIONS.get(claim.indicator, 'with')} {sides}"


def figures(claim: Claim) -> str:
    """What is said of it: "from $13.2 billion to $27.6 billion, up"."""
    parts = []
    if claim.from_value and claim.value:
        parts.append(f"from {quantity(claim.from_value)} to {quantity(claim.value)}")
    elif claim.value:
        parts.append(quantity(claim.value))
    if claim.rank is not None:
        parts.append(f"rank {claim.rank}")
    if claim.share:
        parts.append(f"share {quantity(claim.share)}")
    for name, amount in (("change", claim.change_abs), ("change", claim.change_pct), ("change", claim.change_pp)):
        if amount:
            parts.append(f"{name} {quantity(amount)}")
    if claim.factor:
        parts.append(f"{claim.factor.raw} (times {_plain(claim.factor.low, 3)})")
    if claim.direction:
        parts.append(claim.direction)
    if claim.modality != "asserted":
        parts.append(f"[{claim.modality}]")
    return ", ".join(parts) or "no figure: that there is one"


_ROLES = {
    "from_value": "against ",
    "whole": "of ",
    "from_whole": "then of ",
    "average": "an average of ",
    "change_abs": "a change of ",
    "change_pct": "a change of ",
    "change_pp": "a change of ",
}


def official(figure: OfficialValue, *, balance: bool = False) -> str:
    """An official figure with its period: "$524.1 billion in 2017"; of a balance: "deficit of $27.6 billion in 2016"."""
    if figure.unit == "USD" and balance and figure.role != "change_abs":
        shown = f"{'deficit' if figure.value < 0 else 'surplus'} of {money(abs(figure.value))}"
    elif figure.unit == "USD":
        shown = money(figure.value)
    elif figure.unit == "percent":
        shown = f"{_plain(figure.value, 2)}{' points' if figure.role == 'change_pp' else '%'}"
    elif figure.unit == "rank":
        shown = f"rank {figure.value}"
    else:
        shown = f"{_plain(figure.value, 2)} {figure.unit}"
    return f"{_ROLES.get(figure.role, '')}{shown} in {figure.period.replace('..', ' to ')}"


def source(figure: OfficialValue) -> str:
    """Who published a figure and when: "US Census Bureau, published 2024-08"."""
    return f"{source_named(figure.series.partition('/')[0]).publisher}, published {figure.vintage}"


def diagnosis(code: str) -> str:
    """What a slip means: "the twelve months ending in the month, told as January to the month"."""
    return DIAGNOSES.get(code, code.replace("_", " "))


def event(act: Event) -> str:
    """An event in one line."""
    parts = [act.type.replace("_", " "), act.status]
    if act.agreement:
        parts.append(act.agreement)
    if act.date:
        same = act.date_end is None or act.date_end == act.date
        parts.append(str(act.date) if same else f"{act.date} to {act.date_end}")
    parts.append("official document" if act.official else "report of it")
    if act.historical:
        parts.append("background")
    return " · ".join(parts)


OUTCOMES = {
    "agrees": "agrees",
    "agrees_on_other_reading": "agrees on another reading",
    "outdated": "outdated",
    "differs": "differs",
    "not_checkable": "not checkable",
}
"""Outcome codes in words."""

DIAGNOSES = {
    "year_ending_as_year_to_date": "twelve months told as the year to date",
    "year_to_date_as_full_year": "part of a year told as the whole",
    "full_year_as_year_to_date": "a whole year told as the year to date",
    "wrong_period": "the figure of another period",
    "base_year": "right from another base year",
    "goods_only_as_goods_and_services": "goods alone told as goods and services",
    "goods_and_services_as_goods": "goods and services told as goods",
    "other_basis": "the figure on another basis",
    "other_adjustment": "seasonally adjusted for not adjusted, or the reverse",
    "flow_swapped": "imports and exports swapped",
    "mirror_figures": "the partner's own figures",
    "scale": "a thousandfold slip",
    "sign": "deficit and surplus swapped",
    "inconsistent_in_document": "at odds with the same text",
}
"""Slips in words."""
