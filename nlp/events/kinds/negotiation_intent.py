"""A stated intention to negotiate something new. The intention is the act: it is done once stated."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import CONGRESS, IN_BEING, NOTIFY, gap

_OLD = rf"re-?negotiat|moderni[sz]|\b{IN_BEING}\b|\bamend"
_START = r"(?:begin|start|open|launch|enter|initiat|commenc)\w*(?: into| on| up)?"
_TALKS = r"(?:talks|negotiations?)"

KIND = Kind(
    type="negotiation_intent",
    gate=gate(r"negotiat|talks"),
    triggers=(
        trigger(rf"{NOTIFY}{gap(60)}{CONGRESS}{gap(120)}\b(?:negotiat\w*|trade talks|talks)\b", unless=_OLD, content=True),
        trigger(
            rf"\bnotices? of (?:{_TALKS}|(?:its |the |an )?inten(?:t|tion) to (?:negotiate|{_START}))\b(?: with [A-Z]\w+)?", unless=_OLD
        ),
        trigger(
            rf"\b(?:intend(?:s|ed|ing)?|intent|intention|plan(?:s|ned)?) (?:to|of) (?:{_START}{gap(25)}\b{_TALKS}|negotiat(?:e|ing))\b",
            unless=_OLD,
            content=True,
        ),
        trigger(
            rf"\b(?:will|agree[sd]? to|agree[sd]? on|decided to|ready to) {_START} {gap(25)}\b{_TALKS}\b",
            needs=r"\btrade\b|\btariff|\bagreement|\bFTA\b|\bgoods\b|\bduties\b",
            unless=_OLD,
            content=True,
        ),
        trigger(rf"\b(?:publish|releas|issu|unveil)\w*\b{gap(30)}\bnegotiating objectives\b{gap(40)}\b(?:with|for an?)\b", unless=_OLD),
        trigger(rf"\b(?:plans?|decision|proposal) (?:to|for) {gap(15)}\bfree[- ]trade {_TALKS}", None, unless=_OLD),
        trigger(rf"\b{_TALKS}\b{gap(30)}\b{_START}\b", None, needs=r"\btrade\b|\btariff|\bagreement|\bFTA\b|\bpact\b", unless=_OLD),
    ),
    statuses={"scheduled": "done", "proposed": "done", "threatened": "done"},
)
