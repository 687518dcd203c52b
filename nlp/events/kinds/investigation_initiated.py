"""The opening of a trade investigation."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import gap

_PROBE = r"\b(?:investigations?|probes?|inquir(?:y|ies)|enquir(?:y|ies))\b"
_TRADE = r"\bsection \d{3}\b|dumping|countervailing|subsid|safeguard|\btrade\b|\btariff|\bduties\b|\bimports?\b|\bUSTR\b|\bCommerce\b|\bITC\b|national security"
_OTHER = r"\b(?:police|criminal|FBI|prosecutors?|special counsel|ethics|antitrust|safety)\b"

KIND = Kind(
    type="investigation_initiated",
    gate=gate(r"investigation|probe|inquir|enquir"),
    triggers=(
        trigger(
            rf"\b(?:self-)?(?:initiat(?:ed|es|ing)|open(?:ed|s|ing)|launch(?:ed|es|ing)|beg[au]n|start(?:ed|s|ing)|institut(?:ed|es|ing))\b{gap(50)}{_PROBE}",
            needs=_TRADE,
            unless=_OTHER,
        ),
        trigger(rf"\bannounc(?:ed|es|ing)\b{gap(40)}\b(?:initiation|launch|opening|start)\b{gap(25)}{_PROBE}", needs=_TRADE, unless=_OTHER),
        trigger(
            rf"{_PROBE}{gap(40)}\b(?:was|were|has been|had been) (?:self-)?(?:initiated|opened|launched|started|instituted)\b",
            needs=_TRADE,
            unless=_OTHER,
        ),
        trigger(rf"\b(?:self-)?(?:initiate|open|launch|begin|start|institute)\b{gap(50)}{_PROBE}", None, needs=_TRADE, unless=_OTHER),
        trigger(rf"{_PROBE}{gap(40)}\bbe (?:self-)?(?:initiated|opened|launched|started)\b", None, needs=_TRADE, unless=_OTHER),
    ),
)
