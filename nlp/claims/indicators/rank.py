"""Ranks: "the sixth largest trading partner", "second-largest supplier", "the largest deficit ever", "set records"."""

import re
from collections.abc import Iterable, Iterator

from nlp.claims.head import Head, Lexicon, Sign, words
from nlp.claims.sentence import Sentence
from nlp.needles import Prefilter
from tradeclaims.records.claim import Indicator

ORDINALS = {
    word: place
    for place, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
PLACE = rf"(?P<place>{'|'.join(ORDINALS)}|next|\d{{1,2}}(?:st|nd|rd|th)|no\.\s?\d{{1,2}}|number (?:one|two|three))"
SIZE = r"(?:largest|biggest|most important|top|leading|greatest|highest|worst|widest|deepest|heaviest|heftiest|main|chief|principal|primary|foremost|number[- ]one)"
KINDS: tuple[tuple[str, Indicator, Sign | None], ...] = (
    (r"trad(?:ing|e) partners?|partners?(?= in (?:[\w-]+ ){0,3}trade\b)", "total_trade", None),
    (
        r"(?:overseas |foreign |export |sales )*(?:markets?|destinations?|outlets?|customers?|buyers?|purchasers?|importers? of (?=(?:[A-Z]|our\b)))",
        "exports",
        None,
    ),
    (
        r"(?:foreign )?(?:(?:suppliers?|sellers?|providers?)(?: of (?:[\w.'’-]+ ){0,4}?imports)?|(?:import )?sources? (?:of|for) (?:[\w.'’-]+ ){0,4}?(?:imports?|goods|products|purchases|imported [\w-]+)"
        r"|import sources?|sources?(?=\s*(?:[.,;]|$))|(?:exporters?|shippers?|sources?) of (?:[\w.'’-]+ ){1,4}?to(?= (?:the )?[A-Z])|exporters? to(?= (?:the )?[A-Z]))",
        "imports",
        None,
    ),
    (r"exporters?|exports", "exports", None),
    (r"importers?|imports", "imports", None),
    (r"(?:trade |goods |merchandise |bilateral )*(?:deficits?|gaps?|imbalances?|shortfalls?)", "balance", "deficit"),
    (r"(?:trade |goods |merchandise |bilateral )*surplus(?:es)?", "balance", "surplus"),
)
NOUNS = "|".join(f"(?P<k{number}>{noun})" for number, (noun, _, _) in enumerate(KINDS))
RANKED = words(
    rf"(?:{PLACE}[\s-]+(?:{SIZE}[\s-]+)?|{SIZE}[\s-]+)(?:(?!(?:of|the|an?|its|our|their|his|quarters?|half|months?)\b)[\w&.-]+\s+){{0,3}}?(?:{NOUNS})"
)
SUPERLATIVE = words(
    rf"(?:{PLACE}[\s-]+)?{SIZE}\b(?=(?:\s+(?:one|gap|deficit|surplus|imbalance))?\s+(?:that\s+)?(?:[\w.]+\s+){{1,3}}(?:(?:has|have|had)\s+ever\b|ever\s+\w+)|\s+(?:that\s+)?(?:(?:the|its|our)\s+)?(?:[\w.]+\s+){{1,2}}(?:has|have|had)\s+(?:yet\s+)?(?:run|posted|recorded|had|seen|registered|reported|incurred|logged)\b|\s+(?:that\s+)?(?:[\w.]+\s+){{1,4}}(?:with|to|from)\s+any\b|\s+(?:ever|on record|in history|of any|with any|for any|recorded|for a single|in (?:(?:the|its|our|[\w.]+['’]s)\s+){1, 2}history|, with|with|, at)|,\s+with)"
)
PLACED = words(rf"(?:{PLACE})[\s-]+{SIZE}(?=\s+(?:in|among|on the|last|this|behind|after)\b|\s*[.,;]|\s*$)")
NEXT = words(rf"next[\s-]+{SIZE}")
_PUT = (
    r"(?:rank(?:s|ed|ing)?|came|comes|coming|plac(?:es|ed|ing)|stands?|stood|finish(?:es|ed|ing)|was|is|were|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|"
    r"(?:mov|climb|slip|drop|fell|falls?|falling|r[oi]s|rising|jump|advanc|sank|slid|slides?|leap|vault|tumbl|edg|inch)\w*(?:\s+(?:up|down|back))?(?:\s+from\s+\S+(?:\s+(?:place|spot|position))?)?\s+(?:in)?to|"
    r"(?:took|takes|taking|tak\w+ over|claim\w*|(?:held|holds?|hung|hangs)(?:\s+on\s+to|\s+onto)?|occup\w+|regain\w*|reclaim\w*))"
)
RANKS = words(
    rf"{_PUT}\s+(?:(?:only|just|now|still|again|once more|once again|already|currently)\s+)?(?:as\s+|in\s+|at\s+)?(?:the\s+|a distant\s+)?{PLACE}(?:[\s-]+(?:place|spot|position|rank))?(?![\s-]+(?:{SIZE})\b)"
)
"""A place told by a verb. It needs a ranking: "among foreign buyers", or one told before."""

AMONG = re.compile(
    rf"\s*(?:from\s+\S+(?:\s+(?:place|spot|position))?\s*|\(?(?:up|down)\s+from\s+\S+\)?\s*|(?:in|last|this)\s+(?:\d{{4}}|year)\s*|,\s*)*"
    rf"(?:among|of|in|on)\s+(?:(?:the|its|our|all|all of|a)\s+)?(?:(?:list|ranking|rankings|league table|table|roster|ranks)\s+of\s+)?(?:(?:the|its|all)\s+)?(?:[\w.'’&-]+\s+){{0,5}}?(?:{NOUNS})",
    re.IGNORECASE,
)
AS_A = words(rf"{PLACE}\s+as\s+(?:an?|its|our)\s+(?:(?:goods|services|merchandise)\s+)?(?:{NOUNS})")
"""A further place of the same country: "15th as an export market"."""

FORMER = re.compile(
    r"\b(?:once(?! (?:more|again))|formerly|until recently|previously|traditionally|historically|long|used to be|had been)\b[^,;]{0,35}$",
    re.IGNORECASE,
)
"""Before a rank of another time."""

TOPS = words(
    rf"(?:tops?|topped|topping|heads?|headed|heading|leads?|led|leading)\s+(?:the|its|our|[\w.]+['’]s?)\s+(?:list|ranking|rankings|league table|table|roster|ranks)\s+of\s+(?:(?!to\b)[\w.'’&-]+\s+){{0,4}}?(?:{NOUNS})"
)
"""The first place told by a verb: "tops the list of U.S. trading partners"."""

FLOW = re.compile(r"(?:exports|imports)\Z", re.IGNORECASE)
NO_TRADE = re.compile(
    r"(?:\s+(?:of|for|to|in))?\s+(?:[\w.'’-]+\s+){0,3}?(?:im|e)?(?:migrants?|tourists?|tourism|students?|visitors?|refugees|workers|(?:direct\s+)?investments?|investors|capital|travell?ers|remittances|aid|FDI|talent|asylum)\b",
    re.IGNORECASE,
)
"""Behind a market or a source of something that is no flow of trade."""

ONE_PLACE = words(rf"{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)")
MORE_PLACES = re.compile(rf"(?:,\s*(?:{ONE_PLACE.pattern}))*,?\s+and\s+(?:{ONE_PLACE.pattern})", re.IGNORECASE)
OF_STATES = re.compile(r"[\w\s.'’]{0,30}\b(?:(?<!united )states|provinces|counties|cities|ports|companies|firms)\b", re.IGNORECASE)
"""Behind a ranking that is none of countries."""

IN_TRADE = re.compile(r"\s+in\s+(?:(?:total|two-way|overall|bilateral|goods|merchandise)\s+){1,3}trade\b", re.IGNORECASE)
OTHERS_AMONG = re.compile(rf"(?:,|\s+and)\s+[^,;]{{2,40}}?(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)){AMONG.pattern}", re.IGNORECASE)
"""Further places before the ranking is named: "ranked second and Japan third among China's trade partners"."""

NOT_A_PLACE = re.compile(
    r"\s+(?:time|quarter|half|year|month|week|day|straight|consecutive|round|phase|term|of all|to|in line)\b", re.IGNORECASE
)
_DISTANCE = r"(?:\s+(?:closely|distantly|at (?:some|a) (?:\w+ )?distance))?"
FOLLOWED = words(rf"(?:followed|trailed){_DISTANCE}\s+by")
FOLLOWED_AGAIN = words(r"(?:(?:it|that|this|they)|next)\s+(?:is|was|are|were)\s+(?:followed|trailed)(?:\s+(?:closely|distantly))?\s+by")
"""A ranking of the sentence before that is gone on with."""

THAN_ANY_OTHER = words(
    r"(?:larger|bigger|wider|higher|greater|more)\b(?:\s+[\w.$-]+){0,3}?\s+than\s+(?:(?:that|the one|those|it|the gap|the deficit)\s+)?(?:[\w.]+\s+){0,4}?any\s+other\s+(?:single\s+)?(?:country|nation|partner|market|economy|supplier|buyer|trading partner)"
)
OF_ANY = words(
    r"the\s+(?:most|largest share|biggest share)(?:\s+of\s+any\s+(?:country|nation|partner|market|supplier|buyer|single country)|\s+by\s+any\s+(?:country|nation))"
)
SAME = "the same ranking"
"""What is ranked, where it is the ranking just told."""

LED_TO = re.compile(r"\b(?:from|to|with|by|against)\s+(?:(?:its|their|our|the country['’]s|the nation['’]s)\s+)?$", re.IGNORECASE)
GAPPED = re.compile(rf"\b(?:{PLACE})(?=\s*[.,;(]|\s*$|\s+(?:and|at|with|on|behind|among)\b)", re.IGNORECASE)
RECORDS = words(
    r"(?:all\s+|each\s+|both\s+)?(?:set|hit|reached|posted|were)\s+(?:all\s+|both\s+|each\s+)?(?:an?\s+|new\s+)?(?:all-time\s+)?(?:records?|highs?)(?:\s+highs?)?(?!\s+(?:[a-z-]+\s+){0,3}(?:deficit|surplus|gap|shortfall|imbalance|exports|imports|trade|level of|total of|sum of)\b)"
    r"|(?:hit|reached|touched|climbed to|rose to|grew to|stood at|was at|were at)\s+(?:its|their|the|an?)\s+(?:highest|largest|biggest)\s+(?:level|point|mark|total|value|annual total)\s+(?:ever|on record|in history)"
)
ALL_TIME = re.compile(
    r"\b(?:ever|(?:has|have|had)\s+(?:yet\s+)?(?:run|posted|recorded|had|seen|registered|reported|incurred|logged)|on record|in history|of any|with any|for any|recorded|in (?:(?:the|its|our|[\w.]+['’]s)\s+){1,2}history|for a single country)\b",
    re.IGNORECASE,
)
LIMITED = re.compile(
    r"\s*(?:(?:(?!\btime\b)[\w ])+\s)?(?:in (?:more than |nearly |over |almost )?(?:\w+ )?(?:years?|months?|decades?)\b|since\b)",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"\b(?:partners|markets|destinations|outlets|customers|buyers|purchasers|suppliers|sources|sellers|providers|exporters|importers|shippers|exports|imports)\b(?!['’])",
    re.IGNORECASE,
)
COUNTS = re.compile(r"(?:the\s+)?(?:first|second|third|fourth|\d)", re.IGNORECASE)
NOT_ONE = re.compile(r"\b(?:one of|among|some of|of)\s+(?:\w+['’]s?\s+|the\s+|its\s+|our\s+|their\s+){0,2}$", re.IGNORECASE)


TRIED = (RANKED, SUPERLATIVE, PLACED, TOPS, RANKS, THAN_ANY_OTHER, OF_ANY, RECORDS)
_MAY_MATCH = Prefilter(TRIED)


def find(sentence: Sentence) -> Iterator[Head]:
    """Ranks by noun, then superlatives, then "ranks fifth" and "set records"."""
    text = _with_dates_blanked(sentence)
    possible = {TRIED[number] for number in _MAY_MATCH.candidates(text.lower())}

    def matches(expression: re.Pattern[str]) -> Iterable[re.Match[str]]:
        return expression.finditer(text) if expression in possible else ()

    for hit in matches(RANKED):
        number = next(n for n in range(len(KINDS)) if hit.group(f"k{n}"))
        _, basis, sign = KINDS[number]
        if (
            basis == "balance"
            and hit.group("place") is None
            and hit.group().lower().endswith("s")
            and sign
            and not hit.group().lower().endswith("plus")
        ) or (basis == "balance" and "primary" in hit.group().lower()):
            continue  # "the largest deficits" are a list of levels, not one place
        if hit.group("place") is None and PLURAL.match(hit.group(f"k{number}").split(" of ")[0].split()[-1]):
            continue  # "the top markets" are a list
        if (
            _is_epithet(sentence, hit)
            or FORMER.search(sentence.left(hit.start(), 45))
            or NOT_ONE.search(sentence.left(hit.start()))
            or LIMITED.match(text, hit.end())
            or OF_STATES.match(text, hit.end())
            or NO_TRADE.match(text, hit.end())
        ):
            continue
        yield _rank(hit, place(hit.group("place")), basis, sign, _set_of(sentence, hit.start(f"k{number}")))
    for hit in matches(SUPERLATIVE):
        if not NOT_ONE.search(sentence.left(hit.start())) and (ALL_TIME.search(text, hit.end()) or NEXT.match(text, hit.start())):
            yield _rank(hit, place(hit.group("place")), None, None, _set_of(sentence, hit.end()) or "on record")
    for hit in matches(PLACED):
        if not LIMITED.match(text, hit.end()):
            yield _rank(hit, place(hit.group("place")), None, None, _set_of(sentence, hit.end()) or "all countries")
    for hit in matches(TOPS):
        number = next(n for n in range(len(KINDS)) if hit.group(f"k{n}"))
        _, basis, sign = KINDS[number]
        if (
            hit.group(f"k{number}").lower().endswith(("rs", "ts", "ns", "es"))
            and basis is not None
            and not FLOW.match(hit.group(f"k{number}"))
        ):
            yield _rank(hit, 1, basis, sign, _set_of(sentence, hit.start(f"k{number}")))
    ranking = any(expression in possible and expression.search(text) for expression in (TOPS, RANKED, PLACED))
    for hit in matches(RANKS):
        if (
            NOT_A_PLACE.match(text, hit.end())
            or OF_STATES.match(text, hit.end())
            or (
                hit.group("place").lower() in ("first", "next")
                and not AMONG.match(text, hit.end())
                and not re.match("rank", hit.group(), re.IGNORECASE)
            )
        ):
            continue
        beside = list(_side_by_side(sentence, hit))
        if beside:
            yield from beside
            ranking = True
            continue
        among = AMONG.match(text, hit.end()) or OTHERS_AMONG.match(text, hit.end())
        in_trade = IN_TRADE.match(text, hit.end())
        if in_trade:
            yield _rank(hit, place(hit.group("place")), "total_trade", None, "trading partners")
        elif among:
            number = next(n for n in range(len(KINDS)) if among.group(f"k{n}"))
            _, basis, sign = KINDS[number]
            of = _set_of(sentence, among.start(f"k{number}"))
            yield _rank(hit, place(hit.group("place")), basis, sign, of, end=among.end() if among.re is AMONG else None)
        else:
            yield _rank(hit, place(hit.group("place")), None, None, SAME if ranking else _set_of(sentence, hit.end()))
        ranking = True
    for hit in AS_A.finditer(text) if ranking else ():
        number = next(n for n in range(len(KINDS)) if hit.group(f"k{n}"))
        _, basis, sign = KINDS[number]
        yield _rank(hit, place(hit.group("place")), basis, sign, _set_of(sentence, hit.start(f"k{number}")))
    again = FOLLOWED_AGAIN.match(text) if not ranking else None
    if again:
        yield _rank(again, 0, None, None, SAME)
    if ranking:
        for hit in GAPPED.finditer(text):
            if any(0 < hit.start() - party.end <= 1 or text[party.end : hit.start()] == " in " for party in sentence.parties):
                yield _rank(hit, place(hit.group("place")), None, None, SAME)
        for hit in FOLLOWED.finditer(text):
            yield _rank(hit, 0, None, None, SAME)
    for expression in (THAN_ANY_OTHER, OF_ANY):
        for hit in matches(expression):
            yield _rank(hit, 1, None, None, text[hit.start() : hit.end()])
    for hit in matches(RECORDS):
        if not any(
            0 <= mark.start - hit.end() <= 12 and mark.what.unit not in ("count", "percent", "rank") for mark in sentence.quantities
        ):
            yield _rank(hit, 1, None, None, "record")


def _is_epithet(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a place is only a title in front of a partner's name: "imports from top supplier Brazil fell"."""
    named = any(0 < party.start - hit.end() <= 1 for party in sentence.parties)
    return named and LED_TO.search(sentence.text[: hit.start()]) is not None


def _side_by_side(sentence: Sentence, hit: re.Match[str]) -> Iterator[Head]:
    """Heads of "Japan and Germany ranked fourth and fifth among America's trading partners": as many places as countries."""
    text = sentence.text
    more = MORE_PLACES.match(text, hit.end())
    among = AMONG.match(text, more.end()) if more else None
    if more is None or among is None:
        return
    places = [hit.group("place"), *(one.group() for one in ONE_PLACE.finditer(more.group()))]
    countries = [m for m in sentence.parties if m.end <= hit.start()][-len(places) :]
    if len(countries) != len(places):
        return
    number = next(n for n in range(len(KINDS)) if among.group(f"k{n}"))
    _, basis, sign = KINDS[number]
    spans = [hit.span(), *((more.start() + one.start(), more.start() + one.end()) for one in ONE_PLACE.finditer(more.group()))]
    of = _set_of(sentence, among.start(f"k{number}"))
    for (start, end), word, country in zip(spans, places, countries, strict=True):
        last = end if (start, end) != spans[-1] else among.end()
        yield Head(
            start=start,
            end=last,
            indicator="rank",
            kind="rank",
            rank=place(word),
            rank_basis=basis,
            sign=sign,
            share_of=of,
            partner=country.what,
        )


def _set_of(sentence: Sentence, start: int) -> str:
    """What is ranked, in the sentence's words from an offset to the end of the phrase: "market for U.S. goods exports in 2022"."""
    return re.split(r"[,;:](?!\d)", sentence.text[start:], maxsplit=1)[0].strip(" .")


def _with_dates_blanked(sentence: Sentence) -> str:
    """The words with a mark in place of each letter of dates that count: the first of "first seven months" ranks nothing."""
    text = sentence.text
    for mark in sentence.dates:
        if COUNTS.match(text, mark.start):
            text = text[: mark.start] + "\x01" * (mark.end - mark.start) + text[mark.end :]
    return text


def place(word: str | None) -> int:
    """The number of a place; none named means the first."""
    if word is None:
        return 1
    word = word.lower()
    if word == "next":
        return 2
    digits = re.search(r"\d+", word)
    if digits:
        return int(digits.group())
    return ORDINALS.get(word) or {"number one": 1, "number two": 2, "number three": 3}[word]


def _rank(hit: re.Match[str], rank: int, basis: Indicator | None, sign: Sign | None, of: str, *, end: int | None = None) -> Head:
    return Head(
        start=hit.start(), end=end or hit.end(), indicator="rank", kind="rank", rank=rank, rank_basis=basis, sign=sign, share_of=of[:80]
    )


LEXICON = Lexicon(
    hint=r"(?:it|that|this|they|next) (?:was|is|are|were) (?:followed|trailed)|trad(?:ing|e) partner|largest|biggest|\brank|records?\b|most important|worst|\btop\b|leading|widest|deepest|\b(?:main|chief|principal|primary|foremost) (?:\w+ ){0,2}(?:trad|ex|im|mark|supp|sour|buy|cust|dest)|\bno\. ?\d|number[ -]one|any other|"
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d(?:st|nd|rd|th))[ -](?:[\w-]+ ){0,2}(?:place|spot|position|market|customer|buyer|suppl|source|export|import|destin|among)|"
    r"\b(?:came|was|were|is) (?:second|third|fourth|fifth)\b|highest|(?:tops?|topped|topping|heads?|headed|led) (?:the|its|our) (?:list|rank|table)",
    find=find,
)
