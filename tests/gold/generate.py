"""A gold set of any size from the embedded figures: the same seed gives the same rows.

    python -m tests.gold.generate --seed 1 --count 500 > rows.jsonl

Groups: `true`, `slip`, `changed` (a number moved at random, beyond rounding) and `unjudged` (forecasts, hypotheticals, targets, denials, opinions).
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from check.cube import Cube, load_embedded
from tests.gold.slips import SLIPS
from tests.gold.statements import TRUE, level
from tests.gold.stating import Stated, Statement, misses, numbers_of, put_in_words, row
from tests.gold.wording import Json

NEAR_MISS = Decimal(1)
"""A number counts as wrong when it lies more than this many rounding widths outside the rounding of every vintage."""

UNJUDGED = {
    "forecast": ("forecast", "Economists expect that on revision {s}"),
    "hypothetical": ("hypothetical", "If tariffs had been lifted, {s}"),
    "target": ("target", "Officials want a result in which {s}"),
    "denied": ("denied", "It is not true that {s}"),
    "opinion": ("asserted", "To my mind it is shameful that {s}"),
}
"""Name → its modality in the format, and the frame for a plain sentence."""


def generate(cube: Cube, seed: int, count: int) -> Iterator[Json]:
    """`count` rows of each of the four groups."""
    rng = random.Random(seed)
    for make in (_true, _slip, _changed, _unjudged):
        made, seen = 0, set()
        while made < count:
            found = make(cube, rng, seed, made)
            if found is not None and found["id"] not in seen:
                seen.add(found["id"])
                made += 1
                yield found


def statement_of(cube: Cube, rng: random.Random) -> Statement:
    """A true statement of any kind."""
    kinds, weights = zip(*TRUE, strict=True)
    while True:
        found = rng.choices(kinds, weights)[0](cube, rng)
        if found is not None:
            return found


def _stated(statement: Statement, rng: random.Random) -> Stated | None:
    numbers = numbers_of(statement.looks, statement.published)
    return None if numbers is None else put_in_words(statement, numbers, rng)


def _true(cube: Cube, rng: random.Random, seed: int, turn: int) -> Json | None:
    statement = statement_of(cube, rng)
    stated, today = _stated(statement, rng), numbers_of(statement.looks, None)
    if stated is None or today is None:
        return None
    # Up to one half of a rounding width beyond the interval is too little a revision to be called one (docs/checking.md).
    outcome = "agrees" if misses(stated, today) <= Decimal("0.5") else "outdated"
    return row(statement, stated, group="true", outcome=outcome, seed=seed)


def _slip(cube: Cube, rng: random.Random, seed: int, turn: int) -> Json | None:
    diagnosis = tuple(SLIPS)[turn % len(SLIPS)]
    slipped = SLIPS[diagnosis](cube, rng)
    if slipped is None:
        return None
    numbers = numbers_of(slipped.looks, slipped.statement.published)
    stated = numbers and put_in_words(slipped.statement, numbers, rng)
    if not stated or (_fits_some_day(slipped.statement, stated) and diagnosis not in ("mirror_figures", "sign")):
        return None
    return row(slipped.statement, stated, group="slip", outcome="agrees_on_other_reading", diagnosis=diagnosis, seed=seed)


def _changed(cube: Cube, rng: random.Random, seed: int, turn: int) -> Json | None:
    statement = statement_of(cube, rng)
    if not statement.looks:
        return _other_place(statement, rng, seed)
    numbers = numbers_of(statement.looks, statement.published)
    names = [name for name in statement.looks if name != "moved"]
    if numbers is None or not names:
        return None
    wrong = dict(numbers)
    name = rng.choice(names)
    if name == "change_pct":
        wrong[name] = numbers[name] + Decimal(str(round(rng.uniform(-20, 20), 2)))
    elif name == "share":
        wrong[name] = min(Decimal(99), numbers[name] * Decimal(2) ** Decimal(str(round(rng.uniform(-1, 1), 3))))
    else:
        wrong[name] = numbers[name] * Decimal(2) ** Decimal(str(round(rng.uniform(-1, 1), 4)))
    stated = put_in_words(statement, wrong, rng)
    if stated is None or _fits_some_day(statement, stated):
        return None
    return row(replace(statement, tags=(*statement.tags, f"changed_{name}")), stated, group="changed", outcome="differs", seed=seed)


def _other_place(statement: Statement, rng: random.Random, seed: int) -> Json | None:
    if statement.kind != "rank":
        return None
    right = statement.claim["rank"]
    wrong = rng.choice([place for place in range(1, 15) if place != right])
    words = ("", "largest", "second-largest", "third-largest", "fourth-largest", "fifth-largest", "sixth-largest", "seventh-largest", "eighth-largest",
             "ninth-largest", "10th-largest", "11th-largest", "12th-largest", "13th-largest", "14th-largest", "15th-largest")  # fmt: skip
    template = statement.template.replace(f" {words[right]} ", f" {words[wrong]} ")
    stated = put_in_words(replace(statement, template=template, claim=statement.claim | {"rank": wrong}), {}, rng)
    return stated and row(statement, stated, group="changed", outcome="differs", seed=seed)


def _unjudged(cube: Cube, rng: random.Random, seed: int, turn: int) -> Json | None:
    statement = level(cube, rng)
    if statement is None:
        return None
    name = tuple(UNJUDGED)[turn % len(UNJUDGED)]
    modality, frame = UNJUDGED[name]
    numbers = numbers_of(statement.looks, statement.published)
    if numbers is None:
        return None
    if rng.random() < 0.5:
        numbers = {key: value * Decimal(2) ** Decimal(str(round(rng.uniform(-1, 1), 4))) for key, value in numbers.items()}
    sentence = statement.template[0].lower() + statement.template[1:] if not statement.template.startswith("U.S.") else statement.template
    claim = statement.claim | {"modality": modality, "checkable": modality == "denied"}
    framed = replace(statement, template=frame.replace("{s}", sentence), claim=claim, tags=(*statement.tags, name))
    stated = put_in_words(framed, numbers, rng)
    return stated and row(framed, stated, group="unjudged", outcome="not_checkable", seed=seed)


def _fits_some_day(statement: Statement, stated: Stated) -> bool:
    """Whether the numbers lie within the rounding, or as near as makes no difference, of what the sentence means, by the day's or by today's figures."""
    for day in (statement.published, None):
        numbers = numbers_of(statement.looks, day)
        if numbers is not None and misses(stated, numbers) <= NEAR_MISS:
            return True
    return False


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500, help="rows of each group")
    args = parser.parse_args()
    for one in generate(load_embedded(), args.seed, args.count):
        print(json.dumps(one, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
