"""`record`: a page as a case for the tests."""

import json
from pathlib import Path

import click

from pipeline.cli.crawling import parse_replicas
from pipeline.cli.options import console, database_option, format_option, print_line, wants_table
from pipeline.present.tables import block
from pipeline.stages.record import record as record_page
from store.database import open_store
from tradeclaims.settings import from_environment


@click.command("record")
@click.argument("source")
@click.argument("url")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tests/recorded"),
    show_default=True,
    help="Folder of the cases.",
)
@click.option("--replica", "replicas", multiple=True, metavar="HOST=127.0.0.1:PORT", help="Ask a local replica instead of HOST.")
@click.option("--sources", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Another catalogue of sources.")
@database_option
@format_option("table", "jsonl")
def record_command(
    source: str, url: str, into: Path, replicas: tuple[str, ...], sources: Path | None, database: Path, form: str | None
) -> None:
    """Save a page of a source as a test case: its bytes, and the document it is read as, for a person to review.

    Taken from the archive where it is there, fetched otherwise. Read `case.json`, correct what is wrong, and set `reviewed` to true.
    """
    db = open_store(database) if database.exists() else None
    folder = record_page(
        db, source, url, into, sources=sources, replicas=parse_replicas(replicas), user_agent=from_environment().user_agent
    )
    plain = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    if wants_table(form):
        console().print(block([(name, str(value)) for name, value in plain["expected"].items()], width=16))
        console().print(
            f"Saved in {folder}. Read case.json, correct what is wrong, and set `reviewed` to true.", markup=False, highlight=False
        )
    else:
        print_line({"folder": str(folder), "expected": plain["expected"]})


COMMANDS: list[click.Command] = [record_command]
