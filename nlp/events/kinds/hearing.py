"""A public hearing, held or to be held."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import gap

_OTHER = r"\b(?:confirmation|nomination|impeachment|court|bail|appeals?|sentencing|arraignment|custody|disciplinary) hearings?\b|\b(?:pre|post)-hearing\b|\bhearing (?:aids?|loss|from|about)\b"
_HEARING = r"\b(?<!-)(?<!are )(?<!is )(?<!was )(?<!were )(?<!been )hearings?\b(?! (?:room|rooms|officers?|examiners?|transcripts?|records?|panel|schedules?|process|testimony|chamber|loss|aids?)\b)"

KIND = Kind(
    type="hearing",
    gate=gate(r"hearing"),
    triggers=(
        trigger(
            rf"\b(?:postpon|delay|reschedul|mov|push|put)\w*\b{gap(30)}{_HEARING}{gap(60)}\b(?:until|to|till)\b", "scheduled", unless=_OTHER
        ),
        trigger(
            rf"{_HEARING}{gap(60)}\b(?:(?:was|were|has been|have been|is|are) (?:postponed|delayed|moved|put off|pushed back|rescheduled|set|scheduled|slated|planned))\b",
            "scheduled",
            unless=_OTHER,
        ),
        trigger(
            rf"{_HEARING}{gap(60)}\b(?:will (?:be|follow|take place|begin|open|start|run)|(?:is|are) to (?:be|begin|take place)|set for|slated for|scheduled for|to be held|follows|takes place)\b",
            "scheduled",
            unless=_OTHER,
        ),
        trigger(rf"{_HEARING}{gap(40)}\b(?:was|were|has been|had been|took place|ended|opened|began)(?: held)?\b", "done", unless=_OTHER),
        trigger(
            rf"\b(?:schedul(?:e|es|ed|ing)|sets?|announc(?:e|es|ed|ing)|plans?|planned|planning)\b{gap(40)}{_HEARING}",
            "scheduled",
            unless=_OTHER,
            content=True,
        ),
        trigger(rf"\b(?:held|hosted|convened|holds|opened)\b{gap(40)}{_HEARING}", "done", unless=_OTHER),
        trigger(rf"\b(?:hold|holding|host|convene|convening|have)\b{gap(40)}{_HEARING}", None, unless=_OTHER),
        trigger(
            rf"(?:(?<!appear )(?<!testify )(?<!participate )(?:\b(?:at|during|after|in|before) (?:an? |the |this |that )?(?:\w+[ -]){{0,3}})|\w+'s (?:\w+ )?)(?:public )?{_HEARING}",
            "done",
            unless=_OTHER,
        ),
        trigger(
            rf"{_HEARING}:? (?:date|on|for)?",
            "done",
            unless=_OTHER,
            needs_date=True,
            needs=r"\bpublic hearing|\bhearing (?:date|on )|\bhearing:",
        ),
    ),
    statuses={"proposed": "scheduled"},
)
