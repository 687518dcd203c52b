"""A public hearing, held or to be held."""

import re

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import DAY, gap

_OTHER = (
    r"\bhearings? (?:in|of|on) (?:(?!section|dumping|safeguard|tariff|trade|duty|duties|import)[^.;]){0,40}\b(?:case|lawsuit|trial|suit|appeal)\b|\b(?:confirmation|nomination|impeachment|court|bail|appeals?|sentencing|arraignment|custody|disciplinary|oversight|budget|asylum|probation|licensing|planning|zoning|grievance|parole|extradition|immigration|bankruptcy) hearings?\b"
    r"|\bhearing (?:aids?|loss|impaired)\b|(?<!public )(?<!\ba )(?<!the )(?<!its )\bhearing (?:from|about)\b|\b(?:court|judge|jury|trial|murder|nominee|nomination|(?:Budget|Judiciary|Appropriations|Intelligence|Armed Services|Ethics|Homeland Security) (?:Sub)?[Cc]ommittee|WTO panel|dispute panel|tribunal)\b"
)
_HEARING = (
    r"\b(?<!-)(?<!are )(?<!is )(?<!was )(?<!were )(?<!been )(?:(?<!of )hearing|hearings)\b"
    r"(?! (?:room|rooms|officers?|examiners?|transcripts?|records?|panel|schedules?|process|testimony|chamber|loss|aids?|the|that (?!opens|begins|starts|will|is|was|runs|ended|closed|had|has)|it|nothing|little|more|no)\b)"
)

# The hearing that something else is told of: "a transcript of the hearing will be posted".
_OF_IT = r"\b(?:of|at|after|before|from|in|during|for|to appear at|on) (?:the|a|an|its|this|that|each) (?:[\w-]+ ){0,3}hearings?\b(?! (?:on|into|about|concerning|that|which)\b)[^.;]*$"

# Who wants to appear at a hearing asks for something else than the hearing.
_WITNESS = r"\b(?:appear|testify|participate|speak|attend|testimony|requests?|reschedul|postpon|cancel)\w*\b[^;]{0,60}hearings?\b"

