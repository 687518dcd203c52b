"""The records that travel down the line. Frozen; a change is `dataclasses.replace`."""

from tradeclaims.records.claim import Claim
from tradeclaims.records.collection import Known, Listed, Listing, Refusal
from tradeclaims.records.document import Document
from tradeclaims.records.event import Event
from tradeclaims.records.exchange import Exchange
from tradeclaims.records.extraction import Extraction
from tradeclaims.records.mention import Mention
from tradeclaims.records.notice import Notice
from tradeclaims.records.observation import Observation
from tradeclaims.records.revision import Revision, SentenceChange
from tradeclaims.records.run import Issue, Outcome, Run
from tradeclaims.records.snapshot import Snapshot
from tradeclaims.records.verdict import Assessment, OfficialValue, Verdict, VerdictChange

__all__ = [
    "Assessment",
    "Claim",
    "Document",
    "Event",
    "Exchange",
    "Extraction",
    "Issue",
    "Known",
    "Listed",
    "Listing",
    "Mention",
    "Notice",
    "Observation",
    "OfficialValue",
    "Outcome",
    "Refusal",
    "Revision",
    "Run",
    "SentenceChange",
    "Snapshot",
    "Verdict",
    "VerdictChange",
]
