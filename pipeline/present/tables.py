"""Tables for a terminal."""

from collections.abc import Iterable, Sequence
from typing import Any

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

SHOWN = 4
"""Official figures printed per verdict; a claim about twenty years rests on twenty. `show` prints them all."""


def plain_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table of texts; markup in the cells is shown, not obeyed."""
    table = Table(title=escape(title), title_justify="left", title_style="bold", header_style="bold", show_lines=False, expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else escape(str(cell)) for cell in row))
    return table


def print_claims(console: Console, pairs: Iterable[tuple[Claim, Verdict | None]]) -> None:
    """Each claim with its verdict, figure and reason, as a short block: sentences are too long for columns."""
    for number, (claim, verdict) in enumerate(pairs, 1):
        console.print(f"[bold]{number}. {escape(words.flow(claim))}[/] · {escape(words.period(claim.period))}")
        console.print(f"   says      {escape(words.figures(claim))}{_speaker(claim)}", highlight=False)
        console.print(f"   sentence  {escape(' '.join(claim.evidence.quote.split()))}", highlight=False)
        if verdict is not None:
            print_verdict(console, verdict)
        console.print(f"   id        {claim.id}", style="dim", highlight=False)


def print_verdict(console: Console, verdict: Verdict) -> None:
    """Outcome, diagnosis, official figures, reason and notes."""
    style = STYLES[verdict.outcome]
    slip = f" — {verdict.diagnosis}" if verdict.diagnosis else ""
    console.print(f"   verdict   [{style}]{words.OUTCOMES[verdict.outcome]}{slip}[/]", highlight=False)
    figures = verdict.official
    for figure in figures if len(figures) <= SHOWN else figures[: SHOWN - 1]:
        console.print(f"   official  {escape(words.official(figure))} {escape(figure.series)}", highlight=False)
    if len(figures) > SHOWN:
        console.print(f"   official  … and {len(figures) - SHOWN + 1} more up to {escape(words.official(figures[-1]))}", highlight=False)
    if verdict.official:
        console.print(f"   source    {escape(verdict.official[0].source_url)}", highlight=False)
    if verdict.as_published and verdict.now and verdict.as_published.outcome != verdict.now.outcome:
        then, now = words.OUTCOMES[verdict.as_published.outcome], words.OUTCOMES[verdict.now.outcome]
        console.print(f"   in time   when published: {then}; by today's figures: {now}", highlight=False)
    if verdict.reason:
        console.print(f"   why       {escape(verdict.reason)}", highlight=False)
    for note in verdict.notes:
        console.print(f"   note      {escape(note)}", highlight=False)


def _speaker(claim: Claim) -> str:
    if not claim.speaker:
        return ""
    quoted = ", quoted" if claim.quotation else ""
    return f"  ({escape(claim.speaker)}{quoted})"


def print_events(console: Console, events: Iterable[Event]) -> None:
    """Each event with its sentence."""
    for act in events:
        console.print(f"• [bold]{escape(words.event(act))}[/]", highlight=False)
        console.print(f"   sentence  {escape(' '.join(act.evidence.quote.split()))}", highlight=False)
        console.print(f"   id        {act.id}", style="dim", highlight=False)


def print_dates(console: Console, mentions: Iterable[Mention]) -> None:
    """Each date's words and the interval meant, in one paragraph."""
    shown = [f"{m.span.quote} = {words.period(m.period)}" for m in mentions if m.kind == "date"]
    console.print(escape(" · ".join(" ".join(each.split()) for each in dict.fromkeys(shown)) or "none"), highlight=False)


def print_notices(console: Console, notices: Iterable[Notice]) -> None:
    """Each alert with the reason it fired."""
    for notice in notices:
        console.print(f"• [bold]{escape(notice.subject)}[/]  [dim]({escape(notice.rule)} → {escape(notice.channel)})[/]", highlight=False)
        console.print(f"   because   {escape(notice.reason)}", highlight=False)
        if notice.url:
            console.print(f"   document  {escape(notice.url)}", highlight=False)
