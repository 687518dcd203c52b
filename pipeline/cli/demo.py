"""The verb that shows everything at once."""

from pathlib import Path

import click

from pipeline.cli.options import console, database_option
from pipeline.demo import demo as run_demo
from tradeclaims.settings import from_environment


@click.command()
@database_option
@click.pass_context
def demo(ctx: click.Context, database: Path) -> None:
    """Crawl the embedded sample newsroom over loopback, check what it says, and print what was found."""
    runs = run_demo(database, from_environment(), console())
    if any(run.failed for run in runs):
        ctx.exit(1)


COMMANDS = [demo]
