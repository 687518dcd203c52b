"""Tariff rates: who imposes them, on whom, on what, from when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.claims.context import Context, Tariff
from nlp.claims.figures import read_figures
from nlp.claims.head import Head
from nlp.claims.indicators.tariff_rate import BEARS, GOODS, IN_PLACE, NOUN, USUAL, changed_to, earlier_of, led_to
from nlp.claims.modality import read_modality
from nlp.claims.moves import find_moves
from nlp.claims.scope import read_product, read_scope
from nlp.claims.sentence import Mark, Sentence
from nlp.claims.setting import Setting
from nlp.claims.territory import Territory
from nlp.verbs import verbs
from tradeclaims.records import Claim
from tradeclaims.records.claim import Modality
from tradeclaims.values import Period, Quantity

IMPOSES = re.compile(
    r"\s+(?:also\s+|has\s+|have\s+|had\s+|will\s+|would\s+|could\s+|is\s+|itself\s+)*(?:impos|levi|levy|slap|charg|appl|plac|put|rais|threaten|announc|retaliat|set|collect|respond)\w*",
    re.IGNORECASE,
)
GOODS_OF = re.compile(
    r"(?:-made)?\s+(?:(?!tariffs?\b|dut(?:y|ies)\b|lev(?:y|ies)\b)[\w-]+\s+){0,2}?(?:goods|imports|products|exports|shipments|cars|vehicles|trucks|autos|steel|aluminum|wine|lumber|cheese|pork|beef|soybeans|clothing|shoes|toys|textiles|watches|makers|producers|exporters|ones)\b"
)
"""Behind the name of whose goods are meant."""

SOLD_TO = re.compile(
    r"\s+on\s+(?:[\w.’'-]+\s+){0,4}?(?:exports|shipments|sales|goods|cars|imports)\s+(?:sold\s+|bound\s+)?(?:to|for|into)\s+(?:the\s+)?"
)
FROM_ALL = re.compile(r"\b(?:imported|all (?:steel|aluminum|imports|cars|foreign)|foreign|global|worldwide)\b", re.IGNORECASE)
ITS_TARIFF = re.compile(r"(?:['’]s?)?\s+(?:import\s+|customs\s+|steel\s+|car\s+)?")
AMERICAN = re.compile(
    r"\b(?:[Tt]he (?:American |U\.?S\.? )?(?:president|administration)|White House|USTR|Commerce Department|Section (?:201|232|301))\b"
)
"""Whose tariffs are American."""

ON = re.compile(
    r"\b(?:on|against(?!\s+(?:\w+\s+)?\d)|from|of)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|May\s\d|next\s|today\b)(?:[\w$.,'’-]+\s+){0,6}?$",
    re.IGNORECASE,
)
HIT = re.compile(r"\b(?:hit|hits|hitting|strike|strikes|struck|punish\w*|slap|slaps|slapped|target\w*)\s+(?:the\s+)?$", re.IGNORECASE)
HIT_WITH = re.compile(r"\s+(?:[\w-]+\s+){1,6}?with\s+(?:an?\s+|the\s+)?(?:[\w.%-]+\s+){0,5}", re.IGNORECASE)
"""Around whose goods are hit: "will hit American motorcycles with a 25 percent duty"."""

OUR_GOODS = re.compile(r"\s+on\s+our\b", re.IGNORECASE)
BUILT_IN = re.compile(
    r"\b(?:build|built|builds|building|make|made|makes|making|assembled?|assembles|assembling|produced?|produces|producing|grown?|grows|mined|farmed|caught)\s+(?:\w+\s+)?in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before where goods are from, whoever owns the works: "cars that German makers build in Mexico"."""

ITS_GOODS = re.compile(
    r"\s+(?:on|against)\s+(?:all\s+|most\s+|some\s+)?(?:of\s+)?(?:its|their)\s+(?:\w+\s+)?(?:goods|imports|exports|products|shipments|cars|steel|aluminum|wine|wares)\b",
    re.IGNORECASE,
)
"""Behind a tariff on the goods of who was named before."""

