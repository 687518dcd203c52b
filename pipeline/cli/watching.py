"""`watch-page`: any address whose text matters."""

from pathlib import Path

import click

from crawler.watched import watched_name
from pipeline.cli.options import console, database_option, format_option, print_line, wants_table
from store.database import open_store
from store.watched_pages import stop_watching, watch_page
from tradeclaims.errors import Misconfigured


@click.command("watch-page")
@click.argument("url")
@click.option("--name", help="What to call it, as in `crawl page:NAME`. Default: made of the address.")
@click.option("--stop", is_flag=True, help="Watch it no more; what was fetched stays.")
@database_option
@format_option("table", "jsonl")
def watch_page_command(url: str, name: str | None, stop: bool, database: Path, form: str | None) -> None:
    """Watch any page whose text matters, like that of an agreement: `crawl` fetches it with the sources, a changed text is a revision.

    `list watched` shows the pages, `list revisions` what changed, `show DOCUMENT --diff` how.
    """
    source = watched_name(url, name)
    db = open_store(database)
    try:
        if stop:
            stop_watching(db, url)
            outcome = "stopped"
        else:
            outcome = "watched" if watch_page(db, source, url) == "saved" else "unchanged"
    except LookupError as error:
        raise Misconfigured(f"watch-page: {error.args[0]}") from error
    if wants_table(form):
        words = {"stopped": "is watched no more", "watched": "is watched from now on", "unchanged": "is watched already"}
        console().print(f"{url} {words[outcome]}.", highlight=False, markup=False)
    else:
        print_line({"source": source, "url": url, "outcome": outcome})


COMMANDS: list[click.Command] = [watch_page_command]
