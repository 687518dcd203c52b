"""Whether a sentence is about trade policy at all: players, loans and electricity have their deals, hearings and tariffs too."""

import re

from nlp.events.wording import NAMED

_TRADE = re.compile(
    r"\btrade (?!deadline|secrets?|union|unions|show|fair|name|journal|paper|rumou?rs?)\w+|\btrad(?:e|ing) (?:with|between|in|pact)\b|\b(?:free[- ]trade|fair trade|tariffs? on|import|imports|imported|exports?|exporters?|importers?|customs"
    rf"|anti-?dumping|countervailing|dumping|safeguards?|USTR|WTO|FTAs?|TPA|Section (?:201|232|301|337|421)|Commerce Department|{NAMED})\b|(?-i:[\w.]-[A-Z][a-z]+) (?:\w+ )?(?:agreement|pact|deal|accord|treaty)\b|\btariff|\btrade[.,;:]",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:shortstop|pitcher|quarterback|rookie|midfielder|striker|goalkeeper|coach|playoffs?|season|league|roster|ballclub|franchise|shareholders?|merger|takeover|acquisition"
    r"|mortgage|tenants?|landlord|lease|rent|creditors?|bondholders?|loan|debt (?:deal|relief|restructuring)|bailout|alimony|collective bargaining|pay (?:deal|talks)|nurses|teachers|pilots|strikers"
    r"|nuclear|missiles?|arms control|cease-?fire|truce|hostages?|prisoners?|peace (?:deal|accord|treaty|talks|agreement)|climate|Paris (?:accord|agreement)|emissions|extradition|Brexit|divorce|custody"
    r"|murder|manslaughter|zoning|school board|city council|county|planning (?:board|commission)|parole|bankruptcy|vaccines?|hospitals?|stadium|airline merger|EPA|FDA|FCC|FAA|Fed|Federal Reserve|NATO|Article 50|Security Council|United Nations|taxation|Budget Committee|spending (?:plan|bill)|budget (?:committee|resolution)|biofuels?|ozone|overtime|Medicare|Medicaid|Social Security|pesticides?|opioids?|highways?|cyber\w*|denucleari[sz]ation|asylum|abortion|gun|Supreme Court|bank deposits?|wages?|union contract|contract talks|publishers?|album|film studio|submarines?|Pentagon|AUKUS|defen[cs]e (?:pact|treaty|deal)|Iran (?:nuclear )?(?:deal|accord|agreement)|wetlands|police|troops|military|base agreement)\b",
    re.IGNORECASE,
)
_UTILITY = r"(?:electricity|power|water|gas|heating|energy|electric|utility|telephone|phone|mobile|roaming|broadband|data|internet|telecoms?|rail|freight|postal|taxi|bus|toll|hospital|feed-in|hotel|parking|sewage|port|airport|retail|household)"
_OTHER_TARIFF = re.compile(
    rf"\b{_UTILITY}[ -](?:\w+ ){{0,2}}(?:tariffs?|rates?)\b(?! on \w+ imports?)|\btariffs? on (?:electricity|power|water|heating|calls|data)\b(?! (?:imports?|from|exports?))|\btariffs? for (?:\w+ )?(?:electricity|power|water|gas|households|passengers|calls|customers|consumers)\b"
    r"|\b(?:stamp|fuel|excise|estate|death|inheritance|jury|guard|active|military|civic|official|household|parental|ministerial|teaching|heavy|night|sentry|fiduciary) dut(?:y|ies)\b|\bduty (?:free|officer|roster|of care)\b"
    r"|\b(?:my|your) duties\b|\bon duty\b|\boff duty\b",
    re.IGNORECASE,
)
_OFFICE_DUTIES = re.compile(
    r"\b(?:his|her|their|its|the) (?:\w+ )?duties (?:as|of|in|at) (?:an? |the |his |her |their )?(?:\w+ ){0,2}?(?:minister|president|chair\w*|secretary|office|job|director|judge|captain|governor|envoy|ambassador)\b|\b(?:his|her) duties\b",
    re.IGNORECASE,
)
_CUSTOMS = re.compile(r"\b(?:import|customs|trade|exports?|imports|imported|Section \d{3}|USTR|WTO|goods from)\b", re.IGNORECASE)


def is_elsewhere(sentence: str) -> bool:
    """Whether the sentence belongs to another field: it names one and no word of trade."""
    if _OFFICE_DUTIES.search(sentence):
        return True
    if _OTHER_TARIFF.search(sentence) and not _CUSTOMS.search(sentence):
        return True
    return bool(_ELSEWHERE.search(sentence)) and not _TRADE.search(sentence)


_PLACE = re.compile(
    r"\b(?:trade|tariffs?|goods|exports?|imports?|deficit|surplus|customs|congress|treaty|phase one|(?:from|out of|leave|quit) the (?:WTO|World Trade)|ministers?|ministry|presidents?|parliaments?|governments?|FTA)\b",
    re.IGNORECASE,
)


def is_unplaced(text: str) -> bool:
    """Whether nothing in a text says whose agreement it speaks of; firms and neighbours sign agreements too."""
    return not _PLACE.search(text)
