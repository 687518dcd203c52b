"""What a figure measures: a flow, or what the flow is only mentioned in the description of.

"The economy, built on export surpluses, grew 1.9 percent" measures the economy: the flow hangs on a preposition, and the figure on a verb
whose subject is another noun. "Lost jobs to imports, at a cost of $664 million" measures the cost, the noun that the figure completes.
"""

import re

from nlp.claims.head import Head
from nlp.claims.moves import CHANGE, FINITE
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.territory import Territory
from nlp.lowercase import in_small_letters
from tradeclaims.values import Quantity

_MEASURE = (
    r"values?|volumes?|levels?|amounts?|totals?|sums?|size|worth|shares?|proportions?|parts?|portions?|slices?|bulk|half|thirds?|quarters?|majority|percent|cent|rest|pace|rates?|"
    r"figures?|numbers?|estimates?|forecasts?|data|counts?|tally|medians?|averages?|mean|peaks?|highs?|lows?|records?|maximum|minimum|excess|order|tune|turnover|"
    r"neighbou?rhood|range|region|country|nation|island|market|bloc|scale|target|goal|quota|ceiling|combination|all|most|some|one|much|fifths?|tenths?|tenor|balance|neighbou?r|partner|rival|economy|pair|set|string|series|stream|flow"
)
_FLOW = (
    r"exports?|imports?|trade|commerce|sales|shipments?|purchases|deliveries|arrivals|deficits?|surplus(?:es)?|gaps?|shortfalls?|imbalances?|business|goods|services|merchandise|products|"
    r"receipts|orders|spending|commodities|dealings"
)
TRANSPARENT = re.compile(rf"\b(?:{CHANGE}|{_MEASURE}|{_FLOW})\s*\Z")
"""A noun through which the flow is still what is measured: "the value of", "growth in", "an increase in"."""

OBLIQUE = re.compile(
    r"(?P<before>.*)\b(?:by|on|of|from|to|for|against|in|into|over|without|about|behind|than|through|upon|under|amid|amidst|despite|because of|due to|thanks to|owing to|given|unlike|between)\s+"
    r"(?:(?:the|its|their|our|an?|this|that|those|such|all)\s+)?(?:(?:export|import|trade)\s+)?\Z"
)
TIME_NOUN = re.compile(r"\b(?:years?|decades?|months?|quarters?|weeks?)\s*\Z")
OWN_NOUN_PHRASE = re.compile(r".*\S\s+(?:the|an?|its|their|our|that)\s")
"""A phrase that begins with something else before its own article: "[For all of] 1999 the deficit"."""

RELATIVE = re.compile(r"\b(?:which|that|who|whose|where|it|they)\b")
ANY_VERB = re.compile(rf"{FINITE.pattern}|\b(?:lost|won|held|met|led|spent|sent|[a-z]{{3,}}ed)\b")
PRONOUN = re.compile(r"\b(?:those|that|the ones?)\Z")
INFINITIVE = re.compile(r"(?:\s+(?:with|to|from)\s+(?:the\s+)?[\w.]+(?:\s[A-Z]\w+)?)?\s+to\s+(?!the\b|[$€£\d])[a-z]+\b")
NO_VERB = re.compile(r"\b(?:up|down|off|higher|lower|adding|rising|falling|growing|climbing|to)\b")

COMPLEMENT = re.compile(
    r"\b(?:an?|the|its|their|at|with|for|in|by|of)\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\s+of\s+(?:(?:an?|the|about|around|roughly|approximately|some|nearly|almost|more than|less than|over|under|just|only|as much as|at least|up to|close to|an estimated|estimated|record)\s+)*\Z"
)
OTHER_MONEY = re.compile(
    r"\s+(?:in|of)\s+(?:[\w-]+\s+){0,2}?(?:revenues?|profits?|wages|taxes|dut(?:y|ies)|damages|savings|aid|investments?|remittances|fines|subsidies|loans?|costs|losses|fees|penalties|"
    r"homes?|houses|real estate|property|properties|land|farmland|companies|firms|tickets|bonds?|securities|assets|debts?|treasuries|equity|stocks|shares|funding|grants|claims|income|earnings|salary|salaries|pay|compensation|payroll|cash|capital(?!\s+(?:goods|equipment))|reserves|tariffs|credits?)\b"
)
"""Kinds of money that are no goods: "$27 billion in remittances"."""

