"""Which quantities can be a figure of trade, and how claims count them."""

from dataclasses import replace

from tradeclaims.values import Quantity

_UNITS = frozenset(
    [
        "currency", "percent", "percentage_points", "times", "rank", "count", "SME", "metric tons", "tons", "vehicles", "barrels", "bushels", "gallons",
        "liters", "hectoliters", "kilograms", "pounds", "head", "bales", "pairs", "cubic meters", "cubic feet", "square meters", "TEU", "acres", "hectares",
        "megawatts", "kilometers", "miles",
    ]
)  # fmt: skip
_TIMES = ("day", "month", "hour", "minute")


def as_trade_figure(quantity: Quantity) -> Quantity | None:
    """The quantity as claims know it; None for spans of time, ages, lengths and whatever else no flow is measured in.

    Basis points become percentage points, and points of an unsaid kind a number; a price per piece is no flow's.
    """
    unit, _, per = quantity.unit.partition("/")
    if quantity.unit == "basis_points":
        hundredths = {name: getattr(quantity, name) / 100 for name in ("low", "high", "step")}
        return replace(quantity, unit="percentage_points", **hundredths)
    if quantity.unit == "points":
        return replace(quantity, unit="count")
    if not per:
        return quantity if unit in _UNITS else None
    if per in _TIMES:
        return replace(quantity, currency=None)
    return None
