"""What of a fetched table is worth keeping as a new vintage.

A table is kept by whole years. Figures that add up (months to a year), go together (exports and imports), or are ranked (all partners) are
read within one vintage; a vintage that held just the one revised month would leave them without their neighbours.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from official.gathering import figure_key
from tradeclaims.records import Observation


def worth_keeping(fetched: Sequence[Observation], stored: Iterable[Observation]) -> list[Observation]:
    """Of one vintage of each table, the years in which a figure is new or revised, each with the year before it.

    `stored` holds the newest figures known when this vintage came out. The year before is kept as well, because twelve months that end in
    the middle of a year reach into it. Empty where nothing is new.
    """
    known = {figure_key(one): (one.value, one.unit) for one in stored}
    touched: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for one in fetched:
        if known.get(figure_key(one)) != (one.value, one.unit):
            touched[_table(one)].add(_year(one))
    return [one for one in fetched if not touched[_table(one)].isdisjoint((_year(one), _year(one) + 1))]


def _table(one: Observation) -> tuple[str, ...]:
    return one.source, one.series, one.reporter, one.basis, one.adjustment


def _year(one: Observation) -> int:
    return int(one.period[:4])
