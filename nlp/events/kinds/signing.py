"""The signing of an agreement."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import DAY, NAMED, PACT, gap

_OTHER = (
    r"\bsign\w*\b[^.;]{0,60}\binto law\b|\bsign\w* (?:off on|up (?:for|to)|(?:(?:a|an|the|his|her|this|that|their) )?(?:\w+ ){0,3}"
    r"(?:bill|law|order|orders|proclamation|letter|memo|memorandum(?! (?:of understanding )?(?:on|about|for|covering) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:[\w-]+ ){0,3}?(?:trade|tariffs?|commerce)\b)|petition|lease|legislation|waiver|statement|contract|(?<!final )act)\b)|\b(?:orders?|bill|law|proclamation|memorandum|letter|decree),? signed\b"
)
_SIGNED = r"\b(?:signed(?! on to)|signs(?! on to)|co-signed|initiall?ed|inked|(?:put|puts|affixed|added|set) (?:their|its|his|her) (?:signatures?|names?|pens?|initials?) (?:[^.;,]{0,45}?)?to|puts? pen to paper on)\b"
_SIGN = r"\b(?:sign(?:ing)?(?! off| up)|initiall?ing|ink(?:ing)?|(?:put|putting|affix|affixing|add|adding) (?:their|its|his|her) (?:signatures?|names?) to|put pen to)\b"
# What is signed of a pact, or is one under another name.
_PIECE = r"\b(?:chapters?|texts?|protocols?|parts?|phases?|annex(?:es)?|stages?|sections?|pages)\b"
_UNDERTAKING = r"\b(?:trade |economic |tariff )(?:\w+ )?(?:initiative|partnership|framework|protocol|memorand(?:um|a)|arrangement|compact|charter|roadmap|declaration|understanding|statement)\b"
_ACT = (
    rf"(?:{PACT}|\bfinal act\b|{_UNDERTAKING}|\b(?:initiative|partnership|framework|memorand(?:um|a)(?: of understanding)?|protocol) (?:on|for|about|to|covering) (?!{DAY})(?:[\w-]+ ){{0,3}}?(?:trade\b|tariffs?\b|commerce\b|{NAMED})"
    rf"|{_PIECE} (?:of|to|in|for|on) (?:[\w·'-]+ ){{0,5}}?(?:{PACT}|{_UNDERTAKING}))"
)
# What firms sign.
_PURCHASE = r"\b(?:supply|distribution|licen[cs](?:e|ing)|service|purchase|sales|franchise|rental|merger|credit|sponsorship|marketing|offtake|joint[- ]venture|supplier|employment|recording|confidentiality|settlement|non-disclosure|shareholder) (?:deals?|agreements?|pacts?|accords?)\b|\b(?:deals?|agreements?|pacts?|accords?) (?:for (?:\d|an? |the )|worth|valued|to (?:buy|sell|supply|purchase|build|bring|produce|make|distribute|stream|lease|rent|share|lend)\b|with (?:[\w'-]+ ){0,4}(?:chain|company|firm|maker|club|studio|network|airline|bank|carrier|group|operator|retailer|manufacturer|supplier|producer|developer|distributor|brand|team|university|hospital|agency|city|port|publisher|platform|insurer|contractor|start-?up|utility|miner|refiner|brewer|distiller)s?\b)"
_NO_PACT = rf"{_OTHER}|{_PURCHASE}"

KIND = Kind(
    type="signing",
    gate=gate(r"sign|initial|\bink|pen to|names?\b"),
    triggers=(
        trigger(rf"\b(?:notif\w+|told|informed)\b{gap(60)}\b(?P<act>(?:would|will|intends? to|intention to|intent to|plans? to) (?:sign|enter into (?!talks|negotiations)))\b{gap(50)}{PACT}",
                "scheduled", unless=_NO_PACT, content=True),
        trigger(rf"\b(?:will|shall|would|to|can|could|may|might|must|should|not|n't) (?P<act>(?:put|add|set|affix) (?:their|its|his|her) (?:signatures?|names?) to){gap(50)}{_ACT}", None, unless=_NO_PACT),
        trigger(rf"{_SIGNED}[^.;,]{{0,60}}?{_ACT}", unless=_NO_PACT),
        trigger(rf"{_SIGNED} (?:it|the (?:text|document|papers))\b(?! into law)", unless=_NO_PACT, goes_on=True),
        trigger(rf"\b(?:ministers|leaders|presidents|countries|governments|envoys|sides|negotiators|officials)\b[^.;,]{{0,30}}? (?P<act>sign)\b [^.;,]{{0,40}}?{_ACT}", unless=_NO_PACT, needs_date=True),
        trigger(rf"{PACT}{gap(45)}\b(?:was|were|has been|had been|is|been|got) (?:\w+ly )?(?:signed|initiall?ed|inked)\b", unless=_NO_PACT),
        trigger(rf"{PACT},? (?:that |which )?(?:[\w·'-]+ ){{1,3}}?(?P<act>signed) (?:in|on|last|this)\b", unless=_NO_PACT, aside=True),
        trigger(rf"{PACT}(?:,)? signed (?:on|in|by|last|this|yesterday|today|at|here)\b", unless=_NO_PACT),
        trigger(r"\bit (?P<act>(?:cannot|can't|will not|won't|would not|has not been|was never|could not|may not|must not|has yet to|is yet to) (?:yet |now )?(?:be(?:en)? )?signed)\b", None, unless=_NO_PACT, goes_on=True),
        trigger(r"\b(?P<act>sign(?:ing)? it) (?=(?:on|in|next|at|by|this|before) )", None, unless=_NO_PACT, goes_on=True),
        trigger(rf"\b(?:complet|conclud|held|host|attend|witness|celebrat|mark|welcom|hail|applaud|watch|stag)(?:e|es|ed|ing|s)?\b{gap(25)}\bsigning (?:ceremony )?(?:of|for){gap(50)}{PACT}", unless=_NO_PACT, not_after=r"\b(?:before|ahead of|until) \w*ing\b"),
        trigger(rf"\b(?:signed|signs) up (?:to|for) (?:the )?{NAMED}\b", unless=r"\b(?:students?|volunteers?|subscribers?|customers?)\b"),
        trigger(rf"\bsigning (?:ceremony|of){gap(50)}{PACT}{gap(40)}\b(?:took place|was held|has taken place)\b", unless=_NO_PACT),
        trigger(rf"\bsigning (?:ceremony|of){gap(50)}{PACT}{gap(40)}\b(?:will (?:take place|be held|follow)|is (?:set|planned|scheduled|due|expected|to)|set for|scheduled for)\b", "scheduled", unless=_NO_PACT),
        trigger(rf"\bsigning (?:ceremony|of){gap(50)}{_ACT}{gap(40)}\b(?:was|were|has been|is) (?:moved|pushed|put off|put back|postponed|delayed|rescheduled|shifted|brought forward)\b{gap(40)}\b(?:to|until|till)\b", "scheduled", unless=_NO_PACT),
        trigger(rf"\b(?:put|puts|putting|push\w*|mov\w+|postpon\w+|delay\w*|defer\w+|reschedul\w+)\b(?: off| back)?{gap(40)}\bsigning (?:ceremony )?(?:of|for){gap(50)}{_ACT}", "scheduled", unless=_NO_PACT),
        trigger(r"\b(?:the |a )?signing (?:ceremony )?(?:is|was) (?:now )?(?:expected|set|due|planned|scheduled|slated|to follow)\b", "scheduled", needs=PACT, unless=_NO_PACT),
        trigger(rf"{PACT}{gap(60)}\b(?:not|never)(?: yet| been)* signed\b", None, unless=_NO_PACT, content=True),
        trigger(rf"{_SIGN}{gap(45)}{_ACT}", None, unless=_NO_PACT),
        trigger(rf"{PACT}{gap(45)}\b(?:be|being) (?:\w+ly )?(?:signed|initiall?ed|inked)\b", None, unless=_NO_PACT),
        trigger(rf"{PACT}{gap(40)}\b(?:had|has|have) (?:\w+ly )?(?:signed|initiall?ed)\b", unless=_NO_PACT),
    ),
    statuses={"proposed": "scheduled"},
)  # fmt: skip