ANSWER = re.compile(
    r",\s+(?:[\w.]+['’]s?\s+|its\s+|their\s+|an?\s+|the\s+|in\s+)?(?:\w+\s+)?(?:answer|reply|response|riposte|retaliation|counter|return|revenge|retort)\s+(?:to|for)\b",
    re.IGNORECASE,
)
"""Before another country's tariff, which this one answers."""

FRONTED_IF = re.compile(r"\W*(?:Had|If|Unless|Were|Should)\b[^,;]*,")
"""A condition before the clause, whose days are not the rate's."""

OTHER_DAY = re.compile(
    r"\b(?:(?:not|rather than|instead of)\s+(?:(?:on|in|from|at)\s+)?|(?:introduced|sponsored|filed|tabled|drafted)\s+(?:on\s+|last\s+)?)$",
    re.IGNORECASE,
)
"""Before a day that is only set against another."""

STOOD = re.compile(r"\b(?:taxed|charged|levied|stood|was|were|averaged|paid|faced|owed|applied|collected)\b[^,;]*$", re.IGNORECASE)
STARTS = re.compile(
    r"\b(?:from|starting|effective|beginning|start(?:s|ed)?|begins?|takes? effect|took effect|as of|by|since|entered on or after|on or after|kick\w* in|into effect|in force)\s+(?:on\s+|in\s+|from\s+)?$",
    re.IGNORECASE,
)
_EFFECT = verbs(
    "impose slap apply place put clap charge collect reimpose re-impose reinstate restore raise hike increase double triple quadruple halve cut lower reduce trim slash "
    "take_effect come_into_force come_into_effect go_into_effect go_into_force enter_into_force kick_in become_effective become_subject begin start come_back return follow apply snap_back "
    "rise climb jump go_up fall drop come_down go_down add hit answer retaliate respond tax"
)
EFFECT = re.compile(rf"\b{_EFFECT.any}\b", re.IGNORECASE)
"""Verbs of a rate's coming into being; the day beside them is the day it applies from."""

FINITE = re.compile(rf"\b(?:{_EFFECT.any}|will|would|could|has|have|had|is|are|was|were|said|told|\w{{3,}}ed)\b", re.IGNORECASE)
OTHER_CLAUSE = re.compile(
    r";|\s(?:rather than|instead of)\s|,?\s(?:and|but|while|whereas|though|although)\s+(?=[\w’' ]{2,40}?\b(?:\w{3,}ed|will|would|has|have|is|are|was|took|went|answers?)\b)",
    re.IGNORECASE,
)
ANOTHER_ACT = re.compile(rf"{NOUN.pattern}|{EFFECT.pattern}", re.IGNORECASE)
NO_VERB = re.compile(r"\b(?:the|an?|its|their|his|this|that|of|proposed|threatened)\s+$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till)\s+$", re.IGNORECASE)
ELSE_VERB = re.compile(
    r"\b(?:propos\w+|announc\w+|said|says|told|sign(?:ed|s)|threaten\w*|warn\w*|tweet\w+|approv\w+|adopt\w+|order\w+|authori\w+|proclaim\w+|vot\w+|agreed|report\w+|publish\w+|confirm\w+|decid\w+|declared|wrote|met|notified)\b",
    re.IGNORECASE,
)
SELF = re.compile(r"^(?:since|starting|effective|beginning|from|in|this|next|last)\b", re.IGNORECASE)
ELSE = re.compile(r"\b(?:propos\w+|announc\w+|said|hearing|told|signed|threaten\w+|tweet\w+|until|deadline)\b[^,;]{0,20}$", re.IGNORECASE)


