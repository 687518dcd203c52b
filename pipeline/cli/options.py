"""Options that several verbs share."""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from tradeclaims.settings import from_environment

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day, ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error names what was expected."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; expected YYYY-MM-DD, like 2017-07-13", param, ctx)


DAY = Day()


def database_option(command: Command) -> Command:
    """`--db PATH`, default from the settings."""
    return click.option(
        "--db",
        "database",
        type=click.Path(dir_okay=False, path_type=Path),
        default=lambda: from_environment().database,
        show_default="$TRADECLAIMS_DB or tradeclaims.db",
        help="The SQLite file everything is kept in.",
    )(command)


def format_option(*choices: str) -> Callable[[Command], Command]:
    """`--format`; without it a table on a terminal and JSON lines in a pipe."""

    def decorate(command: Command) -> Command:
        return click.option(
            "--format",
            "form",
            type=click.Choice(choices),
            default=None,
            help="How to print. Default: table on a terminal, jsonl in a pipe.",
        )(command)

    return decorate


def wants_table(form: str | None) -> bool:
    """Whether to print for a person."""
    return form == "table" if form else sys.stdout.isatty()


def console() -> Console:
    """Standard output for people. Lines are wrapped at the terminal's width, in a pipe at 140 characters."""
    return Console() if sys.stdout.isatty() else Console(width=140)


def print_line(row: dict[str, Any]) -> None:
    """One JSON line, flushed: readers of a stream must not wait."""
    click.echo(json.dumps(row, ensure_ascii=False, default=_plain))


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
