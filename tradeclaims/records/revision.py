"""How the text of a document changed from one revision to the next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """One sentence that is not as it was."""

    kind: Literal["added", "removed", "changed"]
    """`changed` where most of the sentence stayed."""

    before: str | None
    """The sentence of the earlier revision; None for added ones."""

    after: str | None
    """The sentence of the later revision; None for removed ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """That a document got its second or a later revision, and why. One that the page caused is news."""

    document: str
    """Id of the document."""

    revision: int
    """Number of the later revision; 2 or more."""

    cause: Literal["page", "reader"]
    """`page` where the publisher changed the text; `reader` where the same page is read better."""

    seen_at: datetime
    """When the bytes of the later revision were fetched; UTC."""

    added: int
    """Sentences that were not there before."""

    removed: int
    """Sentences that are there no more."""

    changed: int
    """Sentences that were reworded, or whose figures changed."""
