"""Tariff rates: "a 25 percent tariff on steel", "duties of 10 percent", "taxed at 10 percent", "the rate on … to 100 percent from 25 percent"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.cargo import CARGO
from nlp.claims.head import Head, Lexicon, words
from nlp.claims.sentence import Mark, Sentence
from nlp.verbs import verbs
from tradeclaims.values import Quantity

NOUN = words(r"tariffs?|dut(?:y|ies)|lev(?:y|ies)|tariff rates?|import tax(?:es)?|surtax(?:es)?|surcharges?|taxes on imports")
TAXED = words(r"(?:be |is |are |was |were )?(?:taxed|tariffed)")
RATE_ON = words(r"rates?(?= on\b)")
_NO_PREPOSITION = r"(?!(?:if|once|unless|while|though|although|after|before|since|because|despite|due|to|on|in|from|with|as|when|for|by|amid|under|over|than|and|but|of)\s)"
BEFORE = re.compile(rf"(?:\s*\))?[\s-]+(?:ad valorem\s+|{_NO_PREPOSITION}[\w.’'-]+\s+){{0,3}}", re.IGNORECASE)
AFTER = re.compile(
    r"(?:,?\s+to(?=\s)|,(?=\s[a-z]+(?:\s[a-z]+)?(?:,|\sand\b))|\s+(?:rates?|on|of|at|to|from|be|is|are|was|were|will|would|stands?|stood|set|rises?|rose|raised|increased?|quadruple|double|triple|doubling|"
    r"climb\w*|go|goes|up|as high as|up to|by|another|an?|the|additional|[A-Z][\w.’'-]*|[a-z]+|\$?[\d.,]+|billion|million|worth))*?\s+",
)
_CHANGES = verbs(
    "raise lift hike increase double triple quadruple halve cut lower reduce trim slash rise climb jump go_up go_down come_down drop fall bring move set return"
)
_LAYING = verbs("charge levy impose slap tax collect put place apply add clap assess")
CHARGES = words(_LAYING.any)
"""Verbs that need no word for the tariff: "India charges 50 percent on American motorcycles"."""

BEARS = words(
    rf"{verbs('pay owe carry bear incur attract face').any}|(?:be|been|is|are|was|were|get|gets|got) (?:now |also |then )?(?:charged|assessed|hit with|slapped with|subject to)"
)
"""Verbs of whose goods bear a rate: "Chinese furniture will owe 25 percent"."""

BORNE = re.compile(
    r"\s+(?:a |an |the |at |as much as |up to |another |still |only |just |an? (?:additional|extra|further|flat) |additional |extra )*"
)
NOT_BORNE = re.compile(
    r"\s+(?:(?:more|less|extra|higher|lower)\s+)?(?:for|of|in(?!\s(?:the\s)?(?:(?-i:[A-Z])|first|second|third|last|year|month))|interest|income|less|rise|increase|stake|corporate|discount|cuts?|drop|fall|decline|risk|chance|unemployment|inflation)\b"
    r"|\s+on\s+(?:\w+\s+)?(?:loans?|dividends|income|profits|withdrawals|deposits|interest|credit|average)\b",
    re.IGNORECASE,
)
GOODS = re.compile(CARGO, re.IGNORECASE)
BRINGERS = re.compile(r"\b(?:importers?|shippers?)\s+(?:of|from)\b", re.IGNORECASE)
MAKERS = re.compile(
    r"\b(?:makers?|producers?|workers?|buyers?|owners?|firms?|compan(?:y|ies)|growers?|farmers?|dealers?|retailers?|consumers?|prices?|stocks?|shares?|bonds?|industry|plants?|(?-i:unions?))\b(?:\s+\S+){0,3}\s*$",
    re.IGNORECASE,
)
"""Whoever pays for other things than a duty."""

GAPPED = re.compile(r"(?:,|;)\s+(?:and\s+|but\s+|while\s+)?|\s+(?:and|but|while)\s+", re.IGNORECASE)
BARE = re.compile(
    r"(?:(?!\b(?:to|by|from|than|with|at|fell|rose|grew|up|down|about|after|since|as|when|that|which|said|was|were|is|are|will|would|while|because)\b)[\w.’'-]+\s+){1,5}(?:only |just |an extra |an additional |a further )?",
    re.IGNORECASE,
)
"""Goods told with nothing but their rate: "rebar 15 percent and wire 8 percent"."""

OBJECT = re.compile(
    r"\s+(?:us |them |as much as |up to |an? |the |an additional |an extra |an? further |additional |extra |further |another |still |an? |\$?[\d.,]+ (?:billion|million) of |(?:[A-Z][\w.-]*|imported) [a-z]+ (?:[a-z]+ )?at )*"
)
AT_ONCE = re.compile(r"(?:\s+(?:more|extra))?\s+(?:on|for|at the border on)\s+")
ALSO = re.compile(
    r"(?:%|\bper ?cent)\s+(?:and|or)\s+(?:even\s+|up to\s+)?$|\b(?:and|or)\s+(?:also\s+)?(?:of|one of|duties of|those of|at)\s+$|,\s+(?:and\s+)?(?:of|one of)\s+$",
    re.IGNORECASE,
)
"""Before a further rate of the tariff named before: "duties of 10 percent on aircraft and of 25 percent on cheese"."""

MOVED_ON = re.compile(
    rf"\b(?:and|then|before|or|but|rather than|than)\s+(?:\w+ly\s+|then\s+|would\s+|will\s+|to\s+)*{_CHANGES.any}\s+(?:it\s+|them\s+|again\s+)?to\s+$|,\s+{_CHANGES.ing}\s+(?:it|them|the (?:rate|duty|tariff|levy))\s+to\s+$",
    re.IGNORECASE,
)
"""Before a rate that follows on the one before: "starts at 10 percent and climbs to 25 percent"."""

LATER = re.compile(
    r"(?:\s+(?:more|extra))?\s+(?:from|as\s+of|starting|beginning|after|on)\s+(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d|\b)|\w+day\b|next\b|then\b)"
    r"|\s+(?:in\s+)?the\s+(?:second|third|fourth|last|final|next|following)\b"
)
"""Behind a later rate of the same tariff: "and 25 percent from Jan. 1"."""

AND = re.compile(r"(?:\band|,)\s+(?:an?\s+)?$")
FOR_GOODS = re.compile(r"(?:\s+(?:more|extra))?\s+(?:on|for)\s")
CONTRAST = re.compile(r"\b(?:against|compared (?:with|to)|versus|while it is|and)\s+(?:just |only |about )?$", re.IGNORECASE)
CHANGE = words(_CHANGES.any)
CHANGES_ITS = re.compile(rf"\b{_CHANGES.any}\s+(?:the|its|their|an?|our)\s+(?:[\w.-]+\s+){{0,2}}$", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s+(?:the current\s+|an?\s+|today's\s+|the present\s+|its\s+|(?-i:[a-z]+)\s+)?$", re.IGNORECASE)
"""Before an earlier rate."""

FROM_TO = re.compile(r"^[^,;]{0,30}\bto\s+(?:\w+\s+){0,2}$")

MOVED_TO = re.compile(r"\bto\s+(?:as much as\s+|up to\s+)?$", re.IGNORECASE)
IN_THE_DUTY = re.compile(
    r"(?:\s+from\s+[\d.]+(?:\s?%|\s+per\s?cent))?,?\s+(?:in|of|on|for)?\s*(?:the|its|their|an?)\s+(?:[\w.’'-]+\s+){0,3}", re.IGNORECASE
)
IN_PLACE = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?$", re.IGNORECASE)
USUAL = words(r"averages?|averaged|applied|bound|MFN|most-favou?red-nation|simple average|mean")
"""Tariffs of a whole schedule: another country's is given beside it."""

