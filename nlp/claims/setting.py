"""What all claims of one sentence share."""

from dataclasses import dataclass

from nlp.attribution import Speakers
from nlp.claims.context import Context
from nlp.claims.sentence import Sentence
from tradeclaims.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A sentence in its document."""

    document: Document
    sentence: Sentence
    context: Context
    speakers: Speakers
    version: int
