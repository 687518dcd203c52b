"""One head, several claims: what kind of enumeration a head leads, and its parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nlp.claims.figures import Figures, read_figures, sign_of
from nlp.claims.governor import said_by_governor
from nlp.claims.keys import Key, party_keys
from nlp.claims.listing import partners_with_sums
from nlp.claims.moves import find_moves
from nlp.claims.paired import Element, elements_of
from nlp.claims.part import Part
from nlp.claims.parties import Parties
from nlp.claims.rows import RESPECTIVELY, rows_of, told_of_one
from nlp.claims.said import Said, is_elided, is_gapped, said_in
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.territory import Territory
from nlp.claims.zipped import rows_for, told, zipped
from tradeclaims.values import Quantity

FROM_LEVEL = re.compile(r"\b(?:(?P<up>up)|down) from\s+(?:\w+\s+)?$", re.IGNORECASE)
JOINED = re.compile(
    r"(?:\s+(?:of|to|from|with)(?:\s+[\w\s.&'’-]+?)?)?\s*(?:,\s*)?(?:and|as well as|,)\s+(?:(?!(?:while|but|whereas|as)\s)[\w.&'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
CLAUSE_JOINT = re.compile(r"[;,]|\b(?:and|but|while|then)\b")
EACH = re.compile(r"\b(?:all|each|both)\b", re.IGNORECASE)
ALL_MOVED = re.compile(r"\)\s*,?\s*(?:were\s+|was\s+)?(?:all\s+|both\s+|each\s+)?(?:\w+ly\s+)?")
AHEAD = re.compile(r"\d[\w. ]*\s(?:ahead|behind|to the good)\b")
"""The sum by which a country came out of its trade."""

PREPOSITION = re.compile(r"\b(?:to|from|with|in|for|by|against|of)\s+(?:the\s+)?$", re.IGNORECASE)


def parts_of(sentence: Sentence, territories: list[Territory], number: int, parties: Parties) -> Iterator[Part]:
    """The parts of one head's territory."""
    territory = territories[number]
    start, end = territory.start, territory.end
    ahead = territory.head.kind == "verb" and territory.head.indicator == "balance" and AHEAD.search(sentence.text, territory.head.end, end)
    if territory.head.kind == "paraphrase" or ahead:
        # "bought $X more than they sold": the one sum in sight is the balance itself.
        sums = [m for m in sentence.quantities if start <= m.start < end and m.what.unit == "currency"]
        by = [m for m in sums if sentence.left(m.start, 4).lower().endswith(" by ")]
        value = (by or sums)[0] if sums else None
        before = next((m for m in sums if value and m.start > value.end and FROM_LEVEL.search(sentence.left(m.start, 12))), None)
        way = FROM_LEVEL.search(sentence.left(before.start, 12)) if before else None
        balance = Figures(value=value, from_value=before, direction=("up" if way.group("up") else "down") if way else None)
        yield Part(figures=balance, partners=parties.partners, start=start, end=end)
        return
    if territory.head.kind == "list":
        for party, last in partners_with_sums(sentence):
            figures = read_figures(sentence, territory.head, party.end, last)[0]
            yield Part(figures=replace(figures, direction=None), partners=(party.what,), start=party.start, end=last)
        return
    rows = list(zipped(sentence, territories, number, parties)) if len(_group(sentence, territories, number)) < 2 else []
    if rows:
        for key, alone in rows:
            for part in _plain(alone, territory, start, end, told(key, parties)):
                yield replace(part, product=key.product, period=key.period)
        return
    parts = _elements(sentence, territory, parties)
    if parts:
        yield from parts
        return
    shared = _shared(sentence, territories, number, parties)
    if shared is not None:
        yield from shared
        return
    if _unmatched_row(sentence, start, end):
        return
    each = list(_plain(sentence, territory, start, end, parties.partners, said=_said_before(sentence, territories, number)))
    yield from _each(sentence, territory, parties, each) or each


