"""The connectors: one file each in `official/agencies`, found by walking the package."""

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from official import agencies
from official.connector import Connector
from tradeclaims.errors import Misconfigured


@cache
def connectors() -> dict[str, Connector]:
    """Name → connector, in order of their names."""
    found = {}
    for module in pkgutil.iter_modules(agencies.__path__):
        declared = getattr(import_module(f"{agencies.__name__}.{module.name}"), "CONNECTOR", None)
        if isinstance(declared, Connector):
            found[declared.name] = declared
    return dict(sorted(found.items()))


def chosen(names: Sequence[str]) -> list[Connector]:
    """The named connectors, each once; all for no names. Raises Misconfigured for an unknown one."""
    known = connectors()
    if unknown := [name for name in names if name not in known]:
        raise Misconfigured(f"unknown official source {unknown[0]!r}; expected {', '.join(known)}")
    return [known[name] for name in dict.fromkeys(names)] or list(known.values())
