"""`official refresh`: ask the statistical agencies for what is new."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from pipeline.cli.crawling import finish, parse_replicas
from pipeline.cli.options import DAY, database_option, format_option
from pipeline.progress import bar
from pipeline.stages.refresh import refresh as refresh_stage
from store.database import open_store
from tradeclaims.settings import from_environment


@click.command()
@click.argument("names", nargs=-1, metavar="[SOURCE]…")
@click.option(
    "--since",
    type=DAY,
    help="Ask from this day on, whatever is stored: whole years from its year, for FRED the vintages since that day.",
)
@click.option(
    "--replica",
    "replicas",
    multiple=True,
    metavar="HOST=127.0.0.1:PORT",
    help="Ask a local replica instead of HOST. Repeatable, loopback only.",
)
@database_option
@format_option("table", "jsonl")
@click.pass_context
def refresh(
    ctx: click.Context, names: tuple[str, ...], since: date | None, replicas: tuple[str, ...], database: Path, form: str | None
) -> None:
    """Ask the agencies (all, or SOURCE: census, bea, dataweb, fred, comtrade, otexa) for figures newer than the stored ones.

    Keys come from the environment: CENSUS_API_KEY, BEA_API_KEY, DATAWEB_TOKEN, FRED_API_KEY, COMTRADE_API_KEY. Revised figures are added as
    a new vintage; nothing stored is overwritten.
    """
    began = datetime.now(UTC)
    db = open_store(database)
    runs = refresh_stage(
        db, names, since=since, replicas=parse_replicas(replicas), settings=from_environment(), now=began, progress=bar
    )  # fmt: skip
    finish(ctx, db, runs, form, began)
    if any(run.quarantined for run in runs):
        ctx.exit(1)
