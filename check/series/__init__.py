"""Statistical sources: one file each, found by walking this package.

A file declares `SOURCE`. A source without a file is used like any other, in last place.
"""

import pkgutil
from functools import cache
from importlib import import_module

from check.series.source import Source


@cache
def sources() -> dict[str, Source]:
    """Source name → what is known of it."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        declared = getattr(import_module(f"{__name__}.{module.name}"), "SOURCE", None)
        if isinstance(declared, Source):
            found[declared.name] = declared
    return found


def source_named(name: str) -> Source:
    """The declared source, or a plain one for a name nobody declared."""
    return sources().get(name) or Source(name=name, publisher=name, url="", priority=99)
