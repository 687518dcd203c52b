"""The last day for comments in a proceeding."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import gap

_BY = r"\b(?:by|until|till|through|before|no later than|not later than|on or before|on|in)\b"
_COMMENTS = r"\b(?:comments?|submissions?|rebuttals?|requests? to (?:appear|testify))\b"

KIND = Kind(
    type="comment_deadline",
    gate=gate(r"comment|submission|rebuttal|requests? to"),
    triggers=(
        trigger(rf"{_COMMENTS}{gap(40)}\b(?:due|must be|should be|are to be|need to be|to be|can be|may be|will be (?:accepted|taken|received)|(?:are|is|were) (?:accepted|invited|welcome|sought|requested))\b{gap(40)}{_BY}",
                "scheduled", content=True, needs_date=True),
        trigger(rf"\bcomment (?:period|window|deadline)\b{gap(50)}\b(?:clos|end|expir|run|extend|reopen|is|was|fall)\w*", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:deadline|due date|closing date)\b{gap(40)}{_COMMENTS}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:invit|seek|sought|request|solicit|accept|ask|welcom|tak)\w*\b{gap(30)}\bcomments?\b{gap(60)}{_BY}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:may|can|must|invited to) comment\b{gap(40)}{_BY}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:submit|file|send|lodge|have)\b{gap(25)}{_COMMENTS}{gap(50)}{_BY}", "scheduled", content=True, needs_date=True),
    ),
    obliging=True,
)  # fmt: skip