AS_A_PART = re.compile(r"\bas an? (?:share|percentage|percent|proportion|fraction) of\b")
STANDS_FOR_FLOW = re.compile(
    r"\s*(?:it|they|that|those|these|the (?:figure|number|total|deficit|surplus|gap|value|sum)|exports|imports|trade|sales|shipments|in|from|to|with|by|of|up|down)\b"
)
MONEY_UNITS = ("currency", "percent", "percentage_points", "times", "USD/day", "USD/month")
TRADE = re.compile(r"\btrade\b")
FOR_EVERY = re.compile(r"\s+(?:[\w.-]+\s+){0,6}for (?:every|each)\b")
"""A ratio: "700,000 cars for every 5,000 it buys"."""

WHOLE = re.compile(
    r"\b(?:thirds?|half|quarters?|fifths?|tenths?|percent|cent|most|much|part) of (?:the|an?) (?:about |nearly |some |roughly )?\Z"
)
"""Before the whole that a part is of: "supply a third of the 100 million tons"."""

OPENING = re.compile(r"\W*(?:with|despite|because of|thanks to|given|amid|without|unlike)\b[^,;]*,\s+(?=(?:the\s+)?[a-z.]+)")
OF_OUTPUT = re.compile(
    r"\s(?:of|to) (?:the (?:country['’]s |nation['’]s )?)?(?:gdp|gross domestic product|output|the economy|economic output|national income)\b"
)
TIE = re.compile(
    r",?\s*(?:a (?:year|month|quarter)\s+|annually\s+)?(?:worth\s+|dollars\s+)?(?:(?:of|in|on|from)\s+)?(?:(?:its|the|their|our|all|total|additional|extra|more)\s+)*"
    rf"|,?\s+(?:[\w-]+\s+)?(?:{CHANGE})\s+(?:in|of)\s+(?:(?:the|its|our|their|all)\s+)*"
    r"|\s+(?:was|were|is|are)\s+"
)
"""Between a figure and the phrase of the flow behind it."""


PASSAGE = re.compile(
    r"\b(?:[Pp]orts?|[Hh]arbou?rs?|[Tt]erminals?|[Cc]anal|[Bb]ridges?|[Cc]rossings?|[Aa]irports?|[Rr]ailways?|[Rr]ailroads?|rail line|[Dd]ocks?|[Dd]ockworkers|[Ss]eaway|[Tt]unnel|[Gg]ateway|[Ll]ongshoremen|[Ww]arehouses?|[Pp]arks?)\b"
)
CONTAINERS = re.compile(r"\b(?:TEUs?|twenty-foot|20-foot equivalent)\b")
"""Units of ports and lines, in which no country's trade is told."""

CARRIED = re.compile(
    r"\b(?:containers?|TEUs?|boxes|carloads?|trucks?|truckloads?|railcars?|cargo(?:es)?|vessels?|units|parcels|trailers|crossings|pallets|loaded (?:imports|exports)|twenty-foot)\b"
)


OPENING_FIGURE = re.compile(
    r"\W*(?:(?:but|and|still|meanwhile|instead),?\s+)?(?:at|up|down|worth|valued at|(?:totall?|amount|reach|hitt?|ris|fall|climb|dropp?|grow|shrink|jump|surg|declin)ing)\b[^;:]*,\s*"
    r"(?:the\s+(?:\w+ly\s+)?\w+\s+)?"
)
"""A figure told of what the sentence begins with: "At $4.1 billion in March, the gap with Japan …", "Up 18.4 percent, exports to Brazil …"."""


HANDLED = re.compile(
    rf"{PASSAGE.pattern}[^,;.]{{0,50}}?\b(?:handle[ds]?|process(?:es|ed)?|move[ds]?|carr(?:y|ies|ied)|load(?:s|ed)?|unload(?:s|ed)?|clear(?:s|ed)?|funnel(?:s|ed)?)\b"
)


OF_ONE_PLACE = (in_small_letters(CONTAINERS.pattern), in_small_letters(PASSAGE.pattern))
"""Without these in small letters a text counts nothing that passes through one place."""


def through_one_place(words: str) -> bool:
    """Whether a sentence counts what passes through a port, bridge or the like, whose imports and exports are no country's."""
    return (
        CONTAINERS.search(words) is not None
        or HANDLED.search(words) is not None
        or (PASSAGE.search(words) is not None and CARRIED.search(words) is not None)
    )


