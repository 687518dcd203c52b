"""Two rows side by side: "imports from China and Mexico rose 3 and 4 percent, respectively"."""

import re
from collections.abc import Iterator

from nlp.claims.commodity import is_noun
from nlp.claims.figures import PHYSICAL
from nlp.claims.keys import Key, party_keys
from nlp.claims.parties import Parties
from nlp.claims.partners import LIST_LINK
from nlp.claims.rows import RESPECTIVELY, Row, alternating, rows_of, told_by_element, told_of_one
from nlp.claims.sentence import Sentence
from nlp.claims.territory import Territory

FIGURES = ("currency", "percent", "percentage_points", *PHYSICAL)
OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)
ITEM = re.compile(r",\s*(?:and\s+)?|\s+(?:and|as well as)\s+", re.IGNORECASE)
STOP = re.compile(r"\b(?:to|from|with|in|for|by|which|that|were|was|are|is|had|has|have)\b|[;:(]", re.IGNORECASE)
SAME_ONES = re.compile(
    r"\b(?:from|to|with)\s+(?:them|these|those|(?:the|those|these)\s+(?:same\s+)?(?:two|three|four|five|six|same)(?:\s+(?:countries|markets|partners|economies|places))?)\b",
    re.IGNORECASE,
)
"""Partners that stand for those of the clause before."""

LONGEST = 4
"""Words of one product's name."""


def rows_for(sentence: Sentence, start: int, end: int, count: int) -> list[Row]:
    """The rows of `count` figures between two offsets; where "respectively" says so, figures told element by element too."""
    figures = [q for q in sentence.quantities if start <= q.start < end and q.what.unit in FIGURES]
    rows = [row for row in rows_of(sentence, figures) if len(row) == count]
    respectively = RESPECTIVELY.search(sentence.text[start:end]) is not None
    if respectively and (not rows or told_by_element(sentence, figures, count)):
        rows = alternating(figures, count)
    return rows


def zipped(sentence: Sentence, territories: list[Territory], number: int, parties: Parties) -> Iterator[tuple[Key, Sentence]]:
    """Each key of a row of keys with the sentence as told of it alone; nothing where no row of figures is as long."""
    territory = territories[number]
    rows_of_keys = _rows_of_keys(sentence, territory, parties)
    if number and SAME_ONES.search(sentence.text, territory.head.end, territory.end):
        named = [key for key in party_keys(sentence, territories[0].start, territory.start) if key.party != parties.reporter]
        rows_of_keys = iter([list({key.party: key for key in named}.values())])
    for keys in rows_of_keys:
        if len(keys) < 2:
            continue  # "from those countries" after one country names no row
        rows = rows_for(sentence, territory.start, territory.end, len(keys))
        if rows and (RESPECTIVELY.search(sentence.text[territory.start : territory.end]) or keys[-1].end <= rows[0][0].start):
            yield from ((key, told_of_one(sentence, rows, place)) for place, key in enumerate(keys))
            return


def _rows_of_keys(sentence: Sentence, territory: Territory, parties: Parties) -> Iterator[list[Key]]:
    """Rows of two keys and more in a head's territory: partners, products, times."""
    yield from _joined(sentence, [key for key in party_keys(sentence, territory.start, territory.end) if key.party != parties.reporter])
    yield from _joined(
        sentence, [Key(start=m.start, end=m.end, product=m.what) for m in sentence.products if territory.start <= m.start < territory.end]
    )
    yield from _products(sentence, territory)
    dates = [Key(start=d.start, end=d.end, period=d.what) for d in sentence.dates if territory.start <= d.start < territory.end]
    yield from _joined(sentence, dates)


def _joined(sentence: Sentence, keys: list[Key]) -> Iterator[list[Key]]:
    row: list[Key] = []
    for key in keys:
        if row and LIST_LINK.fullmatch(sentence.text, row[-1].end, key.start):
            row.append(key)
            continue
        if len(row) > 1:
            yield row
        row = [key]
    if len(row) > 1:
        yield row


def _products(sentence: Sentence, territory: Territory) -> Iterator[list[Key]]:
    """Products in a row, behind the head ("exports of chips, ships and phones") or before it; known ones by name, others by form."""
    head = territory.head
    of = OF.match(sentence.text, head.end)
    first = min((q.start for q in sentence.quantities if head.end <= q.start < territory.end), default=territory.end)
    stretches = [(of.end(), first)] if of else []
    for start, end in [*stretches, (territory.start, head.start)]:
        row: list[Key] = []
        for begin, stop in _items(sentence.text, start, end):
            product = _product(sentence, begin, stop)
            if product is None:
                break
            row.append(Key(start=begin, end=stop, product=product))
        if len(row) > 1:
            yield row


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for joint in ITEM.finditer(text, start, end):
        yield begin, joint.start()
        begin = joint.end()
    yield begin, end


def _product(sentence: Sentence, start: int, end: int) -> str | None:
    """The product that an item begins with: "autos climbed" is autos."""
    known = next((m for m in sentence.products if start <= m.start and m.end <= end and m.start - start < 20), None)
    if known is not None:
        return known.what
    words: list[str] = []
    for word in sentence.text[start:end].split()[:LONGEST]:
        if not is_noun(word):
            break
        words.append(word)
    return " ".join(words) or None


def told(key: Key, parties: Parties) -> tuple[str, ...]:
    """The partners of an element."""
    return (key.party,) if key.party else parties.partners
