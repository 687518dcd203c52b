"""Claims in the public JSON format back to records, so that what was read elsewhere can be checked (docs/format.md).

The format gives numbers without their rounding width. It is taken from the row's `quantities` where one has the same value, and else from
the number itself: the place of its last digit that is not zero.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from tradeclaims.errors import Unreadable
from tradeclaims.records import Claim
from tradeclaims.records.claim import Indicator, Measure, Modality, Scope
from tradeclaims.values import Period, Quantity, Span
from tradeclaims.values.quantity import QUALIFIERS

_AMOUNTS = {"value": "currency", "from_value": "currency", "change_abs": "currency", "change_pct": "percent",
            "change_pp": "percentage_points", "factor": "times", "share": "percent"}  # fmt: skip
_CHOICES: dict[str, tuple[str, ...]] = {
    "indicator": get_args(Indicator), "measure": get_args(Measure), "scope": get_args(Scope), "modality": get_args(Modality),
    "scope_basis": ("explicit", "inferred", "none"), "balance_sign": ("deficit", "surplus"), "direction": ("up", "down", "flat"),
    "qualifier": QUALIFIERS, "vintage": ("revised", "revised_base", "first_reported", "preliminary"), "rank_basis": get_args(Indicator),
}  # fmt: skip
_DEFAULTS = {"scope": "unspecified", "scope_basis": "none", "modality": "asserted", "qualifier": "exact"}
_FRACTION = Decimal(100)


def claim_from_json(said: Mapping[str, Any], text: str, *, document: str, quantities: Iterable[Mapping[str, Any]] = ()) -> Claim:
    """The claim that a JSON object of the public format states about `text`; fields left out are null.

    Raises Unreadable with the field's name and what was expected.
    """
    chosen: dict[str, Any] = {name: _choice(name, said.get(name, _DEFAULTS.get(name))) for name in _CHOICES}
    given = list(quantities)
    currency = said.get("currency") or "USD"
    amounts: dict[str, Any] = {name: _quantity(name, unit, said, chosen["qualifier"], currency, given) for name, unit in _AMOUNTS.items()}
    partners = said.get("partners")
    if not isinstance(partners, list) or not all(isinstance(code, str) for code in partners):
        raise Unreadable(f"`partners` must be a list of codes, got {partners!r}")
    rank = said.get("rank")
    if rank is not None and not isinstance(rank, int):
        raise Unreadable(f"`rank` must be a whole number, got {rank!r}")
    return Claim(
        document=document, revision=1, evidence=_evidence(said, text), reporter=said.get("reporter"), partners=tuple(partners),
        product=said.get("product"), rank=rank, share_of=said.get("share_of"), period=_period("period", said),
        compare_period=_period("compare_period", said), qualifier_surface=said.get("qualifier_surface"), speaker=said.get("speaker"),
        cue=said.get("cue"), quotation=bool(said.get("quotation")), checkable=said.get("checkable", True) is not False, **chosen, **amounts,
    )  # fmt: skip


def _choice(name: str, value: Any) -> Any:
    if value is None and name not in ("indicator", "measure"):
        return _DEFAULTS.get(name)
    if value not in _CHOICES[name]:
        raise Unreadable(f"`{name}` must be one of {', '.join(_CHOICES[name])}, got {value!r}")
    return value


def _evidence(said: Mapping[str, Any], text: str) -> Span:
    start, end = said.get("start", 0), said.get("end", len(text))
    try:
        return Span.of(text, start, end)
    except (TypeError, ValueError) as error:
        raise Unreadable(f"`start` and `end` must be offsets into the text: {error}") from error


def _quantity(
    name: str, unit: str, said: Mapping[str, Any], qualifier: str, currency: str, given: list[Mapping[str, Any]]
) -> Quantity | None:
    raw = said.get(name)
    if raw is None:
        return None
    low = _number(name, raw)
    main = name == next(one for one in _AMOUNTS if said.get(one) is not None)
    if name == "value" and said.get("unit"):
        unit = said["unit"]
    top = said.get("value_high") if main and name in ("value", "change_abs") else None
    high = low if top is None else _number("value_high", top)
    if high < low:
        raise Unreadable(f"`value_high` {high} is below `{name}` {low}")
    own = next((one for one in given if _same(one, low, unit)), None)
    step = _last_digit(low) if own is None or own.get("step") is None else _number("step", own["step"])
    if own is not None and own.get("unit") == "fraction":
        step *= _FRACTION
    hedge = qualifier if main else (own or {}).get("qualifier", "exact")
    return Quantity(
        low=low, high=high, unit=unit, currency=currency if unit == "currency" else None, step=step, qualifier=_choice("qualifier", hedge),
        raw=str((own or {}).get("surface", raw)),
    )  # fmt: skip


def _same(quantity: Mapping[str, Any], low: Decimal, unit: str) -> bool:
    """Whether a row's quantity is the number of a field; a share told in words is a fraction of one there."""
    value = _number("value", quantity.get("value", 0))
    if quantity.get("unit") == "fraction":
        return unit == "percent" and abs(value * _FRACTION - low) <= Decimal("0.5")
    return value == low and quantity.get("unit") in (unit, None)


def _number(name: str, raw: Any) -> Decimal:
    try:
        return Decimal(str(raw))
    except InvalidOperation as error:
        raise Unreadable(f"`{name}` must be a number, got {raw!r}") from error


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _period(name: str, said: Mapping[str, Any]) -> Period | None:
    given = said.get(name)
    if given is None:
        return None
    try:
        start, end = (given.get(end) and date.fromisoformat(given[end]) for end in ("start", "end"))
        return Period(start=start, end=end, freq=given["freq"], raw=given.get("surface"))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"`{name}` must be {{start, end, freq, surface}} with ISO dates: {error}") from error
