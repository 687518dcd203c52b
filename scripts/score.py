#!/usr/bin/env python3
"""The reader's figures on labelled texts.

    scripts/score.py [FILE.jsonl …] [--by-tag] [--differences N] [--json]

Without files: every set of tests/labelled/, the part the rules were tuned on and the part they were not, one column each.
A row with `quantities` is counted for amounts; any other for claims, dates and events.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scoring import FULL, OTHER, Score, score
from scoring_amounts import AmountScore, score_amounts

from nlp.extract import extract_many
from pipeline.texts import given_texts
from tradeclaims.contract import extraction_json

LABELLED = Path(__file__).resolve().parent.parent / "tests" / "labelled"
Row = dict[str, Any]


def main() -> None:
    """Read, extract, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--by-tag", action="store_true", help="also one line per construction tag")
    parser.add_argument("--differences", type=int, default=0, metavar="N", help="also the first N disagreements")
    parser.add_argument("--json", action="store_true", help="one JSON object per set instead of tables")
    args = parser.parse_args()
    sets = {"given": args.files} if args.files else {part: sorted((LABELLED / part).glob("*.jsonl")) for part in ("tuned", "held")}
    for name, files in sets.items():
        rows = [row for file in files for row in _rows(file)]
        found = _extracted(files)
        claims = score([row for row in rows if "quantities" not in row], found)
        amounts = score_amounts([row for row in rows if "quantities" in row], found)
        if args.json:
            print(json.dumps({"set": name, **_figures(claims, amounts)}))
            continue
        _print(name, claims, amounts)
        if args.by_tag:
            _print_tags(rows, found)
        for line in [*claims.differences, *amounts.differences][: args.differences]:
            print(line)


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _extracted(files: Iterable[Path]) -> dict[str, Row]:
    given = [one for one in given_texts(map(str, files), published=None, country="USA") if one.document is not None]
    documents = [one.document for one in given if one.document is not None]
    return {one.id: extraction_json(extraction) for one, extraction in zip(given, extract_many(documents), strict=True)}


def _figures(claims: Score, amounts: AmountScore) -> dict[str, Any]:
    figures: dict[str, Any] = {"texts": claims.texts + amounts.texts}
    if claims.texts:
        figures |= {name: round(getattr(claims, name).f1, 4) for name in ("core", "full", "dates", "events")}
        figures |= {"alarms": claims.alarms, "silent": claims.silent, "kept_silent": claims.kept_silent}
    if amounts.texts:
        figures |= {f"amounts_{name}": round(count.f1, 4) for name, count in amounts.counts.items()}
    return figures


def _print(name: str, claims: Score, amounts: AmountScore) -> None:
    print(f"\n{name}: {claims.texts} texts with claims, dates and events; {amounts.texts} with amounts")
    print(f"{'':26}{'F1':>7}{'precision':>11}{'recall':>8}{'labelled':>10}{'found':>7}{'agree':>7}")
    counts = (
        {"claims, core": claims.core, "claims, full": claims.full, "dates": claims.dates, "events": claims.events} if claims.texts else {}
    )
    counts |= {f"amounts, {kind}": count for kind, count in amounts.counts.items()} if amounts.texts else {}
    for title, count in counts.items():
        print(f"{title:26}{count.f1:7.3f}{count.precision:11.3f}{count.recall:8.3f}{count.labelled:10}{count.found:7}{count.agreed:7}")
    if claims.texts:
        kept = claims.kept_silent / claims.silent if claims.silent else 1
        print(f"{'alarms that are none':26}{claims.alarms:7}")
        print(f"{'silent texts kept silent':26}{kept:7.3f}   {claims.kept_silent} of {claims.silent}")
        print("fields over core pairs:    " + ", ".join(f"{n} {a / b:.3f}" for n in FULL + OTHER for a, b in [claims.fields[n]] if b))


def _print_tags(rows: list[Row], found: dict[str, Row]) -> None:
    by_tag: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for tag in row.get("tags") or []:
            by_tag[tag].append(row)
    print(f"\n{'tag':24}{'texts':>6}{'claims':>8}{'core':>7}{'full':>7}{'dates':>7}{'events':>8}{'alarms':>8}")
    for tag, tagged in sorted(by_tag.items(), key=lambda item: (-len(item[1]), item[0])):
        one = score(tagged, found)
        if one.core.labelled + one.core.found + one.events.labelled + one.events.found + one.dates.labelled == 0:
            continue
        shown = [f"{c.f1:.2f}" if c.labelled or c.found else "–" for c in (one.core, one.full, one.dates, one.events)]
        print(f"{tag:24}{one.texts:6}{one.core.labelled:8}{shown[0]:>7}{shown[1]:>7}{shown[2]:>7}{shown[3]:>8}{one.alarms:8}")


if __name__ == "__main__":
    main()
