"""Clauses that go on about a flow told of before without naming it.

"For all of 2006, it was $764 billion." "With Mexico it was $65.6 billion." "China fell 5.7 percent to 1.9 billion SME." "… while those of textiles dipped."
"""

import re
from collections.abc import Iterator, Sequence

from nlp.claims.commodity import is_noun
from nlp.claims.context import PLURALS, Context, Number
from nlp.claims.governor import OPENS
from nlp.claims.head import Head
from nlp.claims.moves import CHANGE, DOWN, UP, find_moves
from nlp.claims.portions import portions
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.records import Claim
from tradeclaims.records.claim import Indicator
from tradeclaims.values import Quantity

_WAS = (
    r"(?:was|is|were|are|had|has been|have been|had been|stood at|totall?ed|came to|come to|amounted to|added up to|worked out at|reached|hit|averaged|accounted for|made up|"
    r"rose|fell|grew|climbed|jumped|dropped|slid|slipped|soared|surged|leapt|leaped|spiked|rebounded|recovered|gained|advanced|expanded|contracted|eased|retreated|weakened|"
    r"slumped|collapsed|plummeted|plunged|declined|narrowed|widened|shrank|increased|decreased|went|doubled|tripled|quadrupled|halved|(?:more than|nearly|almost) (?:doubled|tripled|halved)|"
    r"peaked at|topped out at|bottomed out at|came in at|comes in at|compares|compared|ran to|ran at|topped|exceeded|swelled|ballooned|dipped|edged|inched|ticked|crept|tumbled|sank|turns? into|turned into|becomes?|became|"
    r"totals|comes to|stands at|amounts to|adds up to|reaches|hits|rises|falls|grows|drops|narrows|widens|shrinks|climbs|jumps|slips|averages)"
)
_FIGURE = r"(?:the (?:figures|numbers)|(?:that|the|this) (?:(?:[A-Z]\w+|[\w-]+-(?:quarter|half|year|month)|corresponding|comparable|previous|annual|monthly|quarterly|overall|final|combined|resulting|actual|true|real|correct|eventual|latest) )?(?:figure|number|total|sum|amount|tally|level|result|outcome))"
_SUBJECT = rf"(?:it|they|{_FIGURE}(?:\s+(?:for|in|of)\s+(?:the\s+)?[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?)?|that|this|those|these|(?:(?:their|its|the|import|export) )?(?:total |combined )?(?:value|volumes?|turnover))"
GOES_ON = re.compile(
    rf"\b(?P<subject>{_SUBJECT})(?:,\s[^,;]{{3,30}},)?\s+(?:(?:would|will|could|is set to|is on track to)\s+(?:end|close|finish)\s+(?:the|this)\s+year\b|(?:also\s+|then\s+|still\s+|only\s+|actually\s+|alone\s+|would have\s+|had\s+|has\s+|have\s+)?{_WAS}\b)",
    re.IGNORECASE,
)
EXPECTED = re.compile(
    r"\b(?:expects?|expected|sees?|forecasts?|projects?|projected|predicts?|predicted|wants?|would like|asked|urged|vowed to|promised to)\s+(?P<subject>it|them|the figure)\s+to\s+",
    re.IGNORECASE,
)
"""Before what a flow told of is expected to do: "expects it to shrink to $700 billion"."""

FORESEEN_RATE = re.compile(
    r"\W*(?:[\w'’]+\s+){1,7}?(?:had|were)\s+(?:been\s+)?(?P<subject>expect(?:ed|ing)|forecast(?:ing)?|predict(?:ed|ing)|look(?:ed|ing) for)\s+(?:an?\s+)?(?:\w+er\s+)?"
    r"(?:(?:growth|rise|increase|gain|expansion|drop|fall|decline|decrease|contraction) of [^,;]{0,15}\d[\d.]*\s?(?:percent|per cent|%)|\d[\d.]*\s?(?:percent|per cent|%) (?:growth|rise|increase|gain|drop|fall|decline|decrease))\W*$",
    re.IGNORECASE,
)
"""What was expected of the rate just told: "Analysts had expected growth of 10 percent"."""

