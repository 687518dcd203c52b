"""Trade balances: deficit, surplus, gap, shortfall, imbalance, and their paraphrases ("bought $X more than they sold")."""

import re
from collections.abc import Iterator

from nlp.claims.commodity import is_noun
from nlp.claims.dealings import is_country_acting
from nlp.claims.head import Head, Lexicon, Sign, words
from nlp.claims.sentence import Sentence

NOUN = words("deficits?|surplus(?:es)?|gaps?|shortfalls?|imbalances?|red ink")
STRONG_LEFT = re.compile(
    r"\b(?:trade|goods|merchandise|services|commercial|bilateral|goods[- ]and[- ]services|u\.s\.-[a-z]+)[\s-]+(?:(?!financ|credit|budget|polic|skill|infrastructur)\w+\s)?$",
    re.IGNORECASE,
)
OTHER_LEFT = re.compile(
    r"\b(?:budget\w*|fiscal|federal|current[- ]accounts?|primary|structural|government|public|state|municipal|city|funding|financing|financial|spending|"
    r"attention|skills?|gender|wage|pay|income|wealth|output|savings?|revenue|tax|pensions?|generation|cash|credibility|democratic|capacity|labou?r|"
    r"age|education\w*|achievement|racial|technology|digital|infrastructure|housing|price|yield|interest[- ]rate|stop|twin|operating|calorie|trust|"
    r"investment|capital[- ]account|payments|oil|crude|inventory|supply|rainfall|talent)(?:[\s-]+(?:and|or)[\s-]+\w+)?[\s-]+$",
    re.IGNORECASE,
)
OTHER_RIGHT = re.compile(
    r"[\s-]+(?:hawks?|disorder|spending|reduction|year|funds?|capacity|steel|labou?r|workers|food|property|stocks?|supplies|between (?!the (?:two|u\.?s)|(?:the )?[A-Z])|"
    r"of (?:workers|labou?r|housing|skills|trust))",
)
BUDGET = re.compile(
    r"\b(?:budget|fiscal(?!\s(?:year\b|['’]?\d))|federal (?:deficit|government)|treasury|current[- ]account|congressional budget office|cbo|tax (?:cuts?|receipts))\b",
    re.IGNORECASE,
)
TRADE = re.compile(r"\b(?:trade|exports?|imports?|goods|merchandise|tariffs?|shipments)\b", re.IGNORECASE)
FISCAL = re.compile(
    r"\b(?:budget\w*|fiscal(?!\s(?:year\b|['’]?\d))|current[- ]account|balance of payments|capital account|primary (?:balance|surplus|deficit)|tax(?:es)?|chancellor|public finances)\b",
    re.IGNORECASE,
)
LAST_WORD = re.compile(r"[^\s-]+\Z")
ADJECTIVE = re.compile(
    r"(?:al|ic|ous|ive|able|ible|(?<![ml])ent|ant|less|ful|est|ish)\Z"
    r"|\A(?:wider?|worldwide|vast|hefty|tiny|weighty|heavy|healthy|steady|ugly|yearly|monthly|weekly|daily|deeper?|steeper?|sharp|stubborn|swollen|broad|narrow(?:er)?|whole|worse|own|greater?|rare|"
    r"long|short|thin|fat|giant|mere|bare|lone|equal|similar|odd|fair|car|food|export|import|import-export)\Z"
)
"""Words of size and kind; what else stands before "gap" is a noun that says a gap in what."""

BALANCE_OF = re.compile(r"\b(?!trade|goods|services|merchandise|overall)(?P<kind>[a-z]+) balance\b")
OWNER = re.compile(
    r"\b[Tt]he (?:[A-Z][\w.]+ )?(?P<owner>[a-z]+)(?:['’]s? |\s+(?:has|had|ran|runs|run|recorded|records|posted|posts|reported|reports|expects|faces|faced|logged|showed|shows)\s+(?:an?\s+|the\s+|its\s+))"
    r"(?:[\w-]+\s+)?\Z"
)
COUNTRY_NOUN = re.compile(
    r"country|nation|sector|industry|bloc|kingdom|island|islands|territory|region|union|republic|economy|continent|year|month|quarter|day|period|world|two|sides|countries|report|ministry|data|department|agency|bureau|figures|release|decade|partners?|neighbou?rs?|city-state|zone|former|latter|week|government"
)
"""Whose deficit may be one in trade, and sources and times, which have none."""