MOVED = re.compile(
    r"\b(?:rose|fell|grew|climbed|dropped|jumped|declined|rise|fall|fallen|risen|grown|increased|decreased|slumped|sank|shrank|surged|soared|by)\s+(?:about\s+|nearly\s+)?$",
    re.IGNORECASE,
)
"""Before a change of something else: "duties hurt: exports fell 10 percent"."""

NOT_A_RATE = re.compile(r"\s+(?:of|more|fewer|rise|increase|drop|jump|decline|below|above|off)\b", re.IGNORECASE)
DUTY_ELSE = re.compile(r"\b(?:jury|civic|active|heavy|double|on|off)[\s-]+$", re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Head]:
    """Each tariff word with the percentages that are its rates."""
    rates = [mark for mark in sentence.quantities if mark.what.unit == "percent"]
    if not rates:
        return
    taken: set[int] = set()
    yield from _spread(sentence, rates, taken)
    for hit in NOUN.finditer(sentence.text):
        if DUTY_ELSE.search(sentence.left(hit.start(), 12)):
            continue
        attributed, predicated = _before(sentence, hit.start(), rates), _after(sentence, hit.end(), rates)
        if attributed and predicated and (changed_to(sentence, hit.end(), predicated) or led_to(sentence, attributed.start, predicated)):
            # "The 15 percent tariff will be halved to 7.5 percent": the first is the earlier rate of the second.
            if predicated.start not in taken:
                taken |= {attributed.start, predicated.start}
                yield _head(sentence, hit.start(), hit.end(), predicated, rates, attributed)
            continue
        found = attributed or predicated
        if found and found.start not in taken:
            taken.add(found.start)
            yield _head(sentence, hit.start(), hit.end(), found, rates)
    yield from _borne(sentence, rates, taken)
    for hit in CHARGES.finditer(sentence.text):
        for mark in rates:
            if (
                0 <= mark.start - hit.end() <= 60
                and mark.start not in taken
                and OBJECT.fullmatch(sentence.text, hit.end(), mark.start)
                and _of_goods(sentence, hit.end(), mark)
            ):
                taken.add(mark.start)
                yield _head(sentence, hit.start(), hit.end(), mark, rates)
    for hit in [
        *TAXED.finditer(sentence.text),
        *(rate for rate in RATE_ON.finditer(sentence.text) if _about_goods(sentence, rate.end() + 4)),
    ]:
        found = _after(sentence, hit.end(), rates)
        if found and found.start not in taken:
            taken.add(found.start)
            yield _head(sentence, hit.start(), hit.end(), found, rates)
    yield from _further(sentence, rates, taken)


