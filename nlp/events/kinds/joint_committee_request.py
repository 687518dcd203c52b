"""A request to convene an agreement's committee. It asks for talks under the agreement, not for a new one."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, gap

_BODY = r"(?:joint (?:trade )?(?:committee|commission|council)|(?:free[- ]trade|administrative|trade) commission)"
_SESSION = (
    rf"\b(?:(?<!\bthe )(?:special|extraordinary|emergency|urgent) (?:{_BODY} )?(?:session|meeting)|(?<!\bthe )special {_BODY}|{_BODY})\b"
)
_ASK = (
    r"\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on|together)|calling|seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|invok(?:es|ed|ing)"
    r"|summon(?:s|ed)?|wants?|propos(?:ed|es|ing))\b"
)

KIND = Kind(
    type="joint_committee_request",
    notice=True,
    gate=gate(r"session|committee|commission|council|meeting|consultations"),
    triggers=(
        trigger(
            rf"\b(?:the|its|his|their|this|that|american|us|korean|\w+'s) (?:\w+ )?request\b{gap(30)}\b(?:for|to)\b{gap(50)}{_SESSION}{gap(25)}(?:joint committee)?",
            presupposed=True,
        ),
        trigger(
            rf"\b(?:answer|accept|reply to|respond to|await|reject|welcome|consider|receive|acknowledge|study)(?:s|ed|ing)? (?:the |an? |Washington's |its |this )*(?:\w+ )?(?:call|demand|invitation)s?\b{gap(20)}\b(?:for|to)\b{gap(50)}{_SESSION}",
            presupposed=True,
        ),
        trigger(
            r"\b(?:the|a|an) request (?:that|which) (?:\w+ ){1,4}?(?:lodged|made|filed|sent|submitted|delivered)\b",
            needs=rf"{_SESSION}",
            content=True,
        ),
        trigger(
            rf"{_SESSION}{gap(60)}\b(?:that|which) (?:\w+ ){{1,4}}?(?:requested|sought|asked for|called for|demanded|proposed)\b",
            content=True,
            needs=rf"{PACT}|joint|special",
        ),
        trigger(
            r"\b(?:requested|proposed) (?:special )?(?:joint committee )?session\b",
            needs=rf"{PACT}|committee|special|request",
            presupposed=True,
        ),
        trigger(rf"{_ASK}{gap(80)}{_SESSION}(?: (?:meeting|of the joint committee))?", content=True, needs=rf"{PACT}|joint|special"),
        trigger(
            rf"{_SESSION}{gap(60)}\b(?:(?:was|were|had been|has been|is) (?:formally )?(?:requested|sought|called for)|at the request of|at \w+'s request)\b",
            content=True,
        ),
        trigger(
            rf"\brequests?\b{gap(20)}\b(?:for|to (?:convene|hold))\b{gap(30)}{_SESSION}{gap(40)}\b(?:was|were|has been|went|arrived|came)\b",
            content=True,
        ),
        trigger(
            # An ordinary meeting counts only where the agreement is what it is about.
            rf"\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)? for|call(?:s|ed|ing)? for|seek(?:s|ing)?|sought) (?:a |an )?(?:\w+ )?meeting\b{gap(110)}{PACT}",
            content=True,
        ),
        trigger(
            rf"\b(?:request(?:s|ed|ing)?|sought|invok(?:es|ed|ing)) (?:formal )?consultations\b{gap(60)}\bunder\b{gap(30)}{PACT}",
            content=True,
            unless=r"\b(?:WTO|dispute|panel)\b",
        ),
    ),
)
