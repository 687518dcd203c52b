"""A stated intention to negotiate something new. The intention is the act: it is done once stated."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import CONGRESS, GIVE, INTEND, NAMED, NOTIFY, gap

_START = r"(?:begin|beginning|start|starting|open|opening|launch|launching|enter|entering|initiat|commenc|hold|holding|conduct|conducting|pursu|propos)\w*(?: into| on| up)?"
_LAUNCH = r"(?:begin|start|open|launch|enter|initiate|commence|pursue|seek|propose)(?: into| on| up)?"
_AGREED = r"agree[sd]?(?: (?:on|late on|last) \w+)? (?:to|on)"
_TALKS = r"(?:talks|negotiations?|bargaining)"
_TRADE = r"\btrade\b|\btariff|\bagreement|\bFTA\b|\bgoods\b|\bduties\b|\bpact\b"
_NEGOTIATE = rf"(?:\b{_START}{gap(25)}\b{_TALKS}\b|\b(?:negotiat(?:e|ing)|bargain(?:ing)? (?:for|over|on|toward)|(?:seek|pursu)(?:e|ing)? (?:an? )?(?:\w+ ){{0,2}}?(?:free[- ])?trade (?:agreement|pact|deal|accord))\b)"
_PAPER = r"\b(?:notices?|notifications?|letters?)\b"

KIND = Kind(
    type="negotiation_intent",
    notice=True,
    gate=gate(r"join|acced|accession|membership|entry|plans? for|objectives|negotiat|talks|bargain|(?:seek|pursu)\w* .*(?:agreement|pact|deal|accord)"),
    triggers=(
        trigger(rf"(?:formally |officially )?{NOTIFY}{gap(60)}{CONGRESS}{gap(120)}\b(?:negotiat\w*|bargain\w*|trade talks|talks)\b", standing=False, content=True, unless=r"\bimplementing (?:bill|legislation)|\btechnical talks"),
        trigger(rf"{CONGRESS}{gap(30)}\b(?:was|were|has been|have been|had been) (?:formally |officially )?(?:notified|informed|told|advised)\b{gap(120)}\b(?:negotiat\w*|talks)\b",
                standing=False, content=True),
        trigger(rf"{GIVE}{gap(60)}{_PAPER}{gap(60)}\b(?:intent|intention|intends|plans?|decision)\b{gap(30)}{_NEGOTIATE}", standing=False, content=True),
        trigger(rf"\bnotices? of (?:{_TALKS}|(?:its |the |an )?inten(?:t|tion) (?:to|of) {_NEGOTIATE})(?: with [A-Z]\w+)?", standing=False),
        trigger(rf"{INTEND}{_NEGOTIATE}", standing=False, content=True, needs=_TRADE),
        trigger(rf"\b(?:will|{_AGREED}|decided to|ready to) {_LAUNCH} {gap(25)}\b{_TALKS}\b", needs=_TRADE, standing=False, content=True),
        trigger(r"\b(?:will|agree[sd]? to|decided to) (?:seek|pursue|negotiate|work (?:on|toward)|explore) (?:an? |the )?(?:\w+ ){0,3}?(?:free[- ])?trade (?:agreement|pact|deal|accord)s?\b", needs=_TRADE, standing=False, content=True),
        trigger(r"\bagree[sd]? to negotiate\b", needs=_TRADE, standing=False, content=True),
        trigger(rf"\bannounc(?:ed|es|ing)\b{gap(20)}\b(?:the )?(?:launch|start|opening|beginning)\b{gap(30)}\b{_TALKS}\b", needs=_TRADE, standing=False),
        trigger(rf"\b(?:launched|opened|started|began|initiated|kicked off)\b{gap(20)}\b(?:free[- ]trade |trade )?{_TALKS}\b{gap(40)}\b(?:agreement|FTA|pact|deal|accord|economic (?:framework|partnership)|trade (?:framework|partnership|initiative)|{NAMED})\b", needs=rf"{_TRADE}|\beconomic (?:framework|partnership)|\b{NAMED}\b", standing=False),
        trigger(rf"\b(?:publish|releas|issu|unveil)\w*\b{gap(30)}\b(?:negotiating objectives|objectives (?:for|in) (?:an? |the )?(?:\w+ ){{0,2}}?(?:agreement|pact|deal|talks|negotiations))\b{gap(40)}\b(?:with|for an?)\b", standing=False),
        trigger(rf"\bjoin(?:ing)? (?:the )?(?:\w+ )?{_TALKS} (?:on|for|toward|over) (?:the |an? )?(?:{NAMED}|{gap(25)}\b(?:trade|agreement|pact|accord)\b)", None),
        trigger(rf"\b(?:ask(?:ed|s|ing)?|request(?:ed|s|ing)?|agree[sd]?|decided|began|begun|begins?|opened|opens|started|starts|launched|launches)\b{gap(50)}\b{_TALKS}\b{gap(25)}\b(?:to join|joining|accession to|membership (?:of|in)|entry (?:to|into)) (?:the )?{NAMED}\b", content=True),
        trigger(rf"\b(?:plans?|decision|proposal|intention) (?:to|for|of) {gap(15)}\bfree[- ]trade {_TALKS}", None, standing=False),
        trigger(rf"\b(?:rul(?:e|es|ed|ing) out|reject\w*|refus\w+|declin\w+|no|not)\b{gap(40)}\bfree[- ]trade {_TALKS}", None, standing=False),
        trigger(rf"\b(?:no|without|any) (?:\w+ )?plans? (?:for|to (?:seek|negotiate|pursue|propose)) (?:an? )?(?:\w+ ){{0,2}}?(?:free[- ])?trade (?:agreement|pact|deal|accord|{_TALKS})\b", None, standing=False),
        trigger(rf"\b{_TALKS}\b{gap(30)}(?<!\bmay )(?<!\bcan )\b{_START}\b", None, needs=_TRADE, standing=False),
        trigger(rf"\b{_START}{gap(15)}\b(?:free[- ])?trade {_TALKS}\b", None, standing=False),
        trigger(rf"{_NEGOTIATE}{gap(50)}\b(?:agreement|FTA|pact|deal|accord|talks)\b", None, needs=_TRADE, standing=False),
    ),
    statuses={"threatened": "proposed"},
    loose={"scheduled": "done"},
)  # fmt: skip
