"""Official figures drawn at random from the embedded cube, on a day on which somebody could have quoted them."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from check.cube import Cube
from check.figure import Dims, Figure
from check.months import Months
from tests.gold.wording import last_day

COUNTRIES = {
    "KOR": "South Korea", "CHN": "China", "MEX": "Mexico", "CAN": "Canada", "JPN": "Japan", "DEU": "Germany", "VNM": "Vietnam",
    "GBR": "the United Kingdom", "IND": "India", "FRA": "France", "ITA": "Italy", "BRA": "Brazil", "TWN": "Taiwan", "THA": "Thailand",
    "MYS": "Malaysia", "SGP": "Singapore", "AUS": "Australia", "NLD": "the Netherlands", "CHE": "Switzerland", "IRL": "Ireland",
}  # fmt: skip
FLOWS = {"exports": "exports", "imports": "imports", "balance": "balance", "total_trade": "total"}
LAST_DAY = date(2026, 11, 1)
NOT_BEFORE = timedelta(days=36)
"""Figures of a month come out about five weeks after its end."""

Look = Callable[[date | None], Decimal | None]
"""A number by the figures public on a day; None for today's."""


class Drawn(NamedTuple):
    """Where a figure stands, the day of the text, and the figure current on it."""

    dims: Dims
    months: Months
    published: date
    figure: Figure


def dims_of(partners: tuple[str, ...], indicator: str, scope: str = "goods") -> Dims:
    """The series that a sentence of that scope means by the field's defaults; monthly totals of the world need `sa` set by hand."""
    product, basis = {"goods": ("all_goods", "census"), "goods+services": ("goods_services", "bop"), "services": ("services", "bop")}[scope]
    return Dims("USA", partners, FLOWS[indicator], product, basis, "nsa")


def draw(cube: Cube, rng: random.Random, dims: Dims, months: Months) -> Drawn | None:
    """A vintage of the figure and a day on which it was the newest: mostly the newest of all, else an earlier one."""
    history = [figure for figure in cube.history(dims, months) if not figure.step]
    if not history:
        return None
    place = len(history) - 1 if rng.random() < 0.6 else rng.randrange(len(history))
    figure = history[place]
    start = max(figure.day, last_day(months) + NOT_BEFORE)
    end = min(
        LAST_DAY,
        start + timedelta(days=400),
        *(later.day - timedelta(days=1) for later in cube.history(dims, months) if later.day > figure.day),
    )
    if end <= start:
        return None
    published = start + timedelta(days=rng.randrange((end - start).days))
    current = cube.newest(dims, months, published)
    return Drawn(dims, months, published, current) if current is not None and current.value == figure.value else None


def look(cube: Cube, dims: Dims, months: Months) -> Look:
    """Size of a figure in million dollars, by day."""

    def at(day: date | None) -> Decimal | None:
        figure = cube.newest(dims, months, day)
        return None if figure is None or figure.step else abs(figure.value)

    return at


def sign_at(cube: Cube, dims: Dims, months: Months) -> Decimal:
    """The newest value with its sign; 0 where there is none."""
    figure = cube.newest(dims, months)
    return figure.value if figure else Decimal(0)
