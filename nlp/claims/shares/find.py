"""The share statements of a sentence: by the noun "share", by a percentage "of" a flow, and the lists that go on from either."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.claims.head import Head
from nlp.claims.indicators import find_heads
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares.figures import direction_of, following, is_earlier, is_growth, rates
from nlp.claims.shares.holders import ADVERB, HEDGE, NOUN_OF_PLACE, TAIL, TAKES, VERB, goes_to, holder_at, listed, named, subject
from nlp.claims.shares.statement import Holder, Share, Whole
from nlp.claims.shares.wholes import OF, goods_at, whole_at
from tradeclaims.values import Quantity

NOUN = re.compile(r"\b(?:share|slice|portion|proportion|percentage)\b(?!\s+(?:points?|prices?|buyback))", re.IGNORECASE)
POSSESSOR = re.compile(r"(?:['’]s?)?\s+(?:(?:combined|overall|total|own|market|joint|import|export|current)\s+)*\Z", re.IGNORECASE)
ITS = re.compile(
    r"\b(?:its|their|the\s+(?:\w+\s+)?(?:country|nation|island|bloc|kingdom|republic|union|market)['’]s)\s+(?:combined\s+|own\s+|market\s+)*\Z",
    re.IGNORECASE,
)
OF_IN = re.compile(r"\s+(?:of|in|for)\s+(?:the\s+)?", re.IGNORECASE)
GOING = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:(?:is|was|were|are)\s+)?(?:coming|came|comes|going|goes|went|sold|sent|shipped|bound|headed|destined|exported|accounted|held|taken|supplied|imported|sourced|originating|bought|made up)?\s*"
    r"(?:from|to|for|by|with|in)\s+(?:by\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
SENDS = re.compile(
    rf"\b(?P<verb>sends?|sent|sending|ships?|shipped|shipping|sells?|sold|selling|exports|exported|directs?|directed|does|did|do|conducts?|conducted|buys?|bought|buying|gets?|got|getting|sources?|sourced|imports|imported|obtains?|purchases?|purchased|receives?|received)\s+(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
RELIES = re.compile(
    rf"\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?|count(?:s|ed|ing)?)\s+(?:heavily\s+)?(?:on|upon)\s+(?:the\s+)?(?P<whom>[^,;]{{2,40}}?)\s+for\s+(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
OF_A_PART = re.compile(
    r"\b(?:state|province|region|county|city|company|firm|group|maker|plant|factory|industry|sector|unit|producer|manufacturer)(?:,?\s+(?:which|that|who))?\s+\Z",
    re.IGNORECASE,
)
"""Subjects whose flows are no country's."""

OWN = re.compile(r"(?:all\s+|all\s+of\s+)?(?:its|their|our)\b", re.IGNORECASE)
TO_WHOM = re.compile(
    r"(?:\s+(?:abroad|overseas|goods|products))?\s+(?:to|into|from|with|in)\s+(?:the\s+|its\s+|buyers\s+in\s+)*", re.IGNORECASE
)
THERE = re.compile(r"(?:\s+(?:to|from|with))?\s+(?:there|it|them|that country|that market)\b", re.IGNORECASE)
JUST_TOLD = re.compile(
    rf"(?:[,(]\s*(?:{ADVERB}\s+)*|\bor\s+|\bwith\s+|\bat\s+|\bby\s+)(?:(?:and|or|i\.e\.|with|that is|equal to|equivalent to|which\s+is|which\s+was|thus|making\s+it)[,\s]+)*(?:(?:{TAKES})\s+)?(?:{HEDGE})*(?:share\s+of\s+)?\Z",
    re.IGNORECASE,
)
"""Before a share of what has just been told: ", or 31 percent of", ", representing 6.8 percent of", "with 14.6 percent of"."""

ALONE = re.compile(rf",\s*(?:{ADVERB}\s+)*\Z", re.IGNORECASE)
"""Before a participle whose subject is the clause before."""

