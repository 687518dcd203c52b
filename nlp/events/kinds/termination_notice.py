"""Notice of leaving an agreement or ending a preference. Announcing that one will is a threat until the notice is given."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import GAP, GIVE, NAMED, NOTIFY, PACT, gap

_EXIT = r"\b(?:terminat(?:e|es|ed|ing|ion)|withdr(?:aw|aws|awn|ew|awing|awal)|exit(?:s|ed|ing)?|pull(?:s|ed|ing)? out|quit(?:s|ting)?|leav(?:e|es|ing)|abrogat\w+)\b"
_OBJECT = rf"(?:{PACT}|\b(?:designations?|beneficiar(?:y|ies)|trade preferences|eligibility|WTO|World Trade Organi[sz]ation|{NAMED})\b)"
_CLAUSE = r"\b(?:any|either|each|a) party\b|\bparties\b|\bsix-month clause\b|\bexit clause\b"

KIND = Kind(
    type="termination_notice",
    gate=gate(r"terminat|withdr|exit|pull|quit|leav|abrogat|scrap|notice|\b(?:end|kill|tear|rip|walk)\b"),
    triggers=(
        trigger(rf"{GIVE}{GAP}\b(?:notices?|notifications?|letters?)\b{gap(70)}{_EXIT}", needs=_OBJECT, unless=_CLAUSE, content=True),
        trigger(rf"{NOTIFY}{gap(90)}{_EXIT}{gap(60)}{_OBJECT}", unless=_CLAUSE, content=True),
        trigger(rf"\bdraft(?:s|ed|ing)?\b{gap(30)}\b(?:order|notice|letter|proclamation)\b(?={gap(60)}{_EXIT})", "proposed", needs=_OBJECT, content=True),
        trigger(rf"\b(?:instruct|order|direct|told|prepar)\w*\b{gap(40)}\b(?:prepar(?:e|ing)|draft|start|begin)\b{gap(25)}{_EXIT}(?={gap(30)}{_OBJECT})", "proposed", content=True),
        trigger(r"\b(?:sen[dt]|give|gave|given|serve[d]?|deliver(?:ed)?|file[d]?) (?:(?:any|no|the|such|a|its|formal|official|written|termination|withdrawal|exit) )*notices?\b",
                needs=rf"{_EXIT}|six months", unless=_CLAUSE),
        trigger(rf"\bnotices? of (?:its |the |a )?(?:withdrawal|termination)\b{gap(40)}\b(?:was|were|has been|had been|is) (?:given|sent|delivered|filed|served)"),
        trigger(rf"\b(?:withdrew from|pulled out of|exited|terminated|abrogated|withdr[ae]wn from|has quit|have quit) {gap(35)}{_OBJECT}"),
        trigger(rf"\bannounc(?:es|ed|ing)\b{gap(40)}\b(?:withdrawal|exit|termination)\b{gap(30)}{_OBJECT}"),
        trigger(rf"{_OBJECT}{gap(30)}\b(?:was|were|has been|have been|had been) (?:terminated|abrogated)"),
        trigger(rf"{_EXIT}{gap(40)}{_OBJECT}", None, unless=_CLAUSE),
        trigger(rf"\b(?:end|kill|scrap|tear up|rip up|walk away from|end|terminate|quit|leave) (?:it\b|{gap(25)}{PACT})", None, needs=PACT, unless=_CLAUSE),
        trigger(rf"{_OBJECT}{gap(30)}\b(?:be )?(?:terminated|scrapped|abrogated)\b", None, unless=_CLAUSE),
    ),
    # A draft keeps its own base; a plan to leave is no more than a threat.
    statuses={"scheduled": "threatened", "proposed": "threatened"},
)  # fmt: skip