INSTITUTION = re.compile(
    r"\b(?:governor|mayor|schools?|universit(?:y|ies)|colleges?|hospitals?|counties|county|city|cities|councils?|legislature|pensions?|taxpayers|charit(?:y|ies)|clubs?)\b",
    re.IGNORECASE,
)
"""Whose surplus is one of money where nothing else speaks of trade."""

RUNS = re.compile(
    r"run|runs|ran|posts?|shows?|books?|logs?|incurs?|means?|brings?|brought|yields?|leaves?|won|turns?|wipes?|gets?|got|makes?|narrows?|widens?|exceeds?|swells?|closes?|sees?"
)
"""Verbs whose object a balance can be."""

MONEY_UNITS = ("currency", "percent", "percentage_points", "times", "USD/day", "USD/month")
OF_SO_MANY = re.compile(r"\s+of\s+(?:(?:about|some|more than|nearly|almost|roughly|up to|over)\s+)*")
OF_THINGS = re.compile(
    r"\s+of\s+(?:(?:about|some|more than|nearly|almost|roughly)\s+)?(?:[\d,]+\s+)?(?P<first>[a-z-]+)(?:\s+(?P<second>[a-z-]+))?"
)
DEFINITE = re.compile(
    r"\b(?:the|that|this|its)\s+(?:(?:\w+(?:ing|ed|al|er|est|ly|ous)|same|latest|huge|record|overall|total)\s+){0,2}$", re.IGNORECASE
)
"""Before a balance that has been told of: "the resulting gap", "that gap"."""

PLAIN_LEFT = re.compile(
    r"(?:^|\b)(?:the|an?|that|this|its|our|overall|total|record|annual|monthly|yearly|widening|growing|quarterly|nation['’]s|country['’]s|industry['’]s|sector['’]s|and|of|while|trimming|narrowing|whose)$",
    re.IGNORECASE,
)
LOSING = words(r"los(?:ing|t|es?)")
IN_THE_RED = words(r"in the (?P<colour>red|black)")
LOST_ON_TRADE = re.compile(r"[^,;]{0,40}?\d[^,;]{0,40}?\b(?:on|in|through) (?:our |its |the )?(?:bad )?trade\b", re.IGNORECASE)
LOSS = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?=\S*\d)(?:(?!\b(?:sales|exports|imports|shipments)\b)[^,;])*\bto\b", re.IGNORECASE)
_BY = r"(?:we|they|it|consumers|americans|(?:the|that) (?:country|nation)|[A-Z][\w.]+)\s+(?:also\s+|now\s+)?"
MORE_THAN = re.compile(
    rf"\b(?P<act>bought|buys?|buying|sold|sells?|selling|ships|shipped|sends?|sent|purchased|takes|took|(?<=[a-z] )(?:imported|exported)|{_BY}(?:imports?|exports?|imported|exported))\b(?:[^.;,]|\.\d|,\d)*?"
    r"\bmore\b(?:[^.;]|\.\d){0,70}?\bthan\b[^.;]{0,40}?\b(?:sold|exported|sells?|exports?|exporting|bought|imported|buys?|imports?|buying|selling|shipped|ships?|sent|sends?|took|takes?|purchased|purchases|got|gets?|received|receives)\b",
    re.IGNORECASE,
)
BUYING = re.compile(r"\b(?:bought|buy|import|purchas|t[ao]+k)", re.IGNORECASE)
_OUT, _IN = r"(?:exports?|exported|sells?|sold|ships?|shipped)", r"(?:imports?|imported|buys?|bought|purchase[sd]?)"
GAP_BETWEEN = re.compile(
    rf"\b(?:gap|difference|imbalance|balance|shortfall)\s+between\s+(?:[^,;.]|\.(?=\w|\s[a-z])){{0,70}}?\b(?:{_OUT}\b(?:[^,;.]|\.(?=\w|\s[a-z])){{0,60}}?\b{_IN}|{_IN}\b(?:[^,;.]|\.(?=\w|\s[a-z])){{0,60}}?\b{_OUT})\b(?:\s+(?:abroad|overseas|from abroad))?",
    re.IGNORECASE,
)
"""The balance by what it is: "the gap between exports and imports", "between what the country sold and what it bought abroad"."""

