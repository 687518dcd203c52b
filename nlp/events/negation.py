"""Whether words deny an act: a cue counts only where it governs the words that name the act."""

import re


def _cue(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been)"

NOT_RULED_OUT = _cue(
    r"(?:not|n't|never|without|refused to|declined to|no one|nobody|neither|nor) (?:\w+ ){0,3}?(?:rul(?:e|es|ed|ing) out|den(?:y|ies|ied|ying)|exclud(?:e|es|ed|ing)|preclud(?:e|es|ed|ing)|foreclos\w+)"
)
"""Who does not rule an act out leaves it open, no more."""

_DENIED = _cue(
    r"not\b(?! only| just| merely| simply| least| surprising)", r"\w+n't\b", r"never\b", r"cannot\b", r"nor\b", r"neither\b", r"without\b(?! (?:delay|warning))", r"nowhere\b", r"none\b",
    r"no\b(?!-|·|,| (?:later|earlier|sooner|doubt|(?:fewer|less|more) than|stranger|matter|secret|surprise)\b)", r"no one\b", r"nobody\b", r"nothing\b", r"no longer\b",
    r"den(?:y|ies|ied|ying|ial)\b", r"rul(?:e|es|ed|ing) out\b", r"refus\w+", r"declin(?:e|es|ed|ing) to\b", r"(?:stop(?:s|ped|ping)?|fall(?:s|ing)?|fell) (?:well |far |just )?short of\b",
    r"rather than\b", r"instead of\b", r"yet to\b", r"fail(?:s|ed|ing|ure)? to\b", r"reject\w*", r"unable to\b", r"unwilling(?:ness)? to\b", r"reluctan\w+ to\b", r"dismiss\w*", r"abandon\w*",
    r"rebuff\w*", r"spurn\w*", r"disavow\w*", r"disclaim\w*", r"repudiat\w*", r"veto\w*", r"resist(?:s|ed|ing)?\b", r"block(?:s|ed|ing)?\b", r"forgo\w*", r"scotch(?:ed|es)\b", r"quash\w*",
    r"back(?:s|ed|ing)? (?:away|off|down|out)\b", r"call(?:s|ed|ing)? off\b", r"far from\b", r"shelv\w+", r"averted\b", r"cancel\w*", r"refrain\w*", r"ceas\w+ short",
    r"hold(?:s|ing)? off\b", r"held off\b", r"(?:stay|stop|shy|steer|shied|steered)(?:s|ed|ing|ped|ping)? (?:away |clear )?(?:from|of)\b", r"decid(?:e|es|ed|ing) against\b", r"vot(?:e|es|ed|ing) against\b",
    r"drop(?:s|ped|ping)? (?:its|the|a|his|their|any) (?:plans?|threats?|ideas?|demands?|calls?|push|bid)\b", r"avoid\w*", r"put (?:off|aside|on (?:hold|ice))\b[^;]{0,25}\b(?:plans?|threats?|moves?|ideas?)\b", r"let \w+ (?:matter|idea|threat) drop\b", r"brush(?:es|ed)? (?:aside|off)\b", r"contrary to\b", r"(?:false|erroneous|mistaken|inaccurate|unfounded) (?:reports?|claims?|rumou?rs?)",
    r"(?:mis(?:took|taken|read|reported|described)|wrong(?:ly)?|mistakenly|erroneously|falsely)\b", r"lack(?:s|ed|ing)? (?:the |any )?(?:power|authority|plans?)\b", r"against (?:any|a|the) (?=$|\w+$)",
    r"(?:fake|forged|bogus|hoax|phon(?:e)?y|doctored|spoof|satirical|fictitious)\b", r"insufficient\b", r"less than\b(?= a (?:re|notice))", r"talked? \w+ out of\b", r"dissuad\w+", r"persuaded \w+ (?:\w+ )?not\b", r"(?:is|are|was|were) barred from\b", r"prohibit\w*",
)  # fmt: skip
_SUBJECT_OF = r"(?:(?!,|\b(?:that|which|who|whose|where|because|while|and|but|after|as|if|when|until|said)\b)[^.;])"
_UNTRUE = (
    r"(?:ruled out|rejected|denied|called off|cancell?ed|dropped|scrapped|shelved|abandoned|averted|blocked|vetoed|dismissed|unlikely|impossible|unnecessary|unthinkable"
    r"|off the table|off the agenda|out of the question|not|never|n't|false|untrue|wrong|mistaken|unfounded|baseless|groundless|inaccurate|incorrect|premature|fictional|a hoax|fake|a myth|nonsense|dead)\b"
)
_DENIED_AFTER = re.compile(
    rf"^(?:{_SUBJECT_OF}{{0,90}}?\b(?:{BE}|proved|turned out(?: to be)?|looks?|remains?) (?:now |also |all |both |therefore |simply |currently |at present )?{_UNTRUE}"
    r"|\W*(?:(?:did|does|do|would|will|could|has|have|had|shall|should|can)(?: not|n't| never)|never|cannot|no longer)\b"
    rf"|{_SUBJECT_OF}{{0,60}}?\b(?:never (?:materiali[sz]ed|happened|came|went|took|got)|fell through|came to nothing|did not (?:materiali[sz]e|happen|come|go)|would not (?:happen|come))\b"
    r"|[^.;]{0,60}?\bwith(?:out (?:any )?(?:action|decision|result|agreement)| no (?:action|decision|result))\b)",
    re.IGNORECASE,
)
_DENIED_BESIDE = re.compile(rf"^\W*{_UNTRUE}", re.IGNORECASE)
_ENDS_IN_BE = re.compile(rf"\b{BE}\W*$", re.IGNORECASE)

