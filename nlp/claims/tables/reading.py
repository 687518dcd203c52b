"""Rows to claims: title, columns and key of each row put together."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.attribution import Speakers
from nlp.claims.annotate import annotate
from nlp.claims.build import claim_of
from nlp.claims.checkable import is_checkable
from nlp.claims.context import Context
from nlp.claims.figures import Figures, read_figures, with_figure
from nlp.claims.head import Head
from nlp.claims.header_unit import ANNOUNCED
from nlp.claims.indicators import find_heads
from nlp.claims.part import Part
from nlp.claims.parties import Parties, read_parties
from nlp.claims.periods import When, implied_compare
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.tables.cells import number_in
from nlp.claims.tables.layout import Row, cells_of, find_row, numbers_of, rows_inside
from nlp.claims.tables.slot import FLOW, Slot, flows_in, slot_of
from nlp.claims.territory import Territory, divide
from nlp.local_currency import BARE, means_canadian
from tradeclaims.records import Claim, Document, Mention
from tradeclaims.values import Quantity, Span

REACH = 4
"""How many lines above its first row a table's title may stand."""

PROSE = re.compile(r"[.!?][\"'”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands over the rows."""

    slot: Slot
    parties: Parties
    columns: tuple[Slot, ...] = ()
    flows: tuple[Slot, ...] = ()
    """Flows that the title names in a row, where the cells follow its order."""


class Tables:
    """Reads the rows of one document, line by line."""

    def __init__(self) -> None:
        self._above: deque[tuple[Span, list[Mention]]] = deque(maxlen=REACH)
        self._header: Header | None = None
        self._rows = 0

    def read(self, setting_of: "SettingOf", span: Span, inside: list[Mention]) -> list[Claim] | None:
        """The claims of a line that is a row of a table, or of a sentence that holds rows; None for any other line."""
        text = span.quote.replace("\n", " ")
        row = find_row(text) if "\n" not in span.quote else None
        if row is None and ";" in text and (found := rows_inside(text)):
            return self._read_inside(setting_of, annotate(span, inside, setting_of.country), *found)
        if row is None:
            if self._rows:
                self._above.clear()  # what stands above a table is no title of the next
                self._rows = 0
            self._above.append((span, inside))
            return None
        setting = setting_of(annotate(span, inside, setting_of.country))
        if not self._rows:
            self._header = self._read_header(setting_of)
        if self._header is None:
            return None
        claims = list(_row_claims(setting, self._header, row))
        if not claims:
            if not self._rows:
                self._above.append((span, inside))
            return None
        self._rows += 1
        return claims

    def _read_inside(self, setting_of: "SettingOf", sentence: Sentence, colon: int, rows: list[Row]) -> list[Claim] | None:
        """The claims of rows behind a colon, whose title is what stands before it."""
        title = _up_to(sentence, colon)
        named = flows_in(title.text)
        slot = slot_of(title, 0, colon, title=True)
        parties = _title_parties(setting_of(title)) if named else None
        if parties is None:
            return None
        flows = tuple(Slot(indicator=indicator, sign=sign) for indicator, sign in named) if len(named) > 1 else ()
        header = Header(slot=slot, parties=parties, flows=flows)
        return [claim for row in rows for claim in _row_claims(setting_of(sentence), header, row)] or None

    def _read_header(self, setting_of: "SettingOf") -> Header | None:
        """The header made of the lines above; a sentence of prose is one where it stands alone and next to the rows."""
        slot, parties = Slot(), None
        columns: tuple[Slot, ...] = ()
        flows: tuple[Slot, ...] = ()
        base = self._header
        for place, (span, inside) in enumerate(reversed(self._above)):
            prose = PROSE.search(span.quote) is not None
            if prose and place:
                break
            sentence = annotate(span, inside, setting_of.country)
            if not columns and not prose and not slot.says:
                columns = _columns(sentence)
                if columns:
                    continue
            own = slot_of(sentence, 0, len(sentence.text), title=True)
            named = flows_in(sentence.text)
            if len(named) > 1 and not flows:
                flows = tuple(Slot(indicator=indicator, sign=sign) for indicator, sign in named)
            if parties is None and named:
                parties = _title_parties(setting_of(sentence))
            if own.unit and own.unit.currency == "USD" and BARE.search(sentence.text) and means_canadian(setting_of.document.text):
                own = replace(own, unit=replace(own.unit, currency="CAD"))
            slot = slot.over(own)
            if prose:
                break
        if not columns and not slot.says:
            return None
        if base and not any(PROSE.search(span.quote) for span, _ in self._above):
            slot, parties = slot.over(base.slot), parties or base.parties
            columns = columns or base.columns
        flow = slot.indicator is not None or flows or any(column.indicator for column in columns)
        if not flow and slot.unit is None:
            return None  # under a title with a unit, the rows may name their flows
        country = setting_of.country
        return Header(
            slot=slot, parties=parties or Parties(reporter=country, partners=("WLD",), stated=False), columns=columns, flows=flows
        )


@dataclass(frozen=True, slots=True)
class SettingOf:
    """The setting that all lines of a document share; called with a line's sentence, it is that line's."""

    document: Document
    context: Context
    speakers: Speakers
    version: int

    @property
    def country(self) -> str | None:
        """The document's country."""
        return self.document.country

    def __call__(self, sentence: Sentence) -> Setting:
        return Setting(document=self.document, sentence=sentence, context=self.context, speakers=self.speakers, version=self.version)


def _up_to(sentence: Sentence, end: int) -> Sentence:
    """The sentence as if it ended at an offset."""
    return replace(
        sentence,
        text=sentence.text[:end],
        quantities=tuple(m for m in sentence.quantities if m.end <= end),
        dates=tuple(m for m in sentence.dates if m.end <= end),
        parties=tuple(m for m in sentence.parties if m.end <= end),
        products=tuple(m for m in sentence.products if m.end <= end),
        agreements=tuple(m for m in sentence.agreements if m.end <= end),
    )


def _columns(sentence: Sentence) -> tuple[Slot, ...]:
    """The slots of a line of column heads, the first of which may head the keys; empty where it is none."""
    cells = cells_of(sentence.text, 0)
    if len(cells) < 2:
        return ()
    slots = [slot_of(sentence, start, end) for start, end in cells]
    if not all(slot.says or slot.unit for slot in slots[1:]):
        return ()
    return tuple(slots)


def _title_parties(setting: Setting) -> Parties | None:
    """Reporter and partner that a title names: "U.S. goods trade with China"."""
    sentence = setting.sentence
    heads = [head for head in find_heads(sentence) if head.kind in ("noun", "list")]
    if heads:
        return read_parties(sentence, divide(sentence, heads)[0], setting.context, None)
    flow = FLOW.search(sentence.text)
    before = [m for m in sentence.parties if flow and m.end <= flow.start() and flow.start() - m.end < 40]
    behind = [m for m in sentence.parties if flow and re.search(r"\b(?:with|to|from)\s+(?:the\s+)?$", sentence.text[: m.start])]
    reporter = before[0].what if before else setting.context.usual_reporter
    partners = tuple(m.what for m in behind if m.what != reporter)[:1]
    return Parties(reporter=reporter, partners=partners or ("WLD",), stated=bool(partners))


def _row_claims(setting: Setting, header: Header, row: Row) -> Iterator[Claim]:
    sentence = setting.sentence if row.stop is None else _up_to(setting.sentence, row.stop)
    setting = replace(setting, sentence=sentence)
    key = slot_of(sentence, row.start, row.end)
    if not key.says and key.scope is None:
        product = _unnamed_product(sentence.text[row.start : row.end], header)
        if product is None:
            return
        key = replace(key, product=product)
    base = key.over(header.slot)
    if base.product and base.scope is None:
        base = replace(base, scope="goods", basis="explicit")
    cells = cells_of(sentence.text, row.body)
    if header.columns and len(cells) == 1:
        cells = numbers_of(sentence.text, row.body)
    columns = header.columns if len(cells) == len(header.columns) else header.columns[1:]  # the first heads the keys
    if columns and len(cells) == len(columns):
        yield from _by_columns(setting, replace(header, columns=columns), base, cells)
        return
    labelled = _labelled(sentence, row.body)
    if labelled:
        for slot, start, end in labelled:
            yield from _free(setting, header, slot.over(base), start, end)
        return
    numbers = numbers_of(sentence.text, row.body)
    if header.flows and len(numbers) == len(header.flows):
        yield from _by_columns(setting, replace(header, columns=header.flows), base, numbers)
        return
    if base.indicator is not None:
        yield from _free(setting, header, base, row.body, len(sentence.text))


def _unnamed_product(words: str, header: Header) -> str | None:
    """A key that no list names: a product in a table of one flow, by its form."""
    known = header.slot.indicator is not None and not re.search(
        r"\d|\b(?:source|note|total|other|others|release|contact|page|table|tel|phone|fax|see)\b", words, re.IGNORECASE
    )
    return words.strip().lower() if known and len(words.split()) <= 5 and re.fullmatch(r"[A-Z][a-z,& -]+", words.strip()) else None


def _labelled(sentence: Sentence, body: int) -> list[tuple[Slot, int, int]]:
    """Cells that name their flow themselves: "exports 106,327, imports 68,249"."""
    hits = [
        hit
        for hit in FLOW.finditer(sentence.text, body)
        if re.match(r"[\s:(]*(?:of |at |was |were )?[+\-–−$€£A-Z]*\d", sentence.text[hit.end() :])
    ]
    borders = [hit.start() for hit in hits] + [len(sentence.text)]
    return [(slot_of(sentence, hit.start(), hit.end()), hit.start(), borders[n + 1]) for n, hit in enumerate(hits)]


def _by_columns(setting: Setting, header: Header, base: Slot, cells: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """Claims of cells under columns; a change belongs to the level to its left."""
    sentence = setting.sentence
    told: list[tuple[Slot, Figures]] = []
    for column, (start, end) in zip(header.columns, cells, strict=True):
        slot = column.over(base)
        percent = slot.role in ("change_pct", "share")
        found = number_in(sentence.text, start, end, slot.unit, percent=percent)
        if found is None or slot.indicator is None:
            continue
        mark, negative = found
        marked = next((q for q in sentence.quantities if start <= q.start and q.end <= end and q.what.unit == "currency"), None)
        if marked is not None and not percent:
            level = slot.unit.applied(marked.what) if slot.unit else marked.what
            mark = Mark(mark.start, mark.end, replace(level, low=abs(level.high), high=abs(level.low)))
        if slot.role in ("change_pct", "change_abs"):
            to = next((n for n in reversed(range(len(told))) if told[n][0].indicator == slot.indicator and told[n][1].value), None)
            change = with_figure(Figures(direction="down" if negative else "up"), slot.role, mark)
            if to is not None and column.period is None:
                value = told[to][1].value
                earlier = [one.period for one, _ in told[:to] if one.indicator == slot.indicator and one.period]
                compare = told[to][0].compare or (earlier[-1] if earlier else None)
                told[to] = replace(told[to][0], compare=compare), replace(change, value=value)
            else:
                told.append((slot, change))
        elif slot.role == "share":
            told.append((slot, Figures(share=mark)))
        else:
            told.append((_signed(slot, negative), Figures(value=mark)))
    for slot, figures in told:
        yield from _claims(setting, header, slot, figures)


def _signed(slot: Slot, negative: bool) -> Slot:
    if slot.indicator != "balance" or slot.sign is not None:
        return slot
    return replace(slot, sign="deficit" if negative else "surplus")


def _free(setting: Setting, header: Header, slot: Slot, start: int, end: int) -> Iterator[Claim]:
    """Claims of figures told in words: "$24.6 billion, up 3.1 percent", "40,651 (+4.9)"."""
    sentence = setting.sentence
    assert slot.indicator is not None
    marks: list[Mark[Quantity]] = []
    negative = False
    announced = ANNOUNCED.search(sentence.text) is not None  # then the figures have that unit already
    found = [m for m in sentence.quantities if start <= m.start < end]
    first = number_in(sentence.text, start, end, None, percent=False) if slot.unit is not None else None
    if first is not None and not any(m.start <= first[0].start < m.end for m in found):
        found.insert(0, first[0])  # "China 2,871": a number that no unit follows, told by the title's
    for mark in found:
        quantity = mark.what
        bracketed = sentence.text[: mark.start].rstrip(" +-–−").endswith("(")
        if quantity.unit == "count" and bracketed and marks:
            quantity = replace(quantity, unit="percent")
        elif slot.unit is not None and not announced:
            quantity = slot.unit.applied(quantity)
        if not marks and (quantity.low < 0 or re.search(r"[-–−]$", sentence.text[start : mark.start])):
            negative = True
            quantity = replace(quantity, low=abs(quantity.high), high=abs(quantity.low))
        marks.append(Mark(mark.start, mark.end, quantity))
    signed = _signed(slot, negative)
    told = replace(sentence, quantities=tuple(marks))
    head = Head(start=start, end=start, indicator=slot.indicator, sign=signed.sign)
    figures = read_figures(told, head, start, end)[0]
    if figures.measure is not None and (figures.main is None or figures.main.what.unit != "count"):
        yield from _claims(replace(setting, sentence=told), header, signed, figures)


def _claims(setting: Setting, header: Header, slot: Slot, figures: Figures) -> Iterator[Claim]:
    sentence = setting.sentence
    assert slot.indicator is not None
    main = figures.main
    at = main.start if main else 0
    head = Head(start=at, end=at, indicator=slot.indicator, sign=slot.sign)
    territory = Territory(head=head, start=0, end=len(sentence.text), phrase=at)
    partners = (slot.party,) if slot.party and slot.party != header.parties.reporter else header.parties.partners
    part = Part(figures=figures, partners=partners, start=0, end=len(sentence.text))
    moved = figures.direction or figures.change_pct
    when = When(period=slot.period, compare=slot.compare if moved else None)
    if moved:
        when = implied_compare(when, yearly=slot.yearly is True)
    claim = replace(
        claim_of(setting, territory, part, header.parties),
        scope=slot.scope or "unspecified",
        scope_basis=slot.basis or "none",
        product=slot.product,
        period=when.period or setting.context.period,
        compare_period=when.compare,
    )
    yield replace(claim, checkable=is_checkable(claim, sentence))
