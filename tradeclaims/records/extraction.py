"""Everything read out of one revision of a document."""

from dataclasses import dataclass

from tradeclaims.records.claim import Claim
from tradeclaims.records.event import Event
from tradeclaims.records.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Mentions, claims and events of one document, each in text order."""

    mentions: tuple[Mention, ...] = ()
    """Dates, quantities and names."""

    claims: tuple[Claim, ...] = ()
    """Statements about trade flows and tariff rates."""

    events: tuple[Event, ...] = ()
    """Acts of trade policy."""