def measures_flow(sentence: Sentence, territory: Territory, figure: Mark[Quantity]) -> bool:
    """Whether `figure` is a figure of the head of `territory`."""
    head = territory.head
    if head.carried or head.kind not in ("noun", "verb"):
        return True
    words = sentence.text.lower()
    if FOR_EVERY.match(words, figure.end):
        return False
    inside = territory.phrase <= figure.start < head.start
    if not inside and _of_another_noun(sentence.text, figure):
        return False
    if head.indicator == "balance" and figure.what.unit not in MONEY_UNITS and TRADE.search(words, territory.phrase, head.start) is None:
        return False  # "a rice deficit of 3 million tons" is a shortage
    if inside or head.kind == "verb":
        return True
    if figure.start < head.start:
        return (
            TIE.fullmatch(words, figure.end, territory.phrase) is not None
            or OPENING_FIGURE.fullmatch(words, 0, territory.phrase) is not None
        )
    between = words[head.end : figure.start]
    if WHOLE.search(words, 0, figure.start) or _in_opening(words, head.start, figure.start):
        return False
    if figure.what.unit == "percent" and OF_OUTPUT.search(between):
        return False  # "equal 13.5 percent of gross domestic product, up from 10.9 percent"
    if AS_A_PART.search(between) or _in_another_clause(between):
        return False
    return not _hangs_on_another(words, territory, figure) and not _counted_else(sentence, head, figure)


def _in_opening(words: str, head: int, figure: int) -> bool:
    """Whether the head stands in an opening phrase and the figure behind its comma: "With its surplus gone, Japan relies on income of …"."""
    opening = OPENING.match(words)
    return opening is not None and head < opening.end() <= figure


def _in_another_clause(between: str) -> bool:
    """Whether a colon or semicolon with a subject and verb of its own stands between: "makes imports dearer: a car from Germany costs 12 percent more"."""
    clause = re.split(r"[:;]\s", between)[1:]
    if not clause or STANDS_FOR_FLOW.match(clause[-1]):
        return False
    verb = FINITE.search(clause[-1])
    return verb is not None and verb.start() > 0


def _of_another_noun(text: str, figure: Mark[Quantity]) -> bool:
    """Whether the figure completes a noun that is no flow ("a cost of $664 million"), or counts money that is none ("$27 billion in remittances")."""
    if figure.what.unit == "currency" and OTHER_MONEY.match(text, figure.end):
        return True
    noun = COMPLEMENT.search(text, max(0, figure.start - 80), figure.start)
    return noun is not None and figure.what.unit == "currency" and TRANSPARENT.search(noun.group("noun")) is None


def _hangs_on_another(words: str, territory: Territory, figure: Mark[Quantity]) -> bool:
    """Whether the head stands behind a preposition and the figure behind a verb, which then has another subject."""
    phrase = words[territory.phrase : territory.head.start]
    if OWN_NOUN_PHRASE.match(phrase) or phrase.startswith("that "):
        return False
    governed = OBLIQUE.match(words[: territory.phrase])
    if governed is None:
        return False
    before = governed.group("before").rstrip()
    while TIME_NOUN.search(before):  # "by two decades of trade surpluses"
        outer = re.match(r"(?P<before>.*)\b(?:by|on|of|from|to|for|after|in)\s+(?:[\w-]+\s+){0,3}\Z", TIME_NOUN.sub("", before))
        if outer is None:
            break
        before = outer.group("before").rstrip()
    if not re.search(r"\w", before) or TRANSPARENT.search(before):
        return False
    between = words[territory.head.end : figure.start]
    if re.search(r"\bfor\s+(?:the\s+|its\s+|an?\s+)?\Z", words[: territory.phrase] + " ") and INFINITIVE.match(between):
        return False  # "called for the gap to widen to": what stands behind "for" is the subject of the infinitive
    if PRONOUN.search(before):  # "prices for imports rose 1.4 percent, and those for exports 2.5 percent"
        noun = re.search(r"\b(?P<noun>[a-z]+) (?:for|of) (?:[\w.]+ ){0,2}(?:im|ex)ports?\b", before)
        return noun is not None and TRANSPARENT.search(noun.group("noun")) is None
    verb = ANY_VERB.search(NO_VERB.sub(" ", between))
    return verb is not None and RELATIVE.search(between[: between.find(verb.group()) + 1]) is None


def _counted_else(sentence: Sentence, head: Head, figure: Mark[Quantity]) -> bool:
    """Whether a share behind a count is a share of what was counted: "exports support 1.1 million jobs, 4 percent of the total"."""
    if figure.what.unit != "percent" or not re.match(r"\s+of\b", sentence.text[figure.end :]):
        return False
    return any(
        q.what.unit not in ("currency", "percent", "percentage_points") and head.end <= q.start < figure.start for q in sentence.quantities
    )
