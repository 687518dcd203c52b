"""Crawl a local replica of a site with unchanged spiders.

The REPLICAS setting maps host names to loopback addresses: `{"ustr.gov": "127.0.0.1:8700"}`, the same as JSON text, or
`ustr.gov=127.0.0.1:8700,…`. The mapping happens in the download handler, the last step before the wire, so that spiders,
robots rules, redirects and results see the real addresses only.
"""

from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings

from crawler.addresses import PrivateAddress, PublicResolver, refuse_private_literal
from tradeclaims.replicas import parse_replicas, replica_of


class ReplicaAddon:
    """Checks REPLICAS before any request and spares a replica the delays a public server is owed."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Raises Misconfigured for an address that is not loopback."""
        replicas = parse_replicas(settings.get("REPLICAS"))
        hosts = {twin for host in replicas for twin in (host.removeprefix("www."), f"www.{host.removeprefix('www.')}")}
        fast = {host: {"delay": 0, "concurrency": 4} for host in hosts}
        settings.set("REPLICAS", replicas, priority="cmdline")
        settings.set("DOWNLOAD_SLOTS", {**fast, **settings.getdict("DOWNLOAD_SLOTS")}, priority="cmdline")
        if replicas:
            settings.set("AUTOTHROTTLE_START_DELAY", 0, priority="addon")


class ReplicaHandler(BaseDownloadHandler):
    """HTTP over the wire, with the hosts of REPLICAS answered from loopback."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.replicas = parse_replicas(crawler.settings.get("REPLICAS"))
        self.wire = HTTP11DownloadHandler(crawler)

    async def download_request(self, request: Request) -> Response:
        """The answer, as if it came from the real host."""
        real = urlsplit(request.url)
        address = replica_of((real.hostname or "").lower(), self.replicas)
        if address is None:
            return await self._from_the_web(request, real.hostname or "")
        # AutoThrottle starts from the delay that the public server is owed.
        request.meta["autothrottle_dont_adjust_delay"] = True
        answer = await self.wire.download_request(_to_replica(request, address))
        headers = answer.headers.copy()
        location = headers.get(b"Location")
        if location and urlsplit(location).netloc == address.encode():
            # A replica that redirects to its own address means the real host.
            target = urlsplit(location.decode("latin-1"))
            headers[b"Location"] = urlunsplit((real.scheme, real.netloc, target.path, target.query, target.fragment))
        return answer.replace(url=request.url, headers=headers)

    async def _from_the_web(self, request: Request, host: str) -> Response:
        refuse_private_literal(host)
        try:
            return await self.wire.download_request(request)
        except Exception as error:
            if private := PublicResolver.refused.get(host):
                raise PrivateAddress(f"{host} resolves to {private}, which is no public address; not asked") from error
            raise

    async def close(self) -> None:
        """Close the connections."""
        await self.wire.close()


def _to_replica(request: Request, address: str) -> Request:
    real = urlsplit(request.url)
    headers = request.headers.copy()
    headers[b"Host"] = real.netloc.encode()
    headers.pop(b"Proxy-Authorization", None)
    # A proxy meant for the real host would carry the request off this machine.
    meta = {key: value for key, value in request.meta.items() if key != "proxy"}
    # Loopback by number: the resolver gives no private addresses away, not even for this name.
    address = address.replace("localhost", "127.0.0.1", 1) if address.startswith("localhost") else address
    url = urlunsplit(("http", address, real.path, real.query, ""))
    mapped = request.replace(url=url, headers=headers, meta=meta)
    return mapped
