"""Whether an act happened: read from the clause around its wording. An alert must never rest on what was denied, ruled out or only imagined."""

import re
from typing import Literal

from nlp.events.kind import Trigger
from tradeclaims.records.event import Status


def _cue(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


_BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been)"
_DOUBLE = _cue(r"(?:not|n't|never|without|refused to|declined to) (?:\w+ )?(?:rul(?:e|ed|ing) out|den(?:y|ied|ying)|exclud(?:e|ed|ing))")
_NEGATED = _cue(
    r"not\b(?! only| just| surprising)", r"\w+n't\b", r"never\b", r"cannot\b", r"nor\b", r"neither\b", r"without\b", r"nowhere\b", r"none\b",
    r"no\b(?! (?:later|earlier|sooner|doubt|fewer|less|more|stranger|matter)\b)", r"no one\b", r"nobody\b", r"nothing\b", r"no longer\b",
    r"den(?:y|ies|ied|ying)\b", r"rul(?:e|es|ed|ing) out\b", r"refus\w+", r"declin(?:e|es|ed|ing) to\b", r"(?:stop(?:s|ped|ping)?|fall(?:s|ing)?|fell) short of\b",
    r"rather than\b", r"instead of\b", r"yet to\b", r"fail(?:s|ed|ing)? to\b", r"reject\w*", r"unable to\b", r"dismiss\w*", r"abandon\w*",
    r"back(?:s|ed|ing)? (?:away|off|down)\b", r"call(?:s|ed|ing)? off\b", r"far from\b", r"shelv\w+", r"averted\b", r"cancel\w*", r"refrain\w*",
    r"hold(?:s|ing)? off\b", r"held off\b", r"drop(?:s|ped|ping)? (?:its|the|a|his|their|any) (?:plans?|threats?|idea|demand)\b", r"avoid\w*",
)  # fmt: skip
_NEGATED_AFTER = re.compile(
    rf"^(?:[^.;]{{0,60}}?\b{_BE} (?:now |also |all )?(?:not|never|n't|ruled out|rejected|denied|called off|cancell?ed|dropped|scrapped|shelved"
    r"|off the table|out of the question|impossible|unlikely|averted)\b"
    r"|\W*(?:(?:did|does|do|would|will|could|has|have|had)(?: not|n't| never)|never|cannot)\b"
    r"|[^.;]{0,60}?\bwith(?:out (?:any )?(?:action|decision)| no (?:action|decision))\b)",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:not|n't|never|declined to|refused to) (?:say|said|disclose|specify|explain|comment|elaborate) (?:on )?(?:why|when|where|how|what)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b[^,;]*,", re.IGNORECASE)

_THREAT = _cue(r"threat\w*", r"vow(?:s|ed|ing)?\b", r"warn(?:s|ed|ing)?\b", r"swor[en]\b", r"ultimatum", r"promis(?:e|es|ed|ing) to\b", r"pledg(?:e|es|ed|ing) to\b",
               r"(?:is|are|was|were|stands?|stood) (?:prepared|ready) to\b", r"will soon\b")  # fmt: skip
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
_IF = re.compile(
    r"(?<!as )(?<!even )(?<!asked )(?<!ask )\bif\b(?! (?:any|possible|necessary|needed|ever|so|approved|(?:it|they|he|she) (?:is|are|was|were) (?:willing|able|ready))\b)"
    r"|\b(?:in case|in the event|provided that|on condition|assuming|once (?:it is |they are )?in force|as long as|were to)\b|^\W*should\b",
    re.IGNORECASE,
)
_COUNTERFACTUAL = re.compile(
    r"(?:^|,\s|\band\s)had (?:the |a |an )?[\w' ]{2,40}? \w+(?:ed|en|t)\b|\bwould have\b|\bcould have\b|\bmight have\b", re.IGNORECASE
)
_MAYBE = re.compile(
    r"\b(?:consider\w*|mull\w*|weigh(?:s|ed|ing)?|contemplat\w*|explor(?:e|es|ed|ing)|ponder\w*|whether|could|(?-i:may|can)|might|possib\w+|potential\w*|prospects?"
    r"|speculat\w*|fear(?:s|ed|ing)?|rumou?r\w*|talk of|likelihood|chance|risk|looks? at|looking at|study\w*|studied)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|look(?:s|ing|ed)? to|wish(?:es|ed)?|like to|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|ask(?:s|ed|ing)?"
    r"|demand(?:s|ed|ing)?|must|should|ought|need(?:s|ed)?(?: to)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|lobb\w+|favou?rs?|advocat\w+|right to|pressure|oppos\w+)\b"
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
    r"petition\w*",
    r"aims? to\b",
)
_UNDER_PLAN = re.compile(
    r"\bunder (?:the|a|an|his|its|this|that) (?:\w+ )?(?:plan|proposal|bill|draft|idea)\b|\bpropos(?:ed|al|es)\b", re.IGNORECASE
)
_REPORTED = re.compile(
    r"\b(?:said|says|announced|told|notified|confirmed|added|declared|tweeted|wrote|informed|disclosed)\b", re.IGNORECASE
)
_WILL = re.compile(
    r"\b(?:will|shall|'ll|(?:is|are|was|were) (?:to|going to|due|set|expected|scheduled|slated)|to be|set (?:for|to)|slated|scheduled|expected|due to|poised to|about to)\b"
    r"|(?:^|\s)to\s*$|^to\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould\b|\w'd\b", re.IGNORECASE)
# The verb group next to the wording starts behind these.
_GROUP = re.compile(r"^.*(?:\b(?:after|because|since|that|which|who|when|as|and)\b|,)", re.IGNORECASE | re.DOTALL)

Judgement = Status | Literal["commentary"] | None
"""None: no cue speaks. `commentary`: somebody wishes or urges it."""


def judge(wording: Trigger, left: str, inside: str, right: str, scope: str) -> Judgement:
    """The status that the words around an act give it.

    `left`, `inside` and `right` are the parts of its clause before, in and behind the wording; `scope` is the stretch of the sentence
    in which a condition counts.
    """
    if wording.presupposed:
        return "negated" if re.search(r"\b(?:no|any|without a)\W*$", left, re.IGNORECASE) else None
    left = _NOT_SAID.sub(" ", _RELATIVE.sub(" ", left))
    if wording.base is None:
        left = left[-70:]
    whole = f"{left}{inside}"
    if _DOUBLE.search(whole):
        return "hypothetical"
    if _NEGATED.search(whole) or _NEGATED_AFTER.search(right):
        return "negated"
    if _COUNTERFACTUAL.search(scope):
        return "hypothetical"
    modal_zone = _GROUP.sub("", left) + ("" if wording.content else inside)
    return _unreal(wording, left, inside, modal_zone, scope)


def _unreal(wording: Trigger, left: str, inside: str, modal_zone: str, scope: str) -> Judgement:
    voiced = left if wording.content else left + inside
    if _THREAT.search(voiced):
        return "threatened"
    if not wording.content and _UNLESS.search(scope):
        return "threatened"
    if not wording.content and _IF.search(scope):
        return "hypothetical"
    if _MAYBE.search(modal_zone):
        return "hypothetical"
    if _WISH.search(left):
        return "commentary"
    if _PROPOSED.search(modal_zone) or (_WOULD.search(modal_zone) and _UNDER_PLAN.search(scope)):
        return "proposed"
    if _WOULD.search(modal_zone):
        return "scheduled" if _REPORTED.search(left) else "hypothetical"
    return "scheduled" if _WILL.search(modal_zone) else None
