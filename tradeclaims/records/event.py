"""One act of trade policy, as the text reports it."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from tradeclaims.ids import evidence_key, meaning_id
from tradeclaims.values import Quantity, Span

EventType = Literal[
    "renegotiation_notice", "termination_notice", "joint_committee_request", "negotiation_intent", "hearing", "comment_deadline",
    "entry_into_force", "tariff_action", "investigation_initiated", "signing", "review",
]  # fmt: skip
Status = Literal["done", "scheduled", "proposed", "threatened", "hypothetical", "negated"]
LIVE: frozenset[str] = frozenset({"done", "scheduled", "proposed"})
"""Statuses that may wake an analyst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A notice, request, hearing, tariff action … with its status."""

    document: str
    """Id of the document."""

    revision: int
    """Revision of the document that the evidence quotes."""

    evidence: Span
    """The sentence(s) that report it."""

    type: EventType
    """Kind of act."""

    status: Status
    """Whether it happened. "Ruled out" is negated, "if", "would" and "unless" are hypothetical."""

    agreement: str | None = None
    """Short name (`KORUS`) or the plain name of the pair (`US-Kenya`); None where none is named."""

    partners: tuple[str, ...] = ()
    """ISO3 codes of the countries it concerns besides the actor's."""

    date: Day | None = None
    """First day of the act itself; None if not recoverable."""

    date_end: Day | None = None
    """Last day; equal to `date` for a single day."""

    actor: str | None = None
    """Who acts, in the text's words: "US administration", "USTR"."""

    target: str | None = None
    """Whom or what it is aimed at, in the text's words; None where nobody."""

    trigger: str = ""
    """The words that name the act."""

    rate: Quantity | None = None
    """Tariff rate in percent, for tariff actions that state one."""

    official: bool = False
    """True in an authority's own document, False in a report of it."""

    historical: bool = False
    """True when the text tells it as background, not as news of the day: it never alerts."""

    extractor_version: int = 1
    """Version of the extractor that found it; outside the id."""

    @property
    def occasion(self) -> str:
        """Key shared by reports of the same act: type, agreement or partners, and month of the act."""
        when = self.date and f"{self.date:%Y-%m}"
        return meaning_id("occasion", self.type, self.agreement or sorted(self.partners), when)

    @property
    def id(self) -> str:
        """Hash of what is said: document, type, status, agreement, date, evidence sentence."""
        return meaning_id(
            "event",
            self.document,
            self.type,
            self.status,
            self.agreement,
            self.date,
            self.date_end,
            evidence_key(self.evidence.quote),
        )
