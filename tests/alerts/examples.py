"""Small invented events, claims and documents for the tests of alerts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tradeclaims.records import Claim, Document, Event, Notice, Verdict
from tradeclaims.values import Period, Quantity, Span

NOW = datetime(2017, 7, 13, 12, 0, tzinfo=UTC)
SENTENCE = "The office asked for a special session of the Joint Committee under KORUS on July 12."
FIGURE = "The deficit rose to $27.6 billion in 2016, he said."


def document(name: str = "d1", **fields: Any) -> Document:
    base = Document(
        id=name, source="example", kind="news", url=f"https://news.example/{name}", title=f"Title of {name}", issuer="The Example",
        published=date(2017, 7, 13), text=f"{SENTENCE} {FIGURE}",
    )  # fmt: skip
    return replace(base, **fields)


def event(of: str = "d1", sentence: str = SENTENCE, **fields: Any) -> Event:
    base = Event(
        document=of, revision=1, evidence=Span.of(sentence, 0, len(sentence)), type="joint_committee_request", status="done",
        agreement="KORUS", partners=("KOR",), date=date(2017, 7, 12), date_end=date(2017, 7, 12),
    )  # fmt: skip
    return replace(base, **fields)


def billions(amount: str) -> Quantity:
    value = Decimal(amount) * 10**9
    return Quantity(low=value, high=value, unit="currency", currency="USD", step=Decimal(10) ** 8, raw=f"${amount} billion")


def claim(of: str = "d1", sentence: str = FIGURE, **fields: Any) -> Claim:
    base = Claim(
        document=of, revision=1, evidence=Span.of(sentence, 0, len(sentence)), reporter="USA", partners=("KOR",), indicator="balance",
        balance_sign="deficit", measure="level", value=billions("27.6"), period=Period.year(2016, raw="2016"), speaker="Jo Smith",
    )  # fmt: skip
    return replace(base, **fields)


def checked(of: str = "d1", outcome: str = "differs", diagnosis: str | None = None, **fields: Any) -> tuple[Claim, Verdict]:
    said = claim(of, **fields)
    return said, Verdict(claim=said.id, outcome=outcome, diagnosis=diagnosis, reason="27.6 against 20.1 billion.")  # type: ignore[arg-type]


def notice(**fields: Any) -> Notice:
    base = Notice(
        rule="r", subject="KORUS: request", key="o1", channel="print", reason="because", evidence=SENTENCE, url="https://news.example/1",
        created_at=NOW,
    )  # fmt: skip
    return replace(base, **fields)
