"""robots.txt (RFC 9309), obeyed by every request, also by those that wait while it is fetched."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred

from crawler.addresses import PrivateAddress
from crawler.refusal import Postponed
from crawler.reservation import WELL_KNOWN, Reserved, reservations, reserved_by_file, reserved_by_robots

LONGEST_DELAY_S = 60.0
"""A longer Crawl-delay is cut to this: the sources ask rarely enough."""


class GuardedRobotsTxtMiddleware(RobotsTxtMiddleware):
    """Scrapy's middleware without its leak, with Crawl-delay, with the rule for servers in trouble, and with reservations of text mining.

    In Scrapy 2.14 to 2.19 several requests may await one Deferred, and all but the first get None from it, which means
    "no rules". By then the parsed rules are stored, so they are looked up again.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._unreachable: dict[str, str] = {}
        self._reserving: dict[str, list[tuple[str, bool]] | Deferred[None]] = {}

    async def process_request(self, request: Request) -> None:  # type: ignore[override]  # Scrapy keeps a deprecated argument
        """Raises IgnoreRequest for what the rules forbid, Postponed where they cannot be read, Reserved where mining is reserved."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self.robot_parser(request)
        netloc = urlparse_cached(request).netloc
        if why := self._unreachable.get(netloc):
            # RFC 9309, section 2.3.1.4: rules that cannot be reached forbid everything for now.
            raise Postponed(f"robots.txt of {netloc} cannot be read ({why}); nothing is asked there in this run")
        self.process_request_2(rules, request)
        self._slow_down(rules, request)
        item = request.cb_kwargs.get("item")
        entry = getattr(self.crawler.spider, "entry", None)
        if item is not None and entry is not None and entry.text != "full":
            why = (rules and reserved_by_robots(rules, request.url)) or reserved_by_file(await self._reservations(request), request.url)
            if why:
                raise Reserved(why)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host; None where it has none."""
        parser = await super().robot_parser(request)
        if parser is not None:
            return parser
        stored = self._parsers.get(urlparse_cached(request).netloc)
        return None if isinstance(stored, Deferred) else stored

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            self._unreachable[netloc] = f"HTTP {response.status}"
        elif response.status >= 400:
            # RFC 9309, section 2.3.1.3: no such file, no rules. An error page is not parsed for any.
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        if not isinstance(exc, PrivateAddress):  # that is for the request itself to find out
            self._unreachable[netloc] = " ".join(str(exc).split()) or type(exc).__name__
        super()._robots_error(exc, netloc)

    def _slow_down(self, rules: RobotParser | None, request: Request) -> None:
        """Keep the host's Crawl-delay, which Scrapy reads and never applies: one request at a time, that far apart."""
        delay = min(float((rules and rules.crawl_delay(self._agent())) or 0), LONGEST_DELAY_S)
        engine = self.crawler.engine
        if not delay or engine is None:
            return
        _, slot = engine.downloader._get_slot(request)
        if delay > slot.delay:
            slot.delay, slot.jitter, slot.concurrency = delay, 0.0, 1
        # AutoThrottle would bring it down again.
        request.meta["autothrottle_dont_adjust_delay"] = True

    def _agent(self) -> str:
        return str(self._robotstxt_useragent or self._default_useragent)

    async def _reservations(self, request: Request) -> list[tuple[str, bool]]:
        """What the host's tdmrep.json says; asked once per host and run. A host without one reserves nothing there."""
        parts = urlparse_cached(request)
        known = self._reserving.get(parts.netloc)
        if known is None:
            waiting: Deferred[None] = Deferred()
            self._reserving[parts.netloc] = waiting
            asked = Request(f"{parts.scheme}://{parts.netloc}{WELL_KNOWN}", callback=NO_CALLBACK, priority=self.DOWNLOAD_PRIORITY)
            asked.meta["dont_obey_robotstxt"] = True
            found: list[tuple[str, bool]] = []
            try:
                assert self.crawler.engine is not None
                answer = await self.crawler.engine.download_async(asked)
                found = reservations(answer.body) if answer.status == 200 else []
            except IgnoreRequest:
                pass  # not to be had from this host
            except Exception as error:
                self._reserving.pop(parts.netloc)
                waiting.callback(None)
                raise Postponed(f"{WELL_KNOWN} of {parts.netloc} cannot be read ({error}); nothing is asked there in this run") from error
            self._reserving[parts.netloc] = found
            waiting.callback(None)
            return found
        while isinstance(known, Deferred):
            await _fork(known)
            known = self._reserving.get(parts.netloc, [])
        return known


async def _fork(waiting: "Deferred[None]") -> None:
    """Wait for a Deferred that others wait for, too: each gets a chain of its own."""
    from scrapy.utils.defer import maybe_deferred_to_future

    mine: Deferred[None] = Deferred()

    def pass_on(result: None) -> None:
        mine.callback(None)

    waiting.addCallback(pass_on)
    await maybe_deferred_to_future(mine)
