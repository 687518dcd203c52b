"""The schema as an append-only diary: one file per step, applied in the order of their numbers, never edited once released."""

import importlib
import pkgutil

from store.migrations.registry import migrations

__all__ = ["migrations", "names"]

names: tuple[str, ...] = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("m")))
"""All steps this version knows, oldest first."""

for _name in names:
    importlib.import_module(f"{__name__}.{_name}")
