"""All enabled sources, crawled in one process: pages go to a sink, problems to a report, counts come back."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from scrapy import Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.catalogue import SourceEntry
from crawler.ledger import Ledger, MemoryLedger
from crawler.spider import Sink
from crawler.tally import Report, Tally
from tradeclaims.records import Run
from tradeclaims.replicas import parse_replicas


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one entry of the catalogue answered when it was only looked at."""

    source: str
    """Id of the entry."""

    enabled: bool
    """Whether a crawl would ask it by itself."""

    status: int | None
    """HTTP status of the listing; None when there was no answer."""

    robots: str
    """`allowed`, `forbidden`, `none`, `unreadable`; empty when nothing was asked."""

    rows: int
    """Rows listed."""

    newest: date | None
    """Day of the newest row."""

    problem: str
    """Why a crawl would fail, or why nothing was asked; empty for a good answer."""


def crawl(
    entries: Iterable[SourceEntry],
    *,
    replicas: Mapping[str, str],
    sink: Sink,
    user_agent: str,
    report: Report,
    ledger: Ledger | None = None,
    named: bool = False,
    keys: Mapping[str, str] | None = None,
    settings: Mapping[str, Any] | None = None,
) -> list[Run]:
    """Run the real spiders in this process and return one Run per entry, in the order given.

    Each Run has `saved + unchanged + quarantined == seen`. Sources on one host follow each other, others run at the same
    time; one that fails does not stop the rest. Twisted's reactor runs once per process, so call this in a child process.
    `named` says that a person asked for these entries: one that cannot be crawled then fails instead of being left out with a note.
    `keys` are API keys by the variable that the catalogue names; `settings` are Scrapy's, over those of `crawler.settings`.
    Raises Misconfigured before any request when a replica is not loopback.
    """
    chosen = list(entries)
    ledger = ledger or MemoryLedger()
    tallies = {entry.id: Tally(source=entry.id, report=report) for entry in chosen}
    ready = []
    for entry in chosen:
        if why := _not_now(entry, ledger, keys or {}):
            if named:
                tallies[entry.id].fail(why)
            else:
                tallies[entry.id].note(why)
        else:
            ready.append(entry)
    if ready:
        given: dict[str, Any] = {"sink": sink, "ledger": ledger, "keys": keys or {}}
        _run_all(ready, _settings(parse_replicas(replicas), user_agent, settings or {}), tallies, **given)
    return [tallies[entry.id].close() for entry in chosen]


def probe(
    entries: Iterable[SourceEntry],
    *,
    replicas: Mapping[str, str],
    user_agent: str,
    ledger: Ledger | None = None,
    keys: Mapping[str, str] | None = None,
) -> list[Look]:
    """Ask every entry for its listing and nothing else, as a crawl would, and say what came. Run it in a child process, as `crawl`."""
    chosen = list(entries)
    ledger = ledger or MemoryLedger()
    tallies = {entry.id: Tally(source=entry.id, report=lambda issue: None) for entry in chosen}
    reasons = {entry.id: why for entry in chosen if (why := _not_now(entry, ledger, keys or {}))}
    robots: dict[str, str] = {}
    ready = [entry for entry in chosen if entry.id not in reasons]
    if ready:
        settings = _settings(parse_replicas(replicas), user_agent, {"RETRY_TIMES": 1})
        _run_all(ready, settings, tallies, sink=None, ledger=ledger, keys=keys or {}, probe=True, robots=robots)
    return [_look(entry, tallies[entry.id], reasons.get(entry.id), robots.get(entry.id, "")) for entry in chosen]


def _look(entry: SourceEntry, tally: Tally, reason: str | None, robots: str) -> Look:
    problems = [reason] if reason else tally.problems
    return Look(
        source=entry.id, enabled=entry.enabled, status=tally.status, robots=robots, rows=tally.rows, newest=tally.newest,
        problem="; ".join(problems),
    )  # fmt: skip


