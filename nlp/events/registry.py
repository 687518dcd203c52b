"""The kinds of events, found by walking the package `nlp.events.kinds`: a new kind is a new file there."""

import pkgutil
from functools import cache
from importlib import import_module

import nlp.events.kinds
from nlp.events.kind import Kind, Trigger
from nlp.needles import Prefilter


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every KIND of the package, by file name. Raises AttributeError for a file that declares none."""
    found = pkgutil.iter_modules(nlp.events.kinds.__path__)
    return tuple(import_module(f"nlp.events.kinds.{module.name}").KIND for module in sorted(found, key=lambda m: m.name))


@cache
def all_wordings() -> tuple[tuple[Kind, Trigger], ...]:
    """Every wording of every kind, in the order in which they are tried."""
    return tuple((kind, wording) for kind in all_kinds() for wording in kind.triggers)


@cache
def prefilter() -> Prefilter:
    """Says which of `all_wordings` a sentence can hold: most sentences hold the words of none."""
    return Prefilter(wording.pattern for _, wording in all_wordings())
