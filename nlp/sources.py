"""What can be somebody's voice: offices, bodies, persons by their trade, papers; and which name stands for a longer phrase."""

import re

NAME = r"(?:(?!\s(?:has|have|had|was|were|is|are|that|who|will|which|whose|released|published|issued|on|in|at|when|while)\b)[^,.;:“”\"(\n]|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs|Sen|Rep|Gov)\.)"
AFTER_NAME = re.compile(
    r"\s+(?:(?:in|at|from|on|with|to|by|near|under|behind)|for(?=\s[a-z])|out(?:\s+(?:on|this|today|earlier))?|released|published|issued|compiled|who|which|whose)\s.*\Z",
    re.DOTALL,
)
"""What stands behind a name that is no part of it."""

POLLED = re.compile(r"\s+(?:polled|surveyed|canvassed|questioned)\b.*\Z", re.DOTALL)
"""Whom a poll asked is kept with the name."""

NOBODY = re.compile(
    r"(?:^|\s)(?:exports?|imports?|deficits?|surplus(?:es)?|gaps?|shortfalls?|trade|shipments?|sales|purchases|tariffs?|dut(?:y|ies)|growth|prices?|years?|months?|quarter|that|which|this|these|those|there|what|"
    r"billion|million|percent|goods|products|demand|production|output|moves?|decision|deal|pact|agreement|rise|drop|fall|increase|decline|\d[\d.,]*)\Z",
    re.IGNORECASE,
)
"""Last words of what says nothing."""

PAPER = r"(?:data|figures?|statistics|numbers|tables|books|records|returns|estimates?|projections?|report|study|letter|release|survey|poll|paper|brief|newsletter|filing|article|memo|note|model|review|analysis|fact sheet|sheet|website|statement|calculations)"
SOURCE = re.compile(
    rf"(?:\A|[\s'’-])(?:ministr(?:y|ies)|departments?|bureau|office|agency|bank|institute|association|federation|council|chamber(?: of commerce)?|union|lobby|groups?|commission|customs|government|administration|board|authority|"
    r"secretariat|university|league|alliance|coalition|society|firm|company|consultancy|newspaper|body|House|Street|network|service|chancellery|embassy|delegation|committee|party|desk|house|"
    r"president|minister|secretary|senator|governor|ambassador|spokes\w+|chief|head|director(?:-general)?|chair\w*|aide|envoy|advis[eo]rs?|critics|backers|supporters|opponents|Democrats|Republicans|officials?|"
    r"candidate|chancellor|premier|mayor|lawyers?|markets?|counterparts?|staff|sides|author|economists?|\w+(?:ists?|ians|ers|ors|men|man|woman)|analysts?|he|she|they|it|Washington|"
    rf"{PAPER})\Z",
    re.IGNORECASE,
)
"""Last words of what can: the open classes of persons by their ending."""

PAPER_LAST = re.compile(rf"(?P<owner>.*?)\s*\b(?P<noun>{PAPER})\Z", re.IGNORECASE | re.DOTALL)
FROM_WHOM = re.compile(rf"\b{PAPER}\b[^,]*?\b(?:from|by|of)\s+(?P<who>(?:the\s+)?{NAME}{{2,60}})", re.IGNORECASE)
_ADJECTIVE = (
    r"(?:new|latest|official|monthly|annual|trade|final|revised|preliminary|quick|advance|early|recent|updated|own|the|an?|its|their|these|those|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|\d+)"
)
BARE = re.compile(rf"(?:{_ADJECTIVE}\b\s*)*\Z", re.IGNORECASE)
"""Words before "figures" that name nobody: such figures are the outlet's own voice, while a letter or a report speaks for itself."""

LAST_ADJECTIVES = re.compile(rf"(?:['’]s|(?<=s)['’])?(?:\s+{_ADJECTIVE})*\Z", re.IGNORECASE)
FIRST_ADJECTIVES = re.compile(
    r"\A(?:the\s+|its\s+)?(?:(?:preliminary|provisional|official|latest|newest|new|recent|revised|final|monthly|annual|quarterly|updated|fresh|separate)\s+)*(?=[A-Z])"
)
"""In front of a name that owns figures: "preliminary U.S. Census Bureau data"."""

_PERSON = r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2})"
PERSON_LAST = re.compile(
    rf"(?:\b(?:spokes\w+|minister|secretary|economists?|analyst|chief|president|director|chair\w*|professor|governor|officials?|advis[eo]r|strategist)|['’]s(?: [a-z]+)*) {_PERSON}\Z"
)
PERSON_OF = re.compile(rf"{_PERSON} of (?:the )?[A-Z]")
BODY_WORD = re.compile(
    r"\b(?:Ministry|Department|Bureau|Office|Bank|Board|Institute|University|Chamber|Council|Administration|Federation|Association|Commission|House|Committee|Society|League|Agency|"
    r"Service|Statistics|Customs|Center|Centre|Union|Group|Organi[sz]ation|Congress|Government|States|Secretariat)\b"
)
"""A person at the end of his titles or before his house, and the words of bodies that are built alike."""

UNOWNED = re.compile(r"data|figures?|statistics|numbers|tables|books|records|returns|estimates?|calculations", re.IGNORECASE)


def named_in(who: str) -> str | None:
    """The name that stands for a source: of "preliminary data from the customs office" the office; None where figures are nobody's."""
    given = FROM_WHOM.search(who)
    if given:
        return given.group("who").strip()
    if POLLED.search(who):
        return who
    who = AFTER_NAME.sub("", who).strip()
    person = PERSON_LAST.search(who) or PERSON_OF.match(who)
    if person and not BODY_WORD.search(person.group("name")):
        return person.group("name")
    who = FIRST_ADJECTIVES.sub("", who) if PAPER_LAST.fullmatch(who) else who
    paper = PAPER_LAST.fullmatch(who)
    if paper is None or not (paper.group("noun").islower() or who.isupper()):
        return who
    possessor = re.match(r"(?P<who>.+?)['’]s\s", paper.group("owner") + " ")
    owner = possessor.group("who") if possessor else LAST_ADJECTIVES.sub("", paper.group("owner"))
    if BARE.match(paper.group("owner")) or not owner:
        return None if UNOWNED.fullmatch(paper.group("noun")) else who
    return owner if owner[:1].isupper() or SOURCE.search(owner) else who