def tariff_claim(setting: Setting, territory: Territory, before: Claim | None = None) -> Iterator[Claim]:
    """The claim of one tariff head; `before` is the tariff told of just before in the sentence, whose sides one without its own shares."""
    sentence, head = setting.sentence, territory.head
    assert head.rate is not None
    reporter, partners = _sides(setting, territory)
    if before is not None and not sentence.party_in(territory.start, territory.end):
        reporter, partners = before.reporter, before.partners
    scope, basis = read_scope(sentence, territory)
    product = read_product(sentence, territory)
    if scope == "unspecified" and (product or GOODS.search(sentence.text)):
        scope, basis = "goods", "explicit"
    figures = read_figures(sentence, head, territory.start, territory.end)[0]
    rate = next((m for m in sentence.quantities if m.what is head.rate), None)
    moved = head.from_rate is not None or figures.factor is not None or (rate is not None and changed_to(sentence, head.end, rate))
    start = next((m.start for m in sentence.quantities if m.what is head.rate), head.start)
    led = rate is not None and led_to(sentence, head.start, rate)
    way = find_moves(sentence.left(head.start, 40))[-1:] if led and figures.direction is None else []
    yield Claim(
        document=setting.document.id,
        revision=setting.document.revision,
        evidence=sentence.span,
        reporter=reporter,
        partners=partners,
        indicator="tariff_rate",
        scope=scope,
        scope_basis=basis,
        product=product,
        measure="rate",
        value=head.rate,
        from_value=head.from_rate,
        factor=figures.factor.what if figures.factor else None,
        direction=way[0].direction if way else figures.direction if moved or led else None,
        period=_period(sentence, territory) or _period_of_list(setting, territory),
        qualifier=head.rate.qualifier,
        modality=_modality(sentence, territory, start),
        quotation=setting.speakers.quotes(sentence.span.start + start),
        checkable=False,
        extractor_version=setting.version,
    )


_UNION = frozenset(
    [
        "AUT",
        "BEL",
        "BGR",
        "HRV",
        "CYP",
        "CZE",
        "DNK",
        "EST",
        "FIN",
        "FRA",
        "DEU",
        "GRC",
        "HUN",
        "IRL",
        "ITA",
        "LVA",
        "LTU",
        "LUX",
        "MLT",
        "NLD",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "ESP",
        "SWE",
    ]
)
"""Members of the European Union: none has tariffs of its own."""

FACES = re.compile(
    rf"\b(?:{verbs('face pay owe carry bear incur attract').any}|hit with|subject to|slapped with|charged|assessed|taxed at)\s+(?:an?\s+|the\s+|with\s+)?(?:[\w.%-]+\s+){{0,4}}$",
    re.IGNORECASE,
)
NEXT_TARGET = re.compile(r"(?:\s+[\w-]+){0,2}?,?\s+(?:and|or)\s+(?:on\s+)?(?:the\s+)?|,\s+(?:the\s+)?")
JOINING = re.compile(r",?\s+(?:and\s+|or\s+)?(?:the\s+)?")
AT_BORDER = re.compile(r"\b(?:in|at|into|entering|enter|to)\s+(?:the\s+)?$", re.IGNORECASE)
ENTERED = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|(?:arriv|land|sold|sent|ship|export|import|bound)\w*\s+(?:in|at|to|into|for))\s+(?:the\s+)?$", re.IGNORECASE
)
NEXT_VERB = re.compile(
    r",?\s+(?:and|but)\s+(?:\w+\s+)?(?:\w{2,}ed|left|took|put|set|said|would|will|has|had)\b|\s+(?:after|despite|over|following|because)\s+",
    re.IGNORECASE,
)


DECIDED = re.compile(
    r"\b(?:took effect|takes effect|will take effect|came into|went into|kicked in|imposed|raised|doubled|effective|already|currently|still|now)\b",
    re.IGNORECASE,
)
REPORTED_WOULD = re.compile(
    r"\b(?:said|announced|told [\w ]{1,30}?|confirmed|ordered|declared|decided)\b[^,;]{0,40}\bwould\b", re.IGNORECASE
)
UNSURE = re.compile(r"\b(?:if|unless|could|might|may|propos\w+|threat\w+|warn\w*|consider\w*|until)\b", re.IGNORECASE)
ON_GOODS = re.compile(r"\s+(?:on|against)\s")
ON_HOLD = re.compile(
    r"\b(?:will|would|did|does|do|is|are|was|were)(?: not|n['’]t) (?:\w+ )?(?:go ahead|take effect|be imposed|rise|happen|apply)\b|\brather than\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:wants?|wanted|plans?|planned|planning|consider\w*|weigh\w*|mull\w*|propos\w+|recommend\w*|threat\w*|under (?:consideration|discussion|review)|suggest\w*|float\w*|draft\w*|proposal|hopes?|seeks?|vow\w*|favou?rs?|urg\w+|call\w* for|demand\w*)\b",
    re.IGNORECASE,
)


