"""What the official figures say of a claim."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from tradeclaims.ids import meaning_id

OutcomeName = Literal["agrees", "agrees_on_other_reading", "outdated", "differs", "not_checkable"]
Diagnosis = Literal[
    "year_ending_as_year_to_date", "year_to_date_as_full_year", "full_year_as_year_to_date", "wrong_period", "base_year",
    "goods_only_as_goods_and_services", "goods_and_services_as_goods", "other_basis", "other_adjustment", "flow_swapped",
    "mirror_figures", "scale", "sign", "inconsistent_in_document",
]  # fmt: skip


COMPUTED_ROLES = frozenset({"average", "share", "change_pct", "change_pp", "change_abs", "factor", "rank"})
"""Roles of official values that are computed from others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialValue:
    """One official figure that a verdict rests on."""

    value: Decimal
    """In single units (dollars, percent, place)."""

    unit: str
    """`USD`, `percent`, `times`, `rank`."""

    series: str
    """`census/us_trade_in_goods_by_country`."""

    period: str
    """As the publisher labels it: `2016`, `2017-05`, `2016-06..2017-05`."""

    vintage: str
    """When the figure was published."""

    source_url: str
    """Address of the official table."""

    role: str = "value"
    """What it is in the statement: `value`, `from_value`, `whole`, `from_whole`; or, computed from these, what the claim gives instead of a level:
    `average`, `share`, `change_pct`, `change_pp`, `change_abs`, `factor`, `rank`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The answer at one point in time."""

    outcome: OutcomeName
    """By the vintage current at that time."""

    vintage: str | None = None
    """That vintage; None where no figure was found."""

    value: Decimal | None = None
    """The official value then, in single units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The check of one claim under one version of the rules and one state of the figures."""

    claim: str
    """Id of the claim."""

    outcome: OutcomeName
    """The headline answer."""

    diagnosis: Diagnosis | None = None
    """Name of the slip; None when there is none."""

    reading: str | None = None
    """The reading that fits, or the literal one, in words: "goods, Census basis, calendar year 2016"."""

    query: str | None = None
    """The look-up that gives the official value, executable by `tradeclaims official query`; None when nothing was looked up."""

    official: tuple[OfficialValue, ...] = ()
    """All official figures used, in the order of the statement."""

    difference: Decimal | None = None
    """Claimed less official, in single units of the main figure; None when nothing was compared."""

    tolerance: Decimal | None = None
    """Half the width that rounding and qualifier allow; None for open-ended qualifiers."""

    as_published: Assessment | None = None
    """By the vintage current on the day of publication; None when nothing was compared."""

    now: Assessment | None = None
    """By the newest vintage."""

    chance: Decimal | None = None
    """Expected number of readings that fit by luck; None when only the literal reading was tried."""

    reason: str = ""
    """One plain sentence with the arithmetic, or why it is not checkable."""

    notes: tuple[str, ...] = ()
    """Facts beside the verdict: the base-year probe, parts that were checked."""

    rule_version: int = 1
    """Version of the checking rules."""

    @property
    def compared(self) -> OfficialValue | None:
        """The official value that the claim's main figure was held against; None when nothing was."""
        return next((figure for figure in self.official if figure.role in COMPUTED_ROLES), self.official[0] if self.official else None)

    @property
    def id(self) -> str:
        """Hash of claim, answer and figures: the same check repeated is the same verdict."""
        figures = [(o.value.normalize(), o.series, o.period, o.vintage) for o in self.official]
        return meaning_id(
            "verdict",
            self.claim,
            self.outcome,
            self.diagnosis,
            self.query,
            figures,
            self.reason,
            self.notes,
            self.rule_version,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """New official figures changed the answer on a claim."""

    claim: str
    """Id of the claim."""

    at: datetime
    """When the new verdict was given; UTC."""

    was: Verdict
    """The answer before."""

    now: Verdict
    """The answer since."""
