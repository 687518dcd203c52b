"""The lists of names beside this file, read once. Each is JSON Lines: one thing of the world per line."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_gazetteer(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of `name`.jsonl. Raises FileNotFoundError for a list that does not exist."""
    text = files("nlp.names").joinpath(f"{name}.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.splitlines() if line.strip())
