"""Notice that an agreement in force is to be renegotiated: a letter to the legislature or the partner. Talk of renegotiating is none."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import CONGRESS, GAP, GIVE, INTEND, NOTIFY, PACT, SERVE, gap

_REDO = r"\b(?:re-?negotiat(?:e|es|ed|ing|ions?)|moderni[sz]\w*|(?:re-?open|overhaul|rework|revamp|redo|rewrit)\w*|updat(?:e|ing)|(?:recast|redraw|remak|refashion|reshap|refresh)\w*|br(?:ing|inging|ought) {GAP}up to date)\b"
_REDO = _REDO.replace("{GAP}", gap(70))
_TALKS = r"(?:\b(?:negotiations?|talks|negotiat(?:e|ing))\b)"
_PAPER = r"\b(?:notices?|notifications?|letters?|90-day notice)\b"
_WHOSE = r"\b(?:intent|intention|intends|intended|decision|decided|wish|plans?|desire|would|will|that|of)\b"
# "Nowhere does the word renegotiation appear", "no plans to reopen the pact": denials may use any of these words.
_REDO_PACT = rf"(?:\bre-?negotiat(?:e|es|ed|ing|ions?)\b|(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )\b(?:re-?open|overhaul|rework|revamp|redo|rewrit|revisit|unpick|recast|redraw|remak|tear up and rewrite)\w*\b{gap(40)}{PACT})"

KIND = Kind(
    type="renegotiation_notice",
    notice=True,
    gate=gate(r"negotiat|up to date|recast|redraw|remak|start over|moderni[sz]|90-day|(?:open|start|begin|launch|initiat|enter)\w* .*talks|re-?open|overhaul|rework|revamp|redo|rewrit|revisit"),
    triggers=(
        trigger(rf"(?:formally |officially )?{NOTIFY}{gap(60)}{CONGRESS}{gap(170)}(?:{_REDO}|{_TALKS})", standing=True, content=True),
        trigger(rf"{CONGRESS}{gap(30)}\b(?:was|were|has been|have been|had been) (?:formally |officially )?(?:notified|informed|told|advised)\b{gap(120)}(?:{_REDO}|{_TALKS})",
                standing=True, content=True),
        trigger(rf"{GIVE}{GAP}{_PAPER}{gap(90)}{_REDO}", content=True, standing=True),
        trigger(rf"{_REDO}{gap(120)}{GIVE}{gap(40)}{_PAPER}", content=True, standing=True, needs=CONGRESS),
        trigger(rf"{_PAPER}{gap(70)}(?:{_WHOSE}|\bto\b){gap(40)}{_REDO}{gap(60)}\b(?:was|were|has|have|had|went|reached|arrived|landed)\b(?: not| never| yet| now| already| been)*(?: (?:formally |officially )?(?:sent|given|delivered|served|transmitted|submitted))?{gap(25)}(?:{CONGRESS}|\b(?:sent|given|delivered|served|transmitted|submitted)\b)",
                content=True, standing=True),
        trigger(rf"{SERVE}{gap(50)}{_WHOSE}{gap(40)}\bre-?negotiat\w*", content=True, standing=True, needs=r"\bnotif|\binform|\bletter|\bwrote|\bnotice"),
        trigger(r"\b(?:start|trigger|set|open|began|begin|kick)\w*\b[^.;]{0,30}\b90-day (?:clock|window|period|notice|consultation|countdown)[^.;]{0,30}",
                needs=r"re-?negotiat|moderni[sz]", standing=True, content=True),
        trigger(r"\bagree[sd]? (?:on|to) (?:\w+ ){0,3}?re-?negotiat\w*"),
        trigger(rf"\b(?:formally|officially) (?:propos|request|ask|sought|seek)\w*\b{gap(120)}\bre-?negotiat\w*", "proposed", content=True),
        trigger(rf"\bpropos(?:ed|es|ing)\b{gap(100)}\bre-?negotiat\w*", "proposed", content=True, not_after=r"\b(?:candidate|senators?|congressm[ae]n|union|economists?|lawmakers?|professor)\b"),
        trigger(rf"\bannounc(?:e|es|ed|ing)\b[^.;]{{0,50}}{INTEND}[^.;]{{0,20}}\bre-?negotiat\w*", "proposed", content=True),
        trigger(rf"\bformal (?:\w+ )?(?:request|proposal|demand|offer)s?\b{gap(10)}\b(?:to|for|that)\b{gap(60)}\bre-?negotiat\w*", "proposed", content=True),
        trigger(rf"\b(?:sen[dt]s?|sending|deliver(?:s|ed)?|submit(?:s|ted)?|filed|handed|issued|wrote)\b{gap(30)}\b(?:note|letter|request|message|demand|proposal)\b{gap(50)}\b(?:request|ask|propos|seek|demand|call)\w*\b{gap(120)}\bre-?(?:negotiat|open)\w*", "proposed", content=True),
        trigger(rf"\b(?:tear up|tearing up|scrap|scrapping|rip up) {gap(40)}\b(?:and )?(?:start over|start afresh|begin again|from scratch)\b", None, needs=PACT),
        trigger(r"\bnotices? of (?:a |the )?re-?negotiat\w*", None),
        trigger(rf"{PACT}[^.;,]{{0,70}}?\b(?:re-?opened|reworked|rewritten|redone|renegotiated|recast|revisited)\b(?! (?:\w+ )?{PACT})", None, content=False),
        trigger(r"\b(?:re-?open|renegotiate|rewrite|rework|overhaul|redo|revisit)(?:ing)? it\b", None, needs=PACT),
        trigger(_REDO_PACT, None),
    ),
    # A plan or promise to renegotiate is no notice, whoever makes it.
    loose={"proposed": None, "scheduled": None},
    before=("negotiation_intent",),
)  # fmt: skip
