#!/usr/bin/env python3
"""The embedded figures: size on disk, seconds to load, microseconds a look-up.

    benchmarks/cube.py [--rounds N]

Look-ups are counted twice: the first time a figure is asked for, when its line is parsed and added up, and again, when it is remembered. Asked for
are all partners, flows and years of the Census and BEA tables, and every month of the main partners. Seconds are those of the processor; the median of
the rounds is printed.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from check.cube import Cube, load_embedded
from check.embedded import read_lines, read_observations
from check.figure import Dims
from check.months import Months, year
from check.query import run_query
from check.ranking import rank_among_countries

FLOWS = ("exports", "imports", "balance", "total")
MAIN = ("KOR", "CHN", "MEX", "CAN", "JPN", "DEU", "VNM", "EU", "WLD")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    data = [entry for entry in files("check").joinpath("data").iterdir() if entry.name.endswith(".gz")]
    print(f"on disk             {sum(len(entry.read_bytes()) for entry in data) / 1e6:>10.2f} MB in {len(data)} files")
    print(f"figures             {sum(1 for _ in read_observations()):>10,}  in {sum(1 for _ in read_lines()):,} lines")
    load = median(rounds, _fresh)
    print(f"load                {load:>10.2f} s")
    asked = questions(load_embedded())
    first, again = [], []
    for _ in range(rounds):
        cube = _fresh()
        first.append(_each(cube, asked))
        again.append(_each(cube, asked))
    found = sum(bool(cube.history(*question)) for question in asked)
    print(f"look-ups            {len(asked):>10,}  of which {found:,} have figures")
    print(f"  first time        {statistics.median(first):>10.1f} µs each")
    print(f"  again             {statistics.median(again):>10.2f} µs each")
    texts = [f"census:USA/{partner}/balance/all_goods/census/nsa/A/{n}@newest" for partner in MAIN for n in range(2000, 2024)]
    print(f"query, parsed       {median(rounds, lambda: [run_query(cube, text) for text in texts]) / len(texts) * 1e6:>10.1f} µs each")
    totals = [cube.newest(Dims("USA", ("KOR",), "total", "all_goods", "census", "nsa"), year(n)) for n in range(1992, 2024)]
    ranked = [figure for figure in totals if figure is not None]
    seconds = median(rounds, lambda: [rank_among_countries(cube, figure, smallest_first=False) for figure in ranked])
    print(f"rank, again         {seconds / len(ranked) * 1e6:>10.1f} µs each")


def questions(cube: Cube) -> list[tuple[Dims, Months]]:
    """What to ask for: dimensions and stretches."""
    goods = Dims("USA", (), "", "all_goods", "census", "nsa")
    both = Dims("USA", (), "", "goods_services", "bop", "nsa")
    found = [
        (dims._replace(partners=(partner,), flow=flow), year(n))
        for dims in (goods, both)
        for partner in cube.countries(dims)
        for flow in FLOWS
        for n in range(1992, 2025)
    ]
    months = [
        (goods._replace(partners=(partner,), flow=flow), Months(n, 1)) for partner in MAIN for flow in FLOWS for n in range(23904, 24288)
    ]
    return found + months


def _fresh() -> Cube:
    load_embedded.cache_clear()
    return load_embedded()


def _each(cube: Cube, asked: list[tuple[Dims, Months]]) -> float:
    began = time.process_time()
    for dims, months in asked:
        cube.newest(dims, months)
    return (time.process_time() - began) / len(asked) * 1e6


def median(rounds: int, act: Callable[[], object]) -> float:
    """Seconds of `act`."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
