"""Local stand-ins for public hosts: which loopback address answers for which host name.

Crawls and refreshes take them on the command line, and only loopback addresses are accepted, so that what runs against a replica is
what runs against the real site, and nothing but a replica can send a request to this machine.
"""

import json
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from tradeclaims.errors import Misconfigured


def parse_replicas(value: Mapping[str, str] | str | None) -> dict[str, str]:
    """Host names with the loopback `host:port` that answers for them; raises Misconfigured on anything else."""
    if not value:
        return {}
    if isinstance(value, str):
        value = _from_text(value)
    if not isinstance(value, Mapping):
        raise Misconfigured(f"replicas: expected HOST=127.0.0.1:PORT, got {value!r}")
    return {str(host).lower(): _loopback(str(host), str(address)) for host, address in value.items()}


def _from_text(text: str) -> Any:
    if text.lstrip().startswith(("{", "[")):
        try:
            return json.loads(text)
        except ValueError as error:
            raise Misconfigured(f"replicas: not JSON: {error}") from error
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    return {host.strip(): address.strip() for host, _, address in pairs}


def _loopback(host: str, address: str) -> str:
    try:
        parts = urlsplit(f"//{address}")
        port, name = parts.port, parts.hostname or ""
        local = name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        port, local = None, False
    if not host or not local or port is None or parts.path or parts.username:
        raise Misconfigured(f"replica of {host or '?'}: expected a loopback address like 127.0.0.1:8700, got {address!r}")
    return address


def replica_of(host: str, replicas: Mapping[str, str]) -> str | None:
    """The address that answers for `host`; a declared host also stands for itself with or without `www.`."""
    twin = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return replicas.get(host) or replicas.get(twin)
