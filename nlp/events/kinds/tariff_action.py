"""A tariff imposed, changed, suspended, announced, proposed or threatened. What a tariff is, or does to buyers, is no action."""

from nlp.cargo import CARGO
from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import DAY, PACT, PERCENT, TARIFF, gap, stretch
from nlp.expression import Expression
from nlp.verbs import verbs

_LAY = verbs(
    "impose slap levy apply place put clap enact introduce bring_in bring_back add adopt approve finalize finalise set confirm lay reimpose re-impose restore reinstate revive unleash institute"
)
_RAISE = verbs("raise hike increase boost double triple quadruple jack_up ratchet_up escalate extend expand widen broaden")
_LOWER = verbs(
    "lift suspend pause freeze remove lower reduce trim halve cut slash waive roll_back scrap end drop rescind revoke abolish repeal withdraw eliminate ease cancel ditch unwind replace"
)
_COLLECT = verbs("charge collect assess require levy demand")
_DELAY = verbs("delay postpone put_off push_back defer hold_off_on")
_BEAR = verbs("face pay owe carry incur attract bear")
_START = verbs(
    "take_effect enter_into_effect enter_into_operation go_into_effect go_into_force come_into_effect come_into_force enter_into_force kick_in become_effective go_live snap_back"
)
# Much else begins, returns and ends: these need the day.
_START_ON = verbs("begin start return come_back resume follow apply expire lapse run_out end fall_away hit bite go")
_MOVE = verbs("rise climb jump go go_up increase double triple quadruple fall drop come_down go_down decline shrink soar move settle")


def _forms(form: str) -> str:
    return f"(?:{getattr(_LAY, form)}|{getattr(_RAISE, form)}|{getattr(_LOWER, form)})"


_DID = rf"(?:\b{_forms('finite')}\b(?! (?:off|an end|on hold|the brakes|forward|aside|up|out|tariff)\b)(?! \w+ off\b)|\bmade permanent\b)"
_DO = rf"\b(?:{_forms('open')}|{_COLLECT.open})\b"
_DONE_TO = rf"(?:{_forms('participle')}|{_COLLECT.participle}|phased in|put on)"
_NEAR = r"[^.;,]{0,60}?"
# Between a verb and the tariff it acts on stands no other thing that it could act on: "raised concerns about tariffs" raises none.
_OBJECT = (
    r"(?:(?!\b(?:about|because|over|after|before|despite|amid|due|against|unless|if|while|when|who|which|that|concerns?|questions?|issues?|doubts?|fears?|prices?|costs?|forecasts?|estimates?"
    r"|revenues?|output|production|exports?|shipments?|purchases?|money|awareness|comments?|period|deadlines?|reviews?|investigations?|probes?|exclusions?|hopes?|objections?|complaints?|hearing|talks|order for|subject|exempt|to (?!\d)|taxes|debate|barriers|wages|capital|interest|spending)\b)"
    rf"(?:[^.;,]|, to {PERCENT},)){{0,70}}?"
)
# The agreement may be what takes effect, not the tariff before it.
_NO_PACT = rf"(?:(?!{PACT})[^.;]){{0,110}}?"
# "Brazil's applied tariff", "the increased duties": the participle describes.
_NO_ATTRIBUTE = r"(?<!'s )(?<!s' )(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bof )(?<!\bthese )(?<!\bthose )(?<!\bany )(?<!\bnewly )(?<!\bno )"
_NO_RATE_OF = (
    r"\b(?:exchange|interest|growth|unemployment|inflation|savings|tax|mortgage|jobless|key|policy|birth|vacancy) rates?\b|\bannual rate\b"
)
_CARGO = rf"{TARIFF}|{CARGO}"
_SUBJECT = rf"(?:{TARIFF}|\brates?\b|\b(?:increases?|hikes?|doubling|rise|cut|reduction|retaliation|retaliatory \w+|lists?)\b)"
_BE = r"(?:was|were|has been|have been|had been|is|are|remains?|be|being)"
_RATE_ON = rf"(?:\brates? (?:on|for) (?:[\w·-]+ ){{0,3}}?{CARGO})"
# What an agreement provides for over the years is its content, not an action.
_PROVISION = r"\bunder the (?:agreement|pact|deal|revised text|text)\b|\bphased? out\b|\bimmediately upon entry\b"
# What is put off, extended or lifted beside a tariff without being one.
_ABOUT = r"\b(?:decision|vote|announcement|ruling|hearing|deadline|review|determination|judgment|talks|meeting|exclusions|(?:comment )?period|window)\b"
_MORE = r"(?:an? )?(?:(?:extra|additional|further|another) )?(?:up to |as much as )?(?:\d+(?:·\d+)? ?(?:%|per ?cent)? ?(?:to|or|-) ?)?"
_CHANGE = r"(?:doubling|tripling|increase|rise|hike|cut|reduction|lifting|suspension|removal|extension|imposition|halving)"