def _modality(sentence: Sentence, territory: Territory, rate: int) -> Modality:
    """How the rate is told: in force or set, only planned, or denied."""
    if (
        ON_HOLD.search(sentence.text[territory.start : territory.end])
        and not re.search(r"\brather than\b", sentence.text[territory.start : rate])
    ) or re.search(r"\brather than\b[^.;,]{0,40}$", sentence.text[:rate]):
        return "denied"
    if REPORTED_WOULD.search(sentence.text, territory.start, rate) and not UNSURE.search(sentence.text):
        return "asserted"
    read = read_modality(sentence, territory.start, territory.end, rate, tariff=True)
    return (
        "hypothetical"
        if read == "asserted"
        and PLANNED.search(sentence.text, 0, rate)
        and not DECIDED.search(sentence.text, territory.start, territory.end)
        else read
    )


def _sides(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]]:
    """Who imposes it, on whom."""
    told = setting.context.tariff
    if told is not None and not setting.sentence.parties and _speaks_on(setting.sentence, territory):
        # "The rate will go up to 25 percent": the tariff spoken of before.
        return told.reporter, told.partners
    reporter, partners = _faced(setting, territory) or _imposed(setting, territory)
    reporter = _customs_area(reporter)
    if reporter is None or reporter in partners:
        reporter = "USA" if "USA" not in partners else None
    partners = tuple(dict.fromkeys("EU" if partner == "EUROPE" else partner for partner in partners))
    partners = tuple(partner for partner in partners if partner != reporter)
    return reporter, partners or ("WLD",)


def _speaks_on(sentence: Sentence, territory: Territory) -> bool:
    """Whether a tariff is one told of before: an item of its list, "the rate", "that duty"."""
    head = territory.head
    return NOUN.fullmatch(sentence.text, head.start, head.end) is None or (
        re.search(r"\b(?:the|that|this|these|those)\s+(?:\w+\s+)?$", sentence.left(head.start, 20), re.IGNORECASE) is not None
        and ON_GOODS.match(sentence.text, head.end) is None
    )


def _customs_area(code: str | None) -> str | None:
    return "EU" if code in _UNION or code == "EUROPE" else code


def _faced(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]] | None:
    """Sides of a tariff told by whose goods face it: "European makers would have faced a 25 percent duty at American ports"."""
    sentence, head = setting.sentence, territory.head
    at = min((m.start for m in sentence.quantities if m.what is head.rate), default=head.start)
    end = at if BEARS.fullmatch(sentence.text, head.start, head.end) else min(at, head.start)
    faces = FACES.search(sentence.text, max(0, end - 120), end)
    if not faces:
        return None
    named = [m for m in sentence.parties if territory.start <= m.start and m.end <= faces.start()]
    entered = [m for m in named if ENTERED.search(sentence.left(m.start, 25))]
    bearers = _joined(sentence, [m for m in named if m not in entered])
    if not bearers:
        return None
    border = next((m.what for m in sentence.parties if m.start > head.end and AT_BORDER.search(sentence.left(m.start, 15))), None)
    border = border or (entered[0].what if entered else None)
    own = next((m.what for m in sentence.parties if faces.start() <= m.start and m.end <= head.start and head.start - m.end < 30), None)
    home = setting.context.country
    partners = tuple(dict.fromkeys(m.what for m in bearers))
    return border or own or (home if home not in partners else None), partners


def _together(sentence: Sentence, marks: list[Mark[str]]) -> list[Mark[str]]:
    """The first of the marks with those named in one breath with it: "on Canada and Mexico", "on Chinese steel and Indian aluminum"."""
    chosen = marks[:1]
    for mark in marks[1:]:
        if not NEXT_TARGET.fullmatch(sentence.text, chosen[-1].end, mark.start):
            break
        chosen.append(mark)
    return chosen


