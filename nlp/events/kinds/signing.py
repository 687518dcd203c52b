"""The signing of an agreement."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, gap

_OTHER = (
    r"\bsign\w*\b[^.;]{0,60}\binto law\b|\bsign\w* (?:off on|up (?:for|to)|(?:(?:a|an|the|his|her|this|that|their) )?(?:\w+ ){0,3}"
    r"(?:bill|law|order|orders|proclamation|letter|memo|memorandum|petition|lease|legislation|waiver|statement|contract|(?<!final )act)\b)|\b(?:orders?|bill|law|proclamation|memorandum|letter|decree),? signed\b"
)
_SIGNED = r"\b(?:signed(?! on to)|signs(?! on to)|co-signed|initiall?ed|inked|(?:put|puts|affixed|added|set) (?:their|its|his|her) (?:signatures?|names?|pens?) (?:[^.;,]{0,45}?)?to|puts? pen to paper on)\b"
_SIGN = r"\b(?:sign(?:ing)?(?! off| up)|initiall?ing|ink(?:ing)?|(?:put|putting|affix|affixing|add|adding) (?:their|its|his|her) (?:signatures?|names?) to|put pen to)\b"
_ACT = rf"(?:{PACT}|\bfinal act\b)"

KIND = Kind(
    type="signing",
    gate=gate(r"sign|initial|\bink|pen to|names?\b"),
    triggers=(
        trigger(rf"\b(?:notif\w+|told|informed)\b{gap(60)}\b(?P<act>(?:would|will|intends? to|intention to|intent to|plans? to) (?:sign|enter into (?!talks|negotiations)))\b{gap(50)}{PACT}",
                "scheduled", unless=_OTHER, content=True),
        trigger(rf"\b(?:will|shall|would|to|can|could|may|might|must|should|not|n't) (?P<act>(?:put|add|set|affix) (?:their|its|his|her) (?:signatures?|names?) to){gap(50)}{_ACT}", None, unless=_OTHER),
        trigger(rf"{_SIGNED}[^.;,]{{0,60}}?{_ACT}", unless=_OTHER),
        trigger(rf"{_SIGNED} (?:it|the (?:text|document|papers))\b(?! into law)", unless=_OTHER, goes_on=True),
        trigger(rf"\b(?:ministers|leaders|presidents|countries|governments|envoys|sides|negotiators|officials)\b[^.;,]{{0,30}}? (?P<act>sign)\b [^.;,]{{0,40}}?{_ACT}", unless=_OTHER, needs_date=True),
        trigger(rf"{PACT}{gap(45)}\b(?:was|were|has been|had been|is|been|got) (?:\w+ly )?(?:signed|initiall?ed|inked)\b", unless=_OTHER),
        trigger(rf"{PACT} (?:that |which )?(?:[\w·'-]+ ){{1,3}}?(?P<act>signed) (?:in|on|last|this)\b", unless=_OTHER, aside=True),
        trigger(rf"{PACT}(?:,)? signed (?:on|in|by|last|this|yesterday|today|at|here)\b", unless=_OTHER),
        trigger(rf"\bsigning (?:ceremony|of){gap(50)}{PACT}{gap(40)}\b(?:took place|was held|has taken place)\b", unless=_OTHER),
        trigger(rf"\bsigning (?:ceremony|of){gap(50)}{PACT}{gap(40)}\b(?:will (?:take place|be held|follow)|is (?:set|planned|scheduled|due|expected|to)|set for|scheduled for)\b", "scheduled", unless=_OTHER),
        trigger(r"\b(?:the |a )?signing (?:ceremony )?(?:is|was) (?:now )?(?:expected|set|due|planned|scheduled|slated|to follow)\b", "scheduled", needs=PACT, unless=_OTHER),
        trigger(rf"{PACT}{gap(60)}\b(?:not|never)(?: yet| been)* signed\b", None, unless=_OTHER, content=True),
        trigger(rf"{_SIGN}{gap(45)}{_ACT}", None, unless=_OTHER),
        trigger(rf"{PACT}{gap(45)}\b(?:be|being) (?:\w+ly )?(?:signed|initiall?ed|inked)\b", None, unless=_OTHER),
        trigger(rf"{PACT}{gap(40)}\b(?:had|has|have) (?:\w+ly )?(?:signed|initiall?ed)\b", unless=_OTHER),
    ),
    statuses={"proposed": "scheduled"},
)  # fmt: skip
