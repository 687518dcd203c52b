"""Official figures: loading them, looking at them, and running a verdict's query again."""

from datetime import UTC, datetime
from pathlib import Path

import click

from check.embedded import source_url
from check.query import Row, run_query
from check.series import source_named
from pipeline.cli.crawling import finish
from pipeline.cli.imports import import_figures
from pipeline.cli.options import console, database_option, format_option, print_line, wants_table
from pipeline.cli.refresh import refresh
from pipeline.cli.series import list_series, show
from pipeline.figures import cube_with
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
    """Load the embedded official figures into the store. Its commands look at them, import and fetch more."""
    if ctx.invoked_subcommand is None:
        began = datetime.now(UTC)
        db = open_store(database)
        finish(ctx, db, [load_official(db)], form, began)


@official.command()
@click.argument("text")
@database_option
@format_option("table", "jsonl")
def query(text: str, database: Path, form: str | None) -> None:
    """Run the query of a verdict, as `show` prints it, against the official figures: those embedded and those in the store."""
    try:
        found = run_query(cube_with(database), text)
    except (ValueError, LookupError) as error:
        raise Misconfigured(f"query {text!r}: {error.args[0]}") from error
    if wants_table(form):
        rows = [(row.role, f"{row.value:,f}", row.unit, *_origin(row)) for row in found]
        console().print(plain_table(text, ("role", "value", "unit", "vintage", "source"), rows))
        return
    for row in found:
        vintage, url = _origin(row)
        print_line({"role": row.role, "value": number(row.value), "unit": row.unit, "vintage": vintage, "source_url": url})


def _origin(row: Row) -> tuple[str | None, str | None]:
    """Vintage and public address; nothing for what is computed from several figures."""
    if row.figure is None:
        return None, None
    return row.figure.vintage, source_url(row.figure.provenance) or source_named(row.figure.source).url


for command in (list_series, show, import_figures, refresh):
    official.add_command(command)

COMMANDS = [official]
