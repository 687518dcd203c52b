"""The main job on the embedded sample newsroom: crawl it over loopback, work down the line, and show what was found."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from crawler.newsroom.server import serve
from pipeline.present.tables import plain_table, print_claims, print_events, print_notices
from pipeline.progress import bar
from pipeline.stages.alert import alert
from pipeline.stages.check import check
from pipeline.stages.crawl import crawl
from pipeline.stages.extract import extract_documents
from pipeline.stages.group import group
from pipeline.stages.official import load_official
from pipeline.stages.read import read
from store.database import Database, open_store
from store.documents import all_documents
from store.extractions import all_claims, all_events
from store.runs import issues
from store.verdicts import verdict_of
from tradeclaims.records import Run
from tradeclaims.settings import Settings


def demo(path: Path, settings: Settings, out: Console) -> list[Run]:
    """Run the line on the newsroom into the store at `path`, print what was found to `out`, and return the runs."""
    began = datetime.now(UTC)
    db = open_store(path)
    out.print(
        "[bold]tradeclaims demo[/]: a sample newsroom, written for this demonstration, is served on this machine and crawled by the real spiders."
    )
    with serve() as newsroom:
        runs = crawl(
            db,
            path,
            sources=newsroom.catalogue,
            replicas=newsroom.replicas,
            user_agent=settings.user_agent,
            now=began,
        )
    out.print(f"Crawled {len(runs)} sources at {newsroom.host}:{newsroom.port}; every address stored is the one the real site would have.")
    runs += [read(db, bar), group(db, bar), extract_documents(db, bar), load_official(db), check(db, bar)]
    sent = alert(db, settings.config, feed=path.with_suffix(".atom"))
    runs.append(sent.run)
    new = sum(run.saved for run in runs)
    if new == 0 and not sent.sent:
        out.print("\n[bold]Nothing is new[/] since the last run: no document, claim, figure, verdict or alert was added.")
    else:
        _print_findings(db, out)
        out.print("\n[bold]Alerts[/]")
        print_notices(out, sent.sent)
    for issue in issues(db, began):
        out.print(f"[yellow]![/] {escape(issue.stage)} {escape(issue.source or '')}: {escape(issue.message)}", highlight=False)
    _print_next(db, path, out)
    return runs


def _print_findings(db: Database, out: Console) -> None:
    documents = list(all_documents(db))
    counts = Counter(document.source for document in documents)
    out.print()
    out.print(plain_table("Documents", ("source", "documents"), sorted(counts.items())))
    claims, events = list(all_claims(db)), list(all_events(db))
    for document in documents:
        own = [claim for claim in claims if claim.document == document.id]
        acts = [event for event in events if event.document == document.id]
        if not own and not acts:
            continue
        out.print()
        published = document.published or "no date"
        out.rule(f"{escape(document.title or document.url)} · {escape(document.issuer or document.source)} · {published}", align="left")
        print_claims(out, ((claim, verdict_of(db, claim.id)) for claim in own))
        print_events(out, acts)


def _print_next(db: Database, path: Path, out: Console) -> None:
    claims = list(all_claims(db))
    example = next((claim.id for claim in claims if claim.from_value), claims[0].id if claims else "ID")
    where = "" if str(path) == "tradeclaims.db" else f" --db {path}"
    out.print(
        f"\nEverything lies in [bold]{escape(str(path))}[/], the alerts also in {escape(str(path.with_suffix('.atom')))}. What to type next:",
        highlight=False,
    )
    out.print(f"  tradeclaims show {example}{where}      the whole chain of evidence of one claim", highlight=False)
    out.print(f"  tradeclaims search deficit --partner KOR{where}   search claims", highlight=False)
    out.print("  tradeclaims verify FILE --published 2017-07-13       check a text of your own", highlight=False)
    out.print("  tradeclaims --help", highlight=False)
    out.print("(In a fresh clone the command is .venv/bin/tradeclaims.)", style="dim", highlight=False)
