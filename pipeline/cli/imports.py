"""`official import`: the agencies' own spreadsheets."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.crawling import finish
from pipeline.cli.options import database_option, format_option
from pipeline.stages.imports import import_files, read_files
from store.database import open_store


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--vintage",
    help="When it was published, as 2018-10-05, 2018-10 or 2018. Default: as the file says, or the release its newest month came out in.",
)
@database_option
@format_option("table", "jsonl")
@click.pass_context
def import_figures(ctx: click.Context, files: tuple[Path, ...], vintage: str | None, database: Path, form: str | None) -> None:
    """Add the figures of statistical tables to the store.

    Read are Census country.xlsx, ctyseasonal.xlsx and gands.xlsx, exhibits 1, 12, 14, 19 and 20 of the FT-900, BEA trad_geo, OTEXA tables, and the
    long csv of this project.

    A file is known by what is in it, not by its name; xlsx, xls, ods, csv and pages of text are read. Its figures stand beside those of other
    vintages and never replace one; what is there already stays as it is. A broken row is put aside with its reason, and the rest is kept.
    """
    began = datetime.now(UTC)
    read = read_files(files, vintage)
    db = open_store(database)
    done = list(import_files(db, read))
    finish(ctx, db, [one.run for one in done], form, began)
    for one in done:
        click.echo(f"{one.run.source}: {one.table}, vintage {', '.join(one.vintages)}", err=True)
        if one.differing:
            click.echo(
                f"{one.run.source}: {one.differing:,} figures differ from those stored for the same vintage; both are kept, and the later counts",
                err=True,
            )
