"""Notice of leaving an agreement or ending a preference. Announcing that one will is a threat until the notice is given."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import CONGRESS, GAP, GIVE, NAMED, PACT, SERVE, gap
from nlp.verbs import verbs

_EXIT = (
    r"\b(?:terminat(?:e|es|ed|ing|ion)|withdr(?:aw|aws|awn|ew|awing|awal)|exit(?:s|ed|ing)?|pull(?:s|ed|ing)? out|pull-?out|quit(?:s|ting)?|leav(?:e|es|ing)"
    r"|left(?! (?:open|off|out|alone|to|for|in|on|it|the door))|abrogat\w+|denounc(?:e|es|ed|ing)|denunciation|departure|walk(?:s|ed|ing)? away|revok(?:e|es|ed|ing)|rescind\w*|(?:cease to|no longer) be (?:a )?party|pull(?:s|ed|ing)? the plug)\b"
)
_STATUS = r"\b(?:designations?|beneficiar(?:y|ies)|trade preferences|(?:trade |duty-free |tariff )?(?:benefits|privileges)|duty-free (?:treatment|access|status|entry)|eligibility|preferential (?:\w+ )?(?:treatment|access|status))\b"
_OBJECT = rf"(?:{PACT}|{_STATUS}|\b(?:WTO|World Trade Organi[sz]ation|membership|{NAMED})\b)"
_PROGRAMME = r"\b(?:GSP|AGOA|CBI|CBTPA|Generali[sz]ed System of Preferences|African Growth and Opportunity Act|trade preferences|preference programme?|beneficiar(?:y|ies))\b"
# What a clause allows or asks of whoever leaves is no notice.
_CLAUSE = (
    r"\b(?:any|either|each|a|any other|the withdrawing|one) (?:party|country|member|government|side)\b(?: to the \w+)? (?:that|which|wishing|may|can|could|must|shall|has the right|is free|wants)"
    r"|\bparties (?:may|can|could|must)\b|\b(?:exit|withdrawal|termination|sunset) (?:clause|provision)\b|\ba six-month clause\b|\bArticle \d+(?:·\d+)? (?:of \S+ )?(?:allows?|lets?|permits?|provides?)\b"
)
_STRIP = verbs("end terminate revoke withdraw remove strip cancel scrap cut_off suspend rescind halt")
_LOSE = verbs("lose forfeit")
_TAKE_OFF = verbs("remove drop expel strike eject suspend strip delist exclude graduate")
# "from AGOA", "off the list of GSP beneficiaries"
_OFF = rf"\b(?:from|off|out of|of) (?:part of )?(?:the )?(?:(?:list|roster|roll|ranks|group|number)s? of (?:the )?)?(?:(?:countries|nations|members) (?:eligible for|covered by|in) (?:the )?)?{_PROGRAMME}"
_PAPER = r"\b(?:notices?|notifications?|letters?|instruments?)\b"

KIND = Kind(
    type="termination_notice",
    notice=True,
    gate=gate(r"ineligible|delist|expuls|out of\b|a party|article \d|plug|place in|terminat|withdr|exit|pull|quit|leav|\bleft\b|abrogat|scrap|notice|denounc|denunciation|walk|revok|rescind|strip|suspend|\b(?:end|ends|ended|ending|kill|tear|torn|tore|rip|axe|invok\w+|drop\w*|remov\w+|struck|strik\w+|expel\w*|exclu\w+|graduat\w+|declar\w+|eject\w*|cut|los(?:e|es|t)|order|memorandum|proclamation)\b"),
    triggers=(
        trigger(rf"{GIVE}{GAP}{_PAPER}{gap(70)}{_EXIT}", needs=_OBJECT, not_after=_CLAUSE, content=True),
        trigger(rf"{GIVE}{GAP}{_PAPER}{gap(70)}\b{_STRIP.any}\b{gap(60)}{_STATUS}", needs=_PROGRAMME, content=True),
        trigger(rf"{SERVE}{gap(90)}{_STATUS}{gap(50)}\b(?:is|are|was|were|being|be|been)(?: being| to be)? {_STRIP.participle}\b", needs=_PROGRAMME, content=True),
        trigger(rf"{SERVE}{gap(200)}\b{_TAKE_OFF.any}\b{gap(90)}{_OFF}", content=True),
        trigger(rf"{SERVE}{gap(90)}{_EXIT}{gap(60)}{_OBJECT}", not_after=_CLAUSE, content=True, needs=r"\bnotif|\binform|\bletter|\bwrote|\badvis|Congress|depositary|partners|\btold\b"),
        trigger(rf"{SERVE}{gap(90)}\b(?:end|ending|ends|remov\w+|revok\w+|strip\w*|suspend\w*|cut\w*)\b{gap(60)}{_STATUS}", content=True, needs=_PROGRAMME),
        trigger(rf"\b(?:signed|issued)\b{gap(30)}\b(?:order|memorandum|proclamation)\b{gap(40)}\b(?:withdrawing|terminating|ending|removing|revoking|suspending|pulling|taking|to (?:withdraw|terminate|end|revoke|pull|take|remove))\b{gap(50)}{_OBJECT}", content=True),
        trigger(rf"{_PAPER}{gap(30)}\b(?:of|announcing|stating|that)\b{gap(60)}{_EXIT}{gap(60)}\b(?:was|were|has been|have been|had been|is|went|reached|arrived)\b(?: (?:formally |officially )?(?:given|sent|delivered|filed|served|lodged|deposited|received|submitted|handed))?(?= |$)",
                needs=_OBJECT, not_after=_CLAUSE, content=True),
        trigger(r"\bnotices? (?:\w+ )?under Article (?:2205|34·6|24·5|20(?:·\d)?|15)\b[^.;]{0,40}?\b(?:went|was (?:sent|given|delivered|served)|reached|has gone|gave|sent)\b", content=True),
        trigger(rf"\b(?:drawn up|drew up|draw up|drawing up|prepared|written|wrote|typed up)\b{gap(30)}\b(?:order|notice|letter|proclamation)\b(?={gap(60)}{_EXIT})", "proposed", needs=_OBJECT, content=True),
        trigger(rf"\bdraft(?:s|ed|ing)?\b{gap(30)}\b(?:order|notice|letter|proclamation)\b(?={gap(60)}{_EXIT})", "proposed", needs=_OBJECT, content=True),
        trigger(rf"\b(?:instruct|order|direct|told|prepar)\w*\b{gap(40)}\b(?:prepar(?:e|ing)|draft|start|begin)\b{gap(25)}{_EXIT}(?={gap(30)}{_OBJECT})", "proposed", content=True),
        trigger(rf"\b(?:propos|recommend)(?:e|es|ed|ing|s)?\b{gap(30)}{_EXIT}{gap(40)}{_OBJECT}", "proposed", content=True,
                not_after=r"\b(?:candidate|senators?|congressm[ae]n|unions?|economists?|lawmakers?|professor|activists|party)\b"),
        trigger(rf"{GIVE} (?:its |his |their |the )?(?:\w+ ){{0,3}}(?:(?:any|no|the|such|a|its|formal|official|written|termination|withdrawal|exit|six|six-month|months?'?) )*notices?\b",
                needs=rf"{_EXIT}|six months|six-month", not_after=_CLAUSE),
        trigger(rf"\bnotices? of (?:its |the |a )?(?:withdrawal|termination)\b{gap(40)}\b(?:was|were|has been|had been|is) (?:given|sent|delivered|filed|served)"),
        trigger(rf"\bnotices?\b{gap(30)}\b(?:none|nothing of the kind) (?:has|have|had) been (?:given|sent|served|received|filed)\b", needs=_EXIT, content=True),
        trigger(rf"\b(?:invoked|triggered|activated)\b{gap(30)}\b(?:withdrawal|exit|termination|Article (?:2205|34·6|24·5|20·\d)|six-month)\b{gap(40)}", needs=PACT),
        trigger(rf"\b(?:withdrew from|pulled out of|exited|terminated|abrogated|denounced|withdr[ae]wn from|has quit|have quit|has left|have left|formally left|quit) (?:the )?{gap(35)}{_OBJECT}", needs=rf"{NAMED}|\btrade\b|\btariff|{_PROGRAMME}|\bWTO\b|World Trade",
                not_after=r"\b(?:negotiators?|delegat\w+|ministers?|officials?|talks|minister) (?:withdrew|left|quit|walked)"),
        trigger(rf"\b{_STRIP.finite}\b{gap(60)}{_STATUS}(?! for (?:an? )?(?:further |another |some )?[$\d])", needs=_PROGRAMME),
        trigger(rf"(?<!to be )(?<!\bbe )\b{_TAKE_OFF.participle} {gap(45)}{_OFF}", content=True),
        trigger(rf"\b(?:declared|found|ruled|deemed|made|became) (?:[\w·'-]+ ){{0,6}}?(?:ineligible|no longer eligible) (?:for|under) {gap(25)}{_PROGRAMME}", content=True),
        trigger(rf"\b{_LOSE.any} (?:its|their) {gap(40)}{_STATUS}", needs=_PROGRAMME),
        trigger(rf"\b(?:withdrew|pulled|took|has (?:withdrawn|pulled|taken)) the (?:United States|U·S·|US|country|nation)\b{gap(10)}\b(?:out of|from)\b {gap(20)}{_OBJECT}"),
        trigger(rf"\b(?:take|taking|pull|pulling|withdraw|withdrawing|yank|get|bring) (?:the (?:United States|U·S·|US|country|nation)|(?:his|her|its|their|our) (?:country|nation))\b{gap(20)}\b(?:out of|from)\b {gap(20)}{_OBJECT}", None),
        trigger(rf"\b(?:signed|issued)\b{gap(30)}\b(?:order|memorandum|proclamation)\b,? (?:that|which) (?:withdraws|pulls|takes|ends|terminates|revokes|removes|withdrew|pulled|took|ended|terminated)\b{gap(60)}{_OBJECT}", content=True),
        trigger(rf"\b(?:order|memorandum|proclamation)\b{gap(40)}\b(?:orders|directs|instructs|tells)\b{gap(60)}\bto (?:withdraw|terminate|end|pull)\b{gap(60)}{_OBJECT}", content=True),
        trigger(rf"\b(?:removed|dropped|expelled|struck|ejected|suspended|stripped)\b{gap(25)}\b(?:from|of)\b{gap(30)}{_PROGRAMME}(?={gap(80)}\b(?:told (?:the )?{CONGRESS}|notified|proclaimed|informed)\b)", content=True),
        trigger(rf"\b{_LOSE.any} (?:its|their) (?:place in|benefits under|status under|access to|standing in) (?:the )?{_PROGRAMME}"),
        trigger(rf"\bannounc(?:es|ed|ing)\b{gap(40)}\b(?:withdrawal|exit|termination|delisting|removal|suspension|expulsion|revocation|exclusion)\b{gap(45)}{_OBJECT}", needs=rf"\b(?:withdrawal|exit|termination)\b|{_PROGRAMME}"),
        trigger(rf"{_OBJECT}{gap(40)}\b(?:was|were|has been|have been|had been) (?:formally )?(?:terminated|abrogated|revoked|ended|denounced)\b"),
        trigger(r"\b(?:withdraw(?:ing)?|exit(?:ing)?|pull(?:ing)? out|walk(?:ing)? away)(?: from| of)? it\b|\b(?:leav(?:e|ing)|quit(?:ting)?|terminat(?:e|ing)|abrogat(?:e|ing)) it\b", None, needs=PACT),
        trigger(rf"{_EXIT}{gap(40)}{_OBJECT}", None, not_after=_CLAUSE),
        trigger(rf"\b(?:end|ending|kill|scrap|scrapping|t(?:ear|ears|ore|orn|earing) up|rip(?:s|ped|ping)? up|walk away from|walking away from|terminate|quit|leave|ax|axe|ditch|drop|strip|remove|suspend|cancel) (?:it\b|{gap(45)}(?:{PACT}|{_STATUS}))", None, needs=rf"{PACT}|{_STATUS}", not_after=_CLAUSE),
        trigger(rf"{_OBJECT}{gap(30)}\b(?:be |being |not |never )?(?:terminated|scrapped|abrogated|torn up|ended|revoked|killed)\b", None, not_after=_CLAUSE),
        trigger(rf"{_OBJECT}{gap(60)}\b(?:is|are) (?:hereby |formally )?(?:terminated|revoked|withdrawn)\b", content=True, needs=_PROGRAMME),
        trigger(rf"{_STATUS}{gap(30)}\b(?:was|were|has been|have been) {_STRIP.participle}\b", needs=_PROGRAMME),
        trigger(rf"\b(?:withdrawal|exit|termination|departure|pull-?out)\b{gap(30)}\b(?:ruled out|excluded|o(?:ff|n) the (?:table|agenda)|under (?:consideration|discussion|review)|imminent)\b", None, needs=rf"{NAMED}|\btrade\b"),
    ),
    # A draft keeps its own base; a plan to leave is no more than a threat.
    statuses={"scheduled": "threatened", "proposed": "threatened"},
)  # fmt: skip
