"""Does a listing look the way its source declares? Silence, a shrunken list and old news are alarms, not results."""

from collections.abc import Iterator
from datetime import date

from crawler.source import Expect

SHRUNKEN = 0.4
"""A steady listing with less than this share of its usual rows has changed."""

WORTH = 8
"""Fewer usual rows than this say nothing about shrinking."""


def findings(expect: Expect, *, url: str, rows: int, newest: date | None, usual: int | None, today: date) -> Iterator[str]:
    """Why a listing that was read is not what was expected, one line each; nothing for a good one.

    `rows` counts all rows, `newest` is the day of the newest one not in the future, `usual` the median of earlier runs where known.
    """
    if rows < expect.min_listed:
        yield f"{url} lists {rows}, expected at least {expect.min_listed}"
    elif expect.steady and usual is not None and usual >= WORTH and rows < SHRUNKEN * usual:
        yield f"{url} has shrunk: it lists {rows}, usually {usual}"
    if expect.gap_days and newest and (age := (today - newest).days) > expect.gap_days:
        yield f"{url} is stale: its newest item is of {newest}, {age} days old, expected at most {expect.gap_days}"