ELIDED = re.compile(r"\band\s+(?:[a-z]+\s+)?\Z", re.IGNORECASE)
MAKES_UP = re.compile(
    rf"\b(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing))\s+(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"[a-z]+ing\b", re.IGNORECASE)
PARTS = re.compile(r"\s+(?:and|&)\s+(?:[a-z]+\s+)?(?:parts|accessories|components|equipment|products|goods|preparations)\b", re.IGNORECASE)
FRONTED = re.compile(r"\W*of\s+", re.IGNORECASE)
LINK = re.compile(
    r"(?:[\s,;)]*|.{0,45}?[,;)]?\s*)(?:and|while|whereas|followed by|followed closely by|with|but|against|compared with|compared to|versus|well ahead of|ahead of|then|trailed by|next came|than)?,?\s*"
    r"(?:by\s+)?(?:that of\s+|those of\s+|from\s+|to\s+|for\s+|the\s+)*\Z",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?:\s+(?:is|was|came|comes|ranked|ranks|follows|followed)(?:\s+in)?\s+(?:next|first|second|third|fourth|fifth))?[\s,(:]+(?:(?:with|at|for|of|on|to|a|a further|another|about|nearly|{HEDGE.strip()})\s*)*\Z",
    re.IGNORECASE,
)
DID = re.compile(rf"(?:{TAIL.pattern[:-2]})\s+{TAKES}\s+(?:for\s+)?(?:{HEDGE})*(?:share\s+of\s+)?\Z", re.IGNORECASE)
OTHERS = re.compile(r"['’]s?\s+(?:(?:own|combined|market)\s+)?(?:share\s+|slice\s+|portion\s+)?(?:[^,;]{2,70})?\Z", re.IGNORECASE)
MOVED_TO = re.compile(r"\s+[^,;]{0,30}\b(?:to|at)\s+(?:about\s+|nearly\s+|almost\s+|just\s+)*\Z", re.IGNORECASE)
BEHIND = re.compile(
    r"(?:\s+of\s+(?:the\s+total|that|it|them))?\s+(?:(?:went|goes|go|came|comes|come|was|were|are)\s+)?(?:(?:sold|shipped|bound|sent)\s+)?(?:to|from|for|by|in|with)\s+(?:the\s+)?",
    re.IGNORECASE,
)
ONLY_JOINED = re.compile(
    rf"(?:[^,;]{{0,30}}(?=[,;]|\s+and\b))?[\s,;]*(?:in\s+\d{{4}}\s*)?(?:and|but|while|with|compared with|against|versus)?[,\s]*(?:{TAKES}\s+(?:for\s+)?)?"
    rf"(?:(?:is\s+|was\s+)?the\s+(?:destination|market|source|supplier|buyer|customer|home|origin|outlet)\s+(?:for|of|to)\s+)?(?:{HEDGE})*\Z",
    re.IGNORECASE,
)
NO_FLOW = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|measures?|quotas?|sanctions|orders?|exemptions?|companies|firms|businesses)\b[^,;]{0,40}\Z",
    re.IGNORECASE,
)


def find_shares(sentence: Sentence) -> list[Share]:
    """All share statements in text order."""
    if not rates(sentence, 0, len(sentence.text)):
        return []
    heads = find_heads(sentence)
    found: list[Share] = []
    spent: set[int] = set()

    def keep(share: Share | None) -> Share | None:
        if share is not None and not any(q.start in spent for q in share.spent):
            found.append(share)
            spent.update(q.start for q in share.spent)
            return share
        return None

    nouns = list(NOUN.finditer(sentence.text))
    for noun in nouns:
        first = keep(_by_noun(sentence, heads, noun, min((n.start() for n in nouns if n.start() > noun.end()), default=len(sentence.text))))
        _go_on(sentence, heads, first, spent, keep)
    for mark in rates(sentence, 0, len(sentence.text)):
        if mark.start not in spent and mark.what.unit == "percent":
            for share in _row_before(sentence, heads, mark, spent):
                keep(share)
        if mark.start not in spent and mark.what.unit == "percent":
            first = keep(_by_percentage(sentence, heads, mark, found))
            _go_on(sentence, heads, first, spent, keep)
    return sorted(found, key=lambda share: share.at)