def _spread(sentence: Sentence, rates: list[Mark[Quantity]], taken: set[int]) -> Iterator[Head]:
    """Two rates for two goods told as ends of one list: "range from 5 percent on aircraft to 25 percent on gas"."""
    if NOUN.search(sentence.text) is None:
        return
    for low, high in pairwise(rates):
        if (
            FROM.search(sentence.left(low.start, 12))
            and FOR_GOODS.match(sentence.text, low.end)
            and re.fullmatch(r"\s+(?:on|for)\s+(?:[\w.’'-]+\s+){1,6}to\s+", sentence.text[low.end : high.start])
            and FOR_GOODS.match(sentence.text, high.end)
        ):
            for mark in (low, high):
                taken.add(mark.start)
                yield Head(start=mark.start, end=mark.end, indicator="tariff_rate", kind="tariff", rate=mark.what, carried=True)


def changed_to(sentence: Sentence, noun: int, rate: Mark[Quantity]) -> bool:
    """Whether the words between a tariff and a percentage change its rate "to" that."""
    between = sentence.text[noun : rate.start]
    return re.search(r"\b(?:to|at)\s+(?:\w+\s+)?$", between) is not None and CHANGE.search(between) is not None


def led_to(sentence: Sentence, start: int, rate: Mark[Quantity]) -> bool:
    """Whether a verb of change before a tariff's words leads to a rate: "will lower its 38.5 percent tariff on beef to 9 percent"."""
    return MOVED_TO.search(sentence.left(rate.start, 20)) is not None and CHANGES_ITS.search(sentence.left(start, 40)) is not None


def _further(sentence: Sentence, rates: list[Mark[Quantity]], taken: set[int]) -> Iterator[Head]:
    """Rates that share the tariff word of one before them."""
    if not taken:
        return
    for mark in rates:
        left = sentence.left(mark.start, 30)
        if mark.start in taken or mark.start < min(taken):
            continue
        elsewhere = (
            CONTRAST.search(left)
            and USUAL.search(sentence.text)
            and any(0 <= p.start - mark.end < 12 and IN_PLACE.fullmatch(sentence.text, mark.end, p.start) for p in sentence.parties)
        )
        beside = AND.search(left) and FOR_GOODS.match(sentence.text, mark.end) and _about_goods(sentence, mark.end + 4, 20)
        later = AND.search(left) and LATER.match(sentence.text, mark.end)
        if elsewhere or beside or later or ALSO.search(left) or MOVED_ON.search(left):
            taken.add(mark.start)
            yield Head(start=mark.start, end=mark.end, indicator="tariff_rate", kind="tariff", rate=mark.what, carried=True)


def _borne(sentence: Sentence, rates: list[Mark[Quantity]], taken: set[int]) -> Iterator[Head]:
    """Rates told by whose goods bear them, with those of further goods that share the verb."""
    for hit in BEARS.finditer(sentence.text):
        mark = next((m for m in rates if m.start >= hit.end()), None)
        if (
            mark is None
            or mark.start in taken
            or not BORNE.fullmatch(sentence.text, hit.end(), mark.start)
            or NOT_BORNE.match(sentence.text, mark.end)
            or not _goods_before(sentence, hit.start())
        ):
            continue
        taken.add(mark.start)
        yield _head(sentence, hit.start(), hit.end(), mark, rates)
        last = mark
        for further in rates:
            if further.start < last.end or further.start in taken:
                continue
            joints = GAPPED.finditer(sentence.text, last.end, further.start)
            joint = next((one for one in joints if BARE.fullmatch(sentence.text, one.end(), further.start)), None)
            if joint is None:
                break
            goods = _about_goods(sentence, joint.end(), 25) or GOODS.search(sentence.text, joint.end(), further.start)
            if not goods or NOT_BORNE.match(sentence.text, further.end):
                break
            taken.add(further.start)
            yield Head(start=joint.end(), end=further.end, indicator="tariff_rate", kind="tariff", rate=further.what, carried=True)
            last = further


