"""What each key of a rule may hold, and the words in which a mistake is answered."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, get_args

from alerts.channels import CHANNELS
from tradeclaims.records.claim import Indicator
from tradeclaims.records.event import LIVE, EventType
from tradeclaims.records.verdict import Diagnosis, OutcomeName


class CheckFailed(Exception):
    """A value is not what its key expects; `shown` is the value, or the part of it that is wrong."""

    def __init__(self, value: Any) -> None:
        super().__init__(value)
        self.shown = repr(value) if len(repr(value)) < 80 else f"{repr(value)[:77]}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One key of a rule."""

    expected: str
    """Ends the sentence "expected …"."""

    read: Callable[[Any], Any]
    """The value as the rule holds it. Raises CheckFailed."""


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise CheckFailed(value)
    return " ".join(value.split())


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise CheckFailed(value)
    return tuple(_text(each) for each in value)


def _days(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise CheckFailed(value)
    return value


def _codes(value: Any) -> tuple[str, ...]:
    for each in (codes := _texts(value)):
        if not re.fullmatch(r"[A-Z][A-Z-]+", each):
            raise CheckFailed(each)
    return codes


def _one_of(known: Collection[str]) -> Check:
    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise CheckFailed(value)
        return value

    return Check(expected="one of " + ", ".join(known), read=read)


def _some_of(known: Collection[str], *, least: int = 0) -> Check:
    def read(value: Any) -> tuple[str, ...]:
        for each in (texts := _texts(value)):
            if each not in known:
                raise CheckFailed(each)
        if len(texts) < least:
            raise CheckFailed(value)
        return tuple(dict.fromkeys(texts))

    return Check(expected=("a list of " if not least else "a list with at least one of ") + ", ".join(known), read=read)


_LIST = Check(expected="a list of texts", read=_texts)

CHECKS: dict[str, Check] = {
    "name": Check(expected="a short text", read=_text),
    "description": Check(expected="a text", read=_text),
    "on": _one_of(("event", "verdict", "change")),
    "types": _some_of(get_args(EventType)),
    "statuses": _some_of(sorted(LIVE)),
    "agreements": _LIST,
    "outcomes": _some_of(get_args(OutcomeName)),
    "was": _some_of(get_args(OutcomeName)),
    "diagnoses": _some_of(get_args(Diagnosis)),
    "indicators": _some_of(get_args(Indicator)),
    "speakers": _LIST,
    "partners": Check(expected="a list of ISO 3166 alpha-3 or bloc codes in capitals, like KOR", read=_codes),
    "publication": _one_of(("official", "press", "any")),
    "words": _LIST,
    "max_age_days": Check(expected="a whole number of days", read=_days),
    "channels": _some_of(CHANNELS, least=1),
}
"""Every key of a rule."""

_VERDICTS = ("verdict", "change")

ONLY_FOR: dict[str, tuple[str, ...]] = {
    "types": ("event",),
    "statuses": ("event",),
    "agreements": ("event",),
    "outcomes": _VERDICTS,
    "was": ("change",),
    "diagnoses": _VERDICTS,
    "indicators": _VERDICTS,
    "speakers": _VERDICTS,
}
"""Keys that not every kind of rule has, and the kinds that have them."""
