"""Whether a hearing, a deadline or a review belongs to trade policy: most agencies hold them, and few of them are about trade.

`nlp.events.domain` asks what speaks against a sentence; here something must speak for it, in the sentence or in the document before it.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from nlp.events.wording import NAMED
from tradeclaims.values import Span

_TRADE = re.compile(
    r"\b(?:USTR|U\.?S\.? Trade Representative|Trade Representative|trade representative|trade (?:office|commissioner|ministr(?:y|ies)|ministers?|department|secretary|envoy)|International Trade (?:Commission|Administration)|(?:US)?ITC|ITA|Commerce (?:Department|Secretary)"
    r"|Department of Commerce|Commerce's|Trade Policy Staff Committee|TPSC|Bureau of Industry and Security|Ways and Means|WTO|World Trade Organi[sz]ation|most[- ]favou?red[- ]nation|trade promotion authority|fast[- ]track)\b"
    r"|(?-i:(?:^|[.;:,]\s|\n)\s*Commerce\b|\b(?:[Bb]y|[Tt]ell|[Tt]old|[Aa]t) Commerce\b|\bCommerce (?:will|is|has|had|set|said|opened|began|started|initiated|extended|put))"
    r"|\b(?:import(?:s|ed)? (?:dut(?:y|ies)|tax(?:es)?|relief|surcharges?)|duties(?! (?:as|of|in|at)\b)|duty on|surtax(?:es)?|digital(?:[- ]services?)?[- ]tax(?:es)?|(?:anti-?)?dumping|countervailing|anti-?subsidy|safeguards? (?:measures?|investigation|case|dut(?:y|ies)|on)|duty-free (?:treatment|access))\b"
    r"|\btariffs?\b(?! (?:book|class|plan|zone|order|filing)\b)|\b[Ss]ection[\s\u00a0](?:201|232|301|337|421|406|122|338)\b"
    r"|\bacts,? policies,? (?:and|or) practices\b|\b(?:retaliation|retaliatory) list\b|\bList (?:[1-4](?:A|B)?|One|Two|Three|Four)\b|\b(?:joint|six-year) review\b"
    r"|\btrade (?:agreements?|pacts?|deals?|accords?|talks|negotiations?|negotiators?|polic(?:y|ies)|preferences?|barriers?|remed(?:y|ies)|disputes?|wars?|promotion|treaty|partnership|framework|measures|sanctions|law|laws|act|practices|deficits?|relations)\b"
    rf"|\b(?:free[- ]trade|FTAs?)\b|\b{NAMED}\b|(?-i:[\w.]-[A-Z][A-Za-z.]+) (?:\w+ )?(?:agreement|pact|deal|accord)\b",
    re.IGNORECASE,
)
_SHORT = r"EPA|FDA|FCC|FTC|SEC|CFTC|NHTSA|FAA|FERC|NRC|OSHA|EEOC|NLRB|CFPB|CPSC|FDIC|HUD|CMS|NOAA|NMFS|BLM|IRS|APHIS|FSIS|FMC|STB|USPTO|PTO|CMA|EMA|ECHA|EFSA|ACCC|CRTC|TSA|FEMA|FERC|USCIS|NIH|CDC|HHS|DOE|DOT|DOJ|DHS|DEA|ATF|Ofcom|Ofgem"
_AGENCY = (
    r"Environmental Protection|Food and Drug Administration|Federal (?:Communications|Trade|Maritime|Election|Energy Regulatory) Commission|Securities and Exchange|Commodity Futures|National Highway Traffic|Federal (?:Aviation|Railroad|Highway)|Nuclear Regulatory"
    r"|Occupational Safety|Equal Employment|National Labor Relations|Consumer (?:Financial|Product Safety)|Federal Reserve|Medicare|National Marine Fisheries|Fish and Wildlife|Forest Service|Bureau of Land Management|Army Corps|Corps of Engineers|Coast Guard"
    r"|Internal Revenue|National Park Service|Food Safety and Inspection|Animal and Plant Health|Surface Transportation Board|Fisher(?:y|ies) Management|Patent and Trademark Office|Copyright Office|Securities Commission"
    r"|Competition (?:Bureau|Commission|Tribunal|and Markets)|Health Canada|Environment Agency|Access Board|Transportation Barriers|Postal (?:Service|Regulatory)|Public (?:Utilit(?:y|ies)|Service) Commission|Civil (?:Aviation|Rights)|Medicines Agency|Nuclear Safety"
)
_OFFICE = r"(?:Interior|Energy|Education|Labou?r|Justice|Transport|Transportation|Health|Housing|Defen[cs]e|Veterans|Homeland Security|Agriculture|Environment)"
_OTHERS = re.compile(
    rf"(?-i:\b(?:{_SHORT})\b|\b{_OFFICE}(?:'s)? (?:Department|Ministry)\b|\bDepartment of (?:the )?{_OFFICE}\b|\b(?:Judiciary|Appropriations|Intelligence|Armed Services|Ethics|Oversight|Banking|Natural Resources|Education|Homeland Security|Budget|Energy and Commerce|Transportation|Transport|Veterans[’']? Affairs|Science|Health|Foreign Relations|Foreign Affairs|Environment|Public Works|Rules|Housing|Aging) (?:Sub)?[Cc]ommittee\b|\bSubcommittee on\b)"
    rf"|\b(?:{_AGENCY})\b|\b(?:health|justice|interior|education|transport|housing|defen[cs]e|environment|labou?r|culture) (?:ministry|minister|department|secretary)\b|\bministr(?:y|ies) (?:of|for) (?:the )?(?:health|justice|interior|education|transport|housing|defen[cs]e|environment|labou?r|culture)\b|\b(?:antitrust|impeachment|monopol(?:y|ies))\b|\b(?:city|town|county|school|parish|municipal)(?:'s)? (?:\w+ )?(?:council|board|commission)\b|\b(?:court|magistrate|tribunal)\b",
    re.IGNORECASE,
)
"""Who holds hearings and asks for comments on other things."""


_GOODS = re.compile(r"\b(?:imports?|imported|exports?|exporters?|importers?|customs|foreign trade)\b", re.IGNORECASE)
_LINE = 120
"""Characters of a short sentence."""


def is_of_other_agency(sentence: str) -> bool:
    """Whether a sentence names an agency of another field and nothing of trade policy: "the FDA extended the comment period on imported food"."""
    return _OTHERS.search(sentence) is not None and _TRADE.search(sentence) is None


@lru_cache(maxsize=2)
def _landmarks(text: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Where a text names trade policy or an agency of another field, in text order, and which of the two it is."""
    found = sorted([(m.start(), True) for m in _TRADE.finditer(text)] + [(m.start(), False) for m in _OTHERS.finditer(text)])
    return tuple(place for place, _ in found), tuple(trade for _, trade in found)


def is_of_trade(text: str, sentence: Span) -> bool:
    """Whether a proceeding told in `sentence` is one of trade policy: by the sentence itself, else by what the text named last, else by what it names next.

    A line or two that name neither are taken for a piece of a text that did; a longer text that nowhere speaks of trade is about something else.
    """
    places, kinds = _landmarks(text)
    first, last = bisect_right(places, sentence.start - 1), bisect_right(places, sentence.end - 1)
    if first < last:
        return any(kinds[first:last])
    if not kinds:
        return len(text) - (sentence.end - sentence.start) < _LINE or _GOODS.search(text) is not None
    return kinds[first - 1] if first else kinds[0]