def _not_now(entry: SourceEntry, ledger: Ledger, keys: Mapping[str, str]) -> str | None:
    """Why an entry is not asked at all, in one line; None when it is."""
    if entry.spider is None:
        return f"no reader for kind {entry.kind!r} at {entry.url}"
    if entry.key and not keys.get(entry.key.variable):
        return f"wants a key in the environment variable {entry.key.variable}; not asked"
    refusal = ledger.refused(entry.id)
    if refusal is None:
        return None
    said = f"HTTP {refusal.status} at {refusal.url} on {refusal.at:%Y-%m-%d}"
    if refusal.until:
        return f"asked to wait until {refusal.until:%Y-%m-%d %H:%M} UTC ({said}); not asked before"
    return f"refused ({said}); not asked again until `retry {entry.id}`"


def _settings(replicas: dict[str, str], user_agent: str, more: Mapping[str, Any]) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    chosen: dict[str, Any] = {
        "REPLICAS": replicas,
        "USER_AGENT": user_agent,
        "ITEM_PIPELINES": {"crawler.pipelines.SinkPipeline": 300},
        # Problems are said through `report`; Scrapy's own log would say them twice.
        "LOG_ENABLED": False,
        **more,
    }
    settings.setdict(chosen, priority="cmdline")
    return settings


def _run_all(
    entries: list[SourceEntry],
    settings: Settings,
    tallies: Mapping[str, Tally],
    *,
    keys: Mapping[str, str],
    robots: dict[str, str] | None = None,
    **given: Any,
) -> None:
    process = AsyncCrawlerProcess(settings)
    by_host = groupby(sorted(entries, key=_host), key=_host)
    chains = [[(entry, _crawler(process, entry, settings, tallies[entry.id])) for entry in group] for _, group in by_host]

    async def follow(chain: list[tuple[SourceEntry, Crawler]]) -> None:
        for entry, crawler in chain:
            tally = tallies[entry.id]
            try:
                key = {"key": keys[entry.key.variable]} if entry.key else {}
                await process.crawl(crawler, entry=entry, tally=tally, **key, **given)
                if robots is not None and crawler.stats is not None:
                    robots[entry.id] = _robots_word(crawler.stats.get_stats())
            except Exception as error:
                # The one catcher: a spider that cannot even start fails its own run, not the others.
                tally.fail(f"spider stopped: {error!r}")

    async def everything() -> None:
        try:
            await asyncio.gather(*(follow(chain) for chain in chains))
        finally:
            from twisted.internet import reactor  # only after Scrapy has chosen it

            reactor.stop()  # type: ignore[misc]  # zope declares it without self

    task = asyncio.get_event_loop().create_task(everything())
    process.start(stop_after_crawl=False)
    if task.done() and not task.cancelled() and task.exception():
        raise task.exception()  # type: ignore[misc]  # just tested


def _crawler(process: AsyncCrawlerProcess, entry: SourceEntry, settings: Settings, tally: Tally) -> Crawler:
    own = settings.copy()
    own.setdict({"DOWNLOAD_DELAY": entry.min_delay_s, "DOWNLOAD_TIMEOUT": entry.timeout_s}, priority="cmdline")
    spider = process.spider_loader.load(entry.spider or "")
    crawler = Crawler(spider, own)
    for signal, notice in ((signals.spider_error, _spider_bug(tally)), (signals.item_error, _sink_bug(tally))):
        crawler.signals.connect(notice, signal=signal, weak=False)
    return crawler


def _robots_word(stats: Mapping[str, Any]) -> str:
    """What robots.txt said about the listing: `allowed`, `forbidden`, `none` for a host without rules, `unreadable`."""
    if stats.get("robotstxt/forbidden"):
        return "forbidden"
    statuses = [int(key.rsplit("/", 1)[1]) for key in stats if key.startswith("robotstxt/response_status_count/")]
    if not statuses or max(statuses) >= 500:
        return "unreadable"
    return "allowed" if 200 in statuses else "none"


def _spider_bug(tally: Tally) -> Callable[[Failure, Spider], None]:
    def notice(failure: Failure, spider: Spider) -> None:
        tally.fail(f"spider failed: {failure.type.__name__ if failure.type else ''}: {failure.getErrorMessage()}")

    return notice


def _sink_bug(tally: Tally) -> Callable[[Failure, Spider], None]:
    def notice(failure: Failure, spider: Spider) -> None:
        tally.fail(f"page could not be stored: {failure.type.__name__ if failure.type else ''}: {failure.getErrorMessage()}")

    return notice


def _host(entry: SourceEntry) -> str:
    return (urlsplit(entry.url).hostname or "").removeprefix("www.")