def _go_on(sentence: Sentence, heads: Sequence[Head], share: Share | None, spent: set[int], keep) -> None:  # type: ignore[no-untyped-def]
    """The further holders of a list: ", Mexico 14 percent and Canada 13 percent"."""
    while share is not None:
        behind = share.spent[-1].end
        mark = next((q for q in rates(sentence, behind, len(sentence.text)) if q.what.unit == "percent" and q.start not in spent), None)
        share = keep(_next(sentence, heads, share, mark)) if mark else None


def _by_noun(sentence: Sentence, heads: Sequence[Head], noun: re.Match[str], stop: int) -> Share | None:
    """ "China's share of U.S. imports fell to 13.9 percent", "the share of imports that came from China was …", "its share rose 2 points"."""
    text = sentence.text
    holder: Holder | None = None
    start = noun.start()
    owner = next(((m, p) for m, p in reversed(named(sentence, 0, noun.start())) if POSSESSOR.fullmatch(text, m.end, noun.start())), None)
    if owner is not None:
        mark, party = owner
        holder = Holder(parties=tuple(m.what for m in _listed_up_to(sentence, mark))) if party else listed(sentence, 0, mark, party=False)
        start = mark.start
    elif WHOSE.search(text[: noun.start()]):
        last = next((m for m in reversed(sentence.parties) if m.end <= noun.start() and WHOSE.fullmatch(text, m.end, noun.start())), None)
        holder = listed(sentence, 0, last, party=True) if last else None
    elif ITS.search(text[: noun.start()]):
        holder = Holder(pronoun=True)
    elif next_to(sentence, noun.end()):
        holder = Holder(antecedent=True)  # "with a share of 16.2 percent"
    end = noun.end()
    whole: Whole | None = None
    link = OF_IN.match(text, end)
    if link:
        at = re.compile(r"\s+(?:of|in|for)\s+").match(text, end)
        assert at is not None
        inner = holder_at(sentence, link.end()) if holder is None else None
        after = OF_IN.match(text, inner[1]) if inner else None
        if inner and after:
            holder = inner[0]
            whole = whole_at(sentence, heads, after.end())
        elif not any(
            q.start == at.end() or (at.end() <= q.start <= at.end() + 14 and re.fullmatch(rf"(?:{HEDGE})*", text[at.end() : q.start]))
            for q in sentence.quantities
        ):
            whole = whole_at(sentence, heads, at.end())
            if whole is None and inner and (not text[inner[1] : inner[1] + 1].isalpha()):
                holder, whole = inner[0], Whole(start=noun.start(), end=inner[1])
            elif whole is None:
                return None
        if whole is not None:
            end = whole.end
            if holder is None or not holder.named:
                going = next((m for m, _ in named(sentence, end, min(stop, end + 60)) if GOING.fullmatch(text, end, m.start)), None)
                told = holder_at(sentence, going.start) if going else None
                if told:
                    holder, end = told
    if holder is None:
        return None
    told_of = whole or Whole(start=noun.start(), end=noun.end())
    others = [
        h.start for h in heads if h.start >= end and h is not told_of.head and re.search(r"[,;]|\b(?:and|while|but)\b", text[end : h.start])
    ]
    stop = min([stop, *others])
    main = earlier = points = None
    spent: list[Mark[Quantity]] = []
    floor = end
    for rate in rates(sentence, end, stop):
        if rate.what.unit == "percentage_points":
            if main is not None and points is not None:
                break
            points = points or rate
        elif main is None and is_earlier(sentence, floor, rate):
            earlier = earlier or rate
        elif main is None and not is_growth(sentence, floor, rate):
            if spent and any(party for _, party in named(sentence, floor, rate.start)):
                break
            main = rate
        elif main is None:
            return None
        else:
            break
        spent.append(rate)
        floor = rate.end
        if main is rate:
            more_earlier, more_points, more = following(sentence, main, main.end, stop)
            earlier, points = earlier or more_earlier, points or more_points
            spent += more
            floor = spent[-1].end
            break
    if main is None and points is None:
        return None
    return Share(
        start=start,
        end=_region_end(sentence, floor),
        at=(main or points or spent[0]).start,
        behind=max(floor, end),
        whole=told_of,
        holder=holder,
        share=main,
        earlier=earlier,
        points=points,
        direction=direction_of(sentence, end, _region_end(sentence, floor), main, earlier, points),
        spent=tuple(spent),
    )


