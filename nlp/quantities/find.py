"""All quantities of a text, put together from the parts of the grammar."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import chain

from nlp.quantities.amount import Amount
from nlp.quantities.currencies import currency_after, currency_before
from nlp.quantities.factors import find_factors
from nlp.quantities.folding import fold
from nlp.quantities.fractions import find_fractions
from nlp.quantities.guards import is_bare_non_quantity, is_citation
from nlp.quantities.numerals import Numeral, find_numerals
from nlp.quantities.qualifiers import add_qualifier
from nlp.quantities.ranges import join_neighbours
from nlp.quantities.ranks import find_ranks
from nlp.quantities.units import rate_after, scale_after, unit_after
from tradeclaims.records import Mention
from tradeclaims.values import Span


def find_quantities(text: str) -> list[Mention]:
    """Every amount of `text` in text order, none overlapping: money, percent, points, multiples, ranks, physical units, plain counts.

    A mention's span covers the number with its currency sign, scale word and unit; `Quantity.raw` covers the qualifier as well.
    Years, dates, times, durations and the numbers of laws, dockets and telephones are left out.
    """
    plain = fold(text)
    found: list[Amount] = []
    words = _without_overlaps(chain(find_fractions(plain), find_factors(plain), find_ranks(plain)))
    taken = iter([*words, Amount(len(plain) + 1, len(plain) + 1, Decimal(0), Decimal(0), Decimal(0))])
    word = next(taken)
    for numeral in find_numerals(plain):
        while word.end <= numeral.start:
            found.append(word)
            word = next(taken)
        if numeral.end > word.start:
            continue
        if (not found or numeral.start >= found[-1].end) and (amount := _read(plain, numeral)):
            found.append(amount)
    found.extend(a for a in chain([word], taken) if a.start <= len(plain))
    amounts = [a for a in join_neighbours(plain, found) if not a.loose]
    for amount in amounts:
        add_qualifier(plain, amount)
    return [Mention(kind="quantity", span=Span.of(text, amount.start, amount.end), quantity=amount.quantity(text)) for amount in amounts]


def _read(text: str, numeral: Numeral) -> Amount | None:
    """A number with the currency, scale and unit around it; None where it is no quantity."""
    start, end = numeral.start, numeral.end
    previous = text[start - 1 : start]
    sign = currency_before(text, start) if previous and not (previous.isdigit() or previous == ",") else None
    if sign is None and (previous.isalpha() or is_citation(text, numeral)):
        return None
    amount = Amount(start, end, numeral.value, numeral.value, numeral.step())
    if scale := scale_after(text, end, money=sign is not None):
        amount.end, factor = scale
        amount.low = amount.high = numeral.value * factor
        amount.step, amount.scale = numeral.place * factor, factor
    if sign:
        amount.start, amount.currency, amount.unit = *sign, "currency"
    else:
        _add_unit(text, amount, numeral)
    if amount.unit == "count" and amount.scale is None:
        if is_bare_non_quantity(text, numeral):
            return None
        amount.loose = numeral.spelled and numeral.value == 1
    _add_rate(text, amount)
    _add_sign(text, amount, numeral)
    return amount


def _add_unit(text: str, amount: Amount, numeral: Numeral) -> None:
    if unit := unit_after(text, amount.end, fractional=numeral.place < 1):
        amount.end, amount.unit, factor = unit
        amount.low, amount.high = amount.low * factor, amount.high * factor
        if amount.unit in ("percent", "percentage_points", "times") and amount.scale is None:
            amount.step = numeral.place * factor
    elif money := currency_after(text, amount.end):
        amount.end, amount.currency = money
        amount.unit = "currency"
    elif text.startswith(" cents", amount.end) or text.startswith(" cent ", amount.end):
        amount.end += 5 + (text[amount.end + 5 : amount.end + 6] == "s")
        amount.low, amount.high, amount.step = amount.low / 100, amount.high / 100, amount.step / 100
        amount.unit, amount.currency = "currency", "USD"


def _add_rate(text: str, amount: Amount) -> None:
    """ "$1.2 billion a day" is a rate, unit `USD/day`. Yearly amounts stay amounts."""
    if amount.unit in ("percent", "percentage_points", "times", "count") or not (rate := rate_after(text, amount.end)):
        return
    amount.end, per = rate
    amount.unit = f"{amount.currency if amount.unit == 'currency' else amount.unit}/{per}"


def _add_sign(text: str, amount: Amount, numeral: Numeral) -> None:
    """A minus sign, or a bracket around an amount that stands in a column of numbers: both mean less than nothing."""
    start = amount.start
    before = text[start - 1 : start]
    if "-" in text[start : numeral.start]:  # "$-43.2 billion"
        amount.low, amount.high = -amount.high, -amount.low
    elif before == "-" and (start == 1 or text[start - 2] in " \t\n(|"):
        amount.start -= 1
        amount.low, amount.high = -amount.high, -amount.low
    elif before == "(" and text[amount.end : amount.end + 1] == ")" and amount.unit != "count" and _in_column(text, start - 1):
        amount.start -= 1
        amount.end += 1
        amount.low, amount.high = -amount.high, -amount.low
    elif text[max(0, start - 6) : start].lower() == "minus ":
        amount.start -= 6
        amount.low, amount.high = -amount.high, -amount.low


def _in_column(text: str, bracket: int) -> bool:
    before = text[:bracket][-3:]
    return not before.strip() or before[-1:] in "\t|\n" or before.endswith("  ") or (before[-1:] == " " and before[-2:-1] in "0123456789)|")


def _without_overlaps(amounts: Iterable[Amount]) -> list[Amount]:
    """In text order; where two overlap, the longer one stays."""
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.start, -a.end)):
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept
