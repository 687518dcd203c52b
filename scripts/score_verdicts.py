#!/usr/bin/env python3
"""The checker's figures on the gold verdicts.

    scripts/score_verdicts.py [--seed N …] [--count N] [--part tuned|held|both] [--wrong N] [--read]

The rows written by hand in tests/gold/written.jsonl in two parts (`held` is only scored), and a set generated from the embedded figures with a seed. The structured
claims of each row are checked, so that checking is measured apart from reading; `--read` also reads the sentences and checks what was read.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from check.cube import Cube, load_embedded
from tests.gold.generate import generate
from tests.gold.rows import is_held, verdicts_of, written
from tradeclaims.contract import claim_json
from tradeclaims.records import Claim, Document, Verdict

Row = dict[str, Any]
FRESH_SEED = 20261125
"""No rule was mended after looking at a row of this seed."""

COUNT = 1000
JUDGED = ("agrees", "agrees_on_other_reading", "outdated", "differs")
GROUPS = ("true", "slip", "changed", "unjudged")


class Judged(NamedTuple):
    """A row with the verdict on its claim; None where no claim was read."""

    row: Row
    verdict: Verdict | None

    @property
    def outcome(self) -> str:
        """The outcome, or `none`."""
        return self.verdict.outcome if self.verdict else "none"

    @property
    def right(self) -> bool:
        """Outcome and diagnosis as expected."""
        expected = self.row["expected"]
        return self.verdict is not None and (self.outcome, self.verdict.diagnosis) == (expected["outcome"], expected["diagnosis"])


def main() -> None:
    """Check, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, action="append", help="seeds of generated sets; default one that nothing was mended on")
    parser.add_argument("--count", type=int, default=COUNT, help="generated rows of each group")
    parser.add_argument("--part", choices=("tuned", "held", "both"), default="both", help="of the rows written by hand")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="also the first N rows judged otherwise than expected")
    parser.add_argument("--read", action="store_true", help="also read the sentences of the hand-written rows and check what was read")
    args = parser.parse_args()
    cube = load_embedded()
    rows = written()
    sets = {"tuned": [row for row in rows if not is_held(row)], "held": [row for row in rows if is_held(row)]}
    shown = {f"written by hand, {name}": part for name, part in sets.items() if part and args.part in (name, "both")}
    for seed in args.seed or [FRESH_SEED]:
        shown[f"generated, seed {seed}"] = list(generate(cube, seed, args.count))
    for title, part in shown.items():
        judged = [Judged(row, verdicts_of(row, cube)[0]) for row in part]
        report(f"verdicts, {title}: {len(part)} structured claims", judged)
        if args.read and title.startswith("written"):
            again = read(part, cube)
            report(f"verdicts, {title}: the same sentences, read", again)
            judged += [one for one in again if title.endswith("tuned")]
        for one in [one for one in judged if not one.right][: args.wrong]:
            print(describe(one))


def report(title: str, judged: list[Judged]) -> None:
    """Rates, the agreement table, and which diagnosis was given for which slip."""
    print(f"\n{title}")
    for name, (hits, of) in rates(judged).items():
        print(f"  {name:62}{100 * hits / of if of else 0:7.2f} %  {hits} of {of}")
    outcomes = (*JUDGED, "not_checkable", "none")
    print(f"\n  {'expected':36}" + "".join(f"{name[:12]:>14}" for name in outcomes))
    for expected in ("agrees", "outdated", "agrees_on_other_reading", "differs", "not_checkable"):
        found = Counter(one.outcome for one in judged if one.row["expected"]["outcome"] == expected)
        if found:
            print(f"  {expected:36}" + "".join(f"{found[name] or '·':>14}" for name in outcomes))
    slips = sorted({one.row["expected"]["diagnosis"] for one in judged} - {None})
    if slips:
        print(f"\n  {'slip made':36}{'rows':>6}{'named so':>10}   otherwise")
    for slip in slips:
        found = Counter(given(one) for one in judged if one.row["expected"]["diagnosis"] == slip)
        other = ", ".join(f"{name} {count}" for name, count in found.most_common() if name != slip)
        print(f"  {slip:36}{sum(found.values()):6}{found[slip]:10}   {other}")


