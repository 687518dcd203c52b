"""Units said once for many figures: "deficits, in billions of dollars, with China ($31.6)", "U.S. imports, 2018 (million SME)"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from nlp.quantities import find_quantities
from tradeclaims.values import Quantity

SCALE = r"thousands?|millions?|billions?|trillions?|bn|mn|mln|bln|tn|m|b"
MONEY = r"[A-Z]{0,3}[$€£¥₩]|USD|EUR|GBP|JPY|CNY|KRW|CAD|AUD|NZD|MXN|INR|CHF|TWD|SGD|THB|VND|BRL"
NAMES = (
    r"(?:(?:U\.S\.|US|American|Canadian|Australian|New Zealand|Taiwan|Hong Kong|Singapore|Mexican|Indian) )?(?:dollars?|euros?|yen|won|yuan|pounds|pesos|rupees|baht|dong|francs)"
    r"|SMEs?|square met(?:er|re)s? equivalents?|metric tons?|tonnes|tons|vehicles|barrels|bushels|kilograms"
)
UNIT = re.compile(
    rf"(?P<money>{MONEY})[ -]?(?P<scale1>{SCALE})?(?![\w\d])(?!\s?\d)"
    rf"|\b(?P<scale2>(?i:{SCALE}))\s+(?:of\s+)?(?P<name>(?i:{NAMES}))\b"
    rf"|\b(?P<name2>(?i:{NAMES}))(?:,|\s+in)?\s+(?P<scale3>thousands|millions|billions|trillions)\b"
    rf"|\((?P<name3>{NAMES})\)|\bin\s+(?P<name4>{NAMES})\b|\bin\s+(?P<scale4>thousands|millions|billions|trillions)\b(?!\s+of\b)|^\s*(?P<name5>(?i:{NAMES}))\s*$"
)
ANNOUNCED = re.compile(
    r"\b(?:in )?(?:billions|millions) of (?:U\.?S\.? )?dollars\b|\((?:US)?\$ ?(?:billions?|millions?|bn|mn|m)\)",
    re.IGNORECASE,
)
"""Units that a sentence, and not only a title, announces for its figures."""

SCALED = re.compile(r"illion|trillion|\dbn?\b|\dm\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderUnit:
    """What a plain number counts: `unit` and `currency` as in Quantity, `scale` single units a number."""

    unit: str
    currency: str | None
    scale: Decimal

    def applied(self, quantity: Quantity) -> Quantity:
        """The quantity in this unit, where it has none of its own."""
        if quantity.unit not in ("currency", "count") or SCALED.search(quantity.raw):
            return quantity
        scaled = replace(quantity, low=quantity.low * self.scale, high=quantity.high * self.scale, step=quantity.step * self.scale)
        return scaled if quantity.unit == "currency" else replace(scaled, unit=self.unit, currency=self.currency)


def unit_of(title: str) -> HeaderUnit | None:
    """The unit that a title or a column gives for the numbers under it; None where it gives none."""
    for hit in UNIT.finditer(title):
        scale = hit.group("scale1") or hit.group("scale2") or hit.group("scale4") or (hit.group("scale3") or "").rstrip("s")
        name = hit.group("name") or hit.group("name2") or hit.group("name3") or hit.group("name4") or (hit.group("name5") or "").lower()
        words = f"{hit.group('money')}1 {_plain(scale)}" if hit.group("money") else f"1 {_plain(scale)} {name}".replace("  ", " ")
        if hit.group("scale4"):
            words = f"1 {_plain(scale)} dollars"  # "in billions": of dollars, unless the cells say otherwise
        found = [mention.quantity for mention in find_quantities(words.strip()) if mention.quantity]
        if found and found[0].unit not in ("count", "percent"):
            return HeaderUnit(unit=found[0].unit, currency=found[0].currency, scale=found[0].low)
    return None


def _plain(scale: str) -> str:
    return scale.rstrip("s") if scale.endswith("ns") or scale.endswith("ds") else scale


def in_header_unit(quantity: Quantity, text: str) -> Quantity:
    """The quantity with the unit that its sentence announces, where it has none of its own."""
    if quantity.unit not in ("currency", "count"):
        return quantity
    announced = ANNOUNCED.search(text)
    unit = unit_of(announced.group()) if announced else None
    return unit.applied(quantity) if unit else quantity
