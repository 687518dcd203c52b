"""What a search asks of a claim besides its words, as conditions in SQL, arranged so that rare and frequent values are both found fast."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from store.database import Database
from store.words import clean, like_part

COMMON = 5_000
"""From this number of hits on, a value or word counts as frequent."""


@dataclass(slots=True, kw_only=True)
class Conditions:
    """Conditions that a claim `c` with its current verdict `v` must fulfil together."""

    where: list[str] = field(default_factory=list)
    """SQL, with named values."""

    values: dict[str, Any] = field(default_factory=dict)
    """The named values."""

    rare: bool = False
    """True when one condition leaves few claims: those are gathered first and sorted after. Otherwise the claims are
    walked in the order asked for until enough of them fit."""

    def ask(self, db: Database, hits: str, per_claim: str, **values: Any) -> None:
        """Add a condition in one of two forms. `hits` selects the numbers of the claims that fit and is used where they are few;
        `per_claim` is tested claim by claim."""
        self.values |= values
        if is_common(db, hits, values):
            self.where.append(per_claim)
        else:
            self.where.append(f"c.n IN ({hits})")
            self.rare = True

    def test(self, per_claim: str, **values: Any) -> None:
        """Add a condition that is tested claim by claim."""
        self.values |= values
        self.where.append(per_claim)


def is_common(db: Database, hits: str, values: dict[str, Any]) -> bool:
    """Whether a SELECT gives more than COMMON rows; no more than that are looked at."""
    return db.conn.execute(f"SELECT 1 FROM ({hits} LIMIT 1 OFFSET {COMMON})", values).fetchone() is not None


def conditions(
    db: Database,
    *,
    partner: str | None,
    indicator: str | None,
    verdict: str | None,
    speaker: str | None,
    since: date | None,
    between: tuple[Decimal, Decimal] | None,
    retired: bool,
) -> Conditions:
    """The conditions of store.search.search_claims."""
    asked = Conditions()
    if not retired:
        asked.test("c.retired_at IS NULL")
    if partner:
        asked.ask(
            db,
            "SELECT claim FROM claim_partners WHERE partner = :partner",
            "EXISTS (SELECT 1 FROM claim_partners p WHERE p.claim = c.n AND p.partner = :partner)",
            partner=clean(partner).upper(),
        )
    if indicator:
        asked.ask(db, "SELECT n FROM claims WHERE indicator = :indicator", "+c.indicator = :indicator", indicator=clean(indicator))
    if verdict:
        hits = "SELECT o.n FROM verdicts w JOIN claims o ON o.id = w.claim WHERE w.current = 1 AND (w.outcome = :verdict OR w.diagnosis = :verdict)"
        asked.ask(db, hits, "(v.outcome = :verdict OR v.diagnosis = :verdict)", verdict=clean(verdict))
    if speaker:
        asked.test("c.speaker LIKE :speaker ESCAPE '\\'", speaker=like_part(speaker))
    if since:
        asked.test("c.published >= :since", since=since.isoformat())
    if between:
        low, high = (float(bound) for bound in between)
        hits = "SELECT n FROM claims WHERE value_real BETWEEN :low AND :high"
        asked.ask(db, hits, "+c.value_real BETWEEN :low AND :high", low=low, high=high)
    return asked
