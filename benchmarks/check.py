#!/usr/bin/env python3
"""Verdicts a second of the checker on one core: structured claims in, embedded cube, all readings tried where the literal one does not fit.

    benchmarks/check.py [--claims N] [--rounds N] [--profile]

The claims are made from the embedded figures themselves by a fixed seed: levels, pairs, growth rates, changes, factors, shares, ranks, records, signs over years,
directions and joint partners, one in three moved so that no reading fits, and a tenth of claims that no figure can settle. No claim is checked twice in a round, and each
round has a fresh cube, so that nothing is remembered from the round before. Seconds are those of the processor; reading the cube's file is not counted and shown apart.
"""

import argparse
import cProfile
import gc
import pstats
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.remove(str(Path(__file__).resolve().parent))  # Python puts this folder first, where `check` is this very file.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from check.cube import Cube
from check.embedded import read_lines
from check.figure import Dims
from check.months import Months, of_period, year
from check.verify import verify
from tradeclaims.records import Claim, Document, Verdict
from tradeclaims.values import Period, Quantity, Span

PARTNERS = (
    "KOR",
    "CHN",
    "MEX",
    "CAN",
    "JPN",
    "DEU",
    "VNM",
    "GBR",
    "IND",
    "FRA",
    "ITA",
    "BRA",
    "IRL",
    "CHE",
    "TWN",
    "NLD",
    "AUS",
    "THA",
    "MYS",
    "SGP",
)
FLOWS = ("exports", "imports", "balance", "total")
INDICATORS = {"exports": "exports", "imports": "imports", "balance": "balance", "total": "total_trade"}
WRONG = 3
"""One claim in so many gives a number that is not the official one."""


