"""How often a number that is wrong gets away with it, measured on changed official figures."""

import random
from collections import Counter
from datetime import date
from decimal import Decimal

from check.cube import Cube
from check.figure import Dims
from check.months import of_period
from check.verify import verify
from tests.check.making import amount, document, make_claim
from tradeclaims.records import Claim, Verdict
from tradeclaims.values import Period

PARTNERS = ("KOR", "CHN", "MEX", "CAN", "JPN", "DEU", "VNM", "GBR", "IND", "FRA", "ITA", "BRA")
TRIALS = 1200


def stated(cube: Cube, rng: random.Random, *, wrong: bool) -> Claim | None:
    """A claim on a random official figure, as printed in the press; `wrong` moves the number by up to a factor of two."""
    partner, flow = rng.choice(PARTNERS), rng.choice(("exports", "imports", "balance"))
    number, month = rng.randint(2003, 2023), rng.randint(2, 11)
    period = rng.choice((Period.year(number), Period.year_to_date(number, month), Period.month(number, month)))
    months = of_period(period)
    figure = months and cube.newest(Dims("USA", (partner,), flow, "all_goods", "census", "nsa"), months)
    if not figure or abs(figure.value) < 1000:
        return None
    billions = abs(figure.value) / 1000
    places = rng.choice((0, 1, 1, 2)) if billions >= 10 else 1
    said = round(billions * Decimal(2) ** Decimal(str(round(rng.uniform(-1, 1), 4))) if wrong else billions, places)
    if wrong and abs(said - billions) <= Decimal(1).scaleb(-places):
        return None
    scope = {"scope": "goods"} if rng.random() < 0.5 else {}
    sign = ("deficit" if figure.value < 0 else "surplus") if flow == "balance" else None
    return make_claim(indicator=flow, partners=(partner,), balance_sign=sign, period=period, value=amount(f"{said}e9"), **scope)


def verdicts(cube: Cube, *, wrong: bool) -> list[Verdict]:
    rng, found = random.Random(20170712), []
    while len(found) < TRIALS:
        claim = stated(cube, rng, wrong=wrong)
        if claim is not None and claim.period is not None and claim.period.end is not None:
            found += verify([claim], document(date(claim.period.end.year + 1, 6, 1)), cube)
    return found


def test_right_numbers_are_confirmed(cube: Cube) -> None:
    assert Counter(found.outcome for found in verdicts(cube, wrong=False)) == {"agrees": TRIALS}


def test_changed_numbers_are_rarely_confirmed_or_explained(cube: Cube) -> None:
    found = verdicts(cube, wrong=True)
    confirmed = sum(one.outcome in ("agrees", "outdated") for one in found)
    explained = sum(one.diagnosis is not None for one in found)
    assert confirmed / TRIALS <= 0.01
    assert explained / TRIALS <= 0.03
    assert sum(one.outcome == "differs" for one in found) / TRIALS >= 0.95
