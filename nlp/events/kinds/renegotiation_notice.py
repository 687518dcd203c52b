"""Notice that an agreement in force is to be renegotiated: a letter to the legislature or the partner. Talk of renegotiating is none."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import CONGRESS, GAP, GIVE, IN_BEING, NOTIFY, gap

_AGAIN = r"(?:re-?negotiat\w*|moderni[sz]\w*|(?:re-?)?open(?:s|ed|ing)? (?:negotiations|talks)|(?:start|begin|launch|initiate|enter)\w* (?:into )?(?:negotiations|talks))"
_OLD = rf"re-?negotiat|moderni[sz]|\b{IN_BEING}\b"

KIND = Kind(
    type="renegotiation_notice",
    gate=gate(r"negotiat|moderni[sz]|90-day|(?:open|start|begin|launch|initiat|enter)\w* .*talks"),
    triggers=(
        trigger(rf"(?:formally )?{NOTIFY}{gap(60)}{CONGRESS}{gap(170)}\b{_AGAIN}", needs=_OLD, content=True),
        trigger(rf"{GIVE}{GAP}\b(?:notice|notification|letter)s?\b{gap(90)}\b(?:re-?negotiat\w*|moderni[sz]\w*)", content=True),
        trigger(rf"{NOTIFY}{gap(50)}\b(?:intent|intention|intends|decision|wish)\b{gap(40)}\bre-?negotiat\w*", content=True),
        trigger(
            r"\b(?:start|trigger|set)\w*\b[^.;]{0,30}\b90-day (?:clock|window|period|notice|consultation)[^.;]{0,30}",
            needs=_OLD,
            content=True,
        ),
        trigger(r"\bagree[sd]? (?:on|to) (?:\w+ ){0,3}?re-?negotiat\w*"),
        trigger(r"\bannounc(?:e|es|ed|ing)\b[^.;]{0,50}\bplans?\b[^.;]{0,20}\bre-?negotiat\w*", "proposed", content=True),
        trigger(r"\bre-?negotiat(?:e|es|ed|ing|ions?)\b", None),
    ),
    statuses={"proposed": None},
    before=("negotiation_intent",),
)
