"""Verbs about the sources themselves: probe, health, retry, takedown, expire."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from crawler.canonical import canonical_url
from crawler.catalogue import load_catalogue
from pipeline.cli.crawling import crawl_options, parse_replicas
from pipeline.cli.look import open_existing
from pipeline.cli.options import console, database_option, format_option, print_line, wants_table
from pipeline.health import health as health_rows
from pipeline.present.tables import plain_table
from pipeline.stages.crawl import probe as probe_stage
from store.database import open_store
from store.frontier import reopen
from store.refusals import lift
from store.removal import expire, take_down
from tradeclaims.errors import Misconfigured
from tradeclaims.settings import from_environment


@click.command()
@crawl_options
@database_option
@format_option("table", "jsonl")
@click.pass_context
def probe(
    ctx: click.Context, names: tuple[str, ...], replicas: tuple[str, ...], sources: Path | None, database: Path, form: str | None
) -> None:
    """Ask every source of the catalogue for its listing only: status, robots.txt, rows, newest item. Stores nothing."""
    open_store(database)
    looks = probe_stage(database, names=names, sources=sources, replicas=parse_replicas(replicas), user_agent=from_environment().user_agent)
    if wants_table(form):
        columns = ("source", "on", "status", "robots", "rows", "newest", "problem")
        rows = [
            tuple("yes" if look[c] is True else "" if look[c] is False else look[c] for c in ("source", "enabled", *columns[2:]))
            for look in looks
        ]
        console().print(plain_table(f"Sources: {len(looks)}", columns, rows))
    else:
        for look in looks:
            print_line(look)
    if any(look["problem"] for look in looks if names or look["enabled"]):
        ctx.exit(1)


@click.command()
@click.argument("names", nargs=-1, metavar="[SOURCE]…")
@click.option("--sources", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Another catalogue of sources.")
@click.option("--all", "everything", is_flag=True, help="Also sources that are switched off and were never crawled.")
@database_option
@format_option("table", "jsonl")
@click.pass_context
def health(ctx: click.Context, names: tuple[str, ...], sources: Path | None, everything: bool, database: Path, form: str | None) -> None:
    """How each source is doing: last success, newest item, new items a day, what is owed, refusals. Exit code 1 where one is not well."""
    rows = health_rows(open_existing(database), load_catalogue(sources), datetime.now(UTC))
    if unknown := [name for name in names if name not in {row["source"] for row in rows}]:
        raise Misconfigured(f"unknown source {unknown[0]!r}")
    shown = [row for row in rows if (row["source"] in names if names else everything or row["state"] != "off")]
    if wants_table(form):
        console().print(
            plain_table(f"Sources: {len(shown)}", list(shown[0]) if shown else ["source"], [tuple(row.values()) for row in shown])
        )
    else:
        for row in shown:
            print_line(row)
    if any(row["state"] in ("failed", "refused") for row in shown):
        ctx.exit(1)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="SOURCE…")
@database_option
def retry(names: tuple[str, ...], database: Path) -> None:
    """Ask a source again that refused us, and its items that were refused or gone; the next crawl does."""
    db = open_existing(database)
    for name in names:
        lifted, items = lift(db, name), reopen(db, name)
        if lifted or items:
            click.echo(f"{name}: will be asked again" + (f", with {items} items that did not come" if items else ""))
        else:
            click.echo(f"{name}: has refused nothing")


@click.command()
@click.argument("url")
@click.option("--reason", default="", help="Who asked for it, and why.")
@database_option
def takedown(url: str, reason: str, database: Path) -> None:
    """Remove everything kept of an address: bytes, texts, claims, alerts. It is remembered, and not collected again."""
    if urlsplit(url).scheme not in ("http", "https", "file"):
        raise Misconfigured(f"{url!r} is no address; expected https://…")
    count = take_down(open_existing(database), dict.fromkeys([url, canonical_url(url)]), reason, datetime.now(UTC))
    click.echo(f"{url}: {count} {'document' if count == 1 else 'documents'} removed; not collected again")


@click.command("expire")
@database_option
def expire_command(database: Path) -> None:
    """Drop cached texts whose time is over; `crawl` does so each time."""
    count = expire(open_existing(database), datetime.now(UTC))
    click.echo(f"{count} {'text' if count == 1 else 'texts'} dropped")


COMMANDS = [probe, health, retry, takedown, expire_command]