WHOSE = re.compile(r",?\s+whose\s+(?:(?:combined|overall|total|own|market|joint)\s+)*\Z", re.IGNORECASE)


def next_to(sentence: Sentence, at: int) -> bool:
    """Whether a number follows an "of" at the offset."""
    return any(re.fullmatch(rf"\s+of\s+(?:{HEDGE})*", sentence.text[at : q.start]) for q in rates(sentence, at, at + 60))


def _listed_up_to(sentence: Sentence, mark: Mark[str]) -> list[Mark[str]]:
    """The partners of a list that ends with `mark`: "China and Mexico's combined share"."""
    found = [m for m in sentence.parties if m.start == mark.start]
    if re.search(r"combined|joint|together", sentence.right(mark.end, 25), re.IGNORECASE) is None:
        return found
    for other in reversed([m for m in sentence.parties if m.end <= mark.start]):
        if re.fullmatch(r"\s*(?:,|,?\s*and)\s*(?:the\s+)?", sentence.text[other.end : found[0].start]):
            found.insert(0, other)
    return found


def _region_end(sentence: Sentence, floor: int) -> int:
    """Where the words about a share end: at the joint behind its last number."""
    stop = re.compile(r";|,(?!\d)\s*(?:(?:and|while|but|as|with|making|after|followed)\b)|\b(?:while|whereas|but)\b").search(
        sentence.text, floor
    )
    return stop.start() if stop else len(sentence.text)


def _by_percentage(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], found: Sequence[Share]) -> Share | None:
    """ "24 percent of Canadian exports", with its holder before or behind it."""
    text = sentence.text
    floor = max((q.end for q in sentence.quantities if q.end <= mark.start), default=0)
    link = OF.match(text, mark.end)
    whole = whole_at(sentence, heads, link.end()) if link else None
    if link is None and re.match(r"\s+share\b(?!\s+of)", text[mark.end :]):
        share = re.compile(r"\s+share\b").match(text, mark.end)
        assert share is not None
        whole = Whole(start=mark.end, end=share.end())
    if whole is None and link is not None:
        goods = goods_at(sentence, link.end())
        sold = goes_to(sentence, goods.end) if goods else None
        if goods and sold and goods.owner not in sold[0].parties and sold[0].parties:
            return _made(sentence, mark, goods, sold[0], mark.start, sold[1])
    if whole is None:
        return _fronted(sentence, heads, mark) if not link else None
    if NO_FLOW.search(text[floor : mark.start]):
        return _made(sentence, mark, whole, Holder(), mark.start, whole.end)
    if is_earlier(sentence, floor, mark):
        return None
    frames = (_sent, _gone, _subject, _placed, _told)
    for frame in frames:
        got = frame(sentence, heads, mark, whole, floor)
        if got is not None:
            holder, whole, start, end = got
            return _made(sentence, mark, whole, holder, start, max(end, mark.end))
    if MAKES_UP.search(text[: mark.start]):
        return _made(
            sentence, mark, whole, Holder(), mark.start, whole.end
        )  # held by no country and no product: "private firms accounted for …"
    return None


