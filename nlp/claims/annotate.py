"""From a span of a document to a sentence with everything found in it."""

import re
from collections.abc import Sequence

from nlp.claims.elided_unit import with_elided_units
from nlp.claims.epithets import pointed_at, seen_from
from nlp.claims.header_unit import in_header_unit
from nlp.claims.sentence import Mark, Sentence
from nlp.names import find_parties, find_products
from nlp.quantities.trade import as_trade_figure
from tradeclaims.records import Mention
from tradeclaims.values import Span

DOLLARS = re.compile(r"\s+(?:dollars?|cents?)\b")


def annotate(
    span: Span, mentions: Sequence[Mention], country: str | None, last_named: str | None = None, told: str | None = None
) -> Sentence:
    """The sentence at `span` with its marks.

    `mentions` are the document's dates, quantities and names inside it, `country` whose it is, `last_named` the foreign country named last before it,
    `told` the currency of the level told last in the paragraph.
    """

    def at(mention_span: Span) -> tuple[int, int]:
        return mention_span.start - span.start, mention_span.end - span.start

    text = span.quote.replace("\n", " ")
    named = [m for m in find_parties(text) if not DOLLARS.match(text, m.span.end)]
    parties = [Mark(m.span.start, m.span.end, seen_from(country, m)) for m in named if m.entity]
    pointed = pointed_at(text, parties, country, last_named)
    parties = [m for m in parties if not any(p.start < m.end and m.start < p.end for p in pointed)] + pointed
    figures = [(m, quantity) for m in mentions if m.quantity and (quantity := as_trade_figure(m.quantity))]
    if text.isupper():
        text = text.lower()  # a headline in capitals; offsets stay
    return Sentence(
        span=span,
        text=text,
        quantities=with_elided_units(
            [Mark(*at(m.span), in_header_unit(quantity, text)) for m, quantity in figures if m.kind == "quantity"], text, told
        ),
        dates=tuple(Mark(*at(m.span), m.period) for m in mentions if m.kind == "date" and m.period),
        parties=tuple(sorted(parties, key=lambda m: m.start)),
        products=tuple(Mark(place.start, place.end, slug) for place, slug in find_products(text)),
        agreements=tuple(Mark(*at(m.span), m.entity) for m in mentions if m.label == "AGREEMENT" and m.entity),
    )
