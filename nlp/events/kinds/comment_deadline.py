"""The last day for comments in a proceeding."""

import re

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import DAY, gap, stretch

_BY = rf"\b(?:by|until|till|through|before|no later than|not later than|on or before|on|in|to|ending|closes?|within)\b(?= (?:the )?(?:{DAY}|\d|[a-z]+ (?:calendar |business )?days\b))"
_UNTIL = rf"\b(?:by|until|till|through|before|no later than|not later than|on or before|within|ending)\b(?= (?:the )?(?:{DAY}|\d|[a-z]+ (?:calendar |business )?days\b))"
_LAST = r"\b(?:by|until|till|through|no later than|not later than|on or before|before|due(?: (?:on|in|by))?|(?:clos|end|expir|shut)(?:e|es|ed|ing|s)?(?: (?:on|at))?|runs? (?:out (?:on )?|to |through |until ))"
_WRITTEN = r"(?:written |public |post-hearing |pre-hearing |initial |rebuttal |further )*"
_COMMENTS = (
    rf"\b(?:{_WRITTEN}(?:(?<!to )(?<!no )comments?|submissions?|rebuttals?|views|objections|statements?|briefs?|filings?|responses)|requests? to (?:appear|testify|speak)|exclusion requests?"
    r"|(?:post|pre)-hearing briefs?|petitions for exclusion)\b"
)
_TAKEN = r"(?:accepted|taken|received|submitted|filed|lodged|sent|in|postmarked|entered|made|posted|uploaded|invited|welcomed?|sought|requested|solicited)"
_PUBLIC = r"\b(?:public|parties|persons|stakeholders|companies|firms|importers|exporters|manufacturers|industry|anyone|those|businesses|groups|clients|producers|growers|unions|citizens|everyone)\b"
_SPEAK = r"\b(?:weigh in|have (?:their|its|a) say|be heard|respond|speak up|make (?:their|its) (?:views|case|voices?)\b[^.;]{0,15}|say so|comment|hear(?:ing)?(?: from|(?= by\b))|give (?:their|its) views|tell (?:USTR|Commerce|the (?:department|agency|office|panel|commission|committee|trade \w+)))\b"

KIND = Kind(
    type="comment_deadline",
    gate=gate(r"consultation|to (?:object|protest|reply|answer)|comment|submission|rebuttal|requests? to|testify|exclusion request|views|objections|briefs?\b|statements?\b|docket|filings?\b|responses|weigh in|say\b|hear|respond|speak|tell\b"),
    triggers=(
        trigger(rf"{_COMMENTS}{stretch(120)}{_LAST} (?=(?:the )?{DAY})", "scheduled", content=True, needs_date=True,
                needs=r"\b(?:comments|public comment|written|submissions|views|requests?|objections|briefs|statements|filings|comment)\b", not_after=r"\b(?:in comments|said|declined to|refus\w+ to|commented)\b"),
        trigger(rf"\b(?:public |open |formal )*consultations?\b{stretch(120)}\b(?:until|till|through|closes? on|ends? on|runs? (?:to|until|through)) (?=(?:the )?{DAY})", "scheduled", content=True, needs_date=True, needs=rf"{_COMMENTS}|{_PUBLIC}"),
        trigger(rf"{_COMMENTS}{gap(60)}\b(?:due|must (?:reach|arrive|be)|should be|are to be|need to be|have to be|to be|can be|may be|will be {_TAKEN}|(?:are|is|were) (?:being )?{_TAKEN})\b{gap(40)}{_BY}",
                "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:comment (?:period|window|deadline)|(?:period|window) for (?:public |written )?comments?)s?\b{gap(70)}\b(?:clos|end|expir|run|extend|reopen|is|was|fall|remain|last|open|shut)\w*", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:deadline|due date|closing date|cut-?off|last day|final day|last date)\b{gap(40)}(?:{_COMMENTS}|\b(?:to|for) comment\w*)", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:invit|seek|sought|request|solicit|accept|ask|welcom|tak|receiv|gather|collect|want)\w*\b{gap(30)}{_COMMENTS}{gap(60)}{_UNTIL}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:may|can|must|should|invited to|free to|wishing to|have (?:until|till|\d+ days) {gap(30)}to) comment\b{gap(40)}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:have|has|had|given|gave|gives) (?:the public |them |interested parties |until |till |up to )*{gap(30)}\bto (?:submit|file|send|lodge|make|offer|provide|enter|put in){gap(25)}{_COMMENTS}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:submit|file|send|lodge|provide|post)\b{gap(25)}{_COMMENTS}{gap(50)}{_UNTIL}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:they|it|these|those) (?:must|should|are to|have to|need to|may|can) (?:all )?(?:be (?:in|{_TAKEN})|reach \w+|arrive)\b{gap(30)}{_LAST} (?=(?:the )?{DAY})", "scheduled", content=True, needs_date=True, needs=_COMMENTS),
        trigger(rf"\b(?:extend|push|prolong|mov|put|set|reset|delay|postpon|shift)\w*(?: \w+)? (?:to|until|till) (?={DAY})[^;]{{1,60}}?\b(?:period|close|closing|closure|deadline|window|end|cut-?off|due date|time)\b{gap(30)}(?:{_COMMENTS}|\bcomment(?:ing)?\b)", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:until|till|by) (?={DAY})[^.;]{{1,30}}?\bto (?:object|protest|reply|answer|weigh in)\b", "scheduled", content=True, needs_date=True, needs=rf"{_PUBLIC}|{_COMMENTS}"),
        trigger(rf"\b(?:have|has|had|given) from {DAY}{gap(25)}\bto {DAY}{gap(20)}\bto (?:tell|submit|file|comment|send|give|make|weigh|lodge|respond|object)\b", "scheduled", content=True, needs_date=True),
        trigger(rf"\bdocket\b{gap(90)}\b(?:clos|open until|open through|remain)\w*{gap(30)}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:extend|reopen|prolong|push|mov|shift|postpon|delay|put|shorten)\w*\b{gap(30)}\bcomment (?:period|window|deadline)s?\b{gap(90)}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:persons|parties|those|anyone|witnesses|members of the public) (?:who wish|wishing|seeking|that wish|who want) to (?:testify|appear|speak|participate)\b{gap(60)}{_BY}", "scheduled", content=True, needs_date=True),
        trigger(rf"\b(?:until|till|by) {gap(25)}\bto (?:submit|file|send|lodge|make|offer|comment|respond|have their say){gap(25)}", "scheduled", content=True, needs_date=True, needs=rf"{_PUBLIC}|{_COMMENTS}"),
        trigger(rf"{_SPEAK}{stretch(70)}\b(?:by|until|till|through|no later than|before) (?=(?:the )?{DAY})", "scheduled", content=True, needs_date=True, needs=_PUBLIC,
                unless=r"\b(?:would|did|do|does|had|has|have) not (?:\w+ )?comment|\b(?:declin|refus)\w+ to"),
    ),
    obliging=True,
    dated_by=re.compile(r"\b(?:by|until|till|through|to|before|than|due|(?:extend|push|prolong|mov|put|set|reset|delay|postpon|shift)\w*(?: \w+)? to|due (?:on|in)|clos\w+|clos\w+ on|end\w*(?: on)?|expir\w+(?: on)?|out(?: on)?|shut\w*(?: on)?)\s+(?:the\s+)?$", re.IGNORECASE),
)  # fmt: skip