def _joined(sentence: Sentence, marks: list[Mark[str]]) -> list[Mark[str]]:
    """The last of the marks with those before it that it is joined to: "Canadian, Mexican and European steel"."""
    chosen = marks[-1:]
    for mark in reversed(marks[:-1]):
        if not JOINING.fullmatch(sentence.text, mark.end, chosen[0].start):
            break
        chosen.insert(0, mark)
    return chosen


def _imposed(setting: Setting, territory: Territory) -> tuple[str | None, tuple[str, ...]]:
    sentence, head, country = setting.sentence, territory.head, setting.context.country
    if head.carried:
        placed = next(
            (m.what for m in sentence.parties if m.start >= head.end and IN_PLACE.fullmatch(sentence.text, head.end, m.start)), None
        )
        if placed:
            return placed, ("WLD",)
    sold = SOLD_TO.match(sentence.text, head.end)
    buyers = [m for m in sentence.parties if sold and sold.end() == m.start] if sold else []
    if buyers:
        # "a 39 percent tariff on its exports to the United States"
        seller = next((m.what for m in reversed(sentence.parties) if m.start < buyers[0].start), country)
        return buyers[0].what, (seller,) if seller and seller != buyers[0].what else ("WLD",)
    end = min(
        (stop.start() for stops in (NEXT_VERB, ANSWER) if (stop := stops.search(sentence.text, head.end))), default=len(sentence.text)
    )
    owned = ITS_GOODS.match(sentence.text, head.end)
    owner = next((m.what for m in reversed(sentence.parties) if m.end <= head.start), None) if owned else None
    if owner:
        # "a 5 percent tariff on all its goods": of who was named before.
        by = next(
            (m.what for m in sentence.parties if m.what != owner and (m.start >= head.end or IMPOSES.match(sentence.text, m.end))), None
        )
        return by or (country if country != owner else "USA" if owner != "USA" else None), (owner,)
    on = [m for m in sentence.parties if head.end <= m.start < end and ON.search(sentence.text[max(head.end, m.start - 120) : m.start])]
    built = [m for m in on if BUILT_IN.search(sentence.left(m.start, 30))]
    on = built or on
    if not on:
        on = [
            m for m in sentence.parties if HIT.search(sentence.left(m.start, 25)) and HIT_WITH.fullmatch(sentence.text, m.end, head.start)
        ]
    ours = OUR_GOODS.match(sentence.text, head.end) if not on and country else None
    if ours:
        by = next((m.what for m in reversed(sentence.parties) if m.end <= head.start and m.what not in (country, "WLD")), None)
        if by is not None:
            return by, (str(country),)  # "India runs a surplus with us, and it slaps a 100 percent tariff on our motorcycles"
    if not on:
        on = [
            m
            for m in sentence.parties
            if m.end <= head.start
            and ON.search(sentence.left(m.start, 50))
            and m.start >= territory.start
            and not ITS_TARIFF.fullmatch(sentence.text, m.end, head.start)
        ]
    if not on:
        on = _joined(
            sentence,
            [m for m in sentence.parties if territory.start <= m.start < min(end, territory.end) and GOODS_OF.match(sentence.text, m.end)],
        )
    word = NOUN.search(sentence.text) if head.carried else None
    imposer = _imposer(sentence, word.start() if word else head.start, on)
    if USUAL.search(sentence.left(head.start, 30) + sentence.right(head.start, 50)) and not on:
        return (imposer.what if imposer else country), ("WLD",)
    reporter = imposer.what if imposer else country
    if imposer is None and AMERICAN.search(sentence.text):
        reporter = "USA"
    elif imposer is None and on and on[0].what == country:
        targets = {m.what for m in _together(sentence, on)}
        reporter = next((m.what for m in sentence.parties if m.what not in targets), None)
    partners = tuple(dict.fromkeys(m.what for m in on if m.what != reporter))[:3]
    if partners:
        return reporter, partners
    if FROM_ALL.search(sentence.left(head.start, 30) + sentence.right(head.start, 70)):
        return reporter, ("WLD",)
    others = list(dict.fromkeys(m.what for m in sentence.parties if m.what != reporter))
    if len(others) == 1:
        return reporter, (others[0],)
    return reporter, (country,) if country and country != reporter else ("WLD",)


