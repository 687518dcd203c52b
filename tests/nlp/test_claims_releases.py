"""What releases and agency copy say in their own ways: times told first, changes told before their flow, levels told again to be compared with."""

from collections.abc import Callable
from datetime import date

import pytest

from tradeclaims.records import Claim

Claims = Callable[..., list[Claim]]


def shown(claim: Claim) -> str:
    """ "deficit USA>KOR 17.3b from 16.1b +1.2b 2014-05-01": balance sign or flow, parties, scope, level, earlier level, change, first day."""
    words = [claim.balance_sign or claim.indicator, f"{claim.reporter}>{','.join(claim.partners)}"]
    if claim.scope != "unspecified":
        words.append(claim.scope)
    if claim.product:
        words.append(f"[{claim.product}]")
    for word, amount in (("", claim.value), ("from ", claim.from_value)):
        if amount:
            words.append(f"{word}{float(amount.low) / 10**9:g}b")
    sign = {"up": "+", "down": "-", "flat": "=", None: ""}[claim.direction]
    if claim.change_abs:
        words.append(f"{sign}{float(claim.change_abs.low) / 10**9:g}b")
    elif claim.change_pct:
        words.append(f"{sign}{float(claim.change_pct.low):g}%")
    elif sign:
        words.append(sign)
    if claim.period and claim.period.start:
        words.append(claim.period.start.isoformat())
    return " ".join(words)


TEXTS: dict[str, tuple[str, list[str]]] = {
    "a time told first": (
        "In 2011, the services surplus with Peru stood at $1.4 billion, down 3.1 percent from 2010.",
        ["surplus USA>PER services 1.4b -3.1% 2011-01-01"],
    ),
    "changes told before their flow": (
        "The March increase in the goods and services deficit reflected an increase in the goods deficit of $0.9 billion to $61.2 billion "
        "and a decrease in the services surplus of $0.2 billion to $17.8 billion.",
        ["deficit USA>WLD goods 61.2b +0.9b 2014-03-01", "surplus USA>WLD services 17.8b -0.2b 2014-03-01"],
    ),
    "a list of changes": (
        "Imports rose to $199.4 billion in March. The increase in imports mostly reflected increases in capital goods ($0.8 billion) and autos ($0.3 billion).",
        [
            "imports USA>WLD goods+services 199.4b + 2014-03-01",
            "imports USA>WLD goods [capital goods] +0.8b 2014-03-01",
            "imports USA>WLD goods [autos] +0.3b 2014-03-01",
        ],
    ),
    "goods and services of a flow just told": (
        "Exports slipped to $178.1 billion in March. Goods were $121.4 billion in March, down from $122.9 billion in February.",
        ["exports USA>WLD goods+services 178.1b - 2014-03-01", "exports USA>WLD goods 121.4b from 122.9b - 2014-03-01"],
    ),
    "each item about its own partner": (
        "Deficits were recorded with Chile ($1.2 billion), Peru ($0.9 billion) and India ($2.1 billion) in March.\n\n"
        "• The deficit with Italy increased $0.4 billion to $2.3 billion in March. Exports decreased $0.1 billion to $1.4 billion and imports increased "
        "$0.3 billion to $3.7 billion.",
        [
            "deficit USA>CHL 1.2b 2014-03-01",
            "deficit USA>PER 0.9b 2014-03-01",
            "deficit USA>IND 2.1b 2014-03-01",
            "deficit USA>ITA 2.3b +0.4b 2014-03-01",
            "exports USA>ITA 1.4b -0.1b 2014-03-01",
            "imports USA>ITA 3.7b +0.3b 2014-03-01",
        ],
    ),
    "a balance told again to be compared with": (
        "Japan posted a trade surplus of $8.1 billion in March, compared with a $9.4 billion surplus in February.",
        ["surplus JPN>WLD 8.1b from 9.4b - 2014-03-01"],
    ),
    "another sign is another figure": (
        "Chile swung to a trade deficit of $0.4 billion in March from a surplus of $1.1 billion in February.",
        ["deficit CHL>WLD 0.4b 2014-03-01", "surplus CHL>WLD 1.1b 2014-02-01"],
    ),
    "whom a balance is left with": (
        "That left Vietnam with a trade surplus of $1.6 billion in March.",
        ["surplus VNM>WLD 1.6b 2014-03-01"],
    ),
    "a gap between flows": (
        "The gap between exports and imports widened to $43.8 billion in March from a revised $42.1 billion in February.",
        ["deficit USA>WLD goods+services 43.8b from 42.1b + 2014-03-01"],
    ),
    "another country's story": (
        "Korea's exports rose 2.4 percent in March, defying jitters on Wall Street about America. Imports fell 1.1 percent.",
        ["exports KOR>WLD +2.4% 2014-03-01", "imports KOR>WLD -1.1% 2014-03-01"],
    ),
    "whose trade it is": (
        "India's total merchandise trade fell 3.2 percent to $61 billion in March.",
        ["total_trade IND>WLD goods 61b -3.2% 2014-03-01"],
    ),
    "goods and services of a verb": (
        "In 2013, the United States exported $2.3 trillion in goods and services and imported $2.7 trillion.",
        ["exports USA>WLD goods+services 2300b 2013-01-01", "imports USA>WLD 2700b 2013-01-01"],
    ),
    "part of a year and its year": (
        "In the first seven months (January to July) of 2013, imports of apparel from Kenya were worth $1.3 billion.",
        ["imports USA>KEN goods [apparel] 1.3b 2013-01-01"],
    ),
    "what came before a fall": (
        "Imports of machinery fell 4.4 percent in March after hitting a record high in January.",
        ["imports USA>WLD goods [machinery] -4.4% 2014-03-01"],
    ),
    "a ratio to output": ("Exports as a percentage of GDP rose from 9 percent in 2003 to 12 percent in 2013.", []),
    "a price is no level": (
        "If oil stayed at $120 a barrel, the trade deficit would come to $600 billion this year.",
        ["deficit USA>WLD goods+services 600b 2014-01-01"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), TEXTS.values(), ids=TEXTS.keys())
def test_claims_of_releases(claims_of: Claims, text: str, claims: list[str]) -> None:
    assert [shown(claim) for claim in claims_of(text, published=date(2014, 5, 6))] == claims
