"""How well found claims, dates, events and quantities agree with labelled ones. Pure counting; `score.py` is the command.

Rows are JSON objects of the format in docs/format.md, matched by `id`. Two records can only agree where their spans overlap, and each
agrees with at most one other; the closest pairs are made first.

Claims are counted twice. *Core*: indicator, partners, measure and the main number agree. *Full*: so do reporter, scope, period, compared
period, earlier value, direction, modality and whether the claim is checkable. A period that the text only implies (no surface) is not
asked for. Dates agree by interval; events by type, status and, where the label names one, agreement. An *alarm* is an event found as done,
scheduled or proposed in a text that holds no such event: what would wake somebody for nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]

NUMBERS = ("value", "change_pct", "change_pp", "change_abs", "factor", "rank", "share")
"""Main numbers of a claim: the first of these that the label gives counts."""

FULL = ("reporter", "scope", "period", "compare_period", "from_value", "direction", "modality", "checkable")
OTHER = ("balance_sign", "currency", "unit", "qualifier", "speaker", "quotation", "product")
LIVE = frozenset({"done", "scheduled", "proposed"})
IDLE_WORDS = frozenset({"the", "mr", "ms", "president", "ambassador", "secretary", ""})


@dataclass(slots=True)
class Count:
    """Records labelled, found, and agreeing."""

    labelled: int = 0
    found: int = 0
    agreed: int = 0

    def add(self, labelled: int, found: int, agreed: int) -> None:
        """Count one text's records."""
        self.labelled += labelled
        self.found += found
        self.agreed += agreed

    @property
    def precision(self) -> float:
        """Share of the found ones that agree; 1 where nothing was to be found and nothing was."""
        return self.agreed / self.found if self.found else float(not self.labelled)

    @property
    def recall(self) -> float:
        """Share of the labelled ones that were found."""
        return self.agreed / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Everything counted over a set of rows."""

    texts: int = 0
    core: Count = field(default_factory=Count)
    full: Count = field(default_factory=Count)
    dates: Count = field(default_factory=Count)
    events: Count = field(default_factory=Count)
    fields: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in FULL + OTHER})
    """Field to [agreeing, core pairs]."""

    alarms: int = 0
    silent: int = 0
    """Texts without a claim."""

    kept_silent: int = 0
    """Of these, the ones in which none was found."""

    differences: list[str] = field(default_factory=list)
    """One line per text and disagreement."""


def score(labelled: Iterable[Row], found: Mapping[str, Row]) -> Score:
    """Counts over all labelled rows; a text without an answer counts as one in which nothing was found."""
    total = Score()
    for row in labelled:
        _add(total, row, found.get(row["id"], {}))
    return total


def _add(total: Score, row: Row, answer: Row) -> None:
    total.texts += 1
    wanted, got = row.get("claims") or [], answer.get("claims") or []
    pairs = pair_up(wanted, got, is_core, lambda a, b: sum(same(name, a, b) for name in FULL + OTHER))
    complete = [pair for pair in pairs if all(same(name, *pair) for name in FULL)]
    total.core.add(len(wanted), len(got), len(pairs))
    total.full.add(len(wanted), len(got), len(complete))
    if not wanted:
        total.silent += 1
        total.kept_silent += not got
    for a, b in pairs:
        for name, tally in total.fields.items():
            tally[0] += same(name, a, b)
            tally[1] += 1
        wrong = [f"{name} {_short(a.get(name))} ≠ {_short(b.get(name))}" for name in FULL if not same(name, a, b)]
        if wrong:
            total.differences.append(f"{row['id']} · fields · {'; '.join(wrong)} · {a['evidence'][:150]}")
    for one in wanted:
        if not any(one is a for a, _ in pairs):
            total.differences.append(f"{row['id']} · missed · {_claim(one)} · {one['evidence'][:230]}")
    for one in got:
        if not any(one is b for _, b in pairs):
            total.differences.append(f"{row['id']} · extra · {_claim(one)} · {one['evidence'][:230]}")
    _add_dates(total, row, answer)
    _add_events(total, row, answer)


def _add_dates(total: Score, row: Row, answer: Row) -> None:
    wanted, got = row.get("dates") or [], answer.get("dates") or []
    pairs = pair_up(wanted, got, same_interval, lambda a, b: 0)
    total.dates.add(len(wanted), len(got), len(pairs))
    for word, rows, side in (("missed", wanted, 0), ("extra", got, 1)):
        for one in rows:
            if not any(one is pair[side] for pair in pairs):
                when = f"{one['surface']!r} {one.get('iso_start')}..{one.get('iso_end')}"
                total.differences.append(f"{row['id']} · date {word} · {when} · published {row.get('published')} · {row['text'][:150]}")


def _add_events(total: Score, row: Row, answer: Row) -> None:
    wanted, got = row.get("events") or [], answer.get("events") or []
    pairs = pair_up(wanted, got, same_event, lambda a, b: a.get("date") == b.get("date"))
    total.events.add(len(wanted), len(got), len(pairs))
    live = {one["type"] for one in wanted if one["status"] in LIVE}
    alarms = [one for one in got if one.get("status") in LIVE and one.get("type") not in live]
    total.alarms += len(alarms)
    for word, rows, side in (("missed", wanted, 0), ("extra", got, 1)):
        for one in rows:
            if not any(one is pair[side] for pair in pairs):
                mark = " ALARM" if any(one is alarm for alarm in alarms) else ""
                what = f"{one['type']} {one['status']} {one.get('agreement')}"
                total.differences.append(f"{row['id']} · event {word}{mark} · {what} · {one['evidence'][:230]}")


def pair_up(
    wanted: Sequence[Row], found: Sequence[Row], agree: Callable[[Row, Row], bool], closeness: Callable[[Row, Row], int]
) -> list[tuple[Row, Row]]:
    """One-to-one pairs of agreeing records, the closest first; ties go to the earlier in the text."""
    options = [(-closeness(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found) if agree(a, b)]
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in sorted(options):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((wanted[i], found[j]))
    return pairs


def overlap(a: Row, b: Row) -> bool:
    """Whether two spans share a character."""
    return bool(a.get("start", 0) < b.get("end", 0) and b.get("start", 0) < a.get("end", 0))


def is_core(label: Row, found: Row) -> bool:
    """Whether indicator, partners, measure and main number agree."""
    return overlap(label, found) and all(same(name, label, found) for name in ("indicator", "partners", "measure")) and _main(label, found)


def same_event(label: Row, found: Row) -> bool:
    """Whether type, status and (where the label names one) agreement agree."""
    agreement = label.get("agreement")
    return (
        overlap(label, found)
        and label["type"] == found.get("type")
        and label["status"] == found.get("status")
        and (not agreement or agreement == found.get("agreement"))
    )


def same_interval(label: Row, found: Row) -> bool:
    """Whether two dates mean the same days."""
    return overlap(label, found) and all(label.get(end) == found.get(end) for end in ("iso_start", "iso_end"))


def same_number(a: float | str | None, b: float | str | None) -> bool:
    """Whether two numbers agree to a thousandth."""
    if a is None or b is None:
        return a is b
    x, y = float(a), float(b)
    return abs(x - y) <= 1e-3 * max(abs(x), abs(y), 1e-9)


def same(name: str, label: Row, found: Row) -> bool:
    """Whether one field agrees."""
    a, b = label.get(name), found.get(name)
    match name:
        case "scope":
            return a == b or (label.get("scope_basis") == "inferred" and b == "unspecified")
        case "period" | "compare_period":
            return _same_period(a, b)
        case "partners":
            return sorted(a or ()) == sorted(b or ())
        case "from_value":
            return same_number(a, b)
        case "speaker" | "product":
            return bool(_words(a) & _words(b)) if a and b else not a and not b
        case "quotation":
            return bool(a) == bool(b)
    return bool(a == b)


def _same_period(label: Row | None, found: Row | None) -> bool:
    if label and not label.get("surface"):
        return True
    if not label or not found:
        return not label and not found
    return label.get("start") == found.get("start") and label.get("end") == found.get("end")


def _main(label: Row, found: Row) -> bool:
    for name in NUMBERS:
        if label.get(name) is not None:
            return same_number(label[name], found.get(name))
    return all(found.get(name) is None for name in NUMBERS)


def _words(text: str) -> set[str]:
    return {word.strip(".,'’").lower() for word in text.split()} - IDLE_WORDS


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value.get('start')}..{value.get('end')} ({value.get('surface')})"
    return str(value)


def _claim(claim: Row) -> str:
    numbers = ", ".join(f"{name} {claim[name]}" for name in NUMBERS if claim.get(name) is not None)
    return f"{claim.get('reporter')}>{','.join(claim.get('partners') or [])} {claim.get('indicator')} {claim.get('measure')} {numbers}"