def main() -> None:
    """Make the claims, check them in rounds, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="show where the time of one round goes")
    args = parser.parse_args()
    claims = made(args.claims)
    gc.collect()
    gc.freeze()  # The benchmark's own claims are no work for the collector while the checker is measured.
    speeds, loads, verdicts = [], [], list[Verdict]()
    for _ in range(args.rounds):
        began = time.process_time()
        cube = Cube(read_lines())
        loads.append(time.process_time() - began)
        profile = cProfile.Profile() if args.profile else None
        began = time.process_time()
        if profile:
            profile.enable()
        verdicts = [verify([claim], document, cube)[0] for claim, document in claims]
        if profile:
            profile.disable()
            pstats.Stats(profile).sort_stats("tottime").print_stats(45)
        speeds.append(len(claims) / (time.process_time() - began))
    outcomes = ", ".join(f"{name} {count:,}" for name, count in Counter(verdict.outcome for verdict in verdicts).most_common())
    print(f"{len(claims):,} claims ({outcomes})")
    print(f"  verdicts a second {statistics.median(speeds):>10,.0f}  (median of {args.rounds}; lowest {min(speeds):,.0f})")
    print(f"  loading the cube  {statistics.median(loads):>10.2f} s")


def made(count: int) -> list[tuple[Claim, Document]]:
    """Claims in turn of every kind, each with a document of its own day."""
    rng, cube, found = random.Random(4), Cube(read_lines()), list[tuple[Claim, Document]]()
    while len(found) < count:
        number = len(found)
        fields = KINDS[number % len(KINDS)](cube, rng, rng.randrange(WRONG) == 0)
        if fields is not None:
            day = fields.pop("on")
            text = f"Claim {number}."
            base = Claim(
                document="d",
                revision=1,
                evidence=Span.of(text, 0, len(text)),
                reporter="USA",
                partners=("KOR",),
                indicator="imports",
                measure="level",
            )
            document = Document(id="d", source="benchmark", kind="news", url="", title="", published=day, text=text)
            found.append((replace(base, **fields), document))
    return found


Fields = dict[str, Any]


def _stated(cube: Cube, rng: random.Random) -> tuple[Fields, Dims, Months] | None:
    """A series and a period that has figures, as fields of a claim."""
    flow, partner = rng.choice(FLOWS), rng.choice(PARTNERS)
    number, month = rng.randint(2003, 2023), rng.randint(2, 11)
    period = rng.choice((Period.year(number), Period.year(number), Period.year_to_date(number, month), Period.month(number, month)))
    both = period.freq == "year" and rng.random() < 0.3
    dims = (
        Dims("USA", (partner,), flow, "goods_services", "bop", "nsa")
        if both
        else Dims("USA", (partner,), flow, "all_goods", "census", "nsa")
    )
    months = of_period(period)
    figure = months and cube.newest(dims, months)
    if not months or not figure or abs(figure.value) < 1000:
        return None
    fields: Fields = {
        "partners": (partner,),
        "indicator": INDICATORS[flow],
        "period": period,
        "on": date(number + 1, rng.randint(3, 12), 1),
    }
    if flow == "balance":
        fields["balance_sign"] = "deficit" if figure.value < 0 else "surplus"
    if both or rng.random() < 0.5:
        fields |= {"scope": "goods+services" if both else "goods", "scope_basis": "explicit"}
    return fields, dims, months


def _moved(rng: random.Random, value: Decimal, wrong: bool) -> Decimal:
    return value * Decimal(str(round(rng.choice((0.6, 0.8, 1.25, 1.6)) * rng.uniform(0.9, 1.1), 3))) if wrong else value


def _money(million: Decimal) -> Quantity:
    """As the press rounds: tenths of a billion."""
    said = round(abs(million) / 1000, 1)
    return Quantity(low=said * 10**9, high=said * 10**9, unit="currency", currency="USD", step=Decimal(10) ** 8, raw=f"${said} billion")


def _ratio(value: Decimal, unit: str, places: int = 1) -> Quantity:
    said = round(abs(value), places)
    return Quantity(low=said, high=said, unit=unit, step=Decimal(1).scaleb(-places), raw=f"{said} {unit}")


def level(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """ "Imports from China were $539.5 billion in 2018." """
    if (stated := _stated(cube, rng)) is None:
        return None
    fields, dims, months = stated
    figure = cube.newest(dims, months)
    assert figure is not None
    return fields | {"value": _money(_moved(rng, figure.value, wrong))}


def compared(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """A pair, a growth rate, an absolute change, a factor or a bare direction against the year before."""
    if (stated := _stated(cube, rng)) is None:
        return None
    fields, dims, months = stated
    new, old = cube.newest(dims, months), cube.newest(dims, months.shift(-12))
    if new is None or old is None or not old.value or new.value * old.value < 0:
        return None
    ratio = new.value / old.value
    up = {"direction": "up" if ratio > 1 else "down", "compare_period": fields["period"].shifted_years(-1)}
    kind = rng.choice(("pair", "pct", "abs", "factor", "direction"))
    match kind:
        case "pair":
            said: Fields = {"value": _money(_moved(rng, new.value, wrong)), "from_value": _money(old.value)}
        case "pct":
            said = {"measure": "growth", "change_pct": _ratio(_moved(rng, (ratio - 1) * 100, wrong), "percent")}
        case "abs":
            said = {"measure": "change", "change_abs": _money(_moved(rng, new.value - old.value, wrong))}
        case "factor":
            said = {"measure": "growth", "factor": _ratio(_moved(rng, ratio, wrong), "times", 2)}
        case _:
            said = {"measure": "direction"}
    return fields | up | said


def share(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """ "China supplied 21.6 percent of US imports." """
    if (stated := _stated(cube, rng)) is None or stated[1].flow not in ("exports", "imports"):
        return None
    fields, dims, months = stated
    part, whole = cube.newest(dims, months), cube.newest(dims._replace(partners=("WLD",)), months)
    if part is None or whole is None:
        return None
    said = _ratio(_moved(rng, part.value / whole.value * 100, wrong), "percent")
    return fields | {"measure": "share", "share": said, "share_of": f"total U.S. {dims.flow}"}


def rank(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """ "the sixth-largest partner", or "the largest ever"."""
    flow, number = rng.choice(FLOWS), rng.randint(2003, 2023)
    said = (
        "record"
        if rng.random() < 0.3
        else {"exports": "U.S. export markets", "imports": "U.S. suppliers", "balance": "U.S. goods deficits", "total": "trading partners"}[
            flow
        ]
    )
    fields: Fields = {"indicator": "rank", "rank_basis": INDICATORS[flow], "measure": "rank", "rank": 1 if said == "record" else rng.randint(1, 12), "share_of": said,
                      "partners": (rng.choice(PARTNERS),), "period": Period.year(number), "on": date(number + 1, 6, 1)}  # fmt: skip
    return fields | ({"balance_sign": "deficit"} if flow == "balance" else {})


def lasting(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """ "a deficit in every year since 1998"."""
    first, last = rng.randint(1990, 2005), rng.randint(2006, 2022)
    period = Period(start=date(first, 1, 1), end=date(last, 12, 31), freq="multi_year")
    sign = rng.choice(("deficit", "deficit", "surplus"))
    return {
        "indicator": "balance",
        "balance_sign": sign,
        "measure": "direction",
        "partners": (rng.choice(PARTNERS),),
        "period": period,
        "on": date(last + 1, 6, 1),
    }


def joint(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """ "Exports to Canada and Mexico were $526.4 billion"."""
    flow, number, pair = rng.choice(("exports", "imports")), rng.randint(2003, 2022), tuple(rng.sample(PARTNERS, 2))
    figure = cube.newest(Dims("USA", pair, flow, "all_goods", "census", "nsa"), year(number))
    if figure is None:
        return None
    value = _money(_moved(rng, figure.value, wrong))
    return {
        "indicator": flow,
        "partners": pair,
        "value": value,
        "scope": "goods",
        "scope_basis": "explicit",
        "period": Period.year(number),
        "on": date(number + 1, 6, 1),
    }


def unsettled(cube: Cube, rng: random.Random, wrong: bool) -> Fields | None:
    """A forecast, a product or parties without a series, a period that is not out."""
    number = rng.randint(2003, 2022)
    fields: Fields = {"value": _money(Decimal(rng.randint(1000, 90000))), "period": Period.year(number), "on": date(number + 1, 6, 1)}
    more: list[Fields] = [
        {"modality": "forecast"},
        {"product": "steel"},
        {"reporter": "CHN", "partners": ("DEU",)},
        {"period": Period.year(2031), "on": date(2031, 6, 1)},
        {"indicator": "imports", "partners": (rng.choice(PARTNERS),), "product": "textiles and apparel"},
        {"period": None},
    ]
    return fields | rng.choice(more)


KINDS: tuple[Callable[[Cube, random.Random, bool], Fields | None], ...] = (level, level, level, compared, compared, compared, share, rank, joint, lasting, unsettled)  # fmt: skip


if __name__ == "__main__":
    main()
