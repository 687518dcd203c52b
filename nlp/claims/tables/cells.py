"""The number in a cell."""

from decimal import Decimal

from nlp.claims.header_unit import HeaderUnit
from nlp.claims.sentence import Mark
from nlp.claims.tables.layout import NUMBER
from tradeclaims.values import Quantity


def number_in(text: str, start: int, end: int, unit: HeaderUnit | None, *, percent: bool) -> tuple[Mark[Quantity], bool] | None:
    """The number of the cell at `start:end` without its sign, and whether it is negative (a minus or brackets); None where it holds none."""
    hit = NUMBER.search(text, start, end)
    if hit is None:
        return None
    digits = hit.group("digits").replace(",", "")
    places = len(digits.partition(".")[2])
    scale = Decimal(1) if percent or unit is None else unit.scale
    number = Decimal(digits) * scale
    step = Decimal(10) ** -places * scale
    name, currency = ("percent", None) if percent else (unit.unit, unit.currency) if unit else ("count", None)
    negative = hit.group("sign") in ("-", "–", "−") or bool(hit.group("open") and hit.group("close"))
    quantity = Quantity(low=number, high=number, unit=name, currency=currency, step=step, raw=text[hit.start() : hit.end()].strip())
    return Mark(hit.start("digits"), hit.end("digits"), quantity), negative
