"""One head, several claims: lists of partners with a figure each, "respectively", heads that share one predicate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from nlp.claims.figures import Figures, read_figures, with_figure
from nlp.claims.listing import partners_with_sums
from nlp.claims.moves import find_moves
from nlp.claims.parties import Parties
from nlp.claims.sentence import Sentence
from nlp.claims.shares import share_holders
from nlp.claims.territory import Territory
from tradeclaims.values import Period

JOINED = re.compile(r"(?:\s+(?:of|to|from|with)\s+[\w\s.&'’-]+?)?\s*(?:,\s*)?(?:and|as well as|,)\s+(?:[\w.&'’-]+\s+){0,4}$", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively\b|\bin that order\b", re.IGNORECASE)
NEXT_IN_LIST = re.compile(
    r"[)\s]*(?:[,;]\s*)?(?:\s*(?:and|while|but|followed by)\s+)?(?:those of\s+|those for\s+|for\s+|of\s+|the\s+)?", re.IGNORECASE
)
OWN_FIGURE = re.compile(
    r"(?:\s*[(,:]\s*|\s+)(?:(?:imports|exports|shipments|sales|rose|fell|gained|lost|grew|dropped|declined|increased|decreased|climbed|jumped|surged|soared|slipped|slid|edged|shrank|dipped|plunged|tumbled|added|advanced|were|was|up|down|by|at|to|with|an?|about|nearly|"
    r"almost|around|roughly|another)\s+)*",
    re.IGNORECASE,
)
CLAUSE_JOINT = re.compile(r"[;,]|\b(?:and|but|while|then)\b")
LIST_OPENS = re.compile(r"(?:\binclud(?:ed?|ing)|\bwere|\bare|\bwas|:|\bsuch as|\bamong them|\bled by)\s*(?:the\s+)?$", re.IGNORECASE)
EACH = re.compile(r"\b(?:all|each|both)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures for one set of partners, and the words that hold them."""

    figures: Figures
    partners: tuple[str, ...]
    start: int
    end: int
    product: str | None = None
    """The product of this part, where a list names one for each figure."""

    period: Period | None = None
    """The period of this part, where a list names one for each figure."""


def parts_of(sentence: Sentence, territories: list[Territory], number: int, parties: Parties) -> Iterator[Part]:
    """The parts of one head's territory."""
    territory = territories[number]
    start, end = territory.start, territory.end
    if territory.head.kind == "paraphrase":
        # "bought $X more than they sold": the one sum in sight is the balance itself.
        sums = [m for m in sentence.quantities if start <= m.start < end and m.what.unit == "currency"]
        yield Part(figures=Figures(value=sums[0] if sums else None), partners=parties.partners, start=start, end=end)
        return
    if territory.head.kind == "list":
        for party, last in partners_with_sums(sentence):
            figures = read_figures(sentence, territory.head, party.end, last)[0]
            yield Part(figures=replace(figures, direction=None), partners=(party.what,), start=party.start, end=last)
        return
    held = _held(sentence, territory, parties)
    if held:
        yield from held
        return
    shared = _shared(sentence, territories, number)
    if shared is not None:
        yield Part(figures=shared.figures, partners=parties.partners, start=shared.start, end=shared.end)
        return
    listed = _listed(sentence, territory, parties)
    if listed:
        yield from listed
        return
    gapped = _products(sentence, territory, parties)
    if gapped:
        yield from gapped
        return
    sets = read_figures(sentence, territory.head, start, end, rates=number > 0 and _gapped(sentence, territories, number))
    if sets[0].change_pct and sets[0].direction is None and number > 0:
        before = read_figures(sentence, territories[number - 1].head, territories[number - 1].start, territories[number - 1].end)[0]
        sets[0] = replace(sets[0], direction=before.direction)
    dated = _dated(sentence, territory, parties, sets)
    if dated:
        yield from dated
        return
    spread = _respectively(sentence, territory, parties, sets)
    if spread:
        yield from spread
        return
    borders = [start, *(_clause_start(sentence, one, two) for one, two in pairwise(sets)), end]
    for place, figures in enumerate(sets):
        yield Part(figures=figures, partners=parties.partners, start=borders[place], end=borders[place + 1])


def _clause_start(sentence: Sentence, one: Figures, two: Figures) -> int:
    """Where the words about the second of two sets of figures begin: at the joint before it."""
    first = max((m.end for m in (one.value, one.change_pct, one.from_value, one.change_abs) if m is not None), default=0)
    second = two.main.start if two.main else first
    if second <= first:
        return second
    dates = [d for d in sentence.dates if first <= d.start and d.end <= second]
    joints = [hit.start() for hit in CLAUSE_JOINT.finditer(sentence.text, first, second)]
    if joints:
        return joints[-1] if not dates or dates[-1].end <= joints[-1] or len(joints) == 1 else joints[0]
    return first


