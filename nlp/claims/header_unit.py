"""Units said once for a whole row: "deficits, in billions of dollars, with China ($31.6)"."""

import re
from dataclasses import replace
from decimal import Decimal

from tradeclaims.values import Quantity

HEADER = re.compile(
    r"\b(?:in )?(?P<scale>billions|millions) of (?:U\.?S\.? )?dollars\b|\((?:US)?\$ ?(?P<short>billions?|millions?|bn|mn|m)\)",
    re.IGNORECASE,
)
SCALES = {"billions": Decimal(10) ** 9, "millions": Decimal(10) ** 6}
SCALED = re.compile(r"illion|trillion|\dbn?\b|\dm\b", re.IGNORECASE)


def in_header_unit(quantity: Quantity, text: str) -> Quantity:
    """The quantity with the scale that the sentence announces, where it has none of its own."""
    header = HEADER.search(text)
    if header is None or quantity.unit not in ("currency", "count") or SCALED.search(quantity.raw):
        return quantity
    scale = SCALES["billions" if (header.group("scale") or header.group("short")).lower().startswith("b") else "millions"]
    scaled = replace(quantity, low=quantity.low * scale, high=quantity.high * scale, step=quantity.step * scale)
    return scaled if quantity.unit == "currency" else replace(scaled, unit="currency", currency="USD")
