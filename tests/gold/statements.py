"""True statements of many shapes, drawn from the embedded figures."""

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from check.cube import Cube
from check.embedded import entries_into_force
from check.figure import Dims
from check.months import year
from check.ranking import rank_among_countries
from tests.gold.drawing import COUNTRIES, Drawn, Look, dims_of, draw, look, sign_at
from tests.gold.stating import Statement
from tests.gold.wording import (
    Json,
    When,
    earlier,
    first_day,
    fiscal_year,
    flow_name,
    of_half,
    of_month,
    of_quarter,
    of_year,
    of_years,
    to_date,
    year_ending,
)  # fmt: skip

Make = Callable[[Cube, random.Random], Statement | None]
BEA = ("KOR", "CHN", "MEX", "CAN", "JPN", "DEU", "GBR", "IND", "FRA", "ITA", "BRA", "TWN", "SGP", "AUS")


def base_claim(dims: Dims, indicator: str, scope: str, when: When, sign: str | None, measure: str = "level") -> Json:
    """The fields every claim has."""
    return {
        "reporter": dims.reporter, "partners": list(dims.partners), "indicator": indicator, "balance_sign": sign, "scope": scope,
        "scope_basis": "none" if scope == "unspecified" else "explicit", "measure": measure, "period": when.json, "qualifier": "exact",
        "modality": "asserted", "checkable": True,
    }  # fmt: skip


def name_of(partners: tuple[str, ...]) -> str:
    """Partners in words."""
    return " and ".join(
        COUNTRIES.get(one, {"WLD": "the world", "EU": "the European Union", "CAFTA-DR": "the CAFTA-DR countries"}.get(one, one))
        for one in partners
    )


def any_time(rng: random.Random, *, annual: bool = False) -> When:
    """A stretch of one of the kinds that the press reports."""
    number, month = rng.randint(2001, 2023), rng.randint(1, 12)
    if annual:
        return of_year(number)
    return rng.choice((
        of_year(number), of_year(number), of_month(number, month), of_quarter(number, rng.randint(1, 4)), of_half(number, rng.randint(1, 2)),
        to_date(number, rng.randint(2, 11)), year_ending(number, rng.randint(1, 11)), fiscal_year(number),
    ))  # fmt: skip


def subject(cube: Cube, rng: random.Random, *, annual: bool = False, partners: tuple[str, ...] | None = None, scope: str | None = None,
            when: When | None = None, indicator: str | None = None) -> tuple[Drawn, str, str, When, str | None] | None:  # fmt: skip
    """A flow with one partner at one time, with a vintage and a day."""
    when = when or any_time(rng, annual=annual)
    scope = scope or ("goods" if rng.random() < 0.8 or when.json["freq"] != "year" else rng.choice(("goods+services", "services")))
    partners = partners or (rng.choice(BEA if scope != "goods" else tuple(COUNTRIES)),)
    indicator = indicator or rng.choice(("exports", "imports", "balance", "total_trade"))
    dims = dims_of(partners, indicator, scope)
    drawn = draw(cube, rng, dims, when.months)
    if drawn is None or abs(drawn.figure.value) < 100:
        return None
    sign = ("deficit" if drawn.figure.value < 0 else "surplus") if indicator == "balance" else None
    return drawn, indicator, scope, when, sign


def level(cube: Cube, rng: random.Random) -> Statement | None:
    """ "U.S. goods exports to Japan were $68.2 billion in 2016." """
    found = subject(cube, rng)
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    verb = rng.choice(("came to", "totaled", "was" if indicator in ("balance", "total_trade") else "were", "amounted to"))
    return Statement(
        kind=f"level_{when.json['freq']}", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} {verb} {{value}} {when.words}.",
        claim=base_claim(drawn.dims, indicator, scope, when, sign), looks={"value": look(cube, drawn.dims, when.months)}, published=drawn.published, when=when,
        tags=(scope,),
    )  # fmt: skip


def joint(cube: Cube, rng: random.Random) -> Statement | None:
    """Two or three partners together, or a bloc."""
    partners = rng.choice((("CAN", "MEX"), ("JPN", "KOR"), ("CHN", "VNM"), ("DEU", "FRA", "ITA"), ("EU",), ("CAFTA-DR",)))
    found = subject(cube, rng, partners=partners, scope="goods")
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    together = " together" if len(partners) > 1 else ""
    return Statement(
        kind="joint" if together else "bloc", template=f"{flow_name(indicator, name_of(partners), scope, sign)}{together} totaled {{value}} {when.words}.",
        claim=base_claim(drawn.dims, indicator, scope, when, sign), looks={"value": look(cube, drawn.dims, when.months)}, published=drawn.published, when=when,
    )  # fmt: skip


