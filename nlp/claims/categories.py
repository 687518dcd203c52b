"""What a flow is made of, told as a list of goods with their sums in brackets: "The top export categories in 2010 were machinery ($2.8 billion) and …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.claims.checkable import is_checkable
from nlp.claims.context import PLURALS
from nlp.claims.figures import Figures, positive
from nlp.claims.head import Head
from nlp.claims.part import Part
from nlp.claims.parties import Parties, read_parties
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.territory import Territory
from nlp.claims.timing import when_of, with_implied_period
from nlp.names.products import find_products
from tradeclaims.records import Claim
from tradeclaims.records.claim import Indicator
from tradeclaims.values import Quantity

HEADING = re.compile(
    r"\b(?:top|leading|largest|biggest|main|major|principal|key)\b[^.;()]{0,60}?\b(?:categor(?:y|ies)|(?:export|import)(?:ed|s)?(?:\s+\w+){0,2}?\s+(?:products|items|commodities|goods))\b"
    r"[^.;()]{0,80}?(?:\([^()]*\)[^.;()]{0,40}?)?(?:\b(?:were|are|is|was|includ(?:ed?|es|ing))\b:?|:)",
    re.IGNORECASE,
)
FLOW = re.compile(r"\b(?P<flow>export|import)(?:s|ed)?\b", re.IGNORECASE)
SEPARATOR = re.compile(r"^[\s),;]*(?:(?:and|followed by|as well as)\s+)?", re.IGNORECASE)
BRACKETED = re.compile(r"\s*\([^()]*\)\s*")


def opens_categories(sentence: Sentence) -> int | None:
    """Where the heading of such a list begins; None where the sentence holds none with a sum."""
    heading = HEADING.search(sentence.text)
    return heading.start() if heading is not None and any(_items(sentence, heading.end())) else None


def read_categories(setting: Setting, told: list[Claim]) -> list[Claim]:
    """One level for each sort of goods of such a list, `told` being the claims before it in the sentence; none where nothing tells whose flow it is."""
    sentence = setting.sentence
    heading = HEADING.search(sentence.text)
    if heading is None:
        return []
    flow = FLOW.search(sentence.text, heading.start(), heading.end())
    last = told[-1] if told else setting.context.last or setting.context.behind
    if flow is not None and not told:
        indicator: Indicator = "exports" if flow.group("flow").lower() == "export" else "imports"
        head = Head(start=flow.start(), end=flow.end(), indicator=indicator)
        territory = Territory(head=head, start=heading.start(), end=heading.end(), phrase=heading.start())
        parties = read_parties(sentence, territory, setting.context, None)
    elif last is not None and last.indicator in PLURALS:
        indicator, parties = last.indicator, Parties(reporter=last.reporter, partners=last.partners, stated=False)
    else:
        return []
    return [_claim(setting, indicator, parties, name, money, told) for name, money in _items(sentence, heading.end())]


def _items(sentence: Sentence, start: int) -> Iterator[tuple[str, Mark[Quantity]]]:
    """Each sort of goods with its sum."""
    for money in sentence.quantities:
        before = sentence.text[start : money.start]
        opened = before.rstrip().endswith("(") and sentence.text[money.end : money.end + 1] == ")"
        whole = sentence.text[money.start : money.start + 1] == "("  # an accountant's negative, were it not for the goods before it
        if money.start < start or money.what.unit != "currency" or not (opened or whole):
            continue
        money = positive(money)
        name = SEPARATOR.sub("", before.rstrip().removesuffix("(")).strip()
        if re.search(r"[A-Za-z]{3}", name) and len(name) <= 60:
            yield name, money
        start = money.end + 1


def _claim(setting: Setting, indicator: Indicator, parties: Parties, name: str, money: Mark[Quantity], told: list[Claim]) -> Claim:
    sentence = setting.sentence
    found = find_products(name)
    part = Part(figures=Figures(value=money), partners=parties.partners, start=0, end=len(sentence.text))
    when = when_of(setting, part, told, parties.reporter)
    claim = Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=sentence.span,
        reporter=parties.reporter,
        partners=parties.partners,
        indicator=indicator,
        scope="goods",
        scope_basis="explicit",
        product=found[0][1] if found else BRACKETED.sub(" ", name).strip().lower(),
        measure="level",
        value=money.what,
        qualifier=money.what.qualifier,
        period=when.period,
        quotation=setting.speakers.quotes(sentence.span.start + money.start),
        extractor_version=setting.version,
    )
    if claim.period is None:
        claim = with_implied_period(setting, claim)
    return replace(claim, checkable=is_checkable(claim, sentence))