def given(one: Judged) -> str:
    """The diagnosis, or the outcome where there is none."""
    return (one.verdict.diagnosis if one.verdict else None) or one.outcome


def rates(judged: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """Name → (rows it holds for, rows asked)."""
    groups: dict[str, list[Judged]] = {name: [] for name in GROUPS}
    for one in judged:
        groups[one.row["group"]].append(one)
    current = [one for one in groups["true"] if one.row["expected"]["outcome"] == "agrees"]
    revised = [one for one in groups["true"] if one.row["expected"]["outcome"] == "outdated"]
    everything = [one for group in groups.values() for one in group]
    checkable = [one for group in ("true", "slip", "changed") for one in groups[group]]
    counted = {
        "coverage: claims on official figures that get a verdict": (sum(one.outcome in JUDGED for one in checkable), len(checkable)),
        "accuracy: outcome and diagnosis as expected, all rows": (sum(one.right for one in everything), len(everything)),
        "true statements that get `agrees`": (sum(one.outcome == "agrees" for one in current), len(current)),
        "true when published and revised since: `outdated`": (sum(one.outcome == "outdated" for one in revised), len(revised)),
        "true statements that get a wrong `differs`": (sum(one.outcome == "differs" for one in groups["true"]), len(groups["true"])),
        "true statements with a slip ascribed to them": (sum(bool(one.verdict and one.verdict.diagnosis) for one in groups["true"]), len(groups["true"])),
        "named slips: right diagnosis": (sum(one.right for one in groups["slip"]), len(groups["slip"])),
        "changed numbers: false `agrees`": (sum(one.outcome in ("agrees", "outdated") for one in groups["changed"]), len(groups["changed"])),
        "changed numbers: false diagnosis": (sum(bool(one.verdict and one.verdict.diagnosis) for one in groups["changed"]), len(groups["changed"])),
        "forecasts, hypotheticals, denials, opinions given a verdict": (sum(one.outcome in JUDGED for one in groups["unjudged"]), len(groups["unjudged"])),
    }  # fmt: skip
    return {name: value for name, value in counted.items() if value[1]}


def read(rows: list[Row], cube: Cube) -> list[Judged]:
    """The rows with the verdict on the claim read from the sentence that lies nearest to the row's own."""
    from nlp.extract import extract_many

    documents = [
        Document(id=row["id"], source="gold", kind="news", url=f"gold:{row['id']}", title="", country="USA",
                 published=row["published"] and date.fromisoformat(row["published"]), text=row["text"])
        for row in rows
    ]  # fmt: skip
    return [
        Judged(row, _nearest(row, extraction.claims, verdicts_of(row, cube, extraction.claims)))
        for row, extraction in zip(rows, extract_many(documents), strict=True)
    ]


def _nearest(row: Row, claims: tuple[Claim, ...], verdicts: list[Verdict]) -> Verdict | None:
    """The verdict on the claim that has most of the row's own; None where the kind of statement was not read at all."""
    wanted = row["claims"][0]

    def alike(claim: Claim) -> int:
        plain = claim_json(claim)
        return sum(
            plain[name] == wanted.get(name)
            for name in ("indicator", "measure", "partners", "value", "change_pct", "share", "rank", "direction")
        )

    same = [(alike(claim), verdict) for claim, verdict in zip(claims, verdicts, strict=True) if claim.indicator == wanted["indicator"]]
    return max(same, key=lambda pair: pair[0])[1] if same else None


def describe(one: Judged) -> str:
    """A row judged otherwise, on three lines."""
    expected = one.row["expected"]
    verdict = one.verdict
    said = f"{verdict.outcome} {verdict.diagnosis or ''} chance {verdict.chance}" if verdict else "no claim read"
    why = f"{verdict.reason} {' '.join(verdict.notes)}" if verdict else ""
    return (
        f"\n{one.row['id']} {one.row['group']} {' '.join(one.row.get('tags', ()))} · {one.row['published']} · {one.row['text']}\n"
        f"  expected {expected['outcome']} {expected['diagnosis'] or ''} · got {said}\n  {why}\n  {json.dumps(one.row['quantities'])}"
    )


if __name__ == "__main__":
    main()
