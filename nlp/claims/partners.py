"""Who the flow is with, as the words tie it to the flow: by a preposition, told first, pointed back at, or as a list."""

import re

from nlp.claims.context import Context
from nlp.claims.dealings import PLACE
from nlp.claims.head import Head
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.territory import Territory
from nlp.names.agreements import AGREEMENTS
from nlp.names.gazetteer import read_gazetteer

LIST_LINK = re.compile(r"\s*(?:,|and|or|,\s*and|as well as|&)\s*(?:the\s+|with\s+|to\s+|from\s+)?(?:(?:some\s+)?other\s+)?", re.IGNORECASE)
WITHIN = r"(?:(?!\b(?:with|to|from|against|which|that|who|because|while|although|though|(?<!such )as (?!well\b|much\b|far\b|of\b|part\b)|(?:most|much|half|all|some|many|part|third|quarter|percent) of (?:it|them|that|those))\b)[^;:]){0,60}?"

GROUP = (
    r"(?:(?:its|our|their|all its|both its|all of|all|the|just|only|whole|entire|mainland|the rest of the|the rest of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|both|other|remaining|fellow|main|top|largest|biggest|major|leading|key|No\. ?1|number one)\s+)*"
    r"(?:(?:[\w-]+\s+){0,3}(?:economies|countries|nations|(?:member\s+)?states|parties|signatories|markets?|partners?|members|buyers?|customers?|importers?|exporters?|producers?|destinations?|sources?|likes|people|companies|firms|neighbou?rs?|allies|consumers|suppliers?)"
    r"(?:\s+(?:of|in|such as|like|including)\s+(?:the\s+)?|,\s+|(?<=[a-rt-z])\s+))?"
)
"""Words between a preposition and the partners it leads to: "to the crisis-hit economies of", "with its neighbours,"."""

LINKS = {
    "exports": re.compile(rf"{WITHIN}\b(?:to|into|bound for|headed for|in)\s+{GROUP}", re.IGNORECASE),
    "imports": re.compile(rf"(?:(?!\b(?:with|to|against|which|that|who)\b)[^;:]){{0,80}}?(?:\b(?:from|of)\s+{GROUP})", re.IGNORECASE),
    "balance": re.compile(rf"{WITHIN}\b(?:with|against|to|vis-à-vis|over)\s+{GROUP}", re.IGNORECASE),
    "total_trade": re.compile(rf"{WITHIN}\b(?:with|between)\s+{GROUP}", re.IGNORECASE),
}
DIRECT = {
    "exports": re.compile(r"\s+(?:the\s+)?", re.IGNORECASE),
    "imports": re.compile(r"(?:\s+[\w$.,-]+){0,6}?\s+(?:of\s+)?", re.IGNORECASE),
}

ANAPHOR = re.compile(
    r"\b(?:from|to|with|into|against)\s+(?:the|that|this|its|their)\s+(?:(?:same|Asian|European|African|island|southern|northern|neighbou?ring)\s+)*(?:country|nation|market|island|kingdom|bloc|economy|neighbou?r|republic)\b",
    re.IGNORECASE,
)
"""A partner named before: "exports to that market"."""

FRONTED = re.compile(
    r"(?:\s+(?:combined|together|taken together|alone|jointly|by contrast|meanwhile))?(?:,)?\s+(?:(?:we|they|it|there|the (?:country|nation|united states)|america|washington|(?:U\.S\.|US))\s+)?(?:(?:has|have|had|is|was|ran|runs?|posted|alone)\s+)*(?:run\s+)?(?:an?\s+|the\s+|its\s+|our\s+)?$",
    re.IGNORECASE,
)
"""Between a partner told first and the balance with it: "with Japan we had a services surplus"."""

OPENS_WITH = re.compile(
    r"(?:\A|;)\W*(?:(?:and|but|meanwhile|by contrast|in contrast|elsewhere),?\s+)?(?:[Ii]n\s+(?:its\s+|bilateral\s+|goods\s+|merchandise\s+|two-way\s+|total\s+)*trade\s+with|[Ii]n (?:its |their )?dealings with|[Ww]ith|[Aa]s for)\s+(?:the\s+|mainland\s+)?\Z"
)
"""Before a partner that opens a sentence or clause."""

OPENED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:alone|itself)?,\s")
"""Behind such a partner: the comma that closes the opening."""

