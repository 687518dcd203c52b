"""Records keep their identity: ids depend on what is said, and nothing is lost on the way to storage and back."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import tradeclaims.records as records
from tradeclaims.codec import decode, encode
from tradeclaims.contract import claim_json, event_json
from tradeclaims.records import Claim, Event, Notice, Observation, OfficialValue, Verdict
from tradeclaims.values import Period, Quantity, Span

SENTENCE = "The goods deficit rose from $13.2 billion to $27.6 billion."
CLAIM = Claim(
    document="d1",
    revision=1,
    evidence=Span.of(SENTENCE, 0, len(SENTENCE)),
    reporter="USA",
    partners=("KOR",),
    indicator="balance",
    balance_sign="deficit",
    scope="goods",
    measure="level",
    value=Quantity(
        low=Decimal("27.6E9"), high=Decimal("27.6E9"), unit="currency", currency="USD", step=Decimal("1E8"), raw="$27.6 billion"
    ),
    period=Period.year(2016, raw="2016"),
)
EVENT = Event(
    document="d1",
    revision=1,
    evidence=CLAIM.evidence,
    type="joint_committee_request",
    status="done",
    agreement="KORUS",
    partners=("KOR",),
    date=date(2017, 7, 12),
    date_end=date(2017, 7, 12),
)
VERDICT = Verdict(
    claim=CLAIM.id,
    outcome="agrees",
    official=(OfficialValue(value=Decimal("-27624.6E6"), unit="USD", series="s", period="2016", vintage="2024-08", source_url="u"),),
    difference=Decimal("24600000"),
)


@pytest.mark.parametrize("record", [CLAIM, EVENT, VERDICT], ids=lambda r: type(r).__name__)
def test_a_record_survives_storage(record: Claim | Event | Verdict) -> None:
    again = decode(type(record), encode(record))
    assert again == record
    assert again.id == record.id


def test_decimals_survive_exactly() -> None:
    figure = Observation(
        series="s", source="census", reporter="USA", partner="KOR", flow="exports", product="all_goods", basis="census",
        adjustment="nsa", freq="M", period="2016-05", value=Decimal("1263.196467"), unit="USD_million", vintage="2024-08", provenance="p",
    )  # fmt: skip
    assert str(decode(Observation, encode(figure)).value) == "1263.196467"


@pytest.mark.parametrize(
    "change",
    [
        {"revision": 2},
        {"extractor_version": 9},
        {"evidence": Span.of(" " + SENTENCE, 1, len(SENTENCE) + 1)},
        {"speaker": "Robert Lighthizer"},
        {"evidence": Span(start=5, end=5 + len(SENTENCE), quote=SENTENCE.replace(" rose ", "\nrose "))},
    ],
    ids=["revision", "version", "offset", "speaker", "white space"],
)
def test_a_claims_id_ignores_where_and_when(change: dict[str, object]) -> None:
    assert replace(CLAIM, **change).id == CLAIM.id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"document": "d2"},
        {"indicator": "exports"},
        {"partners": ("JPN",)},
        {"scope": "services"},
        {"modality": "forecast"},
        {"period": Period.year(2015)},
        {"value": None},
    ],
    ids=lambda c: next(iter(c)),
)
def test_a_claims_id_follows_what_it_says(change: dict[str, object]) -> None:
    assert replace(CLAIM, **change).id != CLAIM.id  # type: ignore[arg-type]


def test_equal_amounts_written_differently_are_one_claim() -> None:
    assert CLAIM.value is not None
    plain = replace(CLAIM.value, low=Decimal(27_600_000_000), high=Decimal(27_600_000_000))
    assert replace(CLAIM, value=plain).id == CLAIM.id


def test_ids_are_the_same_on_every_machine() -> None:
    assert (
        Notice(rule="r", subject="s", key="k", channel="print", reason="", created_at=datetime(2026, 1, 1, tzinfo=UTC)).id
        == "nb2306cace1a32c94"
    )


def test_reports_of_one_act_share_an_occasion() -> None:
    other = replace(EVENT, document="d2", date=date(2017, 7, 13), official=True)
    assert other.occasion == EVENT.occasion
    assert replace(EVENT, agreement="NAFTA").occasion != EVENT.occasion


def test_public_claim_has_the_documented_fields() -> None:
    row = claim_json(CLAIM)
    assert row["value"] == 27_600_000_000
    assert row["period"] == {"start": "2016-01-01", "end": "2016-12-31", "freq": "year", "surface": "2016"}
    assert (row["start"], row["end"], row["evidence"]) == (0, len(SENTENCE), SENTENCE)


def test_public_event_has_iso_dates() -> None:
    assert event_json(EVENT)["date"] == "2017-07-12"


def test_every_field_of_every_record_explains_itself() -> None:
    folder = Path(records.__file__).parent
    for name in records.__all__:
        record = getattr(records, name)
        assert is_dataclass(record)
        assert record.__doc__
        source = (folder / (record.__module__.rpartition(".")[2] + ".py")).read_text()
        body = source[source.index(f"class {name}") :]
        for field in fields(record):
            line = body.index(f"    {field.name}:")
            following = body[line:].split("\n    ", 2)[1]
            assert following.startswith('"""'), f"{name}.{field.name} has no docstring"
