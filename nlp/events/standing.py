"""Whether a sentence speaks of an agreement that is already concluded: such a one is renegotiated, any other is negotiated."""

import re

from nlp.events.reading import Reading, within
from nlp.names.agreements import AGREEMENTS
from tradeclaims.values import Span

_REDONE = re.compile(
    r"\bre-?negotiat|\bup to date\b|\brecast|\bredo(?:ne|ing)?\b|\bredraw|\bremak(?:e|ing)\b|\bmoderni[sz]|(?<!\bas )\bamend|\bupdat(?:e|es|ing)\b|\brework|\brewrit|\boverhaul|\brevamp|\brevis(?:e|ing|ion)|\breopen|\breplac(?:e|ing)"
    r"|\b(?:existing|current|\d+-year-old|standing)\b[^.;]{0,25}\b(?:pact|deal|accord|treaty|agreement|FTA)\b|\bchanges to (?:the|its)\b",
    re.IGNORECASE,
)
_NOT_NEGOTIATED = frozenset({"AGOA", "GSP", "CBI", "WTO", "GATT"})


def speaks_of_standing_pact(reading: Reading, sentence: Span) -> bool:
    """By a word for doing it over, or by an agreement that was concluded on the day of the document."""
    if _REDONE.search(sentence.quote):
        return True
    return any(_stood(reading, mention.entity) for mention in within(reading.agreements, sentence.start, sentence.end))


def _stood(reading: Reading, name: str | None) -> bool:
    agreement = AGREEMENTS.get(name or "")
    if agreement is None or name in _NOT_NEGOTIATED:
        return False
    concluded = agreement.signed or agreement.entry_into_force
    return concluded is not None and (reading.published is None or concluded <= reading.published)
