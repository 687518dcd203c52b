"""From sentences to events: match the wordings of every kind, judge them, and fill in who, what and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nlp.events.actors import actor_of, target_of
from nlp.events.clauses import clause_around, crosses_joint, scope_around
from nlp.events.days import day_of, gives_notice, is_background
from nlp.events.domain import is_elsewhere, is_of_another_field, is_other_treaty, is_unplaced
from nlp.events.field import is_of_trade
from nlp.events.kind import Kind, Trigger
from nlp.events.matters import is_state, matter_of, usual_name
from nlp.events.reading import Reading, countries_of, read, within
from nlp.events.registry import all_wordings, prefilter
from nlp.events.standing import speaks_of_standing_pact
from nlp.events.status import judge
from nlp.events.wording import PACT, fold
from nlp.expression import Expression
from nlp.names.agreements import AGREEMENTS
from tradeclaims.records import Document, Event, Mention
from tradeclaims.records.event import Status
from tradeclaims.values import Quantity, Span

# Acts that come about without one who acts in the sentence.
_NOBODYS = ("entry_into_force", "hearing", "comment_deadline")
_A_PACT = Expression(PACT)
_PROVIDES = re.compile(
    r"\b(?:agreement|pact|deal|accord|treaty|FTA)\b[^.;]{0,40}?,? (?:that|which) (?:[\w-]+ )?(?:will|would|is to|are to|shall)\b",
    re.IGNORECASE,
)
_REACH = 600
"""How far from an act words can still bear on it; no clause that somebody wrote is longer, and a line of a table may be."""

_PROCEEDINGS = ("hearing", "comment_deadline", "review", "investigation_initiated")
_OF_A_PACT = ("signing", "entry_into_force", "termination_notice")


@dataclass(frozen=True, slots=True)
class Found:
    """A wording in its sentence, judged."""

    kind: Kind
    wording: Trigger
    status: Status
    sentence: Span
    clause: Span
    act: Span
    """The words that name the act."""

    opens: int
    """Where the wording begins, as an offset of the document."""

    subject: Span
    """Where the wording begins: beside the agreement that enters into force, before others the sentence compares it with."""


def find_events(document: Document, sentences: Sequence[Span], mentions: Sequence[Mention]) -> list[Event]:
    """The events of a document in text order. `mentions` supplies its dates and percentages.

    One sentence gives at most one event per kind, status and agreement. An event denied, ruled out or only imagined is kept with that status.
    """
    reading = read(document, mentions)
    events: list[Event] = []
    owners: list[str | None] = []
    for sentence in sentences:
        acts = _found_in(reading, sentence)
        for found in acts:
            if found.wording.goes_on and not _goes_on(reading, found, events):
                continue
            event = _event(reading, found, events, [other.act for other in acts if other is not found])
            if _is_provision(reading, found, event) or (found.wording.needs_date and event.status == "done" and event.date is None):
                continue
            owner = _owner(reading.document.text, found.opens)
            if not any(
                _same(event, other, (owner, whose)) for other, whose in zip(events, owners, strict=True) if other.evidence == sentence
            ):
                events.append(event)
                owners.append(owner)
    return events


def _is_provision(reading: Reading, found: Found, event: Event) -> bool:
    """Whether a tariff is only what a pact provides for: "signed an agreement that will cut duties on whisky"; a day of its own makes it an action."""
    if event.type != "tariff_action" or event.date is not None or event.status not in ("scheduled", "hypothetical"):
        return False
    return _PROVIDES.search(reading.document.text, found.clause.start, found.act.start) is not None


def _goes_on(reading: Reading, found: Found, earlier: list[Event]) -> bool:
    """Whether the text has spoken of what a wording leaves out: a tariff told of last, or an agreement named before."""
    if found.kind.type in _OF_A_PACT:
        border = found.act.start if found.kind.type == "entry_into_force" or found.wording.base is None else found.sentence.start
        named = any(m.span.end <= border for m in reading.agreements)
        return named or (border == found.act.start and _A_PACT.search(reading.document.text, 0, border) is not None)
    return bool(earlier) and any(event.type == found.kind.type for event in earlier[-3:])


def _found_in(reading: Reading, sentence: Span) -> list[Found]:
    folded = fold(sentence.quote)
    small = folded.lower()
    possible = [pair for number in prefilter().candidates(small) if (pair := all_wordings()[number])[0].gate.search(small)]
    if not possible or is_elsewhere(sentence.quote):
        return []
    found = [
        one
        for kind, group in groupby(possible, key=lambda pair: pair[0])
        for one in _of_kind(reading, kind, [wording for _, wording in group], sentence, folded)
    ]
    if found and is_unplaced(reading.document.text) and not reading.agreements and not any(is_state(m) for m in reading.parties):
        found = [one for one in found if one.kind.type not in _OF_A_PACT]
    text = reading.document.text
    if any(one.kind.type in _PROCEEDINGS for one in found) and (not is_of_trade(text, sentence) or is_of_another_field(text)):
        found = [one for one in found if one.kind.type not in _PROCEEDINGS]
    if not reading.agreements:
        found = [
            one
            for one in found
            if one.kind.type not in _OF_A_PACT or not is_other_treaty(sentence.quote, text[min(one.opens, one.act.start) : one.act.end])
        ]
    outranked = {(name, one.clause) for one in found for name in one.kind.before}
    return sorted((one for one in found if (one.kind.type, one.clause) not in outranked), key=lambda one: one.act.start)


def _of_kind(reading: Reading, kind: Kind, wordings: Sequence[Trigger], sentence: Span, folded: str) -> Iterator[Found]:
    text = reading.document.text
    taken: list[tuple[int, int]] = []
    clauses: set[tuple[int, int]] = set()
    for wording in wordings:
        if wording.needs and not wording.needs.search(folded):
            continue
        if wording.standing is not None and wording.standing != speaks_of_standing_pact(reading, sentence):
            continue
        for match in _matches(wording, folded, taken):
            start, end = match.span()
            if wording.not_after and wording.not_after.search(folded[:end]):
                continue
            clause = clause_around(folded, start, end)
            if wording.unless and wording.unless.search(folded, *scope_around(folded, start, end)):
                continue
            if wording.base is None and clause in clauses:
                continue
            clause_span = Span.of(text, sentence.start + clause[0], sentence.start + clause[1])
            if wording.needs_date and not within(reading.dates, clause_span.start, clause_span.end):
                continue
            if kind.habitual and kind.habitual.search(match.group()) and not within(reading.dates, clause_span.start, clause_span.end):
                continue
            if kind.habitual and _RULE.match(match.group()) and _is_quoted(folded, start):
                continue
            if not wording.aside:
                taken.append((start, end))
            status = _status(kind, wording, folded, match, clause)
            if status is None:
                continue
            if not wording.goes_on:
                clauses.add(clause)
            first, last = match.span("act") if "act" in match.groupdict() and match["act"] else (start, end)
            act = Span.of(text, sentence.start + first, sentence.start + last)
            opens = sentence.start + start
            subject = Span.of(text, opens, opens) if kind.type == "entry_into_force" else act
            if "subject" in match.groupdict():
                subject = Span.of(text, *(sentence.start + place for place in match.span("subject")))
            yield Found(kind, wording, status, sentence, clause_span, act, opens, subject)


def _matches(wording: Trigger, folded: str, taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Matches of a wording that neither share words with `taken` nor reach over a joint of the sentence, unless what they report does."""
    position = 0
    while match := wording.pattern.search(folded, position):
        start, end = match.span()
        free = not any(start < e and s < end for s, e in taken) and (wording.content or not crosses_joint(folded, start, end))
        position = max(end, start + 1) if free else start + 1
        if free:
            yield match