def _held(sentence: Sentence, territory: Territory, parties: Parties) -> list[Part]:
    """Parts of "crude oil accounted for 24 percent of exports, vehicles 14 percent": one for each holder of a share."""
    head = territory.head
    if head.kind != "noun" or head.indicator == "balance":
        return []
    holders = share_holders(sentence, head, territory.start, territory.end)
    parts: list[Part] = []
    for place, holder in enumerate(holders):
        start = min(territory.start, holder.start) if place == 0 else holder.start
        end = holders[place + 1].start if place + 1 < len(holders) else territory.end
        figures = read_figures(sentence, head, start, end, share=True)[0]
        if figures.share is None:
            continue
        partners = (holder.party,) if holder.party else parties.partners
        if holder.party and holder.party == parties.reporter:
            return []
        parts.append(
            Part(
                figures=replace(figures, share_of=figures.share_of or (parts[0].figures.share_of if parts else None)),
                partners=partners,
                start=start,
                end=end,
                product=holder.product,
            )
        )
    return parts


def _shared(sentence: Sentence, territories: list[Territory], number: int) -> Part | None:
    """Figures of "exports and imports were $114bn and $169.5bn, respectively": the predicate stands in the last one's territory."""
    group = _group(sentence, territories, number)
    if len(group) < 2:
        return None
    last = territories[group[-1]]
    place = group.index(number)
    sets = read_figures(sentence, last.head, last.head.end, last.end)
    first = sets[0]
    if first.measure is None:
        return None
    part = Part(figures=first, partners=(), start=last.head.end, end=last.end)
    for name, unit in (("value", "currency"), ("change_pct", "percent"), ("change_abs", "currency")):
        if getattr(first, name) is not None:
            marks = [m for m in sentence.quantities if last.head.end <= m.start < last.end and m.what.unit == unit]
            if len(marks) == len(group):
                return replace(part, figures=with_figure(replace(first, from_value=None), name, marks[place]))
    if first.value is not None:
        # One level for two heads is their own last one's, or a joint sum: not ours to split.
        return part if place == len(group) - 1 else replace(part, figures=Figures())
    return part


def _gapped(sentence: Sentence, territories: list[Territory], number: int) -> bool:
    """Whether the verb was said with the head before: "exports grew 10.6 percent and imports 12.7 percent"."""
    before, here = territories[number - 1], territories[number]
    verb = find_moves(sentence.text[before.start : before.end])
    return bool(verb) and not find_moves(sentence.text[here.start : here.end])


def _group(sentence: Sentence, territories: list[Territory], number: int) -> list[int]:
    """Numbers of the heads joined by "and" that this head shares its predicate with; itself alone where there are none."""
    first = number
    while first > 0 and _bare_join(sentence, territories[first - 1], territories[first]):
        first -= 1
    last = number
    while last + 1 < len(territories) and _bare_join(sentence, territories[last], territories[last + 1]):
        last += 1
    return list(range(first, last + 1))


def _bare_join(sentence: Sentence, left: Territory, right: Territory) -> bool:
    between = sentence.text[left.head.end : right.head.start]
    figures = any(left.phrase <= m.start < right.head.start for m in sentence.quantities)
    return (
        left.head.kind == right.head.kind == "noun"
        and not figures
        and JOINED.fullmatch(between) is not None
        and left.head.indicator != "balance"
    )


def _listed(sentence: Sentence, territory: Territory, parties: Parties) -> list[Part]:
    """Parts of "with China ($29.4 billion), Mexico ($5.9 billion)": each partner is followed by its own figure."""
    head = territory.head
    marks = [
        m
        for m in sentence.parties
        if head.end <= m.start < territory.end and m.what != parties.reporter and not re.match(r"['’]s?\s", sentence.text[m.end :])
    ]
    total = [q for q in sentence.quantities if territory.start <= q.start and q.end <= head.start and q.what.unit == "currency"]
    led = (
        len(partners_with_sums(sentence)) >= 2
        and bool(LIST_OPENS.search(sentence.text[: marks[0].start]) or re.search(r"[—–:]\s*$", sentence.text[: marks[0].start]))
        if marks
        else False
    )
    if len(marks) < 2 or not (total or led or any(m.what in parties.partners for m in marks)):
        return []
    borders = [m.start for m in marks] + [territory.end]
    own = [
        any(borders[n] < q.start < borders[n + 1] and q.start - marks[n].end < 60 for q in sentence.quantities) for n in range(len(marks))
    ]
    if not all(own):
        return []
    parts: list[Part] = []
    if total:
        whole = read_figures(sentence, head, territory.start, head.end)[0]
        if whole.value is not None:
            parts.append(Part(figures=whole, partners=("WLD",), start=territory.start, end=head.end))
    for place, mark in enumerate(marks):
        start = territory.start if place == 0 and not total else mark.start
        rates = bool(parts) and parts[0].figures.change_pct is not None
        figures = read_figures(sentence, head, start, borders[place + 1], rates=rates)[0]
        led = figures.value is not None and re.search(r"\(\s*to\s+$", sentence.text[: figures.value.start]) is not None
        if figures.direction is None and parts and (figures.change_pct or led):
            figures = replace(figures, direction=parts[0].figures.direction)
        parts.append(Part(figures=figures, partners=(mark.what,), start=start, end=borders[place + 1]))
    return parts


