"""How well found quantities agree with labelled ones, over general text.

A label is {surface, value, value_high, unit, currency, qualifier}; `unit` is "percent", "percentage points", a physical unit, what is counted, or
empty. A found quantity agrees in *value* where the spans overlap and both ends of the number are the same. *Money* and *percent* count
only quantities of that kind on either side, and ask for the currency as well.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring import Count, overlap, pair_up, same_number

Row = Mapping[str, Any]


@dataclass(slots=True)
class AmountScore:
    """Counts over labelled quantities."""

    texts: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in ("value", "money", "percent")})
    differences: list[str] = field(default_factory=list)


def score_amounts(labelled: Iterable[Row], found: Mapping[str, Row]) -> AmountScore:
    """Counts over all labelled rows."""
    total = AmountScore()
    for row in labelled:
        total.texts += 1
        wanted = [_placed(one, row["text"]) for one in row["quantities"]]
        got = [one for one in found.get(row["id"], {}).get("quantities") or [] if one.get("unit") != "rank"]
        pairs = _count(total.counts["value"], wanted, got, _same_value)
        _count(total.counts["money"], [q for q in wanted if q.get("currency")], [q for q in got if q.get("currency")], _same_money)
        _count(
            total.counts["percent"],
            [q for q in wanted if q.get("unit") == "percent"],
            [q for q in got if q.get("unit") == "percent"],
            _same_value,
        )
        for word, rows, side in (("missed", wanted, 0), ("extra", got, 1)):
            for one in rows:
                if not any(one is pair[side] for pair in pairs):
                    what = f"{one['surface']!r} {one.get('value')} {one.get('unit')}"
                    total.differences.append(f"{row['id']} · amount {word} · {what} · {row['text'][:200]}")
    return total


def _placed(label: Row, text: str) -> Row:
    start = -1
    for _ in range(label.get("nth", 1)):
        start = text.find(label["surface"], start + 1)
    if start < 0:
        raise ValueError(f"label {label['surface']!r} is not in {text[:60]!r}")
    return {**label, "start": start, "end": start + len(label["surface"])}


def _count(count: Count, wanted: list[Row], got: list[Row], agree: Callable[[Row, Row], bool]) -> list[tuple[Row, Row]]:
    pairs = pair_up(wanted, got, agree, lambda a, b: 0)
    count.add(len(wanted), len(got), len(pairs))
    return pairs


def _same_value(label: Row, found: Row) -> bool:
    high = label.get("value_high")
    return (
        overlap(label, found)
        and same_number(label["value"], found.get("value"))
        and (high is None or same_number(high, found.get("value_high")))
    )


def _same_money(label: Row, found: Row) -> bool:
    return _same_value(label, found) and label.get("currency") == found.get("currency")