_RULE = re.compile(r"(?:imposes|slaps|puts|places|raises|applies|levies|charges|taxes|sets)\b", re.IGNORECASE)
"""In somebody's speech the present tells what is the rule: "it slaps 100 percent on our motorcycles"."""


def _is_quoted(folded: str, place: int) -> bool:
    before = folded[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _status(kind: Kind, wording: Trigger, folded: str, match: re.Match[str], clause: tuple[int, int]) -> Status | None:
    start, end = match.span()
    low, high = scope_around(folded, start, end)
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    judged = judge(wording, folded[max(clause[0], low) : start], match.group(), folded[end : min(clause[1], high)], folded[low:high])
    if judged is None:
        return wording.base
    if kind.obliging and judged in ("commentary", "hypothetical", "proposed"):
        return wording.base
    if judged == "commentary":
        return None
    if judged in ("scheduled", "proposed") and wording.base in ("proposed", "threatened"):
        return wording.base
    if wording.base is None and judged in kind.loose:
        return kind.loose[judged]
    return kind.statuses.get(judged, judged)


def _event(reading: Reading, found: Found, earlier: list[Event], rivals: list[Span]) -> Event:
    document, kind, status = reading.document, found.kind, found.status
    period = day_of(reading, kind, found.wording, status, found.sentence, found.clause, found.act, rivals)
    ahead = period and period.start and document.published and period.start > document.published
    if status == "done" and ahead and not found.wording.content and not gives_notice(kind, found.act):
        status = "scheduled"
    elif (
        status == "scheduled"
        and kind.type == "comment_deadline"
        and period
        and period.end
        and document.published
        and period.end < document.published
    ):
        status = "done"
    target = target_of(reading, found.clause, found.act) if kind.type == "tariff_action" else None
    agreement = matter_of(reading, kind.type, found.sentence, found.clause, found.subject, target.entity if target else None, earlier)
    if agreement is None and found.wording.goes_on:
        agreement = next((event.agreement for event in reversed(earlier) if event.type == kind.type), None)
    known = AGREEMENTS.get(agreement or "")
    agreement = usual_name(agreement)
    known_day = {"entry_into_force": known.entry_into_force, "signing": known.signed}.get(kind.type) if known else None
    rates = (
        within(reading.percentages, found.clause.start, found.clause.end)
        if kind.type == "tariff_action" and not found.wording.aside
        else []
    )
    partners = countries_of(reading, found.sentence) or list(known.partners if known else ())
    return Event(
        document=document.id,
        revision=document.revision,
        evidence=found.sentence,
        type=kind.type,
        status=status,
        agreement=agreement,
        partners=tuple(partners),
        date=period.start if period else None,
        date_end=period.end if period else None,
        actor=actor_of(reading, found.clause, found.act) if kind.type not in _NOBODYS else None,
        target=target.span.quote if target else None,
        trigger=" ".join(found.act.quote.split()),
        rate=_rate(document.text, rates, found.act),
        official=document.official,
        historical=is_background(reading, status, period, known_day, found.sentence, found.act),
    )


_FROM = re.compile(r"\bfrom (?:the |an? |its |about |current )*$", re.IGNORECASE)
_TO = re.compile(r"\bto (?:an? |as much as |up to )*$", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:rais|increas|hik|boost|cut|lower|reduc|trim|slash|doubl|tripl|quadrupl|ris|rose|climb|jump|fall|fell|drop|shrink|lift|bring|brought)\w*|\b(?:go(?:es|ing|ne)?|went|com(?:es?|ing)|came) (?:up|down|to|from)\b",
    re.IGNORECASE,
)


