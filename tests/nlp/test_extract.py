"""The whole reading of a document: mentions, claims and events together, and what the sieve lets through."""

from collections.abc import Callable
from datetime import date
from typing import Any

from nlp.extract import EXTRACTOR_VERSION, extract, extract_many
from nlp.sieve import may_hold_claim

Read = Callable[..., Any]

STORY = "South Korea said on Monday that Korea's exports to the United States rose 3 percent to $66.5 billion in 2016. South Korea is a partner."


def test_dates_quantities_and_first_names_are_kept_in_text_order(document: Read) -> None:
    mentions = extract(document(STORY)).mentions
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    assert {m.kind for m in mentions} == {"date", "quantity", "entity"}
    assert [m.entity for m in mentions if m.label == "GPE"].count("KOR") == 1
    for mention in mentions:
        mention.span.check(STORY)


def test_many_documents_give_one_extraction_each_in_order(document: Read) -> None:
    found = list(extract_many([document(STORY), document("Nothing here.", published=date(2017, 1, 2))]))
    assert [len(e.claims) for e in found] == [1, 0]
    assert found[0] == extract(document(STORY))


def test_an_empty_text_gives_an_empty_extraction(document: Read) -> None:
    found = extract(document(""))
    assert (found.mentions, found.claims, found.events) == ((), (), ())


def test_claims_carry_document_and_revision(document: Read) -> None:
    claim = extract(document(STORY)).claims[0]
    assert (claim.document, claim.revision) == ("d", 1)
    assert claim.evidence.quote == STORY.split(" South Korea is")[0]
    assert claim.extractor_version <= EXTRACTOR_VERSION


def test_the_sieve_stops_sentences_without_flow_or_figure() -> None:
    assert may_hold_claim("The deficit with Mexico rose to $5.3 billion.")
    assert may_hold_claim("Our deficit has doubled.")
    assert not may_hold_claim("The minister flew home on Tuesday.")
    assert not may_hold_claim("The deficit is a problem.")
