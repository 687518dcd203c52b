"""The signing of an agreement."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import PACT, gap

_OTHER = r"\bsign\w* (?:into law|(?:a|an|the|his|her|this|that) (?:\w+ ){0,3}(?:bill|law|order|orders|proclamation|letter|memo|memorandum|petition|lease)\b)"

KIND = Kind(
    type="signing",
    gate=gate(r"sign|initialed"),
    triggers=(
        trigger(rf"\b(?:notif\w+|told|informed)\b{gap(60)}\b(?P<act>(?:would|will|intends? to|intention to|intent to|plans? to) sign)\b{gap(50)}{PACT}",
                "scheduled", unless=_OTHER, content=True),
        trigger(rf"\b(?:signed|has signed|signs|co-signed|initialed)\b{gap(50)}{PACT}", unless=_OTHER),
        trigger(rf"{PACT}{gap(45)}\b(?:was|were|has been|had been|is|been) (?:formally )?signed\b", unless=_OTHER),
        trigger(rf"{PACT}(?:,)? signed (?:on|in|by|last|this|yesterday|today)\b", unless=_OTHER),
        trigger(rf"\bsign(?:ing)?\b{gap(45)}{PACT}", None, unless=_OTHER),
        trigger(rf"{PACT}{gap(45)}\bbe (?:formally )?signed\b", None, unless=_OTHER),
    ),
    statuses={"proposed": "scheduled"},
)  # fmt: skip
