"""From what day on a vintage counts as public.

A full date counts from that day. A month (`2018-10`) counts from its first day: the monthly release comes in its first week, and no text
quotes figures before they are out. A bare year (`2017`) counts from 1 July: such pages are renewed at some unknown day of the year,
and the middle is the least wrong.
"""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=1024)
def public_from(vintage: str) -> date:
    """First day on which the vintage is taken to be public. Raises ValueError for other shapes than the three above."""
    parts = [int(part) for part in vintage.split("-")]
    if len(parts) == 1:
        return date(parts[0], 7, 1)
    return date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
