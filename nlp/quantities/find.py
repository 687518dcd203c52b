"""All quantities of a text, put together from the parts of the grammar."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import chain

from nlp.quantities.amount import Amount
from nlp.quantities.compounds import compound_after, join_parts, one_of_kind
from nlp.quantities.currencies import cents_after, currency_after, currency_before, weight_after
from nlp.quantities.durations import NAMES, duration_after, find_halves
from nlp.quantities.factors import find_factors
from nlp.quantities.folding import fold
from nlp.quantities.fractions import find_fractions, ratio_at
from nlp.quantities.guards import goes_on, is_bare_non_quantity, is_citation, is_yearlike
from nlp.quantities.labels import is_label
from nlp.quantities.numerals import Numeral, find_numerals
from nlp.quantities.qualifiers import add_qualifier
from nlp.quantities.ranges import join_neighbours
from nlp.quantities.ranks import find_ranks
from nlp.quantities.rates import rate_after
from nlp.quantities.scales import metres_after, scale_after
from nlp.quantities.units import RATIOS, unit_after
from tradeclaims.records import Mention
from tradeclaims.values import Span


def find_quantities(text: str) -> list[Mention]:
    """Every amount of `text` in text order, none overlapping: money, percent, points, multiples, ranks, spans of time, physical units, plain counts.

    A mention's span covers the number with its currency sign, scale word and unit; `Quantity.raw` covers the qualifier as well.
    Years, dates, times, names with a number in them and the numbers of laws, dockets and telephones are left out.
    """
    plain = fold(text)
    found: list[Amount] = []
    words = _without_overlaps(chain(find_fractions(plain), find_factors(plain), find_ranks(plain), find_halves(plain)))
    taken = iter([*words, Amount(len(plain) + 1, len(plain) + 1, Decimal(0), Decimal(0), Decimal(0))])
    word = next(taken)
    citation: Numeral | None = None
    for numeral in find_numerals(plain):
        while word.end <= numeral.start:
            found.append(word)
            word = next(taken)
        if numeral.end > word.start or (found and numeral.start < found[-1].end):
            continue
        if amount := ratio_at(plain, numeral):
            found.append(amount)
            continue
        cited, amount = _read(plain, numeral, citation)
        citation = numeral if cited else None
        if amount:
            found.append(amount)
    found.extend(a for a in chain([word], taken) if a.start <= len(plain))
    amounts = [a for a in join_neighbours(plain, join_parts(plain, found)) if not a.loose]
    for amount in amounts:
        add_qualifier(plain, amount)
    return [Mention(kind="quantity", span=Span.of(text, amount.start, amount.end), quantity=amount.quantity(text)) for amount in amounts]


def _read(text: str, numeral: Numeral, citation: Numeral | None) -> tuple[bool, Amount | None]:
    """Whether a number is a code, such as a section of a law; and the amount with currency, scale and unit around it, None where it is none."""
    start, end = numeral.start, numeral.end
    previous = text[start - 1 : start] if start else ""
    sign = currency_before(text, start) if previous and not (previous.isdigit() or previous == ",") else None
    if sign is None and (previous.isalpha() or is_citation(text, numeral)):
        return not previous.isalpha(), None
    amount = Amount(start, end, numeral.value, numeral.value, numeral.step())
    metres = None if sign or numeral.spelled else metres_after(text, start, end)
    if metres:
        amount.end, amount.unit = metres, "meters"
    elif scale := scale_after(text, end, money=sign is not None):
        amount.end, factor = scale
        amount.low = amount.high = numeral.value * factor
        amount.step, amount.scale = numeral.place * factor, factor
    if sign:
        amount.start, amount.currency, amount.unit = *sign, "currency"
    elif not metres:
        _add_unit(text, amount, numeral)
    if amount.unit == "count":
        if compound := compound_after(text, amount.end):
            if numeral.spelled and numeral.value == 1:
                return False, None
            amount.end, amount.unit = compound
        elif numeral.spelled and numeral.value == 1 and amount.scale is None and (one := one_of_kind(text, end)):
            amount.end, amount.unit = one
        elif amount.scale is None:
            if citation is not None and goes_on(text, citation, numeral):
                return True, None
            if is_bare_non_quantity(text, numeral) or is_label(text, numeral):
                return False, None
            amount.loose = numeral.spelled and numeral.value == 1
    elif text[start - 4 : start] in ("per ", "Per "):
        return False, None
    _add_rate(text, amount)
    _add_sign(text, amount, numeral)
    return False, amount


def _add_unit(text: str, amount: Amount, numeral: Numeral) -> None:
    one, yearlike = numeral.spelled and numeral.value == 1, is_yearlike(numeral)
    if span := duration_after(text, amount.start, amount.end, one=one, yearlike=yearlike):
        amount.end, amount.unit, factor = span
        amount.low, amount.high = amount.low * factor, amount.high * factor
    elif weight := weight_after(text, amount.start, amount.end, scaled=amount.scale is not None):
        amount.end, amount.unit = weight, "pounds"
    elif unit := unit_after(text, amount.end, fractional=numeral.place < 1):
        amount.end, amount.unit, factor = unit
        amount.low, amount.high = amount.low * factor, amount.high * factor
        if amount.unit in RATIOS and amount.scale is None:
            amount.step = numeral.place * factor
    elif money := currency_after(text, amount.end, large=amount.scale is not None or numeral.value >= 100):
        amount.end, amount.currency = money
        amount.unit, amount.named = "currency", True
    elif cents := cents_after(text, amount.end):
        amount.end, amount.currency = cents
        amount.cents = Decimal("0.01")
        amount.low, amount.high, amount.step = amount.low / 100, amount.high / 100, amount.step / 100
        amount.unit, amount.named = "currency", True


def _add_rate(text: str, amount: Amount) -> None:
    """ "$1.2 billion a day" is a rate, unit `USD/day`. Yearly amounts stay amounts."""
    if amount.unit in RATIOS or amount.unit == "count" or amount.unit in NAMES:
        return
    if rate := rate_after(text, amount.end, money=amount.currency is not None):
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
    elif text[max(0, start - 6) : start].lower() == "minus " and text[max(0, start - 9) : start - 6] != "or ":
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
