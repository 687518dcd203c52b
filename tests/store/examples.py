"""Small invented records for the tests of the store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tradeclaims.ids import body_hash, meaning_id
from tradeclaims.records import Claim, Document, Event, Mention, Notice, Observation, OfficialValue, Snapshot, Verdict
from tradeclaims.values import Period, Quantity, Span

START = datetime(2017, 7, 13, 8, 0, tzinfo=UTC)
SENTENCE = "Our deficit in goods with Freedonia rose to $27.6 billion in 2016, the Minister's office said."
NEWS = "The office asked for a special session of the committee on July 12."
TEXT = f"{SENTENCE} {NEWS}"


def at(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def snapshot(body: bytes, *, url: str = "https://news.example/1", hours: int = 0, **fields: Any) -> Snapshot:
    return Snapshot(
        source="example", url=url, final_url=url + "?final", fetched_at=at(hours), status=200, media_type="text/html",
        body_hash=body_hash(body), **fields,
    )  # fmt: skip


def document(text: str = TEXT, *, name: str = "1", **fields: Any) -> Document:
    url = f"https://news.example/{name}"
    base = Document(
        id=meaning_id("document", "example", url), source="example", kind="news", url=url, title="A letter to Freedonia",
        issuer="The Example", published=date(2017, 7, 13), text=text,
    )  # fmt: skip
    return replace(base, **fields)


def billions(amount: str) -> Quantity:
    value = Decimal(amount) * 10**9
    return Quantity(low=value, high=value, unit="currency", currency="USD", step=Decimal(10) ** 8, raw=f"${amount} billion")


def claim(of: Document, sentence: str = SENTENCE, **fields: Any) -> Claim:
    start = of.text.index(sentence)
    base = Claim(
        document=of.id, revision=of.revision, evidence=Span.of(of.text, start, start + len(sentence)), reporter="USA", partners=("KOR",),
        indicator="balance", balance_sign="deficit", scope="goods", measure="level", value=billions("27.6"), period=Period.year(2016, raw="2016"),
        speaker="the Minister's office",
    )  # fmt: skip
    return replace(base, **fields)


def event(of: Document, sentence: str = NEWS, **fields: Any) -> Event:
    start = of.text.index(sentence)
    base = Event(
        document=of.id, revision=of.revision, evidence=Span.of(of.text, start, start + len(sentence)), type="joint_committee_request",
        status="done", agreement="KORUS", partners=("KOR",), date=date(2017, 7, 12), date_end=date(2017, 7, 12),
    )  # fmt: skip
    return replace(base, **fields)


def mention(of: Document, words: str = "2016") -> Mention:
    start = of.text.index(words)
    return Mention(kind="date", span=Span.of(of.text, start, start + len(words)), period=Period.year(2016, raw=words))


def verdict(of: Claim, **fields: Any) -> Verdict:
    figure = OfficialValue(
        value=Decimal("-27624.6E6"), unit="USD", series="s", period="2016", vintage="2017-01", source_url="https://statistics.example/kor"
    )
    base = Verdict(claim=of.id, outcome="agrees", query="balance USA KOR 2016", official=(figure,), reason="27.6 against 27.6246 billion.")
    return replace(base, **fields)


def observation(**fields: Any) -> Observation:
    base = Observation(
        series="goods", source="census", reporter="USA", partner="KOR", flow="balance", product="all_goods", basis="census", adjustment="nsa",
        freq="A", period="2016", value=Decimal("-27624.6"), unit="USD_million", vintage="2017-01", provenance="table@2017-01",
    )  # fmt: skip
    return replace(base, **fields)


def notice(**fields: Any) -> Notice:
    base = Notice(rule="r", subject="KORUS: request", key="o1", channel="print", reason="because", created_at=START)
    return replace(base, **fields)