SIGNED_BALANCE = re.compile(
    r"\b(?P<noun>(?:trade |goods |services )?balance)\s+(?:at |was |of )?(?P<sign>[+−–-])\s?(?=[A-Z]{0,3}[$€£¥₩]\s?\d)", re.IGNORECASE
)
SEPARATED = re.compile(
    r"\bseparate[sd]\b[^.;]*?\b(?P<act>bought|imported|buys|imports|sold|exported|sells|exports)\b[^.;]*?\b(?:sold|exported|sells|bought|imported|buys)\b",
    re.IGNORECASE,
)
EXCEEDED = re.compile(
    r"\b(?P<act>imports|exports)\b(?:\s+(?:from|to)\s+[\w ]+?)?(?:,[^,;]{0,40},)?\s+(?:exceed\w*|outstripp?\w*|outpac\w*|surpass\w*|outweigh\w*|beat|topped|balance|outr[au]n|overshadow\w*)\s+(?:(?:its|their|our|goods|services|merchandise|total)\s+)*(?:exports|imports)\b(?:[^.;]|\.\d)*?\bby\b",
    re.IGNORECASE,
)

_EARN, _SPEND = r"(?:earn(?:s|ed)?|receive[sd]?|t[ao]+kes? in|took in)", r"(?:spen(?:ds?|t)|pa(?:ys?|id))"
EARNED_MORE = re.compile(
    rf"\b(?P<act>{_EARN}|{_SPEND})\b(?:[^.;,]|\.\d|,\d)*?\bmore\b(?:[^.;]|\.\d){{0,90}}?\bthan\b[^.;]{{0,60}}?\b(?:{_EARN}|{_SPEND})\b",
    re.IGNORECASE,
)
"""A balance in services told as money earned and spent: "earned $21.3 billion more from foreign tourists than they spent abroad"."""

SPENDING = re.compile(_SPEND, re.IGNORECASE)
ACROSS_BORDERS = re.compile(
    r"\b(?:abroad|overseas|foreign(?:ers)?|tourists?|tourism|visitors|travell?(?:ers|ing)?|the rest of the world)\b", re.IGNORECASE
)
_BEYOND = r"(?:exceed\w*|outstripp?\w*|outpac\w*|surpass\w*|outweigh\w*|beat|topp?(?:ed|s)|outr[au]n|overshadow\w*|dwarf\w*)"
WHAT_EXCEEDED = re.compile(
    rf"\bwhat\s+(?P<told>[^,;]{{2,40}}?\s(?P<act>{_OUT}|{_IN})\b[^;]{{0,60}}?\b{_BEYOND}\s+what\b[^;]{{0,60}}?\b(?P<other>{_OUT}|{_IN})\b[^;]{{0,40}}?\bby)\b",
    re.IGNORECASE,
)
"""What is bought and what is sold, told as clauses: "what Americans bought from Malaysia exceeded what they sold there by"."""


PRONOUN_LEFT = re.compile(r"\b(?:it|we|they|america|the country)\s+$", re.IGNORECASE)
AHEAD = words(r"was|is|were|are|came out|comes out|comes off|ended up|ends up|finished|ran")
LEFT_AHEAD = re.compile(r"\b(?:left|leaves|leaving|put|puts|putting)\s+(?:it|them|the (?:country|nation|island))\s+", re.IGNORECASE)
AHEAD_BEHIND = re.compile(r"\s+(?:(?P<up>ahead|to the good|up on the exchange)|behind|short)\b(?!\s+of\b)", re.IGNORECASE)
"""Around the sum by which a country came out of its trade better or worse: "the United States was $1.1 billion ahead"."""


