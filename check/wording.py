"""Figures, stretches and series in plain English."""

import calendar
from decimal import Decimal

from check.blocs import bloc_of
from check.embedded import partner_names
from check.figure import Dims
from check.months import Months
from check.series import sources

_PRODUCTS = {
    "all_goods": "goods", "goods_services": "goods and services", "services": "services",
    "textiles_apparel": "textiles and apparel",
}  # fmt: skip
MONTHS = tuple(calendar.month_name)
"""English names, from 1 on; the calendar's own list asks for the locale each time."""

_BASES = {"census": "Census basis", "bop": "balance-of-payments basis", "korea_customs": "Korean customs basis"}
_ADJUSTMENTS = {"nsa": "not seasonally adjusted", "sa": "seasonally adjusted"}


def money(million: Decimal, step: Decimal = Decimal(0)) -> str:
    """ "$27.6 billion", "$887 million"; as many decimals as `step` (million dollars) asks for, at least one above a billion."""
    size = abs(million)
    unit, word = (Decimal(1_000_000), "trillion") if size >= 1_000_000 else (Decimal(1000), "billion")
    if size < 1000:
        unit, word = Decimal(1), "million"
    places = max(0, -(step / unit).normalize().as_tuple().exponent) if step else (0 if word == "million" else 1)  # type: ignore[operator]
    if word == "trillion":
        places = max(places, 2) if not step else places
    return f"{'-' if million < 0 else ''}${size / unit:,.{min(places, 6)}f} {word}"


def exact_money(million: Decimal) -> str:
    """ "$27.6 billion (27,624.6 million)"; below a billion once."""
    return money(million) if abs(million) < 1000 else f"{money(million)} ({abs(million):,.1f} million)"


def number(value: Decimal, places: int = 1) -> str:
    """A plain number, trailing zeros kept off."""
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def months_words(months: Months, *, year_to_date: bool = False) -> str:
    """ "2016", "May 2017", "January to May 2017", "the twelve months to May 2017", "2009 to 2016"."""
    month = f"{MONTHS[months.last % 12 + 1]} {months.year}"
    if months.is_years:
        return str(months.year) if months.length == 12 else f"{months.first // 12} to {months.year}"
    if months.length == 1:
        return month
    if months.length == 12:
        return f"the twelve months to {month}"
    if months.length == 3 and months.first % 3 == 0 and not year_to_date:
        return f"the {['first', 'second', 'third', 'fourth'][months.first % 12 // 3]} quarter of {months.year}"
    start = MONTHS[months.first % 12 + 1]
    return f"{start} to {month}" if months.first // 12 == months.year else f"{start} {months.first // 12} to {month}"


def dims_words(dims: Dims) -> str:
    """ "goods, Census basis, not seasonally adjusted"; for figures of another country's own: "Korean customs basis", "customs basis of China"."""
    basis = _BASES.get(dims.basis) or f"{dims.basis.replace('_', ' ')} basis of {names((dims.reporter,))}"
    words = [_PRODUCTS.get(dims.product, dims.product.replace("_", " ")), basis, _ADJUSTMENTS[dims.adjustment]]
    for source in sources().values():
        if dims.family in source.definitions:
            words.append(source.definitions[dims.family])
    return ", ".join(words)


def names(partners: tuple[str, ...]) -> str:
    """Partners by name: "Canada and Mexico", "Germany, France and Italy", "the 10 ASEAN members"."""
    if bloc := bloc_of(partners):
        return bloc
    known = partner_names()
    *others, last = [known.get(partner, partner.replace("-", " ").title() if len(partner) > 8 else partner) for partner in partners]
    return f"{', '.join(others)} and {last}" if others else last


def flow_words(dims: Dims, value: Decimal) -> str:
    """ "goods deficit with South Korea", "imports of apparel from China", "trade in goods with Japan"."""
    product, partner = _PRODUCTS.get(dims.product, dims.product.replace("_", " ")), names(dims.partners)
    owner = "" if dims.reporter == "USA" else f"{names((dims.reporter,))}'s "
    match dims.flow:
        case "balance":
            return f"{owner}{product} {'deficit' if value < 0 else 'surplus'} with {partner}"
        case "exports":
            return f"{owner}exports of {product} to {partner}"
        case "imports":
            return f"{owner}imports of {product} from {partner}"
    return f"{owner}trade in {product} with {partner}"
