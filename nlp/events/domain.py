"""Whether a sentence is about trade policy at all: players, loans and electricity have their deals, hearings and tariffs too."""

import re

from nlp.events.field import is_of_other_agency
from nlp.events.wording import NAMED

_TRADE = re.compile(
    r"\btrade (?:agreements?|pacts?|deals?|accords?|talks|negotiat\w+|polic(?:y|ies)|ministers?|ministr(?:y|ies)|representatives?|officials?|office|commissioner|commission|wars?|disputes?|rows?|relations|relationship|ties|barriers?|practices|deficits?|surplus(?:es)?|gap|balance|imbalances?|partners?|partnership|preferences?|promotion|facilitation|acts?|laws?|remed(?:y|ies)|cases?|investigations?|probes?|frictions?|tensions?|blocs?|areas?|zones?|treat(?:y|ies)|truces?|framework|initiatives?|chiefs?|envoys?|flows?|rules|measures|sanctions|restrictions|department|secretary|advis[eo]rs?|lawyers?|benefits|privileges|status|associations?|enforcement|liberali[sz]ation|expansion|authority|committee|subcommittee|concessions?|terms|issues?|spats?|fights?|bills?|penalties|curbs|embargo|arrangement|bodies|body|group|panel|data|figures)\b"
    r"|\btrad(?:e|ing) (?:with|between|in|pact)\b|\b(?:free[- ]trade|fair trade|tariffs? on|import|imports|imported|exports?|exporters?|importers?|customs"
    rf"|anti-?dumping|countervailing|dumping|safeguards?|USTR|WTO|FTAs?|TPA|Section (?:201|232|301|337|421)|Commerce Department|{NAMED})\b|(?-i:[\w.]-[A-Z][a-z]+) (?:\w+ )?(?:agreement|pact|deal|accord|treaty)\b|\btariff|\btrade[.,;:]|\brates? on (?:[\w-]+ )?(?:goods|imports|products|exports)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:shortstop|pitcher|quarterback|rookie|midfielder|striker|goalkeeper|coach|playoffs?|season|leagues?|transfer of players|visas?|deport\w*|roster|ballclub|franchise|shareholders?|merger|takeover|acquisition"
    r"|mortgage|tenants?|landlord|lease|rent|creditors?|bondholders?|loan|debt (?:deal|relief|restructuring)|bailout|alimony|collective bargaining|pay (?:deal|talks)|nurses|teachers|pilots|strikers"
    r"|nuclear|missiles?|arms control|cease-?fire|truce|hostages?|prisoners?|peace (?:deal|accord|treaty|talks|agreement)|climate|Paris (?:accord|agreement)|emissions|extradition|Brexit|divorce|custody"
    r"|murder|manslaughter|zoning|school board|city council|county|planning (?:board|commission)|parole|bankruptcy|vaccines?|hospitals?|stadium|airline merger|EPA|FDA|FCC|FAA|Fed|Federal Reserve|NATO|Article 50|Security Council|United Nations|taxation|Budget Committee|spending (?:plan|bill)|budget (?:committee|resolution)|biofuels?|ozone|overtime|Medicare|Medicaid|Social Security|pesticides?|opioids?|highways?|cyber\w*|denucleari[sz]ation|asylum|abortion|gun|Supreme Court|bank deposits?|wages?|union contract|contract talks|publishers?|album|film studio|submarines?|Pentagon|AUKUS|defen[cs]e (?:pact|treaty|deal)|Iran (?:nuclear )?(?:deal|accord|agreement)|wetlands|police|troops|military|base agreement|INF|New START|START treaty|Open Skies|ABM treaty|test[- ]ban|non-?proliferation|UNESCO|Human Rights Council|World Health|Kyoto|Rome Statute|Criminal Court|Interpol|Schengen|Lisbon Treaty|FIFA|Olympic\w*|museums?|diocese|church|synod|parish|landlords?|trial|prenuptial|marriage|airport slots|slot rules|Heathrow|contract with|labou?r (?:agreement|contract)|zoos?|pandas?|tribes?|river waters?|water (?:releases|rights|treaty)|space station|orbit|satellites?|standby arrangement|World Bank|IMF|crib|toll|talent|opera|ballet|festival|universit(?:y|ies)|streaming|new contract|(?:chemical|biological) weapons|broadcasters?|labou?r deal|(?:players?|doctors|physicians|dockers|dockworkers|drivers|teachers|writers|actors)'? (?:association|union|guild)|lockouts?|accession (?:treaty|talks)|antitrust|oil sanctions|sanctions relief|enrichment|barrels a day)\b",
    re.IGNORECASE,
)
_OIL_AND_GRAIN = re.compile(
    r"\b(?:OPEC\+?|production (?:deal|agreement|pact|cuts?|quotas?)|grain (?:deal|corridor|initiative)|Black Sea)\b(?!.*\b(?:tariffs?|free[- ]trade)\b)|\breopen (?:the )?(?:\w+ )?ports for grain\b",
    re.IGNORECASE,
)
"""Pacts that are about goods sold abroad and no trade agreements."""

