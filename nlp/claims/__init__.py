"""Claims: what a text says of trade flows and tariff rates, sentence by sentence, with what the text before it lets it leave out."""

from collections.abc import Iterable, Sequence

from nlp.attribution import Speakers
from nlp.claims.build import read_sentence
from nlp.claims.carried import goes_on
from nlp.claims.context import Context
from nlp.claims.elided_unit import with_elided_currency
from nlp.claims.header_unit import in_header_unit
from nlp.claims.indicators.balance import BUDGET, TRADE
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.names import find_parties, find_products
from nlp.names.agreements import AGREEMENTS
from nlp.parsing import Parses
from nlp.quantities.trade import as_trade_figure
from nlp.sieve import may_hold_claim
from tradeclaims.records import Claim, Document, Mention
from tradeclaims.values import Span

CLAIMS_VERSION = 1
"""Raised when the same text gives other claims than before."""


def find_claims(
    document: Document, sentences: Sequence[Span], mentions: Iterable[Mention], speakers: Speakers, parses: Parses
) -> list[Claim]:
    """The claims of a document in text order.

    `sentences` are spans of `document.text`; `mentions` are all its dates, quantities and entities. Each claim's evidence is one of the sentences.
    """
    found = sorted(mentions, key=lambda m: m.span.start)
    context = Context(country=document.country)
    claims: dict[str, Claim] = {}
    next_mention = 0
    for span in sentences:
        inside: list[Mention] = []
        while next_mention < len(found) and found[next_mention].span.start < span.end:
            inside.append(found[next_mention])
            next_mention += 1
        inside = [m for m in inside if m.span.start >= span.start]
        context.enter(document.text.count("\n", 0, span.start))
        _remember(context, inside)
        _watch_topic(context, span.quote)
        if not may_hold_claim(span.quote) and not goes_on(span.quote, context):
            continue
        sentence = _annotate(span, inside)
        setting = Setting(
            document=document, sentence=sentence, context=context, attribution=speakers.of(span, parses), version=CLAIMS_VERSION
        )
        for claim in read_sentence(setting):
            claims.setdefault(claim.id, claim)
    return list(claims.values())


def _remember(context: Context, mentions: list[Mention]) -> None:
    for mention in mentions:
        if mention.label == "AGREEMENT" and mention.entity in AGREEMENTS:
            context.agreement = mention.entity
            partners = AGREEMENTS[mention.entity].partners
            if len(partners) == 1:
                context.named[partners[0]] += 2
        elif mention.label == "GPE" and mention.entity and mention.entity not in (context.country, "WLD"):
            context.named[mention.entity] += 1


def _watch_topic(context: Context, words: str) -> None:
    """Note whether deficits are a budget's or trade's from here on."""
    if TRADE.search(words):
        context.fiscal = False
    elif BUDGET.search(words):
        context.fiscal = True


def _annotate(span: Span, mentions: list[Mention]) -> Sentence:
    def at(mention_span: Span) -> tuple[int, int]:
        return mention_span.start - span.start, mention_span.end - span.start

    text = span.quote.replace("\n", " ")
    figures = [(m, quantity) for m in mentions if m.quantity and (quantity := as_trade_figure(m.quantity))]
    return Sentence(
        span=span,
        text=text,
        quantities=with_elided_currency(
            [Mark(*at(m.span), in_header_unit(quantity, text)) for m, quantity in figures if m.kind == "quantity"], text
        ),
        dates=tuple(Mark(*at(m.span), m.period) for m in mentions if m.kind == "date" and m.period),
        parties=tuple(Mark(m.span.start, m.span.end, m.entity) for m in find_parties(text) if m.entity),
        products=tuple(Mark(place.start, place.end, slug) for place, slug in find_products(text)),
        agreements=tuple(Mark(*at(m.span), m.entity) for m in mentions if m.label == "AGREEMENT" and m.entity),
    )