def _goods_before(sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb is goods that cross a border: a product or "goods" with where it is from, or whoever brings it."""
    words_before = re.split(r"[;:]|,\s(?:and|but|while)\s", sentence.text[:verb])[-1]
    floor = verb - len(words_before)
    if BRINGERS.search(words_before):
        return True
    goods = any(floor <= m.start < verb for m in sentence.products) or GOODS.search(words_before)
    if not goods or MAKERS.search(words_before):
        return False
    return (
        any(floor <= m.start for m in sentence.parties)
        or re.search(r"\b(?:imported|imports|foreign|quotas?|border|customs|entered|entering)\b", sentence.text, re.IGNORECASE) is not None
    )


def _of_goods(sentence: Sentence, verb: int, rate: Mark[Quantity]) -> bool:
    """Whether what is charged is charged on goods: on a product or a country's goods behind the rate, or taxed "at" it."""
    if re.search(r"\bat\s+$", sentence.left(rate.start, 6)):
        return any(verb <= mark.start and mark.end <= rate.start for mark in [*sentence.parties, *sentence.products])
    on = AT_ONCE.match(sentence.text, rate.end)
    return bool(on) and _about_goods(sentence, on.end() if on else 0, 25)


def _head(
    sentence: Sentence, start: int, end: int, rate: Mark[Quantity], rates: list[Mark[Quantity]], earlier_rate: Mark[Quantity] | None = None
) -> Head:
    earlier = earlier_rate.what if earlier_rate else earlier_of(sentence, rate, rates)
    return Head(start=start, end=end, indicator="tariff_rate", kind="tariff", rate=rate.what, from_rate=earlier)


def earlier_of(sentence: Sentence, rate: Mark[Quantity], rates: list[Mark[Quantity]]) -> Quantity | None:
    """The rate that `rate` replaces: the next one "from" which it moved."""
    for number, mark in enumerate(rates):
        if not FROM.search(sentence.left(mark.start, 30)):
            continue
        behind = rates[number + 1] if number + 1 < len(rates) else None
        leads_on = behind is not None and FROM_TO.search(sentence.text[mark.end : behind.start]) is not None
        owner = behind if leads_on or number == 0 else rates[number - 1]
        if owner is rate:
            return mark.what
    return None


def _before(sentence: Sentence, start: int, rates: list[Mark[Quantity]]) -> Mark[Quantity] | None:
    """The rate just before the noun: "25 percent tariff", "2.5 percent U.S. car tariff"."""
    before = [mark for mark in rates if mark.end <= start and not FROM.search(sentence.left(mark.start, 30))]
    if not before:
        return None
    mark = before[-1]
    if BEFORE.fullmatch(sentence.text, mark.end, start) and not NOT_A_RATE.match(sentence.text, mark.end):
        return mark
    # "an increase to 30 percent from 25 percent in the duty", "cut to 7.5 percent the duty"
    moved = MOVED_TO.search(sentence.left(mark.start, 40)) and IN_THE_DUTY.fullmatch(sentence.text, mark.end, start)
    return mark if moved else None


def _after(sentence: Sentence, end: int, rates: list[Mark[Quantity]]) -> Mark[Quantity] | None:
    """The rate after it: "tariffs of 25 percent", "duties on Chinese goods rose from 10 to 25 percent"."""
    for mark in rates:
        between = sentence.text[end : mark.start]
        if mark.start >= end and NOUN.search(between):
            return None  # "duties on whiskey, in answer to tariffs of 25 percent": the rate is the nearer one's
        if mark.start >= end and AFTER.fullmatch(between) and not MOVED.search(between) and not FROM.search(between):
            return None if NOT_A_RATE.match(sentence.text, mark.end) else mark
    return None


def _about_goods(sentence: Sentence, end: int, reach: int = 12) -> bool:
    near = [*sentence.parties, *sentence.products]
    return any(0 <= mark.start - end <= reach for mark in near)


LEXICON = Lexicon(
    hint=r"tariff|dut(?:y|ies)|\blev(?:y|ies)|surtax|surcharge|(?:%|per ?cent) (?:more |extra )?on\b|taxed|\btax(?:es)? (?:\$|[A-Z])|charg(?:es?|ed|ing)\b[^.]{0,30}(?:%|per ?cent)|impos(?:es?|ed|ing) \d|\b(?:pay|pays|paid|owe|owes|owed|carry|carries|carried|bear|bears|incur|incurs|attract|attracts|face|faces|faced|charged|assessed) [^.]{0,30}(?:%|per ?cent)|import tax|rates? on",
    find=find,
)
