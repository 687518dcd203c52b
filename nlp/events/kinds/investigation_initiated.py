"""The opening of a trade investigation."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import gap

_PROBE = r"\b(?:investigations?|probes?|inquir(?:y|ies)|enquir(?:y|ies)|(?:anti-?dumping|anti-?subsidy|countervailing duty|safeguards?) (?:cases?|proceedings?)|cases? under Section \d{3}|Section \d{3} (?:cases?|proceedings?|reviews?))\b"
_TRADE = r"\bsection \d{3}\b|dumping|countervailing|digital[- ](?:services? )?tax|subsid|safeguard|\btrade\b|\btariff|\bduties\b|\bimport(?:s|ed)?\b|\bUSTR\b|\bCommerce\b|\bITC\b|national security|\bcircumvent"
_OTHER = (
    r"\b(?:police|criminal|FBI|prosecutors?|special counsel|ethics|antitrust|safety|tax evasion|insider|congressional|Senate committee|House committee|accident|murder)(?:'s)? "
    r"(?:\w+ ){0,3}?(?:investigat\w+|probes?|inquir\w+)\b|\b(?:police|prosecutors?|FBI|special counsel|inspector general)\b|\b(?:Congress|(?<!White )House|Senate|lawmakers|committee)\b[^.;]{0,30}?\b(?:open|launch|beg[aiu]n|start)\w*"
)
_OPENED = r"(?:initiat(?:ed|es|ing)|open(?:ed|s|ing)|launch(?:ed|es|ing)|beg[au]n|beginning|start(?:ed|s|ing)|institut(?:ed|es|ing)|commenc(?:ed|es|ing)|kicked off|order(?:ed|ing)|instigated)"
_OPEN = r"(?:initiate|open|launch|begin|start|institute|commence|order)"
_PASSIVE = r"(?:self-)?(?:initiated|opened|launched|started|instituted|commenced|begun|ordered|announced)"

KIND = Kind(
    type="investigation_initiated",
    gate=gate(r"section \d|investigat|look(?:ing)? into|probe|inquir|enquir|anti-?dumping|countervailing|safeguard|anti-?subsidy"),
    triggers=(
        trigger(rf"\b(?:self-)?{_OPENED}\b{gap(70)}{_PROBE}", needs=_TRADE, unless=_OTHER, not_after=rf"\b(?:since|after|before|ago) \w+ {_OPENED} \w+ {_PROBE}"),
        trigger(rf"\bannounc(?:ed|es|ing)\b{gap(40)}\b(?:initiation|launch|opening|start)\b{gap(40)}{_PROBE}", needs=_TRADE, unless=_OTHER),
        trigger(rf"\bannounc(?:ed|es|ing) (?:an? |the |new |its )*(?:\w+[ -]){{0,4}}{_PROBE}", needs=_TRADE, unless=_OTHER),
        trigger(r"\b(?:began|has begun|have begun|started|has started) (?:to (?:investigate|look into)|investigating|looking into)\b", needs=_TRADE, unless=_OTHER),
        trigger(rf"{_PROBE}{gap(60)}\b(?:was|were|has been|have been|had been) {_PASSIVE}\b", needs=_TRADE, unless=_OTHER),
        trigger(rf"{_PROBE}{gap(40)}\b(?:that|which) (?:[\w·'-]+ ){{1,4}}?(?P<act>(?:had |has )?{_OPENED})\b", needs=_TRADE, unless=_OTHER),
        trigger(rf"\binitiation of (?:an? |the )?{gap(40)}{_PROBE}", needs=rf"(?:{_TRADE})", unless=_OTHER, needs_date=True),
        trigger(rf"\b(?:voted|decided|agreed|moved) (?:on \w+ |unanimously )*to (?:self-)?{_OPEN}\b{gap(60)}{_PROBE}", content=True, needs=_TRADE, unless=_OTHER),
        trigger(rf"\bpetition(?:s|ed|ing)?\b{gap(110)}\b(?:{_OPEN}|for|seeking|requesting|under)\b{gap(40)}(?:{_PROBE}|Section \d{{3}})", "proposed", content=True, needs=_TRADE, unless=_OTHER,
                not_after=r"\b(?:take|took|taken|taking) up\b"),
        trigger(rf"\b(?:became|become|are|were|is|was) (?:now )?the subjects? of {gap(30)}{_PROBE}", needs=r"section \d{3}|dumping|countervailing|safeguard", unless=_OTHER, needs_date=True),
        trigger(rf"\bask(?:s|ed|ing)\b{gap(70)}\bto (?:(?:self-)?(?:{_OPEN}|conduct)\b{gap(60)}{_PROBE}|investigate\b|look into\b|examine\b)", "proposed", content=True, needs=_TRADE, unless=_OTHER, not_after=r"\bwhether to\b|\b(?:president|White House|cabinet|government|minister|Trump|Biden|Obama|Bush|Clinton) (?:\w+ )?(?:has |had )?ask"),
        trigger(rf"\b(?:direct|order|instruct|tell|ask)(?:s|ed|ing)\b{gap(70)}\bto (?:(?:self-)?(?:{_OPEN}|conduct)\b{gap(60)}{_PROBE}|investigate\b|look into\b|examine\b)", "scheduled", content=True, needs=_TRADE, unless=_OTHER, not_after=r"\bwhether to\b"),
        trigger(rf"\b(?:self-)?{_OPEN}\b{gap(60)}{_PROBE}", None, needs=_TRADE, unless=_OTHER),
        trigger(rf"{_PROBE}{gap(50)}\b(?:be|being) {_PASSIVE}\b", None, needs=_TRADE, unless=_OTHER),
        trigger(rf"\b(?:consider|weigh|mull|contemplat|ponder|threaten)\w* {gap(40)}{_PROBE}", None, needs=_TRADE, unless=_OTHER),
        trigger(rf"\b(?:no|not|never)\b{gap(30)}{_PROBE}", None, needs=_TRADE, unless=_OTHER),
        trigger(r"\b(?:whether to|will|would|could|may|might|not|n't|threatened to|vowed to|going to) (?:also |formally )?(?:investigate|examine|look into)\b", None, needs=r"\b(?:section \d{3}|dumping|subsid\w+|trade|tariffs?|imports?|USTR|Commerce)\b", unless=_OTHER),
    ),
)  # fmt: skip