def find(sentence: Sentence) -> Iterator[Head]:
    """Nouns that mean a trade balance, then paraphrases."""
    for hit in NOUN.finditer(sentence.text):
        if is_trade_balance(sentence, hit.start(), hit.end()):
            word = hit.group().lower()
            sign: Sign = "surplus" if word.startswith("surplus") else "deficit"
            yield Head(start=hit.start(), end=hit.end(), indicator="balance", sign=sign, plural=word.endswith("s") and word != "surplus")
    for hit in GAP_BETWEEN.finditer(sentence.text):
        yield Head(start=hit.start(), end=hit.end(), indicator="balance", sign="deficit")
    for hit in SIGNED_BALANCE.finditer(sentence.text):
        yield Head(start=hit.start(), end=hit.end("noun"), indicator="balance", sign="surplus" if hit.group("sign") == "+" else "deficit")
    for expression in (MORE_THAN, SEPARATED, EXCEEDED):
        for hit in expression.finditer(sentence.text):
            if expression is MORE_THAN and not _sum_more(sentence, hit):
                continue
            buying = BUYING.search(hit.group("act")) is not None
            if expression is MORE_THAN and re.search(r"(?:im|ex)ports$", hit.group("act"), re.IGNORECASE):
                other = re.search(r"\w+$", hit.group())
                if other and (BUYING.search(other.group()) is not None) == buying:
                    continue  # "October imports were $2.9 billion more than September imports" is a change
            yield Head(start=hit.start(), end=hit.end(), indicator="balance", kind="paraphrase", sign="deficit" if buying else "surplus")
    yield from _earned_and_spent(sentence)
    for hit in WHAT_EXCEEDED.finditer(sentence.text):
        buying = BUYING.match(hit.group("act")) is not None
        if buying != (BUYING.match(hit.group("other")) is not None) and _money(sentence, hit.end(), hit.end() + 30):
            yield Head(
                start=hit.start("told"), end=hit.end(), indicator="balance", kind="paraphrase", sign="deficit" if buying else "surplus"
            )
    for hit in IN_THE_RED.finditer(sentence.text):
        money = [m for m in sentence.quantities if m.what.unit == "currency" and 0 <= hit.start() - m.end <= 2]
        if money:
            sign = "deficit" if hit.group("colour").lower() == "red" else "surplus"
            yield Head(start=hit.start(), end=hit.end(), indicator="balance", kind="paraphrase", sign=sign)
    for hit in AHEAD.finditer(sentence.text):
        ahead = next(
            (
                m
                for m in sentence.quantities
                if m.start - hit.end() <= 12 and m.start >= hit.end() and AHEAD_BEHIND.match(sentence.text, m.end)
            ),
            None,
        )
        if (
            ahead is not None
            and ahead.what.unit == "currency"
            and (any(m.end <= hit.start() <= m.end + 3 for m in sentence.parties) or PRONOUN_LEFT.search(sentence.left(hit.start(), 8)))
        ):
            behind = AHEAD_BEHIND.match(sentence.text, ahead.end)
            sign = "surplus" if behind and behind.group("up") else "deficit"
            yield Head(start=hit.start(), end=hit.end(), indicator="balance", kind="verb", sign=sign)
    for hit in LEFT_AHEAD.finditer(sentence.text):
        left_with = next((m for m in sentence.quantities if m.start == hit.end() and m.what.unit == "currency"), None)
        ahead_of = AHEAD_BEHIND.match(sentence.text, left_with.end) if left_with else None
        if ahead_of:
            yield Head(
                start=hit.start(),
                end=hit.end() - 1,
                indicator="balance",
                kind="verb",
                sign="surplus" if ahead_of.group("up") else "deficit",
            )
    for hit in LOSING.finditer(sentence.text):
        if LOST_ON_TRADE.match(sentence.text, hit.end()) and _money(sentence, hit.end(), hit.end() + 60):
            yield Head(start=hit.start(), end=hit.end(), indicator="balance", kind="verb", sign="deficit")
            continue
        clause = LOSS.match(sentence.text, hit.end())
        if clause and any(party.start - clause.end() in (1, 5) for party in sentence.parties) and _money(sentence, hit.end(), clause.end()):
            yield Head(start=hit.start(), end=hit.end(), indicator="balance", kind="verb", sign="deficit")


def _earned_and_spent(sentence: Sentence) -> Iterator[Head]:
    """What a country, or its people, earned abroad set against what they spent there."""
    for hit in EARNED_MORE.finditer(sentence.text):
        abroad = ACROSS_BORDERS.search(hit.group()) or any(hit.start() < m.start and m.end < hit.end() for m in sentence.parties)
        if abroad and is_country_acting(sentence, hit.start()) and _sum_more(sentence, hit):
            sign: Sign = "deficit" if SPENDING.match(hit.group("act")) else "surplus"
            behind = re.compile(r"\s+(?:abroad|overseas)\b").match(sentence.text, hit.end())
            yield Head(start=hit.start(), end=behind.end() if behind else hit.end(), indicator="balance", kind="paraphrase", sign=sign)


