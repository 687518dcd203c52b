"""One slip at a time, made on purpose: the number of another reading under a sentence that means its own."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from check.cube import Cube
from check.embedded import entries_into_force
from check.figure import Dims
from check.months import Months, year
from tests.gold.drawing import Look, look, sign_at
from tests.gold.statements import BEA, base_claim, changed, level, name_of, on_basis, subject, todays, world
from tests.gold.stating import Statement
from tests.gold.wording import flow_name, of_half, of_month, of_quarter, of_year, to_date, year_ending


class Slipped(NamedTuple):
    """The statement, and the looks whose numbers stand in it."""

    statement: Statement
    looks: dict[str, Look]


Make = Callable[[Cube, random.Random], Slipped | None]


def _plain(cube: Cube, rng: random.Random, **wanted: object) -> tuple[Statement, object] | None:
    found = subject(cube, rng, **wanted)  # type: ignore[arg-type]
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    statement = Statement(
        kind=f"level_{when.json['freq']}",
        template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} came to {{value}} {when.words}.",
        claim=base_claim(drawn.dims, indicator, scope, when, sign), looks={"value": look(cube, drawn.dims, when.months)}, published=drawn.published, when=when,
    )  # fmt: skip
    return statement, drawn


def _other_months(cube: Cube, rng: random.Random, months: Callable[[Months], Months], **wanted: object) -> Slipped | None:
    """The number of other months; for balances of the same sign."""
    found = _plain(cube, rng, **wanted)
    if found is None:
        return None
    statement, drawn = found
    dims, stretch = drawn.dims, drawn.months  # type: ignore[attr-defined]
    other = months(stretch)
    if dims.flow == "balance" and (sign_at(cube, dims, other) < 0) != (sign_at(cube, dims, stretch) < 0):
        return None
    return Slipped(statement, {"value": look(cube, dims, other)})


def _years(rng: random.Random) -> int:
    return rng.randint(2003, 2022)


def year_ending_as_year_to_date(cube: Cube, rng: random.Random) -> Slipped | None:
    when = to_date(_years(rng), rng.randint(3, 11))
    return _other_months(cube, rng, lambda months: Months(months.last - 11, 12), when=when, scope="goods")


def full_year_as_year_to_date(cube: Cube, rng: random.Random) -> Slipped | None:
    when = to_date(_years(rng), rng.randint(3, 11))
    return _other_months(
        cube, rng, lambda months: year(months.year - (1 if when.months.year == 2024 else rng.choice((0, 1)))), when=when, scope="goods"
    )


def year_to_date_as_full_year(cube: Cube, rng: random.Random) -> Slipped | None:
    length = rng.randint(4, 11)
    return _other_months(cube, rng, lambda months: Months(months.first, length), when=of_year(_years(rng)), scope="goods")


def wrong_period(cube: Cube, rng: random.Random) -> Slipped | None:
    number = _years(rng)
    when, back = rng.choice(((of_year(number), 12), (of_month(number, rng.randint(1, 12)), 1), (of_quarter(number, rng.randint(1, 4)), 3),
                             (of_half(number, 1), 12), (to_date(number, rng.randint(3, 10)), 12), (year_ending(number, rng.randint(2, 10)), 12)))  # fmt: skip
    return _other_months(cube, rng, lambda months: months.shift(-back if rng.random() < 0.7 else back), when=when, scope="goods")


def _other_dims(cube: Cube, rng: random.Random, scope: str, **changes: str) -> Slipped | None:
    found = _plain(cube, rng, when=of_year(rng.randint(2000, 2023)), scope=scope, partners=(rng.choice(BEA),))
    if found is None:
        return None
    statement, drawn = found
    dims, months = drawn.dims, drawn.months  # type: ignore[attr-defined]
    other = dims._replace(**changes)
    if dims.flow == "balance" and (sign_at(cube, other, months) < 0) != (sign_at(cube, dims, months) < 0):
        return None
    return Slipped(statement, {"value": look(cube, other, months)})


def goods_only_as_goods_and_services(cube: Cube, rng: random.Random) -> Slipped | None:
    return _other_dims(cube, rng, "goods+services", product="all_goods", basis=rng.choice(("census", "census", "bop")))


def goods_and_services_as_goods(cube: Cube, rng: random.Random) -> Slipped | None:
    return _other_dims(cube, rng, "goods", product="goods_services", basis="bop")


def other_basis(cube: Cube, rng: random.Random) -> Slipped | None:
    if rng.random() < 0.7:
        return _other_dims(cube, rng, "goods", basis="bop")
    named = on_basis(cube, rng)
    if named is None:
        return None
    dims = named.claim["partners"], named.claim["indicator"]
    flow = {"total_trade": "total"}.get(dims[1], dims[1])
    return Slipped(named, {"value": look(cube, _goods(dims[0], flow), named.when.months)})


def _goods(partners: list[str], flow: str) -> Dims:
    return Dims("USA", tuple(partners), flow, "all_goods", "census", "nsa")


def other_adjustment(cube: Cube, rng: random.Random) -> Slipped | None:
    statement = world(cube, rng)
    if statement is None or statement.claim["scope"] != "goods":
        return None
    flow = statement.claim["indicator"]
    return Slipped(statement, {"value": look(cube, _goods(["WLD"], flow), statement.when.months)})


def flow_swapped(cube: Cube, rng: random.Random) -> Slipped | None:
    indicator = rng.choice(("exports", "imports"))
    statement = _plain(cube, rng, scope="goods", indicator=indicator)
    if statement is None:
        return None
    plain, drawn = statement
    other = drawn.dims._replace(flow="imports" if indicator == "exports" else "exports")  # type: ignore[attr-defined]
    return Slipped(plain, {"value": look(cube, other, drawn.months)})  # type: ignore[attr-defined]


def mirror_figures(cube: Cube, rng: random.Random) -> Slipped | None:
    """The partner as reporter, with the figures of the United States."""
    indicator = rng.choice(("exports", "imports", "balance"))
    found = _plain(cube, rng, scope="goods", indicator=indicator)
    if found is None:
        return None
    statement, drawn = found
    partner = drawn.dims.partners[0]  # type: ignore[attr-defined]
    mirrored = {"exports": "imports", "imports": "exports"}.get(indicator, indicator)
    sign = {"deficit": "surplus", "surplus": "deficit"}.get(statement.claim["balance_sign"] or "")
    noun = {"exports": "goods exports to the United States", "imports": "goods imports from the United States"}.get(
        mirrored, f"goods {sign} with the United States"
    )
    name = name_of((partner,))
    claim = statement.claim | {"reporter": partner, "partners": ["USA"], "indicator": mirrored, "balance_sign": sign}
    return Slipped(
        replace(statement, claim=claim, template=f"{name}'s {noun} came to {{value}} {statement.when.words}.", tags=("partner_reports",)),
        dict(statement.looks),
    )


def sign(cube: Cube, rng: random.Random) -> Slipped | None:
    found = _plain(cube, rng, scope="goods", indicator="balance")
    if found is None:
        return None
    statement, _ = found
    said = {"deficit": "surplus", "surplus": "deficit"}[statement.claim["balance_sign"]]
    template = statement.template.replace(statement.claim["balance_sign"], said)
    return Slipped(replace(statement, claim=statement.claim | {"balance_sign": said}, template=template), dict(statement.looks))


def scale(cube: Cube, rng: random.Random) -> Slipped | None:
    statement = level(cube, rng)
    if statement is None:
        return None
    times = Decimal(rng.choice(("1000", "0.001")))
    literal = statement.looks["value"]

    def at(day):  # type: ignore[no-untyped-def]
        value = literal(day)
        return None if value is None else value * times

    value = literal(None)
    if value is None or (times > 1 and value > 500_000) or (times < 1 and value < 30_000):
        return None
    return Slipped(statement, {"value": at})


def base_year(cube: Cube, rng: random.Random) -> Slipped | None:
    """A change since an agreement took effect, from the year in which it did, or from two years before."""
    partner = rng.choice(("KOR", "AUS", "SGP", "CHL", "COL", "PAN", "PER"))
    entry = entries_into_force()[partner][0]
    when = of_year(entry.year + rng.randint(2, 9))
    found = subject(cube, rng, when=when, scope="goods", partners=(partner,))
    if found is None:
        return None
    drawn, indicator, scope, when, named_sign = found
    right = year(entry.year - 1)
    wrong = year(entry.year + rng.choice((0, 0, -2)))
    dims = drawn.dims
    if named_sign and len({sign_at(cube, dims, one) < 0 for one in (when.months, right, wrong)}) > 1:
        return None
    new = todays(look(cube, dims, when.months))
    published = date(when.months.year + 1, rng.randint(3, 11), rng.randint(1, 28))
    words = f"since {entry.agreement} took effect"
    period = {"start": entry.day, "end": published.isoformat(), "freq": "open", "surface": words}
    name = {"CHL": "Chile", "COL": "Colombia", "PAN": "Panama", "PER": "Peru"}.get(partner) or name_of((partner,))
    named = flow_name(indicator, name, scope, named_sign)
    claim = base_claim(dims, indicator, scope, when, named_sign, "growth") | {"period": period}
    if rng.random() < 0.6:
        literal: dict[str, Look] = {"value": new, "from_value": todays(look(cube, dims, right))}
        slipped: dict[str, Look] = {"value": new, "from_value": todays(look(cube, dims, wrong))}
        template = f"{named} went from {{from_value}} to {{value}} {words}."
    else:
        literal, slipped = (
            {"change_pct": changed(new, todays(look(cube, dims, right)))},
            {"change_pct": changed(new, todays(look(cube, dims, wrong)))},
        )
        template = f"{named} {{moved}} {{change_pct}} {words}."
    return Slipped(Statement(kind="since_event", template=template, claim=claim, looks=literal, published=published, when=when), slipped)


SLIPS: dict[str, Make] = {
    make.__name__: make
    for make in (
        year_ending_as_year_to_date, full_year_as_year_to_date, year_to_date_as_full_year, wrong_period, goods_only_as_goods_and_services,
        goods_and_services_as_goods, other_basis, other_adjustment, flow_swapped, mirror_figures, sign, scale, base_year,
    )
}  # fmt: skip
"""Diagnosis → how to make a sentence that deserves it."""
