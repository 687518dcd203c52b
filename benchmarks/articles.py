#!/usr/bin/env python3
"""Text and day of publication of news pages against public benchmarks, and pages a second.

    benchmarks/articles.py [--text CHECKOUT] [--dates CHECKOUT]

`--text` takes a checkout of github.com/scrapinghub/article-extraction-benchmark (181 pages) and counts with that project's own `evaluate.py`. `--dates` takes a
checkout of github.com/adbar/htmldate (two sets, 800 and 200 pages, labelled by that project); a page labelled as undated is right where no day is given.
Neither is kept in this repository. Seconds are those of the processor, of one process; pages are in memory, and reading one gives its text, title, outlet and day.
"""

import argparse
import gzip
import importlib.util
import json
import logging
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import htmldate

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from crawler.readers.article import day_of, read_article
from crawler.readers.stated import stated, tree_of
from tradeclaims.errors import Unreadable


def main() -> None:
    """Measure what is at hand and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--dates", type=Path)
    args = parser.parse_args()
    if not (args.text or args.dates):
        parser.error("name at least one checkout")
    logging.disable(logging.CRITICAL)
    if args.text:
        _texts(args.text)
    if args.dates:
        for name in ("eval_default", "eval_mediacloud_2020"):
            _days(args.dates / "tests", name)


def _texts(checkout: Path) -> None:
    spec = importlib.util.spec_from_file_location("evaluate", checkout / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    scorer: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    truth = json.loads((checkout / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((checkout / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace") for key in truth}
    read_article(next(iter(pages.values())), "https://example.com/")  # the first page loads what all others share
    began = time.process_time()
    found = {key: {"articleBody": _text(page, truth[key]["url"])} for key, page in pages.items()}
    seconds = time.process_time() - began
    figures = scorer.evaluate(truth, found, 1)
    print(f"article text, {len(pages)} pages")
    print(f"  F1             {figures['f1']:>8.4f}  precision {figures['precision']:.4f}, recall {figures['recall']:.4f}")
    print(f"  pages a second {len(pages) / seconds:>8.1f}")


def _text(page: str, url: str) -> str:
    try:
        return read_article(page, url).text
    except Unreadable:
        return ""


def _days(folder: Path, name: str) -> None:
    ours = plain = count = 0
    for url, file, day in _labelled(folder, name):
        count += 1
        tree = tree_of(file.read_bytes().decode("utf-8", "replace"))
        ours += day_of(tree, stated(tree, url), url)[0] == day if tree is not None else day is None
        alone = htmldate.find_date(file.read_bytes(), url=url, original_date=True, extensive_search=True)
        plain += alone == (day and day.isoformat())
    print(f"day of publication, {name}, {count} pages")
    print(f"  right          {ours / count:>8.3f}")
    print(f"  htmldate alone {plain / count:>8.3f}")


def _labelled(folder: Path, name: str) -> Iterator[tuple[str, Path, Any]]:
    plain: dict[str, dict[str, Any]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    for url, label in plain.items():
        file = _first(folder / part / label["file"] for part in ("test_set", "cache", "eval"))
        # Undated pages are labelled NaN.
        yield url, file, date.fromisoformat(label["date"]) if isinstance(label["date"], str) else None


def _first(paths: Iterable[Path]) -> Path:
    return next(path for path in paths if path.is_file())


if __name__ == "__main__":
    main()
