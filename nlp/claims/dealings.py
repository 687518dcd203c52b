"""Shared by exports and imports: when buying, selling and shipping are trade between countries."""

import re

from nlp.claims.sentence import Mark, Sentence

NATION = re.compile(
    r"\b(?:(?:the|this|our) (?:nation|country)|we|(?<!of )they|(?<!of )it|americans?|consumers|u\.s\. consumers)(?:['’]ve|\s+(?:had|has|have|also|already|now|only)){0,3}\s*$",
    re.IGNORECASE,
)
COUNTRY_ACTS = re.compile(
    r"\b(?:(?:the|this|our) (?:nation|country)|we|americans)(?:\s+(?:had|has|have|also|already|now|only)){0,3}\s*$", re.IGNORECASE
)
AUXILIARIES = re.compile(
    r"(?:,?\s+(?:which|who))?(?:\s+(?:(?:is|are|was|were) (?:forecast|expected|projected|estimated|set|likely|due|seen) to|had|has|have|also|already|now|only|in turn|itself|alone|together|last year|this year|will|would|could|may|(?:agreed|pledged|promised|committed|vowed)(?: on \w+day| today| yesterday| last week| this week)? to|plans to|vowed to|was to|is to)|,)*\s*",
    re.IGNORECASE,
)
TRADER_NOUNS = (
    r"(?:growers|farmers|ranchers|producers|makers|\w+makers|manufacturers|exporters|importers|companies|firms|factories|mills|refiners|refineries|brewers|distillers|vintners|miners|"
    r"spinners|weavers|fishermen|retailers|buyers|shippers|packers|plants|suppliers|industry|households|families|shoppers)"
)
"""Who deals for a country: "Korean carmakers", "soybean growers"."""

TRADERS = re.compile(
    rf"\b{TRADER_NOUNS}(?:,?\s+(?:which|that|who))?(?:\s+(?:had|has|have|also|already|now|only|alone|together|will|(?:agreed|pledged|promised|committed|vowed|plan)(?: on \w+day| today)? to)){{0,3}}\s*$",
    re.IGNORECASE,
)

PEOPLE_OF = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?!clubs|teams|players|funds|investors|banks|officials|lawmakers|senators|leaders|police|courts|regulators)[a-z-]{3,}s(?:\s+(?:had|has|have|also|already|now|only)){0,3}\s*",
    re.IGNORECASE,
)
GOODS = re.compile(
    r"\b(?:worth of|of (?:it|them|that)\b|theirs|ours|goods|products|merchandise|cars|autos?|vehicles|apparel|textiles|steel|soybeans|beef|pork|corn|wheat|oil|gas|crops|exports|services)\b",
    re.IGNORECASE,
)
THE_OTHER_WAY = re.compile(r"^[^,;]{3,40}\bthe (?:other|opposite) (?:way|direction)\b", re.IGNORECASE)
OBJECT_BEHIND = re.compile(
    r"\s+(?:its|their|his|her|our|most|much|half|nearly all|almost all|all (?:of|its|their)|everything|nothing|more (?!than)|(?:(?:about|some|nearly|almost|more than)\s+)?[\d.]+\s?(?:percent|per cent|%) of (?:its|their|his|her|the)|an?(?! (?:year|month|quarter|day|week)))\b",
    re.IGNORECASE,
)
WEAK = re.compile(r"t[ao]+kes?|took|absorb|receiv|supplie|deliver|got\b|gets\b", re.IGNORECASE)
"""Verbs of dealing only where what is dealt in follows: "took $564 billion of U.S. goods"."""