_NOT_THEN = re.compile(r"\bnot(?: (?:on|in|from|at|until|till|before|by))?\s*$", re.IGNORECASE)
_BUT_THEN = re.compile(
    r"\W*(?:(?:on|in|from|at|until|till|before|by) )?[^,;]{2,25},? but (?:on|in|from|at|until|till|before|by)\b", re.IGNORECASE
)
"""A day that is only set against another."""

_NOT_SAID = re.compile(
    r"\b(?:not|n't|never|declined to|refused to|without) (?:say|saying|said|disclose|disclosing|specify|specifying|explain|comment|elaborate|mention|mentioning)(?:ing)? (?:on )?"
    r"(?:why|when|where|how|what|which|who)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r",\s(?:(?:which|who|whose|where)\b|(?:\w+ly |first |once |at first )?(?:planned|set|due|scheduled|slated|expected|drafted|announced|promised|prepared|imposed|signed)\b)[^,;]*,",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(r"\([^()]{0,80}\)|\"[^\"]{0,40}\"(?=\w)", re.IGNORECASE)
_DESCRIPTION = re.compile(
    r"\b(?:that|which|(?:scheduled|set|due|planned|slated|expected|meant) (?:to|for))\b[^.;]{0,60}?(?=\b(?:has|have|had) (?:now |since |also )?been\b|\b(?:are|is|were|was)[ \"“]+(?:hereby|now|indefinitely|instead)\b)",
    re.IGNORECASE,
)

# A verb of its own behind "and" stands outside a denial that takes the plain form or an object: "did not comment and gave notice".
_NEXT_VERB = re.compile(
    r"\b(?:and|but|then)\s+(?:\w+ly\s+|instead\s+|also\s+|later\s+|then\s+|(?:it|he|she|they)\s+)*(?:(?:has|have|had)\s+)?$", re.IGNORECASE
)
_FINITE = re.compile(
    r"^(?:\w{2,}ed|gave|sent|took|began|held|withdrew|told|wrote|went|put|set|left|quit|struck|hit|asks|calls|is|are|was|were|will|has|had)\b",
    re.IGNORECASE,
)
_TAKES_PLAIN_FORM = re.compile(
    r"\b(?:(?:did|does|do|will|would|could|can|should|may)(?: not|n't)|cannot|won't|(?:den|declin|refus|reject|dismiss|ignor|ruled out)\w*|without|no)\b[^,]*$",
    re.IGNORECASE,
)
_SPOKE_ON = re.compile(
    r"^.*\band (?:said|added|announced|confirmed|noted|stressed|told|insisted|reported|disclosed)\b", re.IGNORECASE | re.DOTALL
)


def without_asides(left: str) -> str:
    """The words before an act without what they say of other things: relative clauses, brackets, "did not say why"."""
    return _NOT_SAID.sub(" ", _RELATIVE.sub(" ", _OTHER_WORDS.sub(" ", left)))


def without_description(inside: str) -> str:
    """The wording without what its subject was once to do: "the duties that were to start on Sunday have been suspended"."""
    return _DESCRIPTION.sub(" ", inside)


def governing(left: str, inside: str) -> str:
    """The part of `left` whose cues reach the act: what comes after the last verb of saying or before a new verb stays outside."""
    left = _SPOKE_ON.sub("", left)
    border = _NEXT_VERB.search(left)
    if border and _FINITE.match(inside) and _TAKES_PLAIN_FORM.search(left[: border.start()]):
        return left[border.start() :]
    return left


def is_denied(left: str, inside: str, right: str) -> bool:
    """Whether the act named by `inside` is denied by the words before it or by what is said of it behind."""
    if _NOT_THEN.search(f"{left}{inside}") and _BUT_THEN.match(right):
        # "will start not on July 9 but on Aug. 1"
        inside = _NOT_THEN.sub("", inside)
        right = right[_BUT_THEN.match(right).end() :]  # type: ignore[union-attr]
    return bool(
        _DENIED.search(f"{left}{inside}")
        or _DENIED_AFTER.search(_RELATIVE.sub(" ", right, count=1))
        or (_ENDS_IN_BE.search(inside) and _DENIED_BESIDE.search(right))
    )
