"""Claims: what a text says of trade flows and tariff rates, sentence by sentence, with what the text before it lets it leave out."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from nlp.attribution import Speakers
from nlp.claims.annotate import annotate
from nlp.claims.build import read_sentence
from nlp.claims.carried import goes_on
from nlp.claims.context import CARRIED, Context
from nlp.claims.indicators.balance import BUDGET, TRADE
from nlp.claims.measured import OF_ONE_PLACE, through_one_place
from nlp.claims.partners import BLOCS
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.tables import SettingOf, Tables
from nlp.claims.tariffs import heads_rates, rate_goes_on
from nlp.names import find_parties
from nlp.names.agreements import AGREEMENTS
from nlp.needles import Prefilter
from tradeclaims.records import Claim, Document, Mention
from tradeclaims.records.claim import Indicator
from tradeclaims.values import Span

OURS = re.compile(r"\b(?:our|we)\b", re.IGNORECASE)
VERDICT = re.compile(r"(?:(?:THE )?(?:FACTS?|TRUTH|REALITY|VERDICT)|(?:OUR )?RATING|The facts|Fact|Verdict):")
"""Before what a fact check says of the claim above it."""

TURNS_TO = re.compile(
    r"(?:(?:The|Its|Their|Our|American|U\.S\.|But|And|Meanwhile,)\s+)*(?P<flow>imports|exports)\s+(?!of\b|from\b|to\b)[a-z]", re.IGNORECASE
)
"""A sentence whose subject is a bare flow."""

BULLET = re.compile(r"[-–—•*·▪●◦►o]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
REPORTED = r"(?:trade |export |import |customs |goods |merchandise )?(?:figures|numbers|data|report|statistics|results|balance|release)"
REPORTED_BEHIND = re.compile(rf"(?:['’]s)?\s+{REPORTED}\b", re.IGNORECASE)
REPORTED_BEFORE = re.compile(rf"\b{REPORTED}\s+(?:for|of|in|covering)\s+(?:the\s+)?$", re.IGNORECASE)
TITLE_LEFT = re.compile(
    r"\b(?:trade|imports?|exports?|deficit|surplus|balance)\b[^.]{0,60}(?:[:,(–—-]|\b(?:in|for))\s*(?:the\s+)?$", re.IGNORECASE
)
FLOW_THEN = re.compile(
    r"\b(?:deficits?|surplus|exports?|imports?|trade (?:gap|balance)|shipments)\b[^.;]{0,40}\b(?:in|for|during)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before the time of a flow that a sentence tells of without a figure."""

BULLET_MARK = re.compile(r"[-–—•*·▪●◦►]\s*$")
FLOWS_OF = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}?(?:exports?|imports?|trade (?:surplus|deficit))\b", re.IGNORECASE)
"""Behind a country whose flows are spoken of."""

CLAIMS_VERSION = 4
"""Raised when the same text gives other claims than before."""


def find_claims(
    document: Document, sentences: Sequence[Span], hopeful: Set[int], mentions: Iterable[Mention], speakers: Speakers
) -> list[Claim]:
    """The claims of a document in text order.

    `sentences` are spans of `document.text`, `hopeful` the starts of those that passed the sieve; `mentions` are all its dates, quantities and entities.
    Each claim's evidence is one of the sentences. Who says so is not read yet: that is for the parser, and most sentences hold no claim.
    """
    found = sorted(mentions, key=lambda m: m.span.start)
    context = Context(country=document.country)
    claims: dict[str, Claim] = {}
    tables = Tables()
    next_mention = behind = 0
    topics = frozenset(TOPICS.candidates(document.text.lower()))
    for span in sentences:
        inside: list[Mention] = []
        while next_mention < len(found) and found[next_mention].span.start < span.end:
            inside.append(found[next_mention])
            next_mention += 1
        inside = [m for m in inside if m.span.start >= span.start]
        last_named = context.last_named
        context.enter(_begins_paragraph(document.text, behind, span), item=_begins_item(document.text, behind, span))
        behind = span.end
        _remember(context, inside)
        if topics:
            _watch_topic(context, span.quote)
        rows = tables.read(SettingOf(document, context, speakers, CLAIMS_VERSION), span, inside)
        if rows is not None:
            claims.update((claim.id, claim) for claim in rows if claim.id not in claims)
            continue
        if (
            span.start not in hopeful
            and not goes_on(span.quote, context)
            and not rate_goes_on(span.quote, context)
            and not heads_rates(span.quote)
        ):
            _announce(context, span, inside)
            _turn_to(context, span.quote)
            continue
        sentence = replace(
            annotate(span, inside, document.country, last_named, context.currency), after_flow=context.on_trade and not context.fiscal
        )
        if context.bloc not in (None, "EU") and "the bloc" in sentence.text:
            sentence = replace(sentence, parties=tuple(_of_bloc(sentence, mark, str(context.bloc)) for mark in sentence.parties))
        context.at_home = context.at_home or OURS.search(span.quote) is not None
        setting = Setting(document=document, sentence=sentence, context=context, speakers=speakers, version=CLAIMS_VERSION)
        told = read_sentence(setting)
        for claim in told:
            claims.setdefault(claim.id, claim)
        if not told:
            _announce(context, span, inside)
            _turn_to(context, span.quote)
    return list(claims.values())


