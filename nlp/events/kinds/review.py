"""A formal review of an agreement, programme or tariff."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, TARIFF, gap

_WHAT = rf"(?:{PACT}|{TARIFF}|\b(?:GSP|eligibility|section \d{{3}}|trade (?:deals|agreements|deficits?|relations?|policy))\b)"
_REVIEW = r"\b(?:joint|six-year|four-year|annual|formal|statutory|country practice|out-of-cycle|sunset|comprehensive|midterm|mid-term)?\s?reviews?\b"
_JOINT = (
    r"\b(?:joint|six-year|sunset|four-year|scheduled|mandatory|formal|first|out-of-cycle|statutory|eligibility|country practice) reviews?\b"
)

# What firms, courts and papers review.
_OTHER = r"\b(?:strategic|business|internal|spending|peer|performance|judicial|legal|safety|security|merger|antitrust|book|film|design|policy|expert|portfolio|contract|operational|independent|literature|price|privacy|trade secrets?) reviews?$"

KIND = Kind(
    type="review",
    gate=gate(r"review"),
    triggers=(
        trigger(
            rf"\b(?:order(?:ed|s)|announc(?:ed|es)|beg[au]n|(?:was|were|is|are) (?:launching|starting|opening|beginning|conducting)|launch(?:ed|es)|start(?:ed|s)|open(?:ed|s)|initiat(?:ed|es)|conducted|complet(?:ed|es)|conclud(?:ed|es)|held|commenced|self-initiated)\b(?:(?!\b(?:consultations?|comments?|docket|hearings?)\b)[^.;]){{0,60}}?(?:{_JOINT}|{_WHAT}(?:'s)? (?:\w+ )?reviews?\b|{_REVIEW}(?={gap(70)}{_WHAT}))",
            needs=_WHAT,
            not_after=_OTHER,
        ),
        trigger(
            rf"{_JOINT}{gap(60)}\b(?:will|would|could|may|might|is (?:due|set|to|scheduled|slated|planned)|begins?|scheduled|takes? place|set for|slated|starts?|opens?|falls?|comes? due|due|convenes?)\b",
            "scheduled",
            needs=_WHAT,
        ),
        trigger(
            rf"{_JOINT}{gap(60)}\b(?:was|were|has been|(?:has|have) (?:not |yet to )?(?:begun|started|opened|ended|concluded)|took place|began|opened|concluded|ended|started|got under way)\b(?! to\b)",
            needs=_WHAT,
        ),
        trigger(
            rf"\b(?:will|must|are to|is to|shall|have to|has to|plans? to|due to|scheduled to|required to) (?:undergo|face|hold|conduct|launch|begin|start|open|carry out|complete|meet for) {gap(30)}(?:{_JOINT}|\breviews?\b)",
            "scheduled",
            needs=_WHAT,
            content=True,
        ),
        trigger(
            rf"\b(?:ended|finished|closed|wrapped up|completed|concluded|left|emerged from) {gap(30)}{_JOINT}",
            needs=_WHAT,
        ),
        trigger(
            rf"\b(?:is|are|has been|began|begun|started) (?:now )?reviewing (?:\w+ ){{0,7}}?(?:eligibility|{TARIFF}|{PACT}|GSP|AGOA)\b",
            needs=_WHAT,
        ),
        trigger(
            rf"\b(?:undergo|face|faces|subject to|hold|conduct|launch|begin|start|open|initiate|carry out) {gap(30)}(?:{_JOINT}|\breviews?\b)",
            None,
            needs=_WHAT,
        ),
        trigger(
            r"\b(?:joint|six-year) reviews?\b",
            "scheduled",
            needs=rf"{_WHAT}|\b(?:USTR|Mexico|Canada|Ottawa|trilateral|three (?:countries|governments|partners|sides))\b",
            needs_date=True,
            not_after=r"\b(?:consultations?|comments?|hearings?|docket|views) (?:on|for|about|in(?! (?:advance|preparation|anticipation)))\b[^;]*$",
        ),
    ),
    statuses={"proposed": "scheduled"},
)
