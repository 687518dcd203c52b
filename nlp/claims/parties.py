"""Whose flow it is, and with whom: read from the words around the head, then from the sentence, then from the text before it."""

import re
from dataclasses import dataclass

from nlp.claims.context import Context
from nlp.claims.dealings import PEOPLE_OF, TRADER_NOUNS, subject_of
from nlp.claims.head import Head
from nlp.claims.movements import THEIRS
from nlp.claims.partners import antecedent_of, group_told, is_owned, linked, linked_behind, party_list, pointed_back, told_first
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.territory import Territory
from nlp.names.agreements import AGREEMENTS
from nlp.names.gazetteer import read_gazetteer
from tradeclaims.records.claim import Indicator

SUBJECT_GAP = re.compile(
    rf"(?:,?\s+(?:which|who))?(?:['’]s)?(?:\s+(?:[a-z]+\s+)?{TRADER_NOUNS})?"
    r"(?:\s+(?:(?:is|are|was|were) (?:forecast|expected|projected|estimated|set|likely|due|seen) to|has|have|had|also|again|still|now|already|only|ran|runs|run|running|posted|posts|recorded|reported|saw|enjoyed|enjoys|suffered|"
    r"counts?|counted|puts?|sees|claims?|claimed|shows?|showed|calculates|reports|own|official|customs|census|trade|data|figures|statistics|numbers|books|"
    r"registered|logged|racked up|booked|incurred|maintained|(?:swung|swings?|swinging|slipped|slips?|slid|moved|returned|returns?|turned|flipped|sank|went)(?: back| again)? (?:to|into|in)|a|an|the|its|persistent|itself|alone|last year|in|turn|will|would|could|government))*\s*$",
    re.IGNORECASE,
)
WORLD = re.compile(
    r"\b(?:overall|(?<!of the )(?<!of that )(?<!of its )(?<!brings the )(?<!bringing the )(?<!to the )total|global|worldwide|world|all countries|rest of the world|foreigners|abroad)\b",
    re.IGNORECASE,
)
WITH = re.compile(r"\s+(?:with\s+)?(?:[a-z]+\s+)?", re.IGNORECASE)
OUR = re.compile(r"\b(?:our|we|us)\b", re.IGNORECASE)
AUXILIARY_GAP = re.compile(
    r"(?:\s+(?:(?:is|are|was|were) (?:forecast|expected|projected|estimated|set|likely|due|seen) to|has|have|had|also|still|now|already|only|each year|every year|last year|that year|always|regularly|together|combined|jointly|both|will|would|could|itself|alone|in turn)|,)*\s*"
)
BY = re.compile(r"\s+by\s+(?:the\s+)?", re.IGNORECASE)
OF_WHICH = re.compile(r"\s+of\s+which\b", re.IGNORECASE)
ANOTHER_CLAUSE = re.compile(r"\b(?:as|while|because|after|although|though|even as|amid|despite|when)\b", re.IGNORECASE)
OPENS_ANOTHER = re.compile(r"(?:;\s+(?:the\s+)?|\bof\s+which\s[^;]{0,80})$")
AFTER_PARAPHRASE = 30
PARAPHRASE_SUBJECT = re.compile(r"(?P<article>(?:the\s+)?)", re.IGNORECASE)
SPENDS = re.compile(
    r"\s+(?:now\s+)?(?:spends?|spent|paid|pays|earns?|earned)\s+[^,;]{0,50}?\b(?:on|for|from)\s+(?:[a-z]+\s+){0,2}", re.IGNORECASE
)
WE = re.compile(r"\bwe\s+(?:also\s+|have\s+)?$", re.IGNORECASE)
THEY = re.compile(r"\b(?:they|it)\s+(?:also\s+|have\s+|has\s+|only\s+)?\Z", re.IGNORECASE)
US_BEHIND = re.compile(r"(?:[^,;]{0,40}?\b(?:from|to))?\s+us\b", re.IGNORECASE)
OUR_GOODS = re.compile(
    r"[^,;]{0,45}?\bof\s+our\s+(?:[a-z]+\s+){0,2}?(?:goods|products|exports|services|merchandise|crops)\b", re.IGNORECASE
)
RELATIVE_VERB = re.compile(r",?\s(?:which|who)\s$")
THEM_BEHIND = re.compile(r"(?:[^,;]{0,40}?\b(?:from|to))?\s+them\b", re.IGNORECASE)
PACT = re.compile(r"\b(?:the|this|that) (?:(?:trade |free[- ]trade )?(?:agreement|pact|deal|accord))\b", re.IGNORECASE)

