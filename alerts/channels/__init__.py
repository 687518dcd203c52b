"""The ways a notice can leave. One file per channel beside this one, each with a `send`; the file's name is the channel's name."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tradeclaims.errors import Misconfigured
from tradeclaims.records import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way to people."""

    name: str
    """As rules name it."""

    send: Callable[[Sequence[Notice]], str]
    """Takes notices and returns the text they leave as. Raises where they could not leave; they then wait for the next try."""


CHANNELS: dict[str, Channel] = {
    module.name: Channel(name=module.name, send=importlib.import_module(f"{__name__}.{module.name}").send)
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
}
"""Every channel of this package, by name."""


def get(name: str) -> Channel:
    """The channel with this name. Raises Misconfigured, naming those that exist."""
    if name not in CHANNELS:
        raise Misconfigured(f"no alert channel {name!r}; there are {', '.join(CHANNELS)}")
    return CHANNELS[name]


channel = get