def growth(cube: Cube, rng: random.Random) -> Statement | None:
    """Percent against the year before, alone, with the new level, or with the amount of the change."""
    found = subject(cube, rng)
    if found is None or (found[0].months.length % 12 and found[0].months.first % 12 == 0 and found[0].months.length == 1):
        return None
    drawn, indicator, scope, when, sign = found
    base = drawn.months.shift(-12)
    if sign and (sign_at(cube, drawn.dims, base) < 0) != (sign == "deficit"):
        return None
    new, old = look(cube, drawn.dims, drawn.months), look(cube, drawn.dims, base)
    shape = rng.choice(("alone", "level", "both"))
    looks: dict[str, Look] = {"change_pct": changed(new, old)}
    words = "{moved} {change_pct}"
    if shape != "alone":
        looks["value"] = new
        words += " to {value}"
    if shape == "both":
        looks["change_abs"] = moved_by(new, old)
        words = "{moved} by {change_abs}, or {change_pct}, to {value}"
    claim = base_claim(drawn.dims, indicator, scope, when, sign, "growth") | {"compare_period": earlier(when, 12)}
    return Statement(
        kind=f"growth_{when.json['freq']}", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} {words} {when.words} from a year earlier.",
        claim=claim, looks=looks, published=drawn.published, when=when, tags=(scope, f"growth_{shape}"),
    )  # fmt: skip


def pair(cube: Cube, rng: random.Random) -> Statement | None:
    """ "from $13.2 billion in 2011 to $27.6 billion in 2016"."""
    found = subject(cube, rng, annual=True)
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    base = of_year(drawn.months.year - rng.randint(1, 9))
    if sign and (sign_at(cube, drawn.dims, base.months) < 0) != (sign == "deficit"):
        return None
    new, old = look(cube, drawn.dims, drawn.months), look(cube, drawn.dims, base.months)
    claim = base_claim(drawn.dims, indicator, scope, when, sign) | {"compare_period": base.json}
    return Statement(
        kind="pair", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} went from {{from_value}} {base.words} to {{value}} {when.words}.",
        claim=claim, looks={"value": new, "from_value": old}, published=drawn.published, when=when, tags=(scope,),
    )  # fmt: skip


def factor(cube: Cube, rng: random.Random) -> Statement | None:
    """ "were 1.8 times those of 2009"; "has doubled since 2009"."""
    found = subject(cube, rng, annual=True)
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    base = of_year(drawn.months.year - rng.randint(2, 12))
    if sign and (sign_at(cube, drawn.dims, base.months) < 0) != (sign == "deficit"):
        return None
    ratio = ratio_of(look(cube, drawn.dims, drawn.months), look(cube, drawn.dims, base.months))
    value = ratio(drawn.published)
    if value is None or not Decimal("1.25") <= value <= 6 or round(value, 1) == round(value):
        return None
    claim = base_claim(drawn.dims, indicator, scope, when, sign, "growth") | {"compare_period": base.json}
    return Statement(
        kind="ratio", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} {when.words} was {{factor}} what it had been {base.words}.",
        claim=claim, looks={"factor": ratio}, published=drawn.published, when=when, tags=(scope,),
    )  # fmt: skip


def since(cube: Cube, rng: random.Random) -> Statement | None:
    """Change since a year, or since an agreement took effect (base: the year before)."""
    found = subject(cube, rng, annual=True, partners=(rng.choice(("KOR", "AUS", "SGP", "CHL", "COL", "PAN", "PER", "MAR")),), scope="goods")
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    entry = entries_into_force()[drawn.dims.partners[0]][0]
    event = rng.random() < 0.6
    base = year(entry.year - 1) if event else year(drawn.months.year - rng.randint(2, 9))
    last = drawn.months.year
    published = date(last + 1, rng.randint(3, 11), rng.randint(1, 28))
    if base.year >= last - 1 or (sign and (sign_at(cube, drawn.dims, base) < 0) != (sign == "deficit")):
        return None
    new, old = todays(look(cube, drawn.dims, drawn.months)), todays(look(cube, drawn.dims, base))
    words = f"since {entry.agreement} took effect" if event else f"since {base.year}"
    start = entry.day if event and len(entry.day) == 10 else first_day(year(entry.year) if event else base).isoformat()
    period = {"start": start, "end": published.isoformat(), "freq": "open", "surface": words}
    partner = {"CHL": "Chile", "COL": "Colombia", "PAN": "Panama", "PER": "Peru", "MAR": "Morocco"}.get(drawn.dims.partners[0]) or name_of(
        drawn.dims.partners
    )
    named = flow_name(indicator, partner, scope, sign)
    pairwise = rng.random() < 0.5
    looks: dict[str, Look] = {"value": new, "from_value": old} if pairwise else {"change_pct": changed(new, old)}
    template = f"{named} went from {{from_value}} to {{value}} {words}." if pairwise else f"{named} {{moved}} {{change_pct}} {words}."
    return Statement(
        kind="since_event" if event else "since_year", template=template,
        claim=base_claim(drawn.dims, indicator, scope, when, sign, "growth") | {"period": period}, looks=looks, published=published, when=when,
    )  # fmt: skip


