"""Shares told by the noun: "China's share of U.S. imports fell to 13.9 percent", "the share of imports that came from China"."""

import re
from collections.abc import Sequence

from nlp.claims.head import Head
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.shares.figures import direction_of, following, is_earlier, is_growth, rates
from nlp.claims.shares.holders import HEDGE, holder_at, listed, named, subject
from nlp.claims.shares.making import region_end
from nlp.claims.shares.statement import Holder, Share, Whole
from nlp.claims.shares.wholes import whole_at
from tradeclaims.values import Quantity

NOUN = re.compile(r"\b(?:share|slice|portion|proportion|percentage)\b(?!\s+(?:points?|prices?|buyback))", re.IGNORECASE)
POSSESSOR = re.compile(r"(?:['’]s?)?\s+(?:(?:combined|overall|total|own|market|joint|import|export|current)\s+)*\Z", re.IGNORECASE)
ITS = re.compile(
    r"\b(?:its|their|the\s+(?:\w+\s+)?(?:country|nation|island|bloc|kingdom|republic|union|market)['’]s)\s+(?:combined\s+|own\s+|market\s+)*\Z",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"(?<!country)(?<!nation)(?<!island)(?<!bloc)(?<!kingdom)(?<!republic)(?<!union)(?<!market)(?:['’]s|s['’])\s+(?:[a-z]+\s+)?\Z",
    re.IGNORECASE,
)
"""Behind a possessor that is neither a country nor a product."""

OF_IN = re.compile(r"\s+(?:of|in|for)\s+(?:the\s+)?", re.IGNORECASE)
GOING = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:(?:is|was|were|are)\s+)?(?:coming|came|comes|going|goes|went|sold|sent|shipped|bound|headed|destined|exported|accounted|held|taken|supplied|imported|sourced|originating|bought|made up)?\s*"
    r"(?:from|to|for|by|with|in)\s+(?:by\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
HAS_LARGEST = re.compile(
    r"\b(?:account(?:s|ed)? for|(?:has|had|h[eo]lds?|t[ao]+k|takes|claim(?:s|ed)|made up|makes up|represent(?:s|ed)))\s+(?:the\s+)?(?:(?:single\s+)?(?:largest|biggest|lion['’]s|highest)|an?\s+(?:\w+\s+)?)\s*\Z",
    re.IGNORECASE,
)
"""Before a share whose holder is the subject: "Canada accounted for the largest share of steel imports at 17 percent"."""

WHOSE = re.compile(r",?\s+whose\s+(?:(?:combined|overall|total|own|market|joint)\s+)*\Z", re.IGNORECASE)


def by_noun(sentence: Sentence, heads: Sequence[Head], noun: re.Match[str], stop: int) -> Share | None:
    """ "China's share of U.S. imports fell to 13.9 percent", "the share of imports that came from China was …", "its share rose 2 points"."""
    text = sentence.text
    holder: Holder | None = None
    start = noun.start()
    owner = next(((m, p) for m, p in reversed(named(sentence, 0, noun.start())) if POSSESSOR.fullmatch(text, m.end, noun.start())), None)
    if owner is not None:
        mark, party = owner
        holder = Holder(parties=tuple(m.what for m in _listed_up_to(sentence, mark))) if party else listed(sentence, 0, mark, party=False)
        start = mark.start
    elif OF_ANOTHER.search(text[: noun.start()]):
        return None  # a firm's, or the share of something else
    elif WHOSE.search(text[: noun.start()]):
        last = next((m for m in reversed(sentence.parties) if m.end <= noun.start() and WHOSE.fullmatch(text, m.end, noun.start())), None)
        holder = listed(sentence, 0, last, party=True) if last else None
    elif ITS.search(text[: noun.start()]):
        holder = Holder(pronoun=True)
    elif (verb := HAS_LARGEST.search(text[: noun.start()])) is not None:
        holder = subject(sentence, heads, 0, verb.start())
    elif _next_to(sentence, noun.end()):
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
            then = _after_relative(sentence, end, rate, stop)
            if then is not None:
                earlier, main = rate, then
                spent.append(rate)
                rate = then
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
        end=region_end(sentence, floor),
        at=(main or points or spent[0]).start,
        behind=max(floor, end),
        whole=told_of,
        holder=holder,
        share=main,
        earlier=earlier,
        points=points,
        direction=direction_of(sentence, end, region_end(sentence, floor), main, earlier, points),
        spent=tuple(spent),
    )


def _after_relative(sentence: Sentence, start: int, rate: Mark[Quantity], stop: int) -> Mark[Quantity] | None:
    """The later share of "China's share, which was 21 percent in 2017, had dropped to 14 percent", where `rate` is the one of the clause."""
    if not re.search(r",\s+which\s+[^,]*\Z", sentence.text[start : rate.start]):
        return None
    then = next((q for q in rates(sentence, rate.end, stop) if q.what.unit == "percent"), None)
    moved = then is not None and re.search(r",[^,]*\b(?:to|at)\s+(?:about\s+|nearly\s+|just\s+)*\Z", sentence.text[rate.end : then.start])
    return then if moved else None


def _next_to(sentence: Sentence, at: int) -> bool:
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
