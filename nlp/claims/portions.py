"""Portions of a flow told before that come in clauses of their own: what of it came from one country, what one product brought in.

"imported $377 million worth, of which $268 million came from China", "with the United States taking $10.3 billion of that", "copper earned $15.2 billion".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.claims.commodity import named_before
from nlp.claims.context import PLURALS, Context
from nlp.claims.head import Head
from nlp.claims.sentence import Sentence

PARTY, GOODS, SUM, RATE, DATE = "\x01", "\x02", "\x03", "\x04", "\x05"
"""One character for a country, a product, a sum, a percentage and a date."""

SUMS = ("currency", "SME", "metric tons", "tons", "vehicles", "barrels", "bushels")
_HEDGE = r"(?:(?:about|nearly|almost|some|another|a further|only|just|around|roughly|more than|the remaining|the other|the rest,)\s+)*"
_WHICH = r"(?:,?\s+of\s+which|(?:^|[;.]\s+)\W*of\s+(?:that|this|it|these|those|them|the\s+total|(?:that|this)\s+(?:total|sum|amount|figure))[^,\x03]{0,25},)"
_MOVED = r"(?:(?:was|were|is|are|had|has|have)\s+)?(?:(?:came|come|comes|went|goes|gone|shipped|sold|bought|purchased|arrived|sent|flowed|imported|exported|originated|stemmed|headed)\s+)?"
_MADE_UP = r"(?:made\s+up|accounted\s+for|contributed|brought\s+in|supplied|provided|took|bought|sent|shipped|represented|formed|came\s+to|amounted\s+to|was|were|consisted\s+of)"
_EARNED = r"(?:earned|brought\s+in|fetched|yielded|generated|contributed|pulled\s+in|raked\s+in|chipped\s+in|bringing\s+in|earning|contributing|put\s+on|(?:remain(?:s|ed)?|was|were|is|are)\s+the\s+(?:bigger|biggest|top|main|largest|larger|leading|chief)\s+(?:earners?|exports?|sellers?|items?),?\s+(?:at|with|worth))"
_TAKING = r"(?:taking|buying|absorbing|accounting\s+for|supplying|providing|contributing|receiving|purchasing|shipping|sending|importing|selling|at)"
_ALONE = r"(?:\s+(?:alone|itself|together))?"
_THE = r"(?:the\s+|mainland\s+)?"
_PLACE = r"(?:\s+(?:countries|nations|members|bloc|states|buyers|customers|mills))?"

FROM_WHOM = re.compile(
    rf"(?P<lead>{_WHICH})\s+{_HEDGE}{SUM}(?:\s+worth)?(?:,?\s+(?:or|\()\s*{RATE}\)?,?)?\s+{_MOVED}(?:in\s+)?(?:from|to|by|with)\s+{_THE}(?P<who>{PARTY})",
    re.IGNORECASE,
)
WHO_SENT = re.compile(
    rf"(?P<lead>{_WHICH})\s+{_THE}(?P<who>[{PARTY}{GOODS}]|services|goods){_ALONE}\s+{_MADE_UP}\s+{_HEDGE}{SUM}", re.IGNORECASE
)
WAS_GOODS = re.compile(
    rf"(?P<lead>{_WHICH})\s+{_HEDGE}{SUM}\s+(?:was|were|came\s+from|consisted\s+of|went\s+into)\s+(?:the\s+)?(?P<who>{GOODS})",
    re.IGNORECASE,
)
FREE_OF_DUTY = re.compile(
    rf"(?P<lead>{_WHICH})\s+{_HEDGE}{SUM}(?P<who>(?:\s+worth)?\s+(?:entered|came in|arrived|qualified)\b)", re.IGNORECASE
)
WITH_TAKING = re.compile(
    rf"\b(?P<lead>with)\s+{_THE}(?P<who>{PARTY}){_PLACE}{_ALONE}\s+{_TAKING}\s+(?:a\s+(?:further|mere)\s+)?{_HEDGE}{SUM}", re.IGNORECASE
)
EARNS = re.compile(
    rf"(?:^\W*|[;:]\s+|,\s+(?:(?:and|while|but)\s+)?|\b(?:and|while|but)\s+)(?P<lead>(?:the\s+)?(?:[a-z-]+\s+)??)(?P<who>{GOODS})"
    rf"(?:\s+(?:and|&)\s+(?:other\s+)?(?:[a-z-]+\s+)?{GOODS})?(?:,\s[^,;{SUM}]{{3,45}},)?\s+(?:alone\s+|also\s+|products\s+)?{_EARNED}\s+{_HEDGE}[{SUM}{RATE}]",
    re.IGNORECASE,
)
EARNS_UNLISTED = re.compile(
    rf"^(?P<who>[A-Z][a-z-]+(?:\s+(?:and|&)\s+(?:other\s+)?)?(?:[a-z-]+\s*){{0,3}}?)(?:,\s[^,;{SUM}]{{3,45}},)?\s+{_EARNED}\s+{_HEDGE}[{SUM}{RATE}]"
)
NEXT_FROM = re.compile(rf"(?:,\s+and|,|\s+and)\s+{_HEDGE}{SUM}\s+(?:came\s+|went\s+)?(?:from|to)\s+{_THE}(?P<who>{PARTY})", re.IGNORECASE)
NEXT_EARNED = re.compile(
    rf"(?:\s+of\s+(?:that|this|the|it)(?:\s+[a-z]+)?)?(?:,\s+(?:and|while|with)|,|\s+and|\s+with)\s+(?P<lead>(?:[a-z-]+\s+)?)(?P<who>{GOODS}|{PARTY}|services|goods)(?:\s+and\s+{GOODS})?\s+(?:(?:for|at|with|{_EARNED})\s+)?{_HEDGE}{SUM}",
    re.IGNORECASE,
)
SCOPES = re.compile(
    rf"^\W*(?P<who>goods|services|merchandise)\s+(?:accounted\s+for|made\s+up|came\s+to|were|brought\s+in)\s+{_HEDGE}{SUM}", re.IGNORECASE
)
"""What a sentence opens with that divides a flow into goods and services."""

MAY_DIVIDE = re.compile(
    r"\b[Oo]f (?:which|that|this|it|these|those|them|the total)\b|\bwith\b|\b(?:earn|fetch|yield|generat|contribut|br(?:ought|ing)|pulled in|raked in|chipped in|put on)"
    r"|\bthe (?:bigger|biggest|top|main|largest|larger|leading|chief)\b|^\W*(?:Goods|Services|Merchandise)\b"
)
"""Words without which no portion is told: most sentences are passed over."""

EARNING = re.compile(r"earn|br(?:ought|ing)|fetch|pull|rak", re.IGNORECASE)
"""Verbs of what is sold: goods that earn a sum are exports."""


@dataclass(frozen=True, slots=True)
class _Masked:
    """A sentence with each mark as one character, and where every character of it stands in the sentence."""

    text: str
    places: list[int]
    names: dict[int, tuple[str, str]]
    """Place in `text` to what a country or product is."""


def portions(sentence: Sentence, context: Context, heads: Sequence[Head]) -> list[Head]:
    """Heads that stand for the flow told before in the sentence, or the last one of the paragraph, with the partner or product that each changes."""
    if (not heads and context.last is None) or MAY_DIVIDE.search(sentence.text) is None:
        return []
    masked = _mask(sentence)
    found: list[Head] = []
    for form, following in (
        (FROM_WHOM, NEXT_FROM),
        (WHO_SENT, NEXT_EARNED),
        (WAS_GOODS, None),
        (FREE_OF_DUTY, None),
        (WITH_TAKING, NEXT_EARNED),
        (EARNS, NEXT_EARNED),
    ):
        for hit in form.finditer(masked.text):
            start = hit.start("who") if form is EARNS else hit.start("lead")
            end = hit.end() - 1 if form in (WHO_SENT, WITH_TAKING, EARNS) else hit.end("lead")
            earns = form is EARNS and EARNING.search(hit.group()) is not None
            head = _head(sentence, context, heads, masked, (start, end, hit.start("who")), exports=earns)
            if head is None or any(one.start < head.end and head.start < one.end for one in found):
                continue
            found.append(head)
            if following is not None:
                found += _next(sentence, context, heads, masked, (hit.end(), head), following)
    if not found and (opening := SCOPES.match(masked.text)):
        first = _head(sentence, context, heads, masked, (opening.start("who"), opening.end() - 1, None), exports=False)
        more = list(_next(sentence, context, heads, masked, (opening.end(), None), NEXT_EARNED))
        found += [first, *more] if first and more else []
    return found or list(_unlisted(sentence, context, heads, masked))


def _next(
    sentence: Sentence, context: Context, heads: Sequence[Head], masked: _Masked, after: tuple[int, Head | None], form: re.Pattern[str]
) -> Iterator[Head]:
    """Further portions of a row: "$19 billion came from China and $12 billion from Vietnam"."""
    at, first = after
    while hit := form.match(masked.text, at):
        spot = (
            (hit.start("who"), hit.end() - 1, hit.start("who")) if form is NEXT_EARNED else (hit.start(), hit.start() + 1, hit.start("who"))
        )
        head = _head(sentence, context, heads, masked, spot, exports=first is not None and first.indicator == "exports")
        if head is None:
            return
        yield head
        at = hit.end()


def _unlisted(sentence: Sentence, context: Context, heads: Sequence[Head], masked: _Masked) -> Iterator[Head]:
    """A product that no list names and that earns a sum: "logs and other forest products brought in $2.6 billion"."""
    hit = EARNS_UNLISTED.match(masked.text)
    if hit is None or heads:
        return
    verb = masked.places[hit.end("who")]
    named = named_before(sentence, 0, len(sentence.text[:verb].rstrip(" ,")))
    head = _head(sentence, context, heads, masked, (hit.start("who"), hit.end("who"), None), exports=True)
    if head is not None:
        product = named[1] if named else sentence.text[head.start : head.end].strip().lower()
        yield Head(
            start=head.start,
            end=head.end,
            indicator=head.indicator,
            sign=head.sign,
            carried=True,
            portion=True,
            product=product,
            model=head.model,
        )


def _head(
    sentence: Sentence,
    context: Context,
    heads: Sequence[Head],
    masked: _Masked,
    spot: tuple[int, int, int | None],
    *,
    exports: bool,
) -> Head | None:
    """The head of one portion at `spot`: where its words begin and end, and where its country or product stands."""
    begin, stop, who = spot
    start, end = masked.places[begin], masked.places[stop]
    while sentence.text[start : start + 1] in " ,;.":
        start += 1
    end = start + len(sentence.text[start:end].rstrip())
    before = [head for head in heads if head.end <= start and head.kind in ("noun", "verb") and head.indicator != "tariff_rate"]
    if any(start < head.end and head.start < end and not _is_import_verb(sentence, head) for head in heads):
        return None
    model = None if before else (context.sold if exports else None) or context.last
    indicator = before[-1].indicator if before else model.indicator if model else None
    if indicator is None or (exports and indicator != "exports") or (indicator not in PLURALS and indicator != "total_trade"):
        return None
    kind, name = masked.names.get(who, ("", "")) if who is not None else ("", "")
    return Head(
        start=start,
        end=max(end, start + 1),
        indicator=indicator,
        carried=True,
        portion=True,
        partner=name if kind == PARTY else None,
        product=name if kind == GOODS else None,
        model=model,
    )


def _is_import_verb(sentence: Sentence, head: Head) -> bool:
    """Whether a head is only the verb of a portion: "taking", "brought in"."""
    return head.kind == "verb"


def _mask(sentence: Sentence) -> _Masked:
    marks = [(m.start, m.end, PARTY, m.what) for m in sentence.parties] + [(m.start, m.end, GOODS, m.what) for m in sentence.products]
    marks += [(m.start, m.end, SUM if m.what.unit in SUMS else RATE, "") for m in sentence.quantities if m.what.unit in (*SUMS, "percent")]
    marks += [(m.start, m.end, DATE, "") for m in sentence.dates]
    text: list[str] = []
    places: list[int] = []
    names: dict[int, tuple[str, str]] = {}
    at = 0
    for start, end, sign, what in sorted(marks):
        if start < at:
            continue
        text.append(sentence.text[at:start])
        places.extend(range(at, start))
        if what:
            names[len(places)] = (sign, what)
        text.append(sign)
        places.append(start)
        at = end
    text.append(sentence.text[at:])
    places.extend(range(at, len(sentence.text) + 1))
    return _Masked("".join(text), places, names)
