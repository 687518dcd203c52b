"""One message to people: why it fires and whether it has left."""

from dataclasses import dataclass
from datetime import datetime

from tradeclaims.ids import meaning_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An alert in the outbox."""

    rule: str
    """Name of the rule that fired."""

    subject: str
    """One line a person reads first."""

    key: str
    """What it is about, unique per rule and channel: an occasion, a verdict. The same key never alerts twice."""

    channel: str
    """`print`, `atom` …"""

    reason: str
    """Why it fired: rule, sentence, agreement, what is new."""

    document: str | None = None
    """Id of the document it rests on."""

    evidence: str = ""
    """The sentence."""

    url: str | None = None
    """Address of the document."""

    created_at: datetime
    """When it was put into the outbox; UTC."""

    sent_at: datetime | None = None
    """When the channel took it; None while it waits."""

    @property
    def id(self) -> str:
        """Hash of rule, key and channel."""
        return meaning_id("notice", self.rule, self.key, self.channel)
