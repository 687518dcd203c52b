"""The kinds of events, found by walking the package `nlp.events.kinds`: a new kind is a new file there."""

import pkgutil
import re
from functools import cache
from importlib import import_module

import nlp.events.kinds
from nlp.events.kind import Kind
from nlp.lowercase import in_small_letters


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every KIND of the package, by file name. Raises AttributeError for a file that declares none."""
    found = pkgutil.iter_modules(nlp.events.kinds.__path__)
    return tuple(import_module(f"nlp.events.kinds.{module.name}").KIND for module in sorted(found, key=lambda m: m.name))


@cache
def joint_gate() -> re.Pattern[str]:
    """One expression for the gates of all kinds: most sentences pass none, and one search says so."""
    return in_small_letters("|".join(f"(?:{kind.gate.pattern})" for kind in all_kinds()))
