"""A statement about official figures: what it means, the sentence, and the row that holds both."""

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.gold.drawing import Look
from tests.gold.wording import Json, Said, When, dollars, number, percent

MONEY = ("value", "from_value", "change_abs")
POINTS = ("change_pct", "share")
MOVES = {1: ("rose", "increased", "climbed", "was up"), -1: ("fell", "decreased", "dropped", "was down")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a sentence says, before any number is put in."""

    kind: str
    """`level_year`, `share`, `pair` …: for tallies."""

    template: str
    """The sentence, with {value}, {change_pct} … for the numbers and {moved} for the verb."""

    claim: Json
    """The fields of the claim that are not numbers."""

    looks: Mapping[str, Look]
    """Field → its official number by day, as the sentence means it: million dollars, percent or ratio; changes with their sign."""

    published: date
    when: When
    tags: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A sentence with its numbers."""

    text: str
    claim: Json
    said: Mapping[str, Said]
    moved: int | None


def put_in_words(statement: Statement, numbers: Mapping[str, Decimal], rng: random.Random) -> Stated | None:
    """The sentence with these numbers; None where one of them is too small to be printed."""
    said: dict[str, Said] = {}
    for name, value in numbers.items():
        if name in MONEY:
            said[name] = dollars(value, rng)
        elif name in POINTS:
            said[name] = percent(value, rng)
        elif name == "factor":
            shown = round(value, 1)
            said[name] = Said(f"{shown} times", shown, Decimal("0.1"), "times")
        if name in said and said[name].value < (20_000_000 if name in MONEY else Decimal("0.3")):
            return None
    moved = next((1 if numbers[name] > 0 else -1 for name in ("change_pct", "change_abs", "moved") if name in numbers), None)
    words = {name: one.surface for name, one in said.items()}
    if moved is not None:
        words["moved"] = rng.choice(MOVES[moved])
    text = statement.template.format(**words)
    claim = {**statement.claim, **{name: number(one.value) for name, one in said.items()}}
    if moved is not None:
        claim["direction"] = "up" if moved > 0 else "down"
    if "value" in said:
        claim |= {"unit": "currency", "measure": "level"}
    if any(name in said for name in MONEY):
        claim["currency"] = "USD"
    return Stated(text=text[0].upper() + text[1:], claim=claim, said=said, moved=moved)


def numbers_of(looks: Mapping[str, Look], day: date | None) -> dict[str, Decimal] | None:
    """The official numbers of a day; None where one is missing."""
    found = {name: at(day) for name, at in looks.items()}
    return None if any(value is None for value in found.values()) else {name: value for name, value in found.items() if value is not None}


def misses(stated: Stated, numbers: Mapping[str, Decimal]) -> Decimal:
    """By how many rounding widths the worst number lies outside its own rounding; 0 where all fit, 99 for a wrong direction."""
    worst = Decimal(0)
    for name, official in numbers.items():
        if name == "moved" or name in ("change_pct", "change_abs"):
            if (official > 0) != (stated.moved == 1):
                return Decimal(99)
            if name == "moved":
                continue
        one = stated.said[name]
        size = abs(official) * (10**6 if name in MONEY else 1)
        worst = max(worst, (abs(size - one.value) - one.step / 2) / one.step)
    return max(worst, Decimal(0))


def row(statement: Statement, stated: Stated, *, group: str, outcome: str, diagnosis: str | None = None, seed: int) -> Json:
    """One line of a gold set."""
    found: dict[str, Any] = {
        "text": stated.text,
        "published": statement.published.isoformat(),
        "group": group,
        "tags": [statement.kind, *statement.tags],
        "claims": [{**stated.claim, "evidence": stated.text, "start": 0, "end": len(stated.text)}],
        "quantities": [one.as_quantity() for one in stated.said.values()],
        "expected": {"outcome": outcome, "diagnosis": diagnosis},
    }
    said = f"{seed}|{group}|{stated.text}|{statement.published}"
    return {"id": f"g{hashlib.sha256(said.encode()).hexdigest()[:10]}", **found}
