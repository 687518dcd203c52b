"""What changed between two revisions, for a terminal: whole sentences, with the words that differ marked."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from rich.console import Console
from rich.markup import escape

_WORDS = re.compile(r"\s+|[\w$€£¥₩.,%'’-]+|.", re.S)


def print_diff(out: Console, diff: dict[str, Any]) -> None:
    """`-` removed, `+` added, `~` changed: what went in [square brackets with a minus], what came with a plus."""
    out.print(f"\n[bold]changes[/]  revision {diff['from']} to {diff['to']}", highlight=False)
    if not diff["sentences"]:
        out.print("  no sentence differs", highlight=False)
    for change in diff["sentences"]:
        if change["kind"] == "added":
            out.print(f"  [green]+ {escape(change['after'])}[/]", highlight=False)
        elif change["kind"] == "removed":
            out.print(f"  [red]- {escape(change['before'])}[/]", highlight=False)
        else:
            out.print(f"  [yellow]~[/] {_marked(change['before'], change['after'])}", highlight=False)


def _marked(before: str, after: str) -> str:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    parts = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(escape(_joined(new[c:d])))
            continue
        if b > a:
            parts.append(f"[red]\\[-{escape(_joined(old[a:b]))}-][/]")
        if d > c:
            parts.append(f"[green]{{+{escape(_joined(new[c:d]))}+}}[/]")
    return "".join(parts)


def _joined(words: Sequence[str]) -> str:
    return "".join(words)
