"""`crawl`, and what all verbs that crawl share. Loads neither the language nor the official figures."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.options import Command, database_option, format_option, wants_table
from pipeline.stages.crawl import crawl as crawl_stage
from pipeline.summary import print_runs
from store.database import Database, open_store
from tradeclaims.errors import Misconfigured
from tradeclaims.records import Run
from tradeclaims.settings import from_environment


def crawl_options(command: Command) -> Command:
    """Arguments of verbs that crawl."""
    command = click.argument("names", nargs=-1, metavar="[SOURCE]…")(command)
    command = click.option(
        "--replica",
        "replicas",
        multiple=True,
        metavar="HOST=127.0.0.1:PORT",
        help="Ask a local replica instead of HOST. Repeatable, loopback only.",
    )(command)
    return click.option(
        "--sources",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Another catalogue of sources, in the format of crawler/catalogue.yaml.",
    )(command)


def parse_replicas(words: Sequence[str]) -> dict[str, str]:
    """HOST=ADDRESS pairs. Raises Misconfigured for anything else; the crawler refuses addresses that are not loopback."""
    pairs = [word.partition("=") for word in words]
    if bad := [word for word, (host, sign, address) in zip(words, pairs, strict=True) if not (host and sign and address)]:
        raise Misconfigured(f"--replica {bad[0]!r}: expected HOST=127.0.0.1:PORT")
    return {host.lower(): address for host, _, address in pairs}


def finish(ctx: click.Context, db: Database, runs: Sequence[Run], form: str | None, since: datetime) -> None:
    """Print what the runs did and exit with 1 where one failed."""
    print_runs(db, runs, table=wants_table(form), since=since)
    if any(run.failed for run in runs):
        ctx.exit(1)


@click.command()
@crawl_options
@database_option
@format_option("table", "jsonl")
@click.pass_context
def crawl(
    ctx: click.Context, names: tuple[str, ...], replicas: tuple[str, ...], sources: Path | None, database: Path, form: str | None
) -> None:
    """Fetch what the sources publish and keep the bytes."""
    began = datetime.now(UTC)
    db = open_store(database)
    runs = crawl_sources(db, database, names, replicas, sources, began)
    finish(ctx, db, runs, form, began)


def crawl_sources(
    db: Database, database: Path, names: tuple[str, ...], replicas: tuple[str, ...], sources: Path | None, began: datetime
) -> list[Run]:
    """Crawl the named sources, all enabled ones by default; the replicas as they stand on the command line."""
    return crawl_stage(
        db,
        database,
        names=names,
        sources=sources,
        replicas=parse_replicas(replicas),
        user_agent=from_environment().user_agent,
        now=began,
    )


COMMANDS: list[click.Command] = [crawl]
