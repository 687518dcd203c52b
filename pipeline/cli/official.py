"""Official figures: loading them, and running a verdict's query again."""

from datetime import UTC, datetime
from pathlib import Path

import click

from check.cube import load_embedded
from check.query import run_query
from pipeline.cli.line import finish
from pipeline.cli.options import console, database_option, format_option, print_line, wants_table
from pipeline.cli.refresh import refresh
from pipeline.present.tables import plain_table
from pipeline.stages.official import load_official
from store.database import open_store
from tradeclaims.contract import number
from tradeclaims.errors import Misconfigured


@click.group(invoke_without_command=True)
@database_option
@format_option("table", "jsonl")
@click.pass_context
def official(ctx: click.Context, database: Path, form: str | None) -> None:
    """Load the embedded official figures into the store. `official query` runs a verdict's query again."""
    if ctx.invoked_subcommand is None:
        began = datetime.now(UTC)
        db = open_store(database)
        finish(ctx, db, [load_official(db)], form, began)


@official.command()
@click.argument("text")
@format_option("table", "jsonl")
def query(text: str, form: str | None) -> None:
    """Run the query of a verdict, as `show` prints it, against the embedded figures."""
    try:
        found = run_query(load_embedded(), text)
    except (ValueError, LookupError) as error:
        raise Misconfigured(f"query {text!r}: {error.args[0]}") from error
    if wants_table(form):
        rows = [(row.role, f"{row.value:,}", row.unit) for row in found]
        console().print(plain_table(text, ("role", "value", "unit"), rows))
        return
    for row in found:
        print_line({"role": row.role, "value": number(row.value), "unit": row.unit})


official.add_command(refresh)

COMMANDS = [official]