def share(cube: Cube, rng: random.Random) -> Statement | None:
    """A partner's share of the total."""
    found = subject(cube, rng, scope="goods", indicator=rng.choice(("exports", "imports")))
    if found is None or (
        found[0].months.length % 12 and found[0].months.length < 12 and found[3].json["freq"] in ("month", "quarter", "half", "ytd")
    ):
        return None
    drawn, indicator, scope, when, sign = found
    part = look(cube, drawn.dims, drawn.months)
    whole = look(cube, drawn.dims._replace(partners=("WLD",)), drawn.months)
    claim = base_claim(drawn.dims, indicator, scope, when, sign, "share") | {"share_of": f"U.S. goods {indicator}"}
    return Statement(
        kind="share", template=f"{name_of(drawn.dims.partners)} accounted for {{share}} of U.S. goods {indicator} {when.words}.",
        claim=claim, looks={"share": percent_of(part, whole)}, published=drawn.published, when=when,
    )  # fmt: skip


def several_years(cube: Cube, rng: random.Random) -> Statement | None:
    """A sum over years, or their average."""
    first = rng.randint(2000, 2018)
    when = of_years(first, first + rng.randint(1, 6))
    found = subject(cube, rng, when=when, scope="goods")
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    years = [year(number) for number in range(when.months.first // 12, when.months.year + 1)]
    if sign and any((sign_at(cube, drawn.dims, one) < 0) != (sign == "deficit") for one in years):
        return None
    total = look(cube, drawn.dims, when.months)
    average = rng.random() < 0.5
    at = divided(total, len(years)) if average else total
    verb = rng.choice(("averaged {value} a year", "was {value} a year on average")) if average else "added up to {value}"
    return Statement(
        kind="average" if average else "sum", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} {verb} {when.words}.",
        claim=base_claim(drawn.dims, indicator, scope, when, sign), looks={"value": at}, published=drawn.published, when=when,
    )  # fmt: skip


def direction(cube: Cube, rng: random.Random) -> Statement | None:
    """Up or down, without a number."""
    found = subject(cube, rng)
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    base = drawn.months.shift(-12)
    if sign and (sign_at(cube, drawn.dims, base) < 0) != (sign == "deficit"):
        return None
    change = changed(look(cube, drawn.dims, drawn.months), look(cube, drawn.dims, base))
    value = change(drawn.published)
    if value is None or abs(value) < 2:
        return None
    claim = base_claim(drawn.dims, indicator, scope, when, sign, "direction") | {"compare_period": earlier(when, 12)}
    return Statement(
        kind="direction", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} {{moved}} {when.words} against the same time a year before.",
        claim=claim, looks={"moved": change}, published=drawn.published, when=when, tags=(scope,),
    )  # fmt: skip


def world(cube: Cube, rng: random.Random) -> Statement | None:
    """The monthly headlines: seasonally adjusted goods on Census basis, goods and services on balance-of-payments basis."""
    goods = rng.random() < 0.6
    when = of_month(rng.randint(2005, 2025), rng.randint(1, 12))
    indicator = rng.choice(("exports", "imports", "balance")) if goods else "balance"
    scope = "goods" if goods else "goods+services"
    dims = dims_of(("WLD",), indicator, scope)._replace(adjustment="sa")
    drawn = draw(cube, rng, dims, when.months)
    if drawn is None:
        return None
    sign = ("deficit" if drawn.figure.value < 0 else "surplus") if indicator == "balance" else None
    named = flow_name(indicator, "the world", scope, sign)
    lead = "On a seasonally adjusted basis " if rng.random() < 0.5 else ""
    return Statement(
        kind="world_month", template=f"{lead}{named} came to {{value}} {when.words}.", claim=base_claim(dims, indicator, scope, when, sign),
        looks={"value": look(cube, dims, when.months)}, published=drawn.published, when=when, tags=(scope,),
    )  # fmt: skip


