"""UN Comtrade: what partners themselves report of their trade with the United States and the world."""

from check.series.source import Source

SOURCE = Source(
    name="comtrade",
    publisher="UN Comtrade, as reported by the partner",
    url="https://comtradeplus.un.org/",
    priority=3,
)