_UTILITY = r"(?:electricity|power|water|gas|heating|energy|electric|utility|telephone|phone|mobile|roaming|broadband|data|internet|telecoms?|rail|freight|postal|taxi|bus|toll|hospital|feed-in|hotel|parking|sewage|port|airport|retail|household)"
_OTHER_TARIFF = re.compile(
    rf"\b{_UTILITY}[ -](?:\w+ ){{0,2}}(?:tariffs?|rates?)\b(?! on \w+ imports?)|\btariffs? on (?:electricity|power|water|heating|calls|data)\b(?! (?:imports?|from|exports?))|\btariffs? for (?:[\w-]+ ){0, 2}?(?:electricity|power|water|gas|households|passengers|calls|customers|consumers|freight|trains?|rail|flights?|ferr(?:y|ies)|roaming)\b"
    r"|\b(?:water|power|gas|electric(?:ity)?|energy|rail|toll|telecoms?|phone|grid|ferry|bus|metro|port) (?:company|companies|utility|utilities|board|regulator|operator|authority|road|bridge|provider|supplier)\b[^.;]{0,80}\btariffs?\b|\btariffs?\b[^.;]{0,60}\b(?:toll|ferry|bus|metro|power grid|power station|households|motorists|passengers)\b"
    r"|\b(?:stamp|fuel|excise|estate|death|inheritance|jury|guard|active|military|civic|official|household|parental|ministerial|teaching|heavy|night|sentry|fiduciary) dut(?:y|ies)\b|\bduty (?:free|officer|roster|of care)\b"
    r"|\b(?:my|your) duties\b|\bon duty\b|\boff duty\b",
    re.IGNORECASE,
)
_OFFICE_DUTIES = re.compile(
    r"\b(?:his|her|their|its|the) (?:\w+ )?duties (?:as|of|in|at) (?:an? |the |his |her |their )?(?:\w+ ){0,2}?(?:minister|president|chair\w*|secretary|office|job|director|judge|captain|governor|envoy|ambassador)\b|\b(?:his|her) duties\b",
    re.IGNORECASE,
)
_CUSTOMS = re.compile(r"\b(?:import|customs|trade|exports?|imports|imported|Section \d{3}|USTR|WTO|goods from)\b", re.IGNORECASE)


_LOCAL = re.compile(
    r"\b(?:city council|town council|county (?:commission\w*|board|judge|court)|school (?:board|district)|zoning|planning (?:board|commission)|sheriff|parish council|mayor of)\b",
    re.IGNORECASE,
)
"""Bodies that no tariff or pact comes before, whatever else their sentence speaks of."""

_HOME_TAX = re.compile(
    r"\b(?:plastics?|carbon|digital|tourist|tourism|sugar|soda|soft-drinks?|apprenticeship|bank|banking|congestion|health|pension|payroll|solidarity|wealth|windfall|council|betting|gambling|landfill|waste|licen[cs]e|training|property|hotel|fuel|peak-season|baggage|card|climate|land|housing|estate|inheritance|stamp|income|sales|excise|electricity|power|energy|grid|renewables?|green)[- ](?:\w+ )?(?:lev(?:y|ies)|surcharges?|surtax(?:es)?|dut(?:y|ies))\b"
    r"|\b(?:lev(?:y|ies)|surcharges?|surtax(?:es)?|dut(?:y|ies)) (?:of [\w.%$€£]+(?: per ?cent| euros?| pence| cents)?(?: an?| per)?(?: \w+)? )?on (?:\w+ ){0,2}?(?:soda|sugary|soft drinks|plastic bags?|packaging|banks|hotels?|tourists|tickets|fares|flights|passengers|withdrawals|cards?|bills|deliveries|containers|homes?|houses|property|buyers|estates?|inheritances?|land|incomes?|profits|wages|salaries|employers|deposits|transactions|streaming|advertising|gambling|alcohol sales|carbon|emissions|motorists|drivers|landlords|diesel|petrol|gasoline|cigarettes|tobacco|(?:renewable )?(?:power|electricity|energy)|seats)\b"
    r"|\b(?:lev(?:y|ies)|surcharges?|dut(?:y|ies)) of (?:(?:about|some|up to) )?(?:[$€£]\s?\d|[\d.,]+ (?:euros?|cents?|pence|pounds?|dollars?)\b)",
    re.IGNORECASE,
)
"""Levies and surcharges that have nothing to do with a border."""

_AT_BORDER = re.compile(
    r"\b(?:imports?|imported|importers?|customs|border|tariffs?|trade|(?:Chinese|American|foreign) (?:goods|products))\b", re.IGNORECASE
)


def is_home_tax(sentence: str) -> bool:
    """Whether the levy, surcharge or duty spoken of is one at home: on soda, tickets, estates."""
    return _HOME_TAX.search(sentence) is not None and _AT_BORDER.search(sentence) is None


def is_elsewhere(sentence: str) -> bool:
    """Whether the sentence belongs to another field: it names one and no word of trade."""
    if _LOCAL.search(sentence) or is_home_tax(sentence) or is_of_other_agency(sentence):
        return True
    if _OFFICE_DUTIES.search(sentence):
        return True
    if _OTHER_TARIFF.search(sentence) and not _CUSTOMS.search(sentence):
        return True
    return _OIL_AND_GRAIN.search(sentence) is not None or (_ELSEWHERE.search(sentence) is not None and _TRADE.search(sentence) is None)


def is_of_another_field(text: str) -> bool:
    """Whether a text speaks of another field and nowhere of trade."""
    return _ELSEWHERE.search(text) is not None and _TRADE.search(text) is None


_BARE_TREATY = re.compile(r"\btreat(?:y|ies)\b", re.IGNORECASE)


def is_other_treaty(sentence: str, act: str) -> bool:
    """Whether an act concerns a treaty in a sentence without a word of trade: on borders, weapons, players."""
    return _BARE_TREATY.search(act) is not None and _TRADE.search(sentence) is None


_PLACE = re.compile(
    r"\b(?:trade|tariffs?|goods|exports?|imports?|deficit|surplus|customs|congress|treaty|phase one|(?:from|out of|leave|quit) the (?:WTO|World Trade)|ministers?|ministry|presidents?|parliaments?|governments?|FTA)\b",
    re.IGNORECASE,
)


def is_unplaced(text: str) -> bool:
    """Whether nothing in a text says whose agreement it speaks of; firms and neighbours sign agreements too."""
    return not _PLACE.search(text)
