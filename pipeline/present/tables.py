"""Tables for a terminal."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.present import words
from tradeclaims.records import Claim, Event, Mention, Notice, Verdict

STYLES = {
    "agrees": "green",
    "agrees_on_other_reading": "yellow",
    "outdated": "yellow",
    "differs": "bold red",
    "not_checkable": "dim",
}
"""Colour of an outcome; the words say the same without colour."""

Facts = list[tuple[str, str]]
"""Labels and texts; the texts may hold markup."""

NARROW = 72
"""Below this width a table of verdicts has no room for words."""

SHOWN = 4
"""Official figures printed per verdict; a claim about twenty years rests on twenty. `show` prints them all."""


_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?\+00:00$")
"""A moment as it is stored; tables show the minute, JSON and CSV all of it."""


def plain_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table of texts; markup in the cells is shown, not obeyed."""
    table = Table(title=escape(title), title_justify="left", title_style="bold", header_style="bold", show_lines=False, expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else escape(_MOMENT.sub(r"\1 \2 UTC", str(cell))) for cell in row))
    return table


def print_claims(console: Console, pairs: Iterable[tuple[Claim, Verdict | None]]) -> None:
    """Each claim with its verdict, figures and reason, as a short block: sentences are too long for columns."""
    for number, (claim, verdict) in enumerate(pairs, 1):
        console.print(f"\n[bold]{number}. {escape(words.flow(claim))}[/] · {escape(words.period(claim.period))}", highlight=False)
        facts: Facts = [("says", escape(words.figures(claim)) + _speaker(claim)), ("sentence", _sentence(claim.evidence.quote))]
        if verdict is not None:
            facts += verdict_facts(claim, verdict)
        console.print(block([*facts, ("id", f"[dim]{claim.id}[/]")]))


def verdict_table(pairs: Sequence[tuple[Claim, Verdict]]) -> Table:
    """All verdicts at a glance: number, claim, what it says, the official figure, the outcome."""
    table = Table(header_style="bold", expand=False, padding=(0, 1), box=box.SIMPLE_HEAD)
    table.add_column("", justify="right", no_wrap=True)
    for name, ratio in (("claim", 5), ("says", 4), ("official", 4), ("verdict", 3)):
        table.add_column(name, overflow="fold", ratio=ratio)
    for number, (claim, verdict) in enumerate(pairs, 1):
        main = verdict.compared
        found = escape(words.official(main, balance=_is_balance(claim))) if main else "–"
        style = STYLES[verdict.outcome]
        table.add_row(
            str(number),
            escape(f"{words.flow(claim)}, {words.period(claim.period)}"),
            escape(words.figures(claim)),
            found,
            f"[{style}]{words.OUTCOMES[verdict.outcome]}[/]{': ' + words.diagnosis(verdict.diagnosis) if verdict.diagnosis else ''}",
        )
    return table


def verdict_facts(claim: Claim, verdict: Verdict) -> Facts:
    """Outcome, slip, official figures, both times, reason, link and notes, as labelled texts with markup."""
    slip = f": {words.diagnosis(verdict.diagnosis)} ({verdict.diagnosis})" if verdict.diagnosis else ""
    facts: Facts = [("verdict", f"[{STYLES[verdict.outcome]}]{words.OUTCOMES[verdict.outcome]}{slip}[/]")]
    figures, balance = verdict.official, _is_balance(claim)
    shown = [words.official(figure, balance=balance) for figure in (figures if len(figures) <= SHOWN else figures[: SHOWN - 1])]
    if len(figures) > SHOWN:
        shown.append(f"and {len(figures) - SHOWN + 1} more, up to {words.official(figures[-1], balance=balance)}")
    if figures:
        facts.append(("official", escape("; ".join(shown))))
        facts.append(("", f"[dim]{escape(' and '.join(dict.fromkeys(words.source(figure) for figure in figures)))}[/]"))
    if verdict.as_published and verdict.now and verdict.as_published.outcome != verdict.now.outcome:
        then, now = words.OUTCOMES[verdict.as_published.outcome], words.OUTCOMES[verdict.now.outcome]
        facts.append(("in time", f"when published: {then}; by today's figures: {now}"))
    if verdict.reason:
        facts.append(("why", escape(verdict.reason)))
    facts += [("link", _link(url)) for url in dict.fromkeys(figure.source_url for figure in figures) if url]
    return [*facts, *(("note", escape(note)) for note in verdict.notes)]


def _link(url: str) -> str:
    """An address that a terminal can open even where it is broken over lines."""
    return f"[link={url}]{escape(url)}[/link]" if not set(url) & set("[]") else escape(url)


def _is_balance(claim: Claim) -> bool:
    return "balance" in (claim.indicator, claim.rank_basis)


def block(facts: Facts, *, width: int = 11) -> Table:
    """Labels on the left, texts with a hanging indent on the right."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=width)
    table.add_column(overflow="fold")
    for label, text in facts:
        table.add_row(f"  [dim]{label}[/]", text)
    return table


def _sentence(quote: str) -> str:
    return escape(" ".join(quote.split()))


def _speaker(claim: Claim) -> str:
    if not claim.speaker:
        return ""
    quoted = ", quoted" if claim.quotation else ""
    return f"  ({escape(claim.speaker)}{quoted})"


def print_events(console: Console, events: Iterable[Event]) -> None:
    """Each event with its sentence."""
    for act in events:
        console.print(f"• [bold]{escape(words.event(act))}[/]", highlight=False)
        console.print(block([("sentence", _sentence(act.evidence.quote)), ("id", f"[dim]{act.id}[/]")]))


def print_dates(console: Console, mentions: Iterable[Mention]) -> None:
    """Each date's words and the interval meant, in one paragraph."""
    shown = [f"{m.span.quote} = {words.period(m.period)}" for m in mentions if m.kind == "date"]
    console.print(escape(" · ".join(" ".join(each.split()) for each in dict.fromkeys(shown)) or "none"), highlight=False)


def print_notices(console: Console, notices: Iterable[Notice]) -> None:
    """Each alert with the reason it fired."""
    for notice in notices:
        console.print(f"• [bold]{escape(notice.subject)}[/]  [dim]({escape(notice.rule)} → {escape(notice.channel)})[/]", highlight=False)
        facts: Facts = [("because", escape(notice.reason))]
        if notice.url:
            facts.append(("document", escape(notice.url)))
        console.print(block(facts))
