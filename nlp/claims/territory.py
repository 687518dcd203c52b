"""Which words of a sentence belong to which head: each head's territory runs from its noun phrase to the next head's."""

import re
from dataclasses import dataclass

from nlp.claims.commodity import named_before
from nlp.claims.dealings import BEING
from nlp.claims.head import Head
from nlp.claims.moves import CHANGE, FINITE, find_moves
from nlp.claims.sentence import Sentence

PREMODIFIER = re.compile(
    r"(?:the|an?|its|our|their|that|this|his|[\w.]+['’]s?|goods|services?|merchandise|trade|total|overall|annual|monthly|bilateral|two-way|record|"
    r"outbound|inbound|overseas|foreign|outgoing|incoming|worldwide|global|persistent|large|huge|massive|yearly|widening|growing|current|combined|agricultural|farm|quarterly|all|about|nearly|almost|around|roughly|"
    r"estimated|lower|higher|more than|some|same|whole|seasonally|adjusted|U\.S\.|US|American|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|percent|billion|million|\$?[\d.,%]+)",
    re.IGNORECASE,
)
DETERMINER = re.compile(r"the|an?|its|our|their|his|that|this|these|those", re.IGNORECASE)
"""Opens a noun phrase: what stands before it belongs to another one ("with Washington the surplus")."""

GOODS_FLOWS = ("exports", "imports")
POSSESSIVES = ("'", "’", "'s", "’s")
CHANGE_OF = re.compile(rf"\s+(?:[\w-]+\s+)?{CHANGE}\s+(?:in|of)\s+(?:the\s+|its\s+|our\s+|their\s+|all\s+)?", re.IGNORECASE)
CHANGE_BEFORE = re.compile(
    rf"\b(?:an?|the|its)\s+(?:\w+\s+)?{CHANGE}\s+(?:in|of)\s+(?:the\s+|its\s+|our\s+|their\s+|all\s+)?$", re.IGNORECASE
)
"""A change told before its flow, as far as the flow."""

SUM_OF = re.compile(r"\s+(?:worth\s+)?(?:in|of)\s+(?:total\s+)?(?:\((?:two[- ]way)\)\s+)?", re.IGNORECASE)
COPULA = re.compile(r"\s+(?:was|were|is|are)\s+")
"""Between a sum and what it is: "of which $6.1 billion was American exports"."""

