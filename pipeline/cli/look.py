"""Verbs that only look: search, show, list, status."""

import csv
import sys
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from pipeline.cli.options import DAY, console, database_option, format_option, print_line, wants_table
from pipeline.places import with_places
from pipeline.present.chain import print_chain
from pipeline.present.diff import print_diff
from pipeline.present.tables import plain_table
from pipeline.revisions import diff_of
from store.chain import chain
from store.database import open_store
from store.search import LISTS, list_rows, search_claims
from store.status import status as read_status
from tradeclaims.errors import Misconfigured

_SCALES = {"tn": 12, "bn": 9, "b": 9, "m": 6, "k": 3}


class Amount(click.ParamType[Decimal]):
    """An amount of money in single units: 10000000000, 10e9, 10bn, 900m."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The amount; a usage error names what was expected."""
        if isinstance(value, Decimal):
            return value
        text = str(value).strip().lower().lstrip("$").replace(",", "")
        suffix = next((s for s in _SCALES if text.endswith(s)), "")
        try:
            return Decimal(text.removesuffix(suffix)).scaleb(_SCALES.get(suffix, 0))
        except InvalidOperation:
            self.fail(f"{value!r} is not an amount; expected something like 10bn or 27600000000", param, ctx)


@click.command()
@click.argument("words", nargs=-1)
@click.option("--partner", metavar="ISO3", help="Claims about this country, like KOR.")
@click.option("--indicator", type=click.Choice(["exports", "imports", "balance", "total_trade", "rank", "tariff_rate"]))
@click.option("--verdict", "outcome", type=click.Choice(["agrees", "agrees_on_other_reading", "outdated", "differs", "not_checkable"]))
@click.option("--speaker", help="Words of the speaker's name.")
@click.option("--since", type=DAY, help="Published on or after this day.")
@click.option("--between", nargs=2, type=Amount(), metavar="LOW HIGH", help="The figure lies between, like 10bn 30bn.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 10000))
@database_option
@format_option("table", "jsonl", "csv")
def search(
    words: tuple[str, ...],
    partner: str | None,
    indicator: str | None,
    outcome: str | None,
    speaker: str | None,
    since: date | None,
    between: tuple[Decimal, Decimal] | None,
    limit: int,
    database: Path,
    form: str | None,
) -> None:
    """Search claims by words and filters."""
    rows = search_claims(
        open_existing(database),
        " ".join(words),
        partner=partner.upper() if partner else None,
        indicator=indicator,
        verdict=outcome,
        speaker=speaker,
        since=since,
        between=between,
        limit=limit,
    )
    print_rows(rows, form, "Claims")


@click.command("list")
@click.argument("what", type=click.Choice(sorted(LISTS)))
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100000))
@database_option
@format_option("table", "jsonl", "csv")
def list_command(what: str, limit: int, database: Path, form: str | None) -> None:
    """List what is stored, newest first."""
    print_rows(list_rows(open_existing(database), what, limit=limit), form, what.capitalize())


@click.command()
@click.argument("record_id", metavar="ID")
@click.option("--diff", is_flag=True, help="Also what changed in the document: sentences added, removed and changed.")
@click.option("--revision", type=click.IntRange(2), help="With --diff: this revision against the one before it. Default: the newest.")
@database_option
@format_option("table", "jsonl")
def show(record_id: str, diff: bool, revision: int | None, database: Path, form: str | None) -> None:
    """The whole chain of evidence of a claim, verdict, event, document or notice. The first characters of its id are enough."""
    try:
        db = open_existing(database)
        links = with_places(db, chain(db, record_id))
        if diff and links.get("document"):
            links["diff"] = diff_of(db, links["document"]["id"], revision)
    except LookupError as error:
        raise Misconfigured(str(error.args[0])) from error
    if wants_table(form):
        print_chain(console(), links)
        if "diff" in links:
            print_diff(console(), links["diff"])
    else:
        print_line(links)


@click.command()
@database_option
@format_option("table", "jsonl")
def status(database: Path, form: str | None) -> None:
    """What is stored, what ran last, what waits, what went wrong."""
    facts = read_status(open_existing(database))
    if not wants_table(form):
        print_line(facts)
        return
    out = console()
    for title, value in facts.items():
        if isinstance(value, dict):
            out.print(plain_table(title.capitalize(), ("what", "count"), value.items()))
        elif isinstance(value, list) and value:
            out.print(plain_table(title.capitalize(), list(value[0]), [tuple(row.values()) for row in value]))
        else:
            out.print(f"{title}: {value if value else 'none'}")


def open_existing(path: Path) -> Any:
    """The store at `path`. Raises Misconfigured where there is none yet: looking must not create one."""
    if not path.exists():
        raise Misconfigured(f"{path}: no such database; `tradeclaims demo` or `tradeclaims run` makes one")
    return open_store(path)


def print_rows(rows: list[dict[str, Any]], form: str | None, title: str) -> None:
    """Rows as a table, JSON lines or CSV."""
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        if rows:
            writer.writerow(rows[0])
        writer.writerows([safe_cell(cell) for cell in row.values()] for row in rows)
    elif wants_table(form):
        if rows:
            console().print(plain_table(f"{title}: {len(rows)}", list(rows[0]), [tuple(row.values()) for row in rows]))
        else:
            console().print(f"{title}: none found.")
    else:
        for row in rows:
            print_line(row)


def safe_cell(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before it."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + cell
    return cell


COMMANDS = [search, show, list_command, status]
