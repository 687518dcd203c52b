"""USITC DataWeb as its contract describes it: a saved query in, a table as on the page out."""

import json
from typing import Any

from tests.official.serving import Question, Reply, as_json

TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.signature"
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]  # fmt: skip


class DataWeb:
    """Rows of country and chapter, twelve months each."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[str, str, list[int]]]] = {}
        """Year → (country, chapter, dollars of twelve months)."""
        self.labels = ["Country", "HTS Number", "Description", "Year"]
        self.report: dict[str, Any] = {"errors": [], "needMoreTime": False}

    def __call__(self, question: Question) -> Reply:
        """The answer."""
        if question.headers.get("Authorization") != f"Bearer {TOKEN}":
            return Reply(status=401, body=b'{"message": "Unauthorized"}')
        asked = json.loads(question.body)
        (year,) = asked["searchOptions"]["componentSettings"]["years"]
        assert asked["reportOptions"]["classificationSystem"] == "HTS"
        rows = [
            [country, chapter, "…", year, *(f"{dollars:,}" for dollars in months)] for country, chapter, months in self.rows.get(year, [])
        ]
        columns = [{"columns": [{"label": label} for label in self.labels]}, {"columns": [{"label": month} for month in MONTHS]}]
        table = {"column_groups": columns, "row_groups": [{"rowsNew": [{"rowEntries": [{"value": cell} for cell in row]} for row in rows]}]}
        return as_json({"dto": {**self.report, "tables": [table]}})