def _sum_more(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether it is a sum that is more: "bought $375 billion more in goods than", not "sold $341 billion, more than it sold to others"."""
    more = sentence.text.lower().index("more", hit.start("act"))
    return any(
        m.what.unit == "currency" and m.end <= more and more - m.end <= 25 and "," not in sentence.text[m.end : more]
        for m in sentence.quantities
    )


def is_trade_balance(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words around "gap", "deficit" … speak of trade rather than of budgets, wages or skills."""
    left = sentence.left(start)
    if _of_things(sentence, end):
        return False
    if STRONG_LEFT.search(left):
        return True
    if OTHER_LEFT.search(left) or OTHER_RIGHT.match(sentence.text, end) or _of_another_kind(sentence, start):
        return False
    if not _with_party(sentence, end) and (_fiscal(sentence, start) or _indefinite(sentence, start) or _of_an_institution(sentence, start)):
        return False
    if _with_party(sentence, end) or any(0 <= start - party.end <= 30 for party in sentence.parties) or TRADE.search(sentence.text):
        return True
    if BUDGET.search(sentence.text):
        return False
    if sentence.after_flow and DEFINITE.search(left):
        return bool(sentence.quantities)
    return INSTITUTION.search(sentence.text) is None and _plain(sentence, start) and _money(sentence, 0, len(sentence.text))


def _of_another_kind(sentence: Sentence, start: int) -> bool:
    """Whether a noun that names neither goods nor a time says what there is too much or too little of: "the profit gap", "a transfer deficit"."""
    at = len(sentence.text[:start].rstrip(" -"))
    word = LAST_WORD.search(sentence.text[:at])
    if word is None or any(low <= word.start() < high for low, high in sentence.extents()):
        return False
    return is_noun(word.group()) and ADJECTIVE.search(word.group()) is None and RUNS.fullmatch(word.group()) is None


def _of_things(sentence: Sentence, end: int) -> bool:
    """Whether it counts people or things: "a surplus of outfielders"."""
    counted = next((q for q in sentence.quantities if 0 < q.start - end <= 30), None)
    if counted is not None and counted.what.unit not in MONEY_UNITS and OF_SO_MANY.fullmatch(sentence.text, end, counted.start):
        return True
    hit = OF_THINGS.match(sentence.text, end)
    if hit is None or any(low < hit.end() and hit.start("first") < high for low, high in sentence.extents()):
        return False
    first, second = hit.group("first"), hit.group("second")
    return (is_noun(first) and (first.endswith("s") or (second or "").endswith("s"))) or (
        second is not None and first.endswith("ing") and second.endswith("s")
    )


def _fiscal(sentence: Sentence, start: int) -> bool:
    """Whether a budget was spoken of last before it in the sentence."""
    before = sentence.text[:start]
    fiscal = [hit.start() for hit in FISCAL.finditer(before)]
    fiscal += [hit.start() for hit in BALANCE_OF.finditer(before) if is_noun(hit.group("kind"))]
    return bool(fiscal) and not TRADE.search(before, fiscal[-1])


def _of_an_institution(sentence: Sentence, start: int) -> bool:
    """Whether it is a state's, a club's or a firm's own: "the German state recorded a surplus", "the city's deficit"."""
    hit = OWNER.search(sentence.left(start, 80))
    return (
        hit is not None
        and COUNTRY_NOUN.fullmatch(hit.group("owner")) is None
        and (hit.group("owner") == "state" or is_noun(hit.group("owner")))
    )


def _indefinite(sentence: Sentence, start: int) -> bool:
    """Whether it is just "a surplus" and no sum is told."""
    return re.search(r"\ban?\s$", sentence.left(start, 4)) is not None and not any(q.what.unit == "currency" for q in sentence.quantities)


def _plain(sentence: Sentence, start: int) -> bool:
    """Whether nothing but articles, amounts and dates modifies the word: "January's gap", but not "the profit gap"."""
    before = sentence.text[:start].rstrip(" -")
    if not before or any(len(before) - 2 <= end <= len(before) for _, end in sentence.extents()):
        return True
    return PLAIN_LEFT.search(before) is not None


def _with_party(sentence: Sentence, end: int) -> bool:
    link = re.compile(
        r"(?:[,\s]+(?!(?:that|which|has|have|had)\b)[\w$.-]+){0,6}[,\s]+(?:with|against|vis-à-vis|to)\s+(?:the\s+)?",
        re.IGNORECASE,
    )
    return any(link.fullmatch(sentence.text, end, party.start) for party in sentence.parties if party.start > end)


def _money(sentence: Sentence, start: int, end: int) -> bool:
    return any(mark.what.unit == "currency" and mark.what.low >= 100_000_000 and start <= mark.start <= end for mark in sentence.quantities)


LEXICON = Lexicon(
    hint=r"deficit|surplus|\bahead\b|\bbehind\b|to the good|red ink|in the red|in the black|beat|topped|tops|surpass|outweigh|outr[au]n|dwarf|overshadow|\bgap|shortfall|imbalance|\blos(?:ing|t|e)|more|separate|exceed|outstrip|outpac",
    find=find,
)
