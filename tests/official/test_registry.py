"""What the connectors declare fits what the settings read."""

from official.registry import connectors
from tradeclaims.settings import OFFICIAL_KEYS


def test_every_key_that_a_connector_asks_for_is_read_and_no_other() -> None:
    assert {connector.key for connector in connectors().values() if connector.key} == set(OFFICIAL_KEYS)


def test_every_connector_declares_hosts_and_where_its_figures_come_from() -> None:
    for connector in connectors().values():
        assert connector.hosts
        assert connector.address.startswith("https://")