TOPICS = Prefilter((BUDGET, *OF_ONE_PLACE))
"""Without a word of a budget or of a port in the whole text, whose deficits and exports are meant does not change."""


def _of_bloc(sentence: Sentence, mark: Mark[str], bloc: str) -> Mark[str]:
    """The party of "the bloc": the one named last, where that is not the European Union."""
    return Mark(mark.start, mark.end, bloc) if sentence.text[mark.start : mark.end].lower() in ("the bloc", "bloc") else mark


def _turn_to(context: Context, words: str) -> None:
    """Go on about the other flow where a sentence without figures turns to it: "Imports tell another story. Those from Vietnam …"."""
    turned = TURNS_TO.match(words)
    flow: Indicator | None = None if turned is None else "imports" if turned.group("flow").lower() == "imports" else "exports"
    last = context.last
    if flow is None or last is None or last.indicator == flow or re.search(r"\d", words):
        return
    told = context.bought if flow == "imports" else context.sold
    plain = replace(
        last, indicator=flow, partners=("WLD",), balance_sign=None, measure="direction", value=None, change_pct=None, direction=None
    )
    context.last = told or plain
    context.spoken = [context.last]


def _announce(context: Context, span: Span, mentions: list[Mention]) -> None:
    """Note whose flows a sentence without a claim is about, and the period it says the figures are for: a headline, "the June figures are out"."""
    if FLOWS_OF.search(span.quote):
        for party in find_parties(span.quote):
            if party.entity and FLOWS_OF.match(span.quote, party.span.end):
                context.reporters[party.entity] += 1
    for mention in mentions:
        period = mention.period
        if mention.kind != "date" or period is None or period.freq not in CARRIED:
            continue
        before, behind = span.quote[: mention.span.start - span.start], span.quote[mention.span.end - span.start :]
        if context.period is None and period.freq in ("month", "quarter") and FLOW_THEN.search(before):
            context.period = period
            return
        if REPORTED_BEHIND.match(behind) or REPORTED_BEFORE.search(before) or (len(span.quote) < 100 and TITLE_LEFT.search(before)):
            context.period = period
            return


def _begins_paragraph(text: str, behind: int, span: Span) -> bool:
    """Whether a sentence opens a paragraph of its own; a bullet goes on with what stands above it."""
    gap = text[behind : span.start]
    return "\n" in gap and VERDICT.match(span.quote) is None and BULLET.match(span.quote) is None and not BULLET_MARK.search(gap)


def _begins_item(text: str, behind: int, span: Span) -> bool:
    """Whether a sentence opens an item of a list."""
    return BULLET.match(span.quote) is not None or BULLET_MARK.search(text[behind : span.start]) is not None


def _remember(context: Context, mentions: list[Mention]) -> None:
    for mention in mentions:
        if mention.label == "AGREEMENT" and mention.entity in AGREEMENTS:
            context.agreement = mention.entity
            partners = AGREEMENTS[mention.entity].partners
            if len(partners) == 1:
                # Every agreement we know is one with the United States: seen from the partner, that is the other side.
                context.name("USA" if partners[0] == context.country else partners[0], 2)
        elif mention.label == "GPE" and mention.entity and mention.entity not in (context.country, "WLD"):
            context.name(mention.entity)
        if mention.label == "ORG" and mention.entity in BLOCS and mention.span.quote.lower() != "the bloc":
            context.bloc = mention.entity
        if mention.label == "GPE" and mention.entity:
            context.named_home = mention.entity == context.country


def _watch_topic(context: Context, words: str) -> None:
    """Note whether deficits are a budget's or trade's from here on, and exports a port's."""
    if TRADE.search(words):
        context.fiscal = False
    elif BUDGET.search(words):
        context.fiscal = True
    context.passage = context.passage or through_one_place(words)
