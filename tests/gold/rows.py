"""Gold rows: loading, the part kept aside, and the claims they hold as records."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from check.cube import Cube
from check.verify import verify
from tests.gold.wording import Json
from tradeclaims.records import Claim, Document, Verdict
from tradeclaims.structured import claim_from_json

FOLDER = Path(__file__).resolve().parent
HELD_OF_TEN = 4
"""Of ten rows, as many are only scored."""


def written() -> list[Json]:
    """The rows written by hand."""
    lines = (FOLDER / "written.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def is_held(row: Json) -> bool:
    """Whether a row is only scored: nothing is mended after looking at it. By the hash of its id."""
    return int(hashlib.sha256(str(row["id"]).encode()).hexdigest(), 16) % 10 < HELD_OF_TEN


def claims_of(row: Json) -> list[Claim]:
    """The row's claims."""
    return [claim_from_json(one, row["text"], document=row["id"], quantities=row.get("quantities", ())) for one in row["claims"]]


def verdicts_of(row: Json, cube: Cube, claims: Sequence[Claim] | None = None) -> list[Verdict]:
    """The verdicts on the row's own claims, or on others read from its sentence."""
    found = claims_of(row) if claims is None else list(claims)
    day = row.get("published")
    document = Document(
        id=row["id"],
        source="gold",
        kind="news",
        url=f"gold:{row['id']}",
        title="",
        published=day and date.fromisoformat(day),
        text=row["text"],
    )
    return verify(found, document, cube)
