"""Enumerations: rows side by side, keys and figures by turns, verbs said once, lists and tables under a title."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from nlp.claims.header_unit import unit_of
from nlp.claims.tables.layout import find_row, rows_inside
from nlp.sentences import split_sentences
from tradeclaims.records import Claim

Read = Callable[..., Any]


def shown(claim: Claim) -> str:
    """ "exports USA>CHN 130b +4%": flow, parties, level in billions or millions, change."""
    words = [claim.balance_sign or claim.indicator, f"{claim.reporter}>{','.join(claim.partners)}"]
    if claim.product:
        words.append(f"[{claim.product}]")
    if claim.value:
        billions = claim.value.low >= 10**9
        words.append(f"{float(claim.value.low) / (10**9 if billions else 10**6):g}{'b' if billions else 'm'}")
    sign = {"up": "+", "down": "-", "flat": "=", None: ""}[claim.direction]
    if claim.change_abs:
        words.append(f"{sign}{float(claim.change_abs.low) / 10**9:g}b")
    if claim.change_pct:
        words.append(f"{sign}{float(claim.change_pct.low):g}%")
    if claim.share:
        words.append(f"share {float(claim.share.low):g}%")
    if sign and not claim.change_abs and not claim.change_pct:
        words.append(sign)
    return " ".join(words)


LISTS = {
    "one verb, respectively": (
        "U.S. imports from Brazil, India and Peru rose 3, 5 and 8 percent, respectively, in May.",
        ["imports USA>BRA +3%", "imports USA>IND +5%", "imports USA>PER +8%"],
    ),
    "a verb for each, respectively": (
        "Exports to Japan and Chile fell 4 percent and rose 7 percent, respectively, in May.",
        ["exports USA>JPN -4%", "exports USA>CHL +7%"],
    ),
    "levels and changes, respectively": (
        "Imports from Italy and Spain were $4.5 billion and $1.6 billion, up 2 percent and down 3 percent, respectively, in May.",
        ["imports USA>ITA 4.5b +2%", "imports USA>ESP 1.6b -3%"],
    ),
    "levels with earlier levels, respectively": (
        "The deficits with Japan and Italy widened to $5.9 billion from $5.5 billion and to $2.6 billion from $2.1 billion, respectively, in May.",
        ["deficit USA>JPN 5.9b +", "deficit USA>ITA 2.6b +"],
    ),
    "flows side by side": (
        "China's exports and imports were $196.6 billion and $158.1 billion, respectively, in June.",
        ["exports CHN>WLD 196.6b", "imports CHN>WLD 158.1b"],
    ),
    "those named before": (
        "Exports to Japan, Chile and Peru rose 3, 4 and 5 percent in May; imports from them fell 6, 7 and 8 percent.",
        [
            "exports USA>JPN +3%", "exports USA>CHL +4%", "exports USA>PER +5%",
            "imports USA>JPN -6%", "imports USA>CHL -7%", "imports USA>PER -8%",
        ],
    ),
    "figure before key": (
        "The United States imported $9 billion of goods from Italy, $4 billion from Spain and $2 billion from Norway in May.",
        ["imports USA>ITA 9b", "imports USA>ESP 4b", "imports USA>NOR 2b"],
    ),
    "key before figure, verb said once": (
        "Exports to Japan rose 3 percent in May, those to Chile 4 percent and those to Peru 5 percent.",
        ["exports USA>JPN +3%", "exports USA>CHL +4%", "exports USA>PER +5%"],
    ),
    "heads that share a verb": (
        "Exports rose 3.9 percent to $170 billion, imports 4.4 percent to $217 billion and the deficit 6.2 percent to $47 billion in May.",
        ["exports USA>WLD 170b +3.9%", "imports USA>WLD 217b +4.4%", "deficit USA>WLD 47b +6.2%"],
    ),
    "a change said once": (
        "The deficit with Japan rose $0.5 billion, that with Italy $1.1 billion in May.",
        ["deficit USA>JPN +0.5b", "deficit USA>ITA +1.1b"],
    ),
    "reporters by turns": (
        "Japan bought $9 billion of U.S. goods in May, Chile $4 billion and Peru $2 billion.",
        ["imports JPN>USA 9b", "imports CHL>USA 4b", "imports PER>USA 2b"],
    ),
    "changes governed by a noun": (
        "The May decrease in exports of goods reflected decreases in capital goods ($0.9 billion) and consumer goods ($0.4 billion).",
        ["exports USA>WLD [capital goods] -0.9b", "exports USA>WLD [consumer goods] -0.4b"],
    ),
    "a balance governed by a noun": (
        "The change reflected an increase in the goods deficit of $2.3 billion to $73.3 billion in May.",
        ["deficit USA>WLD 73.3b +2.3b"],
    ),
    "a verb behind the row": (
        "Exports to Japan ($5 billion) and Chile ($1 billion) both rose in May.",
        ["exports USA>JPN 5b +", "exports USA>CHL 1b +"],
    ),
    "signs": (
        "JUNE EXPORTS +11.3 PCT Y/Y, IMPORTS -17.2 PCT",
        ["exports USA>WLD +11.3%", "imports USA>WLD -17.2%"],
    ),
    "another time in brackets": ("June exports rose 2.1 percent (May -0.4 percent).", ["exports USA>WLD +2.1%"]),
    "bullets": (
        "U.S. goods exports, May 2017:\n- Japan: $5.6 billion, up 3.1 percent\n- Chile: $1.2 billion, unchanged\n- All partners: $128 billion",
        ["exports USA>JPN 5.6b +3.1%", "exports USA>CHL 1.2b =", "exports USA>WLD 128b"],
    ),
    "unit and change in the title": (
        "U.S. imports in May 2017, $ millions (change on the year in percent)\nJapan: 11,240 (+4.9)\nPeru: 610 (-2.3)",
        ["imports USA>JPN 11.24b +4.9%", "imports USA>PER 610m -2.3%"],
    ),
    "flows as columns": (
        "U.S. goods trade, 2016 (billions of dollars)\nPartner | Exports | Imports | Balance\nJapan | 63.2 | 132.0 | -68.8\nChile | 12.9 | 8.8 | 4.1",
        ["exports USA>JPN 63.2b", "imports USA>JPN 132b", "deficit USA>JPN 68.8b",
         "exports USA>CHL 12.9b", "imports USA>CHL 8.8b", "surplus USA>CHL 4.1b"],
    ),
    "labelled cells": (
        "Australia's goods trade, 2015-16 (A$ million)\nJapan: exports 38,000, imports 17,900",
        ["exports AUS>JPN 38b", "imports AUS>JPN 17.9b"],
    ),
    "rows behind a colon": (
        "U.S. imports of apparel in May 2017, in million SME: China 871, up 4.1 percent; India 112, down 6.0 percent.",
        ["imports USA>CHN [apparel] 871m +4.1%", "imports USA>IND [apparel] 112m -6%"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_each_element_is_one_claim(name: str, claims_of: Read) -> None:
    text, expected = LISTS[name]
    assert [shown(claim) for claim in claims_of(text)] == expected


def test_years_as_columns_date_each_figure(claims_of: Read) -> None:
    text = "U.S. imports of goods ($ billions)\nCountry     2015     2016\nJapan     131.4    132.0"
    found = [(claim.period.start.year, claim.value.low) for claim in claims_of(text)]
    assert found == [(2015, Decimal("131.4") * 10**9), (2016, Decimal("132.0") * 10**9)]


def test_a_change_column_belongs_to_the_level_before_it(claims_of: Read) -> None:
    text = "U.S. steel imports by country, 2016\nCountry | Metric tons | Change from 2015 (%)\nBrazil | 3,935,000 | -10.5"
    (claim,) = claims_of(text)
    assert (shown(claim), claim.value.unit) == ("imports USA>BRA [steel] 3.935m -10.5%", "metric tons")
    assert claim.compare_period.start.year == 2015


def test_the_period_of_a_row_is_not_the_one_compared_with(claims_of: Read) -> None:
    text = "In May the deficit with Japan was $5.9 billion, up from $5.5 billion in April; with Italy, $2.6 billion, up from $2.1 billion."
    assert [claim.period.start.month for claim in claims_of(text)] == [5, 5]


def test_from_one_month_to_the_next_something_changed(claims_of: Read) -> None:
    text = "The April to May increase in exports of goods reflected increases in capital goods ($0.4 billion) and consumer goods ($0.2 billion)."
    assert {(claim.period.start.month, claim.compare_period.start.month) for claim in claims_of(text)} == {(5, 4)}


@pytest.mark.parametrize(
    "text",
    [
        "Medal table: United States 46, China 38, Japan 27",
        "Sales by country\nGermany: 1,204\nFrance: 988",
        "Company results, 2016\nRevenue: $4.5 billion (+3%)\nNet income: $0.3 billion (-2%)",
        "U.S. exports to the same three were worth $9 billion, $4 billion and $2 billion.",
        "The budget deficits of Greece, Spain and Portugal were 9.0, 10.6 and 6.4 percent of GDP, respectively.",
        "Unemployment fell to 3.9 percent in Japan, 4.1 percent in Chile and 4.4 percent in Peru.",
    ],
)
def test_other_lists_stay_silent(text: str, claims_of: Read) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("title", "unit", "currency", "scale"),
    [
        ("deficits, in billions of dollars", "currency", "USD", 10**9),
        ("Merchandise trade (A$ million)", "currency", "AUD", 10**6),
        ("Imports (million SME)", "SME", None, 10**6),
        ("Exports, USD bn", "currency", "USD", 10**9),
        ("Trade in billion yen", "currency", "JPY", 10**9),
        ("Metric tons", "metric tons", None, 1),
    ],
)
def test_units_of_titles(title: str, unit: str, currency: str | None, scale: int) -> None:
    found = unit_of(title)
    assert found is not None
    assert (found.unit, found.currency, found.scale) == (unit, currency, scale)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("- Canada: $24.6 billion, up 3.1 percent", "Canada"),
        ("European Union, $14.9 billion", "European Union"),
        ("| Turkey | 1,977,000 | -10.0 |", "Turkey"),
        ("1. Canada - $300.3 billion", "Canada"),
        ("All sources: 111,204 (+4.7)", "All sources"),
    ],
)
def test_lines_of_figures(line: str, key: str) -> None:
    row = find_row(line)
    assert row is not None
    assert line[row.start : row.end] == key


@pytest.mark.parametrize(
    "line",
    [
        "Exports rose 3 percent to $4 billion.",
        "Exports of goods increased $3.3 billion to $124.1 billion in July:",
        "U.S. goods exports to FTA partners in 2014:",
        "Source: Office of Textiles and Apparel, U.S. Department of Commerce",
        "By value they came to $101.6 billion.",
    ],
)
def test_sentences_and_titles_are_no_rows(line: str) -> None:
    assert find_row(line) is None


def test_rows_inside_a_sentence_end_at_semicolons() -> None:
    text = "Deficits: China $31.6 billion; Japan $5.9 billion."
    found = rows_inside(text)
    assert found is not None
    assert [text[row.start : row.end] for row in found[1]] == ["China", "Japan"]


def test_lines_of_figures_are_sentences_of_their_own() -> None:
    text = "U.S. deficits in January:\nChina, $27.2 billion\nEuropean Union, $14.9 billion"
    assert [span.quote for span in split_sentences(text)] == text.split("\n")
