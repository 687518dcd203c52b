"""Whether the words around a date speak of what was or of what is to come: it decides the year of a bare month and the side of a weekday."""

import re
from typing import Literal

Tense = Literal["past", "future", "near"] | None
"""`near`: whichever side is closer, as in "was scheduled for May"."""

_PAPERS = r"(?:comments?|submissions?|views|statements?|briefs?|filings?|responses|rebuttals?|applications?|bids?|replies|nominations|petitions|requests|evidence|testimony|answers)"
# What is asked for is handed in later, whatever the tense of the asking: "asked the public for comments by July 12".
_ASKED_FOR = rf"\b(?:ask|invit|request|seek|sought|solicit|call|want|welcom)\w*\s(?:[^.;,]{{0,60}}\s)?{_PAPERS}\b[^.;,]{{0,40}}\s(?:by|until|till|through|before|no\slater\sthan|on\sor\sbefore)(?=\s(?:the\s|noon\son\s|midnight\son\s)?\Z)"
_ADVERB = r"(?:\s(?:\w+ly|also|now|then|soon|still|not|both|again|again\sbe|only))?"
_GROUP = rf"(?:{_ADVERB}\s(?:be|have\sbeen|have|get))?{_ADVERB}\s[a-z]+"
_SCHEDULED = r"set|scheduled|slated|due|expected|planned|supposed|likely|poised|bound|meant|going|about|required|invited|asked|proposed|projected|forecast"
_STARTING = (
    r"begin|start|open|resume|convene|meet|hold|take\seffect|take\splace|kick\sin|kick\soff|expire|conclude|end|launch|unveil|publish|release|announce|sign|vote|"
    r"decide|travel|visit|host|gather|reconvene|testify|appear|submit|file|finish|wrap\sup|impose|return|discuss|be\s\w+"
)
# A whole verb group that looks ahead, so that the participle inside ("will be held") does not count as past.
_FUTURE = re.compile(
    rf"\b(?:will|shall|would|must|should|could|might|(?-i:may|can))\b(?:{_GROUP})?|'ll\b{_GROUP}"
    rf"|(?<!record\s)(?<!high\s)(?<!low\s)\b(?:is|are|was|were|be|been|being|'s|'re){_ADVERB}\s(?:{_SCHEDULED})\b(?!\s(?:by\sa|at)\b)(?:\s(?:to|for|on|in|by)\b(?:\sbe\s\w+)?)?"
    rf"|(?<!record\s)(?<!record\swas\s)(?<!high\swas\s)(?<!low\swas\s)\b(?:set|scheduled|slated|due|planned|expected|booked|pencilled\sin|fixed)\s(?:for|to|on|in|by|out)\b(?:\sbe\s\w+)?"
    rf"|\b(?:is|are)\sto\s(?:be\s)?\w+|(?<!declined\s)(?<!failed\s)(?<!refused\s)(?<!unable\s)(?<!managed\s)(?<!began\s)(?<!begun\s)(?<!started\s)(?<!continued\s)\bto\s(?:{_STARTING})\b"
    r"|\b(?:plans?|planning|aims?|hopes?|intends?|wants?|expects?|promises|vows|pledges|threatens)\s(?:to|for|that)\b"
    rf"|{_ASKED_FOR}"
    r"|\b(?:upcoming|forthcoming|deadline|no\slater\sthan|on\sor\sbefore|ahead\sof|until|till|unless|if|pending|as\searly\sas|as\ssoon\sas|effective|scheduled|slated|coming|for\s(?:delivery|shipment|loading|settlement))\b"
    rf"|\b(?:next|the)\s(?:meeting|round|hearing|session|summit|vote|deadline|decision|review|stage)\s(?:is|comes|falls)\b"
    r"|\b(?:takes?\s(?:effect|place)|goe?s?\sinto\s(?:effect|force)|comes?\sinto\s(?:effect|force)|enters?\sinto\sforce|kicks?\s(?:in|off)|begins?|starts?|opens?|resumes?|"
    r"meets?(?:\sagain)?|leads\s(?:an?|the|his|her)|heads\s(?:to|for)|flies|travels|tours|attends|chairs|leaves|departs|visits|hosts|lapses|closes|concludes|returns|ends|convenes?|reconvenes?|expires?|runs?\suntil|falls?\sdue|comes?\sdue|gets?\sunder\sway|becomes?\seffective|starting|beginning)\b"
    r"(?=(?:[^.;]|[ap]\.m\.){0,40}\Z)",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|rose|fell|grew|took|told|gave|held|met|began|hit|came|went|sent|shrank|made|has|have|since|stood|sold|bought|said|says|ran|wrote|after|saw|"
    r"won|lost|cut|became|left|got|spoke|sought|swung|slid|set\sup|struck|sank|drew|led|paid|fought|shot|brought|broke|kept|put\sout|than|compared|versus|"
    r"(?!united\b|unprecedented\b|need\b|indeed\b|proposed\b|planned\b|expected\b|scheduled\b|so-called\b|limited\b|related\b|increased\b(?=\s\w+s\b)|speed\b|exceed\b|proceed\b|seed\b|feed\b)[a-z]{3,}ed)\b",
    re.I,
)
_BASE = re.compile(
    r"\b(?:from|than|with|versus|vs\.?|against|over)\s(?:an?\s|the\s|about\s|nearly\s)*[^,;.]{0,12}[\d$€£¥₩][^,;]{0,30}\s(?:in|of|for)\s\Z",
    re.I,
)
_OF_REPORT = re.compile(
    r"\b(?:figures|data|reports?|numbers|results|estimates?|statistics|readings?|deficit|surplus|gap|release)\s(?:for|covering)\s(?:the\s)?\Z",
    re.I,
)
_FUTURE_OF_PAST = re.compile(
    r"\b(?:would|should|could|might)(?:\s\w+ly)?\shave\s\w+\Z|\b(?:had|have)\s(?:been\s)?(?:forecast|expected|predicted|projected|looked\sfor|looking\sfor|anticipated)\b[^.;]{0,40}\bwould\b[^.;]{0,20}\Z",
    re.I,
)
"""What once lay ahead, or never was: "had forecast that Japan would post", "would have posted"."""

