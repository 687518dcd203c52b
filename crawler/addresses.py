"""Only public addresses are asked: not this machine, not its network, whatever a link, a redirect or a name server says.

Names are checked where they are resolved, so that the address that was checked is the one connected to; numbers in URLs never reach a
resolver and are checked by themselves.
"""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, ClassVar

from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.interfaces import IAddress, IHostResolution, IResolutionReceiver
from zope.interface import implementer


class PrivateAddress(IgnoreRequest):
    """The request was not made: its host is no public address."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public Internet; addresses that carry another one inside are as public as that."""
    try:
        ip = ip_address(address.partition("%")[0].strip("[]"))
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = _inner(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _inner(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside a mapped, translated (RFC 6052), 6to4 or Teredo address."""
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    if ip.sixtofour:
        return ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    packed = ip.packed
    if packed[:12] in (bytes.fromhex("0064ff9b0000000000000000"), bytes(12)) and int.from_bytes(packed[12:], "big") > 1:
        return IPv4Address(packed[12:])
    return None


def is_literal(host: str) -> bool:
    """Whether a host is written as a number."""
    try:
        ip_address(host.partition("%")[0].strip("[]"))
    except ValueError:
        return False
    return True


def refuse_private_literal(host: str) -> None:
    """Raises PrivateAddress for a host written as a number that is no public address."""
    if is_literal(host) and not is_public(host):
        raise PrivateAddress(f"{host} is no public address; not asked")


@implementer(IResolutionReceiver)
class _PublicOnly:
    """Passes on what is public."""

    def __init__(self, receiver: Any, host: str) -> None:
        self.receiver = receiver
        self.host = host

    def resolutionBegan(self, resolution: IHostResolution) -> None:
        """As Twisted calls it."""
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:
        """As Twisted calls it."""
        number = str(getattr(address, "host", ""))
        if is_public(number):
            self.receiver.addressResolved(address)
        else:
            PublicResolver.refused[self.host] = number

    def resolutionComplete(self) -> None:
        """As Twisted calls it."""
        self.receiver.resolutionComplete()


class PublicResolver(CachingHostnameResolver):
    """Scrapy's resolver for IPv4 and IPv6, without private answers."""

    refused: ClassVar[dict[str, str]] = {}
    """Hosts with a private address that their name server gave."""

    def resolveHostName(
        self,
        resolutionReceiver: IResolutionReceiver,
        hostName: str,
        portNumber: int = 0,
        addressTypes: Sequence[type[IAddress]] | None = None,
        transportSemantics: str = "TCP",
    ) -> Any:
        """As Twisted calls it."""
        # Numbers were checked before: those left are public ones, and those of replicas.
        receiver: Any = resolutionReceiver if is_literal(hostName) else _PublicOnly(resolutionReceiver, hostName)
        return super().resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