FRONTED_BY = {
    "balance": re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE),
    "total_trade": re.compile(r"(?:^|[;:,]\s*)\W*(?:(?:and|but|while)\s+)?with\s+(?:the\s+)?$", re.IGNORECASE),
    "exports": re.compile(r"(?:^|[;:,]\s*)\W*(?:(?:and|but|while)\s+)?(?:to|with)\s+(?:the\s+)?$", re.IGNORECASE),
    "imports": re.compile(r"(?:^|[;:,]\s*)\W*(?:(?:and|but|while)\s+)?(?:from|with)\s+(?:the\s+)?$", re.IGNORECASE),
}
"""What leads to a partner told first, by the flow with it."""

WITH_WHICH = re.compile(r",?\s+with (?:which|whom)\s+(?:the\s+|its\s+|our\s+)?", re.IGNORECASE)

SHARED_OBJECT = re.compile(
    r"\s+(?:to|from)\s+and\s+(?:(?:goods|its|their|our)\s+)?(?:ex|im)ports\s+(?:to|from|of)\s+(?:the\s+)?", re.IGNORECASE
)
"""Behind the first of two flows with one partner: "exports to and imports from Brazil"."""

UNLIKE = re.compile(r"\b(?:other|outside|besides|except|excluding|rest|some|several|non-\w+|developing|poor\w*|rich\w*)\b", re.IGNORECASE)
"""Words that make a group another than the one told of."""

BLOCS = frozenset(str(row["id"]) for row in read_gazetteer("blocs"))

THERE = re.compile(r"\s+(?:from\s+|to\s+)?there\b(?!\s+(?:is|are|was|were)\b(?!\s+(?:\w+\s+)?(?:down|up|lower|higher)\b))", re.IGNORECASE)
"""Behind a flow, the place named before: "our exports there"."""

WITH_US = re.compile(r"\s+(?:with|to|from|against)\s+us\b")


