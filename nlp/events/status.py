"""Whether an act happened: read from the clause around its wording. An alert must never rest on what was denied, ruled out or only imagined."""

import re
from typing import Literal

from nlp.events.kind import Trigger
from nlp.events.negation import NOT_RULED_OUT, governing, is_denied, without_asides, without_description
from nlp.events.wording import DAY
from tradeclaims.records.event import Status


def _cue(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


_THREAT = _cue(r"threat(?:en\w*|s? (?:to|of|by|that))", r"vow(?:s|ed|ing)?\b", r"warn(?:s|ed)\b", r"(?<!' )warning\b", r"swor[en]\b", r"ultimatum", r"promis(?:e|es|ed|ing) to\b", r"pledg(?:e|es|ed|ing) to\b",
               r"(?:is|are|was|were|stands?|stood) (?:prepared|ready) to\b", r"will soon\b")  # fmt: skip
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
_IF = re.compile(
    r"(?<!as )(?<!even )(?<!asked )(?<!ask )\bif\b(?! (?:any|possible|necessary|needed|ever|so|approved|(?:it|they|he|she) (?:is|are|was|were) (?:willing|able|ready))\b)"
    r"|\b(?:in case|in the event|provided that|on condition|assuming|once (?:it is |they are )?in force|as long as|only (?:if|after|when|once|as part of|in return|in exchange)|(?:would|will) only (?:be|come))\b|^\W*should\b",
    re.IGNORECASE,
)
_COUNTERFACTUAL = re.compile(
    r"(?:^|,\s|\band\s)had (?:the |a |an )?[\w' ·-]{2,50}? \w+(?:ed|en|t)\b|\b(?:would|could|might)(?: not| never|n't)? have\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:consider\w*|mull\w*|weigh(?:s|ed|ing)?|contemplat\w*|explor(?:e|es|ed|ing)|ponder\w*|whether|could|(?-i:may|can)|might|possib\w+|potential\w*|prospects?"
    r"|speculat\w*|fear(?:s|ed|ing)?|rumou?r\w*|unconfirmed|talk(?:ed|ing|s)? (?:of|about)|the (?:idea|notion|option|threat|specter|spectre) of|likelihood|appears? (?:likely|ready|set)|debat\w+|chance|risk|looks? at|looking at|study\w*|studied)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|look(?:s|ing|ed)? to|wish(?:es|ed)?|like to|eager to|keen to|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|ask(?:s|ed|ing)?"
    r"|demand(?:s|ed|ing)?|must|should|ought|need(?:s|ed)?(?: to)?|press(?:es|ed|ing)? (?:for|to|\w+ to)|push(?:es|ed|ing)? (?:for|to|\w+ to)|lobb(?:y|ied|ies|ying)|favou?rs?|advocat\w+"
    r"|petition(?:ed|ing)|right to|power to|authority to|authori[sz]\w+|entitled to|empower\w*|allow(?:s|ed|ing)?|permit(?:s|ted)?|time to|pressure|oppos(?:e|es|ing|ition to)|the case for|in favou?r of|free to|able to)\b"
    r"[^,;]{0,60}$",
    re.IGNORECASE,
)
_PROPOSED = _cue(
    r"propos\w*",
    r"recommend\w*",
    r"draft\w*",
    r"plan(?:s|ned|ning)?\b",
    r"intend\w*",
    r"intent\w*",
    r"seek(?:s|ing)?\b",
    r"sought\b",
    r"suggest\w*",
    r"aims? to\b",
    r"(?:is|are|was|were|seems?|appears?)(?: \w+ly)? (?:(?:dead )?set on|bent on|intent on|determined to)\b",
)
_UNDER_PLAN = re.compile(
    r"\bunder (?:the|a|an|his|its|this|that) (?:\w+ )?(?:plan|proposal|bill|draft|idea)\b|\bpropos(?:ed|al|es)\b", re.IGNORECASE
)
_BY_PLAN = re.compile(r"\b(?:bill|proposal|plan|draft|resolution|measure)\b[^,;]{0,40}$", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|announced|told|notified|agreed|decided|proclaimed|ordered|confirmed|added|declared|tweeted|wrote|informed|disclosed)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|shall|'ll|(?:is|are|was|were) (?:to|going to|due|set|expected|scheduled|slated)|expects? to|to be|set (?:for|to)|slated|scheduled|expected|due to|poised to|about to)\b"
    r"|(?:^|(?<!pleased)(?<!writing)(?<!honored)(?<!honoured)(?<!glad)(?<!proud)(?<!privileged)(?<!happy)(?<!delighted)\s)to\s*$|^to\b",
    re.IGNORECASE,
)
_WARNED = re.compile(
    r",[\"”']? (?:[\w·'-]+ ){1,6}?(?:warned|threatened|vowed|warns|threatens|vows)\b|[\"”] (?:[\w·'-]+ ){1,6}?(?:warned|threatened|vowed)\b"
)
"""Behind an act that may come: "Mexico would put a levy on pork, the minister warned"."""

