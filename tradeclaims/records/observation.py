"""One official figure."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """The value of one series for one period, as published in one vintage."""

    series: str
    """The publisher's table: `us_trade_in_goods_by_country`."""

    source: str
    """Publisher: `census`, `bea`, `fred`, `otexa`, `ustr` …"""

    reporter: str
    """ISO3 of the reporting country."""

    partner: str
    """ISO3, `WLD`, `EU`, or the publisher's name of an aggregate."""

    flow: str
    """`exports`, `imports`, `balance` or `total`."""

    product: str
    """`all_goods`, `services`, `goods_services`, `textiles_apparel`, `textiles`, `apparel` …"""

    basis: str
    """`census`, `bop` (balance of payments) or another reporter's customs basis."""

    adjustment: str
    """`nsa` or `sa` (seasonally adjusted)."""

    freq: str
    """`A` year, `Q` quarter, `M` month, `YTD` January to the month, `YE` twelve months ending with the month."""

    period: str
    """`2016`, `2016-Q2` or `2016-05`."""

    value: Decimal
    """In million units of `unit`, exactly as published; a place for ranks."""

    unit: str
    """`USD_million`, `USD_million_rounded_0.1bn` (printed rounded) …, or `rank`."""

    vintage: str
    """When it was published: `2018-10` or a full date or a year."""

    provenance: str
    """Key into the provenance table: the public address it was taken from."""