def on_basis(cube: Cube, rng: random.Random) -> Statement | None:
    """Goods on balance-of-payments basis, named as such."""
    found = subject(cube, rng, annual=True, scope="goods", partners=(rng.choice(BEA),))
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    drawn2 = draw(cube, rng, drawn.dims._replace(basis="bop"), when.months)
    if drawn2 is None or (sign and (drawn2.figure.value < 0) != (sign == "deficit")):
        return None
    return Statement(
        kind="basis_named", template=f"On a balance-of-payments basis, {flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} came to {{value}} {when.words}.",
        claim=base_claim(drawn.dims, indicator, scope, when, sign), looks={"value": look(cube, drawn2.dims, when.months)}, published=drawn2.published, when=when,
    )  # fmt: skip


def rank(cube: Cube, rng: random.Random) -> Statement | None:
    """A place among countries."""
    when = of_year(rng.randint(2001, 2023))
    indicator = rng.choice(("exports", "imports", "total_trade"))
    found = subject(cube, rng, when=when, scope="goods", indicator=indicator)
    if found is None:
        return None
    drawn = found[0]
    places = {}
    for day in (drawn.published, None):
        figure = cube.newest(drawn.dims, when.months, day)
        standing = rank_among_countries(cube, figure, smallest_first=False) if figure else None
        places[day] = standing.place if standing else 0
    if len(set(places.values())) != 1 or not 1 <= places[None] <= 15:
        return None
    noun = {"exports": "export market", "imports": "source of imports", "total_trade": "trading partner"}[indicator]
    ordinal = (
        "",
        "",
        "second-",
        "third-",
        "fourth-",
        "fifth-",
        "sixth-",
        "seventh-",
        "eighth-",
        "ninth-",
        "10th-",
        "11th-",
        "12th-",
        "13th-",
        "14th-",
        "15th-",
    )[places[None]]
    claim = base_claim(drawn.dims, "rank", "goods", when, None, "rank") | {
        "rank_basis": indicator, "rank": places[None], "share_of": f"U.S. goods {noun}",
    }  # fmt: skip
    return Statement(
        kind="rank", template=f"{name_of(drawn.dims.partners)} was the {ordinal}largest U.S. {noun} for goods {when.words}.", claim=claim, looks={},
        published=drawn.published, when=when,
    )  # fmt: skip


def record(cube: Cube, rng: random.Random) -> Statement | None:
    """The largest ever: in every vintage that was public."""
    when = of_year(rng.randint(1995, 2023))
    found = subject(cube, rng, when=when, scope="goods")
    if found is None:
        return None
    drawn, indicator, scope, when, sign = found
    values = [sign_at(cube, drawn.dims, year(number)) for number in range(1985, when.months.year + 1)]
    known = [abs(value) for value in values if value and (not sign or (value < 0) == (sign == "deficit"))]
    history = [figure for figure in cube.history(drawn.dims, when.months) if figure.day <= drawn.published]
    if not known or max(known) != known[-1] or len(known) < 8 or not history or history[-1] != cube.newest(drawn.dims, when.months):
        return None
    claim = base_claim(drawn.dims, "rank", scope, when, sign, "rank") | {"rank_basis": indicator, "rank": 1, "share_of": "on record"}
    return Statement(
        kind="record", template=f"{flow_name(indicator, name_of(drawn.dims.partners), scope, sign)} {when.words} was the largest on record.", claim=claim,
        looks={}, published=drawn.published, when=when,
    )  # fmt: skip


def todays(at: Look) -> Look:
    """By today's figures, whatever the day: for periods that end with the text."""
    return lambda _: at(None)


def changed(new: Look, old: Look) -> Look:
    """Percent change of the size, with its sign."""

    def at(day: date | None) -> Decimal | None:
        now, before = new(day), old(day)
        return None if now is None or not before else (now / before - 1) * 100

    return at


def moved_by(new: Look, old: Look) -> Look:
    """Change of the size, with its sign."""

    def at(day: date | None) -> Decimal | None:
        now, before = new(day), old(day)
        return None if now is None or before is None else now - before

    return at


def ratio_of(new: Look, old: Look) -> Look:
    """One size over another."""

    def at(day: date | None) -> Decimal | None:
        now, before = new(day), old(day)
        return None if now is None or not before else now / before

    return at


def percent_of(part: Look, whole: Look) -> Look:
    """A share in percent."""
    ratio = ratio_of(part, whole)

    def at(day: date | None) -> Decimal | None:
        value = ratio(day)
        return None if value is None else value * 100

    return at


def divided(total: Look, count: int) -> Look:
    """The average."""

    def at(day: date | None) -> Decimal | None:
        value = total(day)
        return None if value is None else value / count

    return at


TRUE: tuple[tuple[Make, int], ...] = (
    (level, 8), (joint, 2), (growth, 5), (pair, 3), (factor, 1), (since, 2), (share, 2), (several_years, 2), (direction, 2), (world, 2), (on_basis, 1),
    (rank, 2), (record, 1),
)  # fmt: skip
"""Kinds of statement, and how often each is drawn."""
