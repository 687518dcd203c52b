"""A request to convene an agreement's committee. It asks for talks under the agreement, not for a new one."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, gap

_SESSION = r"\b(?:special session|special (?:joint committee )?meeting|special joint committee|joint committee|free trade commission|extraordinary (?:session|meeting))\b"
_ASK = r"\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on)|calling|seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|invok(?:es|ed|ing))\b"
_WHY = rf"(?:{PACT}|\b(?:amend|modif|joint committee|Article 22)\w*)"

KIND = Kind(
    type="joint_committee_request",
    gate=gate(r"session|committee|commission|meeting|consultations"),
    triggers=(
        trigger(
            rf"\b(?:the|its|his|their|this|that|american|us|korean|\w+'s) (?:\w+ )?request\b{gap(30)}\b(?:for|to)\b{gap(50)}{_SESSION}{gap(25)}(?:joint committee)?",
            presupposed=True,
        ),
        trigger(
            r"\b(?:requested|proposed) (?:special )?(?:joint committee )?session\b",
            needs=rf"{PACT}|committee|special|request",
            presupposed=True,
        ),
        trigger(rf"{_ASK}{gap(80)}{_SESSION}(?: (?:meeting|of the joint committee))?", content=True),
        trigger(
            rf"{_SESSION}{gap(60)}\b(?:(?:was|were|had been|has been|is) (?:formally )?(?:requested|sought)|at the request of)\b",
            content=True,
        ),
        trigger(
            rf"\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)? for|call(?:s|ed|ing)? for|seek(?:s|ing)?|sought) (?:a |an )?(?:\w+ )?meeting\b{gap(110)}{_WHY}",
            content=True,
        ),
        trigger(
            rf"\brequest(?:s|ed|ing)? (?:formal )?consultations\b{gap(60)}\bunder\b{gap(30)}{PACT}",
            content=True,
            unless=r"\b(?:WTO|dispute|panel)\b",
        ),
    ),
)