BETWEEN_TWO = re.compile(
    r"\b(?:between|of) (?:(?:the|these|our) (?:two|2)|both) (?:nations|countries|sides|partners|economies|allies|neighbou?rs)\b",
    re.IGNORECASE,
)
BY_TWO = re.compile(
    r"\b(?:the two(?: \w+)?|both|the) (?:nations|countries|sides|partners|economies|allies|neighbou?rs)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""Two countries as the subject of what they did."""

AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
AMERICAN_SOURCE = re.compile(r"\b(?:OTEXA|Office of Textiles and Apparel|Census Bureau|Commerce Department|Department of Commerce)\b")
"""Whose figures on another country's shipments to the United States are American import figures."""

OBJECT = re.compile(r"\b(?:with|to|from|against|between|by|into)\s+(?:the\s+)?$", re.IGNORECASE)
WORLDS = re.compile(
    r"\b(?:world|global|worldwide)\s+(?:(?:goods|merchandise|services|trade|commercial|total|and|in)\s+){0,3}$", re.IGNORECASE
)
TIME_FIRST = re.compile(r"\W*(?:for|in|over|through|during|so far)\b", re.IGNORECASE)
ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
IMPORT_WORD = re.compile(r"imports?\b|purchases\b", re.IGNORECASE)
TWO_SIDED = re.compile(r"\b(?:bilateral|two-way|mutual|cross-border)\b", re.IGNORECASE)


FROM_WHERE = re.compile(r"(?:\s+of\s+(?:[\w-]+\s+){0,2}?[\w-]+)?\s+from\s+(?:the\s+)?", re.IGNORECASE)
TO_WHERE = re.compile(r"\s+(?:in)?to\s+(?:the\s+)?", re.IGNORECASE)
"""From a flow to where its goods come from, and on to where they go: "garment exports from China to the United States"."""


OTHERS_FIRST = re.compile(
    r"\W*(?:(?:and|but|meanwhile),?\s+)?(?:with|to|from)\s+(?:all\s+|the\s+|its\s+)*other\s+(?:\w+\s+)?(?:countries|nations|partners|markets|economies)\b",
    re.IGNORECASE,
)
"""Partners told first that no name tells: "With other countries, the deficit …"."""

NON_MEMBERS = re.compile(
    r"\b(?:non|extra)-(?:EU|euro|eurozone|euro-area|U\.?S\.?|NAFTA|ASEAN|OPEC)\s+(?:goods\s+|services\s+|trade\s+)?$", re.IGNORECASE
)
"""Before a flow with all but one country or bloc."""


RECORDED_BY = re.compile(
    r"(?:['’]s)?(?:\s+[a-z]+){0,2}?\s+(?:has\s+|have\s+|had\s+)?(?:recorded|records|ran|runs?|reported|reports|counted|counts|posted|posts|shows?|showed|calculated|measured|"
    r"logged|registered|racked up|booked|saw|sees|has|had|have|faces|faced|published|gave|gives)\b"
)
"""Behind whose balance it is: "the $33.1 billion deficit that Washington recorded"."""

COUNT_BEHIND = re.compile(
    r"['’]s?\s+(?:own\s+)?(?:count|figures|reckoning|numbers|tally|data|statistics|books)(?:,\s+(?:however|though|by contrast|meanwhile))?,?\s*(?:the\s+|its\s+|that\s+)?",
    re.IGNORECASE,
)
"""Behind who counts: "By Washington's count, however, the gap was …"."""

BY_ITS_COUNT = re.compile(
    r"\b(?:by|on|in|according to)\s+(?:its|their)\s+(?:own\s+)?(?:count|figures|reckoning|numbers|tally|data|statistics|books),?\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)
"""Behind who counts its own flow: "Delhi's statistics show a smaller one: by its count the surplus was"."""

OF_WHOSE = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
WHOSE_END = re.compile(
    r"\s+(?:to|from|rose|fell|grew|were|was|amounted|totall?ed|reached|climbed|declined|increased|decreased|dropped|stood|came|jumped|shrank)\b"
)
"""Around the country whose exports are told: "exports of the EU28 to the rest of the world"."""

NEXT_ONE = re.compile(r"[,;]\s+(?:(?:and|but|while)\s+)?with\s+", re.IGNORECASE)
THAT = re.compile(r"\s+(?:(?:that|which)\s+)?(?:the\s+)?(?:U\.S\.\s+)?")
BOTH_FLOWS = re.compile(r"^\W*(?:exports\b.*\bimports|imports\b.*\bexports)\b", re.IGNORECASE)
LEFT_WITH = re.compile(
    r"\b(?:left|leaves?|leaving|gave|gives?|giving|hand(?:ed|s|ing)?|saddl(?:ed?|es|ing)|land(?:ed|s|ing)|earn(?:ed|s|ing)|won)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before whose balance it is: "which left China with a surplus of"."""


LEAVES = re.compile(r"\b(?:leav\w+|makes?|making|giv\w+|yield\w*|bring\w*)\s+(?:an?|the)\s+$", re.IGNORECASE)
"""Before a balance that comes out of the ones just told."""


_DEMONYMS = frozenset(word for row in read_gazetteer("countries") for word in row.get("demonyms", ()))

OF_THE_COUNTRY = re.compile(r"\b(?:country|nation|kingdom|republic|bloc)['’]s\s+(?:\w+\s+)?total$", re.IGNORECASE)
"""A country's total, with all others."""


HOSTS = re.compile(r"\b(?:told|tell|telling|urged|lectured)\b[^,.;]*?\b(?:hosts?|counterparts?|leaders?|officials)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Reporter and partners as worded."""

    reporter: str | None
    partners: tuple[str, ...]
    stated: bool
    """Whether the sentence itself names the partners (or says that all are meant)."""

    flow: Indicator | None = None
    """The flow where it is another than the word names: American figures of China's shipments are imports."""

    portion: bool = False
    """Whether it is only a part of the flow told before, which the text goes on about."""


UNNAMED = re.compile(
    r"(?:\s+(?!to\b|from\b|with\b)[\w'’.$£€-]+){0,6}?\s+(?:to|from|with)\s+(?:all\s+)?"
    r"(?:(?:(?:\w+\s+)?(?:countries|nations|economies|markets|destinations|partners)\s+(?:other than|outside|besides|apart from|except|excluding)\b)"
    r"|(?:third|non-member|non-EU|non-euro|third-party) (?:countries|nations|states|markets)\b|the (?P<count>two|three|four|five|six|seven|ten|others|rest)\b(?!\s+(?:[\w-]+\s+)?(?:countries|nations|economies|markets|partners|of|biggest|largest|main|months|years|quarters))|(?:these|those|other|several|some|its other|their other|non-[\w.]+)\s+(?:\w+\s+)?(?:countries|nations|economies|markets|destinations|partners)\b(?!\s*[,:(]|\s+(?:such as|like|including)))",
    re.IGNORECASE,
)
"""Behind a flow with partners that no name tells: "exports to countries other than the United States", "imports from these countries"."""

UNKNOWN_GROUP = re.compile(
    r"(?:\s+(?!to\b|from\b|with\b)[\w'’.$£€-]+){0,4}?\s+(?:to|from|with)\s+(?!(?:the\s+)?(?:foreign|overseas|world|global|international|all|every|both)\b)"
    r"(?:(?:(?!to\b|from\b|with\b|in\b|and\b|trading\b)[\w'’.-]+\s+){1,4}?(?:countries|nations|economies|partners|members|member\s+states|signatories|region|continent)\b"
    r"|(?:countries|nations|economies|places)\s+(?:with|that|where|whose|under|covered)\b"
    r"|(?:[\w-]+\s+){0,3}(?:largest|biggest|top|main|major|leading|principal)\s+(?:[\w-]+\s+)?trading\s+partners\b)"
    r"(?!\s*[:(]|,\s+[A-Z]|\s+(?:such as|like|including))(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w-]*\s*)+)?",
    re.IGNORECASE,
)
"""Behind a flow, a group that is neither a party nor the world: "exports to its six CPTPP partners", "imports from the members of the pact"."""


COUNTRY_NAME = re.compile(
    r"(?:[A-Z][a-z]+ )*[A-Z][a-z]+(?<!ese)(?<!ish)(?<!an)(?<!ian)(?<!ch)(?<!i)|Japan|Taiwan|Pakistan|South Korea|Vietnam"
)
"""A country by its name rather than its adjective; short forms such as "U.S." serve as both."""

COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def read_parties(sentence: Sentence, territory: Territory, context: Context, before: Parties | None) -> Parties:
    """Parties of one head. `before` are those of the head before it in the sentence, which it may share."""
    head = territory.head
    world = WORLDS.search(sentence.text[: head.start])
    if head.kind == "noun" and head.indicator in ("exports", "imports", "total_trade") and world:
        owner = next((m for m in sentence.parties if re.fullmatch(r"(?:['’]s)?\s+", sentence.text[m.end : world.start()] or "x")), None)
        return Parties(reporter=owner.what if owner else "WLD", partners=("WLD",), stated=True)
    if head.kind == "paraphrase":
        told = _of_both_flows(sentence, head, context)
        if told is not None:
            return told
    if head.kind == "verb" and head.indicator in ("exports", "imports"):
        if head.origin or head.destination:
            return _of_movement(sentence, head, context)
        told = _by_agent(sentence, territory) or _jointly(sentence, territory, context) or _they_and_us(sentence, head, context)
        if told is not None:
            return told
    own = _owner(sentence, territory)
    if own is not None and head.indicator == "balance" and _names_gap(sentence, own, head, context):
        return Parties(reporter=context.usual_reporter, partners=(own.what,), stated=True)  # "the China gap"
    unnamed = UNNAMED.match(sentence.text, head.end) if head.kind in ("noun", "verb") else None
    unnamed = unnamed or _unknown_group(sentence, head)
    if unnamed is not None:
        if unnamed.groupdict().get("count") and len(context.partners) == COUNTS.get(unnamed.group("count").lower()):
            return Parties(reporter=own.what if own else _usual(context, (), before), partners=context.partners, stated=True)
        reporter = own.what if own else _usual(context, (), before)
        near = tuple(name for name in context.named if name in context.near and name != reporter)
        if unnamed.groupdict().get("count") and len(near) == COUNTS.get(unnamed.group("count").lower()):
            return Parties(reporter=reporter, partners=near, stated=True)  # "from India, Korea and Taiwan. Imports from the three …"
        return Parties(reporter=reporter, partners=group_told(unnamed.group(), context, reporter), stated=True)
    if head.kind == "noun" and OTHERS_FIRST.match(sentence.text) and sentence.text[territory.start : head.start].count(";") == 0:
        return Parties(reporter=own.what if own else _usual(context, (), before), partners=(), stated=True)
    if head.kind == "noun" and NON_MEMBERS.search(sentence.left(head.start, 40)):
        return Parties(reporter=_usual(context, (), before), partners=(), stated=True)
    partners, reporter = linked(sentence, territory)
    if partners and head.indicator == "balance" and head.kind == "noun":
        first = told_first(sentence, territory)
        if first and NEXT_ONE.search(sentence.text, head.end, territory.end):
            partners = first  # "With China it ran a deficit of $9 billion, and with Germany one of $4 billion"
    if not partners and own is not None and own.start >= head.end:
        partners = linked_behind(sentence, territory, own)
    if not partners and head.kind == "noun" and OF_WHICH.match(sentence.text, head.end):
        partners = antecedent_of(sentence, territory.phrase)
    if not partners:
        partners = told_first(sentence, territory) or pointed_back(sentence, territory, context, own)
    if head.indicator == "total_trade" and not partners:
        pair = _pair(sentence, territory) or _two_sides(sentence, territory, context)
        if pair:
            return _of_pair(pair, context)
    if head.indicator == "total_trade" and len(partners) == 2 and re.search(r"\bbetween\b", sentence.text[head.end : territory.end]):
        return _of_pair(list(partners), context)
    if (
        own is not None
        and head.indicator == "imports"
        and head.kind == "noun"
        and own.start >= territory.phrase
        and not partners
        and own.what != context.country
        and not (own.what == "EU" and context.reporters["EU"])
        and _is_adjective(sentence, own)
    ):
        # "Chinese imports" in another country's text are imports from China; "China cut imports …, and raised Brazilian imports" goes on about China's.
        going_on = before.reporter if before is not None and before.reporter not in (None, own.what) else context.country
        return Parties(reporter=going_on, partners=(own.what,), stated=True)
    if (
        head.indicator == "imports"
        and reporter
        and len(partners) == 1
        and partners[0] == context.country
        and head.plural
        and not IMPORT_WORD.match(sentence.text, head.start)
    ):
        # "Shipments from India to the US", told in India.
        return Parties(reporter=partners[0], partners=(reporter,), stated=True, flow="exports")
    if own is None and head.kind == "noun" and head.indicator == "exports":
        origin = next((m for m in sentence.parties if FROM_WHERE.fullmatch(sentence.text, head.end, m.start)), None)
        if origin is not None and not is_owned(sentence, origin):
            reporter = origin.what
            to = next((m for m in sentence.parties if TO_WHERE.fullmatch(sentence.text, origin.end, m.start)), None)
            partners = tuple(dict.fromkeys(m.what for m in party_list(sentence, to))) if to is not None else partners
    if own is None and head.kind == "verb" and WE.search(sentence.left(head.start, 12)):
        reporter = context.country
    if own is not None:
        reporter = own.what
        context.reporters[own.what] += 1
    partners = tuple(p for p in partners if p != reporter)
    if (
        reporter not in (None, "USA")
        and partners == ("USA",)
        and head.indicator == "exports"
        and context.country in (None, "USA")
        and AMERICAN_SOURCE.search(sentence.text)
    ):
        return Parties(reporter="USA", partners=(str(reporter),), stated=True, flow="imports")
    if reporter is None:
        reporter = _usual(context, partners, before)
    if partners:
        return Parties(reporter=reporter, partners=partners, stated=True)
    return _without_partner(sentence, territory, context, before, reporter, owned=own is not None)


def _of_both_flows(sentence: Sentence, head: Head, context: Context) -> Parties | None:
    """ "Japan sold the United States $67.6 billion more than it bought from it": the subject, and the party sold to or bought from."""
    before = [m for m in sentence.parties if m.end <= head.start and not OBJECT.search(sentence.text[: m.start])]
    inside = [m for m in sentence.parties if head.start <= m.start < head.end + AFTER_PARAPHRASE and not is_owned(sentence, m)]
    acts = PARAPHRASE_SUBJECT.match(sentence.text, head.start)
    if acts and inside and inside[0].start == acts.end("article"):
        before, inside = inside[:1], inside[1:]  # "more than $100 billion that Japan sells …": the subject stands inside
    subject = next(
        (
            m.what
            for m in reversed(before)
            if AUXILIARY_GAP.fullmatch(sentence.text, m.end, head.start) or PEOPLE_OF.fullmatch(sentence.text, m.end, head.start)
        ),
        None,
    )
    if subject is None:
        subject = context.country if OUR.search(sentence.text[max(0, head.start - 20) : head.start]) or not before else before[-1].what
    partners = [m for m in inside if m.what != subject]
    if (
        not partners
        and subject != context.country
        and context.country
        and re.search(r"\b(?:us|our)\b", sentence.text[head.start : head.end + 12])
    ):
        return Parties(reporter=subject, partners=(context.country,), stated=True)
    if not partners:
        return None
    return Parties(reporter=subject, partners=tuple(dict.fromkeys(m.what for m in party_list(sentence, partners[0]))), stated=True)


def _of_movement(sentence: Sentence, head: Head, context: Context) -> Parties:
    """Goods that came from one country and went to another: imports of the second where it tells of them, else exports of the first."""
    origin, destination = head.origin or context.country, head.destination or context.country
    if origin == THEIRS:
        origin = context.last_named
    told_by = "USA" if AMERICAN_SOURCE.search(sentence.text) else context.country
    if destination == told_by and origin != destination:
        return Parties(reporter=destination, partners=(origin,) if origin else (), stated=True, flow="imports")
    return Parties(reporter=origin, partners=(destination,) if destination and destination != origin else (), stated=True)


def _they_and_us(sentence: Sentence, head: Head, context: Context) -> Parties | None:
    """ "They sold us $539 billion, and we sold them $120 billion": our country, and the foreign one spoken of."""
    ours_taken = OUR_GOODS.match(sentence.text, head.end) if RELATIVE_VERB.search(sentence.left(head.start, 8)) else None
    buyer = next((m.what for m in reversed(sentence.parties) if m.end <= head.start), None)
    if ours_taken and context.country and buyer not in (None, "WLD", context.country):
        return Parties(
            reporter=context.country, partners=(str(buyer),), stated=True, flow="exports"
        )  # "Australia, which took $13.9 billion of our goods"
    theirs = THEY.search(sentence.text, 0, head.start) and US_BEHIND.match(sentence.text, head.end)
    ours = WE.search(sentence.left(head.start, 12)) and THEM_BEHIND.match(sentence.text, head.end)
    if context.country is None or not (theirs or ours):
        return None
    before = [m.what for m in sentence.parties if m.end <= head.start and m.what not in (context.country, "WLD")]
    after = [m.what for m in sentence.parties if m.start >= head.end and m.what not in (context.country, "WLD")]
    foreign = next((c for c in (*reversed(before), *context.partners, context.last_named, *after) if c and c != "WLD"), None)
    if foreign is None:
        return None
    sides = (foreign, context.country) if theirs else (context.country, foreign)
    return Parties(reporter=sides[0], partners=(sides[1],), stated=True)


def _by_agent(sentence: Sentence, territory: Territory) -> Parties | None:
    """ "French wine, $1.7 billion of which was imported by the United States": the agent, and whose goods they are."""
    head = territory.head
    agent = next((m for m in sentence.parties if BY.fullmatch(sentence.text, head.end, m.start)), None)
    if agent is None:
        return None
    tied = tuple(p for p in linked(sentence, territory)[0] if p != agent.what)
    partners = tied or tuple(p for p in antecedent_of(sentence, head.start) if p != agent.what)
    return Parties(reporter=agent.what, partners=partners, stated=True) if partners else None


def _unknown_group(sentence: Sentence, head: Head) -> re.Match[str] | None:
    if head.kind not in ("noun", "verb"):
        return None
    hit = UNKNOWN_GROUP.match(sentence.text, head.end)
    return None if hit is None or any(hit.start() <= mark.start < hit.end() for mark in sentence.parties) else hit


def _jointly(sentence: Sentence, territory: Territory, context: Context) -> Parties | None:
    """ "Canada and Mexico took $564 billion of U.S. goods": several subjects are the partners of the one they deal with."""
    head = territory.head
    marks = [m for m in sentence.parties if territory.start <= m.start and m.end <= head.start]
    lists = [list_ for m in marks if len(list_ := party_list(sentence, m)) > 1 and list_[-1].end <= head.start]
    if not lists or OBJECT.search(sentence.text[: lists[0][0].start]):
        return None
    subjects = lists[0]
    if not (
        AUXILIARY_GAP.fullmatch(sentence.text, subjects[-1].end, head.start)
        or PEOPLE_OF.fullmatch(sentence.text, subjects[-1].end, head.start)
    ):
        return None
    names = tuple(dict.fromkeys(m.what for m in subjects))
    others = [m.what for m in sentence.parties if head.end <= m.start < territory.end and m.what not in names]
    other = others[0] if others else context.country
    if other is None or other in names or len(set(others)) > 1:
        return None
    return Parties(reporter=other, partners=names, stated=True, flow="imports" if head.indicator == "exports" else "exports")


def _usual(context: Context, partners: tuple[str, ...], before: Parties | None) -> str | None:
    """The reporter where nobody is named: the neighbour's, else the document's usual one."""
    if before and before.reporter not in partners:
        return before.reporter
    return usual_reporter(context, partners)


def usual_reporter(context: Context, partners: tuple[str, ...]) -> str | None:
    """The document's usual reporter, else the likeliest country that is none of the partners."""
    usual = context.usual_reporter
    if usual not in partners:
        return usual
    others = [
        context.last.reporter if context.last is not None and context.country in partners else None,
        *(p for p in context.partners if p != "WLD"),
        context.topic,
        *(r for r, _ in context.reporters.most_common(1)),
        context.last_named,
        "USA",
    ]
    return next((other for other in others if other and other not in partners), None)


def _without_partner(
    sentence: Sentence, territory: Territory, context: Context, before: Parties | None, reporter: str | None, *, owned: bool
) -> Parties:
    """Partners that the head leaves out: the neighbour's, an agreement's, the paragraph's, the document's, else the world."""
    near = sentence.text[territory.phrase : territory.end]
    hosts = HOSTS.search(sentence.text)
    if hosts and territory.head.indicator == "balance":
        addressed = [m.what for m in sentence.party_in(hosts.start(), hosts.end()) if m.what != reporter]
        if len(addressed) == 1:
            return Parties(reporter=reporter, partners=(addressed[0],), stated=True)
    world = WORLD.search(sentence.text[max(territory.start, territory.phrase - 12) : min(territory.end, territory.head.end + 40)])
    leaves = LEAVES.search(sentence.text[: world.start() + max(territory.start, territory.phrase - 12)]) if world else None
    if world and leaves and world.group().lower() == "overall" and before is not None and before.partners not in ((), ("WLD",)):
        world = None
    if world and (
        BETWEEN_TWO.search(near)
        or (
            territory.head.indicator == "total_trade"
            and world.group().lower() == "total"
            and not OF_THE_COUNTRY.search(sentence.text[: world.end()])
        )
    ):
        world = None
    bought = context.last if before is None else None
    if (
        territory.head.kind == "verb"
        and territory.head.indicator == "exports"
        and bought is not None
        and bought.indicator == "imports"
        and bought.reporter not in (None, reporter)
        and bought.product is not None
        and reporter is not None
        and not world
    ):
        # "US apparel imports slipped … China shipped clothing worth $3 billion": a part of what was imported.
        context.reporters[reporter] -= 1
        return Parties(reporter=bought.reporter, partners=(reporter,), stated=True, flow="imports", portion=True)
    shared = before is not None and before.reporter == reporter and before.partners not in ((), ("WLD",))
    beside = (
        before is not None and before.partners == ("WLD",) and before.reporter != reporter
    )  # "Thailand's rice exports …, and Vietnam exports …"
    if territory.head.kind == "verb" and reporter != context.country and context.country and not world and not beside and not shared:
        # "China bought $2 billion of farm goods", told in the United States: from the United States.
        return Parties(reporter=reporter, partners=(context.country,), stated=False)
    through = before is None and not world and _goes_through(sentence, context)
    if (
        context.told_total
        and before is None
        and not world
        and not through
        and territory.head.indicator != "balance"
        and territory.head.kind == "noun"
    ):
        return Parties(reporter=reporter, partners=("WLD",), stated=False)  # a report on the total comes back to it
    if through and context.last is not None and reporter not in context.last.partners:
        return Parties(reporter=reporter, partners=context.last.partners, stated=False)
    if before and before.partners and not world:
        if reporter in before.partners and before.reporter:
            return Parties(reporter=reporter, partners=(before.reporter,), stated=before.stated)
        return Parties(reporter=reporter, partners=before.partners, stated=before.stated)
    told = context.last
    if owned and before is None and told is not None and told.product and told.reporter == reporter and not sentence.products and not world:
        return Parties(
            reporter=reporter, partners=("WLD",), stated=False
        )  # "dairy exports to China …. New Zealand exports rose 11 percent"
    pact = bilateral_partner(sentence, reporter)
    if pact and not world:
        return Parties(reporter=reporter, partners=(pact,), stated=True)
    if owned and context.world and not PACT.search(near):
        return Parties(reporter=reporter, partners=("WLD",), stated=False)
    if (
        context.world
        and not world
        and before is None
        and TIME_FIRST.match(sentence.text)
        and any(d.start < territory.head.start for d in sentence.dates)
    ):
        return Parties(reporter=reporter, partners=("WLD",), stated=False)
    if not world and (not context.several or _goes_through(sentence, context)):
        if context.partners and context.partners != ("WLD",):
            if reporter not in context.partners:
                return Parties(reporter=reporter, partners=context.partners, stated=False)
            if context.country and context.country != reporter:
                return Parties(reporter=reporter, partners=(context.country,), stated=False)
        topic = context.main_topic if owned and not context.told_near else context.topic
        if topic and _named_only_behind(sentence, territory, topic, context):
            topic = None
        if topic and topic != reporter and reporter in (context.country, None):
            return Parties(reporter=reporter, partners=(topic,), stated=False)
        if PACT.search(sentence.text) and context.country not in (None, "USA") and reporter == context.country:
            # Every agreement we know is one with the United States.
            sides = ("USA", context.country) if territory.head.indicator == "total_trade" else (context.country, "USA")
            return Parties(reporter=sides[0], partners=(str(sides[1]),), stated=False)
        if PACT.search(near) and not context.partners:
            return Parties(reporter=reporter, partners=(), stated=False)
    if not world and BETWEEN_TWO.search(near):
        others = {m.what for m in sentence.parties if m.what != reporter}
        if len(others) == 1:
            return Parties(reporter=reporter, partners=tuple(others), stated=True)
    if not world and TWO_SIDED.search(near):
        return Parties(reporter=reporter, partners=(), stated=False)
    return Parties(reporter=reporter, partners=("WLD",), stated=world is not None)


def _named_only_behind(sentence: Sentence, territory: Territory, country: str, context: Context) -> bool:
    """Whether a country is first named with a later flow of the sentence: "imports came to $27 billion, of which China shipped …"."""
    marks = [m for m in sentence.parties if m.what == country]
    opens = all(m.start >= territory.head.end and OPENS_ANOTHER.search(sentence.text[: m.start]) for m in marks)
    opens = opens or all(
        ANOTHER_CLAUSE.search(sentence.text, territory.head.end, m.start) and not OBJECT.search(sentence.text[: m.start]) for m in marks
    )
    return len(marks) == context.named[country] and opens


def _goes_through(sentence: Sentence, context: Context) -> bool:
    """ "The deficit with Japan rose to … Exports fell to … and imports rose to …": both flows told behind one partner's balance are that partner's."""
    last = context.last
    if last is None or last.indicator != "balance" or len(last.partners) != 1:
        return False
    return all(told.partners == last.partners for told in context.spoken) and BOTH_FLOWS.search(sentence.text) is not None


def bilateral_partner(sentence: Sentence, reporter: str | None) -> str | None:
    """The single partner of an agreement named in the sentence."""
    for mark in sentence.agreements:
        partners = AGREEMENTS[mark.what].partners if mark.what in AGREEMENTS else ()
        if len(partners) == 1 and partners[0] != reporter:
            return partners[0]
    return None


def _is_adjective(sentence: Sentence, mark: Mark[str]) -> bool:
    """Whether a party is named by its adjective: "Chinese imports" may be those from China, "US imports" are the United States' own."""
    return sentence.text[mark.start : mark.end].title() in _DEMONYMS and not re.match(r"['’]s?\b", sentence.text[mark.end :])


def _owner(sentence: Sentence, territory: Territory) -> Mark[str] | None:
    """The party inside the noun phrase ("Korea's surplus", "U.S. exports") or the subject that has, runs or buys it."""
    head = territory.head
    inside = [m for m in sentence.parties if territory.phrase <= m.start and m.end <= head.start]
    if head.indicator == "total_trade":
        # "China's trade with Africa"; but "U.S.-China trade" and "trade with China" have no owner.
        inside = [m for m in inside if is_owned(sentence, m)]
    if inside and not _joined(sentence, inside):
        return inside[-1] if len(inside) == 1 else inside[0]
    if head.indicator == "balance" and ITS.match(sentence.text, territory.phrase):
        clause = max((hit.end() for hit in re.finditer(r";|\b(?:while|whereas|but)\b", sentence.text[: territory.phrase])), default=0)
        subjects = [
            m
            for m in sentence.parties
            if clause <= m.start and m.end <= territory.phrase and not OBJECT.search(sentence.text[: m.start]) and not is_owned(sentence, m)
        ]
        if subjects:
            return subjects[-1]
    if (
        head.kind == "verb"
        and sentence.text[head.start : head.end].lower().endswith("ing")
        and re.search(r",\s+$", sentence.left(head.start, 3))
    ):
        return subject_of(sentence, head.start)
    if head.kind == "noun" and head.plural and head.indicator in ("exports", "imports"):
        behind = next((m for m in sentence.parties if m.start > head.end and OF_WHOSE.fullmatch(sentence.text, head.end, m.start)), None)
        if behind is not None and WHOSE_END.match(sentence.text, behind.end) and not _is_adjective(sentence, behind):
            return behind
    whose = next((m for m in sentence.parties if COUNT_BEHIND.fullmatch(sentence.text, m.end, territory.phrase)), None)
    if (
        whose is not None
        and head.kind == "noun"
        and re.search(r"\b(?:by|on|in|according to)\s+(?:the\s+)?$", sentence.left(whose.start, 16), re.IGNORECASE)
    ):
        return whose
    counted = BY_ITS_COUNT.search(sentence.text[: territory.phrase])
    if counted and head.kind == "noun":
        counting = [m for m in sentence.parties if m.end <= counted.start()]
        if counting:
            return counting[-1]
    if head.kind == "noun" and head.indicator == "balance":
        recorder = _recorder(sentence, head)
        if recorder is not None:
            return recorder
    start = territory.phrase if head.kind != "verb" else head.start
    for mark in reversed([m for m in sentence.parties if m.end <= start]):
        if OBJECT.search(sentence.text[: mark.start]):
            continue
        if head.kind == "verb" and mark.start >= territory.start and PEOPLE_OF.fullmatch(sentence.text, mark.end, start):
            return mark
        if mark.start >= territory.start and (
            SPENDS.fullmatch(sentence.text, mark.end, start) or SPENDS.fullmatch(sentence.text, mark.end, head.start)
        ):
            return mark
        if mark.start >= territory.start and SUBJECT_GAP.fullmatch(sentence.text, mark.end, start):
            return mark
        if head.indicator == "balance" and LEFT_WITH.search(sentence.text[: mark.start]) and WITH.fullmatch(sentence.text, mark.end, start):
            return mark
    return None


def _recorder(sentence: Sentence, head: Head) -> Mark[str] | None:
    """Who has the balance, told in a relative clause behind it: by its country, or by the source of its figures."""
    that = THAT.match(sentence.text, head.end)
    source = AMERICAN_SOURCE.match(sentence.text, that.end()) if that else None
    marks = [m for m in sentence.parties if m.start >= head.end and THAT.fullmatch(sentence.text, head.end, m.start)]
    marks += [Mark(*source.span(), "USA")] if source else []
    return next((m for m in marks if RECORDED_BY.match(sentence.text, m.end)), None)


def _names_gap(sentence: Sentence, own: Mark[str], head: Head, context: Context) -> bool:
    """Whether the bare name of another country says which of one's own balances it is: "the China deficit", not "the Chinese surplus"."""
    name, gap = sentence.text[own.start : own.end], sentence.text[own.end : head.start]
    if own.what in (context.usual_reporter, "WLD") or not COUNTRY_NAME.fullmatch(name.title() if sentence.span.quote.isupper() else name):
        return False
    if re.search(r"\b[Tt]he\s$", sentence.text[: own.start]) or (own.start == 0 and not sentence.span.quote.isupper()):
        return re.fullmatch(r"\s+(?:(?:trade|goods)\s+)?", gap) is not None
    opens = own.start == 0 or re.search(r"[;,:]\s+$", sentence.text[: own.start]) is not None
    return opens and head.sign == "deficit" and gap.isspace()  # "…; CHINA DEFICIT AT $26.9 BLN"


def _joined(sentence: Sentence, marks: list[Mark[str]]) -> bool:
    return len(marks) == 2 and sentence.text[marks[0].end : marks[1].start] in ("-", "–", "/")


def _pair(sentence: Sentence, territory: Territory) -> list[str] | None:
    """The two sides of "U.S.-China goods trade"."""
    begin = territory.start if territory.head.kind == "verb" else territory.phrase
    marks = [m for m in sentence.parties if begin <= m.start and m.end <= territory.head.start]
    if len(marks) == 2:
        return [mark.what for mark in marks]
    return None


def _two_sides(sentence: Sentence, territory: Territory, context: Context) -> list[str] | None:
    """Who "the two countries" are: two named in the sentence, else those of the last flow, else the document's own and what it is about."""
    head = territory.head
    subject = head.kind == "verb"
    said = BY_TWO.search(sentence.text[: head.start]) if subject else BETWEEN_TWO.search(sentence.text, territory.phrase, territory.end)
    before = [m for m in sentence.parties if m.end <= head.start]
    if subject and len(before) > 1 and AND.fullmatch(sentence.text[before[-2].end : before[-1].start]):
        return [before[-2].what, before[-1].what]
    if said is None:
        return None
    named = list(dict.fromkeys(m.what for m in sentence.parties if m.what != "WLD"))
    if len(named) == 2:
        return named
    last = context.last or context.behind
    if not named and last is not None and last.reporter and len(last.partners) == 1 and last.partners != ("WLD",):
        return [last.reporter, *last.partners]
    told = [party for party in context.named if len(party) == 3 or party == "EU"]
    if context.country is not None and len(told) == 1:
        return [context.country, told[0]]
    return told if len(told) == 2 and not named else None


def _of_pair(pair: list[str], context: Context) -> Parties:
    reporter = context.country if context.country in pair else "USA" if "USA" in pair else pair[0]
    return Parties(reporter=reporter, partners=tuple(p for p in pair if p != reporter), stated=True)
