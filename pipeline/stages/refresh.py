"""Statistical agencies on the wire → observations: one run for each, a job at a time, each kept as a whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from official.connector import Ask, Connector, Fetched, Job, Stored
from official.edition import worth_keeping
from official.http import Client
from official.registry import chosen
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.database import Database
from store.editions import newest_figures, stored_until
from store.observations import save_observations
from store.runs import is_done, mark_done, quarantined, record_outcome
from tradeclaims.errors import SourceChanged
from tradeclaims.records import Observation, Outcome, Run
from tradeclaims.replicas import parse_replicas
from tradeclaims.settings import Settings

STAGE = "official"


def refresh(
    db: Database,
    names: Sequence[str],
    *,
    since: date | None,
    replicas: Mapping[str, str],
    settings: Settings,
    now: datetime,
    progress: Progress,
) -> list[Run]:
    """Bring the figures of the named agencies (of all, for none) up to date; one run for each.

    What is stored is never overwritten: a table in which anything is new or revised is added as a vintage of its own. An agency whose key is
    missing, or that fails, gives a failed run, and the others go on. Raises Misconfigured for unknown names and replicas that are not loopback.
    """
    wanted, local = chosen(names), parse_replicas(replicas)
    return [_one(db, connector, since, local, settings, now, progress) for connector in wanted]


def _one(
    db: Database,
    connector: Connector,
    since: date | None,
    replicas: Mapping[str, str],
    settings: Settings,
    now: datetime,
    progress: Progress,
) -> Run:
    key = settings.official_keys.get(connector.key, "") if connector.key else ""
    name = f"{connector.name} key"
    if connector.key and not key:
        reason = f"no key; set {connector.key} in the environment (from {connector.key_from})"
        return work(db, STAGE, [reason], _refuse, key=lambda _: name, version=now.isoformat(), source=connector.name)
    record_outcome(db, Outcome(stage=STAGE, key=name, kind="unchanged"))
    version, resumed = _work_of_the_day(db, connector, now.date(), since)
    # Work that goes on is planned from what was stored when it began, or it would plan other jobs.
    known = stored_until(db, connector.address, before=now.date().isoformat() if resumed else None)
    with Client(
        hosts=connector.hosts, limits=connector.limits, replicas=replicas, user_agent=settings.user_agent, secret=key or None
    ) as client:
        stored = {series: Stored(*until) for series, until in known.items()}
        ask = Ask(client=client, key=key, today=now.date(), since=since, stored=stored)
        left = list(_left(db, connector, connector.jobs(ask), version))
        run = work(
            db,
            STAGE,
            progress(f"Asking {connector.publisher}", left),
            lambda pull: _save(db, pull),
            key=lambda pull: pull.name,
            version=version,
            source=connector.name,
            before=_Pull.fetch,
        )
    if not run.failed:
        mark_done(db, STAGE, f"{connector.name} complete", version)
    return run


def _work_of_the_day(db: Database, connector: Connector, day: date, since: date | None) -> tuple[str, bool]:
    """The version that jobs are marked done by, and whether work under it began before.

    It stays the same until a run went through: so a run that was killed, or stopped by its agency, is finished by the next run of the day,
    without asking again for what it got. A finished day's work is no reason not to look again.
    """
    number = 1
    while is_done(db, STAGE, f"{connector.name} complete", version := f"{day} {since or 'on'} {number}"):
        number += 1
    resumed = is_done(db, STAGE, f"{connector.name} begun", version)
    mark_done(db, STAGE, f"{connector.name} begun", version)
    return version, resumed


class _Pull:
    """A job on its way: asked for before the transaction that saves it, since nobody may hold the write lock while a server thinks."""

    def __init__(self, name: str, job: Job) -> None:
        self.name = name
        self._job = job
        self.fetched: Fetched | None = None

    def fetch(self) -> None:
        """Raises Unreadable and SourceChanged, as the job does."""
        self.fetched = self._job.fetch()


def _left(db: Database, connector: Connector, jobs: Iterable[Job], version: str) -> Iterator[_Pull]:
    put_aside = {outcome.key for outcome in quarantined(db, STAGE)}
    for job in jobs:
        name = f"{connector.name} {job.key}"
        if name in put_aside or not is_done(db, STAGE, name, version):
            yield _Pull(name, job)


def _refuse(reason: str) -> Kind:
    raise SourceChanged(reason)


def _save(db: Database, pull: _Pull) -> Kind:
    """Keep what is new of each vintage, oldest first, so that each is compared with the one before it."""
    assert pull.fetched is not None
    saved = 0
    for _, tables in groupby(sorted(pull.fetched.observations, key=_table), key=_table):
        table = list(tables)
        fresh = worth_keeping(table, _known(db, table))
        saved += save_observations(db, fresh, pull.fetched.provenance)[0] if fresh else 0
    return "saved" if saved else "unchanged"


def _table(one: Observation) -> tuple[str, str, str]:
    return one.vintage, one.source, one.series


def _known(db: Database, table: Sequence[Observation]) -> Iterator[Observation]:
    vintage, source, series = _table(table[0])
    first = min(one.period for one in table)[:4]
    return newest_figures(db, source=source, series=series, from_period=first, until_vintage=vintage)