JOINT = re.compile(r"\b(?:goods|services|merchandise|textiles?|autos?|food|oil)\s+$", re.IGNORECASE)
SEPARATOR = re.compile(
    r";|\s[-–—]+\s|—|,|\b(?:and|but|while|whereas|as|though|although|with|against|versus|making|whereby|when|than)\b", re.IGNORECASE
)
CLAUSE = re.compile(r";|\b(?:as|while|whereas|because|after|when|though|although|and|but)\b", re.IGNORECASE)
TRANSITIVE = re.compile(
    r"\b(?:trimming|narrowing|widening|cutting|reducing|increasing|pushing (?:up|down)?|lifting|raising|shrinking|boosting|bringing|taking|leaving|"
    r"lift|raise|cut|reduce|narrow|boost|increase|widened|narrowed|trimmed|lifted|pushed|increased|reduced|raised|boosted|lowered|slashed|expanded|doubled|curbed|dropped|swamp\w*|dwarf\w*|exceed\w*)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """The words that speak of one head."""

    head: Head
    start: int
    end: int
    phrase: int
    """Where the head's own noun phrase begins."""


def phrase_start(sentence: Sentence, head: Head, floor: int) -> int:
    """Where the head's noun phrase begins: back over numbers, dates, names and modifiers, not before `floor`."""
    if head.kind == "verb":
        return head.start  # what stands before a verb is its subject, or the object of the verb before
    if head.kind == "rank" and head.rank_basis is None:
        return head.start  # "set a record", "ranked second": no noun phrase
    spans = sentence.extents()
    at = head.start
    while at > floor:
        before = sentence.text[floor:at]
        stripped = before.rstrip(" -")
        edge = floor + len(stripped)
        span = next((s for s, e in spans if s >= floor and (edge == e or sentence.text[e:edge] in POSSESSIVES)), None)
        if span is not None and span < at:
            at = span
            continue
        word = re.search(r"[^\s-]+$", stripped)
        if word is None or word.group()[-1] in ",;:":
            break
        commodity = (
            named_before(sentence, floor, at) if at == head.start and head.kind == "noun" and head.indicator in GOODS_FLOWS else None
        )
        if commodity is not None and not PREMODIFIER.fullmatch(word.group()):
            at = commodity[0]
            continue
        joint = word.group().lower() in ("and", "&") and JOINT.search(stripped[: word.start()])
        if not joint and not PREMODIFIER.fullmatch(word.group()):
            break
        at = floor + word.start()
        if DETERMINER.fullmatch(word.group()):
            break
    at = _amount_before(sentence, head, _change_before(sentence, at, floor), floor)
    text = sentence.text[at : head.start]
    # A joint "and" or "of" at the left edge joins clauses, not modifiers.
    edge_word = re.match(r"(?:(?:and|of)\s+)+", text, re.IGNORECASE)
    return at + (edge_word.end() if edge_word else 0)


def _change_before(sentence: Sentence, at: int, floor: int) -> int:
    """Where a change of the flow begins that is told before it: "an increase in the services surplus of $0.3 billion"."""
    hit = CHANGE_BEFORE.search(sentence.text, floor, at)
    return hit.start() if hit else at


def _amount_before(sentence: Sentence, head: Head, at: int, floor: int) -> int:
    """Where a sum of the flow begins that stands before it: "$13.9 billion in total goods trade", "$2 billion worth of imports"."""
    if head.kind != "noun":
        return at
    for mark in sentence.quantities:
        if (
            floor <= mark.start
            and mark.end <= at
            and (
                (mark.what.unit == "currency" and SUM_OF.fullmatch(sentence.text, mark.end, at))
                or (mark.what.unit in ("currency", "percent") and CHANGE_OF.fullmatch(sentence.text, mark.end, at))
            )
        ):
            return mark.start
    return at


def divide(sentence: Sentence, heads: list[Head]) -> list[Territory]:
    """One territory per head, in text order, to the end of the sentence."""
    starts: list[tuple[int, int]] = []
    for number, head in enumerate(heads):
        if head.portion:
            starts.append((head.start, head.start))
            continue
        if number == 0:
            phrase = phrase_start(sentence, head, 0)
            starts.append((_fronted(sentence, phrase), phrase))
            continue
        floor = heads[number - 1].end
        phrase = phrase_start(sentence, head, floor)
        passive = head.kind == "verb" and BEING.search(sentence.text, floor, head.start) is not None
        starts.append(
            (_border(sentence, floor, phrase, sums_before=passive or head.returned or bool(head.origin or head.destination)), phrase)
        )
    ends = [start for start, _ in starts[1:]] + [len(sentence.text)]
    return [
        Territory(head=head, start=start, end=end, phrase=phrase) for head, (start, phrase), end in zip(heads, starts, ends, strict=True)
    ]


def _fronted(sentence: Sentence, phrase: int) -> int:
    """Where the first head's words begin: behind a clause that has figures of its own ("Growth slowed to 2.1 percent as exports fell")."""
    for hit in reversed(list(CLAUSE.finditer(sentence.text, 0, phrase))):
        figures = any(mark.end <= hit.start() for mark in sentence.quantities)
        between = any(hit.end() <= mark.start < phrase for mark in sentence.quantities)
        if figures and not between and (hit.group().lower() not in ("and", "but") or FINITE.search(sentence.text[: hit.start()].lower())):
            return hit.start()
    return 0


def _border(sentence: Sentence, floor: int, phrase: int, *, sums_before: bool = False) -> int:
    """Where the left neighbour's words end: at the last separator before the phrase, unless a figure stands between the two."""
    between = sentence.text[floor:phrase]
    verb = TRANSITIVE.search(between)
    if verb:
        phrase = floor + verb.start()
        between = sentence.text[floor:phrase]
    clause = between.find(";")
    if clause >= 0 and not any(floor + clause <= m.start < phrase for m in sentence.quantities) and not find_moves(between[clause:]):
        return floor + clause  # what is fronted in a new clause is its own: "; with services added, the gap came to"
    clauses = list(CLAUSE.finditer(between)) if sums_before else []
    if clauses:
        return floor + clauses[-1].start()  # what moved is told before its verb: "; $77.5 billion came the other way"
    separators = list(SEPARATOR.finditer(between))
    for hit in reversed(separators):
        at = floor + hit.end()
        figures = any(
            at <= mark.start < phrase and COPULA.fullmatch(sentence.text, mark.end, phrase) is None for mark in sentence.quantities
        )
        moved = bool(find_moves(sentence.text[at:phrase]))
        if not figures and not moved:
            return floor + hit.start()
        break
    return phrase
