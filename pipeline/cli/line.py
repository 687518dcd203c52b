"""The stages of the line, one verb each, and `run` for all of them in order."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

from pipeline.cli.crawling import crawl_options, crawl_sources, finish
from pipeline.cli.options import DAY, console, database_option, format_option, print_line, wants_table
from pipeline.present.tables import print_claims, print_notices
from pipeline.progress import bar
from pipeline.stages.alert import alert as alert_stage
from pipeline.stages.check import check as check_stage
from pipeline.stages.check import check_as_of
from pipeline.stages.extract import extract_documents
from pipeline.stages.group import group as group_stage
from pipeline.stages.ingest import ingest as ingest_stage
from pipeline.stages.official import load_official
from pipeline.stages.read import read as read_stage
from store.database import Database, open_store
from tradeclaims.contract import verdict_json
from tradeclaims.records import Run
from tradeclaims.settings import from_environment

Value = TypeVar("Value")


def read_and_group(db: Database) -> list[Run]:
    """Bytes to documents, and documents to stories."""
    return [read_stage(db, bar), group_stage(db, bar)]


def rest_of_the_line(db: Database) -> list[Run]:
    """Everything behind the crawl, in order."""
    runs = [*read_and_group(db), extract_documents(db, bar), load_official(db), check_stage(db, bar)]
    return [*runs, alert_stage(db, from_environment().config).run]


@click.command()
@crawl_options
@click.option("--no-crawl", is_flag=True, help="Work on what is already in the archive (after `ingest`, or without a network).")
@database_option
@format_option("table", "jsonl")
@click.pass_context
def run(
    ctx: click.Context,
    names: tuple[str, ...],
    replicas: tuple[str, ...],
    sources: Path | None,
    no_crawl: bool,
    database: Path,
    form: str | None,
) -> None:
    """The whole line, once: crawl, read, extract, official, check, alert. What a scheduler calls."""
    began = datetime.now(UTC)
    db = open_store(database)
    runs = [] if no_crawl else crawl_sources(db, database, names, replicas, sources, began)
    runs += rest_of_the_line(db)
    finish(ctx, db, runs, form, began)


def _stage(name: str, text: str, do: Callable[[Database], Sequence[Run]]) -> click.Command:
    """A verb for a stage that needs nothing but the store."""

    @click.command(name, help=text)
    @database_option
    @format_option("table", "jsonl")
    @click.pass_context
    def verb(ctx: click.Context, database: Path, form: str | None) -> None:
        began = datetime.now(UTC)
        db = open_store(database)
        finish(ctx, db, do(db), form, began)

    return verb


@click.command()
@click.option("--as-of", type=DAY, help="Judge by the figures that were out on this day. Printed, not stored.")
@database_option
@format_option("table", "jsonl")
@click.pass_context
def check(ctx: click.Context, as_of: date | None, database: Path, form: str | None) -> None:
    """Check every claim that these rules have not judged, or that new official figures touch."""
    began = datetime.now(UTC)
    db = open_store(database)
    if as_of:
        judged = check_as_of(db, as_of)
        if wants_table(form):
            print_claims(console(), judged)
        else:
            for claim, verdict in judged:
                print_line({"claim": claim.id, "document": claim.document, **verdict_json(verdict)})
        return
    finish(ctx, db, [check_stage(db, bar)], form, began)


@click.command()
@database_option
@format_option("table", "jsonl")
@click.option("--feed", type=click.Path(dir_okay=False, path_type=Path), help="Also write all alerts as an Atom feed to this file.")
@click.pass_context
def alert(ctx: click.Context, database: Path, form: str | None, feed: Path | None) -> None:
    """Hold the rules against what is new, and send each alert once."""
    began = datetime.now(UTC)
    db = open_store(database)
    done = alert_stage(db, from_environment().config, feed=feed)
    if wants_table(form):
        print_notices(console(), done.sent)
    finish(ctx, db, [done.run], form, began)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", type=DAY, help="Day the files were published, where they do not say it themselves.")
@click.option("--source", default="ingest", show_default=True, help="Name to file them under.")
@database_option
@format_option("table", "jsonl")
@click.pass_context
def ingest(ctx: click.Context, paths: tuple[Path, ...], published: date | None, source: str, database: Path, form: str | None) -> None:
    """Put local files into the archive; `run --no-crawl` then reads and checks them.

    Takes html, pdf, txt, eml, json (an object, a list, or one a line), mailboxes (mbox) and web archives (warc, warc.gz), and folders of them.
    """
    began = datetime.now(UTC)
    db = open_store(database)
    done = ingest_stage(db, paths, source=source, published=published, progress=bar)
    finish(ctx, db, [done], form, began)
    if done.quarantined:
        ctx.exit(1)


COMMANDS: list[click.Command] = [
    run,
    _stage("read", "Turn fetched bytes into documents, and find out which of them tell one story.", read_and_group),
    _stage("extract", "Find claims, dates, names and events in documents.", lambda db: [extract_documents(db, bar)]),
    check,
    alert,
    ingest,
]
