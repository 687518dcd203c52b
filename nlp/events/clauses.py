"""The clause of a sentence that a wording stands in, by its joints."""

import re
from functools import lru_cache

_SUBJECT_AND_VERB = r"(?=[^,;]{0,70}?\b(?:will|would|has|have|had|is|are|was|were|said|says|can|could|may|did|does|\w{3,}ed)\b)"
_JOINT = re.compile(
    rf";|\s[—–]\s|—|,? but\b|, (?:while|although|though|whereas|yet|even as|so)\b|, and {_SUBJECT_AND_VERB}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:although|while|though|despite|after|since|when|before|as|with|without|amid|rather than|instead of|far from|having|because|following|given|in a \w+ that)\b[^,]*,",
    re.IGNORECASE,
)


_NOT_THEN = re.compile(r"\bnot (?:on|in|from|at|until|till|before|by) [^,;]{2,25},?$", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:on|in|from|at|until|till|before|by)\b", re.IGNORECASE)


# Every wording of a sentence asks for its joints.
@lru_cache(maxsize=4)
def _joints(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(joint.span() for joint in _JOINT.finditer(sentence) if not _is_foil(sentence, joint))


def _is_foil(sentence: str, joint: re.Match[str]) -> bool:
    """Whether a "but" only sets one day against another: "not on June 1 but on July 9"."""
    if "but" not in joint.group().lower():
        return False
    before = sentence[max(0, joint.start() - 40) : joint.start()]
    return _NOT_THEN.search(before) is not None and _THEN.match(sentence, joint.end()) is not None


def clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the clause that holds sentence[start:end]; a leading "Although …," is a clause of its own."""
    low, high = scope_around(sentence, start, end)
    opening = _OPENING.match(sentence[low:high])
    if opening:
        border = low + opening.end()
        return (border, high) if border <= start else (low, max(border, end))
    return low, high


def scope_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the stretch between joints that holds sentence[start:end]; joints inside the wording do not count."""
    low, high = 0, len(sentence)
    for first, last in _joints(sentence):
        if last <= start:
            low = last
        elif first >= end:
            high = first
            break
    return low, high


def crosses_joint(sentence: str, start: int, end: int) -> bool:
    """Whether a joint lies inside sentence[start:end]."""
    return any(start < first and last < end for first, last in _joints(sentence))