def _row_before(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], spent: set[int]) -> list[Share]:
    """The shares of a list that names its whole last: "Canada takes 18 percent, Mexico 16 percent and China 8 percent of U.S. exports"."""
    text = sentence.text
    link = OF.match(text, mark.end)
    whole = whole_at(sentence, heads, link.end()) if link and mark.what.unit == "percent" else None
    row: list[Share] = []
    behind = mark
    while whole is not None:
        before = [q for q in rates(sentence, 0, behind.start) if q.start not in spent]
        floor = before[-1].end if before else 0
        last = next(((m, p) for m, p in reversed(named(sentence, floor, behind.start))), None)
        if last is None:
            break
        between = text[last[0].end : behind.start]
        if not BARE.fullmatch(between) and not (DID.fullmatch(between) and row):
            break
        holder = listed(sentence, floor, last[0], party=last[1])
        if holder is None:
            break
        row.insert(0, _made(sentence, behind, whole, holder, last[0].start, whole.end if behind is mark else behind.end))
        if not before or before[-1].what.unit != "percent" or DID.fullmatch(between):
            break
        behind = before[-1]
    return row if len(row) > 1 else []


Got = tuple[Holder, Whole, int, int]
"""Holder, whole, where the words about the share begin, and behind which offset its further numbers may stand."""


