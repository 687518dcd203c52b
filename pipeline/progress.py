"""Progress of long work, for whoever watches. The stages get it passed in, so they never print."""

import sys
from collections.abc import Iterable
from typing import Protocol, TypeVar

from rich.console import Console
from rich.progress import track

Item = TypeVar("Item")


class Progress(Protocol):
    """Takes what is being done and the items; gives the items on, one by one."""

    def __call__(self, label: str, items: Iterable[Item], /) -> Iterable[Item]:
        """The items, as they are taken."""
        ...


def silent(_: str, items: Iterable[Item]) -> Iterable[Item]:
    """No display."""
    return items


def bar(label: str, items: Iterable[Item]) -> Iterable[Item]:
    """A bar on standard error while a terminal is attached, nothing otherwise."""
    if not sys.stderr.isatty():
        return items
    return track(items, description=label, console=Console(stderr=True), transient=True)
