"""Collecting the figures of one job: units made one, repeats dropped, contradictions refused."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from official.connector import Fetched
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.records import Observation

Key = tuple[str, ...]


def figure_key(one: Observation) -> Key:
    """What a figure is the value of, whatever its vintage."""
    return (
        one.source, one.series, one.reporter, one.partner, one.flow, one.product, one.basis, one.adjustment, one.freq, one.period,
    )  # fmt: skip


def gathered(observations: Iterable[Observation], provenance: Mapping[str, Mapping[str, str]]) -> Fetched:
    """The figures, each once. Raises Unreadable where one answer gives two values for the same thing."""
    found: dict[Key, Observation] = {}
    for one in observations:
        key = (*figure_key(one), one.vintage)
        known = found.setdefault(key, one)
        if known.value != one.value:
            raise Unreadable(
                f"two values for {one.flow} {one.partner} {one.period} in one answer: {known.value} and {one.value}; nothing of it is kept"
            )
    return Fetched(observations=tuple(found.values()), provenance=provenance)


def decimal_of(text: str, what: str) -> Decimal:
    """A printed number, commas allowed. Raises SourceChanged for anything else; `what` names the cell."""
    try:
        value = Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        raise SourceChanged(f"{what} is {text[:40]!r}; expected a number") from None
    if not value.is_finite():
        raise SourceChanged(f"{what} is {text[:40]!r}; expected a number")
    return value


def in_millions(units: Decimal, scale: int = 0) -> Decimal:
    """Millions of a value in units of 10**scale, exact and without trailing zeros."""
    value = units.scaleb(scale - 6)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