def antecedent_of(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Whose goods "imports of which" are: the adjective before them ("Turkish steel bars, U.S. imports of which …")."""
    marks = [m for m in sentence.parties if m.end <= end and end - m.end <= 60 and not is_owned(sentence, m)]
    return (marks[-1].what,) if marks else ()


def party_list(sentence: Sentence, first: Mark[str]) -> list[Mark[str]]:
    """The list that begins with `first`: "the EU, Mexico and China"."""
    marks = [first]
    for mark in sentence.parties:
        if (mark.start == first.start and mark is not first) or (
            mark.start > marks[-1].start and LIST_LINK.fullmatch(sentence.text, marks[-1].end, mark.start)
        ):
            marks.append(mark)
    return marks


def linked(sentence: Sentence, territory: Territory) -> tuple[tuple[str, ...], str | None]:
    """Partners tied to the head by a preposition, and the reporter where the same construction names it ("from China to the US")."""
    head = territory.head
    link = LINKS.get(head.indicator)
    if link is None:
        return (), None
    marks = [m for m in sentence.parties if head.end <= m.start < territory.end]
    both = SHARED_OBJECT.match(sentence.text, head.end)
    shared = both and next((m for m in sentence.parties if m.start == both.end()), None)
    if shared:
        return tuple(dict.fromkeys(m.what for m in party_list(sentence, shared))), None
    if head.kind == "verb" and head.indicator == "balance":
        link = LINKS["exports"]
    for mark in marks:
        tied = link.fullmatch(sentence.text, head.end, mark.start) is not None
        if not tied and PLACE.match(sentence.text, mark.start):
            tied = re.fullmatch(WITHIN, sentence.text[head.end : mark.start], re.IGNORECASE) is not None
        if not tied and head.kind == "verb" and head.indicator in DIRECT:
            tied = DIRECT[head.indicator].fullmatch(sentence.text, head.end, mark.start) is not None
        if tied and not is_owned(sentence, mark):
            partners = tuple(dict.fromkeys(m.what for m in party_list(sentence, mark)))
            return partners, _destination(sentence, head, mark)
    return (), None


def linked_behind(sentence: Sentence, territory: Territory, own: Mark[str]) -> tuple[str, ...]:
    """Partners of a balance told in the relative clause of who has it: "the surplus that Japan ran with the United States"."""
    marks = [m for m in sentence.parties if own.end <= m.start < territory.end]
    first = next((m for m in marks if LINKS["balance"].fullmatch(sentence.text, own.end, m.start) and not is_owned(sentence, m)), None)
    return tuple(dict.fromkeys(m.what for m in party_list(sentence, first))) if first else ()


def told_first(sentence: Sentence, territory: Territory) -> tuple[str, ...]:
    """The partner that stands before its flow: "With Japan we had a services surplus of …", "To Canada, exports were …"."""
    opened = _opening_partner(sentence, territory)
    if opened:
        return opened
    lead = FRONTED_BY.get(territory.head.indicator)
    if lead is None or (territory.head.indicator != "balance" and territory.head.kind != "noun"):
        return ()
    for mark in sentence.parties:
        if mark.end > territory.phrase:
            break
        between = sentence.text[mark.end : territory.phrase]
        if territory.head.indicator == "balance" and WITH_WHICH.fullmatch(between):
            return (mark.what,)
        listed = party_list(sentence, mark)
        between = sentence.text[listed[-1].end : territory.phrase]
        if lead.search(sentence.text[: mark.start]) and FRONTED.fullmatch(between):
            if territory.head.indicator != "balance" and not between.lstrip().startswith(","):
                continue  # "… to Canada the exports"
            return tuple(dict.fromkeys(each.what for each in listed))
    return ()


def _opening_partner(sentence: Sentence, territory: Territory) -> tuple[str, ...]:
    """The partner that the sentence or clause begins with, for every flow told in it: "In trade with China, Japan posted a deficit of …"."""
    for mark in sentence.parties:
        if mark.end > territory.phrase:
            break
        opening = OPENS_WITH.search(sentence.text[: mark.start])
        if opening is None or (";" in sentence.text[mark.end : territory.phrase]):
            continue
        listed = party_list(sentence, mark)
        while listed:
            # "In trade with China, Japan posted a deficit" is no list of two.
            if OPENED.match(sentence.text, listed[-1].end) and not is_owned(sentence, listed[-1]) and listed[-1].end <= territory.phrase:
                return tuple(dict.fromkeys(m.what for m in listed))
            listed = listed[:-1]
    return ()


def group_told(words: str, context: Context, reporter: str | None) -> tuple[str, ...]:
    """The bloc told of last, or the partners of the agreement spoken of, where words name a group by nothing else: "the six partner countries", "the region"."""
    if re.search(r"(?-i:[A-Z])", re.sub(r"(?:Central American|Dominican Republic|U\.S\.|American)", "", words)) or UNLIKE.search(words):
        return ()
    if len(context.partners) == 1 and len(context.partners[0]) > 3:
        return context.partners
    agreement = AGREEMENTS.get(context.agreement or "")
    if agreement is None or reporter != "USA" or len(agreement.partners) < 2:
        return ()
    if agreement.name in BLOCS:
        return (agreement.name,)
    return agreement.partners if len(agreement.partners) == 2 else ()


def pointed_back(sentence: Sentence, territory: Territory, context: Context, own: Mark[str] | None) -> tuple[str, ...]:
    """The partner that "that country" or "the island" stands for: the foreign one named last before it; the country where it is told, of another's flow."""
    hit = THERE.match(sentence.text, territory.head.end) or ANAPHOR.search(sentence.text, territory.head.end, territory.end)
    if WITH_US.match(sentence.text, territory.head.end) and context.country is not None:
        return (context.country,)
    if hit is None:
        return ()
    before = [m.what for m in sentence.parties if m.end <= hit.start() and m.what not in (context.country, "WLD") and len(m.what) == 3]
    before = [what for what in before if own is None or what != own.what]
    if before:
        return (before[-1],)
    home = context.country
    if own is not None and home is not None and own.what != home and (context.last_named in (None, own.what) or context.named_home):
        return (home,)
    return (context.last_named,) if context.last_named else ()


def is_owned(sentence: Sentence, mark: Mark[str]) -> bool:
    """Whether the party only qualifies another word: "to China's neighbours"."""
    return re.match(r"['’]s?\s", sentence.text[mark.end :]) is not None


def _destination(sentence: Sentence, head: Head, partner: Mark[str]) -> str | None:
    """The other end of "shipments from China to the US" and "imports from Korea by the US"."""
    if head.indicator != "imports":
        return None
    for mark in sentence.parties:
        if re.fullmatch(r"\s+(?:to|by|into)\s+(?:the\s+)?", sentence.text[partner.end : mark.start] if mark.start > partner.end else "x"):
            return mark.what
    return None