KIND = Kind(
    type="hearing",
    gate=gate(r"hearing|testimony|hear (?:from|witnesses|arguments)"),
    triggers=(
        trigger(rf"\b(?:set|sets|fix(?:ed|es)|schedul(?:ed|es)|nam(?:ed|es)|cho(?:se|oses|sen)|reserv(?:ed|es))\b{gap(150)}(?P<act>for (?:an? |the |its )(?:[\w-]+ )?{_HEARING})", "scheduled", content=True, unless=_OTHER, needs_date=True),
        trigger(rf"{_HEARING}{gap(30)}\b(?:is|are) (?=(?:on |from )(?:the )?{DAY})", "scheduled", unless=_OTHER, needs_date=True),
        trigger(rf"\bday of (?:the |its |a )?(?:\w+ )?{_HEARING}", unless=_OTHER, not_after=r"\b(?:days?|weeks?|months?) (?:after|before|prior to|following)\b[^;]{0,40}$"),
        trigger(rf"\b(?:no|without (?:a|any)) (?:public |further |\w+ )?{_HEARING}", "negated", unless=_OTHER),
        trigger(
            rf"{_HEARING}{gap(160)}\b(?:(?:is|was|were|has been|have been|had been|are) (?:now |since |abruptly )?(?:cancel+ed|called off|scrapped|dropped)|(?:will|would) (?:not|no longer) (?:take place|be held|go ahead))\b",
            "negated",
            unless=_OTHER,
            content=True,
        ),
        trigger(
            rf"\b(?:postpon|delay|reschedul|mov|push|put)\w*\b{gap(30)}{_HEARING}{gap(110)}\b(?:until|to|till)\b(?= (?:the )?{DAY})", "scheduled", unless=_OTHER
        ),
        trigger(rf"\b(?:cancel|call|scrap|drop)\w*\b(?: off)? {gap(20)}{_HEARING}", None, unless=_OTHER),
        trigger(
            rf"{_HEARING}{gap(60)}\b(?:was|were|has been|have been|is|are) (?:now |indefinitely )?(?:postponed|delayed|put off|pushed back)\b(?!{gap(60)}\b(?:until|till|to|from)\b)",
            "negated",
            unless=_OTHER,
        ),
        trigger(
            rf"(?<!be )\b(?:postponed|delayed|put off|pushed back)\b(?:(?!\b(?:until|till)\b)[^.;]){{0,40}}?{_HEARING}(?!{gap(110)}\b(?:until|till|to)\b)",
            "negated",
            unless=_OTHER,
        ),
        trigger(
            rf"{_HEARING}{gap(60)}\b(?:(?:was|were|has been|have been|is|are) (?:now |re|tentatively )?(?:postponed|delayed|moved|put off|pushed back|rescheduled|set|scheduled|slated|planned|due|expected|penciled in|pencilled in|booked))\b",
            "scheduled",
            unless=_OTHER,
            not_after=rf"{_OF_IT}|\brequests? to (?:appear|testify|speak|participate)\b[^;]{{0,30}}hearings?\b[^;]*\b(?:due|expected)$",
        ),
        trigger(
            rf"{_HEARING}{gap(110)}\b(?:will (?:now )?(?:be|follow|take place|begin|open|start|run|convene|commence|last|continue)|(?:is|are) to (?:be|begin|take place|open|start|convene)|set for|slated for|scheduled for|planned for|to be held|follows|takes place|begins|opens|convenes|starts)\b",
            "scheduled",
            unless=_OTHER,
            not_after=_OF_IT,
        ),
        trigger(rf"{_HEARING}{gap(110)}\b(?:was|were|has been|had been|took place|ended|opened|began|closed|concluded|wound up|drew)(?: held)?\b", "done", unless=_OTHER, not_after=_OF_IT),
        trigger(
            rf"(?<!originally )(?<!previously )(?<!initially )(?<!first )(?<!been )(?<!was )(?<!\bthe )(?<!\ba )\b(?:schedul(?:e|es|ed|ing)|sets?|announc(?:e|es|ed|ing)|plans?|planned|planning|call(?:s|ed)|fix(?:es|ed)|slat(?:ed|es)|order(?:s|ed))\b{gap(40)}{_HEARING}",
            "scheduled",
            unless=_OTHER,
            content=True,
        ),
        trigger(rf"\b(?:held|hosted|convened|holds|opened|conducted|concluded|wrapped up|completed)\b{gap(40)}{_HEARING}", "done", unless=_OTHER),
        trigger(rf"\b(?:hold|holding|host|convene|convening|have|conduct|conducting|open|schedule)\b{gap(40)}{_HEARING}", None, unless=_OTHER),
        trigger(
            rf"(?:(?<!appear )(?<!testify )(?<!participate )(?<!speak )(?:\b(?:at|during|in|told) (?:an? |the |this |that )?(?:[\w-]+ ){{0,4}})|\b(?:after|before) (?:an? |the |this |that )?(?:[\w-]+ ){{0,4}}(?=(?:public )?hearings? (?:on |of )?{DAY})|\w+'s (?:\w+ )?)(?:public )?{_HEARING}",
            "done",
            not_after=_WITNESS,
            unless=_OTHER,
        ),
        trigger(
            rf"{_HEARING}:? (?:date|on|for)?",
            "done",
            unless=_OTHER,
            needs_date=True,
            not_after=_WITNESS,
            needs=r"\bpublic hearing|\bhearing (?:date|on )|\bhearing:",
        ),
        trigger(r"\b(?:take|hear|receive)s? (?:oral |public )?(?:testimony|witnesses|from witnesses)\b", None, needs_date=True, unless=_OTHER),
        trigger(rf"\bhearings? (?:that|which) {gap(40)}\b(?:held|hosted|convened)\b", unless=_OTHER),
    ),
    statuses={"proposed": "scheduled"},
    dated_by=re.compile(r"\b(?:until|till|to)\s+(?:the\s+)?$", re.IGNORECASE),
)  # fmt: skip
