"""From a document to its mentions, claims and events: every reader of the package, in order.

Rules read every text; only sentences that hold a claim and name a speaker by a verb go to the parser, those of many documents in one batch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nlp.attribution import Speakers
from nlp.claims import CLAIMS_VERSION, find_claims
from nlp.dates import find_dates
from nlp.events import find_events
from nlp.local_currency import in_local_dollars
from nlp.names import find_names
from nlp.parsing import Parses
from nlp.quantities import find_quantities
from nlp.sentences import split_sentences
from nlp.sieve import may_hold_claim
from tradeclaims.records import Claim, Document, Extraction, Mention
from tradeclaims.values import Span

EXTRACTOR_VERSION: int = CLAIMS_VERSION
"""Raised when the same text gives another extraction than before; every document is then read again."""

NAMED = ("GPE", "ORG", "PERSON", "AGREEMENT")
"""Labels of the names an extraction keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What the rules alone find in one document."""

    document: Document
    sentences: list[Span]
    mentions: list[Mention]
    speakers: Speakers
    claims: list[Claim]
    """Still without who says so."""


def extract(document: Document) -> Extraction:
    """Everything read out of one revision of a document. Pure: the same text gives the same extraction.

    All dates and quantities are kept, of each name the first mention.
    """
    return extract_batch([document])[0]


def extract_many(documents: Iterable[Document], *, batch: int = 16) -> Iterator[Extraction]:
    """`extract` over many documents in order, `batch` of them at a time."""
    waiting: list[Document] = []
    for document in documents:
        waiting.append(document)
        if len(waiting) == batch:
            yield from extract_batch(waiting)
            waiting = []
    yield from extract_batch(waiting)


def extract_batch(documents: Iterable[Document]) -> list[Extraction]:
    """`extract` over a few documents at once, with one pass of the parser."""
    drafts = [_draft(document) for document in documents]
    parses = Parses(
        sentence.quote
        for draft in drafts
        for sentence in dict.fromkeys(claim.evidence for claim in draft.claims)
        if draft.speakers.needs_parse(sentence)
    )
    return [_finish(draft, parses) for draft in drafts]


def _draft(document: Document) -> _Draft:
    quantities = in_local_dollars(find_quantities(document.text), document.text)
    mentions = [*quantities, *find_dates(document.text, document.published), *find_names(document.text)]
    mentions.sort(key=lambda m: (m.span.start, m.span.end))
    names = [m for m in mentions if m.label in ("PERSON", "ORG")]
    sentences = split_sentences(document.text)
    hopeful = frozenset(sentence.start for sentence in sentences if may_hold_claim(sentence.quote))
    speakers = Speakers(document.text, names)
    claims = find_claims(document, sentences, hopeful, mentions, speakers)
    return _Draft(document=document, sentences=sentences, mentions=mentions, speakers=speakers, claims=claims)


def _finish(draft: _Draft, parses: Parses) -> Extraction:
    claims = _attributed(draft, parses)
    events = find_events(draft.document, draft.sentences, draft.mentions)
    return Extraction(mentions=tuple(_first_names(draft.mentions)), claims=tuple(claims), events=tuple(events))


def _attributed(draft: _Draft, parses: Parses) -> Iterator[Claim]:
    for claim in draft.claims:
        said = draft.speakers.of_claim(claim, parses)
        yield replace(claim, speaker=said.speaker, cue=said.cue)


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
