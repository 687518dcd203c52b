"""robots.txt, obeyed by every request, also by those that wait while it is fetched."""

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred


class GuardedRobotsTxtMiddleware(RobotsTxtMiddleware):
    """Scrapy's middleware without its leak.

    In Scrapy 2.14 to 2.19 several requests may await one Deferred, and all but the first get None from it, which means
    "no rules". By then the parsed rules are stored, so they are looked up again.
    """

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host; None where it has none."""
        parser = await super().robot_parser(request)
        if parser is not None:
            return parser
        stored = self._parsers.get(urlparse_cached(request).netloc)
        return None if isinstance(stored, Deferred) else stored