def _rate(text: str, rates: list[Mention], act: Span) -> Quantity | None:
    """The rate that an act leads to: the one nearest to it, the new one of a change."""
    new = [m for m in rates if not _FROM.search(text[max(0, m.span.start - 25) : m.span.start])] or rates
    if _MOVES.search(act.quote):
        behind = [m for m in new if m.span.start >= act.start and _TO.search(text[max(0, m.span.start - 25) : m.span.start])]
        new = behind or new
    return min(new, key=lambda m: abs(m.span.start - act.start)).quantity if new else None


_WHOSE = re.compile(r"\b([A-Z][\w.]+)['’]s? (?:own )?(?:[\w.%-]+ ){0,4}$")


def _owner(text: str, opens: int) -> str | None:
    """Whose tariff an act names: "minutes after Washington's own levy kicked in"."""
    found = _WHOSE.search(text, max(0, opens - 50), opens)
    return found[1] if found else None


def _are_two_tariffs(event: Event, other: Event, owners: tuple[str | None, str | None]) -> bool:
    """Whether rates and targets differ, or both tariffs say whose they are and it is not the same."""
    if event.rate and other.rate and event.rate != other.rate and event.target != other.target:
        return True
    return None not in owners and owners[0] != owners[1]


_SEVERAL = ("tariff_action", "hearing", "comment_deadline")
"""Acts that a sentence may tell several of, each with its day."""


def _same(event: Event, other: Event, owners: tuple[str | None, str | None]) -> bool:
    """Whether two wordings of one sentence tell of one act; two days make two of it."""
    if event.type in _SEVERAL and event.date and other.date and event.date != other.date:
        return False
    if event.type == "tariff_action" and _are_two_tariffs(event, other, owners):
        return False
    return (event.type, event.status, event.agreement) == (other.type, other.status, other.agreement)