def _sent(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "Mexico sends four-fifths of its exports to the United States", "relies on China for 30 percent of its imports"."""
    text = sentence.text
    if not OWN.match(text, whole.start):
        return None
    relies = RELIES.search(text[: mark.start])
    if relies:
        to = holder_at(sentence, relies.start("whom"))
        by = subject(sentence, heads, 0, relies.start())
        return (to[0], _owned_by(whole, by), relies.start(), whole.end) if to else None
    verb = SENDS.search(text[: mark.start])
    if verb is None:
        return None
    by = subject(sentence, heads, floor if floor < verb.start() else 0, verb.start("verb"))
    if by is None and re.search(r"\b(?:and|but|while)\s+(?:\w+\s+)?\Z", text[: verb.start("verb")]):
        by = subject(sentence, heads, 0, _first_verb(sentence))
    if by is None and OF_A_PART.search(text[: verb.start()]):
        return Holder(), whole, verb.start(), whole.end
    there = THERE.match(text, whole.end)
    if there:
        return Holder(pronoun=True), _owned_by(whole, by), verb.start(), there.end()
    for party, _ in named(sentence, whole.end, len(text)):
        if TO_WHOM.fullmatch(text, whole.end, party.start):
            to = holder_at(sentence, party.start)
            return (to[0], _owned_by(whole, by), verb.start(), to[1]) if to else None
    return None


def _first_verb(sentence: Sentence) -> int:
    verb = re.search(SENDS.pattern.split(r")\s+(?:")[0] + ")", sentence.text, re.IGNORECASE)
    return verb.start("verb") if verb else 0


def _owned_by(whole: Whole, by: Holder | None) -> Whole:
    return replace(whole, owner=by.parties[0]) if by and by.parties else whole


def _gone(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "Nearly a third of Taiwan's exports went to the United States"."""
    told = goes_to(sentence, whole.end)
    return (told[0], whole, mark.start, told[1]) if told else None


def _subject(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "Crude oil accounted for 24 percent of Canadian exports"."""
    text = sentence.text
    verb = VERB.search(text[: mark.start])
    if verb is None or (ALONE.search(text[: verb.start()]) and PARTICIPLE.match(text, verb.start())):
        return None
    holder = subject(sentence, heads, floor if floor < verb.start() else 0, verb.start())
    if holder is None and ELIDED.search(text[: verb.start()]):
        holder = Holder(antecedent=True)  # "China is the biggest market and accounts for 9 percent of exports"
    return (holder, whole, min(verb.start(), mark.start), whole.end) if holder else None


def _placed(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "the United States, the destination for 73 percent of Canadian exports"."""
    text = sentence.text
    noun = NOUN_OF_PLACE.search(text[: mark.start])
    if noun is None:
        return None
    before = next(
        (
            m
            for m in reversed(sentence.parties)
            if m.end <= noun.start()
            and re.fullmatch(
                r",?\s+(?:(?:is|are|was|were|remains?|remained|which is|which was|still|together|now)\s+)*(?:the\s+|a\s+)?(?:[a-z]+\s+)?",
                text[m.end : noun.start()],
            )
        ),
        None,
    )
    told = listed(sentence, 0, before, party=True) if before else None
    return (told, whole, noun.start(), whole.end) if told else None


def _told(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity], whole: Whole, floor: int) -> Got | None:
    """ "… reached $253 billion, or 31 percent of all services exports"."""
    if JUST_TOLD.search(sentence.text[: mark.start]) is None:
        return None
    before = next((q for q in reversed(sentence.quantities) if q.end <= mark.start), None)
    if before is not None and before.what.unit == "count" and mark.start - before.end <= 40:
        return Holder(), whole, mark.start, whole.end  # "1.1 million jobs, 4 percent of the total"
    return Holder(antecedent=True), whole, mark.start, whole.end


def _fronted(sentence: Sentence, heads: Sequence[Head], mark: Mark[Quantity]) -> Share | None:
    """ "Of U.S. textile exports in 2018, 29 percent went to Mexico"."""
    opening = FRONTED.match(sentence.text)
    whole = whole_at(sentence, heads, opening.end(), limit=mark.start) if opening else None
    told = goes_to(sentence, mark.end) if whole else None
    return _made(sentence, mark, whole, told[0], 0, told[1]) if whole and told else None


def _made(sentence: Sentence, mark: Mark[Quantity], whole: Whole, holder: Holder, start: int, behind: int) -> Share:
    after = following(sentence, mark, behind, len(sentence.text))
    earlier, points, more = after
    if more and re.search(r";|\b(?:while|whereas|but)\b", sentence.text[behind : more[0].start] if behind < more[0].start else ""):
        earlier, points, more = None, None, []
    last = more[-1].end if more else behind
    return Share(
        start=start,
        end=_region_end(sentence, last),
        at=mark.start,
        behind=max(last, behind),
        whole=whole,
        holder=holder,
        share=mark,
        earlier=earlier,
        points=points,
        direction=direction_of(sentence, behind, last, mark, earlier, points) if more else None,
        spent=(mark, *more),
    )


def _next(sentence: Sentence, heads: Sequence[Head], before: Share, mark: Mark[Quantity]) -> Share | None:
    """The share that follows in a list: another holder's of the same whole, or the same holder's of another whole."""
    text = sentence.text
    floor = before.behind if before.behind < mark.start else before.spent[-1].end
    link = OF.match(text, mark.end)
    joined = ONLY_JOINED.fullmatch(text[floor : mark.start])
    if link:
        whole = whole_at(sentence, heads, link.end())
        if whole is not None and whole.head is not None:
            return _made(sentence, mark, whole, before.holder, mark.start, whole.end) if joined else None
    if any(floor <= h.start < mark.start and h is not before.whole.head and h.kind != "rank" for h in heads):
        return None
    shown = [(m, p) for m, p in named(sentence, floor, mark.start)]
    for place, (last, _) in reversed(list(enumerate(shown))):
        parts = PARTS.match(text, last.end)
        between = text[parts.end() if parts else last.end : mark.start]
        points = rates(sentence, last.end, mark.start)
        plain = not points and (BARE.fullmatch(between) or DID.fullmatch(between) or MOVED_TO.fullmatch(between))
        if plain or OTHERS.fullmatch(between):
            first = next((m for m, _ in shown[: place + 1] if LINK.fullmatch(text[floor : m.start])), None)
            told = holder_at(sentence, last.start)
            if first is None or told is None:
                return None
            if is_growth(sentence, last.end, mark):
                return None
            share = _made(sentence, mark, before.whole, told[0], last.start, mark.end)
            if points:
                moved = direction_of(sentence, last.end, mark.start, mark, None, points[0])
                share = replace(share, points=points[0], direction=moved, spent=(*points, *share.spent))
            elif share.direction is None and OTHERS.fullmatch(between):
                share = replace(share, direction=direction_of(sentence, last.end, mark.start, mark, None, None))
            return share
        break
    behind = next((m for m, _ in named(sentence, mark.end, mark.end + 60) if BEHIND.fullmatch(text, mark.end, m.start)), None)
    told = holder_at(sentence, behind.start) if behind else None
    if told and joined:
        return _made(sentence, mark, before.whole, told[0], mark.start, told[1])
    return None
