"""Federal Reserve Bank of St. Louis: the monthly balance of goods and services as it republishes it."""

from check.series.source import Source

SOURCE = Source(
    name="fred",
    publisher="Federal Reserve Bank of St. Louis, from Census and BEA",
    url="https://fred.stlouisfed.org/series/BOPGSTB",
    priority=2,
)
