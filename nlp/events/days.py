"""The day of the act itself, among the days its clause names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from nlp.events.kind import Kind, Trigger
from nlp.events.reading import Reading, within
from tradeclaims.records import Mention
from tradeclaims.records.event import Status
from tradeclaims.values import Period, Span

_BASE = re.compile(
    r"\b(?:since|(?<!later )(?<!earlier )than|from|compared (?:with|to)|negotiated in|dating (?:back )?to)\s*$", re.IGNORECASE
)
_NOT_THEN = re.compile(r"\b(?:not|rather than|instead of)\s(?:(?:on|in|from|at|until|till|before|as of)\s)?$", re.IGNORECASE)
"""Before a day that is only set against another: "not on June 1 but on July 9"."""

_BACKGROUND = re.compile(
    r"\b(?:first announced|originally|years? ago|decades? ago|back in (?:the )?(?:(?:19|20)\d\d|(?:jan|febr)uary|march|april|may|june|july|august|september|october|november|december)|at the time|in its first|formerly|Smoot-Hawley|Smoot|Fordney|McCumber|Payne-Aldrich|Dingley|McKinley|Hoover|Underwood tariff|Corn Laws?|Navigation Acts?|Bismarck|Great Depression|(?:eight|nine)teenth[ -]century|1[5-9]th[ -]century|Civil War|Napoleon|colonial|interwar)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|disclosed|confirmed|reported|noted|told (?:\w+ ){1,4}|wrote|revealed|added|acknowledged)\b(?: on| late| early)*\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s(?:\w+ly |first |once )?(?:announced|proposed|planned|promised|threatened|drafted|set|negotiated|launched|begun)\b[^,;]*$",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:push|mov|extend|postpon|reschedul|delay|put off|put back|shift)\w*", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:that|which)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:since|when|after|before|until)\b[^,;]{0,45}$", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:takes?|goes|go|comes?|enters?|kicks?|rises?|doubles?|quadruples?|falls|drops|climbs|starts?|begins?|opens?|follows|expires?|ends?|becomes?|runs?|replaces?|imposes?|raises?|suspends?|lifts?|loses?)\b",
    re.IGNORECASE,
)
LONG_AGO = timedelta(days=3650)
"""Where all days of a sentence lie ten years back, it is history."""

FRESH = timedelta(days=31)
"""An act older than this on the day of the document is background; house rule, a month between two monthly reports."""


_MODIFIED = re.compile(
    r"\s+(?:(?!(?:and|or|but|an?|the|when|with|for|after|before|to|at)\b)[\w-]+ ){0,2}?(?:hearings?|reviews?|meetings?|sessions?|summits?|deadline|elections?|votes?|rulings?|targets?|cut-?off)\b",
    re.IGNORECASE,
)
"""Behind a day that belongs to a noun: "the March 28 public hearing"."""

_ATTRIBUTE = re.compile(
    r"\b(?:implemented|imposed|announced|levied|introduced|threatened|proposed|promised|unveiled|signed)\s+(?:(?:on|in|last|for|early|late|back) )*$",
    re.IGNORECASE,
)
"""Before a day that belongs to a participle behind the act: "paused the tariffs imposed on Tuesday"."""

_IN_EFFECT = re.compile(r"\b(?:effective|with effect)(?: (?:on|from|as of))?\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:until|till|through)\s+(?:the\s+)?(?:\d[\d:·.]* [ap]\.?m\.? (?:\w+ ){0,3})?$", re.IGNORECASE)
_PUT_OFF = re.compile(r"\b(?:push|mov|extend|postpon|reschedul|delay|put off|put back|defer|shift|hold\w* off|held off)\w*", re.IGNORECASE)
_JUST_BEFORE = re.compile(
    r"\W{0,3}(?:(?:on|by|from|in|at|until|till|through|for|effective|starting|beginning|as of) )*(?:the )?", re.IGNORECASE
)
_AS_OR_FOR = re.compile(r"\s+(?:as|for|is|was)\s+(?:the |an? |its )?(?:\w+ ){0,2}?", re.IGNORECASE)
_HEADS = re.compile(r"\s*(?:[:—]|\s[–-]\s)\s*(?:the )?(?:\w+ ){0,2}?", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:since|after|before|until|following|ahead of|prior to|(?:agreement|pact|deal|accord|treaty|bill|law|order|plan)s?,? (?:that|which))\b[^,;]{0,80}$",
    re.IGNORECASE,
)
"""Before an act told in a clause of its own: days told earlier are not its days."""


def gives_notice(kind: Kind, act: Span) -> bool:
    """Whether the act is the giving of a notice; "loses its benefits on Dec. 30" tells its effect."""
    return kind.notice and _PRESENT.search(act.quote) is None


_DUE = re.compile(r"\b(?:due|set|scheduled|slated|expected|meant|planned|were to|was to)\b[^,;]{0,25}$", re.IGNORECASE)


def _was_due(text: str, mention: Mention, act: Span) -> bool:
    """Whether a day inside the wording is the one the thing was once due on: "the tariffs due on Monday are suspended"."""
    return act.start < mention.span.start < act.end and _DUE.search(text, act.start, mention.span.start) is not None


_YEAR = re.compile(r"\d{4}")
_PROCEEDINGS = ("hearing", "comment_deadline")


def _yet_to_come(period: Period, today: date) -> Period:
    """The same days a year later, where a bare "Nov. 17" was taken for the last one and what is announced for it lies ahead."""
    if period.start is None or period.end is None or period.end >= today or period.freq != "day":
        return period
    try:
        later = replace(period, start=period.start.replace(year=period.start.year + 1), end=period.end.replace(year=period.end.year + 1))
    except ValueError:
        return period
    assert later.end is not None
    return later if later.end - today < today - period.end else period


def _of_rival(text: str, mention: Mention, act: Span, rivals: Sequence[Span]) -> bool:
    """Whether another act of the sentence has the better title to a day: it stands right beside it, or between it and this act."""
    day = mention.span
    if act.start <= day.start < act.end or _next_to(text, act, day):
        return False
    return any(_next_to(text, rival, day) or act.end <= rival.start < rival.end <= day.start for rival in rivals)


def _next_to(text: str, act: Span, day: Span) -> bool:
    if act.end <= day.start:
        return _JUST_BEFORE.fullmatch(text, act.end, day.start) is not None
    if day.end <= act.start:
        return bool(_AS_OR_FOR.fullmatch(text, day.end, act.start) or _HEADS.fullmatch(text, day.end, act.start))
    return False


def _of_other_words(text: str, mention: Mention, clause: Span, act: Span) -> bool:
    """Whether a day belongs to a noun, a participle or a main clause beside the act."""
    day = mention.span
    noun = _MODIFIED.match(text, day.end)
    if noun and not day.end <= act.start < noun.end() and not act.start <= day.start < act.end:
        return True
    attribute = _ATTRIBUTE.search(text, max(clause.start, day.start - 40), day.start)
    if attribute and attribute.start() >= act.end:
        return True
    under = _UNDER.search(text[clause.start : act.start])
    return under is not None and day.start < clause.start + under.start()


def day_of(
    reading: Reading, kind: Kind, wording: Trigger, status: Status, sentence: Span, clause: Span, act: Span, rivals: Sequence[Span] = ()
) -> Period | None:
    """The period of the act; None where the clause does not give it. What was denied has no day.

    `rivals` are the other acts of the sentence.
    """
    if status == "negated" or wording.presupposed:
        return None
    text = reading.document.text
    dates = [m for m in within(reading.dates, clause.start, clause.end) if _is_day_of_act(text, m)]
    dates = [
        m for m in dates if not _of_rival(text, m, act, rivals) and not _was_due(text, m, act) and not _of_other_words(text, m, clause, act)
    ]
    notice = wording.content or gives_notice(kind, act)
    if kind.notice:
        dates = [m for m in dates if not _IN_EFFECT.search(text[max(clause.start, m.span.start - 40) : m.span.start])]
    if kind.type == "tariff_action" and not _PUT_OFF.search(f"{act.quote} {text[clause.start : act.end]}"):
        # "suspended the duties until April 2": the window ends on that day, the suspension begins earlier.
        dates = [m for m in dates if not _ENDS.search(text[max(clause.start, m.span.start - 40) : m.span.start])]
    if notice and status == "done" and reading.published is not None:
        dates = [m for m in dates if _start(m) <= reading.published]
    owned = [m for m in dates if _next_to(text, act, m.span)]
    dates = owned if kind.dated_by is None and len(owned) == 1 else dates
    # "the tariffs that he imposed in March were lifted on Thursday": the first day is another act's.
    dates = [m for m in dates if not (act.start < m.span.start < act.end and _OTHERS.search(text, act.start, m.span.start))] or dates
    dates = [m for m in dates if not _beside(text, m, act)] or dates
    if kind.dated_by is not None:
        dates = [m for m in dates if kind.dated_by.search(reading.document.text[max(0, m.span.start - 30) : m.span.start])] or dates
    today = reading.published
    if today is not None and status in ("scheduled", "threatened", "hypothetical"):
        named_after = [m for m in within(reading.dates, clause.end, sentence.end) if _is_day_of_act(reading.document.text, m)]
        # What a notice announces may be dated behind the next joint: "that he would sign it with A, and with B if …, in 90 days".
        ahead = [m for m in dates + (named_after if wording.content else []) if _end(m) > today] or [m for m in dates if _end(m) == today]
        dates = ahead or (dates if status == "scheduled" else [])
    elif today is not None and not notice and _PRESENT.search(act.quote) and any(_start(m) > today for m in dates):
        # "takes effect on April 9, the White House said on Thursday".
        dates = [m for m in dates if _start(m) > today]
    elif today is not None and notice:
        # A notice is dated by its giving; the days it speaks of lie ahead.
        dates = [m for m in dates if _start(m) <= today]
    elif today is not None:
        dates = [m for m in dates if _start(m) <= today] or dates
    if not dates:
        return None
    chosen = _nearest(dates, act, ahead=status != "done")
    period = chosen.period
    assert period is not None
    if kind.type in _PROCEEDINGS and status == "scheduled" and today is not None and not _YEAR.search(chosen.span.quote):
        period = _yet_to_come(period, today)
    if kind.type == "comment_deadline" and period.start != period.end and period.freq in ("day", "multi"):
        # "from Aug. 27 to Sept. 24": the last day is the deadline.
        period = replace(period, start=period.end)
    return _put_off(period, clause)


def _beside(text: str, mention: Mention, act: Span) -> bool:
    """Whether a day belongs to the telling ("disclosed on Monday that …") or to an aside ("first announced a year ago"), not to the act."""
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    told = _SAID.search(before) and mention.span.end <= act.start
    aside = _ASIDE.search(before) and re.match(r"[^,;.]{0,20},", text[mention.span.end : mention.span.end + 25])
    return bool(told or aside)


def _put_off(period: Period, clause: Span) -> Period:
    """Of "moved from Aug. 30 to Sept. 5" the later day is the one that counts."""
    if period.end and period.start != period.end and re.search(r"\bfrom\b", clause.quote, re.IGNORECASE) and _MOVED.search(clause.quote):
        return replace(period, start=period.end)
    return period


def _is_day_of_act(text: str, mention: Mention) -> bool:
    period = mention.period
    assert period is not None
    if period.start is None or period.end is None or period.freq in ("open", "multi_year", "12m", "ytd"):
        return False
    before = text[max(0, mention.span.start - 20) : mention.span.start]
    if _NOT_THEN.search(before):
        return False
    base = _BASE.search(before)
    return not base or base.group().strip().lower() == "from"


def _start(mention: Mention) -> date:
    day = mention.period.start if mention.period else None
    assert day is not None
    return day


def _end(mention: Mention) -> date:
    day = mention.period.end if mention.period else None
    assert day is not None
    return day


def _nearest(dates: list[Mention], act: Span, *, ahead: bool) -> Mention:
    def distance(mention: Mention) -> tuple[bool, int]:
        behind = mention.span.start < act.start
        return ahead and behind, max(mention.span.start - act.end, act.start - mention.span.end, 0)

    return min(dates, key=distance)


def is_background(reading: Reading, status: Status, period: Period | None, known: date | None, sentence: Span, act: Span) -> bool:
    """Whether a done act is told as history: it is old, or a subordinate clause of time places it ("since the pact took effect").

    `known` is the agreement's own day for such an act, used where the text gives none.
    """
    if status != "done":
        return False
    day = period.end if period else known
    if reading.published is not None and day is not None and day < reading.published - FRESH:
        return True
    before = sentence.quote[: act.start - sentence.start]
    if period is None and reading.published is not None:
        # "Colbert's tariff of 1667 doubled the duties": a sentence of long ago.
        ends = [m.period.end for m in within(reading.dates, sentence.start, sentence.end) if m.period and m.period.end]
        if ends and max(ends) < reading.published - LONG_AGO:
            return True
    return bool(_BACKGROUND.search(sentence.quote) or (period is None and _SUBORDINATE.search(before)))
