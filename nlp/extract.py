"""From a document to its mentions, claims and events: every reader of the package, in order."""

from collections.abc import Iterable, Iterator

from nlp.claims import CLAIMS_VERSION, find_claims
from nlp.dates import find_dates
from nlp.events import find_events
from nlp.names import find_names
from nlp.quantities import find_quantities
from nlp.sentences import split_sentences
from tradeclaims.records import Document, Extraction, Mention

EXTRACTOR_VERSION: int = CLAIMS_VERSION
"""Raised when the same text gives another extraction than before; every document is then read again."""

NAMED = ("GPE", "ORG", "PERSON", "AGREEMENT")
"""Labels of the names an extraction keeps."""


def extract(document: Document) -> Extraction:
    """Everything read out of one revision of a document. Pure: the same text gives the same extraction.

    All dates and quantities are kept, of each name the first mention.
    """
    sentences = split_sentences(document.text)
    mentions = [*find_quantities(document.text), *find_dates(document.text, document.published), *find_names(document.text)]
    mentions.sort(key=lambda m: (m.span.start, m.span.end))
    claims = find_claims(document, sentences, mentions)
    events = find_events(document, sentences, mentions)
    return Extraction(mentions=tuple(_first_names(mentions)), claims=tuple(claims), events=tuple(events))


def extract_many(documents: Iterable[Document]) -> Iterator[Extraction]:
    """`extract` over many documents, one at a time."""
    return map(extract, documents)


def _first_names(mentions: list[Mention]) -> Iterator[Mention]:
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        if mention.kind != "entity":
            yield mention
            continue
        key = (mention.label, mention.entity or mention.span.quote.lower())
        if mention.label in NAMED and key not in seen:
            seen.add(key)
            yield mention