# What comes to a border, or who brings it there; "Mexican car makers will pay 20 percent more for power" pay none.
_SHIPPED = rf"(?:{CARGO}|\b(?:importers?|shippers?)\b)"
_AT_BORDER = (
    r"\b(?:import\w*|foreign|border|customs|entered|entering|enters?|origin|arriv\w+|quotas?|Section \d{3}|USTR|tariffs?|dut(?:y|ies)|whose (?:goods|products|exports))\b|\b(?:from|made in|built in|into|in|of) (?:the )?(?-i:[A-Z])[a-z]"
    r"|(?-i:\b[A-Z][a-z]+(?:n|ese|ish|ch|i|ss)\b)|\b(?:EU|U·S·|American)\b"
)
_BORNE = rf"{_MORE}{PERCENT}(?! (?:more |less |extra )?(?:for|of|in(?! (?:the )?(?:(?-i:[A-Z])|first|second|third))|interest|income|less|rise|increase|stake)\b| on (?:\w+ )?(?:loans?|dividends|income|profits|withdrawals|deposits|interest|credit))"

KIND = Kind(
    type="tariff_action",
    gate=gate(r"\b(?:it|they|them|both|these|those|first|second|rest|others|remainder)\b.*(?:effect|into force|kick|begin|start|appl)|tariff|dut(?:y|ies)|lev(?:y|ies)|surcharge|surtax|\btax|\brate|faced?\b|\bhit\b|slapped|charged|collect|(?:per ?cent|%) (?:more )?on\b|retaliat|countermeasure|\b(?:pays?|owes?|owed|carr(?:y|ies)|bears?|incurs?|attracts?)\b.*(?:per ?cent|%)|\b(?:list|round|tranche|batch|package)s?\b.* proposed"),
    habitual=Expression(r"\b(?:levies|charges|collects|assesses|applies|maintains|keeps|(?:is|are) (?:charged|taxed|levied))\b"),
    triggers=(
        trigger(rf"\b(?:that|which) (?:[\w·'-]+ ){{1,4}}?(?P<act>(?:had |has )?{_LAY.past}) (?=(?:in|on|last|earlier|this)\b|{DAY})", needs=TARIFF, needs_date=True, aside=True),
        trigger(rf"\b(?P<act>{_MOVE.ing} (?:\w+ly |again |further |back )?to {PERCENT}){gap(20)}\b(?:on|from|in|by|after|as of|at|next|later) ", needs=_CARGO, needs_date=True, goes_on=True),
        trigger(rf"\b(?:and|then|before|but) (?:then |again |later )?(?P<act>to {PERCENT}) (?=(?:on |from |in |as of |by )(?:the )?{DAY})", needs=rf"{TARIFF}|{_RATE_ON}", needs_date=True, goes_on=True),
        trigger(rf"\b(?:and|while|then) (?P<act>(?:that|those|the (?:rate|one|levy|tariff|duty)) (?:on|for) [^.;,]{{1,50}}? to {PERCENT})", needs=rf"{TARIFF}|{_RATE_ON}", needs_date=True, goes_on=True),
        trigger(rf"\b(?:and|while) (?P<act>{PERCENT} on (?:[^.;,]){{1,50}}?) (?=(?:from|on|starting|effective|as of|beginning)(?: on)? (?:the )?{DAY})", needs=TARIFF, needs_date=True, goes_on=True),
        trigger(rf"(?:{_LAY.finite}|{_LAY.open}|{_LAY.participle}|\b(?:announc|propos)(?:e|es|ed|ing)) (?:\w+ ){{0,2}}?(?:increases?|hikes?|rises?) (?:to|of) {PERCENT} on\b", needs=_CARGO),
        trigger(rf"\b(?:and|while) [\w·]+'s? (?P<act>{_MOVE.finite} (?:to|from|by) {PERCENT})", needs=rf"{TARIFF}|{_RATE_ON}", goes_on=True),
        trigger(rf"{_RATE_ON}{gap(60)}\b{_MOVE.finite} (?:\w+ )?(?:on \w+ )?(?:to|from|by) {PERCENT}", unless=_NO_RATE_OF),
        trigger(rf"{TARIFF}{gap(90)}\b(?:is|are|were|was|became|becomes?) (?:now |officially |formally )?(?:effective|in (?:effect|force))\b(?! (?:tool|way|means))", needs_date=True, unless=_PROVISION),
        trigger(r"\b(?:lists?|round|tranche|batch|package|measures)\b[^.;]{0,60}?\b(?:has been|have been|was|were) proposed\b", "proposed", goes_on=True),
        trigger(rf"\b(?:it|they|both|these|those|the (?:first|second|rest|others|new ones|remainder)(?: of (?:them|these|those))?)\b{gap(30)}\b(?P<act>{_START.finite}|{_START.plain}|{_START_ON.any} (?:on |from |at |in )?(?={DAY}))", goes_on=True, unless=PACT),
        trigger(rf"{_DO} (?:it|them|the rate|that|these) (?:\w+ )?to {PERCENT}", None, needs=TARIFF),
        trigger(rf"{_SUBJECT}{gap(110)}\b(?:was|were|has been|have been|is) {_DELAY.participle}{gap(20)}\b(?:until|till|by|to)\b", "scheduled", needs=TARIFF),
        trigger(rf"\b{_DELAY.any} (?:\w+ )?(?:until|till|to) (?=(?:the )?{DAY})[^;]{{1,40}}?{TARIFF}", "scheduled"),
        trigger(rf"\b{_DELAY.any}\b{_NEAR}{TARIFF}{gap(230)}\b(?:until|till|by) (?=(?:the )?{DAY})", "scheduled"),
        trigger(rf"{_NO_ATTRIBUTE}\b(?:propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?){_NEAR}{TARIFF}", "proposed", content=True),
        trigger(rf"\b(?:authori[sz]ed|ordered|approved|signed off on|decreed) (?:an? |the )(?:\w+ )?{_CHANGE}\b (?:of|in|to|on) {gap(30)}{TARIFF}"),
        trigger(rf"{_SUBJECT}{gap(90)}\b{_BE} (?:called off|cancel+ed|averted|ruled out|off the table|shelved|scrapped before|never)\b", None, needs=TARIFF),
        trigger(rf"{_SUBJECT}{gap(110)}\b(?:go|going|goes|went) ahead\b", None, needs=TARIFF),
        trigger(rf"\b(?:consider|weigh|mull|contemplat|stud(?:y|ies|ied)|explor|debat)\w* (?:(?!(?:with|under|after|despite|without)\b)\w+ ){{0,3}}?{TARIFF}", "hypothetical"),
        trigger(rf"{TARIFF}{gap(60)}\b(?:is|are|was|were) (?:now |still )?(?:under (?:consideration|discussion|review|study)|on the table|being (?:considered|weighed|studied|discussed))\b", "hypothetical"),
        trigger(rf"\bthreat(?:en|ens|ened|ening|s|)\b{gap(70)}(?:{TARIFF}|{PERCENT} on\b)", "threatened", content=True, needs=_CARGO),
        trigger(rf"\b(?:plans?|planning) (?:\w+ ){{0,2}}?(?:{PERCENT} )?(?:\w+ ){{0,2}}?{TARIFF}", "proposed", content=True),
        trigger(rf"\b(?:promis|vow|pledg)(?:es|ed|e|ing|s)? (?:an? |the |new |universal )*(?:(?:up to )?{PERCENT} )?(?:[\w-]+ ){{0,2}}?{TARIFF}", "threatened", content=True),
        trigger(rf"{TARIFF}{gap(40)}\b(?:threatened|promised) (?:for|on|against|by|from)\b", "threatened"),
        trigger(rf"\b(?:set|fix(?:ed|es)?|put|peg(?:ged|s)?) (?:the |a |its )?(?:tariff|rate|duty|levy) on {gap(40)}\bat {PERCENT}", needs=_CARGO),
        trigger(rf"\badd(?:s|ed|ing)? {_MORE}{PERCENT} to {gap(30)}{TARIFF}"),
        trigger(rf"\b(?:began|begun|started|is|are|was|were|has been|have been) (?:{_LAY.ing}|{_COLLECT.ing}) {_MORE}{PERCENT} (?:more |extra )?on\b", needs=_CARGO),
        trigger(rf"{TARIFF}{gap(60)}\b(?:was|were|has been|have been|been) (?:proposed|recommended)\b", "proposed"),
        trigger(rf"\b(?:signed|issued)\b{gap(40)}\b(?:order|proclamation)s?\b{gap(40)}{_DO}{_NEAR}{TARIFF}", unless=_PROVISION),
        trigger(rf"{_NO_ATTRIBUTE}{_DID}{_OBJECT}{TARIFF}", unless=_PROVISION),
        trigger(rf"\b{_forms('finite')} (?:those|the ones?) (?:on|for|against) ", needs=TARIFF, unless=_PROVISION),
        trigger(rf"\bexempt(?:ed|s)\b{_NEAR}\bfrom\b{gap(30)}{TARIFF}", unless=_PROVISION),
        trigger(rf"\b(?:after|by|began|begin|started|from|is|are|of) (?:{_forms('ing')}|{_COLLECT.ing})\b{_NEAR}{TARIFF}"),
        trigger(rf"\b(?:retaliat(?:ed|es|ing)|(?:hit|struck|strikes|hits) back|(?:answered|responded|countered|replied|hit \w+)(?: \w+){{0,3}}? with|matched)\b{gap(50)}(?:{TARIFF}|{PERCENT} on\b)"),
        trigger(rf"\b(?:retaliat\w+|countermeasures|counter-tariffs|rebalancing (?:measures|tariffs))\b{gap(110)}\b(?P<act>{_START.finite})\b"),
        trigger(rf"(?<!previously )(?<!newly )(?<!recently )(?<!just )(?<!already )(?<!earlier )(?<!first )(?<!\bthe )\bannounc(?:ed|es|ing)\b{_NEAR}{TARIFF}", "scheduled"),
        trigger(rf"{TARIFF}{gap(90)}\b(?:was|were|has been|have been|had been|(?:is|are)[ \"]+(?:hereby|now)) (?:also |since |first |\w+ly )?{_DONE_TO}\b", unless=_PROVISION,
                not_after=rf"{_ABOUT}[^;]*$"),
        trigger(rf"{TARIFF}{gap(60)}\b(?:is|are|was|were|has been|have been|remains?) (?:still )?(?:on hold|in abeyance|frozen|paused)\b"),
        trigger(rf"{_SUBJECT}{_NO_PACT}\b(?:{_START.finite}|{_START.plain})\b", needs=TARIFF, unless=_NO_RATE_OF),
        trigger(rf"{TARIFF}{gap(90)}\b{_MOVE.finite} (?:\w+ )?(?:on \w+ |at [\w ]{{3,25}}? )?(?:to|from|by) {PERCENT}", unless=_NO_RATE_OF),
        trigger(rf"(?:\blev(?:y|ies) (?:now )?|{TARIFF}{gap(40)}\bnow )stands? at {gap(15)}{PERCENT}"),
        trigger(rf"\b(?:(?:was|were|has been|have been) (?:hit|slapped|taxed) (?:with |at )?|(?:became|was made|were made) subject to ){gap(25)}(?:{TARIFF}|{PERCENT})", needs=_CARGO),
        trigger(rf"\bagree[sd]? (?:on \w+ )?to {_DO}{_OBJECT}{TARIFF}", "scheduled"),
        trigger(rf"{_SUBJECT}{_NO_PACT}\b(?:come|arrive|materiali[sz]e)\b(?! as\b)", None, needs=TARIFF, unless=_NO_RATE_OF),
        trigger(rf"{_SUBJECT}{_NO_PACT}\bwill (?:\w+ )?(?:{_START.plain}|(?:{_START_ON.plain}) (?:on |from )?(?={DAY}))", "scheduled", needs=TARIFF),
        trigger(rf"(?:{TARIFF}|\brates?\b(?! of (?:return|growth)\b)){_NO_PACT}\b(?:{_START_ON.third}|{_START_ON.plain}) (?:again )?(?:on |from |at |in )?(?={DAY})", needs=TARIFF, needs_date=True, unless=_NO_RATE_OF),
        trigger(rf"{TARIFF}{gap(70)}\bto (?:{_START.plain}|begin|start|rise|double|go up|climb|jump)\b", "scheduled", needs_date=True),
        trigger(rf"(?:,|\bwith (?:[\w·]+ ){{1,3}}?) ?(?:{_forms('ing')}) (?:(?:its|their|the|extra|additional|new) )*(?:{gap(25)}{TARIFF}|{PERCENT} on\b)"),
        trigger(rf"\bbr(?:ought|ing|ings|inging)\b{_OBJECT}{TARIFF} (?:back )?down\b"),
        trigger(rf"{_DO}{gap(60)}{TARIFF}", None, unless=_PROVISION),
        trigger(rf"{TARIFF}{gap(70)}\b(?:be|being) {_DONE_TO}\b", None),
        trigger(rf"{_SUBJECT}{gap(70)}\b(?:will|would|could|may|might|to|shall) (?:\w+ )?(?:{_MOVE.plain}|apply|stand|start|expire|end|be {PERCENT})\b{gap(30)}(?:{PERCENT}|\bfrom\b|\bon\b|\bto\b|\bin\b|$)",
                None, needs=_CARGO, unless=rf"{_NO_RATE_OF}|{_PROVISION}"),
        trigger(rf"\bthe (?:rate|levy|tariff|duty)\b{gap(30)}\b(?:will|would|could|may|might|to|shall) (?:\w+ )?(?:{_MOVE.plain}|be {_DONE_TO})\b{gap(30)}\bto {PERCENT}", None, unless=rf"{_NO_RATE_OF}|{_PROVISION}", goes_on=True),
        trigger(rf"\b(?:will|would|could|may|might|to|shall)(?: also| now| then| soon)? (?:(?:{_BEAR.plain}|have {_BEAR.participle})\b{_OBJECT}{TARIFF}|(?:have been (?:hit|slapped|taxed|subject)|be (?:hit|slapped|taxed|charged|subject(?:ed)?))\b(?: to (?:an? |the )?)?{_OBJECT}(?:{TARIFF}|{PERCENT}))", None, needs=_CARGO),
        trigger(rf"{_SHIPPED}{stretch(90)}\b(?P<act>(?:will|would|could|may|might|to|shall)(?: also| now| then| soon)? (?:{_BEAR.plain}|have {_BEAR.participle}) {_BORNE})", None, needs=_AT_BORDER, unless=_PROVISION),
        trigger(rf"{_SHIPPED}{stretch(130)}\bnow (?P<act>(?:{_BEAR.plain}|{_BEAR.third}) {_BORNE})", needs=_AT_BORDER, unless=_PROVISION),
        trigger(rf"\b(?:from|starting|effective|as of|beginning) (?={DAY}){gap(30)}{_SHIPPED}{stretch(90)}\b(?P<act>(?:{_BEAR.plain}|{_BEAR.third}) {_BORNE})", needs=_AT_BORDER, unless=_PROVISION, needs_date=True),
        trigger(rf"{_SHIPPED}{stretch(90)}\b(?P<act>(?:{_BEAR.plain}|{_BEAR.third}) {_BORNE}){gap(50)}\b(?:from|starting|effective|as of|beginning)(?: on)? (?={DAY})", needs=_AT_BORDER, unless=_PROVISION, needs_date=True),
        trigger(rf"{TARIFF}{_NO_PACT}\bwould (?:\w+ )?have (?:followed|come|resulted|applied|{_START.participle}|been {_DONE_TO})\b", None),
        trigger(r"\b(?:no (?:\w+ )?(?:order|proclamation|decision|decree|date|paper|step|action|notice)|none|nothing)\b (?:of the (?:kind|sort) )?(?:has|have|had) (?:yet |so far |ever )?been (?:given|signed|drafted|prepared|drawn up|decided|taken|issued|ordered|imposed|published|set)\b", None, needs=rf"\b(?:threat\w*|warn\w*|may|could|might|propos\w+|plans?|want\w*|vow\w*|said)\b{gap(80)}(?:{TARIFF}|\btax\b)", content=True),
        trigger(rf"\btax(?:ing)? (?:\w+ ){{0,3}}{CARGO}", None, needs=r"\b(?-i:[A-Z])"),
        trigger(rf"\b(?:decision|deadline|action)\b{gap(40)}\b(?:on|over|for)\b{gap(25)}{TARIFF}", None),
        trigger(rf"{TARIFF}{gap(60)}\b(?:was|were|has been|have been) (?:{_DELAY.participle}|paused|put on hold|frozen)\b",
                not_after=_ABOUT),
        trigger(rf"\b(?:hold(?:ing|s)? off|held off|refrain\w*|no (?:new|further|more|additional|plans for))\b{gap(30)}{TARIFF}", None),
        trigger(rf"{TARIFF}{gap(30)}\b(?:imposed|introduced|levied) (?:in|on|by|last|this|since|under|earlier|over)\b", needs_date=True, aside=True),
        trigger(rf"\b(?:hit|hits|hitting|slapped|slaps|struck|punish(?:ed|es)) (?:[\w·'-]+ ){{1,5}}?with {gap(30)}{TARIFF}"),
        trigger(rf"\b(?:{_LAY.past}|{_COLLECT.past}) {_MORE}{PERCENT} (?:more |extra )?on\b(?={gap(60)}(?:{_CARGO}))"),
        trigger(rf"\b(?:{_LAY.open}|{_COLLECT.open}) {_MORE}{PERCENT} (?:more |extra )?on\b(?={gap(60)}(?:{_CARGO}))", None),
        trigger(rf"{TARIFF}{_NO_PACT}\b(?:started|began)\b(?! (?:to|as|with|when)\b)", not_after=r"\b(?:talks|negotiations|probe|investigation|hearings?|review|war|dispute)\b[^;]*$"),
        trigger(rf"{TARIFF}{_NO_PACT}\b{_START_ON.past} (?:again )?(?:on |from |at |in )?(?={DAY})", needs_date=True, not_after=r"\b(?:talks|negotiations|probe|investigation|hearings?|review|war|dispute)\b[^;]*$"),
    ),
)  # fmt: skip