_ONLOOKERS = re.compile(
    r"\b(?:lawyers?|attorneys?|analysts?|economists?|bank|groups?|associations?|councils?|lobby|unions?|federations?|chambers?|stud(?:y|ies)|reports?|experts?|traders|investors|senators?|congressm[ae]n|advisers|consultants?|institute|industry|brokers)\b"
)
"""Who only speaks of what others may do; their warnings threaten nothing."""

_ALSO_REPORTED = re.compile(r"\W*(?:and )?that\b", re.IGNORECASE)
"""A second thing reported: "announced that duties of 15 percent would be imposed on corn, and that …"."""

_WOULD = re.compile(r"\bwould\b|\w'd\b", re.IGNORECASE)
# The verb group next to the wording starts behind these.
_GROUP = re.compile(r"^.*(?:\b(?:after|because|since|that|which|who|when|as|and)\b|,)", re.IGNORECASE | re.DOTALL)

_HEADLINE = re.compile(r"^\W*(?:[A-Z][\w·'-]*\s){1,3}to\s*$")
"""A headline leaves out "is": "China to slap duties on American goods"."""

_SHARED = re.compile(r"\s(?:and|or)\s+(?:\w+ly\s+|then\s+|also\s+)?$", re.IGNORECASE)
_OWN_FORM = re.compile(r"\w+(?:ed|[^s]s|gave|sent|took|began|held|wrote|told|left)\b", re.IGNORECASE)
_FINITE_FORM = re.compile(
    r"(?:\w{2,}[^s\W]s|\w{2,}ed|set|put|held|began|took|gave|sent|told|wrote)\b(?! (?:of|on|for|to)\b)", re.IGNORECASE
)
_QUESTION = re.compile(r"\?\W*$")
_WHETHER = re.compile(r"\b(?:whether|(?:asked|ask|asks|know|knows|say|see|decide) if)\b[^,;]*$", re.IGNORECASE)
_CONDITION_BEFORE = re.compile(
    r"(?<!as )(?<!even )\b(?:if|in case|in the event|provided that|assuming|what if)\b[^,;]*$|^\W*(?:should|were)\b(?! (?:be|also|now|not)\b)[^,;]*$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"(?:\b(?:after|once|until|before|as soon as)|(?<!, )\bwhen)\b[^,;]{0,60}$", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|takes?|enters?|comes?|goes|signs?|begins?|starts?|opens?)\b", re.IGNORECASE)
_ONCE = re.compile(r"\W*(?:only )?(?:once|as soon as|if|after both|when both)\b", re.IGNORECASE)
"""Behind a present tense: "enters into force once eight states have ratified it"."""

_DATED = re.compile(rf"\W*(?:(?:on|from|in|at|next|as of) )?{DAY}", re.IGNORECASE)
"""What is to come first for something else: "will be debated after it is signed" announces no signing unless it gives the day."""

_PLANNED = re.compile(
    r"(?<=\w )(?:planned|proposed|threatened|promised|intended) (?=(?:[\w-]+ ){0,3}?(?:tariff|dut(?:y|ies)\b|lev(?:y|ies)\b|surcharge|increase|hike|cut|retaliat))",
    re.IGNORECASE,
)
"""What only describes the tariff: "suspended its planned duties" suspended them."""

_ASKED_WHETHER = re.compile(r"\b(?:asked|asking|asks|quizzed|pressed|questioned) (?:\w+ )?(?:whether|if|about)\b[^,;]*$", re.IGNORECASE)
_FOR = re.compile(r"^\W*(?:in order )?for\s+(?:the\s+)?$", re.IGNORECASE)
"""Before what would have to happen: "For the pact to take effect, …"."""

_FRONTED = re.compile(r"^\W*(?:if|unless|should|were|had|when|once|until|although|though)\b[^,;]*,", re.IGNORECASE)
"""A condition before the clause: what it denies is no part of the act."""

_RELATIVE_ACT = re.compile(
    r",? (?:which|that) (?P<act>(?:(?:will|would|could|may|might|shall|is|are|was|were|has|have|had|to|be|been|due|set|not|never|\w+ly) )*[a-z]+(?: (?:effect|into \w+|in|on|from|back|at|up|down|to))*\s*)$",
    re.IGNORECASE,
)

_ANY_COUNTRY = re.compile(
    r"(?:\b(?:an?|any|each|every|one)|\b(?:when|if|where|how) (?:an?|one)) (?:(?:large|small|rich|poor|big|importing|exporting|member|single|developing) )?(?:country|nation|government|member|state|economy|importer|power)(?: (?:that|which|may|can|could))? *$",
    re.IGNORECASE,
)
"""Any country in a textbook or a statute acts only in thought."""

