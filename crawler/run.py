"""All enabled sources, crawled in one process: pages go to a sink, problems to a report, counts come back."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from scrapy import Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.catalogue import SourceEntry
from crawler.spider import Sink, Validators
from crawler.tally import Report, Tally
from tradeclaims.records import Run
from tradeclaims.replicas import parse_replicas


def crawl(
    entries: Iterable[SourceEntry],
    *,
    replicas: Mapping[str, str],
    sink: Sink,
    user_agent: str,
    report: Report,
    validators: Validators = lambda url: None,
) -> list[Run]:
    """Run the real spiders in this process and return one Run per entry, in the order given.

    Each Run has `saved + unchanged + quarantined == seen`. Sources on one host follow each other, others run at the same
    time; one that fails does not stop the rest. Twisted's reactor runs once per process, so call this in a child process.
    Raises Misconfigured before any request when a replica is not loopback.
    """
    chosen = list(entries)
    settings = _settings(parse_replicas(replicas), user_agent)
    tallies = {entry.id: Tally(source=entry.id, report=report) for entry in chosen}
    for entry in chosen:
        if entry.spider is None:
            tallies[entry.id].fail(
                f"no spider reads kind {entry.kind!r} from {entry.url}; expected rss, atom, or a listing or API known here"
            )
    readable = [entry for entry in chosen if entry.spider]
    if readable:
        _run_all(readable, settings, tallies, validators=validators, sink=sink)
    return [tallies[entry.id].close() for entry in chosen]


def _settings(replicas: dict[str, str], user_agent: str) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    chosen: dict[str, Any] = {
        "REPLICAS": replicas,
        "USER_AGENT": user_agent,
        "ITEM_PIPELINES": {"crawler.pipelines.SinkPipeline": 300},
        # Problems are said through `report`; Scrapy's own log would say them twice.
        "LOG_ENABLED": False,
    }
    settings.setdict(chosen, priority="cmdline")
    return settings


def _run_all(entries: list[SourceEntry], settings: Settings, tallies: Mapping[str, Tally], **given: Any) -> None:
    process = AsyncCrawlerProcess(settings)
    by_host = groupby(sorted(entries, key=_host), key=_host)
    chains = [[(entry, _crawler(process, entry, settings, tallies[entry.id])) for entry in group] for _, group in by_host]

    async def follow(chain: list[tuple[SourceEntry, Crawler]]) -> None:
        for entry, crawler in chain:
            tally = tallies[entry.id]
            try:
                await process.crawl(crawler, entry=entry, tally=tally, **given)
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