def _imposer(sentence: Sentence, head: int, on: list[Mark[str]]) -> Mark[str] | None:
    for mark in sentence.parties:
        if mark.what in {one.what for one in on}:
            continue
        if IMPOSES.match(sentence.text, mark.end):
            return mark
        if (
            mark.end <= head
            and re.fullmatch(r"(?:['’]s?)?\s+(?:[\w.%$’'-]+\s+){0,4}", sentence.text[mark.end : head])
            and head - mark.end < 35
        ):
            return mark
    return None


def _period(sentence: Sentence, territory: Territory) -> Period | None:
    """The day or time the rate applies from; the day it was announced or is heard about is another matter."""
    condition = FRONTED_IF.match(sentence.text)
    fronted = condition.end() if condition and condition.end() <= territory.head.start else 0
    for mark in sorted(sentence.dates, key=lambda m: (m.start < territory.start, m.start)):
        left = sentence.left(mark.start, 40)
        if OTHER_DAY.search(left) or mark.end <= fronted:
            continue
        if mark.what.freq in ("year", "fiscal_year") and _stood_then(sentence, territory, mark):
            return mark.what
        if mark.what.freq in ("month", "year") and _moved_then(sentence, territory, mark):
            return mark.what
        if mark.start >= territory.end and ANOTHER_ACT.search(sentence.text, territory.end, mark.start):
            continue
        since = STARTS.search(left)
        if ELSE.search(left) and not since:
            continue
        own = SELF.match(mark.what.raw or "")
        if since and not UNTIL.search(left) and mark.what.raw and not own:
            return replace(mark.what, raw=f"{since.group().strip()} {mark.what.raw}")
        if since or own or (mark.what.freq == "day" and _in_effect(sentence, territory, mark)):
            return mark.what
    return None


def _stood_then(sentence: Sentence, territory: Territory, mark: Mark[Period]) -> bool:
    """Whether a year right behind a rate is when it stood: "taxed beef at 38.5 percent in 2019"."""
    rate = next((m for m in sentence.quantities if m.what is territory.head.rate), None)
    if rate is None or not re.fullmatch(r"\s+(?:in|during)\s+(?:fiscal\s+)?", sentence.text[rate.end : mark.start]):
        return False
    return STOOD.search(sentence.text[: rate.start]) is not None


def _moved_then(sentence: Sentence, territory: Territory, mark: Mark[Period]) -> bool:
    """Whether a time right behind the rate is when it was changed: "cut its duty on big bikes to 50 percent in February 2018"."""
    rate = next((m for m in sentence.quantities if m.what is territory.head.rate), None)
    if rate is None or not re.fullmatch(r"\s+in\s+", sentence.text[rate.end : mark.start]):
        return False
    return led_to(sentence, territory.head.start, rate) or changed_to(sentence, territory.head.end, rate)


def _period_of_list(setting: Setting, territory: Territory) -> Period | None:
    """The day that the head of a list gives for all its items."""
    told = setting.context.tariff
    if told is None or told.period is None or not told.listing or not _speaks_on(setting.sentence, territory):
        return None
    return replace(told.period, raw=None)


def _in_effect(sentence: Sentence, territory: Territory, mark: Mark[Period]) -> bool:
    """Whether a day stands in the rate's own clause beside a verb of its coming into being, and beside no verb of saying."""
    start, end = 0, len(sentence.text)
    for joint in OTHER_CLAUSE.finditer(sentence.text):
        if not FINITE.search(sentence.text, start, joint.start()):
            continue  # "clothing and footwear will be taxed" joins two nouns
        if joint.end() <= min(territory.head.start, territory.phrase):
            start = joint.end()
        elif joint.start() >= territory.head.end:
            end = joint.start()
            break
    if not start <= mark.start < end:
        return False
    verbs_there = [hit for hit in EFFECT.finditer(sentence.text, start, end) if not NO_VERB.search(sentence.left(hit.start(), 25))]
    if not verbs_there:
        return False
    nearest = min(verbs_there, key=lambda hit: abs(hit.start() - mark.start))
    low, high = sorted((nearest.start(), mark.start))
    return not ELSE_VERB.search(sentence.text, low, high) and not ELSE_VERB.match(sentence.right(mark.end, 40).lstrip(" ,"))