_NEARLY = re.compile(
    r"\b(?:almost|nearly|all but)\s*$|\b(?:came|come|comes|was|were|is|are) (?:very |so |within \w+ of |perilously )?(?:close|near|within) (?:to |of )?[^,;]{0,30}$"
    r"|\b(?:on the (?:verge|brink|cusp|point) of|tempted to|toy(?:s|ed|ing)? with|flirt(?:s|ed|ing)? with|float(?:s|ed|ing)?)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_IMAGINED = re.compile(
    r"\b(?:novels?|fictional|thriller|board game|video game|fairy tale|screenplay|scenarios?|imagin\w+|hypothetical\w*|simulat\w+|thought experiment|suppos(?:e|ing)|war ?games?)\b",
    re.IGNORECASE,
)

Judgement = Status | Literal["commentary"] | None
"""None: no cue speaks. `commentary`: somebody wishes, urges or asks about it."""


def judge(wording: Trigger, left: str, inside: str, right: str, scope: str) -> Judgement:
    """The status that the words around an act give it.

    `left`, `inside` and `right` are the parts of its clause before, in and behind the wording; `scope` is the stretch of the sentence
    in which a condition counts.
    """
    if wording.presupposed:
        return "negated" if re.search(r"\b(?:no|any|without a)\W*$", left, re.IGNORECASE) else None
    left, inside = governing(without_asides(left), inside), without_description(inside)
    relative = None if wording.content else _RELATIVE_ACT.search(inside)
    if relative:
        # "asked for a delay of the tariff, which starts on April 9": what governs the tariff does not govern the act.
        left, inside = "", inside[relative.start("act") :]
    if wording.base is None:
        left = left[-90:]
    whole = f"{left}{inside}"
    if _QUESTION.search(right) or _QUESTION.search(scope):
        return "commentary"
    if _ANY_COUNTRY.search(left) and not wording.content:
        return "commentary"
    if _ASKED_WHETHER.search(left) or (_FOR.search(left) and re.search(r"\bto\b", inside)):
        return "commentary"
    if NOT_RULED_OUT.search(whole) or NOT_RULED_OUT.search(right[:40]) or _WHETHER.search(left) or _NEARLY.search(left):
        return "hypothetical"
    if is_denied(_FRONTED.sub("", left), inside, right):
        # "if Europe does not drop its levy" asks for the act.
        return "commentary" if _CONDITION_BEFORE.search(left) else "negated"
    if re.search(r"\bunless\b[^,;]*$", whole, re.IGNORECASE) and not re.search(r"\bunless\b", right, re.IGNORECASE):
        return "commentary"
    if _COUNTERFACTUAL.search(scope) or _CONDITION_BEFORE.search(left) or _IMAGINED.search(left):
        return "hypothetical"
    if not wording.content and _ONCE.match(right) and _IS.search(inside):
        return "hypothetical"
    if (
        not wording.content
        and _NOT_YET.search(whole)
        and _IS.search(inside + right[:12])
        and not _DATED.match(right)
        and not _DATED.search(inside)
    ):
        return "hypothetical"
    modal_zone = _verb_group(left, inside) + ("" if wording.content else _PLANNED.sub("", inside))
    return _unreal(wording, left, inside, right, modal_zone, scope)


def _warned(right: str) -> bool:
    found = _WARNED.search(right)
    return bool(found) and not _ONLOOKERS.search(found.group() if found else "")


def _verb_group(left: str, inside: str) -> str:
    """The words before an act that belong to its verb; a plain form behind "and" shares the auxiliary before: "will keep the first and cut the second"."""
    shared = _SHARED.search(left)
    if shared and not _OWN_FORM.match(inside):
        left = left[: shared.start()]
    return _GROUP.sub("", left)


def _since_last_verb(left: str, inside: str) -> str:
    """What governs an act told by a finite verb of its own behind "and": "asks for comments by Feb. 5 and sets a hearing"."""
    shared = _SHARED.search(left)
    return "" if shared and _FINITE_FORM.match(inside) else left


def _unreal(wording: Trigger, left: str, inside: str, right: str, modal_zone: str, scope: str) -> Judgement:
    voiced = left if wording.content else left + inside
    if _THREAT.search(voiced):
        return "threatened"
    if not wording.content and _warned(right) and (_WOULD.search(modal_zone) or _MAYBE.search(modal_zone) or _IF.search(scope)):
        return "threatened"
    if not wording.content and _UNLESS.search(scope):
        return "threatened"
    if not wording.content and _IF.search(scope):
        return "hypothetical"
    if _MAYBE.search(modal_zone):
        return "hypothetical"
    if _WISH.search(_since_last_verb(left, inside)):
        return "commentary"
    if _PROPOSED.search(modal_zone) or (_WOULD.search(modal_zone) and (_UNDER_PLAN.search(scope) or _BY_PLAN.search(left))):
        return "proposed"
    if _WOULD.search(modal_zone):
        return "scheduled" if _REPORTED.search(left + inside) or _ALSO_REPORTED.match(left) else "hypothetical"
    return (
        "scheduled"
        if _WILL.search(modal_zone) or (wording.base and _WILL.search(_verb_group(left, inside))) or _HEADLINE.search(left)
        else None
    )
