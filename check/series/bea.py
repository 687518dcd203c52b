"""US Bureau of Economic Analysis: goods and services by country, balance-of-payments basis, annual since 1999."""

from check.series.source import Source

SOURCE = Source(
    name="bea",
    publisher="US Bureau of Economic Analysis",
    url="https://www.bea.gov/data/intl-trade-investment/international-trade-goods-and-services",
    priority=1,
)
