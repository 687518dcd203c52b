"""Claims of single sentences and short paragraphs, read from a table of our own, with near misses that hold none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nlp.extract import extract
from tradeclaims.contract import claim_json
from tradeclaims.records import Claim

Read = Callable[..., Any]

TABLE = [json.loads(line) for line in (Path(__file__).parent / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
USUAL = {"qualifier": "exact", "modality": "asserted", "quotation": False}


def shown(claim: Claim, fields: list[str]) -> dict[str, Any]:
    row = claim_json(claim)
    for name in ("period", "compare_period"):
        row[name] = row[name] and f"{row[name]['start']}..{row[name]['end']}"
    return {name: row[name] for name in fields}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"][:60])
def test_a_text_gives_exactly_the_claims_of_its_row(row: dict[str, Any], claims_of: Read) -> None:
    found = claims_of(row["text"])
    assert len(found) == len(row["claims"])
    for claim, expected in zip(found, row["claims"], strict=True):
        expected = USUAL | expected
        assert shown(claim, list(expected)) == expected


def test_the_table_holds_both_claims_and_near_misses() -> None:
    silent = [row for row in TABLE if not row["claims"]]
    assert len(silent) >= 12
    assert len(TABLE) - len(silent) >= 40


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"][:60])
def test_evidence_quotes_the_text(row: dict[str, Any], claims_of: Read) -> None:
    for claim in claims_of(row["text"]):
        claim.evidence.check(row["text"])


def test_the_same_text_gives_the_same_claims_in_the_same_order(claims_of: Read) -> None:
    text = "Exports to Korea rose 4 percent in 2016. Imports from Korea fell 2 percent to $69.9 billion."
    assert claims_of(text) == claims_of(text)


def test_reporter_and_partner_are_not_flipped_to_the_mirror_flow(only: Read) -> None:
    claim = only("Korea's surplus with the United States was $23.2 billion in 2016.")
    assert (claim["reporter"], claim["partners"], claim["balance_sign"]) == ("KOR", ["USA"], "surplus")


def test_the_document_country_reports_where_nobody_is_named(only: Read) -> None:
    claim = only("Exports to the United States fell 3 percent in 2016.", country="KOR")
    assert (claim["reporter"], claim["partners"]) == ("KOR", ["USA"])


def test_a_deficit_without_a_country_and_without_a_date_of_publication_still_reads(document: Read) -> None:
    text = "The trade deficit with Mexico was $63.2 billion in 2016."
    found = extract(document(text, published=None, country=None)).claims
    assert [(c.reporter, c.partners) for c in found] == [(None, ("MEX",))]
