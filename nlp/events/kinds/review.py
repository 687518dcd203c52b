"""A formal review of an agreement, programme or tariff."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, TARIFF, gap

_WHAT = rf"(?:{PACT}|{TARIFF}|\b(?:GSP|eligibility|section \d{{3}}|trade (?:deals|agreements|deficits?|relations?))\b)"
_REVIEW = r"\b(?:joint|six-year|four-year|annual|formal|statutory|country practice|out-of-cycle|sunset|comprehensive)?\s?reviews?\b"

KIND = Kind(
    type="review",
    gate=gate(r"review"),
    triggers=(
        trigger(
            rf"\b(?:order(?:ed|s)|announc(?:ed|es)|beg[au]n|launch(?:ed|es)|start(?:ed|s)|open(?:ed|s)|initiat(?:ed|es)|conduct(?:ed|s)|complet(?:ed|es)|conclud(?:ed|es)|held)\b{gap(40)}{_REVIEW}",
            needs=_WHAT,
        ),
        trigger(rf"\b(?:joint|six-year) review\b{gap(40)}\b(?:was|were|has been|took place|began|opened|concluded|ended)\b", needs=_WHAT),
        trigger(
            rf"\b(?:joint|six-year) review\b{gap(50)}\b(?:will|is (?:due|set|to)|begins?|scheduled|takes? place|set for|slated|starts?|falls?|comes? due|due)\b",
            "scheduled",
            needs=_WHAT,
        ),
        trigger(
            rf"\b(?:undergo|face|faces|subject to|hold|conduct|launch|begin|start|open) {gap(30)}\b(?:joint|six-year) review\b",
            None,
            needs=_WHAT,
        ),
        trigger(r"\b(?:joint|six-year) review\b", "scheduled", needs=_WHAT, needs_date=True),
    ),
    statuses={"proposed": "scheduled"},
)
