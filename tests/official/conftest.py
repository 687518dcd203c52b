"""Asking through the real client, over loopback."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from official.connector import Ask, Connector, Fetched, Job, Stored
from official.http import Client
from official.registry import connectors
from tests.official.serving import Agencies

TODAY = date(2026, 11, 24)
Jobs = Callable[..., list[Job]]


@pytest.fixture
def jobs_of(request: pytest.FixtureRequest) -> Jobs:
    """The jobs of a connector, asked of a running server."""

    def jobs(
        name: str, server: Agencies, *, key: str, stored: Mapping[str, Stored] | None = None, since: date | None = None, today: date = TODAY
    ) -> list[Job]:
        connector = connectors()[name]
        client = client_of(connector, server, key)
        request.addfinalizer(client.close)
        ask = Ask(client=client, key=key, today=today, since=since, stored=stored or {})
        return list(connector.jobs(ask))

    return jobs


def client_of(connector: Connector, server: Agencies, key: str = "") -> Client:
    """A connector's line to the server."""
    return Client(hosts=connector.hosts, limits=connector.limits, replicas=server.replicas, user_agent="tests", secret=key or None)


def values(fetched: Fetched, **wanted: str) -> dict[tuple[str, ...], str]:
    """(partner, flow, product, freq, period) → value as text, of the figures with these attributes."""
    return {
        (one.partner, one.flow, one.product, one.freq, one.period): str(one.value)
        for one in fetched.observations
        if all(getattr(one, name) == value for name, value in wanted.items())
    }
