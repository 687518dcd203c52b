"""A kind of event, as data: what words name the act, and how its announcement is to be taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nlp.expression import Expression
from nlp.lowercase import in_small_letters
from tradeclaims.records.event import EventType, Status


@dataclass(frozen=True, slots=True)
class Trigger:
    """One wording of an act, matched inside a sentence without regard to case."""

    pattern: Expression
    """The wording. It may span several words of one sentence."""

    base: Status | None = "done"
    """Status when no cue in the clause says otherwise; None for a wording that is only worth keeping where a cue unmakes or threatens the act."""

    needs: Expression | None = None
    """Must occur in the sentence."""

    unless: Expression | None = None
    """Must not occur in the sentence."""

    content: bool = False
    """True where a modal inside the wording belongs to what a notice says ("notified Congress that it would …"), not to whether it was given."""

    presupposed: bool = False
    """True where the wording takes the act for granted ("the American request"): cues around it speak of something else, and so do dates."""

    needs_date: bool = False
    """True where the wording is an event only beside a date."""

    standing: bool | None = None
    """True where the agreement spoken of must already be concluded, False where it must not be; None where it does not matter."""

    aside: bool = False
    """True for what a relative clause tells beside the act of the sentence: it leaves its words to other wordings."""

    goes_on: bool = False
    """True where the wording leaves out what it speaks of ("the rate will go up"): it counts behind an event of its kind."""

    not_after: Expression | None = None
    """Must not occur in the sentence before the end of the wording: "either party may …" tells what a clause allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event; a module of `nlp.events.kinds` declares one as KIND."""

    type: EventType
    """Its name."""

    gate: re.Pattern[str]
    """Must occur in a sentence that can hold the kind: one quick search saves the wordings for the sentences that need them."""

    triggers: tuple[Trigger, ...]
    """Wordings, the most telling first."""

    habitual: Expression | None = None
    """Present-tense verbs that tell what is the rule, not what was done: "levies a 60 percent duty". With a date beside them they tell an act."""

    statuses: Mapping[Status, Status | None] = field(default_factory=dict)
    """What a cue's status means for this kind where it differs; None drops the event. A scheduled withdrawal is a threat until notice is given."""

    loose: Mapping[Status, Status | None] = field(default_factory=dict)
    """As `statuses`, only for the wordings that report no act themselves, those without a base."""

    dated_by: re.Pattern[str] | None = None
    """What stands just before the day of the act where several are named: "by" before a deadline."""

    obliging: bool = False
    """True where "must", "may" and "should" announce the act rather than wish for it: "comments should be filed by"."""

    notice: bool = False
    """True where the act is the giving of a notice: days that lie ahead are those of its effect, never its own."""

    before: tuple[EventType, ...] = ()
    """Kinds that give way to this one where both are found in one clause."""


def trigger(
    pattern: str,
    base: Status | None = "done",
    *,
    needs: str | None = None,
    unless: str | None = None,
    content: bool = False,
    presupposed: bool = False,
    needs_date: bool = False,
    standing: bool | None = None,
    aside: bool = False,
    goes_on: bool = False,
    not_after: str | None = None,
) -> Trigger:
    """A Trigger from the text of its expressions."""
    return Trigger(
        pattern=Expression(pattern),
        base=base,
        needs=Expression(needs) if needs else None,
        unless=Expression(unless) if unless else None,
        content=content,
        presupposed=presupposed,
        needs_date=needs_date,
        standing=standing,
        aside=aside,
        goes_on=goes_on,
        not_after=Expression(not_after) if not_after else None,
    )


def gate(pattern: str) -> re.Pattern[str]:
    """The expression of a gate, for a sentence in small letters."""
    return in_small_letters(pattern)
