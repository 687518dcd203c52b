"""Scrapy settings: what politeness and safety this crawler owes to the sites it reads."""

from tradeclaims.settings import from_environment

BOT_NAME = "tradeclaims"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
USER_AGENT = from_environment().user_agent

ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 2
CONCURRENT_REQUESTS = 8
# The sink takes one page at a time; Scrapy would start a hundred workers for each answer.
CONCURRENT_ITEMS = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 2
AUTOTHROTTLE_MAX_DELAY = 60
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
# No private address is ever asked, whatever a link, a redirect or a name server says.
TWISTED_DNS_RESOLVER = "crawler.addresses.PublicResolver"
REDIRECT_MAX_TIMES = 5
RETRY_TIMES = 2
# 429 is an answer, not an accident: crawler.refusal waits or stops.
RETRY_HTTP_CODES = [500, 502, 503, 504, 522, 524, 408]
# Seconds: the wait after a 429 that names none, the longest one that is waited, and all waiting for one host in one run.
REFUSAL_DEFAULT_WAIT = 5
REFUSAL_LONGEST_WAIT = 120
REFUSAL_TOTAL_WAIT = 300
HTTPERROR_ALLOWED_CODES = [304]
COOKIES_ENABLED = False
# No port is opened on the machine that crawls.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True

ADDONS = {"crawler.replica.ReplicaAddon": 100}
DOWNLOAD_HANDLERS = {
    "http": "crawler.replica.ReplicaHandler",
    "https": "crawler.replica.ReplicaHandler",
    # A page must not make the crawler read local files or other protocols.
    "file": None,
    "ftp": None,
    "s3": None,
    "data": None,
}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.robots.GuardedRobotsTxtMiddleware": 100,
    # Behind Scrapy's retries (550): a wait that was asked for comes before a retry.
    "crawler.refusal.RefusalMiddleware": 560,
    # Around the decompression (590): an answer that was cut is not taken for whole.
    "crawler.whole.CompressedSizeMiddleware": 600,
    "crawler.whole.WholeBodyMiddleware": 580,
    # Next to the wire: sees headers before Scrapy decodes the body.
    "crawler.exchange.WireHeadersMiddleware": 950,
}
ITEM_PIPELINES = {"crawler.pipelines.ReadingPipeline": 300}
FEED_EXPORT_ENCODING = "utf-8"
LOG_LEVEL = "INFO"
REQUEST_FINGERPRINTER_CLASS = "scrapy.utils.request.RequestFingerprinter"