THOSE_OF = re.compile(
    r"\b(?:those|that|the one|the ones)\s+(?:of|from|to|with|for|in)\s+(?:the\s+)?(?:(?:members|countries|states)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
SUBJECT_ELSE = re.compile(
    r"\b(?:from|to|with|of|in|by|for|on|at|against|than|when|that|if|because|which|said|says|adding|until|whether)\s+$", re.IGNORECASE
)
ACTS = re.compile(
    r"(?:it|that|they|these|those) (?:is|was|were|are|had|has been|have been) (?:the (?!equivalent|highest|lowest|largest|biggest|smallest)|a (?!record|mere|paltry|modest|meager|meagre|whopping|hefty|staggering|full|cool|healthy|slim|tidy|trifling)|not|un|in|time|clear|necessary|possible|"
    r"(?!(?:totall?ed|reached|amounted|topped|exceeded|averaged|climbed|jumped|dropped|narrowed|widened|increased|decreased|declined|plunged|soared|surged|doubled|tripled|"
    r"halved|slipped|tumbled|slumped|gained|advanced|eased)\b)[a-z]+ed)\b(?! record)",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"\d[\d.,]*\s*(?:billion|million|trillion|bn|mn|percent|per cent|%|points|percentage points|SME)|\w+-point-\w+|doubled|tripled|halved|\bby (?:an?|one|two|three|nearly an?|almost an?|about an?|more than an?)[- ](?:half|thirds?|quarters?|fifths?|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
WITH = re.compile(
    r"^\W*(?:(?:and|but|while|meanwhile|by contrast|likewise),?\s+)?(?:with|to|from|for|in the case of)\s+(?:the\s+)?$", re.IGNORECASE
)
OPENING = re.compile(
    r"^\W*(?:(?:and|but|while|meanwhile|by contrast|in contrast|likewise|similarly|elsewhere|among \w+|only|even|overall|of these|by (?:\w+ )?(?:item|product|destination|country|category|region|sector|market|commodity|origin|source)|neighbou?ring|next came|then came)[,:]?\s+)*(?:the\s+|that of\s+|those of\s+|those from\s+|those to\s+)?$",
    re.IGNORECASE,
)
SHIPPED = re.compile(
    rf"(?:^|[;:]\s+|,\s+(?:(?:and|but|while)\s+)?|^\x01+,?\s+|\x01,\s+|\b(?:in|for|over|during|through) (?:the )?\x01+,?\s+)(?:but\s+|and\s+|meanwhile,\s+|(?:in|for|over|during)\s+)*(?:the\s+|total\s+|such\s+|these\s+|overall\s+|(?:non-)?\x01+\s+)*(?P<noun>shipments|deliveries|purchases|sales)(?:\s+in\s+(?:that|the|this)\s+(?:sector|category|industry))?(?:\s+of\s+(?:[\w-]+\s+){{0,2}}?[\w\x01-]+(?:\s+and\s+[\w\x01-]+)?)?(?:,\s+which\s[^,;]{{3,60}},)?\s+"
    rf"(?=(?:also\s+|then\s+|had\s+|have\s+|has\s+)?{_WAS}\b)",
    re.IGNORECASE,
)
"""Goods on their way that go on about exports or imports: "in the June quarter shipments fell 38 percent". Dates and products are one mark each."""

SUCH = re.compile(
    r"\W*(?:\w+ly,?\s+)?(?:(?:such|these|those|the same)\s+|(?:[\w-]+\s+){1,2}(?:shipments|deliveries|purchases|sales)\b|(?:shipments|deliveries|purchases|sales) of\b)",
    re.IGNORECASE,
)
"""What opens a paragraph and goes on about the flow of the one before it."""

BY_ITEM = re.compile(
    r"\W*by\s+(?:\w+\s+)?(?:items?|products?|destinations?|countr(?:y|ies)|categor(?:y|ies)|regions?|sectors?|markets?|commodit(?:y|ies)|partners?|origin|source),?\s",
    re.IGNORECASE,
)
"""What opens a breakdown of the flow before it."""

PERIOD_FIRST = re.compile(
    r"\W*(?:for|in|over|during|through|so far)\s+(?:the\s+|all of\s+|this\s+)?(?:[\w-]+\s+){1,5}?(?:year|half|quarter|months|20\d\d|19\d\d),?\s+(?:it|they|that|the figure|the total)\s+"
    rf"(?:also\s+|had\s+|has\s+|have\s+)?{_WAS}\b",
    re.IGNORECASE,
)
"""A new paragraph that goes on about the flow before it, for another time: "For the first half, it reached $133.8 billion"."""

LARGE = re.compile(r"\d\s?(?:[mbt]illion|[mb]n|trillion)\b", re.IGNORECASE)
GOODS_NAME = re.compile(r"(?!(?:it|they|this|that|these|those|the|we|he|she|net)\b)[a-z][a-z-]*(?:,? [a-z][a-z-]*)*", re.IGNORECASE)
MOST_WORDS = 6
SOME_GOODS = re.compile(
    r"\W*(?:[\w-]+\s+){0,3}(?:goods|products|equipment|machinery|materials|instruments|components|appliances)\b(?!['’])", re.IGNORECASE
)
"""An unlisted sort of goods by its last noun: "engineering goods fell 13 percent"."""


ONE_OF = re.compile(
    r"\b(?:has|had|have|is|was|shows?|showed|shown|puts?|counts?|counted|runs?|ran|records?|recorded|reports?|reported|sees|found)\s+(?P<one>one)\s+of\s+(?=[^\s\d]{0,3}\d)",
    re.IGNORECASE,
)
"""A balance of the same kind: "census data show one of $17.1 billion"."""

DATES_OWN = re.compile(
    r"(?P<own>['’]s?(?:\s+(?:figure|number|total|reading|tally|result|print))?),?\s+(?=(?:was|is|has been|had been|were|came|stood|totall?ed|reached|hit|at|of)\b|[$€£¥₩]?\d)",
    re.IGNORECASE,
)
"""Behind a date that leaves out its flow: "December's, at $18.8 billion, was the smallest"."""

COMPARED_WITH = re.compile(
    r"\b(?:from|than|with|to|against|versus|vs\.?|of|above|below|over|beat|topped|exceeded|after|following)\s+(?:the\s+)?$", re.IGNORECASE
)
SCOPE_OPENS = re.compile(rf"\W*(?P<scope>goods|services)\s+{_WAS}\b", re.IGNORECASE)
"""Goods or services, of the exports or imports told of last: "Goods were $130.8 billion in July, and services …"."""

OF_WHICH = re.compile(r",?\s+of\s+which\s+(?:the\s+)?$")
PART_DEALT = re.compile(
    r"(?:\s+alone)?\s+(?:supplied|supplies|shipped|ships|sent|sends|sold|sells|provided|provides|contributed|contributes|took|takes|bought|buys|absorbed|had|made up|accounted for)\b"
)
LEVELS = ("currency", "SME", "metric tons", "tons", "vehicles")
TOOK = re.compile(r"(?:\s+(?:alone|itself))?\s+(?:took|takes|bought|buys|absorbed|received|purchased)\b")
SENT = re.compile(r"(?:\s+(?:alone|itself))?\s+(?:supplied|supplies|sent|sends|shipped|ships|sold|sells|provided)\b")
"""Verbs by which a partner goes on about exports, or imports, though a balance was told of since."""

OWN_FLOW = re.compile(r"['’]s?(?:\s+(?P<noun>shipments|deliveries|sales))?(?=\s)")
MOVES_ON = re.compile(rf"\s+(?:also\s+|then\s+|only\s+|had\s+|have\s+)?{_WAS}\b", re.IGNORECASE)
DEALT_BACK = re.compile(
    r"\W*(?:it|the (?:country|nation|bloc|island|kingdom))\s+(?:also\s+|in turn\s+|only\s+)*(?P<act>bought|imported|purchased|sold|exported)(?=\s+[^,;]{0,20}[$€£¥₩])",
    re.IGNORECASE,
)
OTHER_WAY = re.compile(
    r"\b(?:came|went|comes?|goes|flow(?:ed|s)|moved|moves|headed|travell?ed|coming|going)\s+(?:(?:in\s+)?the (?:other|opposite) (?:way|direction)|back)\b",
    re.IGNORECASE,
)
"""Behind goods that were bought where those before were sold: "$77.5 billion came the other way"."""

NEXT_IN_LIST = re.compile(
    r"[)\s]*(?:of (?:that|this|it|them|those|the total)\b)?(?:[,;]\s*)?(?:\s*(?:and|while|but|then|and then|followed by)\s+)?(?:(?:those|that)\s+)?(?:(?:of|for|to|from|with|in)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
OWN_FIGURE = re.compile(
    rf"(?:\s*[(,:]\s*|\s+)(?:(?:{UP}|{DOWN}|took|bought|had|were|was|by|at|to|with|for|an?|about|nearly|almost|around|roughly|another|only|just)\s+)*",
    re.IGNORECASE,
)
"""Between a name of a list and its own figure."""

VERBS_REACH = 60
"""How far behind its subject the figure of such a clause may stand."""


Subject = tuple[int, int, str | None, str | None]
"""(start, end, partner, product) of words that may stand for a flow, with what they change of it."""


PLACE = re.compile(
    r"\b(?:ranked|ranks|came|comes|was|is|in|to|placed|took|finished|stood|\w+)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\b(?!\s+(?:quarter|half|month|year|time))|\bfollowed by\b",
    re.IGNORECASE,
)
"""A place in a ranking told before."""


def goes_on(words: str, context: Context) -> bool:
    """Whether a sentence may go on about the last claim of its paragraph."""
    if context.rank is not None and PLACE.search(words) is not None:
        return True
    told = context.last or _of_paragraph_before(words, context)
    return told is not None and AMOUNT.search(words) is not None


def _of_paragraph_before(words: str, context: Context) -> Claim | None:
    """The exports or imports of the paragraph before, where a new one may go on with what they were made of: "Such shipments fell …"."""
    behind = context.behind
    if context.last is not None or behind is None:
        return None
    if PERIOD_FIRST.match(words):
        return behind
    if behind.indicator not in PLURALS:
        behind = context.sold or context.bought if SUCH.match(words) or BY_ITEM.match(words) else None
    if behind is None:
        return None
    return behind if BY_ITEM.match(words) or SUCH.match(words) or behind.product is not None or LARGE.search(words) else None


def carried_heads(sentence: Sentence, context: Context, heads: list[Head]) -> list[Head]:
    """The heads of clauses that leave their flow out; it is the one before in the sentence, or the last one of the paragraph."""
    if not heads and not goes_on(sentence.text, context):
        return []
    text = sentence.text
    found = [
        *_of_which(sentence, heads),
        *_possessives(sentence, context, heads),
        *_other_way(sentence, context, heads),
        *_dealt_back(sentence, context, heads),
    ]
    told = portions(sentence, context, heads)
    found += [head for head in told if not any(head.start < one.end and one.start < head.end for one in found)]
    heads = [head for head in heads if not any(head.start < one.end and one.start < head.end for one in told)]
    heads = sorted([*heads, *found], key=lambda head: head.start)
    shipped = list(_shipped(sentence, context, heads))
    found += shipped
    for start, end, partner, product in _subjects(sentence, heads, context):
        if any(head.start - end == 1 for head in shipped):
            continue  # "steel shipments" are told of by the noun
        before = [head for head in heads if head.end <= start and head.kind != "rank"]
        behind = min((head.start for head in heads if head.start >= end), default=len(sentence.text))
        changed = product is not None and any(q.end <= start and CHANGE_IN.fullmatch(text, q.end, start) for q in sentence.quantities)
        if any(head.start < end and start < head.end for head in heads) or not (changed or _figure(sentence, end, behind)):
            continue
        if before:
            model = _agreeing(before, text[start:end])
            if model.kind in ("tariff", "share"):
                continue
            if partner is not None and model.indicator == "exports" and FROM_THERE.match(text, start, end):
                found.append(Head(start=start, end=end, indicator="exports", carried=True, owner=partner, plural=True))
                continue
            found.append(
                Head(start=start, end=end, indicator=model.indicator, sign=model.sign, carried=True, partner=partner, product=product)
            )
        elif context.last is not None or (
            (product is not None or PERIOD_FIRST.match(text) or BY_ITEM.match(text)) and _of_paragraph_before(text, context)
        ):
            last = context.antecedent(_number(text[start:end])) if context.last is not None else _of_paragraph_before(text, context)
            assert last is not None
            if partner is not None and last.indicator not in PLURALS:
                last = (TOOK.match(text, end) and context.sold) or (SENT.match(text, end) and context.bought) or last
            plain = context.plain
            if partner is not None and last.product and plain is not None and plain.partners == last.partners != ("WLD",):
                last = plain  # "Shipments to the U.S. fell. Cars were down. Those to China …" are of all goods again
            found.append(
                Head(
                    start=start,
                    end=end,
                    indicator=last.indicator,
                    sign=last.balance_sign,
                    carried=True,
                    partner=partner,
                    product=product,
                    model=last,
                )
            )
    return found


def _possessives(sentence: Sentence, context: Context, heads: list[Head]) -> list[Head]:
    """Countries that stand with an "'s" for the flow named before: "China's shipments fell …, but Vietnam's leapt … and Cambodia's 9.7% …"."""
    found: list[Head] = []
    for mark in sentence.parties:
        behind = OWN_FLOW.match(sentence.text, mark.end)
        before = [head for head in (*heads, *found) if head.end <= mark.start and head.kind in ("noun", "verb")]
        if behind is None or not (before or context.last) or any(h.start < behind.end() and mark.start < h.end for h in heads):
            continue
        shipped = behind.group("noun") is not None
        chained = bool(found) and re.match(r"\s+\S{0,4}\d", sentence.text[behind.end() :]) is not None
        if not (chained or MOVES_ON.match(sentence.text, behind.end())):
            continue
        model = None if before else context.last
        indicator = before[-1].indicator if before else model.indicator if model else "exports"
        following = [h.start for h in heads if h.start >= behind.end()]
        if (shipped and indicator not in PLURALS) or not _figure(sentence, behind.end(), min(following, default=len(sentence.text))):
            continue
        sign = before[-1].sign if before else model.balance_sign if model else None
        found.append(
            Head(
                start=mark.start,
                end=behind.end(),
                indicator=indicator,
                sign=sign,
                carried=True,
                owner=mark.what,
                plural=shipped,
                model=model,
            )
        )
    return found


def _of_which(sentence: Sentence, heads: list[Head]) -> Iterator[Head]:
    """What one partner supplied or took of the flow just told: "imports were worth $40.1 billion, of which China supplied $10.9 billion"."""
    for mark in sentence.parties:
        dealt = PART_DEALT.match(sentence.text, mark.end)
        before = [head for head in heads if head.end <= mark.start and head.indicator in PLURALS and head.kind == "noun"]
        if dealt is None or not before or OF_WHICH.search(sentence.text[: mark.start]) is None:
            continue
        if any(0 <= q.start - dealt.end() <= 15 and q.what.unit in LEVELS for q in sentence.quantities):
            yield Head(start=mark.start, end=dealt.end(), indicator=before[-1].indicator, carried=True, partner=mark.what)


def _other_way(sentence: Sentence, context: Context, heads: list[Head]) -> Iterator[Head]:
    """Goods that came the other way than those of the exports or imports told of before."""
    for hit in OTHER_WAY.finditer(sentence.text):
        before = [head for head in heads if head.end <= hit.start() and head.indicator in PLURALS]
        model = None if before else context.last
        indicator = before[-1].indicator if before else model.indicator if model else "balance"
        if indicator in PLURALS and _figure(sentence, before[-1].end if before else 0, hit.start()):
            other: Indicator = "imports" if indicator == "exports" else "exports"
            yield Head(start=hit.start(), end=hit.end(), indicator=other, kind="verb", carried=True, returned=True, model=model)


def _dealt_back(sentence: Sentence, context: Context, heads: list[Head]) -> Iterator[Head]:
    """What the same country bought or sold in turn: "Brazil sold $14.5 billion of goods to the United States. It bought $13.8 billion."."""
    hit = DEALT_BACK.match(sentence.text)
    last = context.last
    if (
        hit is None
        or heads
        or last is None
        or last.indicator not in PLURALS
        or last.partners == ("WLD",)
        or not _figure(sentence, hit.end(), hit.end() + 30)
    ):
        return
    bought = re.match(r"b|i|p", hit.group("act"), re.IGNORECASE) is not None
    yield Head(
        start=hit.start("act"),
        end=hit.end("act"),
        indicator="imports" if bought else "exports",
        kind="verb",
        carried=True,
        returned=True,
        model=last,
    )


def _number(subject: str) -> Number | None:
    """Singular or plural, as the pronoun says."""
    first = subject.split(maxsplit=1)[0].lower()
    return "plural" if first in ("they", "those", "these", "their") else "singular" if first in ("it", "that", "this", "its") else None


def _agreeing(heads: list[Head], subject: str) -> Head:
    """The last of the heads before a pronoun that agrees with it in number: "they" are exports or imports, "it" is a balance or a trade."""
    number = _number(subject)
    heads = [
        head for head in heads if head.kind != "verb" or head.indicator != "balance"
    ] or heads  # "it" is the shortfall, not who was ahead
    return next((head for head in reversed(heads) if number is not None and (head.indicator in PLURALS) == (number == "plural")), heads[-1])


def _shipped(sentence: Sentence, context: Context, heads: list[Head]) -> Iterator[Head]:
    """Bare shipments that go on about the exports or imports told of last."""
    last = context.last or (_of_paragraph_before(sentence.text, context) if SUCH.match(sentence.text) else None)
    sold = any(head.indicator == "exports" for head in heads)
    if not sold and (last is None or last.indicator not in PLURALS):
        return
    text = sentence.text
    for low, high in [(m.start, m.end) for m in sentence.dates] + [(m.start, m.end) for m in sentence.products]:
        text = text[:low] + "\x01" * (high - low) + text[high:]
    told = last
    for hit in SHIPPED.finditer(text):
        start, end = hit.span("noun")
        last = _of_kind(hit.group("noun"), told, context)
        if (
            hit.group("noun").lower() == "sales"
            and context.last is None
            and not any(q.what.unit == "currency" for q in sentence.quantities)
        ):
            continue
        if all(head.end <= start or end <= head.start for head in heads) and _figure(sentence, end, len(text)):
            bought = hit.group("noun").lower() == "purchases" and any(head.indicator == "exports" and head.end <= start for head in heads)
            indicator = "imports" if bought else last.indicator if last and last.indicator in PLURALS else "exports"
            abroad = last is not None and last.reporter not in (None, context.country) and not sentence.parties
            if (context.last is None or abroad) and last is not None and not heads:
                product = next((m.what for m in sentence.products if m.end <= start or end <= m.start < hit.end()), None)
                yield Head(start=start, end=end, indicator=indicator, carried=True, product=product, model=last)
                continue
            yield Head(start=start, end=end, indicator=indicator, plural=True)


def _of_kind(noun: str, last: Claim | None, context: Context) -> Claim | None:
    """The flow that bare goods on their way go on about where both have been told of: shipments are exports, purchases imports."""
    other = context.bought if noun.lower() == "purchases" else context.sold
    if last is None or other is None:
        return last
    return other if context.last is None or last.partners == other.partners else last


def _subjects(sentence: Sentence, heads: list[Head], context: Context) -> list[Subject]:
    """The subjects that may stand for a flow."""
    text = sentence.text
    found: list[Subject] = []
    for hit in GOES_ON.finditer(text):
        if SUBJECT_ELSE.search(text[: hit.start()]) or ACTS.match(text, hit.start()):
            continue
        if any(head.start < hit.start() for head in heads) and not re.search(
            r"[;:,—–-]\s+(?:\w+\s+){0,6}$|\b(?:and|but)\s+(?:\w+\s+){0,5}$", text[: hit.start()]
        ):
            continue
        opened = _fronted(sentence, hit.start())
        found.append((hit.start(), hit.end("subject"), opened.what if opened else None, None))
    if not heads:
        found += [(*hit.span("subject"), None, None) for hit in EXPECTED.finditer(text)]
    foreseen = FORESEEN_RATE.match(text)
    if foreseen and not heads and context.last is not None and context.last.change_pct is not None:
        found.append((*foreseen.span("subject"), None, None))
    for hit in THOSE_OF.finditer(text):
        named = _named_at(sentence, hit.end()) or _goods_at(sentence, hit)
        if named is not None:
            mark, party = named
            found.append((hit.start(), mark.end, mark.what if party else None, None if party else mark.what))
        elif not heads:
            goods = GOODS_NAME.match(text, hit.end())
            if goods is not None and find_moves(text[hit.end() :]) and hit.group().lower().split()[1] == "of":
                end = hit.end() + find_moves(text[hit.end() :])[0].start
                name = text[hit.end() : end].strip()
                if 0 < len(name.split()) <= MOST_WORDS and GOODS_NAME.fullmatch(name):
                    found.append((hit.start(), hit.end() + len(name), None, name.lower()))
    changed = OPENS.match(text)
    if changed and not heads and context.last and context.last.indicator in ("exports", "imports"):
        found.append((changed.start(), changed.start() + 1, None, None))
    found += _products_moving(sentence, heads)
    for hit in ONE_OF.finditer(text):
        found.append((hit.start("one"), hit.end("one"), None, None))
    for day in sentence.dates:
        behind = DATES_OWN.match(text, day.end - 2 if text[day.end - 2 : day.end] in ("'s", "’s") else day.end)
        if behind is not None and not COMPARED_WITH.search(text[: day.start]):
            found.append((day.start, behind.end("own"), None, None))
    scope = SCOPE_OPENS.match(text)
    if scope and not heads and context.last is not None and context.last.indicator in ("exports", "imports"):
        found.append((*scope.span("scope"), None, None))
    first = min((one[0] for one in found), default=len(text))
    for mark, party in _all_named(sentence):
        if mark.end > first:
            break
        if OPENING.fullmatch(text[: mark.start]) and _moves(sentence, mark, heads):
            found.append((mark.start, mark.end, mark.what if party else None, None if party else mark.what))
            break
    if not found and not heads and (context.item or SOME_GOODS.match(text)):
        found += _goods_of_item(sentence, context)
    return sorted([*found, *_listed_on(sentence, found)], key=lambda one: one[:2])


def _goods_of_item(sentence: Sentence, context: Context) -> list[Subject]:
    """Goods that no list names, in a list of what exports or imports were made of: "• Fuel oil increased $0.2 billion"."""
    moves = find_moves(sentence.text)
    last = context.last or context.behind
    if not moves or sentence.parties or last is None or last.indicator not in PLURALS:
        return []
    hit = re.search(r"[A-Za-z]", sentence.text)
    words = re.sub(r",\s+which\b.*", "", sentence.text[hit.start() : moves[0].start]).strip() if hit else ""
    if (
        not hit
        or not _figure(sentence, moves[0].end, len(sentence.text))
        or len(words.split()) > MOST_WORDS
        or not GOODS_NAME.fullmatch(words)
    ):
        return []
    return [(hit.start(), hit.start() + len(words), None, words.lower())]


def _products_moving(sentence: Sentence, heads: list[Head]) -> list[Subject]:
    """Products whose own rise or fall is told behind a flow.

    "… fell 9.9%, led by a 15% dive in iron ore", "…, with vehicles down 82 percent", "exports of ships rose 5 percent, and mobile phones fell 13 percent".
    """
    flows = [head for head in heads if head.kind == "noun" and head.indicator in PLURALS]
    if not flows:
        return []
    text = sentence.text
    found: list[Subject] = []
    for mark in [m for m in sentence.products if m.start >= flows[0].end]:
        if OTHER_QUALITY.match(text, mark.end) or any(h.start < mark.end and mark.start < h.end for h in heads):
            continue
        rate = any(q.what.unit == "percent" and CHANGE_IN.fullmatch(text, q.end, mark.start) for q in sentence.quantities)
        moved = WITH_MOVE.match(text, mark.end) is not None and WITH_PRODUCT.search(text[: mark.start]) is not None
        before = [head for head in flows if head.end <= mark.start]
        told = any(before[-1].end <= q.start and q.end <= mark.start for q in sentence.quantities)  # "motor vehicles and parts rose" is one
        joined = told and CLAUSE_OPENS.search(text[: mark.start]) is not None and MOVED_BY.match(text, mark.end) is not None
        if rate or moved or (joined and _of_product(sentence, before[-1])):
            found.append((mark.start, mark.end, None, mark.what))
    for hit in NOUNS_CHANGED.finditer(text, found[-1][1]) if found and any(CHANGE_IN.search(text[: one[0]]) for one in found) else ():
        taken = any(start < hit.end("words") and hit.start("words") < end for start, end in sentence.extents())
        if not taken and all(is_noun(word) for word in hit.group("words").split()):
            found.append((*hit.span("words"), None, hit.group("words")))
    for hit in NOUNS_MOVED.finditer(text, flows[0].end):
        before = [head for head in flows if head.end <= hit.start()]
        words = hit.group("words")
        taken = any(start < hit.end("words") and hit.start("words") < end for start, end in sentence.extents())
        told = bool(before) and any(before[-1].end <= q.start and q.end <= hit.start("words") for q in sentence.quantities)
        if (
            not taken
            and told
            and _of_product(sentence, before[-1])
            and all(is_noun(word) or word == "and" for word in words.split()[1:] + words.split()[:1])
        ):
            found.append((*hit.span("words"), None, words))
    return found


def _of_product(sentence: Sentence, head: Head) -> bool:
    """Whether a flow is told of one product: "chip exports", "exports of chips"."""
    return any(
        0 < head.start - m.end <= 1
        or re.fullmatch(r"\s+of\s+(?:[\w-]+\s+){0,2}", sentence.text[head.end : m.start] if m.start > head.end else "x")
        for m in sentence.products
    )


FROM_THERE = re.compile(r"\w+\s+from\s", re.IGNORECASE)
CHANGE_IN = re.compile(rf"\s+(?:[\w-]+\s+)?{CHANGE}\s+(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
WITH_PRODUCT = re.compile(r",\s+(?:and\s+)?with\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
WITH_MOVE = re.compile(
    r"\s+(?:up|down|rising|falling|climbing|dropping|jumping|surging|plunging|gaining|sliding|declining|soaring|tumbling)\s+(?:by\s+)?(?:\w+\s+)?\S?\d",
    re.IGNORECASE,
)
CLAUSE_OPENS = re.compile(r"(?:[,;]|\b(?:and|while|but))\s+(?:(?:and|while|but|those of)\s+)?(?:[a-z]+\s+)?$", re.IGNORECASE)
MOVED_BY = re.compile(rf"\s+(?:were\s+)?(?:{UP}|{DOWN})\s+(?:by\s+)?(?:\w+\s+)?\S?\d", re.IGNORECASE)
NOUNS_CHANGED = re.compile(
    rf"(?:,|\band)\s+(?:an?\s+)?\d[\d.]*\s?(?:%|percent|per cent)\s+{CHANGE}\s+in\s+(?P<words>(?!prices|demand|output|production|sales)[a-z]{{3,}}(?:\s(?!prices|demand|output|production|sales)[a-z]{{3,}})?)(?=[.,;]|\s+(?:and|while|but|in|from)\b|$)"
)
"""A further change of the same row: "a 15% dive in iron ore and a 17% drop in coal"."""

NOUNS_MOVED = re.compile(
    rf"(?:[,;]|\b(?:and|while|but))\s+(?:(?:and|while|but)\s+)?(?P<words>[a-z][a-z-]+(?:\s[a-z][a-z-]+){{0,3}}?(?<!price)(?<!sale)(?<!order)(?<!cost)(?<!job)(?<!profit)(?<!stock)(?<!share)(?<!wage)(?<!rate)(?<!yield)(?<!volume)(?<!value)s)\s+(?:were\s+)?(?:{UP}|{DOWN})\s+(?:by\s+)?\d"
)
"""A clause whose subject is the plural of unknown nouns."""

OTHER_QUALITY = re.compile(
    r"\s+(?:exports?|imports?|shipments?|deliveries|prices?|production|output|demand|sales|orders|stocks?|inventories|investment|consumption|spending|jobs|makers?|producers?|industry|futures|shares?|growers|farmers|firms|companies|costs?|capacity|market|sector)\b",
    re.IGNORECASE,
)
"""Behind a product that is not itself what moved."""


def _fronted(sentence: Sentence, start: int) -> Mark[str] | None:
    """The partner that its clause begins with: "with Canada it shrank to $67.9 billion"."""
    for mark in sentence.parties:
        if mark.end <= start and re.fullmatch(r",?\s+(?:alone,?\s+|itself,?\s+)?", sentence.text[mark.end : start]):
            opening = re.split(r"[;:]|,(?!\d)", sentence.text[: mark.start])[-1]
            return mark if WITH.fullmatch(opening) else None
    return None


def _listed_on(sentence: Sentence, found: Sequence[Subject]) -> list[Subject]:
    """Further partners or products of a list that the last subject opens: "China alone took $18.9 billion, and Canada $19.0 billion"."""
    if not found:
        return []
    _, end, partner, product = max(found, key=lambda one: one[1])
    if partner is None and product is None:
        return []
    more: list[Subject] = []
    for mark, party in _all_named(sentence):
        if mark.start < end or party != (partner is not None):
            continue
        before = [q for q in sentence.quantities if end <= q.start and q.end <= mark.start]
        own = next((q for q in sentence.quantities if q.start >= mark.end), None)
        if (
            before
            and own is not None
            and own.what.unit in FIGURES
            and NEXT_IN_LIST.fullmatch(sentence.text, before[-1].end, mark.start)
            and OWN_FIGURE.fullmatch(sentence.text, mark.end, own.start)
        ):
            more.append((mark.start, mark.end, mark.what if party else None, None if party else mark.what))
            end = mark.end
    return more


def _moves(sentence: Sentence, mark: Mark[str], heads: list[Head]) -> bool:
    """Whether a country or product at the head of the sentence is what rose or fell: its verb comes next, and no flow before its figure."""
    figure = next((q for q in sentence.quantities if q.start >= mark.end and q.what.unit in FIGURES), None)
    if figure is None or figure.start - mark.end > VERBS_REACH:
        return False
    if any(mark.start <= head.start < figure.start for head in heads):
        return False
    between = sentence.text[mark.end : figure.start]
    if _is_priced(sentence, figure) or (any(m is mark for m in sentence.products) and _names_other(between)):
        return False
    plain = re.match(
        r"\s*[:(—–-]|,?(?:\s+alone)?\s+(?:followed(?:\s+with|\s+at)?|with|at|was|were|came to|totall?ed|took|accounted for|bought|purchased|absorbed)\b",
        between,
    )
    supplied = SENT.match(between) is not None and figure.what.unit in LEVELS
    return bool(find_moves(between)) or plain is not None or supplied


def _is_priced(sentence: Sentence, figure: Mark[Quantity]) -> bool:
    """Whether the clause tells a price: "gold rose 1 percent to $1,340 an ounce"."""
    return PER_UNIT.search(sentence.text, figure.start, figure.end + PRICES_REACH) is not None


def _names_other(between: str) -> bool:
    """Whether goods only qualify what rose or fell: "steel production fell"."""
    moves = find_moves(between)
    words = re.findall(r"[A-Za-z-]+", between[: moves[0].start]) if moves and "," not in between[: moves[0].start] else []
    return bool(words) and all(is_noun(word.lower()) and word.lower() not in MOVED for word in words)


MOVED = ("shipments", "deliveries", "sales", "purchases", "products", "parts", "alone", "combined", "together")
PRICES_REACH = 50
PER_UNIT = re.compile(
    r"\d\s*(?:an?|per|/)\s*(?:troy )?(?:ounce|oz|barrel|bbl|tonne|metric ton|ton|bushel|pound|lb|gallon|kilo\w*|kg|litre|liter|share|head)\b",
    re.IGNORECASE,
)
FIGURES = ("currency", "percent", "percentage_points", "SME", "metric tons", "vehicles", "times")


def _figure(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= q.start < end and q.what.unit in FIGURES for q in sentence.quantities)


def _named_at(sentence: Sentence, at: int) -> tuple[Mark[str], bool] | None:
    return next(((mark, party) for mark, party in _all_named(sentence) if mark.start == at), None)


def _goods_at(sentence: Sentence, those: re.Match[str]) -> tuple[Mark[str], bool] | None:
    """The goods of "those of green coffee" or "those of logs": a product behind other words, or nouns that no list names."""
    if not those.group().lower().rstrip().endswith(" of"):
        return None
    for mark in sentence.products:
        if those.end() <= mark.start and re.fullmatch(r"(?:[a-z-]+ ){1,2}", sentence.text[those.end() : mark.start]):
            return mark, False
    at = those.end()
    words: list[str] = []
    for word in re.finditer(r"([a-z-]+)\s*", sentence.text[at : at + 50]):
        if word.start() != sum(len(w) for w in words) or not is_noun(word.group(1)) or len(words) == 2:
            break
        words.append(word.group())
        if MOVES_ON.match(" " + sentence.text[at + word.end() :]):
            break
    end = at + len("".join(words).rstrip())
    return (Mark(at, end, sentence.text[at:end]), False) if words and MOVES_ON.match(sentence.text, end) else None


def _all_named(sentence: Sentence) -> list[tuple[Mark[str], bool]]:
    found = [(mark, True) for mark in sentence.parties] + [(mark, False) for mark in sentence.products]
    return sorted(found, key=lambda one: one[0].start)


def model_of(head: Head, told: list[Claim], context: Context) -> Claim | None:
    """The claim whose flow a carried head goes on about: the sentence's last one, else the paragraph's."""
    if head.returned:
        return next((claim for claim in reversed(told) if claim.indicator in PLURALS), head.model)
    flows = [claim for claim in told if claim.indicator == head.indicator]
    flows = [claim for claim in flows if head.sign is None or claim.balance_sign == head.sign] or flows
    return flows[-1] if flows else head.model or context.last