def _products(sentence: Sentence, territory: Territory, parties: Parties) -> list[Part]:
    """Parts of "apparel imports rose by 3.8%, textiles 1.95% and yarn 3.6%", where later products leave out noun and verb, and of
    "the top categories were machinery ($1.2 billion) and vehicles ($0.9 billion)"."""
    head = territory.head
    figures = [q for q in sentence.quantities if head.end <= q.start < territory.end]
    own = [
        product
        for product in sentence.products
        if head.end <= product.start < territory.end
        and any(0 < q.start - product.end <= 40 and OWN_FIGURE.fullmatch(sentence.text, product.end, q.start) for q in figures)
    ]
    later = [
        product
        for product in own
        if any(q.end <= product.start and NEXT_IN_LIST.fullmatch(sentence.text, q.end, product.start) for q in figures)
    ]
    parts: list[Part] = []
    if len(own) == len(later) + 1 and len(own) > 1 and own[0].end <= figures[0].start:
        later = own  # the first figure is the first product's
    elif len(own) == len(later) + 1 and len(own) > 1 and LIST_OPENS.search(sentence.text[: own[0].start]):
        first = read_figures(sentence, head, territory.start, own[0].start)[0]
        if first.measure is not None:
            parts.append(Part(figures=first, partners=parties.partners, start=territory.start, end=own[0].start))
        later = own
    elif later:
        first = read_figures(sentence, head, territory.start, later[0].start)[0]
        if first.measure is None:
            return []
        parts.append(Part(figures=first, partners=parties.partners, start=territory.start, end=later[0].start))
    borders = [product.start for product in later] + [territory.end]
    for place, product in enumerate(later):
        rates = bool(parts) and parts[0].figures.change_pct is not None
        found = read_figures(sentence, head, product.start, borders[place + 1], rates=rates)[0]
        if found.direction is None and found.change_pct and parts:
            found = replace(found, direction=parts[0].figures.direction)
        parts.append(Part(figures=found, partners=parties.partners, start=product.start, end=borders[place + 1], product=product.what))
    return parts


def _dated(sentence: Sentence, territory: Territory, parties: Parties, sets: list[Figures]) -> list[Part]:
    """Parts of "exports in 2012, 2013 and 2014 were $343 million, $411 million and $382 million, respectively"."""
    start, end = territory.start, territory.end
    if not RESPECTIVELY.search(sentence.text[start:end]) or len(parties.partners) > 1:
        return []
    dates = [d for d in sentence.dates if start <= d.start < end]
    for name, unit in (("value", "currency"), ("change_pct", "percent")):
        marks = [m for m in sentence.quantities if start <= m.start < end and m.what.unit == unit]
        if len(marks) == len(dates) >= 2 and getattr(sets[0], name) is not None:
            return [
                Part(
                    figures=with_figure(replace(sets[0], from_value=None), name, mark),
                    partners=parties.partners,
                    start=start,
                    end=end,
                    period=day.what,
                )
                for mark, day in zip(marks, dates, strict=True)
            ]
    return []


def _respectively(sentence: Sentence, territory: Territory, parties: Parties, sets: list[Figures]) -> list[Part]:
    """Parts of "imports from China and Mexico rose to $X and $Y, respectively", and of "deficits with A and B all widened"."""
    if len(parties.partners) < 2:
        return []
    first = sets[0]
    start, end = territory.start, territory.end
    if RESPECTIVELY.search(sentence.text[start:end]):
        for name, unit in (("change_abs", "currency"), ("value", "currency"), ("change_pct", "percent")):
            marks = [m for m in sentence.quantities if start <= m.start < end and m.what.unit == unit]
            told = getattr(first, name)
            if len(marks) == len(parties.partners) and told is not None and told.start == marks[0].start:
                bare = first if name != "change_abs" else replace(first, value=None)
                return [
                    Part(figures=with_figure(bare, name, mark), partners=(partner,), start=start, end=end)
                    for partner, mark in zip(parties.partners, marks, strict=True)
                ]
    if territory.head.plural and first.value is None and (territory.head.indicator == "balance" or EACH.search(sentence.text[start:end])):
        return [Part(figures=first, partners=(partner,), start=start, end=end) for partner in parties.partners]
    return []