PERCENT = re.compile(r"\d ?%|\bper ?cent\b", re.IGNORECASE)
ITEM_LINE = re.compile(r"^\W*[A-Za-z][^:;]{2,80}?\s*(?::|\s[-–—])\s")
ITEM = re.compile(r"^\W*(?P<what>[A-Za-z][^:;]{2,80}?)\s*(?::|\s[-–—])\s*(?:up to\s+)?$")
THE_RATE = re.compile(
    r"\b(?:the|that|this|its) (?:rate|figure|percentage)\b|^\W*(?:it|that|this)\b(?= (?:will|would|is|was|rose|rises|goes|went|doubles|doubled))",
    re.IGNORECASE,
)
TO_RATE = re.compile(r"\b(?:to|at|be)\s+(?:as much as\s+|up to\s+)?$", re.IGNORECASE)
NO_TARIFF = re.compile(
    r"\b(?:exchange|interest|growth|unemployment|inflation|savings|tax|mortgage|jobless|key|policy|annual) rate|\b(?:exports?|imports?|deficit|surplus|sales|shipments|prices)\b",
    re.IGNORECASE,
)


def rate_goes_on(words: str, context: Context) -> bool:
    """Whether a sentence may give a further rate of the tariff spoken of before."""
    return context.tariff is not None and PERCENT.search(words) is not None


def heads_rates(words: str) -> bool:
    """Whether a line announces a list of tariff rates."""
    return words.rstrip().endswith(":") and NOUN.search(words) is not None


def carried_rates(sentence: Sentence, context: Context) -> list[Head]:
    """The rate of a sentence that leaves its tariff out: an item of a list under it, or "the rate"."""
    rates = [mark for mark in sentence.quantities if mark.what.unit == "percent"]
    if context.tariff is None or not rates:
        return []
    first = rates[0]
    if context.tariff.listing and ITEM.match(sentence.text[: first.start]):
        return [_rate_head(sentence, first, first.start, first.end, rates)]
    named = THE_RATE.search(sentence.text)
    if named is None or NO_TARIFF.search(sentence.text):
        return []
    return [
        _rate_head(sentence, mark, named.start() if mark is first else mark.start, named.end() if mark is first else mark.end, rates)
        for mark in rates
        if mark.start >= named.end() and TO_RATE.search(sentence.left(mark.start, 30))
    ]


def _rate_head(sentence: Sentence, mark: Mark[Quantity], start: int, end: int, rates: list[Mark[Quantity]]) -> Head:
    return Head(start=start, end=end, indicator="tariff_rate", kind="tariff", rate=mark.what, from_rate=earlier_of(sentence, mark, rates))


def remember_tariff(setting: Setting, claims: list[Claim]) -> None:
    """Keep the tariff that a sentence tells of for those behind it; a line ending in a colon heads a list."""
    sentence, context = setting.sentence, setting.context
    heads_list = heads_rates(sentence.text)
    told = [claim for claim in claims if claim.indicator == "tariff_rate"]
    if told:
        last, listing = (
            told[-1],
            heads_list or (context.tariff is not None and context.tariff.listing and bool(ITEM_LINE.match(sentence.text))),
        )
        context.tariff = Tariff(last.reporter, last.partners, last.period if heads_list or listing else None, last.modality, listing)
        return
    word = NOUN.search(sentence.text)
    if word is None:
        if context.tariff is not None:
            context.tariff = replace(context.tariff, listing=False)
        return
    head = Head(start=word.start(), end=word.end(), indicator="tariff_rate", kind="tariff")
    territory = Territory(head=head, start=0, end=len(sentence.text), phrase=word.start())
    reporter, partners = _customs_area(_imposed(setting, territory)[0]), _imposed(setting, territory)[1]
    if heads_list or context.tariff is None:
        context.tariff = Tariff(reporter or "USA", partners, _period(sentence, territory) if heads_list else None, "asserted", heads_list)
