"""Names: countries and blocs, agencies, officials, agreements and products, from gazetteers that lie beside this code."""

from nlp.names.organisations import find_organisations
from nlp.names.pacts import find_agreements
from nlp.names.parties import find_parties
from nlp.names.people import find_people
from nlp.names.products import find_products
from tradeclaims.records import Mention

__all__ = ["find_agreements", "find_names", "find_organisations", "find_parties", "find_people", "find_products"]


def find_names(text: str) -> list[Mention]:
    """Every proper name in the text: kind `entity`, label GPE, ORG, PERSON or AGREEMENT, in text order, none inside another.

    `entity` is the ISO3 or bloc code, the agency's code, the agreement's short name or the official's full name; None for an organisation
    outside the gazetteer. Demonyms and epithets are no names: see `find_parties`.
    """
    named_parties = [m for m in find_parties(text) if m.label]
    # What comes first keeps its place where two kinds claim the same words.
    ranked = (find_agreements(text), find_people(text), find_organisations(text), named_parties)
    chosen: list[Mention] = []
    covered = bytearray(len(text))
    for mentions in ranked:
        for mention in mentions:
            start, end = mention.span.start, mention.span.end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                chosen.append(mention)
    return sorted(chosen, key=lambda m: m.span.start)
