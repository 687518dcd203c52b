"""The last day for comments in a proceeding."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import gap

_BY = r"\b(?:by|until|till|through|before|no later than|not later than|on or before|on|in|to|ending|closes?|within)\b"
_WRITTEN = r"(?:written |public |post-hearing |pre-hearing |initial |rebuttal |further )*"
_COMMENTS = (
    rf"\b(?:{_WRITTEN}(?:comments?|submissions?|rebuttals?|views|objections|statements?|briefs?)|requests? to (?:appear|testify|speak)|exclusion requests?"
    r"|(?:post|pre)-hearing briefs?|petitions for exclusion)\b"
)
_TAKEN = r"(?:accepted|taken|received|submitted|filed|lodged|sent|in|postmarked|entered|made|posted|uploaded|invited|welcomed?|sought|requested|solicited)"

KIND = Kind(
    type="comment_deadline",
    gate=gate(r"comment|submission|rebuttal|requests? to|testify|exclusion request|views|objections|briefs?\b|statements?\b|docket"),
    triggers=(
        trigger(rf"{_COMMENTS}{gap(40)}\b(?:due|must (?:reach|arrive|be)|should be|are to be|need to be|have to be|to be|can be|may be|will be {_TAKEN}|(?:are|is|were) (?:being )?{_TAKEN})\b{gap(40)}{_BY}",
                "scheduled", content=True, needs_date=True),
        trigger(rf"\bcomment (?:period|window|deadline)s?\b{gap(50)}\b(?:clos|end|expir|run|extend|reopen|is|was|fall|remain|last|open)\w*", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:deadline|due date|closing date|cut-?off|last day|final day|last date)\b{gap(40)}(?:{_COMMENTS}|\b(?:to|for) comment\w*)", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:invit|seek|sought|request|solicit|accept|ask|welcom|tak|receiv|gather|collect|want)\w*\b{gap(30)}{_COMMENTS}{gap(60)}{_BY}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:may|can|must|should|invited to|free to|wishing to|have (?:until|till|\d+ days) {gap(30)}to) comment\b{gap(40)}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:have|has|had|given|gave|gives) (?:the public |them |interested parties |until |till |up to )*{gap(30)}\bto (?:submit|file|send|lodge|make|offer|provide|enter|put in){gap(25)}{_COMMENTS}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:submit|file|send|lodge|provide|post)\b{gap(25)}{_COMMENTS}{gap(50)}{_BY}", "scheduled", content=True, needs_date=True),
        trigger(rf"{_COMMENTS}{gap(20)}\b(?:close[sd]?|due)\b", "scheduled", content=True, needs_date=True),
        trigger(rf"\bdocket\b{gap(90)}\b(?:clos|open until|open through|remain)\w*{gap(30)}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:extend|reopen|prolong)\w*\b{gap(30)}\bcomment (?:period|window|deadline)s?\b{gap(90)}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:persons|parties|those|anyone|witnesses|members of the public) (?:who wish|wishing|seeking|that wish|who want) to (?:testify|appear|speak|participate)\b{gap(60)}{_BY}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:until|till) {gap(25)}\bto (?:submit|file|send|lodge|make|offer){gap(25)}{_COMMENTS}", "scheduled", content=True, needs_date=True),
    ),
    obliging=True,
)  # fmt: skip
