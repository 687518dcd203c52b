"""A tariff imposed, changed, suspended, announced, proposed or threatened. What a tariff is, or does to buyers, is no action."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, PERCENT, TARIFF, gap

_NEAR = r"[^.;,]{0,60}?"
# Between a verb and the tariff it acts on stands no other thing that it could act on: "raised concerns about tariffs" raises none.
_OBJECT = (
    r"(?:(?!\b(?:about|because|over|after|before|despite|amid|due|against|unless|if|while|when|who|which|that|concerns?|questions?|issues?|doubts?|fears?|prices?|costs?|forecasts?|estimates?"
    r"|revenues?|output|production|exports?|shipments?|purchases?|money|awareness|comments?|period|deadlines?|reviews?|investigations?|probes?|exclusions?|hopes?|objections?|complaints?|hearing|talks|order for|subject|exempt|to (?!\d)|taxes|debate|barriers|wages|capital|interest|spending)\b)"
    r"[^.;,]){0,70}?"
)
# The agreement may be what takes effect, not the tariff before it.
_NO_PACT = rf"(?:(?!{PACT})[^.;]){{0,70}}?"
_DID = (
    r"\b(?:imposed|imposes|raised|raises|hiked|hikes|increased|increases|slapped|slaps|levied|levies|doubled|doubles|tripled|quadrupled|lifted|lifts|suspended|paused|pauses"
    r"|suspends|removed|removes|reinstated|reinstates|restored|lowered|lowers|reduced|reduces|waived|rolled back|scrapped|ended|approved|approves|adopted|adopts|enacted|applied|introduced|extended"
    r"|expanded|widened|broadened|halved|trimmed|dropped|drops|rescinded|revoked|abolished|repealed|withdrew|cut|cuts|placed|places|clapped|brought in|boosted|jacked up|eliminated|finali[sz]ed|set"
    r"|puts?(?! (?:off|an end|on hold|the brakes|forward|aside))(?! \w+ off)|reimposed|re-imposed|ratcheted up|escalated|eased|made permanent|confirmed)\b"
)
# "Brazil's applied tariff", "the increased duties": the participle describes.
_NO_ATTRIBUTE = r"(?<!'s )(?<!s' )(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bof )(?<!\bthese )(?<!\bthose )(?<!\bany )(?<!\bnewly )(?<!\bno )"
_DO = (
    r"\b(?:impos(?:e|ing)|rais(?:e|ing)|hik(?:e|ing)|increas(?:e|ing)|slap(?:ping)?|levy(?:ing)?|appl(?:y|ying)|double|doubling|triple|quadruple|lift(?:ing)?|suspend(?:ing)?"
    r"|remov(?:e|ing)|reinstat(?:e|ing)|lower(?:ing)?|reduc(?:e|ing)|waiv(?:e|ing)|plac(?:e|ing)|put(?:ting)?|add|enact|introduce|scrap(?:ping)?|drop(?:ping)?|eliminat(?:e|ing)|cut(?:ting)?|halv(?:e|ing)"
    r"|roll(?:ing)? back|restor(?:e|ing)|rescind(?:ing)?|approv(?:e|ing)|adopt(?:ing)?|extend(?:ing)?|expand(?:ing)?|end(?:ing)?|reimpos(?:e|ing)|re-impos(?:e|ing)|bring(?:ing)? (?:in|back)|requir(?:e|ing)|collect(?:ing)?|assess(?:ing)?)\b"
)
_DONE_TO = (
    r"(?:imposed|raised|increased|doubled|tripled|quadrupled|lifted|suspended|levied|cut|reduced|removed|waived|reinstated|hiked|lowered|withdrawn|dropped|eliminated|placed|put on|slapped|applied"
    r"|introduced|scrapped|halved|approved|adopted|rescinded|revoked|abolished|repealed|extended|reimposed|rolled back|phased in|expanded|enacted|collected|assessed|restored)"
)
_NO_RATE_OF = r"\b(?:exchange|interest|growth|unemployment|inflation|savings|tax|mortgage|jobless) rates?\b|\bannual rate\b"
_CARGO = rf"{TARIFF}|\bgoods\b|\bimports\b|\bproducts\b|\bcars\b|\bvehicles\b|\bsteel\b"
# What an agreement provides for over the years is its content, not an action.
_PROVISION = r"\bunder the (?:agreement|pact|deal|revised text|text)\b|\bphased? out\b|\bimmediately upon entry\b"

KIND = Kind(
    type="tariff_action",
    gate=gate(r"tariff|dut(?:y|ies)|lev(?:y|ies)|surcharge|surtax|\btax|\brate|faced?\b|\bhit\b|slapped|charged|collect|(?:per ?cent|%) (?:more )?on\b|retaliat|countermeasure"),
    triggers=(
        trigger(
            rf"(?:{TARIFF}|\bincreases?\b){gap(50)}\b(?:was|were|has been|have been|is) (?:delayed|postponed|put off|pushed back){gap(20)}\b(?:until|till|by|to)\b",
            "scheduled",
            needs=TARIFF,
        ),
        trigger(rf"\b(?:delay(?:s|ed|ing)?|postpon(?:es|ed|ing)|put(?:s|ting)? off|push(?:es|ed|ing)? back){_NEAR}{TARIFF}{gap(60)}\b(?:until|till|by)\b", "scheduled"),
        trigger(rf"{_NO_ATTRIBUTE}\b(?:propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?){_NEAR}{TARIFF}", "proposed", content=True),
        trigger(rf"\b(?:authori[sz]ed|ordered|approved|signed off on|decreed) (?:an? |the )(?:\w+ )?(?:doubling|tripling|increase|rise|hike|cut|reduction|lifting|suspension|removal|extension|imposition)\b (?:of|in|to|on) {gap(30)}{TARIFF}"),
        trigger(rf"{TARIFF}{gap(70)}\b(?:was|were|has been|have been|had been|is|are|be) (?:called off|cancel+ed|averted|ruled out|off the table|shelved|scrapped before|never)\b", None),
        trigger(rf"\b(?:consider|weigh|mull|contemplat|stud(?:y|ies|ied)|explor|debat)\w* (?:\w+ ){{0,3}}?{TARIFF}", "hypothetical"),
        trigger(rf"\bthreat(?:en|ens|ened|ening|s|)\b{gap(50)}{TARIFF}", "threatened", content=True),
        trigger(rf"{TARIFF}{gap(60)}\b(?:was|were|has been|have been|been) (?:proposed|recommended)\b", "proposed"),
        trigger(rf"\b(?:signed|issued)\b{gap(40)}\b(?:order|proclamation)s?\b{gap(40)}{_DO}{_NEAR}{TARIFF}", unless=_PROVISION),
        trigger(rf"{_NO_ATTRIBUTE}{_DID}{_OBJECT}{TARIFF}", unless=_PROVISION),
        trigger(rf"\bexempt(?:ed|s)\b{_NEAR}\bfrom\b{gap(30)}{TARIFF}", unless=_PROVISION),
        trigger(rf"\b(?:after|by|began|begin|started|from|is|are|of) (?:imposing|raising|slapping|levying|doubling){_NEAR}{TARIFF}"),
        trigger(rf"\b(?:retaliat(?:ed|es|ing)|(?:hit|struck|strikes|hits) back|(?:answered|responded|countered|replied|hit \w+)(?: \w+){{0,3}}? with|matched)\b{gap(50)}{TARIFF}"),
        trigger(rf"\b(?:retaliat\w+|countermeasures|counter-tariffs|rebalancing (?:measures|tariffs))\b{gap(110)}\b(?P<act>t(?:ook|ake|akes|aking) effect|(?:went|go|goes|going) into (?:force|effect)|c(?:ame|ome|omes) into (?:force|effect)|kick(?:s|ed)? in|enter(?:s|ed)? into force)\b"),
        trigger(rf"\bannounc(?:ed|es|ing)\b{_NEAR}{TARIFF}", "scheduled"),
        trigger(rf"{TARIFF}{gap(70)}\b(?:was|were|has been|have been|had been|(?:is|are) (?:hereby|now)) (?:also |since |first |\w+ly )?{_DONE_TO}\b", unless=_PROVISION),
        trigger(rf"(?:{TARIFF}|\brates?\b|\bincreases?\b){_NO_PACT}\b(?:kick(?:s|ed)? in|t(?:ook|ake|akes|aking) effect|(?:went|go|goes|going) into (?:force|effect)|c(?:ame|ome|omes) into (?:force|effect)|enter(?:s|ed)? into force)\b",
                needs=TARIFF, unless=_NO_RATE_OF),
        trigger(rf"{TARIFF}{gap(70)}\b(?:rose|doubled|climbed|jumped|went up|rises|doubles|goes up|climbs|increases|quadruples|fell|dropped|came down|went down|comes down|falls|drops|tripled|quadrupled) (?:\w+ )?(?:to|from|by) {PERCENT}", unless=_NO_RATE_OF),
        trigger(rf"(?:\blev(?:y|ies) (?:now )?|{TARIFF}{gap(40)}\bnow )stands? at {gap(15)}{PERCENT}"),
        trigger(rf"\b(?:was|were|has been|have been) (?:hit|slapped|taxed) (?:with |at )?{gap(25)}(?:{TARIFF}|{PERCENT})", needs=_CARGO),
        trigger(rf"\bagree[sd]? (?:on \w+ )?to {_DO}{gap(30)}{TARIFF}", "scheduled"),
        trigger(rf"{TARIFF}{gap(50)}\bwill (?:kick in|take effect|go into (?:effect|force)|come into (?:effect|force)|enter into force|start)\b", "scheduled"),
        trigger(rf"{TARIFF}{gap(70)}\bto (?:start|begin|take effect|rise|double|kick in|go up|climb|jump|go into effect)\b", "scheduled", needs_date=True),
        trigger(rf"(?:,|\bwith (?:[\w·]+ ){{1,3}}?) ?(?:raising|lowering|halving|cutting|lifting|doubling|scrapping|imposing|slapping) (?:(?:its|their|the|extra|additional|new) )*{gap(25)}{TARIFF}"),
        trigger(rf"\bbr(?:ought|ing|ings|inging)\b{_OBJECT}{TARIFF} (?:back )?down\b"),
        trigger(rf"{_DO}{gap(60)}{TARIFF}", None, unless=_PROVISION),
        trigger(rf"{TARIFF}{gap(70)}\b(?:be|being) {_DONE_TO}\b", None),
        trigger(rf"(?:{TARIFF}|\brates?\b){gap(70)}\b(?:will|would|could|may|might|to|shall) (?:\w+ )?(?:rise|double|triple|quadruple|climb|jump|go up|increase|apply|go|fall|drop|come down|go down|stand|start|expire|end)\b{gap(30)}(?:{PERCENT}|\bfrom\b|\bon\b|\bto\b|\bin\b|$)",
                None, needs=_CARGO, unless=rf"{_NO_RATE_OF}|{_PROVISION}"),
        trigger(rf"\b(?:will|would|could|may|might|to|shall)(?: also| now| then| soon)? (?:face|pay|owe|have (?:faced|paid|been (?:hit|slapped|taxed|subject))|be (?:hit|slapped|taxed|charged|subject(?:ed)?))\b{gap(40)}(?:{TARIFF}|{PERCENT})", None, needs=_CARGO),
        trigger(r"\btax(?:ing)? (?:\w+ ){0,3}(?:goods|imports|cars|vehicles|steel|wine|products|toys|trucks|autos|aluminum)\b", None, needs=r"\b(?-i:[A-Z])"),
        trigger(rf"\b(?:decision|deadline|action)\b{gap(40)}\b(?:on|over|for)\b{gap(25)}{TARIFF}", None),
        trigger(rf"{TARIFF}{gap(60)}\b(?:was|were|has been|have been) (?:delayed|postponed|paused|deferred|put off|put on hold|frozen)\b",
                not_after=r"\b(?:decision|vote|announcement|ruling|hearing|deadline|review|determination|judgment|talks|meeting)\b"),
        trigger(rf"\b(?:hold(?:ing|s)? off|held off|refrain\w*|no (?:new|further|more|additional|plans for))\b{gap(30)}{TARIFF}", None),
        trigger(rf"{TARIFF}{gap(30)}\b(?:imposed|introduced|levied) (?:in|on|by|last|this|since|under|earlier|over)\b", needs_date=True),
        trigger(rf"\b(?:hit|hits|hitting|slapped|slaps|struck|punish(?:ed|es)) (?:[\w·'-]+ ){{1,5}}?with {gap(30)}{TARIFF}"),
        trigger(rf"\b(?:collect|charge|levy|impose|add)\b (?:an? )?(?:(?:extra|additional|further) )?{PERCENT} (?:more )?on\b(?={gap(60)}(?:{_CARGO}))", None),
        trigger(rf"\b(?:charged|collected|imposed|slapped)\b (?:an? )?(?:(?:extra|additional|further) )?{PERCENT} (?:more )?on\b(?={gap(60)}(?:{_CARGO}))"),
        trigger(rf"{TARIFF}{_NO_PACT}\b(?:started|began)\b(?! (?:to|as|with|when)\b)", not_after=r"\b(?:talks|negotiations|probe|investigation|hearings?|review|war|dispute)\b[^;]*$"),
    ),
)  # fmt: skip
