"""Whether a small gap may be a revision that no embedded vintage shows."""

from decimal import Decimal

from check.cube import Cube
from check.evaluate import Evaluation
from check.verdicts import gap_words

USUAL = Decimal("0.005")
"""Nine of ten yearly revisions move the exports to, or the imports from, a large partner by no more than half a percent: between the embedded
vintages of 2017-01, 2018-10 and 2023-03, of 38 partners with more than $5 billion. A balance moves by as much of its larger flow."""

OF_BALANCE = Decimal("0.02")
"""No more than this part of a balance, however small it is beside its flows."""


def first_print_unknown(cube: Cube, then: Evaluation, now: Evaluation) -> str | None:
    """The lead of a verdict where the figures of the text's day are not known and the gap is no larger than they are usually revised by.

    None where they are known, where the gap is larger, or where something else than an amount misses.
    """
    if not then.late or any(one.part.role not in ("value", "from_value") for one in now.compared if not one.fits):
        return None
    for one in now.compared:
        if not one.fits and not _within(cube, now, one.part.role == "from_value", abs(one.part.centre - one.official)):
            return None
    return (
        f"Not checkable to the last digit: the text is older than every embedded vintage of the figure, the earliest of {then.new.vintage}, "
        f"and the gap of {gap_words(now)} is no larger than figures are usually revised by. "
    )


def _within(cube: Cube, now: Evaluation, earlier: bool, gap: Decimal) -> bool:
    figure = now.old if earlier else now.new
    if figure is None:
        return False
    gap *= now.reading.scale
    if figure.dims.flow != "balance":
        return gap <= USUAL * abs(figure.value)
    flows = (cube.nearest(figure.dims._replace(flow=flow), figure.months, None) for flow in ("exports", "imports"))
    larger = max((abs(one.value) for one in flows if one is not None), default=abs(figure.value))
    return gap <= min(USUAL * larger, OF_BALANCE * abs(figure.value))