OF_GOODS = re.compile(
    r"^[^,;]{0,40}?(?:\b(?:of|in|worth of)|['’] worth of)\s+(?:(?:its|their|the|our|American|[A-Z][\w.]+)\s+)*(?:[a-z-]+\s+)?(?:goods|products|merchandise|services|exports|cars|autos?|vehicles|"
    r"apparel|textiles|steel|soybeans|beef|pork|corn|wheat|oil|gas|crops|lumber|machinery|cotton|chicken|coffee|wine|fish|rice|food|clothing|shoes|aluminum|chemicals|parts|[a-z]+s)\b",
    re.IGNORECASE,
)
GOODS_WORTH = re.compile(r"\s+(?:[\w.'’-]+\s+){0,4}(?:goods|products|merchandise|services|[a-z]+s)\s+(?:worth|valued at)\b", re.IGNORECASE)
"""What is dealt in before its sum: "took in Italian goods worth $72.9 billion"."""

PART_OF_FLOW = re.compile(
    r"[^,;]{0,40}?\bof\s+(?:its|their|all|our|the country['’]s)\s+(?:[\w-]+\s+){0,2}(?:exports|imports)\b", re.IGNORECASE
)
BEING = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
PASSED = ("currency", "USD/day", "USD/month", "metric tons", "SME", "vehicles", "tons")
CONJOINED = re.compile(r"\b(?:and|but|while)\s+(?:(?:only|just|in turn|it|they)\s+)?$", re.IGNORECASE)
DEALT = re.compile(
    r"\b(?:bought|buys|imported|imports|purchased|took|takes|sold|sells|exported|exports|shipped|ships|sent|sends)\b", re.IGNORECASE
)
RANKED = re.compile(
    r"\b(?:markets?|suppliers?|sources?|buyers?|customers?|partners?|destinations?|sellers?|providers?|importers?|exporters?)\b[^;]{0,80},\s+(?:\w+ly\s+)?$"
)
"""Before a participle that belongs to a country whose place among markets or suppliers was told."""