def _unmatched_row(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words hold a row of figures whose keys are not to be found: "imports from the same three were worth 53, 13 and 15 billion"."""
    rows = rows_of(sentence, [q for q in sentence.quantities if start <= q.start < end and q.what.unit != "count"])
    least = 2 if RESPECTIVELY.search(sentence.text[start:end]) else 3
    return any(len(row) >= least for row in rows)


def _plain(
    sentence: Sentence, territory: Territory, start: int, end: int, partners: tuple[str, ...], *, said: Said | None = None
) -> Iterator[Part]:
    """The parts of a stretch that enumerates no keys: one for each set of figures."""
    sets = read_figures(sentence, territory.head, start, end, said=said)
    borders = [start, *(_clause_start(sentence, one, two) for one, two in pairwise(sets)), end]
    for place, figures in enumerate(sets):
        yield Part(figures=figures, partners=partners, start=borders[place], end=borders[place + 1])


def _said_before(sentence: Sentence, territories: list[Territory], number: int) -> Said | None:
    """The verb said with a head before, where this one has none: "exports grew 10.6 percent, imports 12.7 percent and the gap 3 percent"."""
    here = territories[number]
    figure = next((q for q in sentence.quantities if here.head.end <= q.start < here.end), None)
    if number == 0 or figure is None or not is_gapped(sentence, here.head.end, figure.start):
        return None
    before = territories[number - 1]
    return said_in(sentence, before.head.end, before.end) or _said_before(sentence, territories, number - 1)


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
        and not right.head.portion
        and not find_moves(between)
        and JOINED.fullmatch(between) is not None
        and left.head.indicator != "balance"
    )


def _elements(sentence: Sentence, territory: Territory, parties: Parties) -> list[Part]:
    """Parts of keys and figures by turns, the first of them tied to the head, with the sum of all where it stands before the head."""
    head = territory.head
    total = [q for q in sentence.quantities if territory.start <= q.start and q.end <= head.start and q.what.unit == "currency"]
    start = head.end if total else territory.start
    row = elements_of(sentence, start, head.end, territory.end, skip=parties.reporter)
    if not row:
        return []
    parts: list[Part] = []
    if total:
        whole = read_figures(sentence, head, territory.start, head.end)[0]
        if whole.value is not None:
            split_by_party = any(element.key and element.key.party for element in row)
            parts.append(
                Part(figures=whole, partners=("WLD",) if split_by_party else parties.partners, start=territory.start, end=head.end)
            )
    if not total and all(_only_bracketed(sentence, e) for e in row) and all(e.key and e.key.party for e in row):
        return [_part(e, Figures(share=_numbers_of(sentence, e)[0]), parties, owner=False) for e in row]
    said = said_in(sentence, head.end, row[0].end)
    keys = [element.key for element in row if element.key]
    owners = head.kind == "verb" and not any(PREPOSITION.search(sentence.text[: key.start]) for key in keys)
    for place, element in enumerate(row):
        start = element.start
        verb = said if place else None
        governor = (
            said_by_governor(sentence, territory.start, element.key.start, head.start) if element.key and element.key.product else None
        )
        if governor is not None and element.key is not None and is_elided(sentence, element.key.end, _first_figure(sentence, element)):
            start, verb = element.key.start, governor
        figures = read_figures(sentence, head, start, element.end, said=verb)[0]
        parts.append(
            _part(element if element.key else replace(element, key=_fronted(sentence, territory, row)), figures, parties, owner=owners)
        )
    return _moved_together(sentence, row, parts)


def _fronted(sentence: Sentence, territory: Territory, row: list[Element]) -> Key | None:
    """The partner of a row's first figures that stands before the head: "From Mexico it bought $84 billion, from Canada $56 billion"."""
    led = next((PREPOSITION.search(sentence.text[: e.key.start]) for e in row if e.key and e.key.party), None)
    if led is None:
        return None
    for key in party_keys(sentence, territory.start, territory.head.start):
        before = PREPOSITION.search(sentence.text[: key.start])
        if before and before.group().split()[0].lower() == led.group().split()[0].lower():
            return key
    return None


def _first_figure(sentence: Sentence, element: Element) -> int:
    since = element.key.end if element.key else element.start
    return next((q.start for q in sentence.quantities if since <= q.start < element.end), element.end)


def _moved_together(sentence: Sentence, row: list[Element], parts: list[Part]) -> list[Part]:
    """The parts with the verb that follows the whole row: "exports to China ($10bn) and Canada ($27bn) both rose"."""
    figures = [q for q in sentence.quantities if row[-1].start <= q.start < row[-1].end]
    behind = ALL_MOVED.match(sentence.text, figures[-1].end) if figures else None
    moves = find_moves(sentence.text[behind.end() : row[-1].end]) if behind else []
    if not moves or moves[0].start > 0:
        return parts
    return [
        replace(p, figures=replace(p.figures, direction=moves[0].direction)) if p.figures.direction is None and p.figures.value else p
        for p in parts
    ]


def _only_bracketed(sentence: Sentence, element: Element) -> bool:
    """Whether an element has nothing but an unsigned percentage in brackets, and nothing moves: a share."""
    figures = _numbers_of(sentence, element)
    plain = len(figures) == 1 and figures[0].what.unit == "percent" and sign_of(sentence, figures[0]) is None
    return plain and sentence.text[: figures[0].start].endswith("(") and not find_moves(sentence.text[element.start : element.end])


def _numbers_of(sentence: Sentence, element: Element) -> list[Mark[Quantity]]:
    return [q for q in sentence.quantities if element.start <= q.start < element.end and q.what.unit not in ("count", "rank")]


def _part(element: Element, figures: Figures, parties: Parties, *, owner: bool) -> Part:
    part = Part(figures=figures, partners=parties.partners, start=element.start, end=element.end)
    key = element.key
    if key is None:
        return part
    if key.party and (owner or key.possessive):
        return replace(part, reporter=key.party, listed=True)
    return replace(part, listed=True, partners=(key.party, *key.joined) if key.party else parties.partners, product=key.product)


def _shared(sentence: Sentence, territories: list[Territory], number: int, parties: Parties) -> list[Part] | None:
    """Parts of "exports and imports were $114bn and $169.5bn, respectively": the predicate stands in the last one's territory."""
    group = _group(sentence, territories, number)
    if len(group) < 2:
        return None
    last = territories[group[-1]]
    place = group.index(number)
    rows = rows_for(sentence, last.head.end, last.end, len(group))
    alone = told_of_one(sentence, rows, place) if rows else sentence
    parts = list(_plain(alone, last, last.head.end, last.end, parties.partners))
    if rows or place == len(group) - 1 or not parts or parts[0].figures.measure is None:
        return parts if rows or parts[0].figures.measure is not None else None
    if parts[0].figures.value is not None:
        # One level for two heads is their own last one's, or a joint sum: not ours to split.
        return []
    return parts[:1]


def _each(sentence: Sentence, territory: Territory, parties: Parties, parts: list[Part]) -> list[Part]:
    """Parts of "deficits with A and B all widened", where what is said of the plural holds for each."""
    first = parts[0].figures
    if len(parties.partners) < 2 or not territory.head.plural or first.value is not None:
        return []
    if territory.head.indicator != "balance" and not EACH.search(sentence.text[territory.start : territory.end]):
        return []
    return [replace(parts[0], partners=(partner,), end=territory.end) for partner in parties.partners]