_SEEN = re.compile(r"\b(?:saw|watched|seen)\s[^,;.]{1,40}\Z", re.I)
"""Before a plain form that happened: "saw the pact enter into force"."""

_WAS = re.compile(r"(?:was|were|been)\b", re.I)
_ADJECTIVE = re.compile(r"\b(?:the|an?|its|their|his|any|all|new|these|those|on|of|for)\s\Z", re.I)


def last_cue(before: str) -> Tense:
    """What the nearest verb group in front of a date says; None where there is none."""
    if _BASE.search(before) or _OF_REPORT.search(before):
        return "past"  # "from $3.4 billion in April", "the figures for May": what is compared or reported on is known
    groups = [
        group
        for group in _FUTURE.finditer(before)
        if not _FUTURE_OF_PAST.search(before, 0, group.end()) and not _SEEN.search(before, 0, group.start())
    ]
    future = [match.span() for match in groups]
    ahead = max((end for _, end in future), default=-1)
    past = -1
    for match in _PAST.finditer(before):
        inside = any(start <= match.start() < end for start, end in future)
        noun_follows = match[0].lower().endswith("ed") and _ADJECTIVE.search(before[: match.start()]) and before[match.end() :].strip()
        if not inside and not noun_follows:
            past = match.end()
    if ahead < 0 and past < 0:
        return None
    if ahead <= past:
        return "past"
    return "near" if _WAS.match(groups[-1][0]) else "future"


_AFTER_FUTURE = re.compile(
    r"\b(?:will|shall|is\sto|are\sto|is\sset\sto|are\sset\sto|is\sdue|are\sdue|plans?\sto|deadline|as\sthe\sdeadline|enters?\sinto\sforce|takes?\s(?:effect|over)|(?:comes?|goe?s?)\sinto\s(?:force|effect)|kicks?\sin)\b",
    re.I,
)
_AFTER_PAST = re.compile(_PAST.pattern, re.I)


def first_cue(after: str) -> Tense:
    """What the first verb behind a date says, for a date at the head of its clause: "In August the agency will …"."""
    future, past = _AFTER_FUTURE.search(after), _AFTER_PAST.search(after)
    if future and (past is None or future.start() < past.start()):
        return "future"
    return "past" if past else None
