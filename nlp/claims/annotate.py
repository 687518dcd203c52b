"""From a span of a document to a sentence with everything found in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.elided_unit import with_elided_units
from nlp.claims.epithets import pointed_at, seen_from
from nlp.claims.header_unit import in_header_unit
from nlp.claims.sentence import Mark, Sentence
from nlp.names import find_parties, find_products
from nlp.quantities.trade import as_trade_figure
from tradeclaims.records import Mention
from tradeclaims.values import Period, Quantity, Span
from tradeclaims.values.period import Freq

ASIDE = re.compile(
    r"(?<=[a-z]),\s+(?:meanwhile|however|though|too|by contrast|in contrast|for (?:its|their) part|likewise|by comparison|on the other hand|in fact|of course|it is true|no doubt),(?=\s)"
)
"""Words set off by commas that only join a sentence to the one before."""

NON = re.compile(r"\b(?:non|extra|ex)-\Z", re.IGNORECASE)
REGIONS = (
    "ASIA",
    "EUROPE",
    "AFRICA",
    "SOUTH-AMERICA",
    "CENTRAL-AMERICA",
    "LATIN-AMERICA",
    "NORTH-AMERICA",
    "SOUTHEAST-ASIA",
    "SOUTH-ASIA",
    "EAST-ASIA",
    "MIDDLE-EAST",
)
REGIONS_COUNTRY = re.compile(r"\s+(?:nation|country|economy|neighbou?r|giant|island|rival|powerhouse|kingdom)\b(?!s)")
"""Behind a region that only describes a country named before: "exports to the Asian nation"."""

RUN_LINK = re.compile(r"\s(?P<word>and|to|through|until)\s", re.IGNORECASE)
RUN_LEAD = re.compile(r"\b(?P<word>between|from)\s$", re.IGNORECASE)
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

    text = _plain(span.quote.replace("\n", " "))
    text = ASIDE.sub(lambda hit: " " * len(hit.group()), text)
    named = [m for m in find_parties(text) if not DOLLARS.match(text, m.span.end)]
    parties = [Mark(m.span.start, m.span.end, seen_from(country, m)) for m in named if m.entity]
    pointed = pointed_at(text, parties, country, last_named)
    parties = [m for m in parties if m.what and not NON.search(text[: m.start])]  # "non-EU exports" go anywhere else
    parties = [m for m in parties if not REGIONS_COUNTRY.match(text, m.end) or m.what not in REGIONS]
    parties = [m for m in parties if not any(p.start < m.end and m.start < p.end for p in pointed)] + pointed
    figures = [(m, quantity) for m in mentions if m.quantity and (quantity := as_trade_figure(m.quantity))]
    figures, converted = _without_conversions(figures, span.start, text)
    for start, end in converted:
        text = text[:start] + " " * (end - start) + text[end:]
    if text.isupper():
        text = text.lower()  # a headline in capitals; offsets stay
    return Sentence(
        span=span,
        text=text,
        quantities=with_elided_units(
            [Mark(*at(m.span), in_header_unit(quantity, text)) for m, quantity in figures if m.kind == "quantity"], text, told
        ),
        dates=_with_runs([Mark(*at(m.span), m.period) for m in mentions if m.kind == "date" and m.period], text),
        parties=tuple(sorted(parties, key=lambda m: m.start)),
        products=tuple(Mark(place.start, place.end, slug) for place, slug in find_products(text)),
        agreements=tuple(Mark(*at(m.span), m.entity) for m in mentions if m.label == "AGREEMENT" and m.entity),
    )


WHILST = re.compile(r"\b([Ww])hilst\b")
ACRONYM = re.compile(r"(?<=[A-Za-z])(?<!\bUS) \((?:the )?[A-Z][A-Z0-9&-]{1,7}\)(?=[\s,.])")
"""A name's short form in brackets behind it: "the euro area (EA19)"."""


def _plain(text: str) -> str:
    """The words with one form for "whilst" and without short forms in brackets; offsets stay."""
    if "hilst" in text:
        text = WHILST.sub(r"\1hile ", text)
    return ACRONYM.sub(lambda hit: " " * len(hit.group()), text) if " (" in text else text


def _with_runs(dates: list[Mark[Period]], text: str) -> tuple[Mark[Period], ...]:
    """The dates with the two ends of a change as one run: "between 2003 and 2019", "from March to April"."""
    joined: list[Mark[Period]] = []
    for mark in dates:
        first = joined[-1] if joined else None
        link = RUN_LINK.fullmatch(text, first.end, mark.start) if first else None
        lead = RUN_LEAD.search(text[: first.start]) if first and link else None
        if (
            first is None
            or link is None
            or not _run_of(first.what, mark.what)
            or not _spans(lead and lead.group("word"), link.group("word"))
        ):
            joined.append(mark)
            continue
        start = lead.start("word") if lead else first.start
        freq: Freq = "multi_year" if first.what.freq == "year" else "multi"
        run = replace(first.what, end=mark.what.end, freq=freq, anchor=mark.what.anchor, raw=text[start : mark.end])
        joined[-1] = Mark(start, mark.end, run)
    return tuple(joined)


def _spans(lead: str | None, link: str) -> bool:
    """Whether the words around two dates make one run of them: "between … and", "from … to", "… to"."""
    return link.lower() == "to" if lead is None else (lead.lower() == "between") == (link.lower() == "and")


def _run_of(first: Period, last: Period) -> bool:
    alike = first.freq == last.freq and first.freq in ("year", "month")
    return alike and first.start is not None and last.start is not None and first.start < last.start


def _without_conversions(
    figures: list[tuple[Mention, Quantity]], offset: int, text: str
) -> tuple[list[tuple[Mention, Quantity]], list[tuple[int, int]]]:
    """The figures without sums in brackets that only say the one before in another currency, and where these stand: "549 billion yen ($6.7 billion)"."""
    kept: list[tuple[Mention, Quantity]] = []
    gone: list[tuple[int, int]] = []
    for mention, quantity in figures:
        before = kept[-1] if kept else None
        start, end = mention.span.start - offset, mention.span.end - offset
        if before is not None and before[1].unit == quantity.unit == "currency" and before[1].currency != quantity.currency:
            opened = re.compile(r"\s*\((?:about |around |roughly |some |equal to |equivalent to |or )?").fullmatch(
                text, before[0].span.end - offset, start
            )
            if opened and text[end : end + 1] == ")":
                gone.append((opened.start(), end + 1))
                continue
        kept.append((mention, quantity))
    return kept, gone
