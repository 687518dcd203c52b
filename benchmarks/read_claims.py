#!/usr/bin/env python3
"""Words a second of the reader against the plain packaged spaCy pipeline, over the same texts in the same run.

    benchmarks/read_claims.py [--rounds N] [--texts FILE.jsonl]

Three sets: general news (`general_news.jsonl`, written for this), and two of documents of about 1,000 words put together from the labelled texts of this
repository: near misses and sentences with amounts, as dense with both as no newspaper is, and trade texts dense with claims. `--texts` measures on documents of
your own ({"text": …} a line) instead.

Each side runs in a process of its own with one thread, loads its model, reads a part to warm up, then everything once; the sides take turns. Seconds are those of
the processor, so that what else the machine does counts for neither side. Printed are the medians, the ratio, and the highest memory of each process.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = 1_000
"""Words a document."""

DOCUMENTS = 60
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> None:
    """Build the sets, run the sides in turn, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.side:
        print(json.dumps(_measured(args.side, args.texts)))
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, file in _sets(args.texts, Path(folder)):
            runs = _in_turn(args.rounds, file)
            speed = {side: statistics.median(run["words_per_second"] for run in rounds) for side, rounds in runs.items()}
            memory = {side: max(run["megabytes"] for run in rounds) for side, rounds in runs.items()}
            count = runs["ours"][0]
            print(f"{name}: {count['documents']} documents, {count['words']:,} words, {count['claims']:,} claims")
            print(f"  reader         {speed['ours']:>10,.0f} words/s {memory['ours']:>6,.0f} MB")
            print(f"  plain spaCy    {speed['spacy']:>10,.0f} words/s {memory['spacy']:>6,.0f} MB")
            print(f"  ratio          {speed['ours'] / speed['spacy']:>10.1f}")


def _in_turn(rounds: int, file: Path) -> dict[str, list[dict[str, float]]]:
    runs: dict[str, list[dict[str, float]]] = {"ours": [], "spacy": []}
    for _ in range(rounds):
        for side, done in runs.items():
            done.append(_run(side, file))
    return runs


def _run(side: str, file: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--side", side, "--texts", str(file)]
    environment = os.environ | ONE_THREAD | {"PYTHONPATH": str(ROOT)}
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    return json.loads(printed.splitlines()[-1])  # type: ignore[no-any-return]


def _sets(given: Path | None, folder: Path) -> Iterator[tuple[str, Path]]:
    if given is not None:
        yield given.name, given
        return
    rows = [
        json.loads(line) for file in sorted(ROOT.glob("tests/labelled/*/*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()
    ]
    yield "general news", Path(__file__).parent / "general_news.jsonl"
    dense = [row["text"] for row in rows if "quantities" in row or not (row.get("claims") or row.get("events"))]
    trade = [row["text"] for row in rows if row.get("claims")]
    for name, texts in (("near misses and amounts", dense), ("trade texts", trade)):
        file = folder / f"{name.replace(' ', '_')}.jsonl"
        file.write_text("".join(json.dumps({"text": text}) + "\n" for text in islice(_documents(texts), DOCUMENTS)), encoding="utf-8")
        yield name, file


def _documents(texts: list[str]) -> Iterator[str]:
    """Documents of about WORDS words out of short texts, each text a paragraph, beginning again where they run out."""
    paragraphs: list[str] = []
    words = 0
    for text in cycle(texts):
        paragraphs.append(text)
        words += len(text.split())
        if words >= WORDS:
            yield "\n\n".join(paragraphs)
            paragraphs, words = [], 0


def _measured(side: str, file: Path) -> dict[str, float]:
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    read = SIDES[side]()
    read(texts[:4])
    began = time.process_time()
    claims = read(texts)
    seconds = time.process_time() - began
    words = sum(len(text.split()) for text in texts)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"documents": len(texts), "words": words, "claims": claims, "words_per_second": words / seconds, "megabytes": megabytes}


def _ours():  # type: ignore[no-untyped-def]
    from nlp.extract import extract_many
    from nlp.language import load_language
    from tradeclaims.records import Document

    load_language()

    def read(texts: list[str]) -> int:
        documents = [
            Document(id=str(n), source="benchmark", kind="text", url="", title="", country="USA", published=date(2019, 3, 1), text=text)
            for n, text in enumerate(texts)
        ]
        return sum(len(extraction.claims) for extraction in extract_many(documents))

    return read


def _spacy():  # type: ignore[no-untyped-def]
    import spacy

    from tradeclaims.settings import from_environment

    language = spacy.load(from_environment().model)

    def read(texts: list[str]) -> int:
        for _ in language.pipe(texts, batch_size=32):
            pass
        return 0

    return read


SIDES = {"ours": _ours, "spacy": _spacy}

if __name__ == "__main__":
    main()
