"""Verbs without a database: text in, claims or verdicts out."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from rich.markup import escape

from check.verify import verify as check_claims
from nlp.extract import extract_batch
from pipeline.ahead import batches_ahead
from pipeline.cli.options import DAY, console, format_option, print_line, wants_table
from pipeline.figures import cube_with
from pipeline.present.tables import NARROW, print_claims, print_dates, print_events, verdict_table
from pipeline.texts import Given, given_texts
from tradeclaims.contract import extraction_json, verdict_json
from tradeclaims.records import Document, Extraction, Verdict

BATCH = 16
"""Texts read together at most: enough to fill the parser's batches, few enough to keep memory flat."""

_published = click.option("--published", type=DAY, help="Day the text was published: “last year” is counted from here.")
_country = click.option(
    "--country", default="USA", show_default=True, metavar="ISO3", help="Country the text speaks from, where a line names none."
)
_files = click.argument("files", nargs=-1, metavar="[FILE|-]…")


@click.command("read-claims")
@_files
@_published
@_country
@format_option("table", "jsonl")
def read_claims(files: tuple[str, ...], published: date | None, country: str, form: str | None) -> None:
    """Read claims, dates, events, names and quantities out of texts.

    FILE is plain text, or JSON lines {id, text, published, dateline_country}; "-" or nothing is standard input. Prints one JSON line per text,
    in input order, as soon as it is read; a bad line gives one line with `error`.
    """
    for given, _, extraction in _extractions(files, published, country, wants_table(form)):
        if wants_table(form):
            _print(given, extraction, [None] * len(extraction.claims))
        else:
            print_line({"id": given.id, **extraction_json(extraction)})


@click.command()
@_files
@_published
@_country
@click.option("--as-of", type=DAY, help="Judge by the figures that were out on this day instead of today's.")
@click.option(
    "--db",
    "database",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check against the figures imported or fetched into this store as well. Nothing is written to it.",
)
@format_option("table", "jsonl")
def verify(
    files: tuple[str, ...], published: date | None, country: str, as_of: date | None, database: Path | None, form: str | None
) -> None:
    """Read claims out of texts and check each against the embedded official figures.

    The same input and the same lines as read-claims, each claim with its "verdict".
    """
    cube = cube_with(database)
    for given, document, extraction in _extractions(files, published, country, wants_table(form)):
        verdicts = check_claims(extraction.claims, document, cube, as_of=as_of)
        if wants_table(form):
            _print(given, extraction, verdicts)
        else:
            row = {"id": given.id, **extraction_json(extraction)}
            for claim, verdict in zip(row["claims"], verdicts, strict=True):
                claim["verdict"] = verdict_json(verdict)
            print_line(row)


def _extractions(files: tuple[str, ...], published: date | None, country: str, table: bool) -> Iterator[tuple[Given, Document, Extraction]]:
    bad = total = 0
    for batch in batches_ahead(given_texts(files or ("-",), published=published, country=country), most=BATCH):
        total += len(batch)
        extractions = iter(extract_batch(given.document for given in batch if given.document is not None))
        for given in batch:
            if given.document is None:
                bad += 1
                if table:
                    console().print(f"[red]![/] {escape(str(given.id))}: {escape(given.error or '')}", highlight=False)
                else:
                    print_line({"id": given.id, "error": given.error})
            else:
                yield given, given.document, next(extractions)
    if bad:
        click.echo(f"tradeclaims: {bad} of {total} lines could not be used; each is answered with its error", err=True)


def _print(given: Given, extraction: Extraction, verdicts: Sequence[Verdict | None]) -> None:
    out = console()
    out.rule(escape(str(given.id)))
    if not extraction.claims:
        out.print("No claim about a trade flow or tariff found.")
    judged = [(claim, verdict) for claim, verdict in zip(extraction.claims, verdicts, strict=True) if verdict is not None]
    if len(judged) > 1 and out.width >= NARROW:
        out.print(verdict_table(judged))
    print_claims(out, zip(extraction.claims, verdicts, strict=True))
    if extraction.events:
        out.print("\n[bold]Events[/]")
        print_events(out, extraction.events)
    out.print("\n[bold]Dates[/]")
    print_dates(out, extraction.mentions)


COMMANDS = [read_claims, verify]