TRADED = re.compile(r"(?:ex|im)ported", re.IGNORECASE)
GOODS_SUM = re.compile(
    r"(?:\b(?:goods|products|merchandise|services)\s+(?:worth|to the value of|valued at)\s+[^,;]{3,30}|\d[^,;]{0,25}\s(?:worth\s+)?(?:of|in)\s+(?:[\w-]+\s+){0,3}(?:goods|products|merchandise|services)|[a-z]\s+worth\s+[^,;]{3,30})\s+(?:was|were|is|are|been)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""Before a verb that says by itself that goods crossed the border: "104.4 billion euros of goods were exported", "coal worth $5 billion was imported"."""

REACH = 40
"""How far behind the verb its amount may stand."""


def deals(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a verb such as "bought" or "exported" has a country as its subject, an amount as its object, and goods or another country in sight."""
    after = sentence.right(hit.end(), 90)
    if behind_rank(sentence, hit.start(), hit.end()) or earned_by(sentence, hit.start(), hit.end()):
        return True
    amount = any(hit.end() <= mark.start <= hit.end() + REACH and mark.what.unit in (*PASSED, "percent") for mark in sentence.quantities)
    if WEAK.match(hit.group()) and not any(
        hit.end() <= mark.start <= hit.end() + REACH and mark.what.unit in PASSED for mark in sentence.quantities
    ):
        return False  # "supplied 84 percent of imports" is a share
    first = next((mark for mark in sentence.quantities if hit.end() <= mark.start <= hit.end() + REACH), None)
    if first is not None and first.what.unit == "count":
        return False  # people and pieces: "imported 120,000 workers, 8 percent fewer than in 2014"
    if _passed_before(sentence, hit.start()):
        return True
    if not amount or re.search(r"(?:million|billion|trillion|bn) more\b.*\bthan\b", after):
        return False
    if (
        WEAK.match(hit.group())
        and not OF_GOODS.search(after)
        and not GOODS_WORTH.match(after)
        and not _joined_to_sum(sentence, hit.start())
    ):
        return False
    if PART_OF_FLOW.match(after):
        return False  # "sold 82 percent of its exports to China": the noun is the head
    before = sentence.text[: hit.start()]
    subject = (
        NATION.search(before) is not None
        or TRADERS.search(before) is not None
        or any(
            AUXILIARIES.fullmatch(before, mark.end) or PEOPLE_OF.fullmatch(before, mark.end)
            for mark in sentence.parties
            if mark.end <= hit.start()
        )
    )
    other = any(mark.start >= hit.end() for mark in sentence.parties)
    subject = subject or _takes_part(sentence, hit)
    if _joined_to_sum(sentence, hit.start()):
        subject = other = True  # "China bought $115.6 billion of U.S. goods and sold $462.8 billion"
    if hit.group().lower() in ("export", "import"):
        return subject
    if hit.group().lower().startswith(("export", "import")):
        return subject or other
    dealt_in = (
        any(hit.end() < mark.start <= hit.end() + 15 for mark in sentence.products)
        and re.match(r"\s+(?:[\w-]+\s+)?[\w-]+\s+worth\b", after) is not None
    )
    return subject and (other or dealt_in or GOODS.search(after) is not None or THE_OTHER_WAY.search(after) is not None)


def behind_rank(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a participle at `start:end` tells what the country did that a place in a ranking was told of: "was our 23rd largest market, purchasing $1.2 billion"."""
    return (
        sentence.text[start:end].lower().endswith("ing")
        and RANKED.search(sentence.text[:start]) is not None
        and any(end <= mark.start <= end + REACH and mark.what.unit in PASSED for mark in sentence.quantities)
    )


def earned_by(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a participle at `start:end` says by what a country earned, or on what it spent, the sum before it: "earned $6 billion from exporting goods to"."""
    if not sentence.text[start:end].lower().endswith("ing"):
        return False
    earned = EARNED.search(sentence.text[:start])
    return (
        earned is not None
        and any(earned.start() < q.start and q.end <= start and q.what.unit == "currency" for q in sentence.quantities)
        and is_country_acting(sentence, earned.start())
    )


EARNED = re.compile(
    r"\b(?:earn(?:s|ed)?|fetch(?:es|ed)|gross(?:es|ed)|nett?(?:s|ed)|spen(?:ds?|t)|pa(?:ys?|id)|took in|raked in|pocketed)\s+(?:[a-z]+\s+){0,3}?\S*\d[^,;]{0,25}\s(?:from|by|on|for|through)\s+$",
    re.IGNORECASE,
)


def is_country_acting(sentence: Sentence, verb: int) -> bool:
    """Whether a country, its firms or its people are the subject of the verb at `verb`."""
    before = sentence.text[:verb]
    return COUNTRY_ACTS.search(before) is not None or any(
        AUXILIARIES.fullmatch(before, mark.end) or PEOPLE_OF.fullmatch(before, mark.end) for mark in sentence.parties if mark.end <= verb
    )


def _passed_before(sentence: Sentence, verb: int) -> bool:
    """Whether what is dealt in stands before: "the $505.5 billion of goods that Americans bought from China"."""
    relative = re.search(
        r"(?:\s+(?:worth\s+)?(?:of|in)\s+[^,;]{1,40})?\s+(?:that|which)\s+(?P<who>[\w.' -]{2,30}?)\s+(?:has |have |had )?$",
        sentence.text[:verb],
    )
    if relative is None:
        return False
    who = relative.start("who"), relative.end("who")
    subject = any(who[0] <= mark.start < who[1] for mark in sentence.parties) or NATION.search(sentence.text[: who[1]]) is not None
    return subject and any(mark.end == relative.start() and mark.what.unit in PASSED for mark in sentence.quantities)


def _takes_part(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a participle has the sentence's subject as its own: "Mexico surpassed China, selling $475 billion of goods to …"."""
    if not hit.group().lower().endswith("ing") or not re.search(r",\s+$", sentence.left(hit.start(), 3)):
        return False
    return subject_of(sentence, hit.start()) is not None


def subject_of(sentence: Sentence, end: int) -> Mark[str] | None:
    """The country that opens the clause before `end`, where one does."""
    start = max((hit.end() for hit in re.finditer(r";|\b(?:and|but|while|as|said)\b", sentence.text[:end])), default=0)
    first = next((mark for mark in sentence.parties if start <= mark.start and mark.end <= end), None)
    if first is None or re.search(r"\b(?:to|from|with|against|by|on|of|into|for)\s+(?:the\s+)?$", sentence.text[: first.start]):
        return None
    return first


def _joined_to_sum(sentence: Sentence, verb: int) -> bool:
    """Whether the verb goes on from one with a sum of its own: "sent $8.3 billion in goods and received $12.4 billion"."""
    before = sentence.text[:verb]
    dealt = list(DEALT.finditer(before))
    return (
        CONJOINED.search(before) is not None
        and bool(dealt)
        and any(
            dealt[-1].end() <= mark.start <= dealt[-1].end() + REACH and mark.what.unit in PASSED
            for mark in sentence.quantities
            if mark.end <= verb
        )
    )


def is_someones_verb(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether "imports" or "exports" is the verb of somebody that is no country: it has an object of its own ("imports most of its phones")."""
    before = sentence.text[: hit.start()]
    if re.search(r"\bthan (?:it|they|we)\s+$", before):
        return True
    if OBJECT_BEHIND.match(sentence.text, hit.end()) is None:
        return False
    return not any(
        AUXILIARIES.fullmatch(before, mark.end) or PEOPLE_OF.fullmatch(before, mark.end)
        for mark in sentence.parties
        if mark.end <= hit.start()
    )


def is_passive(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether "$2.7 billion of apparel was shipped from Vietnam to the US": the amount stands before, a country behind a preposition."""
    before = sentence.text[: hit.start()]
    if not BEING.search(before):
        return False
    amount = any(mark.end <= hit.start() and hit.start() - mark.end <= 60 and mark.what.unit in PASSED for mark in sentence.quantities)
    if amount and TRADED.fullmatch(hit.group()) and GOODS_SUM.search(before):
        return True
    link = re.compile(r"\s+(?:back\s+|directly\s+)?(?:from|to|into|in|by)\s+(?:the\s+)?", re.IGNORECASE)
    return amount and any(link.fullmatch(sentence.text, hit.end(), mark.start) for mark in sentence.parties if mark.start > hit.end())


SENT_THERE = r"\s+there\b(?:(?!\s+(?:is|are|was|were)\b)|(?=\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:down|up|lower|higher)\b))"
POINTED = r"(?:there|(?:the|that|this|these|those)\s+(?:\w+\s+){0,2}?(?:countr(?:y|ies)|nations?|markets?|island|kingdom|bloc|econom(?:y|ies)|neighbou?rs?|republic|region))\b"
"""Where goods go to or come from, named before."""


def leads_to_party(sentence: Sentence, hit: re.Match[str], preposition: str) -> bool:
    """Whether "shipments", "sales" and the like are followed by `preposition` and a country: "sales of cars to Korea", "shipments south of the border"."""
    link = re.compile(rf"(?:\s+(?!to\b|from\b|in\b)[\w'’.$-]+){{0,6}}\s+{preposition}\s+(?:the\s+)?", re.IGNORECASE)
    pointed = re.compile(
        rf"(?:\s+(?!to\b|from\b|in\b)[\w'’.$-]+){{0,6}}\s+{preposition}\s+{POINTED}" + (rf"|{SENT_THERE}" if preposition == "to" else ""),
        re.IGNORECASE,
    )
    return pointed.match(sentence.text, hit.end()) is not None or any(
        link.fullmatch(sentence.text, hit.end(), mark.start)
        or (preposition == "to" and PLACE.match(sentence.text, mark.start) and UP_TO_PLACE.fullmatch(sentence.text, hit.end(), mark.start))
        for mark in sentence.parties
        if mark.start > hit.end()
    )


PLACE = re.compile(r"(?:south|north) of|across |there\b", re.IGNORECASE)
"""A country told by a place, without a preposition of its own."""

UP_TO_PLACE = re.compile(r"(?:\s+(?!to\b|from\b|in\b)[\w'’.$-]+){0,6}\s+", re.IGNORECASE)
